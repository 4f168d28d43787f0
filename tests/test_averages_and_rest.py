"""Averages set against each other over years, zones and rows; a whole without a group of its parts; goals as amounts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

FIRST = """# 榉湾经济开发区2018年工作总结

## 一、2018年工作回顾

全年固定资产投资88.2亿元，增长8.7%。规上工业总产值310亿元，增长7.2%。年末规上工业企业160家。
新签约项目24个，总投资96亿元。税收收入16.8亿元，占一般公共预算收入的84.1%。供应土地1,000亩，其中工业用地650亩。
"""

SECOND = """# 榉湾经济开发区2019年工作总结

## 一、2019年工作回顾

全年固定资产投资95.4亿元，增长8.2%。规上工业总产值342.6亿元，增长10.5%。年末规上工业企业171家。
碳纤维、医疗影像、减速器三大主导产业分别实现产值124.8亿元、86.3亿元和52.7亿元，合计占规上工业总产值的77%。其中碳纤维、医疗影像分别增长12%和9.5%；减速器受订单减少拖累，同比下降2.1%。
新签约项目30个，总投资141亿元。
税收收入18.2亿元，占一般公共预算收入的85.5%。进出口总额占全市310亿元的21.5%，占比提高1.2个百分点。
用电量12.6亿千瓦时，增长6.3%，增速高于沣梁全市1.5个百分点。供应土地1,250亩，其中工业用地900亩。
工业投资受项目接续不足影响，同比下降2.7%。技改投资26.5亿元，年初目标30亿元。出让(含腾笼换鸟)土地1,600余亩。全面推进生活垃圾分类，实现城乡覆盖。32个市级重点项目完成投资74.9亿元，为年度计划的107%。
一般公共预算支出24.1亿元，其中民生支出17.9亿元。枫港货物吞吐量1,180万吨。保税物流中心进出口货值12.3亿元。

表1 主导产业情况

| 产业 | 规上企业数（家） | 税收（亿元） | 增速（%） |
|---|---|---|---|
| 碳纤维 | 40 | 6.4 | 12.3 |
| 医疗影像 | 28 | 5.04 | 8.6 |
| 减速器 | 25 | 3.5 | 4.2 |
| 其他 | 78 | 4.1 | 2.8 |
| 合计 | 171 | 19.04 | 8.1 |

## 二、2020年目标

固定资产投资增长9%。
"""

OTHER = """# 桤山高新技术产业开发区2019年工作总结

## 一、2019年工作回顾

规上工业总产值268.8亿元，增长6.1%。年末规上工业企业112家。供应土地800亩，其中工业用地480亩。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("averages"), SECOND, "榉湾2019.md", 榉湾2018=FIRST, 桤山2019=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2019年榉湾和桤山规上工业企业平均产值谁高", ("2.4亿元", "2亿元", "0.4亿元")),
        ("榉湾和桤山2019年平均每家规上工业企业产值相差多少", ("2.4亿元", "2亿元", "0.4亿元")),
        ("榉湾2019年签约项目平均投资额比2018年多多少亿元", ("4.7亿元", "4亿元", "0.7亿元")),
        ("榉湾签约项目的平均单体投资额，2019年比2018年高多少", ("4.7亿元", "4亿元", "0.7亿元")),
        ("榉湾2019年三个主导产业里，平均每家规上企业的税收哪个最高", ("医疗影像", "1800万元")),
        ("榉湾2019年规上工业总产值除去三大主导产业还剩多少", ("78.8亿元", "342.6 − 124.8 − 86.3 − 52.7")),
        ("刨去三大主导产业，榉湾2019年规上工业还有多少产值", ("78.8亿元",)),
        ("除三大主导产业外，榉湾2019年规上工业总产值还有多少", ("78.8亿元",)),
        ("榉湾2019年三大主导产业以外的规上工业总产值是多少", ("78.8亿元",)),
        ("榉湾2019年规上工业总产值扣除三大主导产业后还有多少", ("78.8亿元",)),
        ("除了碳纤维和减速器，榉湾2019年规上工业总产值还有多少", ("165.1亿元",)),
        ("榉湾2020年固投真按目标涨，得有多大个盘子（亿元）", ("103.99亿元", "95.4 × (1 + 9%)")),
        ("榉湾2020年固定资产投资目标（亿元）", ("103.99亿元",)),
        ("2020年榉湾的固定资产投资做到多少亿，才算兑现了增长目标", ("103.99亿元",)),
        ("榉湾2019年规上工业总产值比2018年多多少亿元（账面直接相减）", ("32.6亿元",)),
        ("榉湾2019年税收收入占一般公共预算收入比重比上年提高几个百分点", ("1.4个百分点",)),
        ("工业用地占榉湾供应土地的份额，从2018年到2019年抬升了几个百分点", ("7个百分点",)),
        ("2019年榉湾供应土地中工业用地占比比桤山高几个百分点", ("12个百分点",)),
        ("榉湾2018年进出口总额占全市的比重是多少", ("20.3%",)),
        ("榉湾2019年全市进出口总额是多少", ("310亿元",)),
        ("2019年沣梁市用电量增速是多少", ("4.8%",)),
        ("榉湾2019年三大主导产业中增速最慢的是哪个", ("减速器", "2.1%")),
        ("榉湾2019年碳纤维产值比上年增加多少亿元", ("13.4亿元",)),
        ("榉湾2019年工业投资增长多少", ("下降2.7%",)),
        ("榉湾2019年技改投资与年初目标的缺口（亿元）", ("3.5亿元",)),
        ("榉湾2019年月均用电量多少", ("1.05亿千瓦时", "12.6 ÷ 12")),
        ("榉湾2019年除民生支出外的一般公共预算支出是多少", ("6.2亿元",)),
        ("榉湾2019年除民生支出外，其余支出占一般公共预算支出的比重", ("25.7%", "(24.1 − 17.9) ÷ 24.1")),
        ("榉湾2019年除三大主导产业外的其他产业占规上工业总产值多少", ("23%", "342.6 − 124.8 − 86.3 − 52.7")),
        ("榉湾2019年供应土地中除工业用地外其余占百分之几", ("28%",)),
    ],
)
def test_it_is_worked_out(zones: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = zones.ask(question)
    assert not answer.refused, answer.text
    assert all(part in answer.text for part in told), answer.text
    assert answer.citations


def test_of_a_part_that_is_not_told_no_share_is_left(zones: Assistant) -> None:
    answer = zones.ask("榉湾2019年除科技支出外，其余支出占一般公共预算支出的比重")
    assert answer.refused
    assert "没有“科技支出”这个数" in answer.text


def test_what_is_counted_in_is_not_the_whole(zones: Assistant) -> None:
    assert "1600" in zones.ask("榉湾2019年出让土地多少亩").text.replace(",", "")
    assert zones.ask("榉湾2019年腾笼换鸟占出让土地多少").refused
    assert not zones.ask("榉湾2019年腾笼换鸟多少亩").text.startswith("1,600")


def test_a_sentence_of_a_later_year_does_not_tell_of_an_earlier_one(zones: Assistant) -> None:
    assert "城乡覆盖" in zones.ask("榉湾2019年垃圾分类做到什么程度").text
    assert zones.ask("榉湾2017年垃圾分类做到什么程度").refused


def test_an_average_is_of_what_was_counted_before_alone(zones: Assistant) -> None:
    conversation = zones.conversation()
    conversation.ask("榉湾2019年固定资产投资是多少")
    assert "固定资产投资规上" not in conversation.ask("平均每家规上企业利润多少").text


def test_a_row_beside_the_others_is_no_member(zones: Assistant) -> None:
    text = zones.ask("榉湾2019年三个主导产业平均每家规上企业税收最低的是哪个").text
    assert "其他" not in text
    assert "减速器" in text


def test_a_whole_is_not_told_for_what_is_left_of_it(zones: Assistant) -> None:
    text = zones.ask("刨去五大支柱产业，榉湾2019年规上工业还有多少产值").text
    assert "342.6亿元（" not in text
    assert "扣不出来" in text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("2019年沣梁市规上工业总产值是多少", "342.6亿元，增长10.5%（"),
        ("榉湾2019年除社保支出外的一般公共预算支出是多少", "24.1亿元（"),
        ("榉湾2019年城镇居民收入比桤山高多少", "亿元"),
    ],
)
def test_another_number_is_not_told_for_it(zones: Assistant, question: str, never: str) -> None:
    answer = zones.ask(question)
    assert answer.refused, answer.text
    assert not answer.text.startswith(never)


def test_what_was_planned_follows_from_what_was_spent_and_its_rate(zones: Assistant) -> None:
    answer = zones.ask("榉湾2019年市级重点项目年度计划投资多少")
    assert answer.text.startswith("约70亿元（")
    assert "74.9 ÷ 107% ≈ 70" in answer.text


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("榉湾2019年规上工业总产值是多少", "另一个区呢", "268.8亿元"),
        ("榉湾2019年规上工业总产值是多少", "说错区了，应该是桤山，年份不变", "268.8亿元"),
        ("榉湾2019年规上工业总产值是多少", "这个数出自哪份材料", "榉湾经济开发区2019年工作总结"),
    ],
)
def test_a_follow_up_says_where(zones: Assistant, before: str, question: str, told: str) -> None:
    talk = zones.conversation()
    talk.ask(before)
    assert told in talk.ask(question).text


def test_of_two_told_the_lower_is_told(zones: Assistant) -> None:
    talk = zones.conversation()
    talk.ask("榉湾2019年规上工业总产值是多少")
    talk.ask("桤山呢")
    assert talk.ask("哪边更低些").text.startswith("桤山")
