"""Tables without rules: rows of a page whose pieces stand under one another, parted by nothing but space.

lines ─ as long as two strips of the page stay blank ─ a run ─ lines of one row put together ─ short texts and figures? ─ table
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Protocol

from index.reading.content import RawCell, RawTable, clean
from index.reading.joining import NUMBERING, glue

__all__ = ["Piece", "Placed", "spaced_table"]

_FIGURE = re.compile(r"[-−—+±]?\d[\d.,]*[^\s年月日]{0,4}")
_NO_CELL = re.compile(r"[（(]?(?:附?表[一二三四五六七八九十\d：:]|附件|单位[：:]|注[：:]|说明[：:]|资料来源|数据来源)")
_STRIP = 0.4  # characters: the least width of what stays blank between two columns
_FAR = 2.5  # characters between two lines: no longer one table
_CLASSES = 0.35  # characters by which rows stand further apart than the lines of one cell
_LEADING = 0.6
_SHORT = 14  # characters of most cells
_MOST_LINES = 400


class Piece(Protocol):
    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def text(self) -> str: ...


class Placed(Protocol):
    """A printed line as pieces without a gap, with the page (or column of one) it stands on."""

    @property
    def part(self) -> int: ...
    @property
    def page(self) -> int: ...
    @property
    def pieces(self) -> Sequence[Piece]: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def size(self) -> float: ...


_Spans = list[tuple[float, float]]


def spaced_table(lines: Sequence[Placed]) -> tuple[RawTable, int] | None:
    """The table that begins with the first of ``lines``, and how many of them it takes; None when none begins there."""
    first = _first_row(lines)
    if first is None:
        return None
    taken = list(lines[: first + 1])
    spans = _joined([], taken)
    if len(spans) < 3:
        return None
    for at in range(first + 1, min(len(lines), _MOST_LINES)):
        line, before = lines[at], lines[at - 1]
        same = line.part == before.part
        wider = _joined(spans, [line])
        if len(wider) < len(spans) or (same and line.top - before.bottom > _FAR * line.size) or line.top < 0:
            break
        if _NO_CELL.match(line.pieces[0].text) or (len(line.pieces) < 2 and not _goes_on(lines, at, wider)):
            break
        taken.append(line)
        spans = wider
    while len(taken) > 1 and len(taken[-1].pieces) < 2 and not _close(taken) and not _turned_over(taken[-2], taken[-1], spans):
        taken.pop()
    rows = _rows(taken, spans)
    if not _is_table(rows):
        return None
    kept = [row for at, row in enumerate(rows) if at == 0 or row != rows[0]]
    cells = tuple(tuple(RawCell(clean(text)) for text in row) for row in kept)
    return RawTable(cells, page=taken[0].page), len(taken)


def _first_row(lines: Sequence[Placed]) -> int | None:
    """Where the first line of three pieces stands: at the front, or behind lines of cells that begin higher."""
    for at, line in enumerate(lines[:4]):
        if any(_NO_CELL.match(piece.text) or len(piece.text) > _SHORT for piece in line.pieces[:1]):
            return None
        if len(line.pieces) >= 3:
            return at
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is None or after.part != line.part or after.top - line.bottom > 0.1 * line.size:
            return None
    return None


def _joined(spans: _Spans, lines: Sequence[Placed]) -> _Spans:
    """What the lines fill from side to side, with every blank strip left between."""
    parts = sorted([*spans, *((piece.x0, piece.x1) for line in lines for piece in line.pieces)])
    strip = _STRIP * lines[0].size
    joined: _Spans = []
    for x0, x1 in parts:
        if joined and x0 - joined[-1][1] < strip:
            joined[-1] = (joined[-1][0], max(x1, joined[-1][1]))
        else:
            joined.append((x0, x1))
    return joined


def _goes_on(lines: Sequence[Placed], at: int, spans: _Spans) -> bool:
    """Whether a line of one piece belongs to a row: to the one before it, to one that begins higher, or heading a group."""
    line, before = lines[at], lines[at - 1]
    after = lines[at + 1] if at + 1 < len(lines) else None
    if _NO_CELL.match(line.pieces[0].text):
        return False
    if line.part == before.part and line.top - before.bottom <= _LEADING * line.size:
        return True
    if _turned_over(before, line, spans):
        return True
    if after is None or after.part != line.part or len(_joined(spans, [after])) < len(spans):
        return False
    near = after.top - line.bottom <= 1.6 * line.size
    return near and len(after.pieces) >= 2 and line.pieces[0].x0 <= spans[0][1]


def _turned_over(before: Placed, line: Placed, spans: _Spans) -> bool:
    """Whether one text at the top of a page ends the cell right above the page's end, which fills its column."""
    if line.part == before.part or len(line.pieces) > 1 or NUMBERING.match(line.pieces[0].text):
        return False
    rest = line.pieces[0]
    place = _place(rest, spans)
    above = [piece for piece in before.pieces if _place(piece, spans) == place]
    return (
        not _FIGURE.fullmatch(rest.text)
        and bool(above)
        and abs(above[0].x0 - rest.x0) < 0.2 * line.size
        and above[-1].x1 >= max(spans[place][1] - 1.2 * line.size, rest.x1)
    )


def _close(taken: Sequence[Placed]) -> bool:
    return (
        len(taken) > 1
        and taken[-1].part == taken[-2].part
        and taken[-1].top - taken[-2].bottom <= _LEADING * taken[-1].size
    )


def _rows(lines: Sequence[Placed], spans: _Spans) -> list[list[str]]:
    """One list of texts a row.  Rows stand further apart than lines of a cell, or else one line is one row."""
    gaps = [
        after.top - line.bottom for line, after in itertools.pairwise(lines) if line.part == after.part
    ]
    least = min(gaps, default=0.0)
    if gaps and max(gaps) - least > _CLASSES * lines[0].size:
        limit = least + _CLASSES * lines[0].size
        rows = _grouped(lines, spans, lambda line, after: after.top - line.bottom <= limit)
        if rows is not None:
            return rows
    rows = _grouped(lines, spans, lambda line, after: _is_rest(line, after, spans))
    return rows if rows is not None else [_cells(line, spans) for line in lines]


def _grouped(lines: Sequence[Placed], spans: _Spans, within: _Within) -> list[list[str]] | None:
    """Rows of lines that ``within`` finds in one row; None when it puts a figure under a figure."""
    rows: list[list[str]] = []
    turned: list[int] = []  # rows that begin a page
    for at, line in enumerate(lines):
        cells = _cells(line, spans)
        same = at and line.part == lines[at - 1].part
        if (same and within(lines[at - 1], line)) or (at and _turned_over(lines[at - 1], line, spans)):
            row = rows[-1]
            if any(_FIGURE.fullmatch(a) and _FIGURE.fullmatch(b) for a, b in zip(row, cells, strict=True)):
                return None
            rows[-1] = _glued(row, cells)
        else:
            if at and line.part != lines[at - 1].part:
                turned.append(len(rows))
            rows.append(cells)
    for at in reversed(turned):
        if _is_cut(rows, at):
            rows[at - 1 : at + 1] = [_glued(rows[at - 1], rows[at])]
    return rows


def _glued(row: Sequence[str], rest: Sequence[str]) -> list[str]:
    return [glue(a, b) if a and b else a or b for a, b in zip(row, rest, strict=True)]


def _is_cut(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether the row at the top of a page is what did not fit of the one before it: no figure, unlike every other row."""
    row, above = rows[at], rows[at - 1]
    figures = [place for place, cell in enumerate(above) if _FIGURE.fullmatch(cell)]
    if not figures or NUMBERING.match(next(filter(None, row))) or any(cell and not above[place] for place, cell in enumerate(row)):
        return False
    return [other for other in rows if not any(other[place] for place in figures)] in ([row], [rows[0], row])


class _Within(Protocol):
    def __call__(self, line: Placed, after: Placed, /) -> bool: ...


def _is_rest(line: Placed, after: Placed, spans: _Spans) -> bool:
    """Whether a line of one text ends the cell above it, which fills its column."""
    if len(after.pieces) > 1 or NUMBERING.match(after.pieces[0].text):
        return after.top < line.bottom
    place = _place(after.pieces[0], spans)
    above = [piece for piece in line.pieces if _place(piece, spans) == place]
    return after.top < line.bottom or (bool(above) and above[-1].x1 >= spans[place][1] - 1.2 * line.size)


def _cells(line: Placed, spans: _Spans) -> list[str]:
    cells = [""] * len(spans)
    for piece in line.pieces:
        place = _place(piece, spans)
        cells[place] = glue(cells[place], piece.text) if cells[place] else piece.text
    return cells


def _place(piece: Piece, spans: _Spans) -> int:
    middle = (piece.x0 + piece.x1) / 2
    return min(range(len(spans)), key=lambda c: max(spans[c][0] - middle, middle - spans[c][1]))


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Three rows and more, most of them of three cells and more, mostly short ones, many of them figures."""
    filled = [[cell for cell in row if cell] for row in rows]
    cells = [cell for row in filled for cell in row]
    figures = sum(bool(_FIGURE.fullmatch(cell)) for cell in cells)
    return (
        len(rows) >= 3
        and sum(len(row) >= max(3, 0.5 * len(rows[0])) for row in filled) >= 0.6 * len(rows)
        and sum(len(cell) <= _SHORT for cell in cells) >= 0.75 * len(cells)
        and figures >= max(3, 0.2 * len(cells))
    )
