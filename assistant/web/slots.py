"""What a question was understood as, slot by slot, and the question that is left when one of them is taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant import cues
from assistant.conversations import Said
from assistant.periods import find_periods
from assistant.records import Aspect, Operation, Query

__all__ = ["Slot", "slots"]

_ZONE_ENDS = re.compile(r"(?:经济|技术|产业|高新)*(?:开发区|经开区|高新区|新区|园区|区|街道)?的?")
_LEAST_SHARED = 2  # a zone is known by two characters of its name at least


@dataclass(frozen=True, slots=True)
class Slot:
    """``kind`` is 区, 年, 指标 or 口径.  ``without`` is the question that remains, "" where the slot can't be taken
    away; ``alone`` says that it must not lean on the turns before, as they are where the slot came from."""

    kind: str
    label: str
    without: str = ""
    alone: bool = False
    filter: str = ""  # zone or period: the slot is the choice beside the box


def slots(said: Said) -> list[Slot]:
    """The slots of an answered question, in the order zone, period, indicator, reading."""
    if said.answer is None:
        return []
    query, text = said.answer.query, said.question
    found = [_slot("区", zone, _shared(text, zone), query, said, "zone" if zone == said.zone else "")
             for zone in query.zones]
    found += [_slot("年", period.label, _period(text, period.key), query, said,
                    "period" if period.key == said.period else "") for period in query.periods]
    found += [_slot("指标", indicator, _words(text, indicator), query, said) for indicator in query.indicators]
    found += [_slot("口径", label, span, query, said) for label, span in _reading(query, text)]
    return found


def _slot(kind: str, label: str, span: tuple[int, int] | None, query: Query, said: Said, filter: str = "") -> Slot:
    text = said.question
    if span is not None:
        rest = (text[:span[0]] + text[span[1]:]).strip(" ，,、的")
        return Slot(kind, label, rest if _says_something(rest) else "", said.alone)
    if filter:
        return Slot(kind, label, text, said.alone, filter)
    if said.alone or kind == "口径":
        return Slot(kind, label)  # assumed, not said: there is nothing to take away
    inherited = [word for word in (*query.zones, *(p.label for p in query.periods), *query.indicators)
                 if word != label and not _mentions(text, word)]
    rest = "".join(inherited) + text
    return Slot(kind, label, rest if kind != "指标" and _says_something(rest) else "", True)


def _says_something(text: str) -> bool:
    return len(re.findall(r"\w", text)) >= 3


def _mentions(text: str, word: str) -> bool:
    return _words(text, word) is not None or _shared(text, word) is not None


def _words(text: str, words: str) -> tuple[int, int] | None:
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 and words else None


def _shared(text: str, zone: str) -> tuple[int, int] | None:
    """Where the question names the zone: the longest piece of its name, with the 开发区 or the like after it."""
    for length in range(len(zone), _LEAST_SHARED - 1, -1):
        for start in range(len(zone) - length + 1):
            if start and length < 3:
                break  # 开发 is a piece of many names; a short piece counts from the beginning alone
            at = text.find(zone[start:start + length])
            if at >= 0:
                ends = _ZONE_ENDS.match(text, at + length)
                return at, ends.end() if ends else at + length
    return None


def _period(text: str, key: str) -> tuple[int, int] | None:
    for mention in find_periods(text):
        if any(period.key == key for period in mention.periods) or mention.relative is not None:
            return mention.start, mention.end
    return None


def _reading(query: Query, text: str) -> list[tuple[str, tuple[int, int] | None]]:
    """Status, aspect, operation and scope, where they are not the plain ones."""
    found: list[tuple[str, tuple[int, int] | None]] = []
    if query.status is not None:
        cue = next((pattern.search(text) for status, pattern in cues.STATUSES if status is query.status), None)
        found.append((query.status.value, cue.span() if cue else None))
    if query.aspect is not Aspect.VALUE:
        found.append((query.aspect.value, None))
    elif query.operation is not Operation.ONE:
        found.append((query.operation.value, None))
    found += [(scope, _words(text, scope)) for scope in query.scopes]
    if query.unit:
        found.append((query.unit, None))
    return found
