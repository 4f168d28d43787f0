"""累计投入占总盘子多少, behind a number of one project: of the same project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.facts import Facts
from assistant.mentioned import last_told
from assistant.periods import find_periods
from assistant.understanding import Understanding

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["of_its_cost"]

_ASKED = re.compile(
    "(?:那么?|这)?(?P<so_far>累计|到现在|目前|已经?|一共|总共)?(?:已)?(?:完成|实际)?的?(?:投资|投入|投下?去?的钱?|投)(?:了|的)?(?:额|数)?"
    "(?:占(?:了|到)?|是|到(?:了)?)(?:该|这个|整个|全部|它)?(?:项目|工程)?的?(?:总投资|总盘子|盘子|投资总额|计划总投资|概算)(?P<rest>.*)"
)
_THING = re.compile("(?:项目|工程|基地|中心|产业园|厂|生产线|[一二三]期)$")


def of_its_cost(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """The question in full; "" where it isn't that, or the last number is of no project."""
    asked, told = _ASKED.fullmatch(text), last_told(turns)
    if asked is None or told is None or told.period is None or not _THING.search(told.scope) or find_periods(text) or known.zones.find(text):
        return ""
    so_far = "累计" if asked["so_far"] or "累计" in told.indicator else ""
    return f"{Facts.short(told.zone)}{told.period.label}{told.scope}{so_far}完成投资占总投资{asked['rest']}"
