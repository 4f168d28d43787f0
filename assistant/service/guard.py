"""What every request passes before anything else reads it: size, origin, who asks, how often.  And the log line after.

Where accounts are on, everything but :data:`_OPEN` needs a session or a token.  Where they are off, everyone is LOCAL,
which is why another address than loopback is then refused at the start (see mounting.py).
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.accounts import Accounts
from assistant.service.errors import Refusal, body_of
from assistant.service.identity import LOCAL, SCOPE_KEY, Identity
from assistant.service.limits import BUSY, RateLimit
from assistant.service.logs import log_request
from assistant.settings import Settings

__all__ = ["COOKIE", "Guard"]

COOKIE = "zoneqa-session"
_OPEN = ("/health", "/api/v1/health", "/login", "/favicon.ico", "/robots.txt")
_OPEN_BELOW = "/zq/"  # style and script of the login page: files of the program, the same for everyone
_PROGRAMS = ("/api/", "/v1/", "/mcp")  # asked by programs: told in JSON
_GRADIO = "/gradio_api/"  # below / or below /en
_PAGE_EVENTS = ("/gradio_api/queue/join", "/gradio_api/upload")  # what makes the server work
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_MAX_BODY_BYTES = 2_000_000
_MOST_FILES = 20


class Guard:
    """ASGI wrapper around the whole application."""

    def __init__(self, app: ASGIApp, *, settings: Settings, accounts: Accounts | None) -> None:
        self.app = app
        self.settings, self.accounts = settings, accounts
        self._rate = RateLimit(settings.requests_per_minute)
        self._chatting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":  # nothing here speaks it
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500
        who = LOCAL

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            connection = HTTPConnection(scope)
            body = _Body(receive, watched, self._most_bytes(scope["path"]), connection.headers)
            who = self._admit(connection, scope)
            with self._place(scope["path"]):
                await self.app({**scope, SCOPE_KEY: who}, body.receive, body.send)
            await body.finish(scope)
        except Refusal as refusal:
            await _refused(refusal, scope)(scope, receive, watched)
        finally:
            if self._counted(scope) or scope["path"] == "/login":
                log_request(scope["method"], scope["path"], status, time.perf_counter() - started, who.user)

    def _admit(self, connection: HTTPConnection, scope: Scope) -> Identity:
        """Who asks.  Raises Refusal."""
        _same_site(connection.headers, scope["method"])
        who = LOCAL if self.accounts is None else self._identify(connection, self.accounts)
        if self._counted(scope):
            address = connection.client.host if connection.client else ""
            wait = self._rate.take(f"user:{who.user}" if who and who.user else f"address:{address}")
            if wait:
                raise Refusal(429, "too_many", f"每分钟最多 {self.settings.requests_per_minute} 次请求，请稍等再试。",
                              f"{math.ceil(wait)} 秒后再试", headers={"Retry-After": str(math.ceil(wait))})
        if who is None:
            if scope["path"] in _OPEN or scope["path"].startswith(_OPEN_BELOW):
                return Identity("", LOCAL.role.READER)
            raise Refusal(401, "unauthorized", "需要登录", "刷新页面重新登录，或带上令牌：Authorization: Bearer …",
                          headers={"WWW-Authenticate": "Bearer"})
        return who

    @contextmanager
    def _place(self, path: str) -> Iterator[None]:
        """A place among the chats that are answered or wait; /api/v1 has a gate of its own."""
        chat = path.startswith("/v1/chat/")
        if chat and self._chatting >= self.settings.workers + self.settings.queue_size:
            raise Refusal(429, "busy", BUSY, "过几秒再问一次", headers={"Retry-After": "2"})
        self._chatting += chat
        try:
            yield
        finally:
            self._chatting -= chat

    def _identify(self, connection: HTTPConnection, accounts: Accounts) -> Identity | None:
        scheme, _, token = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return accounts.by_token(token.strip())
        key = connection.cookies.get(COOKIE)
        return accounts.by_session(key, hours=self.settings.session_hours) if key else None

    def _most_bytes(self, path: str) -> int:
        uploads = path.startswith("/api/v1/reports") or path.endswith("/gradio_api/upload")
        return _MOST_FILES * self.settings.max_upload_mb * 1_000_000 + _MAX_BODY_BYTES if uploads else _MAX_BODY_BYTES

    @staticmethod
    def _counted(scope: Scope) -> bool:
        path: str = scope["path"]
        if _GRADIO in path:
            return path.endswith(_PAGE_EVENTS)
        changing = path.startswith("/view/") and scope["method"] not in _SAFE
        return changing or (path.startswith(_PROGRAMS) and path not in _OPEN)


class _Body:
    """The request's body, cut off at ``most`` bytes; what the application then says gives way to a refusal."""

    def __init__(self, receive: Receive, send: Send, most: int, headers: Headers) -> None:
        self._receive, self._send, self._most = receive, send, most
        self._length = 0
        self._over = self._started = False
        declared = headers.get("content-length", "0")
        if not declared.isdecimal() or int(declared[:18]) > most:
            raise _too_large(most)

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._length += len(message.get("body", b""))
            if self._length > self._most:
                self._over = True
                return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        if self._over and not self._started:
            return
        self._started = True
        await self._send(message)

    async def finish(self, scope: Scope) -> None:
        if self._over and not self._started:
            await _refused(_too_large(self._most), scope)(scope, self._receive, self._send)


def _too_large(most: int) -> Refusal:
    return Refusal(413, "too_large", f"请求太大，最多 {most // 1_000_000} MB", "拆成几次发送")


def _same_site(headers: Headers, method: str) -> None:
    """Another site's page must not make a browser ask here, with the user's cookie or on the user's machine."""
    if method in _SAFE:
        return
    origin = headers.get("origin")
    foreign = origin is not None and origin.lower().partition("://")[2] != headers.get("host", "").lower()
    if foreign or headers.get("sec-fetch-site") == "cross-site":
        raise Refusal(403, "cross_site", "不接受别的网站发来的请求", "在本网页里操作，或用令牌从程序里请求")


def _refused(refusal: Refusal, scope: Scope) -> Response:
    path: str = scope["path"]
    if refusal.status == 401 and scope["method"] in _SAFE and not path.startswith(_PROGRAMS) and _GRADIO not in path:
        return RedirectResponse(f"/login?next={quote(path)}", 303, headers={"Cache-Control": "no-store"})
    if _GRADIO in path:  # its script shows "detail"
        return JSONResponse({"detail": f"{refusal.message}（{refusal.mend}）"}, refusal.status, refusal.headers)
    return JSONResponse(body_of(refusal), refusal.status, refusal.headers)
