"""How much of a stock one year has added: 人才公寓累计建成1350套，其中当年新建730套."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_added_share"]

_YEAR_ALONE = re.compile("当年|[那这今本]一?年|年内|年里|新(?:建|盖|增|签|认定|引进|开工|培育|设|冒)")
_IN_ALL = re.compile("累计|一?共|总共|全部|现有|存量|总数|总量|所有|截至|年?[底末]")
_ADDED = re.compile("当年|年内|新[增建开签认引设培]|本年|今年")
_STOCK = re.compile("累计|总数|总量|现有|达到?$|保有|拥有|共有|共$")
# What is said of the stock or of what was added, and names neither.
_SAID = re.compile(
    "累计|一共|总共|共|全部|现有|所有|新(?:建|盖|增|签|认定|引进|开工|培育|设)(?:的|了)?|当年|[那这今本]一?年|年内|截至|已经?|建成|建起来|盖好|完成|的|了|总数|占|里|数量?$"
)


def answer_added_share(drafting: Drafting, query: Query) -> bool:
    """What the year added in what there is altogether; False, with nothing said, where a report doesn't tell both together."""
    asks = query.aspect is Aspect.SHARE and _YEAR_ALONE.search(query.text) and _IN_ALL.search(query.text)
    if not asks or len(query.zones) > 1 or len(query.periods) > 1:
        return False
    phrases = query.indicators or tuple(p for side in query.operands for p in side.indicators)
    nouns = [noun for p in phrases if len(noun := _SAID.sub("", plainer(p))) >= 2]
    pairs = _pairs(drafting.facts, query, max(nouns, key=len, default=""))
    if len({(part.value, whole.value) for part, whole in pairs}) != 1:
        return False
    part, whole = pairs[0]
    values = computing.common_unit([part, whole])
    assert values is not None
    result = computing.share(*values[0])
    drafting.say(
        f"{result.text}（{describe(part)}{amount(part)}，占{describe(whole)}{amount(whole)}的比重；{result.formula}）。",
        drafting.cite(part, whole),
        result.formula,
    )
    return True


def _pairs(facts: Facts, query: Query, noun: str) -> Sequence[tuple[Figure, Figure]]:
    """Every stock of the noun with what the year added to it, the one told right after the other."""
    asked = bigrams(fold(noun))
    pool = [
        f
        for f in facts.figures(query.zones[:1], query.periods[:1] or ([facts.latest] if facts.latest else ()))
        if f.kind is FigureKind.VALUE and f.value and f.status is Status.DONE
    ]
    stocks = [f for f in pool if asked and asked <= bigrams(fold(f.scope + f.indicator)) and _STOCK.search(f.scope + f.indicator)]
    out = []
    for whole in stocks:
        for part in pool:
            told = (part.report_id, part.sentence_start) == (whole.report_id, whole.sentence_start) and part.start > whole.start
            values = computing.common_unit([part, whole]) if told else None
            between = facts.report(whole.report_id).text[whole.end : part.end] if told else ""
            if values and values[0][0] < values[0][1] and _ADDED.search(part.scope + part.indicator) and not re.search("[；。]", between):
                out.append((part, whole))
                break
    return out
