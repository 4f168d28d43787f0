"""哪个片区单位面积产值最高, 各片区户均产值: one column of a table divided by another, row by row, where no report prints the quotient."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.extremes import A_PLACE
from assistant.extractive.groups import Group, called, group_asked
from assistant.extractive.parts import NO_PART
from assistant.extractive.wording import amount
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from index.numerals import convert
from index.records import Figure, FigureKind, Status

__all__ = ["answer_row_quotients"]

_EACH = (
    "(?P<area>单位(?:土地|用地|建成区)?面积|地均|(?:平均)?每一?平方公里)|(?P<mu>亩均|(?:平均)?每一?亩(?:地)?)"
    "|(?P<firm>[户企]均|(?:平均)?每一?[户家](?:企业)?)|(?P<man>[人劳]均|(?:平均)?每一?人)"
)
_ASKED = re.compile(f"(?:{_EACH})的?(?:工业)?(?P<what>总?产值|产出|增加值|营业(?:总)?收入|营收|税收|利润(?:总额)?|固定资产投资|投资|进出口(?:总额)?)")
_COLUMNS = {"产出": ("产值",), "营收": ("营业收入", "营业总收入"), "营业收入": ("营业收入", "营业总收入")}
#: By what is divided: the units of its column, the unit that is said, and what its name holds.
_BY = {
    "area": (("平方公里", "亩", "公顷"), "平方公里", re.compile("面积|用地")),
    "mu": (("亩", "公顷", "平方公里"), "亩", re.compile("面积|用地")),
    "firm": (("户", "家", "个"), "户", re.compile("企业")),
    "man": (("人", "万人", "名"), "人", re.compile("从业|职工|用工|员工|人口|就业")),
}
_BUILT = re.compile("建成|开发|已供|在用")  # of several areas, the one that is made use of
_SIZED = re.compile("规上|规模以上|^工业")  # of several counts of firms, those whose output is told
_SOME_FIRMS = re.compile("高新|科技|新增|新升|龙头|上市|外资|亿元|专精")
_WORKED = (Operation.EXTREME, Operation.RANKING, Operation.PARTS, Operation.TREND)


@dataclass(frozen=True, slots=True)
class _Row:
    part: Figure
    by: Figure
    result: Computed


def answer_row_quotients(drafting: Drafting, query: Query) -> bool | None:
    """None, with nothing said, where no quotient of places or trades is asked for, or where one is printed of them; False where none follows."""
    asked, group = _ASKED.search(query.text), group_asked(query)
    ours = group is not None and (A_PLACE.search(group.noun) is not None or group.noun in ("产业", "行业", "板块"))
    if asked is None or group is None or not ours or query.operation not in _WORKED or len(query.zones) > 1:
        return None
    facts, by = drafting.facts, next(name for name in _BY if asked[name])
    zones = query.zones or facts.zones.zones
    told = {zone: _newest(facts, zone, query) for zone in zones}
    if any(_printed(figures, asked) for figures in told.values()):
        return None
    answered = False
    for figures in told.values():
        rows = _rows(facts, group, figures, _COLUMNS.get(asked["what"], (asked["what"],)), by, query.text)
        if len(rows) > 1:
            _say(drafting, query, rows, asked.group().replace("的", ""), several=len(zones) > 1)
            answered = True
    if not answered and query.zones:
        drafting.say(f"{REFUSAL}各{group.noun}的{asked.group()}，也没有逐个列出可以相除的两列数。")
    return answered or (False if query.zones else None)


def _newest(facts: Facts, zone: str, query: Query) -> Sequence[Figure]:
    """What was done in the year asked for, or the newest of which a table tells of parts."""
    told = [f for f in facts.figures([zone], query.periods[:1]) if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.value]
    newest = max((f.period.key for f in told if f.period is not None and f.in_table and f.scope), default="")
    return told if query.periods else [f for f in told if f.period is not None and f.period.key == newest]


def _printed(figures: Sequence[Figure], asked: re.Match[str]) -> bool:
    """Whether parts have a number of their own by that name, whosever they are."""
    each = asked.group()[: asked.start("what") - asked.start()].removesuffix("的")
    return len({f.scope for f in figures if f.scope and each in f.scope + f.indicator}) > 1


def _rows(facts: Facts, group: Group, figures: Sequence[Figure], what: Sequence[str], by: str, text: str) -> list[_Row]:
    """Each row of one table that has both columns, with what the one is divided by the other."""
    columns: dict[tuple[str, str, str], dict[str, Figure]] = defaultdict(dict)
    for f in figures:
        if f.in_table and f.scope and f.scope not in NO_PART and not f.scope.startswith("其他"):
            columns[f.report_id, f.indicator, f.unit].setdefault(f.scope, f)
    tables = [c for c in columns.values() if len(c) > 1 and called(facts, [*c.values()], group.noun)]
    units, unit, name = _BY[by]
    money = [c for c in tables if dimension(_of(c).unit) in ("元", "外币")]
    amounts = [c for c in money if any(bigrams(fold(w)) <= bigrams(fold(_of(c).indicator)) for w in what)]
    counts = [c for c in tables if _of(c).unit in units and name.search(_of(c).indicator)]
    counts = _only([c for c in counts if _of(c).indicator in text] or counts, by, what[0])
    amounts = [c for c in amounts if _of(c).indicator in text] or amounts
    if len(amounts) != 1 or len(counts) != 1:
        return []
    shared = [scope for scope in amounts[0] if scope in counts[0]]
    return _divided([(amounts[0][s], counts[0][s]) for s in shared], unit)


def _of(column: dict[str, Figure]) -> Figure:
    return next(iter(column.values()))


def _only(counts: list[dict[str, Figure]], by: str, what: str) -> list[dict[str, Figure]]:
    """Of several columns of land or of firms, the one that is meant."""
    if len(counts) < 2:
        return counts
    if by == "firm" and re.search("产值|增加值|利润", what):
        return [c for c in counts if _SIZED.search(_of(c).indicator)]
    if by == "firm":
        return [c for c in counts if not (_SIZED.search(_of(c).indicator) or _SOME_FIRMS.search(_of(c).indicator))]
    return [c for c in counts if _BUILT.search(_of(c).indicator)]


def _divided(pairs: Sequence[tuple[Figure, Figure]], unit: str) -> list[_Row]:
    counts = [_count(by, unit) for _, by in pairs]
    small = all(c and part.value and part.unit == "亿元" and part.value < c for (part, _), c in zip(pairs, counts, strict=True))
    rows = []
    for (part, by), count in zip(pairs, counts, strict=True):
        if not count or part.value is None:
            continue
        value, money = (part.value * 10000, "万元") if small else (part.value, part.unit)
        rows.append(_Row(part, by, computing.per(value, count, f"{money}/{unit}")))
    return rows


def _count(by: Figure, unit: str) -> Decimal | None:
    if by.value is None or unit == "户":
        return by.value
    return convert(by.value, by.unit, unit)


def _say(drafting: Drafting, query: Query, rows: Sequence[_Row], what: str, *, several: bool) -> None:
    ordered = sorted(rows, key=lambda row: row.result.value, reverse=query.direction >= 0)
    first = ordered[0].part
    where = f"{drafting.facts.short(first.zone)}{first.period.label if first.period else ''}"
    if query.operation is Operation.EXTREME:
        best = [r for r in ordered if r.result.value == ordered[0].result.value]
        lead = f"{'、'.join(r.part.scope for r in best)}{what}最{'低' if query.direction < 0 else '高'}：{best[0].result.text}。"
        drafting.say(f"{where if several else ''}{lead}", drafting.cite(*(f for r in best for f in (r.part, r.by))), best[0].result.formula)
    rows = ordered if query.operation in (Operation.EXTREME, Operation.RANKING) else rows
    told = "；".join(f"{r.part.scope}{r.result.text}（{amount(r.part)}，{r.by.indicator}{amount(r.by)}；{r.result.formula}）" for r in rows)
    cited = drafting.cite(*(f for r in rows for f in (r.part, r.by)))
    drafting.say(
        f"报告没有印出，按{where}{first.indicator}除以{rows[0].by.indicator}逐个计算：{told}。", cited, "；".join(r.result.formula for r in rows)
    )
