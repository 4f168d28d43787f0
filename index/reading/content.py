"""What every reader hands over: a list of blocks in reading order, and what the file says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Block", "Content", "Paragraph", "RawCell", "RawTable", "clean", "lines_of"]

# NBSP and its kin are layout; a full-width space inside a line is kept as printed.
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text to be.  ``level`` above 0 marks a heading of the format itself, 1 outermost.

    ``pages`` holds (offset in ``text``, page number) in rising order: a paragraph may run over a page break.
    ``title`` marks the document's own title (docx style Title, ``<h1>`` above the body).
    """

    text: str
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()
    title: bool = False


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell before its merges are resolved; ``rows`` and ``columns`` are its spans."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows of cells as the format gives them.  ``heads`` is None when the format does not say.

    ``labelled`` rows are written with their column heads, 指标：财政总收入 | 2018年：86.3 (spreadsheets).
    """

    rows: tuple[tuple[RawCell, ...], ...]
    heads: int | None = None
    page: int | None = None
    labelled: bool = False


Block = Paragraph | RawTable


@dataclass(slots=True)
class Content:
    """What a reader found in a file."""

    blocks: list[Block] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    title: str = ""
    warnings: list[str] = field(default_factory=list)


def clean(text: str) -> str:
    """One line with layout whitespace normalised and invisible characters gone; every printed character stays."""
    return _INVISIBLE.sub("", _SPACES.sub(" ", text)).strip()


def lines_of(text: str) -> list[str]:
    """Lines with every kind of line end resolved; indentation is still there."""
    return [_INVISIBLE.sub("", _SPACES.sub(" ", line)) for line in _BREAKS.sub("\n", text).split("\n")]
