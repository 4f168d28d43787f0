"""Rates of goals against one another, averages of what one breath tells, and what is asked behind what was only mentioned."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.against import CHANGE_ALONE
from tests.conftest import over

EAST = """# 槲汭经济开发区2022年工作总结

全年进出口总额18.4亿美元，其中出口11.9亿美元。供应商服用地12宗426亩，其中地铁上盖用地3宗。泵阀总装项目总投资22亿元，商服用地250亩。
年末书店160家，年内新开21家，藏书84万册，其中获评示范书店18家。
发放惠农补助1.26亿元，惠及农户420户；“链易贷”放款6.3亿元，支持企业140户，比上年多32户；兑现奖励0.9亿元。

## 二、主要指标

（一）总量。园区总产值迈上260亿元台阶。构成上，泵阀104亿元、电缆91亿元、制冷65亿元。
（二）效益。园区企业利润19.5亿元。

# 目标完成

| 指标 | 单位 | 目标 | 完成 | 完成率（%） |
| --- | --- | --- | --- | --- |
| 固定资产投资 | 亿元 | 80 | 84.0 | 105.0 |
| 财政总收入 | 亿元 | 30 | 29.4 | 98.0 |
"""

WEST = """# 翎沚高新区2022年工作总结

| 指标 | 单位 | 完成 | 上年 | 增长（%） | 目标 |
| --- | --- | --- | --- | --- | --- |
| 固定资产投资 | 亿元 | 54.0 | 50.0 | 8.0 | 50 |
| 税收收入 | 亿元 | 9.5 | 9.0 | 5.6 | 10 |
| 营业收入 | 亿元 | 198 | 180 | 10.0 | 200 |
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("reckoned"), EAST, "槲汭2022.md", 翎沚2022=WEST) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "expected", "absent"),
    [
        ("2022年固定资产投资，槲汭和翎沚谁的目标完成率高？各是多少？", ["105", "108%", "翎沚高新区的完成率更高", "3个百分点"], ["30亿元"]),
        ("翎沚2022年税收收入和营业收入两项，哪项的目标完成率更低", ["95%", "99%", "税收收入的完成率更低", "4个百分点"], ["188.5"]),
        ("槲汭2022年固定资产投资和财政总收入的年度任务完成率，哪项更高，高出几个百分点", ["105", "98", "7个百分点"], ["54.6", "占"]),
    ],
)
def test_rates_of_completion_are_compared_and_no_amounts(zones: Assistant, question: str, expected: list[str], absent: list[str]) -> None:
    text = zones.ask(question).text
    assert all(e in text for e in expected), text
    assert not any(a in text for a in absent), text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("槲汭2022年供应的商服用地平均每宗多少亩", "35.5亩"),
        ("槲汭2022年平均每家书店藏书多少万册", "0.53万册"),
        ("拿2022年的数平均一下，槲汭每家书店藏书多少万册", "0.53万册"),
        ("槲汭2022年链易贷平均一户放了多少钱", "450万元"),
    ],
)
def test_an_average_is_of_what_one_breath_tells(zones: Assistant, question: str, expected: str) -> None:
    answer = zones.ask(question)
    assert expected in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "expected", "absent"),
    [
        ("槲汭2022年进出口和出口我都查到了，进口是多少", "6.5亿美元", "出口：11.9"),
        ("槲汭2022年进口了多少亿美元的货物", "6.5亿美元", "没有"),
    ],
)
def test_what_is_only_mentioned_is_not_asked(zones: Assistant, question: str, expected: str, absent: str) -> None:
    text = zones.ask(question).text
    assert expected in text, text
    assert absent not in text, text


def test_a_heading_that_says_in_what_respect_owns_no_figure(zones: Assistant) -> None:
    told = [f for f in zones.facts.figures() if f.indicator in ("总产值", "利润")]
    assert {f.scope for f in told if f.value_text in ("260亿元", "19.5亿元")} == {""}
    assert "40%" in zones.ask("槲汭2022年泵阀产值占总产值的比重是多少").text


NORTH = """# 沅陌产业园{year}年工作总结

三大主导产业实现产值{sum}亿元，占规上工业总产值的{share}%。规上工业总产值{all}亿元。固定资产投资{put}亿元，增长{grew}%。盘活低效用地{land}亩。税收增速从前一年的6.4%提高到8.1%。
"""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    then = NORTH.format(year=2021, sum="120.0", share="60.0", all="200.0", put="40.0", grew="9.0", land="310")
    then += "\n## 2022年打算\n\n固定资产投资增长12%。\n"
    now = NORTH.format(year=2022, sum="151.2", share="63.0", all="240.0", put="44.2", grew="10.5", land="402")
    with over(tmp_path_factory.mktemp("years"), then, "沅陌2021.md", 沅陌2022=now) as assistant:
        yield assistant


def test_a_share_that_the_asker_defines_is_that_share(years: Assistant) -> None:
    text = years.ask("沅陌主导产业集中度（三大主导产业产值占规上工业总产值的比重）2021、2022年各是多少，提高了几个百分点？").text
    assert all(e in text for e in ("60", "63", "3个百分点")), text


def test_all_but_the_counted_trades_is_what_their_sum_leaves(years: Assistant) -> None:
    text = years.ask("2022年沅陌三大主导产业以外的其他规上工业，产值合计还有多少？").text
    assert "88.8亿元" in text, text


def test_by_how_much_it_grew_in_a_year_is_of_what_was_talked_of(years: Assistant) -> None:
    talk = years.conversation()
    for said in ("沅陌2021年盘活了多少闲地", "22年呢"):
        talk.ask(said)
    assert CHANGE_ALONE.match("一年多出来多少亩")
    assert "92亩" in talk.ask("一年多出来多少亩？").text


def test_a_goal_set_at_the_start_of_the_year_is_of_what_was_talked_of(years: Assistant) -> None:
    talk = years.conversation()
    talk.ask("沅陌2022年固定资产投资完成额")
    assert "12%" in talk.ask("年初目标是增长多少？").text
    assert "1.5个百分点" in talk.ask("实际增速和目标差几个百分点？").text
