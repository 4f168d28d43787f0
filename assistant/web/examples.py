"""Questions to begin with, made from the figures the index holds, so that each can be answered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

from assistant.web.interface import PageAssistant
from index.errors import ZoneQAError
from index.records import Figure, FigureKind, Status

__all__ = ["Examples", "example_questions"]

_LONGEST_NAME = 10  # longer names are rarely what an indicator is called
_MOST_ASKED = 12  # each is asked once when the page opens; an index that answers few must not delay it


class Examples:
    """The examples for the reports there are now, made anew when those change; each is asked once, so that none of
    them disappoints."""

    def __init__(self, assistant: PageAssistant) -> None:
        self._assistant = assistant
        self._made: tuple[tuple[str, ...], list[str]] = ((), [])
        self._lock = threading.Lock()

    def __call__(self) -> list[str]:
        ledger = self._assistant.index.ledger
        cards = ledger.cards()
        key = tuple(card.id for card in cards)
        with self._lock:
            if self._made[0] != key:
                newest = sorted(cards, key=lambda c: c.period.last_year if c.period else 0, reverse=True)[:3]
                figures = [figure for card in newest for figure in ledger.figures(report_id=card.id)]
                self._made = key, example_questions(figures, zones=ledger.zones(), answerable=self._answerable)
            return self._made[1]

    def _answerable(self, question: str) -> bool:
        try:
            answer = self._assistant.ask(question)
        except ZoneQAError:
            return False
        return not answer.refused and not answer.choices and bool(answer.citations)


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
