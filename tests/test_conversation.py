"""A follow-up takes from what was said before what it doesn't say itself, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant import Answer, Assistant
from assistant.conversation import Turn, follow_up
from assistant.question import understand
from assistant.records import Aspect, Operation, Query, Statement
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period, Status
from tests.conftest import over

SONGHE, BAIXI = "松河经济开发区", "柏溪高新技术产业开发区"
KNOWN = Understanding(ZoneDirectory([SONGHE, BAIXI]), latest=Period.year(2022))


def talk(assistant: Assistant, questions: Sequence[str]) -> list[Answer]:
    conversation = assistant.conversation()
    return [conversation.ask(question) for question in questions]


def last(assistant: Assistant, *questions: str) -> str:
    return talk(assistant, questions)[-1].text


def slots(*questions: str) -> Query:
    """The query of the last question after the others, whatever was answered to them."""
    turns: list[Turn] = []
    for question in questions:
        query = follow_up(question, turns, KNOWN)
        answer = Answer(question, (Statement("12.8亿元。"),), (), (), False, query, 0.0)
        turns.append(Turn(query, answer))
    return turns[-1].query


FIRST = "松河2021年财政总收入是多少"


# -- slots ----------------------------------------------------------------------------------------------------------


def test_without_turns_a_follow_up_is_a_question() -> None:
    assert follow_up(FIRST, [], KNOWN) == understand(FIRST, KNOWN)


def test_growth_alone_is_of_what_was_asked_before() -> None:
    query = slots(FIRST, "同比呢")
    assert (query.zones, query.periods, query.indicators) == ((SONGHE,), (Period.year(2021),), ("财政总收入",))
    assert query.aspect is Aspect.GROWTH


def test_another_indicator_keeps_zone_and_year() -> None:
    query = slots(FIRST, "那固定资产投资呢")
    assert (query.zones, query.periods, query.indicators) == ((SONGHE,), (Period.year(2021),), ("固定资产投资",))


def test_another_year_keeps_zone_and_indicator() -> None:
    query = slots(FIRST, "2020年呢")
    assert (query.zones, query.periods, query.indicators) == ((SONGHE,), (Period.year(2020),), ("财政总收入",))


def test_another_zone_keeps_year_and_indicator() -> None:
    query = slots(FIRST, "柏溪呢")
    assert (query.zones, query.periods, query.indicators) == ((BAIXI,), (Period.year(2021),), ("财政总收入",))


def test_last_year_counts_from_the_year_talked_about() -> None:
    assert slots(FIRST, "上一年呢").periods == (Period.year(2020),)
    assert slots(FIRST, "2019年呢", "第二年呢").periods == (Period.year(2020),)


def test_a_correction_changes_the_status_alone() -> None:
    query = slots(FIRST, "不对，我问的是目标")
    assert (query.zones, query.periods, query.indicators) == ((SONGHE,), (Period.year(2021),), ("财政总收入",))
    assert query.status is Status.TARGET


def test_growth_asked_for_goes_along_to_the_next_indicator() -> None:
    assert slots(FIRST, "同比呢", "那固投呢").aspect is Aspect.GROWTH


def test_a_whole_question_takes_nothing_from_before() -> None:
    asked = "柏溪2019年固定资产投资目标是多少"
    after, alone = slots(FIRST, "同比呢", asked), understand(asked, KNOWN)
    assert (after.zones, after.periods, after.indicators) == (alone.zones, alone.periods, alone.indicators)
    assert (after.aspect, after.status) == (alone.aspect, alone.status)


def test_a_share_of_something_has_what_was_asked_before_as_its_part() -> None:
    query = slots("松河2021年工业投资是多少", "占固定资产投资的比重呢")
    assert [operand.indicators for operand in query.operands] == [("工业投资",), ("固定资产投资",)]


def test_an_unknown_zone_is_not_replaced_by_the_one_before() -> None:
    query = slots(FIRST, "兰亭高新区呢")
    assert (query.zones, query.unknown_zones) == ((), ("兰亭高新区",))


def test_a_question_about_the_assistant_takes_nothing() -> None:
    query = slots(FIRST, "你能做什么")
    assert (query.operation, query.zones, query.indicators) == (Operation.META, (), ())


# -- answers --------------------------------------------------------------------------------------------------------


def test_the_follow_ups_of_the_readme_are_answered(sample: Assistant) -> None:
    answers = talk(sample, ["2018年工业有效投资是多少", "同比呢", "那基础设施投资呢", "占固定资产投资的多少"])
    assert "22.53亿元" in answers[0].text
    assert "25.6%" in answers[1].text
    assert "21.3%" in answers[2].text
    assert "40.1%" in answers[3].text


def test_a_year_without_a_report_is_refused_in_a_follow_up_too(sample: Assistant) -> None:
    answer = talk(sample, ["2018年财政总收入是多少", "2017年呢"])[-1]
    assert answer.refused
    assert "2017年" in answer.text


def test_a_short_word_is_completed_by_the_noun_before(sample: Assistant) -> None:
    assert "817.77万美元" in last(sample, "合同外资多少", "实到的呢")


def test_zone_year_indicator_and_aspect_change_one_after_another(nine: Assistant) -> None:
    said = [answer.text for answer in talk(nine, [
        "槐渚2017年财政总收入是多少", "2018年呢", "鲸浦呢", "同比呢", "那固定资产投资呢", "霁岭呢", "2017年呢"])]
    for text, figure in zip(said, ("9.84亿元", "10.78亿元", "86.3亿元", "9.8%", "7.5%", "14.7%", "11.4%"), strict=True):
        assert figure in text


def test_a_goal_after_a_result_and_back(nine: Assistant) -> None:
    done, goal, other, met = talk(nine, [
        "槐渚2019年财政总收入是多少", "不对，我问的是目标", "那固定资产投资呢", "完成了吗"])
    assert "11.52亿元" in done.text
    assert "7.5%" in goal.text
    assert "11.52" not in goal.text
    assert "10%" in other.text
    assert met.text.startswith("未完成")
    assert "39.1亿元" in met.text


def test_who_is_highest_is_asked_of_the_zones_just_listed(nine: Assistant) -> None:
    text = last(nine, "三个区2018年固定资产投资各多少", "谁最高")
    assert text.startswith("鲸浦")
    assert "181.2亿元" in text


def test_it_is_the_project_that_was_talked_about(nine: Assistant) -> None:
    text = last(nine, "泓筌智能传动装备项目什么时候投产", "它2018年完成投资多少")
    assert "3.4亿元" in text


def test_an_earlier_topic_is_returned_to_by_its_name_ten_turns_later(nine: Assistant) -> None:
    between = ["同比呢", "那固投呢", "2018年呢", "霁岭呢", "工业投资呢", "同比呢", "鲸浦呢", "服务业投资呢", "2019年呢"]
    assert "9.84亿元" in last(nine, "槐渚2017年财政总收入是多少", *between, "槐渚2017年财政总收入是多少来着")


def test_a_follow_up_cites_its_own_place(nine: Assistant) -> None:
    first, second = talk(nine, ["槐渚2017年财政总收入是多少", "2018年呢"])
    assert first.citations[0].report == "huaizhu_2017.txt"
    assert second.citations[0].report == "huaizhu_2018.html"


def test_what_is_counted_as_such_is_listed_behind_another_question(sample: Assistant) -> None:
    answer = talk(sample, ["2019年打算干什么", "六大工程有哪些"])[-1]
    assert answer.text.count("工程”") == 6



def test_the_second_of_a_list_is_the_second(sample: Assistant) -> None:
    answer = talk(sample, ["有哪六大工程", "第二个是什么"])[-1]
    assert not answer.refused
    assert "园区发展工程" in answer.text


def test_only_so_many_turns_are_kept(sample: Assistant) -> None:
    conversation = sample.conversation()
    for _ in range(sample.settings.history_turns + 2):
        conversation.ask("合同外资多少")
    assert len(conversation.turns) == sample.settings.history_turns


def test_replaying_questions_brings_a_conversation_back(sample: Assistant) -> None:
    conversation = sample.conversation()
    conversation.replay("2018年工业有效投资是多少")
    assert "25.6%" in conversation.ask("同比呢").text


def test_a_year_named_before_holds_for_both_sides_of_a_comparison(sample: Assistant) -> None:
    talk = sample.conversation()
    talk.ask("2017年财政总收入是多少")
    asked = talk.ask("外资到账和合同外资差多少，是几倍？")
    assert asked.refused
    assert "1063.91" not in asked.text
    moved = talk.ask("那2018年的呢")
    assert "1063.91万美元" in moved.text
    assert "0.43倍" in moved.text


def test_the_period_chosen_on_the_page_holds_for_both_sides_of_a_comparison(sample: Assistant) -> None:
    assert sample.ask("外资到账和合同外资差多少", period="2017").refused
    assert "1063.91" in sample.ask("外资到账和合同外资差多少", period="2018").text


def test_a_short_word_of_a_goal_just_asked_of_is_of_that_goal_but_its_completion_is_of_what_was_done() -> None:
    assert slots("松河2024年要新签多少个亿元以上项目", "10亿以上的几个").status is Status.TARGET
    assert slots("松河2021年进出口多少", "完成全年目标的百分之几？", "全市同期是多少").status is None


@pytest.mark.parametrize("question", ["哪些指标没有完成", "明年打算干什么", "主要做了什么工作", "重点工作有哪些"])
def test_what_asks_of_everything_is_not_of_the_indicator_before(question: str) -> None:
    query = slots(FIRST, question)
    assert "财政总收入" not in "".join(query.indicators)
    assert query.zones == (SONGHE,)


def test_a_part_of_what_was_asked_in_a_unit_is_in_that_unit() -> None:
    assert slots("松河2021年供地多少亩", "其中给工业的有多少").unit == "亩"
    assert slots("松河2021年供地多少亩", "其中给工业的占多大比重").unit == ""


def test_the_share_of_a_part_asked_for_before_is_of_the_whole(tmp_path: Path) -> None:
    report = "松河经济开发区2021年工作总结\n\n全年规上工业总产值286.4亿元。分片区看，北片区规上工业总产值178.9亿元，南片区规上工业总产值107.5亿元。\n"
    with over(tmp_path, report) as assistant:
        assert "62.5%" in last(assistant, "2021年规上工业总产值是多少", "北片区呢", "占全区多大比重")
        assert "37.5%" in last(assistant, "2021年南片区规上工业总产值是多少", "占全区的几成")


def test_a_zone_without_a_report_is_still_meant_behind_it(sample: Assistant) -> None:
    told = talk(sample, ["珩淙经开区2018年工业投资多少", "税收呢", "嵊州2018年固投多少"])
    assert [answer.refused for answer in told] == [True, True, False]
    assert "珩淙经开区" in told[1].text


@pytest.mark.parametrize(("question", "said"), [
    ("拆迁多少万平方", "18万平方米"), ("2019年目标里固投要增长多少", "报告中没有嵊州开发区2019年“固投”的目标"),
])
def test_what_is_named_in_full_is_of_nothing_asked_before(sample: Assistant, question: str, said: str) -> None:
    assert said in last(sample, question)
    after = last(sample, "财政总收入比上年多了多少", question)
    assert said in after
    assert "财政总收入" not in after


@pytest.mark.parametrize(("before", "asked", "kept"), [
    ("柳湄高新区的产值是多少", "固定资产投资是多少", ("柳湄高新区",)),
    ("柳湄高新区的产值是多少", "税收呢", ("柳湄高新区",)),
    ("养猪的产值是多少", "税收呢", ("养猪",)),
    ("养猪的产值是多少", "固定资产投资是多少", ()),
])
def test_a_word_taken_for_a_zone_is_left_by_a_question_of_its_own(before: str, asked: str, kept: tuple[str, ...]) -> None:
    assert slots(before, asked).unknown_zones == kept
