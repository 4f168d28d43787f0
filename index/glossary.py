"""Printed indicator names → canonical ones.  The knowledge is data: glossary.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = [
    "aliases",
    "broad_meanings",
    "broad_words",
    "canonical_names",
    "distinct",
    "is_known",
    "known_names",
    "normalise",
    "rivals",
    "standing_for",
]

_FILE = Path(__file__).with_name("glossary.toml")
_CLASSES = ("规模以上", "限额以上", "全社会")


@dataclass(frozen=True, slots=True)
class _Glossary:
    canonical: dict[str, str]
    names: dict[str, tuple[str, ...]]
    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    distinct: dict[str, frozenset[str]]
    broad: dict[str, tuple[str, ...]]
    stands: dict[str, tuple[str, ...]]


@cache
def _glossary() -> _Glossary:
    with _FILE.open("rb") as file:
        raw = tomllib.load(file)
    names = {name: tuple(forms) for name, forms in raw["names"].items()}
    canonical = {_bare(form): name for name, forms in names.items() for form in forms}
    canonical |= {_bare(name): name for name in names}
    rivals: dict[str, set[str]] = {}
    for group in raw["distinct"]:
        known = {canonical.get(_bare(name), name) for name in group}
        for name in known:
            rivals.setdefault(name, set()).update(known - {name})
    return _Glossary(
        canonical,
        names,
        tuple((re.compile(short), full) for short, full in raw["rewrites"].items()),
        {name: frozenset(others) for name, others in rivals.items()},
        {word: tuple(meanings) for word, meanings in raw["broad"].items()},
        {name: tuple(others) for name, others in raw["stands"].items()},
    )


def _bare(name: str) -> str:
    return re.sub(r"[“”\"'‘’「」\s·]", "", name)


@cache
def normalise(name: str) -> str:
    """The canonical form of a printed name: 固投 → 固定资产投资; an unknown name only loses its abbreviations."""
    glossary = _glossary()
    plain = _bare(name)
    if plain in glossary.canonical:
        return glossary.canonical[plain]
    for short, full in glossary.rewrites:
        plain = short.sub(full, plain)
    if plain in glossary.canonical:
        return glossary.canonical[plain]
    for head in _CLASSES:  # 规模以上工业总产值 is not 工业总产值: the class stays, the rest is normalised
        rest = plain[len(head) :]
        if plain.startswith(head) and rest in glossary.canonical:
            whole = head + glossary.canonical[rest]
            return glossary.canonical.get(whole, whole)
    return plain


def is_known(name: str) -> bool:
    """Whether the glossary has this name, as it is or after resolving its abbreviations."""
    return normalise(name) in _glossary().names


def aliases(name: str) -> tuple[str, ...]:
    """Other forms of a canonical name, everyday ones included."""
    return _glossary().names.get(name, ())


def canonical_names() -> tuple[str, ...]:
    """Every canonical name."""
    return tuple(_glossary().names)


def known_names() -> dict[str, str]:
    """Every form the glossary knows → its canonical name."""
    return dict(_glossary().canonical)


def standing_for(name: str) -> tuple[str, ...]:
    """What reports tell instead of an indicator that they don't have: 自营出口 for 出口总额."""
    return _glossary().stands.get(name, ())


def broad_words() -> dict[str, tuple[str, ...]]:
    """Everyday words for several indicators at once, each with what it may mean, the likeliest first."""
    return _glossary().broad


def broad_meanings(word: str) -> tuple[str, ...]:
    """The indicators that an everyday word may mean (外资: 实际利用外资, 合同外资), the likeliest first."""
    return _glossary().broad.get(_bare(word), ())


def rivals(name: str) -> frozenset[str]:
    """Canonical names that look like this one and must not answer for it."""
    return _glossary().distinct.get(normalise(name), frozenset())


def distinct(one: str, other: str) -> bool:
    """Whether two names are known to look alike and mean different things (合同外资, 实际利用外资)."""
    return normalise(other) in rivals(one)
