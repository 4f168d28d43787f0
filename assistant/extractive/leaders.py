"""龙头企业有哪些, of a report that calls none so: those it names by how great they are (产值超10亿元的有甲、乙、丙三家)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import units
from assistant.records import Query
from index.records import SectionKind

__all__ = ["LEADERS_ASKED", "TELLS_OF_LEADERS", "answer_leaders"]

LEADERS_ASKED = re.compile("(?:龙头|链主|骨干|领军|头部)(?:型)?(?:企业|公司)")
_GREAT = (
    "(?:产值|营收|营业收入|主营业务收入|销售收入|税收|纳税)(?:规模)?(?:超过?|过|突破|达到?)[\\d.]*[一二三五十百千]*[万亿]+元?(?:以上)?的?"
    "(?:工业|规上)*(?:企业|公司)?"
)
TELLS_OF_LEADERS = re.compile(f"链主|骨干|重点企业|{_GREAT}")
_NAMED = re.compile(
    f"{_GREAT}(?:达到?|增至)?(?:\\d+[家户])?[，,：:]?(?:分别)?(?:有|是|为|包括|即)[^，。；\\d]{{2,12}}、[^，。；]+"
    "|龙头企业(?:有|是|为|包括)?[^，。；不缺少没]{2,20}、"
)


def answer_leaders(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """Say the newest report's sentence that names them; False where none does, or others are asked for."""
    if LEADERS_ASKED.search(query.bare) is None:
        return False
    for report_id in reversed(ids):
        for unit in units(drafting.facts, report_id):
            if not unit.table and unit.kind not in (SectionKind.PLAN, SectionKind.PROBLEMS) and _NAMED.search(unit.text):
                drafting.say(f"{unit.text.rstrip('；。')}。", (drafting.cite_span(report_id, *unit.whole, [(unit.start, unit.end)]),))
                return True
    return False
