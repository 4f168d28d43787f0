"""How results told one after the other compare: 哪个高, 是升了还是降了, 多租了多少, by the numbers that their statements begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import REFUSAL
from assistant.extractive.wording import more_or_less
from assistant.linking import dimension
from assistant.records import Draft, Statement
from index.numerals import convert, find_quantities

__all__ = ["set_against"]


def set_against(names: Sequence[str], drafts: Sequence[Draft]) -> Statement | None:
    """One statement on what several drafts, of what is named, have told; None where one tells no number of the same measure."""
    told = [_result(draft) for draft in drafts]
    values: list[tuple[Decimal, str]] = [t for t in told if t is not None]
    if len(values) < 2 or len(values) < len(drafts):
        return None
    unit = values[0][1]
    numbers: list[Decimal] = []
    for value, own in values:
        changed = value if own == unit else convert(value, own, unit) if dimension(own) == dimension(unit) else None
        if changed is None:
            return None
        numbers.append(changed)
    if len(numbers) == 2:
        first, second = numbers
        if first == second:
            return Statement(f"{names[0]}与{names[1]}一样。")
        gap = computing.difference(second, first, unit)
        return Statement(f"{names[1]}比{names[0]}{more_or_less(second > first, unit)}{gap.text}（{gap.formula}）。", formula=gap.formula)
    most = max(range(len(numbers)), key=lambda i: numbers[i])
    least = min(range(len(numbers)), key=lambda i: numbers[i])
    return Statement(f"最高的是{names[most]}，最低的是{names[least]}。")


def _result(draft: Draft) -> tuple[Decimal, str] | None:
    """The number that the first statement begins with, as printed or computed."""
    first = next((s.text for s in draft.statements if REFUSAL not in s.text), "")
    head = re.split("[（(，,。]", first, maxsplit=1)[0]
    found = list(find_quantities(head))
    return (found[0].value, found[0].unit) if len(found) == 1 else None
