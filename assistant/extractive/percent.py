"""A growth that is printed as an amount, in per cent: 从业人员6.3万人，比上年末增加七千人 → 12.5%."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import changed
from index.numerals import convert
from index.records import Figure

__all__ = ["asks_per_cent", "say_in_per_cent"]

_PER_CENT = re.compile("百分之|[%％]|几成|百分比")


def asks_per_cent(text: str) -> bool:
    """增长百分之几."""
    return bool(_PER_CENT.search(text))


def say_in_per_cent(drafting: Drafting, figure: Figure, cited: tuple[int, ...]) -> None:
    """Nothing is said of a growth that is in per cent as it is printed."""
    if figure.growth is None or figure.value is None or figure.growth_unit in ("%", "％", "个百分点", ""):
        return
    grown = figure.growth if figure.growth_unit == figure.unit else convert(figure.growth, figure.growth_unit, figure.unit)
    if grown is None or figure.value <= grown:
        return
    rate = computing.growth_between(figure.value, figure.value - grown)
    drafting.say(f"{changed(rate)}（{rate.formula}）。", cited, rate.formula)
