"""净增几家, where a report tells how many came and how many left: 新入驻63家、迁出21家."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.flows import came_and_left
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.records import Aspect, Query
from index.records import Status

__all__ = ["answer_net"]

_NET = re.compile("净(?:增[加长]?|流入|进)[^，,。？?\\d]{0,12}?(?:多少|几)|(?:进出|增减)相抵")


def answer_net(drafting: Drafting, query: Query) -> bool:
    """What came without what left, where one sentence tells both of the same thing; False where it doesn't, and for a goal."""
    if query.status is Status.TARGET or not _NET.search(query.text) or len(query.zones) > 1 or len(query.periods) > 1 or len(query.indicators) != 1:
        return False
    facts = drafting.facts
    phrase = re.sub("净(?:增[加长]?|流入|进)", "", plainer(query.indicators[0]))
    zones = query.zones or facts.zones.zones
    when = query.periods[0] if query.periods else facts.newest.get(zones[0]) if len(zones) == 1 else None
    now = slot_of(query, phrase, aspect=Aspect.VALUE, unit="", status=None, period=when)
    whole = resolve(facts, now, abroad=False).figure if phrase else None
    came, left = came_and_left(facts, whole) if whole is not None else (None, None)
    if whole is not None and left is None and whole.period is not None and whole.period.is_year:
        year_before = slot_of(query, phrase, aspect=Aspect.VALUE, unit="", status=None, period=whole.period.shifted(-1))
        before = resolve(facts, year_before, abroad=False).figure
        if before is not None and (before.name, before.scope, before.zone) == (whole.name, whole.scope, whole.zone):
            came, left = whole, before  # 由上年的126家增加到168家
    values = computing.common_unit([came, left]) if came and left else None
    if came is None or left is None or values is None:
        return False
    (a, b), unit = values
    result = computing.difference(a, b, unit)
    drafting.say(
        f"净{'增' if a >= b else '减'}{result.text}（{describe(came)}{amount(came)}，{describe(left)}{amount(left)}；{result.formula}）。",
        drafting.cite(came, left),
        result.formula,
    )
    return True
