"""An indicator with more counted in than usual, or less: 若把规下企业一并算进来，则为19.7万元; 区本级（不含梓垭工业园）151.7亿元.

Reports print it once, beside the usual figure, in a clause that says what is counted in or left out.  Asked for so, the usual figure is no answer.
"""

from __future__ import annotations

import re

from assistant.cues import TAKEN_OFF
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import describe, said
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.glossary import normalise
from index.records import Figure, FigureKind

__all__ = ["answer_included"]

# 要是把规模以下的厂也算上, 连代管的码头一起算; not 别把…算上.
_ASKED = re.compile(
    "(?<![别不])(?:(?:要是|如果|假如|若是?|倘若)?(?:把|将)|(?:要是|如果|假如|若是?|倘若)?连(?:同|带|着)?|(?:要是|如果|假如|若是?|倘若)(?:加上|算上|包括|含))"
    "(?P<what>[^，,。；;？?]{2,24}?)(?:也|都|全部?|统统)*"
    "(?:(?:一起|一并|一块儿?)(?:算|计|统计)|(?:一起|一并|一块儿?)?(?:给)?(?:算|计|并|包括|包含)(?:上|进来?|进去|在内|到一起|入|起来))(?:的话)?(?=[，,。；;？?]|$|[是有为]?多少|一共|总共)"
)
_TOLD = re.compile("[算计](?:进|上|入|在内)|包括|包含|加上|连同|[若如]?含(?!量|税|金)|合并计算|一并计")
# 刨掉梓垭工业园, 不含电力企业的; what is left of a whole is reckoned elsewhere where it isn't printed.
_WITHOUT = re.compile(
    f"(?:{'|'.join(TAKEN_OFF)})(?P<what>[^，,。；;？?、和与]{{2,20}}?)(?:的话|[之以]?后|[之以]?外)?(?=[，,。；;？?的]|$)"
    "|(?:把|将)(?P<taken>[^，,。；;？?、和与]{2,20}?)(?:给|都)?(?:刨|扣|剔|撇|抛|摘|除)(?:出去|出来|除|掉|开|去|外)(?:的话|[之以]?后)?(?=[，,。；;？?的]|$)"
)
# 按全口径算, 用500万元的老标准, 市统计局核定的口径: what it is told by.
_BASIS = re.compile(
    "(?:要是|如果|若是?)?(?:(?:仍|还)?按照?|用|以)?(?P<what>全口径|全社会口径|[㐀-鿿]{0,6}(?:本级|核定)(?:的?(?:口径|数))?|[^，,。；;（(]{0,8}(?:老|旧)的?(?:标准|口径))"
    "(?:的话)?(?:来?(?:算|计算?|统计|看))?(?=[，,。；;？?）)的]|$)"
)
_TOLD_BY = re.compile("口径|标准|核定|本级")
_LEFT_OUT = re.compile("不[包]?含|不包括|不计|扣除|剔除|除(?!了)|刨[去除掉]")
_OF_ANY = re.compile("[那这]|个|的|了|企业|厂子?|工厂|公司|单位|部分|那[块些]|货物?|业务")
SAID = 0.5  # of the pairs of characters of what is counted in
SAID_OF_BASIS = 0.6  # 统计口径 says half of 全口径
BEFORE = 40  # characters before a number that say what is counted in


def answer_included(drafting: Drafting, query: Query) -> bool | None:
    """What is printed so, or that nothing is counted in; None where nothing is to be counted in, or is left out in print."""
    counted_in = _ASKED.search(query.text)
    ways = ((counted_in, _TOLD), (_WITHOUT.search(query.text), _LEFT_OUT), (_BASIS.search(query.text), _TOLD_BY))
    asked, told = next(((m, told) for m, told in ways if m is not None), (None, _TOLD))
    if asked is None or query.operation is not Operation.ONE or query.aspect is not Aspect.VALUE or len(query.cells) > 1:
        return None
    what = asked["what"] or asked.groupdict().get("taken", "")
    first = next((t for t in find_terms(what)), None)  # 不算柳垌镇GDP是多少
    what = what[: first.start] if first is not None and first.start > 1 and told is _LEFT_OUT else what
    facts, zones = drafting.facts, drafting.facts.placed(query)
    if len(zones) != 1:
        return None
    periods = query.periods or ((facts.newest[zones[0]],) if zones[0] in facts.newest else ())
    rest = query.text.replace(what, " ", 1)
    terms = sorted(find_terms(rest), key=lambda t: len(t.meanings) == 1)  # of several meanings only where there is none of one
    usual = resolve(facts, slot_of(query, terms[-1].said, unit="")).figure if terms else None
    units = {dimension(u) for u in (query.unit, usual.unit if usual is not None else "") if u}
    wanted = bigrams(fold(normalise(_OF_ANY.sub("", what))))
    least = SAID_OF_BASIS if told is _TOLD_BY else SAID
    found = [
        (held, f)
        for f in facts.figures(zones, periods)
        if f.kind is FigureKind.VALUE and (query.status is None or f.status is query.status) and (not units or dimension(f.unit) in units)
        if (held := _held(facts, f, wanted, told)) >= least and (counted_in or usual is None or _alike(usual, f))
    ]
    if found:
        figure = max(found, key=lambda each: each[0])[1]
        drafting.note("算在内", f"{what} → {figure.value_text}")
        of = f"{facts.short(figure.zone)}{figure.period.label if figure.period else ''}"
        drafting.say(f"{said(figure)}（{of}，原文：{_clause(facts, figure)}）。", drafting.cite(figure), in_print=True)
        return True
    if usual is None or not counted_in:
        return None
    drafting.say(f"{REFUSAL}把“{what}”算在内的“{terms[-1].said}”。有的是{describe(usual)}：{said(usual)}。", drafting.cite(usual))
    return False


def _alike(usual: Figure, other: Figure) -> bool:
    """Whether two figures are of one indicator, or the second is told right behind the first by its basis alone: 全口径到资为3.61亿美元."""
    one, two = normalise(usual.indicator), normalise(other.indicator)
    behind = usual.report_id == other.report_id and 0 < other.start - usual.end <= BEFORE and not find_terms(other.indicator)
    return one.endswith(two) or two.endswith(one) or behind


def _held(facts: Facts, figure: Figure, wanted: frozenset[str], told: re.Pattern[str]) -> float:
    """How much of what is asked to be counted in or left out stands before a number, in a clause that does so with something."""
    before = facts.report(figure.report_id).text[max(figure.sentence_start, _value_at(facts, figure) - BEFORE) : _value_at(facts, figure)]
    before = re.split("[；;]", before)[-1]
    if not wanted or not told.search(before):
        return 0.0
    return len(wanted & bigrams(fold(before))) / len(wanted)


def _value_at(facts: Facts, figure: Figure) -> int:
    """Where a figure's number stands; its end, where it is not printed so."""
    at = facts.report(figure.report_id).text.rfind(figure.value_text, figure.sentence_start, figure.end) if figure.value_text else -1
    return at if at >= 0 else figure.end


def _clause(facts: Facts, figure: Figure) -> str:
    """The words of the report from where they say what is counted in."""
    at = _value_at(facts, figure)
    text = facts.report(figure.report_id).text
    start = max(figure.sentence_start, *(text.rfind(mark, figure.sentence_start, at) + 1 for mark in "；;。"))
    return text[start : at + len(figure.value_text)].strip()
