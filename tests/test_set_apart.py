"""Zones, years and things set against each other in what has to be worked out for each, and one against the sum of others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

EAST = """# 槲汭经济开发区2022年工作总结

规上工业总产值400.0亿元，增长8.4%；规上工业增加值100.0亿元，增长7.1%。固定资产投资80.0亿元，其中工业投资60.0亿元。
全年供应土地1000亩，其中工业用地750亩。当年新增规上工业企业24家、退库9家，年末规上工业企业287家。实际利用外资5000万美元。
东坊、西坊、北坊三个片区分别完成规上工业总产值200.0亿元、120.0亿元、70.0亿元。
泵阀、电缆、食品三大产业合计产值300.0亿元。其中，泵阀产业产值160.0亿元，增长10.0%；电缆产业产值90.0亿元，增长6.0%；食品产业受原料涨价影响，产值50.0亿元，下降2.0%。
澜砺泵业精密泵项目总投资8.0亿元，当年完成投资3.0亿元。璟流电缆项目总投资6.0亿元，当年完成投资2.0亿元，累计完成投资4.5亿元。

| 指标 | 单位 | 目标 | 完成 | 完成率（%） |
| --- | --- | --- | --- | --- |
| 财政总收入 | 亿元 | 30 | 33.0 | 110.0 |
| 技术改造投资 | 亿元 | 20 | 19.0 | 95.0 |

## 2023年打算

实际利用外资6000万美元。
"""

WEST = """# 翎沚高新区2022年工作总结

规上工业总产值300.0亿元，增长9.4%；规上工业增加值81.0亿元，增长8.1%。固定资产投资90.0亿元，其中工业投资54.0亿元。
出让土地800亩，其中工业用地640亩。当年新增规上工业企业18家、退出6家，年末规上工业企业163家。实际利用外资4000万美元。

## 2023年打算

实际利用外资7000万美元。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("set-apart"), EAST, "槲汭2022.md", 翎沚2022=WEST) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "expected", "absent"),
    [
        ("2022年供地里工业用地占比，槲汭和翎沚谁高", ["75%", "80%", "5个百分点"], []),
        ("槲汭2022年固投里工业投资占比比翎沚高还是低，高几个点", ["75%", "60%", "15个百分点"], []),
        ("2022年规上企业净增数，槲汭多还是翎沚多", ["15家", "12家"], ["287"]),
        ("规上增加值率2022年槲汭高还是翎沚高", ["25%", "27%"], []),
        ("槲汭2022年财政总收入和技术改造投资的完成率谁高", ["110", "95", "15个百分点"], ["33亿元"]),
        ("槲汭2022年规上工业总产值比翎沚多多少", ["100亿元"], []),
    ],
)
def test_what_is_worked_out_for_each_is_compared(zones: Assistant, question: str, expected: list[str], absent: list[str]) -> None:
    text = zones.ask(question).text
    assert all(e in text for e in expected), text
    assert not any(a in text for a in absent), text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("槲汭2022年光一个东坊，规上产值就比西坊同北坊加起来还多，多了多少", ["190亿元", "10亿元"]),
        ("槲汭2022年东坊一家的规上产值比西坊加北坊还多吗", ["190亿元", "10亿元"]),
        ("槲汭2022年泵阀产业产值比电缆和食品加起来多还是少，差多少", ["140亿元", "20亿元"]),
        ("槲汭2022年西坊和北坊的规上产值合计比东坊少多少", ["190亿元", "10亿元"]),
    ],
)
def test_one_is_set_against_the_sum_of_others(zones: Assistant, question: str, expected: list[str]) -> None:
    text = zones.ask(question).text
    assert all(e in text for e in expected), text
    assert "300亿元" not in text, text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年外资目标谁定得高，高多少", ["翎沚", "1000万美元"]),
        ("2022年规上工业增加值谁家大", ["槲汭经济开发区最高", "100.0亿元"]),
        ("2022年两个开发区的规上工业增加值谁高，高多少", ["槲汭经济开发区最高", "19亿元"]),
        ("槲汭2022年当年完成投资，澜砺泵业比璟流电缆多多少", ["多1亿元"]),
        ("槲汭2022年食品产业产值多少", ["50.0亿元"]),
    ],
)
def test_who_is_of_the_zones_and_a_number_said_first_is_of_both(zones: Assistant, question: str, expected: list[str]) -> None:
    text = zones.ask(question).text
    assert all(e in text for e in expected), text
