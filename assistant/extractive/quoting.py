"""A sentence that answers, told: how much of what stands around it belongs to it, and which of its clauses are enough."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import MARK, split_sentences
from assistant.extractive.listing import PROBLEM_WORDS
from assistant.extractive.missed import onward_to_cause, with_cause
from assistant.extractive.sentences import DATES, NAMED, Sentence, best_clause, clauses_of
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from index.records import Report, SectionKind

__all__ = ["extended", "say_sentence"]

SHORT_NAME = 8  # characters: what is longer is an item told, and no name
SHORT_ENOUGH = 90  # characters: of a longer part the clauses that answer are said, and the sentence cited
BACK = 160  # characters before a sentence that name whom its 该企业 means
LIST_LENGTH = 300  # characters of a sentence that lists, from its first part
WHOLE_SENTENCE = 120  # characters: why and how are answered with the whole sentence up to this length

_MEANS = re.compile("该(?:企业|公司|集团|厂|项目|单位|平台|园|村|镇|街道|校|院)|这(?:家|座|个)(?:企业|公司|集团|厂|项目|单位|平台|园|村|镇)")


def extended(report: Report, sentence: Sentence, why: bool) -> Sentence:
    """A short lead (“五是财政收支矛盾加大。”) with the sentence that explains it, when that is of the same item.

    Asked why, any sentence with the one after it that gives the cause.
    """
    end = with_cause(report, sentence.start, sentence.whole[1]) if why and not sentence.table else 0
    end = onward_to_cause(report, sentence.start, max(end, sentence.whole[1])) if why and not sentence.table else 0
    if end > sentence.whole[1]:
        return replace(sentence, end=end, whole=(sentence.whole[0], end), text=report.text[sentence.start : end])
    if len(sentence.text) >= 24 or sentence.text.endswith(("：", ":")) or sentence.end != sentence.whole[1]:
        return sentence
    stop = report.text.find("\n", sentence.end)
    following = split_sentences(report.text, sentence.end, stop if stop >= 0 else len(report.text))
    if not following or MARK.match(report.text[following[0][0] : following[0][1]]):
        return sentence
    end = following[0][1]
    return replace(sentence, end=end, whole=(sentence.whole[0], end), text=report.text[sentence.start : end])


_FIRST_OF = re.compile("[：:，]一是")  # 主要靠三个因素：一是…；


def say_sentence(drafting: Drafting, query: Query, sentence: Sentence) -> None:
    """What of a sentence answers: it, all of which it is a part, or the clauses that hold the asked words; the date first where one is asked for."""
    told, span = sentence.text, (sentence.start, sentence.end)
    problems = query.operation in (Operation.LIST, Operation.SUMMARY) and PROBLEM_WORDS.search(query.text) is not None  # each part tells one
    longest = LIST_LENGTH if problems or _FIRST_OF.search(sentence.text) else WHOLE_SENTENCE
    one_of_them = len(query.focus) > SHORT_NAME and fold(query.focus) in fold(sentence.text)  # 第二个具体说说: of the item, not of all
    if (problems or query.operation in (Operation.WHY, Operation.HOW)) and not one_of_them and sentence.whole[1] - sentence.whole[0] <= longest:
        span = sentence.whole
        told = drafting.facts.report(sentence.report_id).text[slice(*span)]
    if query.operation is Operation.LIST and _goes_on(query, sentence) and sentence.whole[1] - sentence.start <= LIST_LENGTH:
        span = (sentence.start, sentence.whole[1])
        told = drafting.facts.report(sentence.report_id).text[slice(*span)]
        drafting.say(told, (drafting.cite_span(sentence.report_id, *sentence.whole, [span]),))
        return
    if query.operation is Operation.WHO and not sentence.table and (named := _named_before(drafting.facts.report(sentence.report_id), sentence)):
        told = drafting.facts.report(sentence.report_id).text[named : sentence.whole[1]]
        drafting.say(told, (drafting.cite_span(sentence.report_id, named, sentence.whole[1]),))
        return
    pointed = query.operation in (Operation.WHO, Operation.WHEN, Operation.WHERE)
    if len(told) > (SHORT_ENOUGH if pointed else 2 * SHORT_ENOUGH) and query.operation is not Operation.WHY and not problems:
        span = _clauses(query, sentence)
        told = drafting.facts.report(sentence.report_id).text[span[0] : span[1]].rstrip("，,；;。") + "。"
    number = drafting.cite_span(sentence.report_id, *sentence.whole, [span])
    if query.operation is Operation.WHEN:
        start, end = best_clause(query, sentence)
        clause = sentence.text[start:end]
        dates, own = (list(dict.fromkeys(m.group() for m in DATES.finditer(text))) for text in (told, clause))
        asked_first = _AS_MEANT_FIRST.search(query.text)
        onward = re.split("[；;。]", sentence.text[start:])[0]
        moved = _MOVED_TO.search(onward) if asked_first is None else None  # 原定2016年10月通车，推迟到2017年6月
        if moved or len(dates) == 1 or len(own) == 1:
            date = moved["date"] if moved else (own or dates)[0]
            told = f"{_of_year(drafting.facts, sentence, date)}{date}：{told}"
    drafting.say(told, (number,))


_ANOTHER_YEAR = re.compile("20\\d\\d年|[去上前今明次来]年")


def _of_year(facts: Facts, sentence: Sentence, date: str) -> str:
    """2023年, before the 8月15日 of a report on 2023, or of its plan for 2023, whose sentence names no year; "" where it may be another."""
    report = facts.report(sentence.report_id)
    planned = (s.period for s in facts.sections(report.id) if s.start <= sentence.start < s.end and s.kind is SectionKind.PLAN)
    period = next(planned, None) if sentence.planned else report.period
    alone = period is not None and period.first_year == period.last_year
    whole = report.text[slice(*sentence.whole)]
    return f"{period.last_year}年" if alone and period is not None and _IN_A_YEAR.match(date) and not _ANOTHER_YEAR.search(whole) else ""


_IN_A_YEAR = re.compile(r"\d|[一二三四]季度|[上下]半年")
_MOVED_TO = re.compile(
    f"(?:(?:推迟|延期|延后|顺延|调整|提前|推后|推|改)(?:到|至|为)了?|(?<=[，；、])(?:实际|最终)(?:于|在|是)?)(?P<date>{DATES.pattern})"
)
_AS_MEANT_FIRST = re.compile("原[定先]|当初|最初|本来")


def _named_before(report: Report, sentence: Sentence) -> int:
    """Where the sentences begin that name whom a sentence means (园区责令该企业停产整顿); 0 where it names them itself."""
    if not _MEANS.search(report.text[slice(*sentence.whole)]):
        return 0
    line = report.text.rfind("\n", 0, sentence.start) + 1
    return next((a for a, _ in split_sentences(report.text, line, sentence.whole[0]) if sentence.start - a <= BACK), 0)


def _goes_on(query: Query, sentence: Sentence) -> bool:
    """Whether a part of a sentence names what is asked for and begins a list of it that its other parts go on with: 三大产业…，其中甲…；乙…."""
    lead, asked = re.split("[：:]|其中|分别", sentence.text), bigrams(fold("".join(query.indicators)))
    return sentence.end < sentence.whole[1] and len(lead) > 1 and 2 * len(asked & bigrams(fold(lead[0]))) >= len(asked) > 0


def _clauses(query: Query, sentence: Sentence) -> tuple[int, int]:
    """The clause that holds most of the asked words, back to the one that names the subject of it."""
    spans = clauses_of(sentence.text)
    best = spans.index(best_clause(query, sentence))
    first = max(0, best - 1)
    while first > 0 and not NAMED.search(sentence.text[spans[first][0] : spans[best][1]]):
        first -= 1
    last = min(len(spans) - 1, best + (0 if query.operation in (Operation.WHO, Operation.WHERE) else 1))
    return sentence.start + spans[first][0], sentence.start + spans[last][1]
