"""Which periods a question names, in digits, in Chinese numerals, in parts of a year."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.periods import asked_periods, find_parts, find_periods, pointed_at, tells_when
from index.records import Period


def keys(text: str) -> list[str]:
    return [period.key for mention in find_periods(text) for period in mention.periods]


@pytest.mark.parametrize(("text", "found"), [
    ("2018年", ["2018"]), ("18年", ["2018"]), ("二〇一八年", ["2018"]), ("二零一八年", ["2018"]), ("一八年", ["2018"]),
    ("2018年度", ["2018"]), ("2018 财政收入", ["2018"]),
    ("2019年上半年", ["2019H1"]), ("2019上半年", ["2019H1"]), ("2019年下半年", ["2019H2"]),
    ("2019年一季度", ["2019Q1"]), ("2019年第三季度", ["2019Q3"]), ("2019年4季度", ["2019Q4"]),
    ("2019年首季", ["2019Q1"]),
    ("2019年前三季度", ["2019M1-9"]), ("2019年1-9月", ["2019M1-9"]), ("2019年1—11月", ["2019M1-11"]),
    ("2019年1至10月份", ["2019M1-10"]), ("2019年前8个月", ["2019M1-8"]), ("2019年5月", ["2019M5"]),
    ("2016到2018年", ["2016", "2017", "2018"]), ("2016—2018年", ["2016", "2017", "2018"]),
    ("2016年至2018年", ["2016", "2017", "2018"]), ("2017年和2018年", ["2017", "2018"]), ("17、18年", ["2017", "2018"]),
    ("十三五", ["2016-2020"]), ("十四五时期", ["2021-2025"]),
])
def test_a_period_is_found_however_it_is_written(text: str, found: list[str]) -> None:
    assert keys(text) == found


@pytest.mark.parametrize("text", [
    "财政总收入", "12.8亿元", "18家企业", "218家企业", "110千伏", "三年合计", "第十八次会议",
])
def test_a_number_that_is_no_year_is_no_period(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(("word", "offset"), [
    ("去年", -1), ("上年", -1), ("前年", -2), ("大前年", -3), ("今年", 0), ("当年", 0), ("明年", 1), ("次年", 1),
])
def test_a_relative_year_is_an_offset_and_names_no_year_yet(word: str, offset: int) -> None:
    [mention] = find_periods(f"{word}财政总收入")
    assert (mention.relative, mention.periods) == (offset, ())


@pytest.mark.parametrize("text", ["比去年增长多少", "比上年多多少", "较2017年", "与上年相比"])
def test_a_year_compared_with_is_not_asked_about_when_it_is_relative(text: str) -> None:
    assert all(mention.relative is None for mention in find_periods(text))


def test_the_end_of_a_month_is_the_state_after_the_months_up_to_it() -> None:
    assert keys("2019年6月底") == ["2019H1"]
    assert keys("2019年6月") == ["2019M6"]


@pytest.mark.parametrize(("text", "key"), [
    ("2021H1规上产值", "2021H1"), ("14Q1主营收入", "2014Q1"), ("2020年头三个月固投", "2020Q1"), ("20年头六个月", "2020H1"),
    ("2020年前仨月", "2020Q1"), ("2020年开年一个季度", "2020Q1"), ("2020年到6月底", "2020H1"), ("2020年一至九月", "2020M1-9"),
    ("2020年一到三季度", "2020M1-9"), ("2020年半年下来", "2020H1"),
    ("2020年最后一个季度", "2020Q4"), ("2020年末季", "2020Q4"), ("20年最后一个月", "2020M12"), ("2020年最后两个月", "2020M11-12"),
    ("2020年头一个月", "2020M1"), ("2020年首月", "2020M1"), ("2020年开年第一个月", "2020M1"), ("2020年十一月", "2020M11"),
    ("2020年7到9月", "2020Q3"), ("2020年7—9月", "2020Q3"), ("2020年七八九月", "2020Q3"), ("2020年7、8、9三个月", "2020Q3"),
    ("2020年十、十一、十二月", "2020Q4"), ("2020年4到6这三个月", "2020Q2"), ("2020年二季度末", "2020H1"),
])
def test_a_part_of_a_year_is_said_in_many_ways(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize("text", [
    "6月底投产的项目", "来了半年的整治", "AH1型", "3月投产的窑炉产值多少", "8月把出口退税办完", "这一季的利润", "那半年的税收",
    "年末季节性用工", "一三五月",
])
def test_other_words_are_no_part_of_a_year(text: str) -> None:
    assert not find_parts(text, (Period.year(2020),))


def test_the_month_in_which_it_was_told_is_not_what_is_asked_about() -> None:
    text = "2021年4月省里来调研时，说到6月底的固投估了多少"
    assert [tells_when(text, m) for m in find_periods(text)] == [True]
    assert not any(tells_when(t, m) for t in ["2021年4月固投多少"] for m in find_periods(t))


def test_quarters_said_together_are_one_period_each() -> None:
    assert keys("2019年三、四季度") == keys("2019年三四季度") == ["2019Q3", "2019Q4"]


@pytest.mark.parametrize(("text", "found"), [
    ("11月外贸进出口创新高，那个月做了多少", ["2019M11"]), ("9月出口额", ["2019M9"]), ("10月份当月税收", ["2019M10"]),
    ("上半年和全年的税收", ["2019H1", "2019"]), ("6月底跟年底比，欠薪的厂少了几家", ["2019H1", "2019"]),
    ("年底比三季度多多少", ["2019Q3", "2019"]), ("从上半年到年底是升了还是降了", ["2019H1", "2019"]),
    ("上半年出口多少，年底前建成的仓库", ["2019H1"]), ("从上半年到年底招了几个人", ["2019H1"]),
])
def test_a_month_or_the_whole_year_that_stands_apart_is_found_where_it_is_asked_of(text: str, found: list[str]) -> None:
    assert [p.key for m in find_parts(text, (Period.year(2019),)) for p in m.periods] == found


def test_what_a_question_comes_back_to_is_what_it_asks_about() -> None:
    both = (Period.quarter(2019, 4), Period.half(2019, 1))
    assert pointed_at("上半年歇业，四季度忙起来，这一季卖了多少", both) == both[:1]
    assert pointed_at("上半年歇业，四季度忙起来，那半年卖了多少", both) == both[1:]
    assert pointed_at("上半年和四季度各卖了多少", both) == both


@pytest.mark.parametrize(("text", "found"), [
    ("2018年初的贷款余额", ["2017"]), ("2018年初定的出口额", ["2018"]), ("2018年年初向县里承诺税收要收到多少", ["2018"]),
    ("18年年初拍着胸脯说要招来几家", ["2018"]), ("2018年初中生", ["2018"]), ("2018年年初预算是多少", ["2018"]),
])
def test_what_is_aimed_at_when_a_year_begins_is_of_that_year(text: str, found: list[str]) -> None:
    assert keys(text) == found


def test_since_a_month_is_of_its_year_and_takes_no_character_more() -> None:
    mention = find_periods("2019年3月起鲸浦")[0]
    assert (mention.onward, mention.end) == (True, len("2019年3月起"))


def test_the_end_of_a_year_is_a_point_in_it() -> None:
    assert all(m.point for text in ("2019年底", "2019年年底", "2019年尾", "2019岁末", "2019年终") for m in find_periods(text))
    assert not any(m.point for text in ("2019年尾矿库", "2019年终止的合同") for m in find_periods(text))
    assert [m.point for m in find_periods("2019年")] == [False]


def test_parts_that_stand_apart_belong_to_the_one_year_named() -> None:
    def parts(text: str, *years: int) -> list[str]:
        return [p.key for m in find_parts(text, tuple(map(Period.year, years))) for p in m.periods]

    assert parts("上半年和一季度各多少", 2023) == ["2023H1", "2023Q1"]
    assert parts("上半年各多少", 2022, 2023) == []  # of which year?
    assert parts("半年目标", 2023) == []


@given(st.integers(1990, 2049))
def test_every_label_is_read_back_as_the_period_it_names(year: int) -> None:
    for period in (Period.year(year), Period.half(year, 1), Period.half(year, 2), Period.quarter(year, 3),
                   Period.months(year, 1, 11), Period.months(year, 5, 5)):
        assert keys(f"松河{period.label}财政总收入") == [period.key]


@given(st.text(alphabet="0123456789一二三四五六七八九十〇零年月季度上下半到至—-、和前去今明底末第", max_size=40))
def test_mentions_are_in_order_without_overlaps_whatever_stands_there(text: str) -> None:
    mentions = find_periods(text)
    assert all(m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_a_year_said_twice_is_one_year() -> None:
    mentions = find_periods("芮州明年(2024年)还要交付多少套安置房")
    assert asked_periods(mentions, Period.year(2023)) == (Period.year(2024),)
