"""研发投入占GDP的比重比上年提高几个百分点: the move that is printed beside a share, or between the shares of two years."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer, two_operands
from assistant.extractive.share import answer_share, name_of_share
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from index.records import Figure, Status

__all__ = ["answer_share_moved", "answer_spent_of_total", "worked_out"]

_ASKED = re.compile(
    "(?P<base>[^，,。？?]{3,30}?(?:占[^，,。？?]{2,12}?|强度|占比|比重|比例))(?:[，,]?(?:比|较|同比|跟|与)(?:上年|去年|上一年|前一年|年初)?(?:同期|相比)?|(?<=[比占][重比例]))(?:又|是|有|的)?"
    "(?:(?:提高|提升|上升|增加|高|下降|降低|回落|低|涨|降|变化|变动)了?(?:多少|几)个?(?:百分)?点?|(?:什么|啥)?变化(?:如何|怎么?样|情况|大吗|多大)?|怎么变的?)[?？。]*"
)
_SHARE_THEN_MOVE = re.compile(
    "(?P<base>[^，,。？?]{3,30}?占[^，,。？?]{0,14}?(?:几成|百分之几|多少|多大(?:比[重例])?|几个百分点))[，,](?:比|较|同比|跟|与)(?:上年|去年|上一年|前一年)?(?:同期|相比)?(?:又|是|有|的)*"
    "(?:[升高涨](?:了)?(?:是|还是)?[降低跌]了?|提高还是下降|上升还是下降|(?:什么|啥)?变化(?:如何|怎么?样|大吗)?"
    "|(?:提高|提升|上升|增加|高|下降|降低|回落|低|涨|降|变化|变动)了?(?:多少|几)个?(?:百分)?点?)[?？。]*"
)
_POINTS = ("个百分点", "百分点", "个点")


def answer_share_moved(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where anything else is asked, or no move is printed beside the share."""
    asked = _ASKED.fullmatch(query.text) or _SHARE_THEN_MOVE.fullmatch(query.text) if len(query.zones) < 2 else None
    if asked is None:
        return False
    facts = drafting.facts
    base = understand(asked["base"] + ("是多少" if asked.re is _ASKED else ""), facts.understanding())
    figure = _told(drafting, base)
    if figure is None:
        return worked_out(drafting, base)
    if figure.growth is not None and figure.growth_unit in _POINTS:
        drafting.say(f"{growth(figure)}（{describe(figure)}{amount(figure)}）。", drafting.cite(figure))
        return True
    before = _year_before(drafting.facts, figure)
    if before is None or before.value is None or figure.value is None:
        return worked_out(drafting, base)
    moved = computing.difference(figure.value, before.value, "个百分点")
    way = "提高" if figure.value >= before.value else "下降"
    drafting.say(
        f"{way}{moved.text}（{describe(before)}{amount(before)}，{describe(figure)}{amount(figure)}；{moved.formula}）。",
        drafting.cite(before, figure),
        moved.formula,
    )
    return True


def worked_out(drafting: Drafting, base: Query) -> bool:
    """桐湾片区产值占全区的比重比上年变化: the shares of both years, where no move is printed; False where one can't be had."""
    now = base.periods[0] if base.periods else drafting.facts.newest.get(base.zones[0]) if base.zones else None
    if now is None or len(base.periods) > 1:
        return False
    years = (now.shifted(-1), now)
    told = drafting.fork()
    shares = [answer_share(told, replace(base, periods=(p,), operands=tuple(replace(o, periods=(p,)) for o in base.operands))) for p in years]
    if not all(shares):
        return False
    both = drafting.fork()
    answer_share(both, replace(base, periods=years, operands=tuple(replace(o, periods=years) for o in base.operands), operation=Operation.TREND))
    drafting.join(both)
    return True


_COST = re.compile("总投资额?|概算")
_APART = re.compile("各|分别|每年|累计")


def answer_spent_of_total(drafting: Drafting, query: Query) -> bool:
    """甲项目两年投了多少，占总投资多少: what the years spent together, for a total is of no year; False where no such is asked for."""
    facts, placed = drafting.facts, drafting.facts.placed(query)
    of_total = len(query.operands) == 2 and _COST.fullmatch("".join(query.operands[1].indicators)) is not None
    if not of_total or query.years_back < 2 or query.periods or len(placed) != 1 or _APART.search(query.text):
        return False
    years = facts.periods_of(placed[0])[-query.years_back :]
    in_each = [tuple(replace(o, zones=placed, periods=(p,)) for o in query.operands) for p in years]
    pairs = [two_operands(facts, replace(query, zones=placed, operands=sides)) for sides in in_each]
    whole = next((b.figure for _, b in pairs if b.figure is not None), None)
    parts = [a.figure for a, _ in pairs if a.figure is not None and not a.how]
    values = computing.common_unit([whole, *parts]) if whole is not None and len(parts) == len(pairs) > 1 else None
    if whole is None or values is None or len({f.indicator for f in parts}) > 1 or re.search("累计|总投资|概算", parts[0].indicator):
        return False
    total = computing.total(values[0][1:], values[1])
    result = computing.share(total.value, values[0][0])
    told = "，".join(f"{describe(f)}{amount(f)}" for f in parts)
    drafting.say(f"合计{total.text}（{told}；{total.formula}）。", drafting.cite(*parts), total.formula)
    drafting.say(f"占{describe(whole)}{amount(whole)}的{result.text}（{result.formula}）。", drafting.cite(whole), result.formula)
    return True


def _year_before(facts: Facts, figure: Figure) -> Figure | None:
    """The same share a year earlier: 占五金工具产业产值的比重从|19.1%|升至23.2%."""
    if figure.period is None:
        return None
    found = [f for f in facts.figures([figure.zone], [figure.period.shifted(-1)])
             if (f.name, f.scope, f.unit, f.status) == (figure.name, figure.scope, figure.unit, Status.DONE)]
    return found[0] if len({f.value for f in found}) == 1 else None


def _told(drafting: Drafting, base: Query) -> Figure | None:
    phrase = "".join(map(plainer, base.indicators))
    named = name_of_share(*map(plainer, base.indicators)) if len(base.indicators) == 2 else ""
    for name, aspect in ((phrase, Aspect.SHARE), (phrase, Aspect.VALUE), (named, Aspect.VALUE)):
        if not name:
            continue
        outcome = resolve(drafting.facts, slot_of(base, name, aspect=aspect, unit=""), abroad=False)
        drafting.trace.append(outcome.trace)
        if outcome.figure is not None and outcome.figure.unit == "%":
            return outcome.figure
    return None
