"""Causes that stand beside what they explain, and results of numbers that a sentence tells of parts side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 砚泮经济开发区2022年工作总结

## 一、2022年工作

规上工业总产值64.8亿元，增长2.1%，与68亿元的年度计划相比差3.2亿元：鹭川微电子6至8月停机检修，影响约1.9亿元；整机代工订单外移，影响约1.3亿元。

第3项　针织止滑。要求产值不低于17亿元。实际16.2亿元，下降3.0%。停产2家、外迁1家，主要是外单流失、人工成本一年涨了9.5%。评定：未完成。

磐石煤机与矾岭工学院共建的智能矿山装备实验室获批省级重点实验室，主任为蔺仲言教授。

全港完成货物吞吐量4862万吨，增长7.4%。按货种分，金属矿石1384万吨，煤炭1126万吨，粮食642万吨，其他1710万吨。

乡村民宿：年末118家，比上年净增31家，床位1580张。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("apart"), REPORT, "report.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("2022年规上产值没够着计划，两个影响因素及各自影响额？", ("停机检修", "1.3亿元")),
    ("砚泮2022年针织板块为什么会缩", ("外单流失", "人工成本")),
    ("砚泮2022年针织产值为什么没交上账", ("外单流失", "人工成本")),
    ("磐石煤机跟学校合办的那个实验室评上省里的重点了，主任叫啥名？", ("蔺仲言",)),
    ("砚泮2022年的货里面，金属矿石占到总量的百分之多少？", ("28.4", "4862")),
])  # fmt: skip
def test_what_stands_beside_is_told(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(words in answer.text for words in told)
