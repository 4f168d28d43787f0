"""Where and when: the zones and periods that a question asks of, blanked out of what is left of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.elsewhere import place_elsewhere
from assistant.papers import PAPER_NAMED
from assistant.periods import (
    THAT_PART,
    PeriodMention,
    asked_periods,
    find_parts,
    find_periods,
    names_report,
    pointed_at,
    same_part,
    tells_when,
    with_parts,
)
from assistant.scanner import Scanner
from assistant.understanding import Understanding
from assistant.zones import ZoneMention
from index.records import Period

__all__ = ["Setting", "find_setting", "newest", "said_back"]

_UNTIL = re.compile("(?:截[至止]?到?|(?:再|又|一直)?(?<![达做提增扩压降升调收来])[到至])$")  # 到2017年孵出几家
_THAT_YEAR = re.compile("[当同该]年|这一年")
_AND = re.compile("[和与跟及、，,]")  # 某产业2022年和2023年产值: of one thing in two years
_WHOLE_PLACE = re.compile("全[市县省州]$")  # 澄浦全市: a scope of a zone's report, no zone
def _have_parks(known: Understanding) -> bool:
    """Whether parks are parts of the zones there are: 哪个园区 asks of those."""
    return sum(scope.endswith("园") for scope in known.scopes) > 1 and not any(zone.endswith("园区") for zone in known.zones.zones)


_PARK = re.compile("(?:园区?|基地)$")  # 甲开发区 in a report of another zone is no part of it


@dataclass(frozen=True, slots=True)
class Setting:
    """The zones and periods of a question, and what they say of the rest of it."""

    zones: tuple[str, ...]
    unknown: tuple[str, ...]  # zones that no report is of
    notes: tuple[str, ...]
    periods: tuple[Period, ...]
    report_periods: tuple[Period, ...]  # of the reports that are named: 2018年的报告
    points: bool  # whether some time that is asked of is a point (2018年末)
    citywide: tuple[str, ...]  # 全市, 全县, said behind a zone's name
    spots: tuple[tuple[int, str, Period | None], ...]  # where each zone and each time stood


def find_setting(scan: Scanner, part: str, whole: str, known: Understanding) -> Setting:
    """The setting of ``part`` (the asking clauses of ``whole``); its words are blanked in ``scan``."""
    zones, unknown, notes = _zones(whole, known)
    paper = PAPER_NAMED.search(part)
    if paper is not None:
        scan.blank(*paper.span())
        owners = known.papers.get(paper["kind"], frozenset())
        zones = tuple(owners) if len(owners) == 1 and not (zones or unknown) else zones
    mentions, dated = find_periods(part), part
    if not mentions or (part != whole and all(_THAT_YEAR.fullmatch(part, m.start, m.end) for m in mentions)):
        said = [m for m in find_periods(whole) if m.periods or not mentions]  # 2022年外资走低。当年内资到位多少: of that year
        mentions, dated = (said, whole) if said or not mentions else (mentions, part)
    papers = tuple(p for m in find_periods(whole) if names_report(whole, m) for p in m.periods if p.is_year)
    latest = newest(zones, known)
    looked_back, noted = ((), "") if known.talked_of or papers else _looked_back(dated, mentions, latest)
    own = [m for m in mentions if not (names_report(dated, m) or tells_when(dated, m))]
    if len(own) < len(mentions):  # 2022年总结里，当年的投资: of the year that the report is of
        own = [m for m in own if not _THAT_YEAR.fullmatch(dated, m.start, m.end)]
    periods = looked_back or asked_periods(own, papers[0] if len(papers) == 1 else latest)  # 2018年报告里的去年: the year before its own
    # A 政府工作报告 is called by the year it is given in, and looks back on the one before.
    lag = -1 if re.search(r"政府工作报告", part) else 0
    report_periods = tuple(p.shifted(lag) for m in mentions if names_report(dated, m) for p in m.periods)
    if report_periods and lag and any(m.relative == -1 for m in mentions):
        periods = report_periods
    when_told = tuple(Period.year(p.first_year) for m in mentions if tells_when(dated, m) for p in m.periods)
    told = not periods  # by when it was told alone: any part of that year that is named is meant
    periods = periods or report_periods or when_told
    citywide, spots = _blank_zones(scan, part, known)
    end = 0
    for period in find_periods(scan.left):
        until = _UNTIL.search(scan.left[: period.start])
        joined = end and _AND.fullmatch(scan.left, end, period.start)
        scan.blank(end if joined else until.start() if until else period.start, period.end)
        end = period.end
        spots.append((period.start, "", period.periods[0] if len(period.periods) == 1 else None))
    base = periods or ((Period.year(latest.first_year),) if latest else ())
    parts = find_parts(scan.left, base)
    for period in parts:
        scan.blank(period.start, period.end)
    if told and not parts and periods and re.search("全年|一整年|年底", part):
        periods = tuple(Period.year(p.first_year) for p in periods)
    periods = with_parts(() if told and parts else periods, tuple(p for m in parts for p in m.periods))
    periods = pointed_at(part, same_part(part, periods))
    if not all(p.is_year for p in periods):
        scan.take(THAT_PART)
    if (city := _city(scan, known)) is not None:
        kind, tellers = city
        citywide.append(kind)
        zones = zones or (tuple(tellers) if len(tellers) == 1 and not unknown else ())
    replaced = [m for m in mentions if parts and m.periods and not {*m.periods} & {*periods}]  # 年末冲了一把，12月做了多少
    if looked_back and periods == looked_back:
        notes = [*notes, noted]
    return Setting(
        zones=zones,
        unknown=unknown,
        notes=tuple(notes),
        periods=periods,
        report_periods=report_periods,
        points=any(m.point for m in mentions if m not in replaced),
        citywide=tuple(citywide),
        spots=tuple(spots),
    )


def _looked_back(text: str, mentions: Sequence[PeriodMention], latest: Period | None) -> tuple[tuple[Period, ...], str]:
    """去年 or 前年, said alone where the newest report is of a whole year, and what is said of it.

    Who reads such a report asks in the year after it: 去年 is the year that it looks back on.
    """
    said = _BACK.match(text, mentions[0].start) if len(mentions) == 1 else None
    if said is None or mentions[0].relative is None or latest is None or not latest.is_year or _FROM_THEN.match(text, said.end()):
        return (), ""
    period = latest.shifted(mentions[0].relative + 1)
    return (period,), f"{_NOTED}{said.group()}”按{'最新的年度报告所写的' if period == latest else ''}{period.label}算"


def said_back(note: str) -> bool:
    """Whether a note says which year 去年 was taken to be."""
    return note.startswith(_NOTED)


_NOTED = "这里“"
_BACK = re.compile("去年|大?前年")
_FROM_THEN = re.compile("同期|同比|水平|基数")


def _blank_zones(scan: Scanner, part: str, known: Understanding) -> tuple[list[str], list[tuple[int, str, Period | None]]]:
    """What is said of a whole city, and where each zone stood."""
    citywide: list[str] = []
    spots: list[tuple[int, str, Period | None]] = []
    for mention in _mentions(part, known):
        beyond = re.match(r"市(?![级场容区]|外(?!贸))|县(?![级城域])", part[mention.end :])
        if beyond:
            citywide.append("全" + beyond.group())
        scope = 2 if not mention.zones and _WHOLE_PLACE.search(mention.text) else 0
        scan.blank(mention.start, mention.end + (1 if beyond else 0) - scope)
        spots.append((mention.start, mention.zones[0] if len(mention.zones) == 1 else "区", None))
    return citywide, spots


_CITY_ALONE = re.compile("[㐀-鿿]{2,3}[市县省州]")
# 绥梁市规上工业总产值: of the city that a zone's report tells of.
_CITY = re.compile("(?:^|(?<=[，,、的比在\0]))(?P<name>[㐀-鿿]{2,3})(?P<kind>[市县省州])(?![级场容区外民长委域里])(?=[㐀-鿿\0])")


def _city(scan: Scanner, known: Understanding) -> tuple[str, Sequence[str]] | None:
    """全市, and the zones whose reports tell of that city, which is blanked; None where none is named, or figures go by its name."""
    for found in _CITY.finditer(scan.left):
        name = found["name"] + found["kind"]
        if name in known.scopes:
            continue
        owners = known.told(f"{found['name']}全{found['kind']}") or known.told(f"{name}全{found['kind']}")
        if owners:
            scan.blank(*found.span())
            return f"全{found['kind']}", owners
    return None


def newest(zones: Sequence[str], known: Understanding) -> Period | None:
    """The period of the newest report of the zones; of all, where none of them is known."""
    return max((p for z in zones if (p := known.latest_of.get(z))), key=lambda p: p.end, default=known.latest)


def _mentions(text: str, known: Understanding) -> list[ZoneMention]:
    """The zones that a text names, but for parts of a zone that are called like one (城西工业园)."""
    found = known.zones.find(text)
    placed = len(known.zones.zones) == 1 or any(m.zones for m in found)

    def no_zone(mention: ZoneMention) -> bool:
        inside = text[mention.end - 2 : mention.end + 1]  # 边民互市|结算银行: the beginning of a printed name
        if len(inside) == 3 and all(w in known.words for w in (mention.text[:2], mention.text[-3:], inside)):
            return True
        city, kind = mention.text[:-1], mention.text[-1]
        if _CITY_ALONE.fullmatch(mention.text) and (known.told(f"{city}全{kind}") or known.told(f"{city}{kind}全{kind}")):
            return True
        if mention.text.endswith(("综保区", "保税区")) and known.told(mention.text.replace("综保区", "综合保税区")):
            return True  # 峣泖空港综保区, of which a zone's report tells
        return mention.text in known.scopes or bool(placed and _PARK.search(mention.text) and known.told(mention.text))

    return [m for m in found if m.zones or not no_zone(m)]


#: 后来那片地就归了高新区: a clause, no name.
_TELLS = re.compile("[了就着]|后来|那片")


def _zones(text: str, known: Understanding) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    zones: dict[str, None] = {}
    unknown: dict[str, None] = {}
    notes: list[str] = []
    for mention in _mentions(text, known):
        for zone in mention.zones:
            zones[zone] = None
        if not mention.zones and not _WHOLE_PLACE.search(mention.text) and not _TELLS.search(mention.text):
            unknown[mention.text] = None
        if mention.note:
            notes.append(mention.note)
    counted = None if zones else re.search(r"(?:[两三四五六七八九十\d]+|各|哪一?|几)[个家]?(?:开发区|园区|高新区|经开区|区)(?!块|域|间|位)", text)
    if counted is not None and not (counted.group().endswith("园区") and _have_parks(known)):
        zones = dict.fromkeys(known.zones.zones)
    if not zones and not unknown:
        zones = dict.fromkeys(known.zones.by_kind(text))
    if not zones and not unknown and (place := place_elsewhere(text, known)):
        unknown[place] = None
    return tuple(zones), tuple(unknown), notes
