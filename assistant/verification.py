"""Draft → verdicts: every number of an answer stands in a cited quote, is computed from such numbers, or is called out.

Nothing is repaired in silence.  Years and dates that only say when are held against the question, the quotes and the
periods of the cited reports; ordinals and counts of the answer's own list (共3条) are held against the answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.records import Citation, Draft, Statement, Verdict, VerdictKind
from index.numerals import Quantity, convert, find_quantities
from index.records import Report

__all__ = ["verify"]

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WHEN = re.compile(r"\d{4}年|\d{1,2}月|\d{1,2}[日号]|\d{4}[—–-]\d{4}")


def verify(draft: Draft, question: str, reports: Mapping[str, Report]) -> tuple[Verdict, ...]:
    """A verdict for every number of the draft, in order; spans are of the statements' texts joined."""
    verdicts: list[Verdict] = []
    offset = 0
    asked = _numbers(question)
    for statement in draft.statements:
        cited = [draft.citations[n - 1] for n in statement.citations]
        verdicts += [_shift(v, offset) for v in _statement(statement, cited or draft.citations, asked, reports)]
        offset += len(statement.text)
    return tuple(verdicts)


def _statement(statement: Statement, cited: Sequence[Citation], asked: set[Decimal], reports: Mapping[str, Report]) -> list[Verdict]:
    text = unicodedata.normalize("NFKC", statement.text) if len(unicodedata.normalize("NFKC", statement.text)) == len(statement.text) else statement.text
    quantities = find_quantities(text)
    dates = [m.span() for m in WHEN.finditer(text)]
    computed = _numbers(statement.formula)
    verdicts = []
    for match in NUMBER.finditer(text):
        value = Decimal(match.group().replace(",", ""))
        quantity = next((q for q in quantities if q.start <= match.start() < q.end), None)
        is_date = any(a <= match.start() < b for a, b in dates)
        verdicts.append(_judge(match, value, quantity, is_date, statement, cited, asked, computed, reports))
    return verdicts


def _judge(match: re.Match[str], value: Decimal, quantity: Quantity | None, is_date: bool, statement: Statement, cited: Sequence[Citation],
           asked: set[Decimal], computed: set[Decimal], reports: Mapping[str, Report]) -> Verdict:
    start, end = match.span()
    text = quantity.text if quantity else match.group()
    for citation in cited:
        if value in _numbers(citation.quote):
            note = "" if quantity is None or _same_unit(quantity, citation, reports) else "单位写法不同"
            return Verdict(text, start, end, VerdictKind.SUPPORTED, (citation.number,), note=note)
    if quantity is not None:
        for citation in cited:
            for other in find_quantities(citation.quote):
                if convert(other.value, other.unit, quantity.unit) == quantity.value:
                    return Verdict(text, start, end, VerdictKind.SUPPORTED, (citation.number,), note=f"由{other.text}换算")
    if value in computed:
        return Verdict(text, start, end, VerdictKind.COMPUTED, statement.citations, statement.formula)
    if value in asked:
        return Verdict(text, start, end, VerdictKind.QUESTION)
    if is_date and any(_dated(value, reports[c.report_id]) for c in cited if c.report_id in reports):
        return Verdict(text, start, end, VerdictKind.SUPPORTED, tuple(c.number for c in cited[:1]), note="报告期")
    return Verdict(text, start, end, VerdictKind.UNSUPPORTED)


def _same_unit(quantity: Quantity, citation: Citation, reports: Mapping[str, Report]) -> bool:
    """The quote has the number with this unit, or stands in a table, whose unit is in its heads."""
    if any(q.value == quantity.value and q.unit == quantity.unit for q in find_quantities(citation.quote)):
        return True
    report = reports.get(citation.report_id)
    return report is not None and any(t.start <= citation.start < t.end for t in report.tables)


def _dated(value: Decimal, report: Report) -> bool:
    period = report.period
    if period is None:
        return False
    return value in {Decimal(n) for n in (period.first_year - 1, period.first_year, period.last_year, period.last_year + 1)} \
        or value in _numbers(report.title)


def _numbers(text: str) -> set[Decimal]:
    folded = unicodedata.normalize("NFKC", text)
    found = {Decimal(m.group().replace(",", "")) for m in NUMBER.finditer(folded)}
    return found | {q.value for q in find_quantities(folded)} | {Decimal(2000) + n for n in found if n == n.to_integral() and n < 100}


def _shift(verdict: Verdict, offset: int) -> Verdict:
    return Verdict(verdict.text, verdict.start + offset, verdict.end + offset, verdict.kind, verdict.citations, verdict.formula, verdict.note)
