"""Files that go out: every figure with its numbered source, nothing that runs as a formula."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from assistant.conversations import Said
from assistant.exporting import FORMATS, Document, Table, write_document
from assistant.exporting.document import conversation_document
from assistant.records import Citation
from tests.web_toys import answer_of


def said() -> list[Said]:
    one = Citation(1, "甲.txt", "a", "甲区总结", "财政总收入12.8亿元。", 0, 12, ("一、经济",), 3)
    two = Citation(1, "乙.txt", "b", "乙区总结", "=1+1 利润5亿元。", 0, 12)
    return [Said("甲区财政收入", answer_of("q", "12.8亿元。", citations=(one,))),
            Said("乙区利润", answer_of("q", "5亿元。", citations=(two,))),
            Said("再说甲区", answer_of("q", "还是12.8亿元。", citations=(one,))), Said("空", trouble="问题是空的")]


def text_of(content: bytes, suffix: str) -> str:
    if suffix == ".md":
        return content.decode()
    if suffix == ".docx":
        from docx import Document as Word

        word: Any = Word(io.BytesIO(content))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(content))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    return "\n".join(str(value) for value in cells if value)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_conversation_keeps_its_answers_and_numbers_its_sources_through(suffix: str) -> None:
    text = text_of(write_document(conversation_document("两问", said()), suffix), suffix)
    for piece in ("甲区财政收入", "12.8亿元。[1]", "5亿元。[2]", "还是12.8亿元。[1]", "问题是空的", "第 3 页",
                  "甲.txt"):
        assert piece in text
    assert text.count("财政总收入12.8亿元") == 1


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_table_keeps_its_cells_and_control_characters_do_not_break_a_file(suffix: str) -> None:
    document = Document("题\x00目")
    document.table(Table(("区", "2018年"), (("甲\x0b区", "12.8亿元[1]"), ("乙区", "—"))))
    document.notes.number("出\x01处")
    text = text_of(write_document(document, suffix), suffix)
    assert "12.8亿元[1]" in text
    assert "乙区" in text


def test_no_cell_of_a_sheet_is_a_formula_and_no_markdown_of_a_report_takes_effect() -> None:
    from openpyxl import load_workbook

    document = Document("题")
    document.table(Table(("=HYPERLINK(1)",), (("=1+1",), ("@SUM(A1)",))))
    document.paragraph("**粗** <script>x</script> [a](b) | `c`")
    book: Any = load_workbook(io.BytesIO(write_document(document, ".xlsx")))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    text = write_document(document, ".md").decode()
    assert "**粗**" not in text
    assert "<script>" not in text


def test_rows_go_into_files_by_their_suffix(tmp_path: Path) -> None:
    from assistant.exporting import HEADS, write_rows

    row: dict[str, str | int] = {**dict.fromkeys(HEADS, ""), "indicator": "=cmd", "value": "22.53"}
    write_rows(tmp_path / "a.csv", [row])
    write_rows(tmp_path / "a.xlsx", [row])
    assert "'=cmd" in (tmp_path / "a.csv").read_text("utf-8-sig")
    assert "=cmd" in text_of((tmp_path / "a.xlsx").read_bytes(), ".xlsx")
