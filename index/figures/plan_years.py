"""Tables that set the end of a plan of several years beside what it began with: which column is of which years.

指标 | 单位 | 2015年基数 | 2020年规划目标 | 2020年实际 | 年均增长（%）     what it grew a year, from the first of them to the last
固定资产投资（五年累计） | 亿元 | 〔412.7〕 | 〔650〕 | 〔683.5〕 | —   〔〕: the sum of the five years that end with the column's
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.figures.columns import Column, Role
from index.periods import parse_period
from index.records import Cell, Period

__all__ = ["date_columns", "summed", "unmarked"]

_PLAN = re.compile("十[一二三四五六]?五")
_BASE = re.compile("基期|基数|基准")
_SUM = re.compile(r"[〔［\[【]\s*(?=[\d.,，+＋-]*\d)[^〕］\]】]*[〕］\]】]")
_SUMMED = re.compile("([两三四五])年累计")


def date_columns(columns: Sequence[Column], caption: str, base: Period | None) -> None:
    """Give the columns that name no year those of the plan: what it began with, what it aims at, what it grew a year."""
    for column in columns:
        said = _SUMMED.search(column.head) if column.role is Role.VALUE and column.period is None else None
        if said is not None and base is not None and base.is_year:
            column.period = _years_to(base, said[1])  # 五年累计完成投资
    plan = next((p for text in (caption, *(c.head for c in columns)) if (p := _plan(text)) is not None), None)
    for column in columns if plan is not None else ():
        if column.role is not Role.VALUE or column.period is not None or plan is None:
            continue
        if _BASE.search(column.head):
            column.period = Period.year(plan.first_year - 1)
        elif column.goal and not re.search("年度|年初|全年", column.head):
            column.period = Period.year(plan.last_year)
        elif "累计" in column.head:
            column.period = plan
    for column in columns:
        if column.average:
            column.period = _plan(column.head) or _named(column.period) or _between(columns) or plan or column.period
            column.goal = column.goal or (base is not None and column.period is not None and column.period.last_year > base.last_year)


def _plan(text: str) -> Period | None:
    plan = _PLAN.search(text)
    return parse_period(plan[0] + "时期") if plan is not None else None


def _named(period: Period | None) -> Period | None:
    return period if period is not None and period.first_year < period.last_year else None


def _between(columns: Sequence[Column]) -> Period | None:
    """The years after the first that is told up to the last one reached, or aimed at where only one is told."""
    dated = [(c.period.last_year, c.goal) for c in columns if c.role is Role.VALUE and c.period is not None and c.period.is_year]
    reached = sorted({year for year, goal in dated if not goal})
    last = max((year for year, _ in dated), default=0) if len(reached) == 1 else max(reached, default=0)
    return Period.years(reached[0] + 1, last) if reached and last > reached[0] + 1 else None


def summed(cell: Cell, period: Period | None, label: str) -> Period | None:
    """The years that a number in 〔〕 is the sum of; None for any other cell."""
    if period is None or not period.is_year or _SUM.fullmatch(cell.text.strip()) is None:
        return None
    said = _SUMMED.search(label)
    return _years_to(period, said[1] if said is not None else "五")


def _years_to(last: Period, count: str) -> Period:
    """So many years that end with the last."""
    return Period.years(last.last_year + 1 - "零一二三四五".index(count.replace("两", "二")), last.last_year)


def unmarked(text: str) -> str:
    """A cell without the brackets that say it is a sum of years."""
    return text.strip("〔〕［］[]【】 ") if _SUM.fullmatch(text) else text
