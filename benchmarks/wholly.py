"""``python -m benchmarks.wholly``: the weights by which a whole question finds the numbers that answer it.

Cases are questions of the committed sets that ask for one to three numbers and that rules leave without one of them:
those whose numbers stand in one sentence or two in a row, the same as twins without these choices, those that have no
answer, and the others, whose answer no choice holds.  Written is ``assistant/extractive/wholly.json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.extractive import likeliest, wholly
from assistant.extractive.asks import asks_of
from assistant.extractive.wholly import FEATURES, compare, lacks
from assistant.framing import unframed
from assistant.judging import Item, contains, normal_form
from assistant.pipeline import Assistant
from assistant.question import understand
from benchmarks.likelihood import Case, fit_and_print
from benchmarks.quality_sets import QuestionSet

__all__ = ["WEIGHED", "collect", "main"]

WEIGHED = {"answerable": 3.0, "unanswerable": 2.0, "other": 1.0, "twin": 1.0}


def collect(one: QuestionSet, assistant: Assistant) -> Iterator[Case]:
    """The cases of a set, each answerable one followed by its twin."""
    facts = assistant.facts
    known = facts.understanding()
    for item in one.items():
        query = understand(unframed(item.question, known), known)
        asks = asks_of(query.bare)
        if item.turns or not asks:
            continue
        before = assistant.by_rules(item.question)
        compared = compare(facts, query, asks, before)
        if not lacks(before, len(asks)) or not compared.choices:
            continue
        right = tuple(_answers(item, choice.said) for choice in compared.choices)
        kind = "unanswerable" if item.unanswerable else "answerable" if any(right) else "other"
        group = "one number" if len(asks) == 1 else "several numbers"
        case = Case(kind, group, one.reports, compared.rows, right, tuple(choice.said for choice in compared.choices))
        yield case
        if any(right) and not all(right):
            yield case.without_right("twin")


def _answers(item: Item, said: Sequence[str]) -> bool:
    """Whether the numbers told are what the key demands, all of it and nothing else."""
    told = [normal_form(text) for text in said]
    groups = [[normal_form(key) for key in group] for group in (*((key,) for key in item.answer_contains), *item.any_of)]
    held = [[any(contains(text, key) for key in group) for group in groups] for text in told]
    return not item.unanswerable and all(map(any, held)) and all(any(row[i] for row in held) for i in range(len(groups)))


def main() -> None:
    """Run the command."""
    likeliest.LEAST = wholly.LEAST = wholly.LEAST_OF_SEVERAL = 2.0  # what rules alone make of a question
    fit_and_print("wholly", tuple(FEATURES), WEIGHED, collect)


if __name__ == "__main__":
    main()
