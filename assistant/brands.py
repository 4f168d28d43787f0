"""Firms, and what they build, by the brand that they are called by: 羿湍 of 羿湍航空发动机维修基地."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from assistant.names import bigrams, fold
from assistant.sized import calls
from assistant.terms import find_terms
from assistant.vocabulary import is_rare, is_word
from index.figures.companies import TRADE
from index.figures.ellipsis import is_thing

if TYPE_CHECKING:
    from assistant.understanding import Understanding

__all__ = ["brands_of", "brands_said", "thing_called", "things_called", "told_elsewhere"]

#: Two characters of a name with a trade behind them, none of which joins words or counts time: 年产 of 年产电池 is no brand.
_BRANDED = re.compile(rf"(?P<brand>(?![㐀-鿿]?[年月日的和与在受为是有个产值税区市县省全各该其已后前园])[㐀-鿿]{{2}}){TRADE}")
_FIRM = re.compile("公司|集团|股份")
_SAID = re.compile("[㐀-鿿A-Za-z0-9]+")


def brands_of(names: Iterable[str], zones: Collection[str], parts: Collection[str]) -> frozenset[str]:
    """The brands among printed names; what zones and their ``parts`` are called is none."""
    branded = [(m["brand"], n) for n in names if (m := _BRANDED.match(n))]
    found, firms = {b for b, _ in branded}, {b for b, n in branded if _FIRM.search(n)}
    apart = [*zones, *(part for part in parts if not is_thing(part))]
    alone = (b for b in found if not is_word(b) and not find_terms(b) and not any(b in place for place in apart))
    return frozenset(b for b in alone if b in firms or is_rare(b))  # 屋顶 of 屋顶光伏 and 精细 of 精细化工 are words


_WORDS_OF_IT = 4  # pairs of characters of a thing's name, beside the brand, that say which it is


def brands_said(text: str, brands: Collection[str]) -> set[str]:
    return {brand for brand in brands if brand in text}


#: Whose name a question begins with; 新开工项目, 在建项目 are nobody's.
_THING = re.compile("(?:那么?|请问|再问一?下)*(?P<name>(?!新|在|已|续|各|本|该|某)[㐀-鿿A-Za-z]{4,14}?)(?:项目|工程|基地|产业园|公司|集团)")


def told_elsewhere(text: str, zones: Collection[str], known: Understanding) -> str:
    """The only zone whose reports tell of the firm or project that is named (岱崟阀门项目); "" where ``zones``, which are talked of, tell of it."""
    thing = _THING.match(text)
    begun = {thing["name"][:2]} if thing is not None and not is_word(thing["name"][:2]) and not find_terms(thing["name"]) else set()
    told = {zone for brand in brands_said(text, known.brands) or begun for zone in known.told(brand)}
    return told.pop() if len(told) == 1 and zones and not told & {*zones} else ""


def _unpointed(clause: str) -> str:
    """羿湍那个发动机的基地 → 羿湍发动机基地."""
    return re.sub("[那这]个|(?<=[㐀-鿿])的", "", clause)


def things_called(clause: str, names: Iterable[str]) -> list[str]:
    """The printed things that a clause calls by their beginning and some of their words, the shortest name first."""
    said = _unpointed(clause) + "，"
    return sorted((n for n in names if len(n) > 3 and n[:2] in said and is_thing(n) and calls(said, n)), key=len)


_KIND = re.compile("(?:基地|产业园|中心|[一二三]期|厂)$")


def _apart(said: str, name: str) -> bool:
    """封测基地 and 封测二期: two things of one beginning, as each has its own kind."""
    one, other = _KIND.search(said), _KIND.search(name)
    return one is not None and other is not None and one.group() != other.group() and said[: one.start()] == name[: other.start()]


def thing_called(clause: str, brand: str, names: Iterable[str]) -> str:
    """As what is printed a clause names the thing of a brand: 羿湍那个发动机维修基地 → 羿湍航空发动机维修基地; the brand where it says no more."""
    said = _unpointed(clause[clause.index(brand) :])
    own = [n for n in names if n.startswith(brand)]
    spoken = _SAID.match(said)
    longest = spoken.group() if spoken is not None else brand
    thing = re.match("[㐀-鿿A-Za-z0-9]{4,}?(?:项目|工程|基地|产业园|中心|二期|一期|三期|厂)", longest)
    called = [n for n in own if is_thing(n) and calls(thing.group() + "，", n)] if thing is not None else []
    if not called:  # 棉屿家纺要上的那个绿色后整理: by most of the words of one
        grams = bigrams(fold(said.removeprefix(brand)))
        shared = {n: len(bigrams(fold(n)) & grams) for n in own if is_thing(n)}
        most = max(shared.values(), default=0)
        called = [n for n, count in shared.items() if count == most >= _WORDS_OF_IT]
    if called and not (thing is not None and any(_apart(thing.group(), n) for n in called)):
        return min(called, key=len)
    if thing is not None:
        return thing.group()
    return next((longest[:n] for n in range(len(longest), 1, -1) if any(longest[:n] in name for name in own)), brand)
