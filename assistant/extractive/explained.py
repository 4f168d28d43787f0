"""Why something fell, rose or came late, found by what the reports explain: whose cause each sentence gives, and which way it went.

A question tells what happened in its own words (掉了下来, 倒着走, 反倒少了) that no report prints; the thing it happened to is named in both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import MARK
from assistant.extractive.missed import ASKED_ALOUD, HEADLINE, with_cause
from assistant.extractive.sentences import CAUSE, Sentence, listings, units
from assistant.extractive.shapes import can_answer
from assistant.names import fold
from assistant.records import Query
from assistant.terms import MEASURE, find_terms
from index.records import SectionKind

__all__ = ["find_reason"]

#: Which way it went: as questions and reports say it.
_WAYS = {
    "less": re.compile(
        "下[降滑跌行挫]|下来了|[走变]低|回落|[减缩]少|减[产收量]|萎缩|[收紧]缩|[缩下]水|下坡|负增长|少了|[降跌掉](?=[了？?])|倒退|倒着|后退|退步|往[后下]掉|不升反|由增转降|掉头|往下走|转负|放缓|变慢|跟不上|慢于|低于|低迷|不振|疲软|转弱|逆势收缩"
        "|下降|减少|[少降低减][了约]?\\d|[没未](?:有|能)?(?:够|完成|达|实现|做到|收到|过|如期完成)|[达完做够]不[到成够]|没够|差了|缺口|窟窿|短收|拖(?:了)?后腿|不足|[仅只](?:有|完成|及|为|相当)"
        "|的[1-9]?\\d(?:\\.\\d+)?%|[没未少低][^，。]{0,8}(?:计划|目标|任务|预算)|差距|失分|丢分|丢的分|少于|不及"
    ),
    "more": re.compile("增长|上升|提高|回升|增加|上涨|超收|超额|增收|猛增|大涨|涨了|走高|好于|快于|翻番|[多涨增]了"),
    "late": re.compile(
        "推迟|延[期后迟误]|顺延|拖[延到后了期]|往后|滞后|[没未](?:有|能)?(?:按期|如期|按时|及时)?(?:开工|动工|投产|竣工|通车|开学|建成|完工|开业|落地|交付|启用|投用|通水)|原[定计]|调整[到为至]|迟迟|搁[置浅]|空等|停工|暂缓|晚了?"
    ),
}
_CUT = re.compile("[，。；,;！!]")
#: Where what a clause is about ends.
_ENDS = re.compile(
    "\\d|[：:（(]|受(?!理)|因(?!素)|由(?!.{0,3}[局委办])|[预估]计|完成|实现|达到?|同比|不[升增涨]反|[下上][降升滑跌]|增长|减少|增加|回[落升]|出现|有所|[没未]|[仅只]|全年|当年|比[上去]|较上|为(?!民)|之所以|的?下滑|偏|稳|累计|则"
)
_BEGINS = re.compile(
    "^(?:其中|但|而|不过|此外|另外|同时|全[年区县市]|[上下]半年|前[一二三四五六七八九十]+个?[季月]度?|今年|去年|我区|本区|年内|完成|实现|[^，]{0,4}20\\d\\d年)+"
)
#: What is measured of a thing, and what kind of thing it is.
_KIND = re.compile(f"(?:产业|行业|制造业|板块|领域|方面|项目|工程|种植|养殖|的|产值|投资|总[额量值]|税金|{MEASURE})+$")
_DEED = re.compile("(?:竣工|新[建增开签]|建成|供应|出让|完成|实现|上缴|入库|累计|实际|本级|区级)*")  # 竣工标准厂房 is 标准厂房
_LABEL = re.compile("^(?:完成|进展|落实|结果|执行)(?:情况)?[：:]")
_CALLED = re.compile("(?P<of>[^：:。；，\\d\\n]{3,30})[：:。]")
_FIRST = re.compile("受(?!理)|因(?!此)|由于")  # a cause that stands before what it explains
_ALONE = re.compile("(?:产量|投产|开工|竣工|建设|工期|进度|时间|同比|项目|增速|增幅|降幅|全年|累计|总量)*")
_TERM, _PART = 2.0, 0.5  # of a known indicator; the least share of any other name that a question has to hold


@dataclass(frozen=True, slots=True)
class _Said:
    sentence: Sentence
    likeness: float


def find_reason(drafting: Drafting, query: Query, ids: Sequence[str], ranked: Sequence[Sentence], *, weak: bool) -> Sentence | None:
    """The sentence that says why; ``weak`` is whether none of the ``ranked`` holds enough of the question."""
    found = find_explained(drafting, query, ids, ranked)
    if found is None and (weak or not can_answer(drafting.facts, query, ranked[0])):
        found = find_told_wrong(drafting, query, ids)
    return found or (find_near(query, ranked) if weak else None)


def find_explained(drafting: Drafting, query: Query, ids: Sequence[str], ranked: Sequence[Sentence]) -> Sentence | None:
    """The sentence that gives the cause of what the question names, gone the way the question says; None where none or two do."""
    asked = fold("".join((query.bare or query.text, *query.scopes, *query.indicators)))
    ways = [way for way, pattern in _WAYS.items() if pattern.search(query.text)]
    if not ways:
        return None
    found: list[_Said] = []
    for report_id in ids:
        report, own = drafting.facts.report(report_id), drafting.facts.cards[report_id].period
        if own is not None and query.periods and all(p.last_year < own.first_year or own.last_year < p.first_year for p in query.periods):
            continue  # how it went in another year
        for unit in units(drafting.facts, report_id):
            if unit.table or unit.kind is SectionKind.PLAN:
                continue
            text, whole = unit.text, unit.whole[1]
            if CAUSE.search(text) is None:
                text = report.text[unit.start : with_cause(report, unit.start, whole)]
                aloud = ASKED_ALOUD.match(unit.text) or HEADLINE.fullmatch(unit.text)
                if CAUSE.search(text[whole - unit.start :]) is None and not (len(text) > whole - unit.start and aloud):
                    continue
            headed = unit.path[-1] if unit.path and _SUBJECTLESS.match(unit.text) else ""
            if not any(_WAYS[way].search(text + headed) for way in ways) or any(s not in text + "".join(unit.path) for s in query.scopes):
                continue
            subject = _subject(unit.text, text)
            likeness = _like(subject, asked) if len(subject) > 1 else 0.0
            if not likeness and _SUBJECTLESS.match(unit.text):
                above = (_heads_line(report.text, unit.start), _head(headed))
                likeness = max((_like(name, asked) for name in above if len(name) > 1), default=0.0)
            if likeness:
                found.append(_Said(Sentence.of(report_id, unit, 1.0, 1.0), likeness))
    best = max((s.likeness for s in found), default=0.0)
    alike = [s.sentence for s in found if s.likeness == best]
    order = {(s.report_id, s.start): i for i, s in enumerate(ranked)}
    alike.sort(key=lambda s: order.get((s.report_id, s.start), len(order)))
    if not alike or (len(alike) > 1 and (alike[0].report_id, alike[0].start) not in order):
        return None
    nearest = next((s for s in ranked[:1] if CAUSE.search(s.text) and not s.missing), None)
    if nearest is not None and (best < 1.0 or _like(_subject(nearest.text, nearest.text), asked) >= best):
        return None  # it gives a cause of what is asked of itself
    drafting.note("解释", f"{alike[0].text[:40]} {best:.2f}")
    return alike[0]


def find_told_wrong(drafting: Drafting, query: Query, ids: Sequence[str]) -> Sentence | None:
    """Of what a report tells among its problems, the item headed by what the question names, or the sentence that comes to it in its last clause.

    1. 技改投资不升反降。只完成目标的83.8%。一是…; 减税政策落地，房地产税收减少，一般公共预算收入未达预算。
    """
    asked = fold("".join((query.bare or query.text, *query.scopes, *query.indicators)))
    ways = [pattern for pattern in _WAYS.values() if pattern.search(query.text)]
    found: list[tuple[float, Sentence]] = []
    for report_id in ids if ways else ():
        report = drafting.facts.report(report_id)
        listed = [x for x in listings(drafting.facts, report_id) if x.marked and x.kind is SectionKind.PROBLEMS]
        ends = {unit.start: b for x in listed for a, b in x.items for unit in units(drafting.facts, report_id) if unit.start == a}
        for unit in units(drafting.facts, report_id):
            if unit.table or unit.kind is not SectionKind.PROBLEMS or any(s not in unit.text + "".join(unit.path) for s in query.scopes):
                continue
            clauses = [c for c in _CUT.split(unit.text) if c.strip()]
            heads = unit.start in ends and ends[unit.start] > unit.end and len(clauses) == 1
            if not (heads or len(clauses) > 1) or not any(way.search(clauses[-1]) for way in ways):
                continue
            likeness = _like(_head(clauses[-1]), asked)
            if likeness:
                end = ends[unit.start] if heads else unit.end
                sentence = Sentence.of(report_id, unit, 1.0, 1.0)
                found.append((likeness, replace(sentence, end=end, whole=(unit.start, end), text=report.text[unit.start : end])))
    best = max(found, key=lambda one: one[0], default=None)
    return best[1] if best is not None and sum(one[0] == best[0] for one in found) == 1 else None


def find_near(query: Query, ranked: Sequence[Sentence]) -> Sentence | None:
    """什么原因退的, of 因停产搬迁等退出4家: the first that gives a cause, of what was quoted just before."""
    return next((s for s in ranked if CAUSE.search(s.text) and any(r == s.report_id and x <= s.start < y for r, x, y in query.near)), None)


def _subject(own: str, text: str) -> str:
    """What a sentence explains: named in the clause of its cause, or in the one behind a cause that comes first, or at its beginning.

    ``text`` is the sentence with the one behind it that gives the cause.
    """
    clauses = [c for c in _CUT.split(own) if c.strip()]
    at = next((i for i, c in enumerate(clauses) if CAUSE.search(c)), None)
    if at is None:  # the cause runs over several clauses: 受甲影响，乙推迟; or stands in the next sentence
        at = next((i for i, c in enumerate(clauses) if _FIRST.match(_bare(c))), 0) if text == own else 0
    cause = CAUSE.search(clauses[at])
    before = _head(clauses[at][: cause.start()] if cause is not None else clauses[at])
    behind = _head(clauses[at + 1]) if _FIRST.match(_bare(clauses[at])) and at + 1 < len(clauses) else ""
    return next((s for s in (before, behind, _head(clauses[0])) if len(s) > 1 and not _ALONE.fullmatch(s)), "")


#: A clause that goes on about what the line is about: 因…, 原定…, 受…影响, 下滑的缘由….
_SUBJECTLESS = re.compile("因|受(?!理)|由于|原[定计]|主要|加上|但|目前|[没未]|下[滑降]|[推延]|之所以")


def _heads_line(text: str, start: int) -> str:
    """甲项目：总投资32亿元。因…，投产时间调整到12月。, ——甲项目。总投资…: what the line is about."""
    line = text.rfind("\n", 0, start) + 1
    called = _CALLED.match(text, line, start)
    return _bare(called["of"]) if called is not None else ""


def _bare(clause: str) -> str:
    clause = clause.strip().lstrip("*#- ")
    mark = MARK.match(clause)
    clause = clause[mark.end() :] if mark is not None else clause
    return _BEGINS.sub("", _LABEL.sub("", clause.lstrip("*是、．. ")))


def _head(clause: str) -> str:
    bare = _bare(clause)
    end = _ENDS.search(bare)
    return bare[: end.start()] if end is not None else bare


def _like(subject: str, asked: str) -> float:
    """How much of what a sentence explains a question names: a known indicator by any of its names, anything else by its own."""
    subject = fold(subject)
    terms = find_terms(subject)
    if terms and terms[-1].end == len(subject) and terms[-1].said not in ("项目", "工程"):
        own = subject[: terms[-1].start]
        if any({*terms[-1].meanings} & {*t.meanings} for t in find_terms(asked)):
            return _TERM if _DEED.fullmatch(own) or own in asked else 0.0
        subject = own or subject
    core = _KIND.sub("", subject) or subject
    size = max((n for n in range(2, len(core) + 1) for i in range(len(core) - n + 1) if core[i : i + n] in asked), default=0)
    shared = size / len(core) if core else 0.0
    whole = shared > _PART or (shared == _PART and core[-size:] in asked)
    return shared if whole else 0.0
