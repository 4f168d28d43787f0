"""What could be asked next: only questions that the ledger answers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.extractive.wording import name_of
from assistant.facts import Facts
from index.records import Figure, FigureKind, Period, Status

__all__ = ["suggest"]

MOST = 3


def suggest(facts: Facts, figures: Sequence[Figure]) -> tuple[str, ...]:
    """Up to three questions about the first figure of an answer: its parts, last year, next year's goal, other zones."""
    if not figures or figures[0].period is None or not figures[0].period.is_year:
        return ()
    figure = figures[0]
    period = figure.period
    zone, name = facts.short(figure.zone), name_of(figure)
    out = []
    if any(f.part_of == figure.id for f in facts.figures([figure.zone], [figure.period] if figure.period else ())):
        out.append(f"{zone}{figure.period.label if figure.period else ''}{name}各部分是多少")
    if period and _has(facts, figure, period.shifted(-1), Status.DONE):
        out.append(f"{zone}{period.shifted(-1).label}{name}是多少")
    if period and figure.status is Status.DONE and _has(facts, figure, period.shifted(1), Status.TARGET):
        out.append(f"{zone}{period.shifted(1).label}{name}的目标是多少")
    if period and len(facts.zones.zones) > 1 and not figure.scope:
        others = {
            f.zone
            for f in facts.figures((), [period])
            if f.name == figure.name and f.status is figure.status and not f.scope
        }
        if len(others) > 1:
            out.append(f"{period.label}各开发区{name}谁最高")
    return tuple(out[:MOST])


def _has(facts: Facts, figure: Figure, period: Period, status: Status) -> bool:
    return any(
        f.name == figure.name
        and f.scope == figure.scope
        and f.status is status
        and f.kind in (FigureKind.VALUE, FigureKind.GROWTH)
        for f in facts.figures([figure.zone], [period])
    )
