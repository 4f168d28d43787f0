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
from assistant.ways import WAYS, akin, ways_of
from index.records import SectionKind
from index.units import ANY_UNIT

__all__ = ["ALONE", "DEED", "KIND", "bare_clause", "find_reason", "head_of"]

_CUT = re.compile("[，。；,;！!]")
#: Where what a clause is about ends.
_ENDS = re.compile(
    "\\d|[：:（(]|受(?!理)|因(?!素)|由(?!.{0,3}[局委办])|[预估]计|完成|实现|达到?|同比|不[升增涨]反|[下上][降升滑跌]|增长|减少|增加|回[落升]|出现|有所|[没未]|[仅只]|全年|当年|比[上去]|较上|为(?!民)|之所以|的?下滑|偏|稳|累计|则"
)
_BEGINS = re.compile(
    "^(?:其中|但|而|不过|此外|另外|同时|全[年区县市]|[上下]半年|前[一二三四五六七八九十]+个?[季月]度?|今年|去年|我区|本区|年内|完成|实现|[^，]{0,4}20\\d\\d年)+"
)
#: What is measured of a thing, and what kind of thing it is.
KIND = re.compile(f"(?:产业|行业|制造业|板块|领域|方面|项目|工程|种植|养殖|的|产值|投资|总[额量值]|税金|{MEASURE})+$")
DEED = re.compile("(?:竣工|新[建增开签]|建成|供应|出让|完成|实现|上缴|入库|累计|实际|本级|区级)*")  # 竣工标准厂房 is 标准厂房
_LABEL = re.compile("^(?:完成|进展|落实|结果|执行)(?:情况)?[：:]")
_CALLED = re.compile("(?P<of>[^：:。；，\\d\\n]{3,30})[：:。]")
_FIRST = re.compile("受(?!理)|因(?!此)|由于")  # a cause that stands before what it explains
ALONE = re.compile("(?:产量|投产|开工|竣工|建设|工期|进度|时间|同比|项目|增速|增幅|降幅|全年|累计|总量)*")
_SOME = 0.15  # of the asked words
_TERM, _PART = 2.0, 0.5  # of a known indicator; the least share of any other name that a question has to hold


@dataclass(frozen=True, slots=True)
class _Said:
    sentence: Sentence
    likeness: float


def find_reason(drafting: Drafting, query: Query, ids: Sequence[str], ranked: Sequence[Sentence], *, weak: bool) -> Sentence | None:
    """The sentence that says why; ``weak`` is whether none of the ``ranked`` holds enough of the question."""
    found = find_explained(drafting, query, ids, ranked) or find_counted(drafting, query, ranked)
    if found is None and (weak or not can_answer(drafting.facts, query, ranked[0])):
        found = find_told_wrong(drafting, query, ids)
    return found or (find_near(query, ranked) if weak else None)


def find_explained(drafting: Drafting, query: Query, ids: Sequence[str], ranked: Sequence[Sentence]) -> Sentence | None:
    """The sentence that gives the cause of what the question names, gone the way the question says; None where none or two do."""
    asked = fold("".join((query.bare or query.text, *query.scopes, *query.indicators)))
    ways = akin(ways_of(query.text))
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
            if not any(WAYS[way].search(text + headed) for way in ways) or any(s not in text + "".join(unit.path) for s in query.scopes):
                continue
            subject = _subject(unit.text, text)
            likeness = _like(subject, asked) if len(subject) > 1 else 0.0
            if not likeness and _SUBJECTLESS.match(unit.text):
                above = (_heads_line(report.text, unit.start), head_of(headed))
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


_COUNTED = re.compile(f"(?<![\\d.])\\d[\\d.]*(?:{ANY_UNIT})")


def find_counted(drafting: Drafting, query: Query, ranked: Sequence[Sentence]) -> Sentence | None:
    """还留了3家，卡在哪里, of 剩余3家因…: the one sentence that gives the cause of as many as the question counts."""
    counts = {m.group() for m in _COUNTED.finditer(fold(query.bare))}

    def caused(sentence: Sentence) -> bool:
        report = drafting.facts.report(sentence.report_id)
        end = with_cause(report, sentence.start, sentence.whole[1])
        return CAUSE.search(report.text, sentence.start, end) is not None

    found = [s for s in ranked if not (s.table or s.planned) and s.coverage >= _SOME and caused(s)]
    found = [s for s in found if any(m.group() in counts for m in _COUNTED.finditer(fold(s.text)))]
    return found[0] if counts and len(found) == 1 else None


def find_told_wrong(drafting: Drafting, query: Query, ids: Sequence[str]) -> Sentence | None:
    """Of what a report tells among its problems, the item headed by what the question names, or the sentence that comes to it in its last clause.

    1. 技改投资不升反降。只完成目标的83.8%。一是…; 减税政策落地，房地产税收减少，一般公共预算收入未达预算。
    """
    asked = fold("".join((query.bare or query.text, *query.scopes, *query.indicators)))
    ways = [pattern for pattern in WAYS.values() if pattern.search(query.text)]
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
            likeness = _like(head_of(clauses[-1]), asked)
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
        at = next((i for i, c in enumerate(clauses) if _FIRST.match(bare_clause(c))), 0) if text == own else 0
    cause = CAUSE.search(clauses[at])
    before = head_of(clauses[at][: cause.start()] if cause is not None else clauses[at])
    behind = head_of(clauses[at + 1]) if _FIRST.match(bare_clause(clauses[at])) and at + 1 < len(clauses) else ""
    return next((s for s in (before, behind, head_of(clauses[0])) if len(s) > 1 and not ALONE.fullmatch(s)), "")


#: A clause that goes on about what the line is about: 因…, 原定…, 受…影响, 下滑的缘由….
_SUBJECTLESS = re.compile("因|受(?!理)|由于|原[定计]|主要|加上|但|目前|[没未]|下[滑降]|[推延]|之所以")


def _heads_line(text: str, start: int) -> str:
    """甲项目：总投资32亿元。因…，投产时间调整到12月。, ——甲项目。总投资…: what the line is about."""
    line = text.rfind("\n", 0, start) + 1
    called = _CALLED.match(text, line, start)
    return bare_clause(called["of"]) if called is not None else ""


def bare_clause(clause: str) -> str:
    clause = clause.strip().lstrip("*#- ")
    mark = MARK.match(clause)
    clause = clause[mark.end() :] if mark is not None else clause
    return _BEGINS.sub("", _LABEL.sub("", clause.lstrip("*是、．. ")))


def head_of(clause: str) -> str:
    bare = bare_clause(clause)
    end = _ENDS.search(bare)
    return bare[: end.start()] if end is not None else bare


def _like(subject: str, asked: str) -> float:
    """How much of what a sentence explains a question names: a known indicator by any of its names, anything else by its own."""
    subject = fold(subject)
    terms = find_terms(subject)
    if terms and terms[-1].end == len(subject) and terms[-1].said not in ("项目", "工程"):
        own = subject[: terms[-1].start]
        if any({*terms[-1].meanings} & {*t.meanings} for t in find_terms(asked)):
            return _TERM if DEED.fullmatch(own) or own in asked else 0.0
        subject = own or subject
    core = KIND.sub("", subject) or subject
    size = max((n for n in range(2, len(core) + 1) for i in range(len(core) - n + 1) if core[i : i + n] in asked), default=0)
    shared = size / len(core) if core else 0.0
    whole = shared > _PART or (shared == _PART and core[-size:] in asked)
    return shared if whole else 0.0
