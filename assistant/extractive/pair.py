"""相差, 倍数, and one figure for each of another (平均每个项目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.anchoring import of_one_basis, of_one_indicator, of_one_name
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.earlier import Member, explain, growth_before, member
from assistant.extractive.inferring import answer_gap
from assistant.extractive.met import answer_met
from assistant.extractive.needed import answer_goal_gap
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import missing, pair_of, plainer, two_operands
from assistant.extractive.series import answer_series
from assistant.extractive.sharegoals import answer_share_goal
from assistant.extractive.slot import Slot
from assistant.extractive.statuses import beside_goal
from assistant.extractive.wording import amount, describe, growth, more_or_less, result_of, said, unit_asked
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.periods import THAN_YEAR_BEFORE
from assistant.records import Aspect, Operation, Query
from index.glossary import normalise
from index.records import Figure, Status

__all__ = ["answer_on_base", "answer_pair", "answer_surpluses", "operands_of", "shown"]

SURPLUS = re.compile("顺差|逆差")


_FROM_GOAL = re.compile("[还相]?差了?(?:多少|几)")


def answer_pair(drafting: Drafting, query: Query) -> bool:
    """相差 or 倍数 between two zones, periods, scopes or indicators."""
    facts = drafting.facts
    if len(query.periods) > 2 and not query.operands and len(query.indicators) == 1 and len(query.zones) <= 1:
        return answer_series(drafting, replace(query, operation=Operation.TREND))
    each = _year_by_year(query)
    if each:
        since = len(drafting.statements)
        told = [answer_pair(drafting, one) for one in each]
        _say_gaps_moved(drafting, query, since, each)
        return any(told)
    if query.status is Status.TARGET and (answer_share_goal(drafting, query) or answer_goal_gap(drafting, query)):
        return True
    if query.operation is Operation.DIFFERENCE and answer_gap(drafting, query):
        return True
    to_goal = query.status is Status.TARGET and len(query.periods) < 2 and len(query.indicators) == 1 and not query.operands
    if to_goal and _FROM_GOAL.search(query.text) and not THAN_YEAR_BEFORE.search(query.text):
        return answer_met(drafting, query, plainer(query.indicators[0]))  # 目标是多少，差多少
    members = operands_of(facts, query := beside_goal(query))
    if members is None:
        return answer_series(drafting, query)
    members = _as_aimed_at(facts, _as_planned(query, members))
    figures = [m.figure for m in members if m.figure is not None]
    if query.aspect is Aspect.GROWTH and (_compare_growth(drafting, query, members) or _one_growth(drafting, query, members)):
        return True
    if len(figures) < 2:
        return _printed_change(drafting, query, members) or missing(drafting, members)
    values = computing.common_unit(figures, unit_asked(query.text))
    of_growths = query.aspect is Aspect.GROWTH and figures[0].name != figures[1].name and figures[0].unit not in ("%", "％")
    if of_growths or values is None or (figures[0].id == figures[1].id and not any(m.how for m in members)):
        drafting.say(
            f"{REFUSAL}可比的{'增速' if of_growths else '数'}：" + "；".join(f"{describe(f)}{said(f)}" for f in figures) + "。",
            drafting.cite(*figures),
        )
        return False
    if _printed_change(drafting, query, members):
        return True
    (a, b), unit = values
    times = query.operation is Operation.RATIO and b != 0
    result = computing.ratio(a, b) if times else computing.difference(a, b, unit)
    more = "" if times or a == b else _beyond_goal(query, figures, a > b) or _direction(query, a > b, unit)
    about = "" if all(m.exact for m in members) else "约"
    drafting.say(
        f"{more}{about}{result.text}（{'，'.join(shown(m, members) for m in members)}；{result.formula}）。",
        drafting.cite(*figures),
        result.formula,
    )
    if not times and (balance := _balance(figures)):
        drafting.say(balance, drafting.cite(*figures))
    explain(drafting, members)
    if THAN_YEAR_BEFORE.search(query.text) and figures[0].growth_text and not members[0].how:
        drafting.say(f"{describe(figures[0])}{growth(figures[0])}。", drafting.cite(figures[0]))
    return True


def answer_surpluses(drafting: Drafting, query: Query) -> bool:
    """顺差2023年比2022年扩大了多少, 两区谁的顺差大: each one's exports without its imports, then one against the other."""
    facts = drafting.facts
    cells = query.cells
    zones = query.zones or facts.zones.zones
    if len(cells) < 2 and len(zones) == 1 and (re.search("扩大|缩小", query.text) or THAN_YEAR_BEFORE.search(query.text)):  # 贸易顺差扩大了多少
        when = query.periods[0] if query.periods else facts.newest.get(zones[0])
        cells = ((zones[0], when.shifted(-1)), (zones[0], when)) if when is not None else cells
    if not SURPLUS.search(query.text) or len(cells) != 2:
        return False
    told: list[tuple[list[Figure], Decimal, computing.Computed]] = []
    for zone, period in cells:
        members = _trade(facts, replace(query, zones=(zone,) if zone else (), periods=(period,) if period else ()))
        figures = [m.figure for m in members if m.figure is not None]
        values = computing.common_unit(figures) if len(figures) == 2 else None
        if values is None:
            return False
        (out, back), unit = values
        told.append((figures, out - back, computing.difference(out, back, unit)))
    if len({result.unit for _, _, result in told}) > 1:
        return False
    told.sort(key=lambda row: (row[0][0].period.key if row[0][0].period else "", 0))
    for figures, balance, result in told:
        where = f"{facts.short(figures[0].zone)}{figures[0].period.label if figures[0].period else ''}"
        which = "顺差" if balance >= 0 else "逆差"
        shown_here = "，".join(f"{describe(f)}{amount(f)}" for f in figures)
        drafting.say(f"{where}{which}{result.text}（{shown_here}；{result.formula}）。", drafting.cite(*figures), result.formula)
    (first, then, _), (last, now, _) = told
    gap = computing.difference(abs(now), abs(then), told[0][2].unit)
    cited = drafting.cite(*first, *last)
    if first[0].zone == last[0].zone:
        drafting.say(f"{'扩大' if abs(now) >= abs(then) else '缩小'}{gap.text}（{gap.formula}）。", cited, gap.formula)
    else:
        drafting.say(f"{facts.short((last if now >= then else first)[0].zone)}更大，多{gap.text}（{gap.formula}）。", cited, gap.formula)
    return True


def _year_by_year(query: Query) -> list[Query]:
    """甲和乙两个产业，2020年和2021年各差多少: two things of one zone set against each other in each of several years."""
    sides = query.operands
    if len(sides) != 2 or len(query.periods) < 2 or len(query.zones) > 1 or any(s.periods != query.periods for s in sides):
        return []
    one, other = ((*s.scopes, *s.indicators) for s in sides)
    if not one or not other or one == other:
        return []
    return [
        replace(query, periods=(p,), operands=tuple(replace(s, periods=(p,)) for s in sides)) for p in sorted(query.periods, key=lambda p: p.key)
    ]


_GAP_MOVED = re.compile("(?:差距|差额|距离|领先|优势)[^，,。？?]{0,16}(?:缩小|扩大|拉大|收窄|变化|拉开)")


def _say_gaps_moved(drafting: Drafting, query: Query, since: int, each: Sequence[Query]) -> None:
    """这个差距2023年比2022年缩小了多少: by how much the gap of the later year is less, or more."""
    told = [s for s in drafting.statements[since:] if s.formula]
    gaps = [r for s in told if (r := result_of(s)) is not None and r.value is not None]
    if not _GAP_MOVED.search(query.text) or len(gaps) != len(each) or len(gaps) != 2 or gaps[0].unit != gaps[1].unit:
        return
    if len({s.text[:1] for s in told}) > 1:
        return  # 多 in one year and 少 in the other: who led has changed
    then, now = (abs(g.value) for g in gaps if g.value is not None)
    moved = computing.difference(max(then, now), min(then, now), gaps[0].unit)
    years = [q.periods[0].label for q in each]
    way = "缩小" if now < then else "扩大"
    drafting.say(f"{years[1]}比{years[0]}差距{way}{moved.text}（{moved.formula}）。", drafting.cite(*drafting.figures), moved.formula)


def answer_on_base(drafting: Drafting, query: Query) -> bool:
    """与2019年同期相比增长多少: the growth on that very base, where the report prints it beside the yearly one."""
    if query.aspect is not Aspect.GROWTH or len(query.periods) != 2 or len(query.zones) > 1:
        return False
    sooner, later = sorted(query.periods, key=lambda p: p.key)
    facts = drafting.facts
    own = resolve(facts, slot_of(query, plainer("".join(query.indicators)), period=later, aspect=Aspect.VALUE, unit=""), abroad=False).figure
    told = [
        f
        for f in facts.figures([own.zone], [later])
        if own is not None and (f.name, f.scope, f.report_id) == (own.name, own.scope, own.report_id)
        and f.growth is not None and str(sooner.first_year) in f.growth_base
    ] if own is not None else []
    if len({f.growth for f in told}) != 1:
        return False
    drafting.say(f"{growth(told[0])}（{describe(told[0])}）。", drafting.cite(told[0]))
    return True


def _as_planned(query: Query, members: tuple[Member, Member]) -> tuple[Member, Member]:
    """中央预算内投资安排: of what both years tell as a plan only, the plans are meant; each is said to be one."""
    outcomes = [m.outcome for m in members]
    planned = [o.nearest[0] for o in outcomes if o.figure is None and o.reason == "status" and o.nearest]
    if len(planned) < 2 or planned[0].status is not planned[1].status or query.status not in (None, planned[0].status):
        return members
    first, second = (Member(replace(o, figure=f)) for o, f in zip(outcomes, planned, strict=True))
    return first, second


def _as_aimed_at(facts: Facts, members: tuple[Member, Member]) -> tuple[Member, Member]:
    """新签亿元以上项目目标 against what came of it: of that same name, where one is told, and no other's (签约项目7个未开工)."""
    goals = [m for m in members if m.figure is not None and m.figure.status is Status.TARGET]
    goal = goals[0].figure if len(goals) == 1 else None
    if goal is None:
        return members

    def named_so(one: Member) -> Member:
        own = one.figure
        if own is None or one.how or own.status is not Status.DONE or own.zone != goal.zone or own.name == goal.name:
            return one
        slot = replace(one.outcome.slot, phrase=goal.indicator, scopes=(goal.scope,) if goal.scope else ())
        same = resolve(facts, slot, abroad=False)
        return Member(same) if same.figure is not None and same.figure.name == goal.name and same.figure.unit == goal.unit else one

    first, second = (named_so(m) for m in members)
    return first, second


def shown(one: Member, members: Sequence[Member] = ()) -> str:
    """One operand as it is said beside a formula; what was achieved is called so beside a goal."""
    figure = one.figure
    assert figure is not None
    goals = any(m.figure is not None and m.figure.status is not Status.DONE for m in members)
    return f"{describe(figure)}{'实际' if goals and figure.status is Status.DONE else ''}{amount(figure)}"


_SHORT_OF = re.compile("[离距].*[差缺少欠]|还[要需]?[差缺少欠]|缺口")


def _beyond_goal(query: Query, figures: Sequence[Figure], more: bool) -> str:
    """What was done against its goal: beyond it or short of it, whichever of the two is said first."""
    first, second = (f.status for f in figures)
    if {first, second} == {Status.TARGET, Status.DONE} and _SHORT_OF.search(query.text):
        return "已超过" if more is (first is Status.DONE) else "还差"
    if {first, second} != {Status.TARGET, Status.DONE} or figures[0].period != figures[1].period or figures[0].name != figures[1].name:
        return ""
    return "超出目标" if more is (first is Status.DONE) else "比目标少"


def _balance(figures: Sequence[Figure]) -> str:
    """出口98.6亿元、进口45.2亿元: which way trade leans, where one is set against the other."""
    out = next((f for f in figures if re.search("出口(?:总?额|总?值)?$", f.indicator) and "进" not in f.indicator), None)
    back = next((f for f in figures if re.search("进口(?:总?额|总?值)?$", f.indicator)), None)
    if out is None or back is None or (out.zone, out.period, out.unit) != (back.zone, back.period, back.unit) or out.value == back.value:
        return ""
    return "出口大于进口，是顺差。" if (out.value or 0) > (back.value or 0) else "进口大于出口，是逆差。"


def _direction(query: Query, more: bool, unit: str) -> str:
    surplus = SURPLUS.search(query.text)
    if surplus:
        return "顺差" if more else "逆差"
    return more_or_less(more, unit)


def operands_of(facts: Facts, query: Query) -> tuple[Member, Member] | None:
    """The two sides of a difference; None when one indicator of no year is asked, which its whole row answers."""
    if SURPLUS.search(query.text) and not query.operands and len(query.cells) < 2:
        return _trade(facts, query)
    plain = replace(query, operands=tuple(replace(o, aspect=Aspect.VALUE) for o in query.operands))
    if len(plain.operands) == 2 and THAN_YEAR_BEFORE.search(query.text):
        mine, other = plain.operands
        if len(mine.periods) == 1:  # 2024年目标比上年实绩多多少: the year before that one, not before the newest report
            plain = replace(plain, operands=(mine, replace(other, periods=(mine.periods[0].shifted(-1),))))
    if plain.operands or len(plain.cells) >= 2 or len(plain.scopes) >= 2 or len(plain.indicators) >= 2:
        def find(slot: Slot) -> Member:
            return member(facts, slot)

        first, second = of_one_basis(of_one_name(of_one_indicator(two_operands(facts, plain), find), find), find)
        if _backwards(query, first, second):  # 从2020年到2021年增加多少: what it is now against what it was
            return second, first
        return first, second
    phrase = plainer("".join(query.indicators))
    if query.periods:
        period = query.periods[0]
    else:
        own = facts.periods_of(query.zones[0]) if len(query.zones) == 1 else []
        if len(own) != 1 or not re.search("[比较](?:上|前|去)一?年|[比较]年初", query.text):
            return None
        period = own[0]
    first, second = (
        member(facts, slot_of(query, phrase, period=p, aspect=Aspect.VALUE, unit="", status=s))
        for p, s in ((period, query.status), (period.shifted(-1), None))
    )
    return first, second


def _trade(facts: Facts, query: Query) -> tuple[Member, Member]:
    """All exports and all imports: the two figures of exactly these names that one sentence or table gives."""
    slots = [slot_of(query, p, aspect=Aspect.VALUE, unit="") for p in ("出口", "进口")]
    names = [normalise(s.phrase) for s in slots]
    pool = facts.figures(query.zones[:1], query.periods[:1])
    own = [
        f
        for f in pool
        if f.name in names and f.status is (query.status or Status.DONE) and f.value is not None
        and (not f.scope or f.scope in f.zone or f.scope in query.scopes)
    ]
    for f in (f for f in own if f.name == names[0]):
        other = [g for g in own if g.name == names[1] and g.report_id == f.report_id and g.period == f.period]
        if other:
            near = min(other, key=lambda g: abs(g.start - f.start))
            return Member(Outcome(slots[0], f)), Member(Outcome(slots[1], near))
    return pair_of(facts, *slots)


def _backwards(query: Query, first: Member, second: Member) -> bool:
    a, b = first.outcome.slot, second.outcome.slot
    same = a.zone == b.zone and a.phrase == b.phrase and a.scopes == b.scopes
    return bool(
        same and a.period and b.period and a.period.key < b.period.key and not re.search("[比较]|是.*倍", query.text)
    )


def _printed_change(drafting: Drafting, query: Query, members: Sequence[Member]) -> bool:
    """比上年多14天, 净增19户: a change that the report prints in the measure asked for, the earlier value being absent."""
    if query.operation is not Operation.DIFFERENCE or len(members) != 2:
        return False
    first, second = members
    later, other = (first, second) if not first.how else (second, first)
    figure = later.figure
    if figure is None or later.how or not (other.how or other.figure is None):
        return False
    earlier = other.outcome.slot.period
    if (
        figure.growth is None
        or figure.growth_unit == "%"
        or figure.period is None
        or earlier != figure.period.shifted(-1)
        or (other.figure is not None and other.figure.id != figure.id)
    ):
        return False
    if query.unit and dimension(query.unit) not in ("", dimension(figure.growth_unit)) and figure.growth_unit not in ("个百分点",):
        return False
    drafting.say(f"{growth(figure)}（{describe(figure)}{amount(figure)}）。", drafting.cite(figure))
    return True


_QUICKER = re.compile("加快|放[缓慢]|慢下来|提速|减速|变快|变慢|快了|慢了")


def _one_growth(drafting: Drafting, query: Query, members: Sequence[Member]) -> bool:
    """增速比上年快了还是慢了, where one year's growth alone is printed: that one, and which is missing."""
    if not THAN_YEAR_BEFORE.search(query.text):
        return False
    grown = [(m, resolve(drafting.facts, replace(m.outcome.slot, aspect=Aspect.GROWTH, unit="")).figure) for m in members]
    found = [f for _, f in grown if f is not None and f.growth is not None]
    other = [m.outcome.slot.period for m, f in grown if f is None or f.growth is None]
    if len(found) != 1 or not other or other[0] is None:
        return False
    led = growth_before(drafting.facts, replace(members[0].outcome.slot, period=other[0], aspect=Aspect.GROWTH, unit=""))
    if led is not None and len(led.parts) == 2:
        later, step = led.parts
        drafting.say(f"{growth(step)}（{describe(later)}{growth(later)}）。", drafting.cite(step, later))
        return True
    drafting.say(f"{growth(found[0])}（{describe(found[0])}）。", drafting.cite(found[0]))
    drafting.say(f"报告没有写{other[0].label}的增速，比不出快慢。")
    return True


def _compare_growth(drafting: Drafting, query: Query, members: Sequence[Member]) -> bool:
    """Which grew faster, and by how many percentage points."""
    facts = drafting.facts
    found: list[Figure] = []
    for one in members:
        figure = one.figure if not one.how else None
        if figure is None or figure.growth is None:
            figure = resolve(facts, replace(one.outcome.slot, aspect=Aspect.GROWTH, unit="")).figure
        if figure is None or figure.growth is None or figure.growth_unit != "%":
            return False
        found.append(figure)
    if found[0].id == found[1].id:
        return False
    fast, slow = sorted(found, key=lambda f: f.growth or Decimal(0), reverse=True)
    gap = computing.difference(fast.growth or Decimal(0), slow.growth or Decimal(0), "个百分点")
    if found[0].name == found[1].name and found[0].zone == found[1].zone and found[0].scope == found[1].scope:
        word = "高" if found[0] is fast else "低"
        if _QUICKER.search(query.text) and found[0].period != found[1].period:
            later = max(found, key=lambda f: f.period.key if f.period else "")
            word = "加快" if later is fast else "放慢"
        drafting.say(
            f"{word}{gap.text}（{describe(found[0])}{growth(found[0])}，{describe(found[1])}{growth(found[1])}；{gap.formula}）。",
            drafting.cite(*found),
            gap.formula,
        )
        return True
    drafting.say(
        f"{describe(fast)}更快，相差{gap.text}（{growth(fast)}，{describe(slow)}{growth(slow)}；{gap.formula}）。",
        drafting.cite(fast, slow),
        gap.formula,
    )
    return True
