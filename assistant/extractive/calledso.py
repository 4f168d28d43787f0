"""The figure that a phrase calls by its very name, or by the name that reports put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.extractive.wholes import OUTPUT_OF_ALL
from assistant.names import fold
from index.glossary import normalise
from index.records import Figure, FigureKind

__all__ = ["called_so"]

_OUTPUT = ("产值", "工业产值", "总产值", "工业总产值")  # what a trade's part of OUTPUT_OF_ALL goes by
_OF_A_WHOLE = re.compile("(?<=..)(?:相当于|占)(?=..)")


def called_so(figures: Iterable[Figure], phrase: str) -> Figure | None:
    """The one figure called so; None where several numbers are, or none.

    Of a trade 规上工业总产值 is told as 产值, where that of all is told so; 基础设施投资 is 基础设施完成投资.
    """
    told, asked = [f for f in figures if f.value is not None], fold(phrase)
    wholes = {(f.name, f.report_id, f.period) for f in told if not f.scope and f.name in OUTPUT_OF_ALL}

    def named(figure: Figure) -> bool:
        scope = fold(figure.scope)
        if fold(figure.scope + figure.indicator) == asked:
            return figure.kind is FigureKind.VALUE or (figure.kind is FigureKind.SHARE and _OF_A_WHOLE.search(asked) is not None)
        if figure.kind is not FigureKind.VALUE or len(scope) < 2 or not asked.startswith(scope):
            return False
        measure = asked.removeprefix(scope)
        if measure == "投资":
            return figure.indicator == "完成投资"
        return figure.indicator in _OUTPUT and (normalise(measure), figure.report_id, figure.period) in wholes

    found = [f for f in told if named(f)]
    return found[0] if len({(f.value, f.unit, f.period) for f in found}) == 1 else None
