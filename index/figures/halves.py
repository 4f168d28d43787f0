"""Goals that a report of half a year sets under 下半年 and that are those of the whole year.

A report of 18.92亿元 in its first half that wants 39.5亿元 (三、下半年工作打算) wants them of the year, whose two halves are about
as large as one another; of what is only added (再新增6家) the second half may well bring more than the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.numerals import convert
from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["of_the_year"]

_LARGER = 17, 10  # a goal of so many tenths of the first half's value holds that half as well
_ADDED = re.compile("新增|净增|新[签建开引设认]|再")
_HALF_SAID = re.compile("[下后]半年|后[四五六]个月|[三四]季度|[789]月|1[012]月")


def of_the_year(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a report, those goals dated to the year."""
    half = report.period
    if half is None or half.first_year != half.last_year or (half.first_month, half.last_month) != (1, 6):
        return list(figures)
    year, second = Period.year(half.first_year), Period.months(half.first_year, 7, 12)
    done = {
        (f.scope, f.name): f for f in figures
        if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.period == half and f.value is not None
    }  # fmt: skip

    def holds_both(goal: Figure) -> bool:
        first = done.get((goal.scope, goal.name))
        if goal.status is not Status.TARGET or goal.period != second or goal.value is None or first is None or not first.value:
            return False
        clause = re.split("[，；。]", report.text[goal.sentence_start : goal.start])[-1]
        value = convert(first.value, first.unit, goal.unit)
        added = _ADDED.search(goal.scope + goal.name) or _HALF_SAID.search(clause)
        return value is not None and not added and goal.value * _LARGER[1] >= value * _LARGER[0]

    return [replace(f, period=year) if holds_both(f) else f for f in figures]
