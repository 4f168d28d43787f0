"""What the page shows beside the chat, each view a route that answers with HTML: /view/evidence, /view/figures …"""

from __future__ import annotations

from fastapi import APIRouter

from assistant.web.views import compare, conversations, corrections, evidence, export, figures, reports
from assistant.web.views.desk import Desk

__all__ = ["Desk", "routers"]


def routers(desk: Desk) -> list[APIRouter]:
    """Every view over what lies on ``desk``."""
    return [module.router(desk) for module in (conversations, evidence, figures, compare, reports, corrections, export)]
