"""The part that a clause of its own narrows a question to: 只要圩南片区的：…; …，我问的是圩南."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.understanding import Understanding

__all__ = ["of_the_part"]

_NARROWS = (
    "(?:(?:我|咱|我们|咱们|领导)?(?:平时|现在|这次|今天|主要|就|只|单|光|仅|专门?|单独|特别)*"
    "(?:联系|分管|负责|包联|挂钩|挂点|驻点|蹲点|关心|关注|聚焦|要|看|说|问|算|查|讲|想要|想问|想看|想知道|指|论)(?:的)?(?:一?下|一说|是|就是)*"
    "|(?:不要|不是|别给|别拿)全[区市园]的?(?:数)?[，,]?(?:就|只|而)?(?:是|要|看|问)?|就是|单就|就)"
)
_OF_IT = "(?:[这那]?一?[片块边家个摊](?:儿)?|自己|自身|本身|单独|内|里|的|那|数|部分|范围|而言|来说|来看|来讲)*"
_POINTS = re.compile("[，,]?(?:[这那该]一?(?:个)?(?:片区?|园区?|块儿?|边|镇|街道|组团|部分)|它|自己|单独)+(?:单独|自己)?的?(?:数)?")
_ALL = re.compile("全[区市园县省]|整个|片区|园区|哪|各")
_MARK = "[，,。：:；;、\\s]*"


_KIND = re.compile("(?:片区|园区|产业园|组团|街道|镇)$")


def _stems(scopes: Collection[str]) -> dict[str, str]:
    """圩南, of 圩南片区: what a clause of its own calls a part that no other is called."""
    stems = [_KIND.sub("", scope) for scope in scopes]
    return {stem: scope for stem, scope in zip(stems, scopes, strict=True) if len(stem) >= 2 and stems.count(stem) == 1 and stem != scope}


def of_the_part(text: str, known: Understanding) -> str:
    """The question with the name of that part before what is asked; itself where no such clause names one, or another part is asked for."""
    names = {**_stems(known.scopes), **{scope: scope for scope in known.scopes}, **known.short}
    said = [name for name in names if name in text]
    if len({names[n] for n in said}) != 1:
        return text
    name = max(said, key=len)
    place = re.escape(name) + "(?:片区|园区?|镇|街道|组团)?"
    first = re.match(f"^{_NARROWS}{place}{_OF_IT}[，,：:；;。](?P<rest>.{{4,}})$", text)
    last = re.match(f"^(?P<rest>.{{4,}}?)[，,。；;？?（(]+{_NARROWS}{place}{_OF_IT}[）)]?[。？?！!]*$", text)
    found = first or last
    if found is None or not ASKING.search(found["rest"] + ("？" if last else "")):
        return text
    rest = _POINTS.sub("", found["rest"])
    if _ALL.search(rest):
        return text
    at = 0
    starts = {m.start: m.end for m in known.zones.find(rest)} | {m.start: m.end for m in find_periods(rest)}
    while at in starts:
        at = starts[at]
        at += rest.startswith("的", at)
    return f"{rest[:at]}{names[name]}{rest[at:]}"
