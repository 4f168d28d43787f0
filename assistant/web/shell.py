"""Gradio's index.html made ours: language, style and script stand in it from the first byte.

Gradio's ``head=`` is put in by its own script, after the first paint: the page would show unstyled and then jump.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["PageShell"]

_HEAD = (b'<link rel="stylesheet" href="/zq/page.css"><script src="/zq/page.js"></script>'
         b'<link rel="icon" href="/zq/icon.svg" type="image/svg+xml">')


class PageShell:
    """ASGI wrapper around the page; other paths pass through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: Message = {}
        chunks: list[bytes] = []

        async def gather(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            chunks.append(message.get("body", b""))
            if not message.get("more_body"):
                body = b"".join(chunks)
                if Headers(raw=start["headers"]).get("content-type", "").startswith("text/html"):
                    body = _ours(body)
                headers = MutableHeaders(scope=start)
                headers["content-length"] = str(len(body))
                headers["cache-control"] = "no-cache"
                await send(start)
                await send({"type": "http.response.body", "body": body})

        await self.app({**scope, "headers": plain}, receive, gather)


def _ours(page: bytes) -> bytes:
    page = page.replace(b'lang="en"', b'lang="zh-CN"', 1)
    return page.replace(b"<head>", b"<head>" + _HEAD, 1)
