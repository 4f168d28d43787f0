"""How one thing went in the course of a year: 由一季度到全年的演变轨迹, 增速呈现怎样的阶段性走势, 各个时间段分别是多少."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import said
from assistant.records import Aspect, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_course"]

_PART = "(?:上半年|[一二三]季度|前三季度|年中|年初|1[-—~至]\\d{1,2}月)"
_COURSE = re.compile(
    "阶段性|(?:各|分)个?(?:时间段|阶段|时点|节点|时段)|(?:逐|分|各)季(?:度)?(?:累计)?(?:的)?(?:走势|增速|变化|怎么|如何)"
    "|(?<![一二三四1-4])季度?(?:累计)?(?:增速|增幅)"
    f"|(?:由|从|自){_PART}[^。？?]{{0,16}}?[到至而](?:全年|年[末底]|四季度|1[-—~至]12月)"
    "|(?:全年|一年里?|年内)[^，,。？?]{0,8}?(?:怎么走|走势|轨迹|曲线)"
)
_MOVES = re.compile("走势|轨迹|曲线|演变|起伏|变化|走[高低强弱]|(?:怎么|如何)[^，。？?]{0,6}走|一?条线|节奏|分别|各是|各为")
_LEAST = 3  # points that make a course
_SHORT = ("产值", "总产值", "工业总产值")  # what a line further down calls the output that was told in full


def answer_course(drafting: Drafting, query: Query) -> bool:
    """Each printed point of the year up to its end; False, with nothing said, where anything else is asked or too few are printed."""
    if len(query.zones) > 1 or len(query.periods) > 4 or not (_COURSE.search(query.text) and _MOVES.search(query.text)):
        return False
    years = {p.last_year for p in query.periods}
    zones = drafting.facts.placed(query)
    terms = find_terms(query.text)
    if len(years) > 1 or len(zones) != 1 or not terms:
        return False
    newest = drafting.facts.newest.get(zones[0])
    year = Period.year(next(iter(years))) if years else newest
    if year is None or not year.is_year:
        return False
    slot = slot_of(query, terms[0].said, zone=zones[0], period=year, status=Status.DONE, aspect=Aspect.VALUE, unit="")
    figure = resolve(drafting.facts, slot, abroad=False).figure
    if figure is None or figure.scope or figure.kind not in (FigureKind.VALUE, FigureKind.GROWTH):
        return False
    points = _points([f for f in drafting.facts.figures(zones, []) if f.report_id == figure.report_id], figure, year)
    if len(points) < _LEAST or ("增速" in query.text and any(f.growth is None for f in points)):
        return False
    drafting.say(f"{figure.indicator}：" + "；".join(f"{_part_of(year, f)}{said(f)}" for f in points) + "。", drafting.cite(*points))
    return True


def _points(told: Sequence[Figure], figure: Figure, year: Period) -> list[Figure]:
    """What there was since January up to each month's end that is told, of each the one with its growth."""
    points: dict[int, Figure] = {}
    for f in told:
        when = f.period
        named = f.name == figure.name or (figure.name.endswith("总产值") and f.indicator in _SHORT)
        if not named or f.scope or f.status is not Status.DONE or when is None or f.kind not in (FigureKind.VALUE, FigureKind.GROWTH):
            continue
        if (when.first_year, when.last_year, when.first_month) != (year.first_year, year.last_year, 1):
            continue
        held = points.get(when.last_month)
        if held is None or _fullness(f) > _fullness(held):
            points[when.last_month] = f
    return [points[month] for month in sorted(points)]


def _part_of(year: Period, figure: Figure) -> str:
    return (figure.period.label.removeprefix(year.label) if figure.period is not None else "") or "全年"


def _fullness(figure: Figure) -> tuple[bool, bool]:
    return figure.growth is not None, figure.value is not None
