"""Zones × years for one indicator → series of points on one unit, each with the figure it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.glossary import normalise
from index.numerals import convert
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Comparison", "Point", "Series", "compare", "comparable"]

_TOLD = {Status.DONE: 0, Status.EXPECTED: 1, Status.TARGET: 2}


@dataclass(frozen=True, slots=True)
class Point:
    """``value`` is in the comparison's unit; ``figure`` is as printed."""

    period: Period
    value: Decimal
    figure: Figure


@dataclass(frozen=True, slots=True)
class Series:
    """One zone's achieved (or expected, or aimed at) values, by period; a period without one has no point."""

    zone: str
    status: Status
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``periods`` is the whole axis, years between that no report gives included; ``left_out`` have another measure."""

    indicator: str
    measure: str  # 数值 or 增速
    unit: str
    periods: tuple[Period, ...]
    series: tuple[Series, ...]
    left_out: tuple[Figure, ...] = ()

    def at(self, zone: str, period: Period, status: Status) -> Point | None:
        for series in self.series:
            if (series.zone, series.status) == (zone, status):
                return next((point for point in series.points if point.period == period), None)
        return None


def comparable(figures: Iterable[Figure]) -> list[str]:
    """Names worth comparing: those with the most zones and periods first."""
    cells: dict[str, set[tuple[str, Period]]] = {}
    for figure in figures:
        if figure.kind is FigureKind.VALUE and figure.period and not figure.scope and figure.value is not None:
            cells.setdefault(figure.name, set()).add((figure.zone, figure.period))
    return sorted(cells, key=lambda name: (-len(cells[name]), name))


def compare(figures: Iterable[Figure], indicator: str, zones: Sequence[str], *, growth: bool = False,
            own_period: dict[str, Period | None] | None = None) -> Comparison:
    """``own_period`` is report id → the period it looks back on: of several figures for one period, that of the
    report of that period is taken, else the first."""
    name = normalise(indicator)
    fitting = [f for f in figures if f.name == name and f.period and not f.scope and f.zone in zones and _number(f, growth)]
    units = Counter(f.growth_unit if growth else f.unit for f in fitting)
    unit = units.most_common(1)[0][0] if units else ""
    own = own_period or {}
    points: dict[tuple[str, Status], dict[Period, Point]] = {}
    left_out = []
    for figure in sorted(fitting, key=lambda f: (own.get(f.report_id) != f.period, f.in_table, f.start)):
        number = figure.growth if growth else figure.value
        assert number is not None
        assert figure.period is not None
        value = convert(number, figure.growth_unit if growth else figure.unit, unit)
        if value is None:
            left_out.append(figure)
            continue
        points.setdefault((figure.zone, figure.status), {}).setdefault(
            figure.period, Point(figure.period, value, figure))
    series = tuple(Series(zone, status, tuple(found[p] for p in sorted(found)))
                   for (zone, status), found in sorted(points.items(),
                                                       key=lambda item: (zones.index(item[0][0]), _TOLD[item[0][1]])))
    return Comparison(indicator=name, measure="增速" if growth else "数值", unit=unit,
                      periods=_axis(point.period for one in series for point in one.points), series=series,
                      left_out=tuple(left_out))


def _number(figure: Figure, growth: bool) -> bool:
    if growth:
        return figure.growth is not None and figure.kind in (FigureKind.VALUE, FigureKind.GROWTH)
    return figure.kind is FigureKind.VALUE and figure.value is not None


def _axis(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Every period there is, and the whole years between the first and the last: a gap must be seen as one."""
    found = set(periods)
    years = [period.first_year for period in found if period.is_year]
    if years:
        found |= {Period.year(year) for year in range(min(years), max(years) + 1)}
    return tuple(sorted(found, key=lambda p: (p.last_year, p.last_month, -p.first_month)))
