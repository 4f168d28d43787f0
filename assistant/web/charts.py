"""A comparison → an SVG of our own: targets dashed, gaps as gaps, a unit on the axis, every point a link that page.js
shows the words of (its ``desc``) on hover and focus.

Colours and fonts are page.css's; the script that saves a picture writes them into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from math import ceil, floor, log10

from assistant.comparing import Comparison, Point, Series
from assistant.extractive.wording import said
from assistant.web.escaping import plain
from assistant.web.language import Language
from assistant.web.rendering import report_link
from assistant.web.views.parts import place_of
from index.records import Figure, Period, Status

__all__ = ["Sentence", "bar_chart", "line_chart"]

_WIDTH, _HEIGHT = 760, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 66, 18, 34, 40
Sentence = Callable[[Figure], str]  # a figure → what the report says there
_COLOURS = 6  # --zq-c0 … in views.css; more zones begin again, told apart by the shape of the point
_TICKS = 5


def line_chart(comparison: Comparison, say: Language, sentence: Sentence, *, id: str) -> str:
    """Achieved values joined by lines, targets by dashed ones, expected ones as hollow points; years without a value
    break the line."""
    scale = _Scale(comparison, zero=False)
    zones = list(dict.fromkeys(series.zone for series in comparison.series))
    body = "".join(_line(series, zones.index(series.zone), comparison.periods, scale, say, sentence)
                   for series in sorted(comparison.series, key=_over))
    return _frame(comparison, scale, zones, body, say, id)


def bar_chart(comparison: Comparison, say: Language, sentence: Sentence, *, id: str) -> str:
    """A group of bars for each period, one for each zone; targets are hollow and dashed."""
    scale = _Scale(comparison, zero=True)
    zones = list(dict.fromkeys(series.zone for series in comparison.series))
    every = [(series, point) for series in comparison.series for point in series.points]
    bars = "".join(_bar(series, point, zones.index(series.zone), len(zones), comparison.periods, scale, say, sentence)
                   for series, point in sorted(every, key=lambda one: _over(one[0])))
    return _frame(comparison, scale, zones, bars, say, id)


def _over(series: Series) -> bool:
    """What was achieved is drawn last, over what was aimed at."""
    return series.status is Status.DONE


class _Scale:
    """Values → heights; the axis begins at 0 unless lines would be squeezed at its top."""

    def __init__(self, comparison: Comparison, *, zero: bool) -> None:
        values = [float(point.value) for series in comparison.series for point in series.points] or [0.0]
        low, high = min(values), max(values)
        if zero or low == high or low < 0.6 * high or low < 0:
            low, high = min(low, 0.0), max(high, 0.0)
        step = _nice((high - low) / _TICKS or abs(high) / _TICKS or 1)
        self.step = step
        self.low, self.high = floor(low / step) * step, ceil(high / step + 1e-9) * step
        if self.low == self.high:
            self.high += step

    def y(self, value: float) -> float:
        return _HEIGHT - _BOTTOM - (value - self.low) / (self.high - self.low) * (_HEIGHT - _TOP - _BOTTOM)

    def ticks(self) -> Iterator[float]:
        for number in range(round((self.high - self.low) / self.step) + 1):
            yield self.low + number * self.step


def _nice(step: float) -> float:
    base = 10 ** floor(log10(step))
    return float(next(factor * base for factor in (1, 2, 2.5, 5, 10) if factor * base >= step - 1e-12))


def _x(periods: Sequence[Period], period: Period) -> float:
    width = (_WIDTH - _LEFT - _RIGHT) / len(periods)
    return _LEFT + width * (periods.index(period) + 0.5)


def _frame(comparison: Comparison, scale: _Scale, zones: Sequence[str], body: str, say: Language, id: str) -> str:
    grid = "".join(f'<path class="zq-rule" d="M{_LEFT} {scale.y(tick):.1f}H{_WIDTH - _RIGHT}"/>'
                   f'<text x="{_LEFT - 8}" y="{scale.y(tick) + 4:.1f}" text-anchor="end">{_shown(tick)}</text>'
                   for tick in scale.ticks())
    every = max(1, ceil(len(comparison.periods) / 9))  # more labels than that run into one another
    labels = "".join(f'<text x="{_x(comparison.periods, p):.1f}" y="{_HEIGHT - _BOTTOM + 20}" '
                     f'text-anchor="middle">{plain(p.label)}</text>'
                     for number, p in enumerate(comparison.periods) if number % every == 0)
    unit = comparison.unit or say("无单位")
    title = f"{comparison.indicator}{'增速' if comparison.measure == '增速' else ''}（{unit}）"
    return (f'<svg id="{id}" class="zq-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" '
            f'aria-label="{plain(title)}">'
            f'<text class="zq-axis" x="8" y="18">{plain(title)}</text>{grid}{labels}{body}</svg>')


def _shown(value: float) -> str:
    return f"{Decimal(repr(round(value, 6))):,f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def _line(series: Series, colour: int, periods: Sequence[Period], scale: _Scale, say: Language,
          sentence: Sentence) -> str:
    paths = []
    run: list[tuple[float, float]] = []
    for period in (*periods, None):
        point = next((p for p in series.points if p.period == period), None)
        whole_year = period is None or period.is_year
        if point is not None and whole_year:
            run.append((_x(periods, point.period), scale.y(float(point.value))))
        elif whole_year:  # a year without a value; parts of a year neither join nor break the line of years
            if len(run) > 1 and series.status is not Status.EXPECTED:
                paths.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run))
            run = []
    kind = {Status.DONE: "done", Status.TARGET: "target", Status.EXPECTED: "expected"}[series.status]
    drawn = "".join(f'<path class="zq-line zq-line-{kind} zq-c{colour % _COLOURS}" d="{path}"/>' for path in paths)
    return drawn + "".join(_dot(series, point, colour, _x(periods, point.period), scale, kind, say, sentence)
                           for point in series.points)


_SHAPES: tuple[Callable[[float, float], str], ...] = (
    lambda x, y: f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>',
    lambda x, y: f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9"/>',
    lambda x, y: f'<path d="M{x:.1f} {y - 6:.1f}l6 10h-12z"/>',
    lambda x, y: f'<path d="M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"/>',
)


def _dot(series: Series, point: Point, colour: int, x: float, scale: _Scale, kind: str, say: Language,
         sentence: Sentence) -> str:
    y = scale.y(float(point.value))
    return _linked(series, point, f"zq-dot zq-dot-{kind} zq-c{colour % _COLOURS}", say, sentence,
                   f'<circle class="zq-reach" cx="{x:.1f}" cy="{y:.1f}" r="10"/>{_SHAPES[colour % len(_SHAPES)](x, y)}')


def _bar(series: Series, point: Point, colour: int, zones: int, periods: Sequence[Period], scale: _Scale,
         say: Language, sentence: Sentence) -> str:
    room = (_WIDTH - _LEFT - _RIGHT) / len(periods) * 0.72
    width = min(room / zones, 46)
    left = _x(periods, point.period) - width * zones / 2 + colour * width
    top, foot = sorted((scale.y(float(point.value)), scale.y(0)))
    kind = {Status.DONE: "done", Status.TARGET: "target", Status.EXPECTED: "expected"}[series.status]
    return _linked(series, point, f"zq-bar-{kind} zq-c{colour % _COLOURS}", say, sentence,
                   f'<rect x="{left + 1:.1f}" y="{top:.1f}" width="{max(width - 2, 2):.1f}" '
                   f'height="{max(foot - top, 1):.1f}"/>')


def _linked(series: Series, point: Point, css: str, say: Language, sentence: Sentence, shape: str) -> str:
    figure = point.figure
    where = f"{series.zone} {point.period.label} · {say(series.status.value)}"
    values = said(figure)
    report, span, marks = place_of(figure)
    told = "\n".join((where, values, " ".join(sentence(figure).split())))
    return (f'<a class="{css}" href="{report_link(report, span, marks)}" aria-label="{plain(f"{where} {values}")}">'
            f"<desc>{plain(told)}</desc>{shape}</a>")
