"""Questions made of the gold figures in plain forms: each by its own name, its growth, two of a report in one breath, their sum.

Run: ``python -m benchmarks.made two [--most 20] [--sets 'fifty'] [-v]``; the kinds are listed by ``--help``.  Nobody words
questions so; what fails here fails for whoever words them better.  An answer is right that tells the numbers, in figures or in
Chinese numerals, and begins as it has to.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from assistant import Assistant
from assistant.judging import normal_form
from assistant.settings import Settings
from benchmarks.quality_sets import GOLD
from index.records import Period

__all__ = ["KINDS", "Made", "is_right", "questions_of"]

SEED = 7
NEAR = Decimal("0.002")  # of a number, or half a unit of its second digit after the point: how it may be rounded
_TAILS = ("分别是多少", "各是多少", "是多少", "")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_RATES = ("%", "个百分点", "分", "位", None)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """The turns of a conversation, the numbers that its last answer has to tell, and how that has to begin."""

    turns: tuple[str, ...]
    numbers: tuple[Decimal, ...]
    begins: str = ""


def _of_one(row: Row, lead: str) -> dict[str, Made]:
    """Every kind that asks of one figure; ``lead`` is its zone and time."""
    name, value, unit = f"{lead}{row['scope'] or ''}{row['indicator']}", row["value"], row["unit"]
    grown = re.fullmatch(r"-?[\d.]+%", row["growth"] or "")
    out: dict[str, Made] = {}
    if grown and row["status"] == "完成":
        out["growth"] = Made((f"{name}增长了多少",), (abs(Decimal(grown[0][:-1])),))
    number = Decimal(value) if value and re.fullmatch(r"[\d.]+", value) else None
    if number is None:
        return out
    out["single"] = Made((f"{name}{row['status'] if row['status'] in ('目标', '预计') else ''}是多少",), (number,))
    if row["status"] != "完成" or row["scope"] or not unit or not number:
        return out
    out["claim"] = Made((f"{name}是{value}{unit}吗",), (number,), "对")
    out["above"] = Made((f"{name}超过{_round(number * 8 / 10)}{unit}了吗",), (number,), "对")
    out["back"] = Made((f"{lead}的{value}{unit}是什么",), (number,))
    if unit not in _RATES:
        far = _round(number * 12 / 10 + 1)
        out["distance"] = Made((f"{name}离{far}{unit}还差多少",), (far - number,))
        out["half"] = Made((f"{name}的一半是多少",), (number / 2,))
        if grown:
            before = number / (1 + Decimal(grown[0][:-1]) / 100)
            out["changed"] = Made((f"{name}比上年增加了多少{unit}",), (abs(number - before),))
    return out


def _of_two(one: Row, other: Row, lead: str, tail: str) -> dict[str, Made]:
    """Every kind that asks of two figures of one report and time."""
    a, b = one["indicator"], other["indicator"]
    x, y = Decimal(one["value"]), Decimal(other["value"])
    out = {
        "two": Made((f"{lead}{a}和{b}{tail}",), (x, y)),
        "next": Made((f"{lead}{a}是多少", f"{b}呢"), (y,)),
    }
    if one["unit"] == other["unit"] and one["unit"] not in _RATES and x and y:
        out["sum"] = Made((f"{lead}{a}加上{b}一共是多少",), (x + y,))
        out["difference"] = Made((f"{lead}{a}和{b}相差多少",), (abs(x - y),))
        out["share"] = Made((f"{lead}{a}相当于{b}的百分之几",), (x / y * 100,))
        out["together"] = Made((f"{lead}{a}是多少", f"{b}呢", "两个加起来多少"), (x + y,))
    return out


KINDS = (
    "single", "growth", "claim", "above", "back", "distance", "half", "changed", "two", "next", "sum", "difference", "share", "together",
)


def _round(number: Decimal) -> Decimal:
    return max(number.quantize(Decimal(1)), Decimal(1))


def questions_of(kind: str, rows: list[Row], zones: dict[str, str]) -> Iterator[Made]:
    """The questions of one kind; ``rows`` are gold figures, ``zones`` the zone of each report by its name."""
    dated = (row for row in rows if row["report"] in zones and re.fullmatch(r"\d{4}(?:[HQM][\d-]+)?", row["period"] or ""))  # not 达产后
    told = [(row, f"{zones[row['report']]}{Period.parse(row['period']).label}") for row in dated]
    for row, lead in told:
        if (made := _of_one(row, lead).get(kind)) is not None:
            yield made
    whole = [(lead, r) for r, lead in told if r["status"] == "完成" and not r["scope"] and re.fullmatch(r"[\d.]+", r["value"] or "")]
    chance = random.Random(SEED)
    for lead, group in groupby(sorted(whole, key=lambda w: w[0]), key=lambda w: w[0]):
        named = list({row["indicator"]: row for _, row in group}.values())
        chance.shuffle(named)
        alike = named if kind in ("two", "next") else sorted(named, key=lambda row: str(row["unit"]))
        for one, other in zip(alike[::2], alike[1::2], strict=False):
            if (made := _of_two(one, other, lead, chance.choice(_TAILS)).get(kind)) is not None:
                yield made


def is_right(made: Made, text: str, cited: list[Decimal]) -> bool:
    """Whether an answer tells the numbers, printed, worked out or cited (七个), and begins as it has to."""
    told = [*(Decimal(n.replace(",", "")) for n in _NUMBER.findall(normal_form(text))), *cited]
    near = (any(abs(abs(t) - n) <= max(abs(n) * NEAR, Decimal("0.006")) for t in told) for n in made.numbers)
    return all(near) and text.startswith(made.begins)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=KINDS)
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
                    talk = assistant.conversation()
                    answer = [talk.ask(turn) for turn in one.turns][-1]
                    every += 1
                    if is_right(one, answer.text, [f.value for f in answer.figures if f.value is not None]):
                        right += 1
                        continue
                    refused += answer.refused
                    if asked.verbose:
                        print(f"{gold.label}: {' → '.join(one.turns)} {[*map(str, one.numbers)]}\n    {answer.text[:160]}")
    print(f"{right} of {every} right; {refused} refused, {every - right - refused} told something else")


if __name__ == "__main__":
    main()
