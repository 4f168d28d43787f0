"""研发投入占GDP的比重比上年提高几个百分点: the move that is printed beside a share, or between the shares of two years."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.question import understand
from assistant.records import Aspect, Query
from index.records import Figure, Status

__all__ = ["answer_share_moved"]

_ASKED = re.compile(
    "(?P<base>[^，,。？?]{3,30}?(?:占[^，,。？?]{2,12}?|强度|占比|比重|比例))(?:(?:比|较|同比|跟|与)(?:上年|去年|上一年|前一年|年初)?(?:同期|相比)?|(?<=[比占][重比例]))(?:又|是)?"
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
    if figure is None:
        return False
    if figure.growth is not None and figure.growth_unit in _POINTS:
        drafting.say(f"{growth(figure)}（{describe(figure)}{amount(figure)}）。", drafting.cite(figure))
        return True
    before = _year_before(drafting.facts, figure)
    if before is None or before.value is None or figure.value is None:
        return False
    moved = computing.difference(figure.value, before.value, "个百分点")
    way = "提高" if figure.value >= before.value else "下降"
    drafting.say(
        f"{way}{moved.text}（{describe(before)}{amount(before)}，{describe(figure)}{amount(figure)}；{moved.formula}）。",
        drafting.cite(before, figure),
        moved.formula,
    )
    return True


def _year_before(facts: Facts, figure: Figure) -> Figure | None:
    """The same share a year earlier: 占五金工具产业产值的比重从|19.1%|升至23.2%."""
    if figure.period is None:
        return None
    found = [f for f in facts.figures([figure.zone], [figure.period.shifted(-1)])
             if (f.name, f.scope, f.unit, f.status) == (figure.name, figure.scope, figure.unit, Status.DONE)]
    return found[0] if len({f.value for f in found}) == 1 else None


def _told(drafting: Drafting, base: Query) -> Figure | None:
    for aspect in (Aspect.SHARE, Aspect.VALUE):
        outcome = resolve(drafting.facts, slot_of(base, "".join(map(plainer, base.indicators)), aspect=aspect, unit=""), abroad=False)
        drafting.trace.append(outcome.trace)
        if outcome.figure is not None and outcome.figure.unit == "%":
            return outcome.figure
    return None
