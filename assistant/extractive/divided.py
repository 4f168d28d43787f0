"""What a report divides by a word of its own: 按门类分，工业软件63.7亿元；云服务58.4亿元…, where each of those is asked for (几个门类的营收)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import split_sentences
from assistant.extractive.scoping import asks_plan
from assistant.extractive.sentences import units
from assistant.extractive.wanted import Asked
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from index.numerals import find_quantities
from index.records import SectionKind

__all__ = ["answer_divided"]

#: 分片区看，; 按门类分，; 从投向看，; 分片区：; 三个作业区中.
_LEAD = re.compile(
    "(?:(?<=[。；;，,】\\n])|^)\\s*(?:其中)?[，,]?(?:(?:按照?|分|从)(?P<by>[㐀-鿿]{2,5}?)(?:来)?(?:划?分|看|统计|划分|来看|区分)?[，,：:]"
    "|[两三四五六七八九十]个(?P<of>[㐀-鿿]{2,4}?)[之当]?中)(?=[^\\n]{4})"
)
_EACH = "(?:分|按照?|各[个类种大]?|几[个种类大块]|每一?[个种类]|[两三四五六七八九][个种类大])(?:不同)?的?"
_OTHERWISE = re.compile(
    "合计|加起来|一共|总共|最|哪(?!些)|谁|占|差|比(?!例)|平均|排[名第序]|第[一二三四]|多(?!少)|超过|倍|为什么|怎么|目标|计划|吗|是否|有没有|其他|剩"
)
_FUNCTION = re.compile(
    "[把将的了吗呢吧啊，,。；;：:？?！!“”\"]|分别|各自?|都|全部?|有|是|为|多少|哪些|几何|列(?:一下|出来?)|报一下|给我|帮我|请|说|数据|情况|分布|构成|来?分(?=$|[是有各])|来?看(?=$)|全年|全区"
)
_COUNTED = re.compile("(?:总额|[额数家个户项宗件])$")
_COVERED = 0.5  # of the asked measure, in what is divided or in the first of the parts
_SHOWN = 80  # characters of a sentence before the division that is told with it
_ROUNDED = Decimal("0.005")  # of what is divided, by which its parts, each rounded, may differ from it


@dataclass(frozen=True, slots=True)
class _Division:
    report_id: str
    by: str
    divided: tuple[int, int]  # the sentence, or the clauses of the same one, that tells of the whole
    start: int
    end: int


def answer_divided(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no such division is asked for, or none in the reports is of that measure."""
    facts, text = drafting.facts, query.bare or query.text
    told_each = query.operation in (Operation.ONE, Operation.PARTS, Operation.LIST, Operation.TREND)
    asked_each = told_each and query.aspect in (Aspect.VALUE, Aspect.GROWTH) and re.search(_EACH, text)
    if not asked_each or len(query.cells) > 1 or query.operands or asks_plan(query) or _OTHERWISE.search(text):
        return False
    best: tuple[float, _Division] | None = None
    ids = facts.reports_of(facts.placed(query), query.report_periods or query.periods)
    for division in (d for i in reversed(ids) for d in _divisions(facts, i) if re.search(_EACH + re.escape(d.by), text)):
        measure = _COUNTED.sub("", _FUNCTION.sub("", re.sub(f"{_EACH}{re.escape(division.by)}(?:来?划?分|来?看)?", "", text)))
        told = facts.report(division.report_id).text
        parts = told[division.start : division.end]
        if len(measure) < 2 or _names_one(measure, parts):
            continue
        asked = Asked(replace(query, indicators=(measure,), scopes=(), text=measure, operation=Operation.ONE), context=False)
        asked.weigh(units(facts, division.report_id))
        around = told[slice(*division.divided)] + re.split("[；;、]", parts)[0]
        held = 1.0 if measure in around else asked.covered(around, frozenset(bigrams(fold(around))))
        if held >= _COVERED and (best is None or held > best[0]):
            best = held, division
    if best is None:
        return False
    found = best[1]
    start = found.divided[0] if 0 <= found.start - found.divided[1] <= 1 and found.divided[1] - found.divided[0] <= _SHOWN else found.start
    told = facts.report(found.report_id).text[start : found.end].strip()
    drafting.say(told, (drafting.cite_span(found.report_id, start, found.end),))
    return True


def _divisions(facts: Facts, report_id: str) -> Iterator[_Division]:
    report = facts.report(report_id)
    tables = [(t.start, t.end) for t in report.tables]
    plans = [(s.start, s.end) for s in facts.sections(report_id) if s.kind is SectionKind.PLAN]
    for lead in _LEAD.finditer(report.text):
        at = lead.start() + len(lead[0]) - len(lead[0].lstrip())
        if any(a <= at < b for a, b in (*tables, *plans)):
            continue
        line, stop = report.text.rfind("\n", 0, at) + 1, report.text.find("\n", at)
        sentences = split_sentences(report.text, line, stop if stop >= 0 else len(report.text))
        own = next((i for i, (a, b) in enumerate(sentences) if a <= at < b), None)
        if own is None:
            continue
        a, b = sentences[own]
        numbers = find_quantities(report.text[lead.end() : b])
        unit = max((q.unit for q in numbers), key=[q.unit for q in numbers].count, default="")
        values = [q.value for q in numbers if q.unit == unit]
        if len(values) < 2:
            continue
        before = [*sentences[:own], *([(a, at)] if at > a + 1 else [])]
        whole = sum(values, Decimal(0))
        summed = (s for s in reversed(before) if _tells(report.text[slice(*s)], whole, unit))
        yield _Division(report_id, lead["by"] or lead["of"], next(summed, before[-1] if before else (at, at)), at, b)


def _tells(text: str, whole: Decimal, unit: str) -> bool:
    return any(q.unit == unit and abs(q.value - whole) <= _ROUNDED * whole for q in find_quantities(text))


def _names_one(measure: str, parts: str) -> bool:
    """Whether what is asked for names one of the parts: 分片区看，嵎南片区的产值."""
    names = re.findall("(?:^|[，,；;、：:和])([㐀-鿿]{2,8}?)(?:完成|实现|产值|投资)*(?=\\d)", parts)
    return any(n in measure for n in names)
