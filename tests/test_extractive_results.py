"""Several results asked of the same operands: each is given, from the same figures, with its formula."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.question import understand
from assistant.results import Result, results_asked
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period

KNOWN = Understanding(zones=ZoneDirectory(["槐渚经济开发区", "霁岭高新技术产业开发区", "鲸浦综合保税区"]))


@pytest.mark.parametrize(("text", "wants", "head"), [
    ("甲园和乙园的产值哪个更大，二者相差多少亿元？", {Result.WHICH, Result.GAP}, "甲园和乙园的产值谁高？"),
    ("四季度进出口比一季度，多了多少亿？涨幅百分之几？", {Result.GAP, Result.PERCENT}, "四季度进出口比一季度多多少？"),
    ("甲园跟乙园比，产值谁高？高出多少？", {Result.WHICH, Result.GAP}, "甲园和乙园,产值谁高？"),
    ("甲园产值是出口多还是进口多？多出来多少？", {Result.WHICH, Result.GAP}, "甲园产值出口和进口谁高？"),
    ("税收，甲园是乙园的几倍？绝对额多几亿？", {Result.TIMES, Result.GAP}, "税收,甲园比乙园多多少？"),
    ("三地企业由多到少怎么排？三家合计几户？", {Result.ORDER, Result.SUM}, "三地企业谁高？"),
    ("产值最大的和最小的各是哪个？两者差了多少？", {Result.WHICH, Result.GAP}, None),
    ("甲园落后乙园几万元一亩？", {Result.GAP}, "甲园比乙园多多少？"),
])
def test_what_is_asked_is_told_from_what_it_is_asked_of(text: str, wants: set[Result], head: str | None) -> None:
    asking = results_asked(text.replace("，", ","))
    if head is None:
        assert asking is None  # two characters name nothing
        return
    assert asking is not None
    assert asking.wants == wants
    assert asking.head == head


@pytest.mark.parametrize("text", ["2018年产值最高的企业是哪家", "2018年财政总收入是多少", "新增多少家高新技术企业"])
def test_a_single_figure_is_no_comparison(text: str) -> None:
    query = understand(text, KNOWN)
    assert query.asking is None


def test_zones_share_a_year_that_is_said_twice() -> None:
    query = understand("槐渚（2017年）、霁岭（2018年）、鲸浦（2018年）的固定资产投资", KNOWN)
    assert [(zone[:2], period) for zone, period in query.pairs] == [
        ("槐渚", Period.year(2017)), ("霁岭", Period.year(2018)), ("鲸浦", Period.year(2018)),
    ]


def test_two_zones_before_one_year_have_it_both() -> None:
    query = understand("槐渚2017年、霁岭和鲸浦2018年的固定资产投资", KNOWN)
    assert [period.first_year for _, period in query.pairs] == [2017, 2018, 2018]


@pytest.mark.parametrize(("question", "said"), [
    ("槐渚2018年和霁岭2018年的固定资产投资摆在一起，哪家多，多多少亿元？", ("霁岭", "最高", "58.4 − 36.2 = 22.2")),
    ("固定资产投资，鲸浦2018年是霁岭2018年的几倍？绝对额多几亿？", ("181.2 ÷ 58.4 = 3.1", "181.2 − 58.4 = 122.8")),
    ("槐渚、霁岭、鲸浦2018年固定资产投资由多到少怎么排？三家合计多少亿元？", ("从高到低：鲸浦", "36.2 + 58.4 + 181.2 = 275.8")),
    ("请比较槐渚、鲸浦2018年的固定资产投资：后者是前者的多少倍，高出多少亿元？", ("181.2 ÷ 36.2 = 5.01", "181.2 − 36.2 = 145")),
    ("槐渚2018年财政总收入比2017年多了多少？增幅约多大？", ("10.78 − 9.84 = 0.94", "= 9.55%")),
    ("三个区2018年固定资产投资哪个最多、哪个最少？首尾相差多少？", ("鲸浦", "181.2 − 36.2 = 145")),
])
def test_every_asked_result_is_given_with_its_formula(nine: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = nine.ask(question).text
    for part in said:
        assert part in text


def test_of_two_the_higher_is_told_once_with_its_lead(nine: Assistant) -> None:
    text = nine.ask("2018年霁岭和槐渚固定资产投资谁高，高多少").text
    assert text.startswith("霁岭高新区最高")
    assert text.count("58.4亿元") == 1
    assert text.count("22.2亿元") == 1



def test_what_one_zone_lacks_is_not_made_up_from_a_neighbour(nine: Assistant) -> None:
    answer = nine.ask("槐渚2018年和霁岭2018年的海铁联运集装箱量，哪家多，多多少？")
    assert answer.refused


@pytest.mark.parametrize(("question", "formula"), [
    ("槐渚2018年工业投资和基础设施投资各是多少，前者是后者的几倍", "22.4 ÷ 9.1 = 2.46"),
    ("槐渚2018年财政总收入和固定资产投资，后者是前者的几倍", "36.2 ÷ 10.78 = 3.36"),
])
def test_the_former_and_the_latter_are_those_named_before(nine: Assistant, question: str, formula: str) -> None:
    answer = nine.ask(question)
    assert not answer.refused
    assert formula in answer.text
