"""The money of one project over two reports: each number is the project's, and what isn't printed is reckoned from what is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

EARLIER = """# 潆砌经济开发区2022年工作总结

全年完成固定资产投资70亿元，增长6.0%。
澄钺年产4万吨电解铜箔项目总投资30亿元，2021年9月动工，当年投资8亿元，累计13亿元。澄越精密机床项目总投资6亿元，当年投资2亿元，累计3亿元。
芦坪冷链港由芦坪商贸集团负责，总投资9亿元，占地236亩，4月开工，当年完成2.5亿元。
——汭口污水厂二期。总投资2亿元，当年完成投资0.9亿元。供电专线没有接通，推迟到2023年9月通水。责任单位汭口片区办。
"""
NOW = """# 潆砌经济开发区2023年工作总结

全年完成固定资产投资76亿元，增长9.0%。列入年度计划的六个重点项目进展较为顺利，全年调度项目四十八次，现将其中三个项目列表如下，投资单位均为亿元。

表1　部分重点项目进展

| 项目 | 总投资 | 当年投资 | 累计投资 | 进展 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
| 澄钺年产4万吨电解铜箔项目 | 30 | 11 | 24 | 8月28日投产 | 东片区管理局 |
| 澄越精密机床项目 | 6 | 2.4 | 5.4 | 12月竣工 | 招商中心 |
| 芦坪冷链港 | 9 | 3.5 | 6 | 主体封顶 | 建设局 |
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("account"), NOW, "潆砌2023.md", 潆砌2022=EARLIER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("澄钺铜箔到2023年底还差多少没投完", "6亿元"),
    ("铜箔项目2023年底投了几成", "80%"),
    ("铜箔项目2021年投了多少", "5亿元"),
    ("澄越机床项目2022年底累计砸进去多少", "3亿元"),
    ("澄越机床项目2023年以前投了多少", "3亿元"),
    ("芦坪冷链港2022年投了多少", "2.5亿元"),
    ("芦坪冷链港占多大地", "236亩"),
    ("芦坪冷链港2023年底还要投多少", "3亿元"),
    ("铜箔项目归谁盯", "东片区管理局"),
    ("汭口污水厂二期归谁管", "汭口片区办"),
    ("汭口污水厂二期为什么推迟", "供电专线"),
    ("芦坪冷链港现在到哪一步了", "主体封顶"),
])  # fmt: skip
def test_what_is_asked_of_one_project_is_told_or_reckoned(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert told in answer.text


def test_a_project_of_another_name_has_no_account(zone: Assistant) -> None:
    assert "30亿元" not in zone.ask("澄钺精密机床项目总投资多少").text
