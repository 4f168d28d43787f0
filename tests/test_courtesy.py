"""Courtesy, hesitation and blanks change no answer, and nothing that is asked is taken for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.courtesy import plainly
from assistant.posts import names_holder
from assistant.question import understand
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from tests.conftest import over

ASKED = understand("松河管委会主任是谁", Understanding(ZoneDirectory(["松河经济开发区"])))
REPORT = """松河经济开发区2021年工作总结
党工委书记、管委会主任　邬启衡
2021年，完成规上工业总产值312.6亿元，增长8.4%；固定资产投资96.4亿元，增长11.2%；税收收入18.3亿元，增长6.1%。
完成进出口总额51.6亿元，超出年初目标1.6亿元。城东园规上工业总产值113.7亿元，河西园84.9亿元。
新签约项目58个，总投资312.4亿元。总投资52亿元的屏岳半导体封测基地9月28日通线。纪工委书记另行任命。
主要目标：2022年规上工业总产值345亿元，税收收入19.5亿元。
"""


@pytest.mark.parametrize(("said", "asked"), [
    ("你好，我想了解一下，松河2021年税收多少？谢谢", "松河2021年税收多少?"),
    ("麻烦您帮我查一下松河2021年税收是多少，急用", "松河2021年税收是多少"),
    ("帮忙看看那增速呢，在全市排老几？急用", "那增速呢,在全市排老几?"),
    ("麻烦问一下，去年税收多少？谢谢！", "去年税收多少?"),
    ("呃松河净增规上企业多少户来着", "松河净增规上企业多少户"),
    ("那个，松河的税收呀？", "松河的税收?"),
    ("外貿完成目標沒有 超了多少", "外贸完成目标没有,超了多少"),
    ("松河 2021 税收", "松河2021税收"),
    ("根据工作报告，松河同期的税收是多少", "松河同期的税收是多少"),
    ("报告里说，松河签约了几个项目？谢谢。？？", "松河签约了几个项目?"),
])
def test_what_is_added_goes(said: str, asked: str) -> None:
    assert plainly(said) == asked


@pytest.mark.parametrize("asked", [
    "那个项目呢", "问题有哪些", "帮企业解决了多少问题", "帮扶企业多少家", "查处了几起案件", "需要多少资金", "我想问的是目标", "槐渚呢",
    "齐齐哈", "感谢信收到几封", "根据松河2021年工作报告,税收是多少", "工作报告,", "谢谢", "看看2021年税收",
])
def test_what_is_asked_stays(asked: str) -> None:
    assert plainly(asked) == asked


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("courtesy"), REPORT, "songhe_2021.txt") as found:
        yield found


@pytest.mark.parametrize("question", [
    "松河2021年进出口完成了多少，超出目标多少？", "松河2021年进出口完成了多少 超出目标多少", "请问松河2021年进出口完成了多少，超出目标多少呀？谢谢",
])
def test_the_answer_is_the_same(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert all(told in text.replace("51.6亿元", "进出口", 1) for told in ("进出口", "1.6亿元")), text


@pytest.mark.parametrize(("before", "question", "told"), [
    ("松河2021年税收多少", "党工委书记是谁", "邬启衡"),
    ("松河2022年税收目标是多少", "一把手是谁", "邬启衡"),
    ("松河2021年税收多少", "那个总投资52个亿的项目叫什么", "屏岳半导体"),
    ("松河2021年税收多少", "规上工业总产值比目标差多少", "312.6亿元"),
    ("松河2022年规上工业总产值目标是多少", "税收为什么下降", "增长6.1%"),
])
def test_another_topic_takes_nothing_of_the_one_before(assistant: Assistant, before: str, question: str, told: str) -> None:
    talk = assistant.conversation()
    talk.ask(before)
    answer = talk.ask(question)
    assert told in answer.text, answer.text


@pytest.mark.parametrize("question", ["松河纪工委书记是谁", "松河财政局长叫什么名字"])
def test_a_post_is_held_by_none_but_who_is_named_with_it(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


@pytest.mark.parametrize("line", ["管委会主任　方启明", "管委会主任于海", "党工委书记、管委会主任 常青", "欧阳明任管委会主任"])
def test_whoever_is_named_beside_a_post_holds_it(line: str) -> None:
    assert names_holder(ASKED, line, line)


@pytest.mark.parametrize("line", ["主任方面抓落实", "主任于2018年到任", "主任成立专班", "镇长（主任）盯引项目", "习近平总书记重要讲话"])
def test_what_stands_beside_a_post_may_be_no_name(line: str) -> None:
    assert not names_holder(ASKED, line, line)
