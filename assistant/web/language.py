"""The page's own words in Chinese and in English.  Chinese is what the code says; english.toml holds the other.

Answers, quotes and figures stay as the reports print them, whichever language the page is in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import HTTPConnection

__all__ = ["CHINESE", "ENGLISH", "Language", "spoken"]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """``say("已收 {n} 份", n=3)`` in one language.  ``root`` is where its page stands: "" or "/en"."""

    code: str
    root: str
    words: Mapping[str, str]

    def __call__(self, text: str, /, **values: Any) -> str:
        """A text that has no translation stays Chinese."""
        said = self.words.get(text, text)
        return said.format(**values) if values else said


def _english() -> dict[str, str]:
    with Path(__file__).with_name("english.toml").open("rb") as file:
        words: dict[str, str] = tomllib.load(file)["words"]
    return words


CHINESE = Language("zh-CN", "", {})
ENGLISH = Language("en", "/en", _english())


def spoken(request: HTTPConnection) -> Language:
    """The language that a request of the page asks for with ``lang=``."""
    return ENGLISH if request.query_params.get("lang") == "en" else CHINESE
