"""A measure asked for behind a project or firm: 去年产值做到多少, behind 辣椒项目哪天建成的, is of that project and no zone's.

As it stands such a question finds the zone's own number, which is another's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.wording import describe, said
from assistant.facts import Facts
from assistant.records import Draft
from assistant.referring import thing_asked
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.records import FigureKind

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["about_thing", "not_of_thing", "tells_of_thing", "thing_talked_of"]

_TALKED_OF = 3  # turns that a thing is talked of without being named again
#: What a project or a firm has as well as a zone.
_MEASURE = re.compile("产值|收入|营收|销售额?|税收|利税|利润|规模|产能|年产|产量|用工|员工|职工|出口|加工|处理")
#: A whole that no project is: from here on the talk is of the zone.
_OF_ALL = re.compile("全[区园市县省部年国]|整个|[本我]区|开发区|园区|片区|规上|规模以上|财政|预算|合计|一共|总共|各|哪|谁|占")


def thing_talked_of(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """The project or firm that a question of a measure alone leans on; "" where it names something, or the talk is of no such thing."""
    if not _MEASURE.search(text) or _OF_ALL.search(text) or known.zones.find(text):
        return ""
    named = find_terms(text)
    if any(len(t.meanings) == 1 and len(t.said) > 2 for t in named):
        return ""  # 一般公共预算收入 is the zone's
    for turn in reversed(turns[-_TALKED_OF:]):
        if thing := thing_asked(turn, known):
            return thing
        if any(not f.scope for f in turn.answer.figures):
            return ""
    return ""


def about_thing(text: str, thing: str) -> str:
    """The question with the name of the thing in front."""
    return thing + re.sub("^(?:那么?|它|其)?的?", "", text)


def tells_of_thing(draft: Draft, thing: str, facts: Facts) -> bool:
    """Whether what is told stands in a sentence that names the thing."""
    figures = [facts.sentence(f) + f.scope for f in draft.figures] or [c.quote for c in draft.citations]
    return any(thing[:2] in text for text in figures)


def not_of_thing(draft: Draft, thing: str, facts: Facts) -> Draft | None:
    """Said in the place of the zone's own number; None where all of it is the thing's, or another part's."""
    own = [f for f in draft.figures if not f.scope and f.kind is FigureKind.VALUE]
    if draft.refused or not own or len(own) < len(draft.figures) or tells_of_thing(draft, thing, facts):
        return None
    drafting = Drafting(facts)
    drafting.say(f"{REFUSAL}“{thing}”的{own[0].indicator}。")
    for figure in dict.fromkeys(own):
        drafting.say(f"有的是{describe(figure)}：{said(figure)}。", drafting.cite(figure))
    return drafting.draft(refused=True)
