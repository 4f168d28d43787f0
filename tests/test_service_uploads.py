"""Uploads: examined in a child that time and memory limits end, indexed in another, followed to their fate."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.service.rebuilding import rebuild
from assistant.service.sandbox import Sandbox, child_environment
from assistant.settings import Settings
from index.errors import IndexBusy, ReportError, ZoneQAError
from index.generations import Generations
from tests.conftest import FIXTURES, QUESTION, SAMPLE
from tests.hostile_files import docx, pdf, stream, word
from tests.service_app import client_of
from tests.toys import report_text


def examined(data: bytes, name: str, folder: Path, *, seconds: int = 60, memory_mb: int = 2_048) -> tuple[str, str]:
    path = folder / "upload"
    path.write_bytes(data)
    return Sandbox(Settings.load(), seconds=seconds, memory_mb=memory_mb).examine(path, name)


def processes_naming(text: str) -> list[bytes]:
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes())
        except OSError:
            continue
    return [line for line in lines if text.encode() in line]


# -- examining ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["huaizhu_2017.txt", "huaizhu_2018.html", "huaizhu_2019.docx", "jingpu_2019.pdf"])
def test_a_good_report_of_each_format_passes(name: str, tmp_path: Path) -> None:
    assert examined((FIXTURES / "reports" / name).read_bytes(), name, tmp_path) == ("", "")


def test_a_report_that_cannot_be_read_says_why_as_it_would_when_indexed(tmp_path: Path) -> None:
    trouble, mend = examined(b"\x7fELF" + bytes(range(256)) * 9, "a.pdf", tmp_path)
    assert "PDF" in trouble
    assert mend


def endless_pdf() -> bytes:
    """200 kB whose one page draws twenty million lines."""
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>", stream(b"0 0 m " * 20_000_000))


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    started = time.monotonic()
    trouble, mend = examined(endless_pdf(), "a.pdf", tmp_path, seconds=3)
    assert "时间" in trouble
    assert "ZONEQA_UPLOAD_SECONDS" in mend
    assert time.monotonic() - started < 15
    assert not processes_naming("assistant.service.examining")


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="RLIMIT_AS counts on Linux")
def test_what_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    columns = (",".join(["财政总收入"] * 100_000) + "\n" + ",".join("1" * 100_000)).encode()
    trouble, mend = examined(columns, "a.csv", tmp_path, seconds=60, memory_mb=250)
    assert "内存" in trouble
    assert "ZONEQA_UPLOAD_MEMORY_MB" in mend


def test_a_program_that_the_child_started_ends_with_it(tmp_path: Path) -> None:
    from index.reading.office import soffice

    if soffice() is None:
        pytest.skip("no LibreOffice on this machine")
    slow = b"{\\rtf1\\ansi " + b"\\'b2\\'c6" * 200_000 + b"}"  # LibreOffice takes more than a minute
    trouble, _ = examined(slow, "a.doc", tmp_path, seconds=5)
    assert "时间" in trouble
    time.sleep(0.5)
    assert not processes_naming("zoneqa-upload-")


def test_the_child_sees_no_keys_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZONEQA_LLM_API_KEY", "secret")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert "secret" not in child_environment(tmp_path).values()
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", None)
    before = set(tmp_path.iterdir())
    assert examined(docx(word("开发区2018年完成财政总收入1亿元。")), "a.docx", tmp_path) == ("", "")
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {"upload"}


# -- building in a child --------------------------------------------------------------------------------------------


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(report_text("青山区", 2018, "12.8"), "utf-8")
    return Settings.load(reports_dir=tmp_path / "reports", index_dir=tmp_path / "index", data_dir=tmp_path / "data",
                         requests_per_minute=10_000)


def test_a_build_in_a_child_tells_the_same_as_one_here(settings: Settings) -> None:
    (settings.reports_dir / "b.pdf").write_bytes(bytes(range(256)))
    (settings.reports_dir / "c.txt").write_text(report_text("青山区", 2018, "12.8"), "utf-8")
    steps: list[tuple[str, int, int]] = []
    summary = rebuild(settings, lambda *step: steps.append(step))
    assert summary.added == ("a.txt",)
    assert summary.duplicates == (("c.txt", "a.txt"),)
    (failure,) = summary.failures
    assert isinstance(failure, ReportError)
    assert failure.path.name == "b.pdf"
    assert failure.mend
    assert {stage for stage, _, _ in steps} == {"读取报告", "计算向量"}


def test_errors_of_the_child_are_raised_here(settings: Settings) -> None:
    with Generations(settings.index_dir.absolute()).writing(), pytest.raises(IndexBusy) as caught:
        rebuild(settings, lambda *_: None)
    assert caught.value.mend


def test_a_build_that_is_cancelled_leaves_the_old_index(settings: Settings) -> None:
    rebuild(settings, lambda *_: None)
    before = Generations(settings.index_dir).current()
    (settings.reports_dir / "b.txt").write_text(report_text("青山区", 2019, "13.8"), "utf-8")
    cancelled = threading.Event()
    with pytest.raises(ZoneQAError, match="已取消"):
        rebuild(settings, lambda *_: cancelled.set() or time.sleep(1), cancelled=cancelled)  # type: ignore[func-returns-value]

    class Stop(Exception):
        pass

    def stop(*_: Any) -> None:
        raise Stop

    with pytest.raises(Stop):
        rebuild(settings, stop)
    assert Generations(settings.index_dir).current() == before


# -- through the API ------------------------------------------------------------------------------------------------


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    rebuild(settings, lambda *_: None)
    with client_of(settings) as client:
        yield client


def fate(client: TestClient, upload: str) -> dict[str, Any]:
    for _ in range(600):
        state: dict[str, Any] = client.get(f"/api/v1/uploads/{upload}").json()
        if state["finished"]:
            return state
        time.sleep(0.1)
    raise AssertionError(state)


def test_a_report_is_uploaded_asked_about_removed_and_then_refused(client: TestClient, settings: Settings) -> None:
    sample = next(SAMPLE.iterdir())
    sent = client.post("/api/v1/reports", files=[
        ("files", ("../../样例.txt", sample.read_bytes())), ("files", ("bad.pdf", bytes(range(256)) * 9)),
        ("files", ("b.txt", report_text("青山区", 2018, "12.8").encode()))])
    assert sent.status_code == 202
    good, bad, same = fate(client, sent.json()["upload"])["files"]
    assert (good["name"], good["state"]) == ("样例.txt", "indexed")
    assert (bad["state"], bool(bad["mend"])) == ("refused", True)
    assert same["state"] == "refused"
    assert "a.txt" in same["message"]
    assert sorted(path.name for path in settings.reports_dir.iterdir()) == ["a.txt", "样例.txt"]

    answer = client.post("/api/v1/ask", json={"question": QUESTION}).json()
    assert "22.53亿元" in answer["answer"]
    (id,) = {cited["report_id"] if "report_id" in cited else cited["report"] for cited in answer["citations"]}
    listed = {card["name"]: card["id"] for card in client.get("/api/v1/reports").json()["reports"]}
    assert id in (listed["样例.txt"], "样例.txt")
    removed = client.delete(f"/api/v1/reports/{listed['样例.txt']}")
    assert (removed.status_code, removed.json()["removed"]) == (202, ["样例.txt"])
    while (building := client.get("/api/v1/reports").json()["building"])["running"]:
        time.sleep(0.1)
    assert not building["message"]
    assert [card["name"] for card in client.get("/api/v1/reports").json()["reports"]] == ["a.txt"]
    assert "22.53" not in client.post("/api/v1/ask", json={"question": QUESTION}).json()["answer"]


def test_an_upload_is_cancelled_and_a_report_replaced(client: TestClient, settings: Settings) -> None:
    def send(text: str, **options: Any) -> dict[str, Any]:
        answer: dict[str, Any] = client.post("/api/v1/reports", files={"files": ("a.txt", text.encode())},
                                             params=options).json()
        return answer

    upload = send(report_text("青山区", 2018, "99.9"), replace=True)["upload"]
    assert client.delete(f"/api/v1/uploads/{upload}").status_code == 202
    (file,) = fate(client, upload)["files"]
    assert (file["state"], file["message"]) == ("refused", "已取消")
    assert "12.8" in (settings.reports_dir / "a.txt").read_text("utf-8")
    question = {"question": "青山区2018年财政总收入是多少"}
    assert "12.8亿元" in client.post("/api/v1/ask", json=question).json()["answer"]

    running = send(report_text("青山区", 2018, "99.9"), replace=True)["upload"]
    assert client.delete(f"/api/v1/uploads/{upload}").status_code == 202  # finished: what runs now is another's
    (file,) = fate(client, running)["files"]
    assert (file["name"], file["state"]) == ("a.txt", "indexed")
    assert "99.9亿元" in client.post("/api/v1/ask", json=question).json()["answer"]
    assert client.delete("/api/v1/uploads/none").status_code == 404


def test_more_than_the_limit_is_refused_before_it_is_read(settings: Settings) -> None:
    rebuild(settings, lambda *_: None)
    with client_of(settings.model_copy(update={"max_upload_mb": 1})) as client:
        large = client.post("/api/v1/reports", files={"files": ("a.txt", b"x" * 1_500_000)}).json()["files"][0]
        assert "1 MB" in large["message"]
        huge = client.post("/api/v1/reports", files={"files": ("a.txt", b"x" * 25_000_000)})
        assert (huge.status_code, huge.json()["error"]["code"]) == (413, "too_large")
        many = client.post("/api/v1/reports", files=[("files", (f"{n}.bin", b"x")) for n in range(25)]).json()["files"]
    assert [item["state"] for item in many] == ["refused"] * 25
    assert "一次最多" in many[20]["message"]
