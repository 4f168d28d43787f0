"""Goals as a set: which were met, which were not, whether all were; each beside what was achieved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.met import is_ceiling, is_of_a_part, is_under_way, reaches
from assistant.extractive.missed import answer_missed
from assistant.extractive.projects import is_name
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import units
from assistant.extractive.wording import amount, name_of, said
from assistant.facts import Facts
from assistant.goals import asks_unmet, asks_which
from assistant.names import fold
from assistant.records import Query
from index.records import Figure, FigureKind, Period, SectionKind, Status

__all__ = ["answer_goals"]

ITSELF = 3  # verdicts of a report that judges itself goal by goal: nothing else was a goal of it


@dataclass(frozen=True, slots=True)
class _Judged:
    """One goal: whether it was met, None where its year isn't over, as it is told, and the figures that say so."""

    met: bool | None
    told: str
    figures: tuple[Figure, ...]


def answer_goals(drafting: Drafting, query: Query) -> bool:
    """Every goal of the period beside what was achieved: the unmet ones, the met ones, or both where all are asked about."""
    newest = drafting.facts.newest
    if not query.zones and len(newest) > 1:
        zone = max(newest, key=lambda z: newest[z].key)
        query = replace(query, zones=(zone,))
        drafting.say(f"问题没有指明开发区，默认按{drafting.facts.short(zone)}回答。")
    if _as_judged(drafting, query) or _as_listed(drafting, query):
        return True
    judged, unmet = _judged(drafting.facts, query), asks_unmet(query.text)
    wanted = (not unmet,) if asks_which(query.text) else (True, False)
    quoted = unmet and (bool(re.search("原因|为什么|为何", query.text)) or all(j.met is not False for j in judged))
    if quoted and answer_missed(drafting, query):
        return True
    own = unmet and asks_which(query.text) and any(_say_listed(drafting, query, listed) for listed in (_MISSED_OF_THEM, _MISSED_SO_MANY))
    told = [_say(drafting, [j for j in judged if j.met is met], met, among=own) for met in wanted]
    under_way = [j for j in judged if j.met is None]
    if under_way and (unmet or not any(told)):
        told.append(_say(drafting, under_way, None))
    if judged and not any(told):
        drafting.say(f"报告里能逐项对照的目标{'都完成了' if unmet else '都没有完成'}。")
        _say(drafting, judged, unmet)
    if unmet and any(told) and not own:
        answer_missed(drafting, query, several=True)  # the report's own list may name what has no figure
    if not judged and not own:
        drafting.say(f"{REFUSAL}可以逐项对照的目标和完成数。")
    return bool(judged) or own


_LISTED = {True: "完成目标", False: "没有完成目标", None: "到报告写时还没有达到全年目标"}


def _say(drafting: Drafting, judged: list[_Judged], met: bool | None, *, among: bool = False) -> bool:
    """With ``among`` the report has named them all, and these are those that have numbers."""
    if not judged:
        return False
    drafting.say("其中能与目标逐项对照的：" if among else f"{_LISTED[met]}的有{len(judged)}项：")
    for one in judged:
        drafting.say(f"{one.told}；", drafting.cite(*one.figures))
    return True


_VERDICT = re.compile("(?P<asked>(?:基本|超额|提前|未能?|没有?)完成)")
_NOT = re.compile("^(?:未能?|没有?)")
_BY_WHOM = re.compile("[判评认记]|考核|表[里中]|(?:基本|超额|提前)完成")


def _as_judged(drafting: Drafting, query: Query) -> bool:
    """哪几项判的是基本完成: the goals with that word beside them, where a table judges; False where none does."""
    asked = _VERDICT.search(query.text)
    if asked is None or not _BY_WHOM.search(query.text) or not asks_which(query.text):
        return False
    pool = drafting.facts.figures(query.zones or drafting.facts.zones.zones[:1], query.periods)
    verdicts = [f for f in pool if f.kind is FigureKind.VERDICT and f.value_text]
    so = [f for f in verdicts if _NOT.sub("未", f.value_text) == _NOT.sub("未", asked["asked"])]
    if not so:
        return False
    done = {_key(f): f for f in reversed(pool) if f.status is Status.DONE and f.kind is FigureKind.VALUE}
    aims = {_key(f): f for f in reversed(pool) if f.status is Status.TARGET}
    if len(so) > 1:
        drafting.say(f"共{len(so)}条：")
    for verdict in so:
        told, beside = _told_beside(verdict, aims, done)
        drafting.say(f"{told}，{verdict.value_text}；", drafting.cite(verdict, *beside))
    return True


_LIST = (
    "[^，。；、\\d]{2,20}(?:、[^，。；、]{2,20})+?(?:等|这)?(?:[两二三四五六七八九十]+|\\d+)"
    "(?:项|个(?=[主预经]?[要期济]?(?:指标|目标)))(?:主要|预期|经济)*(?:指标|任务|目标)?"
)
_MET_OF_THEM = re.compile(f"{_LIST}[^，。；没未不]{{0,6}}(?:超额|提前)?(?:完成|达标|达到|实现|兑现)")
_PAST_OF_THEM = re.compile(f"{_LIST}[^，。；没未不]{{0,4}}(?:超额|提前超额|超计划|超目标|超过目标)")
_MISSED_OF_THEM = re.compile(f"{_LIST}[^，。；]{{0,4}}(?:未|没有?)(?:能|按期|如期)?(?:完成|达|实现|兑现)")
#: 未完成的3项是A、B和C: named behind their number
_MISSED_SO_MANY = re.compile(
    "(?:未|没有?)(?:能|按期|如期)?(?:完成|达标|达到|实现|兑现)的?[^，。；：\\d]{0,6}?(?:[两三四五六七八九十]+|\\d+)[项个条][^，。；]{0,6}?(?:分别)?(?:是|为|有|：|:)[^。；]+"
)
_PAST = re.compile("超额|超过|超出|超了|超计划|超目标")


def _as_listed(drafting: Drafting, query: Query) -> bool:
    """哪几项超额完成: 实际利用外资、…三项超额完成, where a sentence of the report names them; False where none does."""
    if asks_unmet(query.text) or not asks_which(query.text):
        return False
    return _say_listed(drafting, query, _PAST_OF_THEM if _PAST.search(query.text) else _MET_OF_THEM)


def _say_listed(drafting: Drafting, query: Query, listed: re.Pattern[str]) -> bool:
    """The first sentence of a report on the year that names such goals and counts them."""
    facts = drafting.facts
    ids = scope_reports(facts, query)
    ids = [r for r in facts.reports_of((), query.periods) if r in ids] or ids
    read = ((r, u) for r in reversed(ids) for u in units(facts, r) if not u.table and u.kind is not SectionKind.PLAN)
    found = next(((r, u) for r, u in read if listed.search(u.text)), None)
    if found is None:
        return False
    report, unit = found
    drafting.say(unit.text, (drafting.cite_span(report, *unit.whole, [(unit.start, unit.end)]),))
    return True


def _told_beside(verdict: Figure, aims: Mapping[str, Figure], done: Mapping[str, Figure]) -> tuple[str, list[Figure]]:
    """What a verdict judges, with the goal and the result printed for it, and these two."""
    beside = [f for f in (aims.get(_key(verdict)), done.get(_key(verdict))) if f is not None]
    told = "，".join((("目标" if f.status is Status.TARGET else "实际") + said(f)) for f in beside)
    return f"{name_of(verdict)}{'：' if told else ''}{told}", beside


def _of_one_project(figure: Figure) -> bool:
    """A project's total investment, beside which a year's plan stands, is no goal."""
    return bool(figure.scope) and is_name(figure.scope) and figure.indicator.endswith("总投资")


def _judged(facts: Facts, query: Query) -> list[_Judged]:
    """The goals that can be judged, by name: as the report judges them, by a printed rate, or achieved against aimed at."""
    zones = query.zones or facts.zones.zones[:1]
    periods = query.periods or tuple(facts.periods_of(zones[0])[-1:] if len(zones) == 1 else ())
    pool = facts.figures(zones, periods)
    done = {_key(f): f for kind in (FigureKind.GROWTH, FigureKind.VALUE) for f in reversed(pool) if f.status is Status.DONE and f.kind is kind}
    years = [Period.year(p.first_year) for p in periods if not p.is_year]
    aimed = [*pool, *(facts.figures(zones, years) if years else ())]
    goals = [f for f in aimed if f.status is Status.TARGET and f.kind in (FigureKind.VALUE, FigureKind.GROWTH) and not _of_one_project(f)]
    aims = {_key(f): f for f in reversed(goals)}
    out: dict[str, _Judged] = {}
    for verdict in (f for f in pool if f.kind is FigureKind.VERDICT and f.value_text):
        told, beside = _told_beside(verdict, aims, done)
        out.setdefault(_key(verdict), _Judged(not re.search("[未没否不×✗]", verdict.value_text), told, (verdict, *beside)))
    if len(out) >= ITSELF:
        return list(out.values())
    for rate in (f for f in pool if f.kind is FigureKind.COMPLETION and f.unit in ("%", "％") and f.value is not None):
        met = True if rate.value is not None and rate.value >= 100 else None if is_of_a_part(rate) else False
        told = f"{rate.scope}：{rate.indicator}的{amount(rate)}" if rate.scope else f"{name_of(rate)}：{amount(rate)}"
        out.setdefault(fold(rate.scope or rate.name).replace("的", ""), _Judged(met, told, (rate,)))
    places = {_key(f): f for f in reversed(pool) if f.kind is FigureKind.RANK and f.status is Status.DONE and f.value is not None}
    for goal in (f for f in pool if f.kind is FigureKind.RANK and f.status is Status.TARGET and f.value is not None):
        place = places.get(_key(goal))
        if place is not None and place.value is not None and goal.value is not None:  # the smaller the better
            told = f"{name_of(goal)}：目标{said(goal)}，实际{said(place)}"
            out.setdefault(_key(goal), _Judged(place.value <= goal.value, told, (goal, place)))
    for goal in goals:
        figure = done.get(_key(goal))
        reached = _met(facts, figure, goal) if figure is not None else None
        under_way = figure is not None and is_under_way(figure, goal)
        if figure is not None and reached is not None and (figure.period == goal.period or under_way):
            told = f"{name_of(goal)}：目标{said(goal)}，实际{said(figure)}"
            out.setdefault(_key(goal), _Judged(reached or (None if under_way else False), told, (goal, figure)))
    return list(out.values())


def _key(figure: Figure) -> str:
    """新引进的亿元以上项目 and 新引进亿元以上项目 are one."""
    return fold(figure.scope + figure.indicator).replace("的", "")


def _met(facts: Facts, done: Figure, goal: Figure) -> bool | None:
    sign = -1 if is_ceiling(facts, goal) else 1  # 控制在4%以内
    if goal.value is not None and done.value is not None:
        values = computing.common_unit([done, goal])
        return sign * values[0][0] >= sign * values[0][1] if values else None
    if goal.growth is not None and done.growth is not None:
        return reaches(facts, done.growth, goal.growth, goal)
    return None
