"""Columns of a table of projects against each other, averages of one sentence, causes, named undertakings; text as it was cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.characters import half_width
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.reading.joining import unwrap
from index.reading.pagebreaks import without_page_breaks
from index.records import Figure
from index.settings import IndexSettings
from tests.conftest import last, over
from tests.test_figures_told import told

FIRST = """# 槲汭经济开发区2021年工作总结

规上工业总产值300.0亿元，增长8.4%；光学元件产业产值80.0亿元，增长6.1%。实际利用外资4200万美元。
全年新签约亿元以上项目30个，其中10亿元以上项目4个。

## 2022年工作打算

实施“强芯固链”工程，引进配套企业10家。实施“千企升级”工程，培育规上企业20家。实施“净地先行”工程，盘活土地400亩。
"""

SECOND = """# 槲汭经济开发区2022年工作总结

规上工业总产值330.0亿元，增长10.0%；光学元件产业产值92.0亿元，增长15.0%。高新技术企业总数突破100家，达到103家。
实际利用外资3900万美元，同比下降7.1%。
为什么掉？外资科的同志算过账：两家日资企业推迟增资，海外客户观望。

改造老旧小区12个、惠及居民1,860户。大型演艺《槲水谣》演了250场，20.5万名观众买票看戏。

| 项目名称 | 总投资（亿元） | 2022年计划投资（亿元） | 2022年完成投资（亿元） | 未完成原因 |
| --- | --- | --- | --- | --- |
| 澜芯封测项目 | 20.0 | 6.0 | 6.6 | — |
| 桕岭储能项目 | 15.0 | 5.0 | 3.5 | 进口设备清关推迟两个月 |
| 霁禾生物项目 | 8.0 | 2.0 | 1.8 | 环评批复晚于预期 |

## 存在的主要问题

一是技改后劲不足。部分企业等待贴息政策明朗，推迟了产线改造。二是人才短缺。
"""

OTHER = """# 畈垭高新区2022年工作总结

规上工业总产值298.4亿元，增长12.7%。实际利用外资1500万美元，增长3.2%。高新技术企业91家。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("rates"), FIRST, "槲汭2021.md", 槲汭2022=SECOND, 畈垭2022=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("槲汭2022年表里三个项目，哪个年度投资计划完成比例最低", "桕岭储能项目最低，70%"),
    ("槲汭2022年三个项目中，完成投资占总投资的比例最高的是哪个", "澜芯封测项目最高，33%"),
    ("槲汭2022年三个项目合计完成的投资相当于年度计划的百分之几", "91.5%"),  # 11.9 of 13
])
def test_a_column_of_a_table_of_projects_is_set_against_another(zones: Assistant, question: str, said: str) -> None:
    assert said in last(zones, question)


@pytest.mark.parametrize(("question", "said"), [
    ("老旧小区改造，槲汭2022年平均一个小区摊到多少户人家", "155户"), ("《槲水谣》2022年平均一场有多少观众", "820名"),
])
def test_an_average_is_taken_of_the_two_numbers_of_one_sentence(zones: Assistant, question: str, said: str) -> None:
    assert said in last(zones, question)


def test_what_a_part_contributes_to_the_rise_of_the_whole(zones: Assistant) -> None:
    assert "40%" in last(zones, "槲汭2022年规上工业总产值的增加额中，光学元件产业贡献了百分之几")  # 12 of 30


@pytest.mark.parametrize(("question", "said"), [
    ("桕岭储能项目2022年为什么没按计划投", "进口设备清关推迟"), ("槲汭2022年外资为什么下降", "两家日资企业推迟增资"),
    ("槲汭2022年技改投入为啥上不去", "等待贴息政策明朗"),
])
def test_a_cause_is_found_in_a_cell_in_the_next_paragraph_and_under_its_lead(zones: Assistant, question: str, said: str) -> None:
    assert said in last(zones, question)


def test_undertakings_with_a_name_are_listed_one_by_one(zones: Assistant) -> None:
    answer = last(zones, "槲汭2021年总结里说下一年要搞三个“工程”，分别叫什么")
    assert all(name in answer for name in ("强芯固链", "千企升级", "净地先行"))


@pytest.mark.parametrize(("question", "said"), [
    ("2022年实际利用外资畈垭落在槲汭后面多少万美元", "2400万美元"), ("畈垭2022年高企数量上被槲汭甩开多少家", "12家"),
    ("槲汭2021年新签约的亿元以上项目里，体量达到10亿元以上的有几个", "4个"),
    ("槲汭2022年规上工业总产值有没有达到350亿，实际多少", "未达到350亿元"),
])
def test_everyday_words_for_what_one_lacks_of_another(zones: Assistant, question: str, said: str) -> None:
    assert said in last(zones, question)


def figures_of(folder: Path, text: str) -> list[Figure]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    report = read_report(folder / "a.md", root=folder, settings=IndexSettings(reports_dir=folder, index_dir=folder / "index"))
    return extract_figures(report, outline(report))


def test_a_part_of_a_list_that_a_cause_names_is_told_of_alone() -> None:
    figures = told("甲装备、乙电缆、丙家纺三大产业实现产值300亿元。其中，甲装备产值150亿元；丙家纺受订单减少、原料涨价影响，产值54.2亿元，下降2.4%。")
    assert ("丙家纺", "产值", "54.2亿元", "完成") in figures


def test_indicators_that_are_only_counted_have_no_such_number() -> None:
    figures = told("技改投资、一般公共预算收入、实际利用外资、进出口总额四项未完成。")
    assert not any("四项" in printed for _, _, printed, _ in figures)


def test_a_unit_noted_for_all_amounts_is_that_of_the_cells(tmp_path: Path) -> None:
    table = ("表1 主要经济指标（金额单位：亿元；增速单位：%）\n| 指标 | 2022年 | 增速 |\n| --- | --- | --- |\n"
             "| 营业总收入 | 548.6 | 10.1 |\n| 财政总收入 | 31.3 | 7.3 |\n")
    figures = figures_of(tmp_path, f"# 甲乙经济开发区2022年工作总结\n\n{table}")
    assert {(f.indicator, f.value_text + f.unit) for f in figures if f.value} >= {("营业总收入", "548.6亿元"), ("财政总收入", "31.3亿元")}


def test_a_review_of_several_years_tells_the_last_one_alone_too(tmp_path: Path) -> None:
    text = "# 甲乙高新区关于本届（2019—2023年）工作的总结\n\n## 五年来的主要工作\n\n一般公共预算收入18.6亿元，同比增长6.9%，五年累计79.4亿元。"
    figures = figures_of(tmp_path, text)
    assert {(f.value_text, f.period.label) for f in figures if f.period} == {("18.6亿元", "2023年"), ("79.4亿元", "2019—2023年")}


def test_full_width_years_are_read_and_keep_their_places() -> None:
    text = "２０１８年规上工业总产值１，２３４．５亿元，增长９．２％"
    assert half_width(text) == "2018年规上工业总产值1,234.5亿元，增长9.2%"
    assert len(half_width(text)) == len(text)


def test_lines_cut_after_so_many_characters_are_joined_over_a_page_break() -> None:
    body = ("全年完成规上工业总产值386.4亿元，同比增长9.2%，完成年度目标380亿元的101.7%，占全市规上工业总产值2,318亿元的16.7%，列全市第三位。"
            "固定资产投资92.6亿元，增长6.4%，其中工业投资57.3亿元，增长11.5%，占固定资产投资的61.9%；技术改造投资24.8亿元，增长17.0%；房地产开发投资14.1亿元。"
            "财政总收入27.5亿元，增长5.3%，一般公共预算收入15.3亿元，增长1.8%，社会消费品零售总额21.6亿元，增长2.8%，全年因留抵退税减收1.5亿元，其中税收收入13.2亿元。")
    lines = [body[i : i + 30] for i in range(0, len(body), 30)]
    head = ["", "甲乙经济开发区2022年工作总结"]
    paged = [*lines[:4], "      — 1 —", *head, *lines[4:8], "      — 2 —", *head, *lines[8:]]
    assert body in unwrap(without_page_breaks(paged))
