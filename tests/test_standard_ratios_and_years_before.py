"""The year before from a growth in times, rates that have a definition, rises to a goal, and what is asked of a part of a year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

YEAR = """# 榛浦高新区2021年工作总结

## 一、2021年工作回顾

全年地区生产总值240亿元，增长7.2%。规上工业总产值480亿元，增长9.5%。固定资产投资96亿元，增长4.1%。
一般公共预算收入16亿元，其中税收收入12亿元，税收占比75.0%。进出口总额30亿元，增长11%。
在全省开发区综合考评中排第12位，比上年前移3位。
办理续贷周转50笔、1.6亿元。首批人才公寓420套交付使用。

## 二、存在的问题

一是投资增速比年度目标低2.9个百分点，两个化纤项目因环评滞后未能开工。二是招工难仍然突出。

## 三、2022年工作安排

2022年主要预期目标：地区生产总值增长8%，规上工业总产值528亿元，固定资产投资增长7%。抓好三件事：一是新签约项目40个；二是新建厂房12万平方米；三是举办招聘会20场。
"""

HALF = """# 岑埠边境合作区2021年上半年工作总结

## 一、上半年工作情况

进出口总额22亿元，增长10%。其中一般贸易15亿元，互市贸易4.4亿元；互市贸易比上年同期增长1.2倍。
建成冷库3.5万平方米，使用率70%。合作区分为保税仓储片区、食品加工片区和商旅服务片区。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("standard"), YEAR, "year.md", half=HALF) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("岑埠2021年上半年互市贸易去年同期多少", "4.4 ÷ (1 + 1.2) ≈ 2"),
        ("榛浦2022年规上工业总产值目标比2021年增长多少", "528 − 480 = 48"),
        ("榛浦2022年规上工业总产值目标比2021年增长多少", "= 10%"),
        ("榛浦2021年月均产值", "480 ÷ 12 ≈ 40"),
        ("榛浦2021年续贷周转平均每笔多少", "16000 ÷ 50 ≈ 320"),
        ("榛浦2021年外贸依存度", "30 ÷ 240 × 100% = 12.5%"),
        ("榛浦2021年税收占GDP比重", "12 ÷ 240 × 100% = 5%"),
        ("榛浦2021年税收占比", "75.0%"),
        ("榛浦2021年固投为什么没达到目标", "环评滞后"),
        ("榛浦2022年有哪些目标", "地区生产总值增长8%"),
        ("榛浦2021年综合考评上年第几", "第15位"),
        ("榛浦2021年建了多少人才公寓", "420套"),
        ("岑埠2021年上半年有哪些片区", "保税仓储片区、食品加工片区、商旅服务片区"),
    ],
)
def test_what_a_first_user_asks_is_worked_out(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert told in answer.text, answer.text


def test_of_no_growth_the_year_before_is_not_told(assistant: Assistant) -> None:
    answer = assistant.ask("岑埠2021年上半年冷库去年同期多少")
    assert answer.refused, answer.text
    assert "3.5 ÷" not in answer.text
