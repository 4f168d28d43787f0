"""md → blocks, through markdown-it's html.

Two of its rules are switched off.  Ordered lists: ``1.`` is part of the report's own numbering and stays as printed.
Indented code: Chinese paragraphs begin with spaces.  A single line end is a new line, as authors of reports mean it,
unless all lines were cut at one width.
"""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from index.reading.content import Block, Content, Paragraph, lines_of
from index.reading.hidden import drop_hidden
from index.reading.joining import unwrap
from index.reading.markup import blocks_of
from index.reading.plain import decoded
from index.reading.residue import byline, is_residue
from index.reading.web import parse
from index.settings import IndexSettings

__all__ = ["read"]

_FRONT_MATTER = re.compile(r"\A\s*---\n(.*?)\n---\n", re.DOTALL)
_TIGHT_HEADING = re.compile(r"^(#{1,6})(?=[^\s#])", re.MULTILINE)
#: A line right below a table would be a row of it.
_BELOW_TABLE = re.compile(r"^( *\|.*)\n(?=[^\n|]+$)", re.MULTILINE)
_BULLET = re.compile(r"^[-*+]\s+")
_FRONT_LABELS = {"title": "标题", "date": "公开日期", "source": "来源", "author": "作者"}


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a markdown file.  Raises UnsupportedReport when its bytes are no text."""
    content = Content()
    text = "\n".join(line.rstrip() for line in lines_of(decoded(data, path, content)))
    if front := _FRONT_MATTER.match(text):
        text = text[front.end() :]
        for line in front[1].split("\n"):
            name, _, value = line.partition(":")
            if value.strip():
                label = _FRONT_LABELS.get(name.strip().lower(), name.strip())
                content.metadata[label] = value.strip().strip("'\"")
    text = "\n".join(unwrap(_TIGHT_HEADING.sub(r"\1 ", text).split("\n")))
    page = parse(_renderer().render(_BELOW_TABLE.sub(r"\1\n\n", text)), path)
    content.warnings.extend(drop_hidden(page))
    content.blocks = [kept for block in blocks_of(page) if (kept := _kept(block, content)) is not None]
    return content


def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"breaks": True}).enable("table").disable(["list", "code"])


def _kept(block: Block, content: Content) -> Block | None:
    if not isinstance(block, Paragraph):
        return block
    said, residue = byline(block.text)
    content.metadata.update({label: value for label, value in said.items() if value})
    if residue or is_residue(block.text):
        return None
    return Paragraph(_BULLET.sub("", block.text), level=block.level)
