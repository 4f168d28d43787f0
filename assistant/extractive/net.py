"""净增几家, where a report tells how many came and how many left: 新入驻63家、迁出21家."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.records import Aspect, Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_net"]

_NET = re.compile("净(?:增[加长]?|流入|进)了?(?:多少|几)|(?:进出|增减)相抵")
_CAME = re.compile("(?:当年|全年|年内|上半年)?(?:新[一-鿿]{0,4}|引进|入驻|迁入|入库|入规|进库|入统|净?进)$")
_LEFT = re.compile(
    "(?:当年|全年|年内|上半年)?(?:退[出库规统]|迁出|搬[走离]|注销|关停|离职|流失|流出|取消|倒闭|出库|吊销"
    "|(?:到期|期满)?(?:未能?|没有?)(?:再|重新)?(?:通过|参加|申报|续)[一-鿿]{0,4}|到期|期满|失效|除名|摘牌|淘汰)的?$"
)


def answer_net(drafting: Drafting, query: Query) -> bool:
    """What came without what left, where one sentence tells both of the same thing; False where it doesn't."""
    if not _NET.search(query.text) or len(query.zones) > 1 or len(query.periods) > 1 or len(query.indicators) != 1:
        return False
    facts = drafting.facts
    phrase = re.sub("净(?:增[加长]?|流入|进)", "", plainer(query.indicators[0]))
    whole = resolve(facts, slot_of(query, phrase, aspect=Aspect.VALUE, unit="", status=None), abroad=False).figure if phrase else None
    came, left = (_told_with(facts, whole, pattern) for pattern in (_CAME, _LEFT)) if whole is not None else (None, None)
    values = computing.common_unit([came, left]) if came and left else None
    if came is None or left is None or values is None:
        return False
    (a, b), unit = values
    result = computing.difference(a, b, unit)
    drafting.say(
        f"净{'增' if a >= b else '减'}{result.text}（{describe(came)}{amount(came)}，{describe(left)}{amount(left)}；{result.formula}）。",
        drafting.cite(came, left),
        result.formula,
    )
    return True


def _told_with(facts: Facts, whole: Figure, how: re.Pattern[str]) -> Figure | None:
    """The part of a thing that came or left, as the sentence tells of it."""
    told = [
        f
        for f in facts.figures([whole.zone], [whole.period] if whole.period else ())
        if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.value is not None and f.name == whole.name
        and f.report_id == whole.report_id and f.sentence_start == whole.sentence_start and how.search(f.scope)
    ]
    return told[0] if len({f.value for f in told}) == 1 else None
