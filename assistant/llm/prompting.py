"""What was decided and found → the messages for a model: numbered, delimited, and no longer than the budget of tokens.

Report text and questions are data.  They stand between marks that change with every request and lose the characters
that marks and roles are written with, so that no text can end the data early.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assistant.records import Citation, Draft, Query
from assistant.terms import find_terms
from index.splitting import count_tokens
from prompts import Prompt, load_prompts

if TYPE_CHECKING:
    from assistant.facts import Facts
    from index.records import Figure

__all__ = ["Messages", "answer_messages", "repair_messages", "rewrite_messages"]

_SAFE = str.maketrans({"<": "＜", ">": "＞", "`": "'", "{": "｛", "}": "｝", "|": "｜"})
_LONGEST_QUOTE = 600  # characters of one passage


@dataclass(frozen=True, slots=True)
class Messages:
    system: str
    user: str


@cache
def _prompts() -> dict[str, Prompt]:
    return load_prompts()


def _mark() -> str:
    return f"资料{secrets.token_hex(4)}"


def as_data(text: str) -> str:
    """Text on one line, without what could be taken for markup, and without invisible characters."""
    return "".join(c for c in " ".join(text.split()).translate(_SAFE) if c.isprintable())


def answer_messages(
    query: Query, decided: Draft, pool: Sequence[Citation], facts: Facts, *, max_tokens: int
) -> Messages:
    """The request for an answer; passages are left out from the end until it fits ``max_tokens``."""
    mark = _mark()
    system = _prompts()["system"].render(mark=mark)
    for kept in range(len(pool), 0, -1):
        user = _prompts()["answer"].render(
            question=as_data(query.text), facts=_facts(decided), mark=mark, evidence=_evidence(pool[:kept], facts)
        )
        if kept == 1 or count_tokens(system) + count_tokens(user) <= max_tokens:
            break
    return Messages(system, user)


def repair_messages(
    query: Query, decided: Draft, pool: Sequence[Citation], facts: Facts, sentence: str, reason: str
) -> Messages:
    """The request to mend one sentence, with the reason why it was refused."""
    mark = _mark()
    user = _prompts()["repair"].render(
        question=as_data(query.text),
        facts=_facts(decided),
        evidence=_evidence(pool, facts),
        sentence=as_data(sentence),
        reason=as_data(reason),
        mark=mark,
    )
    return Messages(_prompts()["system"].render(mark=mark), user)


def rewrite_messages(question: str, turns: Sequence[str]) -> Messages:
    """The request to make a follow-up a question of its own."""
    mark = _mark()
    user = _prompts()["rewrite"].render(
        question=as_data(question), turns="\n".join(f"- {as_data(t)}" for t in turns), mark=mark
    )
    return Messages(_prompts()["system"].render(mark=mark), user)


def _facts(decided: Draft) -> str:
    lines = []
    for statement in decided.statements:
        cited = "".join(f"[{n}]" for n in statement.citations)
        lines.append(f"- {as_data(statement.text)}{cited}")
    return "\n".join(lines)


def _evidence(pool: Sequence[Citation], facts: Facts) -> str:
    blocks = []
    for citation in pool:
        rows = "；".join(_row(f) for f in _figures(citation, facts))
        card = facts.cards.get(citation.report_id)
        head = f"{card.zone} {card.period.label if card.period else ''}" if card else ""
        block = f"[{citation.number}] （{as_data(head)}）{as_data(citation.quote[:_LONGEST_QUOTE])}"
        blocks.append(block + (f"\n    台账：{as_data(rows)}" if rows else ""))
    return "\n".join(blocks)


def _figures(citation: Citation, facts: Facts) -> list[Figure]:
    """The ledger's rows for the marked places of a quote; of all of it when nothing is marked or it is short."""
    found = facts.ledger.figures(report_id=citation.report_id)
    spans = citation.marks or ((citation.start, citation.end),)
    return [f for f in found if any(a < f.end and f.start < b for a, b in spans)][:6]


def _row(figure: Figure) -> str:
    name = figure.scope + figure.indicator
    name = name if find_terms(name) else name[:30]
    parts = (
        figure.period.label if figure.period else "",
        name,
        figure.value_text + ("" if not figure.in_table else figure.unit),
        figure.growth_text,
        f"（{figure.status}）",
    )
    return " ".join(p for p in parts if p)
