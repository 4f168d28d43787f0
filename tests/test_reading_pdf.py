"""pdf: what was cut for the width of a page is whole again, and pages are known."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from index.reading import read_report
from index.reading.content import Paragraph, RawCell, RawTable
from index.reading.office import soffice
from index.reading.pagelines import Line, PageLines, Segment, blocks_of_pages
from index.records import Report
from index.settings import IndexSettings

FIXTURES = Path(__file__).parent / "fixtures" / "reports"


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(FIXTURES / "jingpu_2019.pdf", root=FIXTURES, settings=IndexSettings())


def line(text: str, y: float, x: float = 80, size: float = 12) -> Line:
    """One line; several words parted by a bar stand far apart."""
    segments, left = [], x
    for word in text.split("|"):
        width = size * sum(0.5 if char.isascii() else 1 for char in word)
        segments.append(Segment(left, left + width, word))
        left += max(width + 3 * size, 100)
    return Line(tuple(segments), y, y + size, size)


def texts(*pages: PageLines) -> list[str]:
    return [block.text for block in blocks_of_pages(list(pages)) if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "whole",
    ["固定资产投资172.4亿元，同比下降4.9%", "实际利用外资3.02亿美元，同比增长6.0%", "围网工程于10月28日开工",
     "力争恢复到180亿元以上；实际"],
)  # fmt: skip
def test_numbers_and_punctuation_cut_at_line_ends_are_whole(report: Report, whole: str) -> None:
    assert whole in report.text


def test_running_heads_and_page_numbers_are_gone_and_the_title_is_not(report: Report) -> None:
    assert report.text.count("鲸浦经济技术开发区2019年度工作报告") == 1
    assert "共 3 页" not in report.text


def test_places_know_their_page(report: Report) -> None:
    found = [
        report.page_at(report.text.index(words))
        for words in ("2019年工作回顾", "7月19日", "一是投资下滑", "三、2020年")
    ]
    assert found == [1, 2, 3, 3]


def test_ruled_table_is_a_table_with_its_caption(report: Report) -> None:
    [table] = report.tables
    assert [[cell.text for cell in row] for row in table.grid][1] == ["北礁片区", "758.3", "54.2", "690"]
    assert table.caption == "表1 2019年分片区主要指标"


def test_paragraph_runs_over_a_page_break() -> None:
    body = "全年完成规上工业总产值一千四百多亿元，同比增长百分之三点六，财政总收入"
    first = PageLines(1, 800, [line("　" + body[:-1], 650, 92), line(body, 670), line(body, 690)])
    second = PageLines(2, 800, [line("八十九亿元。", 100), line("　　下一段。", 120, 104)])
    found = blocks_of_pages([first, second])
    assert isinstance(found[0], Paragraph)
    assert found[0].text.endswith("财政总收入八十九亿元。")
    assert [page for _, page in found[0].pages] == [1, 2]
    assert len(found) == 2


def test_columns_without_rules_become_a_table_that_goes_on_over_the_page() -> None:
    rows = ["指标|2018年|增长", "财政收入|12.8|9.3", "工业投资|22.5|25.6", "基础设施|15.1|21.3"]
    first = PageLines(1, 800, [line(row, 600 + 20 * i) for i, row in enumerate(rows)])
    second = PageLines(
        2, 800, [line(row, 100 + 20 * i) for i, row in enumerate([rows[0], "外资|1.2|3.4", "出口|2.2|4.5"])]
    )
    [table] = blocks_of_pages([first, second])
    assert isinstance(table, RawTable)
    assert [row[0].text for row in table.rows] == ["指标", "财政收入", "工业投资", "基础设施", "外资", "出口"]


def row(y: float, **cells: str) -> Line:
    """A line whose texts begin at the named places: x96="财政总收入"."""
    places = [(float(name[1:]), text) for name, text in cells.items()]
    return Line(tuple(Segment(x, x + 11 * sum(0.5 if c.isascii() else 1 for c in t), t) for x, t in places), y, y + 11, 11)


def spaced_rows(*pages: PageLines) -> list[list[str]]:
    [table] = [block for block in blocks_of_pages(list(pages)) if isinstance(block, RawTable)]
    return [[cell.text for cell in cells] for cells in table.rows]


def test_cells_of_several_lines_in_columns_without_rules_are_whole() -> None:
    page = PageLines(1, 800, [
        line("全年主要指标完成情况见下表。", 180, 112, 11),
        row(200, x96="指标", x168="单位", x239="2022年", x312="同比增长"),
        row(214, x239="目标", x312="（%）"),
        row(239, x96="规上工业总", x168="亿元", x239="530", x312="10.0"),
        row(253, x96="产值"),
        row(278, x96="固定资产投", x168="亿元", x239="132", x312="9.5"),
        row(292, x96="资"),
        row(317, x96="技改投资", x168="亿元", x239="30", x312="20.0"),
        line("以上指标按年报口径统计，同比增速按可比价格计算，个别指标有调整。", 360, 112, 11),
    ])  # fmt: skip
    assert spaced_rows(page) == [
        ["指标", "单位", "2022年目标", "同比增长（%）"], ["规上工业总产值", "亿元", "530", "10.0"],
        ["固定资产投资", "亿元", "132", "9.5"], ["技改投资", "亿元", "30", "20.0"],
    ]  # fmt: skip
    assert [text[:4] for text in texts(page)] == ["全年主要", "以上指标"]


def test_columns_without_rules_go_on_over_the_page_within_a_cell() -> None:
    first = PageLines(1, 800, [
        row(660, x96="指标", x204="总量（亿元）", x312="增速（%）"),
        row(685, x96="财政总收入", x204="12.8", x312="9.3"),
        row(710, x96="社会消费品零", x204="27.0", x312="-2.8"),
    ])  # fmt: skip
    second = PageLines(2, 800, [row(74, x96="售总额"), row(98, x96="出口额", x204="4.1", x312="6.0")])
    assert spaced_rows(first, second) == [
        ["指标", "总量（亿元）", "增速（%）"], ["财政总收入", "12.8", "9.3"],
        ["社会消费品零售总额", "27.0", "-2.8"], ["出口额", "4.1", "6.0"],
    ]  # fmt: skip


def test_the_caption_of_the_next_table_without_rules_ends_the_one_above_it() -> None:
    rows = [row(100 + 18 * n, x96=f"{place}片区", x204=f"{n}2.8", x312=f"{n}9.3") for n, place in enumerate("甲乙丙丁")]
    found = blocks_of_pages([PageLines(1, 800, [*rows, row(172, x96="表2", x204="重点企业情况")])])
    assert [len(block.rows) for block in found if isinstance(block, RawTable)] == [4]


def test_words_set_apart_without_figures_and_two_columns_of_text_are_no_new_tables() -> None:
    signed = [row(100 + 20 * n, x96="主任委员", x204="副主任委员", x312="委员") for n in range(2)]
    apart = [line(f"左栏的一句话说的是第{n}件事情。|右栏的一句话说的是第{n}件事情。", 200 + 20 * n) for n in range(5)]
    assert not any(isinstance(block, RawTable) for block in blocks_of_pages([PageLines(1, 800, [*signed, *apart])]))


def test_numbered_paragraphs_that_fill_their_line_stay_apart() -> None:
    body = "抓产业转型，支持骨干企业研制高端产品，力争高端产品占比提高五个百分点以上。"
    page = PageLines(1, 800, [line(f"{n}.{body}", 200 + 20 * n, 104) for n in range(1, 5)])
    assert len(texts(page)) == 4


def test_row_cut_by_the_end_of_the_page_is_whole() -> None:
    def table(*rows: str) -> RawTable:
        return RawTable(tuple(tuple(RawCell(text) for text in row.split("|")) for row in rows))

    first, second = PageLines(1, 800), PageLines(2, 800)
    first.tables.append(((80, 500, 500, 760), table("指标|单位|2018年", "税收|亿元|4.2", "社会消费|亿元|22.1")))
    second.tables.append(((80, 90, 500, 300), table("指标|单位|2018年", "品零售总额||", "出口额|亿美元|1.3")))
    [whole] = blocks_of_pages([first, second])
    assert isinstance(whole, RawTable)
    assert [row[0].text for row in whole.rows] == ["指标", "税收", "社会消费品零售总额", "出口额"]


def test_row_that_heads_a_group_at_the_top_of_a_page_stays_a_row() -> None:
    def table(*rows: str) -> RawTable:
        return RawTable(tuple(tuple(RawCell(text) for text in row.split("|")) for row in rows))

    first, second = PageLines(1, 800), PageLines(2, 800)
    first.tables.append(((80, 500, 500, 760), table("指标|单位|2018年", "财税||", "税收|亿元|4.2")))
    second.tables.append(((80, 90, 500, 300), table("指标|单位|2018年", "外经||", "出口额|亿美元|1.3")))
    [whole] = blocks_of_pages([first, second])
    assert isinstance(whole, RawTable)
    assert [row[0].text for row in whole.rows] == ["指标", "财税", "税收", "外经", "出口额"]


@pytest.mark.skipif(soffice() is None, reason="没有 LibreOffice，做不出分栏的 pdf")
def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    document = docx.Document()
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    said = [
        f"{place}片区全年完成规上工业总产值{n}.7亿元，同比增长{n / 10:.1f}%，完成固定资产投资{n + 3}.2亿元，新引进项目{n}个。"
        for n, place in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", 11)
    ]
    for at, text in enumerate(said):
        document.add_paragraph(text).runs[0].font.size = Pt(11 if at else 11.5)
    document.save(str(tmp_path / "a.docx"))
    subprocess.run(
        [str(soffice()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=120)  # fmt: skip
    assert read_report(tmp_path / "a.pdf", root=tmp_path, settings=IndexSettings()).text.split("\n") == said


def test_columns_stand_between_what_runs_across_them() -> None:
    page = PageLines(1, 800, gutter=300)
    page.lines = [
        line("某某经济开发区二〇一八年工作情况全面通报的通知", 100, 160),
        line("左栏第一句话说的是工业。", 200), line("右栏第一句话说的是外贸。", 203, 320),
        line("左栏第二句话说的是投资。", 220), line("右栏第二句话说的是税收。", 223, 320),
        line("横贯两栏的一句话在最后，说的是下一步。", 400),
    ]  # fmt: skip
    order = ("某某经济", "左栏第一", "左栏第二", "右栏第一", "右栏第二", "横贯两栏")
    found = "".join(texts(page))
    assert sorted(order, key=found.index) == list(order)


@pytest.mark.skipif(soffice() is None, reason="没有 LibreOffice，做不出带合并格的 pdf")
def test_merged_heads_of_a_ruled_table_are_read_from_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<meta charset=utf-8><p>表1 指标（单位：亿元）</p>"
        "<table border=1 cellspacing=0><tr><td rowspan=2>指标</td><td colspan=2>2018年</td></tr>"
        "<tr><td>总量</td><td>增速</td></tr><tr><td>财政总收入</td><td>12.8</td><td>9.3%</td></tr></table>",
        encoding="utf-8")  # fmt: skip
    subprocess.run(
        [str(soffice()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(tmp_path), str(tmp_path / "a.html")],
        check=True, capture_output=True, timeout=120)  # fmt: skip
    table = read_report(tmp_path / "a.pdf", root=tmp_path, settings=IndexSettings()).tables[0]
    assert [[cell.text for cell in row] for row in table.grid] == [
        ["指标", "2018年", "2018年"], ["指标", "总量", "增速"], ["财政总收入", "12.8", "9.3%"],
    ]  # fmt: skip
    assert (table.heads, table.unit) == (2, "亿元")
