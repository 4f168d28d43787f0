"""What goes wrong → one JSON form, ``{"error": {"code", "message", "mend"}}``: a code for programs, words for people.

    400 bad_question · bad_request      401 unauthorized      403 forbidden       404 not_found     405 method
    413 too_large                       415 unreadable        422 invalid         429 busy · too_many
    500 internal · settings             503 index · model
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from index.errors import (
    EmbeddingError,
    IndexError_,
    ModelError,
    QuestionError,
    ReportError,
    SettingsError,
    ZoneQAError,
)

__all__ = ["ErrorOut", "Refusal", "answer_errors", "as_refusal", "body_of"]

_log = logging.getLogger(__name__)
_KINDS: tuple[tuple[type[ZoneQAError], int, str], ...] = (
    (QuestionError, 400, "bad_question"), (ReportError, 415, "unreadable"), (IndexError_, 503, "index"),
    (EmbeddingError, 503, "model"), (ModelError, 503, "model"), (SettingsError, 500, "settings"),
)
_STATUSES = {
    400: ("bad_request", "请求的内容看不懂", "按 /api/v1/openapi.json 的说明改正"),
    401: ("unauthorized", "需要登录", "带上令牌：Authorization: Bearer …"),
    403: ("forbidden", "没有这个权限", "请管理员改用 editor 角色"),
    404: ("not_found", "没有这个地址或内容", "按 /api/v1/openapi.json 的说明改正"),
    405: ("method", "这个地址不支持这种请求方法", "按 /api/v1/openapi.json 的说明改正"),
    413: ("too_large", "请求太大", "拆成几次发送"),
}
_INTERNAL = ("internal", "服务出错了", "请再试一次；还不行就查看服务的日志")


class ErrorBody(BaseModel):
    code: str
    message: str
    mend: str


class ErrorOut(BaseModel):
    """Every error has this form."""

    error: ErrorBody


class Refusal(Exception):
    """A request that ends here, with its status."""

    def __init__(self, status: int, code: str, message: str, mend: str = "", *,
                 headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.mend = status, code, message, mend
        self.headers = dict(headers or {})


def as_refusal(error: Exception) -> Refusal:
    """Any exception as a refusal; what isn't foreseen tells nothing of itself outside and is logged here."""
    match error:
        case Refusal():
            return error
        case ZoneQAError():
            for kind, status, code in _KINDS:
                if isinstance(error, kind):
                    return Refusal(status, code, error.message, error.mend)
        case HTTPException():
            code, message, mend = _STATUSES.get(error.status_code, _INTERNAL)
            return Refusal(error.status_code, code, message, mend, headers=error.headers)
        case RequestValidationError():
            places = [".".join(map(str, found["loc"][1:])) or str(found["loc"][0]) for found in error.errors()]
            return Refusal(422, "invalid", f"这几项不对：{'、'.join(dict.fromkeys(places))[:300]}",
                           "按 /api/v1/openapi.json 的说明改正")
    _log.error("a request failed", exc_info=error)
    return Refusal(500, *_INTERNAL)


def body_of(refusal: Refusal) -> dict[str, Any]:
    """A name that a request made up may hold half a surrogate pair, which no encoder takes."""
    message = refusal.message.encode("utf-8", "replace").decode()
    return {"error": {"code": refusal.code, "message": message, "mend": refusal.mend}}


def answer_errors(app: FastAPI) -> None:
    """Every error of ``app`` takes the one form."""

    async def told(_: Request, error: Exception) -> JSONResponse:
        refusal = as_refusal(error)
        return JSONResponse(body_of(refusal), refusal.status, headers=refusal.headers)

    for kind in (Refusal, ZoneQAError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, told)
