"""Rates of goals against one another, averages of what one breath tells, and what is asked behind what was only mentioned."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

EAST = """# 槲汭经济开发区2022年工作总结

全年进出口总额18.4亿美元，其中出口11.9亿美元。供应商服用地12宗426亩，其中地铁上盖用地3宗。泵阀总装项目总投资22亿元，商服用地250亩。
年末书店160家，年内新开21家，藏书84万册，其中获评示范书店18家。
发放惠农补助1.26亿元，惠及农户420户；“链易贷”放款6.3亿元，支持企业140户，比上年多32户；兑现奖励0.9亿元。

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
