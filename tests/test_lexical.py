"""Terms, and the lexical index over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import IndexDamaged
from index.lexical import LexicalStore, terms

ROWS = [
    ("a:0-9", "a", "完成工业有效投资22.53亿元，同比增长25.6%"),
    ("a:9-20", "a", "实现财政总收入1,234.5万元"),
    ("b:0-9", "b", "工业有效投资18亿元"),
    ("c:0-9", "c", "绿化覆盖率达到38%"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LexicalStore]:
    store = LexicalStore.open(tmp_path / "lexical")
    store.add(ROWS)
    store.commit()
    yield store
    store.close()


def ids(hits: list[tuple[str, float]]) -> list[str]:
    return [id for id, _ in hits]


def test_chinese_gives_bigrams_and_a_lone_character_itself() -> None:
    assert terms("工业投资") == ["工业", "业投", "投资"]
    assert terms("22亿") == ["22", "亿"]


def test_a_number_is_one_term_without_thousands_separators() -> None:
    assert terms("1,234.5") == ["1234.5"]
    assert terms("2018年12.35%") == ["2018", "年", "12.35"]
    assert terms("1,2,3") == ["1", "2", "3"]


def test_width_case_and_traditional_forms_make_no_difference() -> None:
    assert terms("ＧＤＰ增長１２．５％") == terms("gdp增长12.5%") == ["gdp", "增长", "12.5"]
    assert terms("《》——，。 \n") == []


def test_the_passage_with_the_words_comes_first_and_others_do_not_come(store: LexicalStore) -> None:
    assert ids(store.search("财政总收入是多少", 5))[0] == "a:9-20"
    assert ids(store.search("1234.5", 5)) == ["a:9-20"]
    assert store.search("海运", 5) == []


def test_scores_fall_and_k_limits_them(store: LexicalStore) -> None:
    hits = store.search("工业有效投资22.53", 5)
    assert ids(hits) == ["a:0-9", "b:0-9"]
    assert hits[0][1] > hits[1][1] > 0
    assert store.search("工业有效投资22.53", 1) == hits[:1]


def test_a_filter_by_report_changes_who_is_found_and_not_the_scores(store: LexicalStore) -> None:
    everyone = dict(store.search("工业有效投资", 5))
    (hit,) = store.search("工业有效投资", 5, {"b"})
    assert hit[0] == "b:0-9"
    assert hit[1] == pytest.approx(everyone["b:0-9"])
    assert store.search("工业有效投资", 5, {"c", "unknown"}) == []
    assert store.search("工业有效投资", 5, set()) == []


@pytest.mark.parametrize("text", ["", "？！", "AND OR (", "工业 AND 投资:\"*", "\x00", "a" * 70_000, "\ud800"])
def test_no_question_is_a_syntax_error(store: LexicalStore, text: str) -> None:
    store.search(text, 5)


def test_a_removed_report_leaves_nothing_behind_and_can_come_again(store: LexicalStore) -> None:
    store.remove("a")
    store.commit()
    assert store.count() == 2
    assert ids(store.search("工业有效投资财政总收入", 5)) == ["b:0-9"]
    store.add([("a:0-4", "a", "工业投资")])
    store.commit()
    assert "a:0-4" in ids(store.search("工业投资", 5))
    store.remove("nobody")
    store.commit()
    assert store.count() == 3


def test_what_is_not_committed_is_not_seen_and_is_gone_after_closing(store: LexicalStore, tmp_path: Path) -> None:
    store.add([("d:0-4", "d", "海运吞吐量")])
    assert store.search("海运", 5) == []
    store.close()
    again = LexicalStore.open(tmp_path / "lexical")
    assert again.count() == len(ROWS)
    assert again.search("海运", 5) == []


def test_an_open_reader_finds_what_another_object_committed(store: LexicalStore, tmp_path: Path) -> None:
    reader = LexicalStore.open(tmp_path / "lexical")
    store.add([("d:0-4", "d", "海运吞吐量")])
    store.commit()
    reader.commit()  # nothing to write: reads the newest commit
    assert ids(reader.search("海运", 5)) == ["d:0-4"]


def test_files_that_are_no_index_are_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(IndexDamaged, match="重建"):
        LexicalStore.open(tmp_path)
