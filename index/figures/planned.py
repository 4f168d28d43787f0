"""What was planned and what came of it, told side by side: 计划交地420亩，实际只交出275亩."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from index.figures.draft import Draft
from index.records import FigureKind, Status

__all__ = ["name_planned"]

_PLANNED = re.compile(r"(?:原|本|原本|本来|年初|全年|年度)*(?:计划|拟|打算|应)(?!总|投资|概算)(?P<what>[㐀-鿿A-Za-z]{2,14})$")
_PREFIX = re.compile(r"^(?:原|本|原本|本来|年初|全年|年度)*(?:计划|拟|打算|应)(?=.{2})")
_CAME = re.compile(
    r"(?:左右|以上)?[，,](?:但|而|目前|到年底|年末)*(?:实际(?!利用|使用|到位|到账|投资)|(?=[只仅已]))(?:上|只|仅|已|才|共|有)*(?P<done>[㐀-鿿]{0,6}?)了?"
)


def name_planned(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """The first is a goal, and the second is the same as it, done."""
    for goal, done in itertools.pairwise(made):
        alike = goal.unit == done.unit and goal.kind is done.kind is FigureKind.VALUE and not (goal.in_table or done.in_table)
        if not alike or goal.value is None or done.value is None or goal.period != done.period:
            continue
        first, second = sentence.rfind(goal.value_text, 0, goal.end - at), sentence.rfind(done.value_text, 0, done.end - at)
        said = _PLANNED.search(re.split("[，,。；;：:]", sentence[: max(first, 0)])[-1])
        came = _CAME.fullmatch(sentence[goal.end - at : second]) if said is not None and second > first else None
        if said is None or came is None or not _same(said["what"], came["done"]):
            continue
        goal.status, done.status = Status.TARGET, Status.DONE
        goal.indicator = _PREFIX.sub("", goal.indicator)
        done.indicator, done.scope = goal.indicator, goal.scope


def _same(planned: str, done: str) -> bool:
    """交地 and 交出, 供应工业用地 and 供应; not 签约 and 开工."""
    return not done or done in ("完成", "实现") or done[0] in planned[:3]
