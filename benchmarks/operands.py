"""``python -m benchmarks.operands``: the cross-encoder of questions that compute; ``--score`` only measures.

It is the cross-encoder of ``benchmarks.crossing`` trained further, on the questions of ``tests/crossing/computed``: each with
the numbers that its result needs.  Questions of single numbers are trained again, so that they are not forgotten.  Training
needs what ``benchmarks.crossing`` needs.  Held out are the questions of the files of HELD.
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
from assistant.extractive.worked import READ, numbers
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
HELD = ("c13", "new_k1", "new_f2", "q_2", "s_3")
EPOCHS, OFTEN, RATE = 2, 2, 5e-5  # each of them as often in an epoch
AGAIN = 2500  # questions of single numbers


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


def score(found: Sequence[Example], network: CrossEncoder) -> Table:
    """How often the highest logit is of a number that is needed, and the two highest are."""
    first = both = 0
    needed = [(e, sorted(range(len(e.texts)), key=lambda i: -e.near[i])[:READ]) for e in found]
    needed = [(e, read) for e, read in needed if any(e.right[i] for i in read)]
    for example, read in needed:
        logits = network.scores(example.words, [example.texts[i] for i in read])
        ranked = [example.right[read[i]] for i in (-logits).argsort()]
        first += ranked[0]
        both += all(ranked[: min(sum(ranked), 2)])
    rows = [("first is needed", f"{first} of {len(needed)}"), ("both of the first two are", f"{both} of {len(needed)}")]
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
        data = [e for path in FILES if path.stem not in HELD for e in computed(path) for _ in range(OFTEN)]
        single = [e for path in sorted((DATA / "asked").glob("*.jsonl")) for e in examples(path)]
        data += chance.sample(single, min(AGAIN, len(single)))
        train(data, EPOCHS, chosen.out, start=CROSS_ENCODER, rate=RATE, asked=COMPUTED)
    found = [e for path in FILES if path.stem in HELD for e in computed(path)]
    print(score(found, CrossEncoder(chosen.out, COMPUTED)).markdown())


if __name__ == "__main__":
    main()
