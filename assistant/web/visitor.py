"""Whose conversations: a signed-in user's, or without accounts a browser's, told by a cookie of random letters."""

from __future__ import annotations

import re
import secrets
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.identity import identity_of

__all__ = ["Visitors", "owner_of"]

_COOKIE = "zoneqa-visitor"
_KEY = re.compile(r"[\w-]{22}")
_AGE_S = 365 * 24 * 3_600
_PAGES = frozenset({"/", "/en", "/en/"})


def owner_of(request: Any) -> str:
    """The name that conversations are kept under; ``request`` is Starlette's or Gradio's."""
    user = identity_of(request).user
    inner = getattr(request, "request", None) or request  # Gradio wraps what came over the wire
    return f"user:{user}" if user else f"browser:{_key(inner.cookies)}"


def _key(cookies: Any) -> str:
    found = dict(cookies).get(_COOKIE, "")
    return found if _KEY.fullmatch(found) else ""


class Visitors:
    """ASGI wrapper: gives a browser that opens the page its cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in _PAGES or _key(HTTPConnection(scope).cookies):
            await self.app(scope, receive, send)
            return
        cookie = f"{_COOKIE}={secrets.token_urlsafe(16)}; Path=/; Max-Age={_AGE_S}; HttpOnly; SameSite=Lax"

        async def welcome(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self.app(scope, receive, welcome)
