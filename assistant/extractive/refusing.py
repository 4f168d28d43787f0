"""“报告中没有…”: said plainly, with the nearest thing that is there, labelled as what it is."""

from __future__ import annotations

from dataclasses import replace

from assistant.extractive.candidates import of_a_year_alone
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.operand import Outcome, Slot, resolve
from assistant.extractive.wording import describe, said
from assistant.facts import Facts
from assistant.names import bigrams
from assistant.records import Aspect, Query
from index.glossary import normalise, rivals
from index.records import Figure, FigureKind, Status

__all__ = ["explain_absent", "refuse_outcome", "refuse_zone", "so_far"]

ASPECT_WORDS = {Aspect.GROWTH: "的增速", Aspect.SHARE: "的占比", Aspect.COMPLETION: "的完成率", Aspect.RANK: "的位次"}


def explain_absent(drafting: Drafting, outcome: Outcome) -> str:
    """The noun of a refusal: 槐渚经济开发区2018年“研发经费”的完成数."""
    slot = outcome.slot
    zone = drafting.facts.short(slot.zone) if slot.zone else ""
    period = slot.period.label if slot.period else ""
    scope = "".join(s for s in slot.scopes if s not in slot.phrase)
    status = {Status.TARGET: "的目标", Status.EXPECTED: "的预计数"}.get(
        slot.status or Status.DONE, ASPECT_WORDS.get(slot.aspect, "")
    )
    if outcome.reason == "status" and slot.status in (None, Status.DONE):
        status = "的完成数"
    if not status and slot.stock and any(map(of_a_year_alone, outcome.nearest)):
        status = "的总数"  # only those of one year are told
    what = f"“{scope}{slot.phrase}”" if scope or slot.phrase else ""  # 明年最大的目标是啥 names none
    return f"{zone}{period}{what}{status}"


def refuse_outcome(drafting: Drafting, outcome: Outcome) -> None:
    """Say what is missing and what is nearest."""
    drafting.say(f"{REFUSAL}{explain_absent(drafting, outcome)}。")
    if outcome.reason == "zone" or not outcome.nearest:
        for figure in _look_alikes(drafting.facts, outcome.slot):
            drafting.say(f"它有的相近指标是{describe(figure)}：{said(figure)}。", drafting.cite(figure))
    lead = {
        "status": "有的是",
        "scope": "有的是",
        "period": "有的是",
        "zone": "别的开发区有",
        "indicator": "相近的是",
    }.get(outcome.reason, "相近的是")
    part = so_far(drafting.facts, outcome).figure if outcome.slot.status in (None, Status.DONE) else None
    nearest = outcome.nearest if part is None or part in outcome.nearest else (part, *outcome.nearest)
    for i, figure in enumerate(nearest[:2]):
        drafting.say(f"{lead if i == 0 else '还有'}{describe(figure)}：{said(figure)}。", drafting.cite(figure))


def so_far(facts: Facts, outcome: Outcome) -> Outcome:
    """2019年固投多少, where a zone has no report but of the year's first months: what they reached."""
    slot = outcome.slot
    if outcome.figure is not None or slot.period is None or slot.zone is None or not slot.period.is_year:
        return outcome
    parts = [p for p in facts.periods_of(slot.zone) if p.first_year == p.last_year == slot.period.first_year and not p.is_year]
    found = resolve(facts, replace(slot, period=parts[-1])) if parts else outcome
    return found if found.figure is not None else outcome


def _look_alikes(facts: Facts, slot: Slot) -> list[Figure]:
    """工业有效投资 of the very zone and period, where 工业投资 is asked for and isn't there: the one whose name is nearest."""
    others = rivals(slot.phrase)
    if slot.zone is None or slot.period is None or slot.scopes or slot.aspect not in (Aspect.VALUE, Aspect.GROWTH) or not others:
        return []
    asked, status = normalise(slot.phrase), slot.status or Status.DONE
    pool = (f for f in facts.figures([slot.zone], [slot.period]) if f.kind is FigureKind.VALUE and f.status is status and not f.scope)
    alike = [f for f in pool if f.name in others and f.name.endswith(asked[-2:])]
    return sorted(alike, key=lambda f: -len(bigrams(asked) & bigrams(f.name)))[:1]


def refuse_with_sentence(drafting: Drafting, text: str, number: int) -> None:
    """Where no figure is near, the sentence that speaks of what was asked."""
    drafting.say(f"相关的原文是：{text}", (number,))


def refuse_zone(drafting: Drafting, query: Query) -> None:
    drafting.say(f"{REFUSAL}“{'”“'.join(query.unknown_zones)}”的资料。")
    zones = [drafting.facts.short(z) for z in drafting.facts.zones.zones]
    drafting.say(f"已收录的是{'、'.join(zones[:8])}{'等' if len(zones) > 8 else ''}的报告。")
