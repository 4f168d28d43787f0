"""What is asked with no indicator named: years beside each other, goals as a set, topics of two words; what a year's course is read by."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from assistant import Assistant
from index.reading.periods import find_period
from index.records import Period
from tests.conftest import last, over
from tests.test_figures_told import told

NOTICE = """各镇（街道）、园区各局办：

2021年，梽溆化工园区在市委、市政府领导下，一手守安全底线，一手促项目提速，主要指标好于预期。现将全年工作情况通报如下。

全年实现规上工业总产值432.7亿元，增长23.4%；规上工业增加值96.8亿元，增长14.2%。年内走势前高后稳：一季度完成91.2亿元，增长38.5%；上半年累计201.5亿元，增幅回落到29.7%；前三季度311.8亿元，增长25.6%。固定资产投资58.6亿元，增长9.1%，完成年度目标的101.0%；一般公共预算收入按自然口径下降2.7%、剔除留抵退税因素同口径增长4.9%，为10.36亿元。
新签约项目41个，协议总投资126.3亿元，其中规模最大的是玎岳电解液项目，总投资35亿元。5月推介会上现场签约项目9个，协议总投资43.5亿元。
集中力量对三个村实施改造，拆除房屋面积18万平方米，完成297亩征地工作。大力化解信访积案16件。
港口铁路专用线全长11.4公里，总投资9.8亿元，11月28日通车，较原定的9月推迟了两个多月。推迟的原因，一是23户房屋征收滞后，二是汛期水位偏高停工36天。
东坞园规上工业总产值142.6亿元，年末从业人员13450人。
问题主要有：一是外资来源单一；二是亩均税收偏低，只有13.6万元，比全市平均低2.1万元。

经研究确定，2022年园区规上工业总产值增长12%；固定资产投资增长10%；签约项目45个，引进外资2000万美元。从前两个月情况看，预计一季度规上工业总产值可达107亿元左右。请于4月15日前报送方案。

梽溆化工园区管理委员会办公室
2022年3月4日
"""

YEAR = """# 梽溆化工园区2022年工作总结

规上工业总产值468.9亿元，增长8.4%，完成年度目标485亿元的96.7%。从时段看，上半年完成230.8亿元。没有完成目标，一是化工新材料价格持续下行；二是老装置停产检修47天。固定资产投资64.8亿元，增长10.6%。
签约项目47个，引进外资1860万美元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("years"), NOTICE, "notice.txt", 梽溆2022=YEAR) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["2022年和2021年比", "和上年比怎么样", "近几年趋势", "这两年发展得怎么样"])
def test_years_are_set_beside_each_other_where_nothing_else_is_named(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert "432.7亿元" in answer.text
    assert "468.9亿元" in answer.text


@pytest.mark.parametrize(("talk", "said"), [
    ("2022年固投多少||和上年比怎么样", "10.6%"), ("2022年固投多少||和上年比呢", "10.6%"), ("2022年固投多少||近几年趋势", "58.6亿元"),
])
def test_what_was_asked_before_is_what_is_compared(zone: Assistant, talk: str, said: str) -> None:
    answer = last(zone, talk)
    assert said in answer
    assert "产值" not in answer


@pytest.mark.parametrize(("question", "said"), [
    ("超额完成了吗", "没有完成目标"), ("还差多少完成目标", "96.7%"),
    ("2022年规上产值还差多少完成目标", "16.1亿元"), ("2022年目标完成得怎么样", "96.7%"),
])
def test_goals_are_told_as_a_set_or_of_what_is_named(zone: Assistant, question: str, said: str) -> None:
    assert said in last(zone, question)


@pytest.mark.parametrize(("question", "said"), [
    ("征地拆迁情况", "297亩征地"), ("信访维稳情况", "信访积案16件"), ("2022年招商目标", "签约项目45个"),
    ("2021年铁路专用线为什么拖了", "房屋征收滞后"), ("2022年规上产值没到485亿，问题出在哪儿", "停产检修47天"),
    ("2021年签约项目总投资多少", "126.3亿元"), ("亩均税收多少", "13.6万元"), ("2021年东坞园每个从业人员合多少产值", "106.02万元"),
    ("2021年单四季度产值多少", "120.9亿元"), ("2021年一般公共预算收入别剔退税，按实际入库算，是升是降", "下降2.7%"),
    ("2022年一季度产值预计多少", "107亿元"), ("铁路专用线总投资多少", "9.8亿元"),
])
def test_what_is_asked_in_other_words_is_told(zone: Assistant, question: str, said: str) -> None:
    assert said in last(zone, question)


@pytest.mark.parametrize("question", ["工业占比多少", "产值过百亿的企业有哪些", "谁来考察过"])
def test_no_neighbour_is_told_for_what_no_report_tells(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused, answer.text


def test_the_others_that_fit_are_told_as_others(zone: Assistant) -> None:
    text = last(zone, "规上工业总产值多少")
    assert text.index("468.9亿元") < text.index("其他年份的还有") < text.index("432.7亿元")


def test_a_notice_without_a_title_is_of_the_year_it_opens_with() -> None:
    lines = [line for line in NOTICE.split("\n") if line.strip()]
    assert find_period("", "notice", lines, datetime.date(2022, 3, 4)) == Period.year(2021)


@pytest.mark.parametrize(("text", "figure"), [
    ("不足之处是外贸货物吞吐量只有412万吨。", ("", "外贸货物吞吐量", "412万吨", "完成")),
    ("外贸货物吞吐量止跌回升，达到438万吨。", ("", "外贸货物吞吐量", "438万吨", "完成")),
    ("全年规上工业总产值最终定格在386.2亿元。", ("", "规上工业总产值", "386.2亿元", "完成")),
    ("累计开发17.8平方公里，柘堰、萸埠两个片区分别为11.3平方公里、6.5平方公里。", ("萸埠", "已开发面积", "6.5平方公里", "完成")),
    ("泓舸双燃料船项目当年完成投资8.4亿元，累计完成17.7亿元，占总投资26亿元的68.1%。", ("泓舸双燃料船项目", "总投资", "26亿元", "完成")),
    ("一季度规上工业总产值84.6亿元，增长9.8%。不少企业停工待料，上半年产值172.3亿元。", ("", "规上工业总产值", "172.3亿元", "完成")),
    ("管委会与砻坤动力签订年产20吉瓦时电池项目投资协议，项目总投资56亿元。", ("砻坤动力年产20吉瓦时电池项目", "总投资", "56亿元", "完成")),
    ("翯光电子获评国家级专精特新“小巨人”企业，总数增至7家。", ("累计", "国家级专精特新“小巨人”企业", "7家", "完成")),
    ("新认定高新技术企业41家，扣除15家到期未重新认定的，年末总数188家。", ("累计", "高新技术企业", "188家", "完成")),
    ("规上工业总产值176.9亿元。规上工业增加值增长7.0%。三个片区里，桁桥97.4亿元。", ("桁桥", "规上工业总产值", "97.4亿元", "完成")),
    ("规上工业总产值163.8亿元。四个季度产值依次为36.2亿元、38.7亿元、42.5亿元和46.4亿元。", ("", "规上工业总产值", "46.4亿元", "完成")),
    ("地区生产总值增速，一季度为5.4%，上半年滑落至3.1%，全年收于4.9%。", ("", "地区生产总值", "滑落至3.1%", "完成")),
])
def test_what_a_number_is_of_is_read(text: str, figure: tuple[str, str, str, str]) -> None:
    assert figure in told(text)
