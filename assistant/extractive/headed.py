"""What a report lists without a list's marks: the sentences under a heading, the rows of a table, what follows an item's title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.extractive.items import COUNT, Listing, split_sentences
from assistant.extractive.sentences import Unit, listings, parts_of, units
from assistant.facts import Facts
from index.numbers import count_of
from index.reading.cards import Shape, pieces_of, shape_of
from index.records import Report, SectionKind

__all__ = ["headed", "told_within"]


def headed(facts: Facts, report: Report) -> Iterator[Listing]:
    """What stands under a heading that no list begins under: its sentences, long ones by their parts; 【…】 as well."""
    yield from _items_as_lists(facts, report)
    yield from _bracketed(facts, report)
    yield from _tables(facts, report)
    begun = {x.start for x in listings(facts, report.id)}
    for section in facts.sections(report.id):
        if section.body_start <= section.start or not report.text[section.body_start : section.end].strip():
            continue
        if any(section.start <= b < section.body_start for b in begun):
            continue
        inner = [u for u in units(facts, report.id) if section.body_start <= u.start < section.end and not u.table]
        if inner:
            spans = _cards(report, section.path[-1] if section.path else "", inner) or tuple((u.start, u.end) for u in inner[:8])
            yield Listing(section.start, section.end, section.path[-1] if section.path else "", section.path[:-1], spans,
                          section.kind, section.period, marked=False)


def _cards(report: Report, heading: str, inner: Sequence[Unit]) -> tuple[tuple[int, int], ...]:
    """四大产业 over a board's cards: the four that open alike, where another card tells more of one of them."""
    opened = [shape_of(pieces[0]) if len(pieces := pieces_of(report.text[u.start : u.end])) > 1 else None for u in inner]
    alike = [(u.start, u.end) for u, shape in zip(inner, opened, strict=True) if shape is opened[0]] if opened[0] is Shape.NUMBER else []
    return tuple(alike) if len(alike) in {count_of(number) for number in COUNT.findall(heading)} else ()


def told_within(inner: Listing, whole: Listing) -> bool:
    """还有不少差距：一是…；二是…。对这些问题，…: whether a list stands in what a section says, of which it is only a part."""
    return not whole.marked and whole.start <= inner.start and inner.end <= whole.end and inner.marked and len(inner.items) > 2


def _bracketed(facts: Facts, report: Report) -> Iterator[Listing]:
    marks = list(re.finditer(r"^[ \u3000]*【([^】\n]{2,30})】[ \u3000]*$", report.text, re.M))
    for mark, stop in zip(marks, [*(m.start() for m in marks[1:]), len(report.text)], strict=False):
        inner = [u for u in units(facts, report.id) if mark.end() <= u.start < stop and not u.table]
        if inner:
            spans = tuple((u.start, u.end) for u in inner[:8])
            yield Listing(mark.start(), stop, mark[1], inner[0].path, spans, inner[0].kind, inner[0].period, marked=False)


#: 重点盯住下表五件事：, the sentence in front of a table.
_BY_TABLE = re.compile(r"[^。；;\n]*(?:下表|[上如]表|见表|表\d)[^。；;\n]*[：:。]?\s*$")


#: What counts the rows and names none, but for the one of their sum.
_COUNTED = re.compile(r"\s*(?:[（(]?\d{0,3}[）).、]?|合计|总计)\s*")


def _tables(facts: Facts, report: Report) -> Iterator[Listing]:
    """The rows of a table under its caption, or what announces it, by what their first cells name that are no numbers."""
    for table in report.tables:
        rows = table.grid[table.heads :]
        first = next((i for i, column in enumerate(zip(*rows, strict=True)) if not all(_COUNTED.fullmatch(c.text) for c in column)), 0)
        cells = [row[first] for row in rows if not re.search("合计|总计|^$", row[first].text)]
        spans = tuple(dict.fromkeys((c.start, c.end) for c in cells if c.end > c.start))
        if table.caption and len(spans) >= 2:
            yield Listing(table.start, table.end, table.caption, (), spans, SectionKind.OTHER, report.period, marked=False)
        announced = _BY_TABLE.search(report.text, max(0, table.start - 80), table.start)
        if announced is not None and len(spans) >= 2:
            section = next((s for s in reversed(facts.sections(report.id)) if s.start <= table.start < s.end), None)
            kind, period = (section.kind, section.period) if section is not None else (SectionKind.OTHER, report.period)
            yield Listing(announced.start(), table.end, announced[0].strip(), (), spans, kind, period)


def _items_as_lists(facts: Facts, report: Report) -> Iterator[Listing]:
    """第二件事，帮企业。… : an item whose first sentence is its title, as a list of what follows it."""
    for listing in listings(facts, report.id):
        for a, b in listing.items if listing.marked else ():
            spans = split_sentences(report.text, a, b)
            if len(spans) >= 2 and spans[0][1] - spans[0][0] <= 24:
                lead = report.text[slice(*spans[0])].rstrip("。.：:")
                inner = [p for x, y in spans[1:] for p in parts_of(report.text, x, y)]
                yield replace(listing, start=a, end=b, lead=lead, items=tuple(inner[:9]), marked=False)
