"""Promises of the goals of a year: which were met and which not, from what the reports judge, print as a rate, or state."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.goals import asks_goals, goals_in_writing
from assistant.question import understand
from assistant.settings import Settings
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.building import build
from index.records import Period, Status
from tests.conftest import opened, over

KNOWN = Understanding(ZoneDirectory(["槐渚经济开发区"]), latest=Period.year(2019))


@pytest.mark.parametrize("question", [
    "槐渚2019年哪几项没完成目标", "哪些指标没有完成", "2018年的任务都完成了吗", "槐渚2019年年初定的目标完成情况如何", "有没有没完成的任务",
    "2018年完成了哪些目标", "没达标的有几项",
])
def test_goals_are_asked_about_as_a_set(question: str) -> None:
    assert asks_goals(understand(question, KNOWN))


@pytest.mark.parametrize("question", [
    "财政总收入目标完成了吗", "2019年要完成哪些目标", "2019年的主要任务是什么", "完成全年目标的百分之几", "为什么没完成目标", "目标是多少",
])
def test_one_goal_a_plan_or_a_cause_is_another_question(question: str) -> None:
    assert not asks_goals(understand(question, KNOWN))


@pytest.mark.parametrize("asked", [
    "哪些指标没够着目标", "年初的账没交满的有哪几样", "考核里丢了分的是哪几项", "跟年初计划比打了折扣的都有谁", "责任书上没兑现的逐条列出来",
    "哪几项任务掉了链子", "定了目标的指标，哪几个没跑赢", "当初说好的事哪些没成",
])  # fmt: skip
def test_goals_missed_are_asked_for_in_any_words(asked: str) -> None:
    assert goals_in_writing(asked).startswith("没有完成的年度目标")
    assert asks_goals(understand(f"槐渚2019年{asked}", KNOWN))
    assert understand(f"槐渚2019年初{asked}", KNOWN).periods == (Period.year(2019),)


@pytest.mark.parametrize("asked", [
    "槐渚2019年工业投资当初立的军令状是多少", "任务书压给槐渚2019年的工业投资是几个亿", "槐渚2019年工业投资的及格线是几亿元",
    "年初拍的板是多少？我指槐渚2019年工业投资的任务，完成情况先不管", "给2019年工业投资，槐渚立了个什么目标", "槐渚2019年工业投资领的硬任务是多少",
])  # fmt: skip
def test_what_was_set_is_asked_for_by_who_set_it_or_by_what_it_was_called(asked: str) -> None:
    query = understand(asked, KNOWN)
    assert (query.status, query.indicators, query.periods) == (Status.TARGET, ("工业投资",), (Period.year(2019),))


@pytest.mark.parametrize("asked", [
    "哪些指标没有增长", "哪几个重点项目没完成年度计划", "没完成目标是被哪家企业拖累的", "哪些指标没列入考核", "固定资产投资为什么没达到目标",
    "要点里承认有哪些不足", "考核指标完成几项、没完成几项",
])  # fmt: skip
def test_what_names_something_else_is_no_question_of_the_goals_as_a_set(asked: str) -> None:
    assert goals_in_writing(asked) == ""


def test_goals_that_the_report_names_behind_their_number_are_quoted(tmp_path: Path) -> None:
    listed = "年初下达的9项考核指标完成6项，未完成的3项是实际利用外资、标准厂房竣工面积和新增规上企业数。"
    with over(tmp_path, f"松河经济开发区2020年工作总结\n一、2020年工作回顾\n{listed}\n") as assistant:
        answer = assistant.ask("松河2020年考核指标里哪几项没交上账")
        assert "标准厂房竣工面积" in answer.text


def test_unmet_goals_are_those_the_report_judges_so(nine: Assistant) -> None:
    answer = nine.ask("槐渚2019年哪些指标没有完成")
    assert answer.statements[0].text.startswith("没有完成目标的有6项")
    assert all(name in answer.text for name in ("财政总收入", "自营出口", "工业技改投资"))
    assert "实际利用外资" not in answer.text


def test_where_none_is_unmet_that_is_said_with_those_that_were_met(nine: Assistant) -> None:
    answer = nine.ask("槐渚2018年有哪几项指标没达到目标")
    assert "都完成了" in answer.statements[0].text
    assert not answer.refused
    assert "实际利用外资：完成年度目标的103.6%" in answer.text


def test_met_and_unmet_are_told_apart_when_all_are_asked_about(nine: Assistant) -> None:
    told = [s.text for s in nine.ask("槐渚2019年年初定的目标都完成了吗").statements]
    unmet = next(i for i, t in enumerate(told) if t.startswith("没有完成目标的有"))
    assert told[0].startswith("完成目标的有")
    assert any("实际利用外资" in t for t in told[:unmet])
    assert any("财政总收入" in t for t in told[unmet:])


def test_half_of_a_goal_at_mid_year_is_not_unmet(nine: Assistant) -> None:
    assert "没有完成目标的" not in nine.ask("霁岭2019年上半年哪些目标没完成").text


def test_in_a_conversation_goals_of_all_kinds_are_not_those_of_the_indicator_before(nine: Assistant) -> None:
    talk = nine.conversation()
    talk.ask("槐渚2019年财政总收入多少")
    assert "11.52亿元" in talk.ask("目标完成了吗").text
    assert "有6项" in talk.ask("哪几项没完成目标").text
    assert "都完成了" in talk.ask("那2018年呢").text


def test_goals_missed_in_words_alone_are_quoted(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "songhe_2020.txt").write_text(
        "松河经济开发区2020年工作总结\n一、2020年工作回顾\n"
        "“十三五”规划确定的26项指标有24项完成，未完成的两项为社会消费品零售总额和服务业增加值占比。\n", "utf-8"
    )
    settings = Settings.load(reports_dir=reports, index_dir=tmp_path / "index")
    build(settings)
    with opened(reports, tmp_path / "index") as assistant:
        answer = assistant.ask("“十三五”有哪两项指标没完成")
    assert "社会消费品零售总额和服务业增加值占比" in answer.text


def test_a_ceiling_is_met_from_below(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "songhe_2020.txt").write_text(
        "松河经济开发区2020年工作总结\n一、2020年工作回顾\n城镇登记失业率3.2%。\n二、2021年工作安排\n城镇登记失业率控制在4%以内。\n", "utf-8"
    )
    (reports / "songhe_2021.txt").write_text("松河经济开发区2021年工作总结\n一、2021年工作回顾\n城镇登记失业率3.5%。\n", "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=tmp_path / "index"))
    with opened(reports, tmp_path / "index") as assistant:
        assert "没有完成目标的" not in assistant.ask("2021年哪些目标没完成").text
        assert "差0.5" not in assistant.ask("2021年城镇登记失业率目标完成了吗").text


def test_goals_of_a_year_that_is_not_over_are_not_missed(tmp_path: Path) -> None:
    report = (
        "澄浦经济开发区2023年上半年工作总结\n\n一、上半年工作\n1—6月，规上工业总产值48.6亿元，增长9.2%，完成全年目标108亿元的45.0%。入库税收3.16亿元。供应土地268亩。\n"
        "二、下半年工作安排\n咬定全年规上工业总产值108亿元、入库税收6.8亿元的目标不动摇。下半年供应土地350亩。\n"
    )
    with over(tmp_path, report, "chengpu_2023.txt") as half:
        every = half.ask("2023年上半年的目标都完成了吗").text
        one = half.ask("入库税收完成目标了吗").text
        ahead = half.ask("下半年有什么打算").text
    assert "没有完成目标" not in every
    assert all(said in every for said in ("还没有达到全年目标", "45.0%", "6.8亿元"))
    assert "350亩" not in every  # of another half
    assert "全年目标尚未完成" in one
    assert "未完成目标" not in one
    assert "3.64亿元" in one
    assert "350亩" in ahead
    assert "48.6亿元" not in ahead
