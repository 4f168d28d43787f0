"""A draft without what rests on sentences that speak to a program instead of a reader (index.planted)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import REFUSAL
from assistant.records import Draft, Statement
from index.planted import is_addressed_to_programs

__all__ = ["is_addressed_to_programs", "without_planted"]

_COUNTED = re.compile(r"\d+\s*[种条项个]")  # says how many things follow, of which some are gone


def without_planted(draft: Draft) -> Draft:
    """The draft without what rests on such sentences; a refusal when nothing else is left.  The same draft mostly."""
    planted = {c.number for c in draft.citations if is_addressed_to_programs(c.quote)}
    if not planted:
        return draft
    kept = [c for c in draft.citations if c.number not in planted]
    numbers = {c.number: order for order, c in enumerate(kept, 1)}
    statements = tuple(
        replace(s, citations=tuple(numbers[n] for n in s.citations))
        for s in draft.statements
        if not planted & set(s.citations) and (s.citations or not _COUNTED.search(s.text))
    )
    citations = tuple(replace(c, number=numbers[c.number]) for c in kept)
    if any(s.citations for s in statements):
        return replace(draft, statements=statements, citations=citations)
    told = Statement(f"{REFUSAL}可以采信的内容：有关的文字是写给程序的指令。")
    return replace(draft, statements=(told,), citations=(), refused=True, choices=())
