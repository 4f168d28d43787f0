"""Answers in words: the sentence that holds them, or the items of a list, by the report's own structure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.refusing import refuse_with_sentence
from assistant.extractive.sentences import DATE, Sentence, rank_sentences, split_sentences
from assistant.facts import Facts
from assistant.linking import bigrams, dimension, fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.numerals import find_quantities
from index.records import Report, Section, SectionKind, Status

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["add_related", "answer_items", "answer_number", "answer_sentence", "scope_reports"]

PROBLEM_WORDS = re.compile(r"问题|短板|不足|困难|毛病|缺点|弱项|薄弱|瓶颈|制约|差距|担心")
PLAN_WORDS = re.compile(r"打算|思路|计划|下一步|明年|来年|任务|要抓|准备|安排|部署|行动|工程")
ITEM = re.compile(
    r"(?:(?<=[。；：:;\n，,])|^)\s*(?:[一二三四五六七八九十]+[是要]|首先|其次|再次|最后|第[一二三四五六七八九十]+[，,、是]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|[一二三四五六七八九十]+、|[-•·●◆※*]\s)"
)
MIN_SCORE = 0.9
GENERAL = re.compile("(?:主要|全年|年度|整体|总体|的|工作|情况|成绩|成效|内容|报告)*")  # asked for as a whole
SENTENCES = re.compile("([两三四五六])句话")
SHORT_ENOUGH = 90  # characters: of a longer sentence the clauses that answer are said, and the sentence cited
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
NUMBERED = re.compile("([两三四五六七八九十]|\\d{1,2})(?:大|项|个|条)?([一-鿿]{2})(?=分别|是|有|都|[?？]|$|包括|具体)")


def scope_reports(facts: Facts, query: Query) -> list[str]:
    """The reports that a question in words is about: its zone's, of the year asked; a plan stands in the report before."""
    periods = list(query.report_periods or query.periods)
    if not periods:
        return facts.reports_of(query.zones)
    if query.report_periods:
        return facts.reports_of(query.zones, periods)
    return facts.reports_of(query.zones, [*(p.shifted(-1) for p in periods), *periods])


def _plans_only(facts: Facts, query: Query, ids: Sequence[str]) -> frozenset[str]:
    """Of these reports, those of the year before: only what they plan is of the year asked."""
    if query.report_periods or not query.periods:
        return frozenset()
    return frozenset(ids) - frozenset(facts.reports_of(query.zones, query.periods))


def answer_sentence(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """Who, when, where, why: the one sentence (two when the second is close) that answers."""
    facts = drafting.facts
    ids = scope_reports(facts, query)
    phrase = "".join((*query.scopes, *query.indicators)) or query.text
    ranked = (
        rank_sentences(
            facts,
            retriever,
            query.bare or query.text,
            phrase,
            query.operation,
            report_ids=ids,
            plans_only=_plans_only(facts, query, ids),
            planned=_planned(query),
            expected=query.status is Status.EXPECTED,
        )
        if ids
        else []
    )
    drafting.note(
        "句子", f"{phrase} → {len(ranked)} 句", *({"score": round(s.score, 3), "text": s.text[:60]} for s in ranked[:6])
    )
    if not ranked or (ranked[0].score < MIN_SCORE and ranked[0].coverage < 0.5 and ranked[0].standing < 1.5):
        drafting.say(f"{REFUSAL}与“{phrase}”有关的内容。")
        return False
    best = ranked[0]
    report = facts.report(best.report_id)
    section = next(
        (x for x in facts.sections(best.report_id) if x.body_start > x.start and x.start <= best.start < x.body_start),
        None,
    )
    if (
        section is not None and query.operation is not Operation.WHEN
    ):  # the best match is a heading: what stands under it answers
        items = _items_of(report, _under(facts, section))
        if items:
            _say_items(drafting, report, items)
            return True
    if query.operation in (Operation.LIST, Operation.HOW):
        siblings = _items_around(facts, report, best)
        if siblings:
            _say_items(drafting, report, siblings)
            return True
    chosen = [best]
    if (
        len(ranked) > 1
        and query.operation in (Operation.WHY, Operation.HOW, Operation.SUMMARY, Operation.WHEN)
        and ranked[1].score > best.score - 0.35
    ):
        chosen.append(ranked[1])
    if query.operation in (Operation.LIST, Operation.PARTS):
        chosen += [
            s
            for s in ranked[1:]
            if s.report_id == best.report_id and 0 <= s.start - best.end <= 2 and _lists(s.text) > _lists(best.text)
        ]
    for sentence in chosen:
        _say_sentence(
            drafting, query, _extended(report if sentence is best else facts.report(sentence.report_id), sentence)
        )
    return True


def _items_around(facts: Facts, report: Report, sentence: Sentence) -> list[tuple[int, int]]:
    """The items of the list that a sentence is one of (四是围绕“三区”建设抓招商。): asked for a list, one is not enough."""
    if not ITEM.match(sentence.text):
        return []
    section = next((s for s in reversed(facts.sections(report.id)) if s.start <= sentence.start < s.end), None)
    if section is None:
        return []
    items = marked_items(report.text, section.body_start, section.end)
    if len(items) < 2 or not any(a <= sentence.start < b for a, b in items):
        return []
    return [(a, next((e for _, e in split_sentences(report.text, a, b)), b)) for a, b in items]


def _numbered_kind(facts: Facts, query: Query, ids: Sequence[str]) -> tuple[Report, list[tuple[int, int]]] | None:
    """六大工程, 五项行动: as many headings of one level that all name the noun."""
    match = NUMBERED.search(query.text)
    if not match:
        return None
    number, noun = (
        NUMERALS.get(match.group(1), 0) or int(match.group(1) if match.group(1).isdigit() else 0),
        match.group(2),
    )
    for report_id in reversed(list(ids)):
        report = facts.report(report_id)
        levels: dict[int, list[tuple[int, int]]] = {}
        for s in facts.sections(report_id):
            if s.body_start > s.start and noun in report.text[s.start : s.body_start]:
                levels.setdefault(s.level, []).append((s.start, s.body_start))
        for spans in levels.values():
            if len(spans) == number:
                return report, spans
    return None


def _lists(text: str) -> int:
    return len(re.findall("[、；]", text))


def _planned(query: Query) -> bool:
    return query.status is Status.TARGET or bool(
        re.search(
            "打算|思路|下一步|明年|来年|要(?:办|抓|做|干|建|搞|推|开)|[将拟]要?(?:办|建|引)|计划|安排|部署|重点任务",
            query.text,
        )
    )


def answer_number(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """A number that no figure holds, in the sentence that holds nearly all of the asked words and one number of the asked unit."""
    facts = drafting.facts
    phrase = "".join((*query.scopes, *query.indicators))
    ids = scope_reports(facts, query)
    if not ids or len(phrase) < 4 or query.aspect is not Aspect.VALUE or query.status is Status.EXPECTED:
        return False
    if any(len(t.meanings) == 1 for t in find_terms(phrase)):
        return False  # a known indicator is a figure, or it isn't there
    if query.periods and not facts.reports_of(query.zones, query.periods) and not _planned(query):
        return False
    ranked = rank_sentences(
        facts,
        retriever,
        query.bare or query.text,
        phrase,
        query.operation,
        report_ids=ids,
        plans_only=_plans_only(facts, query, ids),
        planned=_planned(query),
    )
    if not ranked or ranked[0].coverage < 0.75:
        return False
    best = ranked[0]
    asked = dimension(query.unit)
    fitting = [q for q in find_quantities(best.text) if asked and dimension(q.unit) == asked]
    if len(fitting) != 1:
        return False
    number = drafting.cite_span(
        best.report_id, best.start, best.end, [(best.start + fitting[0].start, best.start + fitting[0].end)]
    )
    drafting.note(
        "原句", f"{phrase} → {fitting[0].text}", {"coverage": round(best.coverage, 2), "text": best.text[:60]}
    )
    drafting.say(f"{fitting[0].text}：{best.text}", (number,))
    return True


def add_related(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> None:
    """After a refusal without a near figure: the sentence that speaks of what was asked, when there is one."""
    ids = scope_reports(drafting.facts, query)
    phrase = "".join((*query.scopes, *query.indicators))
    if not ids or len(phrase) < 3:
        return
    ranked = rank_sentences(
        drafting.facts,
        retriever,
        query.bare or query.text,
        phrase,
        query.operation,
        report_ids=ids,
        plans_only=_plans_only(drafting.facts, query, ids),
    )
    if ranked and ranked[0].coverage >= 0.4:
        refuse_with_sentence(
            drafting, ranked[0].text, drafting.cite_span(ranked[0].report_id, ranked[0].start, ranked[0].end)
        )


def _under(facts: Facts, section: Section) -> list[Section]:
    """A section and the deeper ones that follow it."""
    sections = facts.sections(section.report_id)
    at = next(i for i, s in enumerate(sections) if s.start == section.start)
    end = next((i for i in range(at + 1, len(sections)) if sections[i].level <= section.level), len(sections))
    return sections[at:end]


def _extended(report: Report, sentence: Sentence) -> Sentence:
    """A short lead (“五是财政收支矛盾加大。”) with the sentence that explains it, when that is of the same item."""
    if len(sentence.text) >= 24 or sentence.text.endswith(("：", ":")):
        return sentence
    stop = report.text.find("\n", sentence.end)
    following = split_sentences(report.text, sentence.end, stop if stop >= 0 else len(report.text))
    if not following or ITEM.match(report.text[following[0][0] : following[0][1]]):
        return sentence
    end = following[0][1]
    return replace(sentence, end=end, text=report.text[sentence.start : end])


def _say_sentence(drafting: Drafting, query: Query, sentence: Sentence) -> None:
    told = sentence.text
    span = (sentence.start, sentence.end)
    if query.operation in (Operation.WHO, Operation.WHEN, Operation.WHERE) and len(told) > SHORT_ENOUGH:
        span = _clauses(query, sentence)
        told = drafting.facts.report(sentence.report_id).text[span[0] : span[1]].rstrip("，,；;。") + "。"
    number = drafting.cite_span(sentence.report_id, sentence.start, sentence.end, [span])
    if query.operation is Operation.WHEN:
        dates = list(dict.fromkeys(m.group() for m in DATE.finditer(told)))
        if len(dates) == 1:
            told = f"{dates[0]}：{told}"
    drafting.say(told, (number,))


def _clauses(query: Query, sentence: Sentence) -> tuple[int, int]:
    """The clause that holds most of the asked words, with the one before it, which often names the subject."""
    spans = [m.span() for m in re.finditer("[^，,；;]+[，,；;。]?", sentence.text)]
    asked = bigrams(fold("".join((*query.scopes, *query.indicators))))
    best = max(range(len(spans)), key=lambda i: len(asked & bigrams(fold(sentence.text[spans[i][0] : spans[i][1]]))))
    first = max(0, best - 1)
    last = min(len(spans) - 1, best + (1 if query.operation is Operation.WHEN else 0))
    return sentence.start + spans[first][0], sentence.start + spans[last][1]


def answer_items(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """Which, what problems, what tasks: the items of the list whose lead or heading fits best."""
    facts = drafting.facts
    ids = scope_reports(facts, query)
    if not ids:
        return answer_sentence(drafting, query, retriever)
    numbered = _numbered_kind(facts, query, ids)
    if numbered:
        _say_items(drafting, *numbered)
        return True
    kind = SectionKind.PROBLEMS if PROBLEM_WORDS.search(query.text) else None
    if kind is None and query.operation is Operation.SUMMARY and GENERAL.fullmatch("".join(query.indicators)):
        kind = SectionKind.PLAN if _planned(query) else SectionKind.REVIEW
    if kind is None and PLAN_WORDS.search(query.text) and not query.indicators:
        kind = SectionKind.PLAN
    if kind is not None:
        for report_id in reversed(ids):
            report = facts.report(report_id)
            sections = [s for s in facts.sections(report_id) if s.kind is kind]
            items = _items_of(report, sections)
            if items:
                asked = SENTENCES.search(query.text)
                _say_items(drafting, report, items[: NUMERALS[asked.group(1)]] if asked else items)
                return True
    return answer_sentence(drafting, query, retriever)


def _items_of(report: Report, sections: Sequence[Section]) -> list[tuple[int, int]]:
    """The items of a stretch of sections: their headings where there are several, else the marked items of their text."""
    if not sections:
        return []
    top = min(s.level for s in sections)
    inner = [s for s in sections if s.level == top + 1 and s.body_start > s.start]
    if len(inner) >= 2:
        return [(s.start, s.body_start) for s in inner]
    for section in sections:
        items = marked_items(report.text, section.body_start, section.end)
        if len(items) >= 2:
            return items
    return [span for s in sections for span in split_sentences(report.text, s.body_start, s.end)][:6]


def marked_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Items that carry a marker (一是, 1., ①, （一）), from marker to marker."""
    marks = [m.start() for m in ITEM.finditer(text[start:end])]
    if len(marks) < 2:
        return []
    bounds = [start + m for m in marks] + [end]
    out = []
    for a, b in itertools.pairwise(bounds):
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if b > a:
            out.append((a, b))
    return out


def _say_items(drafting: Drafting, report: Report, items: Sequence[tuple[int, int]]) -> None:
    drafting.say(f"共{len(items)}条：")
    for a, b in items:
        text = report.text[a:b].strip()
        first = re.split(r"(?<=[。；;])", text)[0]
        drafting.say(
            (first if len(text) > 120 else text).rstrip("。；;") + "；", (drafting.cite_span(report.id, a, b),)
        )
