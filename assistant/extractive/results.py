"""Several results of the same operands: which is larger, by how much, how many times, in what order, how much in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.completed import each_its_own, known_name
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.earlier import Member, explain
from assistant.extractive.groups import called, group_asked, members_of
from assistant.extractive.met import answer_completion, answer_met
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import part_named, plainer, readings
from assistant.extractive.pair import operands_of
from assistant.extractive.parts import named_parts, parts_of, siblings
from assistant.extractive.series import cell_members
from assistant.extractive.single import part_said
from assistant.extractive.wording import amount, describe, growth, name_of, unit_asked
from assistant.facts import Facts
from assistant.linking import ADDED, dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.results import AGAINST_SUM, SUM_AGAINST, TOGETHER, Asking, Result
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Status

__all__ = ["answer_results"]

_FASTER = re.compile(
    "[涨增长][长得]*[^，,。]{0,3}[更最]?[快慢]|[快慢](?:了|出)?(?:多少|几)个?(?:百分)?点|增速|增长率|增长幅度|[增涨]幅(?:比|[^，,。]{0,6}(?:谁|哪))"
)
_GOAL = re.compile("目标|任务|计划")
_ITS_GOAL = re.compile("(?:当年|年初|年度|全年|原定|原先|原来|既定|预定)的?(?:目标|任务|计划)|(?<=[比较与和跟])(?:目标|任务|计划)")
_REST = re.compile(
    "(?:其余|其他|其它|余下|剩下|另外)的?(?P<number>[两二三四五六七八九])?[个条项家块大]?[^，,。]{0,4}?(?:加起来|加一?块儿?|之和|合计|总和|加总|加在一起)"
)
_NUMBERS = "零一二三四五六七八九"
_GOAL_SAID = re.compile("(?:的)?(?:年初|全年|年度|当年|原先|原定|原来)*的?(?:目标|任务|计划)(?:数|值)?.*$")


@dataclass(frozen=True, slots=True)
class _Row:
    """One operand: ``who`` it is beside the others, ``told`` as printed."""

    figure: Figure
    who: str
    told: str
    value: Decimal


def answer_results(drafting: Drafting, query: Query) -> bool | None:
    """Each asked result of the operands that the question names; None when they can't all be had, or none are named."""
    if query.asking is None or not query.compared or query.unknown_zones:
        return None
    head, asking, facts = query.compared[0], query.asking, drafting.facts
    if head.status is Status.TARGET and not _GOAL.search(query.text):
        head = replace(head, status=None)
    if _set_against_goal(head):
        return _against_goal(drafting, head, asking)
    if rest := _REST.search(query.text):
        return _against_rest(drafting, head, asking, rest)
    if head.aspect not in (Aspect.VALUE, Aspect.GROWTH) and not head.operands:
        return None
    both = Result.POINTS in asking.wants and bool(asking.wants & {Result.GAP, Result.TIMES, Result.SUM})  # the values and the growth
    if Result.TIMES in asking.wants and Result.GAP in asking.wants and not both and _FASTER.search(query.text):  # 多少倍，增速又快了几个百分点
        both, asking = True, replace(asking, wants=asking.wants - {Result.GAP})
    grown = not both and (Result.POINTS in asking.wants or bool(_FASTER.search(query.text)))
    plain = replace(head, aspect=Aspect.VALUE, operation=Operation.DIFFERENCE, unit="")
    summed = AGAINST_SUM.search(query.text) or SUM_AGAINST.search(query.text)
    members = _all_named(facts, plain) if summed else _members(facts, plain)
    if summed and len(members) < 3:
        return None if len(members) < 2 and not head.operands else _none_to_compare(drafting, members)
    figures = [m.figure for m in members if m.figure is not None]
    if not head.periods and not summed and len(head.zones) > 1 and len({f.period for f in figures}) > 1:  # 两个区外资合计: of one year
        latest = min((facts.newest[z] for z in head.zones if z in facts.newest), key=lambda p: p.key, default=None)
        of_one_year = _members(facts, replace(plain, periods=(latest,))) if latest is not None else []
        same = [m.figure for m in of_one_year if m.figure is not None]
        if len(same) == len(members) and len({f.id for f in same}) == len(same):
            members, figures = of_one_year, same
    if summed and any("、" in f.scope and re.search(TOGETHER, f.scope) for f in figures):
        return _none_to_compare(drafting, members)  # what they all come to is none of them
    if summed and not head.periods and len({f.period for f in figures}) > 1:
        return _none_to_compare(drafting, members)  # no year is said, and each is of another
    if len(members) < 2 or len(figures) < len(members) or len({f.id for f in figures}) < len(figures):
        return None
    if len({f.kind for f in figures}) > 1 or len({dimension(f.unit) for f in figures}) > 1:
        return None
    rows, unit = _rows(facts, figures, grown=grown, wanted=unit_asked(query.text))
    if not rows:
        return None
    if summed:
        rows = _as_named(facts, rows, query.text)
        rows = [rows[-1], *rows[:-1]] if SUM_AGAINST.search(query.text) else rows
        _say_against_sum(drafting, rows, unit, times=Result.TIMES in asking.wants)
        explain(drafting, members)
        return True
    of_values = replace(asking, wants=asking.wants - {Result.POINTS}) if both else asking
    _say(drafting, of_values, rows, unit, grown=grown, about=any(not m.exact for m in members))
    if both:
        faster, points = _rows(facts, figures, grown=True)
        if faster:
            _say_gap(drafting, *_rivals(faster, asking), points, grown=True)
    explain(drafting, members)
    return True


def _as_named(facts: Facts, rows: Sequence[_Row], text: str) -> list[_Row]:
    """In the order of the question: who is named first is set against the sum of the others."""
    def place(row: _Row) -> int:
        figure = row.figure
        names = (figure.scope[:2], facts.short(figure.zone), figure.indicator[:2])
        return next((at for name in names if name and (at := text.find(name)) >= 0), len(text))

    return sorted(rows, key=place)


def _set_against_goal(head: Query) -> bool:
    """比当年目标: the goal of the very year; the goal of another year is an operand of its own."""
    if not _GOAL.search(head.text) or len(head.zones) != 1 or len(head.periods) > 1:
        return False
    if {side.status for side in head.operands} >= {Status.EXPECTED, Status.TARGET}:
        return False  # 全年预计比目标少多少: not what was done by the middle of the year
    if head.operands:
        return bool(_ITS_GOAL.search(head.text))
    return True


def _against_goal(drafting: Drafting, head: Query, asking: Asking) -> bool | None:
    """超了还是欠了、差额多少、完成百分之几: what was achieved beside what was aimed at."""
    if not head.indicators:
        return None
    phrase = _GOAL_SAID.sub("", plainer(head.indicators[0]))
    plain = replace(head, status=None, aspect=Aspect.VALUE, indicators=(phrase,), operands=(), unit="", operation=Operation.ONE)
    met = drafting.fork()
    beyond = Result.PERCENT in asking.wants and Result.RATE not in asking.wants
    if len(phrase) < 2 or not answer_met(met, plain, phrase, in_percent=beyond):
        return None
    drafting.join(met)
    rate = drafting.fork()
    if Result.RATE in asking.wants and answer_completion(rate, plain, phrase):
        drafting.join(rate)
    return True


def _against_rest(drafting: Drafting, head: Query, asking: Asking, said: re.Match[str]) -> bool | None:
    """有色冶金的产值跟其余三条加起来比: one part beside the sum of all the others."""
    facts = drafting.facts
    phrase = next((p for p in head.indicators if find_terms(p)), "")
    bare = re.sub("一[条项块个家大]的?|(?:其余|其他|另外|余下|剩下)$", "", plainer(phrase))
    one = resolve(facts, slot_of(head, bare, aspect=Aspect.VALUE, status=None, unit="")).figure
    if not phrase or one is None or not one.scope or not (head.scopes or part_named(phrase, one)):
        return None
    beside_it = [f for f in siblings(facts, one) if f.id != one.id]
    others = [f for f in beside_it if f.sentence_start == one.sentence_start or (f.in_table and one.in_table)]
    values = computing.common_unit([one, *others])
    number = _NUMBERS.find((said["number"] or "零").replace("两", "二"))
    if values is None or len(others) < 2 or number not in (0, len(others)):
        return None
    rest = computing.total(values[0][1:], values[1])
    more = values[0][0] > rest.value
    drafting.say(f"{describe(one)}{amount(one)}。", drafting.cite(one))
    named = "、".join(f.scope for f in others)
    drafting.say(f"其余{len(others)}个合计{rest.text}（{named}；{rest.formula}）。", drafting.cite(*others), rest.formula)
    gap = computing.difference(values[0][0], rest.value, values[1])
    drafting.say(
        f"{one.scope if more else '其余合计'}更高，{one.scope}比其余合计{'多' if more else '少'}{gap.text}（{gap.formula}）。",
        drafting.cite(one, *others), gap.formula,
    )
    if Result.TIMES in asking.wants:
        times = computing.ratio(values[0][0], rest.value)
        drafting.say(f"是其余合计的{times.text}（{times.formula}）。", drafting.cite(one, *others), times.formula)
    return True


def _all_named(facts: Facts, head: Query) -> list[Member]:
    """Every zone or part that a question names, one of which is set against the sum of the others."""
    if len(head.zones) > 2:
        return _members(facts, replace(head, operands=()))
    phrases = tuple(dict.fromkeys(p for side in head.operands for p in side.indicators)) or head.indicators
    parts = named_parts(facts, replace(head, indicators=tuple(re.sub(f"{TOGETHER}$", "", p) for p in phrases), operands=()))
    return [Member(Outcome(slot_of(head, name_of(part)), part)) for part in parts]


def _none_to_compare(drafting: Drafting, members: Sequence[Member]) -> bool:
    figures = [m.figure for m in members if m.figure is not None]
    told = "：" + "；".join(f"{describe(f)}{amount(f)}" for f in figures) if figures else ""
    drafting.say(f"{REFUSAL}可比的数{told}。", drafting.cite(*figures) if figures else ())
    return False


def _members(facts: Facts, head: Query) -> list[Member]:
    """The operands: zones or years of one indicator, named parts of one zone, or the members of a counted group."""
    zones = list(dict.fromkeys(z for z, _ in head.cells))
    phrases = _indicators(head)
    if each := each_its_own(facts, head):
        return [m for cell, p in zip(head.cells, each, strict=True) for m in cell_members(facts, replace(head, indicators=(p,)), [cell], p)]
    if len(zones) > 1 and phrases:
        return _of_zones(facts, head, phrases[-1])
    if head.operands or re.search("[比较](?:上|前|去)一?年", head.text):
        members = list(operands_of(facts, head) or ())
        return members if _belong(facts, head, members) else []
    if len(head.cells) > 1:
        return cell_members(facts, head, head.cells, phrases[-1]) if len(phrases) == 1 else []
    parts = named_parts(facts, replace(head, indicators=phrases[-1:] if len(head.scopes) > 1 else phrases))
    group = group_asked(head)
    if not parts and group:
        parts = members_of(facts, head, group)
        if not parts:
            _, parts = parts_of(facts, head)
            parts = parts if len(parts) == group.number and called(facts, parts, group.noun) else []
    members = [Member(Outcome(slot_of(head, name_of(part)), part)) for part in parts]
    return members if _belong(facts, head, members) else []


def _indicators(head: Query) -> tuple[str, ...]:
    """The phrases asked of, without those that name no indicator beside one that does (试比较, 三地)."""
    phrases = (*head.indicators, *(p for side in head.operands for p in side.indicators))
    known = tuple(p for p in phrases if find_terms(p))
    if head.topic and not known:
        return (head.topic,)
    several = len(head.cells) > 1 or len(head.scopes) > 1
    return (known or phrases) if several else phrases


def _of_zones(facts: Facts, head: Query, phrase: str) -> list[Member]:
    """The same indicator of each zone; by the known name in the phrase where the rest of it is in no report."""
    members = cell_members(facts, head, head.cells, phrase)
    bare = known_name(facts, phrase)
    if bare and any(m.figure is None for m in members):
        members = cell_members(facts, head, head.cells, bare)
    return [_whole(m, fold(head.text)) for m in members]


_ALL_OF_IT = ("", "累计", "全区", "全部", "期末", "年末")


def _whole(one: Member, asked: str) -> Member:
    """规上工业企业, not those that 退出: a part that the question doesn't name is no operand."""
    if one.figure is None or one.figure.scope in _ALL_OF_IT or bigrams(fold(one.figure.scope)) & bigrams(asked):
        return one
    if ADDED.fullmatch(one.figure.scope) and ADDED.search(asked):  # 新认定 is what 新增 asks for
        return one
    for other, _ in readings(one.outcome):
        if other.figure is not None and other.figure.scope in _ALL_OF_IT and other.figure.name == one.figure.name:
            return Member(other)
    return Member(replace(one.outcome, figure=None, reason="indicator"))


def _belong(facts: Facts, head: Query, members: Sequence[Member]) -> bool:
    """Whether parts are of one indicator, and each is one that the question names: no neighbour stands in for one."""
    figures = [m.figure for m in members if m.figure is not None]
    scopes = [part_said(f) for f in figures]
    if len(set(scopes)) < 2:
        return True
    if not group_asked(head) or head.operands:
        asked = fold(head.text)
        unnamed = [s for s in scopes if s and not bigrams(fold(s)) & bigrams(asked)]
        if unnamed:
            return False
    return len({f.name for f in figures}) == 1 or not all(scopes)


def _rows(facts: Facts, figures: Sequence[Figure], *, grown: bool, wanted: str = "") -> tuple[list[_Row], str]:
    """The operands in one measure, or their growth; empty where one lacks it."""
    names = _names(facts, figures)
    if grown and not all(f.kind is FigureKind.GROWTH or f.unit in ("%", "％") for f in figures):
        with_growth = [_with_growth(facts, f) for f in figures]
        found = [f for f in with_growth if f is not None]
        if len(found) < len(figures) or any(f.growth_unit != "%" for f in found):
            return [], ""
        return [_Row(f, who, growth(f), f.growth or Decimal(0)) for f, who in zip(found, names, strict=True)], "%"
    values = computing.common_unit(figures, wanted)
    if values is None:
        return [], ""
    return [_Row(f, who, amount(f), v) for f, who, v in zip(figures, names, values[0], strict=True)], values[1]


def _with_growth(facts: Facts, figure: Figure) -> Figure | None:
    if figure.growth is not None:
        return figure
    scopes = (figure.scope,) if figure.scope else ()
    slot = slot_of(Query(text="", scopes=scopes), figure.indicator, zone=figure.zone, period=figure.period, aspect=Aspect.GROWTH)
    other = resolve(facts, slot, abroad=False).figure
    fits = other is not None and other.growth is not None and (other.name, other.scope) == (figure.name, figure.scope)
    return other if fits else None


def _names(facts: Facts, figures: Sequence[Figure]) -> list[str]:
    """What tells the operands apart: their zones, their years, their parts, or that one is a goal."""
    goals = {f.status for f in figures} != {Status.DONE} and len({f.status for f in figures}) > 1
    candidates = (
        [facts.short(f.zone) for f in figures],
        [(f.period.label if f.period else "") + ("目标" if goals and f.status is Status.TARGET else "") for f in figures],
        [name_of(f) for f in figures],
    )
    return next((names for names in candidates if len(set(names)) == len(names)), [describe(f, zone=False) for f in figures])


def _rivals(rows: Sequence[_Row], asking: Asking) -> tuple[_Row, _Row]:
    """Of two the first as named against the second; of more the highest against the next, or the lowest."""
    if len(rows) == 2:
        return rows[0], rows[1]
    ordered = sorted(rows, key=lambda r: -r.value)
    return ordered[0], ordered[-1] if asking.ends or Result.WHICH not in asking.wants else ordered[1]


def _say(drafting: Drafting, asking: Asking, rows: Sequence[_Row], unit: str, *, grown: bool, about: bool) -> None:
    wants, ordered = asking.wants, sorted(rows, key=lambda r: -r.value)
    cited = drafting.cite(*(r.figure for r in rows))
    listing = "；".join(f"{describe(r.figure)}{r.told}" for r in (ordered if len(rows) > 2 or Result.WHICH in wants else rows))
    top, last = ordered[0], ordered[-1]
    if len(rows) > 2 and wants & {Result.ORDER, Result.WHICH}:
        drafting.say(f"从高到低：{listing}。{top.who}最高，{last.who}最低。", cited)
    elif top.value != last.value and wants & {Result.ORDER, Result.WHICH}:
        drafting.say(f"{top.who}更{'快' if grown else '高'}：{listing}。", cited)
    else:
        drafting.say(f"{listing}。", cited)
    first, second = _rivals(rows, asking)
    if wants & {Result.WHICH, Result.ORDER} or not {first.figure.id, second.figure.id} <= {r.figure.id for r in rows[:2]}:
        first, second = (first, second) if first.value >= second.value else (second, first)
    if len(rows) == 2 and _of_two_years(*rows):  # 2016年比2015年是多了还是少了
        first, second = sorted(rows, key=lambda r: r.figure.period.key if r.figure.period else "", reverse=True)
    if asking.backwards and len(rows) == 2:
        first, second = rows[1], rows[0]
    approx = "约" if about else ""
    if wants & {Result.GAP, Result.POINTS}:
        _say_gap(drafting, first, second, unit, grown=grown, approx=approx)
    both = drafting.cite(first.figure, second.figure)
    if Result.TIMES in wants and second.value > 0:
        times = computing.ratio(first.value, second.value)
        drafting.say(f"{first.who}是{second.who}的{approx}{times.text}（{times.formula}）。", both, times.formula)
    if Result.PERCENT in wants and second.value > 0 and not grown:
        if first.figure.zone == second.figure.zone and first.figure.period and second.figure.period:
            first, second = (first, second) if first.figure.period.key >= second.figure.period.key else (second, first)
        rate = computing.growth_between(first.value, second.value)
        verb = "增长" if rate.value >= 0 else "下降"
        drafting.say(f"{first.who}比{second.who}{verb}{approx}{rate.text.lstrip('-')}（{rate.formula}）。", both, rate.formula)
    if Result.SUM in wants and not grown and unit not in ("%", "％"):
        total = computing.total([r.value for r in rows], unit)
        drafting.say(f"合计{approx}{total.text}（{total.formula}）。", cited, total.formula)


def _of_two_years(one: _Row, other: _Row) -> bool:
    a, b = one.figure, other.figure
    return (a.zone, a.name, a.scope, a.status) == (b.zone, b.name, b.scope, b.status) and a.period != b.period


def _say_against_sum(drafting: Drafting, rows: Sequence[_Row], unit: str, *, times: bool) -> None:
    first, others = rows[0], rows[1:]
    cited = drafting.cite(*(r.figure for r in rows))
    drafting.say("；".join(f"{describe(r.figure)}{r.told}" for r in rows) + "。", cited)
    total = computing.total([r.value for r in others], unit)
    gap = computing.difference(first.value, total.value, unit)
    more = "多" if first.value > total.value else "少"
    drafting.say(f"{'、'.join(r.who for r in others)}合计{total.text}（{total.formula}）。", cited, total.formula)
    drafting.say(f"{first.who}比它们之和{more}{gap.text}（{gap.formula}）。", cited, gap.formula)
    if times and total.value:
        ratio = computing.ratio(first.value, total.value)
        drafting.say(f"是它们之和的{ratio.text}（{ratio.formula}）。", cited, ratio.formula)


def _say_gap(drafting: Drafting, first: _Row, second: _Row, unit: str, *, grown: bool, approx: str = "") -> None:
    gap = computing.difference(first.value, second.value, unit)
    cited = drafting.cite(first.figure, second.figure)
    if not gap.value:
        drafting.say(f"{first.who}与{second.who}相同。", cited)
        return
    more, less = ("增速高", "增速低") if grown else ("多", "少")
    drafting.say(f"{first.who}比{second.who}{more if gap.value > 0 else less}{approx}{gap.text}（{gap.formula}）。", cited, gap.formula)
