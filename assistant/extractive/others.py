"""其他产业产值, 其他行业占比: all output without that of the industries whose sum, or whose share, the report tells (三大主导产业合计…)."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wholes import OUTPUT_OF_ALL, SOME_TRADES
from assistant.extractive.wording import amount, describe
from assistant.records import Aspect, Operation, Query
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_others"]

_ASKED = re.compile(
    f"(?:其[他它余]|别的|剩下的?|{SOME_TRADES}(?:以|之)?外的?(?:其[他它余])?)(?:的)?(?:产业|行业|板块|(?:规上|规模以上)?工业(?:企业)?)"
)
_SUM = re.compile(f"(?:{SOME_TRADES}|[两三四五六七八九十]者)(?:合计|共计|产值)*|合计[两三四五六七八九十]者")
_ALL = Decimal(100)


def answer_others(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where they are printed by themselves, or neither sum nor share of the others is."""
    asked = _ASKED.search(query.bare)
    shared = query.aspect is Aspect.SHARE
    zones = drafting.facts.placed(query)
    if asked is None or len(zones) != 1 or len(query.periods) > 1 or query.operation not in (Operation.ONE, Operation.SUM):
        return False
    if not shared and (query.aspect is not Aspect.VALUE or "产值" not in query.bare):
        return False
    facts = drafting.facts
    period: Period | None = query.periods[0] if query.periods else facts.newest.get(zones[0])
    told = [f for f in facts.figures(zones, [period] if period else ()) if f.status is Status.DONE and f.value is not None]
    if any(_ASKED.search(f.scope + f.indicator) for f in told):
        return False
    sums = [f for f in told if _SUM.fullmatch(f.scope) or (_SUM.fullmatch(f.scope + f.indicator) and f.unit.endswith("元"))]
    share = next((f for f in told if f.unit in ("%", "％") and _SUM.match(f.scope + f.indicator) and _of_all(f)), None)
    if shared and share is not None and share.value is not None:
        left = computing.plain(_ALL - share.value)
        formula = f"100 − {computing.plain(share.value)} = {left}"
        drafting.say(f"占{left}%（{describe(share)}{amount(share)}；{formula}）。", drafting.cite(share), formula)
        return True
    part = next((f for f in sums if f.kind is FigureKind.VALUE and f.unit.endswith("元")), None)
    outputs = [f for name in OUTPUT_OF_ALL for f in told if f.name == name and not f.scope and f.kind is FigureKind.VALUE]
    whole = next((f for f in outputs if part is not None and f.report_id == part.report_id), next(iter(outputs), None))
    values = computing.common_unit([whole, part]) if whole is not None and part is not None else None
    if whole is None or part is None or values is None or values[0][0] <= values[0][1]:
        return False
    rest = computing.difference(values[0][0], values[0][1], values[1])
    of = f"{describe(whole)}{amount(whole)}，{describe(part)}{amount(part)}"
    drafting.say(f"{rest.text}（{of}；{rest.formula}）。", drafting.cite(whole, part), rest.formula)
    if shared:
        portion = computing.share(rest.value, values[0][0])
        drafting.say(f"占{portion.text}（{portion.formula}）。", drafting.cite(whole, part), portion.formula)
    return True


def _of_all(share: Figure) -> bool:
    return "占比" in share.indicator or bool(re.match("占(?:规上|规模以上|工业|全区)", share.indicator))
