"""The web application: FastAPI with the page mounted, the report view and /health; and the command that serves it."""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read by gradio when it is imported

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from assistant.settings import Settings
from assistant.web.interface import PageAssistant
from assistant.web.library import Library, Summary
from assistant.web.page import build_page
from assistant.web.rendering import render_trouble
from assistant.web.reportview import render_report
from assistant.web.security import Shielded, is_loopback
from assistant.web.shell import PageShell
from assistant.web.theme import page_theme
from index.errors import SettingsError
from index.reading import SUFFIXES

if TYPE_CHECKING:
    from index.records import Section

__all__ = ["build_app", "in_background", "serve"]

_STATIC = Path(__file__).parent / "static"
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


def build_app(assistant: PageAssistant, settings: Settings) -> FastAPI:
    """The application over an open assistant.  Whoever opened the assistant closes it."""
    app = FastAPI(title="zoneqa", docs_url=None, redoc_url=None)  # those two pages load scripts from a CDN

    @app.get("/health")
    def health() -> dict[str, Any]:
        return {"status": "ok", "reports": len(assistant.index.ledger.cards())}

    @app.get("/view/report/{report_id}", response_class=HTMLResponse)
    def view_report(report_id: str, span: str = "", marks: str = "") -> HTMLResponse:
        """The report as HTML, [start, end) of ``span=start-end`` marked; ``marks`` are such pairs joined by commas."""
        report = assistant.index.ledger.report(report_id)
        if report is None:
            gone = render_trouble("这份报告已经不在索引里了", "重新提问，或到“报告”页查看")
            return HTMLResponse(gone, status_code=404)
        sections = assistant.index.ledger.sections(report.id)
        cited = next(iter(_spans(span)), None)
        return HTMLResponse(render_report(report, sections, span=cited, marks=_spans(marks),
                                          place=_place(sections, cited)))

    app.mount("/zq", StaticFiles(directory=_STATIC))
    library = Library(settings.reports_dir, _rebuild(assistant, settings), suffixes=SUFFIXES,
                      max_bytes=settings.max_upload_mb * 1_000_000)
    page = build_page(assistant, library, settings, queue_size=settings.queue_size)
    gr.mount_gradio_app(app, page, path="/", footer_links=[], allowed_paths=[], theme=page_theme(), run_history=False,
                        max_file_size=settings.max_upload_mb * 1_000_000, ssr_mode=False, enable_monitoring=False,
                        show_error=False)
    app.add_middleware(PageShell)
    app.add_middleware(Shielded, loopback_only=is_loopback(settings.host))
    return app


def _spans(text: str) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in _SPAN.findall(text[:2_000])]


def _place(sections: list[Section] | Any, cited: tuple[int, int] | None) -> tuple[str, ...]:
    inner = [s for s in sections if cited and s.start <= cited[0] < s.end]
    return max(inner, key=lambda s: s.level).path if inner else ()


def _rebuild(assistant: PageAssistant, settings: Settings) -> Callable[[Callable[[str, int, int], None]], Summary]:
    def rebuild(progress: Callable[[str, int, int], None]) -> Summary:
        from index.building import build  # what it needs is loaded with the first upload, not with the page

        summary = build(settings, progress=progress, embedding=assistant.index.embedding)
        assistant.refresh()
        return summary

    return rebuild


def serve(assistant: PageAssistant, settings: Settings, *, announce: Callable[[str], None] | None = None) -> None:
    """Serves the page until interrupted; ``announce`` is told the address once it is ours.  Opens no browser.

    Raises SettingsError when the address is taken or isn't one of this machine's.
    """
    with _listen(settings.host, settings.port) as listener:
        app = build_app(assistant, settings)
        if announce:
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            announce(f"网页在 http://{host}:{settings.port}  按 Ctrl+C 结束")
            if not is_loopback(settings.host):
                announce("注意：这个地址本机以外也能访问，而网页没有登录，只在可信的网络里这样用。")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        server.run(sockets=[listener])


@contextmanager
def in_background(app: FastAPI) -> Iterator[str]:
    """Serves ``app`` from a thread on a free port of 127.0.0.1 and gives its address; stopped on leaving."""
    with _listen("127.0.0.1", 0) as listener:
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
        raise SettingsError(f"不能在 {host}:{port} 上提供网页（{error.strerror}）",
                            mend="换一个端口，如 ZONEQA_PORT=7861，或检查 ZONEQA_HOST") from error
    return listener
