"""The questions of ``tests/crossing`` (what they are: its README), each with the numbers or sentences that it is compared with.

They are understood as the assistant does, and what a report tells that can be meant at all is what each is compared with; those
that are answered in words are compared with all sentences of their report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from assistant.computing import Computed
from assistant.extractive.asks import Told, asks_of
from assistant.extractive.crossing import marked
from assistant.extractive.inwords import passage
from assistant.extractive.sentences import units
from assistant.extractive.summed import summed
from assistant.extractive.sums import Sum, sums_of
from assistant.extractive.wanted import Asked
from assistant.extractive.wholly import BY_WORDS, Choice, compare
from assistant.extractive.worked import numbers
from assistant.framing import unframed
from assistant.judging import contains, normal_form
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.records import Query
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from index.building import build
from index.opening import Index

__all__ = [
    "ASKED", "COMPUTED", "HELD", "HELD_COMPUTED", "HELD_OUT", "HELD_WORDS", "WORDS", "Example", "Sort", "asked", "computed",
    "examples", "gives", "put_together", "worded",
]

DATA = ROOT / "tests" / "crossing"
#: Reports none of whose questions are trained or fitted on; ``_p`` asks of the two reports of a zone together.
HELD_OUT = ("bp_1", "bu_2", "bx_1", *(f"{zone}_{part}" for zone in ("da", "db", "dc", "dd", "de") for part in ("1", "2", "p")))
_ASKED = sorted((DATA / "asked").glob("*.jsonl"))
ASKED = [path for path in _ASKED if path.stem not in HELD_OUT]
HELD = [*sorted((DATA / "held").glob("*.jsonl")), *(path for path in _ASKED if path.stem in HELD_OUT)]
WORDS = sorted((DATA / "words").glob("*.jsonl"))
HELD_WORDS = ("ac_2", "ad_1", "ag_2", "new_f2", "new_k1", "q_2", "s_3", *(name for name in HELD_OUT if not name.endswith("_p")))
COMPUTED = sorted((DATA / "computed").glob("*.jsonl"))
HELD_COMPUTED = ("c13", "new_k1", "new_f2", "q_2", "s_3", *HELD_OUT)
TOGETHER, SUMS = 10, 60  # numbers that are put together, and sums of them that are read at most


class Sort(Enum):
    """What a question asks for."""

    NUMBER = "numbers"
    SENTENCE = "sentences"
    RESULT = "results"
    SUM = "sums"


@dataclass(frozen=True, slots=True)
class Example:
    """What is asked, what is read of each number or sentence, which are right, and how near each is by its words.

    Right are those that answer, or, where it is to be worked out, those that the result needs.
    """

    sort: Sort
    words: str
    texts: tuple[str, ...]
    right: tuple[bool, ...]
    near: tuple[float, ...]


@contextmanager
def asked(path: Path) -> Iterator[tuple[list[dict[str, Any]], Assistant]]:
    """The questions of a file, with an assistant over its report or reports alone."""
    head, *rows = map(json.loads, path.read_text("utf-8").splitlines())
    with TemporaryDirectory(prefix="zoneqa-crossing-", ignore_cleanup_errors=True) as work:
        reports = Path(work) / "reports"
        reports.mkdir()
        for name in head.get("reports") or [head["report"]]:
            copyfile(ROOT / name, reports / Path(name).name)
        settings = Settings.load(reports_dir=reports, index_dir=Path(work) / "index")
        build(settings)
        with Assistant(Index.open(settings), settings) as assistant:
            yield rows, assistant


def examples(path: Path) -> Iterator[Example]:
    """The questions of a file that ask for numbers, one example for each number asked for."""
    with asked(path) as (rows, assistant):
        for row in rows:
            yield from _of(row, assistant)


def worded(path: Path) -> Iterator[Example]:
    """The questions of a file that sentences answer."""
    with asked(path) as (rows, assistant):
        facts = assistant.facts
        known = facts.understanding()
        (report,) = facts.cards.values()
        sentences = [u for u in units(facts, report.id) if not u.table]
        texts = tuple(passage(u.text, u.path) for u in sentences)
        for row in rows:
            query = understand(unframed(row["question"], known), known)
            words = Asked(query)
            words.weigh(sentences)
            near = tuple(words.covered(u.text, u.grams) + 0.25 * words.covered("", u.above) for u in sentences)
            right = tuple(any(_squeezed(u.text) in _squeezed(s) or _squeezed(s) in _squeezed(u.text) for s in row["sentences"]) for u in sentences)
            if any(right) or not row["sentences"]:
                yield Example(Sort.SENTENCE, query.bare, texts, right, near)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|]", "", text)


def _of(row: dict[str, Any], assistant: Assistant) -> Iterator[Example]:
    facts = assistant.facts
    known = facts.understanding()
    query = understand(unframed(row["question"], known), known)
    asks = asks_of(query.bare)
    if not asks or (row["numbers"] and len(asks) != len(row["numbers"])):
        return
    compared = compare(facts, query, asks, assistant.by_rules(row["question"]), read=False)
    answers = [_answers(row, choice, assistant) for choice in compared.choices]
    if not compared.choices or (row["numbers"] and not any(answers)):
        return
    for number, ask in enumerate(asks):
        right: dict[str, bool] = {}
        near: dict[str, float] = {}
        for choice, answer, how in zip(compared.choices, answers, compared.rows[:-1] @ BY_WORDS, strict=True):
            text = marked(facts, choice.told[number])
            right[text] = right.get(text, False) or answer
            near[text] = max(near.get(text, how), how)
        words = ask.text if len(asks) > 1 else query.bare
        yield Example(Sort.NUMBER, words, tuple(right), tuple(right.values()), tuple(near.values()))


def _answers(row: dict[str, Any], choice: Choice, assistant: Assistant) -> bool:
    """Whether a choice tells the numbers of the key, in its sentence or beside it."""
    if not row["numbers"]:
        return False
    for told, number in zip(choice.told, row["numbers"], strict=True):
        text = assistant.facts.report(told.figure.report_id).text
        at = text.find(row["sentence"][:40].strip())
        near = at < 0 or at - 60 <= told.figure.start <= at + len(row["sentence"]) + 60
        if not near or not contains(normal_form(told.text), normal_form(number)):
            return False
    return True


def computed(path: Path) -> Iterator[Example]:
    """What the results of a file's questions need, where a number of it is printed."""
    with asked(path) as (rows, assistant):
        known = assistant.facts.understanding()
        for row in rows:
            query = understand(unframed(row["question"], known), known)
            needed = _needed(row, query, assistant)
            if needed is not None:
                yield needed


def _needed(row: dict[str, Any], query: Query, assistant: Assistant) -> Example | None:
    facts = assistant.facts
    if not query.zones and len(facts.zones.zones) > 1:  # nothing but a firm or a project says which zone is meant
        said = {o.get("report") for o in row["operands"]}
        query = replace(query, zones=tuple(dict.fromkeys(c.zone for c in facts.cards.values() if facts.report(c.id).name in said)))
    told, near = numbers(facts, query)
    right = tuple(any(_is_operand(t, operand, assistant) for operand in row["operands"]) for t in told)
    return Example(Sort.RESULT, query.bare, tuple(marked(facts, t) for t in told), right, tuple(near)) if any(right) else None


def _is_operand(told: Told, operand: dict[str, str], assistant: Assistant) -> bool:
    """Whether a number is the one that an operand of the file names, in its sentence or row."""
    report = assistant.facts.report(told.figure.report_id)
    if operand.get("report") not in (None, report.name):
        return False
    text, number = normal_form(told.text), normal_form(operand["number"])
    if not contains(text, number) and not contains(text, normal_form(operand["number"] + operand.get("unit", ""))):
        return False
    around = _squeezed(report.text[max(0, told.figure.sentence_start - 20) : told.figure.sentence_end + 20])
    quote = _squeezed(operand["sentence"])
    return quote[:12] in around or _squeezed(assistant.facts.sentence(told.figure)) in quote


def put_together(path: Path, every: int = 1) -> Iterator[Example]:
    """Each n-th question of a file, with sums of the nearest numbers: which of them give the result, if one does."""
    with asked(path) as (rows, assistant):
        facts = assistant.facts
        known = facts.understanding()
        for row in rows[::every]:
            query = understand(unframed(row["question"], known), known)
            told, near = numbers(facts, query)
            needed = {i for i, t in enumerate(told) if any(_is_operand(t, operand, assistant) for operand in row.get("operands", ()))}
            kept = sorted(range(len(told)), key=lambda i: -near[i] - 100 * (i in needed))[:TOGETHER]
            sums = list(sums_of([told[i] for i in kept]))
            places = {told[i]: i for i in kept}
            members = [[places[t] for t in of.numbers] for of in sums]
            right = [gives(of, row, assistant) for of in sums]
            if not sums or any(right) != bool(row.get("operands")):
                continue
            how = [sum(near[i] + 2 * (i in needed) for i in each) / len(each) for each in members]
            order = sorted(range(len(sums)), key=lambda i: (not right[i], -how[i]))[:SUMS]
            texts = tuple(summed(facts, sums[i]) for i in order)
            yield Example(Sort.SUM, query.text, texts, tuple(right[i] for i in order), tuple(how[i] for i in order))


def gives(of: Sum, row: dict[str, Any], assistant: Assistant) -> bool:
    """Whether a sum is of numbers that a row's result needs, and comes to it."""
    operands = row.get("operands", ())
    if not operands or not _comes_to(of.result, row["result"]):
        return False
    return all(any(_is_operand(told, operand, assistant) for operand in operands) for told in of.numbers)


def _comes_to(result: Computed, said: str) -> bool:
    """Whether a result is the one of the key, as it is rounded there."""
    (wanted, *_), value = (*re.findall(r"\d+(?:\.\d+)?", normal_form(said)), "0"), abs(float(result.value))
    least = max(0.006 * float(wanted), 0.0051)
    return any(abs(value * scale - float(wanted)) <= least for scale in (1, 100, 1e4, 1e8, 1e-2, 1e-4, 1e-8))
