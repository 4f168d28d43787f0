"""What is told of each part in the same words: 软件谷8.4平方公里，入驻企业640家；医械港11.6平方公里，入驻企业310家 has the firms of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.figures.ellipsis import is_thing
from index.records import Figure, FigureKind, Report

__all__ = ["of_each_part"]

_SEGMENT = re.compile("[^；。\n]+")
_LEAST = 2  # parts told of so


def of_each_part(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures; those told behind a part's first number, as behind the other parts' first ones, with the part in their scope."""
    owned: dict[str, Figure] = {}
    for run in _runs(report.text, figures):
        also = Counter(measure for _, behind in run for measure in {_measure(f) for f in behind})
        for first, behind in run:
            for f in behind:
                if also[_measure(f)] >= _LEAST:
                    owned[f.id] = replace(f, scope=first.scope)
    return [owned.get(f.id, f) for f in figures]


def _runs(text: str, figures: Sequence[Figure]) -> Iterator[list[tuple[Figure, list[Figure]]]]:
    """Segments one behind the other that open with the same measure of another part: its number and those behind it that are nobody's."""
    run: list[tuple[Figure, list[Figure]]] = []
    prose = [f for f in figures if not f.in_table and f.kind is FigureKind.VALUE]
    starts = [f.start for f in prose]
    for segment in _SEGMENT.finditer(text):
        inside = prose[bisect_left(starts, segment.start()) : bisect_left(starts, segment.end())]
        first = inside[0] if inside and _opens(segment.group(), segment.start(), inside[0]) else None
        if run and not (first is not None and text[segment.start() - 1] == "；" and _goes_on(first, run)):
            if len(run) >= _LEAST:
                yield run
            run = []
        if first is not None:
            run.append((first, [f for f in inside[1:] if not f.scope]))
    if len(run) >= _LEAST:
        yield run


def _opens(segment: str, at: int, first: Figure) -> bool:
    """Whether the part that the first number is of is named no later than the number."""
    return bool(first.scope) and not is_thing(first.scope) and first.scope in segment[: first.start - at + len(first.scope)]


def _goes_on(first: Figure, run: Sequence[tuple[Figure, list[Figure]]]) -> bool:
    return _measure(first) == _measure(run[-1][0]) and first.scope not in {f.scope for f, _ in run}


def _measure(figure: Figure) -> tuple[str, str]:
    return figure.indicator, figure.unit
