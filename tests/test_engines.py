"""The llama-index engines say what the assistant says, with its citations as nodes."""

from __future__ import annotations

import pytest
from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.base.response.schema import Response
from llama_index.core.chat_engine.types import BaseChatEngine
from llama_index.core.tools import QueryEngineTool

from assistant import Assistant
from assistant.engines import ZoneChatEngine, ZoneQueryEngine, source_nodes
from index.errors import QuestionError
from tests.conftest import QUESTION


@pytest.fixture
def chat(sample: Assistant) -> ZoneChatEngine:
    return ZoneChatEngine(sample)


def said(engine: ZoneChatEngine) -> list[tuple[str, str]]:
    return [(message.role.value, message.content or "") for message in engine.chat_history]


# -- query engine ---------------------------------------------------------------------------------------------------


def test_a_query_gets_the_answer_and_its_citations_as_nodes(sample: Assistant) -> None:
    engine = ZoneQueryEngine(sample)
    assert isinstance(engine, BaseQueryEngine)
    response, answer = engine.query(QUESTION), sample.ask(QUESTION)
    assert isinstance(response, Response)
    assert str(response) == answer.text
    assert [node.get_content() for node in response.source_nodes] == [c.quote for c in answer.citations]
    assert response.metadata is not None
    assert response.metadata["answer"] == answer.text
    assert response.metadata["refused"] is False


def test_a_node_says_where_its_quote_stands(nine: Assistant) -> None:
    answer = nine.ask("鲸浦2019年货物吞吐量是多少")
    for number, (found, citation) in enumerate(zip(source_nodes(answer), answer.citations, strict=True), 1):
        assert found.score is None
        assert found.metadata["number"] == number
        assert found.metadata["report"] == "jingpu_2019.pdf"
        assert found.metadata["page"] == citation.page
        assert found.node.source_node is not None
        text = nine.facts.report(found.node.source_node.node_id).text
        assert text[citation.start : citation.end] == found.get_content()
        assert (found.node.to_dict()["start_char_idx"], found.node.to_dict()["end_char_idx"]) == (
            citation.start, citation.end)


async def test_an_async_query_gets_the_same(sample: Assistant) -> None:
    engine = ZoneQueryEngine(sample)
    assert str(await engine.aquery(QUESTION)) == str(engine.query(QUESTION))


def test_a_query_engine_may_keep_to_a_zone_and_a_year(nine: Assistant) -> None:
    engine = ZoneQueryEngine(nine, zone="霁岭高新区", period="2019H1")
    assert "8.05亿元" in str(engine.query("一般公共预算收入是多少"))


def test_a_refusal_is_a_response_too(sample: Assistant) -> None:
    response = ZoneQueryEngine(sample).query("2018年GDP是多少")
    assert response.metadata is not None
    assert response.metadata["refused"] is True


def test_a_query_engine_is_a_tool_for_an_agent(sample: Assistant) -> None:
    tool = QueryEngineTool.from_defaults(ZoneQueryEngine(sample), name="reports", description="开发区工作报告")
    assert "22.53亿元" in str(tool.call(QUESTION))


def test_an_empty_query_raises(sample: Assistant) -> None:
    with pytest.raises(QuestionError):
        ZoneQueryEngine(sample).query("")


# -- chat engine ----------------------------------------------------------------------------------------------------


def test_a_chat_leans_on_what_was_said_and_keeps_it(chat: ZoneChatEngine) -> None:
    assert isinstance(chat, BaseChatEngine)
    first = chat.chat(QUESTION)
    second = chat.chat("同比呢")
    assert "22.53亿元" in str(first)
    assert "25.6%" in str(second)
    assert second.source_nodes
    assert said(chat) == [("user", QUESTION), ("assistant", str(first)), ("user", "同比呢"), ("assistant", str(second))]


async def test_an_async_chat_says_the_same(chat: ZoneChatEngine) -> None:
    await chat.achat(QUESTION)
    assert "25.6%" in str(await chat.achat("同比呢"))
    assert len(chat.chat_history) == 4


def test_a_stream_is_the_answer_in_pieces_with_sources_and_history_at_its_end(
    chat: ZoneChatEngine, sample: Assistant
) -> None:
    question = "固投和财政总收入各多少"
    answer = sample.ask(question)
    response = chat.stream_chat(question)
    assert list(response.response_gen) == [statement.text for statement in answer.statements]
    assert str(response) == answer.text
    assert len(response.source_nodes) == len(answer.citations)
    assert said(chat) == [("user", question), ("assistant", answer.text)]


def test_what_was_streamed_is_leant_on(chat: ZoneChatEngine) -> None:
    assert "22.53亿元" in "".join(chat.stream_chat(QUESTION).response_gen)
    assert "25.6%" in str(chat.chat("同比呢"))


async def test_an_async_stream_is_the_same(chat: ZoneChatEngine, sample: Assistant) -> None:
    response = await chat.astream_chat("固投和财政总收入各多少")
    pieces = [piece async for piece in response.async_response_gen()]
    assert "".join(pieces) == sample.ask("固投和财政总收入各多少").text
    assert len(pieces) == 2
    assert response.source_nodes
    assert len(chat.chat_history) == 2


def test_a_stream_that_was_left_was_not_said(chat: ZoneChatEngine) -> None:
    next(iter(chat.stream_chat("固投和财政总收入各多少").response_gen))
    assert chat.chat_history == []


def test_a_history_that_is_given_is_gone_on_from(chat: ZoneChatEngine) -> None:
    chat.chat("合同外资多少")
    history = [ChatMessage(role=MessageRole.USER, content=QUESTION),
               ChatMessage(role=MessageRole.ASSISTANT, content="22.53亿元。")]
    assert "25.6%" in str(chat.chat("同比呢", chat_history=history))
    assert said(chat)[:2] == [("user", QUESTION), ("assistant", "22.53亿元。")]
    assert len(chat.chat_history) == 4


def test_a_reset_forgets(chat: ZoneChatEngine, sample: Assistant) -> None:
    chat.chat(QUESTION)
    chat.reset()
    assert chat.chat_history == []
    assert str(chat.chat("同比呢")) == sample.conversation().ask("同比呢").text


def test_the_history_handed_out_is_a_copy(chat: ZoneChatEngine) -> None:
    chat.chat(QUESTION)
    chat.chat_history.clear()
    assert len(chat.chat_history) == 2


async def test_a_question_that_is_none_raises_at_once_and_is_not_kept(chat: ZoneChatEngine) -> None:
    chat.chat(QUESTION)
    with pytest.raises(QuestionError):
        chat.chat("？")
    with pytest.raises(QuestionError):
        chat.stream_chat("")
    with pytest.raises(QuestionError):
        await chat.astream_chat("")
    assert len(chat.chat_history) == 2
    assert "25.6%" in str(chat.chat("同比呢"))
