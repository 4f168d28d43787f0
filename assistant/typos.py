"""A slip in an indicator's name: written with characters of the same sound (固头, 总产直) or the same look (财政收人)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin

from assistant.terms import find_terms
from index.glossary import known_names

__all__ = ["correct"]

_SHAPES = str.maketrans({"人": "入", "未": "末", "己": "已", "曰": "日", "侯": "候", "贷": "货", "幕": "募"})
#: 增收人数, 人均: of persons, whatever stands before.
_PERSONS = re.compile("(人[数均员次才口])|.")
_MIN_SYLLABLES = 2
_MIN_INITIALS = 3
_LETTERS = re.compile(f"[a-z]{{{_MIN_INITIALS},}}")


@cache
def _sounds() -> dict[tuple[str, ...], str]:
    """Syllables → known name.  Names of one character or with Latin letters are left out."""
    names = sorted(known_names(), key=len)
    return {tuple(lazy_pinyin(n)): n for n in names if len(n) >= _MIN_SYLLABLES and len(lazy_pinyin(n)) == len(n)}


@cache
def _initials() -> dict[str, str]:
    """gdzctz → 固定资产投资: the initials of every known name of three characters or more that no other shares."""
    found: dict[str, str] = {}
    for name in known_names():
        letters = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
        if len(name) == len(letters) >= _MIN_INITIALS:
            found[letters] = "" if found.get(letters, name) != name else name
    return found


def _known(phrase: str) -> int:
    """Characters of a phrase that known names cover."""
    return sum(t.end - t.start for t in find_terms(phrase))


@lru_cache(maxsize=4_096)
def correct(phrase: str) -> str:
    """The phrase with its longest mis-written name put right and names given by their initials (gdzctz) written out; itself when none is found."""
    phrase = _LETTERS.sub(lambda said: _initials().get(said[0]) or said[0], phrase)
    known = _known(phrase)
    if known == len(phrase) or len(phrase) < _MIN_SYLLABLES:
        return phrase
    shaped = _PERSONS.sub(lambda m: m[0] if m[1] else m[0].translate(_SHAPES), phrase)
    if _known(shaped) > known:
        return shaped
    syllables = [lazy_pinyin(c)[0] for c in phrase]
    for length in range(min(len(phrase), 14), max(known, _MIN_SYLLABLES - 1), -1):
        for start in range(len(phrase) - length + 1):
            name = _sounds().get(tuple(syllables[start : start + length]))
            same = sum(a == b for a, b in zip(name or "", phrase[start : start + length], strict=False))
            whole = length >= 3 or length == len(phrase)  # two syllables within others mean nothing
            if start and name and phrase[start] != name[0] and known == length - 1:
                continue  # 实施|亿元以上项目: what stands before a name is a word of its own
            if name and whole and length > same >= length / 2:  # half of it as it should be
                return phrase[:start] + name + phrase[start + length :]
    return phrase
