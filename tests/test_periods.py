"""Promises of the words for time."""

from __future__ import annotations

import pytest

from index.periods import TIME_WORDS, parse_period


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2018年", "2018"),
        ("2019年上半年", "2019H1"),
        ("今年上半年", "2018H1"),
        ("一季度", "2018Q1"),
        ("2018年四季度", "2018Q4"),
        ("1—6月", "2018H1"),
        ("1-11月份", "2018M1-11"),
        ("1月至9月", "2018M1-9"),
        ("前三季度", "2018M1-9"),
        ("2016—2020年", "2016-2020"),
        ("“十三五”期间", "2016-2020"),
        ("去年", "2017"),
        ("明年", "2019"),
        ("前八个月", "2018M1-8"),
        ("全年", "2018"),
    ],
)
def test_a_named_stretch_of_time_is_read(text: str, key: str) -> None:
    period = parse_period(text, year=2018)
    assert period is not None
    assert period.key == key


@pytest.mark.parametrize("text", ["税收收入", "第三产业", "13月", "两年"])
def test_other_words_name_no_period(text: str) -> None:
    assert parse_period(text, year=2018) is None


def test_a_part_of_a_year_needs_its_year() -> None:
    assert parse_period("上半年") is None


@pytest.mark.parametrize(
    "text", ["全年", "今年以来", "截至6月底", "2018年", "1—9月", "年底前", "五年来", "“十三五”时期"]
)
def test_words_of_time_are_taken_off_a_name_whole(text: str) -> None:
    assert TIME_WORDS.sub("", f"{text}税收收入") == "税收收入"
