"""Each member of a counted group with its figure: 四大产业产值各多少, 三个园区分别完成多少投资."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.extractive.drafting import Drafting
from assistant.extractive.groups import Group, group_asked, members_of
from assistant.extractive.items import split_sentences
from assistant.extractive.operands import plainer
from assistant.extractive.scoping import plans_only, scope_reports
from assistant.extractive.sentences import units
from assistant.extractive.wording import amount, describe, name_of, said
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from index.numbers import NUMERALS
from index.numerals import find_quantities
from index.records import Figure, Report, Status

__all__ = ["answer_members"]

EACH = re.compile("各(?!类|级|方|界|部门|地)|分别|依次|逐[个一]|拆开|及其?(?=[㐀-鿿]{2})")
OTHERWISE = re.compile("最|第[一二三]|排序|排名|[高低大小多少快慢]到[高低大小多少快慢]|合计|总共|一共|加起来|平均|占|比重|相差|倍")
IN_TURN = re.compile("分别|依次")
TAIL = re.compile("(?:报|列|说|讲|给|写|情况|数据|数)+$")
OTHER = re.compile(
    "(?P<number>[两三四五六七八九十])(?:个|大|家|条|座|类|种|所)+(?:主要|主导|重点|循环|优势|特色)*"
    "(?P<noun>产业链|链条?|集群|品类|集团|公司|学校|口岸|港口?|码头|商品|产品|领域|门类|基地|平台|乡|县|区)"
)
BEFORE = 60  # characters before a sentence in which the group may be named


def answer_members(drafting: Drafting, query: Query) -> bool:
    """The figure asked for of every member, or the sentence that tells them in turn; False when no group is asked so."""
    if query.operation not in (Operation.PARTS, Operation.LIST, Operation.ONE) or len(query.zones) > 1 or len(query.periods) > 1:
        return False
    if query.aspect not in (Aspect.VALUE, Aspect.GROWTH) or not EACH.search(query.text) or OTHERWISE.search(query.text):
        return False
    asked = replace(query, indicators=tuple(TAIL.sub("", p) for p in query.indicators))
    group = group_asked(asked) or _other_group(asked)
    if group is not None and query.aspect is Aspect.GROWTH and len(group.phrase) < 2 and re.search("产业|行业|链", group.noun):
        group = replace(group, phrase="产值")  # 三大产业各增长多少
    if group is None or len(group.phrase) < 2:
        return False
    figures = members_of(drafting.facts, query, group) or _but_others(drafting.facts, query, group)
    if figures and len({f.sentence_start for f in figures}) == 1 and not figures[0].in_table:
        if not _told_in_turn(drafting, query, group):  # with the sentence before, where that one names the members
            drafting.say(drafting.facts.sentence(figures[0]), drafting.cite(*figures))
        return True
    if figures:
        facts, first = drafting.facts, figures[0]
        where = f"{facts.short(first.zone)}{first.period.label if first.period else ''}"
        told = "；".join(f"{name_of(f)}{said(f)}" for f in figures)
        if (total := _told_together(facts, group, figures)) is not None:
            drafting.say(f"{amount(total)}（{describe(total)}）。", drafting.cite(total))
        drafting.say(f"{where}{told}。", drafting.cite(*figures))
        return True
    return _told_in_turn(drafting, query, group)


def _told_together(facts: Facts, group: Group, parts: Sequence[Figure]) -> Figure | None:
    """三大主导产业产值509亿元: what their report prints of the group by name, being what its members add up to."""
    first, total = parts[0], sum(p.value or Decimal(0) for p in parts)
    if not group.title or len({p.unit for p in parts}) > 1:
        return None
    for f in facts.figures([first.zone], [first.period] if first.period else ()):
        like = (f.report_id, f.kind, f.status, f.unit) == (first.report_id, first.kind, first.status, first.unit)
        named = like and group.title in f.scope + f.indicator and f.id not in {p.id for p in parts}
        if named and f.value is not None and abs(f.value - total) <= _ROUNDED * f.value:
            return f
    return None


_ROUNDED = Decimal("0.005")  # of a total, by which its parts, each rounded, may differ from it


def _but_others(facts: Facts, query: Query, group: Group) -> list[Figure]:
    """三个产业 of a table that has a fourth row, 其他."""
    found = [f for f in members_of(facts, query, replace(group, number=0)) if not re.match("其[他它余]", f.scope)]
    return found if group.number and len(found) == group.number else []


def _other_group(query: Query) -> Group | None:
    """四条链产值各多少: counted, and called by a word that is no usual name of a group."""
    match = OTHER.search(query.text)
    phrase = plainer("".join(query.indicators))
    if match is None or match["noun"] not in phrase:
        return None
    return Group(NUMERALS.get(match["number"], 0), match["noun"], phrase.split(match["noun"], 1)[1].removeprefix("的"))


def _told_in_turn(drafting: Drafting, query: Query, group: Group) -> bool:
    """围绕甲、乙、丙三条链… 三条链分别实现产值1亿元、2亿元、3亿元: as many numbers of one unit as there are members."""
    if query.status is Status.TARGET:
        return False
    facts, ids = drafting.facts, scope_reports(drafting.facts, query)
    plans = plans_only(facts, query, ids)
    for report_id in reversed([r for r in ids if r not in plans]):
        report = facts.report(report_id)
        for start, end in sorted({u.whole for u in units(facts, report_id) if not u.table}):
            text = report.text[start:end]
            if group.phrase not in text or not (_one_by_one(text, group) or (IN_TURN.search(text) and _enough(text, group))):
                continue
            first = _opening(report, start, group)
            if first is None:
                continue
            drafting.say(report.text[first:end], (drafting.cite_span(report_id, first, end, [(start, end)]),))
            return True
    return False


def _opening(report: Report, start: int, group: Group) -> int | None:
    """Where the telling begins: with the sentence that names the members, when that is the one before."""
    line = report.text.rfind("\n", 0, start) + 1
    stop = report.text.find("\n", start)
    own = report.text[start : stop if stop >= 0 else len(report.text)]
    if group.noun in own[:BEFORE] and "、" in own[: own.find(group.noun) + 1]:
        return start
    before = split_sentences(report.text, line, start)
    for a, b in reversed(before[-2:]):
        if group.noun in report.text[a:b] and "、" in report.text[a:b]:
            return a
    return start if group.noun in report.text[max(line, start - BEFORE) : start] + own[:BEFORE] else None


def _one_by_one(text: str, group: Group) -> bool:
    """甲产值…；乙产值…；丙产值…: the asked thing in every part."""
    parts = [p for p in re.split("[；;]", text) if re.search(rf"{re.escape(group.phrase)}[^，,。；]{{0,6}}\d", p)]
    return len(parts) == group.number if group.number else len(parts) > 2


def _enough(text: str, group: Group) -> bool:
    at = text.find(group.phrase)
    counted = Counter(q.unit for q in find_quantities(text[at:]))
    return max(counted.values(), default=0) >= max(group.number, 2)
