"""The projects of a table that have come to a stage, or have not yet, by what their rows say of it: 2018年10月（已投产）, 预计2020年6月投产."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.cells import cite_row, name_cell
from assistant.extractive.drafting import Drafting
from assistant.facts import Facts
from assistant.records import Draft
from assistant.staged import KINDS, Staged
from index.records import Cell, Period, Table

__all__ = ["say_staged"]

_AHEAD = re.compile("预计|计划|预期|拟|力争|争取|将|延[至到期]|推迟|改[到为至]|顺延|尚?未|没有?|待|原定|前期")
_DONE, _AT = re.compile("已|完成|实际"), re.compile(r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?")
_HEAD = re.compile("进展|进度|状态|情况|形象|节点|备注|时间|日期")
_NOTHING = re.compile(r"[-—–－/、\s]*|\d[\d.,]*%?")
_SUM = re.compile("合计|总计|小计|共计")
LEAST = 2  # rows that say how far they are


def say_staged(facts: Facts, asked: Staged, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """Of each zone and period; None where no table of its reports tells of the stage, or no row is as asked."""
    drafting = Drafting(facts)
    for zone, period in cells:
        for report_id in reversed(facts.reports_of([zone], [period])):
            report = facts.report(report_id)
            told = [row for table in report.tables for row in _rows(table, asked, period)]
            found = [(name, cell) for name, cell, reached in told if reached == asked.reached]
            if len(told) < LEAST or not found:
                continue
            drafting.note("表格", f"{zone} {period.label} {len(told)} 行")
            what = "已" if asked.reached else "还没有"
            events = "、".join(k.split("|")[0] for k in asked.kinds)
            drafting.say(f"{facts.short(zone)}{period.label}的项目表里，{what}{events}的有{len(found)}个：")
            for name, cell in found:
                drafting.say(f"{name.text.strip()}（{cell.text.strip()}）；", (cite_row(drafting, report, cell),))
            break
    return drafting.draft() if drafting.statements else None


def _rows(table: Table, asked: Staged, period: Period) -> Iterator[tuple[Cell, Cell, bool | None]]:
    """Each row that says whether it has come to the stage: its name, what it says, and whether it has; None where another year brought it."""
    if not table.heads:
        return
    heads, kind = [c.text for c in table.grid[table.heads - 1]], re.compile("|".join(asked.kinds))
    every = re.compile("|".join(KINDS))
    rows = [r for r in table.grid[table.heads :] if len(r) == len(heads)]
    column = next((i for i, h in enumerate(heads) if kind.search(h) and not re.search("产值|投资|率", h)), None)
    if column is None:
        column = next((i for i, h in enumerate(heads) if _HEAD.search(h) and any(kind.search(r[i].text) for r in rows)), None)
    if column is None:
        return
    headed = kind.search(heads[column]) is not None
    for row in rows:
        name, cell = name_cell(row), row[column]
        said = cell.text.strip()
        if name is None or name is cell or _SUM.search(name.text) or _NOTHING.fullmatch(said):
            continue
        own = every.search(said)
        about = kind.search(said) is not None or (headed and own is None)
        if not about and headed and own is not None and not _AHEAD.search(said):
            yield name, cell, None  # 通水 in a column of 投产: neither
            continue
        at = _AT.search(said)
        dated = _past(said, period) if at is not None else own is not None
        reached = about and not _AHEAD.search(said) and (_DONE.search(said) is not None or dated)
        other = reached and not asked.ever and at is not None and int(at["year"]) != period.last_year
        yield name, cell, None if other else reached


def _past(said: str, period: Period) -> bool:
    at = _AT.search(said)
    return at is not None and (int(at["year"]), int(at["month"] or 1)) <= (period.last_year, period.last_month)
