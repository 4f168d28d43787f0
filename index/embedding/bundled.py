"""The bundled embedder: multilingual-e5-small, int8 ONNX with a pruned vocabulary (see index/model/MODEL.md)."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from llama_index.core.bridge.pydantic import Field, PrivateAttr
from numpy.typing import NDArray

from index.embedding.base import Embedder, Vector, Vectors
from index.errors import EmbeddingError, SettingsError
from index.settings import IndexSettings

__all__ = [
    "DIMENSION", "MAX_TOKENS", "MODEL_DIR", "PASSAGE_PREFIX", "QUERY_PREFIX", "BundledEmbedding", "OnnxModel", "load_network",
    "printable",
]

MODEL_DIR = Path(__file__).parent.parent / "model"
DIMENSION = 384
MAX_TOKENS = 512  # the model's positions; what is longer is embedded by its beginning
QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "


def load_network(model: Path, tokenizer: Path) -> tuple[Any, Any]:
    """The onnxruntime session and the tokenizer, without padding or truncation; raises what the libraries raise.

    One thread inside an operator: see :class:`OnnxModel`, texts are spread over threads.  Sums and their layer norm fused in one
    operator take longer than one after the other: without that fusion a text takes 0.86 of the time (60 to 130 tokens).
    """
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])
    read = Tokenizer.from_file(str(tokenizer))
    read.no_padding()
    read.no_truncation()
    return session, read


def printable(text: str) -> str:
    """A lone surrogate (from a damaged file) is no Unicode text: the tokenizer would refuse it."""
    return text.encode("utf-8", "replace").decode()


class OnnxModel:
    """Tokenizer and network from ``folder`` (model.onnx, tokenizer.json), loaded on first use.  Thread-safe.

    One text is one run.  Measured on 2 busy cores: texts spread over threads that each run one of them embed 6,100
    characters/s, padded batches of 2 to 16 with threads inside an operator 3,000–3,400.  And the vector of a text
    doesn't depend on its neighbours: in a batch they share one int8 scale, which moves it (cosine 0.995–0.998).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    @cached_property
    def fingerprint(self) -> str:
        """Hash of both files in full: 24 ms, and a copied or re-installed file keeps it, as a time stamp would not."""
        digest = hashlib.sha256(f"{QUERY_PREFIX}|{PASSAGE_PREFIX}|{MAX_TOKENS}".encode())
        try:
            for name in ("model.onnx", "tokenizer.json"):
                with (self.folder / name).open("rb") as file:
                    digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as error:
            raise self._broken(error) from error
        return f"bundled:{digest.hexdigest()[:16]}"

    def tokenize(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """Token ids of each text, prefix included by the caller, cut at MAX_TOKENS."""
        _, tokenizer = self._load()
        encodings = tokenizer.encode_batch([printable(text) for text in texts])
        return [np.asarray(encoding.ids, dtype=np.int64) for encoding in encodings]

    def run(self, ids: NDArray[np.int64]) -> Vector:
        """Token ids (tokens,) of one text → (DIMENSION,), unit length."""
        session, _ = self._load()
        row = ids[np.newaxis]
        try:
            (rows,) = session.run(None, {"input_ids": row, "attention_mask": np.ones_like(row)})
        except Exception as error:  # onnxruntime's own errors share no public base class
            raise EmbeddingError(f"句向量模型计算失败：{error}") from error
        vector: Vector = rows[0]
        return vector

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Texts (prefix included) → (n, DIMENSION).  Longest first, so that no thread ends on a long one alone."""
        vectors: Vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
        tokens = self.tokenize(texts)
        order = sorted(range(len(texts)), key=lambda row: -len(tokens[row]))
        if len(order) < 2:
            for row in order:
                vectors[row] = self.run(tokens[row])
            return vectors
        with ThreadPoolExecutor(min(_cpu_count(), len(order))) as pool:
            for row, vector in zip(order, pool.map(lambda row: self.run(tokens[row]), order), strict=True):
                vectors[row] = vector
        return vectors

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._read()
            return self._loaded

    def _read(self) -> tuple[Any, Any]:
        try:
            session, tokenizer = load_network(self.folder / "model.onnx", self.folder / "tokenizer.json")
        except Exception as error:  # neither library gives its errors a public base class
            raise self._broken(error) from error
        tokenizer.enable_truncation(MAX_TOKENS)
        return session, tokenizer

    def _broken(self, error: Exception) -> EmbeddingError:
        return EmbeddingError(f"自带的句向量模型无法读取：{self.folder}：{error}", mend="请重新安装 zoneqa")


class BundledEmbedding(Embedder):
    """multilingual-e5-small for llama-index: 384 dimensions, prefixes added here, no network, no torch."""

    model_name: str = "multilingual-e5-small"
    embed_batch_size: int = Field(default=512, gt=0, le=2048)  # texts handed over at once; each is embedded alone

    _model: OnnxModel = PrivateAttr()

    def __init__(self, folder: Path = MODEL_DIR, **fields: Any) -> None:
        super().__init__(**fields)
        self._model = OnnxModel(folder)

    @classmethod
    def class_name(cls) -> str:
        return "BundledEmbedding"

    @classmethod
    def from_settings(cls, settings: IndexSettings) -> BundledEmbedding:
        """Raises SettingsError when prefixes are set: this model's are fixed."""
        if settings.embedding_query_prefix or settings.embedding_passage_prefix:
            raise SettingsError("自带的句向量模型有固定的前缀，不能另设",
                                mend="去掉 ZONEQA_EMBEDDING_QUERY_PREFIX 和 ZONEQA_EMBEDDING_PASSAGE_PREFIX")
        return cls()

    @property
    def model(self) -> OnnxModel:
        return self._model

    @property
    def fingerprint(self) -> str:
        return self._model.fingerprint

    @property
    def dimension(self) -> int:
        return DIMENSION

    def embed_query(self, text: str) -> Vector:
        return self._model.run(self._model.tokenize([QUERY_PREFIX + text])[0])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._model.embed([PASSAGE_PREFIX + text for text in texts])


def _cpu_count() -> int:
    """CPUs this process may use, which a container or taskset may have made fewer than the machine's."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
