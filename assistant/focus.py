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
    "(?:联系|分管|负责|包联|挂钩|挂点|驻点|蹲点|关心|关注|聚焦|研究|了解|盯着?|盘点|摸|要|看|说|问|算|查|讲|想要|想问|想看|想知道|指|论)(?:的)?(?:一?下|一说|是|就是)*"
    "|(?:不要|不是|别给|别拿)全[区市园]的?(?:数)?[，,]?(?:就|只|而)?(?:是|要|看|问)?|就是|单就|就"
    "|(?:我|我们)?(?:打算|准备|想|要|拟)?(?:在|到)(?=[^，,。]{2,8}(?:办|开|上班|投|设|落|选)))"
)
_OF_IT = (
    "(?:[这那]?一?[片块边家个摊条](?:儿)?(?:片区|园区|地方|板块|产业链?|链条?|行业)?"
    "|自己|自身|本身|单独|内|里|的|那|数|部分|范围|而言|来说|来看|来讲"
    "|(?:办|开|设)(?:的|了)?(?:个|家)?(?:工?厂|公司|企业)|上班|选址|投资|落户|老板|企业|朋友|想(?:问|知道)一?下?)*"
)
#: 其余的不管: what isn't asked for.
_NO_OTHERS = re.compile(
    "[^，,。：:；;]{0,10}?(?:其余|其他|别的|另外|余下)的?(?:片区|园区|地方|区域|几个|几片)?的?(?:都|就|先|一概)*"
    "(?:不管|不看|不问|不要|不用管|不算|别管|别给|除外)[，,：:；;。]"
)
_POINTS = re.compile(
    "[，,]?(?:[供拨分][到给]了?)?(?:[这那该]一?(?:个)?(?:片区?|园区?|块儿?|边|镇|街道|组团|部分)|它|自己|单独)+(?:单独|自己)?的?(?:数)?"
)
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
    rest = _POINTS.sub("", _NO_OTHERS.sub("", found["rest"]))
    if _ALL.search(rest):
        return text
    at = 0
    starts = {m.start: m.end for m in known.zones.find(rest)} | {m.start: m.end for m in find_periods(rest)}
    while at in starts:
        at = starts[at]
        at += rest.startswith("的", at)
    return f"{rest[:at]}{names[name]}{rest[at:]}"
