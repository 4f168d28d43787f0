"""text → Query: zone, period, indicator, and what is asked, by grammar and a glossary, no model.

Order matters: zones, periods and known indicators are set aside first, so that the cue words of
:mod:`assistant.cues` are looked for only in what is left.  What nothing has claimed is the asked phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import opencc

from assistant import cues
from assistant.asking import PACE, WHOLE_FIRST, asked
from assistant.claiming import take_claims
from assistant.english import to_chinese
from assistant.going import GROWTH_SAID, set_aside, year_before, years_between
from assistant.linking import dimension, implied_unit
from assistant.periods import (
    THAT_PART,
    WHOLE_YEAR,
    asked_periods,
    find_parts,
    find_periods,
    names_report,
    pointed_at,
    same_part,
    tells_when,
    with_parts,
    years_back,
    zone_years,
)
from assistant.phrases import phrases
from assistant.recalling import members_asked
from assistant.records import Aspect, Operation, Query
from assistant.results import AGAINST_SUM, SUM_AGAINST, Result, results_asked
from assistant.scanner import GAP, Scanner
from assistant.scopes import take_scopes
from assistant.shares import each_share, share_said
from assistant.spoken import in_writing, looks_ahead, spoken_indicator
from assistant.story import asking_part
from assistant.terms import find_terms, is_all_known
from assistant.together import TOGETHER, asks_sum, take_average
from assistant.typos import correct
from assistant.zone_names import KIND_ALONE
from assistant.zones import ZoneDirectory, ZoneMention
from index.errors import QuestionError
from index.records import Period, Status
from index.units import ANY_UNIT

__all__ = ["Understanding", "normalise_question", "understand"]

MAX_QUESTION_CHARS = 2_000


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def normalise_question(text: str) -> str:
    """NFKC, simplified characters, control characters out, blanks squeezed.  Raises QuestionError when empty or too long."""
    folded = re.sub(r"(?is)<(script|style)\b.{0,400}?</\1\s*>|</?[a-z][^<>]{0,80}>", " ", unicodedata.normalize("NFKC", text))
    folded = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs") else c for c in folded if unicodedata.category(c) != "Cf"
    )
    folded = re.sub(r"\s+", " ", folded).strip()
    if not re.search(r"\w", folded):
        raise QuestionError("问题是空的", mend="请输入想查的指标，例如“2018年财政总收入是多少”")
    if len(folded) > MAX_QUESTION_CHARS:
        raise QuestionError(f"问题太长（{len(folded)} 字）", mend=f"请压缩到 {MAX_QUESTION_CHARS} 字以内")
    simple = str(_converter().convert(folded))
    return simple if _ASKED_OTHERWISE.search(simple) else _WHICH.sub("哪", simple)


# 引来了那些企业: 那些 for 哪些, where nothing else asks.
_WHICH = re.compile("(?<=[了有是到过])那(?=些)")
_ASKED_OTHERWISE = re.compile("哪|谁|什么|啥|多少|几|怎|咋|如何|何|吗|呢|是否|有没有|能不能")


@dataclass(frozen=True)
class Understanding:
    """What an index offers to the understanding of questions."""

    zones: ZoneDirectory
    scopes: frozenset[str] = frozenset()  # places and parts that figures are of: 松坪园, 东渚片区
    latest: Period | None = None  # of the newest report: what 今年 means when nothing else says
    words: frozenset[str] = frozenset()  # every two and three characters in a row of a printed name
    latest_of: Mapping[str, Period] = field(default_factory=dict)  # of each zone's newest report
    told: Callable[[str], bool] = field(default=lambda words: False)  # whether some report says them


def understand(text: str, known: Understanding) -> Query:
    """Parse one standalone question.  ``text`` is normalised first; see :func:`normalise_question` for errors."""
    whole = in_writing(year_before(to_chinese(normalise_question(text))), known.words)
    plain = set_aside(whole)
    if plain != whole:
        going = _over_years(_understood(plain, known), whole)
        if going is not None:
            return going
    query, asking = _ranked(_understood(whole, known), known), results_asked(whole)
    share = share_said(whole)
    each = each_share(query, _understood(share, known)) if share else None
    if each is not None:
        return each
    summed = AGAINST_SUM.search(whole) or SUM_AGAINST.search(whole)
    several = asking is not None and bool(
        len(asking.wants) > 1 or asking.reworded or summed or _NAMED_BEFORE.search(whole) or (Result.SUM in asking.wants and len(query.zones) > 1)
    )
    head = _understood(asking.head, known) if asking is not None else query
    passed = head.aspect is Aspect.MET and not _STILL_TO_DO.search(whole)
    if asking is None or not (several or passed):
        return query
    return replace(query, compared=(head,), asking=asking)


# 规上产值排名, of several zones: not one's own place in the province.
_RANKING = re.compile("(?P<of>.{2,}?)的?(?:大?排名|排行榜?|排序|排位|名次)(?:情况|表)?")


def _ranked(query: Query, known: Understanding) -> Query:
    """各区规上产值排名: the zones by that indicator, all of them where none is named."""
    found = _RANKING.fullmatch("".join(query.indicators)) if query.operation in (Operation.ONE, Operation.TREND) else None
    zones = query.zones or known.zones.zones
    if found is None or len(zones) < 2 or query.scopes or not is_all_known(found["of"]):
        return query
    aspect = Aspect.GROWTH if query.aspect is Aspect.GROWTH else Aspect.VALUE
    return replace(query, zones=tuple(zones), indicators=(found["of"],), aspect=aspect, operation=Operation.RANKING, direction=1)


def _over_years(query: Query, whole: str) -> Query | None:
    """How it went over the years, where a question asks for that in clauses of their own; None when it is no such question."""
    years = {p.first_year for p in query.periods if p.is_year}
    if len(query.periods) < 2 or len(query.zones) > 1 or not (query.indicators or query.topic) or query.status is not None:
        return None
    periods = query.periods
    if len(years) == len(query.periods):
        periods = tuple(Period.year(y) for y in years_between(whole, sorted(years)))
    aspect = {Aspect.RANK_CHANGE: Aspect.RANK, Aspect.MET: Aspect.VALUE}.get(query.aspect, query.aspect)
    if aspect is Aspect.GROWTH and not GROWTH_SAID.search(whole):
        aspect = Aspect.VALUE
    return replace(query, text=whole, periods=periods, aspect=aspect, operation=Operation.TREND, direction=0)


def _understood(whole: str, known: Understanding) -> Query:
    """A question in its written form, with the two sides of a comparison."""
    query, joints = _parse(whole, known)
    for pattern in joints:
        halves = _halves(asking_part(whole), pattern)
        if halves:
            first, second = (_in_same_part(half, _parse(_dated(half, query), known)[0], query.periods) for half in halves)
            if len(query.indicators) == 2 and not {*first.indicators} & {*query.indicators} and not {*second.indicators} & {*query.indicators}:
                first, second = (replace(half, indicators=(p,)) for half, p in zip((first, second), query.indicators, strict=True))
            if _is_of_then(second) and not first.periods and first.aspect is Aspect.VALUE and query.operation is not Operation.SUM:
                now = _newest(second.zones or first.zones or query.zones, known)
                if now is not None and now not in second.periods:  # 财政收入比2017年多多少: now, not in 2017
                    first, query = replace(first, periods=(now,)), replace(query, periods=(now, *second.periods))
                    second = replace(second, indicators=())
            if _PACE_ALONE.fullmatch(named := "".join(second.indicators)) or _SINCE_THEN.fullmatch(named):
                return query  # 增速比上年加快了吗, 余额比年初增加了多少: of the year asked and the one before
            if _names(first) and (_names(second) or query.aspect is not Aspect.SHARE):
                return replace(query, operands=(_filled(first, second, query), _filled(second, first, query)))
    return query


_PACE_ALONE = re.compile(f"[有所更又还]*{PACE}[了些]*")
_SINCE_THEN = re.compile("(?:[年期月]?初|年?中|[上去]?年?[末底])(?:净?增[加长]?|减少?|下降|提高|上升|[涨降升多少])了?")
_CHANGE_ALONE = re.compile("(?:净?增[加长]?|减少|下降|提高|上升|[涨降升多少])?(?:了)?")


def _names(operand: Query) -> bool:
    return bool(operand.indicators or operand.scopes)


def _is_of_then(operand: Query) -> bool:
    """比2017年(增加): of another time, and of nothing else."""
    named = "".join(operand.indicators)
    return bool(operand.periods) and not operand.zones and not operand.scopes and _CHANGE_ALONE.fullmatch(named) is not None


def _newest(zones: Sequence[str], known: Understanding) -> Period | None:
    """The period of the newest report of the zones; of all, where none of them is known."""
    return max((p for z in zones if (p := known.latest_of.get(z))), key=lambda p: (p.last_year, p.last_month), default=known.latest)


def _in_same_part(half: str, operand: Query, periods: Sequence[Period]) -> Query:
    """上年同期, beside 2015年上半年: the first half of the year before."""
    part = periods[0] if periods else None
    year = operand.periods[0] if len(operand.periods) == 1 else None
    if "同期" not in half or part is None or year is None or part.is_year or not year.is_year:
        return operand
    return replace(operand, periods=(part.shifted(year.first_year - part.first_year),))


def _dated(half: str, whole: Query) -> str:
    """比一季度: the part of a year, with the year that the other half names."""
    years = {p.first_year for p in whole.periods}
    said = find_periods(half)
    if len(years) == 1 and said and all(m.relative == 0 for m in said):  # 占当年…: the year just named, not the newest
        return f"{half[: said[0].start]}{years.pop()}年{half[said[0].end :]}"
    if len(years) == 1 and not said:
        year = years.pop()
        return f"{year}年{half}" if find_parts(half, (Period.year(year),)) or WHOLE_YEAR.search(half) else half
    return half


def _parse(whole: str, known: Understanding) -> tuple[Query, tuple[re.Pattern[str], ...]]:
    """The slots of a question and, for a comparison, where its operands part."""
    part = asking_part(whole)
    zones, unknown, notes = _zones(whole, known)
    mentions, dated = find_periods(part), part
    if not mentions:
        mentions, dated = find_periods(whole), whole
    scan = Scanner(part)
    latest = _newest(zones, known)
    periods = asked_periods([m for m in mentions if not (names_report(dated, m) or tells_when(dated, m))], latest)
    # A 政府工作报告 is called by the year it is given in, and looks back on the one before.
    lag = -1 if re.search(r"政府工作报告", part) else 0
    report_periods = tuple(p.shifted(lag) for m in mentions if names_report(dated, m) for p in m.periods)
    if report_periods and lag and any(m.relative == -1 for m in mentions):
        periods = report_periods
    when_told = tuple(Period.year(p.first_year) for m in mentions if tells_when(dated, m) for p in m.periods)
    told = not periods  # by when it was told alone: any part of that year that is named is meant
    periods = periods or report_periods or when_told
    citywide: list[str] = []
    spots: list[tuple[int, str, Period | None]] = []
    for mention in _mentions(part, known):
        beyond = re.match(r"市(?![级场容区]|外(?!贸))|县(?![级城域])", part[mention.end :])
        if beyond:
            citywide.append("全" + beyond.group())
        scope = 2 if not mention.zones and _WHOLE_PLACE.search(mention.text) else 0
        scan.blank(mention.start, mention.end + (1 if beyond else 0) - scope)
        spots.append((mention.start, mention.zones[0] if len(mention.zones) == 1 else "区", None))
    for period in find_periods(scan.left):
        until = _UNTIL.search(scan.left[: period.start])
        scan.blank(until.start() if until else period.start, period.end)
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
    if cues.META.search(whole) and not find_periods(whole):
        return Query(text=whole, zones=zones, unknown_zones=unknown, operation=Operation.META), ()

    bare = re.sub(r"^[的在于]+|[（(]\s*[)）]", "", scan.left.replace(GAP, ""))
    if not any(zone for _, zone, _ in spots):  # 高新区2018年…, 2018年开发区…: the zone by its kind
        scan.take(KIND_ALONE)
    else:
        _leave_out_itself(scan)
    back = scan.take(cues.YEARS_BACK)
    shared = len(zones) > 1 and take_average(scan)
    divided = cues.PER.search(scan.left)
    if divided and "亩均" not in part:
        scan.take(cues.PER)
    ahead = looks_ahead(part)
    scan.take(cues.POLITE)
    claimed, grown = take_claims(scan, part)
    negated = scan.take(cues.NEGATED)
    scan.take(_CITY)
    scopes = tuple(dict.fromkeys((*take_scopes(scan, known.scopes), *citywide)))
    if any(s.startswith("全") for s in scopes):
        scan.take(re.compile("(?<=\x00)(?:各)?(?:高新区|经开区|开发区|园区)"))
    groups = scan.take(cues.GROUPS)
    printed = _printed(scan.left, known.words)
    view = scan.hide([*((t.start, t.end) for t in find_terms(scan.left)), *_inside(scan.left, printed), *_kept(scan)])
    before = view.left
    what = asked(view, max(len(periods), 2 if back else 0))
    if what.aspect is Aspect.GROWTH and _RATE_ITSELF.search(part) and not _CHANGED_RATE.search(part):
        what = replace(what, aspect=Aspect.VALUE)
    operation, status = what.operation, what.status
    if _asks_of_year(part) and status in (Status.TARGET, Status.EXPECTED) and what.aspect in (Aspect.VALUE, Aspect.GROWTH):
        periods = tuple(Period.year(p.first_year) for p in periods)
    if negated and status is not None:
        status = Status.DONE
    if shared and operation is Operation.ONE:
        operation = Operation.MEAN
    if operation is Operation.WHY and what.aspect is Aspect.MET:  # 为什么没达到目标: told of what was done
        status = None
    several = len(periods) > 1 or len(zones) > 1 or bool(back)
    if operation is Operation.ONE and what.aspect is Aspect.VALUE and asks_sum(part, several=several):
        operation = Operation.SUM
    if groups and operation is Operation.ONE and len(zones) <= 1 and not scopes:
        operation = Operation.SUM if TOGETHER.search(part) else Operation.PARTS
    replaced = [m for m in mentions if parts and m.periods and not {*m.periods} & {*periods}]  # 年末冲了一把，12月做了多少
    stock = any(m.point for m in mentions if m not in replaced) or bool(cues.STOCK.search(view.left)) or _holds_in_all(part)
    view.take(cues.STOCK)
    view.take(cues.PARTS_OF)
    values = view.take(cues.VALUE)
    unit = next((u for v in values if (u := re.sub("^(?:多少|几|是|为)+", "", v)) != v or v in cues.UNIT_ALONE), "")
    if unit == "款" and _MONEY_MOVED.search(part):
        unit = "元"
    if not unit and operation in (Operation.DIFFERENCE, Operation.PARTS, Operation.TREND) and len(asked_units := _measured_in(part)) == 1:
        (unit,) = asked_units
    topic, asked_phrases, shorter = phrases(view.left, scan.left, part, known.words)
    if (noun := _COUNTED_NOUN.search(unit)) is not None and len(asked_phrases) <= 1:  # 有几个社区: what is counted, no measure
        unit = "个"
        asked_phrases = (noun[0],) if not asked_phrases or _PLACE_ALONE.fullmatch(asked_phrases[0]) else (asked_phrases[0] + noun[0],)
    unit = unit or (implied_unit(part) if len(asked_phrases) == 1 else "")
    asked_phrases, slips = _corrected(asked_phrases, known.words)
    notes += slips
    if not topic:
        asked_phrases = spoken_indicator(asked_phrases, part, of_a_scope=bool(scopes))
    if operation is Operation.DIFFERENCE and len(asked_phrases) == 1 and len(periods) < 2 and len(zones) < 2 and f"净增{asked_phrases[0]}" in part:
        operation, asked_phrases = Operation.ONE, (f"净增{asked_phrases[0]}",)  # printed as such, and asked again of another year as such
    if operation is Operation.WHO and what.direction and len(asked_phrases) > 1:  # 甲和乙谁的产值高
        operation = Operation.EXTREME
    query = Query(
        text=whole,
        bare=bare,
        zones=zones,
        unknown_zones=unknown,
        periods=periods,
        status=status,
        aspect=Aspect.GROWTH if grown and what.aspect is Aspect.VALUE else what.aspect,
        operation=operation,
        indicators=asked_phrases,
        topic=topic,
        shorter=shorter,
        claimed=claimed,
        ahead=ahead,
        scopes=scopes,
        unit=unit,
        notes=tuple(notes),
        direction=what.direction,
        premise=what.premise,
        stock=stock,
        part_of=bool(cues.PARTS_OF.search(before)),
        report_periods=report_periods,
        years_back=years_back(back),
        per=next((g for g in divided.groups() if g), "") if divided else "",
        pairs=zone_years(spots, zones, periods),
    )
    return members_asked(query), what.joint


_ITSELF = re.compile("(?<![一-鿿])(?:整个|本|我|咱们?)?(?:开发区|经开区|高新区|园区)(?:里面?|内)?的?")


def _leave_out_itself(scan: Scanner) -> None:
    """槐渚2018年园区税收: of the zone that is named."""
    starts = {t.start for t in find_terms(scan.left)}
    for match in _ITSELF.finditer(scan.left):
        if match.end() in starts:
            scan.blank(*match.span())


_COUNTED_NOUN = re.compile("社区|村(?!民)$")
_PLACE_ALONE = re.compile("(?:全)?(?:街道|园区|区|镇|乡|新城|开发区)(?:下面|下辖|管辖|辖)?")
_BARE = ("个", "亿", "万", "点", "成", "倍", "年", "天")  # 多了几个亿
_MEASURED_IN = re.compile(f"(?:多少|几)个?(?P<unit>{ANY_UNIT})")


def _measured_in(part: str) -> set[str]:
    """亩 of 多了多少亩, 列 of 各开了多少列: which of two numbers told of one thing (41宗、3126亩) is meant."""
    said = {m["unit"] for m in _MEASURED_IN.finditer(part)}
    return {u for u in said if dimension(u) not in ("%", "元", "外币", "") and u not in _BARE}


_IN_ALL = re.compile("(?:总共|一共|拢共)(?:已经?)?有(?:多少|多大|几)")


def _holds_in_all(part: str) -> bool:
    """仓储面积总共有多大: what there is, rather than what was added."""
    return bool(_IN_ALL.search(part)) and not re.search("新|增|引进|签|开工|竣工|投产|投了", part)


def _asks_of_year(part: str) -> bool:
    """上半年做了多少，全年预计多少; not 全年定了258亿，前三个月定了多少."""
    asking = [c for c in re.split("[，,。；;？?]", part) if re.search("多少|几", c)]
    return "全年" in part and (any("全年" in c for c in asking) or not any(find_parts(c, (Period.year(2000),)) for c in asking))


def _corrected(found: tuple[str, ...], words: frozenset[str]) -> tuple[tuple[str, ...], list[str]]:
    """Phrases with slips of the pen put right, unless they are printed so; and what is to be said of it."""
    out, notes = [], []
    for phrase in found:
        printed = all(phrase[i : i + 2] in words for i in range(len(phrase) - 1))
        right = phrase if printed else correct(phrase)
        out.append(right)
        if right != phrase:
            notes.append(f"“{phrase}”按“{right}”理解")
    return tuple(out), notes


# 覆盖率是百分之几 asks for the rate, no growth.
_RATE_ITSELF = re.compile(
    "(?<!增长)(?<!增)率(?:应该|大[概约]|到底|究竟|实际|到|会|能|已经?)*(?:是|为|有|达到?|到)*(?:百分之(?:几|多少)|多少个?(?:百分)?点)"
)
_CHANGED_RATE = re.compile("[增涨降跌升提高低比较]了?(?:百分之|多少|几)|同比|[比较](?:上|去)年|增速|增幅|变化")
_STILL_TO_DO = re.compile("还[差要需得]|[离距]")  # of a goal that isn't over
_NAMED_BEFORE = re.compile("前者|后者")  # 各多少，前者是后者的几倍
_UNTIL = re.compile("(?:截[至止]?到?|(?<![达做提增扩压降升调收来])[到至])$")  # 到2017年孵出几家
_MONEY_MOVED = re.compile("[放贷拨筹募捐付收融借还欠]了?(?:出去?|到)?(?:多少|几)款")  # 放了多少款 counts no kinds
_WHOLE_PLACE = re.compile("全[市县省州]$")  # 澄浦全市: a scope of a zone's report, no zone
_CITY = re.compile("(?:^|(?<=[\x00的]))(?:(?![想在的于是把对从到与和跟比要居列占进排年])[一-鿿]){2,3}(?=全[市县省州])")  # 澄浦全市


def _printed(text: str, words: frozenset[str]) -> list[tuple[int, int]]:
    """Stretches of three and more characters that stand so in names of the index: 云筑大数据中心."""
    spans: list[tuple[int, int]] = []
    for i in range(len(text) - 2):
        if text[i : i + 3] in words:
            start = spans.pop()[0] if spans and spans[-1][1] >= i + 2 else i
            spans.append((start, i + 3))
    return spans


def _kept(scan: Scanner) -> list[tuple[int, int]]:
    """What stands in “”, but for what is blanked there already."""
    return [(a + 1, b - 1) for a, b in scan.quoted if GAP not in scan.left[a:b]]


def _inside(text: str, printed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cue words that lie within a printed name and so are no cues (大数据中心, 稳增长资金), a character more at either side."""
    if not printed:
        return []
    patterns = (cues.POLITE, cues.STOCK, cues.PARTS_OF, cues.VALUE, cues.DONE, cues.EXTREME, cues.EXTREME_LOW)
    found = (m for _, p in (*cues.OPERATIONS, *cues.ASPECTS, *cues.STATUSES, *(("", p) for p in patterns)) for m in p.finditer(text))
    return [(m.start() - 1, m.end() + 1) for m in found if any(a < m.start() and m.end() < b for a, b in printed)]


def _halves(part: str, pattern: re.Pattern[str]) -> tuple[str, str] | None:
    """The texts of two operands, the whole of a share second; None when they are not both there."""
    match = pattern.search(Scanner(part).hide([(t.start, t.end) for t in find_terms(part)]).left)
    if match is None or match.start() < 2 or len(part) - match.end() < 2:
        return None
    left, right = part[: match.start()], part[match.end() :]
    return (right, left) if pattern is WHOLE_FIRST else (left, right)


def _filled(own: Query, other: Query, whole: Query) -> Query:
    """An operand with what only the other one, or the question, says."""
    return replace(
        own,
        zones=own.zones or other.zones or whole.zones,
        periods=own.periods or other.periods or whole.periods,
        scopes=own.scopes or (() if own.indicators else other.scopes),
        aspect=Aspect.VALUE,
        operation=Operation.ONE,
        status=own.status,
        stock=own.stock or whole.stock,
        unit=own.unit or (whole.unit if whole.operation is Operation.DIFFERENCE else ""),
        report_periods=whole.report_periods,
    )


def _mentions(text: str, known: Understanding) -> list[ZoneMention]:
    """The zones that a text names, but for parts of a zone that are called like one (城西工业园)."""
    found = known.zones.find(text)
    placed = len(known.zones.zones) == 1 or any(m.zones for m in found)

    def no_zone(mention: ZoneMention) -> bool:
        inside = text[mention.end - 2 : mention.end + 1]  # 边民互市|结算银行: the beginning of a printed name
        if len(inside) == 3 and all(w in known.words for w in (mention.text[:2], mention.text[-3:], inside)):
            return True
        return mention.text in known.scopes or bool(placed and _PARK.search(mention.text) and known.told(mention.text))

    return [m for m in found if m.zones or not no_zone(m)]


_PARK = re.compile("(?:园区?|基地)$")  # 甲开发区 in a report of another zone is no part of it


def _zones(text: str, known: Understanding) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    zones: dict[str, None] = {}
    unknown: dict[str, None] = {}
    notes: list[str] = []
    for mention in _mentions(text, known):
        for zone in mention.zones:
            zones[zone] = None
        if not mention.zones and not _WHOLE_PLACE.search(mention.text):
            unknown[mention.text] = None
        if mention.note:
            notes.append(mention.note)
    if not zones and re.search(
        r"(?:[两三四五六七八九十\d]+|各|哪一?|几)[个家]?(?:开发区|园区|高新区|经开区|区)(?!块|域|间|位)", text
    ):
        zones = dict.fromkeys(known.zones.zones)
    if not zones and not unknown:
        zones = dict.fromkeys(known.zones.by_kind(text))
    return tuple(zones), tuple(unknown), notes
