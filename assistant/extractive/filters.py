"""Which figures can be meant at all: of the asked aspect, told of no other thing, in the asked scope."""

from __future__ import annotations

import re

from assistant.extractive.nearness import of_no_such_firm, says_otherwise
from assistant.extractive.slot import Slot
from assistant.facts import Facts
from assistant.records import Aspect
from index.records import Figure, FigureKind, Status

__all__ = ["in_scope", "of_kind"]

KINDS = {
    Aspect.SHARE: (FigureKind.SHARE,),
    Aspect.COMPLETION: (FigureKind.COMPLETION,),
    Aspect.RANK: (FigureKind.RANK,),
    Aspect.RANK_CHANGE: (FigureKind.RANK_CHANGE,),
}


def of_kind(facts: Facts, figure: Figure, slot: Slot) -> bool:
    """Whether a figure can have the asked aspect at all, and stands where it is asked for."""
    if slot.prose and figure.in_table:
        return False
    if says_otherwise(slot.phrase, figure, lambda: facts.report(figure.report_id).text[figure.start : figure.sentence_end]):
        return False
    if of_no_such_firm(slot.phrase, figure, lambda: facts.sentence(figure) + "".join(figure.path)):
        return False
    if slot.aspect in KINDS:
        return figure.kind in KINDS[slot.aspect]
    if slot.aspect is Aspect.GROWTH:
        return figure.kind not in (FigureKind.SHARE, FigureKind.COMPLETION, FigureKind.RANK, FigureKind.VERDICT)
    if slot.status is Status.TARGET:
        return figure.kind is not FigureKind.VERDICT
    if figure.kind is FigureKind.GAP:
        return bool(re.search("[高低]于|[高低]出|差距|比.*[高低]", slot.phrase))
    if figure.kind is FigureKind.RANK:
        return bool(re.search("名|位|排|第|考评|考核|评价|评估", slot.phrase))
    return figure.kind in (FigureKind.VALUE, FigureKind.GROWTH)


def _stem(scope: str) -> str:
    """东渚 of 东渚片区: a list often names the kind once for all (东渚、柳塍、石堰三个片区)."""
    stem = re.sub("(?:片区|园区|产业园|园|区块|街道|新城|组团|镇)$", "", scope)
    return stem if len(stem) >= 2 else scope


def in_scope(facts: Facts, figure: Figure, scopes: tuple[str, ...]) -> bool:
    if not scopes:
        return not any(wide in figure.scope for wide in ("全市", "全省", "全国", "全县"))
    if not figure.zone:  # a report of no zone is of the whole: 全国 in a national report
        scopes = tuple(s for s in scopes if not s.startswith("全"))
    named = figure.scope + figure.indicator
    return all(
        s in named or _whole_place(s, figure.scope) or _stem(s) in figure.scope or (s.endswith("期") and s in facts.sentence(figure)) for s in scopes
    )


def _whole_place(asked: str, scope: str) -> bool:
    """全市 is 汀海市 where a report calls its city by name."""
    return asked.startswith("全") and len(asked) == 2 and re.fullmatch(f"[一-鿿]{{2,4}}{asked[1]}", scope) is not None
