"""Parts that come to another whole than the one they are told behind: 总产值446.3亿元，…。增加值104.2亿元。分片区看，甲252.4亿元、乙193.9亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from index.glossary import is_known, normalise
from index.records import Figure, FigureKind, Report

__all__ = ["of_their_sums"]

_ALL_AROUND = ("全国", "全省", "全市", "全州", "全县", "全区")
_BUILT = ("项目", "工程", "基地", "期")  # what it costs adds up to something by chance


def of_their_sums(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a report; amounts by the names of places or trades alone are of what they add up to, where what was told last is not it."""
    named: dict[str, Figure] = {}
    for run in _runs(report, figures):
        first, total = run[0], sum((f.value for f in run if f.value is not None), Decimal(0))
        told = [f for f in figures if f.end <= first.start and _alike(f, first) and not f.scope and is_known(f.indicator)]
        wholes = {f.name: f for f in told if f.value == total}
        if len(wholes) != 1 or first.name in wholes:
            continue
        ((name, whole),) = wholes.items()
        for part in run:
            named[part.id] = replace(part, indicator=whole.indicator, name=name, part_of=whole.id if part.part_of else "")
            before, now = part.scope + part.indicator, part.scope + whole.indicator
            for f in (f for f in figures if f.kind is not FigureKind.VALUE and part.end <= f.start < part.sentence_end):
                if before in (f.scope, f.indicator.removesuffix("占比")):  # 甲252.4亿元，占全区的56.5%
                    scope, indicator = f.scope.replace(before, now), f.indicator.replace(before, now)
                    named[f.id] = replace(f, scope=scope, indicator=indicator, name=normalise(indicator))
    return [named.get(f.id, f) for f in figures]


def _runs(report: Report, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Amounts of two or more, one behind the other in a line, each by whose it is without the name that was told before."""
    run: list[Figure] = []
    for f in figures:
        if f.kind is not FigureKind.VALUE and run:
            continue
        part = f.kind is FigureKind.VALUE and f.value is not None and f.unit.endswith("元") and not f.in_table
        part = part and bool(f.scope) and f.scope not in _ALL_AROUND and not f.scope.endswith(_BUILT)
        part = part and f.indicator not in report.text[f.start : f.end]
        goes_on = part and bool(run) and _alike(f, run[-1]) and f.name == run[0].name and f.scope not in {r.scope for r in run}
        if goes_on and "\n" not in report.text[run[-1].end : f.start]:
            run.append(f)
            continue
        if len(run) > 1:
            yield run
        run = [f] if part else []
    if len(run) > 1:
        yield run


def _alike(one: Figure, other: Figure) -> bool:
    return (one.kind, one.unit, one.period, one.status) == (other.kind, other.unit, other.period, other.status)
