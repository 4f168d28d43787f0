"""A cross-encoder in onnxruntime: a question and a text read together → what the text is to the question, a logit each."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.bundled import MODEL_DIR, load_network, printable
from index.errors import EmbeddingError

__all__ = ["TOKENS", "CrossEncoder", "encoded"]

ASKED = 80  # last characters of the question that are read
TOKENS = 90  # of the text
REMEMBERED = 256  # texts read last: what reads a question's numbers for another end reads them again
_START, _END = 0, 2

Ids = NDArray[np.int64]


def encoded(tokenizer: Any, question: str, text: str, tokens: int = TOKENS) -> tuple[Ids, Ids]:
    """Token ids and segments of the end of a question and of the first ``tokens`` of a text, each (tokens,)."""
    said = tokenizer.encode(printable(f"query: {question[-ASKED:]}"), add_special_tokens=False).ids
    read = tokenizer.encode(printable(text), add_special_tokens=False).ids[:tokens]
    ids = [_START, *said, _END, _END, *read, _END]
    return np.array(ids, dtype=np.int64), np.array([0] * (len(said) + 2) + [1] * (len(ids) - len(said) - 2), dtype=np.int64)


class CrossEncoder:
    """The network of ``path`` with the bundled embedder's tokenizer.  Thread-safe.  Raises EmbeddingError when it can't be read.

    Texts are run one by one, spread over two threads: a score doesn't depend on its neighbours, as in a padded batch it would.
    """

    def __init__(self, path: Path, tokens: int = TOKENS) -> None:
        self._tokens = tokens
        try:
            self._session, self._tokenizer = load_network(path, MODEL_DIR / "tokenizer.json")
        except Exception as error:  # neither library gives its errors a public base class
            raise EmbeddingError(f"自带的问句与数字比对模型无法读取：{path}：{error}", mend="请重新安装 zoneqa") from error
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="cross-encoder")
        self._read = lru_cache(maxsize=REMEMBERED)(self._score)

    def scores(self, question: str, texts: Sequence[str], output: int = 0) -> NDArray[np.float64]:
        """The logit of each text, (texts,), that the network gives as its ``output``-th."""
        return np.array([logits[output] for logits in self._pool.map(lambda text: self._read(question, text), texts)], dtype=np.float64)

    def _score(self, question: str, text: str) -> NDArray[np.float32]:
        ids, segments = encoded(self._tokenizer, question, text, self._tokens)
        (score,) = self._session.run(None, {"input_ids": ids[np.newaxis], "token_type_ids": segments[np.newaxis]})
        logits: NDArray[np.float32] = score[0]
        return logits
