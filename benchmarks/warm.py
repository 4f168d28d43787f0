"""A question on an assistant that is running, against embedding the question alone.

An assistant keeps vectors of questions and of names, so every question is asked once of each assistant, after other
questions on the same reports; embedding it alone follows at once, by an embedder of its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.measuring import percentile, timed
from benchmarks.questions import FIXTURES, SAMPLE, Question, load, pick
from benchmarks.tables import Table, bar, ms
from index.building import build
from index.embedding import BundledEmbedding
from index.opening import Index

__all__ = ["ask", "measure"]


@dataclass(frozen=True, slots=True)
class _Timed:
    question: Question
    asked: float  # seconds, the median of several assistants
    embedded: float


def ask(assistant: Assistant, question: Question) -> float:
    """Seconds of the last turn alone."""
    if not question.turns:
        return timed(assistant.ask, question.text)
    conversation = assistant.conversation()
    for turn in question.turns:
        conversation.ask(turn)
    return timed(conversation.ask, question.text)


def measure(work: Path, *, each: int, times: int, warm: int) -> list[Table]:
    """Two tables: all questions, and by kind."""
    alone = BundledEmbedding()
    alone.embed_query("热身")
    measured: list[_Timed] = []
    firsts: list[float] = []
    for folder in (SAMPLE, FIXTURES):
        settings = Settings.load(reports_dir=folder.reports, index_dir=work / f"warm-{folder.reports.parent.name}")
        build(settings, embedding=alone)
        chosen, others = pick(load(folder.questions), each=each)
        rounds = []
        for _ in range(times):
            embedding = BundledEmbedding()
            embedding.embed_query("热身")
            with Index.open(settings, embedding=embedding) as index:
                assistant = Assistant(index, settings)
                firsts.append(ask(assistant, others[0]))
                for question in others[1:warm]:
                    ask(assistant, question)
                rounds.append([(ask(assistant, one), timed(alone.embed_query, one.text))
                               for one in chosen])
        measured += [_Timed(question, median(asked for asked, _ in column), median(embedded for _, embedded in column))
                     for question, column in zip(chosen, zip(*rounds, strict=True), strict=True)]
    return [_whole(measured, median(firsts), times), _by_kind(measured)]


def _whole(measured: list[_Timed], first: float, times: int) -> Table:
    asked = [one.asked for one in measured]
    embedded = median(one.embedded for one in measured)
    middle, high = median(asked), percentile(asked, 0.95)
    return Table(
        "A question, warm", ("", "ours", "embedding it alone", "ratio", "bar"),
        [("p50", ms(middle) + " ms", ms(embedded) + " ms", *bar(middle / embedded, most=5, digits=1)),
         ("p95", ms(high) + " ms", ms(embedded) + " ms", *bar(high / embedded, most=20, digits=1)),
         ("the first question after opening", ms(first) + " ms", ms(embedded) + " ms", f"{first / embedded:.0f}", "")],
        f"{len(measured)} questions of all kinds on the sample and on nine reports, each the median of {times} "
        "assistants; other questions came before. Ratios are to the median of embedding.")


def _by_kind(measured: list[_Timed]) -> Table:
    kinds: defaultdict[str, list[_Timed]] = defaultdict(list)
    for one in measured:
        kinds[one.question.kind].append(one)
    rows = []
    for kind, some in sorted(kinds.items(), key=lambda item: -median(one.asked for one in item[1])):
        asked, embedded = median(one.asked for one in some), median(one.embedded for one in some)
        slowest = max(some, key=lambda one: one.asked)
        rows.append((kind, str(len(some)), ms(asked), ms(slowest.asked), f"{asked / embedded:.1f}"))
    return Table("By kind of question", ("kind", "questions", "p50, ms", "slowest, ms", "p50 ÷ embedding"), rows)
