"""A follow-up that the parser could not resolve → a question of its own, which the parser then has to understand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.llm.prompting import rewrite_messages
from assistant.llm.screening import complaint
from assistant.llm.sentences import as_statement
from assistant.question import understand
from assistant.records import Query
from assistant.verification.mentions import MentionKind, find_mentions
from index.errors import ModelError, QuestionError

if TYPE_CHECKING:
    from assistant.facts import Facts
    from assistant.llm.model import Model

__all__ = ["clearer"]

_LONGEST = 120


def clearer(question: str, turns: Sequence[str], model: Model, facts: Facts) -> Query | None:
    """The question as the model words it in the light of ``turns``; None when that is no help, or says new numbers.

    Zones and years may only be those of the conversation: the model resolves, it doesn't choose.
    """
    messages = rewrite_messages(question, turns)
    try:
        text = as_statement(
            model.complete(messages.system, messages.user, model.deadline()).strip().split("\n")[0]
        ).text
    except ModelError:
        return None
    if not text or len(text) > _LONGEST or complaint(text):
        return None
    known = facts.understanding()
    before = " ".join((*turns, question))
    said = {m.value for m in find_mentions(before) if m.kind is not MentionKind.DATE}
    if any(m.value not in said for m in find_mentions(text) if m.kind in (MentionKind.QUANTITY, MentionKind.BARE)):
        return None
    try:
        query = understand(text, known)
        earlier = [understand(t, known) for t in turns]
    except QuestionError:
        return None
    zones = {z for q in earlier for z in q.zones} | set(understand_zones(question, facts))
    if not (query.indicators or query.scopes) or query.unknown_zones or not set(query.zones) <= zones:
        return None
    return query


def understand_zones(text: str, facts: Facts) -> tuple[str, ...]:
    return tuple(z for mention in facts.zones.find(text) for z in mention.zones)
