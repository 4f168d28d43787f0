"""What the reports don't say is refused, in one form, with the nearest thing that they do say, called what it is."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.extractive.drafting import REFUSAL
from tests.citing import figures_in, loose_figures


@pytest.mark.parametrize("question", [
    "2018年GDP是多少", "2018年常住人口是多少", "全年税收收入是多少", "进出口总额是多少", "城镇居民人均可支配收入",
    "新建5G基站多少座", "PM2.5平均浓度是多少", "晚上吃什么", "asdfgh", "规上工业增加值是多少",
])
def test_what_a_report_lacks_is_refused_without_a_number_passed_off_as_it(sample: Assistant, question: str) -> None:
    answer = sample.ask(question)
    assert answer.refused
    assert answer.text.startswith(REFUSAL)
    assert loose_figures(answer) == []
    # A number that is said all the same is called what it is: it comes after the refusal, in a cited statement.
    assert figures_in(answer.statements[0].text) == []


@pytest.mark.parametrize(("question", "nearest"), [
    ("槐渚2020年财政总收入是多少", "目标"),  # only a goal is there
    ("槐渚2016年财政总收入是多少", "2017年财政总收入"),  # another year
    ("霁岭2018年财政总收入是多少", "鲸浦经济技术开发区2018年财政总收入"),  # another zone
    ("霁岭2018年上半年固定资产投资", "2018年固定资产投资"),  # the whole year
    ("鲸浦2017年8月规上工业总产值", "2017年规上工业总产值"),
])
def test_a_refusal_names_the_nearest_thing_that_is_there(nine: Assistant, question: str, nearest: str) -> None:
    answer = nine.ask(question)
    assert answer.refused
    assert answer.text.startswith(REFUSAL)
    assert nearest in answer.text
    assert answer.citations


def test_a_goal_that_is_not_there_is_refused_and_the_result_is_called_a_result(sample: Assistant) -> None:
    answer = sample.ask("2019年财政总收入目标是多少")
    assert answer.refused
    assert "2018年财政总收入" in answer.text


def test_a_zone_without_a_report_is_refused_by_name_and_the_others_are_listed(nine: Assistant) -> None:
    answer = nine.ask("云浦开发区2018年财政总收入是多少")
    assert answer.refused
    assert answer.text.startswith(REFUSAL)
    assert "云浦开发区" in answer.text
    assert all(zone in answer.text for zone in ("槐渚", "霁岭", "鲸浦"))
    assert figures_in(answer.text) == []


def test_one_of_two_things_that_is_missing_is_said_beside_the_other(sample: Assistant) -> None:
    answer = sample.ask("财政总收入和常住人口各多少")
    assert "12.8亿元" in answer.text
    assert "常住人口" in answer.text
    assert "没有" in answer.text


def test_a_refusal_says_what_was_looked_for(sample: Assistant) -> None:
    assert "人均GDP" in sample.ask("2018年人均GDP是多少").text


def test_an_indicator_that_only_begins_alike_is_not_passed_off_as_the_asked_one(nine: Assistant) -> None:
    assert nine.ask("槐渚2018年房价是多少").refused


def test_what_the_assistant_is_for_and_has_is_said_and_is_no_refusal(nine: Assistant) -> None:
    for question in ("有哪些报告", "你能做什么"):
        answer = nine.ask(question)
        assert not answer.refused
        assert all(zone in answer.text for zone in ("槐渚", "霁岭", "鲸浦"))


def test_who_is_responsible_is_told_only_by_a_sentence_that_says_so(sample: Assistant) -> None:
    assert sample.ask("谁负责企业上市这块工作？").refused
    assert "企业上市" not in sample.ask("企业上市谁牵头").query.unknown_zones


def test_another_unit_is_asked_for_in_other_words(sample: Assistant) -> None:
    assert "128000万元" in sample.ask("财政总收入换成万元是多少").text
