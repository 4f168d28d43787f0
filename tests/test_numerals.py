"""Promises of the one number grammar."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.numerals import convert, find_quantities, parse_number


def printed(text: str) -> list[tuple[str, str]]:
    return [(str(q.value), q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("实现税收22.53亿元", "22.53", "亿元", ""),
        ("拆除违建16万余平方米", "16", "万平方米", "余"),
        ("流转土地1600余亩", "1600", "亩", "余"),
        ("登记8100多本", "8100", "本", "多"),
        ("房屋约18万平方米", "18", "万平方米", "约"),
        ("产值３，２００．５万元", "3200.5", "万元", ""),
        ("产值1,234.5万元", "1234.5", "万元", ""),
        ("惠及村民三百二十户", "320", "户", ""),
        ("众创空间六家", "6", "家", ""),
        ("航线累计达到十八条，", "18", "条", ""),
        ("补助三千万元", "3000", "万元", ""),
        ("实现收入42 亿元", "42", "亿元", ""),
        ("减轻负担3万多亿元", "3", "万亿元", "多"),
        ("能耗0.5吨标煤/万元", "0.5", "吨标煤/万元", ""),
        ("浓度31微克/立方米", "31", "微克/立方米", ""),
        ("外资1480万美元", "1480", "万美元", ""),
        ("吞吐量143.8万标箱", "143.8", "万标箱", ""),
        ("审批压减到100天以内", "100", "天", "以内"),
        ("比上年提高2.3个百分点", "2.3", "个百分点", ""),
        ("下降百分之三十", "30", "%", ""),
        ("列全省第38位", "38", "位", ""),
        ("居全市首位", "1", "位", ""),
        ("融资15.6亿，", "15.6", "亿", ""),
    ],
)
def test_a_printed_amount_keeps_its_scale_in_the_unit(text: str, value: str, unit: str, qualifier: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit, quantity.qualifier) == (Decimal(value), unit, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "打通“最后一公里”",
        "引进一批企业",
        "三大主导产业",
        "第五届博览会",
        "培育百亿级产业",
        "2018年8月15日",
        "数百家企业",
        "几十个项目",
        "5G网络",
        "PM2.5治理",
        "世界500强",
        "省级5A景区",
        "二期工程",
        "2018年起步",
        "连续5年",
        "推进30万吨级码头",
    ],
)
def test_what_only_looks_like_an_amount_is_left_out(text: str) -> None:
    assert find_quantities(text) == []


def test_签约_and_完成_do_not_lend_their_last_character_to_the_number() -> None:
    assert [q.qualifier for q in find_quantities("完成征迁签约286户，完成500亿元")] == ["", ""]


def test_a_unit_said_once_holds_for_the_numbers_listed_before_it() -> None:
    assert printed("分别回落2.16和1.66个百分点") == [("2.16", "个百分点"), ("1.66", "个百分点")]


@pytest.mark.parametrize("text", ["来了七八家企业", "三五个项目", "二三十户", "零下二十七八度", "十七八亿元"])
def test_two_digits_side_by_side_are_no_amount(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(("text", "printed", "unit"), [
    ("贷款放了4.6个亿。", "4.6个亿", "亿"), ("还差3个多亿", "3个多亿", "亿"), ("税收有两个亿", "两个亿", "亿"), ("签约3个亿元项目", "3个", "个"),
])
def test_so_many_个亿_is_a_sum_and_亿元项目_are_counted(text: str, printed: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.text, quantity.unit) == (printed, unit)


def test_a_range_keeps_both_ends() -> None:
    (quantity,) = find_quantities("引进3-5亿元")
    assert (quantity.value, quantity.upper, quantity.unit) == (Decimal(3), Decimal(5), "亿元")


@given(
    st.decimals(min_value=0, max_value=99999, places=2, allow_nan=False),
    st.sampled_from(["亿元", "家", "%", "亩", "万人"]),
)
def test_any_decimal_is_read_exactly_and_its_span_is_its_text(value: Decimal, unit: str) -> None:
    text = f"全年实现{value}{unit}，增长"
    (quantity,) = find_quantities(text)
    assert quantity.value == value
    assert text[quantity.start : quantity.end] == quantity.text == f"{value}{unit}"


@given(st.text(alphabet="一二三十百万亿0123456789.,%元家亩个第约至-—年月日增长的“”（）、，。 ", max_size=60))
def test_spans_are_in_order_disjoint_and_true_on_any_text(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end
        assert quantity.outer_start <= quantity.start
        assert quantity.end <= quantity.outer_end
        assert text[quantity.start : quantity.end] == quantity.text
        end = quantity.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15.6亿", "1560000000"),
        ("约七亿", "700000000"),
        ("三成", "0.3"),
        ("翻番", "2"),
        ("翻两番", "4"),
        ("12%", "0.12"),
        ("百分之三十", "0.3"),
        ("1,234.5万元", "12345000"),
        ("一半", "0.5"),
        ("-3.5", "-3.5"),
        ("三百二十", "320"),
    ],
)
def test_any_printed_number_becomes_a_plain_one(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_no_number_is_none() -> None:
    assert parse_number("没有数字") is None


@pytest.mark.parametrize(
    ("value", "unit", "to_unit", "result"),
    [
        ("22.53", "亿元", "万元", "225300"),
        ("15", "亩", "公顷", "1"),
        ("1", "平方公里", "亩", "1500"),
        ("3", "万平方米", "亩", "45"),
        ("5.6", "万标箱", "TEU", "56000"),
        ("3", "成", "%", "30"),
        ("2", "万元/亩", "元/亩", "20000"),
        ("1.5", "小时", "分钟", "90"),
    ],
)
def test_units_of_one_dimension_convert_exactly(value: str, unit: str, to_unit: str, result: str) -> None:
    assert convert(Decimal(value), unit, to_unit) == Decimal(result)


@pytest.mark.parametrize(
    ("unit", "to_unit"), [("亿元", "亿美元"), ("家", "个"), ("亩", "公里"), ("%", "个百分点"), ("万元/亩", "万元")]
)
def test_units_of_different_things_do_not_convert(unit: str, to_unit: str) -> None:
    assert convert(Decimal(1), unit, to_unit) is None


@given(st.decimals(min_value=0, max_value=10**6, places=3, allow_nan=False))
def test_converting_there_and_back_changes_nothing(value: Decimal) -> None:
    there = convert(value, "亿元", "万元")
    assert there is not None
    assert convert(there, "万元", "亿元") == value
