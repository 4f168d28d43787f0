"""Tables at the end of a report, under its plans, that account for the year it reports on."""

from __future__ import annotations

import re
from dataclasses import replace

from index.periods import parse_period
from index.records import Report, Section, SectionKind, Table

__all__ = ["accounted_in"]

_ACCOUNTS = re.compile("(?<!预计)(?:完成|执行|实现)情况|实绩")
_REACHED = re.compile(r"(?:实绩|实际完成|完成[数值额量])")
_APPENDED = re.compile(r"附|表\s*[一二三四五六七八九十\d]")
_GROWN = re.compile("增速|增幅|增长|同比")
_AIMED = re.compile("目标|计划|任务|安排|预[期计算]|打算|指标分解|力争|拟")
_BEFORE = re.compile(r"上年|去年|同期|上期|(?:19|20)\d\d")


def accounted_in(report: Report, section: Section, table: Table) -> Section:
    """The part of the report a table belongs to: under next year's plans, what tells results tells this year's.

    附：主要指标完成情况表, 指标 | 上年实绩 | 本年实绩: no plan holds these, unless the year it is for is named.
    """
    told, planned = report.period, section.period
    if section.kind is not SectionKind.PLAN or told is None or planned is None or planned.first_year <= told.last_year:
        return section
    heads = [cell.text for row in table.grid[: max(1, table.heads)] for cell in row]
    named = [found for text in (table.caption, *heads) if (found := parse_period(text)) is not None]
    if any(found.last_year >= planned.first_year for found in named):
        return section
    captions = [line for line in report.text[: table.start].rstrip().split("\n")[-2:] if _APPENDED.match(line)]
    grown = bool(captions) and any(map(_GROWN.search, heads)) and not any(map(_AIMED.search, (*captions, *heads)))
    if grown or _ACCOUNTS.search(table.caption) or any(_REACHED.search(head) and not _BEFORE.search(head) for head in heads):
        return replace(section, kind=SectionKind.REVIEW, period=told)
    return section
