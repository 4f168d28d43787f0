"""Tables of tasks: 目标任务 | 完成情况, whose cells are sentences (固定资产投资增长11% | 增长9.7%)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.figures.draft import Draft
from index.figures.prose import read_sentence
from index.figures.tasks import aimed, built_by, given_by, sentences
from index.figures.thresholds import is_no_figure
from index.numerals import find_quantities
from index.records import Cell, Report, Section, SectionKind, Table

__all__ = ["read_task_rows"]

_WHEN = r"(?:[（(][^）)]{1,14}[）)])?"
_TASK_HEAD = re.compile(
    rf"(?:20\d\d年)?(?:年度|全年|年初|工作|主要|重点|目标|具体|考核|履职|公开|我的|个人)*(?:任务|目标|要点|事项|承诺|要求)(?:名称|内容|任务|要求|事项|及目标)?{_WHEN}"
)
_TOLD_HEAD = re.compile(
    rf"(?:目前|当前|任务|工作|目标|截至[^，]{{2,8}})?(?:(?:完成|进展|落实|推进|执行|兑现|履行|践诺|办理)(?:情况|结果)?|交账|实绩){_WHEN}"
)


def read_task_rows(report: Report, section: Section, table: Table, told: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of the rows that state a task in words; ``told`` are those that the table's numbers gave."""
    heads = max(1, min(table.heads, len(table.grid) - 1))
    names = [cell.text.strip() for cell in table.grid[heads - 1]] if table.grid else []
    aims = next((i for i, name in enumerate(names) if _TASK_HEAD.fullmatch(name)), None)
    outcomes = next((i for i, name in enumerate(names) if _TOLD_HEAD.fullmatch(name)), None)
    if aims is None or outcomes is None or report.period is None:
        return
    for row in table.grid[heads:]:
        task, came = row[aims], row[outcomes]
        if len(re.findall(r"[\u4e00-\u9fff]", task.text)) < 4 or task == came:
            continue
        if any(row[0].start <= d.start < row[-1].end for d in told):
            continue
        goals = tuple(_cell(report, aimed(section, report), task, (), ""))
        done = section if section.kind is not SectionKind.PLAN else replace(section, kind=SectionKind.REVIEW, period=report.period)
        rest = tuple(_cell(report, done, came, goals, task.text))
        for draft in (*goals, *rest):
            draft.in_table, draft.sentence = True, (row[0].start, row[-1].end)
            yield draft


def _cell(report: Report, section: Section, cell: Cell, asked: tuple[Draft, ...], task: str) -> Iterator[Draft]:
    text = report.text[cell.start : cell.end]
    lead, built = given_by(task), built_by(task, asked)
    before = asked[-1] if asked else None
    for at, sentence in sentences(text, []):
        quantities = [q for q in find_quantities(sentence) if not is_no_figure(sentence, q)]
        if not quantities:
            continue
        drafts = read_sentence(
            report, section, cell.start + at, sentence, quantities, lead, before, None, asked, asked, text[:at], asked, built
        )
        if drafts:
            asked, before = (), drafts[-1]
        yield from drafts
