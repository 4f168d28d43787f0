"""Weights of a measured comparison, by greatest likelihood: what ``benchmarks.likeliest`` and ``benchmarks.wholly`` share.

A case is what one question leaves to choose from, “none” last.  Weights are those of greatest likelihood with a small
penalty on their squares.  Printed are cross-validation over folders of reports and the score on questions nobody looks at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.extractive.likelihood import Matrix, likelihoods
from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.quality_sets import SETS, QuestionSet
from benchmarks.tables import Table
from index.building import build
from index.opening import Index

__all__ = ["LIMITS", "Case", "each_set", "fit", "fit_and_print"]

PENALTY = 0.5
STEPS = 400
RATE = 0.05
FOLDS = 5
LIMITS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Case:
    """``right`` marks the rows that answer, none where the question is to be refused; ``said`` is what each would tell."""

    kind: str
    group: str  # printed apart
    folder: Path
    rows: Matrix  # (choices + 1, features), “none” last
    right: tuple[bool, ...]  # (choices,)
    said: tuple[object, ...]  # (choices,)

    def told(self, weights: Matrix, least: float) -> bool | None:
        """Whether what would be told is right; None where nothing is."""
        shares = likelihoods(self.rows, weights)
        best = int(np.argmax(shares))
        same = [i for i, said in enumerate(self.said) if said == self.said[best]]
        return self.right[best] if float(shares[same].sum()) >= least else None

    def without_right(self, kind: str) -> Case:
        """The twin from whose choices the right ones are taken: it must be refused."""
        left = [i for i, right in enumerate(self.right) if not right]
        return Case(kind, self.group, self.folder, self.rows[[*left, -1]], (False,) * len(left), tuple(self.said[i] for i in left))


def each_set(sets: Sequence[QuestionSet] = SETS) -> Iterator[tuple[QuestionSet, Assistant]]:
    """Every set with an assistant over its reports, those of one folder after one another: one folder is open at a time."""
    for folder in dict.fromkeys(one.reports for one in sets):
        with TemporaryDirectory(prefix="zoneqa-fitting-", ignore_cleanup_errors=True) as work:
            settings = Settings.load(reports_dir=folder, index_dir=Path(work))
            build(settings)
            with Assistant(Index.open(settings), settings) as assistant:
                for one in sets:
                    if one.reports == folder:
                        yield one, assistant


def fit(cases: Sequence[Case], weighed: Mapping[str, float]) -> Matrix:
    """One weight a feature, (features,), by Adam over all cases at once."""
    weights = np.zeros(cases[0].rows.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights
        for case in cases:
            shares = likelihoods(case.rows, weights)
            shares = np.append(shares, 1.0 - shares.sum())
            right = np.array([*case.right, not any(case.right)], dtype=np.float64)
            slope += weighed[case.kind] * ((shares - shares * right / (float(shares @ right) or 1.0)) @ case.rows)
        slope /= len(cases)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def fit_and_print(
    name: str, features: Sequence[str], weighed: Mapping[str, float], cases_of: Callable[[QuestionSet, Assistant], Iterable[Case]],
    more: Iterable[Case] = (),
) -> None:
    """Fit on the sets that are looked at and on ``more``, print the tables, write ``assistant/extractive/<name>.json``."""
    cases = list(more)
    unseen: list[Case] = []
    for one, assistant in each_set():
        (cases if one.looked_at else unseen).extend(cases_of(one, assistant))
    folders = sorted({case.folder for case in cases})
    crossed = []
    for fold in (folders[i::FOLDS] for i in range(FOLDS)):
        weights = fit([c for c in cases if c.folder not in fold], weighed)
        crossed.append((weights, [c for c in cases if c.folder in fold]))
    weights = fit(cases, weighed)
    for title, judged in (("Folders of reports left out in turn", crossed), ("Questions nobody looks at", [(weights, unseen)])):
        for group in sorted({case.group for case in cases}):
            print(_table(f"{title}, {group}" if group else title, group, judged, weighed).markdown() + "\n")
    stored = {feature: round(float(w), 4) for feature, w in zip(features, weights, strict=True)}
    out = ROOT / "assistant" / "extractive" / f"{name}.json"
    out.write_text(json.dumps({"weights": stored}, indent=1) + "\n", encoding="utf-8")


def _table(title: str, group: str, judged: Sequence[tuple[Matrix, Sequence[Case]]], kinds: Iterable[str]) -> Table:
    rows = []
    for least in LIMITS:
        row = [str(least)]
        for kind in kinds:
            told = [case.told(weights, least) for weights, cases in judged for case in cases if (case.kind, case.group) == (kind, group)]
            right = f"{told.count(True)} right, " if kind == "answerable" else ""
            row.append(f"{right}{told.count(False)} wrong of {len(told)}")
        rows.append(tuple(row))
    return Table(title, ("least likelihood", *kinds), rows)
