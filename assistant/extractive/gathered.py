"""What stands in many places and under no heading: 实现了哪些首次, 2022年要建什么 — every sentence that tells of it, in order."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.saying import say_items
from assistant.extractive.scoping import plans_only, scope_reports
from assistant.extractive.sentences import units
from assistant.records import Query
from index.records import SectionKind

__all__ = ["answer_gathered"]

MOST = 12  # sentences told
_WHICH = "(?:哪些|什么|啥|哪几[个项件])"
_FIRSTS = re.compile(
    f"(?:实现|取得|创造|有|获得)?(?:了|过)*{_WHICH}的?(?:历史性?的?|重大)?(?:首次|首破|首个|第一次?|零的?突破|突破性(?:进展|成果))"
    f"|(?:首次|零的?突破)(?:都|主要)*有{_WHICH}"
)
_FIRST = re.compile("首次|首[破家个批座条只]|零的?突破|实现零|第一[家个次条]|填补[^，。；]{0,10}空白")
_TO_BUILD = re.compile(
    f"(?:要|准备|打算|计划|拟|将|想|会)(?:新|再|开工)?(?:建设?|盖|修建?)(?:些|点)?{_WHICH}(?:东西|工程|项目|设施|配套)?(?:[?？。]|$)"
)
_BUILT = re.compile("(?:新建|扩建|改建|建成|建设|开工|动工|启动|修建|打造)(?=[^，。；]{2,})")
_NO_WORKS = re.compile(
    "(?:队伍|党的|党风|作风|制度|文明|品牌|能力|环境|体系|机制|法治|思想|组织|廉政|班子|平安|信用|诚信|文化|生态|数字政府)建设"
    "|建设(?:用地|指标|水平|步伐|进度)"
)


def answer_gathered(drafting: Drafting, query: Query) -> bool:
    """Say every sentence of the newest report asked of; whether there is one."""
    firsts, to_build = _FIRSTS.search(query.bare) is not None, _TO_BUILD.search(query.bare) is not None
    if not (firsts or to_build) or len(query.indicators) > 1:
        return False
    facts, ids = drafting.facts, scope_reports(drafting.facts, query)
    ahead = plans_only(facts, query, ids)
    for report_id in reversed(ids):
        if firsts and report_id in ahead:
            continue
        told = []
        for unit in units(facts, report_id):
            planned = unit.kind is SectionKind.PLAN
            wanted = planned and _BUILT.search(_NO_WORKS.sub("", unit.text)) if to_build else not planned and _FIRST.search(unit.text)
            if wanted and not unit.table:
                told.append((unit.start, unit.end))
        if told:
            say_items(drafting, facts.report(report_id), told[:MOST])
            return True
    return False
