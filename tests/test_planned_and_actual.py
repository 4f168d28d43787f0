"""When something was planned and when it came about; years of which one is told by its goal; a report of nine months."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.question import normalise_question
from index.records import Period, Status
from tests.conftest import last, over
from tests.test_figures_told import told

YEAR = """# 碕浔产业园2021年工作总结

一、2021年工作回顾
规上工业总产值逐季走高：一季度20.1亿元，上半年累计43.6亿元，前三季度累计66.9亿元，全年达到90.8亿元，同比增长8.6%。实际使用外资3100万美元，增长4.5%。
新认定高新技术企业9家，另有2家到期未通过复审，年末达到31家。工业项目审批时限由60个工作日压缩到40个工作日。供应工业用地386亩。
纳税居前三位的企业依次为钰和重工、泠川电缆、岐桁起重，三家合计纳税1.03亿元。
曜川锂电隔膜一期总投资12亿元，当年完成投资4.1亿元，开工以来累计6.3亿元，预计2022年5月底前投产；岑光轴承项目3月18日开工，计划2022年10月投产。
5月，省政府授予园区“全省高质量发展先进园区”称号；11月，省林业局命名园区为“省级森林园区”。
园区在全省特色产业园综合考评中列第23位，比上年前移8位。

二、2022年工作安排
规上工业总产值100亿元，实际使用外资3400万美元。组建曜川锂电隔膜投产专班，由管委会副主任禤岳牵头，确保5月底前投产。
"""

NINE_MONTHS = """碕浔产业园管理委员会
关于2022年一季度到三季度工作情况的汇报

一、主要指标完成情况
规上工业总产值71.2亿元，增长6.4%，相当于年初确定的100亿元目标的71.2%。实际使用外资2500万美元。
曜川锂电隔膜一期6月18日投产；岑光轴承项目因设备海运延误，投产时间由原定10月推迟到12月上旬。
工业项目审批时限压缩到31个工作日。新认定高新技术企业5家。

二、四季度工作措施
集中开工项目15个，供应工业用地90亩。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("planned"), YEAR, "qixun_2021.md", qixun_2022q3=NINE_MONTHS) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("曜川锂电隔膜一期原计划什么时候投产", ("2022年5月底前", "6月18日")),
    ("曜川锂电隔膜一期按期投产了吗", ("推迟了", "6月18日")),
    ("曜川锂电隔膜一期先说几月投产，后来实际哪天投的", ("5月底前", "6月18日")),
    ("岑光轴承项目推迟了吗", ("推迟了", "12月上旬")),
    ("岑光轴承项目的投产时间前后两份报告说法变了没", ("10月", "12月上旬")),
])
def test_what_was_planned_is_told_beside_what_came_about(zone: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(s in answer.text for s in said), answer.text


def test_a_thing_never_planned_is_not_said_to_be_late(zone: Assistant) -> None:
    assert "推迟了" not in zone.ask("碕浔大桥推迟了吗").text


@pytest.mark.parametrize("question", ["2021年实际使用外资和2022年目标比，涨多少", "从2021年实际使用外资到2022年目标怎么变"])
def test_only_the_year_that_is_planned_is_told_by_its_goal(zone: Assistant, question: str) -> None:
    answer = zone.ask(question).text
    assert "3100万美元" in answer
    assert "3400万美元" in answer


def test_a_goal_in_a_row_is_labelled(zone: Assistant) -> None:
    assert "2022年（目标）3400万美元" in zone.ask("从2021年实际使用外资到2022年目标怎么变").text


def test_a_report_of_three_quarters_tells_of_nine_months_and_plans_the_fourth(zone: Assistant) -> None:
    assert Period.months(2022, 1, 9) in zone.facts.periods_of(zone.facts.zones.zones[0])
    planned = [f for f in zone.facts.figures() if f.value_text == "15个"]
    assert [f.status for f in planned] == [Status.TARGET]


@pytest.mark.parametrize(("question", "said"), [
    ("2021年四季度规上产值", "23.9亿元"), ("2021年高企净增几家", "7家"), ("2021年供地多少", "386亩"),
    ("2021年交税最多的前三家企业", "泠川电缆"), ("曜川锂电隔膜投产专班谁牵头", "禤岳"),
    ("曜川锂电一期还剩多少投资没完成", "5.7亿元"), ("2021年拿了哪些荣誉，各是哪个部门给的", "省林业局"),
    ("碕浔园2021年全省考评第几", "23"), ("审批时限这两年咋变的，各压到几个工作日了", "29个工作日"),
])
def test_everyday_questions_of_a_zone_with_a_rare_character(zone: Assistant, question: str, said: str) -> None:
    answer = zone.ask(question)
    assert said in answer.text
    assert not answer.refused


def test_what_was_added_is_not_set_against_all_there_are(zone: Assistant) -> None:
    assert "26" not in zone.ask("高企家数这两年怎么变").text


def test_the_years_asked_for_outlast_the_year_of_the_talk(zone: Assistant) -> None:
    answer = last(zone, "2021年规上产值多少||近两年审批时限变化")
    assert "40个工作日" in answer
    assert "31个工作日" in answer


@pytest.mark.parametrize(("typed", "read"), [
    ("碕浔2021年利润", "碕浔2021年利润"), ("財政總收入", "财政总收入"), ("鍾山開發區", "钟山开发区"), ("鶄芯的总投资", "鶄芯的总投资"),
])
def test_a_rare_character_is_left_where_nothing_else_is_traditional(typed: str, read: str) -> None:
    assert normalise_question(typed) == read


def test_how_a_number_went_is_no_part_of_its_name() -> None:
    figures = told("工业投资持续回升，上半年下降5%，前三季度增长1.2%，全年增长4.5%。内含技术改造投资7.42亿元。")
    assert {indicator for _, indicator, _, _ in figures} == {"工业投资", "技术改造投资"}


@pytest.mark.parametrize(("text", "figure"), [
    ("晗曜光电全年产值63.8亿元，首次超过珉视显示的58.6亿元。", ("珉视显示", "产值", "58.6亿元", "完成")),
    ("规上工业总产值346.2亿元，增长10.3%。与350亿元的目标相比尚差3.8亿元，完成率98.9%。从节奏看，一季度75.8亿元，上半年161.3亿元。",
     ("", "规上工业总产值", "75.8亿元", "完成")),
    ("规上工业总产值268.4亿元，同比增长14.2%。从走势看，一季度开局良好，完成产值61.2亿元；三季度受高温影响，单季产值只有63.5亿元。",
     ("", "规上工业总产值", "63.5亿元", "完成")),
    ("有效期内高企增加到128家；在全省高新区综合考评中的位次从第21位前移到第9位。", ("", "全省高新区综合考评", "第9位", "完成")),
    ("规上工业总产值78.46亿元，相当于年初确定的80亿元目标的98.1%。", ("", "规上工业总产值", "80亿元", "目标")),
])
def test_what_a_number_is_of_stands_clauses_before_it(text: str, figure: tuple[str, str, str, str]) -> None:
    assert figure in told(text)


FIVE_YEARS = """# 碕浔产业园2022年工作汇报

五年累计，固定资产投资完成487.6亿元，其中工业投资306.9亿元。
全年旅游总收入38.6亿元，接待游客486.2万人次。光伏、电池、材料三条产业链产值分别为136.8亿元、92.5亿元、47.9亿元，分别增长17.4%、11.6%、下降6.9%。
进出口总额51.9亿元，其中出口38.7亿元、下降6.1%。出口由升转降，一方面是北美客户去库存，订单减少约2.9亿元；另一方面部分面板转供国内车企。
9月28日，中试基地启用，由园区与祁岚大学联合运营，首任主任由郜闻溪教授兼任。
"""


@pytest.fixture(scope="module")
def five_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("five"), FIVE_YEARS, "qixun_2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2018—2022年工业投资占固投的比重", "62.9%"), ("2022年游客人均花费多少", "793.91元"), ("按2022年旅游总收入除以游客数算，人均多少", "793.91元"),
    ("2022年三条光电链冷热不均，跑得最快的和跌得最惨的增速相差几个点", "24.3个百分点"),
    ("出口前一年还在涨，2022年怎么就掉头向下了", "去库存"), ("中试基地头一任主任请的谁", "郜闻溪"),
])
def test_five_years_quotients_ends_and_reasons(five_years: Assistant, question: str, said: str) -> None:
    answer = five_years.ask(question)
    assert said in answer.text
    assert not answer.refused


def test_the_head_of_another_body_is_not_that_of_the_zone(five_years: Assistant) -> None:
    assert "郜闻溪" not in five_years.ask("管委会主任是谁").text


@pytest.mark.parametrize(("text", "figure"), [
    ("规划面积9.6平方公里，由两个园区组成，栎川园区6.1平方公里，楸坪园区3.5平方公里。", ("楸坪园区", "规划面积", "3.5平方公里", "完成")),
    ("实际使用外资4215万美元，仅相当于年度任务4800万美元的87.8%。", ("年度任务", "实际使用外资", "4800万美元", "目标")),
    ("空气质量优良天数356天，比例97.5%。", ("", "空气质量优良天数比例", "97.5%", "完成")),
    ("综合保税区进出口132.6亿元，入驻企业41家。", ("综合保税区", "进出口", "132.6亿元", "完成")),
])
def test_parts_goals_and_ratios_go_by_what_they_are_of(text: str, figure: tuple[str, str, str, str]) -> None:
    assert figure in told(text)


AIRPORT = """# 鹔川临空经济区2023年工作总结

固定资产投资139.4亿元，增长8.4%。综合保税区进出口132.6亿元。规上工业企业实现营业收入78.4亿元，增长8.6%，达到年度计划80亿元的98.0%。离80亿元只差一步，原因有两条：耐火材料订单少了三成；7月突发山洪，8家企业停产。
光电、制剂、轴承三大产业营业收入分别为84.6亿元、52.3亿元、39.8亿元，分别增长6.2%、14.9%、17.4%。
营业成本上升，利润总额38.6亿元，下降4.3%，利润减少主要是原材料涨价。
规划面积9.6平方公里，栎川园区6.1平方公里，楸坪园区3.5平方公里。
学位新增2100个。12月，荣获全省开放型经济先进园区称号。铉晟电子把两条组装线迁往外地。
"""


@pytest.fixture(scope="module")
def airport(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    other = "# 沨瑀化工新材料产业园区2023年工作总结\n\n固定资产投资64.9亿元，增长13.5%。"
    with over(tmp_path_factory.mktemp("airport"), AIRPORT, "suchuan_2023.md", fengyu_2023=other) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("临空区2023年固投多少", "139.4亿元"), ("临空经济区固投多少", "139.4亿元"), ("化工园2023年固投", "64.9亿元"),
    ("化工园和临空区2023年固投谁高", "64.9亿元"), ("鹔川综保区2023年进出口多少", "132.6亿元"), ("楸坪园区规划面积", "3.5平方公里"),
    ("鹔川2023年营收为啥没到80亿", "山洪"), ("鹔川三大产业2023年谁涨得最快，比最慢的高几个点", "11.2个百分点"),
])
def test_zones_by_what_they_are_for_and_parts_by_their_own_numbers(airport: Assistant, question: str, said: str) -> None:
    answer = airport.ask(question)
    assert said in answer.text
    assert not answer.refused


def test_a_bonded_area_is_not_answered_with_the_number_of_its_zone(airport: Assistant) -> None:
    answer = airport.ask("鹔川综保区2023年固投多少")
    assert answer.refused


def test_what_one_is_said_to_have_grown_by_is_not_said_of_another(airport: Assistant) -> None:
    assert "并不是" not in airport.ask("鹔川营收涨了8.6%，利润反倒跌了，2023年这是怎么回事").text


@pytest.mark.parametrize(("zone_of", "scope"), [("翃澨综合保税区", ""), ("鹔川临空经济区", "综保区")])
def test_a_bonded_area_is_a_part_but_of_a_zone_that_is_one(tmp_path: Path, zone_of: str, scope: str) -> None:
    with over(tmp_path, f"# {zone_of}2023年工作总结\n\n综保区规划围网面积3.26平方公里。", "zone_2023.md") as assistant:
        assert [(f.scope, f.indicator) for f in assistant.facts.figures()] == [(scope, "规划围网面积")]


def test_how_come_asks_why_of_what_was_told(airport: Assistant) -> None:
    assert "原材料涨价" in last(airport, "鹔川2023年利润总额多少||怎么回事")


def test_a_noun_alone_behind_a_reason_asks_how_much(airport: Assistant) -> None:
    assert "139.4亿元" in last(airport, "鹔川2023年利润总额为什么下降||固定资产投资")
    assert "报告中没有" in last(airport, "鹔川2023年营收为啥没到80亿||PM2.5年均浓度")
