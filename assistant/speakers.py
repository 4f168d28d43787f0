"""Who gives a report, in the line of his post: 某区管委会主任　张三.  A question may name him for his zone (张三2015年招商几次)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["HEAD", "named_in", "speaker_of", "speakers"]

HEAD = 240  # characters of a report in which the line stands
_TITLE = "副?(?:书记|主任|[区县市局处]长|董事长|总经理|秘书长)"
_LINE = re.compile(
    rf"^[^\n，。；]{{2,40}}{_TITLE}[ \u3000\t：:]+(?P<name>[一-鿿][ \u3000]?[一-鿿]{{1,2}})[ \u3000]*$", re.MULTILINE
)
# Asked of the person, not of the zone: 张三是谁, 张三的职务.
_PERSON = "(?!同志)(?:的?(?:职务|职位|身份|简历)|是谁|是什么|(?:现|曾|时|担|兼|出|调)?任(?!务))"


def speakers(reports: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Name → zone, of (zone, head of the text); 张主任 as well where only one of that surname speaks, in one zone."""
    found: dict[str, set[str]] = {}
    for zone, head in reports:
        for match in _LINE.finditer(head) if zone else ():
            found.setdefault(re.sub(r"\s", "", match["name"]), set()).add(zone)
    names = {name: zones.pop() for name, zones in found.items() if len(zones) == 1}
    surnames = [name[0] for name in found]
    return names | {name[0] + post: zone for name, zone in names.items() if surnames.count(name[0]) == 1 for post in ("主任", "书记")}


def speaker_of(text: str) -> tuple[str, int, int] | None:
    """The name of who gives a report, and the span of the line that says it; None where no line does."""
    match = _LINE.search(text, 0, HEAD)
    return (re.sub(r"\s", "", match["name"]), *match.span()) if match else None


def named_in(text: str, known: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Where a question names one of them, with his zone."""
    if not known:
        return []
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    pattern = rf"(?P<name>{names})(?:{_TITLE}|同志)?(?!{_PERSON})"
    return [(*m.span(), known[m["name"]]) for m in re.finditer(pattern, text)]
