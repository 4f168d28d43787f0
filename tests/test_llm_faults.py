"""Whatever a model server does, an answer comes, offline and labelled, within a bounded time."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from assistant.llm.guards import Breaker, Budget
from assistant.llm.model import Model
from assistant.settings import Settings
from index.errors import ModelError
from tests.scripted_llm import Step, serving
from tests.test_llm_chain import REVENUE, asking

HALF = ("槐渚经济开发区2018年财政总收入为10.78亿元[1]。", "同比增长")

FAULTS = {
    "timeout before the headers": (Step(delay_s=30), "没有按时回答"),
    "silence in the middle": (Step(pieces=HALF, then="hang"), "没有按时回答"),
    "an open line that says nothing": (Step(then="pings"), "没有按时回答"),
    "429": (Step(status=429), "429"),
    "500": (Step(status=500), "500"),
    "503": (Step(status=503), "503"),
    "401": (Step(status=401), "密钥"),
    "404": (Step(status=404), "404"),
    "400": (Step(status=400), "400"),
    "half a stream": (Step(pieces=HALF, then="cut"), "断了"),
    "invalid JSON in the stream": (Step(pieces=HALF, then="garbage"), "不合格式"),
    "a page instead of an answer": (Step(body="<html>login</html>"), ""),
    "empty": (Step(), "什么也没有回答"),
    "white space": (Step(pieces=(" ", "\n")), "没有给出可用的回答"),
    "endless": (Step(then="forever"), ""),
    "English": (Step(pieces=("The total fiscal revenue was 10.78亿元 [1].",)), "没有通过核对"),
    "a refusal": (Step(pieces=("抱歉，我无法回答这个问题。",)), "没有通过核对"),
    "an excuse": (Step(pieces=("作为一个人工智能语言模型，我不能提供财政数据。",)), "没有通过核对"),
    "obeys what was planted": (Step(pieces=("槐渚经济开发区2018年财政总收入为999亿元[1]。",)), "没有通过核对"),
    "a link": (Step(pieces=("见[这里](https://evil.example)。",)), "没有通过核对"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_ends_in_a_labelled_answer_in_time(fixture_index: Path, name: str) -> None:
    step, words = FAULTS[name]
    with asking(fixture_index, step, llm_timeout_s=4, llm_retries=1) as (assistant, _):
        started = time.monotonic()
        answer = assistant.ask(REVENUE)
        took = time.monotonic() - started
    assert took < 4 + 6, "the deadline and what this machine needs for the rest"
    assert "10.78亿元" in answer.text
    assert "9.6%" in answer.text
    assert "999" not in answer.text
    assert answer.fallback
    assert words in answer.fallback


def test_a_server_that_is_not_there_is_told(fixture_index: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with asking(fixture_index, Step(), llm_retries=0) as (assistant, _):
        model = Model(assistant.settings.model_copy(update={"llm_base_url": f"http://127.0.0.1:{port}/v1"}))
        with pytest.raises(ModelError, match="连不上"):
            model.complete("a", "b", model.deadline())


def settings(url: str, **more: int) -> Settings:
    return Settings.load(llm_base_url=url, llm_model="m", **{"llm_timeout_s": 20, **more})


def test_a_crowded_server_is_tried_again_after_longer_and_longer_waits() -> None:
    waits: list[float] = []
    with serving(Step(status=429), Step(status=500), Step(pieces=("好。",))) as server:
        model = Model(settings(server.url, llm_retries=3), sleep=waits.append)
        assert model.complete("a", "b", model.deadline()) == "好。"
    assert len(server.requests) == 3
    assert 0.3 < waits[0] < waits[1] < 2


def test_the_wait_that_a_server_asks_for_is_kept_or_it_is_left() -> None:
    waits: list[float] = []
    with serving(Step(status=429, headers={"retry-after": "3"}), Step(pieces=("好。",))) as server:
        model = Model(settings(server.url), sleep=waits.append)
        assert model.complete("a", "b", model.deadline()) == "好。"
        assert waits == [3.0]
    with serving(Step(status=429, headers={"retry-after": "600"})) as server:
        model = Model(settings(server.url), sleep=waits.append)
        with pytest.raises(ModelError, match="429"):
            model.complete("a", "b", model.deadline())
        assert len(server.requests) == 1


def test_what_cannot_get_better_is_not_tried_again() -> None:
    for step in (Step(status=401), Step(status=404), Step(pieces=("一半",), then="cut")):
        with serving(step) as server:
            model = Model(settings(server.url), sleep=lambda _: None)
            with pytest.raises(ModelError):
                model.complete("a", "b", model.deadline())
            assert len(server.requests) == 1


def test_after_three_failures_the_server_is_left_alone_for_a_minute() -> None:
    now = [0.0]
    with serving(Step(status=401), Step(status=401), Step(status=401), Step(pieces=("好。",))) as server:
        model = Model(settings(server.url), clock=lambda: now[0], sleep=lambda _: None)
        for _ in range(3):
            with pytest.raises(ModelError, match="密钥"):
                model.complete("a", "b", 20)
        with pytest.raises(ModelError, match="暂停"):
            model.complete("a", "b", 20)
        assert len(server.requests) == 3
        now[0] = 61
        assert model.complete("a", "b", 81) == "好。"
        assert model.breaker.allows()


def test_an_open_breaker_lets_one_trial_through() -> None:
    now = [0.0]
    breaker = Breaker(failures=1, rest_s=10, clock=lambda: now[0])
    breaker.failed()
    assert not breaker.allows()
    now[0] = 11
    assert [breaker.allows(), breaker.allows()] == [True, False]
    breaker.succeeded()
    assert breaker.allows()


def test_tokens_are_counted_and_the_budget_ends_the_use_of_the_model(fixture_index: Path) -> None:
    with asking(fixture_index, Step(pieces=("好。",)), llm_budget_tokens=1_500) as (assistant, server):
        answers = [assistant.ask(REVENUE) for _ in range(4)]
        model = assistant._model
        assert model is not None
        assert 300 < model.budget.spent <= 1_500
    assert "用量已到上限" in answers[-1].fallback
    assert "10.78亿元" in answers[-1].text
    assert len(server.requests) < 8


def test_a_budget_of_nothing_is_no_limit() -> None:
    budget = Budget(0)
    budget.spend(10**9)
    assert budget.allows(10**9)


def test_a_prompt_stays_within_its_tokens(fixture_index: Path) -> None:
    from index.splitting import count_tokens

    with asking(fixture_index, Step(pieces=("无。",)), llm_context_tokens=1_000) as (assistant, server):
        assistant.ask("槐渚2018年底自己总结了哪些问题？简单说")
    prompt = server.requests[0]
    assert sum(count_tokens(m["content"]) for m in prompt["messages"]) <= 1_000
    assert prompt["max_tokens"] == 500
    assert prompt["temperature"] == 0
