"""Why something fell, where the report lists it among its problems by a few words and goes on with the reason: 二是外贸承压。海外客户去库存…"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import CAUSE, units
from assistant.records import Operation, Query
from assistant.terms import find_terms
from index.figures.carry import ITEM
from index.records import SectionKind

__all__ = ["answer_shortcoming"]

_HEADLINE = 14  # characters of an item's first sentence that only names the problem
#: What is asked of stands before what went wrong with it.
_FELL = re.compile("下[降滑跌]|减少|[走变]低|回落|负增长|承压|不[好足稳振]|乏力|放缓|萎缩|往下|下去|掉|少了|慢|没|未|为")


_SUBJECT = 3  # characters of a clause, within which what it is about begins
_HELD_BACK = re.compile("拖(?:了)?后腿|拖累了?")  # 外资、技改两项拖了后腿: the cause of something else


def _explains(text: str, topic: str) -> bool:
    """Whether a clause that gives a cause is not of another indicator: 外资走势偏弱，财政增收主要靠几家企业 is no reason of 外资."""
    clauses = [c for c in re.split("[，；。]", text) if CAUSE.search(_HELD_BACK.sub("", c))]
    return any(topic in clause or not any(t.start < _SUBJECT for t in find_terms(clause)) for clause in clauses)


def answer_shortcoming(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """Quote the item's headline and the sentence behind it; False where no such headline names what is asked of."""
    phrase = "".join(query.indicators)
    fell = _FELL.search(phrase)
    topic = phrase[: fell.start()] if fell is not None else phrase
    if query.operation is not Operation.WHY or len(topic) < 2:
        return False
    for report_id in reversed(ids):
        listed = units(drafting.facts, report_id)
        if any(topic in unit.text and _explains(unit.text, topic) for unit in listed):
            return False  # a sentence of its own says why
        for head, reason in itertools.pairwise(listed):
            said = ITEM.match(head.text)
            title = head.text[said.end() :].rstrip("。；：") if said is not None else ""
            if head.kind is not SectionKind.PROBLEMS or not 0 < len(title) <= _HEADLINE or not title.startswith(topic):
                continue
            if reason.kind is SectionKind.PROBLEMS and ITEM.match(reason.text) is None and not (reason.table or reason.text.endswith(("？", "?"))):
                drafting.say(head.text + reason.text, (drafting.cite_span(report_id, head.start, reason.end, [(head.start, reason.end)]),))
                return True
    return False
