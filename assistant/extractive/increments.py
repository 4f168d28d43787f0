"""Whose number has risen most from one year to the next: 三大产业谁的产值增量最大, of named parts, a counted group or zones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.earlier import Member, explain, member
from assistant.extractive.groups import group_asked, measured, members_of
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.parts import named_parts
from assistant.extractive.slot import Outcome, Slot
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Rise", "answer_increment", "answer_two_rises", "figures_of", "of_then", "rise_of", "years_of"]

_WORD = "(?:增量|增加额|净增额|增长额|增加量|增加(?!值)|净增|多出来)"
_MOST = re.compile(
    f"{_WORD}(?:的)?(?:部分)?(?:值)?(?:最(?P<how>[大多高小少低])|居首|第一|领先|榜首)|最(?P<how2>[大多高小少低])的?{_WORD}"
    f"|(?:谁|哪一?[个家块条][^，。？?]{{0,6}}?)的?[^，。？?]{{0,8}}?{_WORD}(?:更|要|比较)?(?P<how3>[大多高小少低])(?:一?[些点])?(?=[，,。？?]|$)"
    "|(?:谁|哪一?[个家块条边头方区])[^，。？?]{0,10}?(?:增加|多增|提高|[加涨提升增])[得的](?:更|要)?(?P<how4>[大多高少])(?=[，,。？?]|$)"
)
_MEASURE = "(?:规上|工业|营业|总)*(?:产值|增加值|收入|营收|税收|投资|进出口|出口|进口|外资|内资|利润)"
_OF_WORDS = re.compile(f"的?{_WORD}$")
_KIND = re.compile("产业链?|行业|板块|业|片区|园区|园|镇|街道")


@dataclass(frozen=True, slots=True)
class Rise:
    """``who`` rose by ``by``, from what ``then`` tells to what ``now`` tells."""

    who: str
    now: Figure
    then: Member
    by: Decimal
    told: computing.Computed


def answer_increment(drafting: Drafting, query: Query) -> bool:
    """Each one's rise, the greatest first; False where that is not asked, or fewer than two have both years."""
    asked = _MOST.search(query.text)
    years = years_of(drafting.facts, query)
    if asked is None or years is None:
        return False
    then, now = years
    facts = drafting.facts
    members = _members(facts, query, now)
    rises = [rise for who, figure in members if (rise := rise_of(facts, who, figure, then)) is not None]
    if len(rises) < 2 or len({r.told.text[-1:] for r in rises}) > 1:
        return False
    least = (asked["how"] or asked["how2"] or asked["how3"] or asked["how4"] or "大") in "小少低"
    rises.sort(key=lambda r: r.by, reverse=not least)
    missing = [who for who, _ in members if who not in {r.who for r in rises}]
    first = rises[0]
    lead = f"{'有两年数的里面，' if missing else ''}{first.who}的增量最{'小' if least else '大'}，{_by(first)}"
    told = f"{describe(first.now)}{amount(first.now)}，{of_then(first)}；{first.told.formula}"
    drafting.say(f"{lead}（{told}）。", drafting.cite(*figures_of(first)), first.told.formula)
    cited = drafting.cite(*(f for r in rises for f in figures_of(r)))
    drafting.say(f"依次是{'；'.join(f'{r.who}{_by(r)}（{r.told.formula}）' for r in rises)}。", cited)
    if missing:
        drafting.say(f"报告中没有{'、'.join(missing)}两年都有的数。")
    elif len(rises) == 2 and rises[0].told.unit == rises[1].told.unit:
        (one, other) = sorted(rises, key=lambda r: r.by, reverse=True)
        apart = computing.difference(one.by, other.by, one.told.unit)
        drafting.say(f"{one.who}比{other.who}多{apart.text}（{apart.formula}）。", cited, apart.formula)
    explain(drafting, [r.then for r in rises])
    return True


#: 光学光电增加的产值，是生物医药增加额的几倍; 甲的产值增量比乙的增量大多少: two rises set against each other.
_TWO = re.compile(
    f"^(?P<one>[^，,。？?]{{2,16}}?)(?:(?:增加|新增|增长|多出来|净增)的(?P<of>[㐀-鿿]{{2,8}}?)|的?(?P<of2>{_MEASURE})的?{_WORD})[，,]?"
    f"(?:(?P<times>是|相当于|等于|为)|比|[和与跟同])(?P<other>[^，,。？?]{{2,16}}?)的?(?:{_WORD}|(?:增加|新增|增长|净增)的[㐀-鿿]{{2,8}}?)的?(?:那?部分)?"
    "(?(times)(?:的|大概|约)*(?:几|多少)倍|(?:相)?(?:差|[多少大小高低]出?)(?:了)?(?:多少|几))"
)


def answer_two_rises(drafting: Drafting, query: Query) -> bool:
    """One's rise as a multiple of another's, or by how much it is greater; False where that is not asked, or a year of one is missing."""
    asked, years = _TWO.search(query.bare), years_of(drafting.facts, query)
    if asked is None or years is None:
        return False
    facts, (then, now) = drafting.facts, years
    measure = asked["of"] or asked["of2"]
    plain = replace(query, aspect=Aspect.VALUE, operation=Operation.ONE, status=None)
    slots = (slot_of(plain, who.removesuffix("的") + measure, period=now, unit="") for who in (asked["one"], asked["other"]))
    found = [resolve(facts, slot, abroad=False).figure for slot in slots]
    rises = [rise_of(facts, f.scope or f.indicator, f, then) for f in found if f is not None and f.value is not None]
    one, other = (rises[0], rises[-1]) if len(rises) == 2 else (None, None)
    if one is None or other is None or one.now.id == other.now.id or one.told.unit != other.told.unit or one.by <= 0 or other.by <= 0:
        return False
    for rise in (one, other):
        told = f"{describe(rise.now)}{amount(rise.now)}，{of_then(rise)}；{rise.told.formula}"
        drafting.say(f"{rise.who}{_by(rise)}（{told}）。", drafting.cite(*figures_of(rise)), rise.told.formula)
    result = computing.ratio(one.by, other.by) if asked["times"] else computing.difference(one.by, other.by, one.told.unit)
    how = "的增量是" + other.who + "的增量的" if asked["times"] else "的增量比" + other.who + ("多" if one.by >= other.by else "少")
    drafting.say(f"{one.who}{how}{result.text.removeprefix('-')}（{result.formula}）。", drafting.cite(one.now, other.now), result.formula)
    explain(drafting, [one.then, other.then])
    return True


def years_of(facts: Facts, query: Query) -> tuple[Period, Period] | None:
    periods = sorted((p for p in query.periods if p.is_year), key=lambda p: p.key)
    if len(periods) > 1:
        return periods[0], periods[-1]
    newest = [facts.newest[z] for z in query.zones if z in facts.newest]
    now = periods[0] if periods else max((p for p in newest if p.is_year), key=lambda p: p.key, default=None)
    return (now.shifted(-1), now) if now is not None else None


def _members(facts: Facts, query: Query, now: Period) -> list[tuple[str, Figure]]:
    """Who is compared, each with its number of the later year."""
    phrases = tuple(p for p in (_OF_WORDS.sub("", plainer(i)) for i in query.indicators) if p)
    plain = replace(query, periods=(now,), indicators=phrases, aspect=Aspect.VALUE, operation=Operation.PARTS, years_back=0, pairs=(), status=None)
    if len(query.zones) > 1 and phrases:
        ahead = query.status is Status.TARGET and all(now.end > facts.newest[z].end for z in query.zones if z in facts.newest)
        aimed = Status.TARGET if ahead else Status.DONE
        slots = ((z, slot_of(plain, "".join(phrases), zone=z, period=now, status=aimed)) for z in query.zones)
        found = ((facts.short(z), member(facts, slot).figure) for z, slot in slots)
        return [(who, f) for who, f in found if f is not None and f.value is not None]
    group = group_asked(plain)
    parts = members_of(facts, plain, measured(group)) if group is not None else []
    if len(parts) < 2 and phrases:
        noun = next((p[t.start :] for p in reversed(phrases) for t in find_terms(p)[-1:]), "")
        parts = named_parts(facts, plain) or named_parts(facts, replace(plain, indicators=tuple(p if find_terms(p) else p + noun for p in phrases)))
    return [(f.scope or f.indicator, f) for f in parts if f.value is not None]


_BY_GROWTH = re.compile(r"÷ \(1 (?P<way>[+−]) (?P<rate>[\d.]+)%\)")
_FINER = 2  # decimals of a rise led from a growth: a share of two of them is right to a tenth of a per cent


def rise_of(facts: Facts, who: str, now: Figure, then: Period) -> Rise | None:
    before = _before(facts, now, then)
    values = computing.common_unit([now, before.figure]) if before is not None and before.figure is not None else None
    if before is None or values is None:
        return None
    (a, b), unit = values
    grew = _BY_GROWTH.search(before.formula) if not before.exact and unit == now.unit else None
    if grew is not None:  # no rise of two rounded numbers
        led = computing.risen(a, Decimal(grew["rate"]) * (1 if grew["way"] == "+" else -1), unit, places=_FINER)
        return Rise(who, now, before, Decimal(led.text.removesuffix(unit)) * (1 if led.value >= 0 else -1), led)
    return Rise(who, now, before, a - b, computing.difference(max(a, b), min(a, b), unit))


def _before(facts: Facts, now: Figure, then: Period) -> Member | None:
    """The same of the earlier year, as printed for the same part, or from its growth."""
    own = [
        f for f in facts.figures([now.zone], [then])
        if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.value is not None and f.name == now.name and _same(f.scope, now.scope)
    ]
    slot = Slot(now.scope + now.indicator, zone=now.zone, period=then, status=Status.DONE)
    if own:
        return Member(Outcome(slot, own[0]))
    found = member(facts, slot)
    return found if found.figure is not None and found.how and _same(found.figure.scope, now.scope) else None


def _same(one: str, other: str) -> bool:
    """柞园 and 柞园片区 are one part."""
    one, other = sorted((fold(one), fold(other)), key=len)
    return one == other or (other.startswith(one) and bool(one) and _KIND.fullmatch(other[len(one) :]) is not None)


def _by(rise: Rise) -> str:
    return f"{'增加' if rise.by >= 0 else '减少'}{rise.told.text}"


def of_then(rise: Rise) -> str:
    figure = rise.then.figure
    return f"{describe(figure)}{amount(figure)}" if figure is not None else ""


def figures_of(rise: Rise) -> Sequence[Figure]:
    return [f for f in (rise.now, rise.then.figure) if f is not None]
