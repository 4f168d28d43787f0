"""A short follow-up, with the noun asked of before or alone: 合同的呢 behind 外资, 主营业务收入呢 behind 农副产品加工."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.completing import LEVEL
from assistant.extractive import single
from assistant.extractive.slot import Outcome
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import fold
from assistant.records import Aspect, Query
from assistant.terms import find_terms, is_all_known

__all__ = ["as_meant"]

SAYS_BOTH = 0.75  # of a phrase, in the name of the figure that stands for all of it


def as_meant(facts: Facts, query: Query) -> Query:
    """A short follow-up with the noun asked of before where a figure says both (农副产品加工 + 主营业务收入); else as said."""
    whole, own = replace(query, shorter=()), replace(query, indicators=query.shorter, shorter=())
    outcome = _told(facts, whole)
    best = next((c for c in outcome.candidates if outcome.figure and c.figure.id == outcome.figure.id), None)
    of = fold("".join(whole.indicators).removesuffix("".join(query.shorter)))
    named = outcome.figure is not None and len(of) > 1 and of in fold(outcome.figure.scope + outcome.figure.indicator)
    if best is not None and (named or best.features["asked"] >= SAYS_BOTH):
        return whole
    phrase = "".join(whole.indicators)
    if outcome.figure is not None and all(map(LEVEL.fullmatch, query.shorter)):
        return whole  # 省级专精特新几家 → 国家级的呢: no 国家级 of another kind
    if any(t.said == phrase for t in find_terms(phrase)) and not is_all_known("".join(query.shorter)):
        return whole  # 外资 → 合同的呢: 合同外资, told or not; no 技术合同成交额
    alone = single.locate(facts, own, "".join(own.indicators)).outcomes[0].figure
    if alone is not None:
        return whole if _COUNTED_NOUN.search(of) and dimension(alone.unit) not in ("个", "人") else own  # 有多少家企业 → 规上的呢: no 产值
    if all(re.fullmatch("[㐀-鿿]{2}率", p) for p in query.shorter):
        return whole  # 征集了多少个、化解率多少: of what was counted
    return whole if outcome.figure is not None or query.text.rstrip("?？").endswith("呢") else own


def _told(facts: Facts, query: Query) -> Outcome:
    """What a phrase is found as; where its growth is asked and none is printed, what has grown (甲公司，2023年产值比2022年涨了多少)."""
    outcome = single.locate(facts, query, "".join(query.indicators)).outcomes[0]
    if outcome.figure is not None or query.aspect is not Aspect.GROWTH:
        return outcome
    return single.locate(facts, replace(query, aspect=Aspect.VALUE), "".join(query.indicators)).outcomes[0]


_COUNTED_NOUN = re.compile("(?:企业|项目|公司|平台|机构|主体|人才|专利|园区|学校|医院)$")
