"""“报告中没有…”: a claim of absence is checked by looking for what it says is absent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.extractive.operand import resolve, slot_of
from assistant.question import understand
from index.errors import QuestionError

if TYPE_CHECKING:
    from assistant.facts import Facts
    from assistant.records import Query
    from index.records import Figure

__all__ = ["ABSENT", "found_after_all"]

ABSENT = re.compile(
    "(?:报告|资料|原文|文中|其中|材料)?(?:中|里|内)?(?:并|均|都|也|还|暂|尚)?(?:没有|未|无)(?:直接|明确|单独|具体)?"
    "(?:提到|提及|给出|列出|披露|公布|说明|记载|涉及|包含|印出|写明|提供|找到|查到)|报告(?:中|里)?(?:并)?没有|"
    "(?:找|查|检索)不到|无法(?:得知|确定|回答|给出|判断)|不(?:包含|涉及)"
)
_FILLING = re.compile('相关|有关|关于|具体|数据|数值|信息|内容|情况|的$|[“”"。，,]')


def found_after_all(text: str, query: Query, facts: Facts) -> Figure | None:
    """The figure that a sentence claims to be absent, or None when it is (or no absence is claimed).

    What is absent is read from the sentence; zone and period that it leaves out are the question's.
    """
    cue = ABSENT.search(text)
    if not cue:
        return None
    after = _FILLING.sub("", re.split("[。；;！!？?\n]", text[cue.end() :], maxsplit=1)[0])
    before = _FILLING.sub("", re.split("[。；;！!？?\n，,]", text[: cue.start()])[-1])
    said = after if len(after) >= 2 else before
    try:
        asked = understand(said, facts.understanding()) if len(said) >= 2 else query
    except QuestionError:
        asked = query
    phrases = asked.indicators or query.indicators
    if not phrases or asked.unknown_zones:
        return None
    zones, periods = asked.zones or query.zones, asked.periods or query.periods
    slot = slot_of(
        query,
        "".join(phrases),
        zone=zones[0] if zones else None,
        period=periods[0] if periods else None,
        status=asked.status or query.status,
        scopes=asked.scopes or query.scopes,
    )
    return resolve(facts, slot).figure
