"""Who comes first, second or third, where a sentence says so: 珩屹线缆产值17.9亿元，列全区第二."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.quoting import say_sentence
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import Sentence, units
from assistant.extractive.wanted import Asked
from assistant.records import Operation, Query
from index.numbers import NUMERALS

__all__ = ["answer_at_rank", "rank_asked"]

#: 第二产业, 第二批, 第3季度 are no places.
_PLACE = re.compile(
    "第(?P<n>[一二三四五六七八九十]|\\d{1,2})(?:位|名|大)?(?![㐀-鿿]?(?:产业|[季期批届轮次年条章节代类方步线台个份笔家座所]|阶段|书记|时间|要务|责任))"
)
#: 在全市开发区中的位次升至第2位: the zone's own place, among others.
_OF_THE_ZONE = re.compile("全[市省县国][^，。；]{0,4}(?:开发区|园区|经开区|高新区|区县|功能区)(?:中|里|之中)?的?(?:位次|排名|名次)?[^，。；]{0,8}$")
_WHO = re.compile("谁|哪|什么|啥|(?:企业|公司|单位|园区|街道|[镇乡])[?？]?$")


def answer_at_rank(drafting: Drafting, query: Query) -> bool:
    """Quote who stands at the rank asked for; False where no rank is asked for, or no sentence says it."""
    rank = rank_asked(query.text)
    if rank is None or query.operation not in (Operation.WHO, Operation.EXTREME) or not _WHO.search(query.text):
        return False
    zones = drafting.facts.placed(query)
    if len(zones) != 1:
        return False
    ids = scope_reports(drafting.facts, query)
    if query.periods:
        ids = [r for r in drafting.facts.reports_of((), query.periods) if r in ids] or ids
    words = Asked(query, without=_PLACE)
    read = [(r, u) for r in ids for u in units(drafting.facts, r) if not u.table]
    words.weigh([u for _, u in read])
    named = {(f.report_id, f.sentence_start) for f in drafting.facts.figures(zones) if f.scope}
    best: tuple[float, Sentence] | None = None
    for report_id, u in read:
        ranked = any(_number(m["n"]) == rank and not _OF_THE_ZONE.search(u.text[: m.start()].rpartition("；")[2]) for m in _PLACE.finditer(u.text))
        if not ranked or not any(r == report_id and u.whole[0] <= start < u.whole[1] for r, start in named):
            continue  # 固定资产投资增速列全市第二: of the zone itself
        held = words.covered(u.text, u.grams)
        if held > 0 and (best is None or held > best[0]):
            best = held, Sentence(report_id, u.start, u.end, u.text, u.whole, u.path, 0.0, held)
    if best is None:
        return False
    say_sentence(drafting, replace(query, operation=Operation.WHO), best[1])
    return True


def rank_asked(text: str) -> int | None:
    """2 of 产值第二的企业; None where no place in an order is named."""
    asked = _PLACE.search(text)
    return _number(asked["n"]) if asked else None


def _number(said: str) -> int:
    return int(said) if said.isdigit() else NUMERALS[said]
