"""What is told under the name of a place is of that place; cells that go on behind their number; goals set anew, debts, revised figures."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure
from index.settings import IndexSettings
from tests.test_figures import D
from tests.test_figures_told import told

PLACES = """# 珩汜经济技术开发区2022年各片区工作情况汇总

一、全区总体情况

全年完成规上工业总产值491.3亿元，增长6.0%；实际到位内资126.2亿元。新签约亿元以上项目45个。

二、各片区情况

（一）沚湾片区

全年完成规上工业总产值128.4亿元，增长8.2%；实际到位内资31.5亿元。

新签约亿元以上项目11个，其中开工7个。片区龙头骅劼汽配产值36.7亿元，增长12.5%。轻量化底盘项目总投资15.8亿元。

（二）岫坪片区

全年完成规上工业总产值124.8亿元；实际到位内资35.1亿元。

三、存在问题

用工缺口3000人。
"""


def figures(text: str) -> list[Figure]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report_2022.md"
        path.write_text(text, "utf-8")
        report = read_report(path, root=path.parent, settings=IndexSettings())
    return extract_figures(report, outline(report))


def test_what_stands_under_a_place_is_of_it() -> None:
    rows = {(f.scope, f.indicator, f.value_text) for f in figures(PLACES)}
    assert {("", "规上工业总产值", "491.3亿元"), ("", "实际到位内资", "126.2亿元"), ("新签约", "亿元以上项目", "45个")} <= rows
    assert {("沚湾片区", "规上工业总产值", "128.4亿元"), ("沚湾片区", "实际到位内资", "31.5亿元"), ("沚湾片区新签约", "亿元以上项目", "11个")} <= rows
    assert {("沚湾片区龙头骅劼汽配", "产值", "36.7亿元"), ("轻量化底盘项目", "总投资", "15.8亿元"), ("岫坪片区", "实际到位内资", "35.1亿元")} <= rows
    assert any(not f.scope and f.value_text == "3000人" for f in figures(PLACES))


def test_one_place_alone_heads_nothing() -> None:
    text = PLACES.split("（二）岫坪片区")[0]
    assert all("沚湾片区" not in f.scope for f in figures(text) if f.indicator == "实际到位内资")


@pytest.mark.parametrize(("text", "rows"), [
    ("一般公共预算收入13.1亿元；年初目标14亿元，9月经批准调整为13.2亿元。", [("", "14亿元", "目标"), ("调整后", "13.2亿元", "目标")]),
    ("以前年度应付工程款4350万元，当年支付3180万元，仍欠1170万元。", [("仍欠", "1170万元", "完成")]),
    ("年末政府债务余额58.2亿元，低于61.5亿元的核定限额。", [("", "58.2亿元", "完成"), ("", "61.5亿元", "完成")]),
    ("上年规上工业总产值经统计部门核定为388.2亿元。", [("调整后", "388.2亿元", "完成")]),
])
def test_what_is_set_anew_owed_or_allowed(text: str, rows: list[tuple[str, str, str]]) -> None:
    found = [(row[0], row[2], row[3]) for row in told(text)]
    assert all(row in found for row in rows), found


@pytest.mark.parametrize(("text", "scope"), [
    ("智能仪表冲得最猛，产值58.2亿元，增长28.5%。", "智能仪表"), ("特种玻纤掉了队，产值62.9亿元，下降8.4%。", "特种玻纤"),
    ("再看产业。精密铸锻继续挑大梁，产值116.8亿元。", "精密铸锻"), ("前10户企业税收占比达到57%。", "前10户企业"),
    ("总投资8.6亿元的精密泵项目当年完成投资4.2亿元。", "精密泵项目"),
])
def test_whose_a_number_is(text: str, scope: str) -> None:
    assert {f.scope for f in figures("# 甲乙经济开发区2022年工作总结\n\n" + text)} == {scope}


def test_values_behind_a_change_of_pace_are_of_what_grew() -> None:
    rows = told("规上工业总产值413.7亿元，增长7.1%，增幅比上年回落2.1个百分点；其中上半年完成196.2亿元。")
    assert [row[1] for row in rows if row[2] == "196.2亿元"] == ["规上工业总产值"]


def test_a_cell_goes_on_behind_its_number() -> None:
    table = """# 甲乙经济开发区2022年工作要点兑现情况

| 任务 | 年度目标 | 完成结果 | 兑现情况 |
| --- | --- | --- | --- |
| 财政总收入 | 24.5亿元 | 24.86亿元，同比增长6.2% | 兑现 |
| 进出口总额 | 48亿元 | 45.3亿元，同比下降6.4%；其中出口38.7亿元 | 未兑现 |
| 新认定高新技术企业 | 18家 | 21家，年末累计97家 | 兑现 |
"""
    found = {(f.scope, f.indicator, f.value_text, f.status.value): f.growth for f in figures(table)}
    assert found["", "财政总收入", "24.86亿元", "完成"] == D("6.2")
    assert found["", "进出口总额", "45.3亿元", "完成"] == D("-6.4")
    assert ("", "出口", "38.7亿元", "完成") in found
    assert ("累计", "高新技术企业", "97家", "完成") in found


def test_what_a_zone_is_now_is_of_the_year_reported_behind_the_year_it_was_founded() -> None:
    text = "# 柏岭经开区2022年工作总结\n\n柏岭经开区2006年设立，2014年扩区，现规划面积46.8平方公里，已建成29.3平方公里，常住人口11.7万人。\n"
    found = {f.value_text: f.period.label for f in figures(text) if f.period is not None}
    assert [found[value] for value in ("46.8平方公里", "29.3平方公里", "11.7万人")] == ["2022年"] * 3
    grown = figures("# 柏岭经开区2022年工作总结\n\n柏岭经开区2006年设立，2014年扩区到20平方公里。\n")
    assert [f.period.label for f in grown if f.period is not None] == ["2014年"]
