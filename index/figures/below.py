"""Lines below a line: 高新技术企业138家。 and under it 东片区67家; 西片区45家 are parts of what the line above tells, by the name of a place alone.

What a place counts is of the number above in the same unit: of the one that all of them come to, or of the only one there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from index.figures.ellipsis import PLACE
from index.figures.naming import ACTIONS
from index.glossary import is_known, normalise
from index.numerals import convert
from index.records import Figure, FigureKind, Report

__all__ = ["of_lines_above"]

_PLACE = re.compile(rf"(?![全各本我该其两三四五六])[㐀-鿿]{{1,8}}?(?:{PLACE}|新城|新区|[东南西北]区)")
_BARE = re.compile(r"[㐀-鿿A-Za-z]{2,10}")
_ACTED = re.compile(rf"(?:{ACTIONS})*")
_NOUN = re.compile("项目|企业")  # said of the parts in short: 南片区19个项目
_ARRANGED = re.compile("安排|实施|铺排|推进|谋划|组织实施|推动|全年|年末|共|现有|拥有")
_OPENS_PARTS = re.compile(r"其中[：:]?\s*$")
_WIDER = re.compile("(?:同期)?(?:全|[㐀-鿿]{2,4})[省市县州](?![级场政直属内外本值])")  # 瓞洺市规上工业总产值, beside the zone's own
LEAST = 2  # places told of so
FURTHER = 12  # figures of the lines before, that parts may come to


@dataclass(slots=True)
class _Part:
    place: str
    figures: list[Figure] = field(default_factory=list)
    below: list[Figure] = field(default_factory=list)  # what divides the part again, each on a line of its own


def of_lines_above(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a report in the order of its text, places that stand for a part of what the line above tells named so."""
    named: dict[str, Figure] = {}
    head: list[Figure] = []
    earlier: list[Figure] = []  # of the lines above it
    run: list[_Part] = []
    opened: Figure | None = None  # …385.3亿元。其中：, for the lines below it
    for f in figures:
        if f.in_table:
            named |= _named(report, (*head, *earlier), run)
            head, earlier, run, opened = [], [], [], None
            continue
        line = _line(report, f)
        place = _place_of(f) or (f.indicator if run and _joins(run[-1].figures[0], f) else "")
        if opened is not None and line[0] != _line(report, opened)[0] and not place and _divides(opened, f):
            if run:
                run[-1].below.append(f)
            else:
                named[f.id] = _part(f, f.indicator, opened)
            continue
        if place and (not run or run[-1].place != place):
            if any(part.place == place for part in run):  # another round of the same places
                named |= _named(report, (*head, *earlier), run)
                run = []
            run.append(_Part(place, [f]))
        elif run and _same_clause(run[-1].figures[0], f):
            run[-1].figures.append(f)
        else:
            named |= _named(report, (*head, *earlier), run)
            run = []
            if head and _line(report, head[-1]) != line:
                earlier = [*head, *earlier][:FURTHER] if head[-1].path == f.path else []
                head = []
            head.append(f)
        opened = f if _OPENS_PARTS.search(report.text[f.end : line[1]]) and f.kind is FigureKind.VALUE else opened if place else None
    named |= _named(report, (*head, *earlier), run)
    return [named.get(f.id, f) for f in figures]


def _line(report: Report, figure: Figure) -> tuple[int, int]:
    end = report.text.find("\n", figure.end)
    return report.text.rfind("\n", 0, figure.start) + 1, end if end >= 0 else len(report.text)


def _same_clause(one: Figure, other: Figure) -> bool:
    return one.sentence_start == other.sentence_start


def _place_of(figure: Figure) -> str:
    """The place that a number is told of with nothing, or a noun in short, to say what it counts; "" for all other numbers."""
    bare = _PLACE.fullmatch(figure.indicator) is not None and _ACTED.fullmatch(figure.scope) is not None
    if figure.kind not in (FigureKind.VALUE, FigureKind.GROWTH) or not (bare or _PLACE.fullmatch(figure.scope)):
        return ""
    return figure.indicator if bare else figure.scope if _NOUN.fullmatch(figure.indicator) or is_known(figure.indicator) else ""


def _joins(part: Figure, figure: Figure) -> bool:
    """生命健康园28个，智造谷|25个|: whether a number stands by a bare name in the same list."""
    bare = not figure.scope and _BARE.fullmatch(figure.indicator) is not None and not is_known(figure.indicator)
    return bare and _same_clause(part, figure) and _alike(part, figure)


def _divides(opened: Figure, figure: Figure) -> bool:
    """Whether a line has a name of its own alone, and no more than what 其中： divides."""
    bare = _BARE.fullmatch(figure.indicator) is not None and not figure.scope and not is_known(figure.indicator)
    if not bare or figure.value is None or opened.value is None or figure.kind is not FigureKind.VALUE:
        return False
    part = convert(figure.value, figure.unit, opened.unit)
    return part is not None and part <= opened.value


def _named(report: Report, told: Sequence[Figure], run: Sequence[_Part]) -> dict[str, Figure]:
    """What the parts of a run are of, by id; ``told`` is what the line above tells, and behind it what those before it do."""
    if len({part.place for part in run}) < LEAST or not told:
        return {}
    above = _line(report, told[0])
    head = [h for h in told if _line(report, h) == above]
    gap = report.text[head[-1].end : run[0].figures[0].start]
    alone = all(re.match(r"(?:以上|左右|以内)?[，。；、,;.\s]|$", report.text[part.figures[0].end :]) for part in run)  # no 东片区仍有1260亩用地待批
    near = gap.count("\n") <= 1 and alone and all(map(_PLACE.fullmatch, (part.place for part in run)))
    named: dict[str, Figure] = {}
    firsts = [part.figures[0] for part in run]
    for part in run:
        first, *rest = part.figures
        alike = [f for f in firsts if _alike(f, first)]
        whole = _whole(head, alike, near=near and not _NOUN.fullmatch(first.indicator)) or _whole(told, alike, near=False)
        bare = first.indicator == part.place
        short = whole is not None and _NOUN.fullmatch(first.indicator) is not None and whole.indicator.endswith(first.indicator)
        settled = not (bare or _NOUN.fullmatch(first.indicator))
        if whole is not None and (bare or short):
            named[first.id] = first = _part(first, part.place, whole)
            settled = True
        for f in rest:
            same = (h for h in head if (h.kind, h.unit) == (f.kind, f.unit) and (h.name == f.name or h.indicator.endswith(f.indicator)))
            of_all = next(same, None)
            if f.scope in ("", part.place) and (settled or of_all is not None):
                more = of_all.scope if of_all is not None and not _ARRANGED.fullmatch(of_all.scope) else ""
                named[f.id] = replace(f, scope=part.place + more)
        named |= {f.id: _part(f, f.indicator, first) for f in part.below}
    return named


def _alike(one: Figure, other: Figure) -> bool:
    return (one.kind, one.unit, one.status, one.period) == (other.kind, other.unit, other.status, other.period)


def _whole(head: Sequence[Figure], parts: Sequence[Figure], *, near: bool) -> Figure | None:
    """What parts of one unit are of: the number that they come to, else the one thing that the line right above tells in that unit."""
    first = parts[0]
    alike = [h for h in head if (h.status, h.period) == (first.status, first.period) and not _PLACE.match(h.scope)]
    if first.kind is FigureKind.GROWTH:
        return next((h for h in alike if h.growth is not None), None) if near else None
    values = [(h, [convert(f.value, f.unit, h.unit) for f in parts if f.value is not None]) for h in alike if h.kind is FigureKind.VALUE and h.value]
    told = [(h, [v for v in them if v is not None]) for h, them in values if not any(v is None or v > (h.value or 0) for v in them)]
    sums = [h for h, them in told if abs(sum(them, Decimal(0)) - (h.value or 0)) <= _rounding(h) * len(them)]
    if sums or not near:
        return next(iter(sums), None)
    wholes = [h for h, _ in told if not h.part_of and not _WIDER.match(h.scope + h.indicator)]
    return wholes[0] if len({h.indicator for h in wholes}) == 1 and len({h.scope for h in wholes}) == 1 else None


def _rounding(figure: Figure) -> Decimal:
    """Half of the last digit that is printed; nothing where things are counted."""
    places = -int((figure.value or Decimal(0)).as_tuple().exponent)
    return Decimal(5).scaleb(-places - 1) if places > 0 else Decimal(0)


def _part(figure: Figure, name: str, whole: Figure) -> Figure:
    """A number by the name of a part alone, with what it is of."""
    acted = figure.scope if figure.scope != name and figure.scope not in whole.indicator else ""
    owner = acted or ("" if _ARRANGED.fullmatch(whole.scope) or _PLACE.fullmatch(whole.scope) else whole.scope)
    return replace(
        figure, scope=name + owner, indicator=whole.indicator, name=normalise(whole.indicator),
        part_of=whole.id if whole.kind is FigureKind.VALUE and figure.kind is FigureKind.VALUE else "",
    )
