"""A part named together with its whole: 出口货运量, of 口岸货运量104.6万吨，其中出口33.4万吨."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.names import fold
from index.figures.naming import ACTIONS
from index.glossary import normalise
from index.records import Figure

__all__ = ["named_within"]


def named_within(figures: Sequence[Figure], phrase: str) -> Figure | None:
    """出口货运量, 省外到位资金: the part that is told with its whole by its own name alone (口岸货运量104.6万吨，其中出口33.4万吨)."""
    folded = fold(phrase)
    wholes = {f.id: f for f in figures}
    for part in figures:
        whole = wholes.get(part.part_of)
        if whole is None or part.unit != whole.unit:
            continue
        name = fold(whole.scope + whole.indicator)
        for own in _own_names(part, whole):
            rest = folded.replace(own, "", 1) if len(own) >= 2 and own in folded else ""
            if len(rest) > 1 and (normalise(rest) == normalise(name) or rest == fold(whole.indicator) or _other_place(own, rest, name)):
                return part
    return None


def _own_names(part: Figure, whole: Figure) -> tuple[str, ...]:
    """What a part goes by beside its whole: without what was done with all of it (兑现|技改贴息), by its scope where it is measured as the whole."""
    own = fold(part.scope + part.indicator)
    if part.scope and (part.scope == whole.scope or re.fullmatch(ACTIONS, part.scope)):
        return own, fold(part.indicator)
    return (own, fold(part.scope)) if part.scope and part.indicator == whole.indicator else (own,)


_GRADE = re.compile("[1-5一二三四五](?P<of>a?级)")


def _other_place(own: str, rest: str, name: str) -> bool:
    """Whether a whole is named by what it is and from where, and its part by another place: 市外到位资金，其中省外."""
    if (grade := _GRADE.fullmatch(own)) is not None and name.startswith(grade["of"]):
        return name.removeprefix(grade["of"]) == rest  # 4A级物流企业, of A级物流企业46家，其中5A级4家、4A级15家
    return re.fullmatch("[市省区县境国][外内]", own) is not None and name[2:] == rest and re.fullmatch("[市省区县境国][外内]", name[:2]) is not None
