"""A sentence → its claims: every quantity with what the sentence says it is of, whose, of when, and in which status.

What a claim doesn't say itself is taken, in this order, from the claim before it, from the brackets that follow
(“9.84亿元（2017年财政总收入）”), and from the sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.periods import find_periods
from assistant.terms import find_terms
from assistant.verification.mentions import Mention, MentionKind, find_mentions, folded
from assistant.verification.words import ACHIEVED, BASES, COMMON, FALL, RISE, STATUS_WORDS, TELLING, TOGETHER
from assistant.zones import ZoneDirectory
from index.records import Period, Status

__all__ = ["Claim", "Context", "read_claims", "statuses_in", "without_plain"]

_STOP = re.compile("[，,。；;：:（）()、！!？?\n]")
_SENTENCE = re.compile("[。；;！!？?\n]")
_SAID = re.compile(r"[㐀-鿿A-Za-z]")


@dataclass(frozen=True, slots=True)
class Context:
    """What is understood without being said again: from the sentences before, at first from the question."""

    subject: str = ""
    zones: frozenset[str] = frozenset()
    periods: frozenset[Period] = frozenset()
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity as a sentence presents it.  Empty sets mean that nothing was said."""

    mention: Mention
    subject: str = ""
    zones: frozenset[str] = frozenset()
    periods: frozenset[Period] = frozenset()
    statuses: frozenset[Status] = field(default_factory=lambda: frozenset({Status.DONE}))
    direction: int = 0  # +1 grew, -1 fell, 0 not said
    before: str = ""  # what stands between the number before and this one
    after: str = ""
    sentence: str = ""
    lead: str = ""  # the clause up to this number, other numbers included: 占固定资产投资36.2亿元的
    wider: str = ""  # a subject that may be a place or a part alone, with the indicator spoken of before


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    zones: frozenset[str] = frozenset()
    period: Period | None = None


def _bare(text: str) -> str:
    return COMMON.sub(lambda m: m.group() if m.group() in TELLING else "", text)


@lru_cache(maxsize=16_384)
def without_plain(text: str) -> str:
    """The words of ``text`` that name something, joined; known indicators stay whole (增加值 is no 增加)."""
    parts, at = [], 0
    for term in find_terms(text):
        parts += [_bare(text[at : term.start]), text[term.start : term.end]]
        at = term.end
    parts.append(_bare(text[at:]))
    return "".join(_SAID.findall("".join(parts)))


def read_claims(text: str, zones: ZoneDirectory, context: Context) -> tuple[list[Claim], Context]:
    """Claims of one sentence in order, and the context for the next."""
    mentions = find_mentions(text)
    plain = folded(text)
    blanked = plain
    for m in mentions:
        if m.kind in (MentionKind.QUANTITY, MentionKind.BARE):
            blanked = blanked[: m.start] + "＃" * (m.end - m.start) + blanked[m.end :]
    marks = _zone_marks(plain, zones) + _period_marks(blanked)
    named = _blank(blanked, [(k.start, k.end) for k in marks] + [(m.start, m.end) for m in mentions])
    numbers = [m for m in mentions if m.kind in (MentionKind.QUANTITY, MentionKind.BARE)]
    claims: list[Claim] = []
    for i, mention in enumerate(numbers):
        begin = max(numbers[i - 1].end if i else 0, _last(_SENTENCE, plain, mention.start))
        stop = numbers[i + 1].start if i + 1 < len(numbers) else len(text)
        claims.append(_claim(mention, named, plain, (begin, stop), marks, claims[-1] if claims else None))
    claims = _distributed(claims, named, plain, marks)
    claims = [_filled(c, named, plain, marks, context) for c in claims]
    return claims, _after(claims, marks, context)


def _zone_marks(text: str, zones: ZoneDirectory) -> list[_Mark]:
    return [_Mark(z.start, z.end, zones=frozenset(z.zones)) for z in zones.find(text) if z.zones]


def _period_marks(text: str) -> list[_Mark]:
    return [
        _Mark(
            p.start,
            p.end,
            period=p.periods[0]
            if len(p.periods) == 1
            else Period.years(p.periods[0].first_year, p.periods[-1].last_year),
        )
        for p in find_periods(text)
        if p.periods
    ]


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _last(pattern: re.Pattern[str], text: str, end: int) -> int:
    return max((m.end() for m in pattern.finditer(text, 0, end)), default=0)


def _claim(
    mention: Mention, named: str, plain: str, span: tuple[int, int], marks: Sequence[_Mark], previous: Claim | None
) -> Claim:
    begin, stop = span
    before = named[begin : mention.start]
    tail = _STOP.split(named[mention.end : stop], maxsplit=1)[0]
    subject = without_plain(before)
    own_tail = without_plain(tail) if tail.startswith("的") or len(subject) < 2 else ""
    if len(subject) < 2:
        subject = own_tail if len(own_tail) >= 2 else ""
    elif own_tail:
        subject += own_tail
    same_sentence = previous is not None and not _SENTENCE.search(plain[previous.mention.end : mention.start])
    if not subject and previous is not None and same_sentence:
        subject = previous.subject
    return Claim(
        mention,
        subject,
        _zones_before(marks, mention.start),
        _periods_before(marks, mention.start, plain),
        statuses_in(plain[begin : mention.start])
        or statuses_in(plain[_last(_SENTENCE, plain, mention.start) : mention.start]),
        _direction(plain[begin : mention.start], plain[mention.end : mention.end + 4]),
        before,
        tail,
        plain,
        _STOP.split(plain[: mention.start])[-1],
    )


def _zones_before(marks: Sequence[_Mark], at: int) -> frozenset[str]:
    found = [k for k in marks if k.zones and k.start < at]
    return max(found, key=lambda k: k.start).zones if found else frozenset()


def _periods_before(marks: Sequence[_Mark], at: int, plain: str) -> frozenset[Period]:
    found = [k for k in marks if k.period and k.start < at and not BASES.search(plain[max(0, k.start - 3) : k.start])]
    last = max(found, key=lambda k: k.start).period if found else None
    return frozenset({last}) if last else frozenset()


def statuses_in(text: str) -> frozenset[Status]:
    """The statuses that words of a text name; in 力争达到 and 预计完成 the first word counts, in 目标…实际 both."""
    found = frozenset(status for status, pattern in STATUS_WORDS if pattern.search(text))
    ahead = found - {Status.DONE}
    return found if not ahead or ACHIEVED.search(text) else ahead


def _direction(before: str, after: str) -> int:
    last = [(m.start(), sign) for pattern, sign in ((RISE, 1), (FALL, -1)) for m in pattern.finditer(before)]
    if "负增长" in before:
        return -1
    if last:
        return max(last)[1]
    return -1 if re.match("的?(?:降幅|跌幅)", after) else 1 if re.match("的?(?:增速|增幅|涨幅|增长)", after) else 0


def _distributed(claims: list[Claim], named: str, plain: str, marks: Sequence[_Mark]) -> list[Claim]:
    """“A、B、C三家分别为1亿元、2亿元和3亿元”: each number gets its own name, zone and period of the list before."""
    out = list(claims)
    for match in TOGETHER.finditer(plain):
        begin = _last(_SENTENCE, plain, match.start())
        following = [i for i, c in enumerate(claims) if c.mention.start >= match.end()]
        run: list[int] = []
        for i in following:
            gap = plain[claims[i - 1].mention.end : claims[i].mention.start] if run else ""
            if run and not re.fullmatch(r"\s*(?:[、，,和与及]|以及)?\s*(?:[、，,和与及])?[㐀-鿿]{0,2}\s*", gap):
                break
            run.append(i)
        if len(run) < 2:
            continue
        own_zones = [k for k in marks if k.zones and begin <= k.start < match.start()]
        own_periods = [k for k in marks if k.period and begin <= k.start < match.start()]
        head = named[max([begin, *(c.mention.end for c in claims if c.mention.end <= match.start())]) : match.start()]
        names = [
            n
            for n in (
                without_plain(p) for p in re.split("、|和|(?<![惠涉以普危])及|与", re.split("[，,：:]", head)[-1])
            )
            if n
        ]
        for order, i in enumerate(run):
            if len(own_zones) == len(run):
                out[i] = replace(out[i], zones=own_zones[order].zones)
            if len(own_periods) == len(run) and (period := own_periods[order].period):
                out[i] = replace(out[i], periods=frozenset({period}))
            if len(names) == len(run) and len(own_zones) != len(run):
                shared = without_plain(named[match.end() : claims[run[0]].mention.start])
                out[i] = replace(out[i], subject=names[order] + shared)
    return out


def _filled(claim: Claim, named: str, plain: str, marks: Sequence[_Mark], context: Context) -> Claim:
    """What is still unsaid: from the first brackets after it, or the rest of the clause; then from the context."""
    at = claim.mention.end
    opening = re.search("[（(]", plain[at:])
    following = (
        (at + opening.end(), _closing(plain, at + opening.end()))
        if opening
        else (at, at + len(_STOP.split(plain[at:], maxsplit=1)[0]))
    )
    inside = [k for k in marks if following[0] <= k.start < following[1]]
    zones = claim.zones or next((k.zones for k in inside if k.zones), frozenset()) or context.zones
    period = next((k.period for k in inside if k.period), None)
    periods = claim.periods or (frozenset({period}) if period else context.periods)
    subject = claim.subject
    told = named[following[0] : following[1]]
    statuses = claim.statuses
    wider = subject + context.subject if subject and not find_terms(subject) and find_terms(context.subject) else ""
    if not subject:
        subject = without_plain(_STOP.split(told, maxsplit=1)[0]) or context.subject
        statuses = statuses | statuses_in(plain[following[0] : following[1]])
    return replace(
        claim,
        zones=zones,
        periods=periods,
        subject=subject,
        wider=wider,
        statuses=statuses or frozenset({context.status or Status.DONE}),
    )


def _closing(text: str, at: int) -> int:
    depth = 1
    for i, char in enumerate(text[at:], at):
        depth += (char in "（(") - (char in "）)")
        if not depth:
            return i
    return len(text)


def _after(claims: Sequence[Claim], marks: Sequence[_Mark], context: Context) -> Context:
    zones = [k.zones for k in marks if k.zones]
    periods = [k.period for k in marks if k.period]
    subjects = [c.subject for c in claims if c.subject]
    return Context(
        subjects[-1] if subjects else context.subject,
        frozenset().union(*zones) if zones else context.zones,
        frozenset(periods) if periods else context.periods,
        context.status,
    )
