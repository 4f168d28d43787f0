"""Places and parts of a zone that a question names: 石堰片区, 西屿那一片, 二期, 全市."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.scanner import Scanner

__all__ = ["take_scopes"]

# 全市, 二期, and what is called a place: 石堰片区, 城东街道.  A figure of anything else doesn't answer for it.
_PLACE = re.compile(
    r"(?<![被向])全[市省县国州](?!率先|首[个家创批]|唯一|复制|推广|通报|表彰|表扬|[一-鿿]{0,10}(?:示范|试点|先进|[百十]强|优秀|文明|劳模|重点[村镇]|称号))|(?<!第)[一二三四]期|(?:[一-鿿](?<![的在是和与各个哪了把给年到从比大三两四五说称讲排占居列入值额税资])){2,4}?(?:片区|园区|产业园|科技园|区块|街道|新城|组团|港区|小镇|(?<![城乡集])镇(?!域))(?!的?(?:开发|建设|改造))"
)


def take_scopes(scan: Scanner, known: Iterable[str]) -> tuple[str, ...]:
    """The places and parts that a question names, blanked in ``scan``; ``known`` are those that figures are of."""
    found: list[str] = []
    for scope in sorted(known, key=len, reverse=True):
        at = scan.left.find(scope)
        if at >= 0:
            found.append(scope)
            scan.blank(at, at + len(scope))
            continue
        stem = re.escape(scope.removesuffix("片区"))
        there = re.search(f"{stem}(?:[那这]一?|一)(?:片|块|带)(?:儿|地方|区域|区)?", scan.left) if scope.endswith("片区") else None
        if there:  # 西屿那一片
            found.append(scope)
            scan.blank(*there.span())
    for match in _PLACE.finditer(scan.left):
        found.append(match.group())
        scan.blank(match.start(), match.end())
    return tuple(found)
