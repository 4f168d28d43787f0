"""Figures that contradict one another → a hint for each.  Hints only: no figure is changed or preferred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from index.numerals import convert
from index.records import Figure, FigureKind, Period, Status

__all__ = ["hints"]

_ROUNDING = Decimal("0.006")  # 22.53 and 22.5 are one number printed twice, 22.53 and 22.9 are not
_GROWTH_APART = Decimal("1.5")  # percentage points; two rounded values give a growth that far from the printed one

_Key = tuple[str, str, str, Period | None, Status]


def hints(figures: Iterable[Figure]) -> Mapping[str, str]:
    """Figure id → what doesn't agree with it, in Chinese.  Only figures of whole zones are compared."""
    groups: dict[_Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.kind is FigureKind.VALUE and figure.value is not None and figure.period and not figure.scope:
            groups[figure.zone, figure.name, figure.scope, figure.period, figure.status].append(figure)
    found: dict[str, str] = {}
    for key, group in groups.items():
        for figure in group:
            other = next((one for one in group if _differ(figure, one)), None)
            if other is not None:
                found[figure.id] = f"另一处写作 {other.value_text}"
        if key[4] is Status.DONE and key[3] is not None:
            before = groups.get((key[0], key[1], key[2], key[3].shifted(-1), Status.DONE), [])
            found |= {f.id: told for f in group if f.id not in found and (told := _growth(f, before))}
    return found


def _differ(one: Figure, other: Figure) -> bool:
    assert one.value is not None
    assert other.value is not None
    same = convert(other.value, other.unit, one.unit)
    return same is not None and abs(same - one.value) > _ROUNDING * max(abs(same), abs(one.value))


def _growth(figure: Figure, before: list[Figure]) -> str:
    if not before or figure.growth is None or figure.growth_unit != "%" or figure.growth_base not in ("", "同比"):
        return ""
    old = convert(before[0].value, before[0].unit, figure.unit) if before[0].value is not None else None
    if not old or figure.value is None:
        return ""
    computed = (figure.value - old) / old * 100
    if abs(computed - figure.growth) <= _GROWTH_APART:
        return ""
    return f"按上年 {before[0].value_text} 计算增速为 {computed:.1f}%，报告写 {figure.growth}%（口径可能不同）"
