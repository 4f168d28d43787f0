"""A question of no year that an older report answered: whether the zone's newest tells of it, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.extractive.reader import read
from assistant.facts import Facts
from assistant.message import Reader
from assistant.records import Aspect, Draft, Operation, Query
from assistant.speakers import named_in
from assistant.verification import without_planted
from index.records import Period, Status

__all__ = ["is_stale", "of_the_newest", "of_the_year_ahead"]


def of_the_newest(query: Query, draft: Draft, reader: Reader) -> Draft | None:
    """招商怎么做的, of no year, answered from a report that is not the zone's newest: the same of the newest, where that tells of it too."""
    if query.operation not in (Operation.LIST, Operation.HOW, Operation.SUMMARY) or query.periods or query.report_periods:
        return None
    zones = query.zones or reader.facts.zones.zones
    newest = reader.facts.newest.get(zones[0]) if len(zones) == 1 else None
    if newest is None or len(draft.statements) < 2 or not is_stale(query, draft, reader):
        return None
    if named_in(query.text, reader.facts.zones.speakers):  # 杭砺川检讨自己有哪几条不足: in the speaker's own paper
        return None
    asked = replace(query, zones=tuple(zones), periods=(newest,), report_periods=(newest,))
    later = without_planted(read(asked, reader.facts, reader.retriever))
    return later if not (later.refused or later.unsure) and len(later.statements) > 1 else None


def is_stale(query: Query, draft: Draft, reader: Reader) -> bool:
    """Whether a question of no year is answered without the newest report of its zone."""
    zones = query.zones or reader.facts.zones.zones
    newest = reader.facts.newest.get(zones[0]) if len(zones) == 1 and not (query.periods or query.report_periods) else None
    if newest is None or draft.refused or len(reader.facts.periods_of(zones[0])) < 2:
        return False
    own = {*reader.facts.reports_of(zones, [newest])}
    return not any(c.report_id in own for c in draft.citations)


def of_the_year_ahead(query: Query, reader: Reader) -> Query | None:
    """今年要招几名消防员, of the year that the newest annual report plans: who reads it asks in the year after it, as with 去年."""
    zones = query.zones or reader.facts.zones.zones
    newest = reader.facts.newest.get(zones[0]) if len(zones) == 1 else None
    if newest is not None and (foreseen := _foreseen(query, newest, reader.facts, zones)) is not None:
        return foreseen
    aimed = query.status is Status.TARGET and query.operation is Operation.ONE and query.aspect in (Aspect.VALUE, Aspect.GROWTH)
    if newest is None or not aimed or not newest.is_year or query.periods != (newest,) or not _THIS_YEAR.search(query.text):
        return None
    ahead = newest.shifted(1)
    return replace(query, periods=(ahead,), notes=(*query.notes, f"这里“今年”按最新的年度报告所计划的{ahead.label}算"))


def _foreseen(query: Query, newest: Period, facts: Facts, zones: Sequence[str]) -> Query | None:
    """一季度预计多少产值, of no year: what the report of a whole year foresees of the next one's first quarter."""
    if query.status is not Status.EXPECTED or not newest.is_year or len(query.periods) != 1 or _DATED.search(query.text):
        return None
    part = query.periods[0]
    ahead = part.shifted(1)
    if part.is_year or part.first_year != newest.first_year or not any(f.status is Status.EXPECTED for f in facts.figures(zones, [ahead])):
        return None
    return replace(query, periods=(ahead,), notes=(*query.notes, f"按最新的年度报告所预计的{ahead.label}回答"))


_DATED = re.compile(r"(?:20)?\d\d年|今年|明年|去年")
_THIS_YEAR = re.compile(r"^(?!.*(?:20)?\d\d年).*今年")
