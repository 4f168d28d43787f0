"""What stands in for a figure that isn't there as it was asked for, where the report can mean nothing else.

A report of December foresees its own year (预计全年完成78.4亿元); an area told in a report of half a year is that of the
year; and what no year is named for and only a plan tells is what the plan says.  Each is told with its status or period.
"""

from __future__ import annotations

import re

from assistant.extractive.slot import Outcome, Slot
from assistant.facts import Facts
from assistant.records import Aspect
from index.records import Figure, Status

__all__ = ["stands_in"]

_STANDING = re.compile("(?:面积|全长|长度|里程|人口|户数)$")  # a state, not what a year adds


def stands_in(facts: Facts, slot: Slot, absent: Outcome) -> Figure | None:
    """The nearest figure where it may be told instead; None where only a refusal is right."""
    nearest = absent.nearest[0] if absent.nearest else None
    if nearest is None or slot.status is not None or slot.aspect not in (Aspect.VALUE, Aspect.GROWTH):
        return None
    if not all(scope in nearest.scope + nearest.indicator for scope in slot.scopes):
        return None  # 全县 is not the zone
    if absent.reason == "status":
        card = facts.cards.get(nearest.report_id)
        own = card is not None and nearest.period == card.period
        foreseen = nearest.status is Status.EXPECTED and own and slot.period is not None
        planned = nearest.status is Status.TARGET and slot.period is None and len({f.value for f in absent.nearest}) == 1
        return nearest if foreseen or planned else None
    if absent.reason == "period" and slot.period is not None and slot.period.is_year and _STANDING.search(slot.phrase):
        of_the_year = [f for f in absent.nearest if f.period and f.period.first_year == f.period.last_year == slot.period.first_year]
        return of_the_year[0] if of_the_year and of_the_year[0].status is Status.DONE else None
    return None
