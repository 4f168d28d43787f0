"""Questions with one operand → cases: the candidates with their features, and which of them are right.

A case is made of a question that the reader resolves with a single call; what it cannot read that way is left out.
Of each that has an answer a twin is made from whose candidates the right figures are taken: it must be refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from assistant.extractive.candidates import LIMITS, Limits, accepts, choose
from assistant.extractive.operand import Slot, resolve, slot_of
from assistant.extractive.wording import amount, describe, growth, said
from assistant.facts import Facts
from assistant.judging import Item, Judge
from assistant.linking import WEIGHTS, Candidate
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from benchmarks.quality_sets import QuestionSet
from index.records import Figure

__all__ = ["KINDS", "NAMES", "Case", "collect", "right_of"]

KINDS = ("figure", "growth", "target", "expected", "count", "area")
SUBKINDS = ("missing_indicator", "other_scope")
NAMES = tuple(WEIGHTS)
_LOOSEST = Limits(covered=0.2, known=0.2, asked=0.2, near=0.3, standing=1.5, gap=0.0, broad=1.5, broad_gap=0.0)
_BY_MEANING = 12  # candidates kept for their meaning alone, of which _stands_out compares the first two names


@dataclass(frozen=True)
class Case:
    """``candidates`` are all that passed the hard filters; ``right`` the ids of figures that answer, none to refuse."""

    id: str
    zone: str
    kind: str  # answerable, unanswerable, deleted
    slot: Slot
    facts: Facts
    candidates: tuple[Candidate, ...]
    right: frozenset[str]

    @cached_property
    def matrix(self) -> npt.NDArray[np.float64]:
        """Features of the candidates, (candidates, len(NAMES))."""
        return np.array([[c.features[name] for name in NAMES] for c in self.candidates]).reshape(-1, len(NAMES))

    @cached_property
    def chances(self) -> npt.NDArray[np.intp]:
        """Rows of the candidates that any limits from the search could let through, and those of the same names."""
        by_meaning = sorted(self.candidates, key=lambda c: -c.features["dense"])[:_BY_MEANING]
        kept = [c for c in self.candidates if accepts(c, self.slot, _LOOSEST)] + by_meaning
        names = {(c.figure.scope, c.figure.name) for c in kept}
        return np.array([i for i, c in enumerate(self.candidates) if (c.figure.scope, c.figure.name) in names],
                        dtype=np.intp)

    def chosen(self, weights: npt.NDArray[np.float64], limits: Limits = LIMITS) -> Figure | None:
        """What the reader would choose with other weights, (len(NAMES),), and limits."""
        scores = self.matrix[self.chances] @ weights
        ranked = [replace(self.candidates[self.chances[i]], score=float(scores[i]))
                  for i in np.argsort(-scores, kind="stable")]
        found = choose(self.facts, ranked, self.slot, limits)
        return found.figure if found else None

    def first_is_right(self, weights: npt.NDArray[np.float64]) -> bool:
        """Whether the best candidate is right, near enough or not."""
        return self.candidates[int(np.argmax(self.matrix @ weights))].figure.id in self.right

    def deleted(self) -> Case:
        """The twin whose right figures are gone; the others keep their features."""
        left = tuple(c for c in self.candidates if c.figure.id not in self.right)
        return replace(self, kind="deleted", candidates=left, right=frozenset())


def collect(chosen: QuestionSet, facts: Facts) -> Iterator[Case]:
    """The cases of a set, each answerable one followed by its twin."""
    known = facts.understanding()
    judge = Judge(facts.report(id).text for id in facts.cards)
    zones = {card.name: card.zone for card in facts.cards.values()}
    places = chosen.places()
    for item in chosen.items():
        if item.turns or not (item.kind in KINDS or (item.unanswerable and item.subkind in SUBKINDS)):
            continue
        query = understand(item.question, known)
        if not _has_one_operand(query):
            continue
        outcome = resolve(facts, slot_of(query, query.indicators[0]))
        if not outcome.candidates:
            continue
        right = frozenset() if item.unanswerable else right_of(item, outcome.slot, outcome.candidates, judge)
        if not right and not item.unanswerable:
            continue  # not extracted, or answered by more than one figure
        zone = next((zones[name] for name in places[item.id]), outcome.slot.zone or "")
        kind = "unanswerable" if item.unanswerable else "answerable"
        case = Case(f"{chosen.label} {item.id}", zone, kind, outcome.slot, facts, outcome.candidates, right)
        yield case
        if right:
            yield case.deleted()


def _has_one_operand(query: Query) -> bool:
    return (query.operation is Operation.ONE and query.aspect in (Aspect.VALUE, Aspect.GROWTH)
            and len(query.indicators) == 1 and len(query.cells) == 1
            and not (query.unknown_zones or query.operands or query.part_of or query.per or query.years_back))


def right_of(item: Item, slot: Slot, candidates: tuple[Candidate, ...], judge: Judge) -> frozenset[str]:
    """Ids of the candidates that, told as the answer, pass the judge."""

    def text(figure: Figure) -> str:
        parts = (growth(figure), amount(figure)) if slot.aspect is Aspect.GROWTH else (said(figure),)
        return f"{'，'.join(filter(None, parts))}（{describe(figure)}）。"

    return frozenset(c.figure.id for c in candidates if judge.judge(item, text(c.figure), refused=False).passed)
