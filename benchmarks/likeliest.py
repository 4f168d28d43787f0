"""``python -m benchmarks.likeliest``: the weights by which a phrase in unknown words finds its figure.

Cases are questions of the committed sets whose phrase no rule links to a figure, those that have no answer, and twins
of all that have one, from whose candidates the right figures are taken, where no rule then finds another.
Written is ``assistant/extractive/likeliest.json``.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.extractive.candidates import choose, rank
from assistant.extractive.likeliest import FEATURES, compare, reading_of
from assistant.extractive.operand import absent, eligible, resolve, slot_of
from assistant.facts import Facts
from assistant.framing import unframed
from assistant.judging import Judge
from assistant.linking import Candidate
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from benchmarks.fitting_cases import KINDS, right_of
from benchmarks.likelihood import Case, fit_and_print
from benchmarks.quality_sets import QuestionSet

__all__ = ["WEIGHED", "collect", "main"]

WEIGHED = {"answerable": 3.0, "unanswerable": 3.0, "twin": 1.0}  # there are three twins to one answerable question


def collect(one: QuestionSet, assistant: Assistant) -> Iterator[Case]:
    """The cases of a set that no rule decides, and the twins."""
    facts = assistant.facts
    known = facts.understanding()
    judge = Judge(facts.report(id).text for id in facts.cards)
    for item in one.items():
        if item.turns or not (item.kind in KINDS or item.unanswerable):
            continue
        query = understand(unframed(item.question, known), known)
        slot = reading_of(query) if _asks_one(query) else None
        if slot is None:
            continue
        ranked = rank(facts, eligible(facts, slot), slot)
        right = frozenset[str]() if item.unanswerable else right_of(item, slot, tuple(ranked), judge)
        by_rule = any(resolve(facts, slot_of(query, phrase)).figure for phrase in query.indicators)
        if (right or item.unanswerable) and not by_rule:
            yield from _case("answerable" if right else "unanswerable", one, facts, query, ranked, right)
        left = [c for c in ranked if c.figure.id not in right]
        if right and choose(facts, left, slot) is None:
            yield from _case("twin", one, facts, query, left, frozenset())


def _asks_one(query: Query) -> bool:
    single = query.operation is Operation.ONE and query.aspect in (Aspect.VALUE, Aspect.GROWTH) and len(query.cells) == 1
    return single and bool(query.zones and query.indicators) and not (query.unknown_zones or query.operands or query.per or query.years_back)


def _case(kind: str, one: QuestionSet, facts: Facts, query: Query, ranked: list[Candidate], right: frozenset[str]) -> Iterator[Case]:
    slot = reading_of(query)
    if slot is None:
        return
    elsewhere = absent(facts, slot, ranked).reason != "indicator"
    compared = compare(facts, query.bare, query.scopes, slot, ranked, elsewhere=elsewhere)
    figures = [c.figure for c in compared.candidates]
    if figures:
        said = tuple((f.value, f.unit) for f in figures)
        yield Case(kind, "", one.reports, compared.rows, tuple(f.id in right for f in figures), said)


def main() -> None:
    """Run the command."""
    fit_and_print("likeliest", tuple(FEATURES), WEIGHED, collect)


if __name__ == "__main__":
    main()
