"""Reckonings of what goes by a name of its own: a project's money still to come, how far signed projects came, parts and years added or set apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀经济开发区2023年工作总结

## 一、2023年工作回顾

规上工业总产值410亿元，增长6.5%，其中桐浦片区规上工业总产值250亿元、鹭岙片区规上工业总产值160亿元。全年签约项目60个，协议投资200亿元，落地45个，开工33个。
省市重点项目42个，完成投资70亿元，新开工12个，竣工投产9个。
昶峄光电显示模组项目总投资36亿元，当年完成投资4.5亿元，累计完成12亿元。风险补偿资金池2亿元，已使用0.7亿元。
排查安全隐患320处，年底前整改296处。
区属城投集团综合融资成本3.95%，较上年下降0.4个百分点。
"""
BEFORE = """# 柳汀经济开发区2022年工作总结

2022年，全年签约项目50个，协议投资170亿元。规上工业总产值385亿元，增长5%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("named"), REPORT, "柳汀2023.md", 柳汀2022=BEFORE) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "value"), [
    ("总盘子减去历年已经投进去的，柳汀昶峄光电那个项目在2023年末后头还要再掏几个亿？", "24亿元"),
    ("截至2023年末，柳汀昶峄光电项目余下的未完成投资额是多大？请推算。", "24亿元"),
    ("柳汀昶峄光电项目，到23年底投了总盘子的几成（算成百分比）？", "33.3%"),
    ("总盘子减去已经用掉的，柳汀风险补偿资金池在2023年结余几何？", "1.3亿元"),
    ("拿柳汀2023年的签约数和落地数算算，签下来的有百分之几真正落了地？", "75%"),
    ("2023年柳汀的省市重点项目，干完投产的有多少？", "9个"),
    ("2022和2023，柳汀把两年的签约项目一并数，总数是多少？", "110个"),
    ("两个片区一减，柳汀2023年桐浦片区的规上工业总产值超出鹭岙片区几个亿？", "90亿元"),
    ("算个份额：2023年柳汀全区规上工业总产值，有多大比例出自桐浦片区？", "61%"),
    ("2023年末，柳汀排查到的安全隐患里尚未销号的有多少？", "24处"),
    ("已知2023年的数和降幅，柳汀城投集团前一年的综合融资成本该是多少？以柳汀2023年的材料为据反算。", "4.35%"),
])
def test_a_reckoning_of_a_named_thing_is_known_by_the_classes_around_the_name(zone: Assistant, question: str, value: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert value in answer.text


@pytest.mark.parametrize(("question", "other"), [
    ("总盘子减去历年已经投进去的，柳汀沅珵热电那个项目在2023年末后头还要再掏几个亿？", "24亿元"),  # told of no such project
    ("柳汀昶峄光电项目2023年完成投资多少亿元？", "24亿元"),
])
def test_what_narrows_it_is_not_left_out(zone: Assistant, question: str, other: str) -> None:
    assert other not in zone.ask(question).text
