"""Known indicators inside a longer text, through the glossary: where they stand and what they may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from index.glossary import broad_words, distinct, known_names, normalise

__all__ = ["MEASURE", "Term", "find_terms", "is_all_known", "names_printed", "narrower_by", "relation"]

#: What a name ends in that says what is measured: 货值, 吞吐量, 建筑面积.
MEASURE = "[值额量数率费款价]|面积|收入|利润|能力|里程|产能|资金|基金|长度|人口|工资"

BROAD = 0.4  # of an exact match: a broad word (企业) and a name that ends in it (亏损企业)
NEAR = 0.7  # of an exact match: one name is the other with more said (新增高新技术企业, 高新技术企业)


@dataclass(frozen=True, slots=True)
class Term:
    """A known name in a text.  ``meanings`` are canonical names, the likeliest first; a broad word (外资) has several."""

    start: int
    end: int
    meanings: tuple[str, ...]
    said: str = ""  # as it stands in the text


@cache
def _canonical() -> dict[str, str]:
    """Known name in lower case → canonical name: texts are compared folded (pm2.5浓度)."""
    return {name.lower(): canonical for name, canonical in known_names().items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted({*(n for n in known_names() if len(n) >= 2), *broad_words()}, key=len, reverse=True)
    # 食品加工业产值 holds no 工业产值: another word ends in the 工.
    words = (("(?<![加化手])" if name.startswith("工业") else "") + re.escape(name) for name in names)
    return re.compile("|".join(words), re.IGNORECASE)


@lru_cache(maxsize=65_536)
def find_terms(text: str) -> tuple[Term, ...]:
    """Known names in ``text``, longest first at each place, without overlaps."""
    found = []
    for match in _pattern().finditer(text):
        word = match.group()
        broad = broad_words().get(word, ())
        meanings = (word, *broad) if broad else (_canonical().get(word.lower()) or normalise(word),)
        found.append(Term(match.start(), match.end(), tuple(dict.fromkeys(meanings)), word))
    return tuple(found)


def is_all_known(text: str) -> bool:
    """Whether a text is known names from its first character to its last."""
    terms = find_terms(text)
    return bool(terms) and (terms[0].start, terms[-1].end) == (0, len(text))


def names_printed(phrase: str, words: frozenset[str]) -> bool:
    """Whether a phrase holds a known indicator or is, for the most part, words that reports print; ``words`` are their pairs."""
    pairs = [phrase[i : i + 2] for i in range(len(phrase) - 1)]
    return bool(find_terms(phrase)) or (len(phrase) >= 3 and sum(p in words for p in pairs) * 3 >= len(pairs) * 2)


def relation(asked: Term, printed: Term) -> float:
    """1 for the same indicator, less for the same with more said or a later meaning of a broad word, 0 for another."""
    best = 0.0
    word = printed.meanings[0]  # a broad word in print means itself: 企业四家 are not four 高新技术企业
    own = _canonical().get(word.lower(), word)  # or, where it is another name of one indicator, that: 出口7.15亿美元
    for i, a in enumerate(asked.meanings):
        if a in (own, word):
            best = max(best, 1.0 - 0.05 * i)
        elif _longer(a, own, printed.said) and not distinct(a, own):
            best = max(best, NEAR - 0.05 * i)
        elif i == 0 and len(asked.meanings) > 1 and own.endswith(a) and not any(distinct(m, own) for m in asked.meanings):
            best = max(best, BROAD)
    return best


# What a name leaves unsaid without being another's: profit is told of the larger firms alone, what is planned as what it costs.
_TAKEN_AS_SAID = re.compile("规模以上(?:工业)?|新增|新设|计划|协议|累计|地方")


def narrower_by(asked: Term, printed: Term) -> int:
    """How many characters an asked name begins with that a broader printed one lacks: 居民生活 of 居民生活用电量, printed as 用电量."""
    own = _canonical().get(printed.meanings[0].lower(), printed.meanings[0])
    front = asked.meanings[0].removesuffix(own)
    narrower = front != asked.meanings[0] and asked.said.startswith(front) and not _TAKEN_AS_SAID.fullmatch(front)
    return len(front) if narrower else 0


def _longer(asked: str, own: str, said: str) -> bool:
    """Whether one name ends in the other; or as printed, where it goes by another canonical name (规上工业主营业务收入)."""
    return (min(len(asked), len(own)) >= 3 and (asked.endswith(own) or own.endswith(asked))) or (len(asked) >= 5 and said.endswith(asked))
