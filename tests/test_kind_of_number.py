"""What is told is of the kind that was asked for: points, per cent, square metres, of that size; rows of tables by their own names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive.measured import of_another_kind
from assistant.records import Draft, Statement
from tests.conftest import over

REPORT = """# 榉湾经济开发区2019年工作总结

## 一、2019年工作回顾

全年进出口总额64.8亿元，增长9.1%，其中出口50.2亿元、进口14.6亿元，分别增长12.4%和3.2%。
专利授权1,250件，其中发明专利授权210件。规上工业企业年末达到231家，其中产值超10亿元的八家、超50亿元的三家。
安置房竣工980套、11.2万平方米。规上工业企业产值增长8.4%，利润总额42.6亿元，下降5.1%，主要是原料涨价推高了成本。
研发经费支出18.3亿元，增长15.6%。固定资产投资95.4亿元，增长10.2%。

| 序号 | 项目名称 | 所在园区 | 总投资（亿元） | 用地（亩） |
|---|---|---|---|---|
| 1 | 岚翊碳纤维产线 | 东岑园 | 23.5 | 210 |
| 2 | 沐衡医疗影像基地 | 西堑园 | 11.8 | 95 |
| 3 | 旻川减速器工厂 | 东岑园 | 7.6 | 64 |

## 二、2020年目标

固定资产投资增长9%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("kinds"), REPORT, "榉湾2019.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told", "another"),
    [
        ("出口跑得比进口快多少个点", "多35.6亿元", True),
        ("出口跑得比进口快多少个点", "高9.2个百分点", False),
        ("出口涨了几个点", "同比增长12.4%", False),
        ("发明专利分量几何（%）", "1,250件", True),
        ("安置房一套多少个平方", "980套", True),
        ("规上工业收了几个亿", "3.2亿元", False),
        ("出口几个亿美元", "1.2亿美元", False),
        ("产值顶几个西堑园", "是2.3倍", False),
        ("贷了多少款", "3.1亿元", False),
        ("里面的几个主导产业各增长多少", "增长5%", False),
        ("固投是多少", "95.4亿元", False),
        ("平均每个多少亿", "平均22个：28个、16个。", True),
        ("占2022年目标几成", "20亿元（目标）。", True),
        ("完成了目标的几成", "93.1%（18.62 ÷ 20）。", False),
        ("快递业务量多少亿", "1.2亿件。", False),
        ("亿元以上项目投资多少亿", "37.6亿元（28个项目）。", False),
    ],
)
def test_an_answer_of_another_kind_is_seen(question: str, told: str, another: bool) -> None:
    assert of_another_kind(question, Draft((Statement(told),))) is another


def test_an_answer_of_another_kind_is_not_given(zone: Assistant) -> None:
    answer = zone.ask("榉湾2019年竣工的安置房一套多少个平方？")
    assert answer.refused or "平方米" in answer.text
    assert "9.2个百分点" in zone.ask("榉湾2019年出口跑得比进口快多少个点").text


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("榉湾2019年产值过50亿的规上工业企业有几家", "三家", "八家"),
        ("榉湾2019年产值超10亿元的规上工业企业有多少家", "八家", "三家"),
    ],
)
def test_firms_of_one_size_are_not_those_of_another(zone: Assistant, question: str, told: str, not_told: str) -> None:
    text = zone.ask(question).text
    assert told in text
    assert not_told not in text


def test_a_size_that_no_report_tells_of_is_refused(zone: Assistant) -> None:
    assert zone.ask("榉湾2019年产值超30亿元的规上工业企业有几家").refused


def test_of_a_whole_just_told_the_part_of_that_size_is_told(zone: Assistant) -> None:
    talk = zone.conversation()
    talk.ask("榉湾2019年末规上工业企业有多少家？")
    text = talk.ask("里头产值过50亿的有几家").text
    assert "三家" in text
    assert "八家" not in text


@pytest.mark.parametrize(("name", "invested", "land"), [("岚翊碳纤维产线", "23.5亿元", "210亩"), ("旻川减速器工厂", "7.6亿元", "64亩")])
def test_a_row_is_of_its_project_not_of_the_place_in_the_next_column(zone: Assistant, name: str, invested: str, land: str) -> None:
    assert invested in zone.ask(f"榉湾{name}总投资多少").text
    assert land in zone.ask(f"榉湾{name}用地多少亩").text


def test_what_rose_and_what_fell_in_one_question_are_each_taken_at_its_word(zone: Assistant) -> None:
    text = zone.ask("榉湾2019年规上工业企业产值涨了，利润总额反而跌了，原因是什么").text
    assert "原料涨价" in text
    assert "并没有" not in text


@pytest.mark.parametrize("lead", ["想确认", "想核实", "我们想了解"])
def test_what_one_wants_to_know_is_no_goal(zone: Assistant, lead: str) -> None:
    assert "11.8亿元" in zone.ask(f"{lead}榉湾沐衡医疗影像基地的总投资规模").text


@pytest.mark.parametrize("lead", ["只要", "只看", "只算"])
def test_only_a_zone_is_that_zone(zone: Assistant, lead: str) -> None:
    assert "50.2亿元" in zone.ask(f"榉湾2019年出口多少？{lead}开发区的").text
