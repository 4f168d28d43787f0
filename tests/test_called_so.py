"""What a question calls by its very name, or by the name that reports put in its place, is told; what has another name is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 菰坪经济开发区2021年工作总结

规上工业总产值300.0亿元，增长6.0%。研发投入相当于地区生产总值的3.7%。基础设施完成投资5.31亿元，新建道路8.2公里。

## 主导产业

| 行业 | 规上企业（户） | 产值（亿元） | 增速（%） |
|---|---|---|---|
| 智能装备 | 38 | 121.5 | 8.2 |
| 绿色建材 | 24 | 66.4 | 2.6 |

## 重点项目

| 项目 | 总投资（亿元） | 用地（亩） | 责任单位 |
|---|---|---|---|
| 菰川电驱桥总成 | 11.0 | 173 | 经济发展局 |
| 坪岳光学镀膜材料 | 6.5 | 92 | 招商服务局 |
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("called"), REPORT, "菰坪2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2021年研发投入相当于地区生产总值是多少", "3.7%"),
        ("2021年基础设施投资是多少", "5.31亿元"),
        ("2021年智能装备规上工业总产值是多少", "121.5亿元"),
        ("2021年绿色建材规模以上工业总产值是多少", "66.4亿元"),
        ("2021年菰川电驱桥总成用地有多少亩", "173亩"),
    ],
)
def test_told_by_its_name(zone: Assistant, question: str, told: str) -> None:
    assert zone.ask(f"菰坪经济开发区{question}").text.startswith(told)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("2021年水利设施投资是多少", "5.31亿元"),
        ("2021年智能装备规上工业增加值是多少", "121.5"),
        ("2021年智能装备固定资产投资是多少", "5.31"),
    ],
)
def test_another_thing_is_not_told_for_it(zone: Assistant, question: str, other: str) -> None:
    text = zone.ask(f"菰坪经济开发区{question}").text
    assert not text.startswith(other)
    assert text.startswith("报告中没有")
