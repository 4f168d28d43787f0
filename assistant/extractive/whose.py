"""Whose an amount of money is: of the project that its heading names, and never of two projects at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Figure

__all__ = ["of_two_things", "under_its_heading"]

_NUMBER = re.compile(r"^[（(]?[\d一二三四五六七八九十]+[)）.、．]\s*")
_THING = re.compile("(?:建设)?(?:项目|工程)?(?:[一二三]期)?(?:当年|年内|累计)?$")
_SHORTEST = 4  # characters of a name that stands for itself


def under_its_heading(figures: Sequence[Figure], text: str, entity: str) -> list[Figure]:
    """Those below a heading that is the very name asked of (1.甲半导体封测基地。位于东片区，总投资…)."""
    headed = [(f, _NUMBER.sub("", f.path[-1]).rstrip("。：:")) for f in figures if f.path]
    return [f for f, head in headed if len(head) >= _SHORTEST and (head in text or (len(entity) >= _SHORTEST and entity in head))]


def of_two_things(whole: Figure, part: Figure) -> bool:
    """甲项目的总投资（68.0亿元） and 乙二期（55.0亿元）: neither is a part of the other."""
    one, other = (re.sub("^[为和与及]", "", _THING.sub("", f.scope)) for f in (whole, part))
    stated = re.search("总投资|概算", whole.indicator + part.indicator) is not None
    return stated and min(len(one), len(other)) >= _SHORTEST and one not in other and other not in one
