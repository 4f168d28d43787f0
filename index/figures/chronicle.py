"""A chronicle (大事记) tells of days: what happened on one is of its month, and no number of the year.

2月18日 举行集中签约仪式，签约项目21个     of February, where the year brought 86
3月28日 一季度重大项目集中开工，共14个项目   of the quarter that the entry opens with
What a project costs or measures, and what an entry tells of the whole year, stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from index.figures.reviews import OF_A_THING
from index.periods import parse_period
from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["of_days"]

_ENTRY = re.compile(
    r"^[^\w\n]{0,3}(?:20\d\d年)?(?P<month>\d{1,2})月\d{1,2}(?:日|[-—–~～至]\d{1,2}日)(?!前|起|至|以[前来])(?P<told>[^\n]*)", re.MULTILINE
)
_PART = re.compile(r"\W*(?:[一二三四]季度|[上下]半年)")
_OF_MORE = re.compile("全年|当年|年初|今年以来|历年|每年|累计|首期|[一二三]期")
_COUNTED = re.compile(r"\d个")
_LEAST, _MONTHS = 6, 3  # entries, and months told of


def of_days(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of an entry dated to its month or the part of the year that it opens with."""
    year = report.period
    entries = list(_ENTRY.finditer(report.text)) if year is not None and year.is_year else []
    months = [int(e["month"]) for e in entries]
    if year is None or len(entries) < _LEAST or len(set(months)) < _MONTHS or months != sorted(months) or not 1 <= months[0] <= months[-1] <= 12:
        return list(figures)
    starts = [e.start() for e in entries]
    told = []
    for f in figures:
        at = bisect_right(starts, f.start) - 1
        entry = entries[at] if at >= 0 and f.start < entries[at].end() else None
        told.append(replace(f, period=_when(entry, year)) if entry is not None and _happened(report, f, entry, year) else f)
    return told


def _when(entry: re.Match[str], year: Period) -> Period:
    part = _PART.match(entry["told"])
    named = parse_period(part[0], year=year.last_year) if part is not None else None
    return named or Period.months(year.last_year, int(entry["month"]), int(entry["month"]))


def _happened(report: Report, figure: Figure, entry: re.Match[str], year: Period) -> bool:
    """Whether a number tells what the day brought."""
    if figure.period != year or figure.kind is not FigureKind.VALUE or figure.status is not Status.DONE:
        return False
    before = report.text[entry.start("told") : figure.start]
    if OF_A_THING.search(figure.indicator) and not (figure.indicator.endswith("总投资") and _COUNTED.search(before)):
        return False
    return _OF_MORE.search(re.split("[。；]", before)[-1] + figure.scope + figure.indicator) is None
