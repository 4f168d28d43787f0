"""What is measured and what happened are those asked for: 41 days of a stop are no length of a bridge, 户 are no 个, a peak is no mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive.asks import asks_of, fits, numbers_of
from assistant.extractive.completing import completing
from assistant.linking import dimension, implied_unit
from index.numerals import find_quantities
from tests.conftest import over

REPORT = """# 汐桐经济开发区2020年工作总结

## 一、2020年工作回顾

全年工业投资61.4亿元，增长5.2%，一般公共预算收入15.6亿元，增长3.1%。
汐桐大桥全长920米，总投资3.4亿元，由建设局负责，因汛期水上作业停工37天，年底合龙。
智慧物流分拨中心日均分拣快件3.6万件，单日最高12.8万件。年末政府债务余额17.2亿元，控制在21亿元限额以内。
向困难职工发放补助金860万元，惠及2,140人次。排查隐患1,530处，整改1,502处，剩余28处挂牌督办。
设立规模15亿元的汐桐产业基金，已投项目9个、出资5.3亿元。地区生产总值增速高于全市1.3个百分点。
全年发生生产安全事故5起、死亡2人，起数比上年减少3起。
推行用地“弹性出让”，首批6家企业省下用地成本3,200万元。

| 任务 | 年度目标 | 完成情况 |
|---|---|---|
| 老旧小区改造 | 7个，1,850户 | 7个，1,866户 |
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("measures"), REPORT, "汐桐2020.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("困难职工补助人次是多少", "2,140人次"),
        ("汐桐产业基金出资是多少", "5.3亿元"),
        ("老旧小区改造有多少户", "1,866户"),
        ("老旧小区改造有多少个", "7个"),
        ("首批企业省下用地成本是多少", "3,200万元"),
    ],
)
def test_the_measure_and_the_event_asked_for_are_told(zone: Assistant, question: str, told: str) -> None:
    assert zone.ask(f"2020年{question}").text.startswith(told)


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("政府债务限额是多少", "17.2亿元"), ("挂牌督办隐患有多少处", "1,530处"), ("生产安全事故减少是多少", "2人"),
        ("分拨中心最高分拣快件多少", "3.6万件"),
        ("地区生产总值占全市比重是多少", "1.3个百分点"),
    ],
)  # fmt: skip
def test_a_number_of_another_is_not_told_instead(zone: Assistant, question: str, another: str) -> None:
    assert not zone.ask(f"2020年{question}").text.startswith(another)


def test_what_a_sentence_says_later_is_unsaid_of_a_number_before() -> None:
    found = completing("汐桐大桥水上作业停工", "汐桐大桥全长920米，由建设局负责，因汛期水上作业停工37天")
    assert [quantity.text for quantity, _ in found] == ["37天"]


def test_nothing_is_called_nearest_in_meaning_that_leaves_out_what_follows_an_indicator(zone: Assistant) -> None:
    assert "意思最接近" not in zone.ask("2020年工业投资失分是多少").text


def test_a_lead_in_points_is_no_share_and_a_change_no_count(zone: Assistant) -> None:
    lead = next(f for f in zone.index.ledger.figures(containing="生产总值") if f.unit == "个百分点")
    (share,), (points,), (projects,) = map(asks_of, ("地区生产总值占全市的比重是多少", "地区生产总值增速高于全市几个百分点", "外资增资项目有几个"))
    told = next(iter(numbers_of(lead)))
    assert [fits(told, ask) for ask in (share, points, projects)] == [False, True, False]


@pytest.mark.parametrize(
    ("phrase", "unit"), [("救助人次", "人次"), ("改造户数", "户"), ("审批用时", "天"), ("改造概算", "元"), ("综合融资成本", ""), ("园区时间", "")]
)
def test_the_end_of_a_phrase_says_in_what_it_is_measured(phrase: str, unit: str) -> None:
    assert implied_unit(phrase) == unit


def test_months_and_days_measure_time_and_a_section_by_its_order_is_no_count() -> None:
    assert dimension("个月") == dimension("天")
    assert [q.unit for q in find_quantities("二标段停工，快速路3个标段开工")] == ["个"]
