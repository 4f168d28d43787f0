"""Whose number rose most, who stands where in an order, stocks at the start of a year, sums against the whole; follow-ups to what was found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over
from tests.test_figures import read
from tests.test_figures_told import told

FIRST = """柃湉经济开发区2021年工作总结

表1  2021年主要经济指标完成情况
指标名称             单位     2020年   2021年   同比(%)   目标
规上工业总产值       亿元     281.3    312.6    11.1      310.0
固定资产投资         亿元     61.2     66.4     8.5       68.0
财政总收入           亿元     21.1     23.4     10.9      23.0

表2  2021年分片区情况
片区       规上工业总产值（亿元）   工业投资（亿元）
东埠片区   168.4                    18.3
芦汀片区   143.8                    12.7

精密轴承产业产值121.5亿元，增长9.8%；绿色建材产业产值84.6亿元，增长6.1%。
年末高新技术企业86家。
"""

SECOND = """# 柃湉经济开发区2022年工作总结

规上工业总产值346.8亿元，增长10.9%，未完成350亿元的目标；固定资产投资70.1亿元，增长5.6%，目标是增长8%。财政总收入24.9亿元，增长6.4%。
分片区看，东埠片区规上工业总产值181.2亿元，芦汀片区165.0亿元。
精密轴承产业产值133.2亿元，增长9.6%；绿色建材产业产值97.9亿元，增长15.7%。
骊珞轴承产值41.7亿元，列全区第一；畛合建材产值33.8亿元，列全区第二。
新认定高新技术企业23家，到期退出5家，年末高新技术企业104家。
珺垚电机项目总投资26亿元，3月9日开工，当年完成投资5.8亿元，累计完成投资9.4亿元。外贸进出口总额11.3亿元，下降7.2%。
精密轴承产业产值占全区38.4%，绿色建材产业产值占全区28.2%。

## 存在的主要问题

一是外贸承压。海外客户去库存、订单向东南亚转移，降幅较大。二是人才不足。
"""

OTHER = """# 蒗圩高新区2022年工作回眸

2022年，规上工业总产值298.4亿元，增长12.7%。财政总收入31.6亿元，增长4.8%。年末高新技术企业132家。新认定专精特新企业9家。

潮起风正劲，扬帆再出发。2023年是蒗圩高新区冲刺千亿园区的关键一年。全年目标已经敲定：规上工业总产值达到330亿元，实际利用外资1.1亿美元。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("rises"), FIRST, "first.txt", 柃湉2022=SECOND, 蒗圩2022=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("柃湉2021年工业投资，芦汀片区投了多少", "12.7亿元"), ("柃湉2020年财政总收入多少", "21.1亿元"), ("柃湉2021年固定资产投资目标多少", "68"),
])
def test_a_caption_over_a_table_drawn_with_spaces_is_no_row_of_it(zones: Assistant, question: str, said: str) -> None:
    assert said in last(zones, question)


@pytest.mark.parametrize(("question", "said"), [
    ("柃湉2022年精密轴承产业和绿色建材产业谁的产值增量最大", "绿色建材"),  # 13.3 against 11.7
    ("柃湉东埠片区、芦汀片区2022年比2021年规上工业总产值哪个增加得多，多增了多少？", "芦汀片区比东埠片区多8.4亿元"),
    ("柃湉2022年产值全区第二的企业是哪家", "畛合建材"),
    ("柃湉2022年年初高新技术企业有多少家", "86家"),
])
def test_rises_ranks_and_stocks_are_worked_out_of_what_is_printed(zones: Assistant, question: str, said: str) -> None:
    assert said in last(zones, question)


@pytest.mark.parametrize(("question", "said"), [
    ("柃湉2022年两个片区的规上产值加起来，跟全区总数对不对得上，差多少", "少0.6亿元"),
    ("柃湉2022年两个片区规上产值合计比全区少多少", "少0.6亿元"),
    ("柃湉2022年两个片区规上产值合计多少，占全区多少", "99.8%"),
])
def test_a_sum_is_set_against_the_printed_whole(zones: Assistant, question: str, said: str) -> None:
    text = last(zones, question)
    assert "346.2亿元" in text
    assert said in text


@pytest.mark.parametrize(("question", "said"), [
    ("22年规上产值柃湉、蒗圩哪边涨得猛，各涨几个点", ("蒗圩", "10.9%", "12.7%")),
    ("柃湉2022年轴承、建材这两块产值分别报了多少", ("133.2亿元", "97.9亿元")),
    ("柃湉2022年的精密轴承，产值比绿色建材还多多少", ("35.3亿元",)),
    ("柃湉2022年固投超过了年初定的8%，超了几个百分点", ("未完成目标", "2.4个百分点")),
    ("柃湉的珺垚项目，截至2022年底一共投进去多少", ("9.4亿元",)),
])
def test_what_is_asked_of_several_is_told_of_each(zones: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = last(zones, question)
    for one in said:
        assert one in text


@pytest.mark.parametrize("question", ["柃湉2022年外贸为啥往下走", "柃湉2022年外贸进出口为什么下降"])
def test_a_problem_named_in_a_few_words_is_explained_by_the_sentence_behind(zones: Assistant, question: str) -> None:
    assert "去库存" in last(zones, question)


def test_the_year_ahead_opens_behind_a_flourish(zones: Assistant) -> None:
    assert "1.1亿美元" in last(zones, "蒗圩2023年外资目标是多少")
    assert zones.ask("蒗圩2022年外资目标是多少").refused


@pytest.mark.parametrize("question", ["蒗圩2022年末专精特新企业有多少家", "蒗圩2022年专精特新企业累计多少家", "蒗圩2022年专精特新企业总共多少家"])
def test_what_one_year_added_is_not_all_there_are(zones: Assistant, question: str) -> None:
    answer = zones.ask(question)
    assert answer.refused
    assert "9家" in answer.text  # told as what it is


@pytest.mark.parametrize("question", ["上虞2022年财政总收入多少", "新昌2022年规上工业总产值是多少"])
def test_a_county_that_begins_as_other_words_do_is_a_place(zones: Assistant, question: str) -> None:
    assert zones.ask(question).refused


@pytest.mark.parametrize(("talk", "said"), [
    ("2022年柃湉和蒗圩谁的财政总收入高||它的高新技术企业有多少家", "132家"),
    ("柃湉2022年财政总收入多少||上年报告里是多少", "23.4亿元"),
    ("柃湉2022年规上工业总产值多少||年度目标完成没有，完成率是多少", "99.1%"),
    ("柃湉珺垚电机项目哪天开工的||总投资多少", "26亿元"), ("柃湉2022年精密轴承产业产值占全区多少||绿色建材产业的占比呢", "28.2%"),
])
def test_what_was_told_before_is_what_is_meant(zones: Assistant, talk: str, said: str) -> None:
    assert said in last(zones, talk)


@pytest.mark.parametrize(("text", "figure"), [
    ("战略性新兴产业产值61.2亿元，其中新型显示增速最快，增长26.3%。", ("", "新型显示", "增长26.3%", "完成")),
])
def test_the_growth_of_one_of_a_list_is_its_own(text: str, figure: tuple[str, str, str, str]) -> None:
    assert figure in told(text)


def test_a_year_looked_back_on_holds_through_its_paragraph() -> None:
    figures = read("2017年，全区规上工业总产值210亿元，增长8.1%。固定资产投资41亿元。\n规上工业总产值232亿元。")
    told_of = [(f.value_text, f.period.label if f.period else "") for f in figures]
    assert told_of == [("210亿元", "2017年"), ("41亿元", "2017年"), ("232亿元", "2018年")]


def test_a_sentence_goes_back_to_a_year_for_its_paragraph() -> None:
    back = "把镜头拉回到2017年。那一年，面对需求收缩和物流受阻的双重考验，开发区实现营业收入51.6亿元。年末高新技术企业12家。"
    text = f"{back}\n走进2018年，全年实现营业收入57.5亿元。"
    assert [(f.scope, f.value_text, f.period.label if f.period else "") for f in read(text)] == [
        ("", "51.6亿元", "2017年"), ("", "12家", "2017年"), ("", "57.5亿元", "2018年"),
    ]
