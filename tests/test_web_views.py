"""The views over the real assistant and the sample report, without a browser: what they show and what they refuse."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.web import build_app
from tests.conftest import SAMPLE
from tests.web_browser import copied

PAGE = {"x-zoneqa": "page"}
VIEWS = ("evidence", "figures", "compare", "reports", "corrections", "export", "conversations")
Opened = tuple[TestClient, Assistant, Path]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    home = tmp_path_factory.mktemp("views")
    settings = Settings.load(reports_dir=copied(SAMPLE, home / "reports"), index_dir=home / "index",
                             data_dir=home / "data")
    with Assistant.open(settings=settings) as assistant:
        app = build_app(assistant, settings)
        with TestClient(app, base_url="http://127.0.0.1") as client:
            yield client, assistant, settings.reports_dir


def indexed(client: TestClient) -> str:
    """The reports view once no build runs any more."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        shown = client.get("/view/reports").text
        if "data-poll" not in shown:
            return shown
        time.sleep(0.3)
    raise AssertionError("the build goes on")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", ["", "en"])
def test_every_view_opens_in_both_languages(opened: Opened, view: str, lang: str) -> None:
    shown = opened[0].get(f"/view/{view}", params={"lang": lang})
    assert shown.status_code == 200
    assert shown.headers["cache-control"] == "no-store"
    assert "<script" not in shown.text


def test_a_report_has_its_outline_its_figures_by_status_and_its_file(opened: Opened) -> None:
    client, assistant, folder = opened
    (card,) = assistant.index.ledger.cards()
    shown = client.get("/view/evidence", params={"report": card.id}).text
    assert 'data-jump>一、2018年工作总结</a>' in shown
    assert 'class="zq-fig zq-fig-done"' in shown
    assert 'class="zq-fig zq-fig-target"' in shown
    anchors = re.findall(r'href="#(zq-at-\d+)"', shown)
    assert anchors
    assert all(f'id="{anchor}"' in shown for anchor in anchors)
    saved = client.get(f"/view/original/{card.id}")
    assert saved.content == (folder / card.name).read_bytes()
    assert saved.headers["content-disposition"].startswith("attachment")


def test_what_is_looked_for_in_a_report_is_marked_counted_and_stepped_through(opened: Opened) -> None:
    client, _, _ = opened
    shown = client.get("/view/evidence", params={"find": "亿田", "hit": 2}).text
    count = shown.count('<mark class="zq-hit')
    assert count > 2
    assert f"共 {count} 处，这是第 2 处" in shown
    assert shown.count("data-here") == 1
    assert "没有找到“&lt;b&gt;”" in client.get("/view/evidence", params={"find": "<b>"}).text


def test_the_ledger_is_filtered_sorted_and_saved_as_it_is_shown(opened: Opened) -> None:
    client, _, _ = opened
    chosen = {"indicator": "投资", "status": "完成", "sort": "-value"}
    shown = client.get("/view/figures", params=chosen).text
    assert "工业有效投资" in shown
    assert "财政总收入" not in shown
    assert 'aria-sort="descending"' in shown
    rows = client.get("/view/figures.csv", params=chosen).content.decode("utf-8-sig").splitlines()
    assert len(rows) - 1 == int(re.search(r"(\d+) 个数字", shown).group(1))  # type: ignore[union-attr]
    from openpyxl import load_workbook

    book: Any = load_workbook(io.BytesIO(client.get("/view/figures.xlsx", params=chosen).content))
    assert book.worksheets[0].max_row == len(rows)
    assert "没有符合条件" in client.get("/view/figures", params={"indicator": "不会有的"}).text
    assert client.get("/view/figures", params={"period": "去年"}).status_code == 422
    assert client.get("/view/figures.exe").status_code == 404


def test_picked_rows_become_a_chart_and_the_comparison_is_saved_with_its_sources(opened: Opened) -> None:
    client, assistant, _ = opened
    figure = next(f for f in assistant.index.ledger.figures(containing="工业有效投资") if f.value is not None)
    shown = client.get("/view/compare", params={"pick": figure.id}).text
    assert "工业有效投资（亿元）" in shown
    assert "zq-dot-done" in shown
    text = client.get("/view/compare.md", params={"indicator": "工业有效投资"}).content.decode()
    assert "22.53亿元[1]" in text
    assert "基础设施投资15.06亿元" in text.partition("来源")[2]
    assert client.get("/view/compare.docx").content.startswith(b"PK")


@pytest.mark.parametrize("path", [
    "conversations/rename", "conversations/delete", "feedback", "reports/remove", "reports/restore", "reports/update",
    "reports/cancel", "corrections/figure", "corrections/report", "corrections/undo", "corrections/alias",
    "export/questions"])
def test_nothing_is_changed_by_another_sites_page(opened: Opened, path: str) -> None:
    form = {"id": "x", "name": "x", "title": "x", "alias": "大盘子", "report": "x", "number": "0"}
    assert opened[0].post(f"/view/{path}", data=form).status_code == 403
    foreign = {**PAGE, "origin": "http://evil.example"}
    assert opened[0].post(f"/view/{path}", data=form, headers=foreign).status_code == 403


def test_a_correction_made_in_the_page_is_in_force_listed_and_undone(opened: Opened) -> None:
    client, assistant, folder = opened
    before = next(f for f in assistant.index.ledger.figures(containing="财政总收入") if f.value is not None)
    form = client.get("/view/corrections", params={"figure": before.id}).text
    assert "12.8亿元" in form
    fields = {"figure": before.id, "indicator": "可用财力", "value": before.value_text, "period": "2018",
              "status": "完成", "zone": before.zone, "scope": "", "note": "看错"}
    assert client.post("/view/corrections/figure", data=fields, headers=PAGE).status_code == 200
    indexed(client)
    assert any(f.id == before.id and f.name == "可用财力" for f in assistant.index.ledger.figures())
    assert len(list(folder.glob("*.corrections.jsonl"))) == 1
    listed = client.get("/view/corrections").text
    assert "财政总收入 → 可用财力" in listed
    bad = client.post("/view/corrections/figure", data={**fields, "period": "去年"}, headers=PAGE)
    assert bad.status_code == 422
    client.post("/view/corrections/undo", data={"report": before.report_id, "number": 0}, headers=PAGE)
    indexed(client)
    assert any(f.id == before.id and f.name == "财政总收入" for f in assistant.index.ledger.figures())


def test_a_report_is_taken_out_and_put_back(opened: Opened) -> None:
    client, assistant, folder = opened
    (card,) = assistant.index.ledger.cards()
    assert client.post("/view/reports/remove", data={"name": "../x.txt"}, headers=PAGE).status_code == 404
    assert client.post("/view/reports/remove", data={"name": card.name}, headers=PAGE).status_code == 200
    assert "已移出 1 份" in indexed(client)
    assert assistant.index.ledger.cards() == []
    assert "还没有收录报告" in client.get("/view/evidence").text
    client.post("/view/reports/restore", data={"name": card.name}, headers=PAGE)
    assert "已收录 1 份" in indexed(client)
    assert (folder / card.name).is_file()


def test_a_file_of_questions_becomes_a_table_that_only_its_owner_gets(opened: Opened) -> None:
    client, _, _ = opened
    file = {"file": ("问.txt", "2018年工业有效投资是多少\n2018年GDP是多少\n".encode())}
    shown = client.post("/view/export/questions", files=file, headers=PAGE).text
    deadline = time.monotonic() + 60
    batch = re.search(r"batch=([\w-]+)", shown)
    while batch and "data-poll" in shown and time.monotonic() < deadline:
        time.sleep(0.1)
        shown = client.get("/view/export", params={"batch": batch.group(1)}).text
    assert "22.53亿元" in shown
    assert "报告中没有" in shown
    link = re.search(r'href="(view/export/batch/[^"]+\.md)"', shown)
    assert link
    assert "[1]" in client.get("/" + link.group(1)).text
    other = client.get("/" + link.group(1), headers={"cookie": "zoneqa-visitor=" + "x" * 22})
    assert other.status_code == 404
    wrong = client.post("/view/export/questions", files={"file": ("a.exe", b"x")}, headers=PAGE).text
    assert "不认识这种格式" in wrong
