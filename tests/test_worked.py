"""Questions that compute, in nobody's words: which numbers are put together, and how."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive import worked
from assistant.extractive.asks import asks_of
from assistant.extractive.sums import Way
from assistant.extractive.way import ways
from assistant.extractive.wholly import compare
from assistant.extractive.worked import FEATURES, PRINTED, SAID, worked_out
from assistant.question import understand
from assistant.records import Draft
from tests.conftest import over

REPORT = """岫川高新区2021年工作总结

一、2021年工作回顾
全年出让工业用地455亩、商住用地157亩。企业在“岫企通”平台反映诉求1460件，办结1387件。
为423户企业办理留抵退税6.84亿元，平均办理时间4.5天。从外地招来工人212人，到年底留下94人。累计建成标准厂房42.6万平方米，入驻率85%。

二、2022年工作打算
新建人才公寓1600套。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("worked"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "way"), [
    ("这笔退税摊到每户企业是多少钱", Way.PER), ("留下来的人占招来的百分之几", Way.SHARE),
    ("工业用地比商住用地多出多少亩", Way.DIFFERENCE), ("三项合起来一共多少亩", Way.SUM),
])  # fmt: skip
def test_how_a_result_is_worked_out_is_read_from_the_question(zone: Assistant, question: str, way: Way) -> None:
    likely = ways(zone.facts, understand(question, zone.facts.understanding()))
    assert max((w for w in Way if w is not Way.ONE), key=lambda w: likely[w]) is way
    assert sum(likely.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("question", ["岫川2021年出让工业用地比上年多了还是少了", "岫川2021年商住用地较去年是多了还是少了"])
def test_a_difference_from_the_year_before_is_not_one_of_two_amounts_of_a_year(zone: Assistant, question: str) -> None:
    query = understand(question, zone.facts.understanding())
    sums, _ = worked_out(zone.facts, query, Draft((), refused=True), ways(zone.facts, query))
    assert not any(s.way is Way.DIFFERENCE and not any(t.grew for t in s.numbers) for s in sums)
    assert "298" not in zone.ask(question).text


def test_where_a_printed_number_is_asked_for_nothing_is_worked_out(zone: Assistant) -> None:
    assert ways(zone.facts, understand("全年固定资产投资是多少", zone.facts.understanding()))[Way.ONE] > PRINTED


@pytest.mark.parametrize(("question", "result", "numbers"), [
    ("岫川2021年卖出去的地，工业的跟商住的哪种多？差几亩？", "298亩", ("455亩", "157亩")),
    ("岫川2021年退税摊到每户受惠企业平均多少万元？", "161.7万元", ("6.84亿元", "423户")),
    ("岫川2021年从外头招来的工人，年底还在的占几成？", "44.3%", ("94人", "212人")),
])  # fmt: skip
def test_a_sum_is_told_with_its_numbers_and_where_they_stand(zone: Assistant, question: str, result: str, numbers: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert result in answer.text
    assert all(number in answer.text for number in numbers)
    assert all(any(number in c.quote for c in answer.citations) for number in numbers)
    assert all(v.kind.value != "未核实" for v in answer.verdicts)


def test_what_is_left_is_told_as_such(zone: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worked, "LEAST", 0.0)
    assert zone.ask("岫川2021年企业在平台上提的诉求，还剩多少没办完？").text.startswith("73件（")


def test_every_sum_is_measured_and_none_is_last(zone: Assistant) -> None:
    query = understand("岫川2021年诉求还剩多少件没办完", zone.facts.understanding())
    sums, rows = worked_out(zone.facts, query, Draft(()), ways(zone.facts, query))
    assert rows.shape == (len(sums) + 1, len(FEATURES))
    assert rows[-1, -1] == 1.0
    assert "73件" in {s.result.text for s in sums}


def test_where_none_of_the_sums_can_be_told_none_is_read(zone: Assistant) -> None:
    query = understand("岫川2021年诉求还剩多少件没办完", zone.facts.understanding())
    likely = ways(zone.facts, query)
    told, _ = worked_out(zone.facts, query, Draft(()), likely, least=1e-9, tellable=lambda s: s.result.text == "73件")
    sums, rows = worked_out(zone.facts, query, Draft(()), likely, least=1e-9, tellable=lambda s: s.result.unit == "公里")
    assert "73件" in {s.result.text for s in told}
    assert not sums
    assert rows.shape == (1, len(FEATURES))  # “none” alone: the numbers were not even put in order


@pytest.mark.parametrize("question", ["岫川2021年引进的博士比硕士多多少人？", "岫川2021年平均每所学校有多少学生？"])
def test_what_is_not_there_is_not_put_together(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused
    assert SAID not in answer.text


@pytest.mark.parametrize(("question", "able"), [("岫川2021年办理留抵退税一共多少钱", True), ("岫川2021年平均每户办理留抵退税多少钱", False)])
def test_what_all_got_is_no_choice_for_an_average(zone: Assistant, question: str, able: bool) -> None:
    query = understand(question, zone.facts.understanding())
    choices = compare(zone.facts, query, asks_of(query.bare), Draft((), refused=True)).choices
    assert any("6.84亿元" in said for choice in choices for said in choice.said) is able
