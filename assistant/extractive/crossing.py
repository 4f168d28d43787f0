"""Question and number, or sentence, read together: a cross-encoder's logits of whether it answers the question, and is needed.

Six layers of the bundled embedder, trained further by ``python -m benchmarks.crossing`` on questions written for it; see
``cross_encoder/MODEL.md``.  A logit stands against “none here does”, which stands at 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.extractive.asks import Told
from assistant.facts import Facts
from index.embedding.cross_encoder import CrossEncoder
from index.records import Status

__all__ = ["ANSWERS", "CROSS_ENCODER", "NEEDED", "answering", "cross_encoder", "in_its_sentence", "marked", "needed"]

CROSS_ENCODER = Path(__file__).parent / "cross_encoder" / "model.onnx"
ANSWERS, NEEDED = 0, 1  # the network's outputs
BEFORE, BEHIND = 60, 25  # characters of the sentence that are read on either side of the number
_STATUS = {Status.TARGET: "目标", Status.EXPECTED: "预计"}


def marked(facts: Facts, told: Told) -> str:
    """What is read of a number: status and name, its sentence with the number in brackets, the heading above."""
    f = told.figure
    name = _STATUS.get(f.status, "") + f.scope + f.indicator + ("增速" if told.grew else "")
    return f"{name} | {in_its_sentence(facts, told, BEFORE, BEHIND)} | {f.path[-1] if f.path else ''}"


def in_its_sentence(facts: Facts, told: Told, before: int, behind: int) -> str:
    """A number in brackets, with so many characters of its sentence before and behind it."""
    f = told.figure
    report = facts.report(f.report_id).text
    number = f.growth_text if told.grew else f.value_text
    at = report.find(number, f.start, f.sentence_end if told.grew else f.end) if number else -1
    start, end = (at, at + len(number)) if at >= 0 else (f.start, f.end)
    lead, rest = report[max(f.sentence_start, start - before) : start], report[end : min(f.sentence_end, end + behind)]
    return f"{lead}【{report[start:end]}】{rest}".replace("\n", " ")


def answering(question: str, texts: Sequence[str]) -> NDArray[np.float64]:
    """For each text, (texts,), how surely the number marked in it, or the sentence, answers."""
    return cross_encoder().scores(question, texts, ANSWERS)


def needed(question: str, texts: Sequence[str]) -> NDArray[np.float64]:
    """For each text, (texts,), how surely what is asked is worked out from the number marked in it."""
    return cross_encoder().scores(question, texts, NEEDED)


@lru_cache(maxsize=1)
def cross_encoder() -> CrossEncoder:
    """The bundled one, read at the first question that needs it."""
    return CrossEncoder(CROSS_ENCODER)
