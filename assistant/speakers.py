"""Who gives a report, in the line of his post: 某区管委会主任　张三.  A question may name him for his zone (张三2015年招商几次)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["HEAD", "PAPER", "SPEAKING", "WHOSE_PAPER", "named_in", "speaker_of", "speakers"]

PAPER = "(?:述职|汇报|报告|总结|讲话|发言|通报|公报|简报|要点|材料|文件|表(?![彰扬示现决态明])格?)"
WHOSE_PAPER = re.compile(
    "(?:述职|汇报|报告|讲话|发言|填报|编制|起草|撰写|执笔|签发|署名)(?:者|人|单位)|署名|落款|作者|执笔|联系人|责任编辑"
    f"|(?:谁|哪位|哪个(?:单位|部门|领导|人)|何人|什么人)[^，,。?？]{{0,6}}(?:写|编|起草|填|述职|作的|做的|讲的|念的|发的|印发|发布|署名|汇报)"
    f"|{PAPER}[^，,。?？]{{0,6}}(?:谁|哪位|哪个(?:单位|部门|领导)|何人|什么人)[^，,。?？]{{0,3}}(?:写|编|起草|填|作|做|讲|念|发|印|署|的|出)"
    f"|(?:谁|哪位|哪个(?:单位|部门|领导))的{{0,1}}{PAPER}"
    f"|{PAPER}的[㐀-鿿]{{0,5}}?(?:主任|书记|[区县市局]长|一把手|负责人|同志|领导)(?:是谁|叫(?:什么|啥)|姓名|名字|姓(?:什么|啥))"
)
SPEAKING = re.compile(
    "(?:讲话|述职|述廉|发言|作报告|做报告|汇报|讲)的?(?:人|者|领导|同志)?(?:是|叫|系)?(?:谁|哪位|哪个人)|谁(?:在|到|上)?[^，,。]{0,12}?(?:讲话|述职|发言|[作做]的?(?:报告|汇报)|讲的)"
    "|(?:报告|总结|材料|讲话|汇报|述职)(?:人|是谁[作做写讲]的?)(?:是谁|叫什么)?"
)
HEAD = 240  # characters of a report in which the line stands
_TITLE = "副?(?:书记|主任|[区县市局处]长|董事长|总经理|秘书长)"
_LINE = re.compile(
    rf"^[^\n，。；]{{2,40}}{_TITLE}[ \u3000\t：:]+(?P<name>[㐀-鿿][ \u3000]?[㐀-鿿]{{1,2}})[ \u3000]*$", re.MULTILINE
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
