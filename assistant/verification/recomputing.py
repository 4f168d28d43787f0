"""Computed numbers, computed again: from a printed formula, or from numbers that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import permutations

from assistant.verification.claims import Claim
from assistant.verification.mentions import folded
from index.numerals import convert

__all__ = ["Computation", "evaluate", "parse_formula", "recompute", "rounds_to"]

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?P<percent>%?)|(?P<sign>[-−+×÷()（）*/^]))")
_CUES = {
    "share": re.compile(
        "占|比重|比例|份额|完成率|相当于|的(?=[\\d.]+%)|完成(?:了)?(?:年度|全年|年初)?(?:目标|任务|计划)的"
    ),
    "growth": re.compile("增长|下降|增速|增幅|降幅|上升|下滑|减少|涨|跌"),
    "difference": re.compile("差|多|少|高|低|增加|减少|增至|超|缺口|顺差|逆差|净增|提升|提高|下降|上升|前移|进位|后移"),
    "ratio": re.compile("倍|翻"),
    "sum": re.compile("合计|共计|总计|总和|加起来|加总|之和|总共|一共|合起来"),
    "mean": re.compile("平均|均值"),
}
_FEW = 6  # numbers of one sentence that are tried against one another


@dataclass(frozen=True, slots=True)
class Computation:
    """A formula's operands and exact result."""

    text: str
    operands: tuple[Decimal, ...]
    result: Fraction


def parse_formula(text: str) -> Computation | None:
    """22.53 ÷ 37.59 × 100% = 59.94% → its exact value.  None when the left side is no arithmetic."""
    left = re.split("[=≈]", folded(text), maxsplit=1)[0].replace(",", "")
    result = evaluate(left)
    if result is None:
        return None
    operands = tuple(Decimal(m["number"]) for m in _TOKEN.finditer(left) if m["number"])
    return Computation(text, operands, result)


def evaluate(text: str) -> Fraction | None:
    """Value of + − × ÷, ^ and brackets; a percent sign divides by 100.  Exact, but for the root of a ^(1 ÷ n)."""
    tokens: list[tuple[str, Fraction | str]] = []
    at = 0
    text = text.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            return None
        if found["number"]:
            tokens.append(("n", Fraction(found["number"]) / (100 if found["percent"] else 1)))
        else:
            tokens.append(("s", {"（": "(", "）": ")", "−": "-", "*": "×", "/": "÷"}.get(found["sign"], found["sign"])))
        at = found.end()
    try:
        value, rest = _sum(tokens)
    except (IndexError, ZeroDivisionError, TypeError, ValueError):
        return None
    return value if not rest else None


def _sum(tokens: list[tuple[str, Fraction | str]]) -> tuple[Fraction, list[tuple[str, Fraction | str]]]:
    value, rest = _product(tokens)
    while rest and rest[0][1] in ("+", "-"):
        sign = 1 if rest[0][1] == "+" else -1
        other, rest = _product(rest[1:])
        value += sign * other
    return value, rest


def _product(tokens: list[tuple[str, Fraction | str]]) -> tuple[Fraction, list[tuple[str, Fraction | str]]]:
    value, rest = _power(tokens)
    while rest and rest[0][1] in ("×", "÷"):
        divides = rest[0][1] == "÷"
        other, rest = _power(rest[1:])
        value = value / other if divides else value * other
    return value, rest


def _power(tokens: list[tuple[str, Fraction | str]]) -> tuple[Fraction, list[tuple[str, Fraction | str]]]:
    value, rest = _atom(tokens)
    if rest and rest[0][1] == "^":
        exponent, rest = _atom(rest[1:])
        if value <= 0 or abs(exponent) > 10:
            raise ValueError("power")
        value = Fraction(float(value) ** float(exponent))
    return value, rest


def _atom(tokens: list[tuple[str, Fraction | str]]) -> tuple[Fraction, list[tuple[str, Fraction | str]]]:
    kind, value = tokens[0]
    if value == "(":
        inner, rest = _sum(tokens[1:])
        if not rest or rest[0][1] != ")":
            raise ValueError("brackets")
        return inner, rest[1:]
    if value == "-":
        inner, rest = _atom(tokens[1:])
        return -inner, rest
    if kind != "n" or not isinstance(value, Fraction):
        raise ValueError("number expected")
    return value, tokens[1:]


def rounds_to(exact: Fraction, shown: Decimal) -> bool:
    """Whether ``shown`` is ``exact`` rounded to its own digits, sign aside, once or (27.949 → 27.95 → 27.9) twice."""
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    step = Decimal(1).scaleb(min(0, int(shown.as_tuple().exponent)))
    once = abs(value).quantize(step, ROUND_HALF_UP)
    # 27.9% of 27.949 and of 27.95, which was rounded before
    return abs(abs(shown) - abs(value)) <= step * Decimal("0.5001") or once == abs(shown)


def recompute(claim: Claim, others: Sequence[Claim], known: Collection[str] = ()) -> str:
    """A formula that gives the claim's number from other numbers of its sentences; "" when there is none.

    Only what the words around it announce is tried: 占 a quotient, 合计 a sum, 相差 a difference.
    """
    mention = claim.mention
    if mention.value is None:
        return ""
    around = (
        claim.before[-24:]
        + " "
        + claim.lead
        + " "
        + claim.after[:12]
        + (mention.text if "翻" in mention.text or "倍" in mention.unit else "")
    )
    around += mention.qualifier
    operands = [c for c in others if c.mention.value is not None and c is not claim][:_FEW]
    for name, pattern in _CUES.items():
        if pattern.search(around) and (found := _TRIED[name](claim, operands)):
            return found
    return ""


def _values(claims: Sequence[Claim], unit: str) -> list[Decimal]:
    found = []
    for claim in claims:
        value = claim.mention.value
        if (
            value is not None
            and (changed := value if claim.mention.unit == unit else convert(value, claim.mention.unit, unit))
            is not None
        ):
            found.append(changed)
    return found


def _pairs(operands: Sequence[Claim]) -> list[tuple[Decimal, Decimal]]:
    pairs = []
    for a, b in permutations(operands, 2):
        if a.mention.unit in ("%", "个百分点"):
            continue
        values = _values([a, b], a.mention.unit)
        if len(values) == 2 and values[1]:
            pairs.append((values[0], values[1]))
    return pairs


def _share(claim: Claim, operands: Sequence[Claim]) -> str:
    if claim.mention.unit != "%" or claim.mention.value is None:
        return ""
    return next(
        (f"{a} ÷ {b} × 100%" for a, b in _pairs(operands) if _about(Fraction(a) / Fraction(b) * 100, claim)), ""
    )


def _growth(claim: Claim, operands: Sequence[Claim]) -> str:
    if claim.mention.unit != "%" or claim.mention.value is None:
        return ""
    for a, b in _pairs(operands):
        rate = (Fraction(a) - Fraction(b)) / Fraction(b) * 100
        if _about(abs(rate), claim) and claim.direction == (1 if rate > 0 else -1):
            return f"({a} − {b}) ÷ {b} × 100%"
    return ""


def _difference(claim: Claim, operands: Sequence[Claim]) -> str:
    unit, value = claim.mention.unit, claim.mention.value
    plain_unit = "%" if unit in ("个百分点", "百分点") else unit
    values = _values(operands, plain_unit)
    return next(
        (
            f"{a} − {b}"
            for a, b in permutations(values, 2)
            if a > b and value is not None and _about(Fraction(a) - Fraction(b), claim)
        ),
        "",
    )


def _ratio(claim: Claim, operands: Sequence[Claim]) -> str:
    if claim.mention.unit != "倍":
        return ""
    wide = "翻" in claim.mention.text
    for a, b in _pairs(operands):
        exact = Fraction(a) / Fraction(b)
        if _about(exact, claim) or (
            wide and claim.mention.value and abs(exact / Fraction(claim.mention.value) - 1) < Fraction(8, 100)
        ):
            return f"{a} ÷ {b}"
    return ""


def _sum_of(claim: Claim, operands: Sequence[Claim]) -> str:
    values = _values(operands, claim.mention.unit)
    for count in range(len(values), 1, -1):
        for begin in range(len(values) - count + 1):
            part = values[begin : begin + count]
            if _about(Fraction(sum(part)), claim):
                return " + ".join(map(str, part))
    return ""


def _mean_of(claim: Claim, operands: Sequence[Claim]) -> str:
    values = _values(operands, claim.mention.unit)
    if len(values) > 1 and _about(Fraction(sum(values)) / len(values), claim):
        return f"({' + '.join(map(str, values))}) ÷ {len(values)}"
    return ""


def _about(exact: Fraction, claim: Claim) -> bool:
    shown = claim.mention.value
    if shown is None:
        return False
    if "成" in claim.mention.text or claim.mention.text in ("一半", "半数"):
        return abs(exact - Fraction(shown)) <= 3
    return rounds_to(exact, shown)


_TRIED = {
    "share": _share,
    "growth": _growth,
    "difference": _difference,
    "ratio": _ratio,
    "sum": _sum_of,
    "mean": _mean_of,
}
