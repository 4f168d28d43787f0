"""Several numbers asked for in one message, each by its own name: each is told as it is when asked for alone.

A和B各是多少, A多少？B呢？, A是多少，B又是多少 → A是多少, B是多少.  Whatever is told of all at once stands, where it tells of each
what is told of it alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.clauses import place_and_time
from assistant.extractive.worked import as_nearest, left_open
from assistant.listed import is_name, listed_alone
from assistant.periods import find_parts, find_periods
from assistant.question import normalise_question, understand
from assistant.records import Draft, Operation
from assistant.several import joined, subject_of
from assistant.terms import is_all_known
from assistant.understanding import Understanding
from index.records import Period

__all__ = ["as_alone", "asked_together"]

_EACH = re.compile("各(?!自)|分别")
_STOP = re.compile("[，,；;。？?！!]")
_WORDS = "[^，,；;。？?！!、]"
_GREW = f"[，,](?:同比|比上年)?(?:增[长速幅]|下降|增减){_WORDS}{{0,4}}(?:多少|几)[㐀-鿿]{{0,3}}"
_HEAD = re.compile(f"(?P<name>{_WORDS}{{4,}}?)(?:又|还|实际|一共|总共)*(?:是|有|为|达到?)*(?:多少|几)[㐀-鿿]{{0,4}}(?P<grew>{_GREW})?")
_NEXT = re.compile(f"(?:那么?|还有|另外|以及|而)?(?P<name>{_WORDS}{{2,}}?)(?:呢|(?:又|是|有|为|达到?)*多少[㐀-鿿]{{0,2}}呢?)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?!\d*年)")
_MOST = 4
_BETWEEN = (Operation.EXTREME, Operation.RANKING, Operation.SUM, Operation.MEAN, Operation.RATIO, Operation.WHO)


def asked_together(text: str, known: Understanding) -> list[str]:
    """The questions, each in full; empty where the message asks otherwise."""
    whole = normalise_question(text)
    if _EACH.search(whole):
        return [question for _, question in listed_alone(whole, known)]
    clauses = [c for c in _STOP.split(whole.replace("多少、", "多少，")) if c.strip()]
    if len(clauses) > 2 and (grown := _HEAD.fullmatch(f"{clauses[0]}，{clauses[1]}")) is not None and grown["grew"]:
        clauses[:2] = [f"{clauses[0]}，{clauses[1]}"]
    head = _HEAD.fullmatch(clauses[0]) if 2 <= len(clauses) <= _MOST else None
    nexts = [_NEXT.fullmatch(c) for c in clauses[1:]]
    if head is None or not all(nexts):
        return []
    names = [m["name"] for m in nexts if m is not None]
    lead = understand(clauses[0], known)
    named = _without_place(head["name"], known)
    if lead.operation in _BETWEEN or not is_name(named) or not all(_stands(n, known) for n in names):
        return []
    if (lead.scopes or subject_of(lead)) and any(map(is_all_known, names)):
        return []  # 东片区工业产值多少？税收呢？: of the same part
    return [clauses[0], *(f"{place_and_time(clauses[0], n, known)}{n}是多少" for n in names)]


def _without_place(text: str, known: Understanding) -> str:
    spans = [(m.start, m.end) for m in known.zones.find(text)] + [(m.start, m.end) for m in find_periods(text)]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def _stands(name: str, known: Understanding) -> bool:
    """Whether a name is complete: no other year, zone or part of what was asked before."""
    if not is_name(name) or known.zones.find(name) or find_periods(name) or find_parts(name, (Period.year(2000),)) or name in known.scopes:
        return False
    return bool(understand(name, known).indicators)


def as_alone(draft: Draft, questions: Sequence[str], ask: Callable[[str], Draft]) -> Draft:
    """What is told of several at once, or of one after the other where that tells of one of them what the first leaves out."""
    if _things_alone(draft, questions):
        return draft
    unsure = not draft.figures
    drafts = [ask(q) for q in questions]
    told = [d for d in drafts if not left_open(d) and (unsure or not as_nearest(d))]
    if left_open(draft) and any(d.presumed for d in told):
        return draft  # a guess at one of them is no better than that there is none
    dropped = {f.id for f in draft.figures} <= {f.id for d in told for f in d.figures}  # what isn't told is not said to be missing
    if len(told) < len(drafts) and not (told and (left_open(draft) or dropped)):
        return draft
    if len(told) < len(drafts) and not left_open(draft):
        return joined(drafts)
    in_words = not draft.figures and any(d.figures for d in told)  # sentences hold many numbers
    return draft if _numbers(told) <= _numbers([draft]) and not in_words else joined(drafts)


def _things_alone(draft: Draft, questions: Sequence[str]) -> bool:
    """Whether a name is the thing alone that a number is told of: 东片区和西片区的产值各是多少 is of the 产值 of both."""
    return not left_open(draft) and any(f.scope and q.endswith(f"{f.scope}是多少") for f in draft.figures for q in questions)


def _numbers(drafts: Sequence[Draft]) -> set[str]:
    told = (s.text for d in drafts for s in d.statements if not s.text.startswith("相关的"))
    return {n for text in told for n in _NUMBER.findall(text)}
