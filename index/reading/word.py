"""docx → blocks: what Word shows, with automatic numbers, merged cells and headings by style."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart

from index.errors import DamagedReport
from index.reading.archive import check_archive
from index.reading.content import Block, Content, Paragraph, RawCell, RawTable, clean
from index.reading.joining import NUMBERING
from index.reading.residue import byline, header_cells, is_residue
from index.reading.wordnumbers import Numbering
from index.settings import IndexSettings

__all__ = ["read"]

_HEADING = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|目录)\b", re.IGNORECASE)
_SKIPPED = frozenset(
    qn(name)
    for name in (
        "w:del",
        "w:moveFrom",
        "w:instrText",
        "w:delText",
        "w:pict",
        "w:object",
        "w:rPr",
        "w:pPr",
        "w:footnoteReference",
        "w:commentReference",
        "w:rt",
    )
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_W_P, _W_TBL, _W_SDT, _W_T, _W_R = (qn(name) for name in ("w:p", "w:tbl", "w:sdt", "w:t", "w:r"))
_VAL = qn("w:val")
_LIKE_DOCX = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
PartFactory.part_type_for.update(dict.fromkeys(_LIKE_DOCX, DocumentPart))


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a Word document.  Raises DamagedReport, TooLargeReport."""
    check_archive(data, path, settings)
    try:
        document = _opened(data)
        content = _Reading(document).content()
    except (
        PackageNotFoundError,
        KeyError,
        ValueError,
        zipfile.BadZipFile,
        SyntaxError,
        AttributeError,
        OSError,
    ) as error:
        raise DamagedReport(path, "Word 文件已损坏", mend="请用 Word 打开修复后另存") from error
    return content


def _opened(data: bytes) -> Document:
    """The document of a package; docx.Document itself refuses one with macros and a template."""
    part = Package.open(BytesIO(data)).main_document_part
    if not isinstance(part, DocumentPart):
        raise ValueError(part.content_type)
    document: Document = part.document
    return document


class _Reading:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbering = Numbering(document)
        self.hidden = 0

    def content(self) -> Content:
        content = Content(title=clean(self.document.core_properties.title or ""))
        for block in self._blocks(self.document.element.body):
            if isinstance(block, RawTable):
                said = [header_cells([cell.text for cell in row]) for row in block.rows]
                if said and all(said) and sum(map(len, said)) >= 2:
                    for pairs in said:
                        content.metadata.update({label: value for label, value in pairs.items() if value})
                    continue
            elif len(content.blocks) < 20:
                pairs, residue = byline(block.text)
                content.metadata.update({label: value for label, value in pairs.items() if value})
                if residue or is_residue(block.text):
                    continue
            content.blocks.append(block)
        if self.hidden:
            content.warnings.append(f"Word 里有 {self.hidden} 个字设为隐藏，读者看不见，已略去")
        return content

    def _blocks(self, parent: Any) -> Iterator[Block]:
        for child in parent.iterchildren():
            if child.tag == _W_P:
                yield from self._paragraph(child)
            elif child.tag == _W_TBL:
                yield from self._table(child)
            elif child.tag == _W_SDT:
                content = child.find(qn("w:sdtContent"))
                if content is not None:
                    yield from self._blocks(content)
            elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
                yield from self._blocks(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        style = self._style_name(element)
        if _CONTENTS.match(style):
            return
        number = self.numbering.next(element)
        lines = [clean(line) for line in self._text(element).split("\n")]
        if number and lines and lines[0]:
            lines[0] = number + lines[0]
        lines = [_untabbed(line) for line in lines]
        level = self._level(element, style)
        for line in lines:
            if line:
                yield Paragraph(line, level=level, title=style.lower() == "title" or style in ("标题", "文档标题"))
        for box in element.iter(qn("w:txbxContent")):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self._blocks(box)

    def _text(self, element: Any) -> str:
        """Text of the runs a reader sees: insertions yes, deletions, field codes and hidden runs no."""
        parts: list[str] = []
        for child in element.iterchildren():
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED or tag == _FALLBACK or tag == qn("w:drawing"):
                continue
            if tag == _W_R and self._is_hidden(child):
                self.hidden += len("".join(t.text or "" for t in child.iter(_W_T)))
            elif tag == _W_T:
                parts.append(child.text or "")
            elif tag in (qn("w:br"), qn("w:cr")):
                parts.append("\n" if child.get(qn("w:type")) is None else "")
            elif tag == qn("w:tab"):
                parts.append("\t")
            elif tag == qn("w:noBreakHyphen"):
                parts.append("-")
            elif tag == qn("w:sym"):
                parts.append("")
            else:
                parts.append(self._text(child))
        return "".join(parts)

    @staticmethod
    def _is_hidden(run: Any) -> bool:
        vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        return vanish is not None and vanish.get(_VAL, "1") not in ("0", "false", "off")

    def _style_name(self, element: Any) -> str:
        style_id = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style_id is None:
            return ""
        style = next((s for s in self.document.styles if s.style_id == style_id.get(_VAL)), None)
        return (style.name or "") if style is not None else ""

    def _level(self, element: Any, style: str) -> int:
        """Heading level by the style's name, or by an outline level of the paragraph or its style."""
        if found := _HEADING.match(style):
            return int(found[1])
        own = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if own is None and style:
            named = next((s for s in self.document.styles if s.name == style), None)
            own = named.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") if named is not None else None
        level = int(own.get(_VAL, "9")) if own is not None else 9
        return level + 1 if level < 9 else 0

    def _table(self, element: Any) -> Iterator[Block]:
        rows: list[list[RawCell]] = []
        spans: dict[int, tuple[int, int]] = {}  # column → where the merged cell began
        nested: list[RawTable] = []
        told: list[Block] = []  # all that its cells hold, in order
        heads = 0
        for tr in element.iter(qn("w:tr")):
            if next(tr.iterancestors(_W_TBL)) is not element:
                continue
            row: list[RawCell] = []
            column = int(_value(tr, "w:trPr/w:gridBefore", "0"))
            row += [RawCell("")] * column
            for tc in tr.iter(qn("w:tc")):
                if next(tc.iterancestors(qn("w:tr"))) is not tr:
                    continue
                columns = max(int(_value(tc, "w:tcPr/w:gridSpan", "1")), 1)
                merge = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merge is not None and merge.get(_VAL, "continue") == "continue" and column in spans:
                    at, index = spans[column]
                    cell = rows[at][index] if at < len(rows) else row[index]
                    rows[at][index] = RawCell(cell.text, len(rows) - at + 1, cell.columns)
                else:
                    spans.pop(column, None)
                    if merge is not None:
                        spans[column] = (len(rows), len(row))
                    inner = list(self._blocks(tc))
                    told += inner
                    nested += [block for block in inner if isinstance(block, RawTable)]
                    row.append(RawCell("".join(b.text for b in inner if isinstance(b, Paragraph)), 1, columns))
                column += columns
            rows.append(row)
            if tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None and heads == len(rows) - 1:
                heads += 1
        widest = max((sum(cell.columns for cell in row) for row in rows), default=0)
        if widest < 2 or (len(rows) < 2 and max(len(cell.text) for cell in rows[0]) > 100):
            yield from told  # a frame around text
        else:
            yield RawTable(tuple(tuple(row) for row in rows), heads=heads or None)
            yield from nested


def _untabbed(line: str) -> str:
    """A tab behind the number of a heading or an item parts no columns."""
    number = NUMBERING.match(line)
    if number is None or not line.startswith("\t", number.end()):
        return line
    return number[0] + line[number.end() :].lstrip("\t ")


def _value(element: Any, path: str, default: str) -> str:
    found = element.find("/".join(qn(part) for part in path.split("/")))
    return default if found is None else str(found.get(_VAL, default))
