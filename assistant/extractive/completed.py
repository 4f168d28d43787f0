"""Which of several came further with its goal, by how many points: 两区固投的目标完成率谁高, 税收和外资哪项的完成率低; never by their amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.met import answer_completion
from assistant.extractive.operands import plainer
from assistant.extractive.wording import result_of
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period

__all__ = ["answer_completed", "each_its_own", "known_name"]

_RATE = re.compile("完成(?:率|比例|进度|百分比)|达成率|(?:百分之|几个?(?:百分)?点)")
_COMPARES = (Operation.EXTREME, Operation.WHO, Operation.RANKING, Operation.DIFFERENCE)
_MOST = 6  # told one after the other


@dataclass(frozen=True, slots=True)
class _Rate:
    """How far ``who`` has come, as ``figures`` say or from them."""

    who: str
    value: Decimal
    figures: tuple[Figure, ...]


def answer_completed(drafting: Drafting, query: Query) -> bool | None:
    """Each rate and how they compare; None where fewer than two are asked of, and no rate of completion is compared.

    Where one of them is told nowhere, that is said: amounts are no answer.
    """
    head = query.compared[0] if query.compared else query
    compares = head.aspect is Aspect.COMPLETION and head.operation in _COMPARES and not head.operands
    asked = _asked(drafting.facts, head) if compares and _RATE.search(query.text) else []
    if not 2 <= len(asked) <= _MOST:
        return None
    told, rates = drafting.fork(), []
    for zone, period, phrase in asked:
        one = replace(head, zones=(zone,) if zone else (), periods=(period,) if period else (), indicators=(phrase,), pairs=())
        one = replace(one, topic="", operation=Operation.ONE, asking=None, compared=())
        who = f"{Facts.short(zone) if zone and len(head.zones) > 1 else ''}{period.label if period and len(head.periods) > 1 else ''}"
        alone = told.fork()
        rate = _rate(told, alone, who or phrase) if answer_completion(alone, one, phrase) else None
        if rate is not None:
            told.join(alone)
            rates.append(rate)
    if not rates:
        return None
    if len(rates) < len(asked):
        drafting.say(f"{REFUSAL}全部要比的完成率。", drafting.cite(*(f for r in rates for f in r.figures)))
        return False
    drafting.join(told)
    _say_order(drafting, rates, low=head.direction < 0)
    return True


def _asked(facts: Facts, head: Query) -> list[tuple[str | None, Period | None, str]]:
    """The zone, the year and the indicator of each rate that is compared."""
    own = each_its_own(facts, head)
    if own:
        return [(zone, period, phrase) for (zone, period), phrase in zip(head.cells, own, strict=True)]
    named = [plainer(p) for p in head.indicators]
    known = [p for p in named if find_terms(p)] or ([head.topic] if head.topic else named)
    phrases = dict.fromkeys(known_name(facts, p) or p for p in known)
    return [(zone, period, phrase) for (zone, period), phrase in product(head.cells, phrases)]


def each_its_own(facts: Facts, head: Query) -> tuple[str, ...]:
    """甲2015年到位内资、乙2016年招商到位资金: the phrases of zones that are each asked for another one; empty else."""
    phrases = tuple(map(plainer, head.indicators))
    several = len(head.zones) > 1 and len(phrases) == len(head.cells) == len(head.zones)
    return phrases if several and (all(map(find_terms, phrases)) or _in_turn(facts, head)) else ()


def _in_turn(facts: Facts, head: Query) -> bool:
    """Whether each zone is followed by a phrase of its own, none of which is left out: 甲的支付率和乙的执行率."""
    zones = [m.end for m in facts.zones.find(head.text)]
    places = [head.text.find(p) for p in head.indicators]
    return len(zones) == len(places) and all(end <= at for end, at in zip(zones, places, strict=True)) and all(
        at < after for at, after in zip(places, zones[1:], strict=False)
    )


def known_name(facts: Facts, phrase: str) -> str:
    """固定资产投资 of 固定资产投资摆在一起; "" where what else is said is printed too, and so may be a part of it."""
    terms = find_terms(phrase)
    if not terms:
        return ""
    start, end = terms[0].start, terms[-1].end
    words = facts.understanding().words
    rest = (phrase[:start], phrase[end:])
    return "" if any(r[i : i + 2] in words for r in rest for i in range(len(r) - 1)) else phrase[start:end]


def _rate(before: Drafting, told: Drafting, who: str) -> _Rate | None:
    """The rate that was just told, printed or worked out; None where a growth was told instead."""
    figures = tuple(told.figures[len(before.figures) :])
    result = result_of(told.statements[-1]) if figures else None
    printed = next((f.value for f in figures if f.kind is FigureKind.COMPLETION and f.unit in ("%", "％")), None)
    value = printed if printed is not None else result.value if result is not None and result.unit in ("%", "％") else None
    return _Rate(who, value, figures) if value is not None else None


def _say_order(drafting: Drafting, rates: list[_Rate], *, low: bool) -> None:
    order = sorted(rates, key=lambda r: r.value, reverse=not low)
    first, *others = order
    cited = drafting.cite(*(f for r in order for f in r.figures))
    if first.value == order[-1].value:
        drafting.say("完成率一样。", cited)
        return
    superlative = "更" if len(order) == 2 else "最"
    drafting.say(f"{first.who}的完成率{superlative}{'低' if low else '高'}。", cited)
    for other in others:
        gap = computing.difference(first.value, other.value, "个百分点")
        drafting.say(f"比{other.who}{'高' if gap.value > 0 else '低'}{gap.text}（{gap.formula}）。", cited, gap.formula)
