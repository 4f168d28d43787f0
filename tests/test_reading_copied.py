"""Text copied from the pages of a pdf or a scan: lines cut for a narrow page, heads and feet of pages, a cell a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.reading.content import Paragraph
from index.reading.joining import unwrap
from index.reading.listing import without_contents
from index.reading.pagebreaks import TURN, without_page_breaks
from index.reading.stacked import unstacked
from index.records import Figure, Report
from index.settings import IndexSettings

BODY = (
    "２０２１年，栾坪工业园区完成规模以上工业总产值２１８．４亿元，增长百分之七点二；规模以上工业增加值五十四点六亿元，增长６．８％，"
    "高于全市零点九个百分点。年末入园企业二百一十家，从业人员二万三千四百人，建成区总面积达到１２．５平方公里。",
    "全年新签约项目二十八个，总投资九十六亿四千万元；为企业降低成本二千三百万元，组织银企对接六次，落实贷款８．５亿元，帮助企业招工三千六百人，"
    "办结代办事项四百五十二件。",
)
HEADS = ["指标名称", "单位", "2020年", "2021年", "增长（％）", "2021年目标"]
ROWS = [
    ["规模以上工业总产值", "亿元", "２０３．７", "２１８．４", "７．２", "２１５"],
    ["自营出口", "万美元", "２８６００", "２７１００", "－５．２", "２９５００"],
    ["工业用电量", "亿千瓦时", "４．１２", "４．３８", "６．３", "４．３"],
]


def cut(paragraph: str, width: int = 20) -> list[str]:
    whole = "　　" + paragraph
    return [whole[i : i + width] for i in range(0, len(whole), width)]


def cells(rows: list[list[str]]) -> list[str]:
    return [cell for row in rows for cell in row]


def page(number: int) -> list[str]:
    return [f"                - {number} -", "栾坪工业园区２０２１年工作总结"]


def report_of(folder: Path, lines: list[str]) -> Report:
    path = folder / "栾坪工业园区2021年工作总结.txt"
    path.write_text("\n".join(lines), "utf-8")
    return read_report(path, root=folder, settings=IndexSettings())


def figures_of(report: Report) -> dict[str, Figure]:
    return {f.value_text or f.growth_text: f for f in extract_figures(report, outline(report))}


def test_sentences_run_over_cut_lines_and_turned_pages_and_cells_come_back_to_their_rows(tmp_path: Path) -> None:
    first, second = cut(BODY[0]), cut(BODY[1])
    lines = ["栾坪工业园区２０２１年工作总结", "", "一、工业经济", *first[:3], *page(1), *first[3:], *second, "", "附：主要经济指标完成情况表"]
    report = report_of(tmp_path, [*lines, *HEADS, *cells(ROWS[:2]), *page(2), "（续表）", *HEADS, *cells(ROWS[2:]), *page(3)])
    assert report.text.split("\n")[2:4] == list(BODY)
    [table] = report.tables
    assert [[cell.text for cell in row] for row in table.grid] == [HEADS, *ROWS]
    figures = figures_of(report)
    assert (str(figures["五十四点六亿元"].value), figures["五十四点六亿元"].growth_text) == ("54.6", "增长6.8%")
    assert (str(figures["九十六亿四千万元"].value), figures["8.5亿元"].indicator) == ("96.4", "贷款")
    exported = [f for f in figures.values() if f.in_table and f.indicator == "自营出口"]
    told = {f"{f.period and f.period.key} {f.status.value} {f.value}{f.unit} {f.growth_text}" for f in exported}
    assert told == {"2020 完成 28600万美元 ", "2021 完成 27100万美元 －5.2", "2021 目标 29500万美元 "}


def test_a_number_that_begins_a_line_numbers_no_paragraph() -> None:
    tried = [[*cut(BODY[0], width), *cut(BODY[1], width)] for width in range(18, 30)]
    lines = next(lines for lines in tried if any(line.startswith("１２．５") for line in lines))
    assert [line.strip() for line in unwrap(lines)] == list(BODY)


def test_what_is_printed_on_lines_of_its_own_after_a_full_line_opens_no_sentence() -> None:
    body = cut(BODY[0][: 20 * 6 - 3] + "。")
    assert len(body[-1]) == 20
    assert unwrap([*body, "表1 主要指标", *cut(BODY[1])])[1] == "表1 主要指标"


@pytest.mark.parametrize("missing", [[0], [0, 1], [0, 1, 2]])
@pytest.mark.parametrize("column", [1, 3, 5])
def test_rows_without_a_cell_that_was_not_copied_are_put_under_no_other_head(missing: list[int], column: int) -> None:
    rows = [[cell for at, cell in enumerate(row) if at != column or n not in missing] for n, row in enumerate(ROWS)]
    assert unstacked([*HEADS, *cells(rows)]) == [*HEADS, *cells(rows)]


def test_short_lines_that_are_no_table_stay() -> None:
    board = ["园区数说", "工业总产值", "218.4亿元", "增长7.2%", "入园企业", "210家", "从业人员", "2.3万人", "税收", "9.6亿元"]
    assert unstacked(board) == board


def test_cells_that_are_numbers_are_no_pages() -> None:
    rows = [[str(n), f"项目{n}", "12.6", "4.8", "在建"] for n in range(1, 5)]
    lines = cells([["序号", "项目名称", "总投资（亿元）", "完成投资（亿元）", "进度"], *rows])
    assert without_page_breaks(lines) == lines


def test_pages_are_turned_at_bare_numbers_set_apart_and_at_called_ones() -> None:
    text = [f"{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'[n]}片区的企业还没有开工" for n in range(24)]
    bare = [*text[:10], "", "        1", "", *text[10:20], "", "        2", "", *text[20:]]
    called = [*text[:10], "园区党政办公室", "第 1 页 共 3 页", *text[10:20], "园区党政办公室", "第 2 页 共 3 页", *text[20:]]
    for lines in (bare, called):
        assert [line for line in without_page_breaks(lines) if line != TURN] == text


def test_a_blank_line_after_each_line_ends_no_sentence_and_no_row(tmp_path: Path) -> None:
    lines = ["栾坪工业园区２０２１年工作总结", *cut(BODY[0]), *cut(BODY[1]), "表1 主要指标", *HEADS, *cells(ROWS)]
    report = report_of(tmp_path, "\n\n".join(lines).split("\n"))
    assert report.text.split("\n")[1:4] == [*BODY, "表1 主要指标"]
    assert len(report.tables[0].grid) == 4


@pytest.mark.parametrize(("caption", "value", "told"), [
    ("附：主要指标完成情况", "本年实绩", ("2021", "完成")),
    ("附表2 分片区情况", "总量", ("2021", "完成")),
    ("附：主要指标目标分解", "总量", ("2022", "目标")),
])
def test_a_table_after_the_plans_that_accounts_is_of_the_year_reported_on(tmp_path: Path, caption: str, value: str, told: tuple[str, str]) -> None:
    text = f"""栾坪工业园区2021年工作总结

一、2021年工作

税收收入9.6亿元，增长6%。

二、2022年工作打算

税收收入增长7%，新签约项目30个。

{caption}
指标\t单位\t{value}\t增长（%）
工业总产值\t亿元\t218.4\t7.2
税收收入\t亿元\t9.6\t6.0
"""
    figure = figures_of(report_of(tmp_path, text.split("\n")))["218.4"]
    assert (figure.period.key if figure.period else "", figure.status.value) == told


def contents(*lines: str) -> list[str]:
    return [block.text for block in without_contents([Paragraph(line) for line in lines]) if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "listed",
    [
        ["目　录", "一、2018年工作回顾\t1", "（一）工业\t1", "二、2019年打算\t7"],
        ["目录", "一、2018年工作回顾………………1", "二、2019年打算…………12"],
        ["一、2018年工作回顾......1", "二、2018年的不足......3", "三、2019年打算......7"],
        ["目次", "一、2018年工作回顾.........1二、2018年的不足........3", "三、2019年打算......7"],
    ],
)
def test_table_of_contents_is_no_text(listed: list[str]) -> None:
    text = ["某区2018年工作报告", "一、2018年工作回顾", "完成投资3.5亿元。", "二、2019年打算", "力争投资4亿元。"]
    assert contents(text[0], *listed, *text[1:]) == text


def test_lines_with_numbers_in_any_order_or_alone_stay() -> None:
    lines = ["工业投资……35", "税收……12", "外资……3", "研发平台……2", "税收占比  87"]
    assert contents(*lines) == lines
    assert contents("二、投资……35", "完成较好。") == ["二、投资……35", "完成较好。"]
