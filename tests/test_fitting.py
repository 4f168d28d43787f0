"""The fit chooses as the reader does, from every candidate, and gains nothing from what it does not know."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.extractive.candidates import LIMITS, Limits, choose
from assistant.extractive.operand import resolve, slot_of
from assistant.linking import WEIGHTS
from assistant.pipeline import Assistant
from assistant.question import understand
from benchmarks import fitting
from benchmarks.fitting_cases import NAMES, Case, collect
from benchmarks.quality_sets import SETS

HAND = np.array([WEIGHTS[name] for name in NAMES])
SAMPLE_SET = next(one for one in SETS if one.label == "the sample")


@pytest.fixture(scope="module")
def cases(sample: Assistant) -> list[Case]:
    return list(collect(SAMPLE_SET, sample.facts))


@pytest.fixture(scope="module")
def answerable(cases: list[Case]) -> list[Case]:
    return [case for case in cases if case.kind == "answerable"]


def test_a_case_chooses_what_the_reader_chooses(answerable: list[Case], sample: Assistant) -> None:
    assert len(answerable) >= 10
    questions = {item.id: item.question for item in SAMPLE_SET.items()}
    for case in answerable:
        query = understand(questions[case.id.split()[-1]], sample.facts.understanding())
        outcome = resolve(sample.facts, slot_of(query, query.indicators[0]))
        chosen = choose(sample.facts, outcome.candidates, outcome.slot)  # what comes by meaning alone has no weights
        assert case.chosen(HAND) == (chosen.figure if chosen else None), case.id


def test_leaving_out_hopeless_candidates_changes_no_choice(answerable: list[Case]) -> None:
    chance = np.random.default_rng(5)
    for case in answerable:
        weights = HAND * chance.uniform(0.5, 1.5, len(NAMES))
        whole = Case(case.id, case.zone, case.kind, case.slot, case.facts, case.candidates, case.right)
        whole.__dict__["chances"] = np.arange(len(case.candidates))
        assert case.chosen(weights) == whole.chosen(weights)


def test_a_twin_has_none_of_the_right_figures_and_must_be_refused(cases: list[Case]) -> None:
    twins = [case for case in cases if case.kind == "deleted"]
    originals = {case.id: case for case in cases if case.kind == "answerable"}
    assert len(twins) == len(originals)
    for twin in twins:
        assert not twin.right
        assert not {c.figure.id for c in twin.candidates} & originals[twin.id].right
    assert fitting.tally(twins, fitting.HAND_SET).right == 0


def test_wrong_figures_weigh_three_times_and_refusals_nothing(answerable: list[Case]) -> None:
    never = fitting.Values(dict(WEIGHTS), Limits(covered=9, known=9, asked=9, near=9, standing=99, gap=99, broad=99, broad_gap=99))
    assert fitting.tally(answerable, never).refused == len(answerable)
    case = next(case for case in answerable if case.chosen(HAND) is not None)
    other = Case(case.id, case.zone, case.kind, case.slot, case.facts, case.candidates, frozenset({"another"}))
    assert fitting.points(case, never) == 0
    assert fitting.points(other, fitting.HAND_SET) == -3


def test_the_search_finds_back_a_weight_that_was_spoilt(answerable: list[Case]) -> None:
    spoilt = fitting.Values(WEIGHTS | {"asked": 0.0, "same": 0.0}, LIMITS)

    def score(values: fitting.Values) -> int:
        return sum(fitting.points(case, values) for case in answerable)

    assert score(fitting.fit(answerable, spoilt)) >= score(spoilt)
    assert score(fitting.fit(answerable)) >= score(fitting.HAND_SET)


def test_every_feature_is_documented() -> None:
    assert set(fitting.FEATURES) == set(WEIGHTS)


@pytest.fixture(scope="module")
def fitted() -> dict[str, object]:
    return json.loads(Path(fitting.OUT).read_text("utf-8"))


def test_the_committed_fit_was_made_for_the_values_in_use(fitted: dict[str, object]) -> None:
    assert fitted["hand_set"] == fitting.HAND_SET.as_dict()
    assert fitted["features"] == fitting.FEATURES


def test_no_question_kept_aside_was_fitted_on(fitted: dict[str, object]) -> None:
    hidden = {f"{one.label} {item.id}" for one in SETS if not one.looked_at for item in one.items()}
    fitted_on = fitted["fitted_on"]
    assert isinstance(fitted_on, list)
    assert len(fitted_on) > 100
    assert not hidden & set(fitted_on)
    assert not any(name.startswith("nine reports") and int(name[-3:]) % 3 == 0 for name in fitted_on)
