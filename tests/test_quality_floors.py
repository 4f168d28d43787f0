"""How right answers are, held from below: questions with keys, asked one by one and judged by the documented judge.

Only counts are looked at here; every third question is kept aside and is read by nobody.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evaluation import Scores, evaluate, read_items, score
from assistant.judging import Judge
from tests.conftest import FIXTURES, ROOT

SAMPLE_QUESTIONS = ROOT / "tests" / "sample_questions.jsonl"
FIXTURE_QUESTIONS = FIXTURES / "questions.jsonl"


def scores(assistant: Assistant, questions: Path) -> Scores:
    reports = [assistant.facts.report(card).text for card in assistant.facts.cards]
    return score(evaluate(assistant, read_items(questions), Judge(reports)))


@pytest.fixture(scope="module")
def of_sample(sample: Assistant) -> Scores:
    return scores(sample, SAMPLE_QUESTIONS)


@pytest.fixture(scope="module")
def of_nine(nine: Assistant) -> Scores:
    return scores(nine, FIXTURE_QUESTIONS)


def rate(pair: tuple[int, int]) -> float:
    return pair[0] / pair[1]


def test_the_samples_own_questions_are_many_and_a_quarter_of_them_has_no_answer() -> None:
    items = read_items(SAMPLE_QUESTIONS)
    assert len(items) >= 80
    assert sum(item.unanswerable for item in items) >= len(items) / 4


def test_the_samples_own_questions_are_answered(of_sample: Scores) -> None:
    assert of_sample.total.rate >= 0.85


def test_the_fixtures_questions_are_answered_with_all_nine_reports_loaded(of_nine: Scores) -> None:
    assert of_nine.total.rate >= 0.60


@pytest.mark.parametrize("questions", ["of_sample", "of_nine"])
def test_wrong_figures_are_rare(questions: str, request: pytest.FixtureRequest) -> None:
    assert rate(request.getfixturevalue(questions).wrong_figures) <= 0.05


@pytest.mark.parametrize("questions", ["of_sample", "of_nine"])
def test_what_cannot_be_answered_is_refused_and_what_can_is_not(
    questions: str, request: pytest.FixtureRequest
) -> None:
    found: Scores = request.getfixturevalue(questions)
    assert rate(found.refused_rightly) >= 0.85
    assert rate(found.refused_wrongly) <= 0.20


def test_right_answers_quote_what_makes_them_right(of_nine: Scores) -> None:
    assert rate(of_nine.cited) >= 0.95
    assert rate(of_nine.supported) >= 0.90
