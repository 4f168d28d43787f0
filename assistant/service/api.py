"""/api/v1: an application of its own, mounted beside the page, so that its errors and its OpenAPI are its own.

Who asks and how often was settled by the guard; what is here translates between JSON and the assistant.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

from fastapi import FastAPI, Request

from assistant.service.api_ask import ask_router
from assistant.service.api_reports import reports_router
from assistant.service.api_talks import talks_router
from assistant.service.backend import Backend
from assistant.service.errors import answer_errors
from assistant.service.identity import identity_of

__all__ = ["api_app"]

_ABOUT = """开发区工作总结问答：每个数字都能在报告原文里找到。

登录：`Authorization: Bearer 令牌`（`zoneqa user token` 生成）；没有建用户时本机不用登录。
出错时都是 `{"error": {"code", "message", "mend"}}`。
429 的 `busy` 是排队满了，`too_many` 是请求太频繁，按 `Retry-After` 再试。"""


def api_app(backend: Backend) -> FastAPI:
    """The application to mount at /api/v1."""
    app = FastAPI(title="zoneqa", version=_version(), description=_ABOUT, openapi_url="/openapi.json",
                  docs_url=None, redoc_url=None)  # those two pages load scripts from a CDN
    answer_errors(app)

    @app.get("/health", summary="服务是否正常")
    def health(request: Request) -> dict[str, Any]:
        told: dict[str, Any] = {"status": "ok"}
        if backend.accounts_off or identity_of(request).user:  # others learn nothing of what is here
            index = backend.assistant.index
            told |= {"version": _version(), "reports": len(index.ledger.cards()), "generation": index.generation}
        return told

    @app.get("/me", summary="现在的用户和角色")
    def me(request: Request) -> dict[str, str]:
        who = identity_of(request)
        return {"user": who.user, "role": who.role.value}

    for router in (ask_router(backend), talks_router(backend), reports_router(backend)):
        app.include_router(router)
    return app


def _version() -> str:
    try:
        return version("zoneqa")
    except PackageNotFoundError:
        return "0"
