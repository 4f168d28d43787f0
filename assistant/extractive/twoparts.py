"""两个片区的投入相差多少: how far the two parts of a whole, told as such and not by name, are from one another."""

from __future__ import annotations

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.groups import group_asked, members_of
from assistant.extractive.parts import parts_of
from assistant.extractive.wording import amount, describe, more_or_less
from assistant.records import Aspect, Operation, Query

__all__ = ["answer_two_parts"]


def answer_two_parts(drafting: Drafting, query: Query) -> bool:
    """Say the difference; False where the question is of no two parts, or the report tells more or fewer."""
    group = group_asked(query)
    asked = query.operation is Operation.DIFFERENCE and query.aspect is Aspect.VALUE and len(query.indicators) == 1 and not query.operands
    if not asked or group is None or group.number != 2 or len(query.periods) > 1 or len(query.zones) > 1:
        return False
    _, parts = parts_of(drafting.facts, query)
    parts = [p for p in parts if p.scope.endswith(group.noun[-1])] or members_of(drafting.facts, query, group)
    values = computing.common_unit(parts) if len(parts) == 2 else None
    if values is None:
        return False
    (one, other), unit = values
    first, second = parts if one >= other else parts[::-1]
    gap = computing.difference(max(one, other), min(one, other), unit)
    shown = f"{describe(first)}{amount(first)}，{describe(second)}{amount(second)}"
    way = more_or_less(True, unit)
    drafting.say(f"相差{gap.text}：{first.scope}比{second.scope}{way}{gap.text}（{shown}；{gap.formula}）。", drafting.cite(*parts), gap.formula)
    return True
