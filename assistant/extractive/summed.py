"""A whole sum read beside the question: how it is worked out, what comes of it, and its numbers in their clauses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.extractive.asks import Told
from assistant.extractive.crossing import CROSS_ENCODER
from assistant.extractive.sums import Sum
from assistant.extractive.wording import describe
from assistant.facts import Facts
from index.embedding.cross_encoder import CrossEncoder

__all__ = ["SUMS", "fitting", "sum_encoder", "summed"]

SUMS = CROSS_ENCODER.with_name("sums.onnx")
TOKENS = 150  # of what is read of a sum
BEFORE, BEHIND = 30, 12  # characters of the sentence on either side of a number


def summed(facts: Facts, of: Sum) -> str:
    """What is read of a sum."""
    zones = len({t.figure.zone for t in of.numbers}) > 1
    return f"{of.way.value}：{of.result.text} | " + " | ".join(_read(facts, t, zone=zones) for t in of.numbers)


def _read(facts: Facts, told: Told, *, zone: bool) -> str:
    f = told.figure
    report = facts.report(f.report_id).text
    number = f.growth_text if told.grew else f.value_text
    at = report.find(number, f.start, f.sentence_end if told.grew else f.end) if number else -1
    start, end = (at, at + len(number)) if at >= 0 else (f.start, f.end)
    before = report[max(f.sentence_start, start - BEFORE) : start]
    behind = report[end : min(f.sentence_end, end + BEHIND)]
    return f"{describe(f, zone=zone)}{'增速' if told.grew else ''}：{before}【{report[start:end]}】{behind}".replace("\n", " ")


def fitting(question: str, texts: Sequence[str]) -> NDArray[np.float64]:
    """For each text, (texts,), how surely the sum is what the question asks for; “none is” stands at 0."""
    return sum_encoder().scores(question, texts)[:, 0].astype(np.float64) if texts else np.zeros(0)


@lru_cache(maxsize=1)
def sum_encoder() -> CrossEncoder:
    """The bundled one, read at the first question that needs it."""
    return CrossEncoder(SUMS, TOKENS)
