"""How something grew in the course of its year: 一季度只增长1.2%，1—6月完成243.7亿元、增长4.1%，前三季度增速抬到6.6%，年底收在8.7%.

Such a sentence looks back on what was told just before, often without its name, and with verbs of all kinds or none (一季度为-2.1%): that it
names three parts of one year, each with a percentage and in their order, is what tells.  The growth at the year's end says whose course it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.figures.grammar import growth_in
from index.glossary import is_known, normalise
from index.periods import parse_period
from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["in_course"]

_LEAST = 3  # parts of the year
#: Ends of a year as a course names them, and as they are read.
_SAID = {"首季": "一季度", "半年": "上半年", "年中": "上半年", "三季度": "前三季度", "3季度": "前三季度", "年底": "全年", "年末": "全年"}
_PART = re.compile(
    r"1(?:月)?[—–\-~～至到]{1,2}(?:1[0-2]|[2-9])月(?:份)?|前(?:1[0-2]|[2-9])个月|(?:一|1)季度|首季|(?<!下)(?:上)?半年|年中|前?(?:三|3)季度|全年|年[底末]"
)
_APART = re.compile(r"(?<!前)[二四]季度[^，。；\d]{0,8}\d[\d.]*%|当季")  # each quarter by itself: none is of the year up to its end
_SENTENCE = re.compile(r"[^。！？\n]+")
_NUMBER = re.compile(r"(?P<sign>[-－−–]|负)?(?P<value>\d+(?:\.\d+)?)%")
_TOLD = re.compile("增速|增长|增幅|下降|累计同比")
_OTHER = re.compile("占|比重|率|完成[^，。；]{0,6}目标|计划的|目标的|任务的")


@dataclass(frozen=True, slots=True)
class _Point:
    period: Period
    growth: Decimal
    start: int
    end: int
    text: str


def in_course(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, with every point of such a sentence as the growth of what it is of."""
    if report.period is None:
        return list(figures)
    found, year = list(figures), report.period.last_year
    for sentence in _SENTENCE.finditer(report.text):
        points = _points(sentence[0], sentence.start(), year) if _TOLD.search(sentence[0]) else []
        inside = [f for f in found if sentence.start() <= f.start < sentence.end()] if points else []
        if not points or any(f.in_table for f in inside):
            continue
        of = _told_of(report, found, inside, points, sentence.start())
        if of is None or of.period is None:
            continue
        for point in points:
            found = _with(found, inside, of, point, (sentence.start(), sentence.end()), report)
    return [_named_above(f, found) for f in found]


_BY_TIME = re.compile("(?:分|按|逐)(?:时段|季度?|阶段|时点|进度)(?:来?看)?")


def _named_above(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """分时段：1—6月|158.90亿元|, on a line below 规上工业总产值341.83亿元: of what the line above tells of the year."""
    if _BY_TIME.fullmatch(figure.indicator) is None or figure.in_table:
        return figure
    above = (
        f for f in figures
        if f.start < figure.sentence_start and f.kind is FigureKind.VALUE and f.unit == figure.unit and not f.scope and f.status is Status.DONE
        and f.period is not None and f.period.is_year and is_known(f.name) and not f.in_table
    )  # fmt: skip
    of = max(above, key=lambda f: f.start, default=None)
    return figure if of is None else replace(figure, indicator=of.indicator, name=of.name)


def _points(sentence: str, offset: int, year: int) -> list[_Point]:
    """The growths at the ends of so many parts of one year, in their order; none where anything else is told of these."""
    parts = list(_PART.finditer(sentence)) if _APART.search(sentence) is None else []
    found: list[_Point] = []
    for part, following in zip(parts, [*parts[1:], None][: len(parts)], strict=True):
        end = following.start() if following is not None else len(sentence)
        number = next((n for n in _NUMBER.finditer(sentence, part.end(), end)), None)
        between = sentence[part.end() : number.start()] if number is not None else ""
        if number is None or _OTHER.search(between) or re.search("[；;]", between) or len(re.findall("[，,]", between)) > 1:
            continue
        grown = growth_in(between)
        sign = -1 if number["sign"] or "降幅" in between or (grown is not None and grown.sign < 0) else 1
        period = parse_period(_SAID.get(part[0], part[0]), year=year)
        if period is None or period.first_month != 1:
            continue
        found.append(_Point(period, sign * Decimal(number["value"]), offset + number.start(), offset + number.end(), between + number[0]))
    months = [p.period.last_month for p in found]
    return found if len(found) >= _LEAST and months == sorted(set(months)) else []


def _told_of(report: Report, figures: Sequence[Figure], inside: Sequence[Figure], points: Sequence[_Point], start: int) -> Figure | None:
    """What the sentence names itself, or what grew so in the line before it by the end of the year."""
    named = [f for f in inside if is_known(f.name) and f.growth is not None and any(f.start <= p.start < f.end for p in points)]
    if named:
        return named[0]
    line = report.text.rfind("\n", 0, start) + 1
    before = [f for f in figures if line <= f.start < start and f.growth is not None and f.period is not None and f.period.is_year]
    before = [f for f in before if f.status is Status.DONE and is_known(f.name) and not f.in_table]
    last = points[-1]
    if last.period.is_year:
        return next((f for f in before if f.growth == last.growth), None)
    return before[0] if before else None


def _with(figures: list[Figure], inside: Sequence[Figure], of: Figure, point: _Point, sentence: tuple[int, int], report: Report) -> list[Figure]:
    """The figures with that point as a growth of ``of``: one that is read there already keeps its value and takes the name."""
    assert of.period is not None
    period = point.period.shifted(of.period.last_year - point.period.last_year)  # the course of another year than the report's
    covering = [f for f in inside if f.start <= point.start < f.end]
    own = [f for f in covering if f.growth is not None and abs(f.growth) == abs(point.growth)]
    held = next((f for f in (*own, *covering) if f in own or f.end == point.end), None)
    made = replace(
        held or of, indicator=of.indicator, name=normalise(of.indicator), scope=of.scope, period=period, status=Status.DONE,
        growth=held.growth if own and held is not None else point.growth, growth_unit="%",
    )  # fmt: skip
    kept = bool(own) or (held is not None and held.kind is FigureKind.VALUE and held.unit != "%")
    if kept:
        return [made if f is held else f for f in figures]
    if point.period.is_year and point.growth == of.growth:  # told before, with the value
        return [f for f in figures if f is not held]
    start = point.start if held is None else held.start
    text = report.text[point.end - len(point.text) : point.end].strip("，,、 为是")
    made = replace(
        made, id=f"{report.id}:{start}-{point.end}:{text}:{of.indicator}", kind=FigureKind.GROWTH, value=None, unit="", value_text="",
        qualifier="", growth_text=text, growth_base="同比", start=start, end=point.end, sentence_start=sentence[0], sentence_end=sentence[1],
        part_of="",
    )  # fmt: skip
    return [*(f for f in figures if f is not held), made]
