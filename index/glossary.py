"""Printed indicator names → canonical ones.  The knowledge is data: glossary.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["aliases", "canonical_names", "distinct", "known_names", "normalise"]

_FILE = Path(__file__).with_name("glossary.toml")


@cache
def _data() -> tuple[dict[str, str], dict[str, tuple[str, ...]], tuple[tuple[str, str], ...], frozenset[frozenset[str]], tuple[str, ...]]:
    with _FILE.open("rb") as file:
        raw = tomllib.load(file)
    names: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in raw["names"].items()}
    lookup = {alias: name for name, own in names.items() for alias in own} | {name: name for name in names}
    rewrites = tuple(sorted(raw["rewrites"].items(), key=lambda pair: -len(pair[0])))
    pairs = frozenset(frozenset((a, b)) for group in raw["distinct"] for a in group for b in group if a != b)
    return lookup, names, rewrites, pairs, tuple(raw["common"]["names"])


@cache
def normalise(name: str) -> str:
    """The canonical form of a printed name: 固投 → 固定资产投资; an unknown name only loses its abbreviations."""
    plain = re.sub(r"[“”\"'‘’\s]", "", name)
    lookup, _, rewrites, _, _ = _data()
    if plain in lookup:
        return lookup[plain]
    for short, full in rewrites:
        if short in plain and full not in plain:
            plain = plain.replace(short, full)
    if plain in lookup:
        return lookup[plain]
    for head in ("规模以上", "限额以上"):  # 规模以上工业总产值 is not 工业总产值: the class stays, the rest is normalised
        if plain.startswith(head) and plain[len(head):] in lookup:
            return lookup.get(plain, head + lookup[plain[len(head):]])
    return plain


def aliases(name: str) -> tuple[str, ...]:
    """Other forms of a canonical name, everyday ones included."""
    return _data()[1].get(name, ())


def canonical_names() -> tuple[str, ...]:
    return tuple(_data()[1])


def known_names() -> tuple[str, ...]:
    """Every form the glossary knows, canonical names and aliases."""
    return tuple(_data()[0])


def distinct(one: str, other: str) -> bool:
    """Whether two names are known to look alike and mean different things (合同外资, 实际利用外资)."""
    return frozenset((normalise(one), normalise(other))) in _data()[3]


def common_names() -> tuple[str, ...]:
    """Indicators of the field that any reader may ask for, whether or not a report prints them."""
    return _data()[4]
