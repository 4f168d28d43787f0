"""What a report prints beside the usual figure: with more counted in, as an amount, of all of several, in another currency."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.records import VerdictKind
from tests.conftest import over

REPORT = """岫川高新区2021年工作总结

一、2021年工作回顾
规上工业总产值286.4亿元，增长9.2%；若把规模以下企业一并算进来，则为311.7亿元。
工业投资54.2亿元，增长8.4%。智能门锁产值62.4亿元，增长2.7%；休闲器材31.8亿元，增长9.4%。
实到外资3,260万美元。全年引进9个项目，总投资47.5亿元。到账外资完成年度任务的106.5%，到账外资4,260万美元。
6月，禾登纺机仓库起火，没有伤亡。园区责令该企业停产整改30天。
新增国家级高新技术企业21家，其中首次申报通过13家。供应工业用地520亩，其中北园310亩、南园210亩。

二、2022年工作打算
工业投资增长10%。高新技术企业总数达到96家。确保税收收入11亿元，力争12亿元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("included"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2021年要是把规模以下的厂也算上，工业总产值是多少", "311.7亿元（岫川高新区2021年，原文：若把规模以下企业一并算进来，则为311.7亿元）。"),
    ("要是连规下企业一起算，2021年工业总产值多少", "311.7亿元（岫川高新区2021年，原文：若把规模以下企业一并算进来，则为311.7亿元）。"),
    ("2021年规上工业总产值是多少", "286.4亿元，增长9.2%（岫川高新区2021年规上工业总产值）。"),
    ("2021年把外包劳务也算上，规上工业总产值是多少",
     "报告中没有把“外包劳务”算在内的“规上工业总产值”。有的是岫川高新区2021年规上工业总产值：286.4亿元，增长9.2%。"),
])  # fmt: skip
def test_what_is_counted_in_is_told_with_the_words_that_count_it_in(zone: Assistant, question: str, said: str) -> None:
    assert zone.ask(question).statements[0].text == said


def test_what_is_asked_to_be_put_together_is_not_counted_in(zone: Assistant) -> None:
    assert zone.ask("请把规上工业总产值统计，2021年是多少").text.startswith("286.4亿元")


def test_a_goal_of_growth_is_told_as_an_amount_where_one_is_asked_for(zone: Assistant) -> None:
    answer = zone.ask("2022年工业投资目标是多少亿")
    assert [s.text[:22] for s in answer.statements] == ["报告定的目标是增速，没有印出数额，折算如下。", "59.62亿元（岫川高新区2021年工业投资"]
    assert answer.statements[1].formula == "54.2 × (1 + 10%) = 59.62"
    assert all(v.kind is not VerdictKind.UNSUPPORTED for v in answer.verdicts)
    assert zone.ask("2022年工业投资目标是多少").text.startswith("增长10%")
    assert "59.62亿元" in zone.ask("岫川2022年工业投资目标大概多少亿").text


def test_the_best_that_is_hoped_for_is_a_goal_and_no_greatest(zone: Assistant) -> None:
    answer = zone.ask("2022年税收收入最好能到多少亿")
    assert "12亿元" in answer.text
    assert "最高" not in answer.text


def test_the_greatest_of_what_is_told_as_one_sum_is_refused(zone: Assistant) -> None:
    answer = zone.ask("2021年最大的项目总投资多少")
    assert answer.refused
    assert "最高" not in answer.text


def test_no_report_gives_a_rate_of_exchange(zone: Assistant) -> None:
    answer = zone.ask("实到外资折合人民币多少")
    assert answer.refused
    assert answer.text == "报告中没有汇率，不能折算。报告印的是岫川高新区2021年实到外资3,260万美元。"


def test_whom_a_sentence_means_is_told_with_it(zone: Assistant) -> None:
    assert "禾登纺机" in zone.ask("2021年被责令停产整改的是哪家企业").text


def test_the_whole_goes_before_a_part_that_the_question_does_not_name(zone: Assistant) -> None:
    assert zone.ask("2021年国家级高新技术企业几家").text.startswith("21家")
    assert zone.ask("2021年首次申报通过的高新技术企业几家").text.startswith("13家")


def test_the_part_named_next_is_of_what_was_asked_first(zone: Assistant) -> None:
    conversation = zone.conversation()
    for question in ("2021年供应了多少工业用地", "其中北园多少"):
        conversation.ask(question)
    assert conversation.ask("南园呢").text.startswith("210亩")


def test_a_known_indicator_that_is_not_there_has_nothing_unlike_it_told_as_near(zone: Assistant) -> None:
    answer = zone.ask("2021年PM2.5平均浓度")
    assert answer.refused
    assert "亿元" not in answer.text


def test_what_is_told_twice_is_told_once(zone: Assistant) -> None:
    text = zone.ask("2021年供应工业用地多少亩，其中北园多少亩").text
    assert text.count("520亩") == 1
    assert "310亩" in text


def test_who_names_nothing_is_asked_what_is_meant(zone: Assistant) -> None:
    answer = zone.ask("岫川高新区有几个人")
    assert answer.refused
    assert "请说明要查的开发区、年份和指标" in answer.text
    assert "“”" not in zone.ask("明年最大的目标是啥").text
