"""The three addresses of the API.  Who may ask, how often, and how large a request may be is decided around them."""

from __future__ import annotations

import itertools
import json
import secrets
import time
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.openai_api.schema import ChatRequest, RequestError, parse
from assistant.openai_api.speaking import as_citations, say, say_sources
from assistant.records import Answer, Statement
from assistant.service.identity import identity_of
from assistant.service.logs import log_question
from index.errors import QuestionError, ZoneQAError
from index.splitting import count_tokens

__all__ = ["MODEL", "Talker", "build_router"]

MODEL = "zoneqa"
_MOST_BYTES = 2_000_000
_MOST_TURNS = 20  # earlier questions that are taken in


class Talk(Protocol):
    """A conversation, as :class:`assistant.pipeline.Conversation` is one."""

    def stream(self, question: str) -> Iterator[Statement | Answer]: ...
    def replay(self, question: str) -> None: ...


class Talker(Protocol):
    """What answers, as :class:`assistant.pipeline.Assistant` does."""

    def conversation(self) -> Any: ...


def build_router(talker: Callable[[], Talker], *, prefix: str = "/v1") -> APIRouter:
    """Routes that ask whatever ``talker()`` gives at the time of a request."""
    router = APIRouter(prefix=prefix)

    @router.get("/models")
    def models() -> dict[str, Any]:
        return {"object": "list", "data": [_card()]}

    @router.get("/models/{name}")
    def model(name: str) -> Response:
        return (
            JSONResponse(_card())
            if name == MODEL
            else _error(404, f"没有模型 {name[:60]}，只有 {MODEL}", code="model_not_found")
        )

    @router.post("/chat/completions")
    async def chat(request: Request) -> Response:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > _MOST_BYTES:
                return _error(413, "请求太大")
        try:
            asked = parse(bytes(body))
            turns, question = asked.asked()
            pieces = await run_in_threadpool(_begin, talker(), turns, question, identity_of(request).user)
            if asked.stream:
                return StreamingResponse(
                    _events(asked, pieces),
                    media_type="text/event-stream",
                    headers={"cache-control": "no-cache", "x-accel-buffering": "no"},
                )
            return JSONResponse(await run_in_threadpool(_completion, asked, pieces))
        except RequestError as error:
            return _error(400, error.message, param=error.param)
        except QuestionError as error:
            return _error(400, str(error), param="messages")
        except ZoneQAError as error:
            return _error(503, str(error), kind="server_error")

    return router


def _begin(talker: Talker, turns: list[str], question: str, user: str) -> Iterator[Statement | Answer]:
    """The answer with its first piece already there, so that what is wrong with a question is told as an error."""
    talk: Talk = talker.conversation()
    for turn in turns[-_MOST_TURNS:]:
        try:
            talk.replay(turn)
        except QuestionError:
            continue  # an empty or endless message of long ago
    pieces = iter(talk.stream(question))
    first = next(pieces)

    def all_of_it() -> Iterator[Statement | Answer]:
        for piece in itertools.chain([first], pieces):
            if isinstance(piece, Answer):
                log_question(user, question, refused=piece.refused)
            yield piece

    return all_of_it()


def _completion(asked: ChatRequest, pieces: Iterator[Statement | Answer]) -> dict[str, Any]:
    text, answer = "", None
    for piece in pieces:
        if isinstance(piece, Answer):
            answer = piece
            text += say_sources(piece)
        else:
            text += say(piece)
    message = {"role": "assistant", "content": text, "refusal": None}
    return {
        **_head("chat.completion"),
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": _usage(asked, text),
        "citations": as_citations(answer) if answer else [],
    }


def _events(asked: ChatRequest, pieces: Iterator[Statement | Answer]) -> Iterator[str]:
    """Server-sent events: the role, a chunk for every verified statement, the sources, the end."""
    head = _head("chat.completion.chunk")
    said = ""

    def chunk(delta: dict[str, Any], *, finish: str | None = None, **more: Any) -> str:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return _event({**head, "choices": [choice], **more})

    yield chunk({"role": "assistant", "content": ""})
    try:
        for piece in pieces:
            if isinstance(piece, Answer):
                tail = say_sources(piece)
                said += tail
                if tail:
                    yield chunk({"content": tail})
                yield chunk({}, finish="stop", citations=as_citations(piece))
            else:
                said += say(piece)
                yield chunk({"content": say(piece)})
    except ZoneQAError as error:
        yield _event({"error": {"message": str(error), "type": "server_error", "param": None, "code": None}})
    if asked.stream_options and asked.stream_options.include_usage:
        yield _event({**head, "choices": [], "usage": _usage(asked, said)})
    yield "data: [DONE]\n\n"


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{secrets.token_hex(12)}", "object": kind, "created": int(time.time()), "model": MODEL}


def _usage(asked: ChatRequest, said: str) -> dict[str, int]:
    prompt = sum(count_tokens(m.text) for m in asked.messages if m.role in ("user", "assistant"))
    spoken = count_tokens(said)
    return {"prompt_tokens": prompt, "completion_tokens": spoken, "total_tokens": prompt + spoken}


def _card() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": "zoneqa"}


def _error(
    status: int, message: str, *, param: str | None = None, code: str | None = None, kind: str = "invalid_request_error"
) -> JSONResponse:
    return JSONResponse({"error": {"message": message, "type": kind, "param": param, "code": code}}, status_code=status)
