"""What could be asked next: only questions that the ledger answers."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.extractive.wording import name_of
from assistant.facts import Facts
from index.records import Figure, FigureKind, Period, Status

__all__ = ["suggest"]

MOST = 3


def suggest(facts: Facts, figures: Sequence[Figure], missing: Sequence[Period] = ()) -> tuple[str, ...]:
    """Up to three questions about the first figure of an answer: its parts, last year, next year's goal, other zones.

    ``missing`` are the periods of which nothing is printed: that before a growth follows from it.
    """
    figure = figures[0] if figures else None
    period = figure.period if figure is not None else None
    if figure is None or period is None or not period.is_year:
        return ()
    zone, name = facts.short(figure.zone), name_of(figure)
    out = []
    if figure.growth_unit == "%" and figure.growth and figure.value is not None and tuple(missing) == (period.shifted(-1),):
        out.append(f"按{period.label}的增速推算，{zone}{missing[0].label}{name}大约是多少")
    if any(f.part_of == figure.id for f in facts.figures([figure.zone], [period])):
        out.append(f"{zone}{period.label}{name}各部分是多少")
    if _has(facts, figure, period.shifted(-1), Status.DONE):
        out.append(f"{zone}{period.shifted(-1).label}{name}是多少")
    if figure.status is Status.DONE and _has(facts, figure, period.shifted(1), Status.TARGET):
        out.append(f"{zone}{period.shifted(1).label}{name}的目标是多少")
    if len(facts.zones.zones) > 1 and not figure.scope:
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
