"""When something was planned and when it came about; years of which one is told by its goal; a report of nine months."""

from __future__ import annotations

from collections.abc import Iterator

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
    ("碕浔2021年利润", "碕浔2021年利润"), ("財政總收入", "财政总收入"), ("鍾山開發區", "钟山开发区"),
])
def test_a_rare_character_is_left_where_nothing_else_is_traditional(typed: str, read: str) -> None:
    assert normalise_question(typed) == read


def test_how_a_number_went_is_no_part_of_its_name() -> None:
    figures = told("工业投资持续回升，上半年下降5%，前三季度增长1.2%，全年增长4.5%。内含技术改造投资7.42亿元。")
    assert {indicator for _, indicator, _, _ in figures} == {"工业投资", "技术改造投资"}
