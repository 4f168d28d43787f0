"""A tiny embedder and tiny reports, where speed matters more than meaning.  Nothing here replaces what is tested."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedding import Embedder
from index.embedding.base import Vector, Vectors
from index.errors import EmbeddingError
from index.settings import IndexSettings

__all__ = ["ToyEmbedding", "report_text", "settings_in"]


class ToyEmbedding(Embedder):
    """Counts of character bigrams in 32 buckets, unit length.  ``refuses`` is a word it fails on."""

    made_by: str = "toy"
    size: int = 32
    refuses: str = ""

    @property
    def fingerprint(self) -> str:
        return self.made_by

    @property
    def dimension(self) -> int:
        return self.size

    def embed_query(self, text: str) -> Vector:
        vector: Vector = self.embed_passages([text])[0]
        return vector

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.full((len(texts), self.size), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            if self.refuses and self.refuses in text:
                raise EmbeddingError("算不出来")
            for at in range(len(text) - 1):
                rows[row, zlib.crc32(text[at:at + 2].encode()) % self.size] += 1
        unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def report_text(zone: str, year: int, revenue: str) -> str:
    """A report of three sections in about 200 characters, with one figure that tells it from others."""
    return (f"{zone}{year}年工作总结\n\n一、主要指标完成情况\n{year}年，完成财政总收入{revenue}亿元，同比增长9.1%；"
            "实现规模以上工业增加值30.5亿元，增长7.2%。\n\n"
            "二、存在的主要问题\n一是项目储备不足，二是用地紧张，三是人才短缺。\n\n"
            f"三、{year + 1}年工作打算\n力争财政总收入增长10%，新开工项目20个以上。\n")


def settings_in(folder: Path) -> IndexSettings:
    """Settings for ``folder``/reports, which is made, and ``folder``/index."""
    (folder / "reports").mkdir(exist_ok=True)
    return IndexSettings(reports_dir=folder / "reports", index_dir=folder / "index")
