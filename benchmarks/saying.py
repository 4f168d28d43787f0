"""The ledger → sentences that are right, each with its citations and two places that have nothing to do with it.

Every sentence cites [1] the place of its figures, and has [2] another place of the same report and [3] one of another
report beside it, so that a wrong number often does stand somewhere in the context.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, growth, name_of
from assistant.facts import Facts
from assistant.records import Citation, Query, Statement
from index.records import Figure, FigureKind, Status

__all__ = ["Case", "Maker", "Said"]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with all its citations; ``query`` is what was asked."""

    kind: str
    statement: Statement
    citations: tuple[Citation, ...]
    query: Query


@dataclass(frozen=True, slots=True)
class Said:
    """The parts that a sentence is made of, so that one of them can be changed."""

    figure: Figure
    zone: str
    period: str
    name: str
    value: str
    growth: str
    status: Status
    citations: tuple[int, ...] = (1,)
    form: int = 0

    def text(self) -> str:
        rate = f"，{self.growth}" if self.growth else ""
        goal = {Status.TARGET: "目标", Status.EXPECTED: "预计"}.get(self.status, "")
        match self.status, self.form % 5:
            case Status.DONE, 0:
                return f"{self.zone}{self.period}{self.name}{self.value}{rate}。"
            case Status.DONE, 1:
                return f"{self.period}，{self.zone}的{self.name}达到{self.value}{rate}。"
            case Status.DONE, 2:
                return f"{self.value}{rate}（{self.zone}{self.period}{self.name}）。"
            case Status.DONE, 3:
                return f"根据报告，{self.period}{self.zone}完成{self.name}{self.value}{rate}。"
            case Status.DONE, _:
                return f"{self.zone}在{self.period}的{self.name}为{self.value}{rate}。"
            case _, 0:
                return f"{self.zone}{self.period}{self.name}的{goal}是{self.value}{rate}。"
            case _, 1:
                return f"{self.value}{rate}（{self.zone}{self.period}{self.name}（{goal}））。"
            case Status.TARGET, _:
                return f"{self.zone}提出，{self.period}{self.name}力争达到{self.value}{rate}。"
            case _:
                return f"{self.zone}预计{self.period}{self.name}为{self.value}{rate}。"


class Maker:
    def __init__(self, facts: Facts, seed: int) -> None:
        self.facts = facts
        self.random = random.Random(seed)
        figures = facts.figures()
        self.figures = [
            f
            for f in figures
            if f.value is not None
            and f.kind is FigureKind.VALUE
            and f.period
            and f.zone
            and len(f.indicator) >= 2
            and not re.search(r"\d", f.indicator + f.scope)
            and f.value_text[:1] != "-"
        ]
        self.known = {(f.zone, f.period, f.name, f.value) for f in figures}
        self.random.shuffle(self.figures)

    def said(self, figure: Figure) -> Said:
        return Said(
            figure,
            self.facts.short(figure.zone),
            figure.period.label if figure.period else "",
            name_of(figure),
            amount(figure),
            growth(figure),
            figure.status,
            form=self.random.randrange(5),
        )

    def cited(self, figure: Figure, *others: Figure) -> tuple[Citation, ...]:
        drafting = Drafting(self.facts)
        drafting.cite(figure, *others)
        own = [f for f in self.figures if f.report_id == figure.report_id and f.sentence_start != figure.sentence_start]
        far = [f for f in self.figures if f.zone != figure.zone]
        for pool in (own, far):
            if pool:
                drafting.cite(self.random.choice(pool))
        return tuple(drafting.citations)

    def case(self, kind: str, said: Said, citations: tuple[Citation, ...]) -> Case:
        f = said.figure
        query = Query(
            f"{f.zone}{f.period.label if f.period else ''}{f.indicator}是多少",
            zones=(f.zone,),
            periods=(f.period,) if f.period else (),
            indicators=(f.indicator,),
        )
        return Case(kind, Statement(said.text(), said.citations), citations, query)
