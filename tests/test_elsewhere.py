"""Places that no report is of, named without 开发区: nobody else's number is told for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

REPORT = """# 滃汀高新技术产业开发区2023年工作总结

全年规上工业总产值68.4亿元，增长5.2%；固定资产投资57.3亿元，下降4.6%；一般公共预算收入6.35亿元，增长11.0%，其中税收收入5.1亿元。赴杭州、宁波招商12批次，宁波投资的项目3个；南片区产值20.1亿元。
"""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("elsewhere"), REPORT, "滃汀2023.md") as assistant:
        yield assistant


@pytest.mark.parametrize("talk", [
    "杭州2023年规上工业总产值", "2023年萧山规上工业总产值多少", "昆山的规上工业总产值是多少", "我想知道柯桥2023年固定资产投资",
    "滃汀2023年固定资产投资||太原的固定资产投资呢", "滃汀2023年固定资产投资||杭州呢",
    "宁波2023年固定资产投资", "2023年宁波一般公共预算收入", "平顶山规上工业总产值多少", "滃汀2023年固定资产投资||上饶呢",
])
def test_a_place_with_no_report_is_said_to_have_none(one: Assistant, talk: str) -> None:
    told = last(one, talk)
    assert told.startswith("报告中没有“")
    assert "滃汀高新" in told
    assert "亿元" not in told


@pytest.mark.parametrize(("talk", "said"), [
    ("请问2023年固定资产投资是多少", "57.3亿元"),
    ("那2023年规上工业总产值呢", "68.4亿元"),
    ("固定资产投支2023年多少", "57.3亿元"),
    ("滃汀2023年固定资产投资||增速呢", "4.6%"),
    ("宁波投资的项目有几个", "3个"),
    ("滃汀2023年一般公共预算收入||里面税收多少", "5.1亿元"),
])
def test_words_that_open_a_question_are_no_place(one: Assistant, talk: str, said: str) -> None:
    assert said in last(one, talk)
