"""Goals told in what was done (快于年初增长10%的安排, 改造计划40台，实际完成34台) and budgets told by how far off they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from index.figures import extract_figures
from index.outline import outline
from index.records import FigureKind, Period, Report, Status
from tests.conftest import over

TEXT = """# 栌川经济开发区2022年工作总结

一、2022年工作回顾
固定资产投资92.4亿元，增长11.2%，快于年初增长10%的安排；技改投资21.5亿元，增长4.1%，慢于年初增长8%的要求。
单位工业增加值能耗下降3.6%，略好于下降3.5%的年度目标。
规上工业增加值81.3亿元，增长6.2%，低于年初7%以上的要求。限上批发业销售额增长9.4%，年初目标是不低于8%。
燃气锅炉改造计划40台，实际完成34台，没有完成任务。
一般公共预算收入没有达到预算，短收0.08亿元。税收收入5.1亿元，超收0.3亿元。
12个省重点项目完成投资38.2亿元，完成年度计划的96.4%。
绢纺三期技改项目总投资3.4亿元，年度计划2.1亿元，实际只完成0.8亿元。
预计规上工业总产值320亿元，增长6.5%左右，好于计划15亿元。
栌能电池一期9月开工，满产后预计年产值35亿元、年税收1.6亿元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("set"), TEXT, "luchuan_2022.md") as one:
        yield one


def test_a_growth_that_what_was_done_is_set_against_is_its_goal() -> None:
    report = Report("r", "r.txt", TEXT, "txt", title="", zone="栌川经济开发区", period=Period.year(2022))
    figures = extract_figures(report, outline(report))
    aims = {f.indicator: str(f.growth) for f in figures if f.status is Status.TARGET and f.growth is not None}
    assert (aims["固定资产投资"], aims["技改投资"], aims["单位工业增加值能耗"]) == ("10", "8", "-3.5")
    boilers = [(f.indicator, f.value_text, f.status) for f in figures if f.unit == "台"]
    assert boilers == [("燃气锅炉改造", "40台", Status.TARGET), ("燃气锅炉改造", "34台", Status.DONE)]
    assert ("完成投资", "0.8亿元") in [(f.indicator, f.value_text) for f in figures]
    assert not [f for f in figures if f.value_text == "15亿元" and f.status is Status.TARGET]  # how far beyond the plan
    gaps = [(f.scope, f.indicator, f.value_text) for f in figures if f.kind is FigureKind.GAP]
    assert gaps == [("比目标少", "一般公共预算收入", "0.08亿元"), ("比目标多", "税收收入", "0.3亿元")]


@pytest.mark.parametrize(("asked", "verdict", "number"), [
    ("固定资产投资增速达到目标了吗", "完成了目标", "1.2个百分点"),
    ("技改投资增速达到目标了吗", "未完成目标", "3.9个百分点"),
    ("规上工业增加值增速达到目标了吗", "未完成目标", "0.8个百分点"),  # 低于…7%以上 is no ceiling
    ("省重点项目完成投资完成目标了吗", "未完成目标", "96.4%"),
    ("燃气锅炉改造完成目标了吗", "未完成目标", "6台"),
])
def test_whether_such_a_goal_was_met_is_told_with_both(assistant: Assistant, asked: str, verdict: str, number: str) -> None:
    text = assistant.ask(f"栌川2022年{asked}").text
    assert text.startswith(verdict)
    assert number in text


@pytest.mark.parametrize("asked", ["一般公共预算收入超预算完成，具体超收了多少", "一般公共预算收入短收多少", "一般公共预算收入完成预算了吗"])
def test_a_budget_that_was_missed_is_told_by_how_much(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(f"栌川2022年{asked}").text.startswith("没有完成预算：栌川经济开发区2022年一般公共预算收入短收0.08亿元")


def test_what_was_paid_in_all_is_no_surplus_and_what_one_project_will_pay_no_forecast_of_it(assistant: Assistant) -> None:
    assert assistant.ask("栌川2022年税收收入超收了多少").text.startswith("超过预算：栌川经济开发区2022年税收收入超收0.3亿元")
