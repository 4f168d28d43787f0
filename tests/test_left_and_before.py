"""Behind a number: what is left of it, what it was before, by how much it fell short; never the same number once more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

NOW = """# 淙埠经济开发区2022年工作总结

全年处置闲置土地162亩，年末闲置土地97亩。消化批而未供土地305亩，年末余量由上年的741亩降至588亩。
全年脱贫214户703人，其中岭头镇318人、坝下镇385人，年末尚有61户192人。交付人才公寓310套，城镇新增就业2750人。
出口27.5亿元，下降4.4%，完成年初目标31亿元（年中调整为28亿元）的88.7%。技改投资16.2亿元，增长6.6%。
交付安置房560套，完成年度目标600套的93.3%。
"""

BEFORE = """# 淙埠经济开发区2021年工作总结

全年出口28.77亿元，增长6.1%。技改投资15.2亿元，增长4.1%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("left"), NOW, "淙埠2022.md", 淙埠2021=BEFORE) as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told"), [
    ("淙埠2022年处置闲置土地多少||还剩多少", "97亩"),
    ("淙埠2022年消化批而未供土地多少||还剩多少亩", "588亩"),
    ("淙埠2022年脱贫多少户||还剩多少", "年末尚有61户192人"),
    ("淙埠2022年技改投资多少||原来是多少", "15.2亿元"),
    ("淙埠2022年出口目标多少||后来调成多少了||2021年是多少", "28.77亿元"),
    ("淙埠2022年安置房交付了多少套||任务呢||少交了多少套", "40套"),
])  # fmt: skip
def test_what_is_left_or_was_before_is_told(zone: Assistant, talk: str, told: str) -> None:
    assert told in last(zone, talk).split("来源")[0]


def test_what_is_left_is_not_what_was_told(zone: Assistant) -> None:
    answer = last(zone, "淙埠2022年交付人才公寓多少套||空着几套")
    assert answer.startswith("报告中没有写还剩多少")
