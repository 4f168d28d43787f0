"""How far what is achieved still is from a goal, and what is still needed to reach it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.rates import say_rate
from assistant.extractive.wording import amount, describe
from assistant.records import Aspect, Query
from index.records import Figure, Period, Status

__all__ = ["GOAL_WORDS", "answer_goal_gap", "answer_still_needed", "answer_yearly_pace", "say_points"]


def answer_goal_gap(drafting: Drafting, query: Query) -> bool:
    """2021年离2025年的目标还差多少: a goal of another year against what there is."""
    if len(query.zones) != 1 or len(query.periods) != 2 or not re.search("差|[离距]|还要", query.text):
        return False
    facts = drafting.facts
    sooner, later = sorted(query.periods, key=lambda p: p.key)
    plain = replace(query, aspect=Aspect.VALUE, unit="")
    for phrase in dict.fromkeys(re.sub("(?<=率)[离距].*$", "", plainer(p)) for p in query.indicators):
        done = resolve(facts, slot_of(plain, phrase, period=sooner, status=None)).figure
        goal = resolve(facts, slot_of(plain, phrase, period=later, status=Status.TARGET)).figure
        if goal is not None and done is None and _rate_to_goal(drafting, query, goal, sooner):
            return True
        values = computing.common_unit([goal, done]) if goal and done else None
        if goal is None or done is None or values is None or goal.value is None:
            continue
        _say_distance(drafting, "还差" if values[0][0] > values[0][1] else "已超过", goal, done, values)
        return True
    return False


def _rate_to_goal(drafting: Drafting, query: Query, goal: Figure, year: Period) -> bool:
    """离75%的开工率还差几个百分点: from the rate that isn't printed but follows from what was signed and what was begun."""
    if goal.unit not in ("%", "％") or goal.value is None or not goal.indicator.endswith("率"):
        return False
    since = len(drafting.statements)
    own = replace(query, indicators=(re.sub("的", "", goal.scope) + goal.indicator,), periods=(year,), operands=(), status=None, aspect=Aspect.VALUE)
    rate = say_rate(drafting, own)
    if rate is None:
        return False
    say_points(drafting, goal.value, goal, rate, since)
    return True


def say_points(drafting: Drafting, aim: Decimal, goal: Figure, rate: Decimal, since: int) -> None:
    """还差3个百分点, of a goal of ``aim`` per cent and the rate that the statement ``since`` has said."""
    gap = computing.difference(aim, rate, "个百分点")
    drafting.say(
        f"{'还差' if aim > rate else '已超过'}{gap.text}（{describe(goal)}{amount(goal)}；{gap.formula}）。",
        (*drafting.cite(goal), *drafting.statements[since].citations),
        gap.formula,
    )


def _say_distance(drafting: Drafting, lead: str, goal: Figure, done: Figure, values: tuple[list[Decimal], str]) -> None:
    """还差12亿元（… 目标52亿元，… 实际40亿元；52 − 40 = 12）."""
    (x, y), unit = values
    gap = computing.difference(x, y, unit)
    drafting.say(
        f"{lead}{gap.text}（{describe(goal)}{amount(goal)}，{describe(done)}实际{amount(done)}；{gap.formula}）。",
        drafting.cite(goal, done),
        gap.formula,
    )


_PACE = re.compile("(?:年均|平均每年|每年平均|每年)[^，,。；;？?]{0,8}?(?:增长?|涨|提高)[^，,。；;？?]{0,4}(?:多少|几)")


def answer_yearly_pace(drafting: Drafting, query: Query) -> bool:
    """从2022年的实际数起算，到2025年的目标年均得增长多少: compounded from what there is to the goal of a later year."""
    goal_said = query.status is Status.TARGET or re.search("要|得|须|需|目标|才能", query.text)
    if not goal_said or not _PACE.search(query.text) or len(query.zones) > 1 or len(query.periods) < 2 or not all(p.is_year for p in query.periods):
        return False
    sooner, *_, later = sorted(query.periods, key=lambda p: p.key)
    plain = replace(query, aspect=Aspect.VALUE, unit="")
    for phrase in dict.fromkeys(plainer(p) for p in query.indicators):
        goal = resolve(drafting.facts, slot_of(plain, phrase, period=later, status=Status.TARGET), abroad=False).figure
        done = resolve(drafting.facts, slot_of(plain, phrase, period=sooner, status=Status.DONE), abroad=False).figure
        values = computing.common_unit([goal, done]) if goal and done else None
        if goal is None or done is None or values is None or values[0][1] <= 0 or goal.unit in ("%", "％"):
            continue
        (aim, now), _ = values
        rate = computing.compound_growth(aim, now, later.first_year - sooner.first_year)
        drafting.say(
            f"年均要增长{rate.text}（{describe(goal)}{amount(goal)}，{describe(done)}实际{amount(done)}；{rate.formula}）。",
            drafting.cite(goal, done),
            rate.formula,
        )
        return True
    return False


_STILL = re.compile("还[要需须得差](?!求)|才[能够到]|尚需|剩下|缺口")
_OF_THE_YEAR = re.compile("目标|任务|计划|全年|[下后]半年|上半年之?后")
_OF_A_HALF = re.compile("半年的?(?:计划|目标|任务)|(?:时序|序时)进度")
GOAL_WORDS = re.compile("^(?:要|想)?(?:完成|实现|达到)|(?:的)?(?:全年|年度|年初)?(?:目标|任务|计划|指标)(?:任务|数|值)?$")


def answer_still_needed(drafting: Drafting, query: Query) -> bool:
    """还要完成多少才到全年目标: the year's goal without what the part of the year already has."""
    if not _STILL.search(query.text) or not _OF_THE_YEAR.search(query.text) or _OF_A_HALF.search(query.text):
        return False
    facts = drafting.facts
    said_of = query.topic or "".join(query.indicators)  # 要完成固投任务，还得再投多少
    phrase = plainer(GOAL_WORDS.sub("", re.sub("^再|(?<=.)(?:才|还|够|能|再|进来?才).*$", "", said_of)))
    zone = query.zones[0] if query.zones else None
    year = query.periods[0].first_year if query.periods else (facts.latest.first_year if facts.latest else 0)
    parts = [p for p in facts.periods_of(zone) if p.first_year == year and not p.is_year]
    if not phrase or not parts or any(p.is_year for p in facts.periods_of(zone) if p.first_year == year):
        return False
    plain = replace(query, aspect=Aspect.VALUE, unit="", scopes=())
    second = Period.months(year, 7, 12)
    own = resolve(facts, slot_of(plain, phrase, period=second, status=Status.TARGET), abroad=False).figure
    done = resolve(facts, slot_of(plain, phrase, period=parts[-1], status=None)).figure
    expected = query.status is Status.EXPECTED or (re.search("预[计期测]", query.text) and not re.search("目标|任务|计划", query.text))
    status = Status.EXPECTED if expected else Status.TARGET
    goal = resolve(facts, slot_of(plain, phrase, period=Period.year(year), status=status)).figure
    a_part = own is not None and goal is not None and own.indicator != goal.indicator and own.indicator.endswith(goal.indicator)
    if own is not None and own.period == second and not a_part and (goal is None or (own.unit == goal.unit and own.value != goal.value)):
        return False  # 下半年供应25公顷以上 is itself printed
    values = computing.common_unit([goal, done]) if goal and done else None
    if goal is None or done is None or values is None or values[0][0] <= values[0][1]:
        return False
    _say_distance(drafting, "还要", goal, done, values)
    return True
