"""A review of several years: which of its undated numbers are those years', and which the last one's alone.

It tells of both side by side (一般公共预算收入18.62亿元，同比增长6.9%，五年累计79.4亿元): what grew on the year before is of one year,
and so is every undated number where the report says so (未注明年份的，均为2023年当年数).
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["of_the_last_year"]

_DECLARED = re.compile("(?:未|没有?)(?:特别|另行)?(?:注明|标明|说明|写明)(?:年份|年度|时间)的?[^。；]{0,12}?(?:为|指|是|系)(?:20\\d\\d年|当年|本年)")
_OF_THOSE_YEARS = re.compile("累计|年均增|(?<![\\d.])(?:[两三四五六七八九十]|[2-9](?!年均))年|届|期间|以来|任期")
_YEARLY = ("同比", "比上年", "较上年")
_BEFORE = 24  # characters of the sentence before a number that say of which time it is


def of_the_last_year(report: Report, figures: list[Figure]) -> list[Figure]:
    """The figures, those of the last of the reviewed years alone dated so."""
    whole = report.period
    if whole is None or whole.first_year == whole.last_year:
        return figures
    declared = _DECLARED.search(report.text) is not None
    last = Period.year(whole.last_year)
    dated = [replace(f, period=last) if _is_yearly(f, report.text, whole, declared=declared) else f for f in figures]
    return [replace(f, scope="") if _is_of_one_year(f, report.text, whole) else f for f in dated]


def _is_of_one_year(figure: Figure, text: str, whole: Period) -> bool:
    """固定资产投资五年累计完成438.5亿元，其中2023年完成|96.8亿元|: of the year, no sum."""
    inside = figure.period is not None and figure.period.is_year and whole.first_year <= figure.period.first_year <= whole.last_year
    return inside and figure.scope == "累计" and "累计" not in _clause(figure, text) and str(whole.last_year) in _clause(figure, text)


def _clause(figure: Figure, text: str) -> str:
    before = text[max(figure.sentence_start, figure.start - _BEFORE) : figure.start]
    return re.split("[，；：。]", before)[-1] + text[figure.start : figure.end]


def _is_yearly(figure: Figure, text: str, whole: Period, *, declared: bool) -> bool:
    if figure.period != whole or figure.status is not Status.DONE or _OF_THOSE_YEARS.search(figure.scope + figure.indicator):
        return False
    if _OF_THOSE_YEARS.search(_clause(figure, text)):
        return False
    yearly = figure.growth is not None and figure.growth_base in _YEARLY and figure.kind in (FigureKind.VALUE, FigureKind.GROWTH)
    return declared or yearly
