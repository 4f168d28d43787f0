"""Zones called in short, whatever they are for: by the place alone, with a part of the rest, and never for another's or a plain word."""

from __future__ import annotations

import pytest

from assistant.zones import ZoneDirectory, core_of

OTHER = "榄坪经济开发区"
SHORT = {
    "硔溇有色金属循环经济产业园": ("硔溇", "硔溇园区", "硔溇产业园", "硔溇有色园", "硔溇金属园", "硔溇园"),
    "江南省瀔垯湖镁铝合金生态城": ("瀔垯湖", "瀔垯湖生态城", "江南瀔垯湖"),
    "沄州市嶂垞石墨烯工业园区·东区": ("嶂垞", "嶂垞工业园", "沄州嶂垞", "嶂垞石墨烯园"),
    "墅蓼白酒物流园": ("墅蓼", "墅蓼园区", "墅蓼白酒园"),
    "澹州汧岍矿泉水经济开发区（筹）": ("汧岍", "汧岍经开区", "汧岍开发区"),
    "翀巏区块链产业转移工业园": ("翀巏", "翀巏区块链园", "翀巏园区"),
    "勐垴边境经济合作区": ("勐垴", "勐垴边合区", "勐垴合作区"),
    "沭岭县锁具产业园": ("沭岭县", "沭岭", "沭岭锁具园"),
    "宁波滨墩特别合作区": ("滨墩", "滨墩合作区", "宁波滨墩"),
}


@pytest.mark.parametrize("zone", SHORT)
@pytest.mark.parametrize("question", ["{}2022年的产值是多少", "说说{}的主导产业", "去年的税收是多少，{}", "榄坪比{}多几家企业"])
def test_a_zone_is_known_by_its_short_names(zone: str, question: str) -> None:
    directory = ZoneDirectory([zone, OTHER])
    for name in SHORT[zone]:
        found = [m.text for m in directory.find(question.format(name)) if m.zones == (zone,)]
        assert found == [name], name


@pytest.mark.parametrize(("zones", "name", "meant"), [
    (("硔溇有色金属产业园", "硔溇经济开发区"), "硔溇园区", 0), (("硔溇有色金属产业园", "硔溇经济开发区"), "硔溇开发区", 1),
    (("碛溇装备制造产业园", "碛溇食品产业园"), "碛溇食品园", 1), (("兰垭新区", "兰垭高新技术产业开发区"), "兰垭新区", 0),
    (("沭岭县茶叶产业园", "沭岭县经济开发区"), "沭岭开发区", 1), (("勐垴边境经济合作区", "勐垴工业园区"), "勐垴工业园", 1),
])
def test_two_zones_of_one_place_are_told_apart(zones: tuple[str, str], name: str, meant: int) -> None:
    assert [m.zones for m in ZoneDirectory(zones).find(f"{name}2022年的产值是多少")] == [(zones[meant],)]


@pytest.mark.parametrize(("zone", "question"), [
    ("硔溇有色金属循环经济产业园", "有色金属2022年产值多少"), ("瀔濋稀贵金属科技园", "稀贵金属项目投资多少"), ("长江新区", "长江大保护投入多少"),
    ("江北新区", "江北水厂日处理能力多少"), ("金华锁具产业园", "锁具出口多少"), ("未来科学城", "未来三年打算投资多少"),
])
def test_what_a_zone_is_for_and_a_region_name_no_zone(zone: str, question: str) -> None:
    assert not any(m.zones for m in ZoneDirectory([zone, OTHER]).find(question))


@pytest.mark.parametrize("thing", ["铝业", "大桥项目", "片区", "城投", "化工有限公司", "水库"])
def test_what_is_called_by_the_place_keeps_its_name(thing: str) -> None:
    found = ZoneDirectory(["硔溇有色金属产业城", OTHER]).find(f"硔溇{thing}2022年投资多少")
    assert [m.text for m in found if m.zones] == ["硔溇"]


@pytest.mark.parametrize(("zone", "place"), [
    ("硔溇有色金属循环经济产业园", "硔溇"), ("马鞍山慈湖高新技术产业开发区", "马鞍山慈湖"), ("泉州半导体高新技术产业园区", "泉州"),
    ("上海紫竹高新技术产业开发区", "紫竹"),
])
def test_the_place_is_looked_for_from_the_front(zone: str, place: str) -> None:
    assert core_of(zone)[0] == place
