"""A figure of all is no answer for a part that the report doesn't name; a part named together with its whole is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 槐岑经济开发区2020年工作总结

2020年，全区规上工业总产值300.0亿元，增长6.0%。固定资产投资52.0亿元，增长8.0%，其中工业投资31.0亿元，增长19.0%。实际利用外资4200万美元，增长3.0%。
全年供应土地785亩，其中工业用地421亩、仓储用地305亩。
全年兑现惠企奖补资金7785万元，其中研发费用后补助2940万元，技改贴息1865万元，升规奖励210万元。
新签约项目80个，其中亿元以上50个，项目开工率75.0%。投产项目11个。
"""

SECOND = """# 槐岑经济开发区2021年工作总结

2021年，全区规上工业总产值330.0亿元，增长10.0%。全年盘活低效用地820亩。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("owners"), REPORT, "槐岑2020.md", 槐岑2021=SECOND) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "槐岑2020年生物医药规上工业总产值是多少",
        "槐岑2020年房地产固定资产投资是多少",
        "槐岑2020年集成电路的实际利用外资",
        "槐岑2020年盘活低效用地多少亩",
    ],
)
def test_what_is_told_of_all_is_told_of_no_part(zone: Assistant, question: str) -> None:
    assert zone.ask(question).text.startswith("报告中没有")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("槐岑2020年工业用地供应土地是多少", "421亩"),
        ("槐岑2020年技改贴息惠企奖补资金是多少", "1865万元"),
        ("槐岑2020年亿元以上新签约项目有多少个", "50个"),
        ("槐岑2020年投产项目是多少", "11个"),
        ("槐岑2020年规上工业总产值是多少", "300.0亿元"),
        ("槐岑2021年盘活低效用地多少亩", "820亩"),
    ],
)
def test_a_part_is_told_by_its_own_name(zone: Assistant, question: str, said: str) -> None:
    assert zone.ask(question).text.startswith(said)
