"""What a year's own report told and what it was restated to: 801.3亿元, and 796.4亿元 in the report of the year after, with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import fold
from assistant.records import Aspect, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Report, Status

__all__ = ["answer_restated"]

_HOW = "(?:调整|调减|核定|核实|修订|更正|修正|核减)"
_BOTH = re.compile("不一样|不一致|不同|对不上|有出入|打架|改过|变了|前后|[两几](?:[个种]数|多少个)|[两几]个版本|[两几]种说法")
_LATER = re.compile(f"(?:重新|最[终后])?{_HOW}(?:之?后|过的?|[数值]|成|为|到)|最[终后]{_HOW}|可比口径|同口径")
_FIRST = re.compile(f"{_HOW}之?前|原(?:来|先)?(?:公布|上报|报告|发布)|当年(?:公布|报告|上报)|初步(?:核算|数)")
_WORDS = re.compile(
    f"(?:重新|最[终后])?{_HOW}|前后|怎么|为什么|为何|有?[两几][份个次年种]|原(?:来|先)?(?:公布|上报|报告)|当年(?:公布|报告|上报)|可比口径|同口径|初步|写|报告|材料"
)
_REASON = re.compile("调整|调减|核定|核实|核减|修订|剔除|扣除|口径|普查|重复|更正|改由|不再")
_SENTENCE = re.compile("[^。；;\\n]+[。；;]?")
_TOLD = re.compile("(?:原公布|调整后)$")


def answer_restated(drafting: Drafting, query: Query) -> bool:
    """Say both values with their reports, or the one of them that is asked for; False where nothing was restated."""
    both, later, first = (p.search(query.text) for p in (_BOTH, _LATER, _FIRST))
    several = both is not None and re.search("报告|材料|口径|公布|[两几](?:[份个种]|多少)|前后", query.text)
    alone = len(query.zones) <= 1 and len(query.periods) == 1 and query.indicators and not query.combines
    if not (several or later or first) or not alone or query.status is Status.TARGET:
        return False
    phrase = _asked(query.indicators)
    found = resolve(drafting.facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE, unit="")) if phrase else None
    if found is None or found.figure is None:
        return False
    before, now = _values(drafting.facts, found.figure)
    if before is None or now is None:
        return False
    drafting.trace.append(found.trace)
    reports = {f.report_id: f"{card.period.label}的报告" for f in (before, now) if (card := drafting.facts.cards.get(f.report_id)) and card.period}
    cited = drafting.cite(before, now)
    told = f"{reports.get(before.report_id, '报告')}是{amount(before)}", f"{reports.get(now.report_id, '报告')}调整为{amount(now)}"
    what = describe(now).replace("调整后的", "").replace("调整后", "")
    if several or (later and first):
        drafting.say(f"{what}：{told[0]}，{told[1]}。", cited)
    elif later:
        drafting.say(f"{amount(now)}（{what}，{told[1]}；{told[0]}）。", cited)
    else:
        drafting.say(f"{amount(before)}（{what}，{told[0]}；{told[1]}）。", cited)
    for report_id in dict.fromkeys((now.report_id, before.report_id)):
        span = _reason(drafting.facts.report(report_id), (before, now))
        if span is not None:
            drafting.say(f"原文的说明：{drafting.facts.report(report_id).text[slice(*span)].strip()}", (drafting.cite_span(report_id, *span),))
            break
    return True


def _asked(indicators: Sequence[str]) -> str:
    """The indicator alone: up to the words that speak of reports and of restating."""
    phrase = plainer("".join(indicators))
    cut = _WORDS.search(phrase)
    head = re.sub("有?[两几]$", "", phrase[: cut.start()] if cut is not None else phrase)
    if len(head) >= 2:
        return head
    terms = find_terms(phrase)
    return phrase[terms[0].start : terms[0].end] if terms else ""


def _values(facts: Facts, figure: Figure) -> tuple[Figure | None, Figure | None]:
    """What was told first, by the figure's own report where there is one, and the other value that stands for the same."""
    alike = [
        f
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.value is not None and dimension(f.unit) == dimension(figure.unit)
        and f.name == figure.name and _TOLD.sub("", f.scope) == _TOLD.sub("", figure.scope)
    ]

    def own(f: Figure) -> bool:
        card = facts.cards.get(f.report_id)
        return card is not None and card.period == f.period

    first = next((f for f in alike if own(f) and not f.scope.endswith("调整后")), None)
    first = first or next((f for f in alike if f.scope.endswith("原公布")), None)
    if first is None:
        return None, None
    others = [f for f in alike if f.value != first.value and f.unit == first.unit and not f.scope.endswith("原公布")]
    return first, next((f for f in others if f.scope.endswith("调整后")), others[0] if others else None)


def _reason(report: Report, values: Sequence[Figure]) -> tuple[int, int] | None:
    """The sentence that says why, and names the indicator or one of the values."""
    name = fold(values[0].indicator)
    texts = [f.value_text for f in values if f.value_text]
    for match in _SENTENCE.finditer(report.text):
        said = match.group()
        if _REASON.search(said) and (name in fold(said) or any(t in said for t in texts)):
            return match.start(), match.end()
    return None
