"""…多多少、涨了几成; 办结率是多少，还有几件没办完: of the two numbers that one result was worked out from, the other result asked for with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.claimed import in_unit
from assistant.extractive.wording import amount, names_the_outermost, result_of
from assistant.records import Draft, Statement
from assistant.results import BEYOND_IN_PERCENT
from index.records import Figure, Status

__all__ = ["with_the_other"]

_N = r"[\d.]+"
_TAKEN_OFF = re.compile(rf"(?P<a>{_N}) − (?P<b>{_N}) = {_N}")
_SHARED = re.compile(rf"(?P<a>{_N}) ÷ (?P<b>{_N}) × 100% = {_N}%")
_GREW = re.compile(rf"\((?P<a>{_N}) − (?P<b>{_N})\) ÷ (?P=b) × 100% = -?{_N}%")
_MUCH = "(?:多少|几)"
_CHANGED = re.compile(
    f"(?:[涨增升降减缩压]|提[高升]|快|慢)[^，,。？?]{{0,6}}?(?:百分之{_MUCH}|几成|百分比|幅度)|[增涨升降跌减]幅|(?:提升|缩短|压缩|变化|增长|下降)幅度"
)
_RATE = re.compile(f"百分之{_MUCH}|几成|百分比|占[^，,。？?]{{0,10}}?(?:多少|多大|几)|比[重例]|[办完成投用交开]{{1,2}}[结工产付]?率")
_LEFT = re.compile(
    f"(?:还[剩有差]|剩下?|没[有能]?[^，,。？?]{{1,5}}的?|未[^，,。？?]{{1,4}}的?)[^，,。？?]{{0,6}}?{_MUCH}|{_MUCH}[^，,。？?]{{0,3}}?没[^，,。？?]{{1,4}}完?"
)
_MORE = re.compile(f"(?:[多少快慢添差]|净增|增加|减少|缩短|压缩)(?:出|了|掏|掉|投|干|做|收|来)*{_MUCH}(?!倍)")
_TIMES = re.compile(f"{_MUCH}倍")


def with_the_other(draft: Draft, question: str) -> Draft:
    """``draft`` with the second result that ``question`` asks for, where one formula over two of its figures is all it tells."""
    told = [s for s in draft.statements if s.formula]
    if not (draft.refused or told):
        return _as_asked(draft, question)
    if not draft.refused and len(told) == 1 and (wanted := _IN_UNIT.search(question)) is not None:
        draft = _with_unit(draft, told[0], wanted["unit"])
        told = told[:1]
    if draft.refused or len(told) != 1 or names_the_outermost(draft):
        return draft  # 哪个片区最高，占多少: not the least of the greatest
    formula, text = told[0].formula, "".join(s.text for s in draft.statements)
    made = next(((kind, m) for kind in (_GREW, _SHARED, _TAKEN_OFF) if (m := kind.fullmatch(formula))), None)
    pair = _pair(draft.figures, made[1]) if made is not None else None
    if made is None or pair is None:
        return draft
    values = computing.common_unit(pair)
    if values is None or not all(values[0]):
        return draft
    more: list[tuple[str, Computed]] = []
    if "%" not in told[0].text and (_CHANGED.search(question) or _RATE.search(question)):
        more += _per_cent(question, pair, values[0])
    if made[0] is not _TAKEN_OFF and (_MORE.search(question) or _LEFT.search(question)):
        more += _amount(question, values[0], values[1], grew=made[0] is _GREW)
    if _TIMES.search(question) and "倍" not in text:
        high, low = max(values[0]), min(values[0])
        more.append(("", computing.ratio(high, low)))
    if not more:
        return draft
    said = [Statement(f"{lead}{result.text}（{result.formula}）。", told[0].citations, result.formula) for lead, result in more]
    at = draft.statements.index(told[0]) + 1
    return replace(draft, statements=(*draft.statements[:at], *said, *draft.statements[at:]))


def _as_asked(draft: Draft, question: str) -> Draft:
    """甲项目总投资是多少万元, of 6.8亿元: the one number told, in the unit asked for."""
    figures = {f.id: f for f in draft.figures}
    first = next((s for s in draft.statements if s.citations), None)
    if len(figures) != 1 or first is None:
        return draft
    (figure,) = figures.values()
    lead, formula = in_unit(question, figure)
    if not formula or not first.text.startswith(amount(figure)):
        return draft
    converted = replace(first, text=lead + first.text, formula=formula)
    return replace(draft, statements=tuple(converted if s is first else s for s in draft.statements))


#: 合计多少万美元，合多少亿美元: the result in another unit.
_IN_UNIT = re.compile(
    "[，,](?:也就是)?(?:折?合|折算?成?|换算?成|相当于|即|等于)(?:是)?(?:多少|几)个?"
    "(?P<unit>[万亿]?(?:美)?元|万?平方米|平方公里|公顷|亩|万?吨|万?人)[^，,]{0,2}$"
)


def _with_unit(draft: Draft, told: Statement, unit: str) -> Draft:
    result = result_of(told)
    there = computing.scaled(result.value, result.unit, unit) if result is not None and result.value is not None else None
    if there is None or result is None or result.unit == unit:
        return draft
    said = Statement(f"即{there.text}（{there.formula}）。", told.citations, there.formula)
    at = draft.statements.index(told) + 1
    return replace(draft, statements=(*draft.statements[:at], said, *draft.statements[at:]))


def _pair(figures: Sequence[Figure], formula: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The two figures of a formula, in its order; None where one of its numbers is converted or worked out."""
    a, b = (next((f for f in figures if f.value == Decimal(formula[name])), None) for name in "ab")
    return (a, b) if a is not None and b is not None and a is not b else None


def _per_cent(question: str, pair: tuple[Figure, Figure], values: Sequence[Decimal]) -> list[tuple[str, Computed]]:
    """How much the later is above the earlier, or which part the less is of the more."""
    first, second = pair
    if {first.status, second.status} == {Status.DONE, Status.TARGET} and first.period == second.period:
        done, goal = values if first.status is Status.DONE else values[::-1]
        beyond = computing.growth_between(done, goal)
        if BEYOND_IN_PERCENT.search(question):
            return [("超出目标" if done >= goal else "低于目标", replace(beyond, text=beyond.text.removeprefix("-")))]
        return [("完成目标的", computing.share(done, goal))]
    if _CHANGED.search(question):
        earlier = _earlier(first, second)
        was, now = (values[0], values[1]) if earlier is first else (values[1], values[0])
        rate = computing.growth_between(now, was)
        return [("增长" if now >= was else "下降", replace(rate, text=rate.text.removeprefix("-")))]
    if first.period == second.period and first.unit not in ("%", "％"):  # a rate is no part of another
        return [("占", computing.share(min(values), max(values)))]
    return []


def _earlier(first: Figure, second: Figure) -> Figure:
    """What was before: 提高前的日处理能力, the year before; of two things of one time the second, against which the first is set."""
    if first.scope.endswith("前") != second.scope.endswith("前"):
        return first if first.scope.endswith("前") else second
    if first.period and second.period and first.period != second.period:
        return min((first, second), key=lambda f: f.period.key if f.period else (0, 0))
    return second


def _amount(question: str, values: Sequence[Decimal], unit: str, *, grew: bool) -> list[tuple[str, Computed]]:
    """By how much the two are apart: what is left of the whole, or what one has more."""
    high, low = max(values), min(values)
    left = not grew and _LEFT.search(question) is not None
    lead = "还有" if left else "多" if values[0] >= values[1] else "少"
    return [(lead, computing.difference(high, low, unit))]
