"""A cross-encoder in onnxruntime: a question and a text read together → how well the text answers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.bundled import MODEL_DIR, load_network, printable
from index.errors import EmbeddingError

__all__ = ["ASKED", "CrossEncoder", "encoded"]

ASKED = 60  # last characters of the question that are read
TOKENS = 90  # of the text
_START, _END = 0, 2

Ids = NDArray[np.int64]


def encoded(tokenizer: Any, question: str, text: str, asked: int = ASKED) -> tuple[Ids, Ids]:
    """Token ids and segments of the last ``asked`` characters of a question and of a text, each (tokens,)."""
    said = tokenizer.encode(printable(f"query: {question[-asked:]}"), add_special_tokens=False).ids
    read = tokenizer.encode(printable(text), add_special_tokens=False).ids[:TOKENS]
    ids = [_START, *said, _END, _END, *read, _END]
    return np.array(ids, dtype=np.int64), np.array([0] * (len(said) + 2) + [1] * (len(ids) - len(said) - 2), dtype=np.int64)


class CrossEncoder:
    """The network of ``path`` with the bundled embedder's tokenizer.  Thread-safe.  Raises EmbeddingError when it can't be read.

    Texts are run one by one, spread over two threads: a score doesn't depend on its neighbours, as in a padded batch it would.
    """

    def __init__(self, path: Path, asked: int = ASKED) -> None:
        self._asked = asked
        try:
            self._session, self._tokenizer = load_network(path, MODEL_DIR / "tokenizer.json")
        except Exception as error:  # neither library gives its errors a public base class
            raise EmbeddingError(f"自带的问句与数字比对模型无法读取：{path}：{error}", mend="请重新安装 zoneqa") from error
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="cross-encoder")

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """A logit for each text, (texts,)."""
        return np.array(list(self._pool.map(lambda text: self._score(question, text), texts)), dtype=np.float64)

    def _score(self, question: str, text: str) -> float:
        ids, segments = encoded(self._tokenizer, question, text, self._asked)
        (score,) = self._session.run(None, {"input_ids": ids[np.newaxis], "token_type_ids": segments[np.newaxis]})
        return float(score[0])
