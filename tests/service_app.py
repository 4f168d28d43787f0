"""The service without the page: API, login and guard over a real assistant, as build_app puts them together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.conversations import Conversations
from assistant.pipeline import Assistant
from assistant.service.accounts import Accounts, accounts_path
from assistant.service.identity import Role
from assistant.service.mounting import Service
from assistant.settings import Settings
from assistant.web.library import Library
from index.opening import Index
from index.reading import SUFFIXES

PASSWORD = "correct horse battery"


def service_app(assistant: Any, settings: Settings) -> FastAPI:
    app = FastAPI(openapi_url=None)
    service = Service(assistant, settings)
    library = Library(settings.reports_dir, service.rebuild, suffixes=SUFFIXES,
                      max_bytes=settings.max_upload_mb * 1_000_000, examine=service.examine)
    service.mount(app, library, Conversations.open(settings.data_dir / "conversations.sqlite"))

    @app.get("/")
    def page() -> str:
        return "页面"

    service.guard(app)
    return app


@contextmanager
def opened(settings: Settings) -> Iterator[Assistant]:
    with Index.open(settings) as index:
        yield Assistant(index, settings)


@contextmanager
def client_of(settings: Settings) -> Iterator[TestClient]:
    """A client without an identity; a server error becomes a response, as it would over the wire."""
    with opened(settings) as assistant, TestClient(service_app(assistant, settings), base_url="http://127.0.0.1",
                                                   raise_server_exceptions=False) as client:
        yield client


def add_users(data_dir: Path, **roles: Role) -> dict[str, dict[str, str]]:
    """Name → the header with that user's token."""
    accounts = Accounts.open(accounts_path(data_dir))
    headers = {}
    for name, role in roles.items():
        accounts.add(name, PASSWORD, role)
        headers[name] = {"Authorization": f"Bearer {accounts.add_token(name, 'test')}"}
    accounts.close()
    return headers


def events(text: str) -> list[tuple[str, str]]:
    """(event, data) of a body of server-sent events."""
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if lines:
            found.append((lines["event"], lines["data"]))
    return found
