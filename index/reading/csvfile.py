"""csv → blocks: the same as one sheet of a workbook, in any Chinese encoding and with any usual delimiter."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from index.errors import DamagedReport
from index.reading.content import Content, RawCell, clean
from index.reading.plain import decoded
from index.reading.sheet import sheet_blocks
from index.settings import IndexSettings

__all__ = ["read"]

_DELIMITERS = ",\t;|，"


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a csv file.  Raises UnsupportedReport when its bytes are no text, DamagedReport when none splits it."""
    content = Content()
    text = decoded(data, path, content)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise DamagedReport(path, "CSV 分不出列：有一格太长，或引号不成对", mend="请用 Excel 另存为 xlsx") from error
    width = max((len(row) for row in rows), default=0)
    content.blocks = list(
        sheet_blocks(
            [
                tuple(RawCell(clean(cell.replace("\n", ""))) for cell in [*row, *[""] * (width - len(row))])
                for row in rows
            ]
        )
    )
    return content


def _delimiter(text: str) -> str:
    """The one that parts most lines into the same number (≥ 2) of cells; csv.Sniffer guesses letters in Chinese."""

    def agreement(mark: str) -> int:
        counts = Counter(len(row) for row in csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=mark))
        width, lines = max(counts.items(), key=lambda item: (item[0] > 1, item[1]))
        return lines if width > 1 else 0

    return max(_DELIMITERS, key=agreement)
