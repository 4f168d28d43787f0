"""What a question narrows by is said of the number itself: a word of the number beside it, or of none, makes it another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive.grounding import beside, own_words, unmet
from tests.conftest import over

REPORT = """# 汧岵经济开发区2022年工作总结

进出口总额48.6亿元，增长5.2%，其中出口31.4亿元，增长7.9%；跨境电商进出口额3.1亿元，增长22.6%。
全社会研发经费支出9.7亿元，增长11.4%。年末规上工业企业176家，规上工业利润总额21.8亿元，增长4.6%。
全年实施重点项目52个；新签约项目33个，协议总投资128.4亿元，其中亿元以上项目19个、10亿元以上项目2个。新增省级企业技术中心3家，累计11家。
汧岵智能阀门产业园项目总投资16亿元，当年完成投资5.4亿元，年内支付设备货款2.3亿元。
化解隐性债务2.6亿元。产业引导基金当年新增投资1.7亿元。落实知识产权质押融资1.9亿元。兑现惠企资金0.86亿元，其中“免申即享”资金占61%。
全年供应土地640亩，其中工业用地450亩；新建学校1所，新增学位980个；改造老旧小区7个，惠及居民1860户。
东汧污水处理厂扩建完成，日处理能力由3万吨提高到5万吨。市审计局指出的14个问题已整改13个。
一般公共预算收入10.2亿元，增长6.1%，占全市一般公共预算收入136亿元的7.5%。
银企对接促成贷款23.5亿元，增长18.2%，其中信用贷款6.8亿元。
新建标准厂房12.6万平方米，累计标准厂房58.3万平方米。
综合评价评出D类企业27家，占地1180亩。东汧污水处理厂二期日处理能力3万吨，首批复工企业14家。办理时限2.5个工作日。
规上纸制品企业18家。当年退出国家级专精特新“小巨人”企业2家。装备制造项目用地214亩。挂钩联系重点企业21家。减免国有房屋租金640万元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("narrows"), REPORT, "汧岵2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize("question", [
    "汧岵2022年对日本出口多少", "汧岵2022年跨境电商出口多少", "汧岵2022年机电产品出口额", "汧岵2022年规上工业企业研发费用是多少",
    "汧岵2022年企业研发经费支出多少", "汧岵2022年省重点项目几个", "汧岵2022年新签约亿元以上项目协议总投资多少",
    "汧岵2022年国家级企业技术中心累计几家", "汧岵2022年隐性债务余额多少", "汧岵2022年产业引导基金规模多大",
    "汧岵2022年商标质押融资多少", "汧岵2022年新建小学几所", "汧岵2022年新开工10亿元以上项目几个",
    "汧岵2022年新增幼儿园学位多少个", "汧岵2022年西岵污水处理厂日处理能力", "汧岵2022年巡察反馈问题整改了几个",
    "汧岵2022年京津冀新签约项目几个", "汧岵2022年化工兑现惠企资金多少", "汧岵2022年纺织企业新建标准厂房多少",
    "汧岵2022年A类企业有多少家", "汧岵2022年东汧污水处理厂五期日处理能力是多少",
    "汧岵2022年第二批复工企业有多少家",
    "汧岵2022年规下纸制品企业有多少家",
    "汧岵2022年当年退出区级专精特新小巨人企业有多少家", "汧岵2022年微型挂钩联系重点企业有多少家",
    "汧岵2022年内部转岗办理时限是多少", "汧岵2022年生物医药项目用地多少亩", "汧岵2022年减免集体房屋租金多少",
    "汧岵2022年县级挂钩联系重点企业有多少家",
])  # fmt: skip
def test_a_number_of_another_kind_is_none_of_what_is_asked(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(("question", "told"), [
    ("汧岵2022年出口多少", "31.4亿元"),
    ("汧岵2022年跨境电商进出口多少", "3.1亿元"),
    ("汧岵2022年规上工业利润多少", "21.8亿元"),
    ("汧岵2022年省级企业技术中心累计几家", "11家"),
    ("汧岵2022年亿元以上项目签了几个", "19个"),
    ("汧岵2022年化解隐性债务多少", "2.6亿元"),
    ("汧岵2022年工业用地供了多少亩", "450亩"),
    ("汧岵2022年审计指出的问题整改了几个", "13个"),
    ("汧岵2022年累计建成标准厂房多少", "58.3万平方米"),
    ("汧岵2022年免申即享资金多少", "0.86 × 61%"),
    ("汧岵2022年银企对接给企业促成了多少信用贷款", "6.8亿元"),
    ("汧岵2022年D类企业有多少家", "27家"),
    ("汧岵2022年东汧污水处理厂二期日处理能力是多少", "3万吨"),
    ("汧岵2022年第一批复工企业有多少家", "14家"),
    ("汧岵2022年全区办理时限是多少", "2.5个工作日"),
    ("汧岵2022年规模以上纸制品企业有多少家", "18家"),
    ("汧岵2022年装备制造项目用地多少亩", "214亩"),
])  # fmt: skip
def test_what_is_said_of_a_number_answers(zone: Assistant, question: str, told: str) -> None:
    assert told in zone.ask(question).text


def test_what_is_paid_is_told_of_no_investment(zone: Assistant) -> None:
    assert "5.4亿元（" not in zone.ask("汧岵智能阀门产业园项目2022年付了多少设备货款").text
    assert "7个（" not in zone.ask("汧岵2022年老旧小区改造惠及多少户").text


def test_a_budget_is_no_share_of_the_city(zone: Assistant) -> None:
    assert "×" not in zone.ask("汧岵2022年一般公共预算收入年度预算是多少").text


def test_the_words_of_a_number_are_its_own_clause_and_what_the_sentence_begins_with(zone: Assistant) -> None:
    figure = next(f for f in zone.facts.figures() if f.value_text.startswith("5.4"))
    sentence = zone.facts.sentence(figure)
    assert "智能阀门产业园" in own_words(figure, sentence)
    assert "货款" not in own_words(figure, sentence)
    assert any("货款" in clause for clause in beside(figure, sentence))


@pytest.mark.parametrize(("phrase", "said", "missing"), [
    ("民营企业进出口", "进出口总额", True),
    ("民营企业进出口", "其中民营企业进出口", False),
    ("省级重点项目", "省市重点项目", False),
    ("扣除留抵退税后一般公共预算收入", "一般公共预算收入", False),
    ("10亿元以上项目", "新签约亿元以上项目", True),
    ("A类企业", "D类企业", True),
    ("第一批企业", "首批企业", False),
    ("园区二期日处理能力", "日处理能力", True),
    ("分三期建设的项目", "项目", False),
    ("生产性服务业企业", "企业", True),
    ("年末规上企业", "企业", False),
    ("有多少家企业", "企业", False),
    ("养殖项目完成投资", "光伏项目完成投资", True),
    ("推进项目完成投资", "实施项目完成投资", False),
])  # fmt: skip
def test_what_a_phrase_narrows_by(phrase: str, said: str, missing: bool) -> None:
    assert unmet(phrase, said, lambda: said) is missing
