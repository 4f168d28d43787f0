"""Parts of a year that are asked for by everyday words, and the year beside a part of it, out of small reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Answer, Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

YEAR = """# 苇岸经济开发区2021年工作总结

2022年1月10日

全年规上工业总产值96.4亿元，增长5.2%（11月当月9.7亿元，创单月新高）。造船产业产值21.6亿元，下降1.4%。

三、四季度分别接待游客33.5万人次和28.1万人次。

欠薪企业降至9家。新建公租房3.1万平方米，累计18.6万平方米。

年初我们向市里承诺出口额12亿元，实际完成10.8亿元，没有兑现。

普通高中2所，在校学生0.4万人；小学6所，在校学生1.1万人。

单位能耗下降3.9%。
"""
HALF = """# 苇岸经济开发区2021年上半年工作总结

2021年7月12日

上半年，造船产业产值10.2亿元，下降6.3%。欠薪企业14家，比去年同期增加2家。单位能耗下降4.3%。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("periods"), tmp_path_factory.mktemp("periods-index")
    (reports / "苇岸2021.md").write_text(YEAR, "utf-8")
    (reports / "苇岸2021上半年.md").write_text(HALF, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(question)


@pytest.mark.parametrize("question", [
    "苇岸2021年末赶了一阵，11月规上工业总产值破了纪录，那个月做了多少？",
    "苇岸经开区2021年十一月规上工业总产值是多少",
])
def test_a_month_said_apart_from_its_year_is_what_is_asked_for(asked: Assistant, question: str) -> None:
    answer = ask(asked, question)
    assert "9.7亿元" in answer.text
    assert "96.4" not in answer.text


@pytest.mark.parametrize("question", [
    "上半年没什么人，苇岸到了2021年最后一个季度热闹起来，这一季接待了多少游客？",
    "2021年10到12月苇岸一共来了多少人次玩？",
    "苇岸2021年末季接待游客多少",
])
def test_the_last_quarter_is_asked_for_in_many_ways(asked: Assistant, question: str) -> None:
    answer = ask(asked, question)
    assert "28.1万人次" in answer.text
    assert "33.5" not in answer.text


@pytest.mark.parametrize("question", ["苇岸欠薪企业 2021年6月底和年底对比", "苇岸2021年欠薪企业年中多少家、年底多少家"])
def test_the_year_is_told_beside_its_half_in_the_order_of_time(asked: Assistant, question: str) -> None:
    text = ask(asked, question).text
    assert text.index("14家") < text.index("9家")


def test_a_fall_of_half_a_year_and_of_the_year_narrows_or_widens(asked: Assistant) -> None:
    answer = ask(asked, "从年中到年底，苇岸造船产业的降幅是扩大还是收窄了？2021年")
    assert all(said in answer.text for said in ("6.3%", "1.4%", "降幅收窄4.9个百分点"))


def test_by_the_end_of_a_year_and_in_all_asks_for_what_is_there(asked: Assistant) -> None:
    answer = ask(asked, "截至2021年底苇岸公租房总共建了多大面积")
    assert "18.6万平方米" in answer.text
    assert "截" not in answer.text


@pytest.mark.parametrize("question", ["苇岸2021年年初答应市里出口额要做到多少", "苇岸2021出口额年初承诺数"])
def test_a_promise_of_the_beginning_of_a_year_is_its_goal(asked: Assistant, question: str) -> None:
    answer = ask(asked, question)
    assert "12亿元" in answer.text
    assert not answer.refused


def test_pupils_of_a_kind_of_school_are_not_those_of_another(asked: Assistant) -> None:
    assert ask(asked, "苇岸2021年初中在校生有多少人").refused
    assert "1.1万人" in ask(asked, "苇岸2021年小学在校生有多少人").text


def test_how_two_falls_with_no_amount_differ_is_said_in_points(asked: Assistant) -> None:
    answer = ask(asked, "苇岸2021年上半年和全年单位能耗各降了多少，力度有什么变化")
    assert all(said in answer.text for said in ("4.3%", "3.9%", "降幅收窄0.4个百分点"))
