"""Text → the numbers that are said in it: quantities, shares in words, years, dates, and digits with no unit.

    22.53亿元   近23亿   约七亿   三成   翻一番   一半   2018年   9月30日   5-10亿元   １２．３％

Wider than :func:`index.numerals.find_quantities`, which serves extraction and leaves out what may be no figure: here
whatever a reader takes for a number has to be found.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from index.numerals import find_quantities, parse_number

__all__ = ["Mention", "MentionKind", "find_mentions", "folded"]


class MentionKind(StrEnum):
    """What kind of number: only quantities and bare digits are held against figures."""

    QUANTITY = "数量"
    YEAR = "年份"
    DATE = "日期"
    BARE = "数字"


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of a text; ``text == source[start:end]``, its unit included.  ``value`` is in ``unit``.

    ``upper`` is the other end of a range.  For a date ``value`` is None; for years it is the first of them.
    """

    text: str
    start: int
    end: int
    kind: MentionKind
    value: Decimal | None = None
    unit: str = ""
    upper: Decimal | None = None
    qualifier: str = ""
    rank: bool = False


_YEARS = re.compile(
    r"(?<![\d.])((?:19|20)\d\d)(?:年?[-—–~至到]{1,2}((?:19|20)\d\d))?年|(?<![\d.])(?:19|20)\d\d[-—–~](?:19|20)\d\d|"
    r"(?<![\d.、])\d\d年(?![来内间期])|[一二][〇零○九][〇零○一二三四五六七八九]{2}年"
)
_DATES = re.compile(
    r"(?<![\d.])\d{1,2}(?:月份?)?[-—–~至到]{1,2}\d{1,2}月|(?<![\d.])\d{1,2}月(?:\d{1,2}[日号])?|"
    r"(?<![\d.])\d{1,2}[日号](?![线楼院])"
)
_WORDS = re.compile(
    r"(?P<tenths>[一二两三四五六七八九\d](?:成[半多]?))(?![立为功果长交效分就本员绩套熟品])|"
    r"翻(?:了)?(?P<times>[一两二三四1-4])?番|(?P<half>一半|半数|过半)|"
    r"(?P<chinese>[一二两三四五六七八九十][一二三四五六七八九十百千零〇]*(?:点[一二三四五六七八九零〇]+)?[余多]?[万亿]+)(?![级强众千])"
)
_BARE = re.compile(r"(?<![A-Za-z\d.\-])\d[\d,]*(?:\.\d+)?(?![A-Za-z])")
_ENUMERATORS = re.compile(
    r"(?:(?<=[。；：:;\n，])|^)\s*(?:[(（]\s*\d{1,2}\s*[)）]|\d{1,2}[.、．)](?!\d)|第\s*\d{1,2}[，、])|\[\d{1,2}\]"
)
_QUALIFIER = re.compile(r"(?:大约|约|近|将近|接近|超过|超|突破|逾|不足|不到|达)$")
_MARKS = str.maketrans(dict.fromkeys('“”‘’「」《》"', " "))


def folded(text: str) -> str:
    """Digits, letters and signs in half width, character by character, so that every offset stays.

    Punctuation stays as it is: a full-width colon is not the colon of 12:30.
    """
    if text.isascii():
        return text
    return "".join(
        n if "\uff00" < c < "\uff5f" and ((n := unicodedata.normalize("NFKC", c)).isalnum() or n in "%.+-/") else c
        for c in text
    )


@lru_cache(maxsize=4_096)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every number of ``text``, in order, none overlapping; enumerators (1. （2） [3]) are none."""
    plain = folded(text)
    taken = bytearray(len(plain))
    found: list[Mention] = []

    def take(
        start: int,
        end: int,
        kind: MentionKind,
        value: Decimal | None = None,
        unit: str = "",
        upper: Decimal | None = None,
        qualifier: str = "",
        rank: bool = False,
    ) -> None:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(Mention(text[start:end], start, end, kind, value, unit, upper, qualifier, rank))

    for match in _ENUMERATORS.finditer(plain):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _YEARS.finditer(plain):
        take(match.start(), match.end(), MentionKind.YEAR, _first_year(match.group()))
    for match in _DATES.finditer(plain):
        take(match.start(), match.end(), MentionKind.DATE)
    for match in _WORDS.finditer(plain):
        before = _QUALIFIER.search(plain[: match.start()])
        value, unit = _worded(match)
        if value is not None:
            vague = "多" if match.group().rstrip("万亿")[-1:] in "多余" else ""
            take(
                match.start(),
                match.end(),
                MentionKind.QUANTITY,
                value,
                unit,
                qualifier=(before.group() if before else "") + vague,
            )
    for quantity in find_quantities(plain.translate(_MARKS)):
        take(
            quantity.start,
            quantity.end,
            MentionKind.QUANTITY,
            quantity.value,
            quantity.unit,
            quantity.upper,
            quantity.qualifier,
            quantity.rank,
        )
    for match in _BARE.finditer(plain):
        digits = match.group().replace(",", "")
        take(match.start(), match.start() + len(match.group().rstrip(",")), MentionKind.BARE, Decimal(digits))
    return tuple(sorted(found, key=lambda m: m.start))


def _first_year(text: str) -> Decimal | None:
    digits = re.match(r"\d+", text)
    if digits:
        return Decimal(digits.group()) + (0 if len(digits.group()) == 4 else 2000)
    figures = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
    return Decimal("".join(str(figures[c]) for c in text[:4]))


def _worded(match: re.Match[str]) -> tuple[Decimal | None, str]:
    if match["tenths"]:
        whole = parse_number(match["tenths"][0])
        half = Decimal("0.5") if "半" in match["tenths"] else Decimal(0)
        return (None if whole is None else (whole + half) * 10), "%"
    if match["half"]:
        return Decimal(50), "%"
    if match["chinese"]:
        text = match["chinese"]
        scale = text[len(text.rstrip("万亿")) :]
        return parse_number(text.rstrip("万亿余多")), scale
    times = parse_number(match["times"] or "一")
    return (None if times is None else Decimal(2) ** int(times)), "倍"
