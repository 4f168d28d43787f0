"""``python -m benchmarks.worked``: the weights by which a question that computes finds its numbers and how they are put together.

Cases are the questions of the committed sets, and of the files of ``tests/crossing/computed`` that no network is trained on,
that ask for one computed number: those one of whose sums gives the key, the same as twins without these sums, those that
have no answer, and the others (a printed number answers, or no sum does).  Written is ``assistant/extractive/worked.json``.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.extractive import likeliest, wholly
from assistant.extractive.sums import Sum, Way
from assistant.extractive.way import ways
from assistant.extractive.worked import FEATURES, left_open, tell, worked_out
from assistant.framing import unframed
from assistant.judging import Item, contains, normal_form
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.records import Operation
from benchmarks.crossing_examples import COMPUTED, HELD_COMPUTED, HELD_OUT, asked, gives
from benchmarks.likelihood import Case, fit_and_print
from benchmarks.quality_sets import QuestionSet

_SET_AGAINST = ("compare", "trend", "cross_zone")
_IN_WORDS = ("list", "entity", "why_summary", "datetime", "ambiguous")

__all__ = ["WEIGHED", "collect", "main"]

WEIGHED = {"answerable": 2.0, "unanswerable": 2.0, "other": 1.0, "twin": 0.5}


def collect(one: QuestionSet, assistant: Assistant) -> Iterator[Case]:
    """The cases of a set, each answerable one followed by its twin."""
    facts = assistant.facts
    known = facts.understanding()
    for item in one.items():
        query = understand(unframed(item.question, known), known)
        if item.turns or query.operation.in_words or query.operation is Operation.META or item.kind in _IN_WORDS:
            continue
        before = assistant.by_rules(item.question)
        if not left_open(before) and item.kind not in ("derived", *_SET_AGAINST):
            continue
        sums, rows = worked_out(facts, query, before, ways(facts, query))
        if not sums:
            continue
        right = tuple(_answers(item, of, "".join(s.text for s in tell(facts, of, 1.0).statements)) for of in sums)
        kind = "unanswerable" if item.unanswerable else "answerable" if any(right) else "other"
        group = "rules find nothing" if left_open(before) else "rules find something"
        case = Case(kind, group, one.reports, rows, right, tuple(s.result.text for s in sums))
        yield case
        if any(right) and not all(right):
            yield case.without_right("twin")


def _written() -> Iterator[Case]:
    """The cases of the files that are held out in training, but for the reports of which nothing is fitted on."""
    for path in (p for p in COMPUTED if p.stem in HELD_COMPUTED and p.stem not in HELD_OUT):
        with asked(path) as (rows, assistant):
            facts = assistant.facts
            known = facts.understanding()
            for row in rows:
                query = understand(unframed(row["question"], known), known)
                before = assistant.by_rules(row["question"])
                sums, features = worked_out(facts, query, before, ways(facts, query))
                right = tuple(gives(of, row, assistant) for of in sums)
                if sums:
                    kind = "answerable" if any(right) else "other" if row["operands"] else "unanswerable"
                    group = "rules find nothing" if left_open(before) else "rules find something"
                    yield Case(kind, group, path, features, right, tuple(of.result.text for of in sums))


def _answers(item: Item, of: Sum, text: str) -> bool:
    """Whether what would be told holds all numbers that the key demands, its result one of them where not two are set against each other."""
    groups = [[normal_form(key) for key in group] for group in (*((key,) for key in item.answer_contains), *item.any_of)]
    numeric = [group for group in groups if any(c.isdigit() for key in group for c in key)]
    if item.unanswerable or not numeric or not all(any(contains(normal_form(text), key) for key in group) for group in numeric):
        return False
    against = item.kind in _SET_AGAINST and of.way is Way.DIFFERENCE
    return against or any(contains(normal_form(of.result.text), key) for group in numeric for key in group)


def main() -> None:
    """Run the command."""
    likeliest.LEAST = wholly.LEAST = wholly.LEAST_OF_SEVERAL = 2.0  # what rules alone make of a question
    fit_and_print("worked", tuple(FEATURES), WEIGHED, collect, _written())


if __name__ == "__main__":
    main()
