"""The forms in which an indicator, its growth and its goal are asked for every day: each is answered with the printed number."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

CHANGES = (
    "{}比上年增加了多少", "{}同比增长了多少", "{}涨了多少", "{}增速", "{}增幅多大", "{}变化情况", "{}增长百分之几",
    "{}是涨了还是跌了", "{}比去年怎么样", "{}较上年变化", "{}增减多少",
)
VALUES = (
    "{}有多少", "{}达到了多少", "{}做到多少了", "{}", "{}的数据", "请问{}多少啊", "{}实际是多少", "{}水平如何", "{}规模多大",
)
GOALS = ("{}目标是多少", "{}计划多少", "{}定了多少", "{}要达到多少", "{}奋斗目标")


@pytest.mark.parametrize(("asked", "forms", "number"), [
    ("槐渚2018年一般公共预算收入", CHANGES, "11.0%"),
    ("鲸浦2018年集装箱吞吐量", CHANGES, "13.8%"),
    ("鲸浦2017年限额以上批发零售业销售额", CHANGES, "7.3%"),
    ("槐渚2018年一般公共预算收入", VALUES, "6.35亿元"),
    ("霁岭2018年在孵企业", VALUES, "572家"),
    ("鲸浦2017年限额以上批发零售业销售额", VALUES, "54.6亿元"),
    ("鲸浦2019年高新技术企业", GOALS, "20家"),
])  # fmt: skip
def test_everyday_forms(nine: Assistant, asked: str, forms: tuple[str, ...], number: str) -> None:
    wrong = {form: said for form in forms if number not in (said := nine.ask(form.format(asked)).text)}
    assert not wrong


def test_the_year_before_divides_nothing(nine: Assistant) -> None:
    assert "÷" not in nine.ask("鲸浦2017年一般公共预算收入比上年增加了多少").text
    assert "÷" in nine.ask("槐渚2018年一般公共预算收入除以财政总收入等于多少").text


@pytest.mark.parametrize("form", [
    "2018年工业投资多少", "2018年工业投资", "2018年工业投资是多少", "工业投资占固投几成", "2018年工业投资比上年增加了多少",
    "how much was industrial investment in 2018",
])  # fmt: skip
def test_a_look_alike_answers_in_no_form(sample: Assistant, form: str) -> None:
    assert sample.ask(form).refused


def test_the_look_alike_is_told_as_what_it_is(sample: Assistant) -> None:
    assert "相近指标是嵊州开发区2018年工业有效投资：22.53亿元" in sample.ask("2018年工业投资多少").text


def assert_told(assistant: Assistant, asked: list[str], told: list[str]) -> None:
    """The last of the questions, asked in turn, is answered, with all of that."""
    talk = assistant.conversation()
    answer = [talk.ask(question) for question in asked][-1]
    assert not answer.refused, answer.text
    assert all(piece in answer.text for piece in told), answer.text


REPORT = """洑川经济开发区2021年工作总结
年末规模以上企业186家，全年新增27家、退库9家，净增18家；其中规上工业企业58家、规上服务业企业79家、限上商贸企业49家。
A级物流企业46家，其中5A级4家、4A级15家、3A级27家。本外币存款余额412.8亿元；贷款余额357.4亿元。
分园区看，城东园规上工业总产值148.7亿元，河西园规上工业总产值127.3亿元，江北园规上工业总产值74.6亿元。
新增三类医疗器械注册证13张，累计达到41张。供应土地2860亩。新签约产业项目38个，计划总投资124.6亿元。
芮锂科技一期8月26日投产。
主要打算：2022年新签约产业项目45个。芮锂科技二期10月底前投产。
"""
LATER = """# 洑川经济开发区2022年工作总结
2022年，供应土地2315亩，下降19.1%。2021年末规模以上企业由186家调整为183家。贷款余额398.2亿元。
"""


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("everyday"), REPORT, "fuchuan_2021.txt", fuchuan_2022=LATER) as found:
        yield found


@pytest.mark.parametrize(("asked", "told"), [
    (["洑川2021年末规上企业有多少家"], ["186家"]),
    (["洑川2021年末规上企业有多少家", "这个数后来是不是调过，调成多少家了"], ["183家"]),
    (["洑川2021年4A级物流企业有几家"], ["15家"]),
    (["2021年末洑川的存贷比（贷款余额除以存款余额）大概是多少"], ["86.6%"]),
    (["把洑川2021年每个园区的规上工业总产值列给我"], ["148.7亿元", "127.3亿元", "74.6亿元"]),
    (["洑川21年新拿到的三类医疗器械注册证有多少张"], ["13张"]),
    (["洑川供地从21年到22年是扩大了还是收缩了，各供了多少亩"], ["2860亩", "2315亩", "减少"]),
    (["洑川2021年新签了多少产业项目", "计划总投资多少", "22年打算签多少个"], ["45个"]),
    (["洑川2021年芮锂科技二期什么时候投产"], ["10月底"]),
])  # fmt: skip
def test_told(parks: Assistant, asked: list[str], told: list[str]) -> None:
    assert_told(parks, asked, told)


@pytest.mark.parametrize(("question", "first"), [("规上产值排名", "鲸浦"), ("三个区2018年固投增速排名", "槐渚")])
def test_zones_are_ranked(nine: Assistant, question: str, first: str) -> None:
    text = nine.ask(question).text
    assert text.split("从高到低：")[1].startswith(first), text


def test_a_sum_told_just_before_has_a_share(nine: Assistant) -> None:
    talk = nine.conversation()
    for question in ("槐渚2018年财政总收入多少", "一般公共预算收入呢", "两个加起来"):
        talk.ask(question)
    assert "10.6%" in talk.ask("占规上产值多少").text


BULLETIN = """沃岭边境经济合作区2015年公报
2015年，接待游客118.3万人次，增长14.6%。年末规模以上工业企业29户。其中出口24.9亿元，增长16.4%；进口43.8亿元，下降12.9%。
口岸进口145.7万吨，出口38.2万吨。全市PM2.5平均浓度52微克/立方米，下降10.3%。
高新技术企业去年新增21家、退出12家，净增9家，年末总数141家。
"""
PLAN = """# 沃岭边境经济合作区2017年工作要点
## 一、2016年1—11月工作回顾
1—11月，接待游客124.7万人次，增长11.3%。规模以上工业企业33户。跨境物流园二期总投资3.6亿元，6月20日开工，累计完成投资1.9亿元。
国际客运站10月18日投入使用，最终投资1.04亿元，超出概算1200万元。
## 二、2017年工作要点
接待游客150万人次。
"""


@pytest.fixture(scope="module")
def border(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("border"), BULLETIN, "woling_2015.txt", woling_2017=PLAN) as found:
        yield found


@pytest.mark.parametrize(("asked", "told"), [
    (["沃岭接待游客多少万人次"], ["默认按", "124.7万人次"]),
    (["沃岭2016年规上工业企业多少户"], ["33户"]),
    (["沃岭2016年国际客运站最终投资多少"], ["1.04亿元"]),
    (["沃岭那个国际客运站，最后到底花了多少投资？我记得概算没打住"], ["1.04亿元"]),
    (["沃岭跨境物流园二期总投资多少", "什么时候开工的", "到11月底已经投了多少"], ["1.9亿元"]),
    (["沃岭2015年高新技术企业有多少家"], ["141家"]),
    (["沃岭2015年PM2.5平均浓度是多少，全市的"], ["52微克"]),
])  # fmt: skip
def test_told_of_the_border(border: Assistant, asked: list[str], told: list[str]) -> None:
    assert_told(border, asked, told)


@pytest.mark.parametrize("question", ["沃岭自己区里2015年PM2.5平均浓度是多少", "沃岭本区2015年PM2.5平均浓度", "沃岭2016年接待游客多少万人次"])
def test_neither_the_city_nor_some_months_stand_for_what_is_asked(border: Assistant, question: str) -> None:
    assert border.ask(question).refused
