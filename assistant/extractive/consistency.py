"""Figures that don't fit together, as 提示: said, never corrected.

Three checks, each allowing for rounding in print: growth against the year before, parts against their whole, and a value
that a later report states anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.extractive.wording import amount, describe, growth, name_of
from index.records import Figure, FigureKind, Status

__all__ = ["Hint", "hints"]

COMPLETE = Decimal("0.85")  # parts that make up less of their whole are a selection, not a sum
OVERLAPPING = Decimal("1.15")  # parts that make up more overlap (工业有效投资 and 技改投资 of 工业投资)


@dataclass(frozen=True, slots=True)
class Hint:
    """``text`` is Chinese and names every number; ``figures`` are those it compares, the one in doubt first."""

    kind: str  # 增速, 合计, 调整
    text: str
    figures: tuple[Figure, ...]


def hints(figures: Iterable[Figure]) -> list[Hint]:
    """Every contradiction among these figures (of any zones and years), in report order."""
    done = [f for f in figures if f.status is Status.DONE and f.kind is FigureKind.VALUE and f.value is not None]
    by_place: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for figure in done:
        if figure.period is not None:
            by_place[(figure.zone, figure.name, figure.scope, figure.period.key)].append(figure)
    found = []
    for figure in done:
        found += _growth(figure, by_place) + _restated(figure, by_place)
    return list({hint.text: hint for hint in (*found, *_sums(done))}.values())


def _growth(figure: Figure, by_place: dict[tuple[str, str, str, str], list[Figure]]) -> list[Hint]:
    if figure.growth is None or figure.growth_unit != "%" or figure.period is None or figure.value is None:
        return []
    if "持平" in figure.growth_text:
        return []  # said of what is nearly so, too
    if figure.growth_base not in ("", "同比", "比上年", "较上年", "比去年", "较去年"):
        return []
    before = by_place.get((figure.zone, figure.name, figure.scope, figure.period.shifted(-1).key), [])
    own = next((f for f in before if f.report_id != figure.report_id), None)
    values = computing.common_unit([figure, own]) if own else None
    if own is None or values is None or not values[0][1]:
        return []
    (now, then), _ = values
    computed = computing.growth_between(now, then)
    if abs(computed.value - figure.growth) <= _slack(now, then, figure.growth):
        return []
    return [
        Hint(
            "增速",
            f"{describe(figure)}印的是{growth(figure)}；按上年报告的{amount(own)}计算是{computed.text}（{computed.formula}）",
            (figure, own),
        )
    ]


def _slack(now: Decimal, then: Decimal, printed: Decimal) -> Decimal:
    """How far rounding alone can move a growth in per cent: half a last digit of each number, and of the growth."""
    half = Decimal("0.5")
    step_now, step_then = half.scaleb(int(now.as_tuple().exponent)), half.scaleb(int(then.as_tuple().exponent))
    return half.scaleb(int(printed.as_tuple().exponent)) + 100 * (step_now / then + now * step_then / (then * then))


def _restated(figure: Figure, by_place: dict[tuple[str, str, str, str], list[Figure]]) -> list[Hint]:
    if figure.period is None:
        return []
    same = by_place[(figure.zone, figure.name, figure.scope, figure.period.key)]
    out = []
    for other in same:
        if other.report_id <= figure.report_id or other.unit != figure.unit or other.value == figure.value:
            continue
        out.append(
            Hint("调整", f"{describe(figure)}在两份报告里不同：{amount(figure)}和{amount(other)}", (figure, other))
        )
    return out


def _sums(done: Sequence[Figure]) -> list[Hint]:
    wholes = {f.id: f for f in done}
    chains: dict[str, list[Figure]] = defaultdict(list)
    for figure in done:
        if figure.part_of in wholes:
            chains[figure.part_of].append(figure)
    out = []
    for whole_id, parts in chains.items():
        whole = wholes[whole_id]
        distinct = list({(p.name, p.scope): p for p in parts}.values())
        values = computing.common_unit([whole, *distinct]) if len(distinct) >= 2 else None
        if values is None:
            continue
        (total, *members), unit = values
        gap = sum(members, Decimal(0)) - total
        slack = sum((Decimal("0.5").scaleb(int(v.as_tuple().exponent)) for v in (total, *members)), Decimal(0))
        if total <= 0 or abs(gap) <= slack or not COMPLETE * total <= sum(members, Decimal(0)) <= OVERLAPPING * total:
            continue
        formula = " + ".join(map(computing.plain, members))
        out.append(
            Hint(
                "合计",
                f"{describe(whole)}{amount(whole)}，其中{'、'.join(name_of(p) for p in distinct)}之和是"
                f"{computing.plain(sum(members, Decimal(0)))}{unit}（{formula}），相差{computing.plain(abs(gap))}{unit}",
                (whole, *distinct),
            )
        )
    return out
