"""三个片区哪个增长最快, where no report prints the growth of any: from what each made in two years."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve
from assistant.extractive.slot import Slot
from assistant.extractive.wording import amount, changed, name_of
from assistant.names import fold
from assistant.records import Operation, Query
from index.records import Figure, FigureKind

__all__ = ["say_quickest"]


def say_quickest(drafting: Drafting, query: Query, parts: Sequence[Figure]) -> bool:
    """The one that grew most or least, and each one's growth; all in order for a ranking.

    False, with nothing said, where one of them is not told of a year and the year before.
    """
    if any(p.growth is not None or p.value is None or p.kind is not FigureKind.VALUE for p in parts):
        return False
    rows: list[tuple[computing.Computed, Figure, Figure]] = []
    for part in parts:
        if part.period is None or not part.scope:
            return False
        then = resolve(drafting.facts, Slot(part.indicator, part.zone, part.period.shifted(-1), scopes=(part.scope,)), abroad=False).figure
        values = computing.common_unit([part, then]) if then is not None and fold(then.scope) == fold(part.scope) else None
        if then is None or values is None or not values[0][1] or then.name != part.name:
            return False
        rows.append((computing.growth_between(*values[0]), part, then))
    rows.sort(key=lambda row: row[0].value, reverse=query.direction >= 0)
    told = [f"{name_of(p)}{changed(r)}（{amount(p)}，上年{amount(t)}；{r.formula}）" for r, p, t in rows]
    if query.operation is Operation.RANKING:
        lead = "报告没有印出增速，按两年的数计算："
    else:
        lead = f"{rows[0][1].scope}{'增长最慢' if query.direction < 0 else '增长最快'}。报告没有印出增速，按两年的数计算："
    drafting.say(f"{lead}{'；'.join(told)}。", drafting.cite(*(f for _, p, t in rows for f in (p, t))), "；".join(r.formula for r, _, _ in rows))
    return True
