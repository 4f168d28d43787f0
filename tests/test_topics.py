"""A zone, a year, the goals or a topic alone: told of in the report's own words, and never taken for a number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.topics import Kind, Topic, topic_of
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period
from tests.conftest import over

KNOWN = Understanding(ZoneDirectory(["松河经济开发区", "柏溪高新技术产业开发区"]), latest=Period.year(2021))
REPORT = """松河经济开发区2021年工作总结
一、2021年工作回顾
2021年，完成规上工业总产值312.6亿元，增长8.4%；固定资产投资96.4亿元，增长11.2%；一般公共预算收入18.3亿元，增长6.1%。
（一）招商引资成果丰硕
全年签约项目58个，总投资312.4亿元。引进屏岳半导体、澄川医药等9个优质项目。组建4个驻点招商组。
（二）营商环境不断优化
企业开办时间压缩到1个工作日。帮办代办服务企业412家。
（三）生态环境持续改善
关停砖厂3家。新建雨污管网21公里。屏岳半导体建成中水回用站。
二、2022年工作打算
主要预期目标：规上工业总产值345亿元，增长10%；固定资产投资增长9%；一般公共预算收入19.5亿元。
"""


@pytest.mark.parametrize(("text", "topic"), [
    ("松河开发区", Topic(Kind.OVERVIEW)), ("松河2021年", Topic(Kind.OVERVIEW)), ("松河2021年工作总结", Topic(Kind.OVERVIEW)),
    ("介绍一下松河开发区", Topic(Kind.OVERVIEW)), ("用三句话总结", Topic(Kind.OVERVIEW)), ("松河概况", Topic(Kind.OVERVIEW)),
    ("松河干得怎么样", Topic(Kind.OVERVIEW)), ("今年日子怎么样", Topic(Kind.OVERVIEW)), ("经济形势如何", Topic(Kind.OVERVIEW)),
    ("2022年的目标", Topic(Kind.GOALS)), ("明年主要目标是什么", Topic(Kind.GOALS)), ("松河目标", Topic(Kind.GOALS)),
    ("松河招商引资情况", Topic(Kind.WORDS, "招商引资", known=False)), ("介绍一下屏岳半导体", Topic(Kind.WORDS, "屏岳半导体")),
    ("环保", Topic(Kind.WORDS, "环保")),
    ("汇澜机器人产业园情况", Topic(Kind.WORDS, "汇澜机器人产业园")),
])
def test_topics(text: str, topic: Topic) -> None:
    found = topic_of(text, KNOWN)
    assert found is not None
    assert (found.kind, found.words) == (topic.kind, topic.words)
    assert "产业园" not in topic.words or not found.known


@pytest.mark.parametrize("text", [
    "松河2021年固定资产投资", "松河2021年旅客吞吐量", "研发投入强度", "松河目标完成了吗", "2022年规上产值目标", "松河和柏溪", "柳塘开发区",
    "招商引资签了几个项目",
])
def test_what_asks_of_something_is_no_topic(text: str) -> None:
    assert topic_of(text, KNOWN) is None


def test_behind_other_turns_goals_are_of_what_was_asked_before() -> None:
    assert topic_of("目标", KNOWN, alone=False) is None
    assert topic_of("主要目标有哪些", KNOWN, alone=False) == Topic(Kind.GOALS)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("topics"), REPORT, "songhe_2021.txt") as found:
        yield found


@pytest.mark.parametrize(("question", "told"), [
    ("松河开发区", ["312.6亿元", "96.4亿元", "招商引资成果丰硕"]),
    ("你好，想了解一下开发区概况", ["312.6亿元"]), ("总结一下", ["312.6亿元", "18.3亿元"]), ("2021年工作总结", ["312.6亿元"]),
    ("今年的目标", ["没有松河经济开发区2021年的目标", "345亿元", "19.5亿元"]), ("明年目标", ["345亿元", "增长9%"]), ("主要目标是什么", ["345亿元"]),
    ("招商引资情况", ["58个", "驻点招商组"]), ("招商", ["58个"]), ("环境保护", ["关停砖厂3家", "21公里"]), ("营商环境怎么样", ["1个工作日", "412家"]),
    ("屏岳半导体", ["9个优质项目", "中水回用站"]), ("介绍一下澄川医药", ["澄川医药"]),
])
def test_what_is_told(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert all(piece in answer.text for piece in told), answer.text
    assert answer.citations


@pytest.mark.parametrize("question", ["机场", "税收", "养老服务情况"])
def test_what_no_report_tells_of_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_a_part_that_a_zone_has_not_got_is_not_told_the_whole(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.ask("松河2021年规上工业总产值是多少")
    answer = talk.ask("石堰片区呢")
    assert answer.refused, answer.text


def test_where_no_zone_is_named_those_that_report_of_the_year_are_told_of(tmp_path: Path) -> None:
    other = "# 柏溪高新技术产业开发区2019年工作总结\n\n2019年，完成规上工业总产值88.2亿元，增长5.1%。\n"
    with over(tmp_path, REPORT, "songhe_2021.txt", baixi_2019=other) as both:
        of_one = both.ask("2021年干得怎么样").text
        of_each = both.ask("经济形势怎么样").text
    assert "312.6亿元" in of_one
    assert "88.2亿元" not in of_one
    assert all(said in of_each for said in ("松河", "312.6亿元", "柏溪", "88.2亿元"))
