"""A claim against the items of the cited spans: the same number, of the same indicator, zone, period and status.

Equal means equal after conversion (22.53亿元 = 225300万元), or rounded to what the claim shows, or as near as a word
such as 约 or 近 allows.  Among items that differ in value, the claim's words must not fit another one better:
that is how a neighbour's number, or the growth of another indicator, is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from assistant.linking import ADDED, TOTAL
from assistant.terms import find_terms, relation
from assistant.verification.claims import Claim, statuses_in
from assistant.verification.evidence import Item, grams
from assistant.verification.mentions import Mention
from index.glossary import normalise
from index.numerals import base_unit, convert
from index.records import FigureKind, Period, Status
from index.units import CLASSIFIERS

__all__ = ["Match", "Miss", "equal", "match"]

FITS = 0.34  # of 1: half of a name's words, or one of two, is enough when no other item fits better
BETTER = 0.04  # by how much another item must fit better to refute
_INTERCHANGEABLE = (
    {"家", "个", "户", "所", "座", "处", "名", "位"},
    {"件", "项", "起", "个", "宗", "次", "条"},
    {"人", "名", "位"},
    {"台", "套", "辆", "台套", "个"},
    {"位", "名"},
    {"公里", "千米"},
    {"人", "人次"},
    {"条", "个"},
    {"批", "个", "项"},
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LESS = ("近", "接近", "将近", "不足", "不到")  # the claim is a little above what is printed
_MORE = ("超", "逾", "余", "多", "突破", "以上", "不少于", "不低于", "至少", "有余")
_ABOUT = ("约", "左右", "上下", "大约", "大概")


@dataclass(frozen=True, slots=True)
class Match:
    """``how`` is "" for as printed, else what was done: 换算, 四舍五入, 约数."""

    item: Item
    how: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """Why no item supports the claim, in Chinese; ``nearest`` is the item that came closest."""

    reason: str
    nearest: Item | None = None


def match(claim: Claim, items: Sequence[Item]) -> Match | Miss:
    """The item that supports the claim, or why none does."""
    same = [(item, how) for item in items if (how := equal(claim, item)) is not None]
    if not same:
        return Miss("所引的原文里没有这个数")
    reasons: list[tuple[int, str, Item]] = []
    fitting: list[tuple[float, Item, str]] = []
    comparable = [
        i
        for i in items
        if i.growth == same[0][0].growth
        and _comparable(claim.mention.unit, i.unit)
        and not _misplaced(claim, i)
        and equal(claim, i) is None
    ]
    rivals = [(fit(claim, r), r) for r in comparable]
    for item, how in same:
        if wrong := _misplaced(claim, item):
            reasons.append((1, wrong, item))
            continue
        fits = fit(claim, item)
        better = [r for f, r in rivals if f > fits + BETTER]
        if better and claim.wider and claim.subject in item.name:  # 比北礁片区（742.6亿元）少
            wide = replace(claim, subject=claim.wider)
            fits = fit(wide, item)
            better = [r for r in comparable if fit(wide, r) > fits + BETTER]
        if fits < FITS or better:
            told = f"，“{claim.subject}”不是这个数" if claim.subject else ""
            reasons.append((2, f"这个数是“{item.name}”的{told}", item))
            continue
        fitting.append((fits - (0.05 if how else 0.0), item, how))
    if fitting:
        _, item, how = max(fitting, key=lambda f: f[0])
        return Match(item, how)
    _, reason, nearest = max(reasons, key=lambda r: r[0])
    return Miss(reason, nearest)


def _misplaced(claim: Claim, item: Item) -> str:
    if claim.zones and item.zone and item.zone not in claim.zones and not _stands_for(claim, item):
        return f"这个数是{item.zone}的"
    ahead = item.statuses <= {Status.TARGET, Status.EXPECTED}
    if claim.periods and item.periods and not any(_same_time(c, i, ahead) for c in claim.periods for i in item.periods):
        return f"这个数是{'、'.join(sorted(p.label for p in item.periods))}的"
    if not claim.statuses & (item.statuses | statuses_in(item.name)):  # 年度计划, 人才计划入选者: names
        return f"这个数是{'、'.join(sorted(item.statuses))}数"
    return ""


def _stands_for(claim: Claim, item: Item) -> bool:
    """A figure that a report gives of somewhere else (全市, another zone) names it in its scope."""
    return item.figure is not None and any(z and z in item.figure.scope for z in claim.zones)


def _same_time(told: Period, printed: Period, ahead: bool) -> bool:
    if told == printed or (ahead and printed.is_year and told.last_year == printed.last_year):
        return True  # beside what half a year achieved, the goal is the year's
    if (
        printed.first_year != printed.last_year or told.first_year != told.last_year
    ):  # 2016—2020年, told of its last year
        return told.last_year == printed.last_year
    # 1—11月 told as the year is another number; a point in time (6月底) stands for the months up to it.
    return told.last_year == printed.last_year and told.last_month == printed.last_month and told.last_month != 12


def fit(claim: Claim, item: Item) -> float:
    """How well the claim's words are the item's name, 0…1; 1 where the claim has no words of its own."""
    if not claim.subject:
        return 1.0
    said, name = grams(claim.subject), grams(item.name)
    if not said:
        return 1.0
    of_said = len(said & name) / len(said)
    of_name = len(said & name) / len(name) if name else 0.0
    around = len(said & (name | item.around)) / len(said)
    known = _terms_fit(claim.subject, item.name)
    if known == 0.0 and of_said < 0.7:  # (numbers left out, 新引进5-10亿元项目 reads like another known name)
        return 0.1 * of_said
    numbers = _NUMBER.findall(item.name)  # 5-10亿元项目 and 10亿元以上项目 differ in nothing else
    named = 0.0 if not numbers else 0.2 if set(numbers) <= set(_NUMBER.findall(claim.sentence)) else -0.2
    stock = -0.3 if _stock(claim.subject) * _stock(item.name + item.local) < 0 else 0.0
    return 0.4 * of_said + 0.4 * of_name + 0.2 * around + 0.2 * (known or 0.0) + named + stock


def _stock(name: str) -> int:
    """1 for a state (累计, 总数), -1 for what was added in a year, 0 where the name doesn't say."""
    return (1 if TOTAL.search(name) else 0) - (1 if ADDED.search(name) else 0)


def _terms_fit(said: str, name: str) -> float | None:
    """Known indicators in both: how near the nearest pair is, 0 when they are different ones; None without a pair."""
    asked, printed = find_terms(normalise(said)), find_terms(normalise(name))
    if not asked or not printed:
        return None
    return max(relation(a, b) for a in asked for b in printed)


def equal(claim: Claim, item: Item) -> str | None:
    """ "" when the claim's number is the item's, a word for what was done to it, or None when it is another number."""
    mention = claim.mention
    if mention.value is None:
        return None
    printed = _converted(item, mention.unit)
    if printed is None:
        return None
    value, other = mention.value, printed
    if item.growth:
        if claim.direction == 0 and mention.value >= 0 and other < 0:
            return None  # -4.6 told without 下降
        if claim.direction and other and (other > 0) != (claim.direction > 0 or mention.value < 0 < claim.direction):
            return None
        value, other = abs(value), abs(other)
    elif (
        item.figure is not None
        and claim.direction
        and item.figure.kind in (FigureKind.SHARE, FigureKind.COMPLETION)
        and _grows(claim)
    ):
        return None  # 增长82.8% of what is a share
    exact = "" if item.unit == mention.unit or not mention.unit or not item.unit else "换算"
    if value == other:
        return exact
    return near(mention, value, other)


def _grows(claim: Claim) -> bool:
    return claim.mention.unit in ("%", "个百分点", "百分点") and claim.before.rstrip(" 了").endswith(
        ("增长", "下降", "减少", "增加", "上升", "下滑")
    )


def near(mention: Mention, value: Decimal, printed: Decimal) -> str | None:
    """Rounded to the digits shown, or as near as the words around it allow."""
    places = max(0, -int(value.as_tuple().exponent))
    shown = len(value.as_tuple().digits)
    if (
        printed
        and shown >= 2
        and int(printed.as_tuple().exponent) < -places
        and value == printed.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    ):
        return "四舍五入"
    words = mention.qualifier
    tenths = (mention.unit == "%" and "成" in mention.text) or mention.text in ("一半", "半数")
    if tenths and abs(value - printed) <= (3 if words else 2):
        return "约数"
    step = _last_place(value)
    if not printed or not step:
        return None
    if any(w in words for w in _LESS) and value == printed.quantize(step, ROUND_CEILING):
        return "约数"
    if any(w in words for w in _MORE) and value == printed.quantize(step, ROUND_FLOOR):
        return "约数"
    if any(w in words for w in _ABOUT) and value == printed.quantize(step, ROUND_HALF_UP):
        return "约数"
    return None


def _last_place(value: Decimal) -> Decimal | None:
    """The place of the last digit that isn't zero: 23 → 1, 460 → 10, 0.5 → 0.1."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else None


def _converted(item: Item, unit: str) -> Decimal | None:
    """The item's value in the claim's unit; None when they don't measure the same."""
    if item.unit == unit or not unit:
        return item.value
    if not item.unit:
        return item.value
    found = convert(item.value, item.unit, unit)
    if found is not None:
        return found
    (here, base), (there, other) = base_unit(item.unit), base_unit(unit)
    if not other or base == other or _counts(base, other):  # 126.4万 for 126.4万标箱; 12个 for 12家
        return item.value * here / there
    return None


def _counts(base: str, other: str) -> bool:
    return base in CLASSIFIERS and other in CLASSIFIERS and any(base in s and other in s for s in _INTERCHANGEABLE)


def _comparable(unit: str, other: str) -> bool:
    return (
        unit == other
        or not unit
        or not other
        or convert(Decimal(1), other, unit) is not None
        or _counts(base_unit(unit)[1], base_unit(other)[1])
    )
