"""Promises of a question of several clauses: each is asked of its own thing, in the zone and the years that are said once."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.clauses import clauses_of
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.records import Period

NAMES = ("规上工业企业", "高新技术企业", "有效发明专利", "进口平均通关时间", "出口平均通关时间", "财政总收入", "从业人员", "注册企业")
KNOWN = Understanding(
    ZoneDirectory(["松河经济开发区", "柏溪高新技术产业开发区"]),
    latest=Period.year(2022),
    words=frozenset(n[i : i + k] for n in NAMES for k in (2, 3) for i in range(len(n) - k + 1)),
)


@pytest.mark.parametrize(("question", "clauses"), [
    (
        "松河从2021到2022，高新技术企业多了多少家，有效发明专利多了多少件？",
        ["松河从2021到2022,高新技术企业多了多少家", "松河2021到2022有效发明专利多了多少件"],
    ),
    ("松河2022年注册企业净增了多少家、从业人员净增了多少人", ["松河2022年注册企业净增了多少家", "松河2022年从业人员净增了多少人"]),
    (
        "松河进口平均通关时间2022年比2021年缩短了多少个小时，出口又缩短了多少",
        ["松河进口平均通关时间2022年比2021年缩短了多少个小时", "松河2022年比2021年出口平均通关时间缩短了多少"],
    ),
    (
        "松河的财政总收入两年之间多了多少亿，规上工业企业又多了多少家",
        ["松河的财政总收入两年之间多了多少亿", "松河两年之间规上工业企业多了多少家"],
    ),
])
def test_what_is_said_once_holds_for_every_clause(question: str, clauses: list[str]) -> None:
    assert clauses_of(question, KNOWN) == clauses


@pytest.mark.parametrize("question", [
    "松河2022年财政总收入比2021年多多少，增长百分之几", "松河和柏溪2022年财政总收入谁高，差多少", "松河2022年财政总收入是多少",
    "松河2022年高新技术企业有多少家，占规上工业企业的百分之几", "财政总收入谁完成得好？松河2022年的财政总收入和柏溪2022年的差多少",
])
def test_a_clause_that_names_nothing_of_its_own_stays_with_the_one_before(question: str) -> None:
    assert clauses_of(question, KNOWN) == [question]


def test_both_clauses_are_answered_with_their_formulas(nine: Assistant) -> None:
    text = nine.ask("槐渚2018年比2017年，财政总收入多了多少亿，固定资产投资又多了多少亿？").text
    assert "10.78 − 9.84 = 0.94" in text
    assert "36.2 − 31.5 = 4.7" in text


def test_what_the_whole_question_has_an_answer_to_is_not_torn_apart(nine: Assistant) -> None:
    answer = nine.ask("槐渚2018年财政总收入比2017年多了多少？增幅约多大？")
    assert "9.55%" in answer.text
