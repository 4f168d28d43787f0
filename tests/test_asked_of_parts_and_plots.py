"""What a sum was split into: by what was got from above, by what it was spent on, by plots."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

REVIEW = """# 岚溪经济开发区2022年工作总结

全年争取上级财政资金2.4亿元，其中中央1.1亿元、省级0.9亿元、市级配套0.4亿元。按用途分，水厂扩建1.2亿元、货站路网0.7亿元、检测平台0.5亿元。
供应工业用地18宗1170亩，工业用地出让均价每亩20万元。二期项目5月开工，用地620亩，总投资31亿元。
规上工业企业用地1.2万亩。桉禾轴承一期总投资21亿元，占地310亩，当年完成投资5.2亿元。桉禾轴承二期总投资9亿元，占地140亩，当年完成投资0.8亿元。
新签约项目46个，总投资86.4亿元。磡石机器人产业园总投资13.5亿元，占地260亩。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parts"), REVIEW, "岚溪2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("岚溪2022年争取的财政资金里省级是多少", ["0.9亿元"]),
    ("岚溪2022年财政资金各方向是多少", ["水厂扩建", "1.2亿元", "货站路网", "0.7亿元", "检测平台", "0.5亿元"]),
    ("岚溪2022年供应的工业用地，平均一宗有多少亩", ["65", "1170 ÷ 18"]),
    ("岚溪2022年桉禾轴承一期和桉禾轴承二期的占地各是多少", ["310亩", "140亩"]),
    ("岚溪2022年桉禾轴承一期和二期的占地面积分别是多少", ["310亩", "140亩"]),
    ("岚溪2022年哪个项目占地最高", ["二期项目", "620亩"]),
    ("岚溪2022年磡石机器人产业园项目总投资是多少", ["13.5亿元"]),
])
def test_parts_are_told_as_such(zones: Assistant, question: str, said: list[str]) -> None:
    text = last(zones, question)
    assert [word for word in said if word not in text] == [], text


@pytest.mark.parametrize(("questions", "said"), [
    ("岚溪2022年桉禾轴承一期占地是多少||桉禾轴承二期呢", "140亩"),
    ("岚溪2022年桉禾轴承一期当年完成投资是多少||桉禾轴承二期呢", "0.8亿元"),
])
def test_another_part_is_asked_by_the_same_measure(zones: Assistant, questions: str, said: str) -> None:
    text = last(zones, questions)
    assert text.startswith(said), text
