"""The form wanted of an answer (a table, a list) is no part of what is asked; what is listed is each told, or said to be missing."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.listed import listed_alone
from assistant.presenting import without_form
from assistant.records import VerdictKind
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period

KNOWN = Understanding(ZoneDirectory(["松河经济开发区", "柏溪高新技术产业开发区"]), latest=Period.year(2022))


@pytest.mark.parametrize(("text", "plain"), [
    ("松河2021、2022年固定资产投资，做成表格", "松河2021、2022年固定资产投资"),
    ("用表格列出松河2021年税收和固定资产投资", "松河2021年税收和固定资产投资"),
    ("把两个区2021年的固定资产投资列出来", "两个区2021年的固定资产投资"),
    ("列出松河2021到2022年规上工业总产值", "松河2021到2022年规上工业总产值"),
    ("列出松河2021年六大工程", "列出松河2021年六大工程"), ("列一下松河2021年税收上千万的企业", "列一下松河2021年税收上千万的企业"),
    ("松河2021年负面清单表修订了几次", "松河2021年负面清单表修订了几次"),
])
def test_without_form(text: str, plain: str) -> None:
    assert without_form(text, KNOWN) == plain


@pytest.mark.parametrize(("text", "names"), [
    ("松河2021年规划面积和固定资产投资是多少", ["规划面积", "固定资产投资"]),
    ("松河2021年上半年税收、用电量和进出口分别增长多少", ["税收", "用电量", "进出口"]),
    ("松河2021年税收占财政收入的比重和用电量各是多少", ["税收占财政收入的比重", "用电量"]),
    ("松河2021年签约项目数和总投资", []), ("松河2021年出口和进口差多少", []), ("松河2021年甲厂和乙厂两个项目合计多少", []),
])
def test_listed(text: str, names: list[str]) -> None:
    found = listed_alone(text, KNOWN)
    assert [name for name, _ in found] == names
    assert all(question.startswith("松河2021年") and name in question for name, question in found)


@pytest.mark.parametrize(("text", "told"), [
    ("槐渚三年的规上工业总产值做个表", ["142.6亿元", "161.3亿元", "158.9亿元"]),
    ("三个区历年固投", ["31.5亿元", "36.2亿元", "39.1亿元", "50.9亿元", "58.4亿元", "168.5亿元"]),
    ("槐渚、霁岭2018年财政收入和固投", ["10.78亿元", "14.27亿元", "36.2亿元", "58.4亿元"]),
    ("鲸浦2017、2018年财政收入和固投", ["78.6亿元", "86.3亿元", "168.5亿元", "181.2亿元"]),
    ("列一下霁岭2017和2018年的主要指标", ["231.8亿元", "262.4亿元", "50.9亿元", "58.4亿元"]),
    ("对比一下槐渚和景浦2018年的主要指标", ["按同音的“鲸浦经济技术开发区”理解", "36.2亿元", "181.2亿元"]),
])
def test_told(nine: Assistant, text: str, told: list[str]) -> None:
    said = nine.ask(text).text
    assert all(piece in said for piece in told), said


def test_a_missing_member_is_said(nine: Assistant) -> None:
    said = nine.ask("槐渚2018年固定资产投资和旅游收入分别是多少").text
    assert "36.2亿元" in said
    assert "没有槐渚经济开发区2018年“旅游收入”" in said


def test_what_was_told_is_told_again(nine: Assistant) -> None:
    talk = nine.conversation()
    for question in ("槐渚2018年财政收入", "2019年呢"):
        talk.ask(question)
    again = talk.ask("两年都列出来").text
    assert "10.78亿元" in again
    assert "11.52亿元" in again
    assert "6.35亿元" not in again  # 一般公共预算收入, told with the second


def test_after_an_overview_a_number_is_a_number(sample: Assistant) -> None:
    talk = sample.conversation()
    talk.ask("列个表：2018年主要指标")
    both = talk.ask("今年和去年的财政收入")
    more = talk.ask("和2017年比，财政收入增加了多少")
    assert "12.8亿元" in both.text
    assert "推算" in both.text  # of 2017, by the growth of 2018
    assert "1.1亿元" in more.text
    assert not [v for answer in (both, more) for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]


@pytest.mark.parametrize("question", ["开发区有多少家企业", "2018年企业有多少"])
def test_some_firms_are_not_all_of_them(sample: Assistant, question: str) -> None:
    assert sample.ask(question).refused
