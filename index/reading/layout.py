"""Blocks → the text of a report, with the spans of its headings, tables and pages.

One paragraph is one line, one table row is one line, and no line is blank: what follows can rely on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.reading.content import Block, Paragraph, RawTable
from index.reading.grids import Grid, resolve
from index.records import Cell, Heading, Page, Table

__all__ = ["Layout", "lay_out"]

_UNIT = re.compile(
    r"[（(【\[]?\s*(?:计量)?单\s*位\s*[:：]\s*([^）)】\]\s，。；、]+(?:、[^）)】\]\s，。；、]+)*)\s*[）)】\]]?"
)
#: 市级调度的9个项目见下表（单位：亿元）。 … 下表投资额单位为亿元。: at the end of a paragraph right above the table.
_UNIT_LAST = re.compile(
    r"(?:[（(【]\s*(?:计量)?单位\s*[:：]\s*(?P<noted>[^）)】\s，。；、]{1,8})\s*[）)】]|(?:(?:下表|表[中内]|以下)(?:金额|投资额?|数据|数字)?|(?<=[，；])(?:金额|投资额?))的?单位(?:均|都)?(?:为|是|：)(?P<told>[^，。；（(\s]{1,6}))[。：:]?\s*$"
)
#: A note may give each group of columns its own unit (产值单位：亿元；企业单位：家); it stays in the caption then.
_UNIT_SAID = re.compile(r"单位\s*[:：]")
_NUMBERED_CAPTION = re.compile(r"^(?:附?表|附件)\s*[0-9０-９一二三四五六七八九十]+(?:[-－—–.][0-9]+)?")
_CAPTION_END = re.compile(r"(?:表|情况|指标|一览|清单|统计|数据|对比|汇总|明细|名单|目标|进度|进展)(?:[（(][^（()）]{1,8}[)）])?\s*$")
#: 附表为2023年各片区主要指标（单位见表头）。
_SAYS_WHAT_FOLLOWS = re.compile(
    r"^(?:附表|下表|附件|表)\s*[一二三四五\d]?(?:所列|列出|列示|反映)?(?:的?(?:为|是|系)|[:：])(?P<what>[^。；！？]{4,40}?)(?:[（(][^（()）]*[)）])?[。：:]?$"
)
_MAX_CAPTION = 50


@dataclass(frozen=True, slots=True)
class Layout:
    text: str
    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    pages: tuple[Page, ...]
    titles: tuple[str, ...]


def lay_out(blocks: Iterable[Block]) -> Layout:
    """Write the blocks one under the other and note where each came to stand."""
    writer = _Writer()
    for block in blocks:
        if isinstance(block, Paragraph):
            writer.paragraph(block)
        else:
            writer.table(block)
    return writer.finish()


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.headings: list[Heading] = []
        self.tables: list[Table] = []
        self.page_starts: list[tuple[int, int]] = []
        self.titles: list[str] = []
        self.above: list[str] = []  # lines since the last table: where a caption is looked for

    def line(self, text: str) -> int:
        """Append one line; where it starts."""
        if self.parts:
            self.length += 1
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def paragraph(self, block: Paragraph) -> None:
        text = block.text
        if not text.strip():
            return
        start = self.line(text)
        self.above.append(text)
        if block.level:
            self.headings.append(Heading(start, start + len(text), block.level))
        if block.title:
            self.titles.append(text)
        for offset, page in block.pages:
            self.turn_to(page, start + offset)
        if self.tables and not self.tables[-1].unit and len(self.above) == 1 and len(text) <= 20:
            self._unit_below(text)

    def turn_to(self, page: int, start: int) -> None:
        if not self.page_starts or self.page_starts[-1][1] != page:
            self.page_starts.append((start, page))

    def table(self, block: RawTable) -> None:
        grid = resolve(block)
        for line in grid.before:
            self.paragraph(Paragraph(line, pages=() if block.page is None else ((0, block.page),)))
        if grid.rows:
            self._rows(grid, block)
        for line in grid.after:
            self.paragraph(Paragraph(line))

    def _rows(self, grid: Grid, block: RawTable) -> None:
        caption, unit = _caption(self.above[-2:])
        placed: dict[int, Cell] = {}
        start = None
        for row_number, row in enumerate(grid.rows):
            heads = grid.head_names if block.labelled and row_number >= grid.heads else ()
            line, spans = _row_line(row, row_number, grid, heads)
            line_start = self.line(line)
            start = line_start if start is None else start
            if block.page is not None:
                self.turn_to(block.page, line_start)
            for key, text, offset in spans:
                placed[key] = Cell(text, line_start + offset, line_start + offset + len(text))
        cells = tuple(tuple(placed[place.key] for place in row) for row in grid.rows)
        self.tables.append(Table(start or 0, self.length, cells, grid.heads, caption, unit))
        self.above.clear()

    def _unit_below(self, text: str) -> None:
        if found := _UNIT.fullmatch(text.strip()):
            last = self.tables[-1]
            self.tables[-1] = Table(last.start, last.end, last.grid, last.heads, last.caption, found[1])

    def finish(self) -> Layout:
        text = "\n".join(self.parts)
        ends = [start for start, _ in self.page_starts[1:]] + [len(text)]
        pages = tuple(
            Page(number, start if i else 0, end)
            for i, ((start, number), end) in enumerate(zip(self.page_starts, ends, strict=False))
        )
        return Layout(text, tuple(self.headings), tuple(self.tables), pages, tuple(self.titles))


def _row_line(
    row: tuple[Grid.Place, ...], row_number: int, grid: Grid, heads: tuple[str, ...]
) -> tuple[str, list[tuple[int, str, int]]]:
    """The line of one row, and (cell key, text, offset in the line) of the cells that begin in it.

    A cell merged from above leaves a blank place; one merged to the right is written once.  Under ``heads`` empty
    cells are left out, since a place no longer says which column it is.
    """
    line, spans, written = "", [], 0
    for column, place in enumerate(row):
        if place.column != column:
            continue
        text = place.text if place.row == row_number else ""
        if heads and not text:
            if place.row == row_number:
                spans.append((place.key, "", len(line)))
            continue
        if written:
            line += " | "
        if heads and heads[column] and heads[column] != text:
            line += f"{heads[column]}："
        if place.row == row_number:
            spans.append((place.key, text, len(line)))
        line += text
        written += 1
    return line, spans


def _caption(above: list[str]) -> tuple[str, str]:
    """Title line and unit note among the two lines above a table."""
    caption, unit = "", ""
    if above and len(above[-1]) > _MAX_CAPTION and (last := _UNIT_LAST.search(above[-1])) is not None:
        return "", last["noted"] or last["told"]
    if len(above) > 1 and len(above[-2]) > _MAX_CAPTION and _CAPTION_END.search(above[-1]) and (last := _UNIT_LAST.search(above[-2])) is not None:
        return above[-1].strip(), last["noted"] or last["told"]  # the paragraph, the title, the table
    for line in reversed(above):
        found = _UNIT.search(line)
        if found and not unit and len(line) <= _MAX_CAPTION and len(_UNIT_SAID.findall(line)) < 2:
            unit = found[1]
            line = (line[: found.start()] + line[found.end() :]).strip()
        if not line:
            continue
        if (said := _SAYS_WHAT_FOLLOWS.match(line)) is not None:
            caption = said["what"]
            break
        sentence = any(mark in line for mark in "。；！？") and not _UNIT_SAID.search(line)
        if (
            len(line) <= _MAX_CAPTION
            and not sentence
            and (_NUMBERED_CAPTION.match(line) or _CAPTION_END.search(line) or unit or _UNIT_SAID.search(line))
        ):
            caption = line
        break
    return caption, unit
