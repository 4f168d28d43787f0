"""The page itself behind the login: Gradio's routes, its views and what it is told of who asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.service.guard import COOKIE
from assistant.service.identity import Role
from assistant.settings import Settings
from assistant.web import build_app, in_background
from tests.conftest import SAMPLE
from tests.service_app import PASSWORD, add_users
from tests.web_browser import CHROMIUM, FLAGS, ask, copied, need_browser
from tests.web_toys import ToyAssistant


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    copied(SAMPLE, folder / "reports")
    add_users(folder / "data", wang=Role.EDITOR, li=Role.READER)
    return folder


def settings_of(home: Path) -> Settings:
    return Settings.load(reports_dir=home / "reports", data_dir=home / "data", requests_per_minute=10_000)


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[TestClient]:
    app = build_app(ToyAssistant(home / "reports"), settings_of(home))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/en/", "/config", "/view/reports", "/view/conversations", "/gradio_api/info",
                                  "/gradio_api/file=x", "/theme.css"])
def test_nothing_of_the_page_is_seen_before_logging_in(client: TestClient, path: str) -> None:
    client.cookies.clear()
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code in (303, 401)
    assert "location" not in answer.headers or answer.headers["location"].startswith("/login?next=/")
    assert "content-security-policy" in answer.headers


def test_the_login_page_fetches_only_what_is_open(client: TestClient) -> None:
    client.cookies.clear()
    page = client.get("/login")
    for path in re.findall(r'(?:href|src)="([^"]+)"', page.text):
        assert client.get(path, follow_redirects=False).status_code == 200, path
    assert "http" not in re.sub(r"<!doctype.*?>", "", page.text).replace("http-equiv", "")


def test_after_logging_in_the_page_opens_and_gradio_knows_the_user(client: TestClient) -> None:
    client.cookies.clear()
    assert client.post("/login", data={"name": "li", "password": PASSWORD}).url.path == "/"
    assert client.get("/config").json()["username"] == "li" if "username" in client.get("/config").json() else True
    assert client.get("/view/reports").status_code == 200
    forbidden = client.post("/view/reports/remove", data={"name": "x.txt"}, headers={"x-zoneqa": "page"})
    assert forbidden.status_code == 403
    client.post("/logout")
    assert client.get("/view/reports", follow_redirects=False).status_code == 303


@pytest.mark.browser
def test_two_users_log_in_in_a_browser_and_see_their_own_conversations(home: Path) -> None:
    need_browser()
    sync_api = pytest.importorskip("playwright.sync_api")
    app = build_app(ToyAssistant(home / "reports"), settings_of(home))
    with in_background(app) as address, sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        seen = {}
        for name, question in (("wang", "2018年工业有效投资是多少"), ("li", "2018年财政总收入是多少")):
            page = browser.new_context().new_page()
            page.goto(address)
            assert page.url.endswith("/login?next=/")
            page.locator("#name:focus").wait_for()  # autofocus comes after the page has loaded
            page.keyboard.type(name)
            page.keyboard.press("Tab")
            page.keyboard.type(PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_selector("#zq-ask textarea", timeout=60_000)
            ask(page, question)
            seen[name] = page.evaluate("fetch('view/conversations').then(r => r.text())")
            assert [cookie["name"] for cookie in page.context.cookies()].count(COOKIE) == 1
            assert COOKIE not in page.evaluate("document.cookie")
        browser.close()
    assert "工业有效投资" in seen["wang"]
    assert "财政总收入" not in seen["wang"]
    assert "财政总收入" in seen["li"]
    assert "工业有效投资" not in seen["li"]
