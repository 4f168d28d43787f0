"""The numbers that a part of a zone is told with, where it alone is named: 北滩园怎么样, 介绍一下生物医药."""

from __future__ import annotations

import re
from collections import defaultdict

from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import said
from assistant.facts import Facts
from assistant.records import Query
from assistant.terms import find_terms
from index.figures.ellipsis import is_thing
from index.records import Figure, FigureKind, Period, Status

__all__ = ["say_profile"]

LEAST, MOST = 2, 8  # numbers of one year
_ASKING = re.compile(
    "(?:请|介绍|说|讲|谈|看|了解|一下|下|产业|发展|建设|运行|经济|主要|总体|整体|基本|[得的是呢吧在了])*"
    "(?:怎么?样|如何|咋样|情况|概况|现状|状况|数据|指标)*[呢吗?？。]*"
)
_PROJECT = re.compile("(?:项目|工程|企业|公司|[一二三]期)$")  # what is told of these stands in sentences


def say_profile(drafting: Drafting, query: Query) -> bool:
    """Say the numbers of the newest year that has some of the part named; False where nothing but a part is asked of is not the case."""
    part = _part_named(query, drafting.facts)
    if not part:
        return False
    told: dict[tuple[str, Period], dict[str, Figure]] = defaultdict(dict)
    for f in drafting.facts.figures(query.zones, query.periods):
        if f.scope == part and f.zone and f.period and f.status is Status.DONE and f.kind is FigureKind.VALUE and f.value is not None:
            told[f.zone, f.period].setdefault(f.indicator, f)
    enough = [(period.end, zone, period) for (zone, period), rows in told.items() if len(rows) >= LEAST]
    if not enough:
        return False
    _, zone, period = max(enough)
    rows = [*told[zone, period].values()][:MOST]
    drafting.note("概貌", f"{part}：{len(rows)}个数")
    shown = "；".join(f"{f.indicator}{said(f)}" for f in rows)
    drafting.say(f"{Facts.short(zone)}{period.label}{part}：{shown}。", drafting.cite(*rows))
    return True


def _part_named(query: Query, facts: Facts) -> str:
    named = [name for name in (*query.scopes, *query.indicators) if not _ASKING.fullmatch(name)]
    if len(named) != 1 or named[0] not in facts.parts or find_terms(named[0]) or _PROJECT.search(named[0]):
        return ""
    if named[0] not in facts.scopes and is_thing(named[0]):
        return ""
    return named[0] if _ASKING.fullmatch(query.bare.replace(named[0], "", 1).strip()) else ""
