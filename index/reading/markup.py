"""A tree of html tags → blocks: paragraphs, headings, tables.  Serves saved pages and rendered markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from index.reading.content import Block, Paragraph, RawCell, RawTable, clean, lines_of
from index.reading.plain import blocks_of_lines

__all__ = ["blocks_of", "cell_text", "is_data_table", "rows_of"]

_BLOCK_TAGS = frozenset(
    (
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    )
)
_COLLAPSE = re.compile(r"[ \t\n\r\f]+")
_CJK_JOINT = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n|\n(?=[\u3000-\u9fff\uff00-\uffef])")
_KEPT = re.compile(r"white-space\s*:\s*(?:pre\b|break-spaces)", re.IGNORECASE)
_LIST_DOT = ". "
_MAX_CELL = 300  # a cell with more is a page frame's, not a table's
_HAS_DIGIT = re.compile(r"[\d０-９]")


def blocks_of(root: Tag) -> list[Block]:
    """Blocks under ``root`` in reading order."""
    return list(_Walk(root).blocks())


class _Walk:
    def __init__(self, root: Tag) -> None:
        self.root = root
        self.line: list[str] = []

    def blocks(self) -> Iterator[Block]:
        yield from self._visit(self.root)
        yield from self._flush()

    def _flush(self, level: int = 0) -> Iterator[Block]:
        text = _joined("".join(self.line))
        self.line.clear()
        if text:
            yield Paragraph(text, level=level)

    def _visit(self, tag: Tag) -> Iterator[Block]:
        for child in tag.children:
            if isinstance(child, NavigableString):
                if not isinstance(child, PreformattedString):
                    self.line.append(str(child))
            elif isinstance(child, Tag):
                yield from self._visit_tag(child)

    def _visit_tag(self, tag: Tag) -> Iterator[Block]:
        if tag.name == "br":
            yield from self._flush()
        elif tag.name == "table" and is_data_table(tag):
            yield from self._flush()
            if (caption := tag.find("caption")) is not None and (title := cell_text(caption)):
                yield Paragraph(title)
            yield _table(tag)
        elif tag.name in _BLOCK_TAGS and _keeps_lines(tag):
            yield from self._flush()
            yield from blocks_of_lines(lines_of(_printed(tag)))
        elif tag.name in _BLOCK_TAGS:
            yield from self._flush()
            if tag.name == "li" and (number := _list_number(tag)):
                self.line.append(number)
            yield from self._visit(tag)
            yield from self._flush(level=int(tag.name[1]) if re.fullmatch("h[1-6]", tag.name) else 0)
        else:
            yield from self._visit(tag)


def _keeps_lines(tag: Tag) -> bool:
    """Whether a browser breaks its lines where the source does, and nothing in it is a block of its own."""
    kept = tag.name == "pre" or _KEPT.search(str(tag.get("style") or "")) is not None
    return kept and not any(inner.name in _BLOCK_TAGS for inner in tag.find_all(True))


def _printed(tag: Tag) -> str:
    """The words of a tag with its line breaks."""
    parts = (part for part in tag.descendants if not isinstance(part, PreformattedString))
    return "".join("\n" if isinstance(part, Tag) else str(part) for part in parts if not isinstance(part, Tag) or part.name == "br")


def _joined(text: str) -> str:
    """Source line ends beside a Chinese character are no spaces; other runs of white space are one, as in a browser."""
    text = _CJK_JOINT.sub("", re.sub(r"[ \t]*\r?\n[ \t]*", "\n", text))
    return clean(_COLLAPSE.sub(" ", text))


def _list_number(item: Tag) -> str:
    """The number a browser prints before an item of an ordered list."""
    if item.parent is None or item.parent.name != "ol":
        return ""
    start = str(item.parent.get("start") or "1")
    before = sum(1 for sibling in item.find_previous_siblings("li"))
    return f"{int(start) + before if start.isdigit() else before + 1}{_LIST_DOT}"


def rows_of(table: Tag) -> list[list[Tag]]:
    """The cells of each row of a table, without rows of tables inside it; thead first, tfoot last."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    order = {"thead": 0, "tfoot": 2}
    rows.sort(key=lambda row: order.get(row.parent.name if row.parent else "", 1))
    return [list(row.find_all(("td", "th"), recursive=False)) for row in rows]


def cell_text(cell: Tag) -> str:
    """One line: paragraphs of a cell are joined without a gap in Chinese."""
    return "".join(block.text for block in blocks_of(cell) if isinstance(block, Paragraph))


def is_data_table(table: Tag) -> bool:
    """Two rows and two columns at least, no table inside, no cell as long as a page; the rest only frames a page."""
    if table.find("table") is not None:
        return False
    rows = [[cell_text(cell) for cell in row] for row in rows_of(table)]
    filled = [row for row in rows if any(row)]
    if len(filled) < 2 or max(len(row) for row in filled) < 2:
        return False
    return max(len(cell) for row in filled for cell in row) <= _MAX_CELL


def _table(table: Tag) -> RawTable:
    rows = rows_of(table)
    heads = 0
    for row in rows:
        in_head = (
            bool(row)
            and row[0].parent is not None
            and row[0].parent.parent is not None
            and row[0].parent.parent.name == "thead"
        )
        if row and (in_head or all(cell.name == "th" for cell in row)):
            heads += 1
        else:
            break
    return RawTable(
        tuple(
            tuple(RawCell(cell_text(cell), _span(cell, "rowspan"), _span(cell, "colspan")) for cell in row)
            for row in rows
        ),
        heads=heads or None,
    )


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(max(int(value), 1), 100) if value.isdecimal() else 1
