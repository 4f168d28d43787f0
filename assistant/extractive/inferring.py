"""What a report does not print but its figures determine: last year, a goal, an earlier rank, the city beyond the zone."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.single import answer_found
from assistant.extractive.wording import amount, describe, growth
from assistant.records import Aspect, Query
from index.records import FigureKind, Status

__all__ = ["answer_backcast", "answer_beyond"]


def answer_backcast(drafting: Drafting, query: Query) -> bool:
    """Last year's value from this year's and its growth; or a goal from what was achieved and the completion rate."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    if query.aspect is Aspect.RANK:
        return _earlier_rank(drafting, query)
    if query.status is Status.TARGET:
        done = resolve(facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE))
        rate = resolve(facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.COMPLETION))
        if (
            done.figure
            and done.figure.value
            and rate.figure
            and rate.figure.value
            and rate.figure.kind is FigureKind.COMPLETION
        ):
            result = computing.target_from_rate(done.figure.value, rate.figure.value, done.figure.unit)
            drafting.say(
                f"约{result.text}（{describe(done.figure)}{amount(done.figure)}，完成率{amount(rate.figure)}；{result.formula}）。",
                drafting.cite(done.figure, rate.figure),
                result.formula,
            )
            return True
    for period in query.periods:
        for year in (period.shifted(1), period):
            outcome = resolve(facts, replace(slot_of(query, phrase), period=year, status=None, aspect=Aspect.GROWTH))
            figure = outcome.figure
            if figure and figure.value is not None and figure.growth is not None and figure.growth_unit == "%":
                result = computing.backcast(figure.value, figure.growth, figure.unit)
                drafting.say(
                    f"约{result.text}（由{describe(figure)}{amount(figure)}、{growth(figure)}推算{year.shifted(-1).label}；{result.formula}）。",
                    drafting.cite(figure),
                    result.formula,
                )
                return True
    outcome = resolve(facts, slot_of(query, phrase, status=None))
    drafting.trace.append(outcome.trace)
    refuse_outcome(
        drafting,
        outcome
        if outcome.figure is None
        else replace(outcome, figure=None, reason="indicator", nearest=(outcome.figure,)),
    )
    return False


def _earlier_rank(drafting: Drafting, query: Query) -> bool:
    """Last year's rank from this year's and its change: 第38位，前移5位 → 第43位."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    for period in query.periods:
        now = resolve(facts, slot_of(query, phrase, period=period.shifted(1), aspect=Aspect.RANK))
        moved = resolve(facts, slot_of(query, phrase, period=period.shifted(1), aspect=Aspect.RANK_CHANGE))
        if now.figure and moved.figure and now.figure.value is not None and moved.figure.value is not None:
            rose = not re.search("后移|下降|下滑|后退|退|降", moved.figure.scope + moved.figure.indicator)
            value = now.figure.value + (moved.figure.value if rose else -moved.figure.value)
            formula = f"{computing.plain(now.figure.value)} {'+' if rose else '−'} {computing.plain(moved.figure.value)} = {computing.plain(value)}"
            drafting.say(
                f"第{computing.plain(value)}位（由{describe(now.figure)}{amount(now.figure)}、"
                f"{'前移' if rose else '后移'}{amount(moved.figure)}推算{period.label}；{formula}）。",
                drafting.cite(now.figure, moved.figure),
                formula,
            )
            return True
    outcome = resolve(facts, slot_of(query, phrase))
    drafting.trace.append(outcome.trace)
    if outcome.figure is not None:
        return answer_found(drafting, query, outcome)
    refuse_outcome(drafting, outcome)
    return False


def answer_beyond(drafting: Drafting, query: Query, scope: str) -> bool:
    """全市, 全省: the city's own figure where printed; else from “高于全市平均2.3个百分点” and the zone's figure."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    if resolve(facts, slot_of(query, phrase)).figure is not None:
        return False
    own = resolve(facts, slot_of(query, phrase, scopes=()))
    if own.figure is None or own.figure.period is None:
        return False
    gaps = [
        f
        for f in facts.figures([own.figure.zone], [own.figure.period])
        if (f.kind is FigureKind.GAP or re.match("[高低]出|[高低]于|[多少]于", f.indicator))
        and f.value is not None
        and f.sentence_start == own.figure.sentence_start
        and scope in facts.sentence(f)[max(0, own.figure.start - f.sentence_start) :]
    ]
    if not gaps:
        return False
    gap = min(gaps, key=lambda f: abs(f.start - (own.figure.end if own.figure else 0)))
    text = facts.sentence(gap)[gap.start - gap.sentence_start - 12 : gap.end - gap.sentence_start]
    sign = -1 if re.search("低于|低|少|慢|落后", text) else 1
    points = gap.unit in ("个百分点", "百分点", "个点")
    base = (
        own.figure.growth
        if points and own.figure.growth is not None and own.figure.unit not in ("%",)
        else own.figure.value
    )
    if base is None or gap.value is None or (not points and gap.unit != own.figure.unit):
        return False
    result = computing.difference(base, sign * gap.value, "%" if points else own.figure.unit)
    what = "增速" if points and base is own.figure.growth else ""
    drafting.say(
        f"报告没有直接给出{scope}的数，可推算为{result.text}（{describe(own.figure)}{growth(own.figure) if what else amount(own.figure)}，"
        f"{'低' if sign < 0 else '高'}于{scope}{amount(gap)}；{result.formula}）。",
        drafting.cite(own.figure, gap),
        result.formula,
    )
    return True
