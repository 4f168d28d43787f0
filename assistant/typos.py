"""A slip in an indicator's name: written with characters of the same sound (固头, 总产直) or the same look (财政收人)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

from assistant.terms import find_terms, is_all_known
from index.glossary import known_names

__all__ = ["correct", "put_right"]

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


_SHORTEST, _LONGEST = 5, 12  # four characters in a row come about by chance: 工业用的
_LEVELS, _NUMERALS = "国省市县区", "零一二两三四五六七八九十百千万亿"
_NO_SLIP = _LEVELS + _NUMERALS  # 县外资金 is other money than 省外资金, however 省 is read, and 施亿元以上项目 no 十亿元以上项目
#: Those that many don't tell apart: zh and z, an and ang.
_ALIKE = ((re.compile("^([zcs])h"), r"\1"), (re.compile("ng$"), "n"))


@cache
def _but_one() -> dict[tuple[str, int], frozenset[str]]:
    """A known name without one of its characters, and where that stood → what stands there."""
    found: dict[tuple[str, int], frozenset[str]] = {}
    for name in known_names():
        for at in range(len(name)) if _SHORTEST <= len(name) <= _LONGEST else ():
            key = (name[:at] + name[at + 1 :], at)
            found[key] = found.get(key, frozenset()) | {name[at]}
    return found


@lru_cache(maxsize=4_096)
def _readings(character: str) -> frozenset[str]:
    """Every way to read a character: 曾 is ceng and zeng."""
    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def _same_sound(one: str, other: str) -> bool:
    """Whether a character may be heard as another: in one of its readings, or in its usual one by those who don't tell zh from z."""
    if not "㐀" <= one <= "鿿":
        return False
    usual, others = lazy_pinyin(one)[0], lazy_pinyin(other)[0]
    if usual in _readings(other) or others in _readings(one):
        return True
    for pattern, plain in _ALIKE:
        usual, others = pattern.sub(plain, usual), pattern.sub(plain, others)
    return usual == others


def put_right(text: str, words: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """A question with the known name in which one character is another of its sound (总产直, 综和收入), and what is to be said of it.

    ``words`` are the pairs of characters of printed names: what is printed so is no slip.
    """
    for length in range(min(_LONGEST, len(text)), _SHORTEST - 1, -1):
        for start in range(len(text) - length + 1):
            said = text[start : start + length]
            right = _one_off(said)
            if right and not all(said[i : i + 2] in words for i in range(length - 1)) and not is_all_known(said):
                return text[:start] + right + text[start + length :], (f"“{said}”按“{right}”理解",)
    return text, ()


@lru_cache(maxsize=4_096)
def _one_off(said: str) -> str:
    """The one known name that is written as this but for a character of the same sound; "" where it is none or several."""
    found = {
        said[:at] + right + said[at + 1 :]
        for at in range(len(said)) for right in _but_one().get((said[:at] + said[at + 1 :], at), ())
        if right != said[at] and said[at] not in _NO_SLIP and right not in _NUMERALS and _same_sound(said[at], right)
    }
    return found.pop() if len(found) == 1 and said not in known_names() else ""
