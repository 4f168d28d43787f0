"""The goal set for a share or for a net rise is looked up; what was done, or what came and left, is no goal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 澄坞经济开发区2022年工作总结

## 一、2022年主要指标完成情况

| 指标 | 年度目标 | 实际完成 |
| --- | --- | --- |
| 研发投入占GDP比重 | 3.1% | 2.85% |
| 净增规上工业企业 | 14家 | 17家 |

全年新入库规上工业企业24家、退库7家，净增17家。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("share_goals"), REPORT, "澄坞2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("澄坞经济开发区2022年研发投入占GDP比重目标是多少", "3.1%"),
        ("澄坞经济开发区2022年研发投入占GDP的比重目标是多少", "3.1%"),
        ("澄坞经济开发区2022年研发投入占GDP比重是多少", "2.85%"),
        ("澄坞经济开发区2022年净增规上工业企业目标有多少家", "14家"),
        ("澄坞经济开发区2022年净增规上工业企业多少家", "17家"),
    ],
)
def test_a_goal_is_not_what_was_done(zone: Assistant, question: str, number: str) -> None:
    assert zone.ask(question).text.startswith(number)
