"""How far a project has come in money: what has been spent of its total investment so far, and what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from assistant.sized import LEAST_SAID, LEFT_TO_SPEND, SPENT_SHARE, calls, said_of
from index.figures.ellipsis import is_thing
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_progress"]

_NAME = 5  # characters: 高端屏蔽泵基地 is what 沅驰流体高端屏蔽泵基地 is called where its owner stands in another column
MOST_OF = 0.5  # of the pairs of characters of a project's name, where a question leaves some of it out
_TOTAL = re.compile("(?:计划|协议|概算|项目)?总投资额?")
_SPENT = re.compile("(?:自?开工以来|截[至止]目前|历年)?累计(?:已)?(?:完成)?(?:投资|投入)额?|完成投资累计|已(?:累计)?完成投资")

_OF_THE_YEAR = re.compile("(?:年度|当年|全年|年的?投资)计划(?!总)")  # its own plan, not all that it costs


def answer_progress(drafting: Drafting, query: Query) -> bool:
    """澄垣石化项目还剩多少没投, 投资进度: from its total and from what has been spent so far; False where either isn't printed."""
    if _SHARE_OF_PLAN.search(query.text) and _share_of_plan(drafting, query):
        return True
    left = LEFT_TO_SPEND.search(query.text) is not None
    if not left and (not SPENT_SHARE.search(query.text) or _OF_THE_YEAR.search(query.text)):
        return False
    if query.operation in (Operation.WHY, Operation.HOW):  # 投资为什么没跟上计划
        return False
    told = _told(drafting.facts, query)
    if "完成率" in query.text and (of_plan := _printed_rate(told, query.periods)) is not None:
        drafting.say(f"{amount(of_plan)}（{describe(of_plan)}）。", drafting.cite(of_plan))
        return True
    whole, spent = _newest(told, _TOTAL, ()), _newest(told, _SPENT, query.periods) or _in_its_first_year(drafting.facts, told, query.periods)
    values = computing.common_unit([whole, spent]) if whole and spent else None
    if whole is None or spent is None or values is None or values[0][0] < values[0][1]:
        return False
    (total, so_far), unit = values
    of = f"{describe(whole)}{amount(whole)}，{describe(spent)}{amount(spent)}"
    gap = computing.difference(total, so_far, unit)
    if left:
        drafting.say(f"{gap.text}还没有投（{of}；{gap.formula}）。", drafting.cite(whole, spent), gap.formula)
        return True
    printed = next((f for f in told if f.kind is FigureKind.SHARE and "总投资" in f.indicator and f.report_id == spent.report_id), None)
    if printed is not None:
        drafting.say(f"{amount(printed)}（{of}）。", drafting.cite(printed, whole, spent))
        return True
    rate = computing.share(so_far, total)
    drafting.say(f"{rate.text}（{of}；{rate.formula}）。", drafting.cite(whole, spent), rate.formula)
    return True


_IN_THE_YEAR = re.compile("(?:当年|全年|年内)?(?:实际)?完成投资额?")
_BEGUN = re.compile(r"(?<![年\d])\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?(?:正式|全面|顺利|已)?(?:开工|动工|奠基|开建)")


def _in_its_first_year(facts: Facts, told: Sequence[Figure], periods: Sequence[Period]) -> Figure | None:
    """当年完成投资6.1亿元, of a project that was begun in that year (4月12日开工): all that has been spent on it."""
    own = [f for f in told if f.kind is FigureKind.VALUE and _IN_THE_YEAR.fullmatch(f.indicator) and f.period and f.period.is_year]
    years = {f.period.last_year for f in own if f.period}
    meant = {p.last_year for p in periods} or years
    first = [f for f in own if f.period and f.period.last_year == min(years)]
    return first[0] if len(meant) == 1 and meant == {min(years, default=0)} and _BEGUN.search(facts.sentence(first[0])) else None


#: 投资完成了年度计划的百分之多少, 完成的投资占当年计划投资的几成, 实际投资占年初计划的百分之几.
_SHARE_OF_PLAN = re.compile(
    "投[资入了][^。；？?]{0,14}?(?:完成|占|达到|相当于|是|为)(?:它|其|了|到|的)*(?:年初|年度|当年|全年)的?(?:投资)?计划(?!总)(?:完成)?(?:投资)?[额数]?"
    "的?(?:百分之(?:几|多少)|几成|多少|比例)"
)
_PLANNED = re.compile("(?:当年|年度|年内|全年|本年|年初)?计划(?:完成)?投资额?")


def _share_of_plan(drafting: Drafting, query: Query) -> bool:
    """What a project has spent of what it was to spend in that year; False where either isn't printed, or is in two ways."""
    told = _told(drafting.facts, query, (Status.DONE, Status.TARGET))
    years = {p.last_year for p in query.periods}
    valued = [f for f in told if f.kind is FigureKind.VALUE and f.value and f.period]
    spent = [f for f in valued if f.status is Status.DONE and _IN_THE_YEAR.fullmatch(f.indicator)]
    spent = [f for f in spent if not query.periods or f.period in query.periods] or [f for f in spent if f.period and f.period.last_year in years]
    done = max(spent, key=lambda f: f.period.key if f.period else "", default=None)
    year = done.period.last_year if done is not None and done.period is not None else 0
    plans = [
        f for f in valued
        if f.status is Status.TARGET and _PLANNED.fullmatch(f.indicator) and f.period and f.period.is_year and f.period.last_year == year
    ]
    values = computing.common_unit([done, plans[0]]) if done is not None and plans else None
    if done is None or values is None or len({f.value for f in plans}) != 1 or len({f.value for f in spent if f.period == done.period}) != 1:
        return False
    rate = computing.share(*values[0])
    of = f"{describe(done)}{amount(done)}，{describe(plans[0])}{amount(plans[0])}"
    drafting.say(f"{rate.text}（{of}；{rate.formula}）。", drafting.cite(done, plans[0]), rate.formula)
    return True


def _printed_rate(told: Sequence[Figure], periods: Sequence[Period]) -> Figure | None:
    """投资完成率 as printed, of the plan of the year asked for, or of the only year that has one."""
    rates = [f for f in told if f.kind is FigureKind.COMPLETION and (not periods or f.period in periods)]
    return rates[0] if len({(f.value, f.period) for f in rates}) == 1 else None


def _told(facts: Facts, query: Query, statuses: Sequence[Status] = (Status.DONE,)) -> list[Figure]:
    """What the reports tell of the project that a question names, in as much of its name as it says."""
    every = [f for f in facts.figures(query.zones, []) if len(f.scope) >= LEAST_SAID and f.status in statuses]
    text = "，".join((query.text, query.focus, *query.indicators))
    of_project = (f for f in every if is_thing(f.scope) or _SPENT.fullmatch(f.indicator) or _TOTAL.fullmatch(f.indicator))
    scopes = {f.scope for f in of_project}
    said = {scope: len(said_of(scope, text)) for scope in scopes}
    most = max(said.values(), default=0)
    if most < LEAST_SAID:  # 骁桓动力电池二期 of 骁桓新能源动力电池二期
        grams = bigrams(fold(text))
        said = {scope: len(own & grams) for scope in said if scope[:2] in text and len((own := bigrams(fold(scope))) & grams) >= MOST_OF * len(own)}
        said = said or {scope: LEAST_SAID for scope in scopes if calls(query.bare, scope)}
        most = max(said.values(), default=0)
    if most < LEAST_SAID:
        return []
    meant = {scope for scope, length in said.items() if length == most}
    meant |= {scope for scope in scopes if len(scope) >= _NAME and any(owned.endswith(scope) for owned in meant)}
    return [f for f in every if f.scope in meant]


def _newest(told: Sequence[Figure], name: re.Pattern[str], periods: Sequence[Period]) -> Figure | None:
    """The last one told under a name, or that of the year asked for."""
    dated = [f for f in told if f.kind is FigureKind.VALUE and name.fullmatch(f.indicator) and f.period and f.value is not None]
    asked = [f for f in dated if any(f.period and f.period.last_year == p.last_year for p in periods)]
    return max(asked if periods else dated, key=lambda f: f.period.key if f.period else "", default=None)
