"""A ranking across zones against the number of passages: the same figures, in ever longer reports.

Passages of the filling get vectors of their characters' hashes, not the model's: it is the searching of many that is
measured, and embedding them would take an hour.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import numpy as np

from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.corpus import make_corpus
from benchmarks.growth import RANKING
from benchmarks.measuring import exponent, timed
from benchmarks.tables import Table
from index.building import build
from index.embedding import BundledEmbedding
from index.embedding.base import Vectors
from index.opening import Index
from index.records import Period

__all__ = ["measure"]

_NAME_CHARS = 60  # what is shorter is a name or a question, and gets the model's vector
_WORDS = ("持续优化营商环境", "推动产业转型升级", "完善基础设施配套", "深入走访企业", "强化队伍建设", "压实安全责任",
          "扎实开展环境整治", "做好群众工作", "加快项目审批", "拓宽引才渠道", "规范内部管理", "细化责任分工")


class _Hashed(BundledEmbedding):
    """The bundled model for short texts, hashes for long ones."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        short = [row for row, text in enumerate(texts) if len(text) <= _NAME_CHARS]
        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row] = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(self.dimension)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        if short:
            rows[short] = super().embed_passages([texts[row] for row in short])
        return rows


def measure(work: Path, *, reports: int, chars: int, fillings: tuple[int, ...], times: int) -> Table:
    """The table; ``fillings`` are numbers of filling paragraphs in each report."""
    embedding = _Hashed()
    passages, asked, looked = [], [], []
    for filling in fillings:
        settings = Settings.load(reports_dir=work / f"rank-{filling}", index_dir=work / f"rank-index-{filling}")
        corpus = make_corpus(settings.reports_dir, reports, chars=chars)
        for made in corpus:
            with (settings.reports_dir / made.name).open("a", encoding="utf-8") as file:
                file.writelines(_paragraph(f"{made.name} {number}") for number in range(filling))
        build(settings, embedding=embedding)
        years = sorted({made.year for made in corpus})
        with Index.open(settings, embedding=embedding) as index:
            assistant = Assistant(index, settings)
            for year in years:
                assistant.ask(RANKING.format(year=year))
            passages.append(index.ledger.counts()[1])
            asked.append(median(timed(assistant.ask, RANKING.format(year=year))
                                for year in years for _ in range(times)))
            looked.append(median(timed(index.ledger.figures, indicator="财政总收入", period=Period.year(year))
                                 for year in years for _ in range(times)))
    rows = [(f"`{RANKING.format(year=2018)}`, ms", *(f"{value * 1000:.1f}" for value in asked),
             f"{exponent(passages, asked):.2f}"),
            ("the ledger's rows for it, ms", *(f"{value * 1000:.2f}" for value in looked),
             f"{exponent(passages, looked):.2f}")]
    return Table("A ranking across zones", ("passages", *(f"{number:,}" for number in passages), "exponent"), rows,
                 f"The same {reports} reports with the same figures, lengthened by paragraphs without any.")


def _paragraph(seed: str) -> str:
    chance = random.Random(seed)
    return "".join("，".join(chance.sample(_WORDS, 4)) + "。" for _ in range(6)) + "\n"
