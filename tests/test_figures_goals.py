"""Promises of goals within what was done, of rates of completion without a named goal, and of what a sentence goes on with."""

from __future__ import annotations

import pytest

from assistant.zones import core_of
from index.figures import extract_figures
from index.outline import outline
from index.periods import in_arabic, parse_period
from index.records import FigureKind, Period, Report

HALF = "澄浦经济技术开发区2023年上半年工作简报\n\n上半年，全区接待游客218万人次，增长5%；固定资产投资9亿元，增长8%。\n\n"


def read(text: str, period: Period) -> list[tuple[str, str, str, str, str]]:
    """(scope, indicator, value with unit, status, period) of each figure."""
    report = Report("r", "r.txt", text, "txt", title="", zone="澄浦经济技术开发区", period=period)
    return [
        (f.scope, f.indicator, f"{f.value}{f.unit}", f.status.value, f.period.key if f.period else "")
        for f in extract_figures(report, outline(report))
    ]


@pytest.mark.parametrize(("sentence", "period"), [
    ("全年目标不变：接待游客480万人次，固定资产投资19亿元。", "2023"),
    ("全年目标是：接待游客480万人次，固定资产投资19亿元。", "2023"),
    ("年初市里下给我们的任务是接待游客480万人次、固定资产投资19亿元。", "2023"),
    ("目标定得实一点：接待游客480万人次；固定资产投资19亿元。", "2023"),  # twice what the half has
    ("二〇二四年的目标已经讨论通过：接待游客480万人次；固定资产投资19亿元。", "2024"),
])
def test_all_that_a_sentence_of_goals_lists_is_aimed_at(sentence: str, period: str) -> None:
    rows = read(HALF + sentence + "\n", Period.half(2023, 1))
    assert [(row[2], row[3], row[4]) for row in rows if row[2] in ("480万人次", "19亿元")] == [
        ("480万人次", "目标", period), ("19亿元", "目标", period)]
    assert {row[3] for row in rows if row[2] in ("218万人次", "9亿元")} == {"完成"}


def test_what_came_of_goals_is_done() -> None:
    rows = read("澄浦2022年总结\n\n对照目标：接待游客480万人次，全部完成。完成目标情况：固定资产投资19亿元，增长8%。\n", Period.year(2022))
    assert {row[3] for row in rows if row[2] == "19亿元"} == {"完成"}


def test_a_heading_that_is_nothing_but_a_time_to_come_plans() -> None:
    rows = read(HALF + "【下半年】\n新增夜游线路3条，年内完成投资0.8亿元，再修复岸线4.5公里，力争把短板补齐。\n", Period.half(2023, 1))
    assert [row[3] for row in rows if row[2] in ("3条", "0.8亿元", "4.5公里")] == ["目标"] * 3


def test_a_percentage_that_is_completed_is_of_a_goal() -> None:
    text = "澄浦2022年总结\n\n对照年初要点，主营业务收入完成97.6%，税金完成87.2%。\n"
    report = Report("r", "r.txt", text, "txt", title="", zone="澄浦", period=Period.year(2022))
    rates = [(f.kind, f.scope, f.indicator) for f in extract_figures(report, outline(report))]
    assert rates == [(FigureKind.COMPLETION, "主营业务收入", "完成目标"), (FigureKind.COMPLETION, "税金", "完成目标")]


def test_a_sentence_goes_on_with_the_project_that_the_one_before_began_with() -> None:
    rows = read("澄浦2022年总结\n\n1. 集装箱中心站二期9月27日投用，比计划晚三个月。项目累计完成投资8.2亿元。\n", Period.year(2022))
    assert ("集装箱中心站二期", "累计完成投资", "8.2亿元", "完成", "2022") in rows


def test_a_number_of_an_item_is_no_part_of_a_name() -> None:
    rows = read("澄浦2022年总结\n\n1.2　财政总收入5.11亿元，增长17.2%。\n2.4　年末规上工业企业71家。\n", Period.year(2022))
    assert [(row[0], row[1]) for row in rows] == [("", "财政总收入"), ("", "规上工业企业")]


def test_years_in_chinese_digits_keep_their_places() -> None:
    assert in_arabic("二〇一二年的目标") == "2012年的目标"
    assert parse_period("二○二一年上半年") == Period.half(2021, 1)
    assert in_arabic("一二三四年级") == "一二三四年级"


@pytest.mark.parametrize(("zone", "core"), [
    ("砻溪国际陆港区", ("砻溪", "陆港区")), ("岚汀空港区", ("岚汀", "空港区")), ("郁川铁路港经济区", ("郁川", "经济区")),
    ("皋溪大健康产业园", ("皋溪", "产业园")), ("棠洲农业高新技术产业示范区", ("棠洲", "高新技术产业示范区")), ("汉江临港工业园", ("汉江", "工业园")),
])
def test_a_zone_is_called_by_its_place(zone: str, core: tuple[str, str]) -> None:
    assert core_of(zone) == core


def test_a_printed_goal_is_of_what_comes_to_so_much_of_it() -> None:
    told = "澄浦2022年总结\n\n固定资产投资14.85亿元，增长11.2%，其中工业投资10.27亿元，增长15.4%，完成年度目标{}。\n"
    of_part = read(told.format("22亿元的46.7%"), Period.year(2022))
    assert ("年度目标", "工业投资", "22亿元", "目标", "2022") in of_part
    of_whole = read(told.format("30亿元的49.5%"), Period.year(2022))
    assert ("年度目标", "固定资产投资", "30亿元", "目标", "2022") in of_whole
