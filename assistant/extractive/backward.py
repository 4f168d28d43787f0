"""甲2016年下降3.2%、2017年又回升，倒推2015年是多少，2017年比它多多少: back by a growth, and set against a later year."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.earlier import before, member
from assistant.extractive.operand import slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.periods import find_periods
from assistant.records import Aspect, Query
from assistant.zones import ZoneMention
from index.records import Figure, Period

__all__ = ["answer_backward", "said_before"]

_BACK = re.compile("(?:倒推|反推|推算|测算|估算|倒算|回推)(?:出|一下)?")
_WHAT = re.compile("年?的?(?P<what>[㐀-鿿]{0,10}?)(?:上下|左右)?(?:[，,。？?！]|是|为|大[约概致]|约|有|在|应|多少|几|$)")
_GENERIC = re.compile("(?:总额|总量|数额|数值|数据|数|规模|水平|值|情况)?")
_MOVED = re.compile("[\x00、]*(?:同比|又|下降|下跌|跌|降|增长|上涨|涨|增|回升|回落|比|较|[，,。；;])")
_AGAINST = re.compile("恢复|回到|净增|增加|差|[多少]多少|比|超过")
_THIS = re.compile("^[照据由以按依]此")


def said_before(query: Query) -> str:
    """What is computed back, where the asking clause says only 照此: 实际使用外资 of 实际使用外资…降了12.6%."""
    phrase = _THIS.sub("", "".join(query.indicators))
    return phrase or re.sub(r"\d[\d.]*[%％]$", "", query.topic)


def answer_backward(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where the question tells no earlier year apart from a later one, or one isn't known."""
    facts = drafting.facts
    back = _BACK.search(query.text)
    if back is None or len(query.zones) > 1:
        return False
    periods = find_periods(query.text)
    sought = next((m for m in periods if m.start >= back.end() and m.start - back.end() <= 1 and len(m.periods) == 1), None)
    years = [m.periods[0] for m in periods if len(m.periods) == 1]
    if sought is None or len(set(years)) < 2:
        return False
    year = sought.periods[0]
    what = _WHAT.match(query.text[sought.end :])
    phrase = plainer(_subject(facts.zones.find(query.text), query.text, back.start()) + (_GENERIC.sub("", what["what"], count=1) if what else ""))
    if len(phrase) < 2:
        return False
    slot = slot_of(query, phrase, period=year, aspect=Aspect.VALUE, unit="", status=None)
    then = before(facts, slot)
    if then is None or then.figure is None or not then.how:
        return False
    drafting.say(f"{amount(then.figure)}（{describe(then.figure)}，{then.how}；{then.formula}）。", drafting.cite(then.figure), then.formula)
    later = max(years)
    if later > year.shifted(1) and _AGAINST.search(query.text[sought.end :]):
        now = member(facts, slot_of(query, phrase, period=later, aspect=Aspect.VALUE, unit="", status=None), abroad=False)
        if now.figure is not None and not now.how:
            _say_distance(drafting, now.figure, then.figure, later, year)
    return True


def _say_distance(drafting: Drafting, now: Figure, then: Figure, later: Period, year: Period) -> None:
    values = computing.common_unit([now, then])
    if values is None or now.name != then.name or values[0][0] == values[0][1]:
        return
    (a, b), unit = values
    gap = computing.difference(a, b, unit)
    way = f"多，已超过{year.label}的水平，增加" if a > b else f"少，没有恢复到{year.label}的水平，还差"
    drafting.say(
        f"{later.label}{amount(now)}，比{year.label}{way}约{gap.text}（{gap.formula}）。", drafting.cite(now, then), gap.formula
    )


def _subject(zones: list[ZoneMention], text: str, until: int) -> str:
    """What the clauses before name, without zone and years: 生物医药 of 榕砚生物医药2022年跌、2023年涨。"""
    spans = [(m.start, m.end) for m in zones] + [(m.start, m.end) for m in find_periods(text)]
    masked = "".join("\x00" if any(a <= i < b for a, b in spans) else c for i, c in enumerate(text[:until]))
    found = _MOVED.search(masked)
    named = masked[: found.start()] if found else masked
    return re.sub("[\x00年的按照由根据、，,。和]", "", named)
