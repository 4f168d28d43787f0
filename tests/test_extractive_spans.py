"""Parts of a year, rates of things done, wholes from a part and its share, shares of groups; small invented reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.question import understand
from assistant.records import Aspect, Operation
from assistant.settings import Settings
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.building import build
from tests.conftest import opened

FIRST = """潭溪经济开发区2019年工作总结

一、2019年工作回顾
全年完成固定资产投资80亿元，同比增长10%；其中一季度完成固定资产投资12.5亿元，上半年完成固定资产投资36.2亿元，前三季度完成固定资产投资58.7亿元。
一般公共预算收入8.4亿元，同比增长5%，占全县一般公共预算收入的30%。
规上工业增加值增长7.2%，高于全市1.4个百分点。
受理企业来件640件，办结608件。保障房建成500套，已入住320套。
新材料、装备制造、食品加工三大产业分别实现产值50亿元、30亿元、20亿元；规模以上工业总产值125亿元，同比增长9%。
在全省开发区综合考评中列第20位，比上年前移3位。

二、2020年工作打算
固定资产投资88亿元。
"""

SECOND = """潭溪经济开发区2020年工作总结

一、2020年工作回顾
全年完成固定资产投资86亿元，同比增长7.5%；一般公共预算收入8.9亿元，同比增长6%。
规模以上工业总产值131亿元，同比增长4.8%。
"""

OTHER = """岭东高新区2020年工作总结

一、2020年工作回顾
全年完成固定资产投资64亿元，同比增长9.1%；一般公共预算收入6.2亿元，同比增长3%。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("spans")
    where = folder / "reports"
    where.mkdir()
    for name, text in (("tanxi_2019", FIRST), ("tanxi_2020", SECOND), ("lingdong_2020", OTHER)):
        (where / f"{name}.txt").write_text(text, encoding="utf-8")
    build(Settings.load(reports_dir=where, index_dir=folder / "index"))
    with opened(where, folder / "index") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("潭溪经开区2019年四季度单季固定资产投资多少", "21.3亿元"),
        ("潭溪经开区2019年第二季度固投完成额", "23.7亿元"),
        ("潭溪经开区2019年下半年固投有多少", "43.8亿元"),
        ("潭溪经开区2019年二、三季度固投加起来多少", "46.2亿元"),
        ("潭溪经开区2019年二、三季度的固投合起来占全年多大比重", "57.8%"),
        ("潭溪经开区2019年上半年固投占全年多少", "45.3%"),
    ],
)
def test_a_part_of_a_year_follows_from_other_parts(reports: Assistant, question: str, value: str) -> None:
    assert value in reports.ask(question).text


def test_what_no_parts_lead_to_is_refused(reports: Assistant) -> None:
    assert reports.ask("潭溪经开区2020年四季度固定资产投资多少").refused
    assert reports.ask("潭溪经开区2019年四季度一般公共预算收入多少").refused


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("潭溪经开区2019年企业来件办结率", "95%"),
        ("潭溪经开区2019年保障房住进去几成了", "64%"),
        ("潭溪经开区2019年保障房入住率算一下", "64%"),
    ],
)
def test_a_rate_that_is_not_printed_is_what_was_done_of_all(reports: Assistant, question: str, value: str) -> None:
    assert value in reports.ask(question).text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("从潭溪经开区2019年一般公共预算收入及其占比推算，全县一般公共预算收入大约多少", "28亿元"),
        ("潭溪经开区2019年全县一般公共预算收入大概多少", "28亿元"),
    ],
)
def test_a_whole_follows_from_a_part_and_its_share(reports: Assistant, question: str, value: str) -> None:
    assert value in reports.ask(question).text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("按2019年的增速推算，潭溪经开区2018年固定资产投资大概多少", "72.7亿元"),
        ("潭溪经开区2018年固定资产投资大约多少（按2019年增速推）", "72.7亿元"),
        ("根据2019年数据推算潭溪经开区2018年规上工业总产值", "114.7亿元"),
    ],
)
def test_a_projection_starts_from_the_year_that_is_named(reports: Assistant, question: str, value: str) -> None:
    answer = reports.ask(question).text
    assert value in answer.replace("73亿元", "72.7亿元").replace("115亿元", "114.7亿元")
    assert "2020年" not in answer


def test_shares_of_groups_and_of_several_parts(reports: Assistant) -> None:
    assert "80%" in reports.ask("潭溪经开区2019年三大产业占规上工业总产值多少").text
    assert "64%" in reports.ask("潭溪经开区2019年新材料和装备制造合计占规上工业总产值的比重").text
    assert "30%" in reports.ask("潭溪经开区2019年装备制造产值占三大产业合计多少").text
    assert reports.ask("潭溪经开区2019年五大产业占规上工业总产值多少").refused


def test_the_distance_to_the_city_is_the_printed_one(reports: Assistant) -> None:
    assert "1.4个百分点" in reports.ask("潭溪经开区2019年规上工业增加值比全市快多少").text


def test_which_is_larger_needs_both(reports: Assistant) -> None:
    assert "86亿元" in reports.ask("2020年潭溪和岭东固投谁大，各多少").text
    lone = reports.ask("2019年潭溪和岭东固投谁大")
    assert lone.refused
    assert "80亿元" in lone.text


def test_a_change_in_money_is_no_per_cent(reports: Assistant) -> None:
    assert "6亿元" in reports.ask("潭溪经开区2020年固投增加了多少亿").text


def test_an_earlier_rank_follows_from_the_places_moved(reports: Assistant) -> None:
    assert "第23位" in reports.ask("潭溪经开区2018年在全省开发区综合考评中排第几").text


@pytest.mark.parametrize(
    ("question", "operation", "aspect"),
    [
        ("潭溪15到16年产值是不是一直在降", Operation.TREND, Aspect.VALUE),
        ("潭溪2015到2016年利润变化", Operation.TREND, Aspect.VALUE),
        ("潭溪2015、2016两年税收走势", Operation.TREND, Aspect.VALUE),
        ("2016年潭溪和岭东GDP谁大", Operation.EXTREME, Aspect.VALUE),
        ("潭溪2016年出口占进出口总额", Operation.ONE, Aspect.SHARE),
        ("潭溪2016年产值降了多少亿", Operation.DIFFERENCE, Aspect.VALUE),
    ],
)
def test_how_it_is_asked(question: str, operation: Operation, aspect: Aspect) -> None:
    known = Understanding(ZoneDirectory(["潭溪经济开发区", "岭东高新区"]))
    query = understand(question, known)
    assert (query.operation, query.aspect) == (operation, aspect)
    assert all(not phrase.endswith(("变化", "降", "大", "两")) for phrase in query.indicators)


def test_a_character_in_common_makes_no_rate(reports: Assistant) -> None:
    assert "÷" not in reports.ask("潭溪经开区2019年规上工业增加值开工率").text
