"""The fresh reports hold what their gold says: quotes stand in them, and absent words are absent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation import read_items
from assistant.judging import contains, normal_form
from benchmarks.quality_sets import GOLD, SETS
from index.reading import find_reports, read_report
from index.settings import IndexSettings

FRESH = Path(__file__).parent / "fresh"
FIXTURES = Path(__file__).parent / "fixtures"
ASKED = {"round1": 221, "round2": 219, "round3": 160, "round4": 160, "round5": 137, "round6": 143,
         "round7": 150, "round8": 155, "round9": 150, "round10": 150, "round11": 90, "round12": 75, "round13": 75, "round14": 90,
         "round15": 75, "round16": 75, "round17": 75, "round18": 75,
         "round19": 75, "round20": 75, "round24": 96, "round25": 96, "round26": 96, "round27": 96, "round28": 96,
         "round29": 96, "round30": 96, "round31": 96, "round32": 96, "round33": 96,
         "round34": 96, "round35": 96, "round36": 96, "round37": 96,
         "round38": 96, "round39": 96, "round40": 96, "round41": 96,
         "round42": 96, "round43": 96, "round44": 96, "round45": 96, "round46": 96, "round47": 96,
         "round48": 78, "round49": 78, "round50": 78, "round51": 78, "round52": 78, "round53": 78,
         "round54": 78, "round55": 78, "round56": 78, "round57": 78, "round58": 78, "round59": 78, "round60": 78, "round61": 78,
         "round62": 78, "round63": 78, "round64": 78, "round65": 78, "round66": 78, "round67": 78,
         "round246": 48, "round247": 48, "round248": 48, "round249": 48, "round250": 48}
ROUNDS = [FRESH / name for name in ASKED]
#: Sets whose evidence copies rows of tables without what parts their cells (358.272.66,85082), or the mark-up of a list.
_COPIED_ROWS = {89, 91, 92, 99, 105, 154}
#: The later sets, of 78 questions each.
LATER = sorted((f for f in FRESH.glob("round*") if int(f.name.removeprefix("round")) > 67), key=lambda f: int(f.name.removeprefix("round")))
WRITTEN_OUT = [*ROUNDS, *(f for f in LATER if int(f.name.removeprefix("round")) not in _COPIED_ROWS)]
#: Further questions on reports of the sets, and how many they are.
FURTHER = {
    FIXTURES / "across.jsonl": 180, FIXTURES / "computed.jsonl": 131, FIXTURES / "asked.jsonl": 100, FRESH / "round9" / "computed.jsonl": 30,
    **{FRESH / f"round{n}" / "computed.jsonl": 24 for n in (2, 3, 5, 6, 7)}, **{FRESH / f"round{n}" / "more.jsonl": 75 for n in range(126, 130)},
    **{FRESH / f"round{n}" / "words.jsonl": 70 for n in (1, 8)},
    **{FRESH / f"round{n}" / "asked.jsonl": count for n, count in ((2, 40), (3, 45), (7, 45), (9, 45), (10, 40), (11, 45))},
    **{FRESH / f"round{n}" / "reckoned.jsonl": 60 for n in (36, 38, 41, 43, 206, 208)},
    **{FRESH / f"round{n}" / "reckoned.jsonl": 90 for n in (62, 64, 66)},
    **{FRESH / f"round{n}" / "reckoned.jsonl": 78 for n in (150, 154, 156, 158, 160, 162)},
    **{FRESH / f"round{n}" / "talked.jsonl": 90 for n in (63, 65, 75, 81, 83, 87, 93, 98, 103)},
    FIXTURES / "worded.jsonl": 90, **{FRESH / f"round{n}" / "worded.jsonl": 60 for n in (2, 5, 6)},
    **{FRESH / f"round{n}" / "worded.jsonl": 80 for n in (3, 7, 8, 9)},
    **{FRESH / f"round{n}" / "otherwise.jsonl": 156 for n in (*range(240, 246), *range(251, 266))},
}


@cache
def texts(folder: Path) -> dict[str, str]:
    root = folder / "reports"
    return {path.name: read_report(path, root=root, settings=IndexSettings()).text for path in find_reports(root)}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def plain(text: str) -> str:
    return re.sub(r"[\s|]", "", normal_form(text))


@pytest.mark.parametrize("folder", WRITTEN_OUT, ids=lambda folder: folder.name)
def test_every_evidence_stands_in_its_report(folder: Path) -> None:
    reports = {name: plain(text) for name, text in texts(folder).items()}
    for row in rows(folder / "questions.jsonl"):
        for quote in filter(None, (row.get("evidence"), *(row.get("evidence_extra") or ()))):
            assert any(plain(quote) in reports[name] for name in row["reports"] or reports), row["id"]


@pytest.mark.parametrize("path", FURTHER, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_further_questions_have_keys_and_their_evidence_in_the_reports(path: Path) -> None:
    reports = [plain(text) for text in texts(path.parent).values()]
    items = read_items(path)
    assert len(items) == FURTHER[path]
    for item in items:
        assert item.any_of or item.answer_contains or item.unanswerable, item.id
        for quote in filter(None, (item.evidence, *item.evidence_extra)):
            assert any(plain(quote) in report for report in reports), item.id


@pytest.mark.parametrize("folder", WRITTEN_OUT, ids=lambda folder: folder.name)
def test_what_is_said_to_be_absent_is_absent(folder: Path) -> None:
    reports = {name: plain(text) for name, text in texts(folder).items()}
    for row in rows(folder / "questions.jsonl"):
        for word in row.get("absent_check") or ():
            assert not any(plain(word) in reports[name] for name in row["reports"] or reports), row["id"]


@pytest.mark.parametrize("folder", [f for f in WRITTEN_OUT if (f / "expected_figures.jsonl").is_file()], ids=lambda folder: folder.name)
def test_every_gold_figure_stands_in_its_quote(folder: Path) -> None:
    reports = {name: plain(text) for name, text in texts(folder).items()}
    for row in rows(folder / "expected_figures.jsonl"):
        assert plain(row["quote"]) in reports[row["report"]], row["quote"]
        assert row["value"] or row["growth"], row["quote"]


@pytest.mark.parametrize("folder", [*ROUNDS, *LATER], ids=lambda folder: folder.name)
def test_answerable_questions_have_a_key_and_unanswerable_ones_say_why(folder: Path) -> None:
    items = read_items(folder / "questions.jsonl")
    plain_ones = {one.questions.parent.name for one in SETS if one.label.startswith("asked plainly")}
    assert len(items) == ASKED.get(folder.name, 100 if folder.name in plain_ones else 78)
    for item in items:
        assert item.subkind if item.unanswerable else item.answer_contains or item.any_of, item.id


@pytest.mark.parametrize("folder", ROUNDS, ids=lambda folder: folder.name)
def test_reports_say_that_they_are_fictional_and_come_from_no_other_set(folder: Path) -> None:
    assert "虚构" in (folder / "README.md").read_text("utf-8")
    others = [text for other in (*ROUNDS, FIXTURES) if other != folder for text in texts(other).values()]
    for text in texts(folder).values():
        lines = [line for line in text.splitlines() if len(line) > 60]
        assert not any(line in other for line in lines for other in others)


def test_sets_that_nobody_looks_at_stay_so() -> None:
    looked_at = (*range(1, 10), *range(234, 285))
    whole = {*(f"fresh, set {n}" for n in looked_at), "computed, nine reports", *(f"computed, set {n}" for n in (2, 3, 5, 6, 7, 9)),
             "other words, set 1", "other words, set 8", "the sample",
             *(f"said otherwise, set {n}" for n in (*range(240, 246), *range(251, 257)))}
    halves = {one.label: one for one in SETS if one.label not in whole}
    starts = {label.rsplit(", ", 1)[0] for label in halves}
    assert set(halves) == {f"{start}, {half}" for start in starts for half in ("looked at", "kept aside")}
    assert {one.label for one in SETS if not one.looked_at} == {"fresh, set 4", *(f"{start}, kept aside" for start in starts)}
    for start in starts:
        seen = {item.id for item in halves[f"{start}, looked at"].items()}
        aside = {item.id for item in halves[f"{start}, kept aside"].items()}
        assert len(seen) + len(aside) == len(read_items(halves[f"{start}, looked at"].questions))
        assert not seen & aside
        assert all(int(re.findall(r"\d+", name)[-1]) % 3 == 0 for name in aside)


def test_no_further_questions_are_forgotten() -> None:
    further_kinds = ("computed", "words", "asked", "worded", "reckoned", "talked", "more", "otherwise")
    further = chain.from_iterable(FRESH.glob(f"*/{name}.jsonl") for name in further_kinds)
    assert set(FURTHER) == {*further, *(FIXTURES / f"{name}.jsonl" for name in ("computed", "asked", "worded", "across"))}


def test_no_two_questions_have_one_id() -> None:
    ids = [item.id for one in SETS for item in one.items()]
    assert len(ids) == len(set(ids))


def test_reports_with_complete_gold_are_there() -> None:
    for gold in GOLD:
        assert all((gold.folder / "reports" / name).is_file() for name in gold.complete)


@pytest.mark.parametrize("folder", ROUNDS, ids=lambda folder: folder.name)
def test_nine_in_ten_figures_asked_for_are_printed_in_the_evidence(folder: Path) -> None:
    """But for tables, whose units stand in their heads."""
    items = [item for item in read_items(folder / "questions.jsonl") if item.kind == "figure" and not item.from_table]
    keys = {item.id: [*item.answer_contains, *chain(*item.any_of)] for item in items}
    printed = [item for item in items
               if any(contains(normal_form(text), normal_form(key)) for key in keys[item.id]
                      for text in (item.evidence, *item.evidence_extra))]
    assert len(printed) >= 0.9 * len(items)
