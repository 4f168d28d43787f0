"""What one year or zone calls what was asked for, looked for in the others as well.

空气优良天数占比 is found as 空气优良天数比率 in one zone's report; the other's 空气质量优良天数比例 is nearer to that name than to
the question.  A plan never stands in so: where only a goal is printed, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.extractive.earlier import Member
from assistant.extractive.slot import Slot
from assistant.linking import NEWLY, dimension
from assistant.names import bigrams, fold
from assistant.terms import find_terms
from index.glossary import broad_meanings

__all__ = ["anchored", "of_one_basis", "of_one_indicator", "of_one_name"]

ALIKE = 0.5  # of the pairs of characters of the shorter name


def anchored(members: Sequence[Member], find: Callable[[Slot], Member]) -> list[Member]:
    """The members, each that isn't found by its phrase looked for by the name of one that is."""
    if len({m.outcome.slot.phrase for m in members}) != 1:
        return list(members)
    found = [m.figure for m in members if m.figure is not None and not m.how]
    names = dict.fromkeys(n for f in found for n in (f.scope + f.indicator, f.scope + f.name))

    def again(one: Member) -> Member:
        if one.figure is not None or one.outcome.reason == "status":
            return one
        for name in names:
            other = find(replace(one.outcome.slot, phrase=name))
            figure = other.figure
            if figure is None or figure.value is None or all(dimension(figure.unit) != dimension(f.unit) for f in found):
                continue
            if _alike(fold(figure.scope + figure.indicator), fold(name)):
                return other
        return one

    return [again(m) for m in members] if found else list(members)


def of_one_name(members: Sequence[Member], find: Callable[[Slot], Member]) -> list[Member]:
    """财政收入 of two zones is 一般公共预算收入 of both, where one tells no 财政总收入: like is set against like.

    Only for a word that means several indicators; as they are where no one of them is told by all.
    """
    phrases = {m.outcome.slot.phrase for m in members}
    told = [m for m in members if m.figure is not None]
    names = {m.figure.name for m in told if m.figure is not None}
    meanings = broad_meanings(phrases.pop()) if len(phrases) == 1 else ()
    if len(names) < 2 or not names <= {*meanings}:
        return list(members)
    for name in meanings:
        others = {id(m): find(replace(m.outcome.slot, phrase=name)) for m in told}
        if all(o.figure is not None and o.figure.name == name and not o.figure.scope for o in others.values()):
            return [others.get(id(m), m) for m in members]
    return list(members)


def of_one_indicator(members: Sequence[Member], find: Callable[[Slot], Member]) -> list[Member]:
    """菱坞跟鹤汀，规上产值差多少: the one that is said without an indicator is found by that of the other."""
    told = [m.figure for m in members if m.figure is not None and _measured(m.outcome.slot.phrase)]
    if not told or len({f.name for f in told}) > 1:
        return list(members)

    def again(one: Member) -> Member:
        slot = one.outcome.slot
        if _measured(slot.phrase) or (one.figure is not None and one.figure.name == told[0].name):
            return one
        found = find(replace(slot, phrase=slot.phrase + told[0].indicator))
        same = found.figure is not None and found.figure.name == told[0].name
        return found if same and found.figure not in told else one  # 内贸箱 is no 外贸箱, whatever it is called with

    return [again(m) for m in members]


_THINGS = ("项目", "企业")  # 高端影像部件项目: what a thing is called by, no measure of it


def _measured(phrase: str) -> bool:
    return any(t.meanings[0] not in _THINGS for t in find_terms(phrase))


_NEW = re.compile(f"^(?:当年|全年|年内)?(?:{NEWLY}[㐀-鿿]?[㐀-鿿]?|净增)")
_COUNTED = ("个", "人")


def of_one_basis(members: Sequence[Member], find: Callable[[Slot], Member]) -> list[Member]:
    """高企 of two years, 累计83家 and 新认定26家: all there are of both, or what was added in both.

    As they are where neither is told of all, or the question says which is meant.
    """
    counted = [m for m in members if m.figure is not None and dimension(m.figure.unit) in _COUNTED]
    added = [m for m in counted if _added(m)]
    phrases = {m.outcome.slot.phrase for m in counted}
    if not added or len(added) == len(counted) or len(phrases) != 1 or _NEW.search(phrase := phrases.pop()):
        return list(members)
    noun = _NEW.sub("", phrase)
    new = {m.group() for one in added if one.figure is not None and (m := _NEW.match(one.figure.scope + one.figure.indicator))}
    for flow, names in ((False, (f"累计{noun}", f"有效{noun}", f"有效期内{noun}", f"年末{noun}")), (True, tuple(n + noun for n in new))):
        others = {id(m): next((o for name in names if _counts(o := find(replace(m.outcome.slot, phrase=name)), flow)), None)
                  for m in counted if _added(m) is not flow}  # fmt: skip
        if all(o is not None for o in others.values()):
            return [others.get(id(m)) or m for m in members]
    return list(members)


def _counts(member: Member, flow: bool) -> bool:
    return member.figure is not None and dimension(member.figure.unit) in _COUNTED and _added(member) is flow


def _added(member: Member) -> bool:
    return member.figure is not None and _NEW.match(member.figure.scope + member.figure.indicator) is not None


def _alike(one: str, other: str) -> bool:
    a, b = bigrams(one), bigrams(other)
    return len(a & b) >= ALIKE * max(1, min(len(a), len(b)))
