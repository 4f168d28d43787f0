"""Whether a height or a goal was reached, however that is asked; how far something fell that rose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.reached import mark_in_writing
from tests.conftest import last, over

REPORT = """# 淙埠经济开发区2022年工作总结

全年地区生产总值163.2亿元，增长8.3%。固定资产投资88.4亿元，增长11.7%，完成年度目标86亿元的102.8%。
一般公共预算收入14.6亿元，增长3.9%，完成年度目标15.2亿元的96.1%。出口27.5亿元，下降4.4%。
高新技术企业达到96家。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("reached"), REPORT, "淙埠2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("asked", "understood"), [
    ("够不够年初定的任务", "完成目标了吗"), ("GDP增速是不是过了9", "GDP增速有没有超过9%"), ("有没有超过100亿的企业", "有没有超过100亿的企业"),
])
def test_a_goal_or_a_rate_is_asked_for_as_a_mark_is(asked: str, understood: str) -> None:
    assert mark_in_writing(asked) == understood


@pytest.mark.parametrize(("talk", "told"), [
    ("淙埠2022年GDP增速是不是破8了", "对，报告中是增长8.3%"),
    ("淙埠2022年固定资产投资有没有过百亿", "不对，报告中是88.4亿元"),
    ("淙埠2022年固定资产投资破没破80", "对，报告中是88.4亿元"),
    ("淙埠2022年固定资产投资多少||够不够目标||有没有过90亿", "不对，报告中是88.4亿元"),
    ("淙埠2022年一般公共预算收入多少||够不够目标", "未完成目标"),
    ("淙埠2022年一般公共预算收入目标是多少||破没破15亿", "不对，报告中是14.6亿元"),
    ("淙埠2022年高企有没有到100家", "未达到100家，报告中是96家"),
    ("淙埠2022年一般公共预算收入跌了多少", "并没有下降，增长3.9%"),
    ("淙埠2022年出口跌了多少", "下降4.4%"),
])  # fmt: skip
def test_what_is_so_is_said_first(zone: Assistant, talk: str, told: str) -> None:
    assert last(zone, talk).startswith(told)
