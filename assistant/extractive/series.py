"""Across zones and periods: listed, summed, averaged, ranked, or the extreme one named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.parts import among_parts, ordered_by_size, sum_parts
from assistant.extractive.refusing import explain_absent, refuse_outcome
from assistant.extractive.wording import describe, name_of, said
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from index.records import Figure, Period

__all__ = ["answer_series"]


def answer_series(drafting: Drafting, query: Query) -> bool:
    """Across zones and periods: listed, summed, averaged, ranked, or the extreme one named."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    zones: Sequence[str | None] = query.zones or facts.zones.zones or (None,)
    if (
        len(zones) == 1
        and query.operation in (Operation.EXTREME, Operation.RANKING)
        and len(query.periods) <= 1
        and not query.years_back
    ):
        answered = among_parts(drafting, query)
        if answered is not None:
            return answered
        query = replace(query, operation=Operation.TREND)
    if len(zones) == 1 and query.operation is Operation.SUM and len(query.periods) <= 1 and not query.years_back:
        return sum_parts(drafting, query)
    cells = _cells(facts, query, zones)
    outcomes: list[Outcome] = []
    for words in dict.fromkeys((phrase, *reversed(query.indicators))):
        outcomes = [_either(facts, slot_of(query, words, zone=z, period=p)) for z, p in cells]
        if any(o.figure is not None for o in outcomes):
            break
    periods = {o.slot.period for o in outcomes}
    found = [o.figure for o in outcomes if o.figure is not None]
    for outcome in outcomes:
        drafting.trace.append(outcome.trace)
    if not found:
        refuse_outcome(drafting, resolve(facts, outcomes[0].slot))
        return False
    use_growth = query.aspect is Aspect.GROWTH
    ordered = ordered_by_size(found, use_growth)
    absent = [o for o in outcomes if o.figure is None]
    gap = "".join(f"；没有{explain_absent(drafting, o)}{_instead(o)}" for o in absent)
    for outcome in absent:
        if outcome.reason == "status":
            drafting.cite(*outcome.nearest[:1])
    listing = "；".join(
        f"{facts.short(f.zone) if len(zones) > 1 else ''}{f.period.label if f.period and len(periods) > 1 else ''}{said(f)}"
        for f in (ordered if query.operation in (Operation.RANKING, Operation.EXTREME) and ordered else found)
    )
    cited = drafting.cite(*found)
    name = name_of(found[0])
    values = computing.common_unit(found)
    match query.operation:
        case Operation.EXTREME if ordered:
            top = ordered[-1] if query.direction < 0 else ordered[0]
            who = facts.short(top.zone) if len(zones) > 1 else (top.period.label if top.period else "")
            drafting.say(
                f"{who}{'最低' if query.direction < 0 else '最高'}：{describe(top)}{said(top)}。", drafting.cite(top)
            )
            drafting.say(f"依次是{listing}{gap}。", cited)
        case Operation.RANKING if ordered:
            if query.direction < 0:
                listing = "；".join(reversed(listing.split("；")))
            drafting.say(f"{name}从{'低到高' if query.direction < 0 else '高到低'}：{listing}{gap}。", cited)
        case Operation.SUM | Operation.MEAN if values and len(found) > 1:
            result = (computing.total if query.operation is Operation.SUM else computing.mean)(*values)
            drafting.say(
                f"{'合计' if query.operation is Operation.SUM else '平均'}{result.text}（{result.formula}）：{name}{listing}{gap}。",
                cited,
                result.formula,
            )
        case _:
            drafting.say(f"{name}：{listing}{gap}。", cited)
            _say_change(drafting, query, found)
    return True


def _instead(outcome: Outcome) -> str:
    """（只有预计：78.4亿元）: what there is of another status, labelled."""
    if outcome.reason != "status" or not outcome.nearest:
        return ""
    return f"（只有{outcome.nearest[0].status.value}：{said(outcome.nearest[0])}）"


def _cells(facts: Facts, query: Query, zones: Sequence[str | None]) -> Sequence[tuple[str | None, Period | None]]:
    """Every zone with every period; the zone's own reports where no year was named."""
    if query.pairs:
        return query.pairs
    if query.periods:
        return [(z, p) for z in zones for p in query.periods]
    if len(zones) == 1:
        own = facts.periods_of(zones[0])
        return [(zones[0], p) for p in (own[-query.years_back :] if 0 < query.years_back < 99 else own)]
    return [(z, facts.latest) for z in zones]


def _either(facts: Facts, slot: Slot) -> Outcome:
    """The value where there is one, though growth was asked too; else growth alone."""
    if slot.aspect is not Aspect.GROWTH:
        return resolve(facts, slot, abroad=False)
    outcome = resolve(facts, replace(slot, aspect=Aspect.VALUE), abroad=False)
    return outcome if outcome.figure is not None else resolve(facts, slot, abroad=False)


def _say_change(drafting: Drafting, query: Query, found: Sequence[Figure]) -> None:
    if len(found) < 2 or len({f.zone for f in found}) > 1:
        return
    first, last = found[0], found[-1]
    values = computing.common_unit([last, first])
    if values is None or not values[0][1]:
        return
    (now, before), unit = values
    gap = computing.difference(now, before, unit)
    word = "增加" if now > before else "减少"
    if now != before:
        drafting.say(
            f"从{first.period.label if first.period else ''}到{last.period.label if last.period else ''}{word}{gap.text}（{gap.formula}）。",
            drafting.cite(first, last),
            gap.formula,
        )
    if query.aspect is Aspect.GROWTH or query.operation is Operation.TREND:
        rate = computing.growth_between(now, before)
        verb = "增长" if rate.value >= 0 else "下降"
        drafting.say(f"按两头的数计算，{verb}{rate.text.lstrip('-')}。", drafting.cite(first, last), rate.formula)
