"""Names of figures, (scope, indicator), as phrases are compared with them: folded, in bigrams and known terms, embedded."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Protocol

import numpy as np
import numpy.typing as npt

from assistant.exclusive import exclusive
from assistant.terms import Term, find_terms
from index.glossary import normalise

__all__ = ["AND", "Encoder", "Name", "NameTable", "Vector", "bigrams", "fold"]

Vector = npt.NDArray[np.float32]


class Encoder(Protocol):
    """The part of an embedder that linking uses."""

    def embed_query(self, text: str) -> Vector: ...
    def embed_passages(self, texts: Sequence[str]) -> Vector: ...


_LIGHT = re.compile(
    r"(?<=\d[亿万])元|(?<=[㐀-鿿])(?<![目标])(?:(?:上|方面|这块|那块|这一块)?的|[那这][个边]|上(?=投资|支出)"
    r"|(?<=[㐀-鿿][里内外])(?:[头边]的?|面的))(?=[㐀-鿿])"
)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """NFKC, lower case, no blanks, brackets, quotes or 的: the form that names are compared in (闲置的用地, 闲置用地)."""
    bare = re.sub(r"[\s“”\"'‘’《》〈〉()（）\[\]【】·,，、]", "", unicodedata.normalize("NFKC", text)).lower()
    return _LIGHT.sub("", bare)


@lru_cache(maxsize=65_536)
def bigrams(text: str) -> frozenset[str]:
    """Character bigrams, whole numbers and Latin words of a folded text; the character itself when there is only one."""
    out: set[str] = set()
    for run in re.findall(r"[a-z]+|\d+(?:\.\d+)?|[^a-z\d]+", text):
        if run[0].isascii() and run[0].isalnum():
            out.add(run)
        else:
            out |= {run[i : i + 2] for i in range(len(run) - 1)} or {run}
    return frozenset(out)


# 规上工业企业主营业务收入 is 规上工业主营业务收入.
_FIRMS = re.compile("(?<=上工业)企业(?=主营|营业|总?产值|增加值|利润|利税|用电|税收|研发)")
# 其中续建25个、新开工31个 of the 重点项目: what is begun, of those of note.
_OF_NOTE = re.compile("(?<=开工|签约|竣工|投产|续建|在建|落地)(?:省市|[省市县]级|重点|重大)+(?=项目$)")


AND = re.compile("(?<=[㐀-鿿]{2})[及和与](?=[㐀-鿿]{2})")  # 氯碱及氟硅 is asked as 氯碱氟硅


@dataclass(frozen=True, slots=True)
class Name:
    """What is compared of one (scope, indicator): its text, bigrams (as printed and normalised), known terms and actions."""

    text: str
    grams: frozenset[str]
    terms: tuple[Term, ...]
    exclusive: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, text: str) -> Name:
        folded = fold(text)
        grams = bigrams(folded) | bigrams(fold(normalise(text))) | bigrams(AND.sub("", folded))
        return cls(text, frozenset(grams), find_terms(folded), exclusive(folded))


def _whole(scope: str, indicator: str) -> str:
    return indicator if scope and scope in indicator else scope + indicator


@dataclass
class NameTable:
    """The distinct (scope, indicator) that were met, for scoring a phrase against all of them at once.

    ``printed`` gives all of an index: how rare a bigram is depends on these, not on what was asked before.
    ``vectors`` holds rows of unit length, filled name by name as they are first needed.
    """

    encoder: Encoder
    printed: Callable[[], Iterable[tuple[str, str]]] = tuple
    keys: dict[tuple[str, str], int] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    vectors: dict[int, Vector] = field(default_factory=dict)
    asked: dict[str, Vector] = field(default_factory=dict)

    def add(self, scope: str, indicator: str) -> int:
        """The row of a name, added when new."""
        row = self.keys.get((scope, indicator))
        if row is None:
            row = self.keys[(scope, indicator)] = len(self.names)
            name = Name.of(_whole(scope, indicator))
            plain = _OF_NOTE.sub("", _FIRMS.sub("", fold(name.text)))
            if plain != fold(name.text):
                name = replace(name, terms=(*name.terms, *find_terms(plain)))
            self.names.append(name)
        return row

    def idf(self, gram: str) -> float:
        printed, unprinted = self._rarity
        return printed.get(gram, unprinted)

    @cached_property
    def _rarity(self) -> tuple[dict[str, float], float]:
        """How rare each bigram of the printed names is, and one that stands in none: 6 µs a name, normalising them would take 600."""
        names = {fold(_whole(scope, indicator)) for scope, indicator in self.printed()}
        many = len(names) + 1
        frequency = Counter(chain.from_iterable(map(bigrams, names)))
        return {gram: math.log(1 + many / (0.5 + n)) for gram, n in frequency.items()}, math.log(1 + many / 0.5)

    def weight(self, grams: Iterable[str]) -> float:
        return math.fsum(map(self.idf, grams))  # the same in whatever order a set gives them

    def dense(self, phrase: str, rows: Sequence[int]) -> Vector:
        """Cosines of the phrase with the names in ``rows``, (len(rows),) float32."""
        missing = [r for r in dict.fromkeys(rows) if r not in self.vectors]
        if missing:
            self.vectors |= zip(missing, self.encoder.embed_passages([self.names[r].text for r in missing]), strict=True)
        query = self.asking(phrase)
        distinct = list(dict.fromkeys(rows))
        cosines = dict(zip(distinct, np.stack([self.vectors[r] for r in distinct]) @ query, strict=True))
        return np.array([cosines[r] for r in rows], dtype=np.float32)

    def asking(self, phrase: str) -> Vector:
        """The embedding of what a question says, (dimensions,) float32."""
        query = self.asked.get(phrase)
        if query is None:  # one question links one phrase in up to ten pools, and embedding it is 5 ms each time
            query = self.encoder.embed_query(phrase)
            if len(self.asked) >= 256:
                self.asked.clear()
            self.asked[phrase] = query
        return query
