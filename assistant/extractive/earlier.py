"""What a figure was before: a later report often prints it, or what it has changed by since.

How it follows from that figure alone is told in :mod:`assistant.extractive.stepped`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.candidates import accepts
from assistant.extractive.complements import complement, of_one_year, until_the_year
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Outcome, Slot, resolve
from assistant.extractive.spans import spanned
from assistant.extractive.stepped import (
    LAST_YEAR,
    POINTS,
    Member,
    begins_change,
    beside,
    from_growth,
    from_multiple,
    from_places,
    from_step,
    printed_before,
)
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.periods import find_parts
from assistant.records import Aspect
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Member", "before", "explain", "growth_before", "member", "of_its_span", "of_the_year", "printed_before", "settled", "told_apart"]


def member(facts: Facts, slot: Slot, *, rounded: bool = True, abroad: bool = True) -> Member:
    """The figure of a slot; else what a later report says it was, from a growth in per cent only if ``rounded``."""
    wanted = replace(slot, aspect=Aspect.VALUE) if slot.aspect is Aspect.GROWTH else slot
    outcome = _resolved(facts, wanted, abroad=abroad)
    if outcome.figure is not None and outcome.figure.value is not None:
        sum_of_years = "累计" in outcome.figure.indicator and "累计" not in slot.phrase and slot.phrase.endswith("投资")
        own = of_one_year(facts, wanted) if sum_of_years else None
        return Member(Outcome(slot, own.figure), own.how, own.formula, parts=own.parts) if own else Member(outcome)
    part = of_the_year(facts, wanted)
    if part is not None:
        return part
    found = before(facts, wanted)
    if found is not None and (found.exact or rounded):
        return found
    return Member(outcome)


def of_the_year(facts: Facts, slot: Slot) -> Member | None:
    """四季度 = 全年 − 前三季度: a part of a year from other parts; 进口 = 进出口 − 出口: one of two parts."""
    found = spanned(facts, slot) or complement(facts, slot) or of_one_year(facts, slot) or until_the_year(facts, slot)
    return Member(Outcome(slot, found.figure), found.how, found.formula, parts=found.parts) if found else None


def explain(drafting: Drafting, members: Sequence[Member]) -> None:
    """Say what each number that isn't printed follows from."""
    for one in members:
        figure = one.figure
        if figure is None or not one.how:
            continue
        drafting.say(
            f"{figure.period.label if figure.period else ''}的{amount(figure)}是{one.how}的（{one.formula}）。",
            drafting.cite(*(one.parts or (figure,))),
            one.formula,
        )


def before(facts: Facts, slot: Slot) -> Member | None:
    """What the figure of the year after tells of the year asked for; None when it tells nothing."""
    if slot.period is None or slot.status not in (None, Status.DONE):
        return None
    later = _resolved(facts, replace(slot, period=slot.period.shifted(1), report_periods=()), abroad=False).figure
    if later is None:
        later = _since_then(facts, slot, slot.period)
    if later is None:
        return _from_likened(facts, slot, slot.period)
    if later is None or later.value is None or later.status is not Status.DONE:
        return None
    later = _with_growth(facts, later)
    outcome = Outcome(slot, later)
    printed = printed_before(facts, later)
    if printed is not None:
        figure = replace(printed, period=slot.period, scope=later.scope, growth=None, growth_text="")
        return Member(replace(outcome, figure=figure))
    if later.kind is FigureKind.RANK:
        return from_places(facts, outcome, later)
    return from_step(facts, outcome, later) or from_multiple(facts, outcome, later, LAST_YEAR) or from_growth(outcome, later)


def told_apart(facts: Facts, figure: Figure) -> Figure | None:
    """The growth of 旅客吞吐量689.4万人次, told elsewhere and alone (同比下降31.8%); None where it is not told so, or in two ways."""
    if figure.growth is not None or figure.kind is not FigureKind.VALUE:
        return None
    told = [
        f
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if f.kind is FigureKind.GROWTH and f.growth is not None
        and (f.report_id, f.name, f.scope, f.status) == (figure.report_id, figure.name, figure.scope, figure.status)
    ]
    return told[0] if len({f.growth for f in told}) == 1 else None


def _with_growth(facts: Facts, figure: Figure) -> Figure:
    grew = told_apart(facts, figure) or _told_with(facts, figure)
    if grew is None:
        return figure
    return replace(figure, growth=grew.growth, growth_unit=grew.growth_unit, growth_text=grew.growth_text, growth_base=grew.growth_base)


def _told_with(facts: Facts, figure: Figure) -> Figure | None:
    """The same number as another report has it with its growth: 全社会研发投入强度5.48%，较上年提高0.36个百分点 of 研发投入强度5.48% in a table."""
    if figure.growth is not None or figure.kind is not FigureKind.VALUE:
        return None
    told = facts.figures([figure.zone], [figure.period] if figure.period else ())
    same = (f for f in told if (f.kind, f.status, f.unit, f.value) == (figure.kind, figure.status, figure.unit, figure.value))
    grown = (f for f in same if f.growth is not None and f.scope == figure.scope)
    return next((f for f in grown if figure.indicator in f.indicator or f.name == figure.name), None)


def _since_then(facts: Facts, slot: Slot, end: Period) -> Figure | None:
    """6月末贷款余额187.5亿元，比年初增加13.4亿元: the figure of a part of the next year that is told by what it gained since."""
    if slot.zone is None or not end.is_year:
        return None
    parts = [p for p in facts.periods_of(slot.zone) if not p.is_year and p.first_year == p.last_year == end.last_year + 1]
    found = (_resolved(facts, replace(slot, period=p, report_periods=()), abroad=False).figure for p in parts)
    return next((f for f in found if f is not None and _SINCE_THEN.search(f.growth_base)), None)


_SINCE_THEN = re.compile("年初|[上去]年[末底]")


def _resolved(facts: Facts, slot: Slot, *, abroad: bool) -> Outcome:
    """The figure of a slot, of the whole zone where the indicator alone is asked for; a rank is always among others."""
    outcome = settled(facts, resolve(facts, slot, abroad=abroad))
    if outcome.figure is None and slot.aspect is Aspect.RANK and not slot.scopes:
        for among in ("全省", "全国", "全市"):
            other = settled(facts, resolve(facts, replace(slot, scopes=(among,)), abroad=False))
            if other.figure is not None:
                return replace(other, slot=slot)
    return of_its_span(_of_the_whole(facts, outcome))


def of_its_span(outcome: Outcome) -> Outcome:
    """累计完成投资 is not what the year added, nor the other way round."""
    figure, phrase = outcome.figure, outcome.slot.phrase
    if figure is None or not re.search("累计|当年", phrase):
        return outcome
    wrong, right = ("当年", "累计") if "累计" in phrase else ("累计", "当年")
    if wrong not in figure.scope + figure.indicator or right in figure.scope + figure.indicator:
        return outcome
    for candidate in outcome.candidates[:20]:
        name = candidate.figure.scope + candidate.figure.indicator
        if right in name and accepts(candidate, outcome.slot):
            return replace(outcome, figure=candidate.figure)
    return replace(outcome, figure=None, reason="indicator", nearest=(figure,))


def _of_the_whole(facts: Facts, outcome: Outcome) -> Outcome:
    """进出口总值 is the zone's, not 美国进出口, where a figure of exactly that name and of no part was nearly as near."""
    figure, slot = outcome.figure, outcome.slot
    if figure is None or slot.scopes or slot.aspect in (Aspect.RANK, Aspect.SHARE):
        return outcome
    name = normalise(slot.phrase)
    if figure.name == name:
        return replace(outcome, figure=_fullest(outcome, figure))
    for candidate in outcome.candidates[:20]:
        other = candidate.figure
        own = not other.scope or other.scope in facts.short(other.zone) or other.scope in other.zone
        if other.name == name and own and other.value is not None and accepts(candidate, slot):
            return replace(outcome, figure=other)
    return replace(outcome, figure=_fullest(outcome, figure))


def _fullest(outcome: Outcome, figure: Figure) -> Figure:
    """外贸进出口总额 rather than a smaller 进出口额 that stands further on: of names equally near, the amount that holds the other."""
    top = next((c for c in outcome.candidates if c.figure.id == figure.id), None)
    if top is None or figure.scope or figure.value is None or dimension(figure.unit) != "元":
        return figure
    near = [
        c.figure
        for c in outcome.candidates[:8]
        if abs(top.score - c.score) < 0.5
        and c.features["same"] > 0
        and not c.figure.scope
        and c.figure.kind is FigureKind.VALUE
        and c.figure.unit == figure.unit
        and c.figure.report_id == figure.report_id  # what the next report calls it is what it was restated to
        and c.figure.value is not None
        and c.figure.period == figure.period
        and accepts(c, outcome.slot)
    ]
    return max(near, key=lambda f: f.value or Decimal(0), default=figure)


def settled(facts: Facts, outcome: Outcome) -> Outcome:
    """Of 由第89位升至第81位 the second, which is the state of the year that the sentence speaks of."""
    figure = outcome.figure
    if figure is None or not begins_change(facts, figure):
        return outcome
    after = [f for f in beside(facts, figure) if f.name == figure.name and f.start > figure.start]
    return replace(outcome, figure=min(after, key=lambda f: f.start)) if after else outcome


_STEP = re.compile("(?:比|较|与)(?P<base>[^，。；]{1,8}?)(?:相比)?(?P<verb>加快|提[高升]|回升|上升|扩大|回落|放缓|下[降滑]|收窄|降低|缩小)")
_RATE_NAME = re.compile("(?:的)?(?:增速|增幅|增长率?|涨幅|降幅)$")


def growth_before(facts: Facts, slot: Slot) -> Member | None:
    """10.1%，较一季度加快1.5个百分点: the growth of the first quarter, of which the report says no more."""
    if slot.period is None or slot.aspect is not Aspect.GROWTH or slot.status not in (None, Status.DONE):
        return None
    for step in facts.figures([slot.zone] if slot.zone else ()):
        told = _STEP.search(step.growth_text) if step.growth_unit in POINTS and step.growth is not None else None
        if told is None or step.period is None or step.status is not Status.DONE or _named_base(told["base"], step.period) != slot.period:
            continue
        outcome = resolve(facts, replace(slot, period=step.period, report_periods=()), abroad=False)
        fitting = [c.figure for c in outcome.candidates if c.figure.growth_unit == "%" and accepts(c, outcome.slot)]
        later = next(iter(fitting), None) if outcome.figure is not None and outcome.figure.id == step.id else outcome.figure
        if later is None or later.growth is None or later.growth_unit != "%" or step.growth is None:
            continue
        root = normalise(_RATE_NAME.sub("", step.scope + step.name))
        named = root in (later.name, normalise(_RATE_NAME.sub("", later.name)), normalise(later.scope), normalise(later.scope + later.name))
        if later.report_id != step.report_id or not (named or (not root and later.sentence_start == step.sentence_start)):
            continue
        faster = told["verb"] in ("加快", "提高", "提升", "回升", "上升", "扩大")
        if step.name.endswith("降幅"):  # a fall that narrows was deeper before
            faster = not faster
        by = abs(step.growth) if faster else -abs(step.growth)
        was = later.growth - by
        text = f"{'增长' if was >= 0 else '下降'}{computing.plain(abs(was))}%"
        figure = replace(later, period=slot.period, value=None, value_text="", growth=was, growth_text=text, kind=FigureKind.GROWTH)
        how = f"由{describe(later)}{growth(later)}、{growth(step)}推算"
        return Member(replace(outcome, figure=figure), how, computing.stepped_back(later.growth, by), parts=(later, step))
    return None


def _named_base(text: str, period: Period) -> Period | None:
    """What a step is counted from: 一季度 of the same year, 上年同期."""
    if re.fullmatch("(?:上|去)年(?:同期|全年)?|同期", text):
        return period.shifted(-1)
    found = find_parts(text, (Period.year(period.first_year),))
    return found[0].periods[0] if found and found[0].periods else None


def _from_likened(facts: Facts, slot: Slot, then: Period) -> Member | None:
    """218.6万人次，恢复到2019年同期的91.7%; 5,680万美元，为上年全年的73.8%: from what a later period is set against."""
    if slot.zone is None or then.first_year != then.last_year:
        return None
    year = then.first_year
    for period in facts.periods_of(slot.zone):
        same = period == then.shifted(period.first_year - year) if period.first_year > year else False
        whole = then.is_year and period.first_year == period.last_year == year + 1
        if not (same or whole):
            continue
        names = f"{year}年(?:{'同期|水平|全年' if then.is_year else '同期'})" + ("?" if then.is_year else "")
        pattern = re.compile(f"相当于(?:{names}{'|[上去]年全年' if whole else ''})")
        later = _resolved(facts, replace(slot, period=period, report_periods=()), abroad=False).figure
        found = from_multiple(facts, Outcome(slot, later), later, pattern) if later is not None and later.status is Status.DONE else None
        if found is not None:
            return found
    return None


