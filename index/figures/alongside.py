"""What is told of each part in the same words: 软件谷8.4平方公里，入驻企业640家；医械港11.6平方公里，入驻企业310家 has the firms of each."""

from __future__ import annotations

import re
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
        also = Counter((f.indicator, f.unit) for _, behind in run for f in {(g.indicator, g.unit): g for g in behind}.values())
        for first, behind in run:
            for f in behind:
                if also[f.indicator, f.unit] >= _LEAST:
                    owned[f.id] = replace(f, scope=first.scope)
    return [owned.get(f.id, f) for f in figures]


def _runs(text: str, figures: Sequence[Figure]) -> Iterator[list[tuple[Figure, list[Figure]]]]:
    """Segments one behind the other that open with the same measure of another part: its number and those behind it that are nobody's."""
    run: list[tuple[Figure, list[Figure]]] = []
    prose = [f for f in figures if not f.in_table and f.kind is FigureKind.VALUE]
    at = 0
    for segment in _SEGMENT.finditer(text):
        inside = []
        while at < len(prose) and prose[at].start < segment.end():
            inside += [prose[at]] if prose[at].start >= segment.start() else []
            at += 1
        first = inside[0] if inside else None
        opens = first is not None and bool(first.scope) and not is_thing(first.scope)
        opens = opens and first is not None and first.scope in segment.group()[: first.start - segment.start() + len(first.scope)]
        goes_on = opens and bool(run) and first is not None and text[segment.start() - 1] == "；"
        if goes_on and first is not None and (first.indicator, first.unit) == (run[-1][0].indicator, run[-1][0].unit):
            goes_on = first.scope not in {f.scope for f, _ in run}
        else:
            goes_on = False
        if not goes_on and run:
            if len(run) >= _LEAST:
                yield run
            run = []
        if opens and first is not None:
            run.append((first, [f for f in inside[1:] if not f.scope]))
    if len(run) >= _LEAST:
        yield run
