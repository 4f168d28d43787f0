"""An open index answers from one whole generation, moves on when told to, and writes nothing."""

from __future__ import annotations

import gc
import json
import multiprocessing
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.building import build
from index.errors import IndexDamaged, IndexMismatch, NoIndex
from index.opening import Index
from index.settings import IndexSettings
from tests.toys import ToyEmbedding, report_text, settings_in

ROOT = Path(__file__).parent.parent


def put(settings: IndexSettings, name: str, revenue: str) -> None:
    (settings.reports_dir / name).write_text(report_text("松岭开发区", 2018, revenue), encoding="utf-8")


def run(settings: IndexSettings) -> int:
    return build(settings, embedding=ToyEmbedding()).generation


def open_index(settings: IndexSettings) -> Index:
    return Index.open(settings, embedding=ToyEmbedding())


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    """One report, indexed."""
    settings = settings_in(tmp_path)
    put(settings, "a.txt", "12.5")
    run(settings)
    return settings


def names(index: Index) -> list[str]:
    return [report.name for report in index.ledger.reports()]


def found_by_each_part(index: Index) -> tuple[int, int, int]:
    """How many passages the ledger, the vectors and the words each come up with, by really searching."""
    snapshot = index.snapshot
    vector = snapshot.embedding.embed_query("财政总收入")
    return (snapshot.ledger.counts()[1], len(snapshot.vectors.query(vector, 1_000, None)),
            len(snapshot.lexical.search("财政总收入 一是 力争 年", 1_000)))


def test_without_an_index_the_command_that_makes_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="运行 zoneqa index"):
        open_index(settings_in(tmp_path))
    assert not (tmp_path / "index").exists()


def test_all_parts_hold_the_same_passages(settings: IndexSettings) -> None:
    with open_index(settings) as index:
        counts = found_by_each_part(index)
        assert set(counts) == {index.manifest.counts.passages}


def test_nothing_moves_while_nothing_is_built(settings: IndexSettings) -> None:
    with open_index(settings) as index:
        before = index.snapshot
        assert not index.refresh()
        run(settings)
        assert not index.refresh()
        assert index.snapshot is before


def test_a_running_reader_moves_on_and_the_old_snapshot_still_answers(settings: IndexSettings) -> None:
    with open_index(settings) as index:
        old = index.snapshot
        put(settings, "b.txt", "44.4")
        run(settings)
        assert names(index) == ["a.txt"]
        assert index.refresh()
        assert names(index) == ["a.txt", "b.txt"]
        assert set(found_by_each_part(index)) == {index.manifest.counts.passages}
        assert [report.name for report in old.ledger.reports()] == ["a.txt"]
        assert len(old.vectors.query(old.embedding.embed_query("收入"), 100, None)) == old.manifest.counts.passages
        assert not index.refresh()


def test_another_process_adds_a_report_while_this_one_reads(settings: IndexSettings) -> None:
    with open_index(settings) as index:
        found_by_each_part(index)
        put(settings, "b.txt", "44.4")
        other = multiprocessing.get_context("spawn").Process(target=run, args=(settings,))
        other.start()
        while other.is_alive():
            index.refresh()
            assert set(found_by_each_part(index)) == {index.manifest.counts.passages}
            other.join(0.05)
        assert other.exitcode == 0
        assert index.refresh() or index.generation == 2
        assert names(index) == ["a.txt", "b.txt"]
        assert set(found_by_each_part(index)) == {index.manifest.counts.passages}


def test_threads_that_ask_while_generations_change_see_whole_ones_only(settings: IndexSettings) -> None:
    wrong: list[object] = []
    done = threading.Event()

    def ask(index: Index) -> None:
        while not done.is_set():
            try:
                index.refresh()
                snapshot = index.snapshot
                vector = snapshot.embedding.embed_query("财政总收入")
                ids = [id for id, _ in snapshot.vectors.query(vector, 1_000, None)]
                passages = snapshot.ledger.passages(ids)
                if not len(passages) == len(ids) == snapshot.manifest.counts.passages:
                    wrong.append((snapshot.generation, len(passages), len(ids)))
            except Exception as error:
                wrong.append(error)

    with open_index(settings) as index:
        threads = [threading.Thread(target=ask, args=(index,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number in range(6):
            put(settings, f"b{number % 3}.txt", f"{number}.75")
            run(settings)
        done.set()
        for thread in threads:
            thread.join()
        assert not wrong
        index.refresh()
        assert index.generation == 7


def test_snapshots_left_behind_close_their_files(settings: IndexSettings) -> None:
    def open_files() -> set[str]:
        paths = {str(link.resolve()) for link in Path("/proc/self/fd").iterdir()}
        return {path for path in paths if str(settings.index_dir) in path}

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("needs /proc to see which files are open")
    with open_index(settings) as index:
        found_by_each_part(index)
        for number in range(3):
            put(settings, "b.txt", f"{number}.75")
            run(settings)
            index.refresh()
            found_by_each_part(index)
        gc.collect()
        assert not [path for path in open_files() if "/0004/" not in path]


def test_a_damaged_index_is_told_with_its_mend(settings: IndexSettings) -> None:
    folder = settings.index_dir / "generations" / "0001"
    whole = settings.index_dir.with_name("whole")
    shutil.copytree(settings.index_dir, whole)

    def spoil_and_open(path: Path, content: bytes | None) -> None:
        if content is None:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        else:
            path.write_bytes(content)
        with pytest.raises(IndexDamaged, match="zoneqa index --rebuild"):
            open_index(settings)
        shutil.rmtree(settings.index_dir)
        shutil.copytree(whole, settings.index_dir)

    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["counts"]["passages"] += 1
    spoil_and_open(folder / "manifest.json", json.dumps(manifest).encode())
    spoil_and_open(folder / "manifest.json", b'{"generation": 1')
    spoil_and_open(folder / "manifest.json", None)
    spoil_and_open(folder / "ledger.sqlite", None)
    spoil_and_open(folder / "ledger.sqlite", (folder / "ledger.sqlite").read_bytes()[:5_000])
    spoil_and_open(folder / "lexical" / "meta.json", b"{")
    spoil_and_open(folder / "lexical", None)
    spoil_and_open(folder / "chroma", None)
    spoil_and_open(folder / "chroma" / "chroma.sqlite3", b"no database" * 500)
    spoil_and_open(settings.index_dir / "CURRENT", b"one")
    spoil_and_open(settings.index_dir / "CURRENT", b"7")
    with open_index(settings) as index:
        assert names(index) == ["a.txt"]


def test_an_index_of_another_format_asks_to_be_rebuilt(settings: IndexSettings) -> None:
    path = settings.index_dir / "generations" / "0001" / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 0'), encoding="utf-8")
    with pytest.raises(IndexMismatch, match="--rebuild"):
        open_index(settings)
    with pytest.raises(IndexMismatch, match="--rebuild"):
        run(settings)


def test_a_rebuild_mends_a_damaged_index(settings: IndexSettings) -> None:
    (settings.index_dir / "generations" / "0001" / "manifest.json").write_text("{")
    with pytest.raises(IndexDamaged):
        run(settings)
    build(settings, embedding=ToyEmbedding(), force=True)
    with open_index(settings) as index:
        assert (names(index), index.generation) == (["a.txt"], 2)


READ_ONLY = """
import sys
from pathlib import Path
from index.errors import IndexUnwritable
from tests.test_opening import *
settings = IndexSettings(reports_dir=Path(sys.argv[1]), index_dir=Path(sys.argv[2]))
index = open_index(settings)
assert set(found_by_each_part(index)) == {index.manifest.counts.passages}
try:
    run(settings)
except IndexUnwritable:
    print(names(index), index.refresh(), "can't be written")
"""


def test_an_index_on_a_read_only_file_system_can_be_read(settings: IndexSettings) -> None:
    mount = 'mount --bind -o ro "$1" "$1" && ! touch "$1/x" 2>/dev/null && shift && exec "$@"'
    on_read_only = ["unshare", "--mount", "sh", "-c", mount, "sh", str(settings.index_dir)]
    if shutil.which("unshare") is None or subprocess.run([*on_read_only, "true"], check=False).returncode:
        pytest.skip("needs the right to mount a folder read-only")
    done = subprocess.run(
        [*on_read_only, sys.executable, "-c", READ_ONLY, str(settings.reports_dir), str(settings.index_dir)],
        cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['a.txt'] False can't be written", done.stderr[-2_000:]
