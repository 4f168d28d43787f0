"""The web application: FastAPI with the page mounted, its views, API and login; and the command that serves it."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read by gradio when it is imported

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from assistant.aliases import Aliases
from assistant.conversations import Conversations
from assistant.feedback import Feedback
from assistant.service.logs import set_up_log
from assistant.service.mounting import Service, page_user
from assistant.settings import Settings
from assistant.web.examples import Examples
from assistant.web.interface import PageAssistant
from assistant.web.language import CHINESE, ENGLISH
from assistant.web.library import Library
from assistant.web.page import build_page
from assistant.web.security import Shielded, is_loopback
from assistant.web.shell import PageShell
from assistant.web.talking import Talking
from assistant.web.theme import page_theme
from assistant.web.views import Desk, routers
from assistant.web.visitor import Visitors
from index.errors import SettingsError, why
from index.reading import SUFFIXES

__all__ = ["build_app", "in_background", "serve"]

_STATIC = Path(__file__).parent / "static"


def build_app(assistant: PageAssistant, settings: Settings) -> FastAPI:
    """The application over an open assistant.  Whoever opened the assistant closes it."""
    app = FastAPI(title="zoneqa", openapi_url=None)  # the API describes itself, at /api/v1/openapi.json
    service = Service(assistant, settings)
    most_bytes = settings.max_upload_mb * 1_000_000
    library = Library(settings.reports_dir, service.rebuild, suffixes=SUFFIXES, max_bytes=most_bytes,
                      examine=service.examine)
    store = Conversations.open(settings.data_dir / "conversations.sqlite")
    aliases = Aliases(settings.reports_dir)
    desk = Desk(assistant, settings, library, store, Feedback(settings.data_dir / "feedback.jsonl"), aliases)

    @app.get("/health")
    def health() -> dict[str, Any]:
        return {"status": "ok", "reports": len(assistant.index.ledger.cards())}

    # --- routers: everything that is not the page itself; the page, mounted at "/", takes whatever is left
    for router in routers(desk):
        app.include_router(router)
    service.mount(app, library, store)
    app.mount("/zq", StaticFiles(directory=_STATIC))

    talking, examples = Talking(assistant, store, settings), Examples(assistant)
    for say in (ENGLISH, CHINESE):  # the page at "/" would take "/en" too
        page = build_page(talking, library, examples, say, queue_size=settings.queue_size)
        page.has_launched = True  # else Gradio doesn't ask whether a file that an event names was uploaded
        gr.mount_gradio_app(app, page, path=say.root or "/", footer_links=[], allowed_paths=[], theme=page_theme(),
                            run_history=False, max_file_size=most_bytes, ssr_mode=False, enable_monitoring=False,
                            show_error=False, auth_dependency=page_user)
    app.add_middleware(PageShell)
    app.add_middleware(Visitors)
    service.guard(app)
    app.add_middleware(Shielded, loopback_only=is_loopback(settings.host))
    return app


def serve(assistant: PageAssistant, settings: Settings, *, announce: Callable[[str], None] | None = None) -> None:
    """Serves the page until interrupted; ``announce`` is told the address once it is ours.  Opens no browser.

    Raises SettingsError when the address is taken, isn't one of this machine's, or is open to others without users.
    """
    with _listen(settings.host, settings.port) as listener:
        app = build_app(assistant, settings)
        if announce:
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            announce(f"网页在 http://{host}:{settings.port}  按 Ctrl+C 结束")
            if settings.open_access and not is_loopback(settings.host):
                announce("注意：已设 ZONEQA_OPEN_ACCESS，没有用户时本机以外的人不登录也能用，只在可信的网络里这样。")
        set_up_log(settings.log)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        server.run(sockets=[listener])


@contextmanager
def in_background(app: FastAPI, *, port: int = 0) -> Iterator[str]:
    """Serves ``app`` from a thread on ``port``, or a free one, of 127.0.0.1 and gives its address; stopped on leaving."""
    with _listen("127.0.0.1", port) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.02)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(15)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise SettingsError(f"不能在 {host}:{port} 上提供网页：{why(error)}",
                            mend="换一个端口，如 ZONEQA_PORT=7861，或检查 ZONEQA_HOST") from error
    return listener
