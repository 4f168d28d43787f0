"""Projects that are told one after another, years worked out from how many times as much, and one name for several years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from tests.conftest import over

REVIEW = """# 岫川经济开发区2021年工作总结

全年实施重点项目45个，完成投资78.3亿元。砾棠半导体封装项目总投资46亿元，3月12日开工；枫桦药业智能制造基地总投资9.5亿元，10月28日竣工；澜泊抗体药物产业化项目总投资15.2亿元，主体结构已经封顶。
实施技改项目108个。9月26日，省政府批复同意开发区扩区，形成“一区三园”格局，截至年底建成区面积9.3平方公里。
跨境电商交易额13.8亿元，是上年的2.4倍。接待游客218.6万人次，恢复到2019年的91.7%。煤焦产业占规上工业总产值的比重为64.4%。
平均每亩税收22.6万元。税收收入61.4亿元。标准化厂房新建10.3万平方米，累计达到41.5万平方米。
"""
BEFORE = """# 岫川经济开发区2020年工作总结

标准化厂房建成8.6万平方米，累计31.2万平方米。煤焦产业占规上工业总产值的比重为68.5%。
"""
HALF = """# 汧峁农产品加工园区2021年上半年工作汇报

| 指标 | 单位 | 1—6月 | 全年目标 | 完成全年目标% |
| --- | --- | --- | --- | --- |
| 招商引资到位资金 | 亿元 | 12.47 | 30 | 41.6 |
| 固定资产投资 | 亿元 | 18.92 | 38 | 49.8 |

## 下半年工作打算

招商引资到位资金确保30亿元，固定资产投资力争达到39.5亿元。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("projects"), REVIEW, "岫川2021.md", 岫川2020=BEFORE, 汧峁2021=HALF) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["岫川2021年有哪些重点项目", "岫川2021年的总结点名讲了哪几个重大产业项目"])
def test_projects_are_those_told_by_name(zones: Assistant, question: str) -> None:
    said = zones.ask(question).text
    assert said.startswith("共3条")
    assert all(name in said for name in ("砾棠半导体封装项目", "枫桦药业智能制造基地", "澜泊抗体药物产业化项目"))


def test_counts_of_projects_and_another_year_are_no_project(zones: Assistant) -> None:
    assert "108个" not in zones.ask("岫川2021年有哪些重大项目").text
    assert "砾棠" not in zones.ask("岫川2020年有哪些重大项目").text.partition("相关的")[0]


@pytest.mark.parametrize(("question", "said"), [
    ("岫川2020年跨境电商交易额推算一下是多少", "5.75亿元"),
    ("岫川2019年接待了多少游客，推算一下", "238.4万人次"),
    ("岫川开发区扩区，省里批下来是2021年几月几号的事", "9月26日"),
    ("产业结构的问题，岫川2021年跟2020年比有没有缓解？煤焦占比怎么变的？", "4.1个百分点"),
    ("汧峁园区2021年招商到位资金要完成全年任务，下半年还得再到位多少", "17.53亿元"),
    ("岫川标准化厂房累计面积2020年到2021年是什么变化", "10.3万平方米"),
])  # fmt: skip
def test_what_follows_from_what_is_told(zones: Assistant, question: str, said: str) -> None:
    assert said in zones.ask(question).text


def test_an_average_is_no_total(zones: Assistant) -> None:
    assert "61.4亿元（" not in zones.ask("岫川2021年平均一户能收上来多少税").text


def test_a_refusal_behind_another_topic_quotes_none_of_it(zones: Assistant) -> None:
    talk = zones.conversation()
    talk.ask("岫川2021年跨境电商交易额是多少")
    assert "跨境电商" not in talk.ask("岫川2021年管委会有几个人").text


BY_PLACE = """# 濋岵经济开发区2024年分片区发展情况报告

## 一、分片区项目情况

| 片区 | 签约项目（个） | 开工项目（个） | 开工项目总投资（亿元） |
|---|---|---|---|
| 东枫片区 | 26 | 17 | 61.2 |
| 西柏片区 | 18 | 11 | 40.5 |

## 二、重点项目

| 项目名称 | 所在片区 | 总投资（亿元） | 当年完成投资（亿元） |
|---|---|---|---|
| 铄域高端轴承项目 | 东枫片区 | 22.8 | 8.4 |
| 岑远医药中间体项目 | 西柏片区 | 9.6 | 3.1 |
"""


def test_a_place_alone_names_no_project_in_it(tmp_path: Path) -> None:
    with over(tmp_path, BY_PLACE, "濋岵2024.md") as assistant:
        assert assistant.ask("濋岵2024年东枫片区开工项目总投资是多少").text.startswith("61.2亿元")
        assert assistant.ask("濋岵2024年东枫片区轴承项目总投资是多少").text.startswith("22.8亿元")
