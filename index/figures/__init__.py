"""Passages of a report → figures: indicator, period, value, unit, growth, status.

sentence ─ numerals ─▶ quantities ─ grammar (growth, share, rank …), naming, carry ─▶ drafts ─▶ Figure
table    ─ tables ──────────────────────────────────────────────────────────────────▶ drafts ─▶ Figure
"""

from __future__ import annotations

from index.figures.accounts import of_projects
from index.figures.alongside import of_each_part
from index.figures.appended import accounted_in
from index.figures.below import of_lines_above
from index.figures.cards import find_cards, is_board, read_cards
from index.figures.chronicle import of_days
from index.figures.courses import in_course
from index.figures.halves import of_the_year
from index.figures.outgrown import of_their_sums
from index.figures.placed import of_places
from index.figures.prose import read_prose
from index.figures.ranked_lines import of_ranked_lines
from index.figures.reviews import aimed_at, of_the_last_year
from index.figures.sofar import of_the_whole_year
from index.figures.summands import parts_of_sums
from index.figures.tables import read_tables
from index.figures.taskrows import read_task_rows
from index.figures.things import of_things
from index.figures.told_apart import named_as_told
from index.parts import parts
from index.printed import in_half_width
from index.records import Figure, Report, Section

__all__ = ["FIGURES_VERSION", "extract_figures"]

#: Changes whenever the same report would give other figures, so that an index knows it is out of date.
FIGURES_VERSION = "145"


def extract_figures(report: Report, sections: list[Section]) -> list[Figure]:
    """Every figure of a report in the order of its text; ``sections`` cover the text and give kind and period."""
    report = in_half_width(report)
    bound = parts(report)
    if len(bound) == 1:
        return _extract(report, sections)
    return [f for part in bound for f in _extract(part.alone(report), [s for s in sections if part.start <= s.start < part.end])]


def _extract(report: Report, sections: list[Section]) -> list[Figure]:
    tables = sorted((t.start, t.end) for t in report.tables)
    figures: list[Figure] = []
    for section in sections:
        cards = find_cards(report, section.start, section.end)
        figures.extend(draft.figure(report, section) for draft in read_cards(report, section, cards))
        beside = sorted({*tables, *((c.start, c.end) for c in cards)})
        for start, end in _outside(section.start, section.end, beside):
            figures.extend(draft.figure(report, section) for draft in read_prose(report, section, start, end))
    for table in report.tables:
        holder = next((s for s in sections if s.start <= table.start < s.end), None)
        if holder is not None and not is_board(table):
            holder = accounted_in(report, holder, table)
            cells = list(read_tables(report, holder, table))
            figures.extend(draft.figure(report, holder) for draft in (*cells, *read_task_rows(report, holder, table, cells)))
    dated = of_the_last_year(report, of_the_year(report, in_course(report, _distinct(figures))))
    dated = of_the_whole_year(report, of_days(report, aimed_at(report, dated)))
    ordered = of_things(report, of_projects(report, sorted(of_ranked_lines(report, dated), key=lambda f: (f.start, f.end))))
    named = named_as_told(report, of_lines_above(report, of_their_sums(report, parts_of_sums(report, ordered))))
    return of_places(report, of_each_part(report, named))


def _outside(start: int, end: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces = []
    for a, b in spans:
        if b <= start or a >= end:
            continue
        if a > start:
            pieces.append((start, a))
        start = max(start, b)
    if start < end:
        pieces.append((start, end))
    return pieces


def _distinct(figures: list[Figure]) -> list[Figure]:
    return list({f.id: f for f in figures}.values())
