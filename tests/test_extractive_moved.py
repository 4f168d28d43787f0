"""By how much something changed, where a report prints from what to what it went."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """芦岭经济开发区2021年工作总结

一、2021年工作回顾
全区冷库总容量由3.4万吨增加到8.6万吨。本地配套率由21%提高到29%。平均办理时限从15.2个工作日压缩到6.8个工作日。
规上企业由118家增加到131家，净增13家。过桥时间36小时，比上年压缩28.5%。新增市场主体2160户。万元产值能耗下降4.1%。
木瓜坪企业41家，核桃沟企业17家。
货邮吞吐量25.4万吨，是上年的2.1倍。口岸货物吞吐量300万吨，其中外贸货物吞吐量20万吨。环保支出不减反增，安排1.86亿元，较上年多支出4200万元。
惠泽制药将一笔增资推迟到2022年，涉及3500万美元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("moved"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("芦岭2021年冷库容量从多少增加到多少", ("3.4万吨", "8.6万吨")),
    ("芦岭2021年本地配套率从多少升到多少", ("21%", "29%")),
    ("芦岭2021年本地配套率从多少提高到多少", ("21%", "29%")),
    ("芦岭平均办理时限从几天压到几天", ("15.2个工作日", "6.8个工作日")),
])
def test_both_ends_are_told_where_both_are_asked(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert "意思最接近" not in answer.text


@pytest.mark.parametrize(("question", "told"), [
    ("冷库容量一下子多了多少万吨", ("增加5.2万吨", "3.4万吨", "8.6 − 3.4 = 5.2")),
    ("冷库容量增加了多少万吨", ("增加5.2万吨",)),
    ("本地配套率涨了几个点", ("提高8个百分点", "21%", "29%")),
    ("平均办理时限缩短了多少个工作日", ("减少8.4个工作日",)),
    ("平均办理时限压了多少个工作日", ("减少8.4个工作日",)),
    ("芦岭2021年冷库容量增加多少", ("增加5.2万吨",)),
    ("芦岭2021年平均办理时限压缩比例", ("下降55.3%", "(6.8 − 15.2) ÷ 15.2 × 100%")),
    ("木瓜坪跟核桃沟，哪边厂子多，差出去几家", ("木瓜坪", "24家")),
])
def test_the_difference_of_the_two_ends_is_told(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert all(v.kind.value != "未核实" for v in answer.verdicts)


@pytest.mark.parametrize(("question", "printed"), [
    ("规上企业净增了多少家", "13家"), ("市场主体新增了多少户", "2160户"), ("万元产值能耗下降了多少", "4.1%"), ("冷库总容量是多少", "8.6万吨"),
])
def test_what_is_printed_is_told_as_printed(zone: Assistant, question: str, printed: str) -> None:
    answer = zone.ask(question)
    assert printed in answer.text
    assert not any(v.formula for v in answer.verdicts)


@pytest.mark.parametrize(("question", "told"), [
    ("芦岭2021年货邮吞吐量是上年的几倍", "2.1倍"),
    ("芦岭2021年过桥时间压缩比例", "压缩28.5%"),
    ("芦岭2021年环保支出比上年多多少", "多支出4200万元"),
    ("芦岭2020年环保支出多少", "1.44亿元"),
])
def test_what_is_told_against_the_year_before(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert told in answer.text


def test_one_kind_of_trade_is_not_answered_by_the_other_nor_by_both(zone: Assistant) -> None:
    assert zone.ask("芦岭2021年内贸货物吞吐量多少").refused


def test_what_was_put_off_is_no_question_of_when(zone: Assistant) -> None:
    told = zone.ask("惠泽制药推迟的增资是多少").text
    assert "推迟了：" not in told
    assert "3500万美元" in told  # in the sentence, at least
