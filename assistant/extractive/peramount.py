"""What an amount of one thing brings of another: 每亿元产值缴多少税, from both amounts of one owner."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import amount, describe
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from index.numerals import convert
from index.records import FigureKind

__all__ = ["answer_per_amount"]

_DOES = "(?:能|就|要|可以?|会|大约|大概|平均|合|折合|相当于|带来|产生|创造|贡献|对应|需要?|得|的)*"
_EACH = (
    "(?P<owner>[^，,。？?]{0,16}?)[，,]?(?:平均)?每(?:做|创造|实现|产出|投入?|完成|增加|产生)?(?:出|了)?(?:一个?|1)?(?P<size>亿|千万|百万|万)元?的?"
    "(?P<of>[㐀-鿿A-Za-z]{2,8}?)[，,]?"
)
#: 每亿元投资能带来多少税收, 每亿元研发经费对应多少件专利: what is brought, last; 每亿元产值缴税多少.
_ASKED = (
    re.compile(
        f"{_EACH}(?:能|可以?|会|大约|平均)*(?:带来|产生|创造|贡献|对应|产出|收|缴|交|需要?|耗|用)了?"
        "(?:多少|几)[件个家项亩人名吨]?的?(?P<what>[㐀-鿿]{1,8}?)(?=[?？。]*$)"
    ),
    re.compile(f"{_EACH}{_DOES}(?P<what>(?:[缴交纳]的?)?[㐀-鿿]{{1,8}}?){_DOES}(?:是|有)?(?:多少|几)"),
)
_MANY = {"亿": "亿元", "千万": "千万元", "百万": "百万元", "万": "万元"}


def answer_per_amount(drafting: Drafting, query: Query) -> bool:
    """The quotient of both; False, with nothing said, where it is not asked for, or they aren't told of one owner and time."""
    asked = _ASKED[0].search(query.bare) or _ASKED[1].search(query.bare)
    if asked is None or len(query.cells) > 1:
        return False
    facts, plain = drafting.facts, replace(query, aspect=Aspect.VALUE, status=None)
    owner = asked["owner"].removesuffix("的")
    whole, part = (resolve(facts, slot_of(plain, owner + words, unit=""), abroad=False).figure for words in (asked["of"], asked["what"]))
    if whole is None or part is None or whole.id == part.id or not whole.value or part.value is None:
        return False
    alike = (whole.kind, whole.zone, whole.period, whole.status) == (part.kind, part.zone, part.period, part.status)
    named = bigrams(fold(owner)) if owner else frozenset[str]()
    owned = all(named <= bigrams(fold(f.scope + f.indicator)) for f in (whole, part)) if owner else fold(whole.scope) == fold(part.scope)
    base = convert(whole.value, whole.unit, "亿元")
    if not (alike and owned and whole.kind is FigureKind.VALUE) or base is None or part.unit in ("%", "％"):
        return False
    base *= {"亿": 1, "千万": 10, "百万": 100, "万": 10000}[asked["size"]]  # how many of that size
    wanted = query.unit if query.unit and query.unit != "元" else part.unit
    value = convert(part.value, part.unit, wanted)
    value, unit = (value, wanted) if value is not None else (part.value, part.unit)
    if unit == "亿元" and value < base:
        value, unit = value * 10000, "万元"
    result = computing.per(value, base, unit)
    drafting.say(
        f"每{_MANY[asked['size']]}{whole.indicator}约{result.text}（{describe(part)}{amount(part)}，{describe(whole)}{amount(whole)}；{result.formula}）。",
        drafting.cite(part, whole),
        result.formula,
    )
    return True
