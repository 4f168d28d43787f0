"""What a bracket says holds inside it only, and some of it stands beside the figure in front (上年为271亿元)."""

from __future__ import annotations

import re
from copy import copy

from index.figures.carry import Carry, next_segment, same_measure
from index.figures.status import is_aim, lies_ahead
from index.numerals import Quantity
from index.records import FigureKind, SectionKind, Status

__all__ = ["enter_bracket", "is_aside", "leave_bracket", "next_part"]

#: What a bracket says beside the figure it follows, no part of it: （上年为271亿元）, （现有126家）.
_ASIDE = re.compile(
    r"\s*(?:现有|现为|现|目前|已有|原有|原|原为|上年|去年|上期|同期|上年同期|前年|(?:19|20)\d\d年|[一二三四]季度|上半年|预计|计划|目标|即|约合|折合|不含|含|扣除)"
)
_PAST_ASIDE = re.compile(r"\s*(?:现有|现为|目前|已有|原有|上年|去年|上期|同期|前年|(?:19|20)\d\d年)")


def enter_bracket(carry: Carry, fragment: str, quantity: Quantity) -> None:
    """What a bracket says holds inside it only."""
    carry.outside = copy(carry)
    if carry.last is not None and quantity.is_count and not same_measure(carry.last, quantity) and _PAST_ASIDE.match(fragment):
        alike = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and d.unit == quantity.unit)
        carry.last = next(alike, carry.last)  # 生产安全事故6起、死亡2人（上年|9起|）
    if _PAST_ASIDE.match(fragment) and not is_aim(fragment) and "目标" not in fragment and "计划" not in fragment:
        when = carry.when(fragment)
        if carry.section.kind is SectionKind.PLAN and when is None:
            carry.segment_period = carry.report.period
        ahead = lies_ahead(when, carry.report.period, carry.report.date)
        carry.aside = None if ahead else Status.DONE


def leave_bracket(carry: Carry) -> None:
    """After a bracket the figure in front of it goes on; a thing that was named inside stays named."""
    before = carry.outside
    if before is None:
        return
    carry.outside = carry.aside = None
    carry.segment_period, carry.sentence_period = before.segment_period, before.sentence_period
    carry.expected, carry.aimed, carry.chain = before.expected, before.aimed, before.chain
    carry.before = before.before
    if before.last is not None:
        carry.last, carry.head = before.last, before.head


def next_part(carry: Carry, before: str, hidden: str, *, inside: bool) -> str | None:
    """Go on behind a ；, None where there is none in ``before``; else how what follows it begins.

    ``hidden`` is ``before`` without the marks in quotation marks and in whole brackets.  A ；in a bracket, （其中：内资46个；外资5个）,
    ends no segment of the sentence: what the bracket divides stays until it is closed.
    """
    closed = re.match("[^（(]*[）)]", hidden) if carry.outside is not None else None
    if re.search("[；;]", hidden[closed.end() if closed is not None else 0 :]) is None:
        return None
    opening, chain, project = re.split("[；;]", before)[-1], carry.chain, carry.project
    within = carry.outside is not None and inside and closed is None
    if not within:
        leave_bracket(carry)
    next_segment(carry, opening)
    if within:
        carry.chain, carry.project = chain, project
    return opening


def is_aside(fragment: str) -> bool:
    """Whether a bracket that begins so stands beside the figure before it instead of dividing it."""
    return _ASIDE.match(fragment) is not None
