"""``python -m benchmarks.way``: the weights by which a question tells how its result is worked out; ``--score`` only measures.

Questions are those of ``tests/crossing``: of ``computed`` each has its way, those of ``asked`` ask for one number, and so does
each that asks for a figure of their reports by its own name (2018年财政总收入是多少), which nobody there puts so plainly.  Held
out are the files that ``benchmarks.crossing`` holds out, and ``held``.  Written is ``assistant/extractive/way.npz``.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.extractive import way
from assistant.extractive.likeliest import words_of
from assistant.extractive.sums import Way
from assistant.extractive.way import Vector, features, grams
from assistant.framing import unframed
from assistant.question import understand
from benchmarks.crossing_examples import ASKED, COMPUTED, HELD, HELD_COMPUTED, asked
from benchmarks.tables import Table
from index.records import Status

__all__ = ["main"]

OUT = Path(way.__file__).with_name("way.npz")
LEAST = 5  # questions that say a gram
PENALTY, STEPS, RATE = 0.01, 1500, 0.2  # of the sum of squares, over all questions
ONES = 0.3  # what a question of one number counts: rules mostly find what is printed, and this is asked where they found nothing
PLAIN = 8  # figures of a report that are asked for by their own names
ENDS = ("是多少", "多少", "有多少", "完成多少", "达到多少", "是多少？", "多少？", "？")
GROWN = ("增长多少", "增速是多少", "同比增长多少？")
WAYS = {
    "diff": Way.DIFFERENCE, "trend": Way.TREND, "rest": Way.REST, "share": Way.SHARE, "per": Way.PER, "times": Way.TIMES, "sum": Way.SUM,
    "part": Way.PART, "back": Way.BACK, "most": Way.MOST,
}  # fmt: skip
LIMITS = (0.5, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Question:
    """A question's words, its embedding and its way."""

    text: str
    embedding: Vector
    way: Way
    plain: bool = False  # asks for a figure by its own name


def questions(path: Path) -> Iterator[Question]:
    """The questions of a file, as the assistant understands them."""
    with asked(path) as (rows, assistant):
        known, names = assistant.facts.understanding(), assistant.facts.linker.names
        for row in rows:
            query = understand(unframed(row["question"], known), known)
            yield Question(query.text, names.asking(words_of(query.bare)), WAYS[row["operation"]] if "operation" in row else Way.ONE)


def plain(path: Path) -> Iterator[Question]:
    """Some figures of the reports of a file, asked for by their own names, with and without zone and period."""
    lots = random.Random(path.stem)
    with asked(path) as (_, assistant):
        facts = assistant.facts
        known, names = facts.understanding(), facts.linker.names
        named = [f for f in facts.figures(facts.zones.zones) if f.value is not None and 2 <= len(f.indicator) <= 14]
        for f in lots.sample(named, min(PLAIN, len(named))):
            of = lots.choice([f.zone, facts.short(f.zone), ""]) + (f.period.label if f.period and lots.random() < 0.7 else "")
            end = lots.choice(GROWN) if f.growth_text and lots.random() < 0.3 else lots.choice(ENDS)
            what = f"{f.scope}{f.indicator}{'目标' if f.status is Status.TARGET else ''}"
            query = understand(unframed(f"{of}{what}{end}", known), known)
            yield Question(query.text, names.asking(words_of(query.bare)), Way.ONE, plain=True)


def fit(data: Sequence[Question]) -> tuple[list[str], Vector]:
    """Grams and weights, (grams + embedding + 1, ways), of greatest likelihood."""
    said = Counter(gram for one in data for gram in grams(one.text))
    known = sorted(gram for gram, count in said.items() if count >= LEAST)
    rows = _rows(data, known)
    right = np.array([[float(one.way is w) for w in Way] for one in data], dtype=np.float32)
    counts = np.array([[ONES if one.way is Way.ONE and not one.plain else 1.0] for one in data], dtype=np.float32)
    weights = np.zeros((rows.shape[1], len(Way)), dtype=np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = rows.T @ ((_shares(rows @ weights) - right) * counts) + 2 * PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= RATE * (1 - step / STEPS) * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return known, weights


def _rows(data: Sequence[Question], known: Sequence[str]) -> Vector:
    at = {gram: i for i, gram in enumerate(known)}
    return np.stack([features(one.text, one.embedding, at) for one in data])


def _shares(logits: Vector) -> Vector:
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float32)


def score(computed: Sequence[Question], ones: Sequence[Question], plainly: Sequence[Question], known: Sequence[str], weights: Vector) -> Table:
    """How often the likeliest way is right, and how many of each sort are taken to ask for one number."""
    shares, of_ones, of_plain = (_shares(_rows(each, known) @ weights) for each in (computed, ones, plainly))
    order, one = list(Way), list(Way).index(Way.ONE)
    right = sum(order[i] is asked.way for i, asked in zip(shares.argmax(axis=1), computed, strict=True))
    def likely(of: Vector, limit: float) -> str:
        return f"{int((of[:, one] > limit).sum())} of {len(of)}"

    rows = [("way", f"{right} of {len(computed)}", "", "")]
    rows += [(f"one number, {limit} likely", likely(shares, limit), likely(of_ones, limit), likely(of_plain, limit)) for limit in LIMITS]
    return Table("Held-out questions", ("", "compute", "ask for numbers printed", "by their own names"), rows)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--score", action="store_true", help="measure the committed weights; fit nothing")
    chosen = parser.parse_args()
    if not chosen.score:
        files = [*(path for path in COMPUTED if path.stem not in HELD_COMPUTED), *ASKED]
        known, weights = fit([one for path in files for one in questions(path)] + [one for path in ASKED for one in plain(path)])
        np.savez_compressed(OUT, grams=np.array(known), weights=weights.astype(np.float16))
    with np.load(OUT) as stored:
        known, weights = [str(g) for g in stored["grams"]], stored["weights"].astype(np.float32)
    computed = [one for path in COMPUTED if path.stem in HELD_COMPUTED for one in questions(path)]
    ones, plainly = ([one for path in HELD for one in of(path)] for of in (questions, plain))
    print(score(computed, ones, plainly, known, weights).markdown())


if __name__ == "__main__":
    main()
