"""An assistant and questions → results with whole answers, timed beside embedding each question alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from assistant.evaluation import Result, Talk, evaluate
from assistant.judging import Item, Judge
from assistant.pipeline import Assistant
from assistant.records import Answer
from benchmarks.measuring import percentile, timed
from index.embedding import Embedder

__all__ = ["WARM", "Speed", "Told", "ask_all", "speed"]

LEAST = 20  # questions: of fewer, the 95th percentile is the slowest
WARM = 60  # questions after which an assistant has met the names of a dozen reports


@dataclass(frozen=True, slots=True)
class Told:
    """A judged question with its whole answer; ``embedded`` is the time of embedding the question alone, seconds."""

    result: Result
    answer: Answer
    embedded: float

    @property
    def item(self) -> Item:
        return self.result.item


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds, and as multiples of the median embedding."""

    p50_s: float
    p95_s: float
    embedding_s: float
    questions: int

    @property
    def ratios(self) -> tuple[float, float]:
        return self.p50_s / self.embedding_s, self.p95_s / self.embedding_s


@dataclass(slots=True)
class _Recorded:
    """A conversation that keeps its last answer."""

    talk: Talk
    alone: Embedder
    answer: Answer | None = None
    embedded: float = 0.0

    def ask(self, question: str) -> Answer:
        self.answer = self.talk.ask(question)
        self.embedded = timed(self.alone.embed_query, question)
        return self.answer


@dataclass(slots=True)
class _Recorder:
    assistant: Assistant
    alone: Embedder
    talks: list[_Recorded] = field(default_factory=list)

    def conversation(self) -> _Recorded:
        self.talks.append(_Recorded(self.assistant.conversation(), self.alone))
        return self.talks[-1]


def ask_all(assistant: Assistant, items: Sequence[Item], alone: Embedder) -> list[Told]:
    """Every item once, shuffled by a fixed seed so that kinds mix; ``alone`` embeds each question right after."""
    mixed = list(items)
    random.Random(1).shuffle(mixed)
    recorder = _Recorder(assistant, alone)
    judge = Judge(report.text for report in assistant.index.ledger.reports())
    results = evaluate(recorder, mixed, judge)
    return [Told(result, talk.answer, talk.embedded)
            for result, talk in zip(results, recorder.talks, strict=True) if talk.answer is not None]


def speed(told: Sequence[Told], *, warm: bool) -> Speed | None:
    """Of the questions after the first WARM, or of all on an assistant that is ``warm``; None when they are too few."""
    timed_ones = told if warm else told[WARM:]
    if len(timed_ones) < LEAST:
        return None
    seconds = [one.answer.seconds for one in timed_ones]
    return Speed(median(seconds), percentile(seconds, 0.95), median(one.embedded for one in timed_ones),
                 len(timed_ones))
