"""Assistant as llama-index engines: a query engine and a chat engine that drop into existing code.

    ZoneQueryEngine(assistant).query("2018年工业有效投资是多少")   → Response, its source nodes the citations
    ZoneChatEngine(assistant).chat("同比呢")                      → AgentChatResponse, in the light of what came before
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import chain

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    ChatResponseAsyncGen,
    ChatResponseGen,
    MessageRole,
)
from llama_index.core.base.response.schema import Response
from llama_index.core.callbacks import CallbackManager
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine, StreamingAgentChatResponse
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeRelationship, NodeWithScore, QueryBundle, RelatedNodeInfo, TextNode

from assistant.pipeline import Assistant, Conversation
from assistant.records import Answer, Citation, Statement

__all__ = ["ZoneChatEngine", "ZoneQueryEngine", "source_nodes"]


def source_nodes(answer: Answer) -> list[NodeWithScore]:
    """The citations of an answer as nodes, in the order in which they are numbered.

    A node's text is the quote, ``start_char_idx``/``end_char_idx`` are its place in the report's text, and the
    report's id is its source.  Citations aren't ranked, so none has a score.
    """
    return [NodeWithScore(node=_node(citation)) for citation in answer.citations]


def _node(citation: Citation) -> TextNode:
    return TextNode(
        id_=f"{citation.report_id}:{citation.start}-{citation.end}",
        text=citation.quote,
        start_char_idx=citation.start,
        end_char_idx=citation.end,
        metadata={
            "number": citation.number,
            "report": citation.report,
            "title": citation.title,
            "heading": " / ".join(citation.heading),
            "page": citation.page,
        },
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=citation.report_id)},
    )


class ZoneQueryEngine(BaseQueryEngine):
    """Standalone questions.  ``Response.metadata`` is :meth:`Answer.as_dict`.

    ``zone`` and ``period`` (``"2018"``, ``"2019H1"``) fill in what a question leaves out.  ``query`` raises
    QuestionError for an empty question or one that is too long.  Closing the assistant stays with who opened it.
    """

    def __init__(
        self,
        assistant: Assistant,
        *,
        zone: str | None = None,
        period: str | None = None,
        callback_manager: CallbackManager | None = None,
    ) -> None:
        super().__init__(callback_manager)
        self._assistant = assistant
        self._zone = zone
        self._period = period

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._assistant.ask(query_bundle.query_str, zone=self._zone, period=self._period))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return _response(await self._assistant.aask(query_bundle.query_str, zone=self._zone, period=self._period))

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def _response(answer: Answer) -> Response:
    return Response(answer.text, source_nodes(answer), answer.as_dict())


class ZoneChatEngine(BaseChatEngine):
    """One conversation: a question may lean on those before it.  Not to be shared between threads.

    A ``chat_history`` given to a call replaces what was said: the questions in it are taken in anew, offline.  Every
    method raises QuestionError for an empty question or one that is too long, and the conversation stays as it was.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self.reset()

    def reset(self) -> None:
        """Forget what was said."""
        self._conversation: Conversation = self._assistant.conversation()
        self._history: list[ChatMessage] = []

    @property
    def chat_history(self) -> list[ChatMessage]:
        """What was said, the oldest first; a copy."""
        return list(self._history)

    def chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """Answer in the light of what came before; ``metadata`` is :meth:`Answer.as_dict`."""
        self._go_on_from(chat_history)
        answer = self._conversation.ask(message)
        self._keep(message, answer)
        return AgentChatResponse(answer.text, source_nodes=source_nodes(answer), metadata=answer.as_dict())

    async def achat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """:meth:`chat` in a worker thread."""
        return await asyncio.to_thread(self.chat, message, chat_history)

    def stream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> StreamingAgentChatResponse:
        """:meth:`chat` statement by statement, each verified before it is handed out.

        ``source_nodes`` and the history are complete when the stream has been read to its end; a stream that is left
        before that was not said.
        """
        pieces, response = self._start(message, chat_history)
        response.chat_stream = self._told(message, pieces, response)
        return response

    async def astream_chat(
        self, message: str, chat_history: list[ChatMessage] | None = None
    ) -> StreamingAgentChatResponse:
        """:meth:`stream_chat`, every statement made in a worker thread."""
        pieces, response = await asyncio.to_thread(self._start, message, chat_history)
        response.achat_stream = _from_thread(self._told(message, pieces, response))
        return response

    def _go_on_from(self, chat_history: list[ChatMessage] | None) -> None:
        if chat_history is None:
            return
        conversation = self._assistant.conversation()
        for said in chat_history:
            if said.role == MessageRole.USER and said.content:
                conversation.replay(said.content)
        self._conversation, self._history = conversation, list(chat_history)

    def _start(
        self, message: str, chat_history: list[ChatMessage] | None
    ) -> tuple[Iterator[Statement | Answer], StreamingAgentChatResponse]:
        """The first piece is fetched here, so that a question that is none raises at once."""
        self._go_on_from(chat_history)
        pieces = self._conversation.stream(message)
        first = next(pieces)
        return chain([first], pieces), StreamingAgentChatResponse(is_writing_to_memory=False)

    def _told(
        self, message: str, pieces: Iterator[Statement | Answer], response: StreamingAgentChatResponse
    ) -> ChatResponseGen:
        text = ""
        for piece in pieces:
            if isinstance(piece, Answer):
                response.source_nodes.extend(source_nodes(piece))
                self._keep(message, piece)
            else:
                text += piece.text
                yield ChatResponse(message=_said(MessageRole.ASSISTANT, text), delta=piece.text)

    def _keep(self, message: str, answer: Answer) -> None:
        self._history += [_said(MessageRole.USER, message), _said(MessageRole.ASSISTANT, answer.text)]


def _said(role: MessageRole, text: str) -> ChatMessage:
    return ChatMessage(role=role, content=text)


async def _from_thread(pieces: ChatResponseGen) -> ChatResponseAsyncGen:
    while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
        yield piece
