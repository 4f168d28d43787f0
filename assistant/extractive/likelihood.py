"""Candidates with features → a share of likelihood for each and for “none of them”: what both measured comparisons are made of."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

__all__ = ["Matrix", "Rarity", "in_deviations", "likelihoods", "stored_weights"]

Matrix = npt.NDArray[np.float64]


def likelihoods(rows: Matrix, weights: Matrix) -> Matrix:
    """A share for each row but the last, which is “none of them”: (candidates + 1, features), (features,) → (candidates,)."""
    scores = rows @ weights
    shares = np.exp(scores - scores.max())
    return np.asarray((shares / shares.sum())[:-1], dtype=np.float64)


@lru_cache(maxsize=4)
def stored_weights(name: str, features: tuple[str, ...]) -> Matrix:
    """The weights of ``assistant/extractive/<name>.json``, (features,)."""
    stored = json.loads(files("assistant.extractive").joinpath(f"{name}.json").read_text("utf-8"))["weights"]
    return np.array([stored[feature] for feature in features], dtype=np.float64)


def in_deviations(values: Iterable[float] | Matrix) -> Matrix:
    """How many deviations each value lies above their mean."""
    of = np.asarray(values, dtype=np.float64)
    return np.asarray((of - of.mean()) / (float(of.std()) or 1.0), dtype=np.float64)


class Rarity:
    """How much each of the things that texts say counts: the rarer the more."""

    def __init__(self, texts: Sequence[Collection[str]]) -> None:
        self._weights = {x: math.log(1 + len(texts) / (0.5 + n)) for x, n in Counter(x for text in texts for x in text).items()}
        self._unsaid = math.log(1 + len(texts) / 0.5)

    def of(self, said: Collection[str]) -> float:
        return math.fsum(self._weights.get(x, self._unsaid) for x in said)

    def share(self, said: AbstractSet[str], whole: AbstractSet[str]) -> float:
        return self.of(said & whole) / (self.of(whole) or 1.0)
