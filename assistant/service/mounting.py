"""Everything beside the page put into one application: API, login, guard; and what the page's library needs.

    service = Service(assistant, settings)                    # raises SettingsError for an address that isn't safe
    library = Library(…, service.rebuild, examine=service.examine)
    service.mount(app, library, conversations)                # before the page is mounted at "/"
    service.guard(app)                                        # after every middleware that needs to know who asks
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI

from assistant.conversations import Conversations
from assistant.openai_api import build_router
from assistant.service.accounts import Accounts, accounts_path
from assistant.service.addresses import check_address
from assistant.service.api import api_app
from assistant.service.backend import Backend
from assistant.service.guard import Guard
from assistant.service.identity import identity_of
from assistant.service.limits import Gate
from assistant.service.login import login_router
from assistant.service.pagefiles import PageFiles
from assistant.service.rebuilding import rebuild
from assistant.service.sandbox import Examined, Sandbox
from assistant.service.uploads import LibraryLike, Uploads
from assistant.settings import Settings
from index.summary import BuildSummary

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

__all__ = ["Service", "page_user"]

_RECEIVING, _RECEIVING_WAITING = 2, 16  # uploads being examined, and waiting for it


class Service:
    """What stands around one assistant.  Accounts are on when there is a user as the service starts."""

    def __init__(self, assistant: Any, settings: Settings) -> None:
        self.assistant: Assistant = assistant
        self.settings = settings
        self.accounts = Accounts.open_if_any(accounts_path(settings.data_dir))
        check_address(settings.host, accounts=self.accounts is not None, open_access=settings.open_access)
        self._sandbox = Sandbox(settings, seconds=settings.upload_seconds, memory_mb=settings.upload_memory_mb)
        self.answering = Gate(settings.workers, settings.queue_size)

    def examine(self, path: Path, name: str) -> Examined:
        """Whether an uploaded file can be read, found out in a child process."""
        return self._sandbox.examine(path, name)

    def rebuild(self, progress: Callable[[str, int, int], None]) -> BuildSummary:
        """The folder indexed anew in a child process, and the assistant moved on."""
        summary = rebuild(self.settings, progress)
        self.assistant.refresh()
        return summary

    def mount(self, app: FastAPI, library: LibraryLike, conversations: Conversations) -> None:
        """Put login, API and the chat API of OpenAI's clients into ``app``."""
        backend = Backend(self.assistant, self.settings, conversations, Uploads(library), self.answering,
                          Gate(_RECEIVING, _RECEIVING_WAITING), accounts_off=self.accounts is None)
        app.include_router(login_router(self.accounts))
        app.include_router(build_router(lambda: self.assistant))
        app.mount("/api/v1", api_app(backend))

    def guard(self, app: FastAPI) -> None:
        """Put the guard around what ``app`` has so far."""
        app.add_middleware(PageFiles)
        app.add_middleware(Guard, settings=self.settings, accounts=self.accounts)


def page_user(request: Any) -> str:
    """What Gradio is told of who asks; the guard lets nobody through who isn't known."""
    return identity_of(request).user
