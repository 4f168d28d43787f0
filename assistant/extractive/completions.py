"""Which goal was reached by the greatest share and which by the least: 完成率最高和最低的是哪项, 差几个点; of all, or of those named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.met import is_ceiling, is_of_a_part
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import amount
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Aspect, Query
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_completions", "completion_of", "share_gone_by"]

_RATE = re.compile("完成(?:率|比例|进度|百分比|得|情况|度)|(?:目标|任务)[^，,。？?]{0,4}完成")
_BEST = re.compile("最[高好快大多]|第一|头名")
_WORST = re.compile("最[低差慢小少]|垫底|倒数第一")
_WHICH = re.compile("哪|谁|什么|啥|的(?:指标|目标|任务)[?？。]*$")
_OF_GOALS = re.compile("(?:哪|什么)[几一些]*[个项]?(?:指标|目标|任务)|(?:指标|目标|任务)[^，,。？?]{0,8}(?:哪|谁)|哪[几一些]*项|谁")
_NO_GOALS = re.compile("项目|工程|企业|公司|片区|园区|镇|街道|产业|行业|开发区|高新区|经开区")  # ranked elsewhere
_HALF = re.compile(
    "(?P<not>没有?|未|还没有?|尚未|不)?(?:能|到|达到?|实现)?(?:时间|任务)?(?:过半|过一半|超过?一半|达到?一半)"
    "|(?:(?P<behind>落后于?|低于|慢于|滞后于?|没有?(?:达到?|跟上|到|赶上)|未(?:能)?(?:达到?|跟上|赶上))|超过?|高于|快于|达到?|跟上)(?:序时|时间)进度"
)
#: 完成率低于80%的指标, 哪些指标完成不到一成.
_BOUND = re.compile(
    "完成(?:率|比例|进度|目标|任务|年度目标)?的?(?:在)?(?:(?P<below>低于|不到|不足|没有?(?:到|达到?|超过)|未(?:到|达到?|超过))|高于|超过?|达到?|大于)"
    "(?:百分之)?(?P<limit>\\d{1,3}(?:\\.\\d+)?)[%％]?"
)
_FIFTY = Decimal(50)
LEAST = 2  # rates to compare
IN_A_TABLE = 3  # rates that a column of a table prints: what the report itself judges by


@dataclass(frozen=True, slots=True)
class _Rate:
    """``name`` was reached by ``value`` per cent, printed or worked out by ``formula`` from a result and its goal."""

    name: str
    value: Decimal
    figures: tuple[Figure, ...]
    formula: str = ""

    def told(self) -> str:
        beside = f"（实际{amount(self.figures[0])}，目标{amount(self.figures[1])}；{self.formula}）" if self.formula else ""
        return f"{self.name}{computing.plain(self.value, 1)}%{beside}"


def answer_completions(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where that isn't asked for, or not two rates are told of one zone and year."""
    best, worst = _BEST.search(query.text), _WORST.search(query.text)
    which = _OF_GOALS.search(query.text) or re.search("的(?:指标|目标|任务)", query.text)
    half = _HALF.search(query.text) if which else None  # 哪些指标没有过半
    bound = _BOUND.search(query.text) if which and half is None else None
    asked = half or bound or (_RATE.search(query.text) and _WHICH.search(query.text) and (best or worst))
    if not asked or _NO_GOALS.search(query.bare) or len(query.cells) > 1:
        return False
    facts = drafting.facts
    zones = facts.placed(query)
    periods = query.periods or tuple(p for p in (facts.newest.get(zones[0]),) if p is not None) if zones else ()
    if len(zones) != 1 or not periods:
        return False
    pool = facts.figures(zones, periods)
    printed = [f for f in pool if f.kind is FigureKind.COMPLETION and f.in_table]
    rates = _rates(facts, printed if len(printed) >= IN_A_TABLE else pool, of_a_year=periods[0].is_year)
    if named := _named(facts, query):
        rates = {key: rate for key, rate in rates.items() if key in named}
        if len(rates) < len(named):
            return False
    order = sorted(rates.values(), key=lambda r: -r.value)
    if len(order) < LEAST:
        return False
    if half:
        over, gone = half["not"] is None and half["behind"] is None, share_gone_by(periods[0])
        paced = "进度" in half.group() and gone is not None  # of a first quarter it is 25
        return _say_beyond(drafting, order, gone if paced and gone is not None else _FIFTY, "达到序时进度" if paced else "过半", over=over)
    if bound:
        return _say_beyond(drafting, order, Decimal(bound["limit"]), f"达到{bound['limit']}%", over=bound["below"] is None)
    first, last = order[0], order[-1]
    drafting.note("完成率", "、".join(f"{r.name} {computing.plain(r.value, 1)}%" for r in order))
    ends = [f"完成率最高的是{first.told()}"] * bool(best) + [f"最低的是{last.told()}"] * bool(worst)
    cited = drafting.cite(*first.figures, *last.figures)
    lead = "有完成率的指标里，"
    if best and worst:
        high, low = (Decimal(computing.plain(r.value, 1)) for r in (first, last))
        gap = computing.difference(high, low, "%")
        drafting.say(f"{lead}{'，'.join(ends)}，相差{gap.text}（{gap.formula}）。", cited, gap.formula)
    else:
        one = first if best else last
        drafting.say(f"{lead}{ends[0]}。", drafting.cite(*one.figures), one.formula)
    return True


def _say_beyond(drafting: Drafting, order: list[_Rate], limit: Decimal, how: str, *, over: bool) -> bool:
    """Those that have come so far with their goals, or that haven't."""
    told = [r for r in order if (r.value >= limit) is over]
    which = how if over else f"没有{how}"
    if not told:
        drafting.say(f"有完成率的指标里，没有一项{which}。", drafting.cite(*(f for r in order for f in r.figures)))
        return True
    cited = drafting.cite(*(f for r in told for f in r.figures))
    drafting.say(f"有完成率的指标里，{which}的有{len(told)}项：{'；'.join(r.told() for r in told)}。", cited)
    return True


def _rates(facts: Facts, pool: list[Figure], *, of_a_year: bool) -> dict[str, _Rate]:
    """By the folded name of what had a goal: the printed rate, or the result by the goal; of half a year, how far it has come."""
    out: dict[str, _Rate] = {}
    for rate in pool:
        in_part = of_a_year and is_of_a_part(rate)
        if rate.kind is FigureKind.COMPLETION and rate.unit in ("%", "％") and rate.value and not in_part and not rate.qualifier:
            name = rate.scope or rate.name
            out.setdefault(_key(name), _Rate(name, rate.value, (rate,)))
    done = {_key(f.scope + f.indicator): f for f in reversed(pool) if f.status is Status.DONE and f.kind is FigureKind.VALUE and f.value}
    for goal in pool:
        if goal.status is not Status.TARGET or goal.kind is not FigureKind.VALUE or not goal.value or is_ceiling(facts, goal):
            continue
        key = _key(goal.scope + goal.indicator)
        reached = done.get(key)
        values = computing.common_unit([reached, goal]) if reached is not None and reached.period == goal.period else None
        if reached is None or values is None or key in out or goal.unit in ("%", "％", "位"):
            continue
        share = computing.share(*values[0])
        out[key] = _Rate(goal.scope + goal.indicator, share.value, (reached, goal), share.formula)
    return out


def share_gone_by(period: Period | None) -> Decimal | None:
    """50 of the first half of a year, 25 of its first quarter; None of a whole year, or of what doesn't begin with one."""
    if period is None or period.is_year or period.first_month != 1 or period.first_year != period.last_year:
        return None
    return Decimal(100 * period.last_month) / 12


def completion_of(facts: Facts, query: Query, phrase: str) -> _Rate | None:
    """How much of its goal one indicator has reached, printed or worked out; None where that isn't told."""
    found = resolve(facts, slot_of(query, phrase, aspect=Aspect.VALUE, unit="", status=Status.DONE), abroad=False).figure
    if found is None or found.period is None:
        return None
    return _rates(facts, facts.figures([found.zone], [found.period]), of_a_year=False).get(_key(found.scope + found.indicator))


def _named(facts: Facts, query: Query) -> set[str]:
    """The folded names of the indicators that a question lists; empty where it lists none."""
    phrases = [p for p in query.indicators if len(p) > 1 and not re.search("完成|指标|目标|任务|哪", p)]
    if len(phrases) < 2:
        return set()
    found = [resolve(facts, slot_of(query, p, aspect=Aspect.VALUE, unit="", status=Status.DONE), abroad=False).figure for p in phrases]
    return {_key(f.scope + f.indicator) for f in found if f is not None}


def _key(name: str) -> str:
    return fold(name).replace("的", "")
