"""Users, tokens, sessions and roles: who gets in, what they may do, and that two users stay apart."""

from __future__ import annotations

import json
import logging
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.service.accounts import Accounts, accounts_path
from assistant.service.addresses import check_address
from assistant.service.guard import COOKIE
from assistant.service.identity import Role
from assistant.service.logs import set_up_log
from assistant.settings import Settings
from index.errors import SettingsError
from tests.conftest import QUESTION, SAMPLE, Run
from tests.service_app import PASSWORD, add_users, client_of


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    opened = Accounts.open(accounts_path(tmp_path), clock=clock)
    opened.add("王芳", PASSWORD, Role.EDITOR)
    yield opened
    opened.close()


# -- the store ------------------------------------------------------------------------------------------------------


def test_only_the_right_password_gets_in(accounts: Accounts) -> None:
    known = accounts.check("王芳", PASSWORD)
    assert known is not None
    assert (known.user, known.role) == ("王芳", Role.EDITOR)
    for name, password in (("王芳", "wrong password"), ("王芳", ""), ("nobody", PASSWORD), ("王芳", PASSWORD + "\0"),
                           ("王芳", "\ud800" * 10), ("' OR 1=1 --", PASSWORD)):
        assert accounts.check(name, password) is None


def test_no_secret_stands_in_the_file_and_only_its_owner_reads_it(accounts: Accounts, tmp_path: Path) -> None:
    token, session = accounts.add_token("王芳", "脚本"), accounts.begin_session("王芳")
    path = accounts_path(tmp_path)
    held = b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))
    for secret in (PASSWORD, token, token[3:], session):
        assert secret.encode() not in held
    assert b"$argon2id$" in held
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(("name", "password"), [
    ("", PASSWORD), ("a b", PASSWORD), ("../x", PASSWORD), ("a\n", PASSWORD), ("x" * 65, PASSWORD), ("ok", "short"),
    ("ok", "x" * 257), ("王芳", PASSWORD)])
def test_odd_names_short_passwords_and_taken_names_are_refused(accounts: Accounts, name: str, password: str) -> None:
    with pytest.raises(SettingsError) as caught:
        accounts.add(name, password, Role.READER)
    assert caught.value.mend


def test_a_token_ends_by_itself_by_being_revoked_and_with_its_user(accounts: Accounts, clock: Clock) -> None:
    brief, lasting, third = (accounts.add_token("王芳", "x", days=days) for days in (1, None, None))
    assert accounts.by_token(brief)
    clock.now += 2 * 86_400
    assert accounts.by_token(brief) is None
    accounts.remove_token(accounts.tokens("王芳")[1].id)
    assert accounts.by_token(lasting) is None
    assert accounts.by_token(third)
    accounts.remove("王芳")
    assert accounts.by_token(third) is None


def test_a_session_ends_when_unused_logged_out_or_its_user_is_gone(accounts: Accounts, clock: Clock) -> None:
    first, second, third = (accounts.begin_session("王芳") for _ in range(3))
    for _ in range(5):
        clock.now += 11 * 3_600
        assert accounts.by_session(first, hours=12), "used every eleven hours"
    assert accounts.by_session(second, hours=12) is None
    accounts.end_session(first)
    assert accounts.by_session(first, hours=12) is None
    assert accounts.by_session("x", hours=12) is None
    fresh = accounts.begin_session("王芳")
    accounts.remove("王芳")
    assert accounts.by_session(fresh, hours=12) is None
    assert accounts.by_session(third, hours=12) is None


def test_accounts_are_off_until_there_is_a_user(tmp_path: Path) -> None:
    path = accounts_path(tmp_path)
    assert Accounts.open_if_any(path) is None
    assert not path.exists(), "looking makes nothing"
    Accounts.open(path).close()
    assert Accounts.open_if_any(path) is None


def test_a_file_that_is_no_database_is_an_error_with_a_mend(tmp_path: Path) -> None:
    path = accounts_path(tmp_path)
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(SettingsError, match="打不开"):
        Accounts.open(path)


# -- over HTTP ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("accounts")


@pytest.fixture(scope="module")
def headers(data: Path) -> dict[str, dict[str, str]]:
    return add_users(data, wang=Role.EDITOR, li=Role.READER, zhao=Role.READER)


@pytest.fixture(scope="module")
def client(sample_index: Path, data: Path, headers: dict[str, dict[str, str]]) -> Iterator[TestClient]:
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=data, requests_per_minute=10_000)
    with client_of(settings) as client:
        yield client


@pytest.fixture(autouse=True)
def without_cookies(request: pytest.FixtureRequest) -> None:
    if "client" in request.fixturenames:
        request.getfixturevalue("client").cookies.clear()


def log_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    return client.post("/login", data={"name": name, "password": password}, follow_redirects=False).status_code


@pytest.mark.parametrize("path", ["/api/v1/me", "/api/v1/reports", "/api/v1/openapi.json", "/api/v1/conversations",
                                  "/v1/models", "/gradio_api/info", "/en/gradio_api/info", "/mcp"])
def test_without_a_session_or_token_programs_are_told_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 401
    assert "登录" in answer.text
    assert answer.headers["www-authenticate"] == "Bearer"


def test_without_a_session_a_browser_is_led_to_the_login_page_and_back(client: TestClient) -> None:
    led = client.get("/view/figures", follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, "/login?next=/view/figures")
    page = client.get("/login", params={"next": "/view/figures"}).text
    assert 'lang="zh-CN"' in page
    assert set(re.findall(r'<label for="(\w+)"', page)) <= set(re.findall(r' id="(\w+)"', page))
    assert 'name="next" value="/view/figures"' in page
    back = client.post("/login", data={"name": "li", "password": PASSWORD, "next": "/view/figures"},
                       follow_redirects=False)
    assert (back.status_code, back.headers["location"]) == (303, "/view/figures")
    assert client.get("/").json() == "页面"


def test_health_is_open_but_tells_strangers_nothing(client: TestClient) -> None:
    assert client.get("/api/v1/health").json() == {"status": "ok"}


def test_a_wrong_password_is_told_and_sets_no_cookie(client: TestClient) -> None:
    answer = client.post("/login", data={"name": "li<b>", "password": "wrong password"})
    assert answer.status_code == 401
    assert "用户名或密码不对" in answer.text
    assert "li<b>" not in answer.text
    assert COOKIE not in client.cookies


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)",
                                    "/\nx", "\\\\evil.example", "http:/evil", ""])
def test_the_login_page_leads_nowhere_else(client: TestClient, target: str) -> None:
    answer = client.post("/login", data={"name": "zhao", "password": PASSWORD, "next": target}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    answer = client.post("/login", data={"name": "wang", "password": PASSWORD}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_logging_out_ends_the_session_on_the_server(client: TestClient) -> None:
    client.post("/login", data={"name": "wang", "password": PASSWORD})
    key = client.cookies[COOKIE]
    assert client.get("/api/v1/me").json() == {"user": "wang", "role": "editor"}
    assert "wang" in client.get("/logout").text
    client.post("/logout")
    assert client.get("/api/v1/me", headers={"Cookie": f"{COOKIE}={key}"}).status_code == 401


def test_a_session_cannot_be_used_by_another_sites_page(client: TestClient) -> None:
    client.post("/login", data={"name": "wang", "password": PASSWORD})
    assert client.delete("/api/v1/reports/x", headers={"Origin": "http://evil.example"}).status_code == 403


def test_a_token_names_its_user_and_a_wrong_one_nobody(client: TestClient, headers: dict[str, dict[str, str]]) -> None:
    assert client.get("/api/v1/me", headers=headers["li"]).json() == {"user": "li", "role": "reader"}
    for wrong in ("Bearer zq_wrong", "Bearer ", "Basic bGk6eA==", "Bearer " + "x" * 5_000, "bearer\t"):
        assert client.get("/api/v1/me", headers={"Authorization": wrong}).status_code == 401


def test_a_reader_asks_and_changes_nothing(client: TestClient, headers: dict[str, dict[str, str]]) -> None:
    report = client.get("/api/v1/reports", headers=headers["li"]).json()["reports"][0]["id"]
    assert client.post("/api/v1/ask", json={"question": QUESTION}, headers=headers["li"]).status_code == 200
    for refused in (client.delete(f"/api/v1/reports/{report}", headers=headers["li"]),
                    client.get("/api/v1/uploads/x", headers=headers["li"]),
                    client.post("/api/v1/reports", files={"files": ("a.txt", b"x")}, headers=headers["li"])):
        assert refused.status_code == 403
        assert refused.json()["error"]["code"] == "forbidden"
    assert client.get("/api/v1/uploads/x", headers=headers["wang"]).status_code == 404
    assert any(SAMPLE.iterdir())


def test_two_users_do_not_see_each_others_conversations(client: TestClient, headers: dict[str, dict[str, str]]) -> None:
    asked = client.post("/api/v1/ask", json={"question": QUESTION, "conversation": "new"}, headers=headers["li"]).json()
    id = asked["conversation"]
    assert [talk["id"] for talk in client.get("/api/v1/conversations", headers=headers["li"]).json()["conversations"]
            ] == [id]
    other = headers["zhao"]
    assert client.get("/api/v1/conversations", headers=other).json()["conversations"] == []
    for refused in (client.get(f"/api/v1/conversations/{id}", headers=other),
                    client.patch(f"/api/v1/conversations/{id}", json={"title": "我的"}, headers=other),
                    client.delete(f"/api/v1/conversations/{id}", headers=other),
                    client.post("/api/v1/ask", json={"question": "同比呢", "conversation": id}, headers=other)):
        assert refused.status_code == 404
    kept = client.get(f"/api/v1/conversations/{id}", headers=headers["li"]).json()
    assert (kept["title"], kept["turns"]) == (QUESTION, 1)


def test_one_users_limit_is_not_anothers(sample_index: Path, tmp_path: Path) -> None:
    headers = add_users(tmp_path, li=Role.READER, zhao=Role.READER)
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path, requests_per_minute=2)
    with client_of(settings) as client:
        assert [client.get("/api/v1/me", headers=headers["li"]).status_code for _ in range(3)] == [200, 200, 429]
        assert client.get("/api/v1/me", headers=headers["zhao"]).status_code == 200


def test_guessing_passwords_is_slowed_down(sample_index: Path, tmp_path: Path) -> None:
    add_users(tmp_path, li=Role.READER)
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path)
    with client_of(settings) as client:
        statuses = [log_in(client, "li", f"guess number {n}") for n in range(12)]
        assert statuses == [401] * 10 + [429] * 2
        assert log_in(client, "li") == 429, "the right one too"


# -- addresses, logs, the shell -------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "example.com"])
def test_another_address_needs_users_or_an_explicit_word(sample_index: Path, tmp_path: Path, host: str) -> None:
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path, host=host)
    with pytest.raises(SettingsError) as caught, client_of(settings):
        pass
    assert "zoneqa user add" in caught.value.mend
    with client_of(settings.model_copy(update={"open_access": True})):
        pass
    add_users(tmp_path, li=Role.READER)
    with client_of(settings):
        pass
    check_address("127.0.0.1", accounts=False, open_access=False)


@pytest.mark.parametrize(("level", "requests", "questions"), [("off", 0, 0), ("requests", 1, 0), ("questions", 1, 1)])
def test_questions_are_logged_only_when_asked_for(sample_index: Path, tmp_path: Path, level: str, requests: int,
                                                  questions: int) -> None:
    set_up_log(level)  # type: ignore[arg-type]
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    loggers = [logging.getLogger(f"zoneqa.{name}") for name in ("requests", "questions")]
    for logger in loggers:
        logger.addHandler(handler)
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path)
    try:
        with client_of(settings) as client:
            client.post("/api/v1/ask", json={"question": QUESTION})
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
    assert len([line for line in lines if "/api/v1/ask 200" in line]) == requests
    assert len([line for line in lines if QUESTION in line]) == questions


def test_a_search_is_not_in_the_log_and_nobody_else_writes_lines(sample_index: Path, tmp_path: Path,
                                                                 caplog: pytest.LogCaptureFixture) -> None:
    set_up_log("requests")
    logger = logging.getLogger("zoneqa.requests")
    logger.addHandler(caplog.handler)
    settings = Settings.load(reports_dir=SAMPLE, index_dir=sample_index, data_dir=tmp_path)
    try:
        with client_of(settings) as client:
            client.get("/api/v1/search", params={"q": "机密词"})
            client.get("/api/v1/x%0A2026-01-01 forged")
    finally:
        logger.removeHandler(caplog.handler)
    assert "/api/v1/search 200" in caplog.text
    assert "机密词" not in caplog.text
    assert "\n2026-01-01 forged" not in caplog.text


def test_users_are_added_listed_and_removed_from_the_shell(zoneqa: Run, tmp_path: Path) -> None:
    env = {"ZONEQA_DATA_DIR": str(tmp_path / "data")}
    done = zoneqa("user", "add", "wang", "--role", "editor", "--password-stdin", stdin=PASSWORD + "\n", env=env)
    assert done.returncode == 0, done.stderr
    assert "第一个用户" in done.stderr
    assert zoneqa("user", "add", "wang", "--password-stdin", stdin=PASSWORD, env=env).returncode == 1
    assert zoneqa("user", "add", "li", "--role", "boss", "--password-stdin", stdin=PASSWORD, env=env).returncode == 1
    made = zoneqa("user", "token", "wang", "--label", "脚本", "--days", "30", "--json", env=env)
    token = json.loads(made.stdout)["token"]
    accounts = Accounts.open(accounts_path(tmp_path / "data"))
    found = accounts.by_token(token)
    assert found is not None
    assert found.role is Role.EDITOR
    (listed,) = json.loads(zoneqa("user", "list", "--json", env=env).stdout)
    assert (listed["name"], listed["role"], listed["tokens"][0]["label"]) == ("wang", "editor", "脚本")
    assert zoneqa("user", "token", "--revoke", listed["tokens"][0]["id"], env=env).returncode == 0
    assert accounts.by_token(token) is None
    assert zoneqa("user", "remove", "wang", env=env).returncode == 0
    assert zoneqa("user", "remove", "wang", env=env).returncode == 1
    accounts.close()
    with sqlite3.connect(accounts_path(tmp_path / "data")) as rest:
        assert rest.execute("SELECT count(*) FROM tokens").fetchone() == (0,)


def test_whoever_gets_a_removed_users_name_finds_no_conversations(zoneqa: Run, tmp_path: Path) -> None:
    from assistant.conversations import Conversations

    add_users(tmp_path, wang=Role.READER)
    store = Conversations.open(tmp_path / "conversations.sqlite")
    for number in range(3):
        store.begin("user:wang", f"对话{number}")
    other = store.begin("user:li", "别人的")
    assert zoneqa("user", "remove", "wang", env={"ZONEQA_DATA_DIR": str(tmp_path)}).returncode == 0
    assert store.heads("user:wang") == []
    assert [head.id for head in store.heads("user:li")] == [other]
    store.close()
