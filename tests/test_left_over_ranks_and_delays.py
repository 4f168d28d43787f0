"""What is left of what was done, ranks asked beside numbers, delays in months, the largest projects and the problems of one field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

BEFORE = """沐㳽高新区2022年工作总结

一、2022年工作回顾

规上工业总产值512.3亿元，增长6.8%。新能源电池产业产值198.5亿元，增长15.2%；医药健康产业产值71.2亿元，下降1.6%。亩均税收21.7万元，在全市6个开发区中排第4位；同期全市开发区亩均税收平均为19.2万元。新认定高新技术企业19家，年末高新技术企业93家。

二、2023年目标

规上工业总产值增长8%以上，新认定高新技术企业24家。
"""

AFTER = """沐㳽高新技术产业开发区2023年工作总结

一、2023年工作回顾

规上工业总产值达到556.9亿元，同比增长8.7%，总量居全市各开发区第二位，比上年前移1位。新能源电池、高端装备、医药健康三大主导产业产值分别为236.8亿元、149.5亿元和66.3亿元。受集采影响，12家规上药企中有5家产值负增长。引进丝杠、减速器等机器人核心部件项目7个，总投资43亿元。亩均税收23.6万元，在全市6个开发区中排第3位；同期全市开发区亩均税收平均为20.1万元。

投资最大的是瀚石新材料年产10万吨负极材料项目，总投资62亿元，年内完成投资16.3亿元；其次是澄星电池三期，总投资38亿元，已于11月开工；蓝枢机器人产业园总投资22亿元，因征迁滞后，开工时间由6月推迟到12月。

新认定高新技术企业28家，累计112家。新增省级以上研发平台6个，其中国家级1个；全区累计建成省级以上研发平台34个。化解信访积案27件，仍有4件未化解。走访企业一百余家次。出口41.6亿元，进口11.6亿元。新引进亿元以上项目17个，未完成18个的年度目标。

二、存在的问题

一是外资利用下滑。二是土地要素紧张，缺口约900亩。三是干部队伍专业能力还有短板。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("left"), BEFORE, after=AFTER) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("信访积案还剩几件", "4件"),
        ("信访积案化解率是多少", "87.1%"),
        ("2023年省级以上研发平台有几个", "34个"),
        ("2023年新增省级以上研发平台几个", "6个"),
        ("2023年新认定多少家高企", "28家"),
        ("2023年新认定高企达到多少家", "28家"),
        ("2023年走访企业多少家", "一百余家次"),
        ("2023年多少家药企产值负增长", "5家"),
        ("医药产业产值", "66.3亿元"),
        ("瀚石新材料项目总投资多少", "62亿元"),
        ("蓝枢机器人产业园晚了几个月开工", "晚了6个月（12 − 6 = 6）"),
        ("蓝枢推迟了多久", "晚了6个月"),
        ("投资最大的项目是哪个", "瀚石新材料"),
        ("总投资最大的三个项目加起来多少", "合计122亿元（62 + 38 + 22 = 122）"),
        ("总投资30亿元以上的项目有哪些，一共多少", "合计100亿元"),
        ("2023年外贸顺差多少，就是出口减进口", "顺差30亿元"),
        ("2023年从境外买进来的货值是多少", "11.6亿元"),
        ("2023年全市开发区亩均税收平均多少", "20.1万元"),
    ],
)
def test_it_is_told(zone: Assistant, question: str, told: str) -> None:
    assert told in zone.ask(question).text


@pytest.mark.parametrize("question", ["2022年亩均税收多少，全市第几", "2022年亩均税收是多少，全市排名第几"])
def test_a_rank_in_the_city_asks_for_no_number_of_the_city(zone: Assistant, question: str) -> None:
    answer = zone.ask(question).text
    assert "21.7万元" in answer
    assert "第4位" in answer
    assert "19.2" not in answer


def test_ranks_of_two_years_are_set_side_by_side(zone: Assistant) -> None:
    answer = zone.ask("亩均税收2022、2023两年各多少，全市排名怎么变的？").text
    assert "21.7万元" in answer
    assert "23.6万元" in answer
    assert "名次上升，前移1位" in answer


@pytest.mark.parametrize(
    ("talk", "told"),
    [
        ("2023年新认定了多少家高企||到年底累计又是几家", "112家"),
        ("医药产业产值||去年呢", "71.2亿元"),
        ("2023年引进了几个亿元以上项目||够年初定的数吗，定的是几个", "未完成目标"),
    ],
)
def test_it_is_asked_on(zone: Assistant, talk: str, told: str) -> None:
    assert told in last(zone, talk)


def test_the_problems_of_one_field(zone: Assistant) -> None:
    answer = zone.ask("干部方面有什么问题").text
    assert "干部队伍专业能力" in answer
    assert "外资" not in answer
    assert "外资" in zone.ask("存在哪些问题").text


def test_a_place_among_zones_names_none(zone: Assistant) -> None:
    """总量居全市各开发区第二位 is no zone; a name with a rarer character (㳽) is."""
    assert "沐㳽高新技术产业开发区" in zone.ask("2023年规上工业总产值是多少").text


OTHER = """垚汀高新技术产业开发区2023年工作总结

2023年，全区出口118.3亿元。晟埂储能电芯项目总投资45亿元。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("two"), AFTER, other=OTHER) as assistant:
        yield assistant


def test_a_project_leads_to_the_zone_that_tells_of_it(zones: Assistant) -> None:
    assert "22亿元" in last(zones, "垚汀2023年出口多少||蓝枢机器人项目总投资多少")
    assert "45亿元" in last(zones, "垚汀2023年出口多少||晟埂储能项目总投资多少")
    assert last(zones, "垚汀2023年出口多少||新开工项目几个").startswith("报告中没有垚汀")
