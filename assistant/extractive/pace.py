"""序时进度: how far what a part of a year has come to of its goal is past the share of the year gone by, or behind it."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.completions import completion_of, share_gone_by
from assistant.extractive.drafting import Drafting
from assistant.records import Query

__all__ = ["answer_pace"]

_PACE = re.compile("(?:序时|时间)进度")
_SET_AGAINST = re.compile(
    "(?:完成(?:率|进度|得|情况)?)?(?:[比较与跟和离距]|超过?|高于|低于|快于|慢于|落后于?|超前于?|滞后于?|欠)*(?:序时|时间)进度.*$"
)
_WHICH = re.compile("哪|什么|啥|谁")


def answer_pace(drafting: Drafting, query: Query) -> bool:
    """固投超序时进度多少: the rate that is printed, or follows from result and goal, less the share of the year."""
    if _PACE.search(query.bare) is None or _WHICH.search(query.bare):
        return False
    phrase = _SET_AGAINST.sub("", "".join(query.indicators))
    rate = completion_of(drafting.facts, query, phrase) if len(phrase) > 1 else None
    gone = share_gone_by(rate.figures[0].period) if rate is not None else None
    if rate is None or gone is None:
        return False
    gap = computing.difference(rate.value, gone, "个百分点")
    label = rate.figures[0].period.label if rate.figures[0].period else ""
    way = "高于" if rate.value >= gone else "低于"
    drafting.say(f"{way}序时进度{gap.text}（{label}{rate.told()}；{gap.formula}）。", drafting.cite(*rate.figures), gap.formula)
    return True
