"""What travels along the line from a question to an answer.

text ─ question, conversation ─▶ Query ─ retrieval, linking ─▶ candidates ─ extractive, computing ─▶ Draft
     ─ verification ─▶ Answer
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from assistant.results import Asking
from index.records import Figure, Period, Status

__all__ = [
    "Answer",
    "Aspect",
    "Choice",
    "Citation",
    "Draft",
    "Operation",
    "Query",
    "Statement",
    "Trace",
    "Verdict",
    "VerdictKind",
]


class Aspect(StrEnum):
    """Which property of an indicator is asked for."""

    VALUE = "数值"
    GROWTH = "增速"
    SHARE = "占比"
    COMPLETION = "完成率"
    RANK = "位次"
    RANK_CHANGE = "位次变化"
    MET = "是否完成"


class Operation(StrEnum):
    """What is to be done with the figures or sentences found."""

    ONE = "查数"
    LIST = "列举"
    PARTS = "分项"
    DIFFERENCE = "相差"
    RATIO = "倍数"
    SHARE = "占比"
    SUM = "合计"
    MEAN = "平均"
    TREND = "走势"
    EXTREME = "最值"
    RANKING = "排序"
    BACKCAST = "反推"
    WHO = "谁"
    WHEN = "何时"
    WHERE = "哪里"
    WHY = "为什么"
    HOW = "怎么做"
    SUMMARY = "概括"
    META = "关于助手"

    @property
    def computes(self) -> bool:
        """Whether several figures are put together."""
        return self in (
            Operation.DIFFERENCE, Operation.RATIO, Operation.SUM, Operation.MEAN, Operation.TREND, Operation.EXTREME, Operation.RANKING
        )

    @property
    def in_words(self) -> bool:
        """Whether sentences answer, not figures."""
        return self in (
            Operation.LIST, Operation.WHO, Operation.WHEN, Operation.WHERE, Operation.WHY, Operation.HOW, Operation.SUMMARY
        )


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood: independent slots, each empty when nothing was said of it."""

    text: str  # the question, standalone (ellipsis resolved), normalised
    zones: tuple[str, ...] = ()  # names as the index knows them
    unknown_zones: tuple[str, ...] = ()  # named like a zone, but no report of it is there
    periods: tuple[Period, ...] = ()
    status: Status | None = None
    aspect: Aspect = Aspect.VALUE
    operation: Operation = Operation.ONE
    indicators: tuple[str, ...] = ()  # the phrases asked for, as said, without zone, period, question words
    scopes: tuple[str, ...] = ()  # 松坪园, 全市 … as said
    unit: str = ""
    notes: tuple[str, ...] = ()  # what was assumed, for the answer to say
    direction: int = 0  # +1 the highest or from the top, -1 the lowest or from the bottom
    place: int = 1  # which from that end on: 2 the second highest
    first: int = 0  # so many from that end on (前三的园区); 0 the one
    premise: int = 0  # +1 the question says it grew (or was met), -1 that it fell (or was missed)
    stock: bool = False  # 累计, 总数, 年底: a state, not what one year added
    part_of: bool = False  # 其中, 里头: the last phrase is a part of the first
    shorter: tuple[str, ...] = ()  # what a follow-up itself said, where ``indicators`` completes it from the turn before
    ahead: bool = False  # 建成后, 达产后: what is foreseen, whatever the status it is filed under
    claimed: str = ""  # 是600亿元，对吗: what the question takes it to be
    topic: str = ""  # what a clause before the asking one names: 进口水果，货值有多少
    report_periods: tuple[
        Period, ...
    ] = ()  # whose report is to be read (2018年的报告里), when it isn't what is asked about
    bare: str = ""  # the question without its zones and periods: what sentences are compared with
    focus: str = ""  # the project, company or item that the conversation is about
    near: tuple[
        tuple[str, int, int], ...
    ] = ()  # (report id, start, end) cited just before, for a follow-up that names little
    per: str = ""  # 平均每个…: the counted unit to divide by
    years_back: int = 0  # 近三年: that many of the latest periods; 99 for all
    pairs: tuple[tuple[str, Period], ...] = ()  # each zone with a year of its own
    operands: tuple[Query, ...] = ()  # the two sides of a comparison
    compared: tuple[Query, ...] = ()  # where several results are asked of the same operands: what names them, alone
    asking: Asking | None = None  # which results those are

    @property
    def combines(self) -> bool:
        """Whether it takes several figures to answer."""
        whole = self.operation is Operation.BACKCAST or self.operation.computes or len(self.cells) > 1
        return whole or self.aspect in (Aspect.SHARE, Aspect.MET, Aspect.COMPLETION)

    def within(self, zones: tuple[str, ...] = (), periods: tuple[Period, ...] = ()) -> Query:
        """The same question of these zones and periods where it names none, on both sides of a comparison, too."""
        zones, periods = self.zones or (() if self.unknown_zones else zones), self.periods or periods
        return replace(
            self,
            zones=zones,
            periods=periods,
            operands=tuple(side.within(zones, periods) for side in self.operands),
            compared=tuple(side.within(zones, periods) for side in self.compared),
        )

    @property
    def cells(self) -> tuple[tuple[str | None, Period | None], ...]:
        """Every zone with every period that is asked for; None where none was named."""
        return self.pairs or tuple((z, p) for z in (self.zones or (None,)) for p in (self.periods or (None,)))


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a report that an answer stands on.  ``quote == report.text[start:end]``."""

    number: int  # from 1, as printed in [n]
    report: str  # Report.name
    report_id: str
    title: str
    quote: str
    start: int
    end: int
    heading: tuple[str, ...] = ()
    page: int | None = None
    marks: tuple[tuple[int, int], ...] = ()  # spans inside the quote (report offsets) that hold the very answer


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and the numbers of the citations it rests on."""

    text: str
    citations: tuple[int, ...] = ()
    formula: str = ""  # 22.53 ÷ 37.59 = 59.94%, for a computed statement
    in_print: bool = False  # tells the clause of the report itself, which says what its number counts in


class VerdictKind(StrEnum):
    SUPPORTED = "原文"
    COMPUTED = "计算"
    QUESTION = "提问"  # repeats what the question itself says (a year, a premise)
    CORRECTED = "更正"  # not as printed: an editor put it in the place of what is
    UNSUPPORTED = "未核实"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification says of one number of the answer; ``start``/``end`` are a span of ``Answer.text``."""

    text: str
    start: int
    end: int
    kind: VerdictKind
    citations: tuple[int, ...] = ()
    formula: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to make an ambiguous question clear: ``question`` asked again gives one answer."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One stage's decision, for ``zoneqa ask --explain``."""

    stage: str
    decision: str
    details: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before verification."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...] = ()
    refused: bool = False
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    trace: tuple[Trace, ...] = ()
    hints: tuple[str, ...] = ()  # where a cited figure disagrees with another one
    figures: tuple[Figure, ...] = field(default=(), repr=False)  # every figure cited, in order
    presumed: bool = False  # told as the likeliest meaning of words that no report uses

    @property
    def unsure(self) -> bool:
        """Whether another reading of the question, if it finds something, goes first."""
        return self.refused or self.presumed


@dataclass(frozen=True, slots=True)
class Answer:
    """What a user gets.  ``text`` is the body alone; sources are in ``citations``."""

    question: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    verdicts: tuple[Verdict, ...]
    refused: bool
    query: Query
    seconds: float
    reader: str = "offline"  # offline, or the model's name
    fallback: str = ""  # why offline words stand where the model's were wanted; for the badge
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()  # 提示: a cited figure disagrees with another report, its parts or its growth
    trace: tuple[Trace, ...] = field(default=(), repr=False)
    figures: tuple[Figure, ...] = field(default=(), repr=False)  # every figure cited, in order

    @property
    def text(self) -> str:
        return "".join(s.text for s in self.statements)

    @property
    def marked(self) -> str:
        """The body with [n] after each statement that rests on a citation."""
        return "".join(s.text + "".join(f"[{n}]" for n in s.citations) for s in self.statements)

    def as_dict(self) -> dict[str, Any]:
        """The JSON form that the shell prints: answer, refused, citations, verdicts, seconds and the rest."""
        return {
            "question": self.question,
            "answer": self.text,
            "refused": self.refused,
            "citations": [
                {
                    "number": c.number,
                    "report": c.report,
                    "title": c.title,
                    "quote": c.quote,
                    "start": c.start,
                    "end": c.end,
                    "heading": list(c.heading),
                    "page": c.page,
                }
                for c in self.citations
            ],
            "verdicts": [
                {
                    "text": v.text,
                    "start": v.start,
                    "end": v.end,
                    "kind": v.kind.value,
                    "citations": list(v.citations),
                    "formula": v.formula,
                    "note": v.note,
                }
                for v in self.verdicts
            ],
            "choices": [{"label": c.label, "question": c.question} for c in self.choices],
            "suggestions": list(self.suggestions),
            "hints": list(self.hints),
            "reader": self.reader,
            "fallback": self.fallback,
            "seconds": round(self.seconds, 4),
        }
