"""A follow-up that is worked out from what was told: 液体散货以外合计多少, 据此倒算支出总额 → a standalone Query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question import understand
from assistant.records import Query
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.records import FigureKind

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["without_part"]

#: 液体散货以外合计多少万吨: of the whole that was asked of before.
_WITHOUT = re.compile(
    "(?:那么?)?(?:除了?|扣除|刨去)?(?P<part>[^，,。？?除]{2,14}?)(?:以外|之外|除外)的?[，,]?"
    "(?P<rest>(?:其[余他]的?|一?共|合计|总共|还)*(?:有|是|剩)?(?:多少|几)[^，,。？?]*)[?？。]*"
)
#: 据此倒算一般公共预算支出总额: from a part and its share, as they were told.
_FROM_THESE = re.compile(
    "(?:那么?)?(?:据此|由此|照此|按此|据以上|由以上)(?:数据?)?(?:来)?(?:倒|反)?(?:算|推|推算)(?:出|一下)?(?P<rest>.{4,})"
)


def without_part(whole: str, turns: Sequence[Turn], known: Understanding) -> Query | None:
    """What is left of a whole, or the whole itself, worked out from what the turns before have told."""
    left, worked = _WITHOUT.fullmatch(whole), _FROM_THESE.match(whole)
    if left is not None:
        told = (t.query for t in turns if t.answer.figures and len(t.query.indicators) == 1)
        of = next((query for query in told if left["part"] not in query.indicators[0]), None)
        if of is None or find_terms(left["rest"]):
            return None
        query = understand(f"{of.indicators[0]}除{left['part']}外{left['rest']}", known)
        return replace(query, zones=query.zones or of.zones, periods=query.periods or of.periods)
    shared = next((f for f in turns[-1].answer.figures if f.kind is FigureKind.SHARE and f.scope), None) if worked is not None else None
    if worked is None or shared is None:
        return None
    query = understand(f"按{shared.scope}和占比推算，{worked['rest']}", known)
    last = turns[-1].query
    return replace(query, zones=query.zones or last.zones, periods=query.periods or last.periods)
