"""The kind of paper that a question names in the place of a zone: 述职里说…, where only one zone's report is called so."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["KINDS", "PAPER_NAMED", "of_next_year", "papers"]

#: What titles call a report by; 总结 and 报告 tell none from another.
KINDS = ("述职", "汇报", "讲话", "通报", "公报", "简报", "要点", "自查")
PAPER_NAMED = re.compile(
    f"(?<![跟和与比同拿])(?:(?:管委会|党工委)?(?:主任|书记|[区县市局]长|领导|同志)?(?:的|在)?)?(?P<kind>{'|'.join(KINDS)})(?:述廉)?(?:报告|材料|稿子?|大会)?"
    "(?:会上|[里中上](?:[头面边])?|时)(?:的|是|所|又|还|就)?(?:说|讲|提|称|写|指出?|列)?(?:到|过|了|的)?[，,：:]?"
)


#: 2018年总结里，给2019年排的重点任务: where the plan of a year stands, and that it was made there, is no part of what is asked.
_MADE_THERE = re.compile(
    f"(?P<year>20\\d\\d)年度?的?(?:那[份篇个]|这[份篇个])?(?:年终|年度|工作)*(?:总结|报告|{'|'.join(KINDS)})(?:述廉)?(?:报告|材料|稿子?|大会)?(?:会上|[里中上](?:[头面边])?|时)?的?"
    "[，,]?(?:所)?(?:说|讲|提|写|要求|指出)?(?:到|过|了)?(?:要)?[，,]?(?:给|为|对|就|替|把)?(?P<next>20\\d\\d)年(?:度)?"
    "(?:(?:排|定|派|安排|部署|布置|确定|明确|提出|规划|打算|列|谋划)(?:好|出|下|下来|的是)?的)?"
)
_TO_DO = re.compile("任务|工作|[大实件]事|哪[几些][件]?事|活[儿计]?|重点|举措|措施|安排|工程|行动")


def of_next_year(text: str) -> str:
    """A question of the next year's plan, without the report of the year before that lays it out."""
    said = _MADE_THERE.search(text)
    if said is None or int(said["next"]) != int(said["year"]) + 1 or "多少" in text or not _TO_DO.search(text, said.end()):
        return text
    return f"{text[: said.start()]}{said['next']}年的{text[said.end() :].removeprefix('的')}"


def papers(titles: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Kind → the zones that have a report called so, of (zone, title)."""
    found: dict[str, set[str]] = {}
    for zone, title in titles:
        for kind in KINDS:
            if zone and kind in title:
                found.setdefault(kind, set()).add(zone)
    return {kind: frozenset(zones) for kind, zones in found.items()}
