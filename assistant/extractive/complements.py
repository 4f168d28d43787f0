"""What is left of a whole that has two parts: imports = total − exports, 非税收入 = 一般公共预算收入 − 税收收入.

What a year has added to an investment is such a part, too: 2023年累计 − 2022年累计; and what there was before it: 2023年累计 − 2023年当年.
"""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.operand import Slot, resolve
from assistant.extractive.spans import Spanned
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.records import Aspect
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = ["complement", "of_one_year", "until_the_year", "whole_named"]

# Indicator → the whole, and the one other part that it is made of.
_PARTED = {
    "进口总额": ("进出口总额", "出口总额"),
    "出口总额": ("进出口总额", "进口总额"),
    "非税收入": ("一般公共预算收入", "税收收入"),
}


def whole_named(name: str) -> str:
    """The whole that an indicator is one of two parts of: 一般公共预算收入 of 非税收入; "" for none."""
    return _PARTED.get(normalise(name), ("",))[0]


_VACANT = re.compile("(?P<of>.*?)的?(?:空置|闲置|空租|空闲|未出租)率")
_LET = ("出租率", "入驻率", "去化率", "利用率", "使用率", "入住率")


def _vacant(facts: Facts, slot: Slot) -> Spanned | None:
    """标准厂房空置率: what is left by the rate at which just these are let; None where that isn't printed."""
    asked = _VACANT.fullmatch(slot.phrase)
    whose = "".join((*slot.scopes, asked["of"])) if asked is not None else ""
    if asked is None or len(whose) < 2 or slot.status not in (None, Status.DONE):
        return None
    for name in _LET:
        let = resolve(facts, replace(slot, phrase=asked["of"] + name, status=Status.DONE, unit="%", aspect=Aspect.VALUE), abroad=False).figure
        named = let is not None and let.indicator.endswith(name) and whose[-2:] in let.scope + let.indicator
        if let is None or not named or let.value is None or not 0 < let.value <= computing.HUNDRED or let.unit not in ("%", "％"):
            continue
        left = computing.difference(computing.HUNDRED, let.value, "")
        what = slot.phrase.removeprefix(asked["of"])
        scope = let.scope if len(let.indicator) == len(name) else let.scope + let.indicator.removesuffix(name)
        named_so = replace(let, scope=scope, indicator=what, name=what)
        figure = replace(named_so, value=left.value, unit="%", value_text=f"{left.text}%", growth=None, growth_text="")
        return Spanned(figure, (let,), left.formula, f"由{describe(let)}{amount(let)}得出")
    return None


def complement(facts: Facts, slot: Slot) -> Spanned | None:
    """The amount of one part from those of the whole and of the other part; None where they don't belong together."""
    if (vacant := _vacant(facts, slot)) is not None:
        return vacant
    if (days := _of_all_days(facts, slot)) is not None:
        return days
    names = _PARTED.get(normalise(slot.phrase))
    if names is None or slot.period is None or slot.scopes or slot.aspect is not Aspect.VALUE or slot.status not in (None, Status.DONE):
        return None
    whole, part = (_own(facts, replace(slot, phrase=name, status=Status.DONE, unit="")) for name in names)
    if whole is not None and part is not None and whole.in_table and not part.in_table:
        whole = _as_told_with(facts, part, whole)
    values = computing.common_unit([whole, part]) if whole and part else None
    if whole is None or part is None or values is None or not _belong(facts, whole, part) or values[0][0] <= values[0][1]:
        return None
    return _left(whole, part, values, slot.phrase, f"由{describe(whole)}{amount(whole)}减{part.indicator}{amount(part)}得出")


_GOOD_DAYS, _GOOD_DAYS_SHARE = "空气优良天数", "空气质量优良天数比例"


def _of_all_days(facts: Facts, slot: Slot) -> Spanned | None:
    """空气质量优良天数比例 from the days that are told, and the days from the share: of all days of the year."""
    name = normalise(slot.phrase)
    if name not in (_GOOD_DAYS, _GOOD_DAYS_SHARE) or slot.period is None or slot.scopes or slot.status not in (None, Status.DONE):
        return None
    if not slot.period.is_year:
        return None
    other = _GOOD_DAYS if name == _GOOD_DAYS_SHARE else _GOOD_DAYS_SHARE
    told = _own(facts, replace(slot, phrase=other, status=Status.DONE, unit="", aspect=Aspect.VALUE))
    if told is None or not told.value or told.unit not in (("天",) if other == _GOOD_DAYS else ("%", "％")):
        return None
    days = Decimal(365 + isleap(slot.period.first_year))
    found = computing.share(told.value, days) if other == _GOOD_DAYS else computing.of_share(days, told.value, "天")
    value = Decimal(found.text.rstrip("%天"))
    figure = replace(
        told, indicator=slot.phrase, name=name, value=value, unit=found.unit, value_text=found.text, growth=None, growth_text="", growth_unit=""
    )
    return Spanned(figure, (told,), found.formula, f"由{describe(told)}{amount(told)}、全年{days}天推算")


_YEARS_OWN = re.compile("(?P<of>.{2,}?)的?(?:当年|年度|本年)?(?:完成|实际|新增)*投资额?$")


def of_one_year(facts: Facts, slot: Slot) -> Spanned | None:
    """当年完成投资 of a thing, from what it had come to at the end of the year and of the year before."""
    asked = _YEARS_OWN.fullmatch(slot.phrase)
    if asked is None or "累计" in slot.phrase or slot.period is None or not slot.period.is_year or slot.status not in (None, Status.DONE):
        return None
    year, last, thing = slot.period, slot.period.shifted(-1), re.sub("(?<=..)(?:项目|工程)$", "", asked["of"])
    now = _so_far(facts, slot, thing, year)
    then = _so_far(facts, slot, thing, last) or _begun(facts, slot, thing, last)
    values = computing.common_unit([now, then]) if now and then else None
    if now is None or then is None or values is None or values[0][0] <= values[0][1]:
        return None
    return _left(now, then, values, "完成投资", f"由{describe(now)}{amount(now)}减{last.label}末{amount(then)}得出")


_SO_FAR = re.compile("(?P<of>.*?)的?累计(?:已?完成)?投(?:资额?|入)$")


_NAME = 3  # characters of what is invested in: the whole zone has none


def until_the_year(facts: Facts, slot: Slot) -> Spanned | None:
    """What there was of a thing at the end of a year, from what it had come to a year later and what that year has added."""
    return _invested_until(facts, slot) or _stock_until(facts, slot)


def _invested_until(facts: Facts, slot: Slot) -> Spanned | None:
    asked = _SO_FAR.fullmatch(slot.phrase)
    if asked is None or slot.period is None or not slot.period.is_year or slot.status not in (None, Status.DONE):
        return None
    thing = re.sub("(?<=..)(?:项目|工程)$", "", "".join(slot.scopes) + asked["of"])
    year, later, slot = slot.period, slot.period.shifted(1), replace(slot, scopes=())
    now = _so_far(facts, slot, thing, later) if len(thing) >= _NAME else None
    if now is None or _so_far(facts, slot, thing, year) is not None:
        return None
    added = resolve(facts, replace(slot, phrase=thing + "完成投资", period=later, status=Status.DONE, unit=""), abroad=False).figure
    own = added is not None and added.period == later and added.scope == now.scope and "累计" not in added.indicator and not added.qualifier
    values = computing.common_unit([now, added]) if own and added is not None else None
    if added is None or values is None or values[0][0] <= values[0][1] or added.report_id != now.report_id:
        return None
    left = _left(now, added, values, "累计完成投资", f"由{describe(now)}{amount(now)}减当年{amount(added)}得出")
    return replace(left, figure=replace(left.figure, period=year))


_HELD = re.compile("累计|总数|总量")
_ADDED_THEN = re.compile("当年|年内|全年|本年|新增|新[建开签认引投]")


def _stock_until(facts: Facts, slot: Slot) -> Spanned | None:
    """累计投资项目33个 of a year that also tells 新投项目9个 in the same breath: what there had been a year before."""
    if slot.period is None or not slot.period.is_year or slot.status not in (None, Status.DONE) or slot.aspect is not Aspect.VALUE:
        return None
    if not (slot.stock or slot.cumulative or _HELD.search(slot.phrase)):
        return None
    later = slot.period.shifted(1)
    asked = replace(slot, period=later, status=Status.DONE, report_periods=())
    now = resolve(facts, asked, abroad=False).figure
    if now is None or now.value is None or now.qualifier or now.kind is not FigureKind.VALUE or "累计" not in now.scope + now.indicator:
        return None
    told = [
        f for f in facts.figures([now.zone], [later])
        if (f.report_id, f.sentence_start, f.unit, f.kind, f.status) == (now.report_id, now.sentence_start, now.unit, now.kind, now.status)
        and f.end <= now.start and f.value and "累计" not in f.scope + f.indicator and not f.qualifier
        and f.indicator[-2:] == now.indicator[-2:]
    ]  # fmt: skip
    clause = facts.report(now.report_id).text[now.sentence_start : now.start]
    if len(told) != 1 or not _ADDED_THEN.search(clause) or (told[0].value or Decimal(0)) >= now.value:
        return None
    added = told[0]
    values = computing.common_unit([now, added])
    if values is None:
        return None
    left = _left(now, added, values, now.indicator, f"由{describe(now)}{amount(now)}减当年{amount(added)}得出")
    return replace(left, figure=replace(left.figure, period=slot.period))


def _so_far(facts: Facts, slot: Slot, thing: str, year: Period) -> Figure | None:
    found = resolve(facts, replace(slot, phrase=thing + "累计完成投资", period=year, status=Status.DONE, unit=""), abroad=False).figure
    own = found is not None and "累计" in found.scope + found.indicator and found.period == year and thing in found.scope + found.indicator
    return found if own and found is not None and not found.qualifier else None


def _begun(facts: Facts, slot: Slot, thing: str, year: Period) -> Figure | None:
    """What was invested in the year in which it was begun is all that had been invested until then."""
    found = resolve(facts, replace(slot, phrase=thing + "完成投资", period=year, status=Status.DONE, unit=""), abroad=False).figure
    own = found is not None and found.period == year and thing in found.scope + found.indicator
    return found if own and found is not None and _BEGUN.search(facts.sentence(found)) and not found.qualifier else None


_BEGUN = re.compile(r"\d{1,2}月(?:\d{1,2}日)?(?:底|初|中旬)?(?:正式|顺利|全面)?(?:开工|动工|奠基|破土)")


def _left(whole: Figure, part: Figure, values: tuple[list[Decimal], str], name: str, how: str) -> Spanned:
    (all_of_it, taken), unit = values
    left = computing.difference(all_of_it, taken, unit)
    figure = replace(
        whole, indicator=name, name=normalise(name), value=left.value, unit=left.unit, value_text=left.text,
        qualifier="", growth=None, growth_text="", growth_unit="", growth_base="",
    )
    return Spanned(figure, (whole, part), left.formula, how)


def _own(facts: Facts, slot: Slot) -> Figure | None:
    """The figure of exactly that name and of no part of the zone, exact as printed."""
    figure = resolve(facts, slot, abroad=False).figure
    exact = figure is not None and figure.kind is FigureKind.VALUE and not figure.scope and not figure.qualifier
    return figure if exact and figure is not None and figure.name == normalise(slot.phrase) and figure.period == slot.period else None


def _as_told_with(facts: Facts, part: Figure, whole: Figure) -> Figure:
    """The whole as the sentence of its part tells it, where a table tells it, too."""
    told = (f for f in facts.figures([part.zone], [part.period] if part.period else ()) if f.sentence_start == part.sentence_start)
    return next((f for f in told if (f.report_id, f.name, f.value, f.scope) == (part.report_id, whole.name, whole.value, "")), whole)


def _belong(facts: Facts, whole: Figure, part: Figure) -> bool:
    """Together wherever the report tells both of them, or with the share that the part has of the whole (税收收入占一般公共预算收入的85.1%)."""
    told = facts.figures([whole.zone], [whole.period] if whole.period else ())
    wholes, parts = ([f for f in told if (f.report_id, f.name, f.value, f.scope) == (o.report_id, o.name, o.value, o.scope)] for o in (whole, part))
    shares = (f for f in told if f.kind is FigureKind.SHARE and f.report_id == whole.report_id == part.report_id)
    share = any(f.indicator == f"占{whole.indicator}" and normalise(f.scope) == part.name for f in shares)
    return share or any(_together(a, b) or _goes_on(facts, a, b) for a in (wholes or [whole]) for b in (parts or [part]))


def _goes_on(facts: Facts, whole: Figure, part: Figure) -> bool:
    """Whether the next sentence of the paragraph tells the part: 一般公共预算收入7.9亿元，增长3.1%。其中税收收入6.6亿元."""
    text = facts.report(whole.report_id).text
    next_one = whole.report_id == part.report_id and not text[whole.sentence_end : part.sentence_start].strip("。；; \u3000")
    return next_one and text[part.sentence_start : part.start + 2].lstrip().startswith("其中") and "\n" not in text[whole.start : part.start]


def _together(whole: Figure, part: Figure) -> bool:
    """Told together: as a part of it, in one sentence, or in one table."""
    same = whole.report_id == part.report_id
    return same and (part.part_of == whole.id or part.sentence_start == whole.sentence_start or (whole.in_table and part.in_table))
