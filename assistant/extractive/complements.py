"""What is left of a whole that has two parts: imports = total − exports, 非税收入 = 一般公共预算收入 − 税收收入."""

from __future__ import annotations

from dataclasses import replace

from assistant import computing
from assistant.extractive.operand import Slot, resolve
from assistant.extractive.spans import Spanned
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.records import Aspect
from index.glossary import normalise
from index.records import Figure, FigureKind, Status

__all__ = ["complement"]

# Indicator → the whole, and the one other part that it is made of.
_PARTED = {
    "进口总额": ("进出口总额", "出口总额"),
    "出口总额": ("进出口总额", "进口总额"),
    "非税收入": ("一般公共预算收入", "税收收入"),
}


def complement(facts: Facts, slot: Slot) -> Spanned | None:
    """The amount of one part from those of the whole and of the other part; None where they don't belong together."""
    names = _PARTED.get(normalise(slot.phrase))
    if names is None or slot.period is None or slot.scopes or slot.aspect is not Aspect.VALUE or slot.status not in (None, Status.DONE):
        return None
    whole, part = (_own(facts, replace(slot, phrase=name, status=Status.DONE, unit="")) for name in names)
    values = computing.common_unit([whole, part]) if whole and part else None
    if whole is None or part is None or values is None or not _together(whole, part) or values[0][0] <= values[0][1]:
        return None
    left = computing.difference(*values[0], values[1])
    figure = replace(
        whole, indicator=slot.phrase, name=normalise(slot.phrase), value=left.value, unit=left.unit, value_text=left.text,
        qualifier="", growth=None, growth_text="", growth_unit="", growth_base="",
    )
    how = f"由{describe(whole)}{amount(whole)}减{part.indicator}{amount(part)}得出"
    return Spanned(figure, (whole, part), left.formula, how)


def _own(facts: Facts, slot: Slot) -> Figure | None:
    """The figure of exactly that name and of no part of the zone, exact as printed."""
    figure = resolve(facts, slot, abroad=False).figure
    exact = figure is not None and figure.kind is FigureKind.VALUE and not figure.scope and not figure.qualifier
    return figure if exact and figure is not None and figure.name == normalise(slot.phrase) and figure.period == slot.period else None


def _together(whole: Figure, part: Figure) -> bool:
    """Told together: as a part of it, in one sentence, or in one table."""
    same = whole.report_id == part.report_id
    return same and (part.part_of == whole.id or part.sentence_start == whole.sentence_start or (whole.in_table and part.in_table))
