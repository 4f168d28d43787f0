"""A talk that goes on from what was told: the thing, the number and the time of the answer, not the words of the question before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.records import VerdictKind
from assistant.web.rendering import render_answer
from tests.conftest import last, over

NOW = """# 沄浦经济开发区2023年工作总结

## 一、2023年工作情况

全年规上工业总产值310亿元，增长8.1%，完成年度目标320亿元的96.9%。一般公共预算收入18亿元，增长5.4%，其中税收收入14.4亿元，占一般公共预算收入的80%，占比较上年回落2.5个百分点。
税收占比回落，主要原因是先进制造业加计抵减带来减收。实际利用外资3700万美元，下降12.4%，完成年度目标4400万美元的84.1%。出口36亿元，下降4.2%，主要是欧洲客户去库存。
实际到位市外内资43亿元，增长11.6%。城镇新增就业5900人。
南圩、北汊、东塬三个片区分别完成规上工业总产值152亿元、98亿元、60亿元。
新认定高新技术企业17家，因2家未通过重新认定，年末高新技术企业总数83家。
新签约亿元以上项目19个，其中10亿元以上项目2个，分别为骊芯功率模块项目和澹能电芯项目。
珩微封测一期项目当年完成投资9.8亿元，累计完成投资16亿元，9月20日投产。
珩微封测二期项目总投资24亿元，10月12日开工，当年完成投资2.1亿元，预计2025年6月投产。
骊拓轻合金轮毂项目总投资13.5亿元，4月20日开工，当年完成投资3.9亿元，预计2024年10月投产。
澹禾冷链食品基地因企业调整布局暂停实施，已收回土地86亩。

## 二、2024年工作安排

主要预期目标：规上工业总产值340亿元，固定资产投资90亿元，实际利用外资4000万美元，城镇新增就业6400人。
"""

BEFORE = """# 沄浦经济开发区2022年工作总结

全年规上工业总产值287亿元，增长7.3%。实际利用外资4224万美元，增长3.9%。出口37.6亿元，增长6.3%。
实际到位市外内资38.5亿元，增长10.4%。年末高新技术企业68家。
南圩、北汊、东塬三个片区分别完成规上工业总产值141亿元、90亿元、56亿元。
珩微封测一期项目总投资18.9亿元，3月18日开工，当年完成投资6.2亿元，预计2023年9月底前投产。
总投资10.2亿元的澹禾冷链食品基地完成签约。
"""

OTHER = """# 汀阜高新区2023年工作总结

全年规上工业总产值419亿元，增长12.7%。出口48亿元，增长6.7%。实际利用外资7480万美元，下降11.2%，完成年度目标8000万美元的93.5%。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("settled"), NOW, "沄浦2023.md", 沄浦2022=BEFORE, 汀阜2023=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told"), [
    ("珩微封测一期总投资多少||二期呢，总投资多大||它什么时候投产", "2025年6月"),
    ("珩微封测一期总投资多少||骊拓那个呢，总投资||它当年投了多少", "3.9亿元"),
    ("沄浦2023年骊拓的那个项目总投资多少", "13.5亿元"),
    ("沄浦2023年高企新认定多少家||一共多少家", "83家"),
    ("沄浦2023年内资多少||2022年的增幅呢", "10.4%"),
    ("沄浦2022年就业目标多少||2024年目标呢||比2023年实际多多少", "500人"),
])  # fmt: skip
def test_what_comes_next_is_of_what_was_told(zones: Assistant, talk: str, told: str) -> None:
    """The project named last, the name and the year that the answer gave: a talk goes on from the answer."""
    assert told in last(zones, talk)


@pytest.mark.parametrize(("talk", "told"), [
    ("沄浦2023年哪个片区产值最高||是多少", "152亿元"),
    ("沄浦2023年哪个片区产值最高||占全区多少||哪个最低", "东塬"),
    ("沄浦2023年三个片区产值各多少||三个加起来多少", "310亿元"),
    ("沄浦2023年10亿元以上项目几个||分别是哪两个", "澹能电芯项目"),
    ("沄浦2023年新认定高企多少家||总数||68加17不是85吗，为啥只有83", "未通过重新认定"),
    ("沄浦2023年税收占一般公共预算收入多少||比上年低几个点", "2.5个百分点"),
    ("沄浦2023年税收占一般公共预算收入多少||为啥低了", "加计抵减"),
    ("沄浦2023年出口多少||汀阜呢||两家差多少", "12亿元"),
    ("沄浦2023年外资多少||人家汀阜呢||完成没有", "93.5%"),
    ("沄浦2023年规上工业总产值目标完成了多少", "96.9%"),
    ("沄浦2022年出口多少||固投目标是多少", "90亿元"),
    ("沄浦2023年外资多少||2024年目标呢||比2023年实际高多少", "300万美元"),
])  # fmt: skip
def test_a_few_words_are_asked_in_full_with_the_name_of_what_was_told(zones: Assistant, talk: str, told: str) -> None:
    """Of the group, the two zones, the count, the share or the project that the talk is of."""
    assert told in last(zones, talk)


def test_a_follow_up_that_names_something_else_is_not_asked_of_what_was_told(zones: Assistant) -> None:
    """环境卫生得分呢 is no 出口; what is in no report stays so."""
    answer = last(zones, "沄浦2023年出口多少||环境卫生得分呢")
    assert answer.startswith("报告中没有")


ALONE = """# 樾浦经济开发区2023年工作总结

全年规上工业总产值184.7亿元，增长16.2%。固定资产投资37.6亿元，增长23.8%，其中工业投资22.5亿元，增长25.6%。财政总收入12.8亿元，一般公共预算收入7.5亿元，增长13.2%。
轴承产业产值30亿元、从业人员1200人，传感器产业产值20亿元、从业人员800人。新引进项目11个。
快速推进蓝星、普森等重点工业项目，不断加大工业投资力度。受征地影响，两个工业投资项目未能开工。
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("alone"), ALONE, "樾浦2023.md") as assistant:
        yield assistant


@pytest.mark.parametrize("talk", ["2021年工业投资||为什么工业投资下降了", "2023年工业投资||2021年呢||为什么工业投资下降了"])
def test_a_year_that_nothing_is_told_of_is_left_by_a_question_of_its_own(alone: Assistant, talk: str) -> None:
    """2021年工业投资 is refused: what was taken for granted of it next is held against the year that is told."""
    assert last(alone, talk).startswith("樾浦经济开发区2023年工业投资并没有下降：22.5亿元")


def test_a_year_that_was_refused_is_that_of_a_short_question_still(alone: Assistant) -> None:
    assert "2021年" in last(alone, "2021年工业投资||增速呢")


@pytest.mark.parametrize("talk", [
    "2023年钟表的产值||增速呢",
    "固定资产投资和工业投资差多少||2023年税收增速",
    "新引进项目有几个||轴承和传感器的各几个",
    "轴承和传感器的各几个",
    "2023年财政总收入完成目标了吗||差多少钱",
    "2023年财政总收入离目标差多少钱",
])  # fmt: skip
def test_nothing_else_is_told_in_the_place_of_what_is_missing(alone: Assistant, talk: str) -> None:
    """No number of the zone's for one of a trade of which there is no report, no people for projects, no sum for a goal."""
    conversation = alone.conversation()
    answer = [conversation.ask(question) for question in talk.split("||")][-1]
    assert answer.text.startswith("报告中没有")
    assert "2022年" not in answer.text
    assert not any(s.formula for s in answer.statements)


def test_a_number_that_the_question_brings_is_not_the_answers(alone: Assistant) -> None:
    """未达到40亿元: 40亿元 is the question's; the number shown large is the report's."""
    answer = alone.ask("工业投资有没有到40亿")
    assert answer.text.startswith("未达到40亿元，报告中是22.5亿元")
    assert [v.kind for v in answer.verdicts][:2] == [VerdictKind.QUESTION, VerdictKind.SUPPORTED]
    assert 'zq-figure">22.5' in render_answer(answer)


def test_a_year_that_is_said_to_be_missing_is_not_called_doubtful(alone: Assistant) -> None:
    """也没有2020年: a refusal names the years that nothing is told of."""
    conversation = alone.conversation()
    conversation.ask("2021年出口比2020年多多少")
    for question in ("2021年税收比2020年多多少", "2021年工业投资比上年多多少"):
        answer = conversation.ask(question)
        assert answer.refused
        assert "2020年" in answer.text
        assert all(v.kind is not VerdictKind.UNSUPPORTED for v in answer.verdicts)
