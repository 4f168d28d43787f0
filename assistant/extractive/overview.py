"""What a report says where no one number is asked for: of a year as a whole, of its goals, of a topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from assistant.extractive.drafting import Drafting
from assistant.extractive.listing import GREETING
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import Unit, units
from assistant.extractive.wording import said
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Draft, Query
from assistant.several import joined
from assistant.topics import Topic, headed_by, told_with
from index.glossary import is_known, normalise
from index.numbering import marker_of
from index.records import Figure, FigureKind, Period, SectionKind, Status

__all__ = ["goal_period", "main_figures", "say_beside", "say_figures", "say_goals", "say_onward", "say_planned", "say_topics", "says_little"]

FIGURES = 6  # of a year, that an overview begins with
GOALS = 10  # that are listed …
SETS_GOALS = 3  # … where at least so many are of known indicators
SENTENCES = 4  # of a section
MENTIONS = 3  # sentences elsewhere
SPOKEN_OF = 3  # sentences of a section that name a topic, which it is then about
LONGEST = 160  # characters of one that is told whole


def main_figures(facts: Facts, zone: str, period: Period) -> dict[str, Figure]:
    """The known indicators of a whole zone that its report of a period tells, by name, in the order of the report."""
    told: dict[str, Figure] = {}
    for f in facts.figures([zone], [period]):
        own = f.status is Status.DONE and f.kind is FigureKind.VALUE and not f.scope and f.value is not None and facts.in_its_own_report(f)
        if own and is_known(f.indicator):
            told.setdefault(f.name, f)
    return told


def say_beside(facts: Facts, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """The main figures of several zones or years beside one another, those that all of them tell first; None where no two do."""
    drafting = Drafting(facts)
    told = [main_figures(facts, zone, period) for zone, period in cells]
    shared = {n: sum(n in t for t in told) for t in told for n in t}
    names = sorted((n for n, many in shared.items() if many > 1), key=lambda n: -shared[n])[:FIGURES]
    zones = {zone for zone, _ in cells}
    for name in names:
        each = [f for t in told if (f := t.get(name)) is not None]
        text = "；".join(f"{facts.short(f.zone) if len(zones) > 1 else ''}{f.period.label if f.period else ''}{f.indicator}{said(f)}" for f in each)
        drafting.say(f"{text}。", drafting.cite(*each))
    drafting.note("概况", f"{len(cells)}个区年 {len(names)}项")
    return drafting.draft() if names else None


def say_figures(facts: Facts, zone: str, period: Period) -> Draft | None:
    """The known indicators that a zone's report of a period tells first, each of the whole zone."""
    drafting = Drafting(facts)
    chosen = list(main_figures(facts, zone, period).values())[:FIGURES]
    if len(chosen) < 2:
        return None
    text = "；".join(f"{f.indicator}{said(f)}" for f in chosen)
    drafting.note("概况", f"{zone}{period.label} {len(chosen)}项")
    drafting.say(f"{facts.short(zone)}{period.label}：{text}。", drafting.cite(*chosen))
    return drafting.draft()


def say_goals(facts: Facts, zone: str, period: Period) -> Draft | None:
    """The goals of a zone's year, those of the whole zone first; None where few are of indicators that are known."""
    drafting = Drafting(facts)
    told: dict[str, Figure] = {}
    for f in facts.figures([zone], [period]):
        if f.status is Status.TARGET and f.kind in (FigureKind.VALUE, FigureKind.GROWTH) and (f.value is not None or f.growth is not None):
            told.setdefault(f.scope + f.name, f)
    known = [f for f in told.values() if not f.scope and is_known(f.indicator)]
    if len(known) < SETS_GOALS:
        return None
    chosen = [*known, *(f for f in told.values() if f not in known)][:GOALS]
    drafting.note("目标", f"{zone}{period.label} {len(told)}项")
    listed = "；".join(f"{f.scope}{f.indicator}{said(f)}" for f in chosen)
    drafting.say(f"{facts.short(zone)}{period.label}的目标：{listed}。", drafting.cite(*chosen))
    return drafting.draft()


def goal_period(facts: Facts, zone: str, asked: Period | None) -> Period | None:
    """The period whose goals are told: the asked one, the year behind the newest report, its own; None where there are no goals."""
    newest = facts.newest.get(zone)
    if asked is None and newest is None:
        return None
    year = newest and Period.year(newest.last_year)
    periods = [asked] if asked is not None else []
    periods += [p for p in ((year.shifted(1), year) if year else ()) if p not in periods]
    return next((p for p in periods if any(f.status is Status.TARGET for f in facts.figures([zone], [p]))), None)


_LITTLE = 2  # sentences


def says_little(draft: Draft, words: str) -> bool:
    """Whether a topic alone got a sentence or two, or a number of something else (亿田: 11只优质项目, that it is one of; 招商: 4个招商组)."""
    if not draft.figures:
        of_it = told_with(words)
        alien = of_it is not None and not any(of_it.search(s.text) or words in s.text for s in draft.statements)  # 党建: 三项荣誉
        return alien or len(draft.statements) <= _LITTLE
    folded = fold(words)
    if len({f.indicator for f in draft.figures if fold(f.scope) == folded}) > 1:
        return False  # 北滩园怎么样: what it alone is told with
    if any(f.name == normalise(words) for f in draft.figures):
        return False  # 机场客流: 旅客吞吐量 by another name
    names = [(fold(f.scope + f.indicator), fold(f.indicator)) for f in draft.figures]
    return not any(folded in (whole, n) or (n.startswith(folded) and _HOW_MUCH.fullmatch(n[len(folded) :])) for whole, n in names)


_HOW_MUCH = re.compile("总?(?:数量?|人数|量|额|规模|面积)")


def say_topics(facts: Facts, query: Query, topic: Topic) -> Draft | None:
    """What a report says of a topic, or of each of several (招商引资和项目建设情况)."""
    whole = say_topic(facts, query, topic)
    pieces = [replace(topic, words=w) for w in re.split("[和与及、]", topic.words) if len(w) > 1] if whole is None else []
    each = [draft for piece in pieces if (draft := say_topic(facts, query, piece)) is not None]
    return joined(each) if len(each) > 1 and len(each) == len(pieces) else whole


def say_topic(facts: Facts, query: Query, topic: Topic) -> Draft | None:
    """The section that is headed by a topic, or the sentences that name it; None where no report in question does.

    Of an indicator only a section tells: what else names it (税收超千万元企业) is another thing.
    """
    ids = list(reversed(scope_reports(facts, query)))
    own = [i for i in ids if facts.cards[i].period in query.periods]  # before what another year's report tells under a heading of its own
    told = _told_by(facts, own, topic) if own and len(own) < len(ids) else None
    return told or _told_by(facts, ids, topic)


def _told_by(facts: Facts, ids: Sequence[str], topic: Topic) -> Draft | None:
    """What some reports say of a topic, the newest first."""
    drafting, words = Drafting(facts), topic.words
    found = _headed(facts, ids, words)
    if found is not None:
        report_id, heading, body = found
        drafting.note("专题", f"{words} → {heading}")
        if not fold(body[0].text).startswith(fold(heading)):
            number = marker_of(heading)
            drafting.say(f"“{heading[number[1] :].strip() if number else heading}”部分写道：")
        _say(drafting, report_id, _of_the_topic(body, heading, words)[:SENTENCES])
        return drafting.draft()
    named: list[tuple[str, Unit]] = []
    for wanted in () if topic.known else (fold(words),):
        named = named or list(islice(_naming(facts, ids, wanted), MENTIONS))
    named = named or _told_with(facts, ids, words)
    if not named:
        return None
    drafting.note("专题", f"{words} → {len(named)}句")
    for report_id, unit in named:
        _say(drafting, report_id, _with_paragraph(facts, report_id, unit) if unit is named[0][1] else [unit])
    return drafting.draft()


_TOPIC_SENTENCE = 30  # characters


def _with_paragraph(facts: Facts, report_id: str, unit: Unit) -> list[Unit]:
    """招商引资在线上线下并举中突破。: a first sentence that only says what its paragraph is about, with what the paragraph tells."""
    text = facts.report(report_id).text
    opens = unit.start == 0 or text[unit.start - 1] == "\n"
    if not opens or unit.end - unit.start > _TOPIC_SENTENCE or _NUMBER.search(unit.text):
        return [unit]
    end = text.find("\n", unit.end)
    return [unit, *(u for u in units(facts, report_id) if unit.end <= u.start < (end if end >= 0 else len(text)))][: SENTENCES + 1]


def _of_the_topic(body: Sequence[Unit], heading: str, words: str) -> Sequence[Unit]:
    """What stands under a heading; where that is of more than the topic (民生保障和安全稳定), only what names it, if anything does."""
    called, number = headed_by(words), marker_of(heading)
    name = heading[number[1] :] if number else heading
    if (fold(words) in fold(name) or (called is not None and called.search(name))) and not re.search(f"[和与及、]|{_AGE}", name):
        return body
    wanted = _wordings(words)[-1]
    telling = told_with(words)
    return [u for u in body if wanted in fold(u.text) or (telling is not None and telling.search(u.text))] or body


def say_planned(facts: Facts, query: Query) -> Draft | None:
    """2022年招商目标: what the plans of a year tell of a topic that no figure goes by the name of; None where nothing does."""
    words = "".join(query.indicators)
    telling = told_with(words)
    if telling is None or query.status is not Status.TARGET or len(query.zones) > 1:
        return None
    drafting = Drafting(facts)
    for report_id in reversed(scope_reports(facts, query)):
        ahead = [u for u in units(facts, report_id) if u.kind is SectionKind.PLAN and (not query.periods or u.period in query.periods)]
        found = [u for u in ahead if telling.search(u.text) or words in u.text]
        if found:
            drafting.note("专题", f"{words}的打算 → {len(found)}句")
            _say(drafting, report_id, [u for u in found if _NUMBER.search(u.text)][:SENTENCES] or found[:SENTENCES])
            return drafting.draft()
    return None


def say_onward(facts: Facts, zone: str, period: Period, lead: Draft, many: int) -> Draft | None:
    """The first so many sentences with numbers that an overview has not told, each under another heading; None where there are none."""
    told = [f.value_text for f in lead.figures if f.value_text]
    drafting, headings = Drafting(facts), set[str]()
    for report_id in facts.reports_of([zone], [period]):
        for unit in units(facts, report_id):
            heading = unit.path[-1] if unit.path else unit.text
            whole = facts.report(report_id).text[slice(*unit.whole)]
            repeats = heading in headings or GREETING.search(whole) or any(t in whole for t in told)
            aside = unit.table or unit.kind in (SectionKind.PLAN, SectionKind.PROBLEMS) or unit.text.startswith(("注", "其中"))
            if aside or repeats or not _NUMBER.search(unit.text) or len(headings) == many:
                continue
            headings.add(heading)
            _say(drafting, report_id, [unit])
    return drafting.draft() if drafting.statements else None


_NUMBER = re.compile(r"\d[\d.,]*[^\d年月日.,]")


def _headed(facts: Facts, ids: Sequence[str], words: str) -> tuple[str, str, list[Unit]] | None:
    """The newest report's section whose heading has all of a topic's words; of a topic of four characters its first two will do
    (招商选资), in the heading that is nearest in meaning."""
    for report_id in ids:
        told = [u for u in units(facts, report_id) if not u.table and u.kind is not SectionKind.PLAN]
        every = list(dict.fromkeys(h for u in told for h in u.path[1:] or u.path))
        called = [[h for h in every if wanted in fold(h)] for wanted in _wordings(words)]
        if (otherwise := headed_by(words)) is not None:
            called.append([h for h in every if otherwise.search(h)])
        for headings in filter(None, called):
            near = np.stack(facts.vectors(headings)) @ facts.linker.names.asking(words)
            heading = headings[int(np.argmax(near))]
            return report_id, heading.strip(), [u for u in told if heading in u.path]
        spoken = _spoken_of_in(told, _wordings(words)[-1])
        if spoken is not None:
            return report_id, spoken.strip(), [u for u in told if spoken in u.path]
    return None


#: Headings of no one topic.
_OF_ALL = re.compile(
    r"(?:工作|情况)?(?:回顾|总结)|(?:主要|重点|总体|基本)(?:工作|情况|成效)|完成情况|履职情况|工作开展|综述|(?:^|[、.．）)])\s*综合$"
)


def _spoken_of_in(told: Sequence[Unit], wanted: str) -> str | None:
    """The heading under which a report speaks of a topic, whatever it is called (聚力招大引强: 招商): most of what names it stands there."""
    naming = Counter(u.path[-1] for u in told if u.path and wanted in fold(u.text) and not _OF_ALL.search(u.path[-1]))
    if not naming:
        return None
    heading, often = naming.most_common(1)[0]
    return heading if often >= SPOKEN_OF and 2 * often > sum(naming.values()) else None


_AGE = "改革开放"  # forty years of it tell nothing of 改革


def _naming(facts: Facts, ids: Sequence[str], wanted: str) -> Iterator[tuple[str, Unit]]:
    for report_id in ids:
        yield from ((report_id, u) for u in units(facts, report_id) if not u.table and wanted in fold(u.text.replace(_AGE, "")))


def _told_with(facts: Facts, ids: Sequence[str], words: str) -> list[tuple[str, Unit]]:
    """The newest report's sentences with numbers of what a topic is told with (环保: PM2.5, 水质), where nothing goes by its name."""
    telling = told_with(words)
    if telling is None:
        return []
    for report_id in ids:
        done = (u for u in units(facts, report_id) if not u.table and u.kind not in (SectionKind.PLAN, SectionKind.PROBLEMS))
        found = [(report_id, u) for u in done if telling.search(u.text) and _NUMBER.search(u.text)]
        if found:
            return found[:SENTENCES]
    return []


def _wordings(words: str) -> tuple[str, ...]:
    """A topic as it is called, and of four characters the first two (招商引资: 外出招商)."""
    folded = fold(words)
    return tuple(dict.fromkeys((folded, folded[:2] if len(folded) == 4 else folded)))


def _say(drafting: Drafting, report_id: str, body: Sequence[Unit]) -> None:
    for unit in body:
        whole = unit.whole[1] - unit.whole[0] <= LONGEST
        text = drafting.facts.report(report_id).text[slice(*unit.whole)] if whole else unit.text
        told = text.replace("\n", " ").strip().rstrip("；;，,")
        drafting.say(told if told.endswith(("。", "！")) else told + "。", (drafting.cite_span(report_id, *unit.whole, [(unit.start, unit.end)]),))
