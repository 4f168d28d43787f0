"""研发投入占GDP的比重比上年提高几个百分点: the move that is printed beside a share."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe, growth
from assistant.question import understand
from assistant.records import Aspect, Query
from index.records import Figure

__all__ = ["answer_share_moved"]

_ASKED = re.compile(
    "(?P<base>[^，,。？?]{3,30}?(?:占[^，,。？?]{2,12}?|强度|占比|比重|比例))(?:比|较|同比|跟|与)(?:上年|去年|上一年|前一年|年初)?(?:同期|相比)?(?:又|是)?"
    "(?:提高|提升|上升|增加|高|下降|降低|回落|低|涨|降|变化|变动)了?(?:多少|几)个?(?:百分)?点?[?？。]*"
)
_POINTS = ("个百分点", "百分点", "个点")


def answer_share_moved(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where anything else is asked, or no move is printed beside the share."""
    asked = _ASKED.fullmatch(query.text) if len(query.zones) < 2 else None
    if asked is None:
        return False
    facts = drafting.facts
    base = understand(asked["base"] + "是多少", facts.understanding())
    figure = _told(drafting, base)
    if figure is None or figure.growth is None or figure.growth_unit not in _POINTS:
        return False
    drafting.say(f"{growth(figure)}（{describe(figure)}{amount(figure)}）。", drafting.cite(figure))
    return True


def _told(drafting: Drafting, base: Query) -> Figure | None:
    for aspect in (Aspect.SHARE, Aspect.VALUE):
        outcome = resolve(drafting.facts, slot_of(base, "".join(map(plainer, base.indicators)), aspect=aspect, unit=""), abroad=False)
        drafting.trace.append(outcome.trace)
        if outcome.figure is not None and outcome.figure.unit == "%":
            return outcome.figure
    return None
