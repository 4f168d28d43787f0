"""Questions with gold keys → answers → scores.

A question file has one JSON object a line (:class:`assistant.judging.Item`).  Every item is asked in a conversation of
its own, its ``turns`` first; the answer file that comes out has the body alone, so that it can be judged again later.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.judging import Item, Judge, Judgement, supports
from assistant.records import Answer
from index.errors import QuestionError

__all__ = ["AnswerLine", "Asked", "Change", "Result", "Row", "Scores", "changes", "evaluate", "read_answers",
           "read_items", "score", "select", "write_answers"]

Model = TypeVar("Model", bound=BaseModel)


class Talk(Protocol):
    """A conversation: each question may lean on the ones before."""

    def ask(self, question: str) -> Answer: ...


class Asked(Protocol):
    """What is evaluated; :class:`assistant.pipeline.Assistant` is one."""

    def conversation(self) -> Talk: ...


class AnswerLine(BaseModel):
    """One line of an answer file.  Each citation has at least ``quote``; ``seconds`` is the last turn's alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    answer: str
    refused: bool = False
    citations: tuple[dict[str, Any], ...] = ()
    seconds: float = 0.0

    @property
    def quotes(self) -> list[str]:
        return [str(citation.get("quote", "")) for citation in self.citations]


@dataclass(frozen=True, slots=True)
class Result:
    item: Item
    line: AnswerLine
    judgement: Judgement

    @property
    def passed(self) -> bool:
        return self.judgement.passed


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of question, or all of them."""

    kind: str
    passed: int
    asked: int

    @property
    def rate(self) -> float:
        return self.passed / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Every rate is a pair (how many, of how many); ``p50_s`` and ``p95_s`` are seconds."""

    rows: tuple[Row, ...]
    total: Row
    cited: tuple[int, int]  # answers with a citation, of answers
    supported: tuple[int, int]  # passed answers whose quotes hold the key, of those whose evidence holds it
    refused_rightly: tuple[int, int]  # of the questions to be refused
    refused_wrongly: tuple[int, int]  # of the questions to be answered
    wrong_figures: tuple[int, int]  # of all
    p50_s: float
    p95_s: float

    def as_dict(self) -> dict[str, Any]:
        def pair(value: tuple[int, int]) -> dict[str, Any]:
            return {"count": value[0], "of": value[1], "rate": round(value[0] / value[1], 4) if value[1] else None}

        return {
            "passed": self.total.passed, "asked": self.total.asked, "rate": round(self.total.rate, 4),
            "kinds": {row.kind: {"passed": row.passed, "asked": row.asked} for row in self.rows},
            "cited": pair(self.cited), "citation_holds_answer": pair(self.supported),
            "refused_rightly": pair(self.refused_rightly), "refused_wrongly": pair(self.refused_wrongly),
            "wrong_figures": pair(self.wrong_figures),
            "p50_s": round(self.p50_s, 4), "p95_s": round(self.p95_s, 4),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose verdict differs between two runs."""

    item: Item
    before: Result
    after: Result


def read_items(path: Path) -> list[Item]:
    """The questions of a file.  Raises QuestionError naming the line, also for an id that occurs twice."""
    items = [_parse(Item, path, number, line) for number, line in _lines(path)]
    twice = [name for name, count in Counter(item.id for item in items).items() if count > 1]
    if twice:
        raise QuestionError(f"{path.name}：编号重复：{'、'.join(twice[:5])}", mend="每题一个编号")
    if not items:
        raise QuestionError(f"{path.name}：里面没有题目", mend="每行一个 JSON，字段见 tests/fixtures/README.md")
    return items


def read_answers(path: Path) -> dict[str, AnswerLine]:
    """The answers of a file by id.  Raises QuestionError naming the line."""
    answers = (_parse(AnswerLine, path, number, line) for number, line in _lines(path))
    return {answer.id: answer for answer in answers}


def write_answers(path: Path, results: Iterable[Result]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        for result in results:
            out.write(json.dumps(result.line.model_dump(mode="json"), ensure_ascii=False) + "\n")


def select(items: Iterable[Item], *, kinds: Sequence[str] = (), hold_out: int = 0, held_out: int = 0) -> list[Item]:
    """The items of ``kinds`` (all when empty), without those kept aside (``hold_out``), or only those (``held_out``).

    Kept aside for n are the ids whose number is divisible by n: f003, f006 … for 3.
    """
    chosen = []
    for item in items:
        number = int("".join(re.findall(r"\d+", item.id)[-1:]) or 0)
        aside = hold_out and number % hold_out == 0
        if (not kinds or item.kind in kinds) and not aside and not (held_out and number % held_out):
            chosen.append(item)
    return chosen


def evaluate(
    assistant: Asked, items: Sequence[Item], judge: Judge, *, progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Asks every item and judges the answer; ``progress(done, all)`` is called after each."""
    results = []
    for done, item in enumerate(items, 1):
        talk = assistant.conversation()
        for turn in item.turns:
            talk.ask(turn)
        line = _line(item, talk.ask(item.question))
        results.append(Result(item, line, judge.judge(item, line.answer, refused=line.refused)))
        if progress:
            progress(done, len(items))
    return results


def _line(item: Item, answer: Answer) -> AnswerLine:
    said = answer.as_dict()
    return AnswerLine(id=item.id, answer=said["answer"], refused=said["refused"], citations=tuple(said["citations"]),
                      seconds=said["seconds"])


def score(results: Sequence[Result]) -> Scores:
    """What the results come to, kinds in the order in which they first occur."""
    kinds: dict[str, list[Result]] = {}
    for result in results:
        kinds.setdefault(result.item.kind or "—", []).append(result)
    answered = [r for r in results if not r.line.refused]
    # An ambiguous question may be answered by asking back, which cites nothing.
    held = [supports(r.item, r.line.quotes) for r in answered if r.passed and r.item.kind != "ambiguous"]
    to_refuse = [r for r in results if r.item.must_refuse]
    to_answer = [r for r in results if not r.item.unanswerable]
    seconds = sorted(r.line.seconds for r in results)
    cuts = quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else (seconds or [0.0]) * 19
    return Scores(
        rows=tuple(_row(kind, of_kind) for kind, of_kind in kinds.items()),
        total=_row("合计", results),
        cited=(sum(bool(r.line.citations) for r in answered), len(answered)),
        supported=(held.count(True), len(held) - held.count(None)),
        refused_rightly=(sum(r.line.refused for r in to_refuse), len(to_refuse)),
        refused_wrongly=(sum(r.line.refused for r in to_answer), len(to_answer)),
        wrong_figures=(sum(r.judgement.wrong_figure for r in results), len(results)),
        p50_s=cuts[9],
        p95_s=cuts[18],
    )


def _row(kind: str, results: Sequence[Result]) -> Row:
    return Row(kind, sum(result.passed for result in results), len(results))


def changes(before: dict[str, AnswerLine], after: Sequence[Result], judge: Judge) -> list[Change]:
    """The questions that pass now and did not, or the other way round; old answers are judged by today's judge."""
    changed = []
    for result in after:
        old = before.get(result.item.id)
        if old is None:
            continue
        past = Result(result.item, old, judge.judge(result.item, old.answer, refused=old.refused))
        if past.passed != result.passed:
            changed.append(Change(result.item, past, result))
    return changed


def _lines(path: Path) -> Iterable[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"读不了 {path}：{error}", mend="检查路径；文件应为 UTF-8") from error
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _parse(model: type[Model], path: Path, number: int, line: str) -> Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        raise QuestionError(f"{path.name} 第 {number} 行不合格式：{_said(error)}",
                            mend="每行一个 JSON，字段见 tests/fixtures/README.md") from error


#: What pydantic finds, by the beginning of its name for it.
_WRONG = {"json_invalid": "不是完整的 JSON", "missing": "缺这个字段", "bool": "应为 true 或 false", "string": "应为文字", "list": "应为列表",
          "int": "应为整数", "extra": "没有这个字段", "model": "应为一个对象"}


def _said(error: ValidationError) -> str:
    first = error.errors()[0]
    field = ".".join(map(str, first["loc"]))
    wrong = next((told for kind, told in _WRONG.items() if first["type"].startswith(kind)), first["msg"])
    return f"“{field}”{wrong}" if field else wrong
