"""Known indicators inside a longer text, through the glossary: where they stand and what they are called canonically."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from index.glossary import known_names, normalise

__all__ = ["Term", "canonical_terms", "find_terms"]


@dataclass(frozen=True, slots=True)
class Term:
    start: int
    end: int
    canonical: str


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((n for n in known_names() if len(n) >= 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)), re.IGNORECASE)


@lru_cache(maxsize=65_536)
def find_terms(text: str) -> tuple[Term, ...]:
    """Known names in ``text``, longest first at each place, without overlaps."""
    return tuple(Term(m.start(), m.end(), normalise(m.group())) for m in _pattern().finditer(text))


@lru_cache(maxsize=65_536)
def canonical_terms(text: str) -> frozenset[str]:
    """Canonical names of the known indicators in ``text`` (规上产值 and 规模以上工业总产值 give the same)."""
    return frozenset(t.canonical for t in find_terms(normalise(text))) or frozenset(t.canonical for t in find_terms(text))
