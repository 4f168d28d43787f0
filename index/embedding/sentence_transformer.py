"""sentence-transformers both ways: any of its models as our embedder, and our bundled model as one of its models.

Importing this file imports neither sentence_transformers nor torch (4–7 s, and an extra): the calls do.
"""

from __future__ import annotations

import hashlib
import importlib.util
import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from llama_index.core.bridge.pydantic import PrivateAttr

from index.embedding.base import Embedder, Vector, Vectors
from index.embedding.bundled import DIMENSION, MAX_TOKENS, PASSAGE_PREFIX, QUERY_PREFIX, BundledEmbedding
from index.errors import EmbeddingError, SettingsError
from index.settings import IndexSettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["INSTALL_LINE", "SentenceTransformerEmbedding", "as_sentence_transformer"]

INSTALL_LINE = "pip install 'zoneqa[sentence-transformers]'"


class SentenceTransformerEmbedding(Embedder):
    """A model of sentence-transformers by its name or local folder.

    Prompts are the model's own (``encode_query``, ``encode_document``), unless a prefix is given for that side.
    """

    query_prefix: str = ""
    passage_prefix: str = ""

    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)
    _loaded: Any = PrivateAttr(default=None)

    @classmethod
    def class_name(cls) -> str:
        return "SentenceTransformerEmbedding"

    @classmethod
    def from_settings(cls, settings: IndexSettings) -> SentenceTransformerEmbedding:
        """Raises SettingsError when the extra is not installed."""
        _require_extra(f"句向量模型 {settings.embedding}")
        return cls(model_name=settings.embedding, embed_batch_size=settings.embedding_batch_size,
                   query_prefix=settings.embedding_query_prefix, passage_prefix=settings.embedding_passage_prefix)

    @cached_property
    def fingerprint(self) -> str:
        """Hash of a sample of every weight, and of the prompts; so a name that points to new weights is noticed.

        Loads the model.  Hashing 64 values of every tensor, not its gigabytes, takes milliseconds.
        """
        model = self._model()
        digest = hashlib.sha256(repr((sorted(model.prompts.items()), self.query_prefix, self.passage_prefix,
                                      model.max_seq_length)).encode())
        for name, tensor in sorted(model.state_dict().items()):
            flat = tensor.flatten()
            sample = flat[:: max(1, len(flat) // 64)][:64].float().cpu().numpy()
            digest.update(f"{name}{tuple(tensor.shape)}".encode())
            digest.update(sample.astype("<f4").tobytes())
        return f"sentence-transformers:{digest.hexdigest()[:16]}"

    @property
    def dimension(self) -> int:
        model = self._model()
        # get_sentence_embedding_dimension was renamed in 5.x; the old name is to go.
        read = getattr(model, "get_embedding_dimension", None) or model.get_sentence_embedding_dimension
        return int(read() or len(self.embed_query("")))

    def embed_query(self, text: str) -> Vector:
        vector: Vector = self._encode("encode_query", [text], self.query_prefix)[0]
        return vector

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode("encode_document", list(texts), self.passage_prefix)

    def _encode(self, method: str, texts: list[str], prefix: str) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        model = self._model()
        try:
            with self._lock:  # tokenizers of transformers set their padding per call and fail when two calls meet
                rows = getattr(model, method)(texts, prompt=prefix or None, batch_size=self.embed_batch_size,
                                              normalize_embeddings=True, show_progress_bar=False)
        except (RuntimeError, ValueError, TypeError) as error:
            raise EmbeddingError(f"句向量模型 {self.model_name} 计算失败：{error}") from error
        vectors: Vectors = np.asarray(rows, dtype=np.float32)
        return vectors

    def _model(self) -> SentenceTransformer:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self.model_name)
            model: SentenceTransformer = self._loaded
            return model


def as_sentence_transformer(embedding: BundledEmbedding | None = None) -> SentenceTransformer:
    """The bundled model as a ``SentenceTransformer`` with the same vectors.  Raises SettingsError without the extra.

    Prompts: ``query`` and ``passage``; ``document`` as well, so that ``encode_document`` finds the second.
    """
    _require_extra("as_sentence_transformer")
    import torch
    from sentence_transformers import SentenceTransformer

    onnx = (embedding or BundledEmbedding()).model

    class Bundled(torch.nn.Module):  # type: ignore[misc, unused-ignore]  # Any where the extra is missing
        """Both names of the first step: ``tokenize`` until 5.x, ``preprocess`` since."""

        max_seq_length = MAX_TOKENS

        def preprocess(self, inputs: Sequence[str], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor]:
            tokens = onnx.tokenize([(prompt or "") + text for text in inputs])
            ids = np.zeros((len(tokens), max(map(len, tokens))), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, values in enumerate(tokens):
                ids[row, :len(values)] = values
                mask[row, :len(values)] = 1
            return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

        tokenize = preprocess

        def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
            ids, mask = features["input_ids"].cpu().numpy(), features["attention_mask"].cpu().numpy()
            rows = [onnx.run(row[kept == 1]) for row, kept in zip(ids, mask, strict=True)]
            return {**features, "sentence_embedding": torch.from_numpy(np.stack(rows)).to(features["input_ids"].device)}

        def get_embedding_dimension(self) -> int:
            return DIMENSION

        get_sentence_embedding_dimension = get_embedding_dimension

    return SentenceTransformer(
        modules=[Bundled()], device="cpu",
        prompts={"query": QUERY_PREFIX, "passage": PASSAGE_PREFIX, "document": PASSAGE_PREFIX})


def _require_extra(what: str) -> None:
    if importlib.util.find_spec("sentence_transformers") is None:
        raise SettingsError(f"{what} 需要附加包 sentence-transformers，尚未安装", mend=f"运行 {INSTALL_LINE}")


def _load(name: str) -> SentenceTransformer:
    _require_extra(f"句向量模型 {name}")
    try:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(name)
    except ImportError as error:
        raise EmbeddingError(f"附加包 sentence-transformers 无法载入：{error}", mend=f"运行 {INSTALL_LINE}") from error
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise EmbeddingError(f"句向量模型 {name} 无法载入：{error}",
                             mend="检查 ZONEQA_EMBEDDING：写模型名（首次使用要联网下载）或本地文件夹") from error
