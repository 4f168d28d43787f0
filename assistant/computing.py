"""Arithmetic on figures, exact, with the formula that a reader can follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from index.numerals import convert
from index.records import Figure
from index.units import CLASSIFIERS

__all__ = [
    "Computed",
    "backcast",
    "before_multiple",
    "common_unit",
    "compound_growth",
    "difference",
    "growth_between",
    "grown",
    "in_unit_of",
    "left_by_rate",
    "mean",
    "of_share",
    "parts_alone",
    "per",
    "plain",
    "ratio",
    "risen",
    "same_span",
    "scaled",
    "share",
    "share_left",
    "share_of_both",
    "stepped_back",
    "taken_off",
    "target_from_rate",
    "total",
]

HUNDRED = Decimal(100)
_ALIKE = ({"家", "户"}, {"个", "项"})  # one counts firms, or projects, as the other does
_MOST_PLACES = 8  # more are not printed, but left by a division


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed number: ``text`` as said (59.94%), ``formula`` as shown (22.53 ÷ 37.59)."""

    value: Decimal
    unit: str
    text: str
    formula: str


def plain(value: Decimal, places: int | None = None) -> str:
    """A decimal without exponent or needless zeros; rounded half up when ``places`` is given."""
    if places is None and -int(value.as_tuple().exponent) > _MOST_PLACES:
        places = 4
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def common_unit(figures: Sequence[Figure], wanted: str = "") -> tuple[list[Decimal], str] | None:
    """All values in the first figure's unit, or in ``wanted`` where one has it; None when they don't convert or one has no value."""
    unit = wanted if wanted in {f.unit for f in figures} else _of_one(figures[0])
    values: list[Decimal] = []
    for figure in figures:
        if figure.value is None:
            return None
        own = figure.unit if figure.unit == unit else _of_one(figure)
        value = in_unit_of(figure.value, own, unit)
        if value is None:
            return None
        values.append(value)
    return values, unit


def in_unit_of(value: Decimal, unit: str, other: str) -> Decimal | None:
    """A number in another unit, or counted by another word for the same things (家 and 户); None where they don't measure the same."""
    return value if unit == other or {unit, other} in _ALIKE else convert(value, unit, other)


def _of_one(figure: Figure) -> str:
    """The unit of a figure; 亩均税收19.5万元/亩 of a table is the 万元 of a sentence: its name says already what it is for."""
    return figure.unit.partition("/")[0] if "均" in figure.indicator else figure.unit


def parts_alone(values: Sequence[Decimal], figures: Sequence[Figure], *, least: int) -> tuple[list[Decimal], list[Figure]]:
    """Without the largest number where the others, ``least`` of them or more, add up to it: 列入调度的六个项目总投资73.2亿元 is of all of them."""
    most = max(range(len(values)), key=lambda i: values[i], default=0)
    kept = [i for i in range(len(values)) if values[i] != values[most] and figures[i].scope != figures[most].scope]
    if len(kept) < least or sum(values[i] for i in kept) != values[most]:
        kept = [*range(len(values))]
    return [values[i] for i in kept], [figures[i] for i in kept]


def same_span(one: Figure, other: Figure) -> bool:
    """Whether two numbers are of as many months each: half a year is not set against a whole one."""
    spans = [p.last_month - p.first_month + 12 * (p.last_year - p.first_year) for p in (one.period, other.period) if p is not None]
    return len(spans) == 2 and spans[0] == spans[1]


def _places(*values: Decimal) -> int:
    """The digits after the point that values are printed with; of one that a conversion left without end (亩 in 平方公里), few."""
    return max((_printed(max(0, -int(v.as_tuple().exponent))) for v in values), default=0)


def _printed(places: int) -> int:
    return places if places <= _MOST_PLACES else 4


def share(part: Decimal, whole: Decimal) -> Computed:
    value = part / whole * HUNDRED
    return Computed(value, "%", f"{plain(value, 1)}%", f"{plain(part)} ÷ {plain(whole)} × 100% = {plain(value, 2)}%")


def share_of_both(part: Decimal, rest: Decimal) -> Computed:
    """What per cent a part is of itself and the rest."""
    value = part / (part + rest) * HUNDRED
    return Computed(value, "%", f"{plain(value, 1)}%", f"{plain(part)} ÷ ({plain(part)} + {plain(rest)}) × 100% = {plain(value, 2)}%")


def share_left(whole: Decimal, parts: Sequence[Decimal]) -> Computed:
    """What per cent of a whole it is without parts of it."""
    value = (whole - sum(parts, Decimal(0))) / whole * HUNDRED
    formula = f"({plain(whole)} − {' − '.join(map(plain, parts))}) ÷ {plain(whole)} × 100% = {plain(value, 2)}%"
    return Computed(value, "%", f"{plain(value, 1)}%", formula)


def ratio(a: Decimal, b: Decimal) -> Computed:
    value = a / b
    text = plain(value, 2)
    return Computed(value, "倍", f"{text}倍", f"{plain(a)} ÷ {plain(b)} = {text}")


def difference(a: Decimal, b: Decimal, unit: str) -> Computed:
    """a − b; between two percentages it is in points."""
    unit = "个百分点" if unit in ("%", "％") else unit
    value = a - b
    text = plain(abs(value), _places(a, b))
    high, low = max(a, b), min(a, b)
    return Computed(value, unit, f"{text}{unit}", f"{plain(high)} {'−' if low >= 0 else '+'} {plain(abs(low))} = {text}")


def total(values: Sequence[Decimal], unit: str) -> Computed:
    value = sum(values, Decimal(0))
    text = plain(value, _places(*values))
    return Computed(value, unit, f"{text}{unit}", " + ".join(map(plain, values)) + f" = {text}")


def taken_off(whole: Decimal, parts: Sequence[Decimal], unit: str) -> Computed:
    """A whole without parts of it."""
    value = whole - sum(parts, Decimal(0))
    text = plain(value, _places(whole, *parts))
    return Computed(value, unit, f"{text}{unit}", f"{plain(whole)} − {' − '.join(map(plain, parts))} = {text}")


def mean(values: Sequence[Decimal], unit: str) -> Computed:
    value = sum(values, Decimal(0)) / len(values)
    text = plain(value, _places(*values) + 1)
    return Computed(value, unit, f"{text}{unit}", f"({' + '.join(map(plain, values))}) ÷ {len(values)} = {text}")


def per(amount: Decimal, count: Decimal, unit: str) -> Computed:
    value = amount / count
    text = plain(value, 2)
    return Computed(value, unit, f"{text}{unit}", f"{plain(amount)} ÷ {plain(count)} ≈ {text}")


def growth_between(now: Decimal, before: Decimal) -> Computed:
    value = (now - before) / before * HUNDRED
    text = plain(value, 2)
    return Computed(
        value, "%", f"{plain(value, 1)}%", f"({plain(now)} − {plain(before)}) ÷ {plain(before)} × 100% = {text}%"
    )


def before_multiple(now: Decimal, times: Decimal, unit: str, *, percent: bool) -> Computed:
    """What something was that ``now`` is so many times, or so many per cent, of."""
    value = now / (times / HUNDRED if percent else times)
    text = plain(value, max(_places(now), 1 if value < 100 else 0) + (1 if value < 10 else 0))
    return Computed(value, unit, f"{text}{unit}", f"{plain(now)} ÷ {plain(times)}{'%' if percent else ''} ≈ {text}")


def backcast(now: Decimal, growth: Decimal, unit: str, *, times: bool = False) -> Computed:
    """Last year's value from this year's and its growth in per cent, or in ``times``; of a small one (8.2亿元) with one digit more than printed."""
    value = now / (1 + (growth if times else growth / HUNDRED))
    places = _places(now)
    text = plain(value, places + 1 if places and value < 10 and len(plain(now).replace(".", "")) < 3 else places)
    return Computed(
        value, unit, f"{text}{unit}", f"{plain(now)} ÷ (1 {'+' if growth >= 0 else '−'} {plain(abs(growth))}{'' if times else '%'}) ≈ {text}"
    )


def risen(now: Decimal, growth: Decimal, unit: str, *, places: int | None = None) -> Computed:
    """How much a growth in per cent has added; a fall is below nought."""
    before = now / (1 + growth / HUNDRED)
    value = now - before
    text = plain(abs(value), max(_places(now), 1) + (1 if abs(value) < 10 else 0) if places is None else places)
    divided = f"{plain(now)} ÷ (1 {'+' if growth >= 0 else '−'} {plain(abs(growth))}%)"
    formula = f"{plain(now)} − {divided}" if value >= 0 else f"{divided} − {plain(now)}"
    return Computed(value, unit, f"{text}{unit}", f"{formula} ≈ {text}")


def stepped_back(now: Decimal, step: Decimal) -> str:
    """The formula of what was there before ``step`` was added: 156 − 19 = 137."""
    return f"{plain(now)} {'−' if step >= 0 else '+'} {plain(abs(step))} = {plain(now - step)}"


def grown(before: Decimal, growth: Decimal, unit: str) -> Computed:
    """What a value comes to by a growth in per cent."""
    exact = before * (1 + growth / HUNDRED)
    value = exact.quantize(Decimal(1).scaleb(-max(_places(before), 2)), ROUND_HALF_UP)
    text = plain(value)
    sign = "+" if growth >= 0 else "−"
    return Computed(value, unit, f"{text}{unit}", f"{plain(before)} × (1 {sign} {plain(abs(growth))}%) {'=' if value == exact else '≈'} {text}")


def of_share(whole: Decimal, rate: Decimal, unit: str) -> Computed:
    """The part that a share in per cent is of a whole."""
    return _portion(whole, rate, unit, f"{plain(rate)}%")


def portion(whole: Decimal, rate: Decimal, unit: str) -> Computed:
    """So many per cent of a number, with two digits more than it is printed with: half of 29 is 14.5."""
    return _portion(whole, rate, unit, f"{plain(rate, 2)}%", _places(whole) + 2)


def left_by_rate(whole: Decimal, rate: Decimal, unit: str) -> Computed:
    """What a completion rate in per cent leaves of a whole."""
    return _portion(whole, HUNDRED - rate, unit, f"(1 − {plain(rate)}%)")


def scaled(number: Decimal, unit: str, asked: str) -> Computed | None:
    """The same in another unit, as a product: 1.205 × 10000. None where the units are of two kinds."""
    value, factor, divisor = convert(number, unit, asked), convert(Decimal(1), unit, asked), convert(Decimal(1), asked, unit)
    if value is None or factor is None or divisor is None:
        return None
    by = f"× {plain(factor)}" if factor >= 1 else f"÷ {plain(divisor)}"
    return Computed(value, asked, f"{plain(value)}{asked}", f"{plain(number)} {by} = {plain(value)}")


def _portion(whole: Decimal, rate: Decimal, unit: str, factor: str, places: int | None = None) -> Computed:
    value = whole * rate / HUNDRED
    text = plain(value, max(_places(whole), 0 if unit in CLASSIFIERS else 2) if places is None else places)
    sign = "=" if places is not None and Decimal(text) == value else "≈"  # a printed rate is a rounded one
    return Computed(value, unit, f"{text}{unit}", f"{plain(whole)} × {factor} {sign} {text}")


def compound_growth(now: Decimal, before: Decimal, years: int) -> Computed:
    """年均增长率: the growth a year, in per cent, that leads from one value to the other."""
    value = ((now / before) ** (Decimal(1) / years) - 1) * HUNDRED
    text = plain(value, 2)
    root = f"^(1 ÷ {years})" if years > 1 else ""
    return Computed(value, "%", f"{plain(value, 1)}%", f"({plain(now)} ÷ {plain(before)}){root} − 1 = {text}%")


def target_from_rate(done: Decimal, rate: Decimal, unit: str) -> Computed:
    """The target from what was achieved and the completion rate in per cent."""
    value = done / rate * HUNDRED
    text = plain(value, _places(done))
    return Computed(value, unit, f"{text}{unit}", f"{plain(done)} ÷ {plain(rate)}% ≈ {text}")
