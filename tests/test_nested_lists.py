"""Lists in lists, whose marks are gone: parts below what the line above tells, projects with their account below their name, the course of a year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over
from tests.test_figures import names, read

REPORT = """# 溇坪经济开发区2022年工作汇报

## 一、主要指标

- **规上工业总产值**：287.4亿元。上年255.2亿元，增长12.6%。目标280亿元，完成102.6%。
  - 东坨园181.9亿元，增长15.7%。
  - 西坨园105.5亿元，增长7.7%。

## 二、全年走势

- 一季度：规上工业总产值增长17.3%。
- 1—6月：产值132.8亿元，增长9.1%。
- 1—9月：产值209.6亿元，增长11.0%。

## 三、项目

- **珺钜半导体封测项目**
  - 总投资24.0亿元，用地226亩。
  - 2022年3月开工，当年投资7.5亿元。
  - 达产后年产值预计30亿元。
- **桐舸水处理膜项目**
  - 总投资6.4亿元，累计投资5.9亿元，当年投资2.2亿元。

## 四、招商

- 签约项目41个，总投资97.2亿元。
- 亿元以上17个，10亿元以上2个。
- 落地28个，当年开工19个。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("nested"), REPORT, "溇坪2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("溇坪2022年东坨园规上工业总产值多少", "181.9亿元"),
    ("溇坪2022年规上工业总产值增长多少", "12.6%"),
    ("溇坪2022年规上工业总产值目标是多少", "280亿元"),
    ("珺钜半导体封测项目当年投了多少", "7.5亿元"),
    ("桐舸水处理膜项目还有多少没投", "0.5亿元"),
    ("溇坪2022年签约项目中落地的有几个", "28个"),
])  # fmt: skip
def test_what_stands_below_is_of_what_stands_above(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert told in answer.text


def test_what_is_foreseen_of_a_project_is_not_the_zones(zone: Assistant) -> None:
    assert ("珺钜半导体封测项目", "年产值", "30亿元") in [(f.scope, f.indicator, f.value_text) for f in zone.index.ledger.figures()]


def test_the_course_of_a_year_is_told_by_each_point(zone: Assistant) -> None:
    text = zone.ask("溇坪2022年规上工业总产值增速呈现怎样的阶段性走势？请列明各节点数值").text
    assert [text.index(rate) for rate in ("17.3%", "9.1%", "11.0%", "12.6%")] == sorted(text.index(r) for r in ("17.3%", "9.1%", "11.0%", "12.6%"))


def test_the_growth_behind_last_years_number_is_this_years() -> None:
    figures = read("规上工业总产值287.4亿元。上年255.2亿元，增长12.6%。")
    grown = next(f for f in figures if f.growth is not None)
    assert (grown.indicator, grown.period and grown.period.last_year) == ("规上工业总产值", 2018)


def test_a_growth_that_leads_elsewhere_stays_where_it_is_told() -> None:
    figures = read("规上工业总产值287.4亿元。上年255.2亿元，增长6.1%。")
    grown = next(f for f in figures if f.growth is not None)
    assert grown.period is not None
    assert grown.period.last_year == 2017


def test_last_years_number_dates_nothing_behind_it() -> None:
    figures = read("固定资产投资149.6亿元，上年数原报138.5亿元，核定后调整为137.2亿元，因为房地产开发投资只有16.2亿元。")
    assert [f.period.last_year for f in figures if f.period is not None and f.value_text == "16.2亿元"] == [2018]
    assert ("调整后", "固定资产投资", "137.2亿元") in names(figures)


TASKS = """# 鹤栎工业园区2023年工作要点

## 一、重点任务

1. 优化审批服务。审批时限压减到20个工作日以内，帮办代办事项达到96项，办结率达到97%以上。（责任单位：审批局；配合：各有关单位）
2. 盘活低效用地。整治低效用地540亩，处置闲置厂房6.5万平方米。（责任单位：资源分局；配合：东栎片区办、建设局）

## 二、重大项目

一是霁川客车项目总投资42.0亿元（其中：设备投资23.5亿元；厂房投资9亿元），2022年4月开工，计划2024年6月投产，由汽车办负责；二是栎泽乳品项目总投资6.3亿元，2023年8月投产。
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("tasks"), TASKS, "鹤栎工业园区2023年工作要点.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("鹤栎工业园区2023年优化审批服务提出了哪几项目标？", ("20个工作日", "96项", "97%")),
    ("鹤栎工业园区2023年优化审批服务的责任单位是谁？", ("审批局",)),
    ("鹤栎工业园区2023年盘活低效用地由谁配合？", ("东栎片区办", "建设局")),
    ("鹤栎工业园区2023年霁川客车项目计划什么时候投产？", ("2024年6月",)),
])  # fmt: skip
def test_a_semicolon_in_brackets_parts_no_items(tasks: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = last(tasks, question)
    assert all(word in answer for word in told)
