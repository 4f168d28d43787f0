"""The number of another that the one just told is set against: 产值63.8亿元，首次超过珉视显示的58.6亿元."""

from __future__ import annotations

import re

from index.figures.carry import Around, Carry, same_measure
from index.figures.draft import Draft
from index.figures.making import new_draft
from index.records import FigureKind

__all__ = ["read_overtaken"]

_SET_AGAINST = re.compile(
    r"(?:也|已|并|首次|首度|一举|成功|再次|历史性地?|远|大大|略|仍|还)*(?:超过|超越|反超|赶超|追平|高于|多于|大于|低于|少于|小于|落后于|不及|不如)了?"
    r"(?P<who>[\u3400-\u9fffA-Za-z]{2,14}?)的$"
)
_NO_OTHER = re.compile("目标|计划|任务|预期|预算|要求|平均|上年|去年|前年|同期|上月|上季|水平|历史|最高|确定|下达|原来|全[国省市县州]|年初")


def read_overtaken(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """The same of whom it has overtaken; None for any other number."""
    last, said = carry.last, _SET_AGAINST.fullmatch(around.fragment.strip())
    if said is None or last is None or last.kind is not FigureKind.VALUE or around.quantity.is_rate or not same_measure(last, around.quantity):
        return None
    if _NO_OTHER.search(said["who"]) or carry.when(said["who"]) is not None:
        return None
    return [new_draft(carry, around, last.indicator, said["who"], at)]
