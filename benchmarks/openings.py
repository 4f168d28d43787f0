"""How reports open: zone, period, and what is looked back on, planned or wrong, of 120 openings written for it.

Run: ``python -m benchmarks.openings [-v]``.  A report that is misread here is misread in every answer; which headings tell
what is the reader's costliest guess, for all that stands under a plan is a goal.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import FigureKind, Period, Report, Section, SectionKind, Status
from index.settings import IndexSettings

__all__ = ["FOLDER", "Score", "measure"]

FOLDER = Path(__file__).parent.parent / "tests" / "openings"
_KINDS = {"review": SectionKind.REVIEW, "plan": SectionKind.PLAN, "problems": SectionKind.PROBLEMS}
_TOLD = (FigureKind.VALUE, FigureKind.GROWTH)


@dataclass(slots=True)
class Score:
    """Counts by what is counted: ``asked`` and ``right``; ``wrong`` says which were not."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, what: str, right: bool, told: str) -> None:
        self.asked[what] += 1
        self.right[what] += right
        if not right:
            self.wrong.append(f"{what}: {told}")

    def share(self, what: str) -> float:
        return self.right[what] / self.asked[what]


def measure(file: Path) -> Score:
    """Read every opening of a file as a report of its own."""
    score = Score()
    for line in file.read_text(encoding="utf-8").splitlines():
        _read(json.loads(line), score)
    return score


def _read(opening: Mapping[str, Any], score: Score) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / opening["name"]
        path.write_text(opening["text"], encoding="utf-8")
        report = read_report(path, root=Path(folder), settings=IndexSettings(reports_dir=Path(folder)))
    period = report.period.key if report.period else ""
    score.count("zone", report.zone == opening["zone"], f"{opening['id']} {report.zone} ≠ {opening['zone']}")
    score.count("period", report.period == _period(opening["period"]), f"{opening['id']} {period} ≠ {opening['period']}")
    sections = outline(report)
    figures = [f for f in extract_figures(report, sections) if f.kind in _TOLD]
    for heading, kind, start, end in _parts(report, opening["sections"]):
        found = _kind_at(report, sections, start)
        score.count("heading", found is _KINDS[kind], f"{opening['id']} {heading}: {found.value if found else ''} ≠ {_KINDS[kind].value}")
        for figure in figures if kind != "problems" else ():
            if start <= figure.start < end:
                right = (figure.status is Status.DONE) != (kind == "plan")
                score.count(f"status under {kind}", right, f"{opening['id']} {heading}: {figure.indicator}{figure.value_text}{figure.growth_text}")


def _period(text: str) -> Period | None:
    if months := re.fullmatch(r"(\d{4})M(\d\d)-(\d\d)", text):
        return Period.months(int(months[1]), int(months[2]), int(months[3]))
    if years := re.fullmatch(r"(\d{4})-(\d{4})", text):
        return Period.years(int(years[1]), int(years[2]))
    return Period.parse(text)


def _parts(report: Report, sections: list[list[str]]) -> Iterator[tuple[str, str, int, int]]:
    """(heading, kind, start of its body, end of it); the reader may have taken marks off a heading."""
    found: list[tuple[str, str, int, int]] = []
    at = 0
    for heading, kind in sections:
        bare = re.sub(r"^[#*\s\-]+|[*\s]+$", "", heading)
        start = report.text.find(bare, at)
        if start >= 0:
            at = start + len(bare)
            found.append((bare, kind, start, at))
    for number, (heading, kind, _, body) in enumerate(found):
        yield heading, kind, body, found[number + 1][2] if number + 1 < len(found) else len(report.text)


def _kind_at(report: Report, sections: list[Section], at: int) -> SectionKind | None:
    while at < len(report.text) - 1 and report.text[at] in " \n\u3000*：:。":
        at += 1
    return next((s.kind for s in reversed(sections) if s.start <= at < s.end), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is wrong")
    chosen = parser.parse_args()
    for file in sorted(FOLDER.glob("*.jsonl")):
        score = measure(file)
        print(file.name, *(f"{what} {score.right[what]}/{n} ({score.share(what):.0%})" for what, n in score.asked.items()), sep="  ")
        if chosen.verbose:
            print(*score.wrong, sep="\n")


if __name__ == "__main__":
    main()
