"""Document → the bytes of a file.  One function a format."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from assistant.exporting.document import Document, Table

__all__ = ["FORMATS", "write_document"]

_NOTE = re.compile(r"(\[\d+\])")
_MARKDOWN = re.compile(r"([\\`*_{}<>#|~$])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # neither XML nor a spreadsheet takes them


def write_document(document: Document, suffix: str) -> bytes:
    """``suffix`` is a key of :data:`FORMATS`; raises KeyError for another one."""
    return FORMATS[suffix][0](document)


def _markdown(document: Document) -> bytes:
    lines = [f"# {_escaped(document.title)}", ""]
    for kind, part in document.parts:
        if isinstance(part, Table):
            lines += [f"**{_escaped(part.caption)}**", ""] if part.caption else []
            lines += [_row(part.heads), _row(("---",) * len(part.heads), raw=True), *map(_row, part.rows), ""]
        else:
            lines += [("## " if kind == "heading" else "") + _escaped(part), ""]
    if document.notes.texts:
        lines += ["## 来源", ""]
        lines += [f"[{number}] {_escaped(text)}\n" for number, text in enumerate(document.notes.texts, 1)]
    return "\n".join(lines).encode()


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else _escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _word(document: Document) -> bytes:
    from docx import Document as Word
    from docx.oxml.ns import qn
    from docx.shared import Pt

    word: Any = Word()
    normal: Any = word.styles["Normal"]
    normal.font.size = Pt(11)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    word.core_properties.title = _CONTROL.sub("", document.title)
    word.add_heading(_CONTROL.sub("", document.title), 0)

    def noted(paragraph: Any, text: str) -> None:
        for piece in _NOTE.split(_CONTROL.sub("", text)):
            paragraph.add_run(piece).font.superscript = bool(_NOTE.fullmatch(piece)) or None

    for kind, part in document.parts:
        if isinstance(part, Table):
            if part.caption:
                word.add_paragraph(_CONTROL.sub("", part.caption)).runs[0].bold = True
            table = word.add_table(rows=1, cols=len(part.heads), style="Light Grid Accent 1")
            for cell, text in zip(table.rows[0].cells, part.heads, strict=True):
                cell.text = _CONTROL.sub("", text)
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    noted(cell.paragraphs[0], text)
        elif kind == "heading":
            word.add_heading(_CONTROL.sub("", part), 2)
        else:
            noted(word.add_paragraph(), part)
    if document.notes.texts:
        word.add_heading("来源", 1)
        for number, text in enumerate(document.notes.texts, 1):
            word.add_paragraph(_CONTROL.sub("", f"[{number}] {text}"))
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _sheet(document: Document) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "内容"
    _put(sheet, (document.title,), bold=True)
    for kind, part in document.parts:
        if isinstance(part, Table):
            if part.caption:
                _put(sheet, (part.caption,), bold=True)
            _put(sheet, part.heads, bold=True)
            for row in part.rows:
                _put(sheet, row)
        else:
            _put(sheet, (part,), bold=kind == "heading")
    sources: Any = book.create_sheet("来源")
    _put(sources, ("编号", "出处"), bold=True)
    for number, text in enumerate(document.notes.texts, 1):
        _put(sources, (f"[{number}]", text))
    for one in (sheet, sources):
        one.column_dimensions["A"].width = 24 if one is sheet else 8
        one.column_dimensions["B"].width = 100 if one is sources else 20
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(sheet: Any, cells: tuple[str, ...], *, bold: bool = False) -> None:
    from openpyxl.styles import Font

    sheet.append([_CONTROL.sub("", cell) for cell in cells])
    for cell in sheet[sheet.max_row]:
        cell.data_type = "s"  # a text that begins with = stays text
        if bold:
            cell.font = Font(bold=True)


FORMATS: dict[str, tuple[Callable[[Document], bytes], str]] = {
    ".docx": (_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".md": (_markdown, "text/markdown; charset=utf-8"),
    ".xlsx": (_sheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""Suffix → what writes it, and its media type."""
