"""One writer at a time, a pointer that is switched whole, and nothing left lying about."""

from __future__ import annotations

import multiprocessing
import os
import resource
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from index.building import build
from index.errors import IndexBusy, IndexUnwritable, NoIndex
from index.generations import Generations
from index.opening import Index
from index.settings import IndexSettings
from tests.toys import ToyEmbedding, report_text, settings_in


def generation(generations: Generations, content: str, base: int | None = None) -> int:
    with generations.writing():
        number = generations.begin(base)
        (generations.folder(number) / "file").write_text(content)
        generations.switch(number)
        generations.tidy()
    return number


def folders(generations: Generations) -> list[str]:
    return sorted(path.name for path in (generations.index_dir / "generations").iterdir())


def _hold(index_dir: Path, channel: Connection) -> None:
    with Generations(index_dir).writing():
        channel.send(os.getpid())
        channel.recv()


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    here, there = multiprocessing.Pipe()
    other = multiprocessing.get_context("spawn").Process(target=_hold, args=(tmp_path, there))
    other.start()
    pid = here.recv()
    told = rf"另一个进程（进程号 {pid}，自 \d{{4}}-\d\d-\d\d .* 起）正在写索引.*等它结束后再试"
    with pytest.raises(IndexBusy, match=told), Generations(tmp_path).writing():
        pass
    other.kill()  # a lock ends with its holder, however that ends
    other.join()
    with Generations(tmp_path).writing():
        pass
    assert not (tmp_path / "writer.json").exists()


def test_two_threads_of_one_process_are_two_writers_too(tmp_path: Path) -> None:
    with Generations(tmp_path).writing(), pytest.raises(IndexBusy, match=str(os.getpid())), \
            Generations(tmp_path).writing():
        pass


def test_there_is_no_current_generation_before_the_first_switch(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    with pytest.raises(NoIndex):
        generations.current()
    with generations.writing():
        generations.begin(None)
    with pytest.raises(NoIndex):
        generations.mark()


def test_a_generation_starts_as_a_copy_that_shares_nothing_with_its_base(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    first = generation(generations, "one" * 100_000)
    with generations.writing():
        second = generations.begin(first)
        with (generations.folder(second) / "file").open("r+") as copy:
            assert copy.read() == "one" * 100_000
            copy.seek(0)
            copy.write("two")
    assert (generations.folder(first) / "file").read_text().startswith("one")


def test_the_pointer_changes_its_mark_with_every_switch_only(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    marks = []
    for content in "abc":
        generation(generations, content)
        marks += [generations.mark(), generations.mark()]
    assert len(set(marks)) == 3
    assert generations.current() == 3


def test_the_current_generation_and_the_one_before_are_kept(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    for content in "abcd":
        generation(generations, content)
    assert folders(generations) == ["0003", "0004"]


def test_half_written_generations_and_files_go_at_the_next_tidying(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    with generations.writing():
        generations.begin(None)
        generations.tidy()
    assert folders(generations) == []
    first = generation(generations, "a")
    with generations.writing():
        generations.begin(first)
        (tmp_path / ".CURRENT.1.part").write_text("9")
        assert generations.tidy() == {first}
    assert folders(generations) == ["0001"]
    assert not list(tmp_path.glob(".*.part"))


def test_what_cannot_be_deleted_is_left_for_next_time_and_never_written_again(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    first = generation(generations, "a")
    stuck = generations.folder(first + 1)
    stuck.write_text("a file where a folder should be can't be removed as one")
    second = generation(generations, "b", base=first)
    assert second == first + 2
    assert stuck.exists()


def _build_under_limits(settings: IndexSettings, channel: Connection) -> None:
    """Build with a limit on the size of any file, as a full disk would set one; tell what was raised for each."""
    said: list[str] = []
    for limit in (0, 1_000, 10_000, 40_000, 100_000, 180_000, 300_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            build(settings, embedding=ToyEmbedding())
            said.append("built")
        except Exception as error:
            said.append(type(error).__name__ if isinstance(error, IndexUnwritable) else repr(error))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        with Index.open(settings, embedding=ToyEmbedding()) as index:
            said.append(str(len(index.ledger.reports())))
    channel.send(said)


def test_a_disk_that_fills_up_at_any_point_leaves_the_old_index(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    (settings.reports_dir / "a.txt").write_text(report_text("松岭开发区", 2018, "12.5"), encoding="utf-8")
    build(settings, embedding=ToyEmbedding())
    for number in range(30):
        text = report_text("松岭开发区", 2018, f"{number}.75")
        (settings.reports_dir / f"b{number}.txt").write_text(text, encoding="utf-8")
    receiving, sending = multiprocessing.Pipe(duplex=False)
    other = multiprocessing.get_context("spawn").Process(target=_build_under_limits, args=(settings, sending))
    other.start()
    said = receiving.recv()
    other.join()
    failed = said.index("built") if "built" in said else len(said)
    assert failed >= 6, said
    assert said[:failed] == ["IndexUnwritable", "1"] * (failed // 2), said
    build(settings, embedding=ToyEmbedding())
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert len(index.ledger.reports()) == 31
    assert len(folders(Generations(settings.index_dir))) == 2
