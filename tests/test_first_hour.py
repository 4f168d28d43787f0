"""What is asked in the first hour: which year was highest, shares beside the year before, parts by name, projects in a talk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

FIRST = """# 椴溪经济开发区2021年工作总结

椴溪经济开发区2009年6月经省政府批准设立，位于岑湾市西郊，下辖松坞园、汀前园两个园区。

## 一、经济运行

全年规上工业总产值186.4亿元，增长8.1%；固定资产投资52.6亿元，增长9.3%；一般公共预算收入7.26亿元，其中税收收入6.10亿元，占84.0%。年末规上工业企业86家。
全社会研发投入占比由3.1%提高到3.3%。PM2.5年均浓度36微克/立方米，下降5.3%。在全省开发区综合考核中由上年第34位前移到第27位。
外贸进出口总额20.5亿元，其中出口16.2亿元。

## 二、项目建设

实施重点项目40个，完成投资36.2亿元，为年度计划的101.2%。5月6日签约的岱衡阀门项目总投资12.4亿元，用地160亩，10月开工，计划2022年9月投产，预计达产后年产值18亿元、年税收0.9亿元。
新建5G基站80座。新签约项目30个。

## 三、2022年打算

规上工业总产值增长9%，固定资产投资增长10%，新增规上工业企业12家。
"""

SECOND = """# 椴溪经济开发区2022年工作总结

## 一、经济运行

全年规上工业总产值204.5亿元，增长9.7%；固定资产投资56.9亿元，增长8.2%，没有达到10%的目标；一般公共预算收入7.52亿元，其中税收收入6.42亿元，占85.4%。新增规上工业企业10家，3月份全区80家规上企业全部复工，年末达到96家。
全社会研发投入占比3.6%。PM2.5年均浓度34微克/立方米，水质达标率100%。外贸进出口总额22.8亿元，增长11.2%，其中出口17.9亿元，增长10.5%。
企业开办时间由1个工作日压缩到4小时。

表1　2022年各园区指标

| 园区 | 规上工业总产值（亿元） | 固定资产投资（亿元） | 规上工业企业（家） |
| --- | ---: | ---: | ---: |
| 松坞园 | 128.7 | 33.4 | 58 |
| 汀前园 | 75.8 | 23.5 | 38 |

## 二、项目建设

实施重点项目46个，完成投资39.8亿元，为年度计划的99.2%。岱衡阀门项目当年完成投资5.1亿元，累计完成投资7.3亿元，一期于11月18日投产，比原计划晚两个月。新建5G基站96座，累计412座。

## 三、荣誉

获评“全省绿色园区”和“省级知识产权示范园区”。选树“椴溪先锋”标兵12名。

## 四、存在的问题

一是龙头企业不强，还没有产值超50亿元的企业；二是用地紧张。
"""

OTHER = """# 沨岭高新区2020年统计公报

规上工业总产值98.6亿元，增长5.2%。固定资产投资31.4亿元，增长6.0%。一般公共预算收入3.9亿元，其中税收收入3.2亿元，占82.1%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("hour"), SECOND, "椴溪2022.md", 椴溪2021=FIRST) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("both"), SECOND, "椴溪2022.md", 椴溪2021=FIRST, 沨岭2020=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("固投哪年高", "2022年最高"), ("哪年固投增速快", "2021年增速最高"),
    ("税收占比哪年低", "2021年最低"), ("税收占一般公共预算收入哪年高", "2022年最高"),
    ("税收占比多少", "85.4%"), ("2022年税收占比比上年高多少", "提高1.4个百分点"), ("税收占比有变化吗", "提高1.4个百分点"),
    ("研发投入强度多少", "3.6%"), ("研发投入强度哪年高", "2022年最高"), ("研发投入强度走势", "2020年3.1%"),
    ("规上企业有没有减少", "增长11.6%"), ("2022年规上工业企业比上年多几家", "多10家"), ("PM2.5多少", "34微克/立方米"),
    ("2022年工业总产值是增还是降", "增长9.7%"),
    ("全省考核名次怎么变的", "2020年第34位"), ("企业开办要多久", "4小时"), ("固投前后两年", "增加4.3亿元"),
])
def test_years_are_set_beside_one_another(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize(("question", "told"), [
    ("固投哪年高", "2022年最高"), ("哪个园区产值最高", "松坞园最高"), ("两个园区投资各多少", "23.5亿元"),
])
def test_where_no_zone_is_named_those_that_tell_of_it_are_meant(both: Assistant, question: str, told: str) -> None:
    assert told in last(both, question)


@pytest.mark.parametrize(("question", "told"), [
    ("松坞园怎么样", "规上工业总产值128.7亿元；固定资产投资33.4亿元"), ("松坞园||固投多少", "33.4亿元"), ("介绍一下汀前园||规上企业呢", "38家"),
    ("2022年固投多少||这是哪年的", "椴溪经济开发区2022年"), ("2022年新建5G基站多少||总共呢", "412座"), ("2022年外贸多少||其中进口呢", "4.9亿元"),
    ("2022年重点项目几个||投了多少", "39.8亿元"), ("岱衡阀门项目总投资多少||占多少地", "160亩"), ("岱衡阀门项目总投资多少||年税收呢", "0.9亿元"),
    ("2022年固投多少||出口呢||回到刚才的固投，比21年多多少", "多4.3亿元"), ("2022年拿了哪些荣誉||第二个是什么", "省级知识产权示范园区"),
    ("哪个园区产值最高||环保怎么样", "PM2.5年均浓度34微克/立方米"), ("2022年固投多少||重点项目怎么推进的", "实施重点项目46个"),
    ("环保怎么样||松坞园怎么样", "规上工业总产值128.7亿元；固定资产投资33.4亿元"),
])
def test_talks_go_on_with_what_was_named(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize(("question", "told"), [
    ("岱衡阀门项目投产了吗", "一期于11月18日投产"), ("岱衡阀门项目什么时候投产的", "11月18日"), ("岱衡阀门项目年产值多少", "18亿元"),
    ("岱衡阀门项目年税收多少", "0.9亿元"), ("哪年成立的", "2009年6月"), ("在哪个市", "岑湾市"), ("环保怎么样", "PM2.5年均浓度34微克/立方米"),
    ("有几个园，都叫什么", "松坞园、汀前园"), ("2022年固投增长20%，主要靠什么", "并不是增长20%"),
    ("2022年固投为什么增长15%", "并不是增长15%"), ("2022年固投超额完成了目标，主要靠哪些项目", "未完成目标"),
])
def test_what_came_about_is_told_as_it_was(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize("question", ["龙头企业有哪些", "最大的企业是谁", "主要出口哪些国家", "有什么请求"])
def test_what_is_lacking_is_no_answer(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused, answer.text


def test_what_a_zone_gives_its_own_is_no_honour(zone: Assistant) -> None:
    assert "标兵" not in last(zone, "获得哪些荣誉")


def test_three_sentences_of_a_report_without_lists(both: Assistant) -> None:
    told = last(both, "三句话总结沨岭2020年")
    assert "规上工业总产值98.6亿元" in told
    assert "注" not in told
