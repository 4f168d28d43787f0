"""What the page shows beside the chat, each view a route that answers with HTML: /view/evidence, /view/figures …"""

from __future__ import annotations

from fastapi import APIRouter

from assistant.web.views import compare, conversations, corrections, evidence, export, figures, reports, slotchoice
from assistant.web.views.desk import Desk

__all__ = ["Desk", "routers"]


def routers(desk: Desk) -> list[APIRouter]:
    """Every view over what lies on ``desk``."""
    modules = (conversations, slotchoice, evidence, figures, compare, reports, corrections, export)
    return [module.router(desk) for module in modules]
