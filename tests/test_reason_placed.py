"""A reason stands behind what it is a reason of: under a heading of several, in a line of its own, behind the last thing that fell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.amending import in_usual_words
from tests.conftest import last, over

REPORT = """# 檀沅经济开发区2023年工作总结

## 一、全年工作

外资分两头看：合同外资4.72亿美元，增长9.0%；实际利用外资3.05亿美元，下降6.2%，年度目标3.5亿美元只完成87.1%。短缺的直接原因，一是砚峤芯片第二笔注册资本因外汇登记手续未办结，推到2024年到账；二是港资企业取消增资。

纺织产业受订单外流影响，完成产值31.2亿元，下降2.3%。

同时也看到：纺织产业增长乏力，产品“一品独大”的风险开始显现；出口结构单一，受国际市场需求不足影响较大；创新能力也不强。

## 二、目标完成情况

（一）固定资产投资——完成

目标：48亿元。

（二）社会消费品零售总额——未完成

目标：12亿元。

完成情况：完成10.4亿元，下降4.6%，完成目标的86.7%。

未完成原因：两家商场停业改造近五个月。

## 三、没有做到的和原因

其一，技改投资29.84亿元，同比下降6.6%。主要是两条产业链的集中改造已在2022年结束；同时企业观望情绪浓。其二，进口下降3.3%，主要是铜精矿到岸价下跌。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("placed"), REPORT, "a.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("檀沅2023年技改投资掉头向下，材料给的归因是什么？", "集中改造"),
    ("檀沅技改投资2023年为啥往下掉？", "集中改造"),
    ("檀沅2023年实际利用外资为什么没完成？直接原因讲讲。", "外汇登记"),
    ("檀沅2023年的实际利用外资没够上目标，卡在哪儿了？", "外汇登记"),
    ("檀沅2023年社零没达标，是什么原因？", "停业改造"),
    ("檀沅经开区社会消费品零售总额2023年为何没有完成目标", "停业改造"),
    ("檀沅2023年纺织产业产值下滑是受什么影响？", "订单外流"),
    ("檀沅2023年进口为什么下降？", "铜精矿"),
])  # fmt: skip
def test_the_reason_behind_its_own(zone: Assistant, question: str, told: str) -> None:
    answer = last(zone, question)
    assert told in answer, answer
    assert sum(w in answer for w in ("集中改造", "外汇登记", "停业改造", "订单外流", "铜精矿", "国际市场")) == 1, answer


@pytest.mark.parametrize("said", ["这事该哪个单位负责？", "那这件事归哪个部门管", "这活儿由哪家单位负责"])
def test_who_answers_for_what_is_talked_of(said: str) -> None:
    assert in_usual_words(said) == "责任单位是谁？"
