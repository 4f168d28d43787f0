"""What the views work with, and what they ask of a request before they do."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.aliases import Aliases
from assistant.conversations import Conversations
from assistant.feedback import Feedback
from assistant.service.identity import identity_of
from assistant.settings import Settings
from assistant.web.interface import PageAssistant
from assistant.web.library import Library

__all__ = ["Desk", "by_editor", "from_page", "html"]


@dataclass(frozen=True, slots=True)
class Desk:
    """One application's: the open assistant, its settings, and what is kept."""

    assistant: PageAssistant
    settings: Settings
    library: Library
    store: Conversations
    feedback: Feedback
    aliases: Aliases


def from_page(request: Request) -> None:
    """Raises 403 unless our own script sent it: no other site's page can set a header of its own on a request here."""
    if request.headers.get("x-zoneqa") != "page":
        raise HTTPException(403, "只接受本页面发来的请求")


def by_editor(request: Request) -> None:
    """Raises 403 for a reader, and for whoever :func:`from_page` turns away."""
    from_page(request)
    if not identity_of(request).may_edit:
        raise HTTPException(403, "只有编辑可以这样做")


def html(text: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(text, status_code=status, headers={"cache-control": "no-store"})
