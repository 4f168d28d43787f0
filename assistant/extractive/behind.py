"""What a project was to spend in a year and what it spent, and which of several fell short: 哪个项目没完成年度投资计划."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.wording import amount, describe, name_of
from assistant.facts import Facts
from assistant.records import Query
from assistant.terms import find_terms
from index.glossary import broad_meanings
from index.records import Figure, FigureKind, Status

__all__ = ["answer_behind", "planned_for", "spent_of"]

_PLANNED = re.compile("(?:当年|年度|年内|全年|今年|本年)?计划(?:完成)?投资额?|(?:年度|当年)投资计划")
_SPENT = re.compile("(?:当年|年内|全年|本年)?(?:实际)?完成投资额?|(?:当年|全年)投资额?")
_SHORT = "(?:没|未)(?:有|能)?(?:按时|如期)?(?:完成|达到?|干完|做完|投完|投够|实现)|欠账|短收|拖(?:了)?后腿|落后|掉队"
_REACHED = "超额?完成|完成了|达到了|超了"
_ASKED = re.compile(
    f"(?:哪|谁)[^，,。？?]{{0,12}}?(?:(?P<short>{_SHORT})|{_REACHED})"
    f"|(?:(?P<behind>{_SHORT})|{_REACHED})[^，,。？?]{{0,10}}?(?:又|是|有)(?:哪|谁)"
)
_KINDS = re.compile("项目|工程|片区|园区|分园|组团|镇街?|街道|板块")
_GOAL = re.compile("目标|计划|任务|进度")
_IN_ALL = re.compile("(?:合计|总计)$|^(?:全部|[省市区县]级?|重点|重大|在建|新建|续建)*(?:项目|工程)$")
_PLACE = re.compile("片区|园|组团|镇|街道|板块|区$")


def planned_for(facts: Facts, spent: Figure) -> Figure | None:
    """年度计划投资 of the same thing and year, of what it has spent; None where it is not printed, or twice."""
    return _beside(facts, spent, _PLANNED, Status.TARGET) if _SPENT.fullmatch(spent.indicator) else None


def spent_of(facts: Facts, planned: Figure) -> Figure | None:
    """完成投资 of the same thing and year as what it was to spend, or costs."""
    return _beside(facts, planned, _SPENT, Status.DONE)


def _beside(facts: Facts, figure: Figure, name: re.Pattern[str], status: Status) -> Figure | None:
    found = [
        f for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if f.scope and f.scope == figure.scope and f.status is status and f.kind is FigureKind.VALUE and f.value is not None
        and name.fullmatch(f.indicator)
    ]  # fmt: skip
    return found[0] if len({(f.value, f.unit) for f in found}) == 1 else None


def answer_behind(drafting: Drafting, query: Query) -> bool:
    """Say which of several projects or places fell short of their goals, or reached them; whether two or more have both numbers."""
    asked = _ASKED.search(query.text)
    kind = _KINDS.search(query.text)
    if asked is None or kind is None or not _GOAL.search(query.text) or len(query.zones) > 1:
        return False
    pairs = _pairs(drafting.facts, query, of_projects=kind.group() in ("项目", "工程"))
    if len(pairs) < 2:
        return False
    behind = bool(asked["short"] or asked["behind"])
    short = [(done, goal) for done, goal in pairs if _missing(done, goal) > 0]
    wanted = short if behind else [pair for pair in pairs if pair not in short]
    which = "没有完成" if behind else "完成了"
    if not wanted:
        cited = drafting.cite(*(f for pair in pairs for f in pair))
        drafting.say(f"{REFUSAL}哪一个{which}：有目标和完成数的{len(pairs)}个都{'完成了' if behind else '没有完成'}。", cited)
        return True
    drafting.say(f"{which}的有{len(wanted)}个：{'、'.join(done.scope for done, _ in wanted)}。", drafting.cite(*(done for done, _ in wanted)))
    for done, goal in wanted:
        (a, b), unit = computing.common_unit([done, goal]) or ([], "")
        gap = computing.difference(max(a, b), min(a, b), unit)
        by = f"，{'差' if a < b else '超'}{gap.text}" if a != b else ""
        aim = name_of(goal).removeprefix(goal.scope).removeprefix("的")
        drafting.say(f"{describe(done)}{amount(done)}，{aim}{amount(goal)}{by}。", drafting.cite(done, goal), gap.formula if by else "")
    return True


def _missing(done: Figure, goal: Figure) -> int:
    values = computing.common_unit([done, goal])
    return 0 if values is None else (values[0][1] > values[0][0]) - (values[0][1] < values[0][0])


def _pairs(facts: Facts, query: Query, *, of_projects: bool) -> list[tuple[Figure, Figure]]:
    """What was done and aimed at, of each thing that both are printed of."""
    period = query.periods[0] if query.periods else facts.newest.get(query.zones[0]) if query.zones else None
    asked = {m for t in find_terms("".join(query.indicators)) for m in t.meanings} - {"项目", *broad_meanings("项目")}
    pairs: dict[str, tuple[Figure, Figure]] = {}
    for done in facts.figures(query.zones, [period] if period else ()):
        told = done.status is Status.DONE and done.kind is FigureKind.VALUE and done.value is not None
        if not told or not done.scope or _IN_ALL.search(done.scope):
            continue
        if of_projects:
            goal = planned_for(facts, done)
        elif _PLACE.search(done.scope) and (not asked or done.name in asked):
            goal = _beside(facts, done, re.compile(re.escape(done.indicator)), Status.TARGET)
        else:
            goal = None
        if goal is not None and goal.id != done.id:
            pairs.setdefault(done.scope, (done, goal))
    return [pair for pair in pairs.values() if pair[0].in_table == pair[1].in_table]
