"""What is asked of a report as a whole: a zone's year, its goals and plans, all its indicators, its projects by size, its firms, its honours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.abreast import areas_asked
from assistant.dated import dated_asked
from assistant.every import indicators_asked, pace_asked, years_asked
from assistant.extractive.dated import say_dated
from assistant.extractive.drafting import REFUSAL
from assistant.extractive.every import say_abreast, say_indicators, say_paces
from assistant.extractive.firms import no_firms, say_firms, tells_of_a_firm
from assistant.extractive.honours import honours_asked, say_honours
from assistant.extractive.incharge import say_in_charge
from assistant.extractive.late import late_asked, say_late
from assistant.extractive.listing import SENTENCES
from assistant.extractive.newcomers import newcomers_asked, say_newcomers
from assistant.extractive.overview import goal_period, say_beside, say_figures, say_goals, say_onward
from assistant.extractive.roster import moved_asked, roster_asked, say_moved, say_roster
from assistant.extractive.sized import say_projects
from assistant.extractive.staged import say_staged
from assistant.extractive.standing import say_standing
from assistant.facts import Facts
from assistant.firms import firms_asked
from assistant.incharge import in_charge_asked
from assistant.mentioned import singles_told
from assistant.message import Message, Reader
from assistant.question import normalise_question, understand
from assistant.records import Draft, Query, Statement
from assistant.several import joined
from assistant.sized import sized_projects
from assistant.staged import staged_projects
from assistant.standing import standing_asked
from assistant.terms import is_all_known
from assistant.topics import Kind
from assistant.verification import without_planted
from index.numbers import NUMERALS
from index.records import Period

__all__ = ["Ask", "of_a_year", "of_all"]

#: Answers a question that is no topic.
Ask = Callable[[Message, Reader], tuple[Query, Draft]]
_NOTHING_ELSE = re.compile("[那么的在呢,，?？。\\s]*")
_NEXT = re.compile("下一?步|今后|接下来|往后|后续")
MOST_TOGETHER = 3  # zones that are told of where none is named
MOST_BESIDE = 8  # zones or years that an overview sets beside one another


def of_a_year(message: Message, kind: Kind, reader: Reader, ask: Ask) -> tuple[Query, Draft] | None:
    """A zone's year as a whole, or its goals: of the newest where none is named; None where no zone is, or nothing is told."""
    facts = reader.facts
    query = message.understood(message.question, reader)
    zone = next(iter(query.zones or facts.zones.zones), "")
    own = understand(message.question, facts.understanding())
    every = query.zones or facts.zones.zones
    several = len(own.zones) > 1 or len(own.periods) > 1
    if kind is Kind.OVERVIEW and own.periods and len(every) > 1 and not several:  # 2018年怎么样: of those that report of it
        every = tuple(z for z in every if own.periods[0] in facts.periods_of(z)) or every
        zone = every[0]
    if kind is Kind.OVERVIEW and (several or 1 < len(every) <= MOST_TOGETHER):
        beside = say_beside(facts, _cells(facts, every, own.periods))
        if beside is not None:
            told = replace(beside, statements=(*(Statement(f"{note}。") for note in own.notes), *beside.statements))
            return replace(query, text=normalise_question(message.question), indicators=()), without_planted(told)
        if several:
            return None
    if kind is not Kind.OVERVIEW and 1 < len(every) <= MOST_TOGETHER:
        return _of_each(message, kind, every, reader, ask)
    if len(every) != 1:
        return None if kind is Kind.GOALS else ask(replace(message, question="有哪些报告"), reader)
    asked = next((p for p in query.periods if p in own.periods or p in facts.periods_of(zone)), None)  # 概况, behind next year's goals
    if kind is Kind.PLANS:
        return _plans_of(message, zone, reader, ask)
    if kind is Kind.OVERVIEW and asked is not None:
        asked = _told_of(facts, zone, asked)
    period = goal_period(facts, zone, asked) if kind is Kind.GOALS else asked or facts.newest.get(zone)
    if period is None:
        return None
    if kind is Kind.OVERVIEW and period not in facts.periods_of(zone) and goal_period(facts, zone, period) == period:
        kind = Kind.GOALS  # the year ahead has nothing else
    year, few = facts.short(zone) + period.label, SENTENCES.search(message.question)
    how = f"{year}主要预期目标有哪些" if kind is Kind.GOALS else f"用{few[0]}总结{year}的工作" if few else f"概括一下{year}"
    meant, told = ask(Message(how), reader)
    many = NUMERALS[few[1]] if few else 0
    unlisted = told.refused or len(told.statements) <= many or many == 1  # in one sentence: no first item of a list
    lead = say_figures(facts, zone, period) if few and unlisted else None
    if few and lead is not None:  # a report without lists
        onward = say_onward(facts, zone, period, lead, many - 1)
        told = lead if onward is None else joined([lead, onward])
    figures = say_figures(facts, zone, period) if kind is Kind.OVERVIEW and not few else None
    if kind is Kind.GOALS and (told.refused or not any(re.search(r"\d(?!年)", s.text) for s in told.statements[1:] or told.statements)):
        told = say_goals(facts, zone, period) or told  # a list of what the rows of a table are called
    parts = [d for d in (figures, told) if d is not None and not d.refused]
    if not parts:
        return None
    if kind is Kind.GOALS and asked is not None and period != asked:
        instead = Statement(f"{REFUSAL}{facts.short(zone)}{asked.label}的目标，下面是{period.label}的。")
        parts[0] = replace(parts[0], statements=(instead, *parts[0].statements))
    periods = meant.periods if asked is not None else ()  # 介绍一下鹄浍: no year was said for what comes next
    return replace(meant, text=normalise_question(message.question), indicators=(), periods=periods), without_planted(joined(parts))


def _of_each(message: Message, kind: Kind, zones: Sequence[str], reader: Reader, ask: Ask) -> tuple[Query, Draft] | None:
    """What each of a few zones wants to do next, or its goals, one after the other."""
    short = reader.facts.short
    asked = [(z, replace(message, question=f"{short(z)}{message.question}", turns=())) for z in zones]
    told = [(z, found) for z, one in asked if (found := of_a_year(one, kind, reader, ask)) is not None]
    if not told:
        return None
    drafts = [replace(d, statements=(Statement(f"{short(zone)}："), *d.statements)) for zone, (_, d) in told]
    return replace(told[0][1][0], zones=tuple(zones)), joined(drafts)


def _plans_of(message: Message, zone: str, reader: Reader, ask: Ask) -> tuple[Query, Draft] | None:
    """What a zone's newest report wants to do next, or that of the year before the one asked of."""
    newest, own = reader.facts.newest.get(zone), understand(message.question, reader.facts.understanding()).periods
    if newest is None or len(own) > 1:
        return None
    second_half = bool(own) and own[0] == Period.half(own[0].first_year, 2)
    planned = not own or reader.facts.reports_of([zone], [own[0].shifted(-1), *([Period.half(own[0].first_year, 1)] if second_half else [])])
    if not planned and not _NEXT.search(message.question):  # what was done
        meant, told = ask(Message(f"{reader.facts.short(zone)}{own[0].label}做了什么"), reader)
        return None if told.refused else (replace(meant, text=normalise_question(message.question)), told)
    if own and _NEXT.search(message.question) and own[0] in reader.facts.periods_of(zone):  # 2020年的报告里，下一步
        newest, own = own[0], ()
    ahead = own[0].label if own else f"{newest.last_year + 1}年" if newest.is_year else f"{newest.last_year}年下半年"
    meant, told = ask(Message(f"{reader.facts.short(zone)}{ahead}打算干什么"), reader)
    if told.refused:
        return None
    meant = meant if own else replace(meant, periods=(), status=None)  # no year was said for what comes next
    return replace(meant, text=normalise_question(message.question)), told


_AMONG_THEM = re.compile("(?:那|这)?(?:里面|里头|其中|当中|它们|他们|这[几两三四五]个)")
_GROUPED = re.compile("[两三四五六七八九几各](?:个|大|条|家)?(?:主导|支柱|特色|优势|重点)?(?:产业|行业|园区?|片区|板块|镇街?|组团)")


def of_all(message: Message, reader: Reader, ask: Ask) -> tuple[Query, Draft] | None:
    """What is asked of all indicators of a report, its projects, its groups or its honours; None where anything else is named."""
    facts, known = reader.facts, reader.facts.understanding()
    own = understand(message.question, known)
    if own.unknown_zones:
        return None
    just_told = message.turns[-1].answer.figures if message.turns else ()
    several = len({f.id for f in just_told}) > 1 or len(singles_told(message.turns)) > 1  # 涨得最快的是哪个: of those just told
    in_group = bool(message.turns) and _AMONG_THEM.match(message.question) and _GROUPED.search(message.turns[-1].query.text)
    several = several or bool(in_group)  # 三大产业合计产值多少 → 里面哪个增长最快
    tell = _teller(own, alone=not several or bool(own.zones), first=not just_told or bool(own.zones))
    of_one = bool(message.turns) and is_all_known("".join(message.turns[-1].query.indicators))  # 比上年呢, of an indicator
    if tell is None and message.turns and not of_one and _NOTHING_ELSE.fullmatch(own.bare) and (own.zones or own.periods):
        tell = _teller(understand(message.turns[-1].query.text, known), alone=True, first=True)  # 那2018年呢: the same of that year
    if tell is None:
        return None
    query = message.understood(message.question, reader)
    zones = query.zones or facts.zones.zones
    carried = [p for p in query.periods if any(p in facts.periods_of(z) for z in zones)]  # a year just planned for is no year told of
    told = tell(facts, _cells(facts, zones, own.periods or carried))
    if told is None:
        return _firms_in_words(message, own, zones, reader, ask)
    if "完成" in own.bare and (wanted := indicators_asked(own.bare)) is not None and not wanted.growth and not told.refused:
        goals = ask(message, reader)[1]  # 主要指标完成情况: and which goals were met
        told = joined([told, goals]) if goals.figures and not goals.refused else told
    projects = sized_projects(own.bare)
    name = told.figures[0].scope if projects is not None and projects.many == 1 and not told.refused else ""
    query = replace(query, text=normalise_question(message.question), indicators=(name,) if name else (), focus=name)
    return query, without_planted(told)


def _firms_in_words(message: Message, own: Query, zones: Sequence[str], reader: Reader, ask: Ask) -> tuple[Query, Draft] | None:
    """Which firm comes first, where a sentence of a zone says so; None where no order of firms is asked for."""
    wanted = firms_asked(own.bare)
    if wanted is None or not wanted.ranked or not zones:
        return None
    alone = len(zones) == 1 or own.zones
    each = [message] if alone else [replace(message, question=f"{reader.facts.short(z)}{message.question}") for z in zones[:MOST_BESIDE]]
    asked = [ask(one, reader) for one in each]
    told = [one for one in asked if tells_of_a_firm(one[1])][:MOST_TOGETHER]
    query = replace((told or asked)[0][0], text=normalise_question(message.question))
    if told:
        return query, without_planted(joined([d for _, d in told]))
    cells = _cells(reader.facts, zones, query.periods)
    named = say_firms(reader.facts, wanted, cells, in_prose=True)
    refused = next((d for _, d in asked if d.refused and d.citations), None) if alone else None
    return query, named or refused or no_firms(reader.facts, wanted, zones)


_Cells = Sequence[tuple[str, Period]]


def _teller(own: Query, *, alone: bool, first: bool) -> Callable[[Facts, _Cells], Draft | None] | None:
    """What tells the answer to a question of a report's indicators, projects, groups or honours; None where it is another."""
    if (newcomers := newcomers_asked(own.bare)) is not None and own.zones and own.periods:
        return lambda facts, cells: say_newcomers(facts, newcomers, cells)
    if honours_asked(own.bare):
        return lambda facts, cells: say_honours(facts, cells, own.bare)
    if (group := roster_asked(own.bare)) is not None:
        return lambda facts, cells: say_roster(facts, group, cells)
    if pace := pace_asked(own.bare):
        return lambda facts, cells: say_paces(facts, pace, cells)
    if (beside := areas_asked(own.bare)) is not None:
        return lambda facts, cells: say_abreast(facts, *beside, cells)
    if many := years_asked(own.bare, len(own.periods), own.years_back, alone=first):
        return lambda facts, cells: _years(facts, own.periods, many, cells)
    firms, place = firms_asked(own.bare), standing_asked(own.bare)
    if place is not None:
        return lambda facts, cells: say_standing(facts, place, cells) or (say_firms(facts, firms, cells) if firms is not None else None)
    if firms is not None:
        return lambda facts, cells: say_firms(facts, firms, cells)
    if (moved := moved_asked(own.bare)) is not None:
        return lambda facts, cells: say_moved(facts, *moved, cells)
    if (wanted := indicators_asked(own.bare, alone=alone)) is not None:
        return lambda facts, cells: say_indicators(facts, wanted, cells)
    if (minds := in_charge_asked(own.bare, own.text)) is not None and own.zones and own.periods:
        return lambda facts, cells: say_in_charge(facts, minds, cells)
    if (day := dated_asked(own.text, own.bare)) is not None and own.zones and own.periods:
        return lambda facts, cells: say_dated(facts, day, cells)
    if (late := late_asked(own.bare)) is not None and own.zones and own.periods:
        return lambda facts, cells: say_late(facts, late, cells)
    if (staged := staged_projects(own.bare)) is not None and own.zones and own.periods:
        return lambda facts, cells: say_staged(facts, staged, cells)
    projects = sized_projects(own.bare)
    return None if projects is None else lambda facts, cells: say_projects(facts, projects, cells)


def _years(facts: Facts, years: Sequence[Period], many: int, cells: _Cells) -> Draft | None:
    """The main figures of each zone in several years beside each other: those named, or the last so many that it reports of."""
    zones = list(dict.fromkeys(zone for zone, _ in cells))[:MOST_TOGETHER]
    drafts = [d for z in zones if (d := _years_of(facts, z, years, many)) is not None]
    return joined(drafts) if drafts else None


def _years_of(facts: Facts, zone: str, years: Sequence[Period], many: int) -> Draft | None:
    """One zone's years; where nothing is comparable with its newest, that one with the growth it prints."""
    reported = facts.periods_of(zone)
    last = next((p for p in reversed(years) if p in reported), reported[-1] if reported else None)
    if last is None:
        return None

    def like(period: Period) -> list[Period]:
        """The reports up to the last of as many months."""
        return [p for p in reported if p.last_year <= last.last_year and p.last_month - p.first_month == period.last_month - period.first_month]

    lasting = max(reported, key=lambda p: len(like(p))) if many > 2 else last  # 近几年: whole years, though the newest is of a half
    beside = sorted(years, key=lambda p: p.key) if len(years) > 1 else like(lasting)[-many:]
    told = say_beside(facts, [(zone, p) for p in beside]) if len(beside) > 1 else None
    alone = say_figures(facts, zone, last) if told is None else None
    if alone is None:
        return told
    only = Statement(f"{facts.short(zone)}没有与{last.label}可比的往年报告，下面是{last.label}的数，增速是报告里印的。")
    return replace(alone, statements=(only, *alone.statements))


def _cells(facts: Facts, zones: Sequence[str], periods: Sequence[Period]) -> _Cells:
    """Zones with the periods named; with the newest that all of them report of, or each with its own newest, where none is."""
    common = facts.shared_period(zones, len(zones))
    years = periods or ((common,) if common is not None else ())
    cells = [(z, _told_of(facts, z, p)) for z in zones for p in years or ([facts.newest[z]] if z in facts.newest else [])]
    return cells[:MOST_BESIDE]


def _told_of(facts: Facts, zone: str, period: Period) -> Period:
    """2023年怎么样, where a zone has no report but of the months so far: those months."""
    reported = facts.periods_of(zone)
    part = [p for p in reported if p.first_year == p.last_year == period.first_year]
    return part[-1] if period.is_year and period not in reported and part else period
