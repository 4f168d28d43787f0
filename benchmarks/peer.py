"""Retrieval the way llama-index's quick start does it, on the same texts with the same embedder, beside ours.

Quick start: ``VectorStoreIndex.from_documents(documents).as_retriever()``: its default splitter (1,024 tokens, overlap
20) and the two nearest nodes.  It gets the texts that we read, as its own readers for docx and pdf are not installed.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import llama_index.core
import nltk.data  # type: ignore[import-untyped]
from llama_index.core import Document, VectorStoreIndex

from assistant.facts import Facts
from assistant.question import understand
from assistant.settings import Settings
from benchmarks.measuring import timed
from benchmarks.questions import FIXTURES, SAMPLE, Folder, Question, load
from benchmarks.tables import Table, ms
from index.building import build
from index.embedding import BundledEmbedding
from index.opening import Index
from index.retrieval import ZoneRetriever

__all__ = ["measure"]

TOP = 2
_LAYOUT = re.compile(r"[\s|]")

Find = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class _Score:
    found: int
    chars: float  # handed over for a question
    seconds: float


def measure(work: Path, *, most: int) -> Table:
    """The table, from at most ``most`` questions a folder that have an evidence and need nothing said before."""
    _own_word_lists(work)
    embedding = BundledEmbedding()
    embedding.embed_query("热身")
    rows: list[tuple[str, ...]] = []
    for folder in (SAMPLE, FIXTURES):
        asked = [one for one in load(folder.questions) if one.evidence and not one.turns][:most]
        rows += _folder(work, folder, asked, embedding)
    return Table(
        "Beside llama-index's quick start",
        ("", "sentence in the top 2", "characters handed over", "search, ms", "index, s"), rows,
        "The sentence that answers, whole, in one of the two best. The quick start's nodes are longer than our "
        "passages; “same length” gives us as many passages as fill its two nodes. Zone and year are read from the "
        "question.")


def _own_word_lists(work: Path) -> None:
    """nltk, behind the default splitter, refuses files with several links, which is how uv installs them: copy them."""
    lists = Path(llama_index.core.__file__).parent / "_static" / "nltk_cache"
    nltk.data.path.insert(0, str(shutil.copytree(lists, work / "nltk")))


def _folder(work: Path, folder: Folder, asked: list[Question], embedding: BundledEmbedding) -> list[tuple[str, ...]]:
    settings = Settings.load(reports_dir=folder.reports, index_dir=work / f"peer-{folder.reports.parent.name}")
    built = build(settings, embedding=embedding).seconds
    with Index.open(settings, embedding=embedding) as index:
        documents = [Document(text=report.text, metadata={"file_path": report.name})
                     for report in index.ledger.reports()]
        peers: list[VectorStoreIndex] = []
        took = timed(lambda: peers.append(VectorStoreIndex.from_documents(documents, embed_model=embedding)))
        peer = peers[0].as_retriever()
        facts = Facts(index.snapshot)

        def nodes(text: str) -> list[str]:
            return [found.node.get_content() for found in peer.retrieve(text)]

        def passages(text: str, k: int = TOP) -> list[str]:  # a retriever of its own: vectors of questions are kept
            return [hit.passage.text for hit in ZoneRetriever(index).hits(text, k=k)]

        def within(text: str) -> list[str]:
            query = understand(text, facts.understanding())
            ids = facts.reports_of(query.zones, query.periods) or None
            return [hit.passage.text for hit in ZoneRetriever(index).hits(text, k=TOP, report_ids=ids)]

        theirs = _score(nodes, asked)
        as_long = _score(lambda text: _filling(passages(text, 12), theirs.chars), asked)
        return [
            _row(f"{folder.label}, {len(asked)} questions: quick start", theirs, asked, took),
            _row("ours", _score(passages, asked), asked, built),
            _row("ours, same length", as_long, asked, built),
            _row("ours, within the zone and year asked for", _score(within, asked), asked, built),
        ]


def _score(find: Find, asked: list[Question]) -> _Score:
    found, lengths, seconds = 0, [], []
    for question in asked:
        texts: list[str] = []
        seconds.append(timed(lambda text, into: into.extend(find(text)), question.text, texts))
        found += any(_bare(question.evidence) in _bare(text) for text in texts)
        lengths.append(sum(map(len, texts)))
    return _Score(found, sum(lengths) / len(lengths), median(seconds))


def _filling(texts: list[str], chars: float) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if kept and sum(map(len, kept)) + len(text) > chars:
            break
        kept.append(text)
    return kept


def _bare(text: str) -> str:
    return _LAYOUT.sub("", text)


def _row(label: str, score: _Score, asked: list[Question], seconds: float) -> tuple[str, ...]:
    share = f"{score.found} of {len(asked)} ({score.found / len(asked):.0%})"
    return label, share, f"{score.chars:,.0f}", ms(score.seconds), f"{seconds:.1f}"
