"""Why, in a table: the row that the question names, the column 未完成原因, 偏差说明."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.cells import KNOWN, cite_row, name_cell, named_by
from assistant.extractive.drafting import Drafting
from assistant.names import fold
from assistant.records import Operation, Query
from assistant.terms import find_terms
from index.glossary import normalise
from index.records import Cell, Report

__all__ = ["answer_cause_cell"]

_CAUSES = re.compile("原因|(?:偏差|差异|未完成|情况)说明")
_LEAST_TOLD = 4  # characters of a cell that tells a cause; —, 无, 按期完成 tell none
_NONE_TOLD = re.compile("(?:已?(?:按期|如期|超额|全部|圆满)?完成(?:目标|任务)?|达标|正常|无|略|[-—－/])+")
_AROUND = re.compile("^其中[：:]?|[（(][^（()）]*[)）]|\\s")


def answer_cause_cell(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The cell that says why; False when no table has such a column, or no row of it is named."""
    if query.operation is not Operation.WHY:
        return False
    asked = {normalise(query.text[t.start : t.end]) for t in find_terms(query.text)}
    best: tuple[float, Report, Cell, Cell, str] | None = None
    for report_id in ids:
        report = drafting.facts.report(report_id)
        for table in (t for t in report.tables if t.heads):
            heads = table.grid[table.heads - 1]
            for column in (i for i, head in enumerate(heads) if i and _CAUSES.search(head.text)):
                for row in table.grid[table.heads :]:
                    name = name_cell(row)
                    told = row[column].text.strip() if column < len(row) else ""
                    if name is None or len(told) < _LEAST_TOLD or _NONE_TOLD.fullmatch(told):
                        continue
                    known = normalise(fold(_AROUND.sub("", name.text))) in asked
                    sure = 2.0 if known else named_by(report, row, query)
                    if sure >= KNOWN and (best is None or sure >= best[0]):
                        best = (sure, report, name, row[column], heads[column].text.strip())
    if best is None:
        return False
    _, report, name, cell, head = best
    drafting.note("表格", f"{name.text} × {head} = {cell.text[:40]}")
    number = cite_row(drafting, report, cell)
    drafting.say(f"{cell.text.strip().rstrip('。；')}（{name.text.strip()}，{head}）。", (number,))
    return True
