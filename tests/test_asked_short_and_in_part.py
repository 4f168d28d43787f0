"""What is short of a goal, what was added or lost, and what only some of them have: no number of all is told in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

REVIEW = """# 崤湄经济开发区2021年工作总结

实际利用外资2.2亿美元，下降6.1%，年度目标2.5亿美元。技改投资31.4亿元，增长9.2%，完成年度目标30亿元的104.7%。
规上工业企业新入规11家、退库4家，净增7家，年末96家。限上服务业企业新升规6家、退规2家，年末31家。新认定高新技术企业18家，净增13家。
新签约项目42个，总投资97.5亿元，其中亿元以上项目23个、10亿元以上项目3个。固定资产投资81.2亿元，增长6.4%。出口28.6亿元，增长3.3%。
产值超10亿元企业6家。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("short"), REVIEW, "崤湄2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize("asked", ["实际利用外资的缺口是多少", "实际利用外资缺口有多大", "实际利用外资与目标的缺口多大", "实际利用外资欠额多少"])
def test_what_is_short_is_of_the_goal(zone: Assistant, asked: str) -> None:
    text = zone.ask(f"崤湄2021年{asked}").text
    assert text.startswith("未完成目标"), text
    assert "差0.3亿美元" in text, text


@pytest.mark.parametrize(("asked", "rate"), [("技改投资完成目标是百分之多少", "104.7%"), ("实际利用外资完成年度目标是百分之几", "88%")])
def test_how_much_of_a_goal_was_done_is_no_growth(zone: Assistant, asked: str, rate: str) -> None:
    assert zone.ask(f"崤湄2021年{asked}").text.startswith(rate)


@pytest.mark.parametrize("asked", [
    "新入规和净增的规上工业企业各是多少", "净增和新入规的规上工业企业各有几家", "规上工业企业新入规和净增分别是多少",
])
def test_what_came_and_what_it_came_to_are_two_numbers(zone: Assistant, asked: str) -> None:
    text = zone.ask(f"崤湄2021年{asked}").text
    assert "11家" in text, text
    assert "7家" in text, text
    assert "−" not in text, text


@pytest.mark.parametrize(("asked", "said"), [
    ("新入规规上工业企业比退库多多少", "11 − 4 = 7"),
    ("新认定高新技术企业比净增多多少", "18 − 13 = 5"),
    ("限上服务业企业新升规比退规多几家", "6 − 2 = 4"),
])
def test_a_verb_alone_is_set_against_the_same_things(zone: Assistant, asked: str, said: str) -> None:
    assert said in zone.ask(f"崤湄2021年{asked}").text


@pytest.mark.parametrize(("asked", "said"), [
    ("规上工业企业有多少家", "96家"), ("限上服务业企业有多少家", "31家"), ("新升规的限上服务业企业有几家", "6家"),
])
def test_what_came_is_no_part_of_the_name_of_those_there_are(zone: Assistant, asked: str, said: str) -> None:
    assert zone.ask(f"崤湄2021年{asked}").text.startswith(said)


@pytest.mark.parametrize(("asked", "said"), [
    ("固定资产投资呢", "81.2亿元"), ("出口呢", "28.6亿元"), ("总投资呢", "97.5亿元"), ("10亿元以上呢", "3个"), ("超过十个亿的呢", "3个"),
])
def test_behind_projects_counted_what_is_the_zones_is_of_the_zone(zone: Assistant, asked: str, said: str) -> None:
    text = last(zone, f"崤湄2021年新签约项目有多少个||{asked}")
    assert text.startswith(said), text
