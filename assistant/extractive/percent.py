"""A growth that is printed as an amount, in per cent: 从业人员6.3万人，比上年末增加七千人 → 12.5%."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, changed, describe
from index.numerals import convert
from index.records import Figure

__all__ = ["asks_per_cent", "say_in_per_cent"]

_PER_CENT = re.compile("百分之|[%％]|几成|百分比|[换折算]成?的?(?:增速|增幅)")
_DOUBLED = re.compile("翻|番|倍")


def asks_per_cent(text: str) -> bool:
    """增长百分之几."""
    return bool(_PER_CENT.search(text))


def say_in_per_cent(drafting: Drafting, figure: Figure, cited: tuple[int, ...]) -> None:
    """Nothing is said of a growth that is in per cent as it is printed."""
    if figure.value is not None and _DOUBLED.search(figure.growth_text) and figure.period is not None and figure.period.is_year:
        _say_exactly(drafting, figure)
        return
    if figure.growth is None or figure.value is None or figure.growth_unit in ("%", "％", "个百分点", ""):
        return
    grown = figure.growth if figure.growth_unit == figure.unit else convert(figure.growth, figure.growth_unit, figure.unit)
    if grown is None or figure.value <= grown:
        return
    rate = computing.growth_between(figure.value, figure.value - grown)
    drafting.say(f"{changed(rate)}（{rate.formula}）。", cited, rate.formula)


def _say_exactly(drafting: Drafting, figure: Figure) -> None:
    """翻了一番多, in per cent, where the year before is printed as well."""
    if figure.period is None or figure.value is None:
        return
    before = [
        f for f in drafting.facts.figures([figure.zone], [figure.period.shifted(-1)])
        if (f.name, f.scope, f.kind, f.status, f.unit) == (figure.name, figure.scope, figure.kind, figure.status, figure.unit) and f.value
    ]
    if len({f.value for f in before}) != 1 or not before[0].value:
        return
    rate = computing.growth_between(figure.value, before[0].value)
    told = f"{describe(figure)}{amount(figure)}，{describe(before[0])}{amount(before[0])}"
    drafting.say(f"按两年的数计算，{changed(rate)}（{told}；{rate.formula}）。", drafting.cite(figure, before[0]), rate.formula)
