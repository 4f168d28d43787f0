"""False premises: the question says it fell, or was met; the report says otherwise."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import describe, growth, said
from assistant.records import Aspect, Query
from index.records import Status

__all__ = ["corrects"]

MISSED = re.compile("没(?:有)?(?:达到|完成|实现|达成)|未(?:能)?(?:达到|完成|实现|达成)|没达标|未达标")
EXCEEDED = re.compile("超额|超过(?:了)?目标|(?<![没未])完成了?(?:年初|年度)?(?:的)?目标")


def corrects(drafting: Drafting, query: Query) -> bool:
    """Say what is really so when the question's premise is contradicted; False when it stands or can't be checked."""
    if query.aspect is Aspect.MET or not query.premise or not query.indicators or len(query.zones or drafting.facts.zones.zones) > 1:
        return False
    outcome = resolve(drafting.facts, slot_of(query, query.indicators[0], aspect=Aspect.GROWTH, status=Status.DONE))
    figure = outcome.figure
    if figure is None or figure.growth is None or figure.growth == 0:
        return False
    grew = figure.growth > 0
    if grew == (query.premise > 0):
        return False
    drafting.trace.append(outcome.trace)
    drafting.say(
        f"{describe(figure)}并没有{'下降' if grew else '增长'}：{said(figure) if figure.value is not None else growth(figure)}。",
        drafting.cite(figure),
    )
    return True
