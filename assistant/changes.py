"""从43户增加到51户, 由第89位升至第81位: of two numbers of one sentence the first is what it was before."""

from __future__ import annotations

import re

__all__ = ["starts_change"]

_FROM = re.compile("(?:由|从)(?:(?:上|去)年)?(?:年?末|年?底|同期)?的?(?:全[省市国县州区])?(?:第)?$")


def starts_change(scope: str, words: str) -> bool:
    """Whether a number is where a change starts: by its figure's scope (增加前), or by the words right before it."""
    return (scope.endswith("前") and len(scope) >= 3) or bool(_FROM.search(words))
