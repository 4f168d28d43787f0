"""The judge agrees with the rules of tests/fixtures/README.md, and the scores with a count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant import evaluation
from assistant.judging import Item, Judge, contains, measured_numbers, normal_form, supports
from assistant.records import Answer, Citation, Query, Statement
from index.errors import QuestionError
from tests.conftest import FIXTURES

REPORT = "全年完成财政总收入9.84亿元，同比增长10.6%。规上工业总产值1,412.7亿元。"


def item(**fields: Any) -> Item:
    return Item.model_validate({"id": "q001", "question": "财政总收入是多少", "kind": "figure", **fields})


def passes(question: Item, answer: str, *, refused: bool = False) -> bool:
    return Judge([REPORT]).judge(question, answer, refused=refused).passed


# -- one form -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("written", "form"), [
    ("１，２８６．４亿元", "1286.4亿"), ("4,120 万元", "4120万"), ("126.4万TEU", "126.4万teu"),
    ("2.3 个百分点", "2.3百分点"),
    ("58.4 31.6", "58.4 31.6"), ("增长 8 %", "增长8%"), ("\u22123.4％", "-3.4%"), ("12,34", "12,34"), ("", ""),
])
def test_both_sides_are_brought_to_one_form(written: str, form: str) -> None:
    assert normal_form(written) == form


@pytest.mark.parametrize(("text", "key", "found"), [
    ("增长7.8%", "8%", False), ("增长8%", "8%", True), ("160家", "16", False), ("16.5亿", "16", False),
    ("达16。5家", "16", True), ("共16家", "16家", True), ("2.16亿", "16亿", False), ("石堰片区", "石堰", True),
])
def test_a_key_never_stands_inside_a_longer_number(text: str, key: str, found: bool) -> None:
    assert contains(normal_form(text), normal_form(key)) is found


def test_a_number_counts_as_measured_only_with_a_unit() -> None:
    assert measured_numbers("2018年完成9.84亿元，增长10.6%，第3页") == ["9.84", "10.6"]


# -- answers --------------------------------------------------------------------------------------------------------


def test_all_keys_and_one_of_each_group_must_stand_in_the_answer() -> None:
    asked = item(answer_contains=["9.84亿元"], any_of=[["增长", "上升"], ["10.6%"]])
    assert passes(asked, "9.84亿，同比上升10.6%")
    assert not passes(asked, "9.84亿，同比上升")
    assert not passes(asked, "同比上升10.6%")


def test_one_forbidden_phrase_fails_the_answer() -> None:
    assert not passes(item(answer_contains=["9.84亿元"], must_not_contain=["999亿元"]), "9.84亿元，不是999亿元")


def test_a_refusal_may_only_hold_numbers_of_the_reports_or_the_question() -> None:
    asked = item(unanswerable=True, subkind="missing_indicator", question="GDP超过12.8亿元吗")
    assert passes(asked, "报告中没有GDP；财政总收入为9.84亿元", refused=True)
    assert passes(asked, "报告中没有说GDP是否超过12.8亿元", refused=True)
    assert not passes(asked, "报告中没有单独列出，约为987.65亿元", refused=True)
    assert not passes(asked, "GDP为9.84亿元")


def test_a_false_premise_is_to_be_corrected_not_refused() -> None:
    asked = item(unanswerable=True, subkind="false_premise", any_of=[["增长10.6%"]])
    assert passes(asked, "并没有下降，而是增长10.6%")
    assert not passes(asked, "报告中没有提到", refused=True)


def test_an_empty_answer_never_passes() -> None:
    assert not passes(item(), "")
    assert not passes(item(unanswerable=True, subkind="missing_year"), "", refused=True)


def test_a_wrong_figure_is_an_answer_with_a_measured_number_outside_the_key() -> None:
    asked = item(answer_contains=["9.84亿元"])

    def wrong(answer: str, *, refused: bool = False) -> bool:
        return Judge([REPORT]).judge(asked, answer, refused=refused).wrong_figure

    assert wrong("财政总收入12.8亿元")
    assert not wrong("财政总收入9.84亿元，增长10.6%"), "it passes"
    assert not wrong("2018年的事报告里讲得不多"), "no measured number"
    assert not wrong("报告中没有；相近的有12.8亿元", refused=True), "a refusal"


def test_quotes_support_the_answer_when_they_hold_what_the_evidence_holds_of_the_key() -> None:
    asked = item(answer_contains=["9.84亿元"], any_of=[["上升", "提高"]], evidence="财政总收入9.84亿元，增长10.6%")
    assert supports(asked, ["全年实现财政总收入9.84亿元"]) is True
    assert supports(asked, ["规上工业总产值161.3亿元"]) is False
    assert supports(item(answer_contains=["19.3亿元"], evidence="9.84亿元"), ["9.84亿元"]) is None, "computed"
    in_table = item(answer_contains=["231.8亿元"], evidence="西屿片区 231.8", from_table=True)
    assert supports(in_table, ["西屿片区 | 231.8"]) is True


def test_the_gold_keys_of_every_fixture_question_pass_and_a_blank_refusal_fails_them() -> None:
    judge = Judge([REPORT])
    for question in evaluation.read_items(FIXTURES / "questions.jsonl"):
        keys = "；".join((*question.answer_contains, *(group[0] for group in question.any_of)))
        assert judge.judge(question, "没有。" if question.must_refuse else keys, refused=False).passed, question.id
        assert question.unanswerable or not judge.judge(question, "报告中没有给出这个数。", refused=True).passed


# -- a run ----------------------------------------------------------------------------------------------------------


class Parrot:
    """An assistant that answers from a list and remembers what each conversation was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.talks: list[list[str]] = []

    def conversation(self) -> _Talk:
        self.talks.append([])
        return _Talk(self.answers, self.talks[-1])


class _Talk:
    def __init__(self, answers: dict[str, Answer], asked: list[str]) -> None:
        self._answers = answers
        self._asked = asked

    def ask(self, question: str) -> Answer:
        self._asked.append(question)
        return self._answers[question]


def answer(text: str, *, quote: str = "", refused: bool = False, seconds: float = 0.01) -> Answer:
    cited = (Citation(1, "甲.txt", "r1", "", quote, 0, len(quote)),) if quote else ()
    return Answer(text, (Statement(text, (1,) if cited else ()),), cited, (), refused, Query(text), seconds)


ITEMS = [
    item(id="q001", question="收入", answer_contains=["9.84亿元"], evidence="收入9.84亿元"),
    item(id="q002", question="产值", answer_contains=["7亿元"], evidence="产值7亿元"),
    item(id="q003", question="同比呢", kind="followup", turns=("收入",), answer_contains=["10.6%"],
         evidence="增长10.6%"),
    item(id="q004", question="GDP", kind="unanswerable", unanswerable=True, subkind="missing_indicator"),
    item(id="q005", question="人口", kind="count", answer_contains=["3万人"], evidence="3万人"),
]
ANSWERS = {
    "收入": answer("收入9.84亿元", quote="全年收入9.84亿元"),
    "产值": answer("产值8亿元", quote="产值8亿元", seconds=0.05),
    "同比呢": answer("增长10.6%", quote="收入9.84亿元"),
    "GDP": answer("报告中没有GDP", refused=True),
    "人口": answer("报告中没有人口", refused=True),
}


def test_every_item_has_a_conversation_of_its_own_with_its_turns_first() -> None:
    parrot = Parrot(ANSWERS)
    evaluation.evaluate(parrot, ITEMS, Judge([REPORT]))
    assert parrot.talks == [["收入"], ["产值"], ["收入", "同比呢"], ["GDP"], ["人口"]]


def test_the_scores_are_what_a_count_by_hand_gives() -> None:
    scores = evaluation.score(evaluation.evaluate(Parrot(ANSWERS), ITEMS, Judge([REPORT])))
    assert {row.kind: (row.passed, row.asked) for row in scores.rows} == {
        "figure": (1, 2), "followup": (1, 1), "unanswerable": (1, 1), "count": (0, 1)}
    assert (scores.total.passed, scores.total.asked) == (3, 5)
    assert scores.cited == (3, 3)
    assert scores.supported == (1, 2), "the follow-up cites a sentence without its 10.6%"
    assert (scores.refused_rightly, scores.refused_wrongly, scores.wrong_figures) == ((1, 1), (1, 4), (1, 5))
    assert scores.p50_s == pytest.approx(0.01)
    assert scores.p95_s == pytest.approx(0.042)


def test_the_answer_file_holds_the_body_alone_and_comes_back_as_it_was(tmp_path: Path) -> None:
    results = evaluation.evaluate(Parrot(ANSWERS), ITEMS, Judge([REPORT]))
    evaluation.write_answers(tmp_path / "out" / "answers.jsonl", results)
    lines = [json.loads(line) for line in (tmp_path / "out" / "answers.jsonl").read_text("utf-8").splitlines()]
    assert lines[0].keys() == {"id", "answer", "refused", "citations", "seconds"}
    assert lines[0]["answer"] == "收入9.84亿元"
    assert lines[0]["citations"][0]["quote"] == "全年收入9.84亿元"
    assert evaluation.read_answers(tmp_path / "out" / "answers.jsonl") == {r.item.id: r.line for r in results}


def test_a_comparison_names_what_passes_now_and_what_fails_now() -> None:
    judge = Judge([REPORT])
    before = evaluation.evaluate(Parrot(ANSWERS), ITEMS, judge)
    better = ANSWERS | {"产值": answer("产值7亿元"), "收入": answer("收入12亿元")}
    after = evaluation.evaluate(Parrot(better), ITEMS, judge)
    changed = evaluation.changes({r.item.id: r.line for r in before}, after, judge)
    assert [(c.item.id, c.after.passed) for c in changed] == [("q001", False), ("q002", True)]
    assert (changed[0].before.line.answer, changed[0].after.line.answer) == ("收入9.84亿元", "收入12亿元")


def test_hold_out_and_held_out_split_the_questions_without_overlap() -> None:
    seen, kept = evaluation.select(ITEMS, hold_out=3), evaluation.select(ITEMS, held_out=3)
    assert [i.id for i in seen] == ["q001", "q002", "q004", "q005"]
    assert [i.id for i in kept] == ["q003"]
    assert [i.id for i in evaluation.select(ITEMS, kinds=["count"])] == ["q005"]


@pytest.mark.parametrize(("text", "told"), [
    ('{"id": "a", "question": "?"}\n{oops}\n', "第 2 行.*不是完整的 JSON"), ('{"question": "?"}\n', "第 1 行.*“id”缺这个字段"),
    ("", "没有题目"), ('{"id": "a", "question": "?", "from_table": "表1"}\n', "“from_table”应为 true 或 false"),
    ('{"id": "a", "question": "?"}\n{"id": "a", "question": "!"}\n', "编号重复"),
])
def test_a_bad_question_file_is_refused_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionError, match=told):
        evaluation.read_items(path)
