"""Printed lines of pages → paragraphs and tables.  Serves pdf and OCR alike: both know where each piece of text stands.

lines of each page ─ drop running heads and page numbers ─ rows of spaced columns → tables ─ broken lines re-joined
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from dataclasses import dataclass, field, replace

from index.reading.content import Block, Paragraph, RawCell, RawTable, clean
from index.reading.joining import ENDS, NUMBERING, glue
from index.reading.spaced import spaced_table

__all__ = ["Line", "PageLines", "Segment", "blocks_of_pages"]

_PAGE_NUMBER = re.compile(
    r"[-—–\s·.|/\\~～]*(?:第\s*)?\d{1,4}\s*(?:页)?\s*(?:[/／,，共\s|]*(?:共|of|/|／)\s*\d{1,4}\s*页?)?[-—–\s·.|~～]*|[Pp]age\s*\d+.*|[ivxIVX]{1,6}"
)
_DIGITS = re.compile(r"\d+")
_EDGE = 0.12  # running heads stand in the outer eighth of a page
_CLOSING = tuple("，。、；：！？）》】”’％%,;:!?)")
_FIGURE = re.compile(r"[-−—+±]?\d[\d.,]*[^\s年月日]{0,4}")
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
    """Segments on one base line, from the left; ``size`` is the height of a character.  ``fine`` parts them at lesser gaps."""

    segments: tuple[Segment, ...]
    top: float
    bottom: float
    size: float
    fine: tuple[Segment, ...] = ()

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
    """One page, or a column of it: its lines from the top, and ruled tables with the box each fills (left, top, right, bottom)."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[tuple[float, float, float, float], RawTable]] = field(default_factory=list)
    gutter: float | None = None  # between two columns of running text
    wide: bool = False  # runs across both columns


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with the page it stands on and the number of that page's part, for :func:`spaced_table`."""

    line: Line
    page: int
    part: int
    pieces: tuple[Segment, ...]
    top: float
    bottom: float
    size: float


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
    measured: list[Line] = []
    parts = list(itertools.chain.from_iterable(map(_parted, pages)))
    for part in _without_spaced(parts):
        placed: list[tuple[float, Line | RawTable]] = [*_spaced_tables(part), *((box[1], table) for box, table in part.tables)]
        found = [item for _, item in sorted(placed, key=lambda entry: entry[0])]
        items += [(part.number, item) for item in found]
        measured += [item for item in found if isinstance(item, Line) and not part.wide]
    return _join(_merge_tables(items), _measure(measured))


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


def _parted(page: PageLines) -> list[PageLines]:
    """The columns of a page between what runs across it, in reading order; the right ones are moved to where the left stand."""
    gutter = page.gutter
    if gutter is None:
        return [page]
    across = sorted(
        [line.top for line in page.lines if line.x0 < gutter < line.x1] + [box[1] for box, _ in page.tables if box[0] < gutter < box[2]]
    )
    parts: dict[tuple[int, int], PageLines] = {}

    def part(x0: float, x1: float, top: float) -> PageLines:
        side = 2 if x0 < gutter < x1 else int(x0 > gutter)
        band = sum(other < top for other in across)
        return parts.setdefault((band, side), PageLines(page.number, page.height, wide=side == 2))

    for line in page.lines:
        part(line.x0, line.x1, line.top).lines.append(line)
    for box, table in page.tables:
        part(box[0], box[2], box[1]).tables.append((box, table))
    lefts = [min((line.x0 for (_, s), one in parts.items() if s == side for line in one.lines), default=0.0) for side in (0, 1)]
    for (_, side), one in parts.items():
        if side == 1:
            one.lines = [_moved(line, lefts[0] - lefts[1]) for line in one.lines]
    return [parts[key] for key in sorted(parts)]


def _moved(line: Line, by: float) -> Line:
    def moved(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return tuple(Segment(s.x0 + by, s.x1 + by, s.text) for s in segments)

    return replace(line, segments=moved(line.segments), fine=moved(line.fine))


def _without_spaced(parts: list[PageLines]) -> list[PageLines]:
    """The parts with their tables of spaced columns taken out of the lines; one may go on over several parts."""
    lines: list[_Placed] = []
    breaks: list[int] = []  # where a ruled table stands between two lines
    for number, part in enumerate(parts):
        tops = sorted(box[1] for box, _ in part.tables)
        for at, line in enumerate(part.lines):
            before = part.lines[at - 1].top if at else float("-inf")
            if any(before < top <= line.top for top in tops):
                breaks.append(len(lines))
            lines.append(_Placed(line, part.number, number, line.fine or line.segments, line.top, line.bottom, line.size))
        if part.lines and any(top > part.lines[-1].top for top in tops):
            breaks.append(len(lines))
    kept: list[list[Line]] = [[] for _ in parts]
    tables: list[list[tuple[tuple[float, float, float, float], RawTable]]] = [list(part.tables) for part in parts]
    index = 0
    while index < len(lines):
        end = next((place for place in breaks if place > index), len(lines))
        found = spaced_table(lines[index:end]) if len(lines[index].pieces) < 12 else None
        first = lines[index]
        if found is None:
            kept[first.part].append(first.line)
            index += 1
            continue
        table, count = found
        inside = [one for one in lines[index : index + count] if one.part == first.part]
        box = (
            min(one.pieces[0].x0 for one in inside), first.top,
            max(one.pieces[-1].x1 for one in inside), inside[-1].bottom,
        )  # fmt: skip
        tables[first.part].append((box, table))
        index += count
    return [replace(part, lines=kept[at], tables=tables[at]) for at, part in enumerate(parts)]


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
    """A table that goes on at the top of the next page, or column, is one table; its repeated heads are dropped."""
    merged: list[tuple[int, Line | RawTable]] = []
    for page, item in items:
        before = merged[-1][1] if merged else None
        if (
            isinstance(item, RawTable)
            and isinstance(before, RawTable)
            and _columns(item) == _columns(before)
            and (merged[-1][0] != page or _texts(item.rows[0]) == _texts(before.rows[0]))
        ):
            rows = item.rows
            while (
                rows
                and len(rows) > 1
                and len(item.rows) - len(rows) < len(before.rows)
                and _texts(rows[0]) == _texts(before.rows[len(item.rows) - len(rows)])
            ):
                rows = rows[1:]
            above = before.rows
            if rows and _is_rest(rows[0], above):
                whole = (replace(cell, text=glue(cell.text, rest.text)) for cell, rest in zip(above[-1], rows[0], strict=True))
                above, rows = (*above[:-1], tuple(whole)), rows[1:]
            merged[-1] = (page, RawTable(above + rows, before.heads, before.page))
        else:
            merged.append((page, item))
    return merged


def _texts(row: tuple[RawCell, ...]) -> list[str]:
    return [cell.text for cell in row]


def _is_rest(row: tuple[RawCell, ...], above: tuple[tuple[RawCell, ...], ...]) -> bool:
    """Whether a row is what did not fit of the one before it: words alone, with nothing under any figure, unlike all other rows."""
    cut = above[-1]
    figures = [at for at, cell in enumerate(cut) if _FIGURE.fullmatch(cell.text)]
    if len(row) != len(cut) or not figures or not any(_texts(row)) or NUMBERING.match(row[0].text):
        return False
    bare = [other for other in (*above, row) if len(other) == len(cut) and not any(other[at].text for at in figures)]
    return bare == [row]


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
