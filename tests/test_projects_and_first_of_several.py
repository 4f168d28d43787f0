"""Which project was put off, the first of several with what each has, goals set against, and talk that goes on about one thing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from index.records import FigureKind, Status
from tests.conftest import last, over

EARLIER = """# 潆砌经济开发区2022年工作总结

全年完成规上工业总产值300亿元，增长5.0%。固定资产投资70亿元，增长6.0%。税收占一般公共预算收入的80.0%。
澄钺电机项目总投资12亿元，3月开工，计划2023年10月投产。

2023年主要目标：规上工业总产值330亿元；固定资产投资80亿元；实际利用外资5200万美元。
"""
NOW = """# 潆砌经济开发区2023年工作总结

## 一、主要指标

全年完成规上工业总产值324亿元，增长8.0%，占全市1500亿元的21.6%。对照年初330亿元的目标，完成98.2%，差6亿元。一季度增速只有3.0%，上半年5.1%，前三季度7.2%。分片区看，北片区180亿元、南片区144亿元。
亩均税收全区22.9万元/亩，北片区26.4万元/亩，南片区17.8万元/亩。
固定资产投资迈上75亿元台阶，达到76.5亿元，增长9.3%。实际利用外资5000万美元，增长4.0%。
一般公共预算收入15亿元，增长6.0%，税收占一般公共预算收入的82.0%。出口30亿元，对RCEP成员国出口占出口总额的20%。
产值排在前三位的是骊新电子（61.3亿元）、荻河药业（46.8亿元）和汭光传动（31.5亿元），其中汭光传动下降4.0%。

## 二、项目和企业

全年出让土地500亩，其中工业用地400亩、商住用地100亩。
澄钺电机项目12月6日投产，投产时间比原计划晚了近两个月，主要是进口设备到港延误。
芸达光学膜项目因投资方资金链紧张，12月双方终止协议。
新引进的湘澈热管理系统项目总投资9亿元，4月开工，达产后年税收1500万元，预计2024年6月投产。
全年新签约项目60个。按产业分，电子信息25个、生物医药20个、新材料15个。
高新技术企业由80家增至96家，净增16家，超过90家的年度目标。
省级专精特新企业33家：年内新认定14家，淏光装备、芈溪粮油2家复核没有通过被摘牌。

## 三、2024年重点事项

| 事项 | 目标 | 时间节点 | 责任单位 |
| --- | --- | --- | --- |
| 闲置土地 | 处置300亩 | 12月 | 自然资源局 |
| 北环路 | 建成6.5公里 | 10月 | 建设局 |

## 四、2024年目标

实际利用外资5500万美元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("projects"), NOW, "潆砌2023.md", 潆砌2022=EARLIER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("2023年哪个项目终止了", "芸达光学膜项目"), ("哪些项目2024年投产", "湘澈热管理系统项目"), ("2023年澄钺电机项目投产晚了多久", "近两个月"),
    ("2023年商住用地占出让总量的多少", "20%"), ("2023年产值最高的企业是谁", "骊新电子"), ("2023年产值最大的三家企业是哪三家", "汭光传动"),
    ("2023年产值前三的企业合计多少，占全区几成", "43.1%"), ("2023年北片区产值占全区的多少", "55.6%"), ("2023年哪个片区亩均税收高", "北片区最高"),
    ("2023年上半年规上产值增长多少", "5.1%"), ("2023年规上产值离目标差多少", "差6亿元"), ("2023年固定资产投资是多少", "76.5亿元"),
    ("2023年电子信息的新签约项目几个", "25个"), ("2023年摘牌了几家省级专精特新", "2家"), ("2024年闲置土地要处置多少亩", "300亩"),
    ("2024年外资目标比2023年多多少", "500万美元"), ("规上产值二〇二三年几何", "324亿元"),
    ("2023年FDI多少", "5000万美元"), ("2023年对RCEP出口多少亿元", "约6亿元"),
])
def test_it_is_told(zone: Assistant, question: str, told: str) -> None:
    assert told in zone.ask(question).text


@pytest.mark.parametrize("question", ["2023年哪个项目停工了", "2022年哪个项目推迟了", "2023年澄钺电机项目的施工总承包单位是哪家"])
def test_what_is_not_told_is_refused(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


@pytest.mark.parametrize(("talk", "told"), [
    ("2023年澄钺电机项目什么时候投产||推迟了吗", "推迟了：原定2023年10月"), ("2023年澄钺电机项目什么时候投产||原来呢", "原定2023年10月"),
    ("2023年税收占一般公共预算收入比重多少||比上年高还是低", "2个百分点"), ("2023年规上产值增长多少||比上年快还是慢", "3个百分点"),
    ("2023年哪个片区亩均税收最高||南片区具体是多少", "17.8万元"), ("2023年产值前三的企业合计多少||占全区多少", "43.1%"),
])
def test_talk_goes_on_about_what_was_told(zone: Assistant, talk: str, told: str) -> None:
    assert told in last(zone, talk)


def test_each_amount_of_a_ranked_list_is_whose_it_stands_behind(zone: Assistant) -> None:
    told = {f.scope: (f.indicator, f.value_text, f.growth_text) for f in zone.facts.figures(zone.facts.zones.zones) if f.indicator == "产值"}
    assert told["骊新电子"] == ("产值", "61.3亿元", "")
    assert told["汭光传动"] == ("产值", "31.5亿元", "下降4.0%")


def test_a_goal_that_is_set_against_is_of_what_was_told(zone: Assistant) -> None:
    figures = zone.facts.figures(zone.facts.zones.zones)
    goals = {(f.indicator, f.value_text) for f in figures if f.status is Status.TARGET and f.kind is FigureKind.VALUE}
    assert {("规上工业总产值", "330亿元"), ("高新技术企业", "90家")} <= goals
    assert ("净增", "90家") not in {(f.scope, f.value_text) for f in figures}


def test_what_a_named_project_could_bring_is_of_it(zone: Assistant) -> None:
    asked = zone.ask("潆砌2023年，湘澈热管理系统项目要是开足马力，一年能交多少税？").text
    assert "1500万元" in asked
    assert "15亿元" not in asked
