"""A stock, what was taken off it in a year and what of it is left: each is told for itself alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

FIRST = """# 榉湾经济开发区2018年工作总结

## 一、2018年工作回顾

全年处置闲置厂房310亩，完成300亩任务的103.3%，年末剩余465亩。消化批而未供土地520亩，年底还剩690亩。
"""

SECOND = """# 桤山高新技术产业开发区2018年工作总结

## 一、2018年工作回顾

年初批而未供土地900亩，当年新增100亩、处置250亩，年末750亩。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("takings"), SECOND, "桤山2018.md", 榉湾2018=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "begins"), [
    ("榉湾2018年闲置厂房有多少亩？", "465亩"),
    ("榉湾2018年批而未供土地是多少？", "690亩"),
    ("榉湾2018年处置了多少闲置厂房？", "310亩"),
    ("桤山2018年批而未供土地有多少亩？", "750亩"),
    ("桤山2018年消化了多少批而未供土地？", "250亩"),
    ("桤山2018年消化的批而未供土地占年初的百分之几？", "27.8%"),
    ("桤山2018年批而未供的地，处置掉的占年初的百分之几？", "27.8%"),
])  # fmt: skip
def test_each_is_told_for_itself(zones: Assistant, question: str, begins: str) -> None:
    assert zones.ask(question).text.startswith(begins)


def test_what_was_taken_off_is_not_taken_off_what_is_left(zones: Assistant) -> None:
    assert "170亩" not in zones.ask("榉湾2018年批而未供土地消化了多少，还剩多少？").text
