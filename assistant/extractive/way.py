"""What is to be done with the numbers that a question asks for: look one up, set two against each other, add, divide …

A linear model over the question's characters, alone and in pairs, and its embedding.  Weights are fitted by
``python -m benchmarks.way`` on the questions of ``tests/crossing``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from assistant.extractive.likeliest import words_of
from assistant.extractive.sums import Way
from assistant.facts import Facts
from assistant.records import Query

__all__ = ["EMBEDDED", "Vector", "features", "grams", "ways"]

EMBEDDED = 1.5  # how much the embedding counts beside the characters, each of length 1

Vector = npt.NDArray[np.float32]


def ways(facts: Facts, query: Query) -> dict[Way, float]:
    """The share of each way."""
    known, weights = _stored()
    row = features(query.text, facts.linker.names.asking(words_of(query.bare)), known)
    logits = (row @ weights).astype(np.float64)
    shares = np.exp(logits - logits.max())
    return dict(zip(Way, map(float, shares / shares.sum()), strict=True))


def grams(text: str) -> Counter[str]:
    """Characters and pairs of them, every digit alike."""
    text = re.sub(r"\d", "0", text)
    return Counter(text) + Counter(a + b for a, b in pairwise(text))


def features(text: str, embedding: Iterable[float], known: dict[str, int]) -> Vector:
    """(known + embedding + 1,): what a question says of the ``known`` grams, what it means, and 1."""
    said = np.zeros(len(known), dtype=np.float32)
    for gram, count in grams(text).items():
        if gram in known:
            said[known[gram]] = 1 + math.log(count)
    length = float(np.linalg.norm(said)) or 1.0
    return np.concatenate([said / length, EMBEDDED * np.asarray(embedding, dtype=np.float32), np.ones(1, dtype=np.float32)])


@lru_cache(maxsize=1)
def _stored() -> tuple[dict[str, int], Vector]:
    with (files("assistant.extractive") / "way.npz").open("rb") as file, np.load(file) as stored:
        return {str(gram): i for i, gram in enumerate(stored["grams"])}, stored["weights"].astype(np.float32)
