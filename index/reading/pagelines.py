"""Printed lines of pages → paragraphs and tables.  Serves pdf and OCR alike: both know where each piece of text stands.

lines of each page ─ drop running heads and page numbers ─ rows of spaced columns → tables ─ broken lines re-joined
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from dataclasses import dataclass, field

from index.reading.content import Block, Paragraph, RawCell, RawTable, clean
from index.reading.joining import ENDS, NUMBERING, glue

__all__ = ["Line", "PageLines", "Segment", "blocks_of_pages"]

_PAGE_NUMBER = re.compile(
    r"[-—–\s·.|/\\~～]*(?:第\s*)?\d{1,4}\s*(?:页)?\s*(?:[/／,，共\s|]*(?:共|of|/|／)\s*\d{1,4}\s*页?)?[-—–\s·.|~～]*|[Pp]age\s*\d+.*|[ivxIVX]{1,6}"
)
_DIGITS = re.compile(r"\d+")
_EDGE = 0.12  # running heads stand in the outer eighth of a page
_CLOSING = tuple("，。、；：！？）》】”’％%,;:!?)")
# What moves to the next line as one: a number or word, with the marks that may not begin or end a line.
_TOKEN = re.compile(r"[“‘（《【(]*(?:[0-9A-Za-z.,%％]+|.)[，。、；：！？）》】”’%％]*")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text without a gap; x in the page's own unit (points, pixels)."""

    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """Segments on one base line, from the left; ``size`` is the height of a character."""

    segments: tuple[Segment, ...]
    top: float
    bottom: float
    size: float

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)


@dataclass(slots=True)
class PageLines:
    """One page: its lines from the top, and ruled tables with the height where each begins."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[float, RawTable]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Column:
    """The measure of the text: left edge, right edge, usual size and usual distance of base lines."""

    left: float
    right: float
    size: float
    pitch: float
    indented: bool


def blocks_of_pages(pages: list[PageLines]) -> list[Block]:
    """Paragraphs and tables in reading order; each paragraph knows the pages it runs over."""
    _drop_running_lines(pages)
    items: list[tuple[int, Line | RawTable]] = []
    for page in pages:
        placed: list[tuple[float, Line | RawTable]] = [*_spaced_tables(page), *page.tables]
        items += [(page.number, item) for _, item in sorted(placed, key=lambda entry: entry[0])]
    return _join(_merge_tables(items), _measure([line for _, line in items if isinstance(line, Line)]))


def _drop_running_lines(pages: list[PageLines]) -> None:
    """Heads and feet that come back on other pages at the same height, and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        for line in page.lines:
            if _at_edge(line, page):
                seen[_fingerprint(line, page)] += 1
    for page in pages:
        page.lines = [
            line
            for line in page.lines
            if not (
                _at_edge(line, page)
                and (
                    _PAGE_NUMBER.fullmatch(line.text.strip())
                    or seen[_fingerprint(line, page)] >= max(2, len(pages) * 0.4)
                )
            )
        ]


def _at_edge(line: Line, page: PageLines) -> bool:
    return line.bottom < page.height * _EDGE or line.top > page.height * (1 - _EDGE)


def _fingerprint(line: Line, page: PageLines) -> tuple[str, int]:
    return _DIGITS.sub("#", re.sub(r"\s", "", line.text)), round(line.top / page.height * 60)


def _spaced_tables(page: PageLines) -> list[tuple[float, Line | RawTable]]:
    """Runs of three lines and more in two or three columns' worth of gaps become tables; the rest stays lines."""
    placed: list[tuple[float, Line | RawTable]] = []
    index = 0
    while index < len(page.lines):
        end = index
        while (
            end < len(page.lines)
            and len(page.lines[end].segments) >= 2
            and (end == index or page.lines[end].top - page.lines[end - 1].bottom < 2.5 * page.lines[end].size)
        ):
            end += 1
        run = page.lines[index:end]
        widest = max((len(line.segments) for line in run), default=0)
        if len(run) >= 3 and widest >= 3 and sum(len(line.segments) == widest for line in run) >= len(run) * 0.5:
            placed.append((run[0].top, _table_of(run, widest, page.number)))
            index = end
        else:
            placed.append((page.lines[index].top, page.lines[index]))
            index += 1
    return placed


def _table_of(run: list[Line], width: int, page: int) -> RawTable:
    full = [line for line in run if len(line.segments) == width]
    centres = [
        statistics.median((line.segments[c].x0 + line.segments[c].x1) / 2 for line in full) for c in range(width)
    ]
    rows = []
    for line in run:
        cells = [""] * width
        for segment in line.segments:
            middle = (segment.x0 + segment.x1) / 2
            place = min(range(width), key=lambda c: abs(centres[c] - middle))
            cells[place] = glue(cells[place], segment.text)
        rows.append(tuple(RawCell(clean(cell)) for cell in cells))
    return RawTable(tuple(rows), page=page)


def _merge_tables(items: list[tuple[int, Line | RawTable]]) -> list[tuple[int, Line | RawTable]]:
    """A table that goes on at the top of the next page is one table; its repeated heads are dropped."""
    merged: list[tuple[int, Line | RawTable]] = []
    for page, item in items:
        before = merged[-1][1] if merged else None
        if (
            isinstance(item, RawTable)
            and isinstance(before, RawTable)
            and merged[-1][0] != page
            and _columns(item) == _columns(before)
        ):
            rows = item.rows
            while (
                rows
                and len(rows) > 1
                and [c.text for c in rows[0]] == [c.text for c in before.rows[len(item.rows) - len(rows)]]
            ):
                rows = rows[1:]
            merged[-1] = (page, RawTable(before.rows + rows, before.heads, before.page))
        else:
            merged.append((page, item))
    return merged


def _columns(table: RawTable) -> int:
    return max(sum(cell.columns for cell in row) for row in table.rows)


def _measure(lines: list[Line]) -> _Column:
    if not lines:
        return _Column(0, 0, 1, 1, indented=True)
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size)] += len(line.text)
    size = max(weights.most_common(1)[0][0], 1)
    body = [line for line in lines if abs(line.size - size) <= 0.15 * size] or lines
    long = [line for line in body if len(line.text) > 12] or body
    starts = Counter(round(line.x0 / size) for line in long)
    usual = [start for start, count in starts.items() if count >= 0.05 * len(long)]
    left = min(line.x0 for line in long if round(line.x0 / size) == min(usual))
    right = (
        statistics.quantiles([line.x1 for line in long], n=20, method="inclusive")[-1] if len(long) > 1 else long[0].x1
    )
    pitches = [after.top - line.top for line, after in itertools.pairwise(body) if 0 < after.top - line.top < 4 * size]
    pitch = statistics.quantiles([*pitches, *pitches], n=5)[0] if pitches else 1.5 * size
    indented = sum(1.2 * size < line.x0 - left < 3 * size for line in long) >= max(1, 0.08 * len(long))
    return _Column(left, right, size, pitch, indented)


def _join(items: list[tuple[int, Line | RawTable]], column: _Column) -> list[Block]:
    blocks: list[Block] = []
    last: Line | None = None
    last_page = 0
    biggest = max((item.size for _, item in items if isinstance(item, Line)), default=0.0)
    for page, item in items:
        if isinstance(item, RawTable):
            blocks.append(item)
            last = None
            continue
        before = blocks[-1] if blocks else None
        if (
            isinstance(before, Paragraph)
            and last is not None
            and _continues(last, item, column, same_page=page == last_page)
        ):
            text = glue(before.text, item.text)
            pages = before.pages if page == before.pages[-1][1] else (*before.pages, (len(text) - len(item.text), page))
            blocks[-1] = Paragraph(text, pages=pages, title=before.title)
        else:
            title = page == items[0][0] and item.size >= 1.25 * column.size and item.size >= 0.95 * biggest
            blocks.append(Paragraph(item.text, pages=((0, page),), title=title))
        last, last_page = item, page
    return blocks


def _continues(last: Line, line: Line, column: _Column, *, same_page: bool) -> bool:
    """Whether a line carries on the paragraph of the line before it."""
    size = column.size
    if line.text.startswith(_CLOSING):
        return True
    if abs(line.size - last.size) > 0.15 * max(line.size, last.size):
        return False
    if last.size >= 1.25 * size:  # a title over several lines
        return same_page and line.top - last.bottom < 1.2 * last.size
    ended = last.text.endswith(("。", "！", "？", "；"))
    token = _TOKEN.match(line.text)
    needed = size * sum(0.55 if char.isascii() else 1 for char in (token[0] if token else ""))
    if column.right - last.x1 > needed + (0 if ended and not column.indented else 0.9 * size):
        return False
    if same_page and line.top - last.top > 1.25 * column.pitch:
        return False
    indent = line.x0 - column.left
    if NUMBERING.match(line.text) and (last.text.endswith(ENDS) or indent > 0.8 * size):
        return False
    if column.indented and indent < 3 * size:
        return indent <= 0.8 * size
    return indent <= 0.8 * size or not ended
