"""What each part earns: the sets that are looked at, asked once more without it.

Parts are left out by what the program is made of: an embedder without meaning, an empty lexical index, other weights
of :class:`assistant.linking.Linker`, another way of reading, a copy of the program whose glossary.toml is empty.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import numpy as np

from assistant.conversation import follow_up
from assistant.evaluation import Scores, evaluate, score
from assistant.extractive import textual
from assistant.extractive.drafting import Drafting
from assistant.extractive.refusing import refuse_zone
from assistant.facts import Facts
from assistant.judging import Judge
from assistant.linking import WEIGHTS
from assistant.message import Message, Reader
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.records import Draft, Query
from assistant.settings import Settings
from assistant.verification import Verifier
from benchmarks.corpus import ROOT
from benchmarks.quality_sets import SETS, QuestionSet
from index.building import build
from index.embedding import BundledEmbedding
from index.embedding.base import Vector, Vectors
from index.lexical import LexicalStore
from index.opening import Index

__all__ = ["NO_GLOSSARY", "VARIANTS", "WHOLE", "Tally", "ablate", "main", "slug", "without_glossary"]

WHOLE = "everything"
_SHARED_CHARACTERS = ("asked", "named", "context")
NO_GLOSSARY = ('rewrites = {}\ndistinct = []\n[names]\n"〇〇〇〇" = []\n[broad]\n[stands]\n')


@dataclass(frozen=True, slots=True)
class Tally:
    """What one variant came to on one set."""

    passed: int
    asked: int
    wrong: int
    refused_rightly: int
    to_refuse: int
    refused_wrongly: int
    to_answer: int

    @classmethod
    def of(cls, scores: Scores) -> Self:
        return cls(scores.total.passed, scores.total.asked, scores.wrong_figures[0], *scores.refused_rightly,
                   *scores.refused_wrongly)


class MeaninglessEmbedding(BundledEmbedding):
    """Every text is the zero vector: all cosines are equal, so that nothing that is standardised moves."""

    def embed_query(self, text: str) -> Vector:
        return np.zeros(self.dimension, dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), self.dimension), dtype=np.float32)


class Unlexical(Assistant):
    """Names are ranked without the characters they share with what is asked; what is near enough stays as it is."""

    def _read_index(self) -> Reader:
        reader = super()._read_index()
        facts = Facts(self.index.snapshot, weights=WEIGHTS | dict.fromkeys(_SHARED_CHARACTERS, 0.0))
        return replace(reader, facts=facts, verifier=Verifier(facts))


class TextOnly(Assistant):
    """No figures: the best sentences or items, whatever is asked."""

    def _decide(self, message: Message, reader: Reader, chain: object) -> tuple[Query, Draft]:
        known = reader.facts.understanding()
        query = follow_up(message.question, list(message.turns), known) if message.turns else understand(message.question, known)
        drafting = Drafting(reader.facts)
        if query.unknown_zones:
            refuse_zone(drafting, query)
            return query, drafting.draft(refused=True)
        return query, drafting.draft(refused=not textual.answer_sentence(drafting, query, reader.retriever))


def _whole(settings: Settings, work: Path) -> Assistant:
    return Assistant(Index.open(settings), settings)


def _no_ledger(settings: Settings, work: Path) -> Assistant:
    return TextOnly(Index.open(settings), settings)


def _no_dense(settings: Settings, work: Path) -> Assistant:
    return Assistant(Index.open(settings, embedding=MeaninglessEmbedding.from_settings(settings)), settings)


def _no_bm25(settings: Settings, work: Path) -> Assistant:
    index = Index.open(settings)
    index.snapshot = replace(index.snapshot, lexical=LexicalStore.open(work / "empty-lexical"))
    return Assistant(index, settings)


def _no_characters(settings: Settings, work: Path) -> Assistant:
    return Unlexical(Index.open(settings), settings)


VARIANTS: dict[str, Callable[[Settings, Path], Assistant]] = {
    WHOLE: _whole,
    "without ledger (sentences only)": _no_ledger,
    "without dense (names, passages, sentences)": _no_dense,
    "without lexical: BM25 over passages": _no_bm25,
    "without lexical: characters shared by names": _no_characters,
}


def ablate(variant: str, chosen: QuestionSet, work: Path, *, every: int = 1) -> Tally:
    """One variant on one set; the index is built in ``work`` unless it is there already."""
    settings = Settings.load(reports_dir=chosen.reports, index_dir=work / f"index-{slug(chosen.reports)}")
    build(settings)
    with VARIANTS[variant](settings, work) as assistant:
        judge = Judge(report.text for report in assistant.index.ledger.reports())
        return Tally.of(score(evaluate(assistant, chosen.items(every=every), judge)))


def without_glossary(*, every: int = 1) -> list[Tally]:
    """The looked-at sets, asked in a process of its own of a copy of the program that knows no indicator."""
    with TemporaryDirectory(prefix="zoneqa-quality-", ignore_cleanup_errors=True) as place:
        root = Path(place)
        for name in ("assistant", "benchmarks", "index", "prompts"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "model"))
        for name in ("index/model", "tests", "reports"):
            (root / name).symlink_to(ROOT / name, target_is_directory=True)
        (root / "index" / "glossary.toml").write_text(NO_GLOSSARY, encoding="utf-8")
        done = subprocess.run([sys.executable, "-m", "benchmarks.quality_ablation", str(every)], cwd=root, check=True,
                              stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": place, "PYTHONUTF8": "1"})
        return [Tally(**row) for row in json.loads(done.stdout.decode().splitlines()[-1])]


def main() -> None:
    """Print the tallies of the looked-at sets as one line of JSON; for :func:`without_glossary`."""
    every = int(sys.argv[1])
    with TemporaryDirectory(prefix="zoneqa-quality-", ignore_cleanup_errors=True) as work:
        tallies = [ablate(WHOLE, one, Path(work), every=every) for one in SETS if one.ablated]
    print(json.dumps([asdict(tally) for tally in tallies]))


def slug(folder: Path) -> str:
    """A folder of the repository as one name."""
    return "-".join(folder.relative_to(ROOT).parts)


if __name__ == "__main__":
    main()
