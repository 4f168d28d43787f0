"""The questions a first visitor is offered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.web.examples import example_questions
from index.records import Figure, FigureKind, Period, SectionKind, Status

BASE = Figure(
    "f", "r", "云栖开发区", "", "", "", Period.year(2018), Status.DONE, FigureKind.VALUE, Decimal("1.5"), "亿元",
    "1.5亿元", "", Decimal(9), "%", "同比增长9%", "同比", (), SectionKind.REVIEW, 0, 9, 0, 20)


def figure(name: str, **changes: object) -> Figure:
    return replace(BASE, indicator=name, name=name, **changes)  # type: ignore[arg-type]


FIGURES = [figure("财政总收入"), figure("工业总产值"),
           figure("固定资产投资", status=Status.TARGET, period=Period.year(2019)), figure("税收收入"),
           figure("外贸出口额"), figure("新增企业", unit="家")]


def test_examples_differ_in_kind_and_in_indicator() -> None:
    assert example_questions(FIGURES, zones=["云栖开发区"], answerable=lambda _: True) == [
        "2018年财政总收入是多少", "2018年工业总产值同比增长多少", "2019年固定资产投资的目标是多少",
        "2018年税收收入是多少"]


def test_with_several_zones_each_example_names_its_own() -> None:
    questions = example_questions(FIGURES, zones=["云栖开发区", "别区"], answerable=lambda _: True)
    assert all(question.startswith("云栖开发区20") for question in questions)


def test_a_question_that_would_disappoint_is_not_offered() -> None:
    questions = example_questions(FIGURES, zones=[], answerable=lambda question: "财政" not in question)
    assert questions
    assert not any("财政" in question for question in questions)


def test_few_questions_are_tried_however_many_figures_there_are() -> None:
    asked: list[str] = []

    def refuse(question: str) -> bool:
        asked.append(question)
        return False

    many = [figure("产值" + "甲乙丙丁戊己庚辛壬癸"[n % 10] + "子丑寅卯辰巳午未申酉"[n // 10]) for n in range(100)]
    assert example_questions(many, zones=[], answerable=refuse) == []
    assert len(asked) <= 12


def test_figures_of_a_part_of_a_table_or_without_a_period_make_no_question() -> None:
    unfit = [figure("投资额甲", scope="松园"), figure("投资额乙", in_table=True), figure("投资额丙", period=None),
             figure("投资额丁", kind=FigureKind.RANK), figure("投2额戊"), figure("长" * 30)]
    assert example_questions(unfit, zones=[], answerable=lambda _: True) == []
