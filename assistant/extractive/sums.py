"""Numbers → every way of putting one or two of them together, and all of a row: what :mod:`assistant.extractive.worked` chooses from."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.asks import Told
from assistant.extractive.averages import divided
from assistant.linking import dimension
from assistant.names import fold
from index.records import Figure, FigureKind, Status

__all__ = ["DIFFERENCES", "Sum", "Way", "sums_of"]

MOST_OF_ROW = 8  # numbers of one report, period and unit that are added up
PERCENT = ("%", "％")
_HUNDRED = Decimal(100)


class Way(Enum):
    """How a result is worked out."""

    ONE = "直接查一个数"
    DIFFERENCE = "两个数相差多少、谁多谁少"
    TREND = "同一个数两个时期相比，升降多少"
    REST = "总数减去一部分，剩下多少"
    SHARE = "一个数占另一个数的百分之几"
    PER = "一个数除以另一个数，平均每个多少"
    TIMES = "一个数是另一个数的几倍"
    SUM = "几个数相加，合计多少"
    PART = "总数乘以百分比，是多少"
    BACK = "由增速或完成率倒推原来的数"
    MOST = "几个数里哪个最大或最小"


DIFFERENCES = (Way.DIFFERENCE, Way.TREND, Way.REST)


@dataclass(frozen=True, slots=True)
class Sum:
    """``numbers`` put together in one ``way``; ``result`` is what comes of it."""

    way: Way
    numbers: tuple[Told, ...]
    result: Computed


def _value(told: Told) -> tuple[Decimal, str] | None:
    f = told.figure
    if told.grew:
        return (f.growth, f.growth_unit) if f.growth is not None else None
    return (f.value, f.unit) if f.value is not None else None


def sums_of(told: Sequence[Told]) -> Iterator[Sum]:
    """Every way of putting one or two numbers together, and those of a row."""
    for t in told:
        yield from _of_one(t)
    for a, b in itertools.combinations(told, 2):
        if a.figure.id == b.figure.id or _told_twice(a.figure, b.figure):
            continue
        yield from _of_two(a, b)
    rows: dict[tuple[str, str, str, Status], list[Told]] = defaultdict(list)
    for t in told:
        if not t.grew and t.figure.unit not in PERCENT:
            rows[(t.figure.report_id, str(t.figure.period), t.figure.unit, t.figure.status)].append(t)
    for row in rows.values():
        for count in range(3, min(len(row), MOST_OF_ROW) + 1):
            for some in itertools.combinations(row, count) if count == 3 else [tuple(row[:count])]:
                yield from _added(some)


def _told_twice(one: Figure, other: Figure) -> bool:
    """Whether both are the same thing, by all that is known of them."""
    a, b = ((f.zone, fold(f.scope + f.indicator), f.period, f.status) for f in (one, other))
    return a == b


_OF_NO_WHOLE = re.compile("[利税费汇]率|增[速幅长]|强度|负债率|收益率|回报率")  # 100 − 3.85 of 平均利率3.85% is nothing


def _of_one(told: Told) -> Iterator[Sum]:
    f = told.figure
    if told.grew or f.value is None:
        return
    if f.growth is not None and f.growth_text and f.growth > -_HUNDRED:
        if f.growth_unit == "%" and f.unit not in PERCENT:
            yield Sum(Way.BACK, (told,), computing.backcast(f.value, f.growth, f.unit))
            yield Sum(Way.TREND, (told,), computing.risen(f.value, f.growth, f.unit))
        elif f.growth_unit and dimension(f.growth_unit) == dimension(f.unit):
            before = f.value - f.growth
            yield Sum(Way.BACK, (told,), Computed(before, f.unit, f"{computing.plain(before)}{f.unit}", computing.stepped_back(f.value, f.growth)))
    if f.unit in PERCENT and 0 < f.value < _HUNDRED and not _OF_NO_WHOLE.search(f.indicator):
        yield Sum(Way.REST, (told,), computing.difference(_HUNDRED, f.value, "%"))


def _of_two(a: Told, b: Told) -> Iterator[Sum]:
    one, other = _value(a), _value(b)
    if one is None or other is None:
        return
    percent = [unit in (*PERCENT, "个百分点") for _, unit in (one, other)]
    if a.grew or b.grew or all(percent):
        if all(percent) and a.grew == b.grew:
            yield Sum(Way.DIFFERENCE, (a, b), computing.difference(one[0], other[0], "%"))
        yield from (Sum(Way.PART, (p, q), computing.grown(p.figure.value, q.figure.growth, p.figure.unit))
                    for p, q in ((a, b), (b, a)) if _aimed_from(p, q) and p.figure.value and q.figure.growth)
        return
    if any(percent):
        whole, rate = (b, a) if percent[0] else (a, b)
        w, r = whole.figure, rate.figure
        if w.value and r.value and w.kind is not FigureKind.RANK and _of_it(r, w):
            yield Sum(Way.PART, (whole, rate), computing.of_share(w.value, r.value, w.unit))
            yield Sum(Way.BACK, (whole, rate), computing.target_from_rate(w.value, r.value, w.unit))
        return
    if (a.figure.kind is FigureKind.RANK) != (b.figure.kind is FigureKind.RANK):
        return
    alike = dimension(one[1]) == dimension(other[1]) and (a.figure.name == b.figure.name or len({u.lstrip("万亿千百") for _, u in (one, other)}) == 1)
    alike = alike and _for_each(a.figure) == _for_each(b.figure)  # 亩均税收 is no part of 入库税收
    values = computing.common_unit([a.figure, b.figure]) if alike else None
    if values is not None:
        (x, y), unit = values
        yield Sum(Way.DIFFERENCE, (a, b), computing.difference(x, y, unit))
        if a.figure.kind is FigureKind.RANK:
            return
        if (moved := _moved(a, b)) is not None and x > 0 and y > 0:
            yield Sum(Way.TREND, moved, computing.growth_between(*((x, y) if moved[0] is a else (y, x))))
        yield from _added((a, b))
        for (p, q), (u, v) in (((a, b), (x, y)), ((b, a), (y, x))):
            if u > 0 and v > 0:
                yield Sum(Way.SHARE, (p, q), computing.share(u, v))
                if u >= v:
                    yield Sum(Way.TIMES, (p, q), computing.ratio(u, v))
    for p, q in ((a, b), (b, a)):
        other_unit = p.figure.unit != q.figure.unit or values is None
        each = any(_EACH.search(f.scope + f.indicator) for f in (p.figure, q.figure))  # 平均每亩32万元 is shared out already
        if one[0] > 0 and other[0] > 0 and other_unit and not each and dimension(q.figure.unit) not in ("元", "外币", ""):
            yield Sum(Way.PER, (p, q), divided(p.figure, q.figure))


def _same_thing(one: Figure, other: Figure) -> bool:
    return (one.zone, one.name, fold(one.scope)) == (other.zone, other.name, fold(other.scope))


def _aimed_from(done: Told, goal: Told) -> bool:
    """Whether a goal is told as a growth of what was done in the year before: 固定资产投资增长11%."""
    f, aim = done.figure, goal.figure
    alone = goal.grew and not done.grew and aim.growth_unit == "%" and f.unit not in PERCENT
    before = aim.period.shifted(-1) if aim.period else None
    return alone and aim.status is Status.TARGET and f.status is Status.DONE and f.period == before is not None and _same_thing(f, aim)


def _moved(a: Told, b: Told) -> tuple[Told, Told] | None:
    """The later and the earlier of two numbers of one thing, or what was done and its goal; None where neither came from the other."""
    one, other = a.figure, b.figure
    if not _same_thing(one, other) or one.period is None or other.period is None:
        return None
    if one.period == other.period:
        done = [t for t in (a, b) if t.figure.status is Status.DONE]
        return (done[0], b if done[0] is a else a) if len(done) == 1 else None
    if one.period.shifted(other.period.last_year - one.period.last_year) != other.period:
        return None  # half a year and a whole one
    return (a, b) if one.period.key > other.period.key else (b, a)


_EACH = re.compile("每[亩户人家个套平万百元]|[亩户人地]均")


def _for_each(figure: Figure) -> bool:
    """Whether a figure is of each one: 亩均税收, 人均可支配收入, 每户补贴."""
    return re.search("[亩人户地村园企]均|平均|单位面积|每[亩人户家个平万百元]", figure.scope + figure.indicator) is not None


def _of_it(rate: Figure, whole: Figure) -> bool:
    """Whether a rate is told with an amount, or by its name: 税收占一般公共预算收入的85.5%."""
    if rate.kind in (FigureKind.RANK, FigureKind.GAP) or rate.unit not in PERCENT or re.search("贡献|增[速幅长]", rate.indicator):
        return False  # 对全市税收增长的贡献率34% is no share of it
    told = (rate.report_id, rate.sentence_start) == (whole.report_id, whole.sentence_start) or rate.part_of == whole.id
    if rate.kind is FigureKind.COMPLETION and rate.scope:
        told = False  # 总投资22.5亿元，完成投资3.1亿元，为年度计划的62%: of what was invested
    return told or fold(whole.indicator) in fold(rate.scope + rate.indicator)


def _added(told: Sequence[Told]) -> Iterator[Sum]:
    values = computing.common_unit([t.figure for t in told])
    if values is not None and FigureKind.RANK not in {t.figure.kind for t in told}:
        yield Sum(Way.SUM, tuple(told), computing.total(*values))
