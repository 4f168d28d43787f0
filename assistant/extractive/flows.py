"""What came and what left of a stock, as its own sentence tells: 新增31家、退库8家，年末214家."""

from __future__ import annotations

import re

from assistant.facts import Facts
from index.records import Figure, FigureKind, Status

__all__ = ["came_and_left"]

_CAME = re.compile("(?:当年|全年|年内|上半年)?(?:新[㐀-鿿]{0,4}|引进|入驻|迁入|入库|[入升上纳转]规|进库|入统|净?进)$")
_LEFT = re.compile(
    "退[出库规统园]|迁出|搬[走离]|注销|关停|离职|流失|流出|取消|倒闭|出库|吊销|到期|期满|失效|除名|摘牌|淘汰"
    "|(?:未能?|没有?)(?:再|重新)?(?:通过|参加|申报|续|过关)"
)


def came_and_left(facts: Facts, whole: Figure) -> tuple[Figure | None, Figure | None]:
    """Each the only number told of it in the sentence of ``whole``."""
    told = [
        f
        for f in facts.figures([whole.zone], [whole.period] if whole.period else ())
        if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.value is not None and f.name == whole.name
        and f.report_id == whole.report_id and f.sentence_start == whole.sentence_start
    ]
    came, left = ([f for f in told if how.search(f.scope)] for how in (_CAME, _LEFT))
    return _only([f for f in came if f not in left]), _only(left)


def _only(found: list[Figure]) -> Figure | None:
    return found[0] if len({f.value for f in found}) == 1 else None
