"""A review of several years: which of its undated numbers are those years', and which the last one's alone.

It tells of both side by side (一般公共预算收入18.62亿元，同比增长6.9%，五年累计79.4亿元): what grew on the year before is of one year,
and so is every undated number where the report says so (未注明年份的，均为2023年当年数).
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.figures.status import lies_ahead
from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["OF_A_THING", "aimed_at", "of_the_last_year"]

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


#: What a thing has, whenever it is built.
OF_A_THING = re.compile("总投资|概算|投资额$|全长|总长|面积|占地|用地|库容|能力|产能|规模")


def aimed_at(report: Report, figures: list[Figure]) -> list[Figure]:
    """The figures, those of a whole year after the reviewed one as aims: 2024年计划增长11%以上、达到|354亿元|, told among what 2023 brought."""

    def ahead(f: Figure) -> bool:
        brought = f.status is Status.DONE and f.kind in (FigureKind.VALUE, FigureKind.GROWTH) and not OF_A_THING.search(f.indicator)
        return brought and f.period is not None and f.period.is_year and lies_ahead(f.period, report.period)

    return [replace(f, status=Status.TARGET) if ahead(f) else f for f in figures]


def _is_of_one_year(figure: Figure, text: str, whole: Period) -> bool:
    """固定资产投资五年累计完成438.5亿元，其中2023年完成|96.8亿元|: of the year, no sum."""
    inside = figure.period is not None and figure.period.is_year and whole.first_year <= figure.period.first_year <= whole.last_year
    return inside and figure.scope == "累计" and "累计" not in _clause(figure, text) and str(whole.last_year) in _clause(figure, text)


def _clause(figure: Figure, text: str) -> str:
    before = text[max(figure.sentence_start, figure.start - _BEFORE) : figure.start]
    return re.split("[，；：。]", before)[-1] + text[figure.start : figure.end]


#: What holds at an end and is no sum: a place, a rate, a concentration, what is told against the year before, how many there are by now.
_AT_THE_END = re.compile("比上年|较上年|[比高低优]于?全[市省国县]|[比较]全[市省国县]")
_RATED = ("%", "微克/立方米")
_BODIES = re.compile("(?:企业|组织|平台|机构|公司|中心|基地|支部)$")


def _holds_at_the_end(figure: Figure) -> bool:
    by_now = figure.scope == "累计" and _BODIES.search(figure.indicator) is not None
    rated = figure.unit in _RATED and figure.kind in (FigureKind.VALUE, FigureKind.GAP)
    return figure.kind in (FigureKind.RANK, FigureKind.RANK_CHANGE) or by_now or rated or _AT_THE_END.search(figure.scope) is not None


_COUNTS = ("个", "项", "家", "件")
_SUMMED = re.compile("(?:[两三四五六七八九十]年|期间|以来)来?累计")


def _before(figure: Figure, text: str) -> str:
    """What the same part of a sentence tells before a number."""
    return re.split("[；。]", text[figure.sentence_start : figure.start])[-1]


def _is_yearly(figure: Figure, text: str, whole: Period, *, declared: bool) -> bool:
    if figure.period != whole or figure.status is not Status.DONE:
        return False
    if _holds_at_the_end(figure) and not re.search("[两三四五六七八九十]年", _clause(figure, text)):
        return True
    if _OF_THOSE_YEARS.search(figure.scope + figure.indicator):
        return False
    if _OF_THOSE_YEARS.search(_clause(figure, text)) or (figure.unit in _COUNTS and _SUMMED.search(_before(figure, text))):
        return False  # 五年累计实施项目162个，建成投产|97个|
    yearly = figure.growth is not None and figure.growth_base in _YEARLY and figure.kind in (FigureKind.VALUE, FigureKind.GROWTH)
    return declared or yearly
