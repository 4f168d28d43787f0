"""Units with a wide stroke, how long something took, what was faced when, and the parts of a year that goals and rates belong to."""

from __future__ import annotations

import pytest

from index.records import FigureKind, Period, Status
from tests.test_figures import read, table

HALF = Period.months(2018, 1, 6)


@pytest.mark.parametrize(("text", "unit"), [
    ("PM2.5年均浓度28微克／立方米。", "微克/立方米"),
    ("PM2.5年均浓度28μg/m³。", "μg/m³"),
])  # fmt: skip
def test_a_unit_per_another_however_it_is_set(text: str, unit: str) -> None:
    (figure,) = read(text)
    assert (figure.indicator, figure.value_text[:2], figure.unit) == ("PM2.5年均浓度", "28", unit)


@pytest.mark.parametrize("text", ["分割车间停产改造两个多月。", "历时三个季度。", "只用两个半月。"])
def test_how_long_is_no_count(text: str) -> None:
    assert read(text) == []


def test_when_something_was_faced_is_not_when_figures_hold() -> None:
    figures = read("面对焦炭价格上半年深度探底、下半年急剧回升的复杂形势，协调解决问题143个，帮助企业争取直供电4.6亿千瓦时。")
    assert [(f.value_text, f.status, f.period) for f in figures] == [
        ("143个", Status.DONE, Period.year(2018)), ("4.6亿千瓦时", Status.DONE, Period.year(2018)),
    ]  # fmt: skip


def test_the_end_of_the_year_behind_a_quarter() -> None:
    (figure,) = read("企业效益虽在四季度明显好转，但年末46户规上工业企业。")
    assert figure.period == Period.year(2018)


def test_a_rate_of_the_years_goal_is_of_the_half_that_reached_it() -> None:
    text, grid = table("指标 | 单位 | 1—6月 | 全年目标 | 完成全年目标%", "固定资产投资 | 亿元 | 18.92 | 38 | 49.8")
    rate = next(f for f in read(text, heading="一、上半年工作情况", period=HALF, tables=(grid,)) if f.kind is FigureKind.COMPLETION)
    assert (rate.value_text, rate.period) == ("49.8", HALF)


def test_a_goal_as_large_as_both_halves_is_of_the_year() -> None:
    figures = read("固定资产投资18.92亿元，新增规上企业4家。\n二、下半年工作打算\n固定资产投资力争达到39.5亿元，新增规上企业8家，技改投资6亿元。",
                   heading="一、上半年工作情况", period=HALF)
    when = {f.value_text: f.period for f in figures if f.status is Status.TARGET}
    assert when["39.5亿元"] == Period.year(2018)
    assert when["8家"] == when["6亿元"] == Period.months(2018, 7, 12)
