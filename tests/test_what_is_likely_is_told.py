"""Likely answers that rules alone would refuse, dates that are foreseen, thresholds, tables set in wide spaces, mixed headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure, Period, Report, Status
from index.settings import IndexSettings
from tests.conftest import last, over

REPORT = """# 沅砀经济开发区2022年工作总结

## 一、2022年工作

全年固定资产投资58.1亿元，完成年初目标60亿元的96.8%，其中工业投资40.3亿元，增长12.2%。规上服务业企业实现营业收入86.3亿元，其中软件和信息技术服务业22.4亿元，增长14.7%，未达全年25亿元目标主要是两家游戏企业总部迁出。
新签约项目33个，协议总投资154.6亿元，其中50亿元以上项目1个，即总投资62亿元的旭垣半导体项目，10亿元以上项目6个，亿元以上项目19个。

棠溆新材投资8.8亿元的负极材料项目6月17日签约，占地120亩，全部建成后年产负极材料3万吨。
棠溆新材负极材料项目一期10月16日投产，当年实现产值3.2亿元；二期主体封顶，预计2023年6月投产。污水处理厂二期6月28日投运，新增日处理能力3万吨。霜川智能工厂主体结顶，累计完成投资6.9亿元。
排查安全隐患1136处，整改1098处；国家级孵化器4家，孵化面积8.6万平方米，在孵企业124家。为310名农民工追回欠薪420万元。
鹭埠路、芦垛二路建成通车，新增道路5.7公里。

9月22日，苏栎集团投资20亿元的智能泵站装备项目签约落户，占地260亩，是建区以来单体投资最大的项目。新加坡沃岑公司投资5.5亿元建设半导体阀门项目，已到位外资1200万美元。4月21日，澍恒阀门在北交所上市，成为全区首家上市企业。
产值亿元以上企业43家，其中10亿元以上企业5家。新增规上企业17家，年末共有125家。实施技改项目41个，完成技改投资11.3亿元，同比增长16.5%。冷藏车186台。
分园区看技工贸总收入：北坡园378.6亿元，增长12.9%；槐安园268.4亿元，增长3%。

## 二、问题与2023年目标

主要问题有两个：工业用地供应不足；财政收支矛盾加大，全年一般公共预算支出15.6亿元。

表1　2023年主要预期目标

| 指标 | 2023年目标 |
| --- | ---: |
| 固定资产投资（亿元） | 64 |
| 工业投资（亿元） | 45 |
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("likely"), REPORT, "沅砀2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("孵化器里现在一共孵着多少家企业", "124家"), ("帮农民工要回了多少工资", "420万元"), ("查出来的隐患整改掉了多少处", "1098处"),
    ("软件业2022年增速", "14.7%"), ("软件产业营收多少", "22.4亿元"), ("2022年签的项目里，亿元以上的有多少个", "19个"), ("签约几个10亿元项目", "6个"),
    ("负极材料项目占多大一块地", "120亩"), ("负极材料项目什么时候签约的||占多大地", "120亩"), ("22年工投", "40.3亿元"),
    ("2022年固投目标是啥", "60亿元"), ("2023年工业投资目标是啥||这个口径上年实际干了多少", "40.3亿元"),
    ("通稿写“2022年固定资产投资突破60亿元”，帮我确认一下没问题吧", "不对"),
])
def test_what_is_asked_in_other_words_is_told(zone: Assistant, question: str, told: str) -> None:
    talk = zone.conversation()
    answer = [talk.ask(q) for q in question.split("||")][-1]
    assert told in answer.text
    assert not answer.refused


@pytest.mark.parametrize(("question", "told", "other"), [
    ("棠溆二期什么时候投产", "2023年6月", "6月28日"), ("污水处理厂二期什么时候投运", "6月28日", "2023年"),
    ("通了哪几条路", "鹭埠路、芦垛二路", "污水处理厂二期主体"), ("软件业没到25亿，什么原因", "游戏企业总部迁出", "报告中没有"),
    ("存在什么问题", "工业用地供应不足", "预期目标"),
])
def test_the_sentence_is_of_what_was_asked(zone: Assistant, question: str, told: str, other: str) -> None:
    text = zone.ask(question).text
    assert told in text
    assert other not in text


@pytest.mark.parametrize(("question", "told"), [
    ("产值亿元以上的企业几家||10亿以上的有几家", "5家"), ("技改投资多少||多少个项目", "41个"), ("新增规上企业几家||年末一共多少家", "125家"),
    ("负极材料项目什么时候签约的||投产呢", "10月16日"), ("单体投资最大的项目是哪个||它总投资多少", "20亿元"),
    ("半导体阀门项目谁投的||哪里的企业", "新加坡"),
    ("负极材料项目总投资多少||建成以后一年能产多少", "3万吨"), ("固投完成得怎么样||那2023年打算做到多少", "64亿元"),
])
def test_a_short_follow_up_is_of_what_was_told(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize(("question", "told"), [
    ("第一家上市企业是哪家", "澍恒阀门"), ("有多少辆冷藏车", "186台"), ("槐安园技工贸总收入多少", "268.4亿元"),
    ("半导体阀门项目总投资多少", "5.5亿元"),
    ("2023年工业投资要达到多少", "45亿元"),
])
def test_reports_say_it_in_their_own_words(zone: Assistant, question: str, told: str) -> None:
    assert told in zone.ask(question).text


@pytest.mark.parametrize("question", ["2022年人均可支配收入多少", "2023年固定资产投资多少",
                                      "孵化器毕业了多少家企业", "工业用电量多少", "外贸进出口增速多少"])
def test_what_is_not_told_stays_refused(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


def test_problems_come_before_the_goals_that_a_heading_names_as_well(zone: Assistant) -> None:
    told = {(f.indicator, f.value_text): (f.status, f.period.key if f.period else "") for f in zone.facts.figures(zone.facts.zones.zones)}
    assert told["一般公共预算支出", "15.6亿元"] == (Status.DONE, "2022")
    assert told["固定资产投资", "64"] == (Status.TARGET, "2023")


@pytest.mark.parametrize(("text", "told"), [
    ("营业收入超10亿元的软件企业只有1家。", {("营业收入超10亿元的软件企业", "", "1家")}),
    ("产值过50亿元的制造企业才3家。", {("产值过50亿元的制造企业", "", "3家")}),
    ("签约项目73个，其中50亿元以上项目1个，即总投资62亿元的旭垣半导体项目，10亿元以上项目8个。",
     {("签约项目", "", "73个"), ("50亿元以上项目", "", "1个"), ("总投资", "旭垣半导体项目", "62亿元"), ("10亿元以上项目", "", "8个")}),
    ("泠川智能工厂主体结顶，累计完成投资6.9亿元。", {("累计完成投资", "泠川智能工厂", "6.9亿元")}),
])
def test_a_threshold_is_no_figure_and_one_project_owns_no_count_of_projects(text: str, told: set[tuple[str, str, str]]) -> None:
    assert {(f.indicator, f.scope, f.value_text) for f in figures_of(text)} == told


def test_one_wide_space_parts_the_columns_of_a_head(tmp_path: Path) -> None:
    table = """沅砀经济开发区2022年工作要点

附表：2022年重点项目计划表（单位：万元）

序号　项目名称　　　　　　　　总投资　　截至2021年底累计完成　　2022年计划投资
1　　　瀚硅光伏组件项目　　　　86000　　21500　　38000
2　　　硅铁余热发电项目　　　　24300　　9800　　14500
3　　　再生铝合金项目　　　　　52800　　17600　　20400
"""
    path = tmp_path / "沅砀2022.txt"
    path.write_text(table, encoding="utf-8")
    report = read_report(path, root=tmp_path, settings=IndexSettings())
    assert [c.text for c in report.tables[0].grid[0]] == ["序号", "项目名称", "总投资", "截至2021年底累计完成", "2022年计划投资"]
    assert [c.text for c in report.tables[0].grid[1]] == ["1", "瀚硅光伏组件项目", "86000", "21500", "38000"]
    (tmp_path / "asked").mkdir()
    with over(tmp_path / "asked", table, "沅砀2022.txt") as assistant:
        assert "瀚硅光伏组件项目" in assistant.ask("重点项目有哪些").text


def figures_of(text: str) -> list[Figure]:
    report = Report("r", "r.txt", f"沅砀经济开发区2022年工作总结\n\n{text}\n", "txt", title="沅砀经济开发区2022年工作总结", zone="沅砀经济开发区",
                    period=Period.year(2022))
    return extract_figures(report, outline(report))
