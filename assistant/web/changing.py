"""A question understood, one slot taken away or changed → the question to answer instead, exactly as the slots say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from assistant.records import Aspect, Operation, Query
from assistant.web.slots import Slot, where_said
from index.records import Period, Status

__all__ = ["ASPECTS", "changed", "reworded"]

ASPECTS = (Aspect.VALUE, Aspect.GROWTH, Aspect.SHARE, Aspect.COMPLETION, Aspect.RANK)
"""What can be chosen in the place of another aspect."""
_T = TypeVar("_T")


def changed(query: Query, slot: Slot, to: str) -> Query:
    """The query with ``to`` in the slot's place, without it when ``to`` is "".  Raises ValueError for a ``to`` that the
    slot can't hold."""
    return replace(_changed(query, slot, to), notes=())


def _changed(query: Query, slot: Slot, to: str) -> Query:
    match slot.field:
        case "zone" | "unknown":
            return _zone(query, slot, to)
        case "period":
            return _period(query, Period.parse(slot.value), Period.parse(to) if to else None)
        case "indicator":
            return _indicator(query, slot.value, to)
        case "status":
            return _alone(replace(query, status=Status(to) if to else None))
        case "aspect":
            single = Operation.ONE if query.operation is Operation.SHARE else query.operation
            return _alone(replace(query, aspect=Aspect(to) if to else Aspect.VALUE, operation=single, operands=(), premise=0))
        case "operation":
            return _alone(replace(query, operation=Operation.ONE, operands=(), direction=0))
        case "scope":
            return _everywhere(replace(query, scopes=_put(query.scopes, slot.value, to)), slot, to)
        case _:
            return replace(query, unit=to)


def _put(values: tuple[_T, ...], old: _T, new: _T | None) -> tuple[_T, ...]:
    """With ``new`` where ``old`` was, once; a blank one leaves nothing there."""
    return tuple(dict.fromkeys(one for value in values if (one := new if value == old else value)))


def _alone(query: Query) -> Query:
    """Without the results that were asked of what is compared: another thing is asked now."""
    return replace(query, compared=(), asking=None)


def _on_each_side(query: Query, change: Callable[[Query], Query]) -> Query:
    """The same change in both operands of a comparison, and in what names them where several results are asked."""
    return replace(query, operands=tuple(map(change, query.operands)), compared=tuple(map(change, query.compared)))


def _everywhere(query: Query, slot: Slot, to: str) -> Query:
    return _on_each_side(query, lambda side: _changed(side, slot, to))


def _zone(query: Query, slot: Slot, to: str) -> Query:
    if slot.field == "unknown":
        unknown = _put(query.unknown_zones, slot.value, None)
        return replace(query, unknown_zones=unknown, zones=tuple(dict.fromkeys((*query.zones, *([to] if to else [])))))
    pairs = tuple((to if zone == slot.value else zone, period) for zone, period in query.pairs) if to else ()
    here = replace(query, zones=_put(query.zones, slot.value, to), pairs=pairs, near=())
    return _everywhere(here, slot, to)


def _period(query: Query, old: Period, new: Period | None) -> Query:
    """What is asked about and, where that was meant, whose report is read."""
    here = replace(
        query, periods=_put(query.periods, old, new), report_periods=_put(query.report_periods, old, new),
        pairs=tuple((zone, new if period == old else period) for zone, period in query.pairs) if new else (),
        years_back=0, near=())
    return _on_each_side(here, lambda side: _period(side, old, new))


def _indicator(query: Query, old: str, new: str) -> Query:
    here = replace(query, indicators=_put(query.indicators, old, new), bare=query.bare.replace(old, new), focus="",
                   near=())
    here = _on_each_side(here, lambda side: _indicator(side, old, new))
    if any(not (operand.indicators or operand.scopes) for operand in here.operands):
        return _alone(replace(here, operands=(), operation=Operation.ONE, aspect=Aspect.VALUE))
    return here


def reworded(text: str, slot: Slot, to: str, query: Query) -> tuple[str, str]:
    """How the question reads with ``to`` in the slot's place: as it is shown, and as it is asked.  ``query`` is the
    changed one, which is put into words where the old ones don't fit any more."""
    label = Period.parse(to).label if slot.field == "period" and to else to
    span = where_said(text, slot)
    unsaid = slot.field in ("status", "aspect", "operation") or (slot.field == "indicator" and not to)
    if unsaid:
        if query.operation is Operation.ONE and query.indicators:
            return (said := _in_words(query)), said
        return f"{text}（{slot.label} → {label or '不限'}）", text
    if span is None:
        left = {"zone": query.zones, "unknown": query.zones, "period": query.periods}.get(slot.field)
        told = f"{text}（不含{slot.label}）" if left else f"{text}（不限{slot.kind}）"
        return (label + text, label + text) if to else (told, text)
    before, after = text[:span[0]], text[span[1]:]
    if not to:
        after = re.sub(r"^[的，,、和与及\s]+", "", after) if not before else after
        before = re.sub(r"[、，,和与及\s]+$", "", before)
    return before + label + after, before + label + after


_SUFFIX = {Aspect.GROWTH: "增速", Aspect.SHARE: "占比", Aspect.COMPLETION: "完成率", Aspect.RANK: "位次",
           Aspect.RANK_CHANGE: "位次变化"}


def _in_words(query: Query) -> str:
    where = "、".join(query.zones) + "、".join(period.label for period in query.periods) + "".join(query.scopes)
    expected = "预计" if query.status is Status.EXPECTED else ""
    target = "目标" if query.status is Status.TARGET else ""
    met = "完成了吗" if query.aspect is Aspect.MET else "是多少"
    return f"{where}{expected}{'和'.join(query.indicators)}{target}{_SUFFIX.get(query.aspect, '')}{met}"
