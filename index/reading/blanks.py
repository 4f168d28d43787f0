"""Blanks that typists put between Chinese and digits, 完成 22.53 亿元 , 同比增长 25.6 %, taken out of running text.

They are layout, as a line's end is: the names, units and numbers that they cut are the same without them.  What stands
in columns keeps its blanks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.reading.content import Block, Paragraph, RawTable

__all__ = ["tight", "tightened"]

_CJK = "㐀-鿿"
_WIDE = f"{_CJK}\u3001-\u303f\uff01-\uff5e“”‘’—…·"
_NARROW = "0-9A-Za-z０-９+\\-−.%％‰(（"
#: A line of sentences, not of columns.
_RUNNING = re.compile("[，。；、]|[,;](?! ?\\d{3})")
_COLUMNS = re.compile("[|\t]| {3}")
#: 2.1 存在问题, 6.1 年初结转: a blank ends the number of a heading or an item.
_NUMBERED = re.compile(rf"\s*[（(]?\d{{1,2}}(?:[.．]\d{{1,2}})*[)）.．、]? +(?!年(?![初末底内度终均])|月(?![末底均])|日(?!均))(?=[{_CJK}])")
_DASH = "—–－\\-~～"
_IN_RUNNING = re.compile(
    rf"(?<=[{_WIDE}]) {{1,2}}(?=[{_NARROW}])|(?<=[0-9A-Za-z０-９%％‰)）]) {{1,2}}(?=[{_WIDE}])|(?<=\d) {{1,2}}(?=[%％‰])"
    rf"|(?<=[0-9年月日]) {{1,2}}(?=[{_DASH}]{{1,2}} {{0,2}}\d)|(?<=[0-9年月日 ][{_DASH}]) {{1,2}}(?=\d)"  # 1 — 6 月
    rf"|(?<=[，；：、（《“]) {{1,2}}(?=\S)|(?<=\S) {{1,2}}(?=[，。；：、）》”,;])|(?<=[{_CJK}][,;:]) {{1,2}}(?=[{_CJK}])"
)
#: Where the line may stand in columns, only what no column parts: 2018 年, 22.53 亿元.
_ANYWHERE = re.compile(r"(?<=\d) {1,2}(?=[年月日季％%]|[亿万]|[元家个项户人名亩吨]\b)|(?<=第) (?=\d)")


def tightened(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without such blanks, pages still beginning where they did."""
    return [_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in blocks]


def tight(text: str) -> str:
    """One line without such blanks."""
    return "".join(text[start:end] for start, end in _kept(text))


def _kept(text: str) -> list[tuple[int, int]]:
    """The spans of a line that stay."""
    running = _RUNNING.search(text) and not _COLUMNS.search(text.strip())
    number = _NUMBERED.match(text)
    kept, at = [], 0
    for gap in (_IN_RUNNING if running else _ANYWHERE).finditer(text, number.end() if number else 0):
        kept.append((at, gap.start()))
        at = gap.end()
    return [*kept, (at, len(text))]


def _paragraph(block: Paragraph) -> Paragraph:
    if " " not in block.text:
        return block
    kept = _kept(block.text)
    pages = tuple((sum(min(end, offset) - start for start, end in kept if start < offset), page) for offset, page in block.pages)
    return replace(block, text="".join(block.text[start:end] for start, end in kept), pages=pages)


def _table(block: RawTable) -> RawTable:
    return replace(block, rows=tuple(tuple(replace(cell, text=tight(cell.text)) for cell in row) for row in block.rows))
