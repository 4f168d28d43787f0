"""What a question was understood as, slot by slot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant import cues
from assistant.conversations import Said
from assistant.periods import find_periods
from assistant.records import Aspect, Operation, Query
from index.units import DIMENSIONS, MONEY

__all__ = ["Slot", "slots", "where_said"]

Span = tuple[int, int]
_ZONE_ENDS = re.compile(r"(?:经济|技术|产业|高新)*(?:开发区|经开区|高新区|新区|园区|区|街道)?")
_DONE_WITH = (Operation.PARTS, Operation.DIFFERENCE, Operation.RATIO, Operation.SHARE, Operation.SUM, Operation.MEAN,
              Operation.TREND, Operation.EXTREME, Operation.RANKING, Operation.BACKCAST)
"""What is done with numbers; the other operations are what the question is about, and can't be taken from it."""
_LEAST_SHARED = 2  # a zone is known by two characters of its name at least


@dataclass(frozen=True, slots=True)
class Slot:
    """``kind`` is 区, 年, 指标 or 口径; ``field`` which part of the query it is, ``value`` what stands there."""

    kind: str
    field: str  # zone, unknown, period, indicator, status, aspect, operation, scope or unit
    value: str  # a zone, a period's key, an indicator, … as the query has it
    label: str
    can_go: bool = True  # whether a question is left without it
    can_change: bool = True


def slots(said: Said) -> list[Slot]:
    """The slots of an answered question, in the order zone, period, indicator, reading."""
    if said.answer is None:
        return []
    query = said.answer.query
    found = [Slot("区", "zone", zone, zone) for zone in query.zones]
    found += [Slot("区", "unknown", zone, zone) for zone in query.unknown_zones]
    found += [Slot("年", "period", period.key, period.label) for period in query.periods]
    found += [Slot("指标", "indicator", one, one, can_go=len(query.indicators) > 1) for one in query.indicators]
    return found + _reading(query)


def _reading(query: Query) -> list[Slot]:
    """Status, aspect, operation and scope, where they are not the plain ones."""
    found: list[Slot] = []
    if query.status is not None:
        found.append(Slot("口径", "status", query.status.value, query.status.value))
    if query.aspect is not Aspect.VALUE:
        found.append(Slot("口径", "aspect", query.aspect.value, query.aspect.value))
    elif query.operation in _DONE_WITH:
        found.append(Slot("口径", "operation", query.operation.value, query.operation.value,
                          can_go=bool(query.indicators), can_change=False))
    found += [Slot("口径", "scope", scope, scope, can_change=False) for scope in query.scopes]
    if query.unit.endswith(MONEY) or any(query.unit in units for units in DIMENSIONS.values()):  # not 家, 钱
        found.append(Slot("口径", "unit", query.unit, query.unit, can_change=False))
    return found


def where_said(text: str, slot: Slot) -> Span | None:
    """Where the question says the slot; None when it came from elsewhere."""
    match slot.field:
        case "zone":
            return _shared(text, slot.value)
        case "period":
            return _period(text, slot.value)
        case "status":
            return _cue(text, next((cue for status, cue in cues.STATUSES if status.value == slot.value), None))
        case "aspect":
            return _cue(text, next((cue for aspect, cue in cues.ASPECTS if aspect.value == slot.value), None))
        case "operation":
            return _cue(text, next((cue for one, cue in cues.OPERATIONS if one.value == slot.value), None))
        case _:
            at = text.find(slot.value)
            return (at, at + len(slot.value)) if at >= 0 and slot.value else None


def _cue(text: str, cue: cues.Cue | None) -> Span | None:
    found = cue.search(text) if cue else None
    return found.span() if found else None


def _shared(text: str, zone: str) -> Span | None:
    """Where the question names the zone: the longest piece of its name, with the 开发区 or the like after it."""
    for length in range(len(zone), _LEAST_SHARED - 1, -1):
        for start in range(len(zone) - length + 1):
            if start and length < 3:
                break  # 开发 is a piece of many names; a short piece counts from the beginning alone
            at = text.find(zone[start:start + length])
            if at >= 0:
                ends = _ZONE_ENDS.match(text, at + length)
                return at, ends.end() if ends else at + length
    return None


def _period(text: str, key: str) -> Span | None:
    for mention in find_periods(text):
        if any(period.key == key for period in mention.periods) or mention.relative is not None:
            return mention.start, mention.end
    return None
