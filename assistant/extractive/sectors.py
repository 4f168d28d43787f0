"""The three sectors (三次产业): what each made, their ratio as it is printed or follows, and one of them in it."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import amount, describe, name_of, said
from assistant.records import Query
from assistant.terms import find_terms

__all__ = ["one_sector", "three_sectors"]

_SECTORS = re.compile("三次产业|三产(?:增加值|各|分别|结构)|一二三产")


def three_sectors(drafting: Drafting, query: Query) -> bool:
    """三次产业增加值各为多少: those of the first, the second and the third sector, as far as they are told."""
    if not _SECTORS.search(query.text):
        return False
    structure = bool(re.search("结构|比例|占|比重|之比|产业比", query.text))
    if structure and _printed_structure(drafting, query):
        return True
    found = [
        figure
        for sector in ("第一产业", "第二产业", "第三产业")
        if (figure := resolve(drafting.facts, slot_of(query, f"{sector}增加值", scopes=(), unit=""), abroad=False).figure)
        and sector in figure.scope + figure.indicator
    ]
    if len({f.id for f in found}) < (3 if structure else 2):
        return False
    values = computing.common_unit(found)
    if structure and values:
        total = sum(values[0], Decimal(0))
        shares = "∶".join(computing.plain(v / total * 100, 1) for v in values[0])
        told = "、".join(f"{name_of(f)}{amount(f)}" for f in found)
        formula = computing.total(*values).formula
        drafting.say(f"约{shares}（{describe(found[0], zone=True)[: -len(name_of(found[0]))]}{told}；{formula}）。", drafting.cite(*found), formula)
        return True
    others = [p for p in query.indicators if find_terms(p) and "产业" not in p]  # 地区生产总值及三次产业增加值
    beside_it = [resolve(drafting.facts, slot_of(query, p, unit=""), abroad=False).figure for p in others]
    found = [*(f for f in beside_it if f is not None and f.id not in {s.id for s in found}), *found]
    drafting.say("；".join(f"{describe(f)}{said(f)}" for f in found) + "。", drafting.cite(*found))
    return True


#: 第二产业占比, 二产增加值占GDP的比重.
_ONE_SECTOR = re.compile(
    "(?:第(?P<a>[一二三])(?:次)?产业|(?:^|(?<=[年的]))(?P<b>[一二三])产)(?:增加值)?的?(?:占比|比重|占(?:GDP|地区生产总值|生产总值)的?(?:比重|比例|多少|百分之几|几成))"
)
_RATIO = r"\d[\d.]*\s*[∶:：比]\s*\d[\d.]*\s*[∶:：比]\s*\d[\d.]*"
_STRUCTURE = re.compile(
    rf"三(?:次|大)?产业?(?:(?:增加值)?(?:结构|比例|比重|之比)比?|比(?=为|是|[:：调]))(?:由[^，。；]{{0,8}}?{_RATIO}[㐀-鿿]{{1,6}}?|[㐀-鿿]{{0,10}}?)(?P<ratio>{_RATIO})"
)


def one_sector(drafting: Drafting, query: Query) -> bool:
    """第二产业占比, where the ratio of the three is printed: that part of it."""
    one = _ONE_SECTOR.search(query.bare)
    return one is not None and _printed_structure(drafting, query, "一二三".index(one["a"] or one["b"]))


def _printed_structure(drafting: Drafting, query: Query, part: int | None = None) -> bool:
    """三次产业结构为2.6∶53.8∶43.6, as printed in the report of the year; with ``part`` only that of the first, second or third."""
    facts = drafting.facts
    zones = query.zones or (facts.zones.zones if len(facts.zones.zones) == 1 else ())
    when = query.periods[0] if query.periods else facts.newest.get(zones[0]) if len(zones) == 1 else None
    if when is None or len(query.cells) > 1:
        return False
    for report_id in facts.reports_of(zones, [when]):
        report = facts.report(report_id)
        match = _STRUCTURE.search(report.text) if report.period == when else None
        if match:
            cited = drafting.cite_span(report_id, *match.span(), [match.span("ratio")])
            told = f"{facts.short(report.zone)}{when.label}三次产业结构为{match['ratio']}"
            shares = re.findall(r"\d[\d.]*", match["ratio"])
            drafting.say(f"{told}。" if part is None else f"{shares[part]}%（{told}）。", (cited,))
            return True
    return False
