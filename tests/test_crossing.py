"""Question and number read together: what is read, what the network makes of it, and numbers that are not told because of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.extractive.asks import numbers_of
from assistant.extractive.crossing import CROSS_ENCODER, answering, marked, needed
from assistant.extractive.summed import SUMS
from benchmarks.corpus import ROOT
from benchmarks.crossing_examples import (
    ASKED,
    COMPUTED,
    HELD,
    HELD_COMPUTED,
    HELD_WORDS,
    WORDS,
    Sort,
    computed,
    examples,
    worded,
)
from index.embedding.cross_encoder import CrossEncoder
from index.errors import EmbeddingError
from tests.conftest import over

REPORT = """岫川高新区2021年工作总结

一、2021年工作回顾
全年规上工业总产值312.6亿元，同比增长9.4%。全年出让工业用地1130亩，处置“僵尸企业”7家。建成污水管网38公里。
全年安排助学贷款1.2亿元，引进博士118名，改造老旧小区18个。

二、2022年工作打算
新建人才公寓1600套。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("crossing"), REPORT) as assistant:
        yield assistant


def read(zone: Assistant, number: str) -> str:
    told = (t for f in zone.index.ledger.figures() for t in numbers_of(f) if number in t.text)
    return marked(zone.facts, next(told))


def test_a_number_is_read_marked_in_its_sentence_under_its_heading(zone: Assistant) -> None:
    assert read(zone, "9.4%") == "规上工业总产值增速 | 全年规上工业总产值312.6亿元，【同比增长9.4%】。 | 一、2021年工作回顾"
    assert read(zone, "1600套").startswith("目标新建人才公寓 | 新建人才公寓【1600套】")


def test_a_number_scores_above_none_where_it_answers_in_other_words_and_below_where_it_does_not(zone: Assistant) -> None:
    land = read(zone, "1130亩")
    answered, sold = (answering(q, [land])[0] for q in ("卖给工厂的地一共有多少亩", "工业用地出让金收了多少钱"))
    assert answered > 0 > sold


def test_a_score_does_not_depend_on_its_neighbours(zone: Assistant) -> None:
    texts = [read(zone, number) for number in ("1130亩", "118名", "38公里")]
    together = answering("引进了几个博士", texts)
    assert together.tolist() == [answering("引进了几个博士", [text])[0] for text in texts]
    assert int(together.argmax()) == 1


@pytest.mark.parametrize(("question", "neighbour"), [
    ("岫川2021年工业用地出让金收了多少", "1130亩"),
    ("岫川2021年引进的博士流失了多少名", "118名"),
    ("岫川2021年改造老旧小区惠及多少户居民", "18个"),
])  # fmt: skip
def test_a_neighbour_is_never_told_for_what_is_asked(zone: Assistant, question: str, neighbour: str) -> None:
    answer = zone.ask(question)
    told = answer.text.split("。")[0]
    assert neighbour not in told, answer.text
    assert "报告中没有" in answer.text


def test_what_is_not_told_is_named_as_the_nearest_with_its_place(zone: Assistant) -> None:
    answer = zone.ask("岫川2021年引进的博士流失了多少名")
    assert answer.refused
    assert "相近的是岫川高新区2021年引进的博士：118名" in answer.text
    assert any("118名" in c.quote for c in answer.citations)
    assert all(v.kind.value != "未核实" for v in answer.verdicts)


@pytest.mark.parametrize(("question", "number"), [
    ("岫川2021年引进了多少博士", "118名"),
    ("岫川2021年规模以上工业总产值增速是多少", "9.4%"),
    ("岫川2021年污水管道铺了多长", "38公里"),
])  # fmt: skip
def test_what_answers_is_told(zone: Assistant, question: str, number: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert number in answer.text


def test_the_nearest_goal_is_not_told_for_what_was_done_nor_the_other_way(zone: Assistant) -> None:
    assert zone.ask("岫川2021年引进博士的全年目标是多少名").refused
    assert zone.ask("岫川2021年已经建好的人才公寓有多少套").refused


def test_a_figure_that_is_found_by_no_name_of_its_own_ends_in_no_error(tmp_path: Path) -> None:
    report = ROOT / "tests" / "fresh" / "round14" / "reports" / "cuiyuhu_2017.txt"
    with over(tmp_path, report.read_text("utf-8")) as assistant:
        assert assistant.by_rules("环湖旅游轨道一期修多长").statements


def test_a_broken_network_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(EmbeddingError, match="请重新安装"):
        CrossEncoder(tmp_path / "model.onnx")


def test_the_committed_network_is_the_described_one() -> None:
    told = (CROSS_ENCODER.parent / "MODEL.md").read_text("utf-8")
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() in told for path in (CROSS_ENCODER, SUMS))


def test_training_questions_have_their_numbers_in_their_reports() -> None:
    files = [*ASKED, *HELD]
    assert len(files) == 155
    for path in files:
        head, *rows = map(json.loads, path.read_text("utf-8").splitlines())
        assert (ROOT / head["report"]).is_file()
        assert len(rows) >= 50
        assert sum(not row["numbers"] for row in rows) >= 20
        assert all(row["sentence"] for row in rows if row["numbers"])
        if head["report"].startswith("tests/crossing"):
            text = (ROOT / head["report"]).read_text("utf-8")
            assert all(row["sentence"] in text for row in rows if row["numbers"])


def test_questions_in_words_quote_their_sentences() -> None:
    assert len(WORDS) == 106
    assert {path.stem for path in WORDS} > set(HELD_WORDS)
    for path in WORDS:
        head, *rows = map(json.loads, path.read_text("utf-8").splitlines())
        text = plain((ROOT / head["report"]).read_text("utf-8"))
        assert len(rows) >= 30
        assert sum(not row["sentences"] for row in rows) >= 8
        assert all(plain(sentence) in text for row in rows for sentence in row["sentences"])


def test_questions_that_compute_quote_the_numbers_of_their_formulas() -> None:
    assert len(COMPUTED) == 119
    assert {path.stem for path in COMPUTED} > set(HELD_COMPUTED)
    for path in COMPUTED:
        head, *rows = map(json.loads, path.read_text("utf-8").splitlines())
        assert all((ROOT / name).is_file() for name in head["reports"])
        for row in rows:
            assert bool(row["operands"]) == bool(row["result"]), row["question"]
            for operand in row["operands"]:
                assert plain(operand["number"]) in plain(operand["sentence"]), row["question"]


def plain(text: str) -> str:
    return "".join(text.split())


def test_examples_know_which_of_their_numbers_answer() -> None:
    found = list(examples(ROOT / "tests" / "crossing" / "held" / "round15_lichuan_2019.jsonl"))
    assert {example.sort for example in found} == {Sort.NUMBER}
    assert 10 <= sum(any(example.right) for example in found) < len(found)


def test_examples_know_which_sentences_answer_and_which_numbers_are_needed() -> None:
    folder = ROOT / "tests" / "crossing"
    told = list(worded(folder / "words" / "ac_2.jsonl"))
    assert {example.sort for example in told} == {Sort.SENTENCE}
    assert 15 <= sum(any(example.right) for example in told) < len(told)
    needs = list(computed(folder / "computed" / "q_2.jsonl"))
    assert {example.sort for example in needs} == {Sort.RESULT}
    assert len(needs) >= 40
    assert all(any(example.right) for example in needs)


def test_what_is_needed_for_a_result_is_told_apart_from_what_answers(zone: Assistant) -> None:
    question = "每名博士摊到多少助学贷款"
    texts = [read(zone, number) for number in ("1.2亿元", "118名", "38公里")]
    first, second, other = needed(question, texts)
    assert min(first, second) > other
