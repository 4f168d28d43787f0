"""The application without a browser: headers, the report view, the Host check, the shell of the page."""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.responses import JSONResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from assistant.conversations import Conversations, Said
from assistant.service.logs import set_up_log
from assistant.settings import Settings
from assistant.web import build_app, serve
from assistant.web.language import CHINESE
from assistant.web.security import is_loopback
from assistant.web.shell import BUSY, PageShell
from assistant.web.talking import Talking
from index.errors import SettingsError
from tests.web_browser import copied
from tests.web_toys import ToyAssistant

SAMPLE = Path(__file__).parent.parent / "reports"


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> ToyAssistant:
    return ToyAssistant(copied(SAMPLE, tmp_path_factory.mktemp("web") / "reports"))


@pytest.fixture(scope="module")
def client(toy: ToyAssistant) -> Iterator[TestClient]:
    app = build_app(toy, Settings.load(reports_dir=toy.folder, data_dir=toy.folder.parent / "data"))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def test_health_counts_the_reports(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok", "reports": 1}


@pytest.mark.parametrize("path", ["/", "/health", "/zq/page.js", "/config", "/gradio_api/info", "/nothing-here"])
def test_every_response_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    assert "object-src 'none'" in policy
    assert "frame-src 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_the_page_is_chinese_and_styled_from_the_first_byte(client: TestClient) -> None:
    page = client.get("/").text
    assert 'lang="zh-CN"' in page
    assert '<link rel="stylesheet" href="/zq/page.css">' in page
    assert page.index("/zq/page.js") < page.index("module")
    english = client.get("/en/").text
    assert 'lang="en"' in english
    for path in re.findall(r'(?:href|src)="(/zq/[^"]+)"', page + english):
        assert client.get(path).status_code == 200


def test_another_host_name_is_refused_on_a_loopback_address(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7860", ""):
        assert client.get("/health", headers={"host": host}).status_code == 421
    for host in ("localhost:7860", "127.0.0.1:7860", "[::1]:7860"):
        assert client.get("/health", headers={"host": host}).status_code == 200


def test_loopback_is_told_from_other_addresses() -> None:
    assert [is_loopback(h) for h in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "192.168.1.2", "example.com", "")] == [
        True, True, True, False, False, False, False]


def test_a_report_is_shown_with_the_cited_sentence_marked(client: TestClient, toy: ToyAssistant) -> None:
    report = toy.reports[0]
    start = report.text.index("工业有效投资")
    shown = client.get(f"/view/report/{report.id}", params={"span": f"{start}-{start + 13}"})
    assert shown.status_code == 200
    assert '<mark class="zq-mark" id="zq-target">工业有效投资22.53亿元</mark>' in shown.text


@pytest.mark.parametrize("path", ["/view/report/none", "/view/report/..%2F..%2Fetc%2Fpasswd", "/view/report/%00"])
def test_a_report_that_is_not_indexed_is_not_found(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize("span", ["", "x", "9-", "999999999-999999999", "5-1", "1-2,3-4", "-1-5", "1" * 5_000])
def test_a_strange_span_opens_the_report_all_the_same(client: TestClient, toy: ToyAssistant, span: str) -> None:
    shown = client.get(f"/view/report/{toy.reports[0].id}", params={"span": span, "marks": span})
    assert shown.status_code == 200
    assert "工业有效投资" in shown.text


def test_files_of_the_machine_are_not_served(client: TestClient, toy: ToyAssistant) -> None:
    report = next(toy.folder.iterdir())
    for path in (report, Path("/etc/passwd"), Path(__file__)):
        for route in ("/gradio_api/file=", "/file="):
            assert client.get(f"{route}{path}").status_code in (403, 404)


def test_a_taken_port_is_an_error_that_says_what_to_do(toy: ToyAssistant, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError) as caught:
            serve(toy, Settings.load(reports_dir=toy.folder, data_dir=tmp_path, port=taken.getsockname()[1]))
    assert "ZONEQA_PORT" in caught.value.mend


def test_a_long_question_and_one_that_raises_are_answered_politely(toy: ToyAssistant, tmp_path: Path) -> None:
    settings = Settings.load(reports_dir=toy.folder, question_max_chars=10)
    talking = Talking(toy, Conversations.open(tmp_path / "kept.sqlite"), settings)
    *_, (id, long) = talking.ask("me", "", Said("问" * 11), CHINESE)
    *_, (same, raised) = talking.ask("me", id, Said("？"), CHINESE)
    assert same == id
    assert "问题太长" in long[-1]["content"]
    assert "写出要查的指标" in raised[-1]["content"]
    assert len(raised) == 4


@pytest.mark.parametrize("level", ["off", "requests", "questions"])
def test_what_the_page_is_asked_is_logged_only_where_questions_are(toy: ToyAssistant, tmp_path: Path, level: str,
                                                                   capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("zoneqa.questions")
    logger.handlers.clear()  # a handler keeps the stream it was made with
    set_up_log(level)  # type: ignore[arg-type]
    settings = Settings.load(reports_dir=toy.folder)
    talking = Talking(toy, Conversations.open(tmp_path / "kept.sqlite"), settings)
    list(talking.ask("user:wang", "", Said("2018年工业有效投资是多少"), CHINESE))
    logged = capsys.readouterr().err
    assert ("wang 已答 2018年工业有效投资是多少" in logged) == (level == "questions")
    assert ("工业有效投资" in logged) == (level == "questions")
    set_up_log("requests")
    logger.handlers.clear()


def test_a_full_queue_is_said_in_chinese_and_other_responses_pass_untouched() -> None:
    async def gradio(scope: Scope, receive: Receive, send: Send) -> None:
        status = 503 if scope["path"].endswith("/join") else 200
        await JSONResponse({"detail": "Queue is full. Max size is 1."}, status)(scope, receive, send)

    client = TestClient(PageShell(gradio))
    full = client.post("/gradio_api/queue/join")
    assert (full.status_code, full.json()) == (429, {"detail": BUSY})
    assert client.get("/gradio_api/queue/data").json() == {"detail": "Queue is full. Max size is 1."}
