"""The indicators of a report as a whole: which fell, which grew fastest, what the main ones are; from the ledger, none skipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.computing import difference
from assistant.every import Wanted
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.overview import main_figures
from assistant.extractive.wording import amount, describe, growth, name_of, said, when
from assistant.facts import Facts
from assistant.records import Draft
from index.records import Figure, FigureKind, Period, Status

__all__ = ["say_abreast", "say_among", "say_indicators", "say_paces"]

MOST = 20  # that are listed
BEHIND = 2  # told behind the first
_OTHER_BASE = re.compile(r"环比|年初|上月|上季|全年|\d{2,4}年")  # no growth over the year before
_WHOLE = re.compile("(?:规模?以?上|限额?以?上).{0,2}")  # 规上: the zone's own, of a size
_CITY = re.compile("全[市县省州国]")


def say_indicators(facts: Facts, wanted: Wanted, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """What is asked of all indicators, of each zone and period; None where no report prints two of them."""
    drafting = Drafting(facts)
    for zone, period in cells:
        told = _moved(facts, zone, period) if wanted.growth else _main(facts, zone, period)
        if len(told) > 1:
            say_among(drafting, wanted, facts.short(zone) + period.label, told)
        elif period not in facts.periods_of(zone):
            reported = "、".join(p.label for p in facts.periods_of(zone))
            drafting.say(f"{REFUSAL}{facts.short(zone)}{period.label}的主要指标。有报告的是{reported}。")
    return drafting.draft(refused=not drafting.citations) if drafting.statements else None


def say_among(drafting: Drafting, wanted: Wanted, where: str, told: Sequence[Figure], noun: str = "指标") -> None:
    """Those of ``told`` that moved as it is asked, or that none did."""
    found = [f for f in told if wanted.holds(f)] if wanted.growth else [*told]
    drafting.note("指标", f"{where} {len(told)}项，其中{len(found)}项")
    if wanted.first:
        found.sort(key=lambda f: f.growth or 0, reverse=wanted.first > 0)
    kind = {-1: "下降的", 1: "增长的"}.get(wanted.direction, "") if wanted.above is None and wanted.below is None else "符合的"
    if not found:
        rates = sorted((f for f in told if f.growth_unit == "%"), key=lambda f: f.growth or 0)
        ends = [f"最低的是{name_of(f)}（{growth(f)}）" for f in rates[:1]] + [f"最高的是{name_of(f)}（{growth(f)}）" for f in rates[1:][-1:]]
        told_so = f"{where}印有增速的{noun}里，没有{kind}：{'，'.join(ends)}。"
        drafting.say(told_so, drafting.cite(*rates[:1], *rates[1:][-1:]))
    elif wanted.first and wanted.many == 1:
        first, others = found[0], found[1 : 1 + BEHIND]
        drafting.say(f"{name_of(first)}{_foremost(wanted, first)}：{describe(first)}{said(first)}。", drafting.cite(first))
        if others:
            drafting.say("其次是" + "；".join(f"{name_of(f)}（{growth(f)}）" for f in others) + "。", drafting.cite(*others))
    else:
        chosen = found[: wanted.many or MOST]
        many = f"前{len(chosen)}项" if wanted.many else f"共{len(found)}项" if len(found) > 1 else "只有"  # one alone is no count
        head = f"{kind}{many}" if wanted.growth else ""
        drafting.say(f"{where}{head}：{_listed(chosen)}。", drafting.cite(*chosen))


def _listed(figures: Sequence[Figure]) -> str:
    return "；".join(f"{name_of(f)}{said(f)}" for f in figures)


def _foremost(wanted: Wanted, first: Figure) -> str:
    if first.growth is not None and first.growth < 0:
        return "降幅最大" if wanted.first < 0 else "降幅最小"
    return "增长最快" if wanted.first > 0 else "增长最慢"


def _moved(facts: Facts, zone: str, period: Period) -> list[Figure]:
    """What a zone's report of a period prints with a growth over the year before, of the zone as a whole, in the order of the report."""
    told: dict[tuple[str, object], Figure] = {}
    for f in facts.figures([zone], [period]):
        own = f.status is Status.DONE and f.kind in (FigureKind.VALUE, FigureKind.GROWTH) and facts.in_its_own_report(f)
        whole = (not f.scope or _WHOLE.fullmatch(f.scope)) and not _CITY.search(f.indicator) and len(f.indicator) > 1
        if own and whole and f.growth is not None and not _OTHER_BASE.search(f.growth_base + f.growth_text):
            told.setdefault((f.scope + f.name, f.growth), f)
    return list(told.values())


_HEADLINE = re.compile("收入|总值|增加值|外资|内资|总额")  # told though no growth is printed


def _main(facts: Facts, zone: str, period: Period) -> list[Figure]:
    """The known indicators of a whole zone: what has a growth, stands in a table or is of its accounts."""
    told = main_figures(facts, zone, period).values()
    return [f for f in told if f.growth is not None or f.in_table or _HEADLINE.search(f.name)]


def say_abreast(facts: Facts, area: str, direction: int, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """The indicators whose growth is above that of ``area`` (``direction`` 1), or below it; None where no report sets one beside it."""
    drafting, way = Drafting(facts), "高于" if direction > 0 else "低于"
    for zone, period in cells:
        found = [(f, there) for f in _moved(facts, zone, period) if f.growth_unit == "%" and (there := _there(facts, f, area)) is not None]
        told = {f.name: (f, theirs, points) for f, (theirs, points) in reversed(found)}.values()
        where = f"{facts.short(zone)}{period.label}"
        chosen = [one for one in told if one[2] * direction > 0]
        if not told:
            continue
        drafting.note("指标", f"{where} {len(told)}项能与{area}比，其中{len(chosen)}项")
        head = f"{where}印有{area}增速或差距的指标里，"
        many = f"有{len(chosen)}项" if len(chosen) > 1 else "只有"
        drafting.say(
            f"{head}增速{way}{area}的{many}：" if chosen else f"{head}没有增速{way}{area}的。",
            drafting.cite(*(f for one in chosen or told for f in one[:2])),
        )
        for own, theirs, _ in chosen:
            if theirs.growth is None:
                drafting.say(f"{name_of(own)}{growth(own)}，{way}{area}{amount(theirs)}；", drafting.cite(own, theirs))
                continue
            gap = difference(own.growth or Decimal(0), theirs.growth, "%")
            said_so = f"{name_of(own)}{growth(own)}，{area}{growth(theirs)}，相差{gap.text}（{gap.formula}）；"
            drafting.say(said_so, drafting.cite(own, theirs), gap.formula)
    return drafting.draft() if drafting.statements else None


def _there(facts: Facts, own: Figure, area: str) -> tuple[Figure, Decimal] | None:
    """The growth of the same in ``area``, or how far from it, with by how many points the zone's own is above it."""
    for f in facts.figures([own.zone], [own.period] if own.period else []):
        if f.report_id != own.report_id or f.status is not Status.DONE:
            continue
        if f.kind is FigureKind.GROWTH and f.scope.startswith(area) and f.name == own.name and f.growth is not None and f.growth_unit == "%":
            return f, (own.growth or Decimal(0)) - f.growth
        names = (own.indicator, own.indicator + "增速")
        if f.kind is FigureKind.GAP and area in f.scope and f.value is not None and f.unit == "个百分点" and f.indicator in names:
            return f, -f.value if re.search("低|慢|少|差", f.scope) else f.value
    return None


def say_paces(facts: Facts, direction: int, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """The indicators whose growth is above that of the year before (``direction`` 1), or below it; None where no two growths are told."""
    drafting = Drafting(facts)
    for zone, period in cells:
        before = {f.scope + f.name: f for f in reversed(_moved(facts, zone, period.shifted(-1))) if f.growth_unit == "%"}
        pairs = [(f, before[f.scope + f.name]) for f in _moved(facts, zone, period) if f.growth_unit == "%" and f.scope + f.name in before]
        where, way = f"{facts.short(zone)}{period.label}", "高于" if direction > 0 else "低于"
        chosen = [(now, then) for now, then in pairs if ((now.growth or 0) - (then.growth or 0)) * direction > 0]
        if not pairs:
            continue
        drafting.note("指标", f"{where} {len(pairs)}项两年都有增速，其中{len(chosen)}项")
        head = f"{where}和上年都印有增速的指标里，"
        many = f"有{len(chosen)}项" if len(chosen) > 1 else "只有"
        said_so = f"{head}增速{way}上年的{many}：" if chosen else f"{head}没有增速{way}上年的。"
        drafting.say(said_so, drafting.cite(*(f for pair in chosen or pairs for f in pair)))
        for now, then in chosen:
            gap = difference(now.growth or Decimal(0), then.growth or Decimal(0), "%")
            told = f"{name_of(now)}{growth(now)}，{when(then)}{growth(then)}，{'提高' if gap.value > 0 else '回落'}{gap.text}（{gap.formula}）；"
            drafting.say(told, drafting.cite(now, then), gap.formula)
    return drafting.draft() if drafting.statements else None
