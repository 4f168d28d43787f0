"""The items of a list as they are said: each with its own citation, of a long one the sentences that begin it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import split_sentences, trimmed
from index.records import Report

__all__ = ["AT_LEAST", "opening", "say_items"]

ITEM_LENGTH = 120  # characters: of a longer item the first sentences are said
AT_LEAST = 30


def say_items(drafting: Drafting, report: Report, items: Sequence[tuple[int, int]]) -> None:
    """Every item with its own citation; of a long one the sentences that begin it."""
    if len(items) > 1:
        drafting.say(f"共{len(items)}条：")
    for a, b in items:
        drafting.say(opening(report, a, b).rstrip("。；;，,、") + "；", (drafting.cite_span(report.id, a, b),))


def opening(report: Report, a: int, b: int) -> str:
    """An item, or its first sentences: a heading alone says little, so that what follows it is said as well."""
    if b - a <= ITEM_LENGTH and "\n" not in report.text[a:b]:
        return report.text[a:b]
    end = a
    for _x, y in split_sentences(report.text, a, b):
        if end > a and (end - a >= AT_LEAST or (y - a > ITEM_LENGTH and re.search(r"\d|，", report.text[a:end]))):
            break
        end = y
    if end - a > 2 * ITEM_LENGTH:
        cut = report.text.find("；", a + AT_LEAST, end)
        end = cut if cut > 0 else end
    return report.text[slice(*trimmed(report.text, a, end))].replace("\n", "：")
