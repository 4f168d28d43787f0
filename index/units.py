"""The units of reports, read from units.toml: one table for reading numbers and for converting them."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

__all__ = [
    "ANY_UNIT",
    "CLASSIFIERS",
    "DIMENSIONS",
    "MEASURES",
    "MONEY",
    "NUMERAL_ENDS",
    "NUMERAL_STOPS",
    "RATES",
    "SCALES",
    "UNIT_STOPS",
]

with Path(__file__).with_name("units.toml").open("rb") as _file:
    _DATA = tomllib.load(_file)

#: Scale words by value; 十/百/千 appear in front of 万 and 亿 (3千万元).
SCALES: dict[str, Decimal] = {
    "万亿": Decimal(10**12),
    "千亿": Decimal(10**11),
    "百亿": Decimal(10**10),
    "十亿": Decimal(10**9),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "十万": Decimal(10**5),
    "万": Decimal(10**4),
    "千": Decimal(1000),
    "百": Decimal(100),
    "": Decimal(1),
}
MONEY: tuple[str, ...] = tuple(_DATA["money"])
#: Each of “a per b” with the wide stroke as well, as typists of Chinese set it.
MEASURES: tuple[str, ...] = (*MONEY, *_DATA["measures"], *(m.replace("/", "／") for m in _DATA["measures"] if "/" in m))
RATES: tuple[str, ...] = tuple(_DATA["rates"])
CLASSIFIERS: tuple[str, ...] = tuple(_DATA["classifiers"])
NUMERAL_STOPS: frozenset[str] = frozenset(_DATA["numeral_stops"])
NUMERAL_ENDS: frozenset[str] = frozenset(_DATA["numeral_ends"])
UNIT_STOPS: dict[str, str] = dict(_DATA["stops"])
#: Dimension → unit → its size in the dimension's base unit; exact, because 15 mu are a hectare.
DIMENSIONS: dict[str, dict[str, Fraction]] = {
    dimension: {unit: Fraction(size) for unit, size in units.items()}
    for dimension, units in _DATA["dimensions"].items()
}
#: Every measure and classifier, the longest first, as the inside of a regular expression; 升 of 多少升到多少 is a verb.
ANY_UNIT = "|".join(re.escape(u) + "(?![到至])" * (u == "升") for u in sorted({*MEASURES, *CLASSIFIERS}, key=len, reverse=True))
