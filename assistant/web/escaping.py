"""Text of reports and questions → HTML that shows it as text.  The one place where the page escapes.

Gradio shows messages through a markdown renderer.  A message that is one HTML block without a line break passes it
untouched, so nothing from a report is ever read as markdown or LaTeX; what is left to do is to escape the HTML.
"""

from __future__ import annotations

import html
import unicodedata
from functools import lru_cache

__all__ = ["plain"]

_LINE_BREAKS = {"\n": "&#10;", "\r": "", "\t": "&#9;", "\u2028": "&#10;", "\u2029": "&#10;", "\x0b": "&#10;",
                "\x0c": "&#10;", "\x85": "&#10;"}
_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # reorder text


@lru_cache(maxsize=4_096)
def _shown(character: str) -> str:
    if character in _LINE_BREAKS:
        return _LINE_BREAKS[character]
    hidden = character in _BIDI or unicodedata.category(character) in ("Cc", "Cs")
    return "\ufffd" if hidden else html.escape(character)


def plain(text: str) -> str:
    """``text`` as HTML on one line, fit for element content and for quoted attributes; control characters as U+FFFD."""
    if text.isalnum():
        return text
    return "".join(map(_shown, text))
