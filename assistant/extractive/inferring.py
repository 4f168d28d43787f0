"""What a report does not print but its figures determine: last year, a goal, an earlier rank, the city beyond the zone."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive.backward import answer_backward, said_before
from assistant.extractive.byshare import answer_by_part, answer_whole
from assistant.extractive.candidates import accepts
from assistant.extractive.complements import whole_named
from assistant.extractive.drafting import NO_RATE, REFUSAL, Drafting
from assistant.extractive.earlier import before, explain, growth_before, member, of_the_year
from assistant.extractive.needed import GOAL_WORDS
from assistant.extractive.operand import Slot, resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.single import answer_found, locate, part_said
from assistant.extractive.stepped import TIMES
from assistant.extractive.wording import amount, changed, describe, growth, said
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.periods import find_periods
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period, Status

__all__ = [
    "answer_backcast",
    "answer_beyond",
    "answer_change",
    "answer_complement",
    "answer_earlier",
    "answer_gap",
    "answer_goal_from_rate",
    "answer_growth_before",
    "answer_rise_aimed_at",
    "asks_same_part_before",
    "refuse_conversion",
]


def answer_backcast(drafting: Drafting, query: Query) -> bool:
    """Last year's value from this year's and its growth; or a goal from what was achieved and the completion rate."""
    facts = drafting.facts
    for period in _to_find(query) if _ASKS_GROWTH.search(query.text) else ():
        led = growth_before(facts, slot_of(query, _MOVED_SO.sub("", plainer(said_before(query))), period=period, aspect=Aspect.GROWTH))
        if led is not None and led.figure is not None:
            drafting.say(f"{growth(led.figure)}（{describe(led.figure)}，{led.how}；{led.formula}）。", drafting.cite(*led.parts), led.formula)
            return True
    if answer_backward(drafting, query):
        return True
    phrase = said_before(query)
    if query.status is None and _GOAL.search(query.text) and len(query.periods) < 2:
        query = replace(query, status=Status.TARGET)
        phrase = GOAL_WORDS.sub("", phrase)
    if query.status is Status.TARGET:
        phrase = re.sub(r"\d[\d.]*[%％]的?$", "", phrase)  # 完成目标的98.4%，倒推目标是多少
        if answer_goal_from_rate(drafting, query, phrase):
            return True
        if len(query.periods) < 2:  # a goal is no value of the year before
            return answer_found(drafting, query, resolve(facts, slot_of(query, phrase, aspect=Aspect.VALUE)))
    if (query.aspect is Aspect.SHARE or (query.scopes and query.aspect is not Aspect.GROWTH)) and answer_whole(drafting, query):
        return True
    wide = [s for s in query.scopes if s.startswith("全")]
    if wide and answer_beyond(drafting, query, wide[0]):
        return True
    wanted = _to_find(query)
    phrase = plainer(phrase)
    printed = resolve(facts, slot_of(query, phrase, period=wanted[0])) if _BEFORE.search(query.text) and len(wanted) == 1 else None
    if printed is not None and printed.figure is not None and query.periods != wanted:
        return answer_found(drafting, query, printed)
    for period in wanted:
        found = before(facts, slot_of(query, phrase, period=period, aspect=_of_value(query)))
        if found is not None and found.figure is not None and found.how:
            drafting.say(
                f"{amount(found.figure)}（{describe(found.figure)}，{found.how}；{found.formula}）。",
                drafting.cite(found.figure),
                found.formula,
            )
            return True
    for period in wanted:
        for year in (period.shifted(1),) if len(query.periods) > 1 else (period.shifted(1), period):
            outcome = resolve(facts, replace(slot_of(query, phrase), period=year, status=None, aspect=Aspect.GROWTH))
            figure = outcome.figure
            if figure and figure.value is not None and figure.growth is not None and figure.growth_unit in ("%", TIMES):
                result = computing.backcast(figure.value, figure.growth, figure.unit, times=figure.growth_unit == TIMES)
                drafting.say(
                    f"约{result.text}（由{describe(figure)}{amount(figure)}、{growth(figure)}推算{year.shifted(-1).label}；{result.formula}）。",
                    drafting.cite(figure),
                    result.formula,
                )
                return True
    if answer_by_part(drafting, slot_of(query, phrase)):
        return True
    outcome = resolve(facts, slot_of(query, phrase, status=None))
    drafting.trace.append(outcome.trace)
    refuse_outcome(
        drafting,
        outcome
        if outcome.figure is None
        else replace(outcome, figure=None, reason="indicator", nearest=(outcome.figure,)),
    )
    return False


#: 倒推2021年是涨多少: how it grew then, not what it was.
_ASKS_GROWTH = re.compile(
    "(?:涨|增长|增速|增幅|涨幅|下降|降)了?(?:是|为|有)?(?:多少|百分之[几多]|几(?!个?亿|[个家户人]))(?:个?(?:百分)?点|%)?[?？。]*$"
)
_MOVED_SO = re.compile("(?:增速|增幅|增长|涨幅)?(?:掉|降|落|回落|下滑|放缓|慢|快|加快)[了档下来]*$")
_BEFORE = re.compile("倒推上年(?:同期)?(?:是|有|为)")  # the year before is asked for, not how it is led back to
_GOAL = re.compile("目标|任务|计划(?!总?投资)|预算数")


_YEARS_SPENDING = re.compile("(?:年度|(?:全年|年度|年初|当年)?的?计划(?:完成)?)投资$")


def answer_goal_from_rate(drafting: Drafting, query: Query, phrase: str) -> bool:
    """9.82亿元，完成年初预算的98.2%: the goal that a value and its completion rate determine; False where one isn't printed."""
    named = re.sub("(?<=..)(?:任务|目标|计划|指标|预算)[数额]?$", "", phrase)
    told = _done_and_rate(drafting.facts, query, named)
    if told is None and (spent := _YEARS_SPENDING.sub("完成投资", named)) != named:  # 完成投资36.4亿元，完成年度计划的104%
        told = _done_and_rate(drafting.facts, query, spent)
    if told is None:
        return False
    done, rate = told
    assert done.value is not None
    assert rate.value is not None
    result = computing.target_from_rate(done.value, rate.value, done.unit)
    drafting.say(
        f"约{result.text}（{describe(done)}{amount(done)}，完成率{amount(rate)}；{result.formula}）。", drafting.cite(done, rate), result.formula
    )
    return True


def _done_and_rate(facts: Facts, query: Query, phrase: str) -> tuple[Figure, Figure] | None:
    """What was achieved, or foreseen, with the rate that it is of its goal; where a year is asked of, also of a part of it."""
    year = query.periods[0] if query.periods else None
    told = facts.periods_of(query.zones[0]) if query.zones and year is not None and year.is_year else []
    inside = [p for p in told if year is not None and not p.is_year and p.last_year == year.last_year]
    for period in (year, *inside):
        for status in (Status.DONE, Status.EXPECTED):
            done, rate = (
                resolve(facts, slot_of(query, phrase, status=status, aspect=aspect, unit="", period=period), abroad=False).figure
                for aspect in (Aspect.VALUE, Aspect.COMPLETION)
            )
            if done is None or rate is None or rate.kind is not FigureKind.COMPLETION or done.period != rate.period:
                continue
            if done.value and rate.value and (period == year or re.search("年", rate.indicator)):
                return done, rate
    return None


def _to_find(query: Query) -> tuple[Period, ...]:
    """按2013年的增速推算2012年: the year before the one whose data are named, which is itself known."""
    parts = [p for p in query.periods if not p.is_year]
    if len(parts) == 1 and "同期" in query.text:  # 由2019年上半年算2018年同期
        return (parts[0].shifted(-1),)
    years = sorted(query.periods)
    if len(years) == 2 and years[1] == years[0].shifted(1):
        return (years[0],)
    if len(years) == 1 and re.search("(?:推|算).{0,6}(?:上|前|去)一?年", query.text):
        return (years[0].shifted(-1),)
    return query.periods


_SAME_PART = re.compile("[去上]年(?:的)?同期")


def asks_same_part_before(query: Query) -> bool:
    """2021年上半年出口去年同期多少: what is asked for is of the year before the one part of a year that is named."""
    named = [p for m in find_periods(query.text) for p in m.periods]
    return len(query.periods) == 1 and tuple(named) == query.periods and _SAME_PART.search(query.text) is not None


def _of_value(query: Query) -> Aspect:
    """By a growth, a value is sought."""
    return Aspect.VALUE if query.aspect is Aspect.GROWTH else query.aspect


def answer_rise_aimed_at(drafting: Drafting, query: Query, goal: Figure) -> bool:
    """按8.5%的目标，规上产值要增加多少亿元: what a growth that is aimed at adds to the year before it."""
    if goal.growth is None or goal.growth_unit != "%" or goal.period is None:
        return False
    slot = slot_of(query, plainer("".join(query.indicators)), period=goal.period.shifted(-1), status=None, aspect=Aspect.VALUE, unit="")
    base = member(drafting.facts, slot, abroad=False)
    if base.figure is None or base.figure.value is None or base.how or base.figure.unit in ("%", "％"):
        return False
    rise = computing.of_share(base.figure.value, goal.growth, base.figure.unit)
    whole = computing.grown(base.figure.value, goal.growth, base.figure.unit)
    told = f"{describe(base.figure)}{amount(base.figure)}，{describe(goal)}{growth(goal)}"
    drafting.say(f"约{rise.text}（{told}；{rise.formula}）。", drafting.cite(base.figure, goal), rise.formula)
    drafting.say(f"总量约到{whole.text}（{whole.formula}）。", drafting.cite(base.figure), whole.formula)
    return True


def answer_change(drafting: Drafting, query: Query) -> bool:
    """How much it changed from the year before (环比: the month or quarter before), or has to change to reach a goal, where no growth is printed.

    False, with nothing said, when one of the two values is in no report.
    """
    facts = drafting.facts
    ranks = query.aspect is Aspect.RANK_CHANGE
    needed = bool(re.search("目标|计划|任务", query.text) and re.search("[要需得须应比较]", query.text))
    if len(query.periods) == 2 and needed:
        sooner, later = sorted(query.periods, key=lambda p: p.key)
        if later != sooner.shifted(1):
            return False
        query = replace(query, periods=(later,), status=Status.TARGET)
    elif len(query.cells) > 1:
        return False
    if query.status is Status.TARGET and not re.search("增|提高|涨|降|减|压|缩", query.text):
        return False
    phrase = plainer("".join(query.indicators))
    if needed and not find_terms(phrase):  # 要达到950亿元的产值目标，须增长多少: the clause before names it
        told = {query.text[t.start : t.end] for t in find_terms(query.text)}
        phrase = told.pop() if len(told) == 1 else phrase
    phrase = _TO_GROW.sub("", phrase) or phrase
    zone = query.zones[0] if query.zones else (facts.zones.zones[0] if len(facts.zones.zones) == 1 else None)
    if zone is None and query.periods and phrase and re.search("[比较增涨降跌减升多少]", query.bare.split("百分")[0]):
        zone = _only_zone(facts, slot_of(query, phrase, aspect=Aspect.VALUE, unit="", status=None))
    own = facts.periods_of(zone) if zone else []
    period = query.periods[0] if query.periods else (own[-1] if own else None)
    if period is None or zone is None or not phrase:
        return False
    base = replace(
        slot_of(query, phrase, zone=zone, period=period, unit=""), aspect=Aspect.RANK if ranks else Aspect.VALUE
    )
    now = member(facts, base, abroad=False)
    earlier = period.preceding if base.monthly and not period.is_year else period.shifted(-1)
    then = member(facts, replace(base, period=earlier, status=None), rounded=False, abroad=False)
    a, b = now.figure, then.figure
    left = bool(now.how and now.parts) and now.exact and then.exact  # 进口 = 进出口 − 出口, of both years
    if a is None or b is None or (now.how and not left) or a.period != period or (a.kind is FigureKind.RANK) != ranks or not _of_one_kind(a, b):
        return False
    part = _NO_PART.sub("", part_said(a))
    if not ranks and part and not bigrams(fold(part)) & bigrams(fold(query.text)):
        return False  # of a part that nobody asked for
    values = computing.common_unit([a, b])
    if values is None or not values[0][1]:
        return False
    (x, y), unit = values
    points = unit in ("%", "％")
    gap = computing.difference(x, y, "个百分点" if points else unit)
    verbs = ("后移", "前移") if ranks else ("提高", "下降") if points else ("增加", "减少")
    verb = verbs[x < y]
    needs = "要" if a.status is Status.TARGET else ""
    drafting.say(
        f"{needs}{verb}{gap.text}（{describe(a)}{amount(a)}，{describe(b)}{'实际' if needs else ''}{amount(b)}；{gap.formula}）。",
        drafting.cite(a, b),
        gap.formula,
    )
    if not ranks and not points:
        rate = computing.growth_between(x, y)
        drafting.say(
            f"{needs}{changed(rate)}（{rate.formula}）。",
            drafting.cite(a, b),
            rate.formula,
        )
    explain(drafting, (now, then))
    return True


def _of_one_kind(now: Figure, then: Figure) -> bool:
    """光学产业基金的总规模 is set against no 光学元件产业产值."""
    one, other = sorted((fold(now.scope + now.indicator), fold(then.scope + then.indicator)), key=len)
    return now.name == then.name or one in other or other.endswith(one[-2:]) or now.unit in ("%", "％")


def _only_zone(facts: Facts, slot: Slot) -> str | None:
    """Of a project or a firm that is named without its zone, the one zone that tells of it."""
    outcome = resolve(facts, slot, abroad=False)
    zones = {c.figure.zone for c in outcome.candidates if accepts(c, slot)}
    return zones.pop() if outcome.figure is not None and len(zones) == 1 else None


_NO_PART = re.compile("^(?:当年|年内|累计|全区|全部|[期年]末|新[增建]?)+")
_TO_GROW = re.compile("(?<=[㐀-鿿]{2})(?:比|较)?(?:还|须|需|要|应|得)+(?:再)?(?:增|涨|提高|提升|降|减|压)?[长加少低缩]?$")


def answer_earlier(drafting: Drafting, query: Query) -> bool:
    """One value of a year that no report of its own gives, where a later report prints it or an exact change from it."""
    newest = drafting.facts.newest.get(query.zones[0]) if len(query.zones) == 1 and not query.periods else None
    if newest is not None:  # 厂房空置率, of no year named
        query = replace(query, periods=(newest,))
    if len(query.periods) != 1 or query.operation is not Operation.ONE or len(query.zones) > 1:
        return False
    if query.aspect not in (Aspect.VALUE, Aspect.SHARE, Aspect.RANK) or query.status not in (None, Status.DONE):
        return False
    phrase = plainer("".join(query.indicators))
    rounded = bool(re.search("大[约概致]|约|推|估算|测算|倒(?:着|回去)?算", query.text))
    if not phrase:
        return False
    slot = slot_of(query, phrase)
    if query.aspect is Aspect.VALUE and re.search("占比$|比重$|比例$", phrase):  # 税收占比 is a name of its own
        printed = resolve(drafting.facts, replace(slot, aspect=Aspect.SHARE), abroad=False)
        if printed.figure is not None:
            return answer_found(drafting, query, printed)
    found = of_the_year(drafting.facts, slot) or before(drafting.facts, slot)
    if found is None or found.figure is None or not (found.exact or rounded):
        return False
    drafting.trace.append(found.outcome.trace)
    drafting.say(f"{amount(found.figure)}（{describe(found.figure)}）。", drafting.cite(*(found.parts or (found.figure,))))
    explain(drafting, (found,))
    return True


def answer_growth_before(drafting: Drafting, query: Query) -> bool:
    """The growth of a quarter or a year that only the step to the next one tells."""
    if len(query.periods) != 1 or query.aspect is not Aspect.GROWTH or len(query.zones) > 1:
        return False
    found = growth_before(drafting.facts, slot_of(query, plainer("".join(query.indicators))))
    if found is None or found.figure is None:
        return False
    drafting.say(f"{growth(found.figure)}（{describe(found.figure)}，{found.how}；{found.formula}）。", drafting.cite(*found.parts), found.formula)
    return True


def answer_complement(drafting: Drafting, query: Query) -> bool:
    """非税收入多少, of no year: of the newest, where it tells the whole and the other part."""
    phrase, zones = query.indicators[0], drafting.facts.placed(query)
    newest = drafting.facts.newest.get(zones[0]) if len(zones) == 1 and query.operation is Operation.ONE and not query.scopes else None
    if newest is None or not whole_named(phrase) or query.status not in (None, Status.DONE):
        return False
    if locate(drafting.facts, query, phrase).outcomes[0].figure is not None:
        return False
    return answer_earlier(drafting, replace(query, zones=tuple(zones), periods=(newest,)))


def refuse_conversion(drafting: Drafting, query: Query) -> bool:
    """折合多少人民币: as it is printed; else no report gives the rate, and what is printed is said in its own currency."""
    if not re.search("折合|折算|换算成|折成|合(?:多少)?人民币", query.text):
        return False
    phrase = re.sub("折合|折算|换算成?|折成|合?人民币|美元|欧元|按?汇率", "", "".join(query.indicators))
    found = resolve(drafting.facts, slot_of(query, plainer(phrase), unit="", aspect=Aspect.VALUE)).figure
    asked = "外币" if re.search("(?:折合|折算|换算|折).{0,6}(?:美元|欧元|外币)", query.text) else "元"
    if found is None or dimension(found.unit) == asked or dimension(found.unit) not in ("元", "外币"):
        return False
    beside = drafting.facts.figures([found.zone] if found.zone else (), [found.period] if found.period else ())
    printed = [f for f in beside if f.indicator == found.indicator and f.scope.endswith("折合人民币") and dimension(f.unit) == asked]
    if len(printed) == 1 and printed[0].scope.removesuffix("折合人民币") == found.scope:
        drafting.say(f"{said(printed[0])}（{describe(printed[0])}，报告印的是{said(found)}）。", drafting.cite(printed[0], found))
        return True
    drafting.say(REFUSAL + NO_RATE)
    drafting.say(f"报告印的是{describe(found)}{said(found)}。", drafting.cite(found))
    return True


def answer_gap(drafting: Drafting, query: Query) -> bool:
    """比全市快多少: the distance to the city's growth that the report prints (高于全市2.1个百分点)."""
    facts = drafting.facts
    sides = query.operands or (query,)
    scopes = [s for q in (query, *sides) for s in q.scopes if s.startswith("全")]
    phrase = next((p for q in (query, *sides) for p in map(plainer, q.indicators) if find_terms(p)), "")
    if not scopes or not phrase or len(query.cells) > 1:
        return False
    for aspect in (Aspect.GROWTH, Aspect.VALUE):
        own = resolve(facts, slot_of(query, phrase, scopes=(), aspect=aspect, unit="", status=None), abroad=False).figure
        gap = _gap_to(facts, own, scopes[0]) if own else None
        if own is None or gap is None:
            continue
        drafting.say(
            f"{'低' if _below(facts, gap) else '高'}{amount(gap)}（{describe(own)}{said(own)}，与{scopes[0]}相比）。", drafting.cite(own, gap)
        )
        return True
    return False


def _gap_to(facts: Facts, own: Figure, scope: str) -> Figure | None:
    """高于全市平均2.3个百分点, said right after a figure."""
    gaps = [
        f
        for f in facts.figures([own.zone], [own.period] if own.period else ())
        if (f.kind is FigureKind.GAP or re.match("[高低]出|[高低]于|[多少]于", f.indicator))
        and f.value is not None
        and f.report_id == own.report_id
        and f.sentence_start == own.sentence_start
        and scope in facts.sentence(f)[max(0, own.start - f.sentence_start) :]
        and f.end >= own.start
    ]
    return min(gaps, key=lambda f: abs(f.start - own.end), default=None)


def _below(facts: Facts, gap: Figure) -> bool:
    text = facts.sentence(gap)[max(0, gap.start - gap.sentence_start - 12) : gap.end - gap.sentence_start]
    return bool(re.search("低于|低|少|慢|落后", text))


def answer_beyond(drafting: Drafting, query: Query, scope: str) -> bool:
    """全市, 全省: the city's own figure where printed; else from “高于全市平均2.3个百分点” and the zone's figure."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    if resolve(facts, slot_of(query, phrase)).figure is not None:
        return False
    own = resolve(facts, slot_of(query, re.sub("的?平均(?:水平|值|数)?$", "", phrase), scopes=()))
    gap = _gap_to(facts, own.figure, scope) if own.figure is not None else None
    if own.figure is not None and gap is None:  # of a table, where the sentence that sets it against the city's tells it again
        told = facts.figures([own.figure.zone], [own.figure.period] if own.figure.period else ())
        again = (f for f in told if (f.name, f.scope, f.status, f.value) == (own.figure.name, own.figure.scope, own.figure.status, own.figure.value))
        own, gap = next(((replace(own, figure=f), g) for f in again if (g := _gap_to(facts, f, scope)) is not None), (own, None))
    if own.figure is None or gap is None:
        return bool(re.search("大[约概致]|推|估|算|按|照|比例|占", query.text)) and answer_whole(drafting, query)
    sign = -1 if _below(facts, gap) else 1
    points = gap.unit in ("个百分点", "百分点", "个点")
    base = (
        own.figure.growth
        if points and own.figure.growth is not None and own.figure.unit not in ("%",)
        else own.figure.value
    )
    if points and base is own.figure.growth and query.aspect is not Aspect.GROWTH:
        return False  # a distance between growths tells nothing of an amount
    if base is None or gap.value is None or (not points and gap.unit != own.figure.unit):
        return False
    result = computing.difference(base, sign * gap.value, "")  # a rate without points is a rate
    unit = "%" if points else own.figure.unit
    what = "增速" if points and base is own.figure.growth else ""
    drafting.say(
        f"报告没有直接给出{scope}的数，可推算为{result.text}{unit}（{describe(own.figure)}{growth(own.figure) if what else amount(own.figure)}，"
        f"{'低' if sign < 0 else '高'}于{scope}{amount(gap)}；{result.formula}）。",
        drafting.cite(own.figure, gap),
        result.formula,
    )
    return True
