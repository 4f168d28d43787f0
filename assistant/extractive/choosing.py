"""Which of several: 甲和乙哪个产值高、高多少; of named parts of one zone, or said of zones and years that are found already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.earlier import Member
from assistant.extractive.extremes import ordered_by_size, say_ends
from assistant.extractive.groups import group_asked, measured, members_of
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import missing, plainer
from assistant.extractive.parts import named_parts
from assistant.extractive.wording import amount, describe, growth, name_of, said
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from index.records import Figure

__all__ = ["answer_which", "foremost", "lead_over", "rival", "say_lead"]

_ONE_OF = re.compile("谁|孰|哪一?[个家项块边](?!片|园|区|企|公)|还是")
_BY_HOW_MUCH = re.compile("(?:多少|几)(?!家|个[区片园])|差距|相差|差额")
_BOTH_ENDS = re.compile("最[高大多快强].*最[低小少慢弱]|最[低小少慢弱].*最[高大多快强]")


def answer_which(drafting: Drafting, query: Query) -> bool | None:
    """The one of the named alternatives that is highest (or lowest), and by how much; None when none are named."""
    if query.operation is not Operation.EXTREME or len(query.cells) > 1:
        return None
    if _among_group(drafting, query):
        return True
    if max(len(query.indicators), len(query.scopes)) < 2 or not _ONE_OF.search(query.text):
        return None
    facts, grown = drafting.facts, query.aspect is Aspect.GROWTH
    parts = named_parts(facts, query)
    if grown:
        parts = _with_growth(facts, query, parts)
    if len(parts) < 2:
        return _say_absent(drafting, query)
    ordered = ordered_by_size(parts, grown)
    if len(ordered) < len(parts):
        drafting.say(f"{REFUSAL}可比的数：" + "；".join(f"{describe(f)}{said(f)}" for f in parts) + "。", drafting.cite(*parts))
        return False
    if query.direction < 0:
        ordered = ordered[::-1]
    top = ordered[0]
    drafting.say(f"{name_of(top)}{foremost(query, top)}：{describe(top)}{said(top)}。", drafting.cite(top))
    for other in ordered[1:]:
        say_lead(drafting, query, top, other, named=name_of(other))
    return True


def foremost(query: Query, top: Figure) -> str:
    """How the first of several is called; of what all fell, the one that fell least is not the highest."""
    if query.aspect is not Aspect.GROWTH or top.growth is None:
        return "最低" if query.direction < 0 else "最高"
    if top.growth < 0:
        return "降幅最大" if query.direction < 0 else "降幅最小"
    return "增速最低" if query.direction < 0 else "增速最高"


def _among_group(drafting: Drafting, query: Query) -> bool:
    """三大主导产业里哪个长得最快，比甲快几个点: of the members of a group, beside the one that is named, or the one at the other end."""
    group = group_asked(query)
    if group is None:
        return False
    ordered = ordered_by_size(members_of(drafting.facts, query, measured(group)), query.aspect is Aspect.GROWTH)
    named = [f for f in ordered if any(p in (f.scope or f.indicator) for p in query.indicators)]
    if len(ordered) < 2 or len(named) > 1:
        return False
    say_ends(drafting, query, ordered)
    top = ordered[-1] if query.direction < 0 else ordered[0]
    for other in named:
        if other is not top:
            say_lead(drafting, query, top, other, named=name_of(other))
    return True


def lead_over(query: Query, top: Figure, other: Figure) -> Computed | None:
    """多9.2亿元, 高2.7个百分点: how far the first is above the other, or below it; in points where growth is compared."""
    grown = query.aspect is Aspect.GROWTH
    if grown and top.growth is not None and other.growth is not None:
        values, unit = [top.growth, other.growth], top.growth_unit
    else:
        common = computing.common_unit([top, other])
        if common is None:
            return None
        values, unit = common
    gap = computing.difference(values[0], values[1], unit)
    more, less = ("高", "低") if grown else ("多", "少")
    return replace(gap, text=f"{more if gap.value > 0 else less}{gap.text}")


def say_lead(drafting: Drafting, query: Query, top: Figure, other: Figure, *, named: str) -> bool:
    """By how much the first is above the other, or below it; in points where growth is compared."""
    lead = lead_over(query, top, other)
    if lead is None:
        return False
    told = growth(other) if query.aspect is Aspect.GROWTH else amount(other)
    if not lead.value:
        drafting.say(f"与{named}（{told}）相同。", drafting.cite(top, other))
        return True
    drafting.say(f"比{named}（{told}）{lead.text}（{lead.formula}）。", drafting.cite(top, other), lead.formula)
    return True


def rival(query: Query, ordered: Sequence[Figure]) -> Figure | None:
    """Of figures in order, the one that the first is to be set against; None when no distance is asked for."""
    if len(ordered) < 2 or not _BY_HOW_MUCH.search(query.text):
        return None
    return ordered[-1] if _BOTH_ENDS.search(query.text) else ordered[1]


def _with_growth(facts: Facts, query: Query, parts: Sequence[Figure]) -> list[Figure]:
    """The parts with their growth, where one sentence tells the value and another the growth; empty unless all have it."""
    found: list[Figure] = []
    phrases = [plainer(p) for p in query.indicators]
    chosen: Sequence[Figure | None] = parts if len(parts) == len(phrases) else [None] * len(phrases)
    for phrase, part in zip(phrases, chosen, strict=True):
        figure = part
        if figure is None or figure.growth is None:
            figure = resolve(facts, slot_of(query, phrase, unit=""), abroad=False).figure
        if figure is None or figure.growth is None or figure.growth_unit != "%":
            return []
        found.append(figure)
    return found if len({f.id for f in found}) == len(found) else []


def _say_absent(drafting: Drafting, query: Query) -> bool | None:
    """Which of the alternatives no report tells; None when all of them are told, but not as parts of one kind."""
    phrases = [plainer(p) for p in query.indicators] if len(query.indicators) > 1 else []
    members = [Member(resolve(drafting.facts, slot_of(query, p, unit=""))) for p in phrases]
    if not any(m.figure is None for m in members):
        return None
    return missing(drafting, members)
