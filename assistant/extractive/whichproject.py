"""Which project was put off, stopped, is not begun, or is to come about when: 哪个项目推迟了, 哪些项目还没开工, 明年哪些项目投产.

No name is asked of, so that no sentence is near in words: each clause or row of a table that tells such a state is quoted,
where it, or its sentence before it, names a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.events import EVENTS, told_as
from assistant.extractive.cells import row_said
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.projects import is_name, project_of, unmarked
from assistant.extractive.rescheduled import until
from assistant.extractive.saying import opening
from assistant.extractive.scoping import PUT_OFF, scope_reports
from assistant.extractive.sentences import DATES, FORESEEN, Unit, units
from assistant.facts import Facts
from assistant.records import Query
from index.records import Period, SectionKind

__all__ = ["answer_which_project", "tells_state"]

_NO_PROJECT = re.compile("^.{,3}$|产业|行业|板块|片区|园区|企业|公司|[镇区市]$")
_CAUSE = re.compile("因|受|由于|.*(?:资本金|增资|注资|款项|股东)")  # why, or that money came late
_KIND = "(?:亿元以上|过亿|重[点大]|主要|工业|产业|制造业|招商|签约|在建|大|好|的)*(?:项目|工程)"
_WHICH = re.compile(f"(?:哪|什么)[^，,。？?]{{0,12}}?(?:{_KIND})|(?:{_KIND})[^，,。？?]{{0,10}}?[，,]?(?:哪|什么|(?<=[，,])(?:分别|都)?是哪)")
_LATE = (
    "推迟|推后|(?:时间|节点|工期)(?:由[^，。；]{2,12})?(?:调整|改)(?:到|至|为)|延[期后误迟]|顺延|进度(?:严重)?滞后|拖[延后期到]|晚于|比(?:原)?计划晚"
    "|(?:未|没)能?(?:如期|按期|按时|按计划)"
)
_LATE_ASKED = re.compile(f"{_LATE}|晚了|拖了|误期|没有?(?:能)?(?:如期|按期|按时|按计划)|超期|逾期")
#: As it is asked, and as it is told: works that stand still, contracts that ended, plans that were put aside.
_ENDS = (
    (re.compile("停工|停建|停摆|停缓建|停了"), "停工|停建|停摆|停缓建"),
    (re.compile("终止|解除|解约|撤资|黄了|流产|不干了|泡汤"), "终止|解除|解约|撤资"),
    (re.compile("搁置|暂缓|没了下文"), "搁置|暂缓|终止"),
)
_STOPPED = "|".join(told for _, told in _ENDS)
_NOT = "(?:没有?|未|尚未|还没|仍未)(?:能)?(?:正式|真正|最终|全面|真)?"
_AHEAD_ASKED = re.compile("预计|计划|打算|准备|将|要|明年|来年|下一?年|下半年")
_REST = re.compile(
    f"{_KIND}|哪|什么|一?个|几|两|些|之|是|有|了|的|呢|吗|还|仍|到现在|到底|年底|年末|目前|现在|全年|当年|年内|能|会|可以?|在|里|中|都|又|分别|叫|名字|列|说|告诉我|开发区|园区|全区|区|"
    "[，,。？?、]|20\\d\\d年|上半年|下半年|[一二三四]季度|\\d+月份?"
)


def answer_which_project(drafting: Drafting, query: Query) -> bool | None:
    """Quote each project that is told to be in the asked state; False where none is, None where something else is asked or no name is told."""
    state = _state_asked(query, drafting.facts)
    if state is None:
        return None
    facts, found = drafting.facts, dict[str, list[_Found]]()
    ids = scope_reports(facts, query)
    own = [r for r in ids if r in facts.reports_of(query.zones, query.periods)] if query.periods and not state.ahead else ids
    for report_id in own or ids:
        for unit in units(facts, report_id):
            if not (unit.table or re.search(state.told, unit.text)):
                continue
            one = _told_in_row(facts, report_id, unit, state, query.periods) if unit.table else _told(facts, report_id, unit, state, query.periods)
            if one is not None and one not in found.setdefault(report_id, []):
                found[report_id].append(one)
    told = {r: every for r, every in found.items() if every}
    clauses = (c for r in own or ids for u in units(facts, r) for c in re.split("[，,；;。|]", u.text))
    if not told and not any(_NAMELESS.search(c) and re.search(state.told, c) for c in clauses):
        drafting.say(f"{REFUSAL}写明“{query.bare.rstrip('？?。')}”的内容。")
        return False
    if not told:
        return None
    for report_id in sorted(told, key=facts.told_until):
        drafting.note("项目的进展", "；".join(said[:40] for _, said in told[report_id]))
        if len(told[report_id]) > 1:
            drafting.say(f"共{len(told[report_id])}条：")
        for span, said in told[report_id]:
            drafting.say(said.rstrip("。；;，,、") + "；", (drafting.cite_span(report_id, *span),))
    return True


def tells_state(facts: Facts, query: Query, quotes: Iterable[str]) -> bool:
    """Whether a quote tells the state that projects are asked by; True where they are asked by none."""
    state = _state_asked(query, facts)
    return state is None or any(re.search(state.told, quote) for quote in quotes)


_Found = tuple[tuple[int, int], str]  # where it stands in the report, and how it is said


_NAMELESS = re.compile("项目|工程|基地|产业园")  # told of one that is not named


@dataclass(frozen=True, slots=True)
class _State:
    """A state of projects: by which words it is told, a pattern; ``ahead`` where it is still to come."""

    told: str
    ahead: bool = False
    event: str = ""  # what was put off, a pattern; "" for any


def _told(facts: Facts, report_id: str, unit: Unit, state: _State, periods: Sequence[Period]) -> _Found | None:
    """From the clause that names a project, in the sentence that the unit is of, to the one that tells its state."""
    report, named = facts.report(report_id), None
    owners = {f.scope for f in facts.figures([report.zone]) if f.report_id == report_id and unit.whole[0] <= f.start < unit.whole[1]}
    text = report.text[unit.whole[0] : unit.end]
    for clause in re.finditer("[^，,。；;：:]+[，,。；;：:]?", text):
        name = project_of(clause.group().rstrip("，,。；;：:"))
        name = name or next((o for o in owners if unmarked(clause.group()).startswith(o) and not _NO_PROJECT.search(o)), "")  # 甲科创谷总投资5亿元
        if is_name(name) and not re.search(f"{_LATE}|{_STOPPED}|^[对把让]", name):  # 对进度滞后的项目
            named = clause.start()
        told = re.search(state.told, clause.group())
        if told is None or named is None or _CAUSE.match(clause.group()) or unit.whole[0] + clause.start() < unit.start:
            continue
        if not _holds(facts, report_id, unit, clause.group(), told.start(), state, periods):
            continue
        ends = (i + 1 for c in "；;。" if (i := text.find(c, clause.start())) >= 0)
        a, b = unit.whole[0] + named, unit.whole[0] + min(ends, default=len(text))
        return (a, b), opening(report, a, b)
    return None


def _told_in_row(facts: Facts, report_id: str, unit: Unit, state: _State, periods: Sequence[Period]) -> _Found | None:
    """A row one of whose cells tells the state, by itself or under its column's head (投产时间 | 预计2024年6月)."""
    table = next((t for t in facts.report(report_id).tables if t.start <= unit.start < t.end and t.heads), None)
    heads = table.grid[table.heads - 1] if table is not None else ()
    row = next((r for r in table.grid[table.heads :] if any(unit.start <= c.start < unit.end for c in r)), ()) if table is not None else ()
    for n, cell in enumerate(unit.text.split("|")):
        headed = heads[n].text if state.ahead and n < len(heads) and DATES.search(cell) else ""
        told = re.search(state.told, cell) or re.search(state.told, headed)
        if n and told is not None and _holds(facts, report_id, unit, headed + cell, told.start(), state, periods):
            return (unit.start, unit.end), row_said(heads, row) if row else unit.text
    return None


def _holds(facts: Facts, report_id: str, unit: Unit, clause: str, at: int, state: _State, periods: Sequence[Period]) -> bool:
    """Whether a clause tells the state of the asked time: of what lies ahead the date, which none that came about is."""
    if not state.ahead:
        another = state.event and re.search(EVENTS, clause) and not re.search(state.event, clause)
        return not another and (FORESEEN.search(clause[:at]) is None or PUT_OFF.search(clause) is not None)  # 投产时间预计延后到2024年6月
    reported, month = facts.told_until(report_id)
    planned = unit.kind is SectionKind.PLAN
    dated = [m.group() for m in DATES.finditer(clause)]
    if not (planned or FORESEEN.search(clause) or PUT_OFF.search(clause)):
        return False
    due = until(dated[-1], reported + (planned and month == 12)) if dated else (reported + planned, 12, 31)
    return not periods or any((p.first_year, p.first_month) <= due[:2] <= (p.last_year, p.last_month) for p in periods)


def _state_asked(query: Query, facts: Facts) -> _State | None:
    """The state that is asked for with nothing else said of the projects."""
    if _WHICH.search(query.text) is None:
        return None
    event, named, text = told_as(query.text), re.search(EVENTS, query.text), query.bare or query.text
    for asked, told in ((_LATE_ASKED, _LATE), *_ENDS):
        if asked.search(query.text):
            return None if _left(asked.sub("", text)) else _State(told, event=event if named else "")
    if named is None:
        return None
    not_yet = re.search(f"(?:没有?|未|尚未|还没)(?:能)?(?:正式|真正)?{named.group()}", query.text)
    if not_yet:
        return None if _left(text.replace(not_yet.group(), "")) else _State(f"{_NOT}[^，。；|]{{0,4}}?(?:{event})")
    newest = max((facts.newest[z] for z in query.zones or facts.newest if z in facts.newest), key=lambda p: p.key, default=None)
    later = newest is not None and query.periods and all(p.key > newest.key for p in query.periods)
    if not (later or _AHEAD_ASKED.search(query.text)) or _left(_AHEAD_ASKED.sub("", text)):
        return None
    return _State(event, ahead=True)


def _left(asked: str) -> str:
    """What else is asked of."""
    return _REST.sub("", re.sub(f"{EVENTS}|建设|完成|进度|实施|签约|正式|真正", "", asked))
