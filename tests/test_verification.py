"""A number is told only with its own indicator, zone, period, unit and status; names and absence are checked too."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.records import Draft, Query, Statement, Verdict, VerdictKind
from assistant.settings import Settings
from assistant.verification import Verifier
from assistant.verification.mentions import MentionKind, find_mentions
from assistant.verification.recomputing import evaluate, parse_formula, rounds_to
from tests.conftest import FIXTURES


@pytest.fixture(scope="module")
def assistant(fixture_index: Path) -> Iterator[Assistant]:
    with Assistant.open(settings=Settings.load(reports_dir=FIXTURES / "reports", index_dir=fixture_index)) as opened:
        yield opened


class Bench:
    """Checks sentences against the citations of one answered question."""

    def __init__(self, assistant: Assistant, question: str) -> None:
        self.answer = assistant.ask(question)
        self.verifier = Verifier(assistant.facts)
        self.decided = Draft(self.answer.statements, self.answer.citations)

    @property
    def all(self) -> tuple[int, ...]:
        return tuple(c.number for c in self.answer.citations)

    def check(self, text: str, *citations: int, query: Query | None = None) -> list[Verdict]:
        statement = Statement(text, citations or (1,))
        return list(self.verifier.check(statement, self.decided, query or self.answer.query))

    def passes(self, text: str, *citations: int) -> bool:
        return all(v.kind is not VerdictKind.UNSUPPORTED for v in self.check(text, *citations))


@pytest.fixture(scope="module")
def revenue(assistant: Assistant) -> Bench:
    return Bench(assistant, "槐渚经济开发区2018年财政总收入是多少")


@pytest.fixture(scope="module")
def share(assistant: Assistant) -> Bench:
    return Bench(assistant, "槐渚2018年工业投资占固定资产投资的比重")


# -- what counts as a number ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "found"), [
    ("完成22.53亿元", [("22.53亿元", "22.53", "亿元")]),
    ("近23亿，约七亿", [("23亿", "23", "亿"), ("七亿", "7", "亿")]),
    ("占三成，接近六成半", [("三成", "30", "%"), ("六成半", "65.0", "%")]),
    ("翻了一番，翻两番", [("翻了一番", "2", "倍"), ("翻两番", "4", "倍")]),
    ("三家企业、九件", [("三家", "3", "家"), ("九件", "9", "件")]),
    ("１２．３％和８％", [("１２．３％", "12.3", "%"), ("８％", "8", "%")]),
    ("提高2.3个百分点", [("2.3个百分点", "2.3", "个百分点")]),
    ("“999亿元”", [("999亿元", "999", "亿元")]),
    ("超过一半", [("一半", "50", "%")]),
])
def test_every_way_to_write_a_number_is_found_with_its_unit(text: str, found: list[tuple[str, str, str]]) -> None:
    mentions = find_mentions(text)
    assert [(m.text, str(m.value), m.unit) for m in mentions] == found
    assert all(text[m.start:m.end] == m.text for m in mentions)


def test_dates_and_years_are_no_quantities_and_enumerators_are_nothing() -> None:
    kinds = [(m.text, m.kind) for m in find_mentions("（1）2018年9月30日；2. 到2020年")]
    assert kinds == [("2018年", MentionKind.YEAR), ("9月30日", MentionKind.DATE), ("2020年", MentionKind.YEAR)]


# -- the offline reader's answers ------------------------------------------------------------------------------------


def test_a_verdict_covers_the_number_with_its_unit(revenue: Bench) -> None:
    assert [v.text for v in revenue.answer.verdicts if v.text[0].isdigit()][:2] == ["10.78亿元", "9.6%"]
    assert all(revenue.answer.text[v.start:v.end] == v.text for v in revenue.answer.verdicts)


def test_a_result_rounded_from_its_formula_is_computed(share: Bench) -> None:
    first = share.answer.verdicts[0]
    assert (first.text, first.kind) == ("61.9%", VerdictKind.COMPUTED)
    assert "22.4 ÷ 36.2" in first.formula


def test_nothing_of_the_offline_answers_is_doubted(assistant: Assistant) -> None:
    for question in ("2017年三个开发区的固投从高到低排个序", "槐渚2018年一季度规上工业总产值预计多少", "槐渚2018年实际外资达标了吗",
                     "霁岭2016年营业总收入能推算出来吗？用2017年的数", "鲸浦2017年觉得自己产业结构有啥毛病", "槐渚2018年GDP是多少"):
        doubted = [v for v in assistant.ask(question).verdicts if v.kind is VerdictKind.UNSUPPORTED]
        assert not doubted, question


def test_verifying_an_answer_takes_milliseconds(assistant: Assistant, revenue: Bench) -> None:
    revenue.verifier.verify(revenue.decided, revenue.answer.query)
    started = time.process_time()
    for _ in range(20):
        revenue.verifier.verify(revenue.decided, revenue.answer.query)
    assert (time.process_time() - started) / 20 < 0.02


# -- sentences of a model ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "槐渚经济开发区2018年财政总收入为10.78亿元，同比增长9.6%。", "2018年，槐渚经济开发区财政总收入达到107800万元。",
    "槐渚经济开发区2018年财政总收入约10.8亿元。", "近11亿元（槐渚经济开发区2018年财政总收入）。", "财政总收入为１０．７８亿元。",
])
def test_right_numbers_in_other_words_pass(revenue: Bench, text: str) -> None:
    assert revenue.passes(text)


@pytest.mark.parametrize(("text", "why"), [
    ("槐渚经济开发区2018年财政总收入为10.87亿元。", "没有这个数"), ("槐渚经济开发区2017年财政总收入为10.78亿元。", "2018年"),
    ("霁岭高新区2018年财政总收入为10.78亿元。", "槐渚"), ("槐渚经济开发区2018年财政总收入为10.78万元。", "没有这个数"),
    ("槐渚经济开发区2018年财政总收入为107.8亿元。", "没有这个数"), ("槐渚经济开发区2018年财政总收入的目标是10.78亿元。", "完成"),
    ("槐渚经济开发区2018年财政总收入为10.78亿元，同比下降9.6%。", "没有这个数"), ("槐渚经济开发区2018年固定资产投资为10.78亿元。", "财政总收入"),
    ("宏远智造公司2018年财政总收入为10.78亿元。", "没有这个名称"), ("2018年财政总收入增长9.6个百分点。", "没有这个数"),
])
def test_a_number_told_of_something_else_is_refused_with_the_reason(revenue: Bench, text: str, why: str) -> None:
    notes = [v.note for v in revenue.check(text) if v.kind is VerdictKind.UNSUPPORTED]
    assert notes
    assert any(why in note for note in notes), notes


def test_a_citation_that_is_not_there_is_told(revenue: Bench) -> None:
    notes = [v.note for v in revenue.check("财政总收入为10.78亿元。", 7) if v.kind is VerdictKind.UNSUPPORTED]
    assert "没有这条引文" in notes


def test_a_number_of_the_question_is_no_evidence(assistant: Assistant, revenue: Bench) -> None:
    query = assistant.ask("槐渚经济开发区2018年财政总收入是999亿元吗").query
    assert any(v.kind is VerdictKind.UNSUPPORTED for v in revenue.check("财政总收入是999亿元。", query=query))
    asked = [v for v in revenue.check("财政总收入不是问题中说的999亿元，是10.78亿元。", query=query) if v.text == "999亿元"]
    assert asked[0].kind is VerdictKind.QUESTION


def test_a_claim_of_absence_is_checked_by_looking(revenue: Bench) -> None:
    assert not revenue.passes("报告中没有提到槐渚经济开发区2018年固定资产投资。")
    assert revenue.passes("报告中没有提到槐渚经济开发区2018年研发经费。")


def test_a_computed_number_needs_the_words_of_its_computation(share: Bench) -> None:
    assert share.passes("槐渚经济开发区2018年工业投资22.4亿元，占固定资产投资36.2亿元的61.9%。", *share.all)
    assert share.passes("槐渚经济开发区2018年工业投资22.4亿元，比固定资产投资36.2亿元少13.8亿元。", *share.all)
    assert not share.passes("槐渚经济开发区2018年工业投资22.4亿元，占固定资产投资36.2亿元的63.9%。", *share.all)
    assert not share.passes("槐渚经济开发区2018年工业投资增长61.9%。", *share.all)


def test_two_numbers_told_with_分别_belong_to_their_names_in_order(share: Bench) -> None:
    assert share.passes("2018年槐渚经济开发区工业投资、固定资产投资分别为22.4亿元和36.2亿元。", *share.all)
    assert not share.passes("2018年槐渚经济开发区工业投资、固定资产投资分别为36.2亿元和22.4亿元。", *share.all)


# -- arithmetic --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("formula", "value"), [
    ("22.53 ÷ 37.59 × 100% = 59.94%", "0.5994"), ("86.3 − 10.78 = 75.52", "75.52"), ("(1 + 2 + 4) ÷ 2 = 3.5", "3.5"),
    ("412.5 ÷ (1 + 16.2%) ≈ 355", "354.99"), ("-3 + 1,000", "997"),
])
def test_formulas_are_computed_exactly(formula: str, value: str) -> None:
    computation = parse_formula(formula)
    assert computation is not None
    assert abs(float(computation.result) - float(value)) < 0.006


@pytest.mark.parametrize("text", ["", "1 ÷ 0", "1 +", "(1", "1)", "abc", "1 2", "__import__('os')"])
def test_what_is_no_arithmetic_is_no_formula(text: str) -> None:
    assert evaluate(text) is None


def test_rounding_is_to_the_digits_shown() -> None:
    from decimal import Decimal
    from fractions import Fraction

    assert rounds_to(Fraction("27.948"), Decimal("27.9"))
    assert rounds_to(Fraction("27.95"), Decimal("27.9")), "rounded before"
    assert not rounds_to(Fraction("27.8"), Decimal("27.9"))
    assert not rounds_to(Fraction("279"), Decimal("27.9"))


def test_the_bracket_around_a_formula_is_none_of_its_own(sample: Assistant) -> None:
    answer = sample.ask("2018年外资到账和合同外资差多少，是几倍？")
    formulas = {v.formula for v in answer.verdicts if v.formula}
    assert "1881.68 − 817.77 = 1063.91" in formulas
    assert not any(f.startswith(("（", "(")) for f in formulas)


def test_the_year_that_a_growth_leads_back_to_is_reckoned(sample: Assistant) -> None:
    bench = Bench(sample, "2018年财政总收入比上年多了多少")
    years = [v for v in bench.answer.verdicts if v.text == "2017年"]
    assert years
    assert {v.kind for v in years} == {VerdictKind.COMPUTED}
    assert not bench.passes("2016年财政总收入约11.6亿元。", *bench.all)
    assert not Bench(sample, "2018年财政总收入是多少").passes("2017年财政总收入12.75亿元。")
