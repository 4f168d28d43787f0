"""冷库容量一下子多了多少万吨: by how much something changed, where what is printed is from what to what (由3.4万吨增加到8.6万吨)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.changes import starts_change
from assistant.extractive import single
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from index.records import Figure, FigureKind

__all__ = ["answer_moved"]

_VERBS = "增加|增长|扩大|提高|提升|上升|减少|下降|降低|回落|缩短|压[缩减]|[多增涨升少减降掉]"
#: 增加了多少, 多出多少, 掉了几个点; what is 新增 is printed as such.
_MOVED = re.compile(rf"(?<![新净])(?:一下子?|前后|一共|总共|整整)*({_VERBS})(?:出来?|掉|去)?(?:了|出)(?:多少|几|[一-鿿]{{0,2}}少)")


def answer_moved(drafting: Drafting, query: Query) -> bool:
    """The difference of the two ends; False, with nothing said, where the figure found is none of two ends."""
    if len(query.indicators) != 1 or len(query.cells) > 1 or query.aspect not in (Aspect.VALUE, Aspect.GROWTH):
        return False
    facts = drafting.facts
    if query.operation is Operation.DIFFERENCE and "净增" in query.text:
        plain = replace(query, operation=Operation.ONE, aspect=Aspect.VALUE)
        net = single.locate(facts, plain, f"净增{query.indicators[0]}").outcomes[0]
        return net.figure is not None and "净增" in net.figure.scope + net.figure.indicator and single.answer_found(drafting, plain, net)
    if query.operation is not Operation.ONE or not _MOVED.search(query.text):
        return False
    phrase = re.sub(rf"(?<=..)(?:{_VERBS})$", "", query.indicators[0])
    figure = single.locate(facts, replace(query, aspect=Aspect.VALUE, unit=""), phrase).outcomes[0].figure
    ends = _ends(facts, figure) if figure is not None else None
    values = computing.common_unit(list(ends)) if ends else None
    if ends is None or values is None:
        return False
    before, now = ends
    (x, y), unit = values
    gap = computing.difference(y, x, "个百分点" if unit in ("%", "％") else unit)
    verb = ("提高" if y > x else "下降") if unit in ("%", "％") else "增加" if y > x else "减少"
    told = f"{describe(now)}{amount(now)}，{describe(before)}{amount(before)}"
    drafting.say(f"{verb}{gap.text}（{told}；{gap.formula}）。", drafting.cite(before, now), gap.formula)
    return True


def _ends(facts: Facts, figure: Figure) -> tuple[Figure, Figure] | None:
    """From what to what a sentence says that something went, where the figure is one of the two; none where the change is printed."""
    text = facts.report(figure.report_id).text
    for f in facts.figures((figure.zone,)):
        same = (f.report_id, f.sentence_start, f.indicator) == (figure.report_id, figure.sentence_start, figure.indicator)
        if not same or f.id == figure.id or f.kind is not FigureKind.VALUE:
            continue
        before, now = sorted((figure, f), key=lambda end: end.end)
        at = text.rfind(before.value_text, before.start, before.end)
        if now.growth is None and starts_change(before.scope, text[before.sentence_start : at]):
            return before, now
    return None
