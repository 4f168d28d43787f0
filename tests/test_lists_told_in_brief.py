"""Lists asked for with a word on how they are to be told (点个题, 金额也带上, 三个都要), and what a report divides by a word of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.inbrief import in_brief
from assistant.papers import of_next_year
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period
from tests.conftest import over

KNOWN = Understanding(ZoneDirectory(["松河经济开发区"]), latest=Period.year(2022))

REPORT = """# 楂洲经济开发区2021年工作总结

## 一、2021年工作

### 1. 服务外包

全年服务外包营业收入96亿元，增长12.5%，完成年度目标。软件人才新增2100人。按门类分，信息技术外包41.5亿元，增长9.3%；业务流程外包32.3亿元，增长14.1%；知识流程外包22.2亿元，增长17.8%。

### 2. 港口

全港完成货物吞吐量3100万吨，三个作业区中槲湾1500万吨、桐浦900万吨、鸥嘴700万吨。

### 3. 骨干企业

岫禾软件营业收入6.8亿元，居园区首位。垣铎数据全年纳税1850万元。椿序科技二期9月投用。

### 4. 招商

新签约项目23个，合同资金61.4亿元；亿元以上的9个，5亿元以上的2个，分别是岫禾算力中心项目（8.6亿元）和鹮桥冷库项目（5.7亿元）。也有谈崩的：一个投资9亿元的镀锌项目达不到环保门槛，我们签字退了。

国家级孵化器新增2家，分别是桐浦创客港和槲湾智谷。

## 二、2022年打算

### （一）主要目标

地区生产总值增长7%；服务外包营业收入108亿元；货物吞吐量3300万吨。

### （二）重点任务

围绕目标，重点推进三项工程：桐浦2号泊位，总投资3.4亿元，5月开工；槲湾航道疏浚，维护水深6.2米；垣铎数据中心，年底封顶。

完成这些任务，要抓四件大事。

1. 抓链条。引进上下游企业15家。
2. 抓开放。外资到账1亿美元。
3. 抓用地。盘活闲置土地500亩。
4. 抓民生。新增学位1200个。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("brief"), REPORT, "楂洲2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("把楂洲2021年服务外包几个门类的营收都列出来", ["41.5亿元", "32.3亿元", "22.2亿元"]),
    ("楂洲2021年服务外包分门类营业收入，三个数都要", ["41.5亿元", "32.3亿元", "22.2亿元"]),
    ("楂洲2021年分作业区吞吐量，三个都要", ["1500万吨", "900万吨", "700万吨"]),
    ("楂洲2022年说要抓四件大事，给我点个题，别展开", ["抓链条", "抓开放", "抓用地", "抓民生"]),
    ("楂洲2022年重点工程有哪几项，项目名即可", ["2号泊位", "航道疏浚", "数据中心"]),
    ("楂洲2021年新签的5个亿以上的大块头，列一下，金额也带上", ["8.6亿元", "5.7亿元"]),
    ("楂洲2021年新添的两家国家级孵化器，给我点个名", ["桐浦创客港", "槲湾智谷"]),
    ("2021年楂洲那份总结讲骨干企业时点名了哪几家？我打算选一两家去看看", ["岫禾软件", "垣铎数据", "椿序科技"]),
])  # fmt: skip
def test_each_of_them_is_told(zone: Assistant, question: str, told: list[str]) -> None:
    said = zone.ask(question).text
    assert all(piece in said for piece in told), said


def test_what_was_signed_away_is_none_of_those_that_were_signed(zone: Assistant) -> None:
    said = zone.ask("楂洲2021年新签约的5亿元以上项目分别是哪些").text
    assert "岫禾算力中心" in said
    assert "镀锌" not in said


def test_one_part_of_what_is_divided_is_told_alone(zone: Assistant) -> None:
    said = zone.ask("楂洲2021年桐浦作业区吞吐量多少").text
    assert "900万吨" in said
    assert "1500万吨" not in said


@pytest.mark.parametrize(("question", "left"), [
    ("松河2022年六件大事，给我点个题，别展开", "松河2022年六件大事有哪些"),
    ("松河2022年重点工程有哪几项，项目名即可", "松河2022年重点工程有哪几项"),
    ("松河2022年分作业区吞吐量，三个都要", "松河2022年分作业区吞吐量分别是多少"),
    ("把松河2022年几个行业的产值都列出来", "松河2022年各行业的产值分别是多少"),
    ("松河2022年签约项目有哪些，金额也带上", "松河2022年签约项目有哪些"),
    ("松河2022年新签约项目名单，附上投资额", "松河2022年新签约项目名单"),
    ("松河2022年省外资金到位数，请报一下，写进县政府工作报告用", "松河2022年省外资金到位数,请报一下,写进县政府工作报告用"),
    ("松河2022年固定资产投资，报一下", "松河2022年固定资产投资,报一下"),
    ("松河2022年产值多少，增速也带上", "松河2022年产值多少,增速也带上"), ("列一下", "列一下"),
])  # fmt: skip
def test_how_it_is_told_is_no_part_of_what_is_asked(question: str, left: str) -> None:
    assert in_brief(question, KNOWN) == left


@pytest.mark.parametrize(("question", "asked"), [
    ("松河2021年总结里，给2022年排的重点任务都有哪几项", "松河2022年的重点任务都有哪几项"),
    ("松河2021年报告给2022年派的活儿有哪些", "松河2022年的活儿有哪些"),
    ("松河2020年总结里，给2022年排的重点任务有哪几项", "松河2020年总结里，给2022年排的重点任务有哪几项"),
    ("松河2021年总结里2022年的产值目标是多少", "松河2021年总结里2022年的产值目标是多少"),
])  # fmt: skip
def test_where_the_next_year_is_planned_is_no_part_of_what_is_asked(question: str, asked: str) -> None:
    assert of_next_year(question) == asked
