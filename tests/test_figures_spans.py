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


def test_a_table_of_a_plan_says_which_column_is_of_which_years() -> None:
    text, grid = table(
        "指标 | 单位 | 2010年基数 | 规划目标 | 2015年完成 | 年均递增（%） | 是否完成",
        "财政总收入 | 亿元 | 9.6 | 18 | 19.2 | 14.9 | 完成",
        "固定资产投资（五年累计） | 亿元 | 〔148〕 | 〔320〕 | 〔336.5〕 | — | 完成",
        "研发投入强度 | % | 1.1 | 1.8 | 1.7 | 〔0.6〕 | 未完成",
        caption="“十二五”规划主要指标完成情况",
    )
    found = read(text, heading="一、规划完成情况", period=Period.year(2015), tables=(grid,))
    when = {(f.indicator, f.value_text or f.growth_text): (f.period.key if f.period else "", f.status, f.growth_base) for f in found}
    assert when["财政总收入", "9.6"] == ("2010", Status.DONE, "")
    assert when["财政总收入", "18"] == ("2015", Status.TARGET, "")
    assert when["财政总收入", "19.2"] == ("2015", Status.DONE, "")
    assert when["财政总收入", "14.9"] == ("2011-2015", Status.DONE, "年均")
    assert when["固定资产投资", "148"] == ("2006-2010", Status.DONE, "")
    assert when["固定资产投资", "320"] == ("2011-2015", Status.TARGET, "")
    assert when["固定资产投资", "336.5"] == ("2011-2015", Status.DONE, "")
    risen = next(f for f in found if f.growth_text == "〔0.6〕" or f.growth_base == "累计")
    assert (risen.period, risen.growth_unit) == (Period.years(2011, 2015), "个百分点")


def test_a_growth_a_year_up_to_a_goal_is_aimed_at() -> None:
    text, grid = table("指标 | 2018年实际 | 2019年目标 | 2023年目标 | 年均增长", "财政总收入（亿元） | 20.4 | 22 | 30 | 8%左右")
    rate = next(f for f in read(text, heading="四、今后五年目标", tables=(grid,)) if f.growth_base == "年均")
    assert (rate.period, rate.status) == (Period.years(2019, 2023), Status.TARGET)


@pytest.mark.parametrize(("text", "expected"), [
    ("五年关停化工企业26家；优良天数比率由71.8%升至84.7%。", [("26家", "2014-2018"), ("71.8%", "2013"), ("84.7%", "2018")]),
    ("研发平台由2013年的7家增至2018年的29家。", [("7家", "2013"), ("29家", "2018")]),
    ("在全省综合考评中的位次由2013年的第38位前移至2018年的第21位。", [("38位", "2013"), ("21位", "2018")]),
    ("在综合考评中列第87位，较上年的第96位前移9位。", [("87位", "2018"), ("96位", "2017"), ("9位", "2018")]),
])  # fmt: skip
def test_what_it_was_before_is_of_the_year_that_the_words_name(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(f.value_text.removeprefix("第"), f.period.key if f.period else "") for f in sorted(read(text), key=lambda f: f.end)]
    assert found == expected


def test_a_semicolon_in_brackets_ends_nothing() -> None:
    text = "地区生产总值412亿元，增长8.6%（其中：第一产业3亿元；第二产业278亿元；第三产业131亿元），"
    text += "高于年初8.5%的预期目标，总量占全市2158亿元的19.1%。"
    found = {f.value_text or f.growth_text: f for f in read(text)}
    assert found["278亿元"].part_of == found["131亿元"].part_of == found["412亿元"].id
    assert (found["8.5%"].indicator, found["8.5%"].status) == ("地区生产总值", Status.TARGET)
    assert (found["2158亿元"].indicator, found["2158亿元"].scope, found["2158亿元"].status) == ("地区生产总值", "全市", Status.DONE)
    assert found["19.1%"].scope == "地区生产总值"


def test_a_project_goes_on_behind_the_parts_of_its_cost() -> None:
    text = "霁川客车项目总投资42亿元（其中：设备投资23.5亿元；厂房投资9亿元），当年完成投资12.8亿元。"
    found = {f.value_text: f for f in read(text)}
    assert "霁川客车项目" in found["12.8亿元"].scope
