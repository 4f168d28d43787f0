"""The same report typed in other ways: blanks around digits, lines cut at one width, no blank lines, amounts in 人民币."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.reading.blanks import tight, tightened
from index.reading.content import Paragraph
from index.reading.joining import unwrap
from index.settings import IndexSettings

REPORT = """# 湫棠经济开发区2021年工作总结

## 一、2021年工作回顾

全区实现地区生产总值186.4亿元，同比增长7.2%，高于全市0.8个百分点；规上工业增加值71.35亿元，增长8.1%。1—6月完成固定资产投资42.6亿元，全年完成固定资产投资93.2亿元，同比增长11.4%，其中工业投资58.7亿元，增长13.6%。

湫东产业园实现规上工业总产值121.6亿元，增长9.3%；棠西片区实现规上工业总产值87.9亿元，增长6.5%。年末规上企业146家，全年新增规上企业12家，净增9家。

| 指标（亿元） | 2021年 | 2020年 | 增长（%） |
|---|---|---|---|
| 一般公共预算收入 | 14.82 | 13.95 | 6.2 |
| 社会消费品零售总额 | 36.1 | 34.5 | 4.6 |

外贸进出口总额22.4亿元，下降3.1%；税收完成18.6亿元，增长5.4%；实际利用外资5260万美元，完成年度目标的102.5%。新签约项目38个，总投资164亿元，其中10亿元以上项目5个。

## 二、2022年工作打算

2022年，地区生产总值增长7.5%以上，固定资产投资达到102亿元，新签约项目40个以上，一般公共预算收入增长6%左右，新增规上企业10家。
"""


def blanks(text: str) -> str:
    return re.sub(r"(?<=[㐀-鿿])(?=[0-9])|(?<=[0-9%])(?=[㐀-鿿，；。])|(?<=\d)(?=%)|(?<=\d)(?=—)|(?<=—)(?=\d)", " ", text)


def cut(text: str) -> str:
    """Every paragraph at 34 characters, as some editors save it."""
    lines = (line if line.startswith(("|", "#")) else re.sub("(.{34})(?=.)", r"\1\n", line) for line in text.split("\n"))
    return "\n".join(lines)


def without_blank_lines(text: str) -> str:
    return re.sub("\n+", "\n", text)


def in_renminbi(text: str) -> str:
    return re.sub("亿元(?!以上)", "亿元人民币", text)


def led_by_renminbi(text: str) -> str:
    return re.sub(r"(额|资|值|收入|完成)(?=[\d.]+亿元)", r"\1人民币", text)


def figures(folder: Path, text: str, suffix: str) -> Counter[tuple[str, ...]]:
    path = folder / f"湫棠经济开发区2021年工作总结{suffix}"
    path.write_text(text, "utf-8")
    report = read_report(path, root=folder, settings=IndexSettings())
    return Counter(
        (f.period.label if f.period else "", f.status.value, f.scope, f.indicator, f"{f.value}{f.unit}", f"{f.growth}")
        for f in extract_figures(report, outline(report))
    )


@pytest.mark.parametrize("typed", [blanks, cut, without_blank_lines, in_renminbi, led_by_renminbi])
def test_figures_are_the_same_however_a_report_was_typed(tmp_path: Path, typed: Callable[[str], str]) -> None:
    assert typed(REPORT) != REPORT
    told = figures(tmp_path, REPORT, ".md")
    assert len(told) > 25
    assert figures(tmp_path, typed(REPORT), ".md") == told


@pytest.mark.parametrize("typed", [blanks, in_renminbi])
def test_figures_are_the_same_in_a_plain_text(tmp_path: Path, typed: Callable[[str], str]) -> None:
    text = re.sub(r"(?m)^\|.*\n|^#+ ", "", REPORT)
    assert figures(tmp_path, typed(text), ".txt") == figures(tmp_path, text, ".txt")


@pytest.mark.parametrize(
    ("line", "without"),
    [
        ("2018 年 ，完成 工业投资 22.53 亿元 ，同比增长 25.6 % 。", "2018年，完成 工业投资22.53亿元，同比增长25.6%。"),
        ("2.1 存在问题，主要有三个", "2.1 存在问题，主要有三个"),
        ("6.1 年初结转土地 120 亩，年末 86 亩。", "6.1 年初结转土地120亩，年末86亩。"),
        ("2018 年 1 — 11 月，新增企业 15 家", "2018年1—11月，新增企业15家"),
        ("地区生产总值 186.4 7.2", "地区生产总值 186.4 7.2"),
        ("工业投资 亿元 58.7 13.6", "工业投资 亿元 58.7 13.6"),
        ("二、 2019 年工作打算", "二、2019年工作打算"),
    ],
)
def test_only_blanks_that_part_nothing_are_taken_out(line: str, without: str) -> None:
    assert tight(line) == without


def test_pages_begin_where_they_did() -> None:
    text = "完成 工业投资 22.5 亿元 ，增长 5 % 。全年 新增企业 12 家 ，"
    [paragraph] = tightened([Paragraph(text, pages=((0, 3), (text.index("全年"), 4)))])
    assert isinstance(paragraph, Paragraph)
    assert paragraph.pages == ((0, 3), (paragraph.text.index("全年"), 4))
    assert len(paragraph.text) < len(text)


@pytest.mark.parametrize("table", [
    "| 指标 | 单位 | 2021年 |\n|---|---|---|\n| 出口总额 | 亿元人民币 | 12.3 |",
    "| 指标 | 2021年（亿元人民币） |\n|---|---|\n| 出口总额 | 12.3 |",
    "| 指标 | 2021年 |\n|---|---|\n| 出口总额（亿元人民币） | 12.3 |",
    "表1 主要指标（单位：亿元人民币）\n\n| 指标 | 2021年 |\n|---|---|\n| 出口总额 | 12.3 |",
])
def test_renminbi_is_yuan_wherever_a_table_says_it(tmp_path: Path, table: str) -> None:
    assert list(figures(tmp_path, f"# 湫棠经济开发区2021年工作总结\n\n{table}\n", ".md")) == [("2021年", "完成", "", "出口总额", "12.3亿元", "None")]


def test_a_heading_as_long_as_cut_lines_goes_into_no_paragraph(tmp_path: Path) -> None:
    title = "一、2021年工作回顾和需要各部门在下一步合力推进的若干事项"
    assert len(f"## {title}") == 33
    path = tmp_path / "湫棠经济开发区2021年工作总结.md"
    path.write_text(without_blank_lines(cut(REPORT).replace("一、2021年工作回顾", title)), "utf-8")
    assert title in read_report(path, root=tmp_path, settings=IndexSettings()).text.split("\n")


def test_items_of_a_list_beside_a_few_cut_lines() -> None:
    items = [f"{n}、{name}片区" for n, name in enumerate("东西南北中城乡山河湖", 1)]
    body = (
        "全区实现地区生产总值186.4亿元，同比增长7.2%，高于全市0.8个百分点，总量位居全市各开发区第三位，比上年前移了一个位次；"
        "规上工业增加值71.35亿元，增长8.1%，比全市平均水平高出了1.3个百分点，增速在全市各开发区里排在第四位，同比前移两位；"
        "固定资产投资93.2亿元，同比增长11.4%，其中工业投资58.7亿元，增长13.6%，占固定资产投资的比重达到63.0%。"
    )
    assert unwrap([*items, *(body[i : i + 34] for i in range(0, len(body), 34))]) == [*items, body]
