"""``python -m benchmarks.operands``: the cross-encoder of questions that compute; ``--score`` only measures.

It is the cross-encoder of ``benchmarks.crossing`` trained further, on the questions of ``tests/crossing/computed``: each with
the numbers that its result needs, and with how it is worked out.  A third of the questions of single numbers are trained
again, so that they are not forgotten.  Two epochs take half an hour on 2 cores; training needs what ``benchmarks.crossing`` needs.
Held out are the questions of the files of HELD.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.extractive import likeliest, wholly
from assistant.extractive.asks import Told
from assistant.extractive.crossing import COMPUTED, CROSS_ENCODER, OPERANDS, marked
from assistant.extractive.sums import Way
from assistant.extractive.worked import READ, numbers, reading
from assistant.framing import unframed
from assistant.judging import contains, normal_form
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.records import Query
from benchmarks.crossing import DATA, Example, asked, examples, train
from benchmarks.tables import Table
from index.embedding.cross_encoder import CrossEncoder

__all__ = ["FILES", "HELD", "computed", "main"]

FILES = sorted((DATA / "computed").glob("*.jsonl"))
HELD = ("c13", "new_k1", "new_f2")
EPOCHS, RATE = 2, 5e-5
AGAIN, AS_ONE = 2500, 600  # questions of single numbers: trained again, and trained as ones that work nothing out
_WAYS = {
    "diff": Way.DIFFERENCE, "trend": Way.TREND, "rest": Way.REST, "share": Way.SHARE, "per": Way.PER, "times": Way.TIMES, "sum": Way.SUM,
    "part": Way.PART, "back": Way.BACK, "most": Way.MOST,
}  # fmt: skip


def computed(path: Path) -> Iterator[tuple[Example | None, Example]]:
    """The questions of a file: what their results need (None where a number isn't printed), and how they are worked out."""
    with asked(path) as (rows, assistant):
        known = assistant.facts.understanding()
        for row in rows:
            query = understand(unframed(row["question"], known), known)
            yield _needed(row, query, assistant), _way(query.bare, _WAYS[row["operation"]])


def _way(words: str, right: Way) -> Example:
    return Example(words, tuple(map(reading, Way)), tuple(way is right for way in Way), (0.0,) * len(Way), True)


def _needed(row: dict[str, Any], query: Query, assistant: Assistant) -> Example | None:
    facts = assistant.facts
    if not query.zones and len(facts.zones.zones) > 1:  # nothing but a firm or a project says which zone is meant
        said = {o.get("report") for o in row["operands"]}
        query = replace(query, zones=tuple(dict.fromkeys(c.zone for c in facts.cards.values() if facts.report(c.id).name in said)))
    told, near = numbers(facts, query)
    right = tuple(any(_is(t, operand, assistant) for operand in row["operands"]) for t in told)
    return Example(query.bare, tuple(marked(facts, t) for t in told), right, tuple(near), True) if any(right) else None


def _is(told: Told, operand: dict[str, str], assistant: Assistant) -> bool:
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


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|]", "", text)


def score(found: Sequence[tuple[Example | None, Example]], network: CrossEncoder) -> Table:
    """How often the highest logit is of a number that is needed, of each number that is, and of the right way."""
    first = both = 0
    needed = [(e, sorted(range(len(e.texts)), key=lambda i: -e.near[i])[:READ]) for e, _ in found if e is not None]
    needed = [(e, read) for e, read in needed if any(e.right[i] for i in read)]
    for example, read in needed:
        logits = network.scores(example.words, [example.texts[i] for i in read])
        ranked = [example.right[read[i]] for i in (-logits).argsort()]
        first += ranked[0]
        both += all(ranked[: min(sum(ranked), 2)])
    ways = sum(w.right[int(network.scores(w.words, w.texts).argmax())] for _, w in found)
    rows = [("first is needed", f"{first} of {len(needed)}"), ("both of the first two are", f"{both} of {len(needed)}"),
            ("way", f"{ways} of {len(found)}")]  # fmt: skip
    return Table("Held-out questions that compute", ("", "right"), rows)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--score", action="store_true", help="measure the committed network; train nothing")
    parser.add_argument("--out", type=Path, default=OPERANDS)
    chosen = parser.parse_args()
    likeliest.LEAST = wholly.LEAST = wholly.LEAST_OF_SEVERAL = 2.0  # rules alone
    if not chosen.score:
        chance = random.Random(0)
        data = [e for path in FILES if path.stem not in HELD for pair in computed(path) for e in (pair[0], *pair) if e is not None]
        single = [e for path in sorted((DATA / "asked").glob("*.jsonl")) for e in examples(path)]
        data += chance.sample(single, min(AGAIN, len(single)))
        data += [_way(e.words, Way.ONE) for e in chance.sample(single, min(AS_ONE, len(single)))]
        train(data, EPOCHS, chosen.out, start=CROSS_ENCODER, rate=RATE, asked=COMPUTED)
    found = [pair for path in FILES if path.stem in HELD for pair in computed(path)]
    print(score(found, CrossEncoder(chosen.out, COMPUTED)).markdown())


if __name__ == "__main__":
    main()
