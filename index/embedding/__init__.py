"""texts → vectors: the bundled model, or any sentence-transformers model the settings name.

    base.py                  Embedder: what both are, to llama-index and to us
    bundled.py               multilingual-e5-small in onnxruntime; the default
    cross_encoder.py         a question and a text read together, for what is found already
    sentence_transformer.py  a model by name or folder, behind the extra; and ours as a SentenceTransformer
"""

from __future__ import annotations

from index.embedding.base import Embedder
from index.embedding.bundled import BundledEmbedding
from index.embedding.sentence_transformer import SentenceTransformerEmbedding, as_sentence_transformer
from index.settings import IndexSettings

__all__ = ["BundledEmbedding", "Embedder", "SentenceTransformerEmbedding", "as_sentence_transformer", "load_embedding"]


def load_embedding(settings: IndexSettings) -> Embedder:
    """The embedder that ``settings.embedding`` names.  Nothing is loaded before the first text.

    Raises SettingsError when it needs an extra that isn't installed, or when prefixes are set for the bundled model.
    """
    if settings.embedding == "bundled":
        return BundledEmbedding.from_settings(settings)
    return SentenceTransformerEmbedding.from_settings(settings)
