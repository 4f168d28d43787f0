"""按增长7%算应收多少，实际少收多少: the amount that a named growth leads to from the year before, and how far what was done is from it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import Drafting
from assistant.extractive.earlier import explain, member
from assistant.extractive.operand import slot_of
from assistant.extractive.slot import Slot
from assistant.extractive.wording import amount, describe, growth
from assistant.linking import dimension
from assistant.records import Aspect, Query
from assistant.terms import find_terms
from index.records import Figure, Status

__all__ = ["answer_goal_in_amount", "answer_grown"]

_RATE = re.compile(
    r"(?:按照?|照着?|若|如果|假[如设]|要是|原[定本]|计划|目标|要求|预期|每?年初?定)[^，,。；;？?\d]{0,12}?"
    r"(?:(?P<verb>增长|增加|增|涨|提高|下降|减少|降)(?:目标|率|速度)?(?:约|为|是)?(?P<a>\d[\d.]*)[%％]|(?P<b>\d[\d.]*)[%％](?:以上|左右)?的?(?P<noun>增幅|增速|增长率?|涨幅|降幅|目标(?:来)?[涨增]))"
)
_COMPUTED = re.compile("算|推|基础上|照此|照这|按此|折合|的话")
_AMOUNT = re.compile("(?:应|该|得|要|能|会|可)[^，,。？?]{0,8}(?:多少|几)|缺口|[少多][收完投出]?了?[成]?(?:多少|几)|差(?:多少|几)|是多少")
_POINTS = re.compile("百分点|个点|百分之(?:几|多少)|完成率")
_DISTANCE = re.compile("缺口|(?<!多)少|差|超|实际|多出|比[^，,。？?]{4,}(?:多|少|高|低)[收投完干做]?(?:了|出)?(?:多少|几)")


# 照2020年定的增速，固投当年得干到多少亿: by the growth that is printed as aimed at.
_BY_GOAL = re.compile(
    "(?:按照?|照着?|依照?|根据)(?=[^，,。；？?]{0,14}(?:目标|定|计划|预期))[^，,。；？?]{0,14}?(?:增速|增幅|增长率?|涨幅)的?(?:目标|计划|预期)?(?:数|值)?(?:来?[算看推])?[，,]?"
    "[^。；？?]*?(?:应该?|得|要|该|能|会|需要?|可以?)[^，,。？?多少几]{0,8}(?:多少|几)(?!个?百分|个?点)"
)


def _by_goal(drafting: Drafting, query: Query, lead: str = "") -> bool:
    """What the growth that is aimed at leads to from the year before; False where it isn't printed, or the goal is an amount."""
    phrase, facts = _named(query), drafting.facts
    if not phrase or len(query.zones) > 1 or not query.periods:
        return False
    year = max(query.periods, key=lambda p: p.key)
    slot = slot_of(query, phrase, period=year, aspect=Aspect.GROWTH, status=Status.TARGET, unit="")
    goal = member(facts, slot, abroad=False)
    then = member(facts, replace(slot, period=year.shifted(-1), aspect=Aspect.VALUE, status=None), abroad=False)
    aim, base = goal.figure, then.figure
    if aim is None or base is None or aim.growth is None or aim.growth_unit != "%" or aim.value is not None or goal.how or base.value is None:
        return False
    if base.period != year.shifted(-1) or aim.period != year or base.unit in ("%", "％"):
        return False
    result = computing.grown(base.value, aim.growth, base.unit)
    about = "" if then.exact and not aim.qualifier else "约"
    if lead:
        drafting.say(lead, drafting.cite(aim))
    drafting.say(
        f"{about}{result.text}（{describe(base)}{amount(base)}，{describe(aim)}{growth(aim)}；{result.formula}）。",
        drafting.cite(base, aim),
        result.formula,
    )
    explain(drafting, (then,))
    if _DISTANCE.search(query.text):
        _say_distance(drafting, replace(slot, aspect=Aspect.VALUE, status=None), base, result, about)
    return True


_IN_AMOUNT = re.compile("绝对[数额量值]")


def answer_goal_in_amount(drafting: Drafting, query: Query, *, missing: bool) -> bool:
    """工业投资目标是多少亿, 折成绝对数多少: what the growth aimed at comes to; ``missing`` where no amount aimed at was found."""
    amount_asked = _IN_AMOUNT.search(query.text) or (missing and dimension(query.unit) not in ("", "%"))
    if not amount_asked or query.status is not Status.TARGET or query.aspect is not Aspect.VALUE or len(query.indicators) != 1:
        return False
    return _by_goal(drafting, query, "报告定的目标是增速，没有印出数额，折算如下。" if missing else "")


def answer_grown(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no growth is supposed, or the year before isn't known."""
    rate = _RATE.search(query.text)
    if rate is None and _BY_GOAL.search(query.text):
        return _by_goal(drafting, query)
    asks = rate is not None and _COMPUTED.search(query.text) and _AMOUNT.search(query.text) and not _POINTS.search(query.text)
    phrase = _named(query)
    if rate is None or not asks or not phrase or len(query.zones) > 1 or not query.periods:
        return False
    year = max(query.periods, key=lambda p: p.key)
    if not year.is_year or any(p not in (year, year.shifted(-1)) for p in query.periods):
        return False
    facts = drafting.facts
    slot = slot_of(query, phrase, period=year, aspect=Aspect.VALUE, status=None, unit="")
    then = member(facts, replace(slot, period=year.shifted(-1)), abroad=False)
    base = then.figure
    if base is None or base.value is None or base.unit in ("%", "％") or base.period != year.shifted(-1):
        return False
    fell = rate["verb"] in ("下降", "减少", "降") or rate["noun"] == "降幅"
    step = Decimal(rate["a"] or rate["b"]) * (-1 if fell else 1)
    goal = computing.grown(base.value, step, base.unit)
    about = "约" if not then.exact else ""
    supposed = f"按{'下降' if fell else '增长'}{computing.plain(abs(step))}%算，{year.label}应为"
    drafting.say(
        f"{supposed}{about}{goal.text}（{describe(base)}{amount(base)}；{goal.formula}）。",
        drafting.cite(base),
        goal.formula,
    )
    explain(drafting, (then,))
    if _DISTANCE.search(query.text):
        _say_distance(drafting, slot, base, goal, about)
    return True


def _say_distance(drafting: Drafting, slot: Slot, base: Figure, goal: Computed, about: str) -> None:
    """How far what was done is from what a growth leads to."""
    done = member(drafting.facts, slot, abroad=False)
    values = computing.common_unit([base, done.figure]) if done.figure is not None and not done.how else None
    if values is None or done.figure is None or done.figure.name != base.name or done.figure.period != slot.period:
        return
    gap = computing.difference(values[0][1], goal.value, base.unit)
    drafting.say(
        f"实际{amount(done.figure)}，{'多' if gap.value > 0 else '少'}{about}{gap.text}（{describe(done.figure)}；{gap.formula}）。",
        drafting.cite(done.figure),
        gap.formula,
    )


def _named(query: Query) -> str:
    """The indicator with what is said before it, without what follows: 规上产值 of 规上产值基础上."""
    for phrase in (query.topic, *query.indicators):
        terms = find_terms(phrase)
        if terms and len(terms[-1].meanings) == 1:
            return phrase[: terms[-1].end]
    alone = [query.text[t.start : t.end] for t in find_terms(query.text) if len(t.meanings) == 1]
    return alone[0] if len(set(alone)) == 1 else ""
