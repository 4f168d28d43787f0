"""By how long something came late, where the sentence that tells of it prints how long: 比原计划晚了近两个月, 工期滞后45天."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.rescheduled import asked_about, clauses_about, reports_in_order
from assistant.periods import LATE
from assistant.records import Operation, Query

__all__ = ["answer_delayed"]

_LATE = re.compile(LATE)
_PUT_OFF = "(?:推迟|推后|延[期后误迟]|顺延|拖[延后]?|滞后|晚|提前|早)"
_BY = re.compile(
    f"{_PUT_OFF}了?(?P<long>(?:近|约|大约|将近|超过|整整)?(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十半]+)"
    "(?:个?(?:多|半)?(?:月|季度|天|周|星期|年|工作日))(?:多|左右|以上)?)"
)


def answer_delayed(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no one asks how long, or no clause about the thing prints it."""
    if not _LATE.search(query.text) or query.operation is Operation.WHY:
        return False
    thing, _ = asked_about(query)
    told = [(r, u, m) for r in reports_in_order(drafting.facts, query) for u, c in clauses_about(drafting.facts, r, thing) if (m := _BY.search(c))]
    if query.periods:
        told = [t for t in told if t[0] in drafting.facts.reports_of(query.zones, query.periods)] or told
    if not told or len({m["long"] for _, _, m in told}) > 1:
        return False
    report_id, unit, by = told[-1]
    cited = drafting.cite_span(report_id, *unit.whole, [(unit.start, unit.end)])
    drafting.say(f"{by.group()}：{drafting.facts.report(report_id).text[slice(*unit.whole)].strip()}", (cited,))
    return True
