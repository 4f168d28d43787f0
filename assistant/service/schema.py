"""What /api/v1 takes and gives, for the OpenAPI description.  Field names are those of the shell's ``--json``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.exporting import figure_row
from assistant.records import Answer
from index.records import Figure, Hit

__all__ = ["AnswerOut", "Ask", "FigureFormat", "FigureOrder", "Title", "answer_out", "figure_out",
           "hit_out"]

Line = Annotated[str, StringConstraints(max_length=200)]


class Ask(BaseModel):
    """A question.  ``conversation`` is the id of one, or ``new``; without it the question stands alone."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[str, StringConstraints(min_length=1, max_length=100_000)] = Field(
        description="问题", examples=["2018年工业有效投资是多少"])
    zone: Line | None = Field(None, description="问题里没说区时用它")
    period: Line | None = Field(None, description="问题里没说时期时用它：2018、2019H1、2018Q1、2018M1-11、2016-2020")
    conversation: Line | None = Field(None, description="对话的 id，或 new 新开一个；不给则这一问独立")
    stream: bool = Field(False, description="以 server-sent events 回答；也可用 Accept: text/event-stream")


class Title(BaseModel):
    """A conversation's new title."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class AnswerOut(BaseModel):
    """An answer with its sources; every ``start``/``end`` counts characters of the report's text."""

    question: str
    answer: str
    marked: str = Field(description="回答，句后带 [n]")
    refused: bool = Field(description="报告中没有")
    understood: dict[str, Any]
    citations: list[dict[str, Any]]
    verdicts: list[dict[str, Any]]
    choices: list[dict[str, Any]]
    suggestions: list[str]
    hints: list[str] = Field(description="报告里与这个答案不一致的地方")
    fallback: str = Field(description="用了离线回答的原因；空为没有")
    reader: str
    seconds: float
    conversation: str | None = None


class FigureOrder(StrEnum):
    PLACE = "place"
    VALUE = "value"


class FigureFormat(StrEnum):
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def answer_out(answer: Answer, conversation: str | None = None) -> dict[str, Any]:
    """An answer as :class:`AnswerOut` describes it."""
    query = answer.query
    return answer.as_dict() | {
        "marked": answer.marked, "conversation": conversation,
        "understood": {
            "zones": list(query.zones), "periods": [period.key for period in query.periods],
            "indicators": list(query.indicators), "status": query.status.value if query.status else "",
            "aspect": query.aspect.value, "operation": query.operation.value,
        },
    }


def figure_out(figure: Figure, report: str) -> dict[str, Any]:
    """A row of the ledger, with the id of its report."""
    return figure_row(figure, report) | {"report_id": figure.report_id}


def hit_out(hit: Hit, report: str) -> dict[str, Any]:
    """A passage found, with the name and the id of its report."""
    passage = hit.passage
    return {"report": report, "report_id": passage.report_id, "text": passage.text, "start": passage.start,
            "end": passage.end, "heading": list(passage.path), "page": passage.page, "score": round(hit.score, 4)}
