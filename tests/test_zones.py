"""Which zone a question names: short forms, families of one place, the same sound, and zones no report is of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.speakers import speakers
from assistant.zones import ZoneDirectory, core_of

SONGHE = "松河经济开发区"
GAOXIN, JINGKAI = "柏溪高新技术产业开发区", "柏溪经济技术开发区"
YUNLING = "云岭市工业园区（青石街道）"
DIRECTORY = ZoneDirectory([SONGHE, GAOXIN, JINGKAI, YUNLING])


def zones(text: str, directory: ZoneDirectory = DIRECTORY) -> tuple[str, ...]:
    return tuple(zone for mention in directory.find(text) for zone in mention.zones)


def unknown(text: str) -> list[str]:
    return [mention.text for mention in DIRECTORY.find(text) if not mention.zones]


@pytest.mark.parametrize(("name", "parts"), [
    ("松河经济开发区", ("松河", "经济开发区")), ("松河经济开发区管委会", ("松河", "经济开发区")),
    ("云岭市工业园区（青石街道）", ("云岭市", "工业园区")), ("浙江省松河经济开发区", ("松河", "经济开发区")),
    ("柏溪国家级高新区", ("柏溪", "高新区")), ("松河", ("松河", "")),
])
def test_a_name_is_a_place_and_a_kind(name: str, parts: tuple[str, str]) -> None:
    assert core_of(name) == parts


@pytest.mark.parametrize("name", ["松河", "松河开发区", "松河经开区", "松河经济开发区", "松河经济技术开发区"])
def test_a_zone_answers_to_its_short_names(name: str) -> None:
    assert zones(f"{name}2021年财政总收入") == (SONGHE,)


@pytest.mark.parametrize("name", ["云岭", "云岭市", "云岭工业园", "青石街道", "云岭市工业园区（青石街道）"])
def test_a_bracketed_addition_names_the_zone_too(name: str) -> None:
    assert zones(f"{name}2021年财政总收入") == (YUNLING,)


def test_two_families_of_one_place_are_two_zones() -> None:
    assert zones("柏溪高新区固投") == zones("柏溪高新技术产业开发区固投") == (GAOXIN,)
    assert zones("柏溪经开区固投") == zones("柏溪经济开发区固投") == (JINGKAI,)
    assert set(zones("柏溪固投")) == {GAOXIN, JINGKAI}


def test_two_printed_names_of_one_family_are_one_zone() -> None:
    directory = ZoneDirectory(["柏溪高新区", "柏溪高新技术产业开发区", "柏溪经开区"])
    assert len(directory.zones) == 2
    assert directory.identity["柏溪高新区"] == directory.identity["柏溪高新技术产业开发区"]
    assert directory.identity["柏溪高新区"] != directory.identity["柏溪经开区"]


def test_a_bare_name_belongs_to_the_places_only_family() -> None:
    assert len(ZoneDirectory(["松河开发区", "松河经济开发区"]).zones) == 1
    assert len(ZoneDirectory(["柏溪开发区", "柏溪高新区", "柏溪经开区"]).zones) == 3


def test_another_family_of_a_known_place_is_not_that_zone() -> None:
    assert zones("松河高新区固投") == ()
    assert unknown("松河高新区固投") == ["松河高新区"]


@pytest.mark.parametrize("text", ["兰亭高新区2021年固投", "和兰亭高新区比"])
def test_a_zone_that_no_report_is_of_is_named_and_nothing_stands_in(text: str) -> None:
    assert (zones(text), unknown(text)) == ((), ["兰亭高新区"])


@pytest.mark.parametrize("text", ["全省开发区固投", "各开发区固投", "哪个开发区最高", "三家开发区固投", "本开发区固投"])
def test_words_before_a_kind_that_name_no_place_are_no_zone(text: str) -> None:
    assert DIRECTORY.find(text) == []


def test_a_slip_of_the_same_sound_is_taken_and_said() -> None:
    [mention] = DIRECTORY.find("松合开发区2021年固投")
    assert mention.zones == (SONGHE,)
    assert "松合开发区" in mention.note
    assert SONGHE in mention.note


def test_a_kind_alone_is_the_only_zone_of_that_kind() -> None:
    assert DIRECTORY.by_kind("高新区2021年固投") == (GAOXIN,)
    assert ZoneDirectory([GAOXIN, "松河高新区"]).by_kind("高新区2021年固投") == ()


def test_mentions_say_where_they_stand() -> None:
    text = "2021年松河开发区和柏溪高新区比"
    assert [text[m.start : m.end] for m in DIRECTORY.find(text)] == ["松河开发区", "柏溪高新区"]


def test_an_empty_directory_knows_nothing_and_still_sees_that_a_zone_is_named() -> None:
    directory = ZoneDirectory([])
    assert directory.zones == ()
    assert [(m.text, m.zones) for m in directory.find("松河开发区固投")] == [("松河开发区", ())]


@given(st.text(alphabet="松河柏溪云岭市青石街道高新区经开开发工业园区的和全省三家2021年固投", max_size=30))
def test_mentions_do_not_overlap_and_name_only_zones_that_are_there(text: str) -> None:
    mentions = DIRECTORY.find(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(text[m.start : m.end] == m.text and set(m.zones) <= set(DIRECTORY.zones) for m in mentions)


@pytest.mark.parametrize(("text", "found"), [
    ("苇湖度假区2021年接待游客", "苇湖度假区"), ("苇湖2021年接待游客", "苇湖"), ("柏溪高新2021年进出口", "柏溪高新"),
    ("苇湖国庆长假接待游客", "苇湖"), ("苇湖哪天入选绿色工业园区", "苇湖"),
])
def test_the_end_of_a_kind_belongs_to_the_zone_and_what_is_no_place_is_no_zone(text: str, found: str) -> None:
    directory = ZoneDirectory(["苇湖省级旅游度假区", "柏溪高新技术产业开发区"])
    assert [m.text for m in directory.find(text)] == [found]


@pytest.mark.parametrize(("text", "found"), [
    ("苇原食品园规上工业产值", "苇原食品园"), ("苇原食品工业园产值", "苇原食品工业园"), ("苇原开发区产值", "苇原开发区"),
    ("苇原新区产值", "苇原"), ("艇湖城市公园项目投资", None),
])
def test_a_name_may_be_drawn_together_from_its_characters_in_order(text: str, found: str | None) -> None:
    directory = ZoneDirectory(["苇原食品工业园", "柏溪高新技术产业开发区"])
    assert [m.text for m in directory.find(text)] == ([found] if found else [])


def test_who_gives_a_report_stands_for_its_zone() -> None:
    head = f"述职报告\n{GAOXIN}党工委副书记、管委会主任　秦越川\n（2022年1月20日）\n各位领导："
    directory = ZoneDirectory([SONGHE, GAOXIN], speakers([(GAOXIN, head)]))
    assert zones("秦越川2021年招商几次", directory) == (GAOXIN,)
    assert zones("秦主任2021年招商几次", directory) == (GAOXIN,)
    assert zones("秦越川的职务是什么", directory) == ()
    assert zones("松河2021年招商几次", directory) == (SONGHE,)


def test_a_zone_is_called_by_its_first_character_and_its_kind() -> None:
    assert zones("柏高新2021年固投") == (GAOXIN,)
    assert zones("柏经开区2021年固投") == (JINGKAI,)
    assert zones("松柏高新2021年固投") == ()


def test_a_zone_answers_to_a_kind_that_leaves_some_of_its_own_out_and_to_a_slip_of_its_sound() -> None:
    directory = ZoneDirectory(["雁浦保税物流园区", "澜州市芦溪经济开发区"])
    assert [m.text for m in directory.find("雁浦保税园里2019年有多少人上班")] == ["雁浦保税园"]
    assert zones("炉溪2015年外资到账多少", directory) == ("澜州市芦溪经济开发区",)
    assert zones("工业2015年增加值多少", directory) == ()


@pytest.mark.parametrize(("zone", "text"), [("空港", "空港园2019年产值"), ("澜港", "澜港城2019年产值"), ("稷原港", "稷原港区2015年产值")])
def test_a_zone_that_is_all_place_is_found_too(zone: str, text: str) -> None:
    assert [m.zones for m in ZoneDirectory([zone]).find(text)][:1] in ([(zone,)], [()])


REAL_NAMES = {
    "宁波石化经济技术开发区": ("宁波石化", "宁波石化经开区", "宁波石化开发区"),
    "上海化学工业区": ("上海化工区", "上海化学工业区"),
    "惠州大亚湾经济技术开发区": ("大亚湾", "大亚湾经开区"),
    "南京江北新材料科技园": ("江北新材料科技园", "南京江北新材料科技园"),
    "苏州工业园区": ("苏州园区", "苏州工业园", "苏州工业园区"),
    "武汉东湖新技术开发区": ("东湖开发区", "东湖高新区", "武汉东湖", "东湖"),
    "张江高科技园区": ("张江", "张江园区"),
    "杨凌农业高新技术产业示范区": ("杨凌", "杨凌示范区", "杨凌农高区"),
    "平潭综合实验区": ("平潭", "平潭实验区", "平潭综合实验区"),
    "郑州航空港经济综合实验区": ("郑州航空港", "航空港区", "郑州航空港区", "郑州航空港实验区"),
    "贵安新区": ("贵安", "贵安新区"),
    "福建漳州古雷港经济开发区": ("古雷港", "古雷开发区", "古雷港经开区"),
    "宁东能源化工基地": ("宁东", "宁东基地"),
    "中新天津生态城": ("中新生态城", "天津生态城"),
    "合肥新站高新技术产业开发区": ("新站", "新站高新区", "合肥新站"),
    "无锡国家高新技术产业开发区": ("无锡高新区", "无锡国家高新区"),
    "西咸新区秦汉新城": ("秦汉新城",),
    "广西钦州保税港区": ("钦州保税港区", "钦州"),
    "海南生态软件园": ("海南生态软件园", "生态软件园"),
    "滨州北海经济开发区": ("北海开发区", "北海经开区", "滨州北海"),
    "安徽霍邱经济开发区": ("霍邱", "霍邱经开区", "霍邱开发区"),
    "江苏省溧水经济开发区": ("溧水", "溧水经开区", "溧水开发区"),
    "湖南湘潭岳塘经济开发区": ("岳塘", "岳塘经开区"),
    "山东省阳谷祥光生态工业园": ("祥光", "祥光工业园", "阳谷祥光"),
    "吉林长春莲花山生态旅游度假区": ("莲花山", "莲花山度假区"),
    "秀屿临港工业园区": ("秀屿", "秀屿工业园", "秀屿园区"),
    "泰州医药高新技术产业开发区": ("泰州医药高新区", "泰州高新区", "泰州"),
    "宜都市国家现代农业产业园": ("宜都", "宜都现代农业产业园"),
    "库尔勒上库高新技术产业开发区": ("上库", "上库高新区", "库尔勒上库高新区"),
    "兰州新区": ("兰州新区",),
    "武夷新区": ("武夷新区", "武夷"),
    "嘉兴港区": ("嘉兴港区",),
    "南沙经济技术开发区（自贸区）": ("南沙", "南沙开发区"),
    "唐山海港经济开发区": ("海港开发区", "唐山海港", "唐山海港经开区"),
    "内蒙古阿拉善高新技术产业开发区": ("阿拉善", "阿拉善高新区"),
    "黑龙江省双鸭山经济技术开发区": ("双鸭山", "双鸭山经开区"),
    "大连长兴岛经济技术开发区": ("长兴岛", "长兴岛经开区", "长兴岛开发区"),
    "淮安市盐化新材料产业园区": ("盐化新材料园", "淮安"),
    "永川国家高新区": ("永川高新区", "永川"),
}


@pytest.mark.parametrize("zone", REAL_NAMES)
def test_zones_are_called_without_province_city_or_what_they_are_for(zone: str) -> None:
    directory = ZoneDirectory([*REAL_NAMES])
    for name in REAL_NAMES[zone]:
        assert any(zone in mention.zones for mention in directory.find(f"{name}2018年财政总收入是多少")), name
