"""Statements and their citations, collected into a Draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.facts import Facts
from assistant.records import Choice, Citation, Draft, Statement, Trace
from index.records import Figure

__all__ = ["Drafting", "NOT_ALL", "NOT_NAMED", "NOT_TAKEN_OFF", "NO_ORDER", "NO_RATE", "REFUSAL"]

REFUSAL = "报告中没有"  # how every refusal begins; prompts, evaluation and tests use this one
#: What an answer by default begins with, where no year or zone was named.
NOT_NAMED = "问题没有指明"
#: What no number printed can mend: an amount in another currency, one sum where the greatest of several is asked for.
NO_RATE, NO_ORDER = "汇率，不能折算。", "比不出大小"
NOT_ALL = "不是每个都有数"  # of one and several others that are to be added up
NOT_TAKEN_OFF = "扣不出来"  # a part that no report tells of, of a whole that is told


class Drafting:
    """Collects what is said and what it stands on.  One per question."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.statements: list[Statement] = []
        self.citations: list[Citation] = []
        self.trace: list[Trace] = []
        self.figures: list[Figure] = []  # every figure cited, in order
        self.choices: tuple[Choice, ...] = ()
        self.presumed = False  # told as the likeliest meaning
        self._numbers: dict[tuple[str, int, int], int] = {}

    def fork(self) -> Drafting:
        """A draft that goes on from this one, to be joined again where it comes to an answer."""
        twin = Drafting(self.facts)
        twin._be(self)
        return twin

    def join(self, fork: Drafting) -> None:
        """Take over what a fork has come to."""
        self._be(fork)

    def _be(self, other: Drafting) -> None:
        self.statements, self.citations, self.trace = [*other.statements], [*other.citations], [*other.trace]
        self.figures, self.choices, self._numbers = [*other.figures], other.choices, {**other._numbers}
        self.presumed = other.presumed

    def cite(self, *figures: Figure | None) -> tuple[int, ...]:
        """Numbers of the citations of these figures' sentences, each cited once."""
        self.figures += [f for f in figures if f is not None]
        return tuple(
            dict.fromkeys(
                self.cite_span(f.report_id, f.sentence_start, f.sentence_end, [(f.start, f.end)])
                for f in figures
                if f is not None
            )
        )

    def cite_span(self, report_id: str, start: int, end: int, marks: Sequence[tuple[int, int]] = ()) -> int:
        """Cite a stretch of a report; the same stretch again adds its marks to the first."""
        report = self.facts.report(report_id)
        while start < end and report.text[start].isspace():
            start += 1
        while end > start and report.text[end - 1].isspace():
            end -= 1
        inside = tuple((max(a, start), min(b, end)) for a, b in marks if a < end and b > start)
        key = (report_id, start, end)
        if key in self._numbers:
            number = self._numbers[key]
            old = self.citations[number - 1]
            merged = tuple(dict.fromkeys((*old.marks, *inside)))
            self.citations[number - 1] = replace(old, marks=merged)
            return number
        path = next((s.path for s in reversed(self.facts.sections(report_id)) if s.start <= start < s.end), ())
        number = self._numbers[key] = len(self.citations) + 1
        self.citations.append(
            Citation(
                number,
                report.name,
                report_id,
                report.title or report.name,
                report.text[start:end],
                start,
                end,
                path,
                report.page_at(start),
                inside,
            )
        )
        return number

    def say(self, text: str, citations: Iterable[int] = (), formula: str = "", *, in_print: bool = False) -> None:
        statement = Statement(text, tuple(dict.fromkeys(citations)), formula, in_print)
        if statement not in self.statements:  # two words of a question for one figure
            self.statements.append(statement)

    def note(self, stage: str, decision: str, *details: dict[str, object]) -> None:
        self.trace.append(Trace(stage, decision, tuple(details)))

    def draft(self, *, refused: bool = False, suggestions: Sequence[str] = (), hints: Sequence[str] = ()) -> Draft:
        return Draft(
            tuple(self.statements),
            tuple(self.citations),
            refused,
            self.choices,
            tuple(suggestions),
            tuple(self.trace),
            tuple(hints),
            tuple(self.figures),
            self.presumed,
        )
