"""What stands out, what is spent on a thing, how a year went and what is told anew: figures, and answers made of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from index.records import Status
from tests.conftest import last, over
from tests.test_figures import names, read

YEAR = """# 瀞垸工业园区2023年工作简报

规上工业总产值96亿元，在上年90亿元的基础上增长6.7%。走势先抑后扬：一季度增长2.4%，上半年回落到1.1%，前三季度回升到5.2%，全年收在6.7%。
五金产业产值58亿元，增长11.0%。倒是锂电工具异军突起，产值13.5亿元，增长35.0%，占五金产业产值的比重从19.0%升至23.3%。
年末规上工业企业118家，一年间升规14家、退库5家。
全年签约项目20个，协议资金32亿元，亿元以上的11个，10亿元以上的3个；当年开工12个，开工率60.0%。出口家具厂平均开工率只有65%。
总投资12.6亿元的锂电工具产业园3月28日动工，占地168亩，当年投入4.3亿元。
消化批而未供土地968亩，当年又新增410亩，年末批而未供土地1517亩。
盘活闲置厂房9.6万平方米，规划面积12平方公里。
精密铸造、电线电缆两大产业产值合计70亿元，占规上工业总产值的72.9%。
铿锉锻造项目：总投资3.4亿元，用地31亩，9月开工。责任单位为东片区办公室。

表1　招商情况

| 产业 | 新签约项目（个） | 协议投资额（亿元） | 当年开工（个） |
| --- | --- | --- | --- |
| 装备制造 | 12 | 20 | 8 |
| 食品 | 8 | 12 | 4 |
| 合计 | 20 | 32 | 12 |

## 不足与原因

一是利用外资回落。两家企业的增资计划因汇率波动搁置。
二是固定资产投资出现负增长。大项目储备不足，融资困难。

## 2024年目标

力争木制品产值止跌回升、达到30亿元。
"""
NEXT = """# 瀞垸工业园区2024年工作简报

先作一点说明：2023年规上工业总产值经统计部门核定后，由96亿元调整为95亿元。
规上工业总产值101亿元，增长6.3%。
"""


@pytest.mark.parametrize(("text", "expected"), [
    ("五金产业产值58亿元。倒是锂电工具异军突起，产值13.5亿元。", [("五金产业", "产值", "58亿元"), ("锂电工具", "产值", "13.5亿元")]),
    ("纺织产业产值30亿元。其中家纺一枝独秀，产值12亿元。", [("纺织产业", "产值", "30亿元"), ("家纺", "产值", "12亿元")]),
    ("纺织产业产值30亿元。最亮眼的是新能源产业，产值41亿元。", [("纺织产业", "产值", "30亿元"), ("新能源产业", "产值", "41亿元")]),
    ("甲项目总投资8亿元，当年投入4.3亿元，累计投入6亿元。",
     [("甲项目", "总投资", "8亿元"), ("甲项目", "完成投资", "4.3亿元"), ("甲项目", "累计投入", "6亿元")]),
    ("曜芯衬底项目，总投资45亿元，去年一年投了11.6亿元，开工以来累计投了26.8亿元。",
     [("曜芯衬底项目", "总投资", "45亿元"), ("曜芯衬底项目", "完成投资", "11.6亿元"), ("曜芯衬底项目", "累计完成投资", "26.8亿元")]),
    ("科技投入2.3亿元，研发投入3亿元。", [("", "科技投入", "2.3亿元"), ("", "研发投入", "3亿元")]),
    ("签约项目19个，协议资金32亿元，亿元以上的11个。",
     [("", "签约项目", "19个"), ("签约项目", "协议资金", "32亿元"), ("亿元以上", "签约项目", "11个")]),
    ("2022年社零额经市统计局复核，由31.2亿元调整为30.5亿元。", [("原公布", "社零额", "31.2亿元"), ("调整后", "社零额", "30.5亿元")]),
    ("力争木制品产值止跌回升、达到30亿元。", [("", "木制品产值", "30亿元")]),
    ("按产值排，澧圭电缆45.2亿元居首，鸫鸣铸造36.8亿元、瓠丰食品25.7亿元分列二、三位。",
     [("澧圭电缆", "产值", "45.2亿元"), ("鸫鸣铸造", "产值", "36.8亿元"), ("瓠丰食品", "产值", "25.7亿元")]),
    ("生产安全事故6起、死亡2人，起数较上年的9起减少3起。",
     [("", "生产安全事故", "6起"), ("生产安全事故", "死亡", "2人"), ("", "生产安全事故", "9起")]),
    ("高新技术企业新认定18家，复审未过被摘牌3家，总数由上年的52家增加到67家。",
     [("新认定", "高新技术企业", "18家"), ("复审未过被摘牌", "高新技术企业", "3家"), ("累计", "高新技术企业", "52家"), ("", "高新技术企业", "67家")]),
])
def test_whose_a_figure_is_and_what_of(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


def test_a_growth_of_part_of_a_year_is_not_the_years() -> None:
    figures = read("全年规上工业总产值486亿元，一季度增长10.2%，上半年回落到6.1%，全年增长9.3%。")
    grown = {f.period.key: f.growth_text for f in figures if f.period is not None}
    assert grown == {"2018": "增长9.3%", "2018Q1": "增长10.2%", "2018H1": "回落到6.1%"}


def test_the_base_is_a_figure_of_the_year_before_and_the_growth_stays_with_the_value() -> None:
    now, then = sorted(read("规上工业总产值486亿元，在上年445亿元的基础上增长9.2%。"), key=lambda f: -(f.value or 0))
    assert (now.indicator, now.growth_text) == ("规上工业总产值", "增长9.2%")
    assert then.period is not None
    assert (then.indicator, then.period.key, then.growth) == ("规上工业总产值", "2017", None)


@pytest.mark.parametrize("text", [
    "年初，管委会给自己定的担子不轻：规上工业总产值455亿元、税收24亿元。", "年初我们立下军令状：规上工业总产值455亿元，税收24亿元。",
])
def test_what_was_set_for_oneself_is_a_goal(text: str) -> None:
    assert {f.status for f in read(text)} == {Status.TARGET}


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("standing"), YEAR, "瀞垸2023.md", 瀞垸2024=NEXT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("瀞垸2023年规上企业净增多少家", "净增9家"),
    ("瀞垸2023年开工率怎么样", "60.0%"), ("瀞垸2023年签约的亿元以上项目有几个", "11个"),
    ("瀞垸2023年的规上工业总产值，后来统计部门核过以后是多少", "95亿元"), ("瀞垸2023年锂电工具产业园投了多少", "4.3亿元"),
    ("瀞垸2023年消化了多少亩批而未供土地", "968亩"), ("瀞垸2024年木制品产值目标多少", "力争30亿元"),
    ("瀞垸2023年新签的装备制造类项目当年开工几个", "8个"), ("瀞垸2023年规上工业总产值刨掉两大主导产业，剩下的有多少", "26亿元"),
    ("瀞垸2023年铿锉锻造项目归哪个部门盯", "责任单位为东片区办公室"), ("瀞垸2023年固定资产投资为什么负增长", "大项目储备不足"),
    ("请推算：瀞垸2023年锂电工具产值占规上工业总产值的比重", "14.1%"),
    ("领导问瀞垸2023年到底盘活了多少闲置厂房，我没答上来。现在要写材料，这个面积是多少？", "9.6万平方米"),
])
def test_it_is_answered(zone: Assistant, question: str, told: str) -> None:
    assert last(zone, question).startswith(told)


def test_a_share_that_moved_is_told_from_the_shares_of_two_years(zone: Assistant) -> None:
    assert "提高4.3个百分点" in last(zone, "瀞垸2023年锂电工具占五金的比重提高了几个百分点")


def test_how_growth_went_over_the_year_is_told_part_by_part(zone: Assistant) -> None:
    told = last(zone, "瀞垸2023年规上工业总产值增速一路是怎么走的")
    assert all(growth in told for growth in ("2.4%", "1.1%", "5.2%", "6.7%"))
