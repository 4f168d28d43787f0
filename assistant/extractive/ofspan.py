"""2022年的固投占五年总和的多大比重: one year's part of what several years together came to, which reports print as one number."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Slot, resolve
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.periods import find_periods
from assistant.records import Query
from index.numbers import count_of
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_of_span"]

_OF_SPAN = re.compile(
    r"(?:占(?:了|到|去)?|摊到|放到|放在|相当于)[^，,。？?]{0,6}?"
    r"(?:(?P<first>20\d\d)年?(?:到|至|[—–~～-])+(?P<last>20\d\d)年?[^，,。？?]{0,3}?|(?P<many>[两二三四五六七八九十])年)"
    r"[^，,。？?]{0,14}?(?:的|里|中)?(?:多大|多少|百分之|几成|比[重例]|份额)"
)
_ADDED = re.compile("总和|合计|累计|总[数额量共]|加起来|一共")


def answer_of_span(drafting: Drafting, query: Query) -> bool:
    """Say the share of one year in the printed sum of several; False where that isn't asked or no such sum is told."""
    said, facts = _OF_SPAN.search(query.text), drafting.facts
    zones = facts.placed(query)
    if said is None or len(zones) != 1 or not query.indicators:
        return False
    years = [p for m in find_periods(query.text[: said.start()]) for p in m.periods if p.is_year]
    if len(years) != 1 or not (said["first"] or _ADDED.search(said[0]) or said["many"]):
        return False
    part = resolve(facts, Slot(plainer(query.indicators[0]), zones[0], years[0], Status.DONE), abroad=False).figure
    whole = _over_years(facts, part, said) if part is not None else None
    values = computing.common_unit([part, whole]) if part is not None and whole is not None else None
    if part is None or whole is None or values is None or not values[0][1]:
        return False
    rate = computing.share(*values[0])
    told = f"{describe(part)}{amount(part)}，占{describe(whole)}{amount(whole)}的比重"
    drafting.note("几年之和", f"{describe(whole)}{amount(whole)}")
    drafting.say(f"{rate.text}（{told}；{rate.formula}）。", drafting.cite(part, whole), rate.formula)
    return True


def _over_years(facts: Facts, part: Figure, said: re.Match[str]) -> Figure | None:
    """What the asked years together came to, by the name of the one year's figure, or by one that holds it (累计签约…)."""
    last = part.period.last_year if part.period is not None else 0
    for f in facts.figures([part.zone], []):
        span = f.period
        if f.kind is not FigureKind.VALUE or f.status is not Status.DONE or span is None or dimension(f.unit) != dimension(part.unit):
            continue
        long = span.last_year - span.first_year + 1
        meant = span == Period.years(int(said["first"]), int(said["last"])) if said["first"] else long == count_of(said["many"])
        so_far = f.scope.removeprefix("累计") == part.scope != "" and f.indicator == part.indicator
        alike = so_far or f.name in (part.name, "累计" + part.name)
        if meant and long > 1 and span.first_year <= last <= span.last_year and alike:
            return f
    return None
