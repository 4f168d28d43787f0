"""Who gives a report: the post and the name at its head.  A question may say the name for the zone (梁既明带队跑了几趟)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["POST", "named_at_head", "speaker_pattern", "speakers_of"]

POST = "书记|主任|[区县市局处科]长|董事长|总经理|负责人|秘书长|调研员"
HEAD_LINES = 8
# 某某开发区党工委副书记、管委会主任　张三; a name of two characters may be printed apart (张　三)
_NAMED = re.compile(rf"[^\n，。；]{{0,60}}(?:{POST})[)）]?[ \u3000\t]*(?P<name>[一-鿿][ \u3000]?[一-鿿]{{1,2}})")


def named_at_head(text: str) -> str:
    """The name after the post in the first lines of a report, "" when there is none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = next((m for line in lines[:HEAD_LINES] if (m := _NAMED.fullmatch(line))), None)
    return re.sub(r"\s", "", found["name"]) if found else ""


def speakers_of(heads: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Name → the zones whose reports it stands at the head of, of (zone, first lines) each."""
    out: dict[str, dict[str, None]] = {}
    for zone, text in heads:
        name = named_at_head(text)
        if name and zone:
            out.setdefault(name, {})[zone] = None
    return {name: tuple(zones) for name, zones in out.items()}


def speaker_pattern(names: Mapping[str, object]) -> re.Pattern[str] | None:
    """A name with the post it may be said with, but not where the person is what is asked for (梁既明是谁, 梁既明任什么职务)."""
    if not names:
        return None
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(
        rf"(?P<name>{known})(?:同志|{POST})?(?:本人|自己)?(?!是?谁|是(?:什么|哪|啥)|[担就]?任|的(?:职务|身份|名字))"
    )
