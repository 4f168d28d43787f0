"""Figures that don't fit together are pointed out, whatever rounding allows is not, and nothing is corrected."""

from __future__ import annotations

from assistant import Assistant
from assistant.extractive.consistency import hints


def told(assistant: Assistant) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for hint in hints(assistant.facts.figures()):
        found.setdefault(hint.kind, []).append(hint.text)
    return found


def test_a_growth_that_two_reports_contradict_is_said_with_the_computed_one(nine: Assistant) -> None:
    growths = told(nine)["增速"]
    assert any("外贸进出口总额" in text and "6.8%" in text and "4.65%" in text for text in growths)
    assert len(growths) == 2  # the other 2018 and 2019 growths fit the year before, within rounding


def test_parts_that_miss_their_whole_are_said_with_the_difference(nine: Assistant) -> None:
    assert any("58.4亿元" in text and "57.4亿元" in text and "相差1亿元" in text for text in told(nine)["合计"])


def test_a_value_stated_anew_by_a_later_report_is_said_with_both(nine: Assistant) -> None:
    assert any("143.5亿元" in text and "142.6亿元" in text for text in told(nine)["调整"])


def test_an_answer_carries_the_hint_of_its_figure_and_prints_the_report(nine: Assistant) -> None:
    answer = nine.ask("霁岭高新区2018年固定资产投资是多少")
    assert "58.4亿元" in answer.text
    assert any("57.4亿元" in hint for hint in answer.hints)
    assert nine.ask("鲸浦2017年财政总收入是多少").hints == ()
