"""A question in English → its Chinese key words.  Word by word from a table: enough to find figures, no translation."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["to_chinese"]


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        words: dict[str, str] = tomllib.load(file)["words"]
    pattern = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return words, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def to_chinese(text: str) -> str:
    """The question with known English words in Chinese and the others dropped; Chinese questions come back unchanged."""
    latin = len(re.findall(r"[A-Za-z]", text))
    if latin < 12 or latin < 0.5 * len(re.sub(r"[\s\d]", "", text)):
        return text
    words, pattern = _words()
    text = re.sub(r"\bdid\b(.*?)\b(actually utilize|utilize)\b", r"\1", text, flags=re.IGNORECASE)
    text = re.sub(r"\b((?:19|20)\d{2})\b", r"\1年", text)
    translated = pattern.sub(lambda m: words[m.group().lower()], text)
    told = re.sub(r"\s+", " ", re.sub(r"[A-Za-z][A-Za-z'&-]*", " ", translated)).strip(" ,")
    return told or text
