"""Numbers of an answer that an editor put in the place of a printed one: 更正, with who, when, and what was printed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from assistant.records import Citation, Verdict, VerdictKind
from index.corrections import Correction, Where, read_corrections
from index.numerals import convert, find_quantities

__all__ = ["mark_corrected"]

_NUMBERS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class _Put:
    """A value that stands in the index and not in the report."""

    text: str
    value: Decimal
    unit: str
    note: str

    def is_that_of(self, verdict: Verdict) -> bool:
        for quantity in find_quantities(verdict.text)[:1]:
            same = convert(quantity.value, quantity.unit, self.unit) if quantity.unit != self.unit else quantity.value
            return same == self.value
        return False


def mark_corrected(verdicts: Sequence[Verdict], citations: Iterable[Citation], folder: Path) -> tuple[Verdict, ...]:
    """The verdicts; what rests on a corrected value says so.  ``folder`` is that of the reports.

    Raises SettingsError for a file of corrections that can't be read.
    """
    quoted = [*citations]
    lines = {report: tuple(read_corrections(folder / report)) for report in {c.report for c in quoted}}
    put = [one for citation in quoted for one in _put_in(citation, lines[citation.report])]
    return tuple(_marked(verdict, put) for verdict in verdicts) if put else tuple(verdicts)


def _marked(verdict: Verdict, put: Sequence[_Put]) -> Verdict:
    if verdict.kind in (VerdictKind.SUPPORTED, VerdictKind.UNSUPPORTED):
        for one in put:
            if one.is_that_of(verdict):
                return replace(verdict, kind=VerdictKind.CORRECTED, note=one.note)
    if verdict.kind is VerdictKind.COMPUTED:
        notes = [f"算式里的{one.text}：{one.note}" for one in put
                 if any(Decimal(number) == one.value for number in _NUMBERS.findall(verdict.formula))]
        return replace(verdict, note="；".join(dict.fromkeys([verdict.note, *notes] if verdict.note else notes)))
    return verdict


def _put_in(citation: Citation, lines: Sequence[Correction]) -> Iterator[_Put]:
    """The values corrected within a citation, as they hold now, but for those that its quote prints as well."""
    values: dict[Where, _Put | None] = {}
    printed: dict[Where, str] = {}
    for line in lines:
        if line.field != "value" or line.where is None or line.where.quote not in citation.quote:
            continue
        before = printed.setdefault(line.where, line.before)
        quantities = find_quantities(line.after)
        values[line.where] = _Put(line.after, quantities[0].value, quantities[0].unit,
                                  f"{line.who} {_day(line.at)} 更正，原文是{before}") if quantities else None
    for one in values.values():
        if one is not None and all((q.value, q.unit) != (one.value, one.unit) for q in find_quantities(citation.quote)):
            yield one


def _day(at: str) -> str:
    return f"{datetime.datetime.fromisoformat(at).astimezone():%Y-%m-%d}"
