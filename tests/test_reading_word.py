"""docx as Word shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.reading import read_report
from index.reading.wordnumbers import chinese_number
from index.records import Report
from index.settings import IndexSettings


def read(folder: Path, fill: Callable[[Document], Any]) -> Report:
    document = docx.Document()
    fill(document)
    document.save(str(folder / "a.docx"))
    return read_report(folder / "a.docx", root=folder, settings=IndexSettings())


def raw(document: Document, xml: str) -> None:
    document.element.body.insert(0, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def test_headings_have_their_level_and_tables_their_place(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_heading("霞浦经济开发区2018年工作总结", 0)
        document.add_heading("一、工业", 1)
        table = document.add_table(2, 2)
        for cell, text in zip(
            (c for row in table.rows for c in row.cells), ("指标", "2018年", "投资", "3.5"), strict=True
        ):
            cell.text = text
        document.add_heading("（一）招商", 2)
        document.add_paragraph("　　新引进项目5个。")

    report = read(tmp_path, fill)
    assert report.text.split("\n")[1:] == ["一、工业", "指标 | 2018年", "投资 | 3.5", "（一）招商", "新引进项目5个。"]
    assert [heading.level for heading in report.headings] == [1, 2]
    assert report.title == "霞浦经济开发区2018年工作总结"


def test_cells_merged_down_and_across_are_resolved(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(3, 3)
        for r, row in enumerate((("指标", "", "2018年"), ("财政", "总收入", "12.8"), ("", "预算收入", "7.46"))):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "财政"

    report = read(tmp_path, fill)
    assert report.text == "指标 | 2018年\n财政 | 总收入 | 12.8\n | 预算收入 | 7.46"
    assert [row[0].text for row in report.tables[0].grid] == ["指标", "财政", "财政"]


def test_deleted_and_hidden_words_are_dropped_and_inserted_ones_kept(tmp_path: Path) -> None:
    report = read(tmp_path, lambda document: raw(document, (
        "<w:p><w:r><w:t>投资</w:t></w:r><w:del w:id='1'><w:r><w:delText>2亿元</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>3亿元</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>机密</w:t></w:r></w:p>")))  # fmt: skip
    assert report.text == "投资3亿元"
    assert "隐藏" in report.warnings[0]


def test_automatic_numbers_are_printed_as_word_prints_them(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        root = document.part.numbering_part.element
        root.insert(0, parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/>"
            "<w:numFmt w:val='decimal'/><w:lvlText w:val='（%2）'/></w:lvl></w:abstractNum>"))  # fmt: skip
        root.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
        for level, text in ((0, "工业"), (1, "投资"), (1, "技改"), (0, "招商"), (1, "外资")):
            properties = document.add_paragraph(text)._p.get_or_add_pPr()
            properties.append(parse_xml(
                f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{level}'/><w:numId w:val='77'/></w:numPr>"))  # fmt: skip

    assert read(tmp_path, fill).text.split("\n") == ["一、工业", "（1）投资", "（2）技改", "二、招商", "（1）外资"]


def test_numbers_are_written_in_chinese() -> None:
    assert [chinese_number(n) for n in (1, 10, 11, 20, 21, 99)] == ["一", "十", "十一", "二十", "二十一", "九十九"]


def test_text_in_a_frame_of_one_cell_keeps_its_paragraphs(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "一、工业"
        cell.add_paragraph("完成投资3.5亿元。")
        inner = cell.add_table(2, 2)
        for place, text in zip((c for row in inner.rows for c in row.cells), ("指标", "2018年", "税收", "1.2"), strict=True):
            place.text = text
        cell.add_paragraph("二、外资")

    report = read(tmp_path, fill)
    assert report.text.split("\n") == ["一、工业", "完成投资3.5亿元。", "指标 | 2018年", "税收 | 1.2", "二、外资"]


def test_tab_behind_a_typed_number_is_layout(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        for text in ("一、\t工业", "（二）\t投资3.5亿元。", "1.\t新增5家。", "税收\t4.2亿元"):
            document.add_paragraph(text)

    assert read(tmp_path, fill).text.split("\n") == ["一、工业", "（二）投资3.5亿元。", "1.新增5家。", "税收\t4.2亿元"]
