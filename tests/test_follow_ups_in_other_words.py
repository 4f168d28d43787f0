"""Promises of questions behind others that say in few words, and in any of the ways people have, what they are of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.courtesy import plainly
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

YEAR = """澧阳经济开发区2021年工作总结

一、2021年工作回顾
一般公共预算收入20.4亿元，增长5.0%；实际利用外资3亿美元，增长6.0%。
全年签约项目58个，协议投资214亿元，其中亿元以上36个；当年落地41个，开工29个。在建亿元以上项目87个。
国家级专精特新“小巨人”企业9家；省级专精特新中小企业60家；国家级研发平台2个。
全年供地1654亩，其中工业用地1207亩，占73.0%。
雁栖湖大桥项目总投资8亿元，占地62亩，累计完成投资5亿元。整治化工企业6家。

表1 2021年分片区主要指标
| 片区 | 规上工业总产值（亿元） | 增长（%） | 工业投资（亿元） |
| --- | --- | --- | --- |
| 北礁片区 | 700 | 4.1 | 58.4 |
| 南汊片区 | 430 | 9.3 | 31.6 |
| 西屿片区 | 220 | 6.2 | 18.5 |

二、2022年工作打算
一般公共预算收入达到22亿元；实际利用外资3.2亿美元。
"""
NEXT = """澧阳经济开发区2022年工作总结

一、2022年工作回顾
一般公共预算收入21.3亿元，增长4.4%，完成年度目标22亿元的96.8%；实际利用外资3.1亿美元，增长3.3%。
全年签约项目63个，协议投资238亿元，其中亿元以上39个；当年落地47个，开工38个。
国家级专精特新“小巨人”企业12家；省级专精特新中小企业81家；国家级研发平台1个。
全年供地1512亩，其中工业用地1138亩，占75.3%。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("words") / "reports"
    folder.mkdir()
    (folder / "澧阳2021.txt").write_text(YEAR, encoding="utf-8")
    (folder / "澧阳2022.txt").write_text(NEXT, encoding="utf-8")
    build(Settings.load(reports_dir=folder, index_dir=folder.parent / "index"))
    with opened(folder, folder.parent / "index") as assistant:
        yield assistant


def last(assistant: Assistant, *questions: str) -> str:
    talk = assistant.conversation()
    return [talk.ask(question).text for question in questions][-1]


@pytest.mark.parametrize("asked", ["再过一年呢？", "再往后一年是多少", "次年的数给我一个", "2022年的情况如何？"])
def test_the_year_next_to_the_one_talked_of_is_said_in_many_ways(told: Assistant, asked: str) -> None:
    assert "21.3亿元" in last(told, "澧阳2021年一般公共预算收入是多少", asked)


@pytest.mark.parametrize("asked", ["次年实到数和任务完成比例各给我一个", "第二年完成数和兑现率分别报一下"])
def test_the_amount_and_how_far_the_goal_was_reached_are_asked_for_in_one(told: Assistant, asked: str) -> None:
    answer = last(told, "澧阳2021年一般公共预算收入是多少", asked)
    assert "21.3亿元" in answer
    assert "96.8%" in answer


@pytest.mark.parametrize("asked", ["短收了多少？", "缺口有多大？"])
def test_what_came_in_short_is_short_of_the_goal(told: Assistant, asked: str) -> None:
    assert "0.7亿元" in last(told, "澧阳2022年一般公共预算收入是多少", asked)


@pytest.mark.parametrize("asked", ["次年打算干到多少？", "2022年定的数是多少？", "2022年的目标给一个"])
def test_what_is_to_be_reached_is_the_goal(told: Assistant, asked: str) -> None:
    assert "22亿元" in last(told, "澧阳2021年一般公共预算收入是多少", asked)


def test_those_of_a_stage_are_of_what_was_counted_and_no_place(told: Assistant) -> None:
    assert "29个" in last(told, "澧阳2021年签了多少个项目", "动工的呢？")


def test_those_of_a_size_are_of_all_that_was_counted_and_not_of_another_kind(told: Assistant) -> None:
    assert "36个" in last(told, "澧阳2021年签了多少个项目", "动工的呢？", "过亿元的有几个？")


def test_a_level_alone_is_of_the_noun_asked_of_before(told: Assistant) -> None:
    assert "12家" in last(told, "澧阳2022年国家级小巨人有几家", "省级的有多少？", "那国家级的？")


def test_both_numbers_asked_of_are_asked_of_in_another_year_by_the_names_they_go_by(told: Assistant) -> None:
    answer = last(told, "澧阳2021年供地多少亩", "其中工业用地呢？", "占几成？", "再往后一年这两个数分别是多少？")
    assert "1512亩" in answer
    assert "1138亩" in answer


def test_both_numbers_are_asked_of_another_part(told: Assistant) -> None:
    answer = last(told, "澧阳2021年北礁片区规上工业总产值多少", "工业投资呢？", "南汊的两项也报一下")
    assert "430亿元" in answer
    assert "31.6亿元" in answer


def test_the_quickest_is_one_of_those_that_were_ranked(told: Assistant) -> None:
    assert last(told, "澧阳2021年哪个片区规上工业总产值最大", "增速最快的又是谁，快到多少？").startswith("南汊片区")


def test_the_goal_of_the_zone_behind_a_share_is_an_amount(told: Assistant) -> None:
    answer = last(told, "澧阳2022年实际利用外资多少", "占全市多少？", "全区的目标是多少？")
    assert "3.2亿美元" in answer


def test_a_year_and_a_verb_of_its_own_ask_of_no_project(told: Assistant) -> None:
    assert "6家" in last(told, "澧阳2021年项目里头投资最大的是哪个", "2021年整治了多少家化工企业")
    assert "雁栖湖大桥项目干" not in "".join(told.conversation().ask("澧阳2021年项目里头投资最大的是哪个").query.indicators)
    talk = told.conversation()
    talk.ask("澧阳2021年项目里头投资最大的是哪个")
    assert not any("大桥" in p for p in talk.ask("2022年想干点啥").query.indicators)


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("出口和进口各给我一个", "出口和进口各是多少"),
        ("税收的金额和增幅分别报一下", "税收的金额和增幅各是多少"),
        ("2022年财政收入报一下", "2022年财政收入是多少"),
        ("把企业名单报一下", "把企业名单报一下"),
    ],
)
def test_a_request_for_a_number_is_a_question_for_it(asked: str, plain: str) -> None:
    assert plainly(asked) == plain
