"""Two numbers asked for at once: a goal and what came of it, a difference and a rate; one year of several; offices, cards, capacities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.promised import goal_and_result
from tests.conftest import last, over

FIRST = """# 瑭洑经济开发区2022年工作总结

一、2022年工作回顾
全年完成规上工业总产值318.2亿元，同比增长11.1%；固定资产投资81.2亿元，同比增长10.3%。
规上工业增加值66.4亿元，同比增长8.2%。
五年累计完成固定资产投资396.0亿元（2018—2022年）。
坞口污水处理厂二期投资1.36亿元，6月30日通水，日处理能力由3万吨提高到5万吨。
受理企业诉求174件，办结161件。

二、2023年工作打算
2023年主要预期目标是：规上工业总产值350亿元；固定资产投资增长9%。
"""
SECOND = """# 瑭洑经济开发区2023年度重点工作完成情况的通报

一、主要指标
全年完成规上工业总产值342.6亿元，同比增长8.5%；固定资产投资90.1亿元，同比增长11.0%。规上工业增加值71.0亿元，同比增长8.2%。
需要说明的是，上年规上工业总产值经统计部门核定为315.8亿元，增速按核定数计算。
2018—2022年，五年累计完成固定资产投资396.0亿元。
一般公共预算收入年初预算12.67亿元，实际完成11.63亿元。其中税收收入9.02亿元，非税收入2.61亿元。

| 指标 | 全年完成 | 评价 | 责任单位 |
| --- | --- | --- | --- |
| 规上工业总产值 | 342.6亿元 | 黄牌 | 经济发展局 |
| 技改投资 | 25.3亿元 | 完成 | 经济发展局 |
| 实际利用外资 | 5180万美元 | 红牌 | 投资促进局 |

二、重点项目
1. 素纻无纺布基地。目标：6月底前开工。完成：未开工。评价：红牌。（责任单位：荻湾片区指挥部）
2. 苑头污水处理厂提标改造。目标：12月底通水。完成：10月通水。评价：完成。（责任单位：规划建设局）
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root = tmp_path_factory.mktemp("side-by-side")
    with over(root, FIRST, "tangfu_2022.md", tangfu_2023=SECOND) as one:
        yield one


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("甲区2023年工业投资，年初说要多少、最后干了多少，够数没", "甲区2023年工业投资目标完成了吗"),
        ("甲区2023年规上产值当初想冲的数冲到没有？定多少、做了多少", "甲区2023年规上产值目标完成了吗"),
        ("甲区23年技改，年初压的数跟最后干出来的差多少？", "甲区23年技改目标完成了吗"),
        ("甲区2022年亿元以上项目，照年初计划还差几个没开工？", "甲区2022年亿元以上项目开工目标完成了吗"),
        ("X项目计划投资多少、实际投了多少", "X项目计划投资多少、实际投了多少"),
        ("甲区2023年工业投资多少", "甲区2023年工业投资多少"),
    ],
)
def test_a_goal_and_its_result_are_one_question(said: str, meant: str) -> None:
    assert goal_and_result(said) == meant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("瑭洑2023年规上工业总产值年初定多少、年底做了多少，够不够", ["未完成目标", "342.6亿元", "350亿元", "7.4亿元"]),
        ("按核定后的上年数，瑭洑2023年规上工业总产值净增多少亿元", ["26.8亿元", "315.8亿元"]),
        ("瑭洑2022年的固定资产投资占2018—2022年五年总和的多大比重", ["20.5%", "396"]),
        ("瑭洑2022年收上来的企业诉求，办结率是多少，还有几件没办完", ["92.5%", "13件"]),
        ("坞口污水处理厂二期2022年通水后，一天能多处理多少，提升幅度是百分之几", ["2万吨", "66.7%"]),
        ("瑭洑2023年非税收入占一般公共预算收入几成", ["22.4%"]),
        ("瑭洑2023年归经济发展局扛的是哪几项指标", ["共2项", "规上工业总产值", "技改投资"]),
        ("瑭洑2023年吃红牌的是哪几件", ["共2项", "实际利用外资", "素纻无纺布基地"]),
        ("瑭洑2023年技改投资归哪个部门管", ["经济发展局"]),
        ("坞口污水处理厂二期投了多少||日处理能力多大", ["5万吨"]),
    ],
)
def test_told_as_asked(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = last(assistant, question)
    assert all(part in answer for part in told), answer


def test_what_was_reached_is_what_a_part_is_of(assistant: Assistant) -> None:
    assert "12.67" not in last(assistant, "瑭洑2023年一般公共预算收入里，非税撑起了几成")
