"""A question understood, one slot taken away or changed → the question to answer instead, exactly as the slots say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from assistant.records import Aspect, Operation, Query
from assistant.web.slots import Slot, where_said
from index.records import Period, Status

__all__ = ["ASPECTS", "changed", "reworded"]

ASPECTS = (Aspect.VALUE, Aspect.GROWTH, Aspect.SHARE, Aspect.COMPLETION, Aspect.RANK)
"""What can be chosen in the place of another aspect."""
_T = TypeVar("_T")


def changed(query: Query, slot: Slot, to: str, text: str) -> Query:
    """The query with ``to`` in the slot's place, without it when ``to`` is "".  ``text`` is the question as it now reads.

    Raises ValueError for a ``to`` that the slot can't hold.
    """
    return replace(_changed(query, slot, to), text=text, notes=())


def _changed(query: Query, slot: Slot, to: str) -> Query:
    match slot.field:
        case "zone" | "unknown":
            return _zone(query, slot, to)
        case "period":
            return _period(query, Period.parse(slot.value), Period.parse(to) if to else None)
        case "indicator":
            return _indicator(query, slot.value, to)
        case "status":
            return replace(query, status=Status(to) if to else None)
        case "aspect":
            single = Operation.ONE if query.operation is Operation.SHARE else query.operation
            return replace(query, aspect=Aspect(to) if to else Aspect.VALUE, operation=single, operands=(), premise=0)
        case "operation":
            return replace(query, operation=Operation.ONE, operands=(), direction=0)
        case "scope":
            return _everywhere(replace(query, scopes=_put(query.scopes, slot.value, to)), slot, to)
        case _:
            return replace(query, unit=to)


def _put(values: tuple[_T, ...], old: _T, new: _T | None) -> tuple[_T, ...]:
    """With ``new`` where ``old`` was, once; a blank one leaves nothing there."""
    return tuple(dict.fromkeys(one for value in values if (one := new if value == old else value)))


def _everywhere(query: Query, slot: Slot, to: str) -> Query:
    """The same change in both operands of a comparison."""
    return replace(query, operands=tuple(_changed(operand, slot, to) for operand in query.operands))


def _zone(query: Query, slot: Slot, to: str) -> Query:
    if slot.field == "unknown":
        unknown = _put(query.unknown_zones, slot.value, None)
        return replace(query, unknown_zones=unknown, zones=tuple(dict.fromkeys((*query.zones, *([to] if to else [])))))
    pairs = tuple((to if zone == slot.value else zone, period) for zone, period in query.pairs) if to else ()
    here = replace(query, zones=_put(query.zones, slot.value, to), pairs=pairs, near=())
    return _everywhere(here, slot, to)


def _period(query: Query, old: Period, new: Period | None) -> Query:
    """What is asked about and, where that was meant, whose report is read."""
    return replace(
        query, periods=_put(query.periods, old, new), report_periods=_put(query.report_periods, old, new),
        pairs=tuple((zone, new if period == old else period) for zone, period in query.pairs) if new else (),
        years_back=0, near=(), operands=tuple(_period(operand, old, new) for operand in query.operands))


def _indicator(query: Query, old: str, new: str) -> Query:
    here = replace(query, indicators=_put(query.indicators, old, new), bare=query.bare.replace(old, new), focus="",
                   near=())
    operands = tuple(_indicator(operand, old, new) for operand in query.operands)
    if any(not (operand.indicators or operand.scopes) for operand in operands):
        return replace(here, operands=(), operation=Operation.ONE)
    return replace(here, operands=operands)


def reworded(text: str, slot: Slot, to: str) -> str:
    """How the question reads with ``to``, a label, in the slot's place: for people, and for what is read in wordings."""
    span = where_said(text, slot)
    if span is None:
        return to + text if slot.kind != "口径" else text
    before, after = text[:span[0]], text[span[1]:]
    if not to:
        after = re.sub(r"^[的，,、\s]+", "", after) if not before else after
        before = re.sub(r"[、，,和与及\s]+$", "", before) if not after.startswith(("的",)) else before
    return before + to + after
