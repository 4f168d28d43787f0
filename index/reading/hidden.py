"""Drops what a reader of the page never sees.  Text hidden in a page is a way to smuggle instructions in."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import CData, Declaration, Doctype, ProcessingInstruction

from index.reading.content import clean

__all__ = ["drop_hidden"]

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}px|clip\s*:\s*rect\(\s*0",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)", re.IGNORECASE
)
_GROUND = re.compile(r"background(?:-color|-image)?\s*:", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MOST = 0.7  # of the words of a page: they are the page, and its script shows them once it is loaded
_SIMPLE = re.compile(r"[a-zA-Z]*(?:[.#][\w-]+)+")


def drop_hidden(page: BeautifulSoup) -> list[str]:
    """Remove scripts, comments and hidden elements in place; a warning when hidden words went."""
    style_rules = _hiding_selectors(page)
    for node in page.find_all(
        string=lambda s: isinstance(s, (Comment, CData, Declaration, Doctype, ProcessingInstruction))
    ):
        node.extract()
    for tag in page.find_all(("script", "style", "link")):
        tag.decompose()
    dropped = 0
    most = _MOST * _words(page.body or page)
    for tag in page.find_all(True):
        if not tag.decomposed and tag.name not in ("html", "body", "head") and _hidden(tag) and _words(tag) < most:
            dropped += _drop(tag)
    for selector in style_rules:
        for tag in page.select(selector):
            if not tag.decomposed and _words(tag) < most:
                dropped += _drop(tag)
    return [f"网页里有 {dropped} 个字是隐藏的，读者看不见，已略去"] if dropped else []


def _hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or str(tag.get("type") or "").lower() == "hidden":
        return True
    style = str(tag.get("style") or "")
    if style and _HIDING.search(style):
        return True
    white = bool(_WHITE.search(style)) or str(tag.get("color") or "").lower() in ("#fff", "#ffffff", "white")
    return white and not any(
        _GROUND.search(str(above.get("style") or "")) or above.get("bgcolor") or above.get("background")
        for above in [tag, *tag.parents]
        if isinstance(above, Tag)
    )


def _drop(tag: Tag) -> int:
    words = _words(tag)
    tag.decompose()
    return words


def _words(tag: Tag) -> int:
    return len(re.sub(r"\s", "", clean(tag.get_text())))


def _hiding_selectors(page: BeautifulSoup) -> list[str]:
    """``.a``, ``#b``, ``p.c`` of the page's own style sheets that hide what they name."""
    found = []
    for sheet in page.find_all("style"):
        for selectors, body in _RULE.findall(sheet.get_text()):
            if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)", body):
                found += [s.strip() for s in selectors.split(",") if _SIMPLE.fullmatch(s.strip())]
    return found
