"""What is set beside one another: parts of years, goals, sums, each year's own; small invented reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

SPOKEN = """述 职 报 告
淮陇经济技术开发区党工委副书记、管委会主任　秦越川
（2022年1月20日）
各位领导、同志们：
一、2021年履职情况
全年完成固定资产投资80.4亿元，增长6.2%，其中上半年36.9亿元。一般公共预算收入12.6亿元，增长5%，其中税收收入10.8亿元。
实际利用外资5200万美元，没有完成年初定的6000万美元任务；出让工业用地510亩，为计划600亩的85%。
规模以上工业总产值305.2亿元，增长8.1%，与310亿元的年度目标仅差一步；实际到位内资41.3亿元，完成年度任务的103.2%。
进出口总额46.2亿元，增长9.4%，其中出口31.5亿元。
32个市级以上重点项目中，开工27个、竣工14个。总投资30亿元的岚芯封装项目3月18日开工，用地160亩，截至12月底完成投资7.5亿元。
轻纺、装备、化工三大主导产业分别实现产值98.6亿元、120.4亿元和44.7亿元。
过境班列全年开行150列，其中返程班列54列。
城镇居民人均可支配收入50400元，农村居民人均可支配收入25200元。民生支出9亿元，占一般公共预算支出的75%。

二、2022年打算
固定资产投资88亿元，返程占比达到42%。
"""

NEXT = """淮陇经济技术开发区2022年工作总结

一、2022年工作回顾
完成固定资产投资86.1亿元，增长7.1%。进出口总额50.6亿元，增长9.5%，其中出口33.9亿元，增长7.6%。
轻纺、装备、化工三大主导产业分别实现产值101.2亿元、95.8亿元和47.3亿元。
岚芯封装项目累计完成投资19.3亿元，设备安装过半。
"""

TABLE = """# 沱湾高新区2022年主要指标表

表1　规模以上工业分行业产值（单位：亿元）

| 行业 | 企业户数（户） | 2022年产值 | 同比增长（%） | 其中：四季度产值 |
|---|---|---|---|---|
| 轻纺 | 12 | 61.2 | 4.1 | 15.3 |
| 装备 | 20 | 88.4 | 9.6 | 25.1 |
| 合计 | 32 | 149.6 | 7.3 | 40.4 |

表2　重点项目

| 项目名称 | 总投资（亿元） | 2022年完成投资（亿元） |
|---|---|---|
| 甲烷提纯项目 | 10 | 4 |
| 冷链分拨项目 | 6 | 1.2 |

固定资产投资52.6亿元，增长3.3%。
"""


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports = tmp_path_factory.mktemp("beside-reports")
    (reports / "述职.txt").write_text(SPOKEN, encoding="utf-8")
    (reports / "淮陇2022.txt").write_text(NEXT, encoding="utf-8")
    (reports / "沱湾2022.md").write_text(TABLE, encoding="utf-8")
    index = tmp_path_factory.mktemp("beside-index")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("淮陇2021年固定资产投资，下半年比上半年多多少", "6.6亿元"),
    ("淮陇2021年固定资产投资中上半年占几成", "45.9%"),
    ("秦越川2021年外资任务完成了没有？缺口多少万美元？", "差800万美元"),
    ("淮陇2021年规上工业总产值离310亿的目标就差一步，到底差几亿", "差4.8亿元"),
    ("淮陇2021年工业用地出让比计划少了多少亩", "差90亩"),
    ("淮陇2021年实际到位内资的年度任务是多少", "约40亿元"),
    ("淮陇2021年进口是多少", "14.7亿元"),
    ("淮陇2021年出口比进口多多少", "16.8亿元"),
    ("淮陇2021年非税收入占一般公共预算收入的比重", "14.3%"),
    ("淮陇2021年重点项目还有几个没竣工", "18个"),
    ("淮陇2021年重点项目里没开工的有几个", "5个"),
    ("淮陇2022年岚芯封装项目当年完成投资多少", "11.8亿元"),
    ("岚芯封装项目到2022年底离30亿的总盘子还差多少", "10.7亿元"),
    ("淮陇2022年固定资产投资比上年多了几个亿", "5.7亿元"),
    ("淮陇2022年固投增速比上年高几个百分点", "高0.9个百分点"),
    ("淮陇2021年装备产值比轻纺和化工之和少多少", "22.9亿元"),
    ("淮陇2021年过境班列返程占比多少？要达到2022年的占比目标还须提升几个百分点？", "还差6个百分点"),
    ("淮陇2021年一般公共预算支出大约多少", "约12亿元"),
    ("淮陇2021年城乡居民收入比是多少", "2倍"),
    ("淮陇2022年出口占进出口总额的比重比2021年低多少", "下降1.2个百分点"),
    ("沱湾2022年规上工业第四季度一个季度的产值占到全年的百分之多少", "27%"),
    ("沱湾2022年前三季度规上工业产值是多少", "109.2亿元"),
    ("沱湾2022年重点项目完成投资合计占总投资的比重", "32.5%"),
    ("把沱湾表里的两个重点项目2022年完成投资加总", "5.2亿元"),
])
def test_what_is_set_beside_one_another_is_computed(beside: Assistant, question: str, said: str) -> None:
    answer = beside.ask(question)
    assert said in answer.text, answer.text
    assert not answer.refused


def test_two_things_are_set_against_each_other_in_each_of_the_years(beside: Assistant) -> None:
    for question in (
        "淮陇轻纺和装备两个产业，2021年和2022年产值各差多少", "淮陇2021年轻纺产值比装备多多少，2022年呢？"
    ):
        text = beside.ask(question).text
        assert "21.8亿元" in text
        assert "5.4亿元" in text


def test_the_points_between_two_shares_just_told_are_of_the_shares(beside: Assistant) -> None:
    conversation = beside.conversation()
    conversation.ask("淮陇2022年出口占进出口总额的比重是多少")
    conversation.ask("2021年呢")
    assert "下降1.2个百分点" in conversation.ask("两年差几个百分点").text


def test_zones_may_each_be_asked_for_another_year(beside: Assistant) -> None:
    text = beside.ask("固定资产投资排个队：淮陇（2021年）、沱湾（2022年）。合计多少，谁最少？").text
    assert "合计133亿元" in text
    assert text.index("80.4") < text.index("52.6")


def test_what_was_not_begun_is_not_answered_with_what_was(beside: Assistant) -> None:
    text = beside.ask("淮陇2022年重点项目没开工的有几个").text
    assert "27个" not in text.split("相关的原文是")[0]
    assert "没有" in text


def test_an_average_price_is_neither_the_sum_nor_the_area(tmp_path_factory: pytest.TempPathFactory) -> None:
    reports = tmp_path_factory.mktemp("price-reports")
    text = "巴洲新区2023年工作总结\n全年商品房销售面积112.7万平方米，下降8.4%；商品房销售额137.5亿元，下降6.9%。\n"
    (reports / "巴洲2023.txt").write_text(text, encoding="utf-8")
    index = tmp_path_factory.mktemp("price-index")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        assert assistant.ask("巴洲2023年商品房销售均价多少").refused
