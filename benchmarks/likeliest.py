"""``python -m benchmarks.likeliest``: the weights by which a question in unknown words finds its figure.

Cases are questions of the committed sets whose phrase no rule links to a figure, those that have no answer, and twins
of all that have one, from whose candidates the right figures are taken, where no rule then finds another.
The weights are those of greatest likelihood with a small penalty on their squares.  Printed are cross-validation over
folders of reports and the score on questions nobody looks at; written is ``assistant/extractive/likeliest.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.extractive.likeliest import FEATURES, LEAST, Comparison, Matrix, compare, likelihoods, reading_of
from assistant.extractive.operand import absent, choose, eligible, rank, resolve, slot_of
from assistant.facts import Facts
from assistant.framing import unframed
from assistant.judging import Judge
from assistant.linking import Candidate
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.fitting_cases import KINDS, right_of
from benchmarks.quality_sets import SETS, QuestionSet
from benchmarks.tables import Table
from index.building import build
from index.opening import Index

__all__ = ["WEIGHED", "Case", "collect", "fit", "main"]

OUT = ROOT / "assistant" / "extractive" / "likeliest.json"
WEIGHED = {"answerable": 3.0, "unanswerable": 3.0, "twin": 1.0}  # there are three twins to one answerable question
PENALTY = 0.5
STEPS = 400
RATE = 0.05
FOLDS = 5
LIMITS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Case:
    """``right`` marks the rows of the candidates that answer; none where the question is to be refused."""

    kind: str  # answerable, unanswerable, twin
    folder: Path
    compared: Comparison
    right: tuple[bool, ...]
    elsewhere: bool

    def told(self, weights: Matrix, least: float) -> bool | None:
        """Whether what would be told is right; None where nothing is."""
        shares = likelihoods(self.compared.matrix, weights, self.elsewhere)
        best = int(np.argmax(shares))
        figures = [c.figure for c in self.compared.candidates]
        same = [i for i, f in enumerate(figures) if (f.value, f.unit) == (figures[best].value, figures[best].unit)]
        return self.right[best] if float(shares[same].sum()) >= least else None


def collect(one: QuestionSet, facts: Facts) -> Iterator[Case]:
    """The cases of a set that no rule decides, and the twins."""
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
    if slot is None or not (compared := compare(facts, query.bare, query.scopes, slot, ranked)).candidates:
        return
    elsewhere = absent(facts, slot, ranked).reason != "indicator"
    yield Case(kind, one.reports, compared, tuple(c.figure.id in right for c in compared.candidates), elsewhere)


def fit(cases: Sequence[Case]) -> Matrix:
    """One weight a feature, then the score of “none”, by Adam over all cases at once."""
    weights = np.zeros(len(FEATURES) + 1)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights
        for case in cases:
            shares = likelihoods(case.compared.matrix, weights, case.elsewhere)
            right = np.array(case.right, dtype=np.float64)
            meant = shares * right / (float(shares @ right) or 1.0)
            none = float(not right.any())
            off = (1.0 - float(shares.sum())) - none
            slope += WEIGHED[case.kind] * np.append((shares - meant) @ case.compared.matrix, off)
            slope[-2] += WEIGHED[case.kind] * off * case.elsewhere
        slope /= len(cases)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def main() -> None:
    """Run the command."""
    cases: list[Case] = []
    unseen: list[Case] = []
    with TemporaryDirectory(prefix="zoneqa-likeliest-", ignore_cleanup_errors=True) as work, ExitStack() as opened:
        facts: dict[Path, Facts] = {}
        for one in SETS:
            if one.reports not in facts:
                settings = Settings.load(reports_dir=one.reports, index_dir=Path(work) / str(len(facts)))
                build(settings)
                facts[one.reports] = Facts(opened.enter_context(Index.open(settings)).snapshot)
            (cases if one.looked_at else unseen).extend(collect(one, facts[one.reports]))
        folders = sorted({case.folder for case in cases})
        folds = [folders[i::FOLDS] for i in range(FOLDS)]
        by_fold = [(fit([c for c in cases if c.folder not in fold]), fold) for fold in folds]
        weights = fit(cases)
        crossed = [(w, [c for c in cases if c.folder in fold]) for w, fold in by_fold]
        print(_table("Folders of reports left out in turn", crossed).markdown() + "\n")
        print(_table("Questions nobody looks at", [(weights, unseen)]).markdown())
    stored = {name: round(float(w), 4) for name, w in zip((*FEATURES, "none"), weights, strict=True)}
    OUT.write_text(json.dumps({"weights": stored}, indent=1) + "\n", encoding="utf-8")


def _table(title: str, judged: Sequence[tuple[Matrix, Sequence[Case]]]) -> Table:
    rows = []
    for least in LIMITS:
        row = [f"{least}" + " (used)" * (least == LEAST)]
        for kind in WEIGHED:
            told = [case.told(weights, least) for weights, cases in judged for case in cases if case.kind == kind]
            right = f"{told.count(True)} right, " if kind == "answerable" else ""
            row.append(f"{right}{told.count(False)} wrong of {len(told)}")
        rows.append(tuple(row))
    return Table(title, ("least likelihood", *WEIGHED), rows)


if __name__ == "__main__":
    main()
