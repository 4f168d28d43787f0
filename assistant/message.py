"""A question as it was put, and what it is read with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.brands import told_elsewhere
from assistant.conversation import Turn, follow_up
from assistant.facts import Facts
from assistant.question import understand
from assistant.records import Query
from assistant.verification import Verifier
from index.records import Period
from index.retrieval import ZoneRetriever

if TYPE_CHECKING:
    from assistant.llm import Chain

__all__ = ["Message", "Reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """What answers over one generation of the index."""

    generation: int
    facts: Facts
    retriever: ZoneRetriever
    verifier: Verifier
    chain: Chain | None  # only with a language model configured


@dataclass(frozen=True, slots=True)
class Message:
    """A question with the turns before it; ``zone`` and ``period`` fill in what it leaves out."""

    question: str
    turns: Sequence[Turn] = ()
    zone: str | None = None
    period: str | Period | None = None

    def understood(self, text: str, reader: Reader) -> Query:
        """``text`` in the place of the question."""
        known = reader.facts.understanding()
        query = follow_up(text, list(self.turns), known)
        if self.turns and not known.zones.find(text) and (elsewhere := told_elsewhere(text, query.zones, known)):
            query = replace(understand(text, known), zones=(elsewhere,))  # a project of another zone than the one talked of
        chosen = Period.parse(self.period) if isinstance(self.period, str) else self.period
        return query.within((self.zone,) if self.zone else (), (chosen,) if chosen else ())
