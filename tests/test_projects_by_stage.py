"""Projects by their stage in a table and by their size in a sentence; their investment is no goal of the zone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.staged import staged_projects
from tests.conftest import over

REPORT = """# 樨浦经济开发区2023年工作总结

## 一、项目

规上工业总产值412.6亿元，增长7.1%。重点项目情况见表。

| 项目名称 | 总投资（亿元） | 开工时间 | 投产时间 | 责任单位 |
| --- | --- | --- | --- | --- |
| 沅砾电子封装基地 | 18.6 | 2021年4月 | 2023年6月（已投产） | 招商三局 |
| 栎川传感产业园 | 7.4 | 2022年9月 | 2024年8月（计划） | 樨北片区办 |
| 阜桐轴承三期 | 8.2 | 2022年3月 | 原定2023年9月，延至2024年4月 | 项目服务中心 |
| 暮岚纸业技改 | 3.1 | 2023年2月 | 2023年11月 | 樨北片区办 |
| 合计 | 37.3 | — | — | — |

| 工程名称 | 进展 |
| --- | --- |
| 樨江大道西延 | 2023年10月通车 |
| 樨山大道南延 | 路基完成六成 |

全年新签项目41个，其中10亿元以上项目9个，50亿元以上项目2个，后者为暮岚氢能（62.0亿元）和沅砾封测二期（55.0亿元）。

| 指标 | 单位 | 2023年完成 | 2023年目标 | 增速 |
| --- | --- | --- | --- | --- |
| 固定资产投资 | 亿元 | 131.2 | 140 | 4.1% |
| 技改投资 | 亿元 | 26.4 | 25 | 9.6% |
| 进出口总额 | 亿元 | 65.1 | 62 | 10.9% |

| 项目名称 | 总投资（亿元） | 2023年计划（亿元） | 2023年完成（亿元） |
| --- | --- | --- | --- |
| 芹塘储能电芯项目 | 32 | 8.5 | 4.1 |
| 暮岚齿轮箱二期 | 18.6 | 5.0 | 4.4 |
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("staged"), REPORT, "樨浦2023.md") as assistant:
        yield assistant


REACHED, NOT_YET = ("沅砾电子封装基地", "暮岚纸业技改"), ("栎川传感产业园", "阜桐轴承三期")


@pytest.mark.parametrize(
    "question", ["樨浦2023年项目表里，哪些项目标注为已经投产", "樨浦2023年已投产的项目有哪些", "列出樨浦2023年项目情况表中写明已投产的项目"]
)
def test_those_that_have_come_to_it(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert all(name in told for name in REACHED)
    assert not any(name in told for name in NOT_YET)


@pytest.mark.parametrize(
    "question", ["樨浦2023年的项目表里，到2023年底还没投产或交付的是哪几个", "樨浦2023年哪几个项目尚未投产", "樨浦2023年底没投产的项目名单"]
)
def test_those_that_have_not_yet(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert all(name in told for name in NOT_YET)
    assert not any(name in told for name in REACHED)


def test_how_far_a_row_has_come_tells_of_a_stage(zone: Assistant) -> None:
    assert "樨山大道南延" in zone.ask("樨浦2023年还没通车的是哪项工程，项目表里的").text


@pytest.mark.parametrize("question", ["樨浦2023年新签的50亿元以上项目是哪几个", "樨浦2023年签约的50亿元以上的项目有哪些"])
def test_those_of_a_size_are_named_behind_their_number(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert "暮岚氢能" in told
    assert "沅砾封测二期" in told


@pytest.mark.parametrize("question", ["樨浦2023年主要指标表里定了目标的，完成了的就两项，是哪两项", "樨浦2023年哪几项指标完成了目标"])
def test_what_a_project_comes_to_is_no_goal_that_was_met(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert "技改投资" in told
    assert "进出口总额" in told
    assert "总投资" not in told


@pytest.mark.parametrize("asked", ["哪些项目没按期投产", "新能源项目里哪些已投产", "哪些项目为什么还没投产", "已投产项目多少个"])
def test_other_questions_are_none_of_these(asked: str) -> None:
    assert staged_projects(asked) is None
