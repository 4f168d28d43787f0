"""Words of the language: what the bundled tokenizer has as one token, so that two rare characters together are a name."""

from __future__ import annotations

import json
from functools import cache

from index.embedding.bundled import MODEL_DIR

__all__ = ["is_rare", "is_word"]


@cache
def _words() -> frozenset[str]:
    vocabulary = json.loads((MODEL_DIR / "tokenizer.json").read_bytes())["model"]["vocab"]
    return frozenset(piece.strip("▁") for piece, _ in vocabulary)


def is_word(text: str) -> bool:
    """Whether a few characters are a word; read at the first call, 20 ms."""
    return text in _words()


_SELDOM = 0xD8  # first byte of the second level of GB 2312, behind the 3,755 characters in common use


def is_rare(text: str) -> bool:
    """Whether a character of it is none of those in common use."""
    return any(encoded == b"?" or encoded[0] >= _SELDOM for encoded in (c.encode("gb2312", "replace") for c in text))
