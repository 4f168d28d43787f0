"""What stands in for a figure that isn't there as it was asked for, where the report can mean nothing else.

Projects counted only from a size on (竣工投产亿元以上项目11个) are all that it counts of that state.  A report of December
foresees its own year (预计全年完成78.4亿元); an area told in a report of half a year is that of the year; what no year is
named for and only a plan tells is what the plan says; and what is told place by place behind a total
(…规上工业总产值的92.2%。分片区看，…) has its name.  Each is told with its status or period.
"""

from __future__ import annotations

import re

from assistant.extractive.slot import Outcome, Slot
from assistant.extractive.wholes import OUTPUT_OF_ALL
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect
from assistant.sized import STATES
from index.figures.accounts import names_nobody
from index.figures.ellipsis import is_thing
from index.figures.naming import ACTIONS
from index.glossary import normalise
from index.records import Figure, FigureKind, Status

__all__ = ["stands_in"]

BEHIND = 100  # characters between a total and its parts
_STANDING = re.compile("(?:面积|全长|长度|里程|人口|户数)$")  # a state, not what a year adds


def stands_in(facts: Facts, slot: Slot, absent: Outcome) -> Figure | None:
    """The nearest figure where it may be told instead; None where only a refusal is right."""
    nearest = absent.nearest[0] if absent.nearest else None
    if slot.aspect is Aspect.VALUE and slot.status is not Status.DONE and (standing := _of_the_thing(facts, slot)) is not None:
        return standing
    if nearest is not None and absent.reason == "period" and slot.ahead and _foreseen_then(facts, slot, nearest):
        return nearest
    if slot.scopes and (made := _output_of_place(facts, slot)) is not None:
        return made
    if slot.aspect is Aspect.VALUE and absent.reason == "indicator" and (large := _counted_from(facts, slot)) is not None:
        return large
    if nearest is None or slot.status is not None or slot.aspect not in (Aspect.VALUE, Aspect.GROWTH):
        return None
    if absent.reason == "scope":
        return _part_of(facts, slot, nearest)
    if not all(scope in nearest.scope + nearest.indicator for scope in slot.scopes):
        return None  # 全县 is not the zone
    if absent.reason == "status":
        beside = (f for f in absent.nearest if (f.name, f.scope, f.period) == (nearest.name, nearest.scope, nearest.period))
        nearest = next((f for f in beside if f.status is Status.EXPECTED), nearest)  # 年初目标 | 400, 全年完成 | 412（预计）
        card = facts.cards.get(nearest.report_id)
        own = card is not None and nearest.period == card.period
        shared = len(bigrams(fold(nearest.scope)) & bigrams(fold(slot.phrase))) if is_thing(nearest.scope) else None
        foreseen = nearest.status is Status.EXPECTED and ((own and slot.period is not None and shared is None) or (shared or 0) >= _NAMED)
        planned = nearest.status is Status.TARGET and slot.period is None and len({f.value for f in absent.nearest}) == 1
        return nearest if foreseen or planned else None
    if absent.reason == "period" and slot.period is not None and slot.period.is_year and _STANDING.search(slot.phrase):
        of_the_year = [f for f in absent.nearest if f.period and f.period.first_year == f.period.last_year == slot.period.first_year]
        return of_the_year[0] if of_the_year and of_the_year[0].status is Status.DONE else None
    return None


def _foreseen_then(facts: Facts, slot: Slot, nearest: Figure) -> bool:
    """2021年…达产后年产值: of no year yet, so that the year is that of the report which foresees it, or of its plans."""
    card = facts.cards.get(nearest.report_id)
    told = card.period if card is not None else None
    of_thing = is_thing(nearest.scope) and not names_nobody(nearest.scope) and slot.status in (None, Status.EXPECTED)
    if not of_thing or nearest.status is not Status.EXPECTED or told is None or slot.period is None:
        return False
    return slot.period.first_year in (told.last_year, told.last_year + 1)


#: What a project has from the beginning, whatever year it is told in.
_ITS_OWN = re.compile(
    "(?:的|项目|工程)*(?P<what>总投资|概算|匡算|占地(?:面积)?|用地(?:面积)?|建筑面积|全长|线路长|设计产能|投资强度)(?:额|投资|度|是|有)?$"
)
_LONGEST = 4  # characters of a name of which the rest says what it is: 汲川泵业|智能泵阀产业园


def _of_the_thing(facts: Facts, slot: Slot) -> Figure | None:
    """The 总投资 of a project, asked with a year in which no report tells it: that of the report that does, where they agree."""
    asked = _ITS_OWN.search(slot.phrase)
    if asked is None or slot.period is None or slot.zone is None:
        return None
    own = slot.phrase[: asked.start()]
    thing = "".join(slot.scopes) + own
    if len(thing) < _LONGEST or re.match(ACTIONS, thing) or names_nobody(slot.phrase[: asked.start("what")].removesuffix("的")):
        return None  # 供应工业用地, 亿元以上项目总投资 are of their year
    statuses = (Status.DONE,) if slot.status is None else (Status.DONE, slot.status)  # 总投资目标: what it costs is told as what is
    told = [
        f for f in facts.figures([slot.zone])
        if f.kind is FigureKind.VALUE and f.status in statuses and f.value is not None and asked["what"] in f.indicator
        and (thing in f.scope + f.indicator or (len(f.scope) >= _LONGEST and re.sub("(?:项目|工程)$", "", f.scope) in thing)
             or (len(own) >= _LONGEST and own in f.scope and all(part[:2] in f.scope for part in slot.scopes)))
    ]  # fmt: skip
    return max(told, key=lambda f: f.period.key if f.period else "") if len({(f.value, f.unit) for f in told}) == 1 else None


def _output_of_place(facts: Facts, slot: Slot) -> Figure | None:
    """规上工业总产值 of a park, of which a report tells its 产值 alone (分片区看，栎湾片区166.4亿元)."""
    told_of = slot.aspect in (Aspect.VALUE, Aspect.GROWTH) and slot.status in (None, Status.DONE)
    if normalise(slot.phrase) not in OUTPUT_OF_ALL or slot.period is None or not told_of:
        return None
    pool = facts.figures([slot.zone] if slot.zone else (), [slot.period])
    told = [f for f in pool if f.indicator in ("产值", "总产值") and f.status is Status.DONE and f.value is not None and f.scope in slot.scopes]
    return told[0] if len({(f.value, f.unit) for f in told}) == 1 else None


_NAMED = 2  # pairs of characters that a phrase shares with the project that it asks of: 税收 alone is never that of one once it is built


def _part_of(facts: Facts, slot: Slot, total: Figure) -> Figure | None:
    """The asked place's part of a total, told by the end of its name alone (产值 of 规上工业总产值) shortly behind the whole name."""
    parts = [
        f
        for f in facts.figures([total.zone], [total.period] if total.period else ())
        if f.report_id == total.report_id and f.status is total.status and f.kind is total.kind and f.unit == total.unit
        and f.indicator != total.indicator and len(f.indicator) > 1 and total.name.endswith(f.indicator)
        and all(scope in f.scope for scope in slot.scopes)
        and total.name in normalise(facts.report(f.report_id).text[max(0, f.sentence_start - BEHIND) : f.sentence_start])
    ]  # fmt: skip
    return parts[0] if len(parts) == 1 else None


_COUNTED = re.compile(rf"(?P<state>新?(?:{'|'.join(STATES)})+)的?项目(?:个?数|数量)?")
_SIZE = re.compile(r"(?:总?投资)?(?:过|超)?[\d一二三四五六七八九十两]*[千百]?[万亿]元?及?以上的?")


def _counted_from(facts: Facts, slot: Slot) -> Figure | None:
    """竣工投产亿元以上项目, where 竣工投产项目 is asked of a report that counts no others in that state."""
    said = _COUNTED.fullmatch(fold(slot.phrase))
    if said is None or slot.zone is None or slot.period is None or slot.scopes:
        return None
    found = [
        f
        for f in facts.figures([slot.zone], [slot.period])
        if f.kind is FigureKind.VALUE and f.status is (slot.status or Status.DONE) and f.unit in ("个", "项", "只") and not f.part_of
        and _SIZE.search(name := fold(f.scope + f.indicator))
        and _SIZE.sub("", name).removesuffix("项目").removeprefix("新").endswith(said["state"].removeprefix("新"))
    ]  # fmt: skip
    return found[0] if len({f.scope + f.name for f in found}) == 1 else None
