"""The quality report: the stage that failed is the one that did, and what nobody looks at is never listed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.judging import Item
from assistant.pipeline import Assistant
from benchmarks import quality
from benchmarks.quality_ablation import VARIANTS, ablate
from benchmarks.quality_asking import ask_all
from benchmarks.quality_failures import Failure, instructive, listed
from benchmarks.quality_sets import SETS
from benchmarks.quality_stages import Stage, failed_stage
from index.embedding import BundledEmbedding

SAMPLE_SET = next(one for one in SETS if one.label == "the sample")
REPORT = "嵊州开发区（浦口街道）2018年工作总结.txt"


def stage(assistant: Assistant, question: str, key: str, evidence: str, kind: str = "figure", **more: object) -> Stage:
    item = Item.model_validate({"id": "x1", "question": question, "kind": kind, "any_of": [[key]],
                                "evidence": evidence, **more})
    told, = ask_all(assistant, [item], BundledEmbedding())
    assert not told.result.passed
    return failed_stage(told, assistant.facts, [] if more.get("unanswerable") else [REPORT])[0]


def test_a_number_that_is_no_figure_was_not_extracted(sample: Assistant) -> None:
    assert stage(sample, "2018年工业有效投资是多少", "98765.4亿元", "工业有效投资98765.4亿元") is Stage.EXTRACTION


def test_a_figure_of_another_status_was_filtered_out(sample: Assistant) -> None:
    goal = next(f for f in sample.facts.figures() if f.status == "目标" and f.value is not None and f.unit == "亿元")
    text = sample.facts.sentence(goal)
    assert stage(sample, "2018年工业有效投资是多少", f"{goal.value}亿元", text) is Stage.FILTER


def test_another_figure_than_the_right_one_is_a_choice(sample: Assistant) -> None:
    assert stage(sample, "2018年工业有效投资是多少", "12.8亿元", "全年实现财政总收入12.8亿元") is Stage.CHOICE


def test_an_unknown_zone_is_a_matter_of_understanding(sample: Assistant) -> None:
    assert stage(sample, "霁岭高新区2018年财政总收入是多少", "12.8亿元", "财政总收入12.8亿元") is Stage.UNDERSTANDING


def test_an_answer_to_what_no_report_says_is_a_matter_of_refusal(sample: Assistant) -> None:
    found = stage(sample, "2018年工业有效投资是多少", "", "", kind="unanswerable", unanswerable=True)
    assert found is Stage.REFUSAL


def failure(number: int, *, kind: str = "figure", wrong: bool = False, stage: Stage = Stage.CHOICE) -> Failure:
    return Failure("a set", Item(id=f"a{number:03}", question="问", kind=kind), "答 | <b>", "缺", wrong, stage, "why")


def test_wrong_figures_come_first_and_then_what_is_rare() -> None:
    many = [failure(n) for n in range(9)]
    rare, wrong = failure(50, stage=Stage.COMPUTING, kind="derived"), failure(60, wrong=True)
    assert [one.item.id for one in instructive([*many, rare, wrong], 3)] == ["a060", "a050", "a000"]


def test_a_listed_failure_says_stage_question_answer_and_reason_and_no_markup() -> None:
    text = listed([failure(1, wrong=True)])
    assert text.startswith("### 定位")
    assert "**wrong figure**" in text
    assert "&lt;b>" in text


def test_failures_of_sets_that_nobody_looks_at_are_not_even_kept(tmp_path: Path) -> None:
    hidden = replace(SAMPLE_SET, label="hidden", looked_at=False)
    shown, unseen = quality.measure([SAMPLE_SET, hidden], tmp_path, every=6)
    assert shown.scores.total == unseen.scores.total
    assert unseen.failures == ()
    assert len(shown.failures) == shown.scores.total.asked - shown.scores.total.passed


def test_folders_asked_at_once_come_to_the_same_and_are_summed_by_sort_of_set(tmp_path: Path) -> None:
    hidden = replace(SAMPLE_SET, label="the sample, again", looked_at=False)
    alone = quality.measure([SAMPLE_SET, hidden], tmp_path / "alone", every=12)
    beside = quality.measure([SAMPLE_SET, hidden], tmp_path / "beside", every=12, jobs=2)
    assert [one.scores.rows for one in alone] == [one.scores.rows for one in beside]
    total = alone[0].scores.total
    passed = {row[0]: row[2] for row in quality.by_family(alone).rows}
    assert passed["the sample, kept aside"].startswith(f"{total.passed}/{total.asked} ")
    assert passed["all"].startswith(f"{2 * total.passed}/{2 * total.asked} ")


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_part_can_be_left_out(variant: str, tmp_path: Path) -> None:
    found = ablate(variant, SAMPLE_SET, tmp_path, every=6)
    assert 0 < found.passed <= found.asked


def test_without_meaning_names_are_told_apart_by_their_characters(tmp_path: Path) -> None:
    found = ablate("without dense (names, passages, sentences)", SAMPLE_SET, tmp_path, every=4)
    assert found.passed >= 0.6 * found.asked
