"""A question becomes an answer: exact figures from indexed reports, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.pipeline import Assistant, Conversation
    from assistant.records import Answer, Citation, Verdict
    from assistant.settings import Settings

__all__ = ["Answer", "Assistant", "Citation", "Conversation", "Settings", "Verdict"]
_HOMES = {"Assistant": "pipeline", "Conversation": "pipeline", "Settings": "settings"}


def __getattr__(name: str) -> Any:
    """Import on first use: llama-index and Chroma take 2.7 s, and the shell's help needs neither."""
    if name not in __all__:
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"assistant.{_HOMES.get(name, 'records')}"), name)
