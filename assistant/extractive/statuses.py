"""Which years of a question are asked for what was done, where another is asked for its goal: 2020、2021年实际和2022年目标."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.facts import Facts
from assistant.periods import find_periods
from assistant.records import Query
from index.records import Period, Status

__all__ = ["beside_goal", "years_done"]

_FORESEEN = re.compile("目标|计划|任务|预期|预计|打算|安排|力争|预测|估|[想要](?=[做干达冲完实增到])|瞄准|冲刺")
_JOINED = re.compile("(?:年度?|[、,，和与及跟以同]|再|又|一?直?[到至])*")


_AS_DONE = re.compile("的?(?:(?:实际|实绩)(?![利使]用|到位|外资|吸收)|完成[数额])")


def years_done(facts: Facts, query: Query) -> frozenset[Period]:
    """The years that no goal or forecast is asked of, though the question asks for one of another year; none where all are meant.

    A year that only a joint parts from the next is asked the same as that one, unless three or more are told and the last has nothing
    but a plan.
    """
    if query.status not in (Status.TARGET, Status.EXPECTED) or len(query.periods) < 2:
        return frozenset()
    mentions = [m for m in find_periods(query.text) if len(m.periods) == 1]
    if not mentions or {p for m in mentions for p in m.periods} != {*query.periods} or _FORESEEN.search(query.text[: mentions[0].start]):
        return frozenset()
    told = [query.text[m.end : after] for m, after in zip(mentions, (*(n.start for n in mentions[1:]), len(query.text)), strict=True)]
    told = ["实际" if _AS_DONE.match(words) else words for words in told]  # 比2023年实际完成数要多出多少
    if not any(_FORESEEN.search(words) for words in told):
        return frozenset()
    latest = max(query.periods)
    planned = len({*query.periods}) > 2 and latest not in {p for z in query.zones or facts.zones.zones for p in facts.periods_of(z)}
    done: set[Period] = set()
    foreseen: bool = False
    for mention, words in zip(reversed(mentions), reversed(told), strict=True):
        if not _JOINED.fullmatch(words):
            foreseen = _FORESEEN.search(words) is not None
        elif planned and mention.periods[0] != latest:
            foreseen = False
        if not foreseen:
            done.update(mention.periods)
    return frozenset(done - {p for m, w in zip(mentions, told, strict=True) if _FORESEEN.search(w) for p in m.periods})


def beside_goal(query: Query) -> Query:
    """2024年的目标比2023年多多少: what a goal is set against in an earlier year is what came of that, where no goal of it is asked for."""
    if len(query.operands) != 2:
        return query
    goal, other = query.operands
    aimed = goal.status is other.status is Status.TARGET and _FORESEEN.search(goal.text) and not _FORESEEN.search(other.text)
    earlier = goal.periods and other.periods and max(other.periods) < min(goal.periods)
    return replace(query, operands=(goal, replace(other, status=Status.DONE))) if aimed and earlier else query
