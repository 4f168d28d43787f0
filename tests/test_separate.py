"""A message of several complete questions is each of them asked in turn; one that leans on what is before stays one."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.records import VerdictKind
from assistant.separate import separate
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period

KNOWN = Understanding(ZoneDirectory(["松河经济开发区", "柏溪高新技术产业开发区"]), latest=Period.year(2022))


@pytest.mark.parametrize(("text", "parts"), [
    ("松河2021年固投多少？另外，柏溪2022年税收多少？", ["松河2021年固投多少？", "柏溪2022年税收多少？"]),
    ("松河2021年税收？柏溪有哪些困难？", ["松河2021年税收？", "柏溪有哪些困难？"]),
    ("1. 松河2021年固投多少\n2. 柏溪税收增速\n3. 松河为什么没完成目标", ["松河2021年固投多少", "柏溪税收增速", "松河为什么没完成目标"]),
    ("（1）松河固投多少（2）柏溪固投多少", ["松河固投多少", "柏溪固投多少"]),
    ("松河2021年固投多少？柏溪2021年固投多少？哪个高？", ["松河2021年固投多少？", "柏溪2021年固投多少？", "哪个高？"]),
    ("松河2021年税收比2020年少多少？年初定的任务完成了没有？", ["松河2021年税收比2020年少多少？", "当年目标完成了没有？"]),
    ("甲川封测项目一期什么时候投产，当年产值多少，累计投了多少", ["甲川封测项目一期什么时候投产", "当年产值多少", "累计投了多少"]),
    ("甲川封测基地总投资多少，什么时候开工", ["甲川封测基地总投资多少", "什么时候开工"]),
    ("松河2021年税收是多少？2022年的目标完成没有？", ["松河2021年税收是多少？", "2022年目标完成了没有？"]),
])
def test_apart(text: str, parts: list[str]) -> None:
    assert separate(text, KNOWN) == parts


@pytest.mark.parametrize("text", [
    "松河2021年固投多少？柏溪呢？", "松河2021年固投多少？比2020年多多少？", "松河2021年固投多少，税收多少？", "我在松河办厂。柏溪2021年税收多少？",
    "甲川封测项目总投资多少，当年完成投资多少", "松河2021年固投多少，哪个项目什么时候开工",
    "松河2021年完成投资1.5亿元的项目有几个", "松河2021年引进了哪些项目？总投资多少？",
])
def test_together(text: str) -> None:
    assert separate(text, KNOWN) == [text]


@pytest.mark.parametrize(("text", "told"), [
    ("霁岭2018年规上工业总产值？另外，槐渚2017年盘活了多少亩存量土地？", ["262.4亿元", "318.5亩"]),
    ("1. 槐渚2018年固投多少\n2. 霁岭2018年固投增速", ["36.2亿元", "14.7%"]),
    ("槐渚2018年固投多少？霁岭2018年固投多少？哪个高？", ["36.2亿元", "58.4亿元", "霁岭高新区最高"]),
])
def test_told(nine: Assistant, text: str, told: list[str]) -> None:
    said = nine.ask(text).text
    assert all(piece in said for piece in told), said


def test_what_one_of_them_lists_is_verified_whatever_follows(sample: Assistant) -> None:
    answer = sample.ask("2018年财政收入多少？另外，2018年固投增速多少？")
    assert "2种口径" in answer.text
    assert not [v for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]
