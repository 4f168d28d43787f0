"""Across zones and periods: listed, summed, averaged, ranked, or the extreme one named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeGuard

from assistant import computing
from assistant.cues import GROUPS
from assistant.extractive.anchoring import anchored, of_one_basis, of_one_name
from assistant.extractive.choosing import lead_over, rival, say_lead
from assistant.extractive.drafting import NO_ORDER, NOT_ALL, REFUSAL, Drafting
from assistant.extractive.earlier import Member, explain, member, of_the_year, settled
from assistant.extractive.extremes import WHICH_FIRM, among_parts, ordered_by_size
from assistant.extractive.groups import counts_the_named, group_asked
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.operands import plainer, readings
from assistant.extractive.parts import AGAINST_WHOLE, sum_parts
from assistant.extractive.refusing import explain_absent, refuse_outcome
from assistant.extractive.shape import say_change
from assistant.extractive.share import answer_share
from assistant.extractive.single import assumption, locate
from assistant.extractive.spans import adds_up, quarters_asked
from assistant.extractive.statuses import years_done
from assistant.extractive.wording import amount, changed, describe, growth, name_of, said
from assistant.facts import Facts
from assistant.going import GROWTH_SAID
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.results import AGAINST_SUM, SUM_AGAINST
from assistant.terms import is_all_known
from index.numerals import convert
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_series", "asks_when", "asks_year", "cell_members", "is_compound"]

MOST_ZONES = 3  # told one after the other where none is named
MOST = 20  # of a ranking over more zones than that, the first are said and how many follow
_BY_PARTS = re.compile("(?:分|各|逐|按)个?季|季度(?:累计)?[㐀-鿿]{0,4}(?:走势|趋势|变化)|增[速幅][㐀-鿿]{0,4}(?:怎么走|走势|轨迹|曲线|起伏|波动)")
_YEARS_ASKED = re.compile("哪一?(?:个?年份?|年度)")
_EVERY_ZONE = re.compile(f"{GROUPS.pattern}|(?:所有|全部)的?(?:开发区|经开区|高新区|园区|区)")
COMPOUND = "年均(?:复合)?(?:增长|增速|增幅|递增|下降)|(?:复合|平均)增(?:长率|速)|平均每年增长"


def asks_year(query: Query) -> bool:
    """哪年最高: which of the years, where an extreme is asked for."""
    return bool(_YEARS_ASKED.search(query.text))


def asks_when(query: Query) -> bool:
    """哪年最高, 哪个季度最多: which of the years or of the parts of one."""
    return asks_year(query) or re.search("哪一?个?(?:季度|月份?)", query.text) is not None


#: 四个园区税收排名: members are to be told, not years.
_WHO = re.compile("谁|哪一?家")
_OF_EACH = re.compile("(?:各个?|哪一?个|哪家|[两三四五六七八九]个|几个)(?:园区|片区|板块|分园|区块|主导产业|产业|行业|镇街)")


_FIRMS_ALONE = re.compile("(?:规上|工业|龙头|民营)*(?:企业|公司)")  # 最大的企业是谁: not where most of them are


def answer_series(drafting: Drafting, query: Query) -> bool:
    """Across zones and periods: listed, summed, averaged, ranked, or the extreme one named."""
    facts, query = drafting.facts, _up_to_the_year(query)
    if query.operation is Operation.SUM and query.aspect is Aspect.SHARE:
        group = group_asked(query)  # 三个片区合计多少，占全区多少: no share of three industries
        if not query.operands and group is not None and group.number and AGAINST_WHOLE.search(query.text):
            summed = drafting.fork()
            if sum_parts(summed, query):
                drafting.join(summed)
                return True
        return answer_share(drafting, query)
    if query.operation is Operation.SUM and _over_quarters(drafting, query):
        return True
    if query.operation is Operation.SUM and len(query.indicators) > 1 and not query.zones and not _of_every_zone(query):
        query = _of_one_zone(drafting, query)
    apart = (query.status is None and re.search("各|分别", query.text)) or all(is_all_known(p) for p in query.indicators)
    if query.operation in (Operation.ONE, Operation.TREND) and len(query.indicators) > 1 and apart:
        each = [answer_series(drafting, replace(query, indicators=(p,))) for p in query.indicators]
        return any(each)  # 财政收入和一般公共预算收入，是升是降
    if query.operation is Operation.EXTREME and asks_year(query) and not query.zones and (own := _zones_over_years(facts, query)):
        each = [answer_series(drafting, replace(query, zones=(zone,))) for zone in own]
        return any(each)
    of_firms = query.operation is Operation.EXTREME and not asks_year(query) and WHICH_FIRM.search(query.bare) is not None
    phrase = "".join(query.indicators)
    zones: Sequence[str | None] = query.zones or facts.zones.zones or (None,)
    alone = False  # asked for the greatest of one zone and time
    if (
        len(zones) == 1
        and query.operation in (Operation.EXTREME, Operation.RANKING)
        and len(query.periods) <= 1
        and not query.years_back
    ):
        years = asks_year(query)
        alone = not years
        among = drafting.fork()
        answered = None if years or (of_firms and _FIRMS_ALONE.fullmatch(phrase)) else among_parts(among, query)
        nobody = _WHO.search(query.bare) is not None and any(not f.scope for f in among.figures[len(drafting.figures) :])
        if answered is not None and not nobody:  # 谁投资最多: 工业投资 is nobody
            drafting.join(among)
            return answered
        if not years:
            query = replace(query, operation=Operation.TREND)
    if len(zones) == 1 and query.operation is Operation.SUM and len(query.periods) <= 1 and not query.years_back:
        return sum_parts(drafting, query)
    if query.operation is Operation.ONE and len(query.periods) > 1 and re.search("[两三四五]年[^，,]*总(?:面积|额|量|数|和|计)", query.text):
        query = replace(query, operation=Operation.SUM)
    members = cell_members(facts, query, _cells(facts, query, zones), phrase)
    for one in members:
        drafting.trace.append(one.outcome.trace)
    if not query.zones and len(zones) > 1:  # no zone was named: those that have it are meant
        having = {m.outcome.slot.zone for m in members if m.figure is not None}
        members = [m for m in members if m.outcome.slot.zone in having] or members
        zones = [z for z in zones if z in having] or zones
    reported = {p for z in zones for p in facts.periods_of(z)}
    yearly = [m for m in members if m.figure is not None and m.outcome.slot.period is not None and m.outcome.slot.period.is_year]
    told_of = {p for p in reported if p is not None and (p.is_year or len(yearly) < 2)}  # of a half year nothing need be said beside years
    named = bool(query.periods) or 0 < query.years_back < 99
    members = [m for m in members if m.figure is not None or named or m.outcome.slot.period in told_of] or members
    periods = {m.outcome.slot.period for m in members}
    told = [m for m in members if m.figure is not None]
    found = [m.figure for m in told if m.figure is not None]
    if not found and query.operation is Operation.TREND and len(query.indicators) > 1:
        each = [answer_series(drafting, replace(query, indicators=(p,))) for p in query.indicators]
        return any(each)
    if not found:
        refuse_outcome(drafting, resolve(facts, members[0].outcome.slot))
        return False
    counted = of_firms and len(zones) == 1 and all(f.unit in ("户", "家", "个") for f in found)  # how many there are, where one is to be named
    grouped = counted or (alone and (_OF_EACH.search(query.bare) or _WHO.search(query.bare)) is not None)
    if grouped or (alone and len(found) == 1 and "最" not in facts.sentence(found[0])):  # 11个项目累计总投资98亿元 tells of none how large it is
        drafting.say(f"{REFUSAL}逐个列出的“{phrase}”，{NO_ORDER}。有的是{describe(found[-1])}：{said(found[-1])}。", drafting.cite(found[-1]))
        return False
    use_growth = query.aspect is Aspect.GROWTH
    ordered = ordered_by_size(found, use_growth)
    absent = [m.outcome for m in members if m.figure is None]
    gap = "".join(f"；没有{explain_absent(drafting, o)}{_instead(o)}" for o in absent[:MOST])
    for outcome in absent:
        if outcome.reason == "status":
            drafting.cite(*outcome.nearest[:1])
    rows = ordered if query.operation in (Operation.RANKING, Operation.EXTREME) and ordered else found
    if query.operation is Operation.RANKING and query.direction < 0:
        rows = rows[::-1]
    more = f"；此外还有{len(rows) - MOST}个" if len(rows) > MOST else ""

    def row(f: Figure) -> str:
        year = f.period.label if f.period and len(periods) > 1 else ""
        return f"{facts.short(f.zone) if len(zones) > 1 else ''}{year}{_status(f)}{said(f)}"

    listing = "；".join(map(row, rows[:MOST])) + more
    cited = drafting.cite(*(rows[:MOST] if more else found))
    name = name_of(found[0])
    values = computing.common_unit(found)
    if is_compound(query):
        if (printed := _printed_yearly(facts, query, found[-1])) is not None:
            drafting.say(f"{growth(printed)}（{describe(printed)}）。", drafting.cite(printed))
            return True
        return _say_compound(drafting, query, found, f"{name}{listing}{gap}")
    match query.operation:
        case Operation.EXTREME if len(ordered) == 1 and (asks_year(query) or len(query.zones) > 1 < len(members)):
            drafting.say(f"{REFUSAL}可比的数：{describe(ordered[0])}{said(ordered[0])}{gap}。", cited)
            return False
        case Operation.EXTREME if len(ordered) == 1:
            drafting.say(f"能比的只有一个：{describe(ordered[0])}{said(ordered[0])}{gap}。", cited)
        case Operation.EXTREME if ordered:
            top = ordered[-1] if query.direction < 0 else ordered[0]
            who = facts.short(top.zone) if len(zones) > 1 else (top.period.label if top.period else "")
            fell = query.direction < 0 and query.aspect is Aspect.GROWTH and top.growth is not None and top.growth < 0
            grown = "增速" if query.aspect is Aspect.GROWTH and top.growth is not None else ""
            if len(ordered) > 1 and len({(f.growth if query.aspect is Aspect.GROWTH else f.value, f.unit) for f in ordered}) == 1:
                drafting.say(f"{'两' if len(ordered) == 2 else len(ordered)}{'个区' if len(zones) > 1 else '年'}一样：{listing}{gap}。", cited)
                explain(drafting, told)
                return True
            most = "降幅最大" if fell else f"{grown}最低" if query.direction < 0 else f"{grown}最高"
            other = next((f for f in ordered if f is not top), top)
            distance = lead_over(query, top, other) if len(ordered) == 2 and not (gap or fell) else None
            if distance is not None:
                drafting.say(f"{who}{most}：{describe(top)}{said(top)}；{row(other)}。", cited)
                drafting.say(f"{distance.text}（{distance.formula}）。", cited, distance.formula)
                _say_converted(drafting, query, rows)
                explain(drafting, told)
                return True
            drafting.say(f"{who}{most}：{describe(top)}{said(top)}。", drafting.cite(top))
            against = rival(query, ordered[::-1] if query.direction < 0 else ordered)
            if against is not None:
                where = facts.short(against.zone) if len(zones) > 1 else (against.period.label if against.period else "")
                say_lead(drafting, query, top, against, named=where)
            drafting.say(f"依次是{listing}{gap}。", cited)
            _say_converted(drafting, query, rows)
        case Operation.RANKING if ordered:
            what = f"{name}增速" if query.aspect is Aspect.GROWTH else name
            drafting.say(f"{what}从{'低到高' if query.direction < 0 else '高到低'}：{listing}{gap}。", cited)
            _say_converted(drafting, query, rows)
        case Operation.SUM if len(periods) > 1 and not all(adds_up(f) for f in found):
            drafting.say(f"{name}：{listing}{gap}。", cited)  # 年末累计数: of several years, no sum
        case Operation.SUM if AGAINST_SUM.search(query.text) or SUM_AGAINST.search(query.text):
            drafting.say(f"{REFUSAL}可比的数，{NOT_ALL}：{listing}{gap}。", cited)  # 甲比乙和丙之和多多少, of which one is not told
            return False
        case Operation.SUM | Operation.MEAN if values and len(found) > 1:
            result = (computing.total if query.operation is Operation.SUM else computing.mean)(*values)
            about = "" if all(m.exact for m in told) else "约"
            lead = ("有数的" if absent else "") + ("合计" if query.operation is Operation.SUM else "平均")
            drafting.say(
                f"{lead}{about}{result.text}（{result.formula}）：{name}{listing}{gap}。",
                cited,
                result.formula,
            )
        case _:
            drafting.say(f"{name}：{listing}{gap}。", cited)
            say_change(drafting, query, found, whole=not absent)
    explain(drafting, told)
    return True


def _zones_over_years(facts: Facts, query: Query) -> list[str]:
    """固投哪年高, of no zone named: the first few that tell of it in more years than one."""
    if len(facts.zones.zones) < 2 or len(query.periods) > 1:
        return []
    told = {zone: cell_members(facts, query, _cells(facts, query, [zone]), "".join(query.indicators)) for zone in facts.zones.zones}
    return [zone for zone, members in told.items() if sum(m.figure is not None for m in members) > 1][:MOST_ZONES]


def _say_converted(drafting: Drafting, query: Query, rows: Sequence[Figure]) -> None:
    """61公顷 beside 1,960亩: what each comes to in the unit that is asked for, or that of the first."""
    unit = (*(f.unit for f in rows if f"({f.unit})" in query.text), rows[0].unit)[0]
    for figure in rows if query.aspect is not Aspect.GROWTH else ():
        one = convert(Decimal(1), figure.unit, unit) if figure.value is not None and figure.unit != unit else None
        back = convert(Decimal(1), unit, figure.unit)
        if figure.value is None or one is None or back is None:
            continue
        times = one >= 1
        text = computing.plain(figure.value * one if times else figure.value / back, 2)
        formula = f"{computing.plain(figure.value)} {'×' if times else '÷'} {computing.plain(one if times else back)} = {text}"
        drafting.say(f"{drafting.facts.short(figure.zone)}的{amount(figure)}合{text}{unit}（{formula}）。", drafting.cite(figure), formula)


def _of_every_zone(query: Query) -> bool:
    """三个园区固投和财政收入合计; not 东湾和西湾两个片区合计, which counts the parts that are named."""
    return not counts_the_named(query, group_asked(query)) and _EVERY_ZONE.search(query.text) is not None


def _of_one_zone(drafting: Drafting, query: Query) -> Query:
    """固投和财政收入合计多少, of no zone named: of one that tells of both, the first that either is told of alone."""
    facts = drafting.facts
    if len(facts.zones.zones) < 2:
        return query
    alone = (locate(facts, replace(query, operation=Operation.ONE), p).outcomes[0].figure for p in query.indicators)
    for figure in [f for f in alone if f is not None and f.zone and f.period]:
        there = replace(query, zones=(figure.zone,), periods=query.periods or ((figure.period,) if figure.period else ()))
        if all(resolve(facts, slot_of(there, plainer(p)), abroad=False).figure for p in query.indicators):
            drafting.say(f"{assumption(facts, figure, zone_open=True, period_open=not query.periods)}。")
            return there
    return query


def _over_quarters(drafting: Drafting, query: Query) -> bool:
    """二、三季度加起来: one stretch of the year."""
    years = {p.first_year for p in query.periods}
    stretch = quarters_asked(query.text, years.pop()) if len(years) == 1 and len(query.zones) <= 1 else None
    if stretch is None:
        return False
    slot = slot_of(query, plainer("".join(query.indicators)), period=stretch, aspect=Aspect.VALUE, unit="")
    found = of_the_year(drafting.facts, slot)
    if found is None or found.figure is None:
        return False
    figure = found.figure
    drafting.say(f"合计{amount(figure)}（{describe(figure)}；{found.formula}）。", drafting.cite(*found.parts), found.formula)
    return True


def is_compound(query: Query) -> bool:
    """年均增长率, 年均增速: the growth a year over several years, which is no mean of values."""
    return bool(re.search(COMPOUND, query.text))


def _printed_yearly(facts: Facts, query: Query, like: Figure) -> Figure | None:
    """年均增长12.3% as it is printed of what is asked for, over the years asked for where any are; the latest."""
    told = [f for f in facts.figures([like.zone]) if "年均" in f.growth_base + f.growth_text and (f.name, f.scope) == (like.name, like.scope)]
    told = [f for f in told if f.period is not None and (f.status is Status.TARGET) == (query.status is Status.TARGET)]
    years = {y for p in query.periods for y in (p.first_year, p.last_year)}
    if years:  # 2018—2023年均 is of the five years from 2019 on
        told = [f for f in told if f.period and f.period.last_year == max(years) and f.period.first_year in (min(years), min(years) + 1)]
    elif query.years_back not in (0, 99):
        told = [f for f in told if f.period and f.period.last_year - f.period.first_year + 1 == query.years_back]
    return max(told, key=lambda f: f.period.key if f.period else "", default=None)


def _say_compound(drafting: Drafting, query: Query, found: Sequence[Figure], listing: str) -> bool:
    """The compound growth between the first and the last year; said to be missing where one of them is."""
    in_order = sorted((f for f in found if f.period), key=lambda f: f.period.key if f.period else "")
    first, last = in_order[0], in_order[-1]
    years = (last.period.last_year - first.period.last_year) if first.period and last.period else 0
    values = computing.common_unit([last, first])
    asked = {p for p in query.periods if p.is_year}
    if values is None or years < 1 or min(values[0]) <= 0 or (asked and {min(asked), max(asked)} != {first.period, last.period}):
        drafting.say(f"{REFUSAL}可以计算年均增长率的两头的数：{listing}。", drafting.cite(*found))
        return False
    now, then = values[0]
    rate = computing.compound_growth(now, then, years)
    drafting.say(
        f"年均{changed(rate)}（{describe(first)}{amount(first)}，{describe(last)}{amount(last)}；{rate.formula}）。",
        drafting.cite(first, last),
        rate.formula,
    )
    return True


_TO_THE_YEAR = re.compile("[、，,到至和与及]全年")


def _up_to_the_year(query: Query) -> Query:
    """从一季度、上半年到全年: the year itself after the parts of it that are named."""
    years = {p.first_year for p in query.periods}
    part = query.operation is Operation.TREND and len(years) == 1 and not any(p.is_year for p in query.periods)
    return replace(query, periods=(*query.periods, Period.year(years.pop()))) if part and _TO_THE_YEAR.search(query.text) else query


def cell_members(
    facts: Facts, query: Query, cells: Sequence[tuple[str | None, Period | None]], phrase: str
) -> list[Member]:
    """One member for each cell, by the phrase that finds any; years that no report of their own gives, from the next."""
    derives = query.operation not in (Operation.EXTREME, Operation.RANKING)
    members: list[Member] = []

    def find(slot: Slot) -> Member:
        return _either(facts, slot, derives=derives, growth=bool(GROWTH_SAID.search(query.text)))

    actual = years_done(facts, query)
    bare = re.sub("(?:的)?总?(?:面积|数量|金额|总额|总量|总数)$", "", plainer(phrase)) or phrase
    for words in dict.fromkeys((phrase, plainer(phrase), bare, *reversed(query.indicators))):
        slots = [slot_of(query, words, zone=z, period=p, status=Status.DONE if p in actual else query.status) for z, p in cells]
        if query.operation is Operation.SUM and len({p for _, p in cells}) > 1:  # 三年累计: each year's own
            slots = [replace(s, stock=False, cumulative=False) for s in slots]
        members = max(members, [find(s) for s in slots], key=lambda tried: (sum(m.figure is not None for m in tried), len(tried)))
        if sum(m.figure is not None for m in members) >= (1 if words == bare else len(cells)):  # 高企数量, that one year calls 高企
            break
    members = anchored(members, lambda slot: member(facts, slot, abroad=False) if derives else find(slot))
    members = members if query.operation is Operation.ONE else of_one_basis(of_one_name(members, find), find)
    if query.status is Status.EXPECTED and any(m.figure is not None for m in members):  # 甲2019年的和乙2020年预计数: each as it is told
        done = [_either(facts, replace(m.outcome.slot, status=Status.DONE), derives=False, growth=False) for m in members]
        members = [own if own.figure is not None or new.figure is None else new for own, new in zip(members, done, strict=True)]
    if query.aspect is Aspect.GROWTH and any(m.figure is not None and m.figure.growth is None for m in members):
        rows = [_growth_row(facts, m.outcome) for m in members]
        rows = [row or (m.outcome if m.figure is not None and m.figure.growth is not None else None) for row, m in zip(rows, members, strict=True)]
        members = [Member(row) for row in rows if row is not None] if all(rows) else members
        grown = [m for m in members if m.figure is not None and m.figure.growth is not None]
        if not query.periods and GROWTH_SAID.search(query.text) and len(grown) > 1:  # 增速是走高还是走低: of the years that tell one
            members = grown
    return _same_part(_not_only_new(_same_measure(members), phrase), phrase)


_NEW = re.compile("^(?:当年|全年|年内)?(?:新(?!能源|材料|兴|型|区|城)|净增)")


def _not_only_new(members: Sequence[Member], phrase: str) -> list[Member]:
    """高企 of two years, 72家 and 新认定15家: what was added in one is not set against all there were in another."""
    counted = [m.figure is not None and dimension(m.figure.unit) in ("个", "人") for m in members]
    added = [n and m.figure is not None and _NEW.match(m.figure.scope) is not None for m, n in zip(members, counted, strict=True)]
    if re.search("新|净增", phrase) or all(new or m.figure is None for m, new in zip(members, added, strict=True)):
        return list(members)
    return [_absent(m) if new else m for m, new in zip(members, added, strict=True)]


def _same_measure(members: Sequence[Member]) -> list[Member]:
    """从业人员 of two zones are both persons: where the first readings differ in measure, the one that all allow."""
    printed = [m for m in members if m.figure is not None and m.figure.value is not None]  # a growth alone has no measure
    measures = {dimension(m.figure.unit) for m in printed if m.figure is not None}
    if len(measures) < 2 or any(m.how for m in printed):
        return list(members)
    best: tuple[float, dict[int, Member]] | None = None
    for measure in measures:
        chosen: dict[int, Member] = {}
        loss = 0.0
        for m in printed:
            fitting = [(o, cost) for o, cost in readings(m.outcome) if o.figure and dimension(o.figure.unit) == measure]
            if fitting:
                chosen[id(m)] = Member(fitting[0][0])
                loss += fitting[0][1]
        if len(chosen) == len(printed) and (best is None or loss < best[0]):
            best = (loss, chosen)
    if best:
        return [best[1].get(id(m), m) for m in members]
    named = max(printed, key=lambda m: max((c.score for c in m.outcome.candidates), default=0.0))
    own = dimension(named.figure.unit) if named.figure else ""
    return [_absent(m) if m in printed and m.figure and dimension(m.figure.unit) != own else m for m in members]


def _same_part(members: Sequence[Member], phrase: str) -> list[Member]:
    """生物医药产业产值 of two years: where one year has that part, another part's figure doesn't stand for the other year."""
    asked = fold(phrase)
    scopes = [fold(m.figure.scope) for m in members if m.figure is not None and m.figure.scope]
    if not any(s in asked for s in scopes):
        return list(members)
    names = {m.figure.name for m in members if m.figure is not None}
    foreign = [
        m.figure is not None
        and len(m.figure.scope) >= 3
        and len(names) == 1
        and not bigrams(fold(m.figure.scope).removesuffix("产业").removesuffix("片区")) & bigrams(asked)
        for m in members
    ]
    return [_absent(m) if alien else m for m, alien in zip(members, foreign, strict=True)]


def _absent(one: Member) -> Member:
    figure = one.figure
    return Member(replace(one.outcome, figure=None, reason="indicator", nearest=(figure,) if figure else ()))


def _status(figure: Figure) -> str:
    return "" if figure.status is Status.DONE else f"（{figure.status.value}）"


def _instead(outcome: Outcome) -> str:
    """（只有预计：78.4亿元）: what there is of another status, labelled."""
    if outcome.reason != "status" or not outcome.nearest:
        return ""
    return f"（只有{outcome.nearest[0].status.value}：{said(outcome.nearest[0])}）"


def _cells(facts: Facts, query: Query, zones: Sequence[str | None]) -> Sequence[tuple[str | None, Period | None]]:
    """Every zone with every period; the zone's own reports where no year was named."""
    if query.pairs:
        return query.pairs
    if len(query.periods) == 1 and query.periods[0].is_year and _BY_PARTS.search(query.text) and len(zones) == 1:
        own = sorted({f.period for f in facts.figures([zones[0]] if zones[0] else ()) if _within(f.period, query.periods[0])})
        if len(own) > 2:
            return [(zones[0], p) for p in sorted(own, key=_by_end)]
    if query.periods:
        return [(z, p) for z in zones for p in sorted(query.periods, key=_by_end)]
    if len(zones) == 1:
        own = facts.periods_of(zones[0])
        if asks_year(query):
            own = [p for p in own if p.is_year] or own
        few = 0 < query.years_back < 99 and len(own) < query.years_back  # 三年变化, of one report that looks back
        if asks_year(query) or (query.operation is Operation.TREND and (few or not query.years_back)):
            own = sorted({*own, *_looked_back_on(facts, zones[0])})
        return [(zones[0], p) for p in _latest_of(own, query.years_back)]
    if query.years_back:  # 三个区历年固投
        return [(z, p) for z in zones for p in (facts.periods_of(z) if z else [])[-query.years_back :]]
    shared = facts.shared_period(zones, 2) or facts.latest  # 2016, where one zone alone tells of 1—9月 2017
    return [(z, shared) for z in zones]


def _latest_of(own: Sequence[Period], many: int) -> Sequence[Period]:
    """近三年: the latest years in a row, though no report is of one of them, which is then said; all periods where none are counted."""
    last = own[-1].last_year if own and own[-1].is_year else 0
    if not 0 < many < 99 or not last:
        return own[-many:] if 0 < many < 99 else own
    return [Period.year(last - n) for n in reversed(range(many))]


def _looked_back_on(facts: Facts, zone: str | None) -> set[Period]:
    """The years that a zone's reports tell of beside their own: columns of a table, what a number rose from."""
    told = facts.figures([zone] if zone else ())
    return {f.period for f in told if f.period is not None and f.period.is_year and f.status is Status.DONE}


def _by_end(period: Period) -> tuple[int, int, int]:
    """一季度, 上半年, 全年: what has come to be by then, in the order of time; a part before the whole that ends with it."""
    return period.last_year, period.last_month, -12 * period.first_year - period.first_month


def _within(part: Period | None, year: Period) -> TypeGuard[Period]:
    return part is not None and part.first_year == part.last_year == year.first_year


def _either(facts: Facts, slot: Slot, *, derives: bool, growth: bool) -> Member:
    """The value where there is one, though growth was asked too; else growth alone.

    By how many points a rate changed asks for no growth by that name, so what it was follows from a later step.
    """
    if slot.aspect is not Aspect.GROWTH:
        if derives:
            return member(facts, slot, abroad=False)
        told = Member(settled(facts, resolve(facts, slot, abroad=False)))
        return told if told.figure is not None else of_the_year(facts, slot) or told
    outcome = resolve(facts, replace(slot, aspect=Aspect.VALUE), abroad=False)
    if outcome.figure is None and derives and not growth:
        before = member(facts, slot, abroad=False)
        if before.figure is not None:
            return before
    return Member(outcome if outcome.figure is not None else resolve(facts, slot, abroad=False))


def _growth_row(facts: Facts, outcome: Outcome) -> Outcome | None:
    """规上工业总产值同比增长（%）, a row of its own below that of the value; or the growth that another sentence tells."""
    figure = outcome.figure
    if figure is None or figure.period is None:
        return None
    for other in facts.figures([figure.zone] if figure.zone else (), [figure.period]):
        named = other.name.startswith(figure.name) and re.fullmatch("(?:的)?(?:累计|同比)*(?:增长率?|增速|增幅)", other.name[len(figure.name) :])
        alone = other.kind is FigureKind.GROWTH and other.growth_unit == "%" and (other.name, other.scope) == (figure.name, figure.scope)
        rate = (named and other.unit in ("%", "％")) or (alone and figure.growth is None and other.growth_base in ("", "同比"))
        if rate and other.report_id == figure.report_id and other.status is figure.status:
            return replace(outcome, figure=other)
    return None
