"""Who asks, and what they may do.  Where accounts are off everyone is :data:`LOCAL`, who may do everything."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = ["LOCAL", "SCOPE_KEY", "Identity", "Role", "identity_of"]

SCOPE_KEY = "zoneqa.identity"  # where the guard leaves it in an ASGI scope


class Role(StrEnum):
    """A reader asks; an editor also changes reports and corrects figures."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Identity:
    """``user`` is "" where accounts are off; conversations are kept under it."""

    user: str
    role: Role
    session: bool = False  # came with the page's cookie, not with a token

    @property
    def may_edit(self) -> bool:
        return self.role is Role.EDITOR


LOCAL = Identity("", Role.EDITOR)


def identity_of(request: Any) -> Identity:
    """Who sent a request of Starlette, FastAPI or Gradio; :data:`LOCAL` where no guard stands before it."""
    inner = getattr(request, "request", request)
    scope = getattr(inner, "scope", None) or {}
    found = scope.get(SCOPE_KEY, LOCAL)
    assert isinstance(found, Identity)
    return found
