"""The other end of a group after the one was told, who runs in front, whom 这个人 is of, and the university that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

PARKS = """# 鹄汀高新技术产业开发区2021年工作总结

一、2021年工作回顾
全年实现营业总收入806.3亿元，同比增长15.4%，其中月塘园、芦汊园、栗坡园分别为341.7亿元、276.2亿元、188.4亿元，分别增长12.8%、21.3%和12.1%。
晗曜光电工会主席闵若溪4月荣获全国五一劳动奖章。会同银行开展“金融进园区”活动，为136家企业新增授信21.5亿元。
5月27日，鹄汀生物医药创新研究院挂牌，该院由管委会与嶷山医科大学联合组建，五年计划投入3亿元。研究院专利转化率18.5%。

二、存在问题
创新成果转化不畅，研究院人才引进偏慢。
"""


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parks"), PARKS, "鹄汀2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "first"), [
    ("鹄汀2021年哪个园区营业总收入增速最高||谁最低", "栗坡园增速最低"),
    ("鹄汀2021年哪个园区营业总收入增速最高||谁最低||哪个最多", "月塘园最高"),
    ("鹄汀2021年哪个园区营业总收入最高||谁最低||哪个增速最高", "芦汊园增速最高"),
    ("鹄汀三个园区2021年营业总收入各是多少||论涨幅谁跑在最前头", "芦汊园增速最高"),
])
def test_the_other_end_is_looked_for_among_all_of_them(parks: Assistant, talk: str, first: str) -> None:
    assert last(parks, talk).startswith(first)


def test_that_person_is_the_one_just_named(parks: Assistant) -> None:
    told = last(parks, "鹄汀2021年谁拿了全国五一劳动奖章||这个人在哪家企业、担任什么职务")
    assert "闵若溪" in told
    assert "136家" not in told


@pytest.mark.parametrize("question", ["跟鹄汀管委会一块儿办研究院的是哪所大学呀？", "鹄汀管委会和哪所高校共建了研究院"])
def test_a_university_is_answered_by_a_sentence_that_names_one(parks: Assistant, question: str) -> None:
    assert "嶷山医科大学" in parks.ask(question).text


NORTH = """# 椒北经济开发区2021年工作总结

全年固定资产投资36.2亿元，增长14.9%；财政总收入10.78亿元，增长9.6%，一般公共预算收入6.35亿元，增长11.0%。
"""
SOUTH = """# 椒南高新技术产业开发区2021年工作总结

全年固定资产投资58.4亿元，增长14.7%；一般公共预算收入14.27亿元，增长15.5%。
"""
EAST = """# 椒东经济开发区2021年工作总结

全年固定资产投资181.2亿元，增长7.5%；财政总收入86.3亿元，增长9.8%，一般公共预算收入42.1亿元，增长9.1%。引进市外资金17.5亿元。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("zones"), NORTH, "椒北2021.md", 椒南2021=SOUTH, 椒东2021=EAST) as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "first"), [
    ("椒南2021年固定资产投资比第一名少多少", "少122.8亿元"),
    ("椒南2021年固定资产投资增速比最高的低几个百分点", "低0.2个百分点"),
    ("椒东2021年固定资产投资比第一名少多少", "它就是最高的"),
    ("各区2021年固定资产投资排名||第二名是谁||比第一名少多少", "少122.8亿元"),
    ("各区2021年固定资产投资排名||椒南比第一名少多少||比垫底的多多少", "多22.2亿元"),
    ("2021年哪个区财政收入最高||谁最低||椒南比第一名少多少", "少27.83亿元"),
    ("椒南2021年固定资产投资多少||它的财政收入呢", "14.27亿元"),
    ("椒南2021年固定资产投资多少||那个跟一般公共预算收入差多少", "多44.13亿元"),
    ("椒东2021年固投比椒南多多少||那财政收入呢", "多27.83亿元"),
    ("椒东2021年固投多少||比椒南多多少||那财政收入呢", "多27.83亿元"),
])
def test_one_zone_against_the_first_of_all(zones: Assistant, talk: str, first: str) -> None:
    assert last(zones, talk).startswith(first)


def test_one_word_for_two_indicators_is_the_same_of_each_zone(zones: Assistant) -> None:
    told = zones.ask("2021年各区财政收入从高到低排一下").text
    assert all(said in told for said in ("42.1亿元", "14.27亿元", "6.35亿元"))
    assert "86.3" not in told


def test_what_a_refused_question_asked_of_is_no_other_zones(zones: Assistant) -> None:
    assert "椒北" not in last(zones, "椒东2021年引进了多少项目||总投资多少")
