"""text → Query: zone, period, indicator, and what is asked, by grammar and a glossary, no model.

Order matters: zones, periods and known indicators are set aside first, so that the cue words of
:mod:`assistant.cues` are looked for only in what is left.  What nothing has claimed is the asked phrase.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

import opencc

from assistant import cues
from assistant.english import to_chinese
from assistant.periods import PeriodMention, find_parts, find_periods
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from assistant.zones import ZoneDirectory
from index.errors import QuestionError
from index.records import Period, Status
from index.units import CLASSIFIERS, MEASURES

__all__ = ["Understanding", "normalise_question", "understand"]

MAX_QUESTION_CHARS = 2_000
LONG_QUESTION_CHARS = 70  # beyond this a question is a story with a question in it
ASKING = re.compile(r"[?？]|多少|几[个家亿件项位成点]|什么|啥|哪|谁|吗|为何|怎么|如何|是否|呢$")
GAP = "\x00"
CUT = "\x02"  # two operands stand on its two sides
BARE_DIFFERENCE = re.compile("[多少高低大小快慢]了?(?:多少|几)[家个亿点倍成]?")
SHARE_JOINT = re.compile("占|在(?=.*[里中]占)|贡献了?|其中|里头|里面|当中|之中|里(?=[一-鿿\x01])|中(?=[一-鿿\x01])")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def normalise_question(text: str) -> str:
    """NFKC, simplified characters, control characters out, blanks squeezed.  Raises QuestionError when empty or too long."""
    folded = unicodedata.normalize("NFKC", text)
    folded = "".join(" " if unicodedata.category(c) in ("Cc", "Zs") else c for c in folded if unicodedata.category(c) != "Cf")
    folded = re.sub(r"\s+", " ", folded).strip()
    if not re.search(r"\w", folded):
        raise QuestionError("问题是空的", mend="请输入想查的指标，例如“2018年财政总收入是多少”")
    if len(folded) > MAX_QUESTION_CHARS:
        raise QuestionError(f"问题太长（{len(folded)} 字）", mend=f"请压缩到 {MAX_QUESTION_CHARS} 字以内")
    return str(_converter().convert(folded))


@dataclass(frozen=True, slots=True)
class Understanding:
    """What an index offers to the understanding of questions."""

    zones: ZoneDirectory
    scopes: frozenset[str] = frozenset()  # places and parts that figures are of: 松坪园, 东渚片区
    latest: Period | None = None  # of the newest report: what 今年 means when nothing else says


class _Scanner:
    """A question whose recognised stretches are blanked one after another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = text

    def take(self, pattern: re.Pattern[str] | cues.Cue, limit: int | None = None) -> list[str]:
        found: list[str] = []
        for match in pattern.finditer(self.left):
            if match.group() and (limit is None or len(found) < limit):
                found.append(match.group())
                self.blank(match.start(), match.end())
        return found

    def split(self, pattern: re.Pattern[str] | cues.Cue) -> None:
        """Mark where two operands part."""
        for match in pattern.finditer(self.left):
            self.left = self.left[:match.start()] + CUT * (match.end() - match.start()) + self.left[match.end():]

    def blank(self, start: int, end: int) -> None:
        self.left = self.left[:start] + GAP * (end - start) + self.left[end:]


def asking_part(text: str) -> str:
    """The sentences that ask; the others of a story are context, from which only zone and period are taken.

    A clause that asks but names nothing (“槐渚17年到了多少”) needs the clauses before it, so whole sentences are kept.
    """
    sentences = [s for s in re.split(r"(?<=[。！!？?；;\n])", text) if s.strip()]
    if len(sentences) > 1:
        asking = [s for s in sentences if ASKING.search(s)]
        text = "".join(asking) if asking and len("".join(asking)) <= LONG_QUESTION_CHARS else (asking[-1] if asking else text)
    if len(text) > LONG_QUESTION_CHARS:
        clauses = re.split(r"[,，]", text)
        last = max((i for i, c in enumerate(clauses) if ASKING.search(c)), default=len(clauses) - 1)
        text = "，".join(clauses[max(0, last - 1):last + 1])
    return text


def understand(text: str, known: Understanding) -> Query:
    """Parse one standalone question.  ``text`` is normalised first; see :func:`normalise_question` for errors."""
    whole = to_chinese(normalise_question(text))
    part = asking_part(whole)
    zones, unknown, notes = _zones(whole if part == whole else f"{whole}", known)
    mentions = find_periods(part) or find_periods(whole)
    scan = _Scanner(part)
    periods = _periods([m for m in mentions if not _names_report(part, m)], known.latest)
    report_periods = tuple(p for m in mentions if _names_report(part, m) for p in m.periods)
    periods = periods or report_periods
    citywide: list[str] = []
    for mention in known.zones.find(part):
        beyond = re.match(r"市(?![级场容外区])|县(?![级城域])", part[mention.end:])
        if beyond:
            citywide.append("全" + beyond.group())
        scan.blank(mention.start, mention.end + (1 if beyond else 0))
    for period in find_periods(scan.left):
        scan.blank(period.start, period.end)
    parts = find_parts(scan.left, periods)
    for period in parts:
        scan.blank(period.start, period.end)
    periods = tuple(p for m in parts for p in m.periods) or periods
    point = any(m.point for m in mentions)

    if cues.META.search(whole) and not find_periods(whole):
        return Query(text=whole, zones=zones, unknown_zones=unknown, operation=Operation.META)

    scan.take(cues.POLITE)
    negated = scan.take(cues.NEGATED)
    scopes = _scopes(scan, known)
    if any(s.startswith("全") for s in scopes):
        scan.take(re.compile("(?<=\x00)(?:各)?(?:高新区|经开区|开发区|园区)"))
    groups = scan.take(cues.GROUPS)
    protected = _protect(scan)
    view = _Scanner(_masked(scan.left, protected))
    before = view.left
    operation, direction, aspect, status, premise = _asked(view, len(periods))
    if "全年" in part and status in (Status.TARGET, Status.EXPECTED):
        periods = tuple(Period.year(p.first_year) for p in periods)
    if negated and status is not None:
        status = Status.DONE
    if groups and operation is Operation.ONE and len(zones) <= 1 and not scopes:
        operation = Operation.PARTS
    stock = point or bool(cues.STOCK.search(view.left))
    part_of = bool(cues.PARTS_OF.search(before))
    unit = next((m.group() for m in cues.UNITS.finditer(view.left)), "")
    view.take(cues.STOCK)
    view.take(cues.PARTS_OF)
    view.take(cues.VALUE)
    indicators = _phrases(view.left, scan.left, part)
    return Query(
        text=whole, zones=zones, unknown_zones=unknown, periods=periods, status=status, aspect=aspect, operation=operation,
        indicators=indicators, scopes=tuple(dict.fromkeys((*scopes, *citywide))), unit=unit, notes=tuple(notes), direction=direction, premise=premise, stock=stock,
        part_of=part_of, report_periods=report_periods, month=next((p for p in periods if p.first_month == p.last_month), None),
    )


def _zones(text: str, known: Understanding) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    zones: dict[str, None] = {}
    unknown: dict[str, None] = {}
    notes: list[str] = []
    for mention in known.zones.find(text):
        for zone in mention.zones:
            zones[zone] = None
        if not mention.zones:
            unknown[mention.text] = None
        if mention.note:
            notes.append(mention.note)
    if not zones and re.search(r"(?:[两三四五六七八九十\d]+|各|哪一?|几)[个家]?(?:开发区|园区|高新区|经开区|区)(?!块|域|间|位)", text):
        zones = dict.fromkeys(known.zones.zones)
    return tuple(zones), tuple(unknown), notes


def _names_report(text: str, mention: PeriodMention) -> bool:
    """2018年的报告里, 据2019年上半年总结: the year says whose report is read, not what is asked about."""
    return bool(re.match(r"(?:的|那份|这份|度|工作)*(?:报告|总结|年报|材料)", text[mention.end:]))


def _periods(mentions: list[PeriodMention], latest: Period | None) -> tuple[Period, ...]:
    periods: dict[Period, None] = {}
    base = latest
    for mention in mentions:
        for period in mention.periods:
            periods[period] = None
            base = period
    for mention in mentions:
        if mention.relative is not None and base is not None:
            if not any(m.periods for m in mentions) or mention.relative > 0:
                periods[Period.year(base.first_year + mention.relative)] = None
    return tuple(periods)


# 全市, 二期, and what is called a place: 石堰片区, 城东街道.  A figure of anything else doesn't answer for it.
_PLACE = re.compile(r"全[市省县国州]|(?<!第)[一二三四]期|(?:[一-鿿](?<![的在是和与各个哪了把给年到从比大三两四五])){2,4}?(?:片区|园区|产业园|科技园|区块|街道|新城|组团|港区|小镇|镇(?!域))(?!的?(?:开发|建设|改造))")


def _scopes(scan: _Scanner, known: Understanding) -> tuple[str, ...]:
    found: list[str] = []
    for scope in sorted(known.scopes, key=len, reverse=True):
        at = scan.left.find(scope)
        if at >= 0:
            found.append(scope)
            scan.blank(at, at + len(scope))
    for match in _PLACE.finditer(scan.left):
        found.append(match.group())
        scan.blank(match.start(), match.end())
    return tuple(found)


def _protect(scan: _Scanner) -> list[tuple[int, int, str]]:
    return [(t.start, t.end, t.meanings[0]) for t in find_terms(scan.left)]


def _masked(text: str, protected: list[tuple[int, int, str]]) -> str:
    chars = list(text)
    for start, end, _ in protected:
        chars[start:end] = "\x01" * (end - start)
    return "".join(chars)


def _asked(view: _Scanner, periods: int) -> tuple[Operation, int, Aspect, Status | None, int]:
    """Operation, direction (+1 highest, -1 lowest), aspect, status and premise (+1 said to have grown, -1 to have fallen)."""
    premise = 1 if cues.UP.search(view.left) else 0
    premise = -1 if cues.DOWN.search(view.left) else premise
    operation, direction = Operation.ONE, 0
    high, low = cues.EXTREME.search(view.left), cues.EXTREME_LOW.search(view.left)
    aspect = Aspect.VALUE
    for candidate, pattern in cues.ASPECTS:
        if pattern.search(view.left):
            aspect = candidate
            break
    if re.search("目标|计划|任务", view.left) and re.search("实际(?!利用|到位|使用|到账|外资)|实绩|完成情况|兑现", view.left) and aspect in (Aspect.VALUE, Aspect.GROWTH):
        aspect = Aspect.MET
    status: Status | None = None
    for state, pattern in cues.STATUSES:
        if pattern.search(view.left):
            status = state
            break
    if cues.DONE.search(view.left) and status is None:
        status = Status.DONE
    for found, pattern in cues.OPERATIONS:
        if pattern.search(view.left):
            operation = found
            break
    if operation is Operation.LIST and re.search(r"各(?:自)?[一-鿿]{0,2}了?(?:多少|几)", view.left) and not re.search("是什么|叫|哪", view.left):
        operation = Operation.PARTS
    if (high or low) and operation in (Operation.ONE, Operation.WHO, Operation.LIST, Operation.DIFFERENCE, Operation.WHERE):
        operation, direction = Operation.EXTREME, -1 if low and not high else 1
    elif operation is Operation.RANKING:
        direction = -1 if re.search("从[低小少]|由[低小少]", view.left) else 1
    compared = "比" in view.left or periods > 1
    if aspect is Aspect.GROWTH and re.search("比(?:上|前|去)一?年", view.left):
        operation = Operation.ONE if operation is Operation.DIFFERENCE else operation
    elif operation is Operation.ONE and compared and BARE_DIFFERENCE.search(view.left):
        operation, aspect = Operation.DIFFERENCE, Aspect.VALUE
    for _, pattern in cues.OPERATIONS:
        view.take(pattern)
    if operation is Operation.ONE and aspect in (Aspect.VALUE, Aspect.GROWTH):
        view.split(cues.PARTS_OF)
    if operation is Operation.DIFFERENCE:
        view.take(BARE_DIFFERENCE)
        view.split(re.compile("[比跟和与同]"))
    if aspect is Aspect.SHARE:
        view.split(SHARE_JOINT)
    view.take(cues.EXTREME)
    view.take(cues.EXTREME_LOW)
    for _, pattern in cues.ASPECTS:
        view.take(pattern)
    for _, pattern in cues.STATUSES:
        view.take(pattern)
    view.take(cues.DONE)
    return operation, direction, aspect, status, premise


_SPLIT = re.compile(r"[、,，;；\x02]+|(?<=[一-鿿\x00\x01])(?:和|与|以及|及|跟)(?=[一-鿿\x00\x01])")
_EDGE = re.compile("^(?:" + "|".join(map(re.escape, sorted(cues.FILLER, key=len, reverse=True))) + ")+|(?:"
                   + "|".join(map(re.escape, sorted(cues.FILLER, key=len, reverse=True))) + ")+$")


_BARE_UNIT = re.compile("(?:亿|万)?(?:" + "|".join(map(re.escape, sorted({*MEASURES, *CLASSIFIERS, "亿", "万", "点", "元"}, key=len, reverse=True))) + ")?")


def _phrases(masked: str, original: str, part: str) -> tuple[str, ...]:
    """What is left: the asked phrases, split at 、和与 and between operands.

    Where one clause both asks and names something, clauses that don't ask are context and give no phrase.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in [*((m.start(), m.end()) for m in _SPLIT.finditer(masked)), (len(masked), len(masked))]:
        piece = "".join(original[i] if masked[i] not in (GAP, CUT) else GAP for i in range(at, start))
        guard = [masked[i] == "\x01" for i in range(at, start)]
        pieces.append((_trim(piece, guard), bool(ASKING.search(_clause_around(part, at, start)))))
        at = end
    kept = [(p, asks) for p, asks in pieces if len(p) >= 2 or re.search(r"[A-Za-z0-9]", p)]
    asked = [p for p, asks in kept if asks]
    known = [p for p, _ in kept if any(len(t.meanings) == 1 for t in find_terms(p))]
    chosen = asked if asked and (not known or any(p in known for p in asked)) else known or [p for p, _ in kept]
    return tuple(dict.fromkeys(chosen))


def _clause_around(text: str, start: int, end: int) -> str:
    left = max(text.rfind(c, 0, start) for c in ",，;；。?？") + 1
    right = min((i for c in ",，;；。?？" if (i := text.find(c, end)) >= 0), default=len(text)) + 1
    return text[left:right]


def _trim(piece: str, guard: list[bool]) -> str:
    """Function words off both ends of every stretch; a guarded stretch (a known indicator) is kept whole."""
    out: list[str] = []
    i = 0
    while i < len(piece):
        j = i
        while j < len(piece) and piece[j] != GAP and guard[j] == guard[i]:
            j += 1
        if j == i:
            i += 1
            continue
        stretch = piece[i:j]
        if not guard[i]:
            before = None
            while before != stretch:
                before, stretch = stretch, _EDGE.sub("", stretch)
            if out and i and piece[i - 1] == GAP and _BARE_UNIT.fullmatch(stretch):
                stretch = ""
        out.append(stretch)
        i = j
    return "".join(out)


def standalone(query: Query, **changes: object) -> Query:
    """A copy with some slots changed; for follow-ups."""
    return replace(query, **changes)  # type: ignore[arg-type]
