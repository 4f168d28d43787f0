"""What is asked and of which reports: each file of questions beside a folder of reports is a set, or two.

The questions kept aside (ids whose number is divisible by 3, of the sets in two) and the fourth set of fresh reports
are measured and never listed: nobody mends a rule for what he has not read.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation import read_items, select
from assistant.judging import Item
from benchmarks.corpus import ROOT

__all__ = ["GOLD", "SETS", "Gold", "QuestionSet"]

_TESTS = ROOT / "tests"
_FRESH = _TESTS / "fresh"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions on a folder of reports; sets of one folder share an index.  ``looked_at`` ones show their failures."""

    label: str
    reports: Path
    questions: Path
    hold_out: int = 0
    held_out: int = 0
    looked_at: bool = True
    ablated: bool = False  # asked again without each part, and fitted on
    least: float = 0.0  # the share that must pass; 0 where nothing is demanded

    def items(self, *, every: int = 1) -> list[Item]:
        """The questions in file order; with ``every`` n only each n-th."""
        return select(read_items(self.questions), hold_out=self.hold_out, held_out=self.held_out)[::every]

    def places(self) -> dict[str, tuple[str, ...]]:
        """By question id, the names of the reports that its answer stands in; none where there is no such report."""
        rows = (json.loads(line) for line in self.questions.read_text("utf-8").splitlines() if line.strip())
        return {row["id"]: tuple(row["reports"]) for row in rows}


@dataclass(frozen=True, slots=True)
class Gold:
    """Figures that should be extracted from a folder's ``reports``; of ``complete`` reports, all that there are."""

    label: str
    folder: Path
    complete: frozenset[str]
    precision: float
    recall: float


_NINE = (_TESTS / "fixtures" / "reports", _TESTS / "fixtures" / "questions.jsonl")
_TOLD = tomllib.loads((_FRESH / "sets.toml").read_text("utf-8"))
_ROUNDS = {number: _FRESH / f"round{number}" for number in sorted(int(one.name.removeprefix("round")) for one in _FRESH.glob("round*"))}
_FOLDERS = {"nine reports": _TESTS / "fixtures", **{f"set {number}": folder for number, folder in _ROUNDS.items()}}
#: Families of further questions, by the file that they stand in; a third of each is kept aside, but for two; half of those put otherwise.
_FURTHER = {"more": "asked more", "asked": "asked anew", "across": "asked across", "worded": "reworded", "reckoned": "reckoned",
            "talked": "talked over", "computed": "computed", "words": "other words", "otherwise": "said otherwise"}
_WHOLE = {"computed", "words"}
_UNDIVIDED = 9  # the rounds so far are looked at whole, but for one
_UNSEEN = 4


def _apart(label: str, questions: Path) -> tuple[QuestionSet, QuestionSet]:
    """A set in two: what is looked at, and the third that is only measured."""
    place = (questions.parent / "reports", questions)
    return (QuestionSet(f"{label}, looked at", *place, hold_out=3), QuestionSet(f"{label}, kept aside", *place, held_out=3, looked_at=False))


def _of_round(number: int, folder: Path) -> Iterator[QuestionSet]:
    """The questions that were written with a round's reports."""
    questions = folder / "questions.jsonl"
    if number > _UNDIVIDED and number not in _TOLD["whole"]:
        yield from _apart(f"{'asked plainly' if number in _TOLD['plain'] else 'fresh'}, set {number}", questions)
    elif number == _UNSEEN:
        yield QuestionSet(f"fresh, set {number}", folder / "reports", questions, looked_at=False, least=0.90)
    else:
        yield QuestionSet(f"fresh, set {number}", folder / "reports", questions, ablated=number == 1)


def _further(name: str, of: str, folder: Path) -> Iterator[QuestionSet]:
    """Questions that were written later on the reports of ``folder``, where there are such."""
    questions = folder / f"{name}.jsonl"
    if not questions.is_file():
        return
    if name in _WHOLE or (name == "otherwise" and int(folder.name.removeprefix("round")) in _TOLD["otherwise"]):
        yield QuestionSet(f"{_FURTHER[name]}, {of}", folder / "reports", questions)
    else:
        yield from _apart(f"{_FURTHER[name]}, {of}", questions)


SETS = (
    QuestionSet("nine reports, looked at", *_NINE, hold_out=3, least=0.97, ablated=True),
    QuestionSet("nine reports, kept aside", *_NINE, held_out=3, looked_at=False, least=0.93),
    *(one for number, folder in _ROUNDS.items() for one in _of_round(number, folder)),
    *(one for name in _FURTHER for of, folder in _FOLDERS.items() for one in _further(name, of, folder)),
    QuestionSet("the sample", ROOT / "reports", _TESTS / "sample_questions.jsonl", ablated=True),
)

GOLD = (
    Gold("nine reports", _TESTS / "fixtures", frozenset({"huaizhu_2017.txt", "jiling_2019h1.txt"}), 0.97, 0.95),
    *(Gold(f"fresh, set {number}", _ROUNDS[int(number)], frozenset(names), 0.95, 0.90) for number, names in _TOLD["complete"].items()),
)
