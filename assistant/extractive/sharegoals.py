"""离2021年目标还差几个百分点, of a share: how far it is from the share aimed at."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.extractive.drafting import Drafting
from assistant.extractive.needed import say_points
from assistant.extractive.share import answer_share, said_percent
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Aspect, Operation, Query
from index.records import Figure, Period, Status

__all__ = ["answer_share_goal"]

_SHARE_NAME = re.compile("的?(?:占比|比重|比例|占.+)$")


def answer_share_goal(drafting: Drafting, query: Query) -> bool:
    """The share that there is, printed or computed, against the goal of a later year; False, with nothing said, without both."""
    if query.status is not Status.TARGET or len(query.zones) != 1 or not query.periods or not re.search("差|[离距]", query.text):
        return False
    years = sorted({p for side in (query, *query.operands) for p in side.periods})
    sooner, later = (years[0], years[-1]) if len(years) > 1 else (years[0].shifted(-1), years[0])
    phrase = "".join((*query.scopes, *query.indicators)) or "".join(p for side in query.operands for p in side.indicators)
    goal = _goal(drafting.facts, query.zones[0], later, phrase)
    if goal is None or goal.value is None:
        return False
    own = replace(query, periods=(sooner,), status=None, aspect=Aspect.SHARE, operation=Operation.ONE, operands=(), pairs=())
    told = drafting.fork()
    since = len(told.statements)
    rate: Decimal | None = said_percent(told, since) if answer_share(told, own) else None
    if rate is None:
        return False
    drafting.join(told)
    say_points(drafting, goal.value, goal, rate, since)
    return True


def _goal(facts: Facts, zone: str, year: Period, phrase: str) -> Figure | None:
    """The only goal of the year that is a share of what the phrase names (回程占比 of 中欧班列回程列数)."""
    asked = fold(phrase)
    found = [
        f
        for f in facts.figures([zone], [year])
        if f.status is Status.TARGET and f.unit in ("%", "％") and f.value is not None
        and re.search("占|比重|比例", f.indicator)
        and len(stem := fold(_SHARE_NAME.sub("", f.scope + f.indicator))) >= 2 and stem in asked
    ]
    return found[0] if len({f.value for f in found}) == 1 else None
