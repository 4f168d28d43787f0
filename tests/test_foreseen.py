"""Paragraphs that plan under headings that don't say so; what is wrong under headings in any words."""

from __future__ import annotations

import pytest

from index.foreseen import foreseen
from index.kinds import kind_of_heading
from index.records import Period, SectionKind

YEAR, HALF = Period.year(2018), Period.half(2018, 1)


@pytest.mark.parametrize(("line", "reviewed", "when"), [
    ("引进货代15家以上，12月底前签约清零，全年吞吐量力争达到740万吨。", Period.months(2018, 1, 9), Period.months(2018, 10, 12)),
    ("2019年：营业收入102亿元，高企33家，签约项目22个。", YEAR, Period.year(2019)),
    ("建成厂房6万平方米，不少于5家企业6月底前投产，确保税收9亿元。", YEAR, Period.year(2019)),
    ("下半年新签约亿元项目不少于16个，7个项目8月底前开工。", HALF, Period.half(2018, 2)),
])  # fmt: skip
def test_what_tells_of_nothing_but_what_is_to_be_is_a_plan(line: str, reviewed: Period, when: Period) -> None:
    assert list(foreseen(line, "", reviewed, None)) == [(0, len(line), when)]


@pytest.mark.parametrize("line", [
    "全年固定资产投资38.9亿元，为年度目标40亿元的97.3%，两个项目力争明年6月底前投产。",
    "签约亿元以上项目18个，协议投资76.4亿元，当年开工11个，力争2019年6月底投产。",
    "规上汽车企业128家，其中整车4家、零部件124家，产值812亿元，增长6.7%，本地配套率47%，2020年力争达到60%。",
    "税收5.2亿元，同比增长8%，确保了全年任务。",
    "征地还有137亩没有谈下来，年底前必须清零。",
])  # fmt: skip
def test_one_aim_among_results_makes_no_plan(line: str) -> None:
    assert list(foreseen(line, "", YEAR, None)) == []


def test_the_second_half_is_gone_by_in_a_report_of_the_year() -> None:
    text = "丙、下半年的事（7—12月）\n设备补贴提高到投资额的12%，兑付资金1.56亿元，交付厂房6万平方米。"
    assert list(foreseen(text, "", YEAR, None)) == []
    assert list(foreseen(text, "", HALF, None)) != []


def test_a_heading_that_looks_ahead_does_for_what_tells_of_nothing_done() -> None:
    text = "新年往哪使劲\n营业收入5亿元，净利润4000万元，机柜上架率达到90%。"
    assert [text[a:b] for a, b, _ in foreseen(text, "", YEAR, None)] == [text.split("\n")[1]]
    assert list(foreseen(text.replace("新年往哪使劲", "家底怎么样"), "", YEAR, None)) == []


@pytest.mark.parametrize(("title", "kind"), [
    ("二、几处毛病", SectionKind.PROBLEMS),
    ("四、还没理顺的地方", SectionKind.PROBLEMS),
    ("三、没干好的事", SectionKind.PROBLEMS),
    ("三、破解用地瓶颈", None),
    ("一、我是怎么抓发展的", None),
    ("三、明年怎么抓", SectionKind.PLAN),
    ("九项交账、三项欠账", None),
])  # fmt: skip
def test_headings_in_any_words(title: str, kind: SectionKind | None) -> None:
    assert kind_of_heading(title, 1, 2018, YEAR) is kind
