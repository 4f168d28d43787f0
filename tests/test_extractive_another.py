"""A known indicator is answered by no other; by how much a value was restated, and why; where a place stood before it fell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

FIRST = """# 岫川经济开发区2020年工作总结

规模工业总产值完成214.6亿元，增长4.2%。土地出让金实收28.3亿元。为什么产值没有再高一些？两家龙头企业停产检修，订单后移。
"""
NEXT = """# 岫川经济开发区2021年工作总结

规模工业总产值完成240.8亿元，增长12.9%，其中2020年规模工业总产值由214.6亿元核定为213.2亿元，剔除了2家企业重复上报的产值。
在国家级经开区综合考评中列第91位，后退3位。珂泊航材7月19日完成全区首单保税维修业务。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("another"), FIRST, "岫川2020.md", 岫川2021=NEXT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2020年规模工业总产值核减了多少", "少1.4亿元"),
    ("2020年工业总产值，两份报告里为什么对不上", "剔除了2家企业重复上报"),
    ("2020年国家级经开区综合考评第几位", "第88位"),
    ("首单保税维修是谁做的", "珂泊航材"),
    ("2020年卖地收了多少钱", "28.3亿元"),
])  # fmt: skip
def test_what_was_restated_and_what_fell(zone: Assistant, question: str, said: str) -> None:
    assert said in zone.ask(question).text


def test_a_part_is_offered_as_what_it_is(zone: Assistant) -> None:
    text = zone.ask("2020年工业总产值是多少").text
    assert "214.6亿元" in text
    assert "规模工业总产值" in text


@pytest.mark.parametrize(("question", "missing"), [
    ("2020年营业总收入是多少", "“营业总收入”"),
    ("2021年规模工业总产值和工业增加值各多少", "“工业增加值”"),
    ("2021年进出口总额和研发投入各多少", "“研发投入”"),
    ("2021年亿元以上企业是多少", "“亿元以上企业”"),
])  # fmt: skip
def test_a_known_indicator_is_answered_by_no_other(zone: Assistant, question: str, missing: str) -> None:
    text = zone.ask(question).text
    assert "报告中没有" in text
    assert missing in text
