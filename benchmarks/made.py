"""Questions made of the gold figures: each by its own name, its growth, or two of a report in one breath.

Run: ``python -m benchmarks.made single|growth|two [--most 20] [--sets 'fifty'] [-v]``.  Nobody words questions so; what fails
here fails for whoever words them better.  An answer is right that tells the printed number, in figures or in Chinese numerals.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from assistant import Assistant
from assistant.judging import contains, normal_form
from assistant.settings import Settings
from benchmarks.quality_sets import GOLD
from index.records import Period

__all__ = ["Made", "questions_of"]

SEED = 7
_TAILS = ("分别是多少", "各是多少", "是多少", "")


@dataclass(frozen=True, slots=True)
class Made:
    """A question and the numbers that its answer has to tell."""

    question: str
    numbers: tuple[str, ...]


def questions_of(kind: str, rows: list[dict[str, Any]], zones: dict[str, str]) -> Iterator[Made]:
    """The questions of one kind; ``rows`` are gold figures, ``zones`` the zone of each report by its name."""
    dated = (row for row in rows if row["report"] in zones and re.fullmatch(r"\d{4}(?:[HQM][\d-]+)?", row["period"] or ""))  # not 达产后
    told = [(row, f"{zones[row['report']]}{Period.parse(row['period']).label}") for row in dated]
    if kind == "two":
        whole = [(lead, row) for row, lead in told if row["status"] == "完成" and not row["scope"] and row["value"]]
        chance = random.Random(SEED)
        for lead, group in groupby(sorted(whole, key=lambda w: w[0]), key=lambda w: w[0]):
            named = list({row["indicator"]: row for _, row in group}.values())
            chance.shuffle(named)
            for one, other in zip(named[::2], named[1::2], strict=False):
                yield Made(f"{lead}{one['indicator']}和{other['indicator']}{chance.choice(_TAILS)}", (one["value"], other["value"]))
        return
    for row, lead in told:
        name = f"{lead}{row['scope'] or ''}{row['indicator']}"
        grown = re.search(r"[\d.]+", row["growth"] or "") if row["status"] == "完成" else None
        if kind == "growth" and grown is not None:
            yield Made(f"{name}增长了多少", (grown[0],))
        elif kind == "single" and row["value"]:
            yield Made(f"{name}{row['status'] if row['status'] in ('目标', '预计') else ''}是多少", (row["value"],))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=("single", "growth", "two"))
    parser.add_argument("--most", type=int, default=20, help="questions of one set")
    parser.add_argument("--sets", default="", help="a regular expression that the label of a set holds")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what fails")
    asked = parser.parse_args()
    right = refused = every = 0
    for gold in GOLD:
        if not re.search(asked.sets, gold.label):
            continue
        rows = [json.loads(line) for line in (gold.folder / "expected_figures.jsonl").read_text("utf-8").splitlines()]
        with tempfile.TemporaryDirectory() as work:
            settings = Settings.load(reports_dir=gold.folder / "reports", index_dir=Path(work) / "index")
            with Assistant.open(settings=settings) as assistant:
                questions = list(questions_of(asked.kind, rows, {Path(c.name).name: c.zone for c in assistant.facts.cards.values()}))
                random.Random(SEED).shuffle(questions)
                for one in questions[: asked.most]:
                    answer = assistant.ask(one.question)
                    text, every = normal_form(answer.text), every + 1
                    told = {str(f.value) for f in answer.figures}  # 七个, as the figure that it is cited for
                    if all(contains(text, normal_form(n)) or n in told for n in one.numbers):
                        right += 1
                        continue
                    refused += answer.refused
                    if asked.verbose:
                        print(f"{gold.label}: {one.question} {one.numbers}\n    {answer.text[:160]}")
    print(f"{right} of {every} right; {refused} refused, {every - right - refused} told something else")


if __name__ == "__main__":
    main()
