"""Several numbers asked for in one message are each told as when asked for alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.listed import is_name
from assistant.settings import Settings
from assistant.severally import asked_together
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.building import build
from index.records import Period
from tests.conftest import last

REPORT = """泽州柳坞经济开发区2021年工作总结

一、2021年工作回顾
全年完成规模以上工业总产值312.4亿元，增长6.2%，年初目标320亿元。建成区面积达到15.3平方公里。
规上工业企业128家，当年退出规上企业7家。建成安置房940套。外出招商36批次。
东片区产值120.5亿元，西片区产值86.3亿元。
柳东大道全长7.4公里，累计投资4.6亿元。柳坞水厂二期累计完成投资1.9亿元。
实现一般公共预算收入14.7亿元，增长5.1%。专利授权83件。
细颗粒物年均浓度34微克/立方米，比上年下降8.1%。
"""
ZONE = "泽州柳坞经济开发区"
KNOWN = Understanding(ZoneDirectory([ZONE]), frozenset({"东片区", "西片区"}), Period.year(2021))


@pytest.fixture(scope="module")
def willow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("willow")
    (folder / "reports").mkdir()
    (folder / "reports" / "liuwu_2021.txt").write_text(REPORT, "utf-8")
    settings = Settings.load(reports_dir=folder / "reports", index_dir=folder / "index")
    build(settings)
    with Assistant.open(settings=settings) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "numbers"), [
    ("柳坞2021年规模以上工业总产值与目标差额和建成区面积各是多少", ("7.6", "15.3")),
    ("2021年柳坞退出规上企业多少？建成安置房呢？", ("7家", "940")),
    ("柳坞2021年细颗粒物年均浓度多少、下降多少，专利授权呢", ("34", "8.1", "83")),
    ("柳坞2021年外出招商、建成区面积、专利授权分别是多少", ("36", "15.3", "83")),
    ("柳坞2021年东片区和西片区的产值各是多少", ("120.5", "86.3")),
    ("柳坞2021年柳东大道和柳坞水厂二期的累计投资各是多少", ("4.6", "1.9")),
])
def test_each_is_told_as_alone(willow: Assistant, question: str, numbers: tuple[str, ...]) -> None:
    text = willow.ask(question).text
    assert all(n in text for n in numbers), text


def test_what_is_missing_is_said_to_be(willow: Assistant) -> None:
    text = willow.ask("2021年柳坞外出招商多少？网约车数量呢？").text
    assert "36批次" in text
    assert "没有" in text


@pytest.mark.parametrize(("question", "asked"), [
    ("2021年柳坞外出招商多少？建成安置房呢？", ["2021年柳坞外出招商多少", "柳坞2021年建成安置房是多少"]),
    ("柳坞2021年外出招商是多少，建成安置房又是多少", ["柳坞2021年外出招商是多少", "柳坞2021年建成安置房是多少"]),
    ("柳坞2021年固定资产投资多少、增长多少，专利授权呢", ["柳坞2021年固定资产投资多少，增长多少", "柳坞2021年专利授权是多少"]),
    ("2021年柳坞产值多少？2020年呢？", []),
    ("2021年柳坞东片区产值多少？西片区呢？", []),
    ("2021年柳坞东片区产值多少？税收呢？", []),
    ("柳坞2021年产值比税收多多少？专利授权呢", []),
])
def test_questions_stand_alone_where_each_names_its_own(question: str, asked: list[str]) -> None:
    assert asked_together(question, KNOWN) == asked


def test_short_of_the_goal_is_one_name() -> None:
    assert is_name("税收收入与目标差额")
    assert not is_name("税收和产值相差")


def test_a_guess_at_one_of_them_is_not_told_for_it(willow: Assistant) -> None:
    text = willow.ask("柳坞2021年供热管网和专利授权各是多少").text
    assert "83件" in text
    assert "7.4公里" not in text


def test_what_is_named_stays_told_in_a_talk_though_another_is_not_there(sample: Assistant) -> None:
    text = last(sample, "2018年工业有效投资是多少||财政总收入和固定资产投资各是多少，外贸出口呢")
    assert [part for part in ("12.8亿元", "37.59亿元", "没有") if part not in text] == [], text
    assert "22.53亿元" not in text.partition("相关的原文")[0]
