"""A table as its format gives it → a rectangular grid with every merge resolved."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import NamedTuple

from index.reading.content import RawCell, RawTable

__all__ = ["Grid", "is_number", "resolve"]

_NUMBER = re.compile(r"[-−—+±]?[\d０-９][\d０-９,，.．]*\s*(?:[%％‰]|[万亿]?元|个百分点)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTE = re.compile(r"^(?:注|备注|说明|资料来源|数据来源|来源|单位)\s*[:：\d]")
_MAX_HEADS = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """``rows`` is rectangular.  ``before`` and ``after`` are full-width lines (a title, a note) taken out of it."""

    class Place(NamedTuple):
        """What stands at one place: the cell, and the row and column where that cell begins."""

        key: int
        text: str
        row: int
        column: int

    rows: tuple[tuple[Place, ...], ...]
    heads: int
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def head_names(self) -> tuple[str, ...]:
        """One name a column: its head cells from the top down, each once."""
        names = []
        for column in range(len(self.rows[0])):
            texts = dict.fromkeys(row[column].text for row in self.rows[: self.heads] if row[column].text)
            names.append("".join(texts))
        return tuple(names)


def is_number(text: str) -> bool:
    """Whether a cell is a figure (184.7, 9.8%, 1,412.7) and not a year used as a head."""
    text = text.strip()
    return bool(_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text)


def resolve(table: RawTable) -> Grid:
    """Rows shorter than the widest are filled with empty cells; rows without any text go."""
    rows = [row for row in table.rows if row]
    before: list[str] = []
    after: list[str] = []
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    heads = table.heads
    while width > 1 and len(rows) > 1 and (_full_width(rows[0], width) or _title_alone(rows[0], width)):
        before.append(_only(rows.pop(0)))
        heads = None if heads is None else max(heads - 1, 0)
    while width > 1 and len(rows) > 1 and _full_width(rows[-1], width) and _NOTE.match(_only(rows[-1])):
        after.insert(0, _only(rows.pop()))
    places = _fill(rows)
    kept = [index for index, row in enumerate(places) if any(place.text and place.row == index for place in row)]
    renumbered = {old: new for new, old in enumerate(kept)}
    grid = []
    for old in kept:
        grid.append(tuple(place._replace(row=renumbered.get(place.row, renumbered[old])) for place in places[old]))
    if heads is not None:
        heads = sum(index < heads for index in kept)
    final = tuple(grid)
    return Grid(final, _count_heads(final) if heads is None else min(heads, len(final)), tuple(before), tuple(after))


def _only(row: tuple[RawCell, ...]) -> str:
    return next((cell.text for cell in row if cell.text), "")


def _full_width(row: tuple[RawCell, ...], width: int) -> bool:
    """One merged cell over the whole width, or text in the first place alone that is plainly a note."""
    if len(row) == 1 and row[0].columns == width and row[0].rows == 1:
        return bool(row[0].text)
    return len(row) > 1 and bool(row[0].text) and bool(_NOTE.match(row[0].text)) and not any(c.text for c in row[1:])


def _title_alone(row: tuple[RawCell, ...], width: int) -> bool:
    """A spreadsheet's title that nobody merged: text in the first of three or more places, nothing beside it."""
    return width > 2 and bool(row[0].text) and not is_number(row[0].text) and not any(c.text for c in row[1:])


def _fill(rows: list[tuple[RawCell, ...]]) -> list[list[Grid.Place]]:
    taken: dict[tuple[int, int], Grid.Place] = {}
    key = 0
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            place = Grid.Place(key, cell.text, r, c)
            key += 1
            for down in range(min(cell.rows, len(rows) - r)):
                for right in range(cell.columns):
                    taken.setdefault((r + down, c + right), place)
            c += cell.columns
    width = max((column for _, column in taken), default=-1) + 1
    filled = []
    for r in range(len(rows)):
        line = []
        for c in range(width):
            if (r, c) not in taken:
                taken[r, c] = Grid.Place(key, "", r, c)
                key += 1
            line.append(taken[r, c])
        filled.append(line)
    return filled


def _count_heads(rows: tuple[tuple[Grid.Place, ...], ...]) -> int:
    """Leading rows that name columns: none when figures stand in the first, two or three for merged heads."""
    if len(rows) < 2 or any(is_number(place.text) for place in rows[0]):
        return 0
    heads = 1
    while heads < min(_MAX_HEADS, len(rows) - 1) and _continues_head(rows, heads):
        heads += 1
    return heads


def _continues_head(rows: tuple[tuple[Grid.Place, ...], ...], index: int) -> bool:
    """Whether a row goes on naming columns: something above reaches into it or spans over it, and it has no figure."""
    above, row = rows[index - 1], rows[index]
    if any(is_number(place.text) for place in row) or not any(is_number(p.text) for r in rows[index + 1 :] for p in r):
        return False
    reaches_down = row[0].row < index or not row[0].text
    spans_over = any(a.key == b.key and a.text for a, b in itertools.pairwise(above))
    repeated = any(a.text and a.text == b.text for a, b in itertools.pairwise(above))
    return reaches_down and (spans_over or repeated or any(place.row < index for place in row))
