"""建成以后一年能产多少: the capacity a project is built for, which reports call by the product (年产负极材料3万吨)."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import describe, said
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.sized import LEAST_SAID, tells_of
from index.records import FigureKind

__all__ = ["answer_capacity"]

_MAKES = "产|生产|加工|制造|处理|储运|周转|屠宰|压榨|酿"
_ASKED = re.compile(
    f"(?:(?:一|每|全)?[年日天]|每天)(?:能|可以?|得)?(?:{_MAKES})(?:出|得)?[^，,。？?值]{{0,4}}?(?:多少|几)|(?:设计|生产|加工|处理)?(?:年|日)?(?:产能|{_MAKES})(?:能力|规模|量)?(?:是|有|为)?(?:多少|几|多大)"
)
_CAPACITY = re.compile(f"(?:设计|可|新增|形成)?(?:[年日](?:{_MAKES})|(?:年|日)?(?:产能|(?:生产|加工|处理)能力))")
_MEASURE = re.compile(
    f"(?:建成|达产|投产|满产)(?:以后|之后|后)?|(?:一|每|全)?[年日](?:能|可以?)?(?:{_MAKES})|产能|(?:生产|加工|处理)能力|设计|的|产$"
)


def answer_capacity(drafting: Drafting, query: Query) -> bool:
    """Say the capacity of what is asked of, whatever its period and state; whether one alone is told."""
    if query.operation is not Operation.ONE or query.aspect is not Aspect.VALUE or not _ASKED.search(query.text):
        return False
    thing = _MEASURE.sub("", query.focus or "".join((*query.scopes, *query.indicators)))
    if len(thing) < LEAST_SAID:
        return False
    told = [
        f for f in drafting.facts.figures(query.zones)
        if f.kind is FigureKind.VALUE and f.scope and _CAPACITY.match(f.indicator) and tells_of(thing, f.scope)
    ]  # fmt: skip
    asked = bigrams(fold(query.bare))
    of_product = [f for f in told if bigrams(fold(_CAPACITY.sub("", f.indicator))) & asked] or told
    if len({(f.value, f.unit) for f in of_product}) != 1:
        return False
    figure = of_product[-1]
    drafting.say(f"{said(figure)}（{describe(figure)}）。", drafting.cite(figure))
    return True
