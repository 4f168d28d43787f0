"""What every embedder is: a llama-index ``BaseEmbedding`` that also speaks numpy and knows what it is made of."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding
from numpy.typing import NDArray

__all__ = ["Embedder", "Vector", "Vectors"]

Vector = NDArray[np.float32]  # (dimension,), unit length
Vectors = NDArray[np.float32]  # (n, dimension), rows of unit length


class Embedder(BaseEmbedding):
    """Questions and passages as float32 rows of unit length, so that a dot product is the cosine."""

    @property
    @abstractmethod
    def fingerprint(self) -> str:
        """Names the model by its content: two embedders with one fingerprint make interchangeable vectors."""

    @property
    @abstractmethod
    def dimension(self) -> int:
        """Length of a vector."""

    @abstractmethod
    def embed_query(self, text: str) -> Vector:
        """One question → (dimension,).  Raises EmbeddingError."""

    @abstractmethod
    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """n passages → (n, dimension), in the order given.  Raises EmbeddingError."""

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._listed(self.embed_query(query))

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._listed(self.embed_passages([text])[0])

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [self._listed(row) for row in self.embed_passages(texts)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return await asyncio.to_thread(self._get_query_embedding, query)

    async def _aget_text_embedding(self, text: str) -> list[float]:
        return await asyncio.to_thread(self._get_text_embedding, text)

    async def _aget_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return await asyncio.to_thread(self._get_text_embeddings, texts)

    @staticmethod
    def _listed(vector: Vector) -> list[float]:
        listed: Any = vector.tolist()
        return list(listed)
