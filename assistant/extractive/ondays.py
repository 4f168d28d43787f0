"""What a chronicle tells of one day, asked for by the year: 2021年签约仪式签约了多少个项目, of an entry of February."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Protocol

from assistant.extractive.slot import Outcome, Slot
from assistant.facts import Facts
from assistant.records import Aspect
from index.records import Figure, Status

__all__ = ["on_a_day"]

_DAY = re.compile(r"[^\w\n]{0,3}(?:20\d\d年)?\d{1,2}月\d{1,2}日")


class _Resolving(Protocol):
    def __call__(self, facts: Facts, slot: Slot, *, abroad: bool = ...) -> Outcome: ...


def on_a_day(facts: Facts, slot: Slot, resolved: _Resolving) -> Outcome | None:
    """What the only month with such an entry tells, None where there are several; any other number of a month is none of its year."""
    year = slot.period
    if year is None or not year.is_year or slot.zone is None or slot.status not in (None, Status.DONE) or slot.aspect is not Aspect.VALUE:
        return None
    months = sorted({
        f.period for f in facts.figures([slot.zone])
        if f.period is not None and f.period.first_year == year.first_year and (f.period.first_year, f.period.first_month) == f.period.end
        and _of_a_day(facts, f)
    })  # fmt: skip
    found = [told for month in months if (told := resolved(facts, replace(slot, period=month), abroad=False)).figure is not None]
    figure = found[0].figure if len(found) == 1 else None
    return found[0] if figure is not None and _of_a_day(facts, figure) else None


def _of_a_day(facts: Facts, figure: Figure) -> bool:
    text = facts.report(figure.report_id).text
    return _DAY.match(text, text.rfind("\n", 0, figure.sentence_start) + 1) is not None
