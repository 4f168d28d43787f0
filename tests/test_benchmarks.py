"""The benchmark measures what it says: varied reports that read as reports, and every part runs to its table."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import index.glossary
from benchmarks import __main__ as command
from benchmarks.corpus import make_corpus
from benchmarks.made import Made, is_right, questions_of
from benchmarks.measuring import exponent, interleaved, percentile
from benchmarks.quality_ablation import NO_GLOSSARY
from benchmarks.questions import FIXTURES, load, pick
from benchmarks.tables import Table, bar
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.settings import IndexSettings

TINY = replace(command.QUICK, chars=200, reports=6, warm=3, growth=(4, 8), questions=4, fillings=(0, 3), peer=6)


def test_generated_reports_have_the_zone_and_year_they_were_made_for(tmp_path: Path) -> None:
    for made in make_corpus(tmp_path, 44, chars=600):
        report = read_report(tmp_path / made.name, root=tmp_path, settings=IndexSettings())
        assert (report.zone, report.period and report.period.key) == (made.zone, str(made.year))
        assert 500 < len(report.text) < 900


def test_generated_reports_hold_figures_and_no_two_hold_the_same(tmp_path: Path) -> None:
    seen: set[str] = set()
    for made in make_corpus(tmp_path, 24, chars=600):
        report = read_report(tmp_path / made.name, root=tmp_path, settings=IndexSettings())
        assert len(extract_figures(report, outline(report))) >= 5, made.name
        lines = {line for line in report.text.splitlines() if "亿元" in line}
        assert lines
        assert not lines & seen
        seen |= lines


def test_one_seed_gives_one_corpus_and_a_smaller_one_is_its_beginning(tmp_path: Path) -> None:
    large, small = make_corpus(tmp_path / "a", 12, chars=300), make_corpus(tmp_path / "b", 5, chars=300)
    assert small == large[:5]
    assert all((tmp_path / "a" / made.name).read_bytes() == (tmp_path / "b" / made.name).read_bytes() for made in small)


def test_a_power_law_gives_back_its_exponent() -> None:
    assert exponent([10, 100, 1_000], [3 * n**1.5 for n in (10, 100, 1_000)]) == pytest.approx(1.5)
    assert exponent([10, 100], [7, 7]) == 0


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([3.0], 0.5) == 3.0


def test_actions_are_timed_in_turn() -> None:
    order: list[str] = []
    first, second = interleaved(2, lambda: order.append("a"), lambda: order.append("b"))
    assert order == ["a", "b", "a", "b"]
    assert len(first) == len(second) == 2


def test_a_missed_bar_is_marked() -> None:
    assert bar(0.79, least=0.8) == ("0.79", "≥ 0.8 ✗")
    assert bar(0.0471, most=0.05, percent=True) == ("4.71%", "≤ 5% ✓")


def test_a_cell_may_hold_a_pipe() -> None:
    assert Table("T", ("a", "b"), [("x|y", "1")]).markdown().endswith("| x\\|y | 1 |")


def test_questions_kept_aside_are_never_timed() -> None:
    questions = load(FIXTURES.questions)
    timed, others = pick(questions, each=1)
    assert len(questions) == 195
    assert len(timed) == len({question.kind for question in timed}) == 18
    assert len(timed) + len(others) == len(questions)


@pytest.mark.slow
@pytest.mark.parametrize("part", command.PARTS)
def test_every_part_runs_to_its_table(part: str, tmp_path: Path) -> None:
    out = tmp_path / "made" / "tables.md"
    command.main(["--quick", "--only", part, "--out", str(out)], quick=TINY)
    text = out.read_text("utf-8")
    assert text.startswith("# Benchmarks\n")
    assert text.count("\n## ") == (2 if part == "warm" else 1)
    assert all(line.count("|") >= 4 for line in text.splitlines() if line.startswith("|"))


def test_questions_are_made_of_gold_figures() -> None:
    row = {"report": "a.txt", "period": "2018", "scope": None, "unit": "亿元", "growth": "8.9%", "status": "完成"}
    rows = [row | {"indicator": "税收", "value": "5.72"}, row | {"indicator": "固定资产投资", "value": "31.5", "growth": None}]
    zones = {"a.txt": "松河开发区"}
    assert [m.turns for m in questions_of("single", rows, zones)] == [("松河开发区2018年税收是多少",), ("松河开发区2018年固定资产投资是多少",)]
    assert [(m.turns, m.numbers) for m in questions_of("growth", rows, zones)] == [(("松河开发区2018年税收增长了多少",), (Decimal("8.9"),))]
    (pair,), (added,), (held, _) = (list(questions_of(kind, rows, zones)) for kind in ("two", "sum", "claim"))
    assert sorted(pair.numbers) == [Decimal("5.72"), Decimal("31.5")]
    assert added.numbers == (Decimal("37.22"),)
    assert held.turns == ("松河开发区2018年税收是5.72亿元吗",)


def test_an_answer_is_right_that_tells_the_numbers_and_begins_so() -> None:
    made = Made(("松河开发区2018年税收是5.72亿元吗",), (Decimal("5.72"),), "对")
    assert is_right(made, "对，报告中是5.72亿元（松河开发区2018年税收）。", [])
    assert not is_right(made, "5.72亿元（松河开发区2018年税收）。", [])
    assert is_right(Made(("甲",), (Decimal(7),)), "七个（甲）。", [Decimal(7)])
    assert not is_right(Made(("甲",), (Decimal("15.72"),)), "5.72亿元。", [])


def test_the_empty_glossary_of_the_ablation_has_every_table_that_the_full_one_has() -> None:
    full = Path(index.glossary.__file__).with_name("glossary.toml").read_text("utf-8")
    assert tomllib.loads(NO_GLOSSARY).keys() == tomllib.loads(full).keys()
