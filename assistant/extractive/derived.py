"""What is no figure of its own but follows from figures: a remainder, a sum over named rows, a change, an earlier value, a goal in amounts."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive import inferring, moved, needed, net, pair, parts, single
from assistant.extractive.byshare import answer_whole
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Status

__all__ = ["answer_aimed_at", "answer_derived"]

_ADDED = re.compile("当年|(?:这|那)一年|年内")  # what a year added, where only what it has come to is printed
_ROUGHLY = re.compile("大[约概致]|推|估|测算|折算|倒算")


def answer_aimed_at(drafting: Drafting, query: Query) -> bool:
    """规上产值目标要增加多少亿元, where a growth alone is aimed at."""
    years = sorted(query.periods, key=lambda p: p.key)
    newest = drafting.facts.newest.get(query.zones[0]) if len(query.zones) == 1 else None
    ahead = newest is not None and bool(years) and years[-1].first_year > newest.last_year
    if not (ahead or query.status is Status.TARGET) or len(query.indicators) != 1 or len(query.zones) > 1 or not _IN_AMOUNTS.search(query.text):
        return False
    if len(years) > 2 or (len(years) == 2 and years[1] != years[0].shifted(1)):
        return False
    phrase = re.sub(r"(?:按|照)?\d[\d.]*%(?:的)?", "", query.indicators[0])
    terms = {t.said for t in find_terms(query.text)}
    phrase = terms.pop() if len(terms) == 1 else phrase  # 财政总收入上年, 固定资产投资要个亿
    query = replace(query, status=Status.TARGET, operation=Operation.ONE, aspect=Aspect.GROWTH, operands=())
    query = replace(query, periods=tuple(years[-1:]), indicators=(phrase,))
    goal = single.locate(drafting.facts, query, phrase).outcomes[0].figure
    return goal is not None and goal.value is None and inferring.answer_rise_aimed_at(drafting, query, goal)


_ABOVE = re.compile(r"[比较](?:20)?\d\d年(?:的|全年|完成|实际|底|末)*[^，,。？?]{0,8}?(?:[再还要需得须应净]*)(?:多|少|高|增|提|涨|减|降)")


def _answer_goal_above(drafting: Drafting, query: Query) -> bool:
    """2024年要比2023年多供多少亩: the goal of a year that is still ahead, against what the year before it came to."""
    years = sorted((p for p in query.periods if p.is_year), key=lambda p: p.key)
    if len(query.periods) != 2 or len(years) != 2 or years[1] != years[0].shifted(1):
        return False
    if len(query.zones) != 1 or query.aspect is not Aspect.VALUE:
        return False
    facts, newest = drafting.facts, drafting.facts.newest.get(query.zones[0])
    if newest is None or years[1].first_year <= newest.last_year or not _ABOVE.search(query.text) or query.scopes:
        return False
    terms = [t for t in find_terms(query.text) if len(t.meanings) == 1]
    said = re.sub("^[再还要需得须应净]*[多少增减](?=[㐀-鿿]{3})", "", plainer(query.indicators[-1]))
    phrase = terms[0].said if len({t.said for t in terms}) == 1 else said
    slot = slot_of(query, phrase, aspect=Aspect.VALUE, unit="")
    done = resolve(facts, replace(slot, period=years[0], status=Status.DONE), abroad=False).figure
    goal = resolve(facts, replace(slot, period=years[1], status=Status.TARGET), abroad=False).figure
    values = computing.common_unit([goal, done]) if goal is not None and done is not None else None
    if goal is None or done is None or values is None or (goal.name, goal.scope) != (done.name, done.scope):
        return False
    if (goal.period, done.period) != (years[1], years[0]):
        return False
    (aimed, came), unit = values
    gap = computing.difference(aimed, came, unit)
    more = "多" if aimed >= came else "少"
    told = f"{describe(goal)}{amount(goal)}，{describe(done)}{amount(done)}；{gap.formula}"
    drafting.say(f"{more}{gap.text}（{told}）。", drafting.cite(goal, done), gap.formula)
    return True


_IN_AMOUNTS = re.compile("(?:增加|增长?|多[投收做干完]?|提高|涨)(?:成|出)?了?(?:多少|几)(?!个?(?:百分)?点)个?(?:[百千]?[万亿]|元|[家户个项亩吨人])")


def answer_derived(drafting: Drafting, query: Query) -> bool:
    """What is no figure of its own but follows from figures: a remainder, a sum over named rows, a change, an earlier value."""
    if query.operation.in_words or query.operation is Operation.BACKCAST or not query.indicators:
        return False
    if _answer_goal_above(drafting, query):
        return True
    if needed.answer_still_needed(drafting, query) or moved.answer_moved(drafting, query) or net.answer_net(drafting, query):
        return True
    if query.operation is Operation.ONE and query.aspect is Aspect.VALUE and parts.answer_counted(drafting, query):
        return True
    if pair.answer_on_base(drafting, query):
        return True
    if query.operation is not Operation.ONE or len(query.indicators) > 1:
        return False
    if query.aspect is Aspect.GROWTH and len(query.cells) == 2 and inferring.answer_change(drafting, query):
        return True  # 2021年…要达到2022年目标需要增长多少
    if len(query.cells) > 1:
        return False
    if query.aspect in (Aspect.GROWTH, Aspect.RANK_CHANGE):
        located = single.locate(drafting.facts, query, query.indicators[0])
        found = located.outcomes[0].figure
        in_amounts = found is not None and _IN_AMOUNTS.search(query.text) and (found.status is Status.TARGET or found.growth_unit == "%")
        if found is not None and not in_amounts:  # 规上产值目标增加多少亿元, where 增长10% is printed beside it
            return False
        if found is not None and found.value is None and found.status is Status.TARGET and inferring.answer_rise_aimed_at(drafting, query, found):
            return True
        return inferring.answer_growth_before(drafting, query) or inferring.answer_change(drafting, query)
    planned = query.status is Status.TARGET or query.indicators[0].endswith("计划投资")
    aimed = planned and query.aspect is Aspect.VALUE and not query.periods
    if aimed and single.locate(drafting.facts, query, query.indicators[0]).outcomes[0].figure is None:
        return inferring.answer_goal_from_rate(drafting, query, plainer(query.indicators[0]))  # 就业目标: 8600人，完成年度任务的107.5%
    found = single.locate(drafting.facts, query, query.indicators[0]).outcomes[0].figure if query.periods else None
    if query.periods and (found is None or ("累计" in found.indicator and _ADDED.search(query.text))):
        if query.aspect is Aspect.VALUE and planned:
            return inferring.answer_goal_from_rate(drafting, query, plainer(query.indicators[0]))
        roughly = query.aspect is Aspect.VALUE and _ROUGHLY.search(query.text)
        return inferring.answer_earlier(drafting, query) or bool(roughly and answer_whole(drafting, query))
    return not query.periods and query.aspect is Aspect.VALUE and inferring.answer_complement(drafting, query)
