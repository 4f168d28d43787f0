"""How the tasks that a report counts ended: 36项任务，按期完成27项、基本完成4项，5项未完成，按期完成率75%."""

from __future__ import annotations

import re

from index.figures.carry import Around, Carry
from index.figures.draft import Draft
from index.figures.making import new_draft
from index.records import FigureKind, Status

__all__ = ["ENDED", "read_ended"]

_DONE = r"(?:完成|达标|办结|兑现|销号)"
_HOW = rf"(?:(?:按[期时]|如期|全面|全部|超额|基本|部分)?{_DONE}|(?:未能?|没有?|没能|尚未)(?:按[期时]|如期|全部|全面)?{_DONE})"
_LEFT = r"(?:延期|顺延|暂缓|取消|(?:进[度展])?(?:滞后|缓慢)|(?:正在|持续|跨年|仍在)(?:推进|续办|办理)|推进中)"
_WORD = rf"(?:{_LEFT}|{_HOW}(?:[和或及、](?:基本|超额)?完成)?)"
#: How tasks ended: the scope of their count.
ENDED = re.compile(_WORD)
#: 年底完成|78项|, 自查完成|36项|, 未完成的|3项|.
_BEFORE = re.compile(
    rf"(?:其中|截至目前|目前|年[底末]|全年|自查|核验|累计|已经?|共|实际|有)*(?P<how>{_WORD})(?:年[度初]|全年)?(?:目标)?的?(?:有|为|是|共)?"
)
#: |6项|完成、|6项|未完成, |10项|完成年度目标.
_BEHIND = re.compile(
    rf"(?:指标|任务|目标)?(?:已经?|都|均|全部)?(?P<how>{_WORD})了?(?:(?:年[度初]|全年)?(?:目标|任务))?(?=[，,、；;。：:（(]|$)"
)
_TASKS = re.compile(r"(?:任务|要点|事项|指标|工作|承诺|实事|举措|措施|要求|问题|建议|提案)[》”]?$")
_RATE = re.compile(rf"(?P<what>(?:按[期时]|总体|综合|平均)?{_DONE}[率面])(?:为|是|达到?)?")


def read_ended(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """So many of the tasks just counted, by how they ended, or the rate of those done; None for any other number."""
    quantity, fragment = around.quantity, around.fragment.strip()
    if quantity.unit == "%" and (rate := _RATE.fullmatch(fragment)) is not None:
        last = carry.made[-1] if carry.made else carry.previous[-1] if carry.previous else None
        whole = last.whole if last is not None and ENDED.fullmatch(last.scope) else None
        return None if whole is None else [_made(carry, around, at, whole, rate["what"], whole.indicator)]
    sentence = carry.text[len(carry.text) - carry.length :]
    how = (_BEFORE.fullmatch(fragment) or _BEHIND.match(sentence, quantity.outer_end)) if quantity.is_count and quantity.unit else None
    whole = _tasks(carry, around) if how is not None and not _TASKS.search(fragment) else None
    return None if how is None or whole is None else [_made(carry, around, at, whole, whole.indicator, how["how"])]


def _tasks(carry: Carry, around: Around) -> Draft | None:
    """The last count in that unit, of the year that is spoken of, where it is one of tasks (其中有目标的11项 names none of its own)."""
    year = carry.period.last_year if carry.period is not None else None
    for told in reversed((*carry.paragraph, *carry.made)):
        counted = told.kind is FigureKind.VALUE and told.unit == around.quantity.unit and not told.member and not told.indicator.endswith("的")
        if not counted or told.value is None or told.value < around.quantity.value:
            continue
        if told.period is None or year in (None, told.period.last_year):
            return told if _TASKS.search(told.indicator) else None
    return None


def _made(carry: Carry, around: Around, at: int, whole: Draft, indicator: str, scope: str) -> Draft:
    draft = new_draft(carry, around, indicator, scope, at)
    draft.scope, draft.indicator = scope, indicator
    draft.whole, draft.member = whole, True
    draft.period, draft.status = whole.period, Status.DONE
    carry.last = draft
    return draft
