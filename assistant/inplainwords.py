"""A question dressed in any words, asked in the plainest: a reckoning, a course over time, zones or years set side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.beyond import goal_in_writing
from assistant.bones import all_told, bones_of
from assistant.extractive.worked import as_nearest, left_open
from assistant.focus import of_the_part
from assistant.framing import unframed
from assistant.going import with_year_before
from assistant.message import Message
from assistant.named import reckoned_of_names
from assistant.promised import each_of_them, goal_and_result
from assistant.question import normalise_question
from assistant.records import Draft, Query
from assistant.saidapart import said_together
from assistant.skeleton import reckoned
from assistant.understanding import Understanding

__all__ = ["as_usually_said", "in_plain_words"]

_YEAR = re.compile("20\\d\\d(?=年)")
_Told = tuple[Query, Draft]
_Ask = Callable[[str, bool], _Told]  # a question in other words, taken apart or not
_ByName = Callable[[str], _Told | None]


def as_usually_said(text: str, known: Understanding) -> str:
    """A question (normalised) whose goal, year, part or name stands where it is seldom said, with these where they mostly are."""
    met = each_of_them(goal_and_result(with_year_before(goal_in_writing(text))))
    return said_together(of_the_part(met, known), known)


def in_plain_words(message: Message, known: Understanding, ask: _Ask, by_name: _ByName) -> _Told | None:
    """What is told to the plain words, where these are all that a question says and lead to every number asked for; else None."""
    asked = normalise_question(message.question)
    told = _worked_out(message.question, asked, known, ask) or _side_by_side(message.question, asked, known, ask, by_name)
    return (replace(told[0], text=asked), told[1]) if told is not None else None


def _worked_out(question: str, asked: str, known: Understanding, ask: _Ask) -> _Told | None:
    """A reckoning known by the classes of its words, with or without its frame."""
    plain = next((p for text in (asked, unframed(question, known)) if (p := reckoned(text, known)) != text), None)
    named = "" if plain is not None else reckoned_of_names(asked, known)
    if plain is None and not named:
        return None
    meant, found = ask(plain or named, True)
    years = {int(year) for year in _YEAR.findall(named)}
    if named and any(f.period is not None and not {f.period.last_year, f.period.last_year - 1} & years for f in found.figures):
        return None  # of that thing nothing is told of the year
    if as_nearest(found):  # what is near to the plain words goes before what is near to the question
        as_asked = ask(question, True)[1]
        worked = any(s.formula for s in found.statements) and not left_open(found)  # a sentence that is near is of anything
        return (meant, found) if worked and (left_open(as_asked) or as_nearest(as_asked)) else None
    return None if left_open(found) else (meant, found)


def _side_by_side(question: str, asked: str, known: Understanding, ask: _Ask, by_name: _ByName) -> _Told | None:
    """What is told to the question as it stands goes before, where it has every number, too: it says how they are asked for."""
    bones = bones_of(asked, known)
    if bones is None or bones.plain == asked:
        return None
    if bones.years:
        as_asked = ask(question, True)
        if all_told(as_asked[1], bones) or (bones.implied and not (as_asked[1].unsure or as_nearest(as_asked[1]))):
            return as_asked
    meant, found = ask(bones.plain, False)
    if not all_told(found, bones) and bones.again not in ("", bones.plain):
        meant, found = ask(bones.again, False)
    if not all_told(found, bones):
        return None
    two = list(dict.fromkeys(f.scope for f in found.figures if f.scope)) if bones.apart else []
    if len(two) == 2 and len(meant.zones) == 1 and meant.periods:  # 两个片区的差距: now that it is known which two
        return by_name(f"{meant.zones[0]}{meant.periods[0].first_year}年{two[0]}和{two[1]}{bones.apart}") or (meant, found)
    return meant, found
