"""(Query, ledger) → candidates: which figures an asked phrase means, with a score for each and what it is made of.

Hard filters come first (zone, period, status): with the same scorer they lift hit@1 from 0.47 to 0.88 on our
questions.  Then the short name (scope + indicator) is matched, not its clause: both lexical and dense lose 8–16
points on clauses.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assistant.records import Aspect
from assistant.terms import canonical_terms
from index.glossary import normalise
from index.records import Figure, FigureKind

__all__ = ["Candidate", "Encoder", "Linker", "NameTable", "bigrams"]

Vector = npt.NDArray[np.float32]


class Encoder(Protocol):
    """The part of llama-index's BaseEmbedding that linking uses."""

    def get_query_embedding(self, query: str) -> list[float]: ...
    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]: ...


def fold(text: str) -> str:
    """NFKC, lower case, no blanks, no brackets or quotes: the form that names are compared in."""
    return re.sub(r"[\s“”\"'‘’《》〈〉()（）\[\]【】·,，、]", "", unicodedata.normalize("NFKC", text)).lower()


def bigrams(text: str) -> set[str]:
    """Character bigrams, whole numbers and Latin words of a folded text; the character itself when there is only one."""
    out: set[str] = set()
    for run in re.findall(r"[a-z]+|\d+(?:\.\d+)?|[^a-z\d]+", text):
        if run[0].isascii() and run[0].isalnum():
            out.add(run)
        else:
            out |= {run[i:i + 2] for i in range(len(run) - 1)} or {run}
    return out


@dataclass(slots=True)
class NameTable:
    """Every distinct (scope, indicator) of an index, for scoring a phrase against all of them at once.

    ``vectors`` is (names, dimension) float32, rows of unit length, filled name by name as they are first needed.
    """

    encoder: Encoder
    keys: dict[tuple[str, str], int] = field(default_factory=dict)
    grams: list[set[str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    frequency: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    vectors: dict[int, Vector] = field(default_factory=dict)

    def add(self, scope: str, indicator: str, name: str) -> int:
        """The row of a name, added when new."""
        key = (scope, indicator)
        row = self.keys.get(key)
        if row is None:
            row = self.keys[key] = len(self.texts)
            self.texts.append(f"{scope}{indicator}")
            grams = bigrams(fold(scope + indicator)) | bigrams(fold(scope + name))
            self.grams.append(grams)
            for gram in grams:
                self.frequency[gram] += 1
        return row

    def idf(self, gram: str) -> float:
        return math.log(1 + (len(self.texts) + 1) / (0.5 + self.frequency.get(gram, 0)))

    def dense(self, phrase: str, rows: Sequence[int]) -> Vector:
        """Cosines of the phrase with the names in ``rows``, (len(rows),) float32."""
        missing = [r for r in dict.fromkeys(rows) if r not in self.vectors]
        if missing:
            for row, vector in zip(missing, self.encoder.get_text_embedding_batch([self.texts[r] for r in missing]), strict=True):
                self.vectors[row] = np.asarray(vector, dtype=np.float32)
        query = np.asarray(self.encoder.get_query_embedding(phrase), dtype=np.float32)
        return np.stack([self.vectors[r] for r in rows]) @ query


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be what was asked for.  ``features`` are what the score is made of, for --explain."""

    figure: Figure
    score: float
    features: dict[str, float]


# Hand-set; a fit on generated questions gave the same hit@1 within noise.
WEIGHTS = {"asked": 2.0, "named": 1.0, "same": 2.0, "other": -2.5, "context": 0.6, "dense": 0.35, "aspect": 0.6, "scope": 0.5, "unit": 0.4,
           "own": 0.3, "stock": 0.5}


class Linker:
    """Scores figures against an asked phrase.  One per index generation; safe to share between threads once built."""

    def __init__(self, encoder: Encoder) -> None:
        self.names = NameTable(encoder)

    def row(self, figure: Figure) -> int:
        return self.names.add(figure.scope, figure.indicator, figure.name)

    def link(self, phrase: str, figures: Sequence[Figure], *, aspect: Aspect = Aspect.VALUE, scopes: Iterable[str] = (),
             unit: str = "", stock: bool = False, contexts: dict[str, str] | None = None) -> list[Candidate]:
        """Candidates best first.  ``figures`` have passed the hard filters.  ``contexts`` maps a figure id to its sentence."""
        if not figures:
            return []
        rows = [self.row(f) for f in figures]
        folded = fold(phrase)
        terms = canonical_terms(phrase)
        asked = bigrams(folded) | bigrams(fold(normalise(phrase)))
        plain = bigrams(folded)
        total = sum(map(self.names.idf, plain)) or 1.0
        cosine = self.names.dense(phrase, rows) if phrase else np.zeros(len(rows), dtype=np.float32)
        spread = float(cosine.std()) or 1.0
        standard = (cosine - cosine.mean()) / spread
        out = []
        for figure, row, z in zip(figures, rows, standard, strict=True):
            name = self.names.grams[row]
            features = {
                "asked": self._cover(asked, plain, name, total),
                "named": sum(map(self.names.idf, name & asked)) / (sum(map(self.names.idf, name)) or 1.0),
                "dense": float(z),
                "context": self._context(plain - name, (contexts or {}).get(figure.id, ""), figure, total),
                "aspect": _aspect_fit(figure, aspect),
                "scope": _scope_fit(figure, tuple(scopes)),
                "unit": _unit_fit(figure, unit),
                "stock": _stock_fit(figure, stock, phrase),
                **_term_fit(figure, terms),
            }
            score = sum(WEIGHTS[k] * v for k, v in features.items())
            out.append(Candidate(figure, score, features))
        return sorted(out, key=lambda c: -c.score)

    def _cover(self, asked: set[str], plain: set[str], name: set[str], total: float) -> float:
        """Share of the phrase (by idf) that the name covers, through the glossary or as said, whichever is more."""
        direct = sum(map(self.names.idf, plain & name)) / total
        through = sum(map(self.names.idf, asked & name)) / (sum(map(self.names.idf, asked)) or 1.0)
        return max(direct, through)

    def _context(self, uncovered: set[str], sentence: str, figure: Figure, total: float) -> float:
        around = bigrams(fold(sentence + "".join(figure.path)))
        return sum(map(self.names.idf, uncovered & around)) / total


def _term_fit(figure: Figure, terms: frozenset[str]) -> dict[str, float]:
    """1 in ``same`` when the phrase holds the figure's standard indicator; 1 in ``other`` when both are standard and differ."""
    own = canonical_terms(figure.indicator)
    if not terms or not own:
        return {"same": 0.0, "other": 0.0}
    shared = terms & own
    return {"same": len(shared) / len(terms | own), "other": 0.0 if shared else 1.0}


def _aspect_fit(figure: Figure, aspect: Aspect) -> float:
    if aspect is Aspect.GROWTH:
        return 1.0 if figure.growth is not None or figure.kind is FigureKind.GROWTH else -1.0
    if aspect is Aspect.VALUE:
        return 1.0 if figure.value is not None and figure.kind is FigureKind.VALUE else -0.5
    kinds = {Aspect.SHARE: FigureKind.SHARE, Aspect.COMPLETION: FigureKind.COMPLETION, Aspect.RANK: FigureKind.RANK}
    return 1.0 if figure.kind is kinds.get(aspect) else -0.5


def _scope_fit(figure: Figure, scopes: tuple[str, ...]) -> float:
    if not scopes:
        return 1.0 if not figure.scope else 0.0
    return 1.0 if any(s in figure.scope or s in figure.indicator for s in scopes) else -1.0


UNIT_FAMILIES = ({"亿元", "万元", "元", "个亿"}, {"亿美元", "万美元", "美元"}, {"亩", "公顷", "平方公里", "平方米", "万平方米", "平米"},
                 {"家", "户", "个"}, {"人", "名", "万人"}, {"%", "个百分点", "个点", "百分点"}, {"台", "套"}, {"件", "项"},
                 {"公里", "米"}, {"标箱", "万标箱"}, {"吨", "万吨"}, {"千瓦时", "万千瓦时", "亿千瓦时", "度"})


def _unit_fit(figure: Figure, unit: str) -> float:
    if not unit or not figure.unit:
        return 0.0
    return 1.0 if unit == figure.unit or any(unit in f and figure.unit in f for f in UNIT_FAMILIES) else -1.0


def _stock_fit(figure: Figure, stock: bool, phrase: str) -> float:
    text = figure.scope + figure.indicator
    total = any(w in text for w in ("累计", "总数", "保有", "达到", "拥有", "存量"))
    added = any(w in text for w in ("新增", "新认定", "新引进", "当年"))
    if stock:
        return 1.0 if total else (-1.0 if added else 0.0)
    return -0.5 if total and not any(w in phrase for w in ("累计", "总数", "保有")) else 0.0
