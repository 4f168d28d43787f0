"""Uploads: a name never becomes a path, nothing is overwritten, and the build runs behind the answers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.web.library import Library, safe_name
from index.errors import DamagedReport, IndexBusy, ReportError


@dataclass
class Built:
    failures: tuple[ReportError, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()


def library(folder: Path, rebuild: Callable[[Callable[[str, int, int], None]], Built] = lambda _: Built()) -> Library:
    return Library(folder, rebuild, suffixes={".txt", ".pdf"}, max_bytes=1_000)


def sent(tmp_path: Path, name: str = "x.txt", text: str = "内容") -> tuple[Path, str]:
    path = tmp_path / "sent"
    path.write_text(text, encoding="utf-8")
    return path, name


def wait(built: Library) -> None:
    deadline = time.monotonic() + 5
    while built.progress.running and time.monotonic() < deadline:
        time.sleep(0.005)
    assert not built.progress.running


@pytest.mark.parametrize("name", [
    "../../etc/passwd.txt", "..\\..\\a.txt", "/etc/cron.d/a.txt", "C:\\windows\\a.txt", "a/../../b.txt", ".hidden.txt",
    "~$lock.txt", "a\x00b.txt", "a\nb.txt", "\u202etxt.exe.txt", "con.txt", "LPT1.txt", "长" * 300 + ".txt", "a:b.txt",
    " .txt", "...txt", "a.txt/", "报告.TXT", "nul .txt",
])
def test_no_name_leaves_the_folder_or_hides_in_it(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "reports"
    (item,) = library(folder).receive([sent(tmp_path, name)])
    if item.path is None:
        assert item.trouble
        return
    assert item.path.resolve().parent == folder.resolve()
    assert not item.path.name.startswith((".", "~"))
    assert len(item.path.name.encode()) <= 200
    assert item.path.name.isprintable()


def test_an_ordinary_name_stays_as_it_is() -> None:
    name = "嵊州开发区（浦口街道）2018年工作总结.txt"
    assert safe_name(name) == name


def test_a_report_of_the_same_name_is_kept_beside_the_old_one(tmp_path: Path) -> None:
    kept = library(tmp_path / "reports")
    (first,) = kept.receive([sent(tmp_path, text="旧")])
    (second,) = kept.receive([sent(tmp_path, text="新")])
    (again,) = kept.receive([sent(tmp_path, text="新")])
    assert first.path
    assert first.path.read_text(encoding="utf-8") == "旧"
    assert second.name == "x-2.txt"
    assert again.name == "x-2.txt"
    assert sorted(p.name for p in (tmp_path / "reports").iterdir()) == ["x-2.txt", "x.txt"]


@pytest.mark.parametrize(("name", "text", "reason"), [
    ("a.exe", "x", "不认识"), ("a", "x", "不认识"), ("a.txt", "", "空的"), ("a.txt", "x" * 1_001, "上限")])
def test_what_cannot_be_taken_is_refused_with_a_mend(tmp_path: Path, name: str, text: str, reason: str) -> None:
    (item,) = library(tmp_path / "reports").receive([sent(tmp_path, name, text)])
    assert item.path is None
    assert reason in item.trouble
    assert item.mend


def test_too_many_at_once_are_refused_one_by_one(tmp_path: Path) -> None:
    items = library(tmp_path / "reports").receive([sent(tmp_path, f"{n}.txt", str(n)) for n in range(22)])
    assert [bool(item.path) for item in items] == [True] * 20 + [False] * 2


def test_a_build_runs_in_the_background_and_reports_its_stage(tmp_path: Path) -> None:
    release = threading.Event()

    def rebuild(progress: Callable[[str, int, int], None]) -> Built:
        progress("计算向量", 3, 9)
        release.wait(5)
        return Built()

    built = library(tmp_path, rebuild)
    built.start_build()
    deadline = time.monotonic() + 5
    while built.progress.total != 9 and time.monotonic() < deadline:
        time.sleep(0.005)
    assert (built.progress.stage, built.progress.done, built.progress.running) == ("计算向量", 3, True)
    release.set()
    wait(built)


def test_a_second_upload_during_a_build_is_built_too_and_never_at_the_same_time(tmp_path: Path) -> None:
    running, most, runs = 0, 0, 0

    def rebuild(_: Callable[[str, int, int], None]) -> Built:
        nonlocal running, most, runs
        running, runs = running + 1, runs + 1
        most = max(most, running)
        time.sleep(0.05)
        running -= 1
        return Built()

    built = library(tmp_path, rebuild)
    for _ in range(4):
        built.start_build()
        time.sleep(0.01)
    wait(built)
    assert most == 1
    assert runs == 2


@pytest.mark.parametrize("error", [IndexBusy("另一个进程在写索引", mend="等它写完"), RuntimeError("boom")])
def test_a_build_that_fails_ends_with_a_word_to_the_user(tmp_path: Path, error: Exception) -> None:
    def rebuild(_: Callable[[str, int, int], None]) -> Built:
        raise error

    built = library(tmp_path, rebuild)
    built.start_build()
    wait(built)
    assert built.progress.trouble
    assert built.progress.mend


def test_unreadable_and_repeated_uploads_are_taken_back_and_older_reports_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    failures = (DamagedReport(folder / "坏.txt", "读不出来", mend="重新导出"), DamagedReport(folder / "旧坏.txt", "x"))
    built = library(folder, lambda _: Built(failures, duplicates=(("同.txt", "原.txt"),)))
    folder.mkdir()
    (folder / "旧坏.txt").write_text("x")
    received = built.receive([sent(tmp_path, name, name) for name in ("坏.txt", "同.txt", "好.txt")])
    built.start_build()
    wait(built)
    bad, same, good = built.withdraw(received, built.progress)
    assert (bad.trouble, bad.mend) == ("读不出来", "重新导出")
    assert "原.txt" in same.trouble
    assert good.path
    assert sorted(p.name for p in folder.iterdir()) == sorted(["旧坏.txt", "好.txt"])


def cancelled_while_it_runs(folder: Path) -> Library:
    """A library whose builds wait until they are cancelled."""

    def rebuild(progress: Callable[[str, int, int], None]) -> Built:
        for step in range(1_000):
            progress("读取报告", step, 1_000)
            time.sleep(0.005)
        return Built()

    return library(folder, rebuild)


def test_a_cancelled_build_says_so_and_takes_its_uploads_back(tmp_path: Path) -> None:
    built = cancelled_while_it_runs(tmp_path / "reports")
    received = built.receive([sent(tmp_path)])
    built.start_build()
    built.cancel()
    wait(built)
    assert built.progress.cancelled
    assert "索引还是原来的" in built.progress.trouble
    (item,) = built.withdraw(received, built.progress)
    assert (item.path, item.trouble) == (None, "已取消")
    assert list((tmp_path / "reports").iterdir()) == []


def test_cancelling_where_nothing_runs_does_not_stop_the_next_build(tmp_path: Path) -> None:
    built = library(tmp_path)
    built.cancel()
    built.start_build()
    wait(built)
    assert not built.progress.trouble


def test_what_was_there_before_survives_a_cancelled_upload_of_the_same_file(tmp_path: Path) -> None:
    built = cancelled_while_it_runs(tmp_path / "reports")
    built.receive([sent(tmp_path)])
    again = built.receive([sent(tmp_path)])
    built.start_build()
    built.cancel()
    wait(built)
    (item,) = built.withdraw(again, built.progress)
    assert item.path
    assert item.path.is_file()


def test_a_report_is_replaced_by_one_of_its_name_and_can_be_fetched_back(tmp_path: Path) -> None:
    built = library(tmp_path / "reports")
    built.receive([sent(tmp_path, text="旧")])
    (item,) = built.receive([sent(tmp_path, text="新")], replacing=True)
    assert (item.name, item.replaced) == ("x.txt", True)
    assert (built.folder / "x.txt").read_text(encoding="utf-8") == "新"
    assert built.removed() == ["x.txt"]
    (same,) = built.receive([sent(tmp_path, text="新")], replacing=True)
    assert (same.name, same.replaced, same.was_there) == ("x.txt", False, True)


@pytest.mark.parametrize("cancelled", [True, False])
def test_a_replacement_that_comes_to_nothing_leaves_the_old_report(tmp_path: Path, cancelled: bool) -> None:
    folder = tmp_path / "reports"
    unreadable = library(folder, lambda _: Built((DamagedReport(folder / "x.txt", "读不出来"),)))
    built = cancelled_while_it_runs(folder) if cancelled else unreadable
    built.receive([sent(tmp_path, text="旧")])
    received = built.receive([sent(tmp_path, text="新")], replacing=True)
    built.start_build()
    if cancelled:
        built.cancel()
    wait(built)
    (item,) = built.withdraw(received, built.progress)
    wait(built)
    assert item.path is None
    assert (folder / "x.txt").read_text(encoding="utf-8") == "旧"
    assert built.removed() == []


def test_a_report_uploaded_again_finds_its_corrections_and_another_of_its_name_does_not(tmp_path: Path) -> None:
    built = library(tmp_path / "reports")
    built.receive([sent(tmp_path)])
    kept = built.folder / "x.txt.corrections.jsonl"
    kept.write_text("{}", encoding="utf-8")
    built.remove("x.txt")
    assert not kept.exists()
    built.receive([sent(tmp_path, text="别的")])
    assert not kept.exists()
    (built.folder / "x.txt").unlink()
    built.receive([sent(tmp_path)])
    assert kept.exists()
    assert built.removed() == []


def test_what_was_taken_out_before_is_not_lost_when_its_name_is_taken_out_again(tmp_path: Path) -> None:
    built = library(tmp_path / "reports")
    for text in ("一", "二", "三"):
        built.receive([sent(tmp_path, text=text)])
        (built.folder / "x.txt.corrections.jsonl").write_text(text, encoding="utf-8")
        built.remove("x.txt")
    assert sorted(built.removed()) == ["x-2.txt", "x-3.txt", "x.txt"]
    assert built.restore("x-2.txt")
    assert (built.folder / "x-2.txt").read_text(encoding="utf-8") == "一"
    assert (built.folder / "x-2.txt.corrections.jsonl").read_text(encoding="utf-8") == "一"
