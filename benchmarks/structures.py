"""``python -m benchmarks.structures``: whether figures of reports of unusual structure have the right status and period; ``-v`` lists what is wrong.

Of ``tests/structures``, whose numbers are those easily mistaken; the reports whose number is divisible by 3 are only measured.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.corpus import ROOT
from benchmarks.tables import Table
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure, Report
from index.settings import IndexSettings

__all__ = ["Judged", "judge", "main"]

FOLDER = ROOT / "tests" / "structures"


@dataclass(frozen=True, slots=True)
class Judged:
    """One expected number, with the figure that was read of it, None where there is none."""

    expected: dict[str, Any]
    figure: Figure | None

    @property
    def aside(self) -> bool:
        return int(re.sub(r"\D", "", self.expected["report"])) % 3 == 0

    @property
    def status(self) -> bool:
        return self.figure is not None and self.figure.status.value == self.expected["status"]

    @property
    def period(self) -> bool:
        return self.figure is not None and self.figure.period is not None and self.figure.period.key == self.expected["period"]


def judge() -> Iterator[Judged]:
    """Every expected number, in file order.  Raises ValueError where a quote is not in its report."""
    read: dict[str, tuple[Report, list[Figure]]] = {}
    for line in (FOLDER / "expected.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        name = row["report"]
        if name not in read:
            report = read_report(FOLDER / "reports" / name, root=FOLDER / "reports", settings=IndexSettings())
            read[name] = report, extract_figures(report, outline(report))
        yield Judged(row, _of(row, *read[name]))


def _of(row: dict[str, Any], report: Report, figures: list[Figure]) -> Figure | None:
    quote = re.search(_loose(row["quote"]), report.text)
    numbers = list(re.finditer(_loose(row["number"]), quote[0])) if quote else []
    if quote is None or not numbers:
        raise ValueError(f"{row['report']}: {row['quote']}")
    start, end = quote.start() + numbers[-1].start(), quote.start() + numbers[-1].end()
    digits = re.sub(r"[^\d.]", "", row["number"])
    held = [f for f in figures if f.start < end and f.end > start]
    grown = [f for f in figures if f.sentence_start <= start < f.sentence_end and digits and digits in f.growth_text]
    return next(iter(held or grown), None)


def _loose(text: str) -> str:
    """White space and the bars of tables stand anywhere."""
    return r"[\s|]*".join(map(re.escape, re.sub(r"[\s|]", "", text)))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is wrong, of the reports that are looked at")
    chosen = parser.parse_args()
    judged = list(judge())
    rows = []
    for label, some in (("looked at", [j for j in judged if not j.aside]), ("kept aside", [j for j in judged if j.aside])):
        counts = (sum(j.figure is not None for j in some), sum(j.status for j in some), sum(j.period for j in some))
        rows.append((label, str(len(some)), *map(str, counts)))
    print(Table("Reports of unusual structure", ("", "numbers", "read", "status", "period"), rows).markdown())
    for j in (j for j in judged if chosen.verbose and not j.aside and not (j.status and j.period)):
        told = f"{j.figure.status.value} {j.figure.period.key if j.figure.period else ''}" if j.figure else "not read"
        print(f"{j.expected['report']} {j.expected['quote']}: {told}, should be {j.expected['status']} {j.expected['period']}")


if __name__ == "__main__":
    main()
