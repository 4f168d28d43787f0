"""``python -m benchmarks.plainly``: every gold figure asked for by its own name, zone and period; ``-v`` lists what was told instead.

What a report prints must be had by asking for it plainly.  A question is built of the fields of a gold row, so some read oddly
(完成全年目标是多少); asked are rows with a value, whose scope is one thing.  Right is an answer that begins with the value.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.pipeline import Assistant
from benchmarks.likelihood import each_set
from benchmarks.quality_sets import GOLD, SETS, Gold
from benchmarks.tables import Table
from index.numerals import convert, find_quantities
from index.records import Period

__all__ = ["Told", "asked_plainly", "main", "tells", "zones_of"]

_STATES = {"完成": "", "目标": "目标", "预计": "预计"}


@dataclass(frozen=True, slots=True)
class Told:
    """One gold figure, as it was asked for and what was said."""

    label: str
    question: str
    value: str
    text: str
    right: bool
    refused: bool


def asked_plainly(gold: Gold, assistant: Assistant) -> Iterator[Told]:
    """The rows of a gold folder, one question each."""
    zones = zones_of(assistant)
    for line in (gold.folder / "expected_figures.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        question = _question(row, zones.get(row["report"], ""))
        if not question:
            continue
        answer = assistant.ask(question)
        right = not answer.refused and tells(answer.statements[0].text, Decimal(row["value"]), row["unit"])
        yield Told(gold.label, question, row["value"] + row["unit"], answer.text, right, answer.refused)


def zones_of(assistant: Assistant) -> dict[str, str]:
    """The zone of each report that has figures, by its file's name."""
    facts = assistant.facts
    return {facts.report(f.report_id).name: zone for zone in facts.zones.zones for f in facts.figures([zone])}


def _question(row: dict[str, Any], zone: str) -> str:
    """Empty where a row has no value, its scope is more than one thing, or it is of no time."""
    scope = row["scope"] or ""
    if not (row["value"] and row["unit"] and zone) or re.search("[，、]", scope) or not re.match(r"\d{4}|$", row["period"] or ""):
        return ""
    when = Period.parse(row["period"]).label if row["period"] else ""
    return f"{zone}{when}{scope}{row['indicator']}{_STATES[row['status']]}是多少"


def tells(text: str, value: Decimal, unit: str) -> bool:
    """Whether a number of a sentence is the value, in whatever unit or words (三家, 10,000亩)."""
    told = [(q.value, q.unit) for q in find_quantities(text)]
    return any((u == unit and v == value) or convert(v, u, unit) == value for v, u in told)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="benchmarks.plainly", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was told instead")
    chosen = parser.parse_args()
    of = {gold.folder / "reports": gold for gold in GOLD}
    first = {one.reports: one for one in reversed(SETS)}
    rows = []
    for one, assistant in each_set([first[reports] for reports in of]):
        told = list(asked_plainly(of[one.reports], assistant))
        wrong = [t for t in told if not (t.right or t.refused)]
        right, refused = sum(t.right for t in told), sum(t.refused for t in told)
        rows.append((of[one.reports].label, str(len(told)), f"{right} ({right / len(told):.1%})", str(refused), str(len(wrong))))
        if chosen.verbose:
            print("\n".join(f"{t.label}: {t.question} ≡ {t.value} ⇒ {t.text[:100]}" for t in wrong))
    print(Table("Figures asked for by their own names", ("", "asked", "right", "refused", "another told"), rows).markdown())


if __name__ == "__main__":
    main()
