"""A stock and what was taken off it, told in one sentence: 处置闲置厂房30处，年末剩余12处."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.facts import Facts
from index.figures.ellipsis import TAKEN_OFF
from index.records import Figure

__all__ = ["left_after", "taken_off"]

_LEFT_OVER = re.compile("[剩余]|[还仍尚]有|存量|年[末底]")
#: 消化, where a report says 处置: one thing done to a stock.
_DEALT = re.compile("消化|处置|化解|处理")
_ASKS_LEFT = re.compile("[没未](?!供)|剩|余|[之以]?[前后]|存量")


def left_after(facts: Facts, left: Figure, pool: Iterable[Figure]) -> bool:
    """Whether a stock is told as what is left after something was taken off it."""
    takings = [f for f in _takings(left, pool) if f.start < left.start]
    return bool(takings) and _LEFT_OVER.search(facts.report(left.report_id).text[takings[-1].end : left.end]) is not None


def taken_off(facts: Facts, stock: Figure, phrase: str) -> Figure | None:
    """消化的批而未供土地, come upon the stock of it: what the sentence says was 处置 of it; None where that isn't told."""
    if _DEALT.search(phrase) is None or _ASKS_LEFT.search(phrase) or TAKEN_OFF.search(stock.indicator):
        return None
    takings = [f for f in _takings(stock, facts.figures([stock.zone], [stock.period] if stock.period else ())) if _DEALT.search(f.scope)]
    return takings[0] if len(takings) == 1 else None


def _takings(stock: Figure, pool: Iterable[Figure]) -> list[Figure]:
    of = (stock.report_id, stock.sentence_start, stock.indicator, stock.unit, stock.status, stock.kind)
    alike = (f for f in pool if (f.report_id, f.sentence_start, f.indicator, f.unit, f.status, f.kind) == of)
    return [f for f in alike if stock.scope in ("", "年初") and TAKEN_OFF.search(f.scope)]
