"""青芜重型机床集团有限公司（以下简称青机集团）: a company under the short name that a report gives it, asked for what it made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["abbreviations", "in_full"]

_GIVEN = re.compile(
    r"(?P<full>[㐀-鿿]{4,24}(?:公司|集团|企业|厂))\s*[（(](?:以下|下面|下称|下文)?(?:统一)?简称(?:为)?[:：]?[“\"「]?(?P<short>[㐀-鿿A-Za-z]{2,10})[”\"」]?[)）]"
)


def abbreviations(texts: Iterable[str], told: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, frozenset[str]]]:
    """Short name → (full name, what is told of it); ``told`` holds what figures of each owner measure.  Two of one short name have none."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for given in _GIVEN.finditer(text):
            owner = max((o for o in told if given["full"].endswith(o)), key=len, default="")
            taken_from = re.fullmatch(".*".join(["", *given["short"], ""]), owner) is not None and given["short"] not in owner  # not 平台公司
            if taken_from and given["short"] not in told:
                found.setdefault(given["short"], set()).add(owner)
    return {short: (owner, told[owner]) for short, owners in found.items() if len(owners) == 1 for owner in owners}


def in_full(question: str, names: Mapping[str, tuple[str, frozenset[str]]]) -> str:
    """The question with the full name, where it asks for what figures of the company measure; what else it did is told by the short one."""
    for short, (full, measures) in names.items():
        if short in question and full not in question and any(m in question for m in measures):
            question = question.replace(short, full)
    return question
