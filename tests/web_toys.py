"""A small assistant for the page's own tests: it answers from sentences that hold the words asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from assistant.records import Answer, Choice, Citation, Query, Statement, Verdict, VerdictKind
from assistant.settings import Settings
from index.errors import QuestionError
from index.outline import outline
from index.reading import find_reports, read_report
from index.records import Figure, Period, Report, Section

NUMBER = re.compile(r"\d[\d.]*(?:%|亿元|万元|家|个)")


@dataclass
class ToyLedger:
    kept: list[Report]

    def cards(self) -> list[Any]:
        return [SimpleNamespace(id=r.id, name=r.name, title=r.title, zone=r.zone, period=r.period, format=r.format,
                                figures=len(NUMBER.findall(r.text))) for r in self.kept]

    def report(self, id_or_name: str, /) -> Report | None:
        return next((r for r in self.kept if id_or_name in (r.id, r.name)), None)

    def sections(self, report_id: str, /) -> list[Section]:
        report = self.report(report_id)
        return outline(report) if report else []

    def figures(self, **conditions: Any) -> list[Figure]:
        return []

    def vocabulary(self) -> dict[str, dict[str, int]]:
        return {}

    def zones(self) -> list[str]:
        return sorted({r.zone for r in self.kept if r.zone})

    def periods(self) -> list[Period]:
        return sorted({r.period for r in self.kept if r.period})


@dataclass
class ToyAssistant:
    """``ask`` looks for the longest piece of the question that stands in a report just before a number."""

    folder: Path
    reports: list[Report] = field(default_factory=list)
    turns: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.refresh()

    @property
    def index(self) -> Any:
        manifest = SimpleNamespace(failures=lambda folder: (), duplicates=lambda: ())
        return SimpleNamespace(ledger=ToyLedger(self.reports), embedding=None, manifest=manifest)

    def refresh(self) -> bool:
        self.reports = [read_report(path, root=self.folder, settings=Settings.load())
                        for path in find_reports(self.folder)]
        return True

    def answer_query(self, query: Query, question: str = "") -> Answer:
        return self.ask("".join(query.indicators) or query.text)

    def conversation(self) -> ToyAssistant:
        return self

    def ask(self, question: str, *, zone: str | None = None, period: Period | None = None) -> Answer:
        if question == "？":
            raise QuestionError("这不是一个问题", mend="写出要查的指标")
        if question == "哪一年":
            return answer_of(question, "要看哪一年？", choices=(Choice("2018年", "2018年工业有效投资是多少"),))
        wanted = re.sub(r"\d{4}年|是多少|多少", "", question)
        for report in self.reports:
            found = re.search(re.escape(wanted) + r"[^，。,；]{0,4}?" + NUMBER.pattern, report.text) if wanted else None
            if found:
                start = max(report.text.rfind(mark, 0, found.start()) for mark in "。\n") + 1
                end = report.text.find("。", found.end()) + 1 or len(report.text)
                return self._answer(question, report, found.group(), start, end, found.span())
        return answer_of(question, f"报告中没有“{wanted}”。", refused=True)

    def _answer(self, question: str, report: Report, said: str, start: int, end: int, mark: tuple[int, int]) -> Answer:
        path = max((s for s in outline(report) if s.start <= start < s.end), key=lambda s: s.level).path
        cited = Citation(1, report.name, report.id, report.title, report.text[start:end], start, end, path,
                         report.page_at(start), (mark,))
        number = list(NUMBER.finditer(said))[-1]
        verdict = Verdict(number.group(), number.start(), number.end(), VerdictKind.SUPPORTED, (1,))
        return answer_of(question, f"{said}。", citations=(cited,), verdicts=(verdict,),
                         suggestions=("2018年财政总收入是多少",))


def answer_of(question: str, text: str, *, citations: tuple[Citation, ...] = (), verdicts: tuple[Verdict, ...] = (),
              refused: bool = False, choices: tuple[Choice, ...] = (), suggestions: tuple[str, ...] = ()) -> Answer:
    """An answer of one statement that rests on ``citations``."""
    return Answer(question, (Statement(text, tuple(c.number for c in citations)),), citations, verdicts, refused,
                  Query(question), 0.012, choices=choices, suggestions=suggestions)
