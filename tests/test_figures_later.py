"""What stands beside a figure and must not pass on its own time or status: goals of a year, plans, restated values."""

from __future__ import annotations

import pytest

from index.records import Figure, Period
from tests.test_figures import read

HALF = Period.half(2018, 1)


def told(figures: list[Figure]) -> list[tuple[str, str, str, str, str]]:
    return [
        (f.scope, f.indicator, f.value_text or f.growth_text, f.period.key if f.period else "", f.status.value) for f in figures
    ]


def test_the_goal_of_a_year_does_not_date_what_is_told_of_its_half() -> None:
    figures = read(
        "工业投资18.2亿元，完成全年36亿元目标的50.6%，其中技改投资5.1亿元，增长8.4%。", period=HALF, heading="一、上半年工作回顾"
    )
    assert told(figures) == [
        ("", "工业投资", "18.2亿元", "2018H1", "完成"),
        ("", "工业投资", "36亿元", "2018", "目标"),
        ("工业投资", "完成年度目标", "50.6%", "2018H1", "完成"),
        ("", "技改投资", "5.1亿元", "2018H1", "完成"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("26个在建项目年度计划投资33亿元，已完成17.4亿元，占计划的52.7%。", ("", "在建项目年度计划投资", "在建项目完成投资")),
        ("在建项目26个，年度计划投资33亿元，已完成17.4亿元，占计划的52.7%。", ("在建项目", "年度计划投资", "完成投资")),
    ],
)
def test_what_is_planned_for_a_year_is_a_goal_and_what_was_done_of_it_is_read(text: str, owner: tuple[str, str, str]) -> None:
    scope, planned, done = owner
    assert told(read(text, period=HALF, heading="一、上半年工作回顾")) == [
        ("", "在建项目", "26个", "2018H1", "完成"),
        (scope, planned, "33亿元", "2018", "目标"),
        (scope, done, "17.4亿元", "2018H1", "完成"),
        ("在建项目完成投资", "完成计划", "52.7%", "2018H1", "完成"),
    ]
