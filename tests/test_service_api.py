"""The API over the sample report: answers, events, conversations, figures, passages, and one form for every error."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.service.limits import BUSY
from assistant.settings import Settings
from tests.conftest import QUESTION, SAMPLE
from tests.service_app import client_of, events, service_app


@pytest.fixture(scope="module")
def client(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path_factory.mktemp("data"),
                             requests_per_minute=100_000, log="questions")
    with client_of(settings) as client:
        yield client


def ask(client: TestClient, question: str = QUESTION, **more: Any) -> Any:
    answer = client.post("/api/v1/ask", json={"question": question, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


# -- asking ---------------------------------------------------------------------------------------------------------


def test_a_question_is_answered_with_its_source(client: TestClient) -> None:
    answer = ask(client)
    assert "22.53亿元" in answer["answer"]
    cited = answer["citations"][0]
    text = client.get(f"/api/v1/reports/{cited['report']}", params={"text": True}).json()["text"]
    assert text[cited["start"]:cited["end"]] == cited["quote"]
    assert {verdict["kind"] for verdict in answer["verdicts"]} >= {"原文"}
    assert answer["understood"]["periods"] == ["2018"]
    assert answer["conversation"] is None


def test_what_the_report_does_not_say_is_refused(client: TestClient) -> None:
    assert ask(client, "2018年森林覆盖率是多少")["refused"]


def test_zone_and_period_fill_in_what_the_question_leaves_open(client: TestClient) -> None:
    zone = client.get("/api/v1/reports").json()["reports"][0]["zone"]
    assert "22.53亿元" in ask(client, "工业有效投资是多少", zone=zone, period="2018")["answer"]


def test_an_answer_can_be_streamed_as_events_that_end_with_the_whole(client: TestClient) -> None:
    streamed = client.post("/api/v1/ask", json={"question": QUESTION}, headers={"Accept": "text/event-stream"})
    assert streamed.headers["content-type"].startswith("text/event-stream")
    found = events(streamed.text)
    names = [name for name, _ in found]
    assert names[0] == "statement"
    assert names[-1] == "answer"
    said = "".join(json.loads(data)["text"] for name, data in found if name == "statement")
    whole = json.loads(found[-1][1])
    assert said == whole["answer"] == ask(client)["answer"]
    assert names.count("citation") == len(whole["citations"])


def test_an_error_while_streaming_is_an_event(client: TestClient) -> None:
    streamed = client.post("/api/v1/ask", json={"question": "问" * 5_000, "stream": True})
    ((name, data),) = events(streamed.text)
    assert name == "error"
    assert json.loads(data)["code"] == "bad_question"


# -- conversations --------------------------------------------------------------------------------------------------


def test_a_follow_up_leans_on_the_conversation_and_all_of_it_is_kept(client: TestClient) -> None:
    first = ask(client, conversation="new")
    id = first["conversation"]
    second = ask(client, "同比呢", conversation=id)
    assert "25.6%" in second["answer"]
    kept = client.get(f"/api/v1/conversations/{id}").json()
    assert [said["question"] for said in kept["said"]] == [QUESTION, "同比呢"]
    assert kept["said"][1]["answer"]["answer"] == second["answer"]
    assert kept["turns"] == 2


def test_conversations_are_listed_found_renamed_and_deleted(client: TestClient) -> None:
    id = client.post("/api/v1/conversations", json={"title": "季度数据"}).json()["id"]
    assert id in [talk["id"] for talk in client.get("/api/v1/conversations").json()["conversations"]]
    assert client.patch(f"/api/v1/conversations/{id}", json={"title": "投资"}).json()["title"] == "投资"
    found = client.get("/api/v1/conversations", params={"find": "没有这样的话"}).json()["conversations"]
    assert not found
    assert client.delete(f"/api/v1/conversations/{id}").status_code == 204
    for gone in (client.get(f"/api/v1/conversations/{id}"), client.delete(f"/api/v1/conversations/{id}"),
                 client.patch(f"/api/v1/conversations/{id}", json={"title": "x"}),
                 client.post("/api/v1/ask", json={"question": QUESTION, "conversation": id})):
        assert gone.status_code == 404
        assert gone.json()["error"]["code"] == "not_found"


def test_a_question_that_cannot_be_taken_leaves_no_new_conversation(client: TestClient) -> None:
    before = client.get("/api/v1/conversations").json()
    refused = client.post("/api/v1/ask", json={"question": " ", "conversation": "new"})
    assert refused.status_code == 400
    assert client.get("/api/v1/conversations").json() == before


# -- figures, passages, reports -------------------------------------------------------------------------------------


def test_figures_are_filtered_and_paged(client: TestClient) -> None:
    everything = client.get("/api/v1/figures", params={"limit": 1000}).json()
    pages = [client.get("/api/v1/figures", params={"offset": at, "limit": 7}).json()["figures"]
             for at in range(0, everything["total"], 7)]
    assert [row for page in pages for row in page] == everything["figures"]
    wanted = {"indicator": "工业有效投资", "status": "完成", "period": "2018"}
    done = client.get("/api/v1/figures", params=wanted).json()
    assert "22.53亿元" in [row["value_text"] for row in done["figures"]]
    assert {row["status"] for row in done["figures"]} == {"完成"}
    largest = client.get("/api/v1/figures", params={"order": "value", "limit": 1}).json()["figures"][0]
    assert float(largest["value"]) == max(float(row["value"]) for row in everything["figures"] if row["value"])


def test_figures_come_as_csv_and_xlsx_too(client: TestClient) -> None:
    from openpyxl import load_workbook

    total = client.get("/api/v1/figures").json()["total"]
    sent = client.get("/api/v1/figures", params={"format": "csv"})
    assert sent.headers["content-disposition"] == 'attachment; filename="figures.csv"'
    assert len(list(csv.reader(io.StringIO(sent.content.decode("utf-8-sig"))))) == total + 1
    book = load_workbook(io.BytesIO(client.get("/api/v1/figures", params={"format": "xlsx"}).content))
    assert book.active is not None
    assert book.active.max_row == total + 1


def test_passages_are_found_and_stand_in_their_report(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "工业有效投资", "k": 3}).json()["passages"]
    assert len(found) == 3
    assert "投资" in found[0]["text"]
    text = client.get(f"/api/v1/reports/{found[0]['report_id']}", params={"text": True}).json()["text"]
    assert text[found[0]["start"]:found[0]["end"]] == found[0]["text"]


def test_health_and_me_say_where_one_is(client: TestClient) -> None:
    assert client.get("/api/v1/health").json()["reports"] == 1
    assert client.get("/api/v1/me").json() == {"user": "", "role": "editor"}


# -- errors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "path", "more", "status", "code"), [
    ("POST", "/ask", {"json": {}}, 422, "invalid"),
    ("POST", "/ask", {"json": {"question": "问", "nonsense": 1}}, 422, "invalid"),
    ("POST", "/ask", {"content": b"{"}, 422, "invalid"),
    ("POST", "/ask", {"json": {"question": "  "}}, 400, "bad_question"),
    ("POST", "/ask", {"json": {"question": QUESTION, "zone": "没有这个区"}}, 400, "bad_question"),
    ("POST", "/ask", {"json": {"question": QUESTION, "period": "某年"}}, 400, "bad_question"),
    ("POST", "/ask", {"content": b" " * 3_000_000}, 413, "too_large"),
    ("GET", "/ask", {}, 405, "method"),
    ("GET", "/nothing", {}, 404, "not_found"),
    ("GET", "/reports/none", {}, 404, "not_found"),
    ("GET", "/uploads/none", {}, 404, "not_found"),
    ("DELETE", "/reports/none", {}, 404, "not_found"),
    ("GET", "/figures?limit=0", {}, 422, "invalid"),
    ("GET", "/figures?kind=x", {}, 400, "bad_request"),
    ("GET", "/figures?status=x", {}, 400, "bad_question"),
    ("GET", "/search", {}, 422, "invalid"),
])
def test_every_error_has_a_code_a_chinese_message_and_a_mend(client: TestClient, method: str, path: str,
                                                             more: dict[str, Any], status: int, code: str) -> None:
    answer = client.request(method, f"/api/v1{path}", **more)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["code"] == code
    assert any("一" <= char <= "鿿" for char in error["message"])
    assert error["mend"]


def test_a_mistake_of_ours_tells_nothing_of_itself(sample_index: Path, tmp_path: Path) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("secret path")

    ledger = SimpleNamespace(zones=list)
    toy = SimpleNamespace(conversation=broken, index=SimpleNamespace(ledger=ledger, manifest=None))
    app = service_app(toy, Settings.load(reports_dir=SAMPLE, data_dir=tmp_path))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        answer = client.post("/api/v1/ask", json={"question": QUESTION})
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "internal"
    assert "secret" not in answer.text


def test_the_description_names_every_path_and_can_be_read(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.")
    assert set(told["paths"]) == {"/ask", "/conversations", "/conversations/{id}", "/figures", "/health", "/me",
                                  "/reports", "/reports/{id}", "/search", "/uploads/{id}"}
    assert "text/event-stream" in told["paths"]["/ask"]["post"]["responses"]["200"]["content"]
    assert told["paths"]["/ask"]["post"]["responses"]["4XX"]


# -- limits ---------------------------------------------------------------------------------------------------------


def test_a_full_queue_is_told_politely_and_the_others_are_answered(tmp_path: Path) -> None:
    started, release = threading.Semaphore(0), threading.Event()

    def slow(*_: Any, **__: Any) -> Any:
        started.release()
        release.wait(30)
        raise AssertionError

    toy = SimpleNamespace(conversation=slow, index=SimpleNamespace(ledger=SimpleNamespace(zones=list), manifest=None))
    app = service_app(toy, Settings.load(reports_dir=SAMPLE, data_dir=tmp_path, workers=1, queue_size=2))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client, \
            ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(client.post, "/api/v1/ask", json={"question": QUESTION}) for _ in range(8)]
        assert started.acquire(timeout=10)
        refused = [one.result(20) for one in asked if _settled(one)]
        release.set()
        others = [one.result(20) for one in asked]
    busy = [one for one in others if one.status_code == 429]
    assert len(busy) == 5, "one is answered and two wait"
    assert len(refused) == 5, "who is refused is told at once"
    assert busy[0].json()["error"] == {"code": "busy", "message": BUSY, "mend": "过几秒再问一次"}
    assert busy[0].headers["retry-after"]


def _settled(future: Any) -> bool:
    try:
        future.result(1)
    except TimeoutError:
        return False
    return True


def test_who_asks_too_often_is_told_when_to_come_back(sample_index: Path, tmp_path: Path) -> None:
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path, requests_per_minute=3)
    with client_of(settings) as client:
        statuses = [client.get("/api/v1/me").status_code for _ in range(5)]
        last = client.get("/api/v1/me")
        assert client.get("/api/v1/health").status_code == 200, "what watches the service is not limited"
    assert statuses == [200, 200, 200, 429, 429]
    assert last.json()["error"]["code"] == "too_many"
    assert 0 < int(last.headers["retry-after"]) <= 20


def test_another_sites_page_cannot_make_a_browser_ask(client: TestClient) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        refused = client.post("/api/v1/ask", json={"question": QUESTION}, headers=headers)
        assert refused.status_code == 403
        assert refused.json()["error"]["code"] == "cross_site"
    same = client.post("/api/v1/ask", json={"question": QUESTION}, headers={"Origin": "http://127.0.0.1"})
    assert same.status_code == 200


# -- as a model -----------------------------------------------------------------------------------------------------


def test_clients_of_openais_api_are_answered_too(client: TestClient) -> None:
    assert "zoneqa" in [model["id"] for model in client.get("/v1/models").json()["data"]]
    sent = client.post("/v1/chat/completions", json={"model": "zoneqa", "messages": [
        {"role": "user", "content": QUESTION}]})
    assert "22.53亿元" in sent.json()["choices"][0]["message"]["content"]


def test_too_many_chats_at_once_are_told_politely(tmp_path: Path) -> None:
    release = threading.Event()

    def slow(*_: Any) -> Any:
        release.wait(30)
        raise AssertionError

    toy = SimpleNamespace(conversation=slow, index=SimpleNamespace(ledger=SimpleNamespace(zones=list), manifest=None))
    app = service_app(toy, Settings.load(reports_dir=SAMPLE, data_dir=tmp_path, workers=1, queue_size=1))
    body = {"model": "zoneqa", "messages": [{"role": "user", "content": QUESTION}]}
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client, \
            ThreadPoolExecutor(5) as pool:
        asked = [pool.submit(client.post, "/v1/chat/completions", json=body) for _ in range(5)]
        refused = [one.result() for one in asked if _settled(one)]
        release.set()
    assert [one.status_code for one in refused] == [429] * 3
    assert refused[0].json()["error"]["message"] == BUSY
