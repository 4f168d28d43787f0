"""Printed numbers without their units → exact decimals: １２．５, 三百二十, 1,412.7, 约七亿."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from index.units import SCALES

__all__ = ["ARABIC", "CHINESE", "DOUBLING", "NUMERALS", "PERCENT_WORDS", "SCALE", "bare_value", "count_of", "parse_number"]

_WIDE = str.maketrans("０１２３４５６７８９．％－＋／，", "0123456789.%-+/,")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
#: One character each, as lists and ranks count.
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}

ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,3}(?:，000)+(?![0-9])|[０-９]{1,3}(?:[,，][０-９]{3})+(?![０-９])|"
    r"(?<=[\u3400-\u9fff])[0-9]{1,3}(?:[ \u2009\u202f\xa0][0-9]{3})+(?=(?:\.[0-9]+)?[\u3400-\u9fff])|"
    r"[0-9０-９]+)(?:[.．][0-9０-９]+)?"
)
CHINESE = r"[一二两三四五六七八九十][零〇一二两三四五六七八九十百千]*"
SCALE = r"(?:万亿|千亿|百亿|千万|百万|十万|亿|万|千|百)"


def count_of(word: str) -> int:
    """How many 三, 两 or 12 are, as lists, ranks and groups are counted."""
    return int(word) if word.isdigit() else NUMERALS[word]


PERCENT_WORDS = re.compile(rf"百分之(?P<number>{CHINESE}(?:点[零〇一二三四五六七八九]+)?|{ARABIC})")
DOUBLING = re.compile(rf"翻了?(?P<number>{CHINESE}|[0-9]+)?番(?P<more>多)?")


def bare_value(text: str) -> Decimal | None:
    """A bare number, Arabic (any width, thousands separators) or Chinese, without scale or unit."""
    plain = re.sub("[ \u2009\u202f\xa0]", "", text.translate(_WIDE)).replace(",", "")  # the table makes ， a comma too
    if plain[:1].isdigit():
        try:
            return Decimal(plain)
        except InvalidOperation:
            return None
    whole, _, decimals = text.partition("点")
    total, current = 0, 0
    seen_place = False
    for char in whole:
        if char in _DIGITS:
            current = current * 10 + _DIGITS[char] if current and not seen_place else _DIGITS[char]
        elif char in _PLACES:
            total += (current or 1) * _PLACES[char]
            current, seen_place = 0, True
        else:
            return None
    value = Decimal(total + current)
    if decimals:
        value += Decimal("0." + "".join(str(_DIGITS[c]) for c in decimals))
    return value


def parse_number(text: str) -> Decimal | None:
    """Any printed number as a plain one: 15.6亿 → 1560000000, 约七亿 → 700000000, 三成 → 0.3, 12% → 0.12, 翻番 → 2.

    The unit is ignored except where it is a fraction.  None when no number is there.
    """
    stripped = text.strip().translate(_WIDE)
    if match := DOUBLING.search(stripped):
        times = bare_value(match["number"] or "一")
        return None if times is None else Decimal(2) ** int(times)
    if match := PERCENT_WORDS.search(stripped):
        value = bare_value(match["number"])
        return None if value is None else value / 100
    if stripped.startswith(("一半", "半数")):
        return Decimal("0.5")
    match = re.search(
        rf"(?P<sign>-)?(?P<number>{ARABIC}|"
        rf"{CHINESE}(?:点[零〇一二三四五六七八九]+)?)[余多]?(?P<scale>{SCALE})?[余多]?"
        rf"(?P<tail>{SCALE}|%|‰|成)?",
        stripped,
    )
    if match is None or (value := bare_value(match["number"])) is None:
        return None
    value *= SCALES[match["scale"] or ""]
    tail = match["tail"] or ""
    value *= {"%": Decimal("0.01"), "‰": Decimal("0.001"), "成": Decimal("0.1")}.get(tail) or SCALES.get(
        tail, Decimal(1)
    )
    return -value if match["sign"] else value
