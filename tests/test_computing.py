"""Arithmetic is exact, and every formula is one that a reader can recompute."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import computing
from assistant.computing import Computed, plain
from index.records import Figure, FigureKind, Period, SectionKind, Status


def number(text: str) -> Decimal:
    return Decimal(text)


AMOUNTS = st.decimals(min_value="0.01", max_value="999999", places=2)


def recomputed(formula: str) -> tuple[Decimal, Decimal]:
    """What the left side of a formula comes to, and what its right side says."""
    left, _, right = formula.replace("≈", "=").rpartition("=")
    percent = "× 100%" in left
    left = left.replace("× 100%", "* 100").replace("×", "*").replace("÷", "/").replace("−", "-")
    left = re.sub(r"(\d+(?:\.\d+)?)%", r"(\1/100)", left)
    left = re.sub(r"\d+(?:\.\d+)?", lambda m: f"Decimal('{m.group()}')", left)
    said = Decimal(re.search(r"-?\d+(?:\.\d+)?", right.replace("−", "-")).group())  # type: ignore[union-attr]
    assert percent == right.strip().endswith("%") or "÷" not in formula
    return eval(left, {"Decimal": Decimal}), said


def holds(computed: Computed) -> bool:
    exact, said = recomputed(computed.formula)
    places = max(0, -int(said.as_tuple().exponent))
    return abs(exact - said) <= Decimal(1).scaleb(-places)


def test_a_share_is_said_with_one_place_and_shown_with_two() -> None:
    share = computing.share(number("22.53"), number("37.59"))
    assert share.text == "59.9%"
    assert share.formula == "22.53 ÷ 37.59 × 100% = 59.94%"


def test_a_difference_has_the_places_of_its_numbers_and_no_float_dust() -> None:
    assert computing.difference(number("10.78"), number("9.84"), "亿元").text == "0.94亿元"
    assert computing.difference(number("0.3"), number("0.1"), "亿元").text == "0.2亿元"


@pytest.mark.parametrize(("unit", "said"), [("%", "1个百分点"), ("个百分点", "1个百分点"), ("倍", "1倍"), ("亿元", "1亿元")])
def test_only_percentages_lie_points_apart(unit: str, said: str) -> None:
    assert computing.difference(number("3"), number("2"), unit).text == said


def test_a_negative_difference_keeps_its_sign_in_the_value_and_says_the_amount() -> None:
    less = computing.difference(number("9.84"), number("10.78"), "亿元")
    assert less.value == number("-0.94")
    assert less.text == "0.94亿元"
    assert less.formula == "10.78 − 9.84 = 0.94"


def test_a_sum_is_exact() -> None:
    assert computing.total([number("0.1")] * 3, "亿元").formula == "0.1 + 0.1 + 0.1 = 0.3"
    assert computing.total([number("36.2"), number("58.4"), number("181.2")], "亿元").text == "275.8亿元"


def test_a_mean_divides_by_how_many_there_are() -> None:
    assert computing.mean([number("31.5"), number("36.2"), number("39.1")], "亿元").text == "35.6亿元"


def test_growth_between_two_values_may_be_negative() -> None:
    assert computing.growth_between(number("9.48"), number("7.35")).text == "29%"
    assert computing.growth_between(number("158.9"), number("161.3")).text == "-1.5%"


def test_last_years_value_follows_from_growth_in_either_direction() -> None:
    assert computing.backcast(number("12.8"), number("9.29"), "亿元").text == "11.7亿元"
    assert computing.backcast(number("1480"), number("-2.6"), "万美元").text == "1520万美元"


def test_a_target_follows_from_the_completion_rate() -> None:
    assert computing.target_from_rate(number("9.84"), number("102.3"), "亿元").text == "9.62亿元"


def test_an_amount_per_counted_thing() -> None:
    assert computing.per(number("46.8"), number("9"), "亿元").text == "5.2亿元"


@pytest.mark.parametrize(("value", "places", "text"), [
    ("12.50", None, "12.5"), ("1500", None, "1500"), ("1E+3", None, "1000"), ("0.005", 2, "0.01"), ("2.345", 2, "2.35"),
    ("-2.345", 2, "-2.35"), ("100", 1, "100"),
])
def test_a_number_is_written_plainly_and_rounded_half_up(value: str, places: int | None, text: str) -> None:
    assert plain(number(value), places) == text


@given(AMOUNTS, AMOUNTS)
def test_the_formulas_of_two_numbers_recompute(a: Decimal, b: Decimal) -> None:
    for computed in (computing.share(a, b), computing.ratio(a, b), computing.difference(a, b, "亿元"),
                     computing.growth_between(a, b), computing.per(a, b, "万元")):
        assert holds(computed), computed


@given(AMOUNTS, st.decimals(min_value="-99", max_value="900", places=1))
def test_the_formulas_of_growth_and_completion_recompute(now: Decimal, rate: Decimal) -> None:
    assert holds(computing.backcast(now, rate, "亿元"))
    if rate > 0:
        assert holds(computing.target_from_rate(now, rate, "亿元"))


@given(st.lists(AMOUNTS, min_size=2, max_size=6))
def test_the_formulas_of_many_numbers_recompute(values: list[Decimal]) -> None:
    assert holds(computing.total(values, "亿元"))
    assert holds(computing.mean(values, "亿元"))


@given(AMOUNTS, AMOUNTS)
def test_what_is_said_is_the_exact_value_rounded(a: Decimal, b: Decimal) -> None:
    share = computing.share(a, b)
    assert Decimal(share.text.rstrip("%")) == share.value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def figure(value: str | None, unit: str) -> Figure:
    return Figure(
        id="f", report_id="r", zone="松河经济开发区", indicator="财政总收入", name="财政总收入", scope="",
        period=Period.year(2021), status=Status.DONE, kind=FigureKind.VALUE,
        value=None if value is None else number(value), unit=unit, value_text="", qualifier="", growth=None,
        growth_unit="", growth_text="", growth_base="", path=(), section=SectionKind.REVIEW, start=0, end=1,
        sentence_start=0, sentence_end=1)


def test_values_are_brought_to_the_unit_of_the_first() -> None:
    common = computing.common_unit([figure("2.85", "亿美元"), figure("1865", "万美元")])
    assert common == ([number("2.85"), number("0.1865")], "亿美元")


@pytest.mark.parametrize("other", [("1865", "万美元"), ("12", "家"), (None, "亿元")])
def test_values_that_do_not_convert_have_no_common_unit(other: tuple[str | None, str]) -> None:
    assert computing.common_unit([figure("12.8", "亿元"), figure(*other)]) is None


def test_a_conversion_without_end_is_printed_with_few_digits() -> None:
    common = computing.common_unit([figure("22.4", "平方公里"), figure("386", "亩")])
    assert common is not None
    (whole, part), unit = common
    assert computing.difference(whole, part, unit).text == "22.1427平方公里"


@pytest.mark.parametrize(("whole", "rate", "unit", "part"), [("7230", "71.5", "人", "5169人"), ("42.6", "85", "万平方米", "36.21万平方米")])
def test_a_part_of_what_is_counted_is_told_whole(whole: str, rate: str, unit: str, part: str) -> None:
    assert computing.of_share(Decimal(whole), Decimal(rate), unit).text == part


def test_what_a_rate_leaves_is_told_with_the_rate_as_printed() -> None:
    left = computing.left_by_rate(Decimal(2846), Decimal("99.6"), "处")
    assert (left.text, left.formula) == ("11处", "2846 × (1 − 99.6%) ≈ 11")
