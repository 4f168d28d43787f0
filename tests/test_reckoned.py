"""What has to be reckoned: each of several, what is left, what a goal needs, shares that moved, sets of numbers just told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive.drafting import REFUSAL
from assistant.remarks import unhinted
from tests.conftest import over

FIRST = """云澜经济开发区2020年工作总结

一、2020年工作回顾
规上工业总产值420亿元，增长6.2%，其中装备制造产值147亿元。新签约项目60个，协议投资180亿元，到年底动工36个。
规上企业年末120家。标准厂房竣工12万平方米、86栋，出租率80%。固定资产投资96亿元，增长5.1%。旅客吞吐量42万人次，比上年多2万人次。
查获走私案件24起，案值960万元。争取上级补助1.2亿元。一般公共预算收入10.5亿元，增长4.2%。
玄岳轴承项目：全年完成投资6亿元，累计9亿元。总投资16亿元的玄岳轴承项目计划后年投产。

二、2021年工作打算
一般公共预算收入增长8%。力争到2023年规上工业总产值达到600亿元。
"""
SECOND = """云澜经济开发区2021年工作总结

一、2021年工作回顾
规上工业总产值450亿元，增长7.1%，其中装备制造产值153亿元。新签约项目50个，协议投资160亿元，到年底动工40个。
年末在库规上企业133家，当年新增17家。标准厂房竣工9万平方米、64栋，出租率84%。固定资产投资99亿元，增长3.1%。
税收收入9.6亿元，增长10.2%，剔除上年留抵退税的低基数影响，实际增长1.5%；一般公共预算收入11.6亿元，增长10.5%。
三个片区中，东片区税收4.1亿元，西片区税收3.2亿元，北片区税收2.3亿元。
保安桥边的老茶馆翻修后重新开张，茶客坐满了二十张桌子。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("reckoned"), FIRST, yunlan_2021=SECOND) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("云澜2020年、2021年签下的项目，到年底没动工的各剩几个", ("24个", "10个")),
    ("云澜签约项目平均每个协议投资多少？2020、2021两年各算一个", ("3亿元", "3.2亿元")),
    ("装备制造占云澜规上工业总产值的比重，2021年比2020年掉了几个百分点", ("35%", "34%", "1个百分点")),
    ("云澜固定资产投资增速2021年比上年是快了还是慢了", ("放慢2个百分点",)),
    ("云澜2020年查获走私案件，平均一起案子的案值多少万", ("40万元",)),
    ("云澜2020年标准厂房平均每栋多少平方米", ("1395.35平方米",)),
    ("云澜2020年上级给了多少补助", ("1.2亿元",)),
    ("云澜2021年园区有多少家规上企业", ("133家",)),
    ("云澜2021年一般公共预算收入多少", ("11.6亿元",)),
    ("2020年底，云澜那个玄岳轴承项目，总投资里还有多少亿没投进去", ("7亿元",)),
    ("云澜规上工业总产值从2021年实际完成的数起算，到2023年的目标年均得增长百分之几", ("15.5%",)),
    ("云澜2021年一般公共预算收入想达标，至少得做到多少亿元", ("11.34亿元",)),
    ("云澜2019年旅客吞吐量是多少？当年没报，看后一年的能不能推出来", ("40万人次",)),
    ("云澜没直接给2019年固定资产投资，拿2020年的数和增速倒算是多少亿", ("91亿元",)),
    ("云澜固投2020年涨了不少，那没涨的时候，就是2019年，是多少", ("91亿元",)),
    ("云澜2020年固投跟前一年比实打实多掏了几个亿", ("多约5亿元",)),
    ("按2021年目标，云澜一般公共预算收入要比2020年多收几个亿", ("0.84亿元",)),
])  # fmt: skip
def test_it_is_worked_out(zone: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(number in answer.text for number in said), answer.text


@pytest.mark.parametrize(("turns", "said"), [
    (("云澜2021年规上工业总产值多少", "固定资产投资呢", "那这两个差多少"), ("351亿元",)),
    (("云澜2021年一般公共预算收入多少", "头一年是多少，多了多少亿"), ("10.5亿元", "1.1亿元")),
    (("云澜2021年东片区税收多少", "另外两个片区各是多少"), ("3.2亿元", "2.3亿元")),
    (("云澜2021年东片区税收多少", "另外两个片区加起来比它多多少"), ("5.5亿元", "1.4亿元")),
])  # fmt: skip
def test_numbers_just_told_are_set_against_each_other(zone: Assistant, turns: tuple[str, ...], said: tuple[str, ...]) -> None:
    conversation = zone.conversation()
    for turn in turns[:-1]:
        conversation.ask(turn)
    answer = conversation.ask(turns[-1])
    assert all(number in answer.text for number in said), answer.text


def test_one_years_growth_alone_says_which_is_missing(zone: Assistant) -> None:
    answer = zone.ask("云澜2020年固定资产投资增速比上一年快了还是慢了")
    assert "增长5.1%" in answer.text
    assert "没有写2019年的增速" in answer.text


def test_a_refusal_quotes_what_is_nearest_to_the_whole_question(zone: Assistant) -> None:
    answer = zone.ask("云澜2021年桥头那家喝茶的铺子哪一年盖的")
    assert answer.refused
    assert answer.text.startswith(REFUSAL)
    assert any("茶馆" in c.quote for c in answer.citations)


@pytest.mark.parametrize(("text", "plain"), [
    ("云澜2015年到位资金的任务报告没明写，从完成的比例推一下是多少", "推算云澜2015年到位资金的任务，是多少"),
    ("云澜2021年年初有多少家高企？讲话里只有年底数和当年进出的家数", "云澜2021年年初有多少家高企？"),
    ("云澜没直接给2019年固定资产投资，拿2020年的数和增速倒算是多少亿", "推算云澜2019年固定资产投资，是多少亿"),
    ("报告没有直接给出云澜2019年的税收收入，若按2020年的数额和降幅倒推，大约是多少", "推算云澜2019年的税收收入，大约是多少"),
    ("云澜2019年固投没直接写，用2020年的数倒算一下", "推算云澜2019年固投是多少"),
    ("云澜2019年固定资产投资我手头没有，从玄岳那份里头能不能倒出来？倒出来是多少", "推算云澜2019年固定资产投资，是多少"),
    ("云澜税收2021年往下掉了，那没掉的时候，就是2020年，是多少", "推算云澜税收2020年，是多少"),
    ("云澜2022年固定资产投资要达到多少亿，按目标增速", "推算云澜2022年固定资产投资要达到多少亿"),
])  # fmt: skip
def test_remarks_on_how_it_may_be_found_are_left_out(zone: Assistant, text: str, plain: str) -> None:
    assert unhinted(text, zone.facts.understanding())[0] == plain


@pytest.mark.parametrize("text", [
    "云澜2022年外资任务最后完成没有？目标和实际都要",
    "按常住人口算，云澜2018年人均GDP多少",
    "云澜那个减速器技改，总共要投多少、2021年实际投了多少？",
    "云澜货运量，拿两年报告各自的数算，2021年涨多少",
    "云澜没给企业发补贴的有几家",
    "照2020年定的增速，云澜固投当年得干到多少亿",
    "云澜2024年固定资产投资按8%的目标增长，要比2023年多投多少亿",
])  # fmt: skip
def test_what_says_how_it_is_meant_is_no_such_remark(zone: Assistant, text: str) -> None:
    assert not unhinted(text, zone.facts.understanding())


ALONE = """砚川高新技术产业开发区2022年工作总结

一、2022年工作回顾
一般公共预算收入24.6亿元，增长5.2%，税收占一般公共预算收入的比重为85.5%。接待游客438万人次，增长12.1%。
全年空气质量优良天数300天，PM2.5平均浓度35微克/立方米。新登记市场主体5110户，增长6.3%。
天使投资基金规模6亿元，全年投资项目14个、1.3亿元，累计投资项目39个、2.9亿元。
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("alone"), ALONE) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("砚川2022年一般公共预算收入里非税有几个亿", "3.57亿元"),
    ("砚川2022年非税占一般公共预算收入百分之几", "14.5%"),
    ("砚川2022年优良天数比例是百分之几", "82.2%"),
    ("砚川2022年平均每天新登记市场主体多少户", "14户"),
    ("砚川2022年平均每天接待多少游客", "1.2万人次"),
    ("砚川天使投资基金到2021年底累计投了多少亿", "1.6亿元"),
    ("砚川天使投资基金2021年底累计投资项目多少个", "25个"),
])  # fmt: skip
def test_it_follows_from_one_number_more(alone: Assistant, question: str, said: str) -> None:
    answer = alone.ask(question)
    assert not answer.refused
    assert said in answer.text, answer.text
