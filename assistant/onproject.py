"""Follow-ups about one project that name none: 推迟了吗, 为什么推迟, 原来呢, 如今改到什么时候, 责任单位是谁."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.events import HAPPENS, WHEN
from assistant.question import understand
from assistant.records import Operation, Query
from assistant.referring import thing_asked
from assistant.understanding import Understanding

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["WHEN_ASKED", "on_project"]

_TALKED_OF = 3  # turns that a project is talked of without being named again
WHEN_ASKED = re.compile(f"(?:是|会|在|能)?{WHEN}")
_EVENT = re.compile(HAPPENS)
_PUT_OFF = "(?:推迟|延[期后误迟]|顺延|滞后|拖[后延]?|晚|提前|按[期时]|如期)"
_WHY = re.compile("为什么|为何|为啥|怎么|原因")
_LATE_OR_NOT = re.compile(
    f"(?:那么?|后来|又|有没有|是否|是不是)*{_PUT_OFF}(?:了|{_EVENT.pattern})*(?:没有?|吗|么|不)[呢啊吧?？。]*|(?:有没有|是否|是不是){_PUT_OFF}[?？。]*"
    f"|(?:那么?|又|是)*(?:为什么|为何|为啥|怎么|什么原因)(?:会|要|又)*{_PUT_OFF}(?:了|的)?(?:这么久)?[呢啊?？。]*|{_PUT_OFF}了?的?原因(?:是什么)?[呢?？。]*"
)
_NOW = re.compile(
    "(?:那么?|，|,)*(?:如今|现在|眼下|目前|后来|最新(?:的)?(?:说法|计划|安排)?)(?:呢|又)?[？?，,。]*"
    f"(?:(?:推迟|推|延[期后]?|拖|改|调整|定)(?:到|至|成|在)?了?(?:{WHEN_ASKED.pattern}|何年何月|哪年哪月)(?:了|去)?)?[呢啊吧?？。]*"
)
_THEN = re.compile(
    "(?:那么?)?(?:原来|原先|原本|本来|最初|当初|原计划|原定)(?:的?(?:时间|计划))?(?:呢|(?:是|定在?)?(?:什么时候|何时|哪[年天月]))[呢?？。]*"
)
_MEANT_FIRST = re.compile("(?:原先?|最初|当初|起初|年初|本)来?先?的?[定订计]划?(?:的?是|在|于)?")
_RESPONSIBLE = re.compile(
    "(?:那么?|它|其)?的?(?=[^，,。]*(?:责任|负责|牵头|主管))(?:责任|负责|牵头|主管|实施)?(?:单位|部门|人)?(?:写的?|定的?|列的?)?(?:是|归|由|为)?"
    "(?:谁|哪个(?:单位|部门|局|专班)?|哪家单位?)(?:来)?(?:负责|牵头|主管)?(?:的)?[呢啊?？。]*"
)


def on_project(whole: str, turns: Sequence[Turn], known: Understanding) -> Query | None:
    """The question of the project that was talked of last; None where it is no such question, or none was."""
    last = turns[-1].query
    if last.operation is Operation.WHEN and last.indicators:
        event = "".join(last.indicators)
        if _THEN.fullmatch(whole):
            return replace(understand(f"{event}原定什么时候", known), zones=last.zones)
        if _NOW.fullmatch(whole):
            return replace(understand(f"{_MEANT_FIRST.sub('', event)}最新的计划是什么时候", known), zones=last.zones)
    late = _LATE_OR_NOT.fullmatch(whole)
    if late is None and _RESPONSIBLE.fullmatch(whole) is None:
        return None
    thing = next((name for t in reversed(turns[-_TALKED_OF:]) if (name := thing_asked(t, known))), "")
    if not thing:
        return None
    joint = "" if late else "的"
    if late and not _WHY.search(whole):
        joint = next((m.group() for t in reversed(turns) if (m := _EVENT.search(t.query.text)) is not None), "")
    return replace(understand(f"{thing}{joint}{whole}", known), text=whole, zones=last.zones)
