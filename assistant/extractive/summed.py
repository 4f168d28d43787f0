"""A whole sum read beside the question: how it is worked out, what comes of it, and its numbers in their clauses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.extractive.crossing import CROSS_ENCODER, in_its_sentence
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
    zone = len({t.figure.zone for t in of.numbers}) > 1
    numbers = (f"{describe(t.figure, zone=zone)}{'增速' if t.grew else ''}：{in_its_sentence(facts, t, BEFORE, BEHIND)}" for t in of.numbers)
    return " | ".join((f"{of.way.value}：{of.result.text}", *numbers))


def fitting(question: str, texts: Sequence[str]) -> NDArray[np.float64]:
    """For each text, (texts,), how surely the sum is what the question asks for; “none is” stands at 0."""
    return sum_encoder().scores(question, texts)


@lru_cache(maxsize=1)
def sum_encoder() -> CrossEncoder:
    """The bundled one, read at the first question that needs it."""
    return CrossEncoder(SUMS, TOKENS)
