"""10, 100, 1,000 reports: time to index, to ask and to rank, memory and disk, each with its exponent.

Each size is indexed in one fresh process and asked in another, so that memory is that of the one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TypeVar

from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.corpus import Made, make_corpus
from benchmarks.measuring import disk_mb, exponent, percentile, resident_mb, timed
from benchmarks.questions import about
from benchmarks.tables import Table
from benchmarks.warm import ask
from index.building import build
from index.opening import Index

__all__ = ["measure"]

_T = TypeVar("_T")
RANKING = "{year}年哪个开发区的财政总收入最高"
_RANKING_S = 20.0  # no more rankings when they have taken this long


@dataclass(frozen=True, slots=True)
class _Indexed:
    passages: int
    figures: int
    seconds: float
    memory: float  # MB, at its highest
    disk: float  # MB


@dataclass(frozen=True, slots=True)
class _Asked:
    embedded: float  # seconds, median
    opened: float
    middle: float
    high: float
    ranked: float
    memory: float


def measure(work: Path, *, sizes: tuple[int, ...], chars: int, questions: int) -> Table:
    """The table; a row a quantity, a column a size."""
    indexed, asked = [], []
    for size in sizes:
        folder = work / f"growth-{size}"
        corpus = make_corpus(folder / "reports", size, chars=chars)
        indexed.append(_apart(_index, folder))
        asked.append(_apart(_ask, folder, corpus, questions))
    rows = [
        _row("passages", sizes, [one.passages for one in indexed], "{:,.0f}"),
        _row("figures", sizes, [one.figures for one in indexed], "{:,.0f}"),
        _row("index, s", sizes, [one.seconds for one in indexed], "{:,.1f}"),
        _row("memory while indexing, MB", sizes, [one.memory for one in indexed], "{:,.0f}"),
        _row("disk, MB", sizes, [one.disk for one in indexed], "{:,.1f}"),
        _row("open, s", sizes, [one.opened for one in asked], "{:,.2f}"),
        _row("ask p50, ms", sizes, [one.middle * 1000 for one in asked], "{:,.1f}"),
        _row("ask p95, ms", sizes, [one.high * 1000 for one in asked], "{:,.1f}"),
        _row("p50 ÷ embedding the question", sizes, [one.middle / one.embedded for one in asked], "{:,.1f}"),
        _row("rank all zones of a year, ms", sizes, [one.ranked * 1000 for one in asked], "{:,.1f}"),
        _row("memory while asking, MB", sizes, [one.memory for one in asked], "{:,.0f}"),
    ]
    return Table("Growth", ("reports", *(f"{size:,}" for size in sizes), "exponent"), rows,
                 f"About {chars:,} characters a report, four years of each zone; {questions} questions on zones and "
                 f"years all over the folder, after {questions} others. Exponent b of value = a · reports^b: "
                 "0 is constant, 1 linear.")


def _row(label: str, sizes: tuple[int, ...], values: list[float], form: str) -> tuple[str, ...]:
    return label, *(form.format(value) for value in values), f"{exponent(sizes, values):.2f}"


def _apart(action: Callable[..., _T], *arguments: object) -> _T:
    """The result of a call in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(action, *arguments).result()


def _settings(folder: Path) -> Settings:
    return Settings.load(reports_dir=folder / "reports", index_dir=folder / "index")


def _index(folder: Path) -> _Indexed:
    summary = build(_settings(folder))
    with Index.open(_settings(folder)) as index:
        _, passages, figures = index.ledger.counts()
    return _Indexed(passages, figures, summary.seconds, resident_mb(), disk_mb(folder / "index"))


def _ask(folder: Path, corpus: list[Made], count: int) -> _Asked:
    opened: list[Assistant] = []
    settings = _settings(folder)
    seconds = timed(lambda: opened.append(Assistant(Index.open(settings), settings)))
    (assistant,) = opened
    questions = about(corpus, 2 * count)
    for question in questions[1::2]:
        ask(assistant, question)
    asked, embedded = [], []
    for question in questions[::2]:
        asked.append(ask(assistant, question))
        embedded.append(timed(assistant.index.embedding.embed_query, question.text))
    years = sorted({made.year for made in corpus})
    ranked: list[float] = []
    for year in (*years, *years):
        if sum(ranked) < _RANKING_S:
            ranked.append(timed(assistant.ask, RANKING.format(year=year)))
    assistant.close()
    return _Asked(median(embedded), seconds, median(asked), percentile(asked, 0.95), median(ranked), resident_mb())
