"""Unit costs, how long was built, what a goal needs, places by two years, parts by name, other industries, restated bases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.records import Status
from tests.conftest import last, over

EARLIER = """# 浔碶经济开发区2022年工作总结

全年完成规上工业总产值260亿元，同比增长6.0%。进出口总额40亿元，其中出口31亿元。
分片区看，浔东、浔西、浔北三个片区分别完成规上工业总产值120亿元、90亿元、50亿元。
一般公共预算收入12亿元，其中税收收入9.6亿元。年末高新技术企业80家。
骊澄电机项目总投资10亿元，3月18日开工，当年完成投资4亿元。
城镇登记失业率2.6%，PM2.5平均浓度36微克/立方米，土地报批900亩，在全省开发区综合考评中列第15位。

2023年主要目标：规上工业总产值增长8%；固定资产投资60亿元，其中工业投资42亿元；新签约亿元以上项目20个，实施亿元以上项目40个。
"""
NOW = """# 浔碶经济开发区2023年工作总结

全年完成规上工业总产值280亿元，按可比口径同比增长8.3%（上年数经统计部门核定调整为258.5亿元）。其中轴承制造产业实现产值110亿元，同比增长10.9%；
家用纺织产业实现产值80亿元，同比增长4.5%；绿色食品产业实现产值40亿元，同比增长5.8%。三大主导产业合计实现产值230亿元。
浔东、浔西、浔北三个片区分别完成规上工业总产值125亿元、99亿元、56亿元。
固定资产投资63亿元，增长9.2%，其中工业投资40.5亿元，增长7.1%。进出口总额44亿元，其中出口33.5亿元。
新签约项目30个，其中亿元以上项目18个，实施亿元以上项目42个。
一般公共预算收入13亿元，其中税收收入10.66亿元。年末高新技术企业92家，规上工业企业160家。
骊澄电机项目9月20日投产。澄湖大道全长4公里，总投资3.2亿元，12月通车。
浔南园工业投资15.5亿元，浔港园工业投资25亿元。
城镇登记失业率2.9%，PM2.5平均浓度33微克/立方米，土地报批760亩，在全省开发区综合考评中列第12位。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("reckoned"), NOW, "浔碶2023.md", 浔碶2022=EARLIER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("澄湖大道修一公里要花多少钱", "每公里约0.8亿元"), ("骊澄电机项目从开工到投产用了多久", "18个月"),
    ("2023年其他产业产值是多少", "50亿元"), ("2023年税收占比是多少", "82%"), ("2023年税收占比提高了几个点", "2个百分点"),
    ("2023年轴承制造产业占规上产值的比重", "39.3%"),
    ("2023年三个片区产值哪个增长最快", "浔北增速最高"), ("2023年哪个片区产值增速最低", "浔东增速最低"), ("2023年哪个片区增长最快", "浔北增速最高"),
    ("2023年三大主导产业产值合计是多少", "230亿元"), ("2023年三个片区产值合计是多少", "280亿元"),
    ("2023年进口比上年增加多少", "1.5亿元"), ("2023年进口增长多少", "16.7%"),
    ("2023年工业投资目标是多少，差多少", "差1.5亿元"), ("2023年固定资产投资目标超了百分之几", "5%"),
    ("2023年新签约亿元以上项目完成目标没有", "目标20个，差2个"), ("2023年实施亿元以上项目完成目标没有", "目标40个，超出2个"),
    ("2023年规上产值目标要增加多少亿元", "20.8亿元"),
])
def test_what_follows_from_the_reports_is_reckoned(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert told in answer.text
    assert not answer.refused


@pytest.mark.parametrize(("question", "told"), [
    ("规上工业总产值增速有没有加快？加快了几个点", "6.0%"), ("规上工业总产值增速加快了吗", "提高2.3个百分点"),
    ("规上工业总产值增长势头是减弱了还是增强了", "提高2.3个百分点"), ("2023年规上工业总产值增速变化", "提高2.3个百分点"),
    ("登记失业率升了还是降了", "提高0.3个百分点"), ("2023年失业率有没有上升", "提高0.3个百分点"), ("失业率上升了几个点", "2.6%"),
    ("土地报批2023年少了多少亩", "减少140亩"), ("土地报批从多少降到多少", "900亩"), ("PM2.5下降了多少微克", "减少3微克"),
    ("在全省的排名是不是往前挪了？挪了几位", "前移3位"), ("全省排名这两年怎么变的", "第15位"), ("高企数量增加了几家", "增加12家"),
])
def test_how_something_moved_is_told_by_both_years_where_one_or_none_is_named(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert told in answer.text
    assert not answer.refused


@pytest.mark.parametrize("question", ["规上工业总产值增长了多少", "固定资产投资是涨了还是跌了"])
def test_growth_that_is_printed_is_told_as_printed(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert "同比增长8.3%" in answer.text or "增长9.2%" in answer.text
    assert "从2022年" not in answer.text


@pytest.mark.parametrize(("question", "told"), [
    ("浔东、浔西、浔北三个片区2023年谁的规上工业总产值低", "浔北"), ("失业率哪年低", "2022年最低"), ("PM2.5哪年更低", "2023年最低"),
    ("2022年和2023年规上工业总产值哪年增得慢", "2022年增速最低"),
    ("2023年规上工业总产值跟2022年比差多远", "多20亿元"),
])
def test_the_less_of_them_is_named_where_the_less_is_asked_for(zone: Assistant, question: str, told: str) -> None:
    assert told in zone.ask(question).text.split("。")[0]


@pytest.mark.parametrize(("question", "told"), [
    ("浔南园和浔港园2023年工业投资各多少", ("浔南园工业投资15.5亿元", "浔港园工业投资25亿元")),
    ("浔港园、浔南园2023年工业投资合计是多少", ("40.5亿元", "25 + 15.5")),
    ("浔南园和浔港园2023年工业投资各占多少", ("38.3%", "61.7%")),
    ("2023年规上产值是多少，民生支出增长多少", ("280亿元", "报告中没有")),
])
def test_each_that_is_named_is_told(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = zone.ask(question).text
    assert all(t in text for t in told)


def test_parts_are_told_in_the_order_asked(zone: Assistant) -> None:
    text = zone.ask("浔港园和浔南园2023年工业投资各多少").text
    assert 0 <= text.index("浔港园") < text.index("浔南园")


def test_a_growth_in_points_is_the_printed_one(zone: Assistant) -> None:
    assert "8.3%" in zone.ask("2023年规上产值比上年涨了几个点").text


@pytest.mark.parametrize("question", ["2023年三大主导产业税收合计是多少", "2023年各片区财政收入哪个增长最快", "澄江路修一公里要花多少钱"])
def test_what_follows_from_nothing_is_refused(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


def test_a_follow_up_takes_the_whole_it_is_of(zone: Assistant) -> None:
    assert "82%" in last(zone, "2023年一般公共预算收入是多少||其中税收占比多少")


def test_an_adjusted_base_is_the_year_before_told_anew(zone: Assistant) -> None:
    told = [(f.indicator, f.scope, f.status) for f in zone.facts.figures(zone.facts.zones.zones) if f.value_text == "258.5亿元"]
    assert told == [("规上工业总产值", "调整后", Status.DONE)]


def test_a_question_complete_by_itself_takes_no_indicator_from_before(zone: Assistant) -> None:
    assert "浔北增速最高" in last(zone, "2023年进口是多少||浔碶2023年哪个片区增长最快")


def test_a_place_is_asked_of_in_the_zone_that_has_it(tmp_path: Path) -> None:
    other = "# 汩岑高新区2023年工作总结\n\n全年完成工业投资20亿元，同比增长4%。\n"
    with over(tmp_path, NOW, "浔碶2023.md", 汩岑2023=other) as both:
        talk = both.conversation()
        assert "20亿元" in talk.ask("汩岑2023年工业投资是多少").text
        assert "15.5亿元" in talk.ask("浔南园2023年工业投资是多少").text
        assert "38.3%" in talk.ask("它占全区多少").text


@pytest.mark.parametrize("asked", ["它占固定资产投资多少", "这个占固定资产投资的比重是多少", "占固定资产投资多少"])
def test_what_was_just_told_is_the_part_of_the_whole_that_is_named(zone: Assistant, asked: str) -> None:
    assert "64.3%" in last(zone, f"2023年工业投资是多少||{asked}")


def test_two_that_grew_alike_are_told_together(tmp_path: Path) -> None:
    alike = NOW.replace("125亿元、99亿元、56亿元", "126亿元、99亿元、55亿元")
    with over(tmp_path, alike, "浔碶2023.md", 浔碶2022=EARLIER) as assistant:
        assert "浔西、浔北增速最高" in assistant.ask("2023年三个片区产值哪个增长最快").text
