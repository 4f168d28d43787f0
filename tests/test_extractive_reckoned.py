"""What is left out or counted by another reckoning, what a review judges, reasons that a speech asks for itself; years left open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REVIEW = """# 岫川经济开发区2021年工作总结

完成规上工业总产值186.4亿元，增长9.6%，其中区本级（不含梓垭工业园）151.7亿元，增长8.8%。产值560亿元的盘子，差了11亿4。差在哪儿？七八月份限电，企业错峰生产。
一般公共预算收入11.02亿元，按自然口径增长2.6%，扣除留抵退税因素，同口径是6.9%。办理留抵退税2.84亿元，惠及企业94户。净增规上工业企业27户。
每百元营业收入中的成本84.7元。研发投入4380万元。引进20亿元以上项目2个。亏损面14.3%。工业销售收入178.2亿元，按现价计算增长12.4%，按可比价[2]计算增长7.1%。地表水断面水质优良率100%。争取地方政府债券0.84亿元。
"""
BEFORE = """# 岫川经济开发区2020年工作总结

规上工业总产值170.1亿元。净增规上工业企业31户。
"""
OTHER = """# 汧峁高新区2021年工作总结

地区生产总值68.4亿元。
"""
SPEECH = """在年终会商会上的讲话

（2023年1月8日）

2022年，规上工业总产值199.5亿元，增长7.0%。岫川技师学院首年招生800人。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("reckoned"), REVIEW, "岫川2021.md", 岫川2020=BEFORE, 汧峁2021=OTHER, 讲话=SPEECH) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("岫川2021年刨掉梓垭工业园，规上产值还有多少", "151.7亿元"),
    ("岫川2021年把梓垭工业园刨出去，规上工业总产值是多少", "151.7亿元"),
    ("把留抵退税的因素扣掉，岫川2021年一般公共预算收入到底涨了几个点", "6.9%"),
    ("岫川2021年一般公共预算收入按自然口径增长多少", "2.6%"),
    ("不扣退税、就按自然口径看，岫川2021年一般公共预算收入增减多少", "自然口径增长2.6%"),
    ("岫川2021年工业销售收入增速，只要可比价口径，不要现价口径", "按可比价计算增长7.1%"),
    ("岫川2021年工业销售收入增速，要现价的，不要可比价的", "按现价计算增长12.4%"),
    ("岫川2021年给企业退了多少留抵税", "2.84亿元"),
    ("岫川2021年产值离560亿元差了一截，书记自己怎么解释的", "限电"),
    ("岫川2021年净增规上工业企业多少户", "27户"),
    ("岫川净增规上工业企业多少户", "默认按最新"),
    ("岫川2022年规上工业总产值是多少", "199.5亿元"),
])  # fmt: skip
def test_each_reckoning_by_its_words(zones: Assistant, question: str, said: str) -> None:
    assert said in zones.ask(question).text


def test_another_year_is_asked_of_the_same_indicator(zones: Assistant) -> None:
    talk = zones.conversation()
    talk.ask("岫川2021年净增规上工业企业多少户")
    assert "31户" in talk.ask("那20年呢").text


@pytest.mark.parametrize("indicator", [
    "营业收入", "亏损额", "10亿元以上项目", "空气质量优良天数比例", "政府债务余额", "限额以上固定资产投资", "出让土地", "研发投入强度",
])  # fmt: skip
def test_what_is_like_it_is_offered_and_answers_nothing(zones: Assistant, indicator: str) -> None:
    answer = zones.ask(f"岫川2021年{indicator}是多少")
    assert answer.refused
    assert answer.text.startswith("报告中没有")


def test_a_park_inside_a_zone_is_no_unknown_zone(zones: Assistant) -> None:
    assert "梓垭工业园”的资料" not in zones.ask("岫川2021年梓垭工业园有几家企业").text
    assert "“柞水工业园”的资料" in zones.ask("2021年柞水工业园的税收是多少").text
