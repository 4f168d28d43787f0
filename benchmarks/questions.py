"""The questions that are timed: the first of each kind, of those that tests/ asks of the sample and of the fixtures."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import ROOT, Made

__all__ = ["FIXTURES", "SAMPLE", "Folder", "Question", "about", "load", "pick"]


@dataclass(frozen=True, slots=True)
class Folder:
    """Reports with the questions that tests ask of them."""

    label: str
    reports: Path
    questions: Path


TESTS = ROOT / "tests"
SAMPLE = Folder("the sample", ROOT / "reports", TESTS / "sample_questions.jsonl")
FIXTURES = Folder("nine reports", TESTS / "fixtures" / "reports", TESTS / "fixtures" / "questions.jsonl")


@dataclass(frozen=True, slots=True)
class Question:
    """``turns`` is what was said before; ``evidence`` a verbatim quote that holds the answer, "" when there is none."""

    text: str
    kind: str
    turns: tuple[str, ...] = ()
    evidence: str = ""


def load(path: Path) -> list[Question]:
    """The questions of a file, in its order, without those kept aside (number divisible by 3)."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Question(row["question"], row["kind"], tuple(row.get("turns") or ()), row.get("evidence") or "")
        for row in rows if int(re.sub(r"\D", "", row["id"])) % 3
    ]


def pick(questions: list[Question], *, each: int) -> tuple[list[Question], list[Question]]:
    """(the first ``each`` of every kind, the others): what is timed, and what warms up."""
    taken: Counter[str] = Counter()
    timed: list[Question] = []
    others: list[Question] = []
    for question in questions:
        (timed if taken[question.kind] < each else others).append(question)
        taken[question.kind] += 1
    return timed, others


def about(corpus: list[Made], count: int) -> list[Question]:
    """``count`` questions on zones and years spread over a corpus, in four kinds by turns."""
    chosen = [corpus[number * len(corpus) // count] for number in range(count)]
    return [_ask(made, number) for number, made in enumerate(chosen)]


def _ask(made: Made, number: int) -> Question:
    forms = (
        ("figure", "{zone}{year}年财政总收入是多少"), ("growth", "{zone}{year}年固定资产投资同比增长多少"),
        ("list", "{zone}{year}年引进了哪些项目"), ("absent", "{zone}{year}年森林覆盖率是多少"),
        ("figure", "{year}年{zone}合同外资多少"), ("target", "{zone}{year}年定的下一年财政总收入目标是多少"),
    )
    kind, form = forms[number % len(forms)]
    return Question(form.format(zone=made.zone, year=made.year), kind)
