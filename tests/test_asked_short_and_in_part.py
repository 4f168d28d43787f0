"""What is short of a goal, what was added or lost, and what only some of them have: no number of all is told in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REVIEW = """# 崤湄经济开发区2021年工作总结

实际利用外资2.2亿美元，下降6.1%，年度目标2.5亿美元。技改投资31.4亿元，增长9.2%，完成年度目标30亿元的104.7%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("short"), REVIEW, "崤湄2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize("asked", ["实际利用外资的缺口是多少", "实际利用外资缺口有多大", "实际利用外资与目标的缺口多大", "实际利用外资欠额多少"])
def test_what_is_short_is_of_the_goal(zone: Assistant, asked: str) -> None:
    text = zone.ask(f"崤湄2021年{asked}").text
    assert text.startswith("未完成目标"), text
    assert "差0.3亿美元" in text, text


@pytest.mark.parametrize(("asked", "rate"), [("技改投资完成目标是百分之多少", "104.7%"), ("实际利用外资完成年度目标是百分之几", "88%")])
def test_how_much_of_a_goal_was_done_is_no_growth(zone: Assistant, asked: str, rate: str) -> None:
    assert zone.ask(f"崤湄2021年{asked}").text.startswith(rate)
