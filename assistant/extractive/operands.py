"""The two sides of a share, a difference or a multiple, each resolved on its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.refusing import explain_absent, refuse_outcome
from assistant.extractive.wording import describe, said
from assistant.facts import Facts
from assistant.records import Aspect, Query
from assistant.terms import find_terms

__all__ = ["missing", "two_operands"]


def two_operands(facts: Facts, query: Query) -> tuple[Outcome, Outcome]:
    """The figures of the two sides of a share, difference or multiple; a side without an indicator takes the other's."""
    sides = query.operands or _sides(query)
    slots = [slot_of(side, "".join(side.indicators)) for side in sides]
    if not slots[1].phrase:
        slots[1] = replace(slots[1], phrase=slots[0].phrase)
    if not slots[0].phrase:
        slots[0] = replace(slots[0], phrase=slots[1].phrase)
    first, second = (resolve(facts, slot) for slot in slots)
    if second.figure is None and first.figure is not None:  # 比竹木家居: a part's name, of the same indicator
        second = _first_found(facts, slots[1], slots[1].phrase + first.figure.indicator, slots[0].phrase, second)
    if first.figure is None and second.figure is not None:
        first = _first_found(facts, slots[0], slots[0].phrase + second.figure.indicator, slots[1].phrase, first)
    if first.figure is not None and second.figure is not None and first.figure.id == second.figure.id:
        second = replace(second, figure=None, reason="indicator", nearest=())
    return first, second


def _first_found(facts: Facts, slot: Slot, joined: str, other: str, otherwise: Outcome) -> Outcome:
    outcome = resolve(facts, replace(slot, phrase=joined))
    if outcome.figure is not None:
        return outcome
    place = slot.phrase
    if 2 <= len(place) <= 6 and not find_terms(place):  # 松坪 for 松坪园
        outcome = resolve(facts, replace(slot, phrase=other, scopes=(place,)))
    return outcome if outcome.figure is not None else otherwise


def _sides(query: Query) -> tuple[Query, Query]:
    plain = replace(query, aspect=Aspect.VALUE)
    if len(query.cells) >= 2:
        (za, pa), (zb, pb) = query.cells[:2]
        return (
            replace(plain, zones=(za,) if za else (), periods=(pa,) if pa else (), pairs=()),
            replace(plain, zones=(zb,) if zb else (), periods=(pb,) if pb else (), pairs=()),
        )
    if len(query.indicators) >= 2:
        return replace(plain, indicators=query.indicators[:1]), replace(plain, indicators=query.indicators[1:2])
    if len(query.scopes) >= 2:
        return replace(plain, scopes=query.scopes[:1]), replace(plain, scopes=query.scopes[1:2])
    return plain, replace(plain, scopes=())


def missing(drafting: Drafting, outcomes: Sequence[Outcome]) -> bool:
    for outcome in outcomes:
        drafting.trace.append(outcome.trace)
    absent = [o for o in outcomes if o.figure is None]
    refuse_outcome(drafting, absent[0])
    for outcome in absent[1:]:
        drafting.say(f"也没有{explain_absent(drafting, outcome)}。")
    for outcome in outcomes:
        if outcome.figure is not None:
            drafting.say(f"有的是{describe(outcome.figure)}：{said(outcome.figure)}。", drafting.cite(outcome.figure))
    return False
