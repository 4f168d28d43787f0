"""The way that a row of figures of several years went, and how far it is from its first to its last."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.restated import restated_in
from assistant.extractive.spans import adds_up
from assistant.extractive.stepped import printed_before
from assistant.extractive.wording import amount, changed, growth
from assistant.going import BACK_TO, GROWTH_SAID
from assistant.records import Aspect, Operation, Query
from index.records import Figure, FigureKind

__all__ = ["say_change", "shape_of"]

POINTS = "个百分点"


def _months(figure: Figure) -> int:
    period = figure.period
    return 12 * (period.last_year - period.first_year) + period.last_month - period.first_month if period else 0


def shape_of(values: Sequence[Decimal], up: str, down: str) -> str:
    """先降后升 of three or more values in a row; "" of fewer."""
    steps = [b - a for a, b in itertools.pairwise(values) if a != b]
    if len(values) < 3 or len(steps) < len(values) - 1:
        return ""
    signs = [s > 0 for s in steps]
    turns = sum(a != b for a, b in itertools.pairwise(signs))
    if not turns:
        return f"逐年{up if signs[0] else down}"
    word = {True: up, False: down}
    return f"先{word[signs[0]]}后{word[signs[-1]]}" if turns == 1 else f"有{up}有{down}"


def say_change(drafting: Drafting, query: Query, found: Sequence[Figure], *, whole: bool) -> None:
    """从2019年到2021年增加1.7亿元, 先降后升; the way only where no year between is missing (``whole``)."""
    if len(found) < 2 or len({f.zone for f in found}) > 1:
        return
    cumulated = _cumulated(found)
    asked = (query.aspect is Aspect.GROWTH and GROWTH_SAID.search(query.text)) or all(f.value is None for f in found)
    if asked and _say_growths(drafting, found, whole=whole and not cumulated):
        return  # of cumulated amounts, too: 上半年降3.7%, 全年降0.9%
    if cumulated:
        return
    first, last = found[0], found[-1]
    if adds_up(first) and _months(first) != _months(last):
        drafting.say(f"{_label(first)}和{_label(last)}长短不同，两个数不能直接相减。")
        return
    values = computing.common_unit([last, first])
    if values is None or not values[0][1]:
        return
    (now, before), unit = values
    if now == before:
        return
    ranks = first.kind is FigureKind.RANK
    points = unit in ("%", "％")
    gap = computing.difference(now, before, POINTS if points else unit)
    word = ("名次下降，后移" if now > before else "名次上升，前移") if ranks else ("增加" if now > before else "减少")
    if points:
        word = "提高" if now > before else "下降"
    along = computing.common_unit(found) if whole else None
    shape = shape_of([-v for v in along[0]] if ranks else along[0], "升", "降") if along else ""
    drafting.say(
        f"{shape + '，' if shape else ''}从{_label(first)}到{_label(last)}{word}{gap.text}（{gap.formula}）。",
        drafting.cite(first, last),
        gap.formula,
    )
    if len(found) == 2 and not ranks:
        _say_comparable(drafting, first, last)
    if along and len(found) > 2 and not ranks and _YEAR_BY_YEAR.search(query.text):
        _say_steps(drafting, found, along)
    back = BACK_TO.search(query.text)
    if back and not ranks and _label(first).rstrip("年") in back["to"]:
        drafting.say(f"{_label(last)}{'没有回到' if now < before else '已超过'}{_label(first)}的水平。", drafting.cite(first, last))
    if not ranks and not points and (query.aspect is Aspect.GROWTH or query.operation is Operation.TREND):
        rate = computing.growth_between(now, before)
        drafting.say(
            f"按两头的数计算，{changed(rate)}（{rate.formula}）。", drafting.cite(first, last), rate.formula
        )
    if query.operation is Operation.TREND and not query.periods:
        _say_start(drafting, first, last)


def _say_comparable(drafting: Drafting, first: Figure, last: Figure) -> None:
    """下一年的报告里2021年是132.4亿元，按这个数增加9.27亿元: where the later report tells the first number otherwise than its own did."""
    facts = drafting.facts
    if first.report_id == last.report_id or first.period is None or last.period is None or first.period.shifted(1) != last.period:
        return
    now = restated_in(facts, first, last.report_id)
    values = computing.common_unit([last, now]) if now is not None else None
    if now is None or values is None:
        return
    (became, was), unit = values
    points = unit in ("%", "％")
    gap = computing.difference(became, was, POINTS if points else unit)
    word = ("提高" if became > was else "下降") if points else ("增加" if became > was else "减少")
    told = f"{_label(last)}的报告里{_label(first)}是{amount(now)}，按这个数{word}{gap.text}（{gap.formula}）。"
    drafting.say(told, drafting.cite(now, last), gap.formula)


def _say_start(drafting: Drafting, first: Figure, last: Figure) -> None:
    """What the first number is printed to have risen or fallen from (由75个压减到50个), and by how much in all."""
    start = printed_before(drafting.facts, first)
    values = computing.common_unit([last, start]) if start is not None else None
    if start is None or values is None or first.kind is not FigureKind.VALUE:
        return
    (now, before), unit = values
    gap = computing.difference(now, before, POINTS if unit in ("%", "％") else unit)
    drafting.say(
        f"{_label(first)}之前是{amount(start)}，一共{'增加' if now > before else '减少'}{gap.text}（{gap.formula}）。",
        drafting.cite(first, last),
        gap.formula,
    )


_YEAR_BY_YEAR = re.compile("每年|逐年|各年|年年|分别(?:增|减|提|下|多|少)|各(?:增|减|提高|下降|多|少)")


def _say_steps(drafting: Drafting, found: Sequence[Figure], along: tuple[list[Decimal], str]) -> None:
    """2020年增加35家，2021年增加42家: from each year to the next."""
    values, unit = along
    steps = [computing.difference(b, a, POINTS if unit in ("%", "％") else unit) for a, b in itertools.pairwise(values)]
    told = [f"{_label(f)}{'增加' if s.value >= 0 else '减少'}{s.text}" for f, s in zip(found[1:], steps, strict=True)]
    formula = "；".join(s.formula for s in steps)
    drafting.say(f"其中{'，'.join(told)}（{formula}）。", drafting.cite(*found), formula)


def _cumulated(found: Sequence[Figure]) -> bool:
    """一季度, 上半年, 前三季度, 全年: each holds the one before, so that they neither grow nor fall."""
    periods = sorted(p for f in found if (p := f.period) is not None)
    return any(
        a.first_year == b.first_year and a.first_month == b.first_month and a.last_month < b.last_month
        for a, b in itertools.pairwise(periods)
        if a.first_year == a.last_year and b.first_year == b.last_year
    )


def _say_growths(drafting: Drafting, found: Sequence[Figure], *, whole: bool) -> bool:
    """增速回落4.9个百分点: of growths in per cent, by points."""
    rates = [f.growth for f in found if f.growth is not None and f.growth_unit == "%"]
    if len(rates) < len(found):
        rates = [f.value for f in found if f.value is not None and f.unit in ("%", "％") and re.search("增[长速幅]", f.name)]
    if len(rates) < len(found):
        return False
    first, last = found[0], found[-1]
    then, now = rates[0], rates[-1]
    gap = computing.difference(now, then, POINTS)
    shape = shape_of(rates, "升", "降") if whole else ""
    yearly = all(f.period is not None and f.period.is_year for f in found)
    shape = {"逐年升": "逐年加快", "逐年降": "逐年放缓"}.get(shape, shape)
    shape = shape if yearly else shape.replace("逐年", "逐步")
    fell = then < 0 and now < 0
    word = ("收窄" if now > then else "扩大") if fell else ("提高" if now > then else "回落")
    way = "持平" if now == then else f"{'降幅' if fell else ''}{word}{gap.text}（{gap.formula}）"
    lead = "" if fell and not shape else "增速" + (f"{shape}，" if shape else "")
    drafting.say(
        f"{lead}从{_label(first)}的{growth(first)}到{_label(last)}的{growth(last)}，{way}。",
        drafting.cite(first, last),
        gap.formula if now != then else "",
    )
    return True


def _label(figure: Figure) -> str:
    return figure.period.label if figure.period else ""
