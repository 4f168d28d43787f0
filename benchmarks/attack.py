"""``python -m benchmarks.attack``: wrong sentences that verification catches, right ones that it doesn't flag.

Beside it the check that is usual elsewhere: whether the number occurs anywhere in the context.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.facts import Facts
from assistant.records import Draft, VerdictKind
from assistant.settings import Settings
from assistant.verification import Verifier
from assistant.verification.mentions import MentionKind, find_mentions, folded
from benchmarks.altering import ALTERATIONS, make_altered
from benchmarks.corpus import ROOT
from benchmarks.paraphrasing import make_correct
from benchmarks.saying import Case
from benchmarks.tables import Table
from index.building import build
from index.opening import Index

__all__ = ["flagged", "main", "measure", "occurs"]


def flagged(verifier: Verifier, case: Case) -> list[str]:
    """What verification has against the sentence."""
    verdicts = verifier.check(case.statement, Draft((), case.citations), case.query)
    return [f"{v.text}：{v.note}" for v in verdicts if v.kind is VerdictKind.UNSUPPORTED]


def occurs(case: Case) -> bool:
    """The usual check: every number of the sentence occurs, digit for digit, in some passage of the context."""
    context = {m.value for c in case.citations for m in find_mentions(folded(c.quote))}
    asked = {m.value for m in find_mentions(case.query.text)}
    return all(m.value in context | asked for m in find_mentions(case.statement.text) if m.kind is not MentionKind.DATE)


def measure(facts: Facts, *, each: int, show: int = 0) -> list[Table]:
    """Detection by class, and false alarms by kind; ``show`` prints so many misses of each."""
    verifier = Verifier(facts)
    started = perf_counter()
    altered = _rows(verifier, make_altered(facts, each=each), wrong=True, show=show)
    correct = _rows(verifier, make_correct(facts, each=each), wrong=False, show=show)
    seconds = perf_counter() - started
    return [
        Table(
            "Altered sentences: caught",
            ("class", "sentences", "caught", "share", "number occurs in the context"),
            altered,
            note="The last column is what the usual check catches of the same sentences.",
        ),
        Table(
            "Right sentences: flagged",
            ("kind", "sentences", "flagged", "share", "number occurs in the context"),
            correct,
            note=f"All of it in {seconds:.1f} s.",
        ),
    ]


def _rows(verifier: Verifier, cases: Iterable[Case], *, wrong: bool, show: int) -> list[tuple[str, ...]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    shown: dict[str, int] = defaultdict(int)
    for case in cases:
        complaints = flagged(verifier, case)
        count = counts[case.kind]
        count[0] += 1
        count[1] += bool(complaints)
        count[2] += not occurs(case)
        if bool(complaints) != wrong and shown[case.kind] < show:
            shown[case.kind] += 1
            print(
                case.kind,
                "|",
                case.statement.text,
                case.statement.citations,
                "|",
                complaints,
                "|",
                case.citations[0].quote[:150],
            )
    total = [sum(c[i] for c in counts.values()) for i in range(3)]
    return [
        (kind, str(n), str(c), f"{c / n:.1%}", f"{o / n:.1%}") for kind, (n, c, o) in (*counts.items(), ("all", total))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attack", description=__doc__)
    parser.add_argument("--each", type=int, default=300, help="sentences of a class")
    parser.add_argument("--show", type=int, default=0, help="misses to print of each class")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="zoneqa-attack-") as folder:
        settings = Settings.load(reports_dir=ROOT / "tests" / "fixtures" / "reports", index_dir=Path(folder))
        build(settings)
        with Index.open(settings) as index:
            for table in measure(Facts(index.snapshot), each=options.each, show=options.show):
                print(table.markdown() + "\n")
    assert ALTERATIONS


if __name__ == "__main__":
    main()
