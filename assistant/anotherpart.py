"""Y基地呢, after a number told of one part or project: the same of another that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant import cues
from assistant.facts import Facts
from assistant.mentioned import called, last_told
from assistant.names import fold
from assistant.pointing import Meant
from assistant.records import Aspect, Operation
from index.glossary import normalise
from index.records import Figure

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["of_another_part"]

_NAMED = re.compile("(?:那么?)?(?P<of>[^，,。？?]{2,24}?)的?呢[?？。]*")
#: What was put into a project within one year, or so far.
_SPENT = (("完成投资", "当年投资", "年度完成投资", "投资", "投入"), ("累计完成投资", "累计投入"))


def _measured_alike(one: str, other: str) -> bool:
    """Whether two measures are one by different words: 用地 and 占地, 当年投资 and 完成投资."""
    one, other = normalise(one), normalise(other)
    return one == other or any(one in group and other in group for group in (*_SPENT, *cues.SYNONYMS))


def of_another_part(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """The question in full, to be told of that part alone; None where the report tells no such number of what is named, or more than one."""
    said, told, last = _NAMED.fullmatch(text), last_told(turns), turns[-1].query
    if said is None or told is None or told.period is None or last.aspect is not Aspect.VALUE or last.operation is not Operation.ONE:
        return None
    alike = [
        f for f in facts.figures([told.zone], [told.period])
        if (f.kind, f.status, f.unit) == (told.kind, told.status, told.unit) and f.id != told.id and _is_of(said["of"], f, told)
    ]  # fmt: skip
    if len({called(f) for f in alike}) != 1:
        return None
    return Meant(f"{Facts.short(told.zone)}{told.period.label}{called(alike[0])}是多少", alike[0].scope, its_own=True)


def _is_of(name: str, figure: Figure, told: Figure) -> bool:
    """Whether a number is of what is named, by the same measure; or is counted beside the one told and called so."""
    if figure.scope and _measured_alike(figure.indicator, told.indicator):
        return fold(figure.scope).replace("的", "") == fold(name).replace("的", "")
    beside = (figure.report_id, figure.sentence_start) == (told.report_id, told.sentence_start)
    return beside and re.fullmatch(f"{re.escape(fold(name))}(?:项目|企业)?", fold(called(figure))) is not None
