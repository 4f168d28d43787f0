"""``python -m benchmarks.fitting``: do other weights and limits than those set by hand choose figures better?

Coordinate search for the most of right − 3 × wrong (a wrong figure costs three right ones; refusing costs what is not
won), started from the hand-set values.  Each zone is judged by values fitted on the others; then values fitted on all
of them are judged on the questions nobody looks at.  Writes benchmarks/fitted.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from math import sqrt
from pathlib import Path
from statistics import stdev
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from assistant.extractive.candidates import LIMITS, Limits
from assistant.facts import Facts
from assistant.linking import WEIGHTS
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.fitting_cases import NAMES, Case, collect
from benchmarks.quality_sets import SETS
from benchmarks.tables import Table
from index.building import build
from index.opening import Index

__all__ = ["FEATURES", "HAND_SET", "Tally", "Values", "fit", "main", "tally"]

OUT = ROOT / "benchmarks" / "fitted.json"
COST = 3  # right answers that one wrong figure outweighs
FACTORS = (0.0, 0.5, 0.75, 1.25, 1.5, 2.0)
STEPS = {"covered": 0.05, "known": 0.05, "asked": 0.05, "near": 0.05, "standing": 0.2, "gap": 0.15, "broad": 0.2, "broad_gap": 0.15}
SWEEPS = 3

FEATURES = {
    "asked": "share of the asked bigrams, by idf, that the name holds or a known indicator of it stands for; 0–1",
    "named": "share of the name's bigrams, by idf, that were asked; 0–1",
    "same": "mean over the known indicators asked of how far the name's is the same: 1, about 0.7 with more said, 0",
    "other": "1 when both hold known indicators and none is the same",
    "context": "share of the asked bigrams that only the sentence or its headings hold; 0–1, a quarter of it where the "
               "figure has a scope of its own",
    "dense": "cosine of phrase and name, standardised over the candidates",
    "aspect": "1 when the figure has what is asked for (value, growth, share …), −0.5 or −1 when not",
    "scope": "1 when the asked scope is the figure's, or none is asked and it has none; 0; −1 when it is another",
    "unit": "1 when asked and printed unit measure the same, −1 when not, 0 when one is unknown",
    "action": "−1 when they say words that exclude one another (开工, 竣工), 0.5 when the same, else 0",
    "stock": "fit of total and addition (累计, 新增) with what is asked; −1 to 1",
    "near": "1 when the figure stands where the answer before was cited",
}


@dataclass(frozen=True, slots=True)
class Values:
    """What is fitted: a weight for each feature, and the limits of acceptance."""

    weights: dict[str, float]
    limits: Limits

    def as_dict(self) -> dict[str, Any]:
        return {"weights": {k: round(v, 4) for k, v in self.weights.items()},
                "limits": {k: round(v, 4) for k, v in asdict(self.limits).items()}}


HAND_SET = Values(dict(WEIGHTS), LIMITS)


@dataclass(frozen=True, slots=True)
class Tally:
    """``first``: of answerable questions, those whose best candidate is right, near enough or not."""

    cases: int = 0
    first: int = 0
    right: int = 0
    wrong: int = 0
    refused: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(asdict(self).values(), asdict(other).values(), strict=True)))


def points(case: Case, values: Values) -> int:
    """1 for the right figure, −3 for a wrong one, 0 for a refusal."""
    figure = case.chosen(np.array([values.weights[name] for name in NAMES]), values.limits)
    if figure is None:
        return 0
    return 1 if figure.id in case.right else -COST


def tally(cases: Sequence[Case], values: Values) -> Tally:
    found = [points(case, values) for case in cases]
    weights = np.array([values.weights[name] for name in NAMES])
    first = sum(case.first_is_right(weights) for case in cases if case.right)
    return Tally(len(cases), first, found.count(1), found.count(-COST), found.count(0))


def fit(cases: Sequence[Case], start: Values = HAND_SET) -> Values:
    """Coordinate search: each weight and limit in turn takes the value that scores most; ties keep what was there."""
    best, most = start, sum(points(case, start) for case in cases)
    for _ in range(SWEEPS):
        before = best
        for move in (*map(_weight_moves, NAMES), *map(_limit_moves, STEPS)):
            for tried in move(best):
                scored = sum(points(case, tried) for case in cases)
                if scored > most:
                    best, most = tried, scored
        if best == before:
            break
    return best


def _weight_moves(name: str) -> Callable[[Values], list[Values]]:
    def moves(values: Values) -> list[Values]:
        return [replace(values, weights=values.weights | {name: WEIGHTS[name] * factor}) for factor in (*FACTORS, 1.0)]

    return moves


def _limit_moves(name: str) -> Callable[[Values], list[Values]]:
    def moves(values: Values) -> list[Values]:
        middle = getattr(LIMITS, name)
        return [replace(values, limits=replace(values.limits, **{name: middle + step * STEPS[name]}))
                for step in (-3, -2, -1, 0, 1, 2, 3)]

    return moves


def main() -> None:
    """Run the command."""
    with TemporaryDirectory(prefix="zoneqa-fitting-", ignore_cleanup_errors=True) as work, ExitStack() as opened:
        facts: dict[Path, Facts] = {}
        for one in SETS:
            if one.reports not in facts:
                settings = Settings.load(reports_dir=one.reports, index_dir=Path(work) / str(len(facts)))
                build(settings)
                facts[one.reports] = Facts(opened.enter_context(Index.open(settings)).snapshot)
        cases = [case for one in SETS if one.ablated for case in collect(one, facts[one.reports])]
        unseen = [case for one in SETS if not one.looked_at for case in collect(one, facts[one.reports])]
        report = _fitted(cases, unseen)
    OUT.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(report["verdict"])


def _fitted(cases: Sequence[Case], unseen: Sequence[Case]) -> dict[str, Any]:
    zones = sorted({case.zone for case in cases})
    folds = {zone: fit([case for case in cases if case.zone != zone]) for zone in zones}
    whole = fit(cases)

    def by_fold(case: Case) -> Values:
        return folds[case.zone]

    crossed = _compared(cases, by_fold)
    apart = _compared(unseen, lambda _: whole)
    print(_table(f"Each of {len(zones)} zones by values fitted on the others", crossed["rows"]).markdown() + "\n")
    print(_table("Questions nobody looks at, by values fitted on all zones above", apart["rows"]).markdown() + "\n")
    better = crossed["gain"] > 2 * crossed["error"] and apart["gain"] > 0
    verdict = (f"right − {COST} × wrong: {crossed['gain']:+d} ± {crossed['error']:.1f} on zones left out, "
               f"{apart['gain']:+d} ± {apart['error']:.1f} on questions nobody looks at: "
               + ("the fitted values are better" if better else "the hand-set values stay"))
    return {
        "features": FEATURES, "hand_set": HAND_SET.as_dict(), "fitted": whole.as_dict(),
        "fitted_without": {zone: values.as_dict() for zone, values in folds.items()},
        "zones_left_out": crossed, "nobody_looks_at": apart, "verdict": verdict,
        "fitted_on": [case.id for case in cases if case.kind != "deleted"],
    }


def _compared(cases: Sequence[Case], values: Callable[[Case], Values]) -> dict[str, Any]:
    """Hand-set and fitted values on the same cases; ``gain`` in points with its standard error."""
    rows = []
    for kind in ("answerable", "unanswerable", "deleted"):
        of_kind = [case for case in cases if case.kind == kind]
        for name, of in (("hand-set", lambda _: HAND_SET), ("fitted", values)):
            total = sum((tally([case], of(case)) for case in of_kind), Tally())
            rows.append({"kind": kind, "values": name, **asdict(total)})
    gains = [points(case, values(case)) - points(case, HAND_SET) for case in cases]
    return {"rows": rows, "gain": sum(gains), "error": round(stdev(gains) * sqrt(len(gains)), 2)}


def _table(title: str, rows: Sequence[dict[str, Any]]) -> Table:
    return Table(title, ("", "values", "cases", "hit@1", "right", "wrong", "refused"), [
        (row["kind"], row["values"], str(row["cases"]), str(row["first"]) if row["kind"] == "answerable" else "–",
         str(row["right"]) if row["kind"] == "answerable" else "–", str(row["wrong"]), str(row["refused"]))
        for row in rows])


if __name__ == "__main__":
    main()
