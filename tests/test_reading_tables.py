"""Tables of every format end as one line a row and one rectangular grid."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from index.reading import read_report
from index.records import Report, Table
from index.settings import IndexSettings

HTML_TABLE = """<p>表1　主要指标（单位：亿元）</p><table>
<tr><td rowspan=2 colspan=2>指标</td><td colspan=2>2017年</td><td colspan=2>2018年</td></tr>
<tr><td>总量</td><td>增速</td><td>总量</td><td>增速</td></tr>
<tr><td rowspan=2>财政</td><td>总收入</td><td>9.84</td><td>10.1</td><td>10.78</td><td>9.6</td></tr>
<tr><td>一般预算</td><td>5.72</td><td>8.8</td><td>6.35</td><td>11.0</td></tr>
<tr><td colspan=6>注：增速按可比价。</td></tr></table><p>以上为全年数。</p>"""


def read(path: Path, content: str | bytes = b"") -> Report:
    if content:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_report(path, root=path.parent, settings=IndexSettings())


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid]


def test_merged_cells_are_written_once_and_repeated_in_the_grid(tmp_path: Path) -> None:
    report = read(tmp_path / "a.html", f"<html><body>{HTML_TABLE}</body></html>")
    [table] = report.tables
    assert report.text[table.start : table.end].split("\n") == [
        "指标 | 2017年 | 2018年",
        " | 总量 | 增速 | 总量 | 增速",
        "财政 | 总收入 | 9.84 | 10.1 | 10.78 | 9.6",
        " | 一般预算 | 5.72 | 8.8 | 6.35 | 11.0",
    ]
    assert texts(table)[3] == ["财政", "一般预算", "5.72", "8.8", "6.35", "11.0"]
    assert table.grid[2][0] == table.grid[3][0]
    assert (table.heads, table.caption, table.unit) == (2, "表1　主要指标", "亿元")
    assert report.text.endswith("注：增速按可比价。\n以上为全年数。")


def test_unit_note_below_a_table_is_found(tmp_path: Path) -> None:
    report = read(tmp_path / "a.md", "| 指标 | 2018年 |\n| --- | --- |\n| 财政总收入 | 86.3 |\n\n单位：亿元\n")
    assert report.tables[0].unit == "亿元"


def test_markdown_keeps_printed_list_numbers_and_headings(tmp_path: Path) -> None:
    report = read(tmp_path / "a.md", "# 总结\n\n    3. **抓项目。** 开工5个\n4. 抓服务\n\n##二、计划\n- 增长8%\n")
    assert report.text == "总结\n3. 抓项目。 开工5个\n4. 抓服务\n二、计划\n增长8%"
    assert [(report.text[h.start : h.end], h.level) for h in report.headings] == [("总结", 1), ("二、计划", 2)]


@pytest.mark.parametrize("mark", ["\t", "|", " | "])
def test_table_in_plain_text_becomes_a_table(tmp_path: Path, mark: str) -> None:
    rows = [["指标", "2018年", "增长"], ["财政总收入", "86.3", "9.8%"], ["工业投资", "108.5", "12.8%"]]
    report = read(tmp_path / "a.txt", "全年情况如下。\n" + "\n".join(mark.join(row) for row in rows) + "\n以上。")
    assert texts(report.tables[0]) == rows
    assert report.text.split("\n")[2] == "财政总收入 | 86.3 | 9.8%"


def test_prose_with_a_stray_tab_or_bar_is_no_table(tmp_path: Path) -> None:
    text = "一、\t工业投资22.5亿元。\n二、\t财政收入12.8亿元。\n三、\t外资1.2亿美元。"
    assert read(tmp_path / "a.txt", text).tables == ()


def test_spreadsheet_rows_are_read_with_their_column_heads_as_displayed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["2018年主要指标", None, None, None], ["单位：亿元"], ["指标", "2018年", "增速", "备注"],
                ["规上工业总产值", 1412.7, 0.098, None], ["财政总收入", 86.30000000000001, 0.1, "含东片"]):  # fmt: skip
        sheet.append(row)
    sheet["B4"].number_format = "#,##0.00"
    sheet["C4"].number_format = sheet["C5"].number_format = "0.0%"
    sheet.merge_cells("A1:D1")
    hidden = book.create_sheet("草稿")
    hidden.append(["不给人看", 1])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    report = read(tmp_path / "a.xlsx")
    assert report.text.split("\n")[-2:] == [
        "指标：规上工业总产值 | 2018年：1,412.70 | 增速：9.8%",
        "指标：财政总收入 | 2018年：86.3 | 增速：10.0% | 备注：含东片",
    ]
    assert (report.tables[0].caption, report.tables[0].unit, report.tables[0].heads) == ("2018年主要指标", "亿元", 1)
    assert texts(report.tables[0])[1] == ["规上工业总产值", "1,412.70", "9.8%", ""]
    assert "隐藏" in report.warnings[0]


def test_merged_spreadsheet_heads_count_as_two_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["指标", "2017年", None, "2018年", None],
        [None, "总量", "增速", "总量", "增速"],
        ["投资", 1.5, 2, 3, 4],
    ):
        sheet.append(row)
    for area in ("A1:A2", "B1:C1", "D1:E1"):
        sheet.merge_cells(area)
    book.save(tmp_path / "a.xlsx")
    report = read(tmp_path / "a.xlsx")
    assert report.tables[0].heads == 2
    assert report.text.endswith("指标：投资 | 2017年总量：1.5 | 2017年增速：2 | 2018年总量：3 | 2018年增速：4")


@pytest.mark.parametrize(("mark", "encoding"), [(",", "gb18030"), ("\t", "utf-16"), (";", "utf-8-sig")])
def test_csv_is_read_in_any_encoding_and_with_any_delimiter(tmp_path: Path, mark: str, encoding: str) -> None:
    lines = [["指标", "单位", "2018年"], ["财政总收入", "亿元", '"1,412.7"'], ["新增企业", "家", "15"]]
    report = read(tmp_path / "a.csv", "\n".join(mark.join(line) for line in lines).encode(encoding))
    assert report.text.split("\n")[1] == "指标：财政总收入 | 单位：亿元 | 2018年：1,412.7"


def test_table_without_heads_has_none(tmp_path: Path) -> None:
    report = read(tmp_path / "a.csv", "财政总收入,86.3,9.8\n工业投资,108.5,12.8\n")
    assert report.tables[0].heads == 0
    assert report.text == "财政总收入 | 86.3 | 9.8\n工业投资 | 108.5 | 12.8"


def test_hard_wrapped_text_is_joined_and_other_text_left_alone(tmp_path: Path) -> None:
    body = "全年实现规上工业总产值184.7亿元，同比增长16.2%，完成固定资产投资37.59亿元，其中基础设施投资15.06亿元，"
    paragraph = (body * 4)[:-1] + "。"
    lines = ["　　" + paragraph[:38], *(paragraph[i : i + 40] for i in range(38, len(paragraph), 40))]
    wrapped = read(tmp_path / "a.txt", "\n".join(["一、工业经济", *lines, "二、投资", *lines]))
    assert wrapped.text.split("\n") == ["一、工业经济", paragraph, "二、投资", paragraph]


SPACED = """表1  2017年主要指标
指标                  单位      2017年    2016年    增速（%）
营业总收入            亿元       412.6     358.5         15.1
  其中：工业投资      亿元        71.2                   17.9
实际到位外资          万美元      5830      6120         -4.7

    全年征地1460亩、拆迁312户，交付安置房986套；供地22宗1135亩。
联系人  王某某
"""


def test_columns_set_in_spaces_are_a_table_and_an_empty_cell_moves_nothing(tmp_path: Path) -> None:
    [table] = read(tmp_path / "a.txt", SPACED).tables
    assert texts(table) == [
        ["指标", "单位", "2017年", "2016年", "增速（%）"],
        ["营业总收入", "亿元", "412.6", "358.5", "15.1"],
        ["其中：工业投资", "亿元", "71.2", "", "17.9"],
        ["实际到位外资", "万美元", "5830", "6120", "-4.7"],
    ]


@pytest.mark.parametrize("text", [
    "各位代表：\n    现在  报告工作。\n    全年完成产值12亿元。\n",
    "主任  张某某\n副主任  李某某\n副主任  王某某\n2018年3月\n",
])  # fmt: skip
def test_stray_spaces_make_no_table(tmp_path: Path, text: str) -> None:
    assert not read(tmp_path / "a.txt", text).tables


@pytest.mark.parametrize("line", ["甲乙\t丙丁", "甲乙  丙丁"])
def test_a_long_run_of_cells_that_is_no_table_is_paragraphs(tmp_path: Path, line: str) -> None:
    report = read(tmp_path / "a.txt", f"{line}\n" * 20_000)  # each line looked at once: minutes, when every rest of it is
    assert not report.tables
    assert report.text.count("丙丁") == 20_000


@pytest.mark.parametrize(
    "caption", ["表2  2018年分片区情况", "附表1：  分片区情况", "2018年分片区情况      单位：亿元", "2018年分片区情况  （节选）"]
)
def test_a_caption_right_over_columns_set_in_spaces_is_no_row(tmp_path: Path, caption: str) -> None:
    rows = "片区       规上工业总产值   工业投资\n东埠片区   268.4            43.8\n芦汀片区   143.7            24.9\n"
    [table] = read(tmp_path / "a.txt", f"柃湉经济开发区2018年工作总结\n\n{caption}\n{rows}").tables
    assert texts(table) == [["片区", "规上工业总产值", "工业投资"], ["东埠片区", "268.4", "43.8"], ["芦汀片区", "143.7", "24.9"]]
    assert table.heads == 1
