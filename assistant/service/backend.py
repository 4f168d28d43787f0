"""What the routes of /api/v1 work with, and what they ask of a request before they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import Request

from assistant.conversations import Conversations
from assistant.service.errors import ErrorOut, Refusal
from assistant.service.identity import Identity, identity_of
from assistant.service.limits import Gate
from assistant.service.uploads import Uploads
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

__all__ = ["ERRORS", "Backend", "by_editor", "owner_of"]

ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ErrorOut, "description": "请求有误、没有权限或太忙"},
    "5XX": {"model": ErrorOut, "description": "服务出错"},
}


@dataclass(frozen=True, slots=True)
class Backend:
    """One application's: the open assistant, its settings, what is kept, and who is let in when."""

    assistant: Assistant
    settings: Settings
    store: Conversations
    uploads: Uploads
    answering: Gate
    receiving: Gate
    accounts_off: bool = True


def owner_of(request: Request) -> str:
    """The name that conversations are kept under: a user's are the same here and on the page."""
    user = identity_of(request).user
    return f"user:{user}" if user else "api"


def by_editor(request: Request) -> Identity:
    """Raises Refusal (403) for a reader."""
    who = identity_of(request)
    if not who.may_edit:
        raise Refusal(403, "forbidden", "只有编辑可以增删报告", "请管理员改用 editor 角色")
    return who
