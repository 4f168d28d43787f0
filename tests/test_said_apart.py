"""One number whose name is told apart from how it is asked for, and indicators told by what is done, around the zone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀经济开发区2023年工作总结

## 一、2023年工作回顾

规上工业总产值451.38亿元，增长7.2%，其中东渚片区总产值120.4亿元，增长5.1%。规上工业增加值93.27亿元，增长8.1%。利润总额21.05亿元，增长6.5%。
研发投入14.86亿元，增长18.4%，相当于规上工业总产值的3.29%。技改投资28.72亿元，下降4.6%。年末应收账款97.5亿元，增长13.2%。
进出口总额143.9亿元，出口97.4亿元，增长9.2%，其中对“一带一路”沿线国家出口31.2亿元，增长16.3%。
实际利用外资3.27亿美元，增长8.3%；合同外资5.26亿美元，下降9.0%。内资到位80.3亿元，增长7.6%。
“科创贷”累计投放31.5亿元，当年投放14.2亿元。消化批而未供土地968亩。交付人才公寓860套，人才公寓入住率64%。
旸谷半导体产值19.3亿元，下降6.8%。应兑现扶持资金1.81亿元，已兑现1.58亿元；未兑现0.23亿元，涉及企业21家。

## 二、2024年目标

规上工业总产值增长8%左右，亩均税收提高到26万元/亩。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("apart"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("统计口径，规上工业增加值这一格，柳汀2023年该填几？", "93.27"), ("不是产值，是增加值，柳汀规上工业2023年做到了几？", "93.27"),
    ("实际使用外资这根线，柳汀经开区在2023年向上走了百分之几？", "8.3%"), ("柳汀2023年的企业加一块儿净赚多少？给我报利润总额。", "21.05"),
    ("2023年柳汀的企业在科研上舍得花钱吗？研发投入增速给我。", "18.4%"), ("产值多少？我问柳汀的旸谷半导体，2023年。", "19.3"),
    ("我只研究东渚这一个片区，其余的不管：2023年柳汀的规上工业总产值多少？", "120.4"),
])
def test_a_name_in_a_clause_of_its_own_is_what_is_asked_for(asked: Assistant, question: str, told: str) -> None:
    assert told in asked.ask(question).text


@pytest.mark.parametrize("question", [
    "2023年柳汀规上工业总产值占全市多少？给我报比重。", "柳汀2023年和2022年产值哪个高？给我报利润总额。", "税收这一项，柳汀2023年走了几个点？",
])
def test_what_a_clause_does_not_name_is_not_made_up(asked: Assistant, question: str) -> None:
    answer = asked.ask(question).text
    assert "21.05" not in answer
    assert "93.27" not in answer


@pytest.mark.parametrize(("question", "told"), [
    ("更新设备、改造产线，柳汀的企业为此在2023年掏了多少投资？", "28.72"), ("旧产线升级这块，2023年柳汀的企业真金白银投了多少？", "28.72"),
    ("外商跟柳汀签的合同金额，2023年同比缩了几个点？", "9.0%"), ("按合同算，2023年柳汀的外资有多少？", "5.26"),
    ("跟“一带一路”沿线做买卖，柳汀2023年出口涨幅几个点？", "16.3%"), ("柳汀2023年卖到一带一路国家的东西有多少亿？", "31.2"),
    ("2023年柳汀区外资金真正落袋的有多少亿？", "80.3"), ("柳汀规上企业2023年底还有多少货款没收回来？", "97.5"),
    ("2023年柳汀把批了没供出去的地消化掉几亩？", "968"), ("2023年柳汀全区搞研发花的钱，同比多了百分之几？", "18.4%"),
])
def test_a_description_is_known_though_the_zone_stands_within_it(asked: Assistant, question: str, told: str) -> None:
    assert told in asked.ask(question).text


def test_a_year_alone_is_not_what_the_years_have_come_to(asked: Assistant) -> None:
    answer = asked.ask("单论2023年这一个年头，柳汀的“科创贷”投给企业多少亿元？以前年份不要叠进去。")
    assert answer.refused or "14.2亿元（" in answer.text


@pytest.mark.parametrize(("question", "told"), [
    ("柳汀2023年规上工业总产值的同比增速为何？", "7.2%"), ("试问柳汀2023年研发投入为何？", "14.86"),
    ("拟在柳汀选址办厂，先问一句，2023年规上工业增加值是多少？", "93.27"), ("柳汀2023年的扶持资金，没发到企业手里的还有多少钱？", "0.23"),
    ("拿规上工业总产值当分母，柳汀2023年研发投入占百分之几？", "3.29%"),
])
def test_formal_and_roundabout_words_ask_how_much(asked: Assistant, question: str, told: str) -> None:
    assert told in asked.ask(question).text
