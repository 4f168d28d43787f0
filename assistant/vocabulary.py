"""Words of the language: what the bundled tokenizer has as one token, so that two rare characters together are a name."""

from __future__ import annotations

import json
from functools import cache

from index.embedding.bundled import MODEL_DIR

__all__ = ["is_word"]


@cache
def _words() -> frozenset[str]:
    vocabulary = json.loads((MODEL_DIR / "tokenizer.json").read_bytes())["model"]["vocab"]
    return frozenset(piece.strip("▁") for piece, _ in vocabulary)


def is_word(text: str) -> bool:
    """Whether a few characters are a word; read at the first call, 20 ms."""
    return text in _words()
