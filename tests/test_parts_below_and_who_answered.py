"""What stands below a line is a part of what it tells; who answers in the record of a meeting with the press; why, asked aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure
from index.settings import IndexSettings
from index.transcript import answers_of
from tests.conftest import over
from tests.test_figures import read


def told(figures: list[Figure]) -> list[tuple[str, str, str]]:
    return [(f.scope, f.indicator, f.value_text or f.growth_text) for f in figures]


def test_places_below_a_line_are_parts_of_the_number_that_they_come_to() -> None:
    figures = told(read("1.高新技术企业131家，新增22家，利润总额131.0亿元。\n（1）东岭片区62家；\n（2）河口片区48家；\n（3）石桥片区21家。"))
    assert figures[3:] == [(place, "高新技术企业", n) for place, n in (("东岭片区", "62家"), ("河口片区", "48家"), ("石桥片区", "21家"))]


def test_each_place_has_a_part_of_every_number_above() -> None:
    figures = told(read("出让工业用地12宗，面积860亩。\n东岭片区7宗，面积530亩\n河口片区5宗，面积330亩"))
    assert ("东岭片区出让", "工业用地", "7宗") in figures
    assert ("河口片区工业用地", "面积", "330亩") in figures


def test_places_that_grow_alone_grow_in_what_the_line_above_aims_at() -> None:
    figures = told(read("规上工业总产值增长9%，达到520亿元。\n东岭片区增长10%以上；\n河口片区增长7%。"))
    assert figures[1:] == [("东岭片区", "规上工业总产值", "增长10%"), ("河口片区", "规上工业总产值", "增长7%")]


def test_what_a_part_is_divided_into_is_of_the_same() -> None:
    figures = told(read("规上工业总产值520亿元。\n东岭片区310亿元，增长8%。其中：\n电子材料190亿元，增长9%；\n河口片区210亿元，增长5%。"))
    assert figures[2:] == [("电子材料", "规上工业总产值", "190亿元"), ("河口片区", "规上工业总产值", "210亿元")]


def test_a_sentence_that_divides_by_places_goes_on_with_what_was_done() -> None:
    parts = "分片区来说，南坞片区19个项目，完成52.6亿元；北坞片区22个，完成45.2亿元。"
    figures = told(read(f"实施重点项目41个，总投资386亿元，实际完成97.8亿元。\n{parts}"))
    assert ("南坞片区", "重点项目", "19个") in figures
    assert ("北坞片区重点项目", "完成投资", "45.2亿元") in figures


@pytest.mark.parametrize("text", [
    "重点项目36个，完成投资80亿元。\n东岭片区有2个项目还没有交地，河口片区有3个项目没有交地。",
    "高新技术企业131家。\n\n存在的问题：\n东岭片区仍有120亩用地待批；\n河口片区仍有80亩用地待批。",
])  # fmt: skip
def test_what_places_count_otherwise_is_no_part(text: str) -> None:
    assert {i for s, i, n in told(read(text)) if "片区" in s + i}.isdisjoint({"重点项目", "高新技术企业"})


def test_a_name_among_places_is_a_part_where_all_come_to_the_whole() -> None:
    parts = "健康园签了28个、协议引资126.3亿元，智造谷签了25个、协议引资112.7亿元，空港组团签了19个、协议引资66.8亿元。"
    figures = told(read(f"新签约项目72个，协议引资305.8亿元。分园区看，{parts}"))
    assert ("智造谷", "新签约项目", "25个") in figures
    assert ("智造谷", "协议引资", "112.7亿元") in figures


TABLE = """<html><body><h1>溇坪开发区2022年经济运行情况</h1><p>单位：亿元</p><table>
<tr><th>类别</th><th>指标</th><th>2021年</th><th>2022年</th></tr>
<tr><td rowspan="2">综合</td><td>地区生产总值</td><td>201.4</td><td>217.5</td></tr>
<tr><td>其中：北坞片区</td><td>120.3</td><td>128.9</td></tr>
<tr><td rowspan="3">第二产业</td><td>增加值</td><td>120.1</td><td>131.9</td></tr>
<tr><td>规模以上工业总产值</td><td>440.2</td><td>486.3</td></tr>
<tr><td>其中：电子信息</td><td>180.5</td><td>198.7</td></tr>
<tr><td>第三产业</td><td>增加值</td><td>70.2</td><td>81.5</td></tr>
</table></body></html>"""


def test_a_row_of_which_is_of_the_row_above_whatever_kind_of_rows_it_stands_among(tmp_path: Path) -> None:
    (tmp_path / "r.html").write_text(TABLE, "utf-8")
    report = read_report(tmp_path / "r.html", root=tmp_path, settings=IndexSettings())
    figures = told(extract_figures(report, outline(report)))
    assert ("北坞片区", "地区生产总值", "128.9") in figures
    assert ("电子信息", "规模以上工业总产值", "198.7") in figures
    assert ("", "第二产业增加值", "131.9") in figures
    assert ("", "第三产业增加值", "81.5") in figures
    assert ("", "规模以上工业总产值", "486.3") in figures


RECORD = """溇坪高新区2022年经济社会发展情况新闻发布会实录

[09:30] 主持人　臧平：各位记者朋友，大家上午好！首先请郜主任作介绍。
[09:32] 管委会主任　郜林：各位媒体朋友，大家好！2022年全区地区生产总值212.5亿元，增长4.6%。
财政方面，一般公共预算收入15.6亿元，增长3.4%。
[09:45] 主持人　臧平：谢谢郜主任。下面进入提问环节。
[09:46] 澄江日报记者：去年大家对项目建设很关注，请问重点项目进展怎么样？
[09:47] 管委会副主任　庹晴：感谢您的提问。去年实施重点项目41个，完成投资57.8亿元。
[09:55] 省经济报记者：原材料涨价对小微企业影响大，请问在稳岗方面做了什么？
[09:56] 人社局局长　缑岩：谢谢这位记者朋友。全年发放稳岗补贴3170万元。
不过固定资产投资没有完成任务。全年投资81.2亿元，下降3.1%。那为什么总量没上去？就两条：用地没批下来；设备晚到了三个月。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("record"), RECORD, "溇坪2022.txt") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "name", "others"), [
    ("溇坪高新区2022年新闻发布会上，谁回答了小微企业稳岗的提问", "缑岩（人社局局长）", "庹晴"),
    ("溇坪2022年发布会上重点项目进展是哪位领导答的", "庹晴（管委会副主任）", "缑岩"),
    ("溇坪2022年发布会上，稳岗的问题是哪家媒体问的", "省经济报记者", "缑岩"),
])  # fmt: skip
def test_who_answered_and_who_asked_is_told_by_the_lines_that_name_them(zone: Assistant, question: str, name: str, others: str) -> None:
    answer = zone.ask(question).text
    assert name in answer
    assert others not in answer


def test_a_report_in_which_nobody_speaks_has_no_answers() -> None:
    assert answers_of("一、2023年工作\n规上工业总产值520亿元，增长8%。") == []


def test_a_cause_that_the_speaker_asks_for_aloud_is_told(zone: Assistant) -> None:
    answer = zone.ask("溇坪2022年固定资产投资为什么没有完成任务").text
    assert "用地没批下来" in answer
    assert "设备晚到了三个月" in answer
