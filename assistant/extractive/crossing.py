"""Question and number read together: a cross-encoder's score of whether a number, marked in its sentence, answers the question.

Six layers of the bundled embedder, trained further by ``python -m benchmarks.crossing`` on questions written for it; see
``cross_encoder/MODEL.md``.  The score is a logit against “no number here answers”, which stands at 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.extractive.asks import Told
from assistant.facts import Facts
from index.embedding.bundled import MODEL_DIR
from index.errors import EmbeddingError
from index.records import Status

__all__ = ["CROSS_ENCODER", "CrossEncoder", "cross_encoder", "encoded", "marked"]

CROSS_ENCODER = Path(__file__).parent / "cross_encoder" / "model.onnx"
BEFORE, BEHIND = 60, 25  # characters of the sentence that are read on either side of the number
ASKED = 60  # last characters of the question that are read
TOKENS = 90  # of a number with its sentence
_START, _END = 0, 2
_STATUS = {Status.TARGET: "目标", Status.EXPECTED: "预计"}

Ids = NDArray[np.int64]


def marked(facts: Facts, told: Told) -> str:
    """What is read of a number: status and name, its sentence with the number in brackets, the heading above."""
    f = told.figure
    report = facts.report(f.report_id).text
    number = f.growth_text if told.grew else f.value_text
    at = report.find(number, f.start, f.sentence_end if told.grew else f.end) if number else -1
    start, end = (at, at + len(number)) if at >= 0 else (f.start, f.end)
    before = report[max(f.sentence_start, start - BEFORE) : start]
    behind = report[end : min(f.sentence_end, end + BEHIND)]
    name = _STATUS.get(f.status, "") + f.scope + f.indicator + ("增速" if told.grew else "")
    sentence = f"{before}【{report[start:end]}】{behind}".replace("\n", " ")
    return f"{name} | {sentence} | {f.path[-1] if f.path else ''}"


def encoded(tokenizer: Any, question: str, text: str) -> tuple[Ids, Ids]:
    """Token ids and segments of a question and what is read of a number, each (tokens,)."""
    asked = tokenizer.encode(f"query: {question[-ASKED:]}", add_special_tokens=False).ids
    read = tokenizer.encode(text, add_special_tokens=False).ids[:TOKENS]
    ids = [_START, *asked, _END, _END, *read, _END]
    return np.array(ids, dtype=np.int64), np.array([0] * (len(asked) + 2) + [1] * (len(ids) - len(asked) - 2), dtype=np.int64)


class CrossEncoder:
    """The network of ``path`` with the bundled embedder's tokenizer.  Thread-safe.  Raises EmbeddingError when it can't be read.

    Texts are run one by one, spread over two threads: 2.4 ms each on 2 cores, and a score doesn't depend on its neighbours.
    """

    def __init__(self, path: Path = CROSS_ENCODER) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(MODEL_DIR / "tokenizer.json"))
        except Exception as error:  # neither library gives its errors a public base class
            raise EmbeddingError(f"自带的问句与数字比对模型无法读取：{path}：{error}", mend="请重新安装 zoneqa") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="cross-encoder")

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """A logit for each text, (texts,)."""
        return np.array(list(self._pool.map(lambda text: self._score(question, text), texts)), dtype=np.float64)

    def _score(self, question: str, text: str) -> float:
        ids, segments = encoded(self._tokenizer, question, text.encode("utf-8", "replace").decode())
        (score,) = self._session.run(None, {"input_ids": ids[np.newaxis], "token_type_ids": segments[np.newaxis]})
        return float(score[0])


@lru_cache(maxsize=1)
def cross_encoder() -> CrossEncoder:
    """The bundled one, read at the first question that needs it."""
    return CrossEncoder()
