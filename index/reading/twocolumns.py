"""Pages set in two columns of running text, as gazettes, yearbooks and bulletins are: where they are parted."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from typing import Any

__all__ = ["gutter_of", "sides_of"]

_MIDDLE = (0.35, 0.65)  # of the width of the page: where a gutter may run
_GUTTER = 0.8  # characters wide, at least
_FULL = 0.75  # of the width of its column: a line of running text
_FULL_LINES = 5  # on either side show two columns where none were known
_CROSSING = 0.4  # of the lines (a title, a table of the whole width) may run across


def gutter_of(rows: Sequence[Sequence[dict[str, Any]]], width: float, known: float | None) -> float | None:
    """The middle of the gap between two columns of running text; ``known`` is where another page was parted.

    ``rows`` are characters on one base line.  Columns of figures are no running text: their lines do not fill them.
    """
    size = statistics.median([char["size"] for row in rows for char in row] or [1.0])
    if known is not None and len(_crossing(rows, known, size)) <= _CROSSING * len(rows):
        return known
    start, end = (share * width for share in _MIDDLE)
    places = [start + step * size / 4 for step in range(int((end - start) / size * 4) + 1)]
    crossed = {place: len(_crossing(rows, place, size)) for place in places}
    least = min(crossed.values(), default=0)
    if not rows or least > _CROSSING * len(rows):
        return None
    gutter = statistics.median([place for place in places if crossed[place] == least])
    across = set(_crossing(rows, gutter, size))
    inside = [row for index, row in enumerate(rows) if index not in across]
    sides = ([[char for char in row if (char["x0"] > gutter) == on_right] for row in inside] for on_right in (False, True))
    return gutter if all(_is_text(side, size) for side in sides) else None


def _crossing(rows: Sequence[Sequence[dict[str, Any]]], place: float, size: float) -> list[int]:
    return [i for i, row in enumerate(rows) if any(_stands_in(char, place, size) for char in row)]


def _stands_in(char: dict[str, Any], place: float, size: float) -> bool:
    half = _GUTTER * size / 2
    return bool(char["x0"] < place + half and char["x1"] > place - half)


def sides_of(chars: Sequence[dict[str, Any]], gutter: float) -> list[list[dict[str, Any]]]:
    """The characters left and right of a gutter, and those of lines that run across it: the columns' lines stand at heights of their own."""
    across = [(char["top"], char["bottom"]) for char in chars if _stands_in(char, gutter, char["size"])]
    sides: list[list[dict[str, Any]]] = [[], [], []]
    for char in chars:
        middle = (char["top"] + char["bottom"]) / 2
        sides[2 if any(top < middle < bottom for top, bottom in across) else int(char["x0"] > gutter)].append(char)
    return sides


def _is_text(rows: list[list[dict[str, Any]]], size: float) -> bool:
    """Whether most of the lines, without a gap, fill their column."""
    rows = [row for row in rows if row]
    if len(rows) < _FULL_LINES:
        return False
    left, right = min(row[0]["x0"] for row in rows), max(row[-1]["x1"] for row in rows)
    full = [
        row
        for row in rows
        if row[-1]["x1"] - row[0]["x0"] >= _FULL * (right - left)
        and all(after["x0"] - char["x1"] < 1.5 * size for char, after in itertools.pairwise(row))
    ]
    return len(full) >= max(_FULL_LINES, 0.5 * len(rows))
