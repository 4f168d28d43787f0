"""主导产业有哪些, of a report that tells of each in its own sentence and never lists them: those that it counts as so many."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.groups import Group, members_of
from assistant.extractive.wording import when
from assistant.facts import Facts
from assistant.records import Operation, Query
from index.figures.companies import is_company

__all__ = ["answer_industries"]

_ASKED = re.compile("(?P<title>(?:主导|支柱|优势|特色)产业)(?:链)?")
#: 光学、医疗和仪表三大主导产业, 主导产业为…: they are listed, and the list is said as it stands.
_LISTED = re.compile(
    r"[、和及与][^，。；、]{2,12}?(?:等)?(?:[一二两三四五六七八九\d]+)?(?:大|个|条)?(?:主导|支柱|优势|特色)产业|(?:主导|支柱|优势|特色)产业(?:主要)?(?:是|为|有|包括)"
)


def answer_industries(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where anything else is asked, or the report lists them itself."""
    facts = drafting.facts
    asked = _ASKED.fullmatch("".join(query.indicators)) if query.operation is Operation.LIST and not query.scopes else None
    zones = query.zones or (facts.zones.zones if len(facts.zones.zones) == 1 else ())
    if asked is None or len(zones) != 1:
        return False
    there = replace(query, zones=tuple(zones), operation=Operation.PARTS)
    found = members_of(facts, there, Group(0, "产业", "产值", asked["title"], assumed=True))
    texts = {f.report_id: facts.report(f.report_id).text for f in found}
    alike = all(f.scope.endswith("产业") for f in found) or not any(f.scope.endswith("产业") or is_company(f.scope) for f in found)
    if len(found) < 2 or not alike or any(_LISTED.search(text) for text in texts.values()):
        return False
    names = "、".join(f.scope for f in found)
    drafting.say(f"{asked['title']}有{len(found)}个：{names}（{Facts.short(found[0].zone)}{when(found[0])}）。", drafting.cite(*found))
    return True
