"""The kind of paper that a question names in the place of a zone: 述职里说…, where only one zone's report is called so."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["KINDS", "PAPER_NAMED", "papers"]

#: What titles call a report by; 总结 and 报告 tell none from another.
KINDS = ("述职", "汇报", "讲话", "通报", "公报", "简报", "要点", "自查")
PAPER_NAMED = re.compile(
    f"(?<![跟和与比同拿])(?:(?:管委会|党工委)?(?:主任|书记|[区县市局]长|领导|同志)?(?:的|在)?)?(?P<kind>{'|'.join(KINDS)})(?:述廉)?(?:报告|材料|稿子?|大会)?"
    "(?:会上|[里中上](?:[头面边])?|时)(?:的|是|所|又|还|就)?(?:说|讲|提|称|写|指出?|列)?(?:到|过|了|的)?[，,：:]?"
)


def papers(titles: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Kind → the zones that have a report called so, of (zone, title)."""
    found: dict[str, set[str]] = {}
    for zone, title in titles:
        for kind in KINDS:
            if zone and kind in title:
                found.setdefault(kind, set()).add(zone)
    return {kind: frozenset(zones) for kind, zones in found.items()}
