"""What Gradio writes itself, made ours: its index.html, and its word for a full queue.

Gradio's ``head=`` is put in by its own script, after the first paint: the page would show unstyled and then jump.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["BUSY", "PageShell"]

BUSY = "现在提问的人太多，请稍等片刻再试。"
_HEAD = (b'<head><link rel="stylesheet" href="/zq/page.css"><link rel="stylesheet" href="/zq/views.css">'
         b'<script src="/zq/page.js"></script><script src="/zq/views.js"></script>'
         b'<link rel="icon" href="/zq/icon.svg" type="image/svg+xml">')


def _page(status: int, body: bytes) -> tuple[int, bytes]:
    """Language, style and script stand in the page from the first byte."""
    if status != 200:
        return status, body
    return status, body.replace(b'lang="en"', b'lang="zh-CN"', 1).replace(b"<head>", _HEAD, 1)


def _english(status: int, body: bytes) -> tuple[int, bytes]:
    return (status, body.replace(b"<head>", _HEAD, 1)) if status == 200 else (status, body)


def _busy(status: int, body: bytes) -> tuple[int, bytes]:
    """429 instead of 503: for that one Gradio's script has an English sentence of its own."""
    return (429, json.dumps({"detail": BUSY}, ensure_ascii=False).encode()) if status == 503 else (status, body)


_REWRITTEN: dict[tuple[str, str], Callable[[int, bytes], tuple[int, bytes]]] = {
    ("GET", "/"): _page,
    ("GET", "/en/"): _english,
    ("POST", "/gradio_api/queue/join"): _busy,
    ("POST", "/en/gradio_api/queue/join"): _busy,
}


class PageShell:
    """ASGI wrapper: two small responses of Gradio's are rewritten, everything else passes through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        rewrite = _REWRITTEN.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if rewrite is None:
            await self.app(scope, receive, send)
            return
        start: Message = {}
        chunks: list[bytes] = []

        async def gather(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            elif message["type"] != "http.response.body":
                await send(message)
            else:
                chunks.append(message.get("body", b""))
                if not message.get("more_body"):
                    start["status"], body = rewrite(start["status"], b"".join(chunks))
                    headers = MutableHeaders(scope=start)
                    headers["content-length"] = str(len(body))
                    headers["cache-control"] = "no-cache"
                    await send(start)
                    await send({"type": "http.response.body", "body": body})

        uncompressed = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": uncompressed}, receive, gather)
