"""A part of a year that no report gives follows from parts that are given: 四季度 = 全年 − 前三季度, 下半年 = 全年 − 上半年.

Each printed amount leads from one month's end to another's; what is asked is a way between two such ends, along which
amounts are added, or subtracted where it is gone backwards.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.operand import Outcome, Slot, resolve
from assistant.extractive.wording import amount
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.records import Aspect
from index.glossary import normalise
from index.numerals import convert
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Spanned", "adds_up", "quarters_asked", "spanned"]

_LONGEST = 4  # amounts added and subtracted for one: a quarter is the year without the other three; more would only sum up errors
# 入库, 完成: said of an amount without making it another one.
_NO_PART = re.compile("(?:实际|入库|完成|实现|累计|单季|当季|其中|全年|征收|全区|只有?|达到?)*")
_FLOWS = re.compile("吨|标箱|TEU|千瓦时|度|人次|辆|台|件|平方米")
_STATES = re.compile("余额|存量|(?<!固定)资产|保有|库存|负债|市值|年末|期末|在岗|从业")
_ADDED = re.compile("新增|新签|签约|引进|新开工|新建|竣工|投产|注册|申报|授权|受理|办结|实现|完成|出口")
_AVERAGED = re.compile("[亩人户地]均|平均|均价|单价|强度|密度|指数|系数|率$|比重|占比")
# What there is of a kind, counted at a year's end (高新技术企业46家, 孵化器4个), where no verb says that these were added.
_KEPT = re.compile(
    "(?:企业|公司|机构|平台|中心|基地|研究院|工作站|[空车]间|孵化器|加速器|园区?|人口|人员|人才|[户家]数|床位|学校|幼儿园|医院|[线网]|组织|党员|面积|里程"
    "|市场主体|个体户)$"
)
_BROUGHT = re.compile(
    "认定|培育|升规|上规|交付|盘活|供应|出让|关停|整治|清理|拆除|建成|投用|开通|招|引[进入来]|新[增认引批设签开建注登入落投招培]|净?增加?|评上|获[得批评]|举办|培训|发放|帮扶|派|转移"
)
_NUMBERS = {c: i for i, c in enumerate("零一二三四")} | {str(i): i for i in range(1, 5)}
_QUARTERS = re.compile(
    "(?:第)?([一二三四1-4])(?:个?季度)?(?:、|,|，|和|与|及|加|到|至|[—–-])第?([一二三四1-4])(?:两个)?个?季度"
)


@dataclass(frozen=True, slots=True)
class Spanned:
    """``figure`` stands in for what is asked; ``parts`` are the printed amounts it follows from."""

    figure: Figure
    parts: tuple[Figure, ...]
    formula: str
    how: str


def quarters_asked(text: str, year: int) -> Period | None:
    """二、三季度: several quarters in a row, taken together."""
    match = _QUARTERS.search(text)
    if match is None:
        return None
    first, last = _NUMBERS[match[1]], _NUMBERS[match[2]]
    return Period.months(year, 3 * first - 2, 3 * last) if first < last else None


def spanned(facts: Facts, slot: Slot) -> Spanned | None:
    """What an amount was in a part of a year, from the amounts of other parts; None where they don't determine it."""
    period = slot.period
    if period is None or period.is_year or period.first_year != period.last_year or slot.aspect is not Aspect.VALUE:
        return None
    if slot.status not in (None, Status.DONE) or not slot.phrase:
        return None
    for edges in (e for alike in _alike(facts, slot, period.first_year) for e in (*_by_report(facts, alike), alike)):
        way = _way(edges, period.first_month - 1, period.last_month)
        if way is not None and len(way) >= 2:
            return _summed(way, period)
    return None


def _alike(facts: Facts, slot: Slot, year: int) -> list[dict[tuple[int, int], Figure]]:
    """The amounts of every part of the year, those of one name and measure together, the fullest set first."""
    periods = {
        f.period
        for f in facts.figures([slot.zone] if slot.zone else ())
        if f.period and f.period.first_year == f.period.last_year == year
    }
    groups: dict[tuple[str, str, str], dict[tuple[int, int], Figure]] = defaultdict(dict)
    for period in sorted(periods):
        figure = _flow(resolve(facts, replace(slot, period=period, status=Status.DONE, unit=""), abroad=False))
        if figure is None and not period.is_year and _OUTPUT.search(slot.phrase):
            figure = _plain_output(facts, slot, period)
        if figure is not None:
            key = (figure.name, dimension(figure.unit), _NO_PART.sub("", figure.scope))
            groups[key][(period.first_month - 1, period.last_month)] = figure
    return sorted(groups.values(), key=len, reverse=True)


_OUTPUT, _PLAIN = re.compile("工业总?产值$"), "产值"


def _plain_output(facts: Facts, slot: Slot, period: Period) -> Figure | None:
    """上半年累计352.9亿元, told as 产值 alone: what the year has as 规上工业总产值, where it is of no part of the zone."""
    figure = _flow(resolve(facts, replace(slot, phrase=_PLAIN, period=period, status=Status.DONE, unit=""), abroad=False))
    if figure is None or figure.indicator != _PLAIN or _NO_PART.sub("", figure.scope):
        return None
    return replace(figure, name=normalise(slot.phrase), scope="")


def _by_report(facts: Facts, edges: dict[tuple[int, int], Figure]) -> list[dict[tuple[int, int], Figure]]:
    """The same amounts as each one report tells them: what a later one has restated doesn't go with the parts told before."""
    told: dict[str, dict[tuple[int, int], Figure]] = defaultdict(dict)
    for edge, figure in edges.items():
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ()):
            same = (f.name, f.scope, f.unit, f.status, f.kind) == (figure.name, figure.scope, figure.unit, figure.status, figure.kind)
            if same and f.value is not None and (edge not in told[f.report_id] or (told[f.report_id][edge].qualifier and not f.qualifier)):
                told[f.report_id][edge] = f  # 422.6亿元 goes before 突破420亿元 of a headline
    return sorted((e for e in told.values() if len(e) > 1), key=len, reverse=True)


def _flow(outcome: Outcome) -> Figure | None:
    """An amount that adds up over the months; what there is at a time (余额, 从业人员) does not."""
    figure = outcome.figure
    if figure is None or figure.value is None or figure.kind is not FigureKind.VALUE:
        return None
    named = figure.scope + figure.indicator
    if _STATES.search(named) or figure.unit in ("%", "％"):
        return None
    money = dimension(figure.unit) in ("元", "外币")
    return figure if money or _FLOWS.search(figure.unit) or _ADDED.search(named) else None


_LASTS = re.compile("时限|时长|用时|耗时|周期|通关时间|(?:办理|审批|办结)时间")  # how long one takes


def adds_up(figure: Figure) -> bool:
    """Whether the figures of several years come to a sum: 新增46家, 小升规24家, 技改投资; not 累计46家, not 孵化器4个."""
    named = figure.scope + figure.indicator
    if figure.kind is not FigureKind.VALUE or figure.unit in ("%", "％") or "/" in figure.unit or _LASTS.search(named):
        return False
    if re.search("累计|总数|现有|拥有|共有|达到$", named) or _STATES.search(named) or _AVERAGED.search(named):
        return False
    return not _KEPT.search(named) or bool(_BROUGHT.search(named))


def _way(edges: dict[tuple[int, int], Figure], start: int, end: int) -> list[tuple[Figure, int]] | None:
    """The shortest way from one month's end to another's, each amount with the direction it is gone in."""
    ways: list[tuple[int, list[tuple[Figure, int]]]] = [(start, [])]
    seen = {start}
    for _ in range(_LONGEST):
        longer = []
        for at, way in ways:
            for (a, b), figure in edges.items():
                for here, there, sign in ((a, b, 1), (b, a, -1)):
                    if here != at or there in seen:
                        continue
                    if there == end:
                        return [*way, (figure, sign)]
                    longer.append((there, [*way, (figure, sign)]))
        seen |= {at for at, _ in longer}
        ways = longer
    return None


def _summed(way: list[tuple[Figure, int]], period: Period) -> Spanned | None:
    way = sorted(way, key=lambda step: -step[1])  # what is added first
    unit = way[0][0].unit
    values: list[Decimal] = []
    for figure, _ in way:
        value = convert(figure.value or Decimal(0), figure.unit, unit) if figure.unit != unit else figure.value
        if value is None:
            return None
        values.append(value)
    total = sum((v * sign for v, (_, sign) in zip(values, way, strict=True)), Decimal(0))
    if total <= 0:
        return None
    signs = ["", *(" + " if sign > 0 else " − " for _, sign in way[1:])]
    terms = [f"{sign}{computing.plain(value)}" for sign, value in zip(signs, values, strict=True)]
    text = computing.plain(total)
    model = way[0][0]
    figure = replace(
        model, period=period, value=total, unit=unit, value_text=f"{text}{unit}", qualifier="", growth=None, growth_text="",
        growth_unit="", growth_base="",
    )
    parts = tuple(f for f, _ in way)
    how = "由" + "、".join(f"{f.period.label if f.period else ''}{amount(f)}" for f in parts) + "推算"
    return Spanned(figure, parts, "".join(terms) + f" = {text}", how)
