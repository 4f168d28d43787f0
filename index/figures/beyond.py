"""By how much a budget was missed or passed that is not printed: 一般公共预算收入没有达到预算，短收|0.08亿元|; 税收5.1亿元，超收|0.3亿元|."""

from __future__ import annotations

import re

from index.figures.carry import Around, Carry, same_measure
from index.figures.draft import Draft
from index.figures.making import new_draft
from index.figures.naming import name_of
from index.records import FigureKind, Status

__all__ = ["read_beyond"]

_BEYOND = re.compile("(?:全年|全区|实际|净)*(?P<verb>短收|欠收|超收)(?:了|约|为|达)*")
_JUDGED = re.compile(
    "(?P<who>[㐀-鿿]{3,20}?)(?:虽然?|仍|还|并|也|均|略|勉强)*"
    "(?:(?:没有?|未)(?:能|有)?)?(?:超额?)?(?:达到|完成|达成|实现)了?(?:年初|年度|全年|调整后)*的?(?:收入)?预算(?:数|任务)?"
)


def read_beyond(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """The distance is that of the income whose budget the clause before judges, or that was told last; None for any other number."""
    verb = _BEYOND.fullmatch(around.fragment.strip())
    if verb is None or not around.quantity.is_money:
        return None
    judged = _JUDGED.fullmatch(around.context[-1].strip()) if around.context else None
    indicator = name_of(judged["who"]).indicator if judged is not None else ""
    last = carry.last if carry.last is not None and carry.last.kind is FigureKind.VALUE else None
    if not indicator and last is not None and last.status is Status.DONE and same_measure(last, around.quantity):
        indicator = last.indicator
    if not indicator:
        return None
    gap = new_draft(carry, around, indicator, "比目标" + ("多" if verb["verb"] == "超收" else "少"), at)
    gap.kind, gap.status = FigureKind.GAP, Status.DONE
    return [gap]
