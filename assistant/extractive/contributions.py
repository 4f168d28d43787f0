"""总产值的增加额中光学光电一个行业贡献了百分之几: the rise of a part against the rise of the whole, from one year to the next."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.earlier import explain
from assistant.extractive.increments import Rise, figures_of, of_then, rise_of, years_of
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import fold
from assistant.records import Aspect, Query
from assistant.sized import LEAST_SAID
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_contribution"]

_CONTRIBUTED = re.compile(
    "(?:增量|增加额|增长额|净增额|增加量|(?:新增|多出来?)的?(?:这|那)?(?:些|部分)?|增长)[^。？?]{0,30}?(?:贡献|占|来自|出了多大力)[^。？?]{0,16}?(?:百分|几成|多大|比[例重])"
    "|(?:增长|增量|增加额)[^。？?]{0,6}贡献率"
    "|占[^。？?]{2,24}?(?:增加|增长|多出来?)的(?:这|那)?(?:部分|些)的?(?:百分之|几成|多少|多大|比[例重])"
)
_TRADE_ENDS = re.compile("(?:产业|行业|制造业|板块|片区|园区)$")
_MAKES = re.compile("总?产值$|增加值$")


def answer_contribution(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where that is not asked, or one of the two rises can't be had."""
    years = years_of(drafting.facts, query) if _CONTRIBUTED.search(query.text) and len(query.zones) == 1 else None
    if years is None:
        return False
    then, now = years
    facts = drafting.facts
    named = _named(facts, query, now)
    whole = max(named, key=lambda f: f.value or 0, default=None)
    part = (_part(facts, query, whole, now) or _smaller(named, whole)) if whole is not None else None
    rises = [rise_of(facts, f.scope or f.indicator, f, then) for f in (part, whole) if f is not None]
    if len(rises) < 2 or rises[0] is None or rises[1] is None or rises[1].by <= 0:
        return False
    own, of_all = rises
    assert own is not None
    assert of_all is not None
    if own.told.unit != of_all.told.unit:
        return False
    rate = computing.share(own.by, of_all.by)
    told = "；".join(map(_told, (own, of_all)))
    formula = f"{own.told.formula}；{of_all.told.formula}；{rate.formula}"
    drafting.say(f"{own.who}贡献了{rate.text}（{told}；{rate.formula}）。", drafting.cite(*figures_of(own), *figures_of(of_all)), formula)
    explain(drafting, [own.then, of_all.then])
    return True


def _told(rise: Rise) -> str:
    by = f"{'增加' if rise.by >= 0 else '减少'}{rise.told.text}"
    return f"{describe(rise.now)}{amount(rise.now)}，{of_then(rise)}，{by}（{rise.told.formula}）"


def _named(facts: Facts, query: Query, now: Period) -> list[Figure]:
    """The amounts of the whole zone whose indicators are named."""
    out = []
    for term in find_terms(query.bare):
        phrase = query.bare[term.start : term.end]
        slot = slot_of(query, phrase, period=now, aspect=Aspect.VALUE, unit="", scopes=(), status=Status.DONE)
        figure = resolve(facts, slot, abroad=False).figure
        if figure is not None and figure.value is not None and not figure.scope and dimension(figure.unit) in ("元", "外币"):
            out.append(figure)
    return out


def _smaller(named: list[Figure], whole: Figure) -> Figure | None:
    """工业投资 of 固定资产投资: the one other indicator that is named, of the same measure."""
    others = [f for f in named if f.name != whole.name]
    alone = others[0] if len({f.name for f in others}) == 1 else None
    return alone if alone is not None and alone.unit == whole.unit and alone.name[-2:] == whole.name[-2:] else None


def _part(facts: Facts, query: Query, whole: Figure, now: Period) -> Figure | None:
    """The part that the question names, of the same measure; the longest name that it says."""
    text = fold(query.bare)
    made = _MAKES.search(whole.indicator) is not None
    alike = [
        f
        for f in facts.figures(query.zones, [now])
        if f.scope and f.value and f.kind is FigureKind.VALUE and f.status is Status.DONE and dimension(f.unit) == dimension(whole.unit)
        and (f.name == whole.name or (made and _MAKES.search(f.indicator) is not None))
    ]
    named = [f for f in alike if len(own := fold(_TRADE_ENDS.sub("", f.scope))) >= LEAST_SAID and own in text]
    return max(named, key=lambda f: len(f.scope), default=None)
