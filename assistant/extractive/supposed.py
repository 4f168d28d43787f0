"""The numbers that were found, each set against the one that the question tells, or changed by it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe, result_of
from assistant.facts import Facts
from assistant.records import Draft
from assistant.supposing import Reckoning, Supposed
from index.numerals import convert

__all__ = ["answer_supposed"]

_PRESUMED = "以上按意思最接近的"
_IF = "这是按题中的假设算出的，不是报告中的数。"


def answer_supposed(facts: Facts, meant: Supposed, found: Draft) -> Draft | None:
    """None where no number alone was found, or it can't be set against what the question tells (亩 against 亿元).

    What is refused stays refused: no other two numbers are worked out instead.
    """
    if found.refused:
        return found
    if any(s.formula for s in found.statements):
        return _of_result(facts, meant, found)
    figures = [*{f.id: f for f in found.figures}.values()]
    if not figures:
        return None
    if any(s.text.startswith("问题没有指明") for s in found.statements):
        figures = figures[:1]
    told = [_told(f.value, f.unit, meant) for f in figures]
    drafting = Drafting(facts)
    drafting.trace += found.trace
    drafting.note("假设", f"{meant.way}：{meant.said or meant.number}")
    notes = [s.text for s in found.statements if not s.citations]  # which zone and year are meant; that it is the likeliest meaning
    for note in (n for n in notes if not n.startswith(_PRESUMED)):
        drafting.say(note)
    for figure, one in zip(figures, told, strict=True):
        if one is None:
            return None
        said, result = one
        drafting.say(f"{said}（{describe(figure)}{amount(figure)}；{result.formula}）。", drafting.cite(figure), result.formula)
    if meant.way in (Reckoning.GROWN, Reckoning.ADDED):
        drafting.say(_IF)
    for note in (n for n in notes if n.startswith(_PRESUMED)):
        drafting.say(note)
    drafting.presumed = found.presumed
    return replace(drafting.draft(), hints=found.hints, suggestions=found.suggestions, choices=found.choices)


def _of_result(facts: Facts, meant: Supposed, found: Draft) -> Draft | None:
    """The same of a number that was worked out: behind a sum, 离40亿还差多少 is of the sum. None where several were, each by itself."""
    worked = [s for s in found.statements if s.formula]
    results = [result_of(s) for s in worked]
    steps = all(r is not None and r.text.removesuffix(r.unit) in s.formula for s, r in zip(worked, results[1:], strict=False))
    result = results[0] if steps else None
    told = _told(result.value, result.unit, meant) if result is not None else None
    if told is None:
        return None
    said, reckoned = told
    if meant.way is Reckoning.CONVERTED and result is not None and result.value is not None:
        reckoned = computing.scaled(result.value, result.unit, reckoned.unit) or reckoned
    drafting = Drafting(facts)
    drafting.note("假设", f"{meant.way}：{meant.said or meant.number}")
    cited = drafting.cite(*found.figures)
    drafting.say(f"{said}（{reckoned.formula}）。", cited, reckoned.formula)
    for step in worked:  # all of them: a step left out stands in no quote
        drafting.say(step.text, cited, step.formula)
    if meant.way in (Reckoning.GROWN, Reckoning.ADDED):
        drafting.say(_IF)
    return drafting.draft()


def _told(number: Decimal | None, measure: str, meant: Supposed) -> tuple[str, Computed] | None:
    """What is said first, and how it comes about; in the unit of the question where it has one."""
    if number is None or measure in ("%", "％", "位"):
        return None
    asked = meant.wanted or (meant.unit if meant.way is not Reckoning.PORTION else "")
    converted = convert(number, measure, asked) if asked and asked != "%" else None
    value, unit = (converted, asked) if converted is not None else (number, measure)
    if meant.way is Reckoning.CONVERTED:
        said = f"{computing.plain(value)}{unit}"
        return (said, Computed(value, unit, said, f"{computing.plain(number)}{measure} = {said}")) if unit != measure else None
    if meant.way is Reckoning.PORTION:
        result = computing.portion(value, meant.number, unit)
        return result.text, result
    if meant.way is Reckoning.GROWN:
        result = computing.grown(value, meant.number, unit)
        return result.text, result
    other = convert(meant.number, meant.unit, unit)
    if other is None or (meant.way is Reckoning.NEEDED and value <= 0):
        return None
    if meant.way is Reckoning.NEEDED:
        result = computing.growth_between(other, value)
        return (f"要增长{result.text}" if other > value else f"不用增长：{meant.said}比它少"), result
    if meant.way is Reckoning.ADDED:
        result = computing.total([value, other], unit)
        return result.text, result
    result = computing.difference(value, other, unit)
    if not result.value:
        return f"正好是{meant.said}", result
    return (f"已超过{meant.said}，多{result.text}" if result.value > 0 else f"还差{result.text}"), result
