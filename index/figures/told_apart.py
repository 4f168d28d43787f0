"""Growths that a sentence tells of members by their names alone, after the one that told their values (纺织、装备分别增长9.1%和6.4%)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.glossary import is_known
from index.records import Figure, FigureKind, Report

__all__ = ["named_as_told"]


def named_as_told(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a report in the order of its text: the growth of 纺织 is of its 产值, the value that the paragraph told of it."""
    told: dict[tuple[str, object, object], list[Figure]] = defaultdict(list)
    named: list[Figure] = []
    for f in figures:
        if f.kind is FigureKind.VALUE and f.scope and f.growth is None and not f.in_table:
            told[f.scope, f.period, f.status].append(f)
        named.append(_named(report, f, told.get((f.indicator, f.period, f.status), [])))
    return named


def _named(report: Report, growth: Figure, values: Sequence[Figure]) -> Figure:
    alone = growth.kind is FigureKind.GROWTH and growth.value is None and growth.growth is not None and not growth.scope and not growth.in_table
    near = [v for v in values if "\n" not in report.text[v.end : growth.start]] if alone and not is_known(growth.indicator) else []
    if len({v.name for v in near}) != 1:
        return growth
    value = near[-1]
    return replace(growth, scope=value.scope, indicator=value.indicator, name=value.name)
