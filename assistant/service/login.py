"""The page that asks for name and password: plain HTML, no script, readable by screen readers; and the way out."""

from __future__ import annotations

import asyncio
import html
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.service.accounts import Accounts
from assistant.service.guard import COOKIE
from assistant.service.identity import identity_of
from assistant.service.limits import RateLimit

__all__ = ["login_router"]

_TRIES_PER_NAME, _TRIES_PER_ADDRESS = 10, 30  # a minute; an office may share one address
_MAX_FORM_BYTES = 10_000
_WRONG = "用户名或密码不对。"
_TOO_MANY = "试的次数太多了，请一分钟后再试。"
_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>登录 · 开发区工作报告问答</title><link rel="icon" href="/zq/icon.svg" type="image/svg+xml"><style>
:root {{ color-scheme: light dark; --paper: #faf9f7; --ink: #1c1b19; --edge: #8a857d; --accent: #1f5f8b; --on: #fff;
  --bad: #a3261b; }}
@media (prefers-color-scheme: dark) {{ :root {{ --paper: #171614; --ink: #eceae6; --edge: #8f8a82;
  --accent: #7db7de; --on: #10202c; --bad: #ff9a8f; }} }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }}
main {{ width: min(22rem, 100vw - 3rem); }} h1 {{ font-size: 1.35rem; margin: 0 0 1.5rem; }}
label {{ display: block; margin: 1rem 0 .25rem; }}
input {{ width: 100%; box-sizing: border-box; font: inherit; padding: .6rem .7rem; border: 1px solid var(--edge);
  border-radius: .4rem; background: transparent; color: inherit; }}
button {{ margin-top: 1.5rem; width: 100%; font: inherit; padding: .65rem; border: 0; border-radius: .4rem;
  background: var(--accent); color: var(--on); cursor: pointer; }}
:focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }} .bad {{ color: var(--bad); }}
</style></head><body><main><h1>{heading}</h1>{body}</main></body></html>"""
_FORM = """{trouble}<form method="post" action="/login"><input type="hidden" name="next" value="{next}">
<label for="name">用户名</label><input id="name" name="name" value="{name}" autocomplete="username" required
 maxlength="64" autocapitalize="none" spellcheck="false"{name_focus}{described}>
<label for="password">密码</label><input id="password" name="password" type="password" required maxlength="256"
 autocomplete="current-password"{password_focus}{described}>
<button>登录</button></form>"""
_OUT = '<form method="post" action="/logout"><p>现在的用户：{name}</p><button>退出登录</button></form>'


def login_router(accounts: Accounts | None) -> APIRouter:
    """/login and /logout; without accounts both lead to the page."""
    router = APIRouter(include_in_schema=False)
    names, addresses = RateLimit(_TRIES_PER_NAME), RateLimit(_TRIES_PER_ADDRESS)

    @router.get("/login")
    async def show(request: Request, next: str = "/") -> Response:
        if accounts is None or identity_of(request).user:
            return RedirectResponse(_inside(next), 303)
        return _form(_inside(next))

    @router.post("/login")
    async def enter(request: Request) -> Response:
        if accounts is None:
            return RedirectResponse("/", 303)
        given = await _fields(request)
        target, name = _inside(given.get("next", "/")), given.get("name", "")
        address = request.client.host if request.client else ""
        if addresses.take(address) or names.take(name):
            return _form(target, name, _TOO_MANY, 429)
        who = await asyncio.to_thread(accounts.check, name, given.get("password", ""))
        if who is None:
            return _form(target, name, _WRONG, 401)
        answer = RedirectResponse(target, 303, headers={"Cache-Control": "no-store"})
        answer.set_cookie(COOKIE, accounts.begin_session(who.user), httponly=True, samesite="lax",
                          secure=request.url.scheme == "https")
        return answer

    @router.get("/logout")
    async def ask_out(request: Request) -> Response:
        who = identity_of(request).user
        return _page("退出登录", _OUT.format(name=html.escape(who))) if who else RedirectResponse("/", 303)

    @router.post("/logout")
    async def leave(request: Request) -> Response:
        key = request.cookies.get(COOKIE)
        if accounts is not None and key:
            accounts.end_session(key)
        answer = RedirectResponse("/login", 303)
        answer.delete_cookie(COOKIE)
        return answer

    return router


def _form(target: str, name: str = "", trouble: str = "", status: int = 200) -> HTMLResponse:
    told = f'<p class="bad" id="trouble" role="alert">{html.escape(trouble)}</p>' if trouble else ""
    return _page("登录", _FORM.format(
        trouble=told, next=html.escape(target), name=html.escape(name[:64]),
        name_focus="" if name else " autofocus", password_focus=" autofocus" if name else "",
        described=' aria-describedby="trouble"' if trouble else ""), status)


def _page(heading: str, body: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(_PAGE.format(heading=heading, body=body), status, headers={"Cache-Control": "no-store"})


async def _fields(request: Request) -> dict[str, str]:
    """The first value of each field of a urlencoded form; nothing for anything else."""
    data = await request.body()
    if len(data) > _MAX_FORM_BYTES or "urlencoded" not in request.headers.get("content-type", ""):
        return {}
    try:
        fields = parse_qs(data.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}


def _inside(target: str) -> str:
    """A path of this site, or "/": a link to the login page must not lead elsewhere afterwards."""
    path = target.partition("?")[0].partition("#")[0]
    return path if path.startswith("/") and path[1:2] not in ("/", "\\") and path.isprintable() else "/"
