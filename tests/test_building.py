"""A folder of reports and its index say the same after every build, at the price of what changed."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.building import build
from index.errors import DamagedReport, EmbeddingError, IndexMismatch, IndexUnwritable, SettingsError
from index.ledger import Ledger
from index.opening import Index
from index.settings import IndexSettings
from index.summary import BuildSummary
from tests.toys import ToyEmbedding, report_text, settings_in

_opened: list[str] | None = None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _opened is not None and event == "open":
        _opened.append(str(arguments[0]))


sys.addaudithook(_watch)


@contextmanager
def opened_files() -> Iterator[list[str]]:
    """Every path that this process opens meanwhile."""
    global _opened
    found: list[str] = []
    _opened = found
    try:
        yield found
    finally:
        _opened = None


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return settings_in(tmp_path)


def put(settings: IndexSettings, name: str, revenue: str = "12.5", zone: str = "松岭开发区", year: int = 2018) -> Path:
    path = settings.reports_dir / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(report_text(zone, year, revenue), encoding="utf-8")
    return path


def run(settings: IndexSettings, *, force: bool = False) -> BuildSummary:
    return build(settings, embedding=ToyEmbedding(), force=force)


def contents(settings: IndexSettings) -> object:
    """All that a reader of the index could find, in a form that doesn't depend on how it came about."""
    embedding = ToyEmbedding()
    with Index.open(settings, embedding=embedding) as index:
        reports = index.ledger.reports()
        passages = [passage for report in reports for passage in index.ledger.passages_of(report.id)]
        query = embedding.embed_query("财政总收入")
        return (
            reports, passages, [index.ledger.sections(report.id) for report in reports], index.ledger.figures(),
            sorted(id for id, _ in index.vectors.query(query, 1_000, None)),
            sorted(id for id, _ in index.lexical.search("财政总收入 一是 力争 年", 1_000)),
            {name: (one.report_id, one.duplicate_of, one.failure) for name, one in index.manifest.files.items()})


def revenues(settings: IndexSettings) -> list[str]:
    """The value of 财政总收入 in each report, by name."""
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        return [report.text.split("财政总收入")[1].split("亿元")[0] for report in index.ledger.reports()]


def test_what_is_in_the_folder_is_in_the_index(settings: IndexSettings) -> None:
    put(settings, "甲.txt", "12.5")
    put(settings, "乙/2019.md", "99.25")
    summary = run(settings)
    assert summary.added == ("乙/2019.md", "甲.txt")
    assert revenues(settings) == ["99.25", "12.5"]


def test_an_unchanged_folder_makes_no_new_generation_and_opens_no_report(settings: IndexSettings) -> None:
    for name in "abc":
        put(settings, f"{name}.txt", f"1{ord(name)}")
    first = run(settings)
    time.sleep(0.03)
    run(settings)  # files written a moment before the first run are hashed once more
    with opened_files() as opened:
        summary = run(settings)
    assert not [path for path in opened if path.endswith(".txt")]
    assert any(path.endswith("manifest.json") for path in opened)
    assert (summary.unchanged, summary.generation) == (("a.txt", "b.txt", "c.txt"), first.generation)


def test_a_touched_file_is_hashed_once_and_is_unchanged(settings: IndexSettings) -> None:
    path = put(settings, "a.txt")
    first = run(settings)
    os.utime(path, (1_500_000_000, 1_500_000_000))
    assert run(settings).generation == first.generation
    time.sleep(0.03)  # until the clock of the file system can tell a further change
    run(settings)
    with opened_files() as opened:
        run(settings)
    assert str(path) not in opened


def test_a_file_rewritten_at_once_with_the_same_size_is_noticed(settings: IndexSettings) -> None:
    path = put(settings, "a.txt", "12.5")
    stat = path.stat()
    run(settings)
    put(settings, "a.txt", "99.5")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert run(settings).changed == ("a.txt",)


def test_a_changed_report_replaces_all_of_the_old_one(settings: IndexSettings) -> None:
    put(settings, "a.txt", "12.5")
    put(settings, "b.txt", "44.4")
    run(settings)
    put(settings, "a.txt", "13.75")
    summary = run(settings)
    assert (summary.changed, summary.unchanged, summary.generation) == (("a.txt",), ("b.txt",), 2)
    assert revenues(settings) == ["13.75", "44.4"]
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert not index.ledger.figures(containing="12.5")
        assert {report.name for report in index.ledger.reports()} == {"a.txt", "b.txt"}


def test_a_removed_report_leaves_nothing_behind(settings: IndexSettings) -> None:
    put(settings, "a.txt", "12.5")
    put(settings, "b.txt", "44.4").unlink()
    run(settings)
    alone = contents(settings)
    put(settings, "b.txt", "44.4")
    run(settings)
    (settings.reports_dir / "b.txt").unlink()
    assert run(settings).removed == ("b.txt",)
    assert contents(settings) == alone


def test_a_renamed_report_is_known_by_its_new_name_alone(settings: IndexSettings) -> None:
    path = put(settings, "旧名.txt")
    run(settings)
    path.rename(path.with_name("新名.txt"))
    summary = run(settings)
    assert (summary.added, summary.removed) == (("新名.txt",), ("旧名.txt",))
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert [report.name for report in index.ledger.reports()] == ["新名.txt"]


def test_two_reports_that_swap_names_keep_both_texts(settings: IndexSettings) -> None:
    one, two = put(settings, "a.txt", "12.5"), put(settings, "b.txt", "44.4")
    run(settings)
    one.rename(one.with_name("x"))
    two.rename(one)
    one.with_name("x").rename(two)
    run(settings)
    assert revenues(settings) == ["44.4", "12.5"]


def test_the_same_content_under_two_names_is_one_report(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    put(settings, "z.md")
    summary = run(settings)
    assert (summary.added, summary.duplicates) == (("a.txt",), (("z.md", "a.txt"),))
    assert "z.md 与 a.txt 内容相同" in "\n".join(summary.lines())
    assert len(revenues(settings)) == 1
    assert run(settings).duplicates == summary.duplicates


def test_a_duplicate_takes_the_place_of_the_name_that_was_removed(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    put(settings, "z.txt")
    run(settings)
    (settings.reports_dir / "a.txt").unlink()
    summary = run(settings)
    assert (summary.added, summary.removed, summary.duplicates) == (("z.txt",), ("a.txt",), ())
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert [report.name for report in index.ledger.reports()] == ["z.txt"]


def test_one_bad_file_keeps_no_other_out_and_is_listed_every_time(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    bad = settings.reports_dir / "b.docx"
    bad.write_bytes(b"PK\x03\x04 broken")
    first = run(settings)
    assert first.added == ("a.txt",)
    assert [(type(failure), failure.path) for failure in first.failures] == [(DamagedReport, bad)]
    time.sleep(0.03)
    run(settings)
    with opened_files() as opened:
        again = run(settings)
    assert str(bad) not in opened
    assert [str(failure) for failure in again.failures] == [str(failure) for failure in first.failures]
    assert str(first.failures[0]) in "\n".join(again.lines())


def test_a_mended_file_is_taken_in(settings: IndexSettings) -> None:
    bad = settings.reports_dir / "a.txt"
    bad.write_text("")
    assert len(run(settings).failures) == 1
    put(settings, "a.txt")
    summary = run(settings)
    assert (summary.added, summary.failures) == (("a.txt",), ())


def test_a_report_that_became_unreadable_is_no_longer_answered_from(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    put(settings, "b.txt", "44.4")
    run(settings)
    (settings.reports_dir / "a.txt").write_text("")
    summary = run(settings)
    assert (summary.removed, len(summary.failures)) == (("a.txt",), 1)
    assert revenues(settings) == ["44.4"]


def test_a_file_over_a_limit_is_tried_again_when_the_limit_is_raised(settings: IndexSettings) -> None:
    path = put(settings, "a.txt")
    path.write_text(path.read_text(encoding="utf-8") + "二、其他工作情况。\n" * 200, encoding="utf-8")
    low = settings.model_copy(update={"max_report_chars": 1_000})
    assert len(run(low).failures) == 1
    assert run(settings).added == ("a.txt",)


@pytest.mark.parametrize(("by", "older"), [("version", "older"), ("reading", "reading-1 100 1000")])
def test_another_version_of_the_program_reads_everything_again_and_embeds_only_what_differs(
        settings: IndexSettings, by: str, older: str) -> None:
    path = put(settings, "a.txt")
    put(settings, "b.txt", "44.4")
    run(settings)
    manifest = settings.index_dir / "generations" / "0001" / "manifest.json"
    said = json.loads(manifest.read_text(encoding="utf-8"))
    said[by] = older
    said["files"]["a.txt"]["record"] = "as the older version read it"
    manifest.write_text(json.dumps(said), encoding="utf-8")
    with opened_files() as opened:
        summary = run(settings)
    assert str(path) in opened
    assert (summary.changed, summary.unchanged) == (("a.txt",), ("b.txt",))
    assert run(settings).generation == 2


def test_a_sidecar_changes_its_report_alone(settings: IndexSettings) -> None:
    put(settings, "a.txt", "12.5")
    put(settings, "b.txt", "44.4")
    run(settings)
    (settings.reports_dir / "a.txt.toml").write_text('zone = "青岭高新区"\n', encoding="utf-8")
    summary = run(settings)
    assert (summary.changed, summary.unchanged) == (("a.txt",), ("b.txt",))
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert index.ledger.zones() == ["松岭开发区", "青岭高新区"]


def test_a_slip_in_reports_toml_is_told_and_loses_nothing(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    table = settings.reports_dir / "reports.toml"
    table.write_text('["a.txt"\nzone = 1', encoding="utf-8")
    with pytest.raises(SettingsError, match="TOML"):
        run(settings)
    assert revenues(settings) == ["12.5"]
    table.write_text('["a.txt"]\nzone = "青岭高新区"\n', encoding="utf-8")
    assert run(settings).changed == ("a.txt",)


def test_an_index_grown_step_by_step_equals_one_built_at_once(tmp_path: Path) -> None:
    seed = 20_180_601
    print(f"seed {seed}")
    rng = random.Random(seed)
    grown = settings_in(tmp_path)
    names = [f"{letter}.txt" for letter in "abcdef"]
    for step in range(10):
        for name in rng.sample(names, 3):
            path = grown.reports_dir / name
            match rng.choice(["write", "write", "remove", "rename", "copy", "break"]):
                case "write":
                    put(grown, name, f"{rng.randint(1, 6)}.5")  # few values, so that contents meet again
                case "remove":
                    path.unlink(missing_ok=True)
                case "rename" if path.exists():
                    path.rename(grown.reports_dir / rng.choice(names))
                case "copy" if path.exists():
                    (grown.reports_dir / rng.choice(names)).write_bytes(path.read_bytes())
                case "break":
                    path.write_bytes(b"")
        run(grown)
        fresh = grown.model_copy(update={"index_dir": tmp_path / f"fresh{step}"})
        run(fresh)
        assert contents(grown) == contents(fresh)


def test_a_forced_build_makes_everything_anew(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    summary = run(settings, force=True)
    assert (summary.added, summary.generation) == (("a.txt",), 2)


def test_another_embedder_is_refused_until_the_index_is_rebuilt(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    other = ToyEmbedding(made_by="another", size=16)
    for act in (lambda: build(settings, embedding=other), lambda: Index.open(settings, embedding=other)):
        with pytest.raises(IndexMismatch, match=r"句向量模型：索引用的是 toy，现在是 another.*zoneqa index --rebuild"):
            act()
    build(settings, embedding=other, force=True)
    with Index.open(settings, embedding=other) as index:
        assert index.vectors.count() == index.manifest.counts.passages > 0


def test_other_passage_lengths_are_refused_until_the_index_is_rebuilt(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    with pytest.raises(IndexMismatch, match="切分规则"):
        run(settings.model_copy(update={"passage_max_chars": 300}))


def test_other_rules_for_figures_are_applied_without_embedding_anything(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    whole = contents(settings)
    folder = settings.index_dir / "generations" / "0001"
    with Ledger.open(folder / "ledger.sqlite", read_only=False) as ledger:  # as older rules left it: no figures
        (card,) = ledger.cards()
        ledger.replace_figures(card.id, [], [])
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    said["makers"]["figures"], said["counts"]["figures"] = "0", 0
    (folder / "manifest.json").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(IndexMismatch, match=r"数字抽取规则.*运行 zoneqa index 更新"):
        Index.open(settings, embedding=ToyEmbedding())
    summary = build(settings, embedding=ToyEmbedding(refuses="财政"))
    assert (summary.unchanged, summary.generation) == (("a.txt",), 2)
    assert contents(settings) == whole


def test_a_failed_build_leaves_the_old_index_and_no_trace(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    put(settings, "b.txt", "77.7")
    with pytest.raises(EmbeddingError):
        build(settings, embedding=ToyEmbedding(refuses="77.7"))
    assert sorted(path.name for path in (settings.index_dir / "generations").iterdir()) == ["0001"]
    assert revenues(settings) == ["12.5"]
    run(settings)
    assert revenues(settings) == ["12.5", "77.7"]


def test_an_index_folder_that_cannot_be_made_is_told(settings: IndexSettings, tmp_path: Path) -> None:
    put(settings, "a.txt")
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexUnwritable, match="检查磁盘空间和写权限"):
        run(settings.model_copy(update={"index_dir": tmp_path / "file" / "index"}))


def test_a_folder_that_is_not_there_is_told_and_loses_nothing(settings: IndexSettings) -> None:
    put(settings, "a.txt")
    run(settings)
    shutil.rmtree(settings.reports_dir)
    with pytest.raises(SettingsError, match="报告文件夹不存在"):
        run(settings)
    assert revenues_of_index(settings) == 1


def revenues_of_index(settings: IndexSettings) -> int:
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        return len(index.ledger.reports())


def test_an_empty_folder_makes_an_empty_index(settings: IndexSettings) -> None:
    assert run(settings).generation == 1
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert index.ledger.counts() == (0, 0, 0)


def test_progress_ends_where_it_said_it_would(settings: IndexSettings) -> None:
    for year in range(5):
        put(settings, f"{year}.txt", f"{year}.5")
    told: dict[str, tuple[int, int]] = {}
    build(settings, embedding=ToyEmbedding(), progress=lambda stage, done, of: told.update({stage: (done, of)}))
    assert told["读取报告"] == (5, 5)
    assert told["计算向量"][0] == told["计算向量"][1] > 0


def test_a_report_that_names_no_zone_is_the_one_whose_place_it_tells(settings: IndexSettings) -> None:
    speech = settings.reports_dir / "讲话.txt"
    speech.write_text("在年终会商会上的讲话\n\n2019年，财政总收入14.5亿元。松岭技师学院首年招生800人。\n", encoding="utf-8")
    run(settings)
    assert zones_of(settings) == {"讲话.txt": ""}
    put(settings, "a.txt", "12.5")
    run(settings)
    assert zones_of(settings)["讲话.txt"] == "松岭开发区"
    grown = contents(settings)
    run(settings, force=True)
    assert contents(settings) == grown
    first = run(settings).generation
    assert run(settings).generation == first
    put(settings, "b.txt", "13.5", zone="技师学院高新区")  # two places are told: nobody's again
    run(settings)
    assert zones_of(settings)["讲话.txt"] == ""


def zones_of(settings: IndexSettings) -> dict[str, str]:
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        return {card.name: card.zone for card in index.ledger.cards()}
