"""相差, 倍数, and one figure for each of another (平均每个项目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import missing, two_operands
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.series import answer_series
from assistant.extractive.wording import amount, describe, growth, name_of, said
from assistant.linking import fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Figure

__all__ = ["answer_pair", "answer_per"]


def answer_pair(drafting: Drafting, query: Query) -> bool:
    """相差 or 倍数 between two zones, periods, scopes or indicators."""
    facts = drafting.facts
    if re.search("顺差|逆差", query.text):
        outcomes = tuple(resolve(facts, slot_of(query, p, aspect=Aspect.VALUE)) for p in ("出口", "进口"))
    elif query.operands or len(query.cells) >= 2 or len(query.scopes) >= 2 or len(query.indicators) >= 2:
        outcomes = two_operands(facts, query)
    elif query.periods:
        phrase = "".join(query.indicators)
        outcomes = tuple(
            resolve(facts, slot_of(query, phrase, period=p, aspect=Aspect.VALUE))
            for p in (query.periods[0], query.periods[0].shifted(-1))
        )
    else:
        return answer_series(drafting, query)
    figures = [o.figure for o in outcomes if o.figure is not None]
    if len(figures) < 2:
        return _from_growth(drafting, query, outcomes) or missing(drafting, outcomes)
    if query.aspect is Aspect.GROWTH and figures[0].growth is not None and figures[1].growth is not None:
        return _compare_growth(drafting, figures)
    values = computing.common_unit(figures)
    if values is None or figures[0].id == figures[1].id:
        drafting.say(
            f"{REFUSAL}可比的数：" + "；".join(f"{describe(f)}{said(f)}" for f in figures) + "。",
            drafting.cite(*figures),
        )
        return False
    (a, b), unit = values
    times = query.operation is Operation.RATIO and b != 0
    result = computing.ratio(a, b) if times else computing.difference(a, b, unit)
    more = "" if times or a == b else ("多" if a > b else "少")
    drafting.say(
        f"{more}{result.text}（{describe(figures[0])}{amount(figures[0])}，{describe(figures[1])}{amount(figures[1])}；"
        f"{result.formula}）。",
        drafting.cite(*figures),
        result.formula,
    )
    return True


def answer_per(drafting: Drafting, query: Query) -> bool:
    """平均每个项目投资多少: one figure divided by the count of another."""
    facts = drafting.facts
    phrase = fold("".join(query.indicators))
    terms = find_terms(phrase)
    splits = [t.end for t in terms[:-1]] or list(range(2, len(phrase) - 1))
    for at in splits:
        of, what = (
            resolve(facts, slot_of(query, phrase[:at], unit="", aspect=Aspect.VALUE)),
            resolve(facts, slot_of(query, phrase[at:], aspect=Aspect.VALUE)),
        )
        if (
            of.figure
            and what.figure
            and of.figure.value
            and what.figure.value is not None
            and of.figure.id != what.figure.id
        ):
            result = computing.per(what.figure.value, of.figure.value, what.figure.unit)
            drafting.say(
                f"平均每{query.per}约{result.text}（{describe(what.figure)}{amount(what.figure)}，{describe(of.figure)}{amount(of.figure)}；"
                f"{result.formula}）。",
                drafting.cite(what.figure, of.figure),
                result.formula,
            )
            return True
    whole = resolve(facts, slot_of(query, phrase))
    drafting.trace.append(whole.trace)
    refuse_outcome(
        drafting,
        whole if whole.figure is None else replace(whole, figure=None, reason="indicator", nearest=(whole.figure,)),
    )
    return False


def _compare_growth(drafting: Drafting, figures: Sequence[Figure]) -> bool:
    """Which grew faster, and by how many percentage points."""
    fast, slow = sorted(figures[:2], key=lambda f: f.growth or Decimal(0), reverse=True)
    gap = computing.difference(fast.growth or Decimal(0), slow.growth or Decimal(0), "个百分点")
    drafting.say(
        f"{describe(fast)}更快，相差{gap.text}（{growth(fast)}，{name_of(slow)}{growth(slow)}；{gap.formula}）。",
        drafting.cite(fast, slow),
        gap.formula,
    )
    return True


def _from_growth(drafting: Drafting, query: Query, outcomes: Sequence[Outcome]) -> bool:
    """One of two consecutive years is missing, but the later one prints its growth."""
    later, earlier = sorted(outcomes, key=lambda o: o.slot.period.key if o.slot.period else "", reverse=True)
    figure = later.figure
    if (
        figure is None
        or figure.value is None
        or figure.growth is None
        or figure.growth_unit != "%"
        or figure.period is None
        or earlier.slot.period != figure.period.shifted(-1)
    ):
        return False
    before = computing.backcast(figure.value, figure.growth, figure.unit)
    if query.operation is Operation.RATIO:
        result = computing.ratio(100 + figure.growth, Decimal(100))
    else:
        result = computing.difference(figure.value, before.value.quantize(figure.value), figure.unit)
    drafting.say(
        f"约{result.text}（{describe(figure)}{said(figure)}；报告没有印出{earlier.slot.period.label}的数，按增速推算；{result.formula}）。",
        drafting.cite(figure),
        result.formula,
    )
    return True
