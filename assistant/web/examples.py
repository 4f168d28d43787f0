"""Questions to begin with, made from the figures the index holds, so that each can be answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from index.records import Figure, FigureKind, Status

__all__ = ["example_questions"]

_LONGEST_NAME = 10  # longer names are rarely what an indicator is called
_MOST_ASKED = 12  # each is asked once when the page opens; an index that answers few must not delay it


def example_questions(figures: Iterable[Figure], *, zones: Sequence[str], answerable: Callable[[str], bool],
                      wanted: int = 4) -> list[str]:
    """Up to ``wanted`` questions of different kinds (value, growth, target), newest period first."""
    pool = sorted((f for f in figures if _fit(f)), key=_rank)
    out: list[str] = []
    used: set[str] = set()
    for make in (_value, _growth, _target, _value, _growth):
        for figure in pool:
            if len(out) >= wanted or len(used) >= _MOST_ASKED:
                return out
            question = make(figure)
            if question is None or figure.name in used:
                continue
            if len(zones) > 1:
                question = figure.zone + question
            used.add(figure.name)
            if answerable(question):
                out.append(question)
                break
    return out


def _fit(figure: Figure) -> bool:
    return (figure.kind is FigureKind.VALUE and figure.value is not None and figure.period is not None
            and not figure.scope and not figure.in_table and 3 <= len(figure.name) <= _LONGEST_NAME
            and figure.name.isalpha() and bool(figure.zone))


def _rank(figure: Figure) -> tuple[int, bool, bool, int]:
    year = figure.period.last_year if figure.period else 0
    return (-year if figure.status is Status.DONE else 0, not _is_money(figure), figure.growth is None, figure.start)


def _is_money(figure: Figure) -> bool:
    """Amounts of money are what nearly every report gives and nearly everyone asks first."""
    return figure.unit.endswith("元")


def _value(figure: Figure) -> str | None:
    if figure.status is not Status.DONE or figure.period is None:
        return None
    return f"{figure.period.label}{figure.indicator}是多少"


def _growth(figure: Figure) -> str | None:
    if figure.status is not Status.DONE or figure.growth is None or figure.period is None:
        return None
    return f"{figure.period.label}{figure.indicator}同比增长多少"


def _target(figure: Figure) -> str | None:
    if figure.status is not Status.TARGET or figure.period is None or not _is_money(figure):
        return None
    return f"{figure.period.label}{figure.indicator}的目标是多少"
