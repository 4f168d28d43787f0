"""A thing that a question takes to be built, and a report says is not: 不是把会展中心建起来了嘛，花了多少钱."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import units
from assistant.extractive.shapes import tells_reached
from assistant.records import Query
from assistant.sized import tells_of

__all__ = ["answer_unbuilt"]

_BEGUN = "开工|动工"
_ENDED = "建成|投产|竣工|完工|投用|启用|通车|开业|开园|交付"
#: In a clause before the one that asks; 建起来, 修好 are told as 建成.
_TAKEN = re.compile(
    f"(?:不是)?(?:已经?)?把?(?P<thing>[㐀-鿿A-Za-z0-9“”]{{3,16}}?)(?:不是)?(?:已经?|都|就|顺利|按期|如期)*"
    f"(?:(?P<begun>{_BEGUN})|{_ENDED}|[建盖修](?:[起出]来|[成好通完]))了(?:[嘛吗吧么]|的)?[，,]"
)


def answer_unbuilt(drafting: Drafting, query: Query) -> bool:
    """Say that it isn't so, by the newest report of those asked of that tells of the thing; False where none denies it."""
    taken = _TAKEN.search(query.bare or query.text)
    if taken is None:
        return False
    events = _BEGUN if taken["begun"] else f"{_BEGUN}|{_ENDED}"
    denied = re.compile(f"(?:[尚还仍]未|未能?|没有?能?)(?:按计划|按期|如期|按时|实质性|正式)*(?:{events}|建设)")
    for report_id in reversed(scope_reports(drafting.facts, query)):
        told = [u for u in units(drafting.facts, report_id) if not u.table and tells_of(taken["thing"], u.text)]
        if any(tells_reached(events, u.text) and not denied.search(u.text) for u in told):
            return False
        found = next((u for u in told if denied.search(u.text)), None)
        if found is not None:
            said = "开工" if taken["begun"] else "建成"
            drafting.say(f"报告没有说它已{said}：{found.text}", (drafting.cite_span(report_id, *found.whole, [(found.start, found.end)]),))
            return True
    return False
