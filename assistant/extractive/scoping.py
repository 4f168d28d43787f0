"""Which reports, and which parts of them, a question in words is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.facts import Facts
from assistant.records import Query
from index.records import Status

__all__ = ["PUT_OFF", "asks_plan", "plans_only", "scope_reports"]

PLANNED = re.compile(
    "打算|思路|下一步|明年|来年|(?<![主需重])要(?:办|抓|做|干|建|搞|推|开|上|新)|[将拟]要?(?:办|建|引|开)|计划(?!总投资)|安排|部署|重点任务|"
    "(?<!怎么)准备|年内要|谋划"
)
# 为什么拖到2023年9月才投产: the date belongs to what is asked of, to no report.
PUT_OFF = re.compile("(?:拖|推迟|推后|延期?|延后|顺延|改|调整)[到至为](?:了|20)?\\d*(?:年|月|底|\\d)")
SPOKEN = re.compile("汇报|述职|报告|讲话|发言|通报|总结|会上|会议|座谈|调研|那次|那份|材料|请求|恳请")


def scope_reports(facts: Facts, query: Query) -> list[str]:
    """The reports that a question in words is about: its zone's, of the year asked; a plan stands in the report before."""
    periods = list(query.report_periods or query.periods)
    if not periods:
        return facts.reports_of(query.zones)
    given = _given_then(facts, query)
    if given:
        return given
    if query.report_periods and (found := facts.reports_of(query.zones, periods)):
        return found
    found = facts.reports_of(query.zones, [*(p.shifted(-1) for p in periods), *periods])
    return found or facts.reports_of(query.zones, [p.shifted(1) for p in periods])  # a report tells of the year before


def _given_then(facts: Facts, query: Query) -> list[str]:
    """2024年3月向省里汇报时: the month is that in which the report was given, not the one it is about."""
    asked = query.report_periods or query.periods
    if not query.zones or not SPOKEN.search(query.text) or any(p.is_year for p in asked):
        return []
    months = {(p.first_year, p.first_month) for p in asked if p.first_year == p.last_year and p.first_month == p.last_month}
    near = facts.reports_of(query.zones, [*asked, *(p.shifted(-1) for p in asked)]) if months else []
    return [r for r in near if (d := facts.report(r).date) is not None and (d.year, d.month) in months]


def plans_only(facts: Facts, query: Query, ids: Sequence[str]) -> frozenset[str]:
    """Of these reports, those of the year before: only what they plan is of the year asked.

    Not those that are called by the asked year alone: all of 2024年工作要点 is of 2024.
    """
    if query.report_periods or not query.periods or _given_then(facts, query):
        return frozenset()
    asked = {str(p.first_year) for p in query.periods}
    told = any(facts.cards[r].period in query.periods for r in ids if r in facts.cards)  # a report of that very year
    called = {r for r in ids if not told and (years := _years(facts.report(r).title)) and years <= asked}
    earlier = frozenset(facts.reports_of(query.zones, [p.shifted(-1) for p in query.periods]))
    kinds = _PAPERS.findall(query.text)  # 那篇讲话里: all of it is asked of
    meant = {r for r in ids if any(kind in facts.report(r).title for kind in kinds)}
    return (frozenset(ids) & earlier) - frozenset(facts.reports_of(query.zones, query.periods)) - called - meant


_PAPERS = re.compile("讲话|述职|汇报|通报|公报|简报|工作要点")


def _years(title: str) -> set[str]:
    return set(re.findall(r"20\d\d", title))


def asks_plan(query: Query) -> bool:
    """Whether what is to be done is asked for, not what was done."""
    return query.status is Status.TARGET or bool(PLANNED.search(_SAID_BEFORE.sub("", query.text)))


_SAID_BEFORE = re.compile("^.*[，,](?=(?:那|可|但)?(?:后来|结果|最后|实际|到底|究竟|真正))")  # 说是要上半年动工，后来几月几号开的工
