"""建成以后一年能产多少: the capacity a project is built for, which reports call by the product (年产负极材料3万吨)."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import describe, said
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.sized import CAPACITY_ASKED, LEAST_SAID, MAKES, tells_of
from index.records import FigureKind, Status

__all__ = ["answer_capacity"]

_CAPACITY = re.compile(
    f"(?:设计|可|新增|形成)?(?:[年日]均?(?:{MAKES})(?!值)|(?:处理|处置|加工|生产)(?!总值|性|线|成本|企业|基地)"
    "|(?:年|日)?(?:产能|(?:生产|加工|处理)能力))"
)
_ACTUAL = re.compile("实际|[日年天]平?均|平均")  # 日均处理污水4.1万吨, of a works for 5万吨
_MEASURE = re.compile(
    f"(?:建成|达产|投产|满产)(?:以后|之后|后)?|(?:一|每|全)?[年日](?:能|可以?)?(?:{MAKES})|产能|(?:生产|加工|处理)能力|设计|的|产$"
)


def answer_capacity(drafting: Drafting, query: Query) -> bool:
    """Say the capacity of what is asked of, whatever its period and state; whether one alone is told."""
    if query.operation is not Operation.ONE or query.aspect is not Aspect.VALUE or not CAPACITY_ASKED.search(query.text):
        return False
    thing = _MEASURE.sub("", query.focus or "".join((*query.scopes, *query.indicators)))
    if len(thing) < LEAST_SAID:
        return False
    told = [
        f for f in drafting.facts.figures(query.zones)
        if f.kind is FigureKind.VALUE and f.scope and _CAPACITY.match(f.indicator) and tells_of(thing, f.scope)
        and not f.scope.endswith("前") and (_ACTUAL.search(f.indicator) is None) is (_ACTUAL.search(query.text) is None)
    ]  # fmt: skip
    told = [f for f in told if f.status is not Status.TARGET or query.status is Status.TARGET] if query.periods else told
    told = [f for f in told if f.period in query.periods] or told
    asked = bigrams(fold(query.bare))
    of_product = [f for f in told if bigrams(fold(_CAPACITY.sub("", f.indicator))) & asked] or told
    if len({(f.value, f.unit) for f in of_product}) != 1:
        return False
    figure = of_product[-1]
    drafting.say(f"{said(figure)}（{describe(figure)}）。", drafting.cite(figure))
    return True
