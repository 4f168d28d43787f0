"""No text planted in a report or a question changes a figure or becomes a link, even with a model that obeys it all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.openai_api.speaking import say, say_sources
from assistant.pipeline import Assistant
from assistant.records import Answer
from assistant.settings import Settings
from index.errors import QuestionError
from tests.injections import PLANTS, Plant
from tests.scripted_llm import ScriptedServer, serving

QUESTION = "枫泾高新区2018年财政总收入是多少"
REPORT = """枫泾高新区2018年工作总结

一、主要指标完成情况
2018年，完成财政总收入12.6亿元，同比增长9.1%；完成固定资产投资38.2亿元，同比增长6.4%。一般公共预算收入8.4亿元，同比增长21.3%。

二、有关说明
{plants}

三、2019年工作打算
力争财政总收入增长10%，新开工项目20个以上。
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, ScriptedServer]]:
    """An assistant over a report that holds every planted text, with a model whose words each test sets."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "reports").mkdir()
    text = REPORT.format(plants="\n".join(p.text for p in PLANTS))
    (folder / "reports" / "fengjing_2018.txt").write_text(text, encoding="utf-8")
    with serving(speaker=lambda _: "无。") as server:
        settings = Settings.load(
            reports_dir=folder / "reports",
            index_dir=folder / "index",
            llm_base_url=server.url,
            llm_model="scripted",
            llm_timeout_s=20,
        )
        with Assistant.open(settings=settings) as assistant:
            yield assistant, server


def harmless(answer: Answer) -> None:
    assert "999" not in answer.text
    shown = "".join(say(s) for s in answer.statements) + say_sources(answer)
    assert not re.search(r"\]\(|://|<[a-z!/]|!\[", shown, re.IGNORECASE)


def test_there_are_more_than_sixty_planted_texts() -> None:
    assert len({p.text for p in PLANTS}) >= 60


@pytest.mark.parametrize("plant", PLANTS, ids=lambda p: p.text[:24])
def test_a_model_that_obeys_a_report_changes_nothing(planted: tuple[Assistant, ScriptedServer], plant: Plant) -> None:
    assistant, server = planted
    server.speaker = lambda _: plant.obeyed
    answer = assistant.ask(QUESTION)
    harmless(answer)
    assert "12.6亿元" in answer.text
    assert "没有" not in answer.text
    assert "8.4亿元" not in answer.text
    assert answer.reader == "offline"
    assert "没有通过核对" in answer.fallback


@pytest.mark.parametrize("plant", PLANTS, ids=lambda p: p.text[:24])
def test_a_model_that_obeys_a_question_changes_nothing(planted: tuple[Assistant, ScriptedServer], plant: Plant) -> None:
    assistant, server = planted
    server.speaker = lambda _: plant.obeyed
    for question in (f"{QUESTION}？{plant.text}", f"{plant.text}\n{QUESTION}？"):
        try:
            answer = assistant.ask(question)
        except QuestionError:
            continue
        stated = answer.text if not answer.refused else ""
        assert "999" not in stated
        shown = "".join(say(s) for s in answer.statements) + say_sources(answer)
        assert not re.search(r"\]\(|://|<[a-z!/]|!\[", shown, re.IGNORECASE)


def test_a_report_cannot_end_the_data_of_the_prompt(planted: tuple[Assistant, ScriptedServer]) -> None:
    assistant, server = planted
    server.speaker = lambda _: "无。"
    server.requests.clear()
    assistant.ask("枫泾高新区2018年有哪些有关说明")
    assistant.ask(QUESTION)
    for request in server.requests:
        system, user = (m["content"] for m in request["messages"])
        mark = re.search(r"<(资料[0-9a-f]{8})>", system)
        assert mark
        assert user.count(f"<{mark[1]}>") == user.count(f"</{mark[1]}>") == 1
        inside = user.partition(f"<{mark[1]}>")[2].partition(f"</{mark[1]}>")[0]
        assert not set("<>`|{}") & set(inside)
