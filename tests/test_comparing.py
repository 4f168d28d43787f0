"""Zones side by side: one unit, gaps that stay gaps, targets apart; and the chart that shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.comparing import comparable, compare
from assistant.web.charts import bar_chart, line_chart
from assistant.web.language import CHINESE
from index.records import Figure, FigureKind, Period, SectionKind, Status

BASE = Figure("f", "r", "甲区", "财政总收入", "财政总收入", "", Period.year(2018), Status.DONE, FigureKind.VALUE,
              Decimal("1.5"), "亿元", "1.5亿元", "", Decimal(9), "%", "同比增长9%", "同比", (), SectionKind.REVIEW,
              0, 9, 0, 20)


def figure(year: int, value: str, unit: str = "亿元", **changes: object) -> Figure:
    return replace(BASE, period=Period.year(year), value=Decimal(value), unit=unit, value_text=value + unit,
                   **changes)  # type: ignore[arg-type]


FIGURES = [figure(2016, "1"), figure(2017, "1.2"), figure(2019, "15000", "万元"),
           figure(2020, "2", status=Status.TARGET), figure(2018, "3", zone="乙区"), figure(2018, "9", scope="松园"),
           figure(2018, "4", "家", zone="乙区", start=5)]


def test_values_come_into_one_unit_and_what_has_another_measure_is_left_out() -> None:
    found = compare(FIGURES, "财政总收入", ["甲区", "乙区"])
    assert found.unit == "亿元"
    point = found.at("甲区", Period.year(2019), Status.DONE)
    assert point is not None
    assert point.value == Decimal("1.5")
    assert [f.unit for f in found.left_out] == ["家"]
    assert found.at("甲区", Period.year(2018), Status.DONE) is None


def test_years_that_nobody_gives_stand_on_the_axis_and_targets_are_a_series_of_their_own() -> None:
    found = compare(FIGURES, "财政总收入", ["甲区"])
    assert [period.key for period in found.periods] == ["2016", "2017", "2018", "2019", "2020"]
    assert [series.status for series in found.series] == [Status.DONE, Status.TARGET]


def test_the_report_of_the_year_is_believed_before_a_later_one() -> None:
    later = figure(2018, "7", zone="乙区", report_id="later", start=0)
    own: dict[str, Period | None] = {"later": Period.year(2019), "r": Period.year(2018)}
    found = compare([later, FIGURES[4]], "财政总收入", ["乙区"], own_period=own)
    point = found.at("乙区", Period.year(2018), Status.DONE)
    assert point is not None
    assert point.value == 3


def test_growth_is_compared_as_growth() -> None:
    found = compare(FIGURES, "财政总收入", ["甲区"], growth=True)
    assert (found.unit, found.measure) == ("%", "增速")


def test_names_with_the_most_cells_come_first() -> None:
    assert comparable([*FIGURES, figure(2018, "1", name="利润")]) == ["财政总收入", "利润"]


def said(figure: Figure) -> str:
    return f"{figure.zone}{figure.period.label if figure.period else ''}的那一句。"


def test_a_line_breaks_where_a_year_is_missing_and_targets_are_dashed() -> None:
    figures = [*FIGURES, figure(2021, "2.2", status=Status.TARGET)]
    svg = line_chart(compare(figures, "财政总收入", ["甲区"]), CHINESE, said, id="c")
    lines = re.findall(r'class="zq-line zq-line-(\w+)[^"]*" d="([^"]+)"', svg)
    assert [kind for kind, _ in lines] == ["target", "done"]  # what was achieved is drawn over what was aimed at
    assert lines[1][1].count("L") == 1  # 2016–2017; 2019 stands alone
    assert "财政总收入（亿元）" in svg


@pytest.mark.parametrize("draw", [line_chart, bar_chart])
def test_every_point_is_a_link_to_its_sentence_with_its_words(draw: object) -> None:
    svg = draw(compare(FIGURES, "财政总收入", ["甲区", "乙区"]), CHINESE, said, id="c")  # type: ignore[operator]
    assert svg.count('href="#report=r&amp;span=0-20&amp;marks=0-9"') == 5
    assert 'aria-label="甲区 2019年 · 完成 15000万元，同比增长9%"' in svg
    assert "<desc>甲区 2019年 · 完成&#10;15000万元，同比增长9%&#10;甲区2019年的那一句。</desc>" in svg
    assert "NaN" not in svg


@pytest.mark.parametrize("values", [["0"], ["5", "5"], ["-3", "4"], ["0.0001"], ["123456789"]])
def test_any_values_make_an_axis(values: list[str]) -> None:
    svg = line_chart(compare([figure(2015 + n, value) for n, value in enumerate(values)], "财政总收入", ["甲区"]),
                     CHINESE, said, id="c")
    heights = [float(y) for y in re.findall(r'cy="([-\d.]+)"', svg)]
    assert all(0 <= y <= 340 for y in heights)
