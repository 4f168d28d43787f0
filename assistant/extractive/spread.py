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

__all__ = ["set_against", "set_against_sum"]

_TIMES = re.compile("(?:多少|几)倍|倍数")
_SUM = re.compile("合计|加起来|加在?一|一共|总共|之和|总和")


def set_against(names: Sequence[str], drafts: Sequence[Draft], asked: str = "") -> Statement | None:
    """One statement on what several drafts, of what is named, have told; None where one tells no number of the same measure."""
    if (found := _numbers(drafts)) is None:
        return None
    numbers, unit = found
    if _SUM.search(asked) and unit not in ("%", "％"):
        summed = computing.total(numbers, unit)
        return Statement(f"合计{summed.text}（{summed.formula}）。", formula=summed.formula)
    if len(numbers) > 2:
        most = max(range(len(numbers)), key=lambda i: numbers[i])
        least = min(range(len(numbers)), key=lambda i: numbers[i])
        return Statement(f"最高的是{names[most]}，最低的是{names[least]}。")
    first, second = numbers
    if first == second:
        return Statement(f"{names[0]}与{names[1]}一样。")
    if _TIMES.search(asked) and second:
        times = computing.ratio(first, second)
        return Statement(f"{names[0]}是{names[1]}的{times.text}（{times.formula}）。", formula=times.formula)
    gap = computing.difference(second, first, unit)
    more = more_or_less(second > first, unit)
    said = f"{computing.plain(abs(gap.value), 1)}{gap.unit}" if unit == "%" else gap.text
    return Statement(f"{names[1]}比{names[0]}{more}{said}（{gap.formula}）。", formula=gap.formula)


def set_against_sum(names: Sequence[str], drafts: Sequence[Draft], asked: str = "") -> Statement | None:
    """The first of several against the sum of the others: 甲比乙、丙之和多多少."""
    if (found := _numbers(drafts)) is None or len(found[0]) < 3:
        return None
    (first, *others), unit = found
    summed = computing.total(others, unit)
    if _TIMES.search(asked) and summed.value:
        times = computing.ratio(first, summed.value)
        how = f"是它们之和的{times.text}（{times.formula}）"
        return Statement(f"{'、'.join(names[1:])}合计{summed.text}（{summed.formula}），{names[0]}{how}。", formula=times.formula)
    gap = computing.difference(first, summed.value, unit)
    how = f"比它们之和{more_or_less(first > summed.value, unit)}{gap.text}（{gap.formula}）" if gap.value else "与它们之和相等"
    return Statement(f"{'、'.join(names[1:])}合计{summed.text}（{summed.formula}），{names[0]}{how}。", formula=gap.formula)


def _numbers(drafts: Sequence[Draft]) -> tuple[list[Decimal], str] | None:
    """What each draft tells, in the unit of the first; None where one tells no number of the same measure."""
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
    return numbers, unit


def _result(draft: Draft) -> tuple[Decimal, str] | None:
    """The number that the first statement begins with, as printed or, with a digit more than is said, as computed."""
    first = next((s for s in draft.statements if REFUSAL not in s.text), None)
    head = re.split("[（(，,。]", first.text if first is not None else "", maxsplit=1)[0]
    found = list(find_quantities(head))
    if first is None or len(found) != 1:
        return None
    worked_out = re.search(r"[=≈] (\d+(?:\.\d+)?)%$", first.formula)
    exact = Decimal(worked_out[1]) if worked_out is not None and found[0].unit == "%" else found[0].value
    return (exact, found[0].unit)
