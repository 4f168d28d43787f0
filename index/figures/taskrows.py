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
from index.records import Cell, Report, Section, SectionKind, Status, Table

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
    yield from _rest_of_cells(report, section, table, told)
    heads = max(1, min(table.heads, len(table.grid) - 1))
    names = [cell.text.strip() for cell in table.grid[heads - 1]] if table.grid else []
    aims = next((i for i, name in enumerate(names) if _TASK_HEAD.fullmatch(name)), None)
    outcomes = next((i for i, name in enumerate(names) if _TOLD_HEAD.fullmatch(name)), None)
    goals_at = next((i for i, name in enumerate(names) if i and _TASK_HEAD.fullmatch(name) and _SUBJECT_HEAD.fullmatch(names[i - 1])), None)
    if goals_at is not None and outcomes is None and report.period is not None:
        yield from _aimed_at(report, section if section.kind is SectionKind.PLAN else aimed(section, report), table, goals_at, told)
        return
    if aims is None or outcomes is None or report.period is None:
        return
    for row in table.grid[heads:]:
        task, came = row[aims], row[outcomes]
        if len(re.findall(r"[\u3400-\u9fff]", task.text)) < 4 or task == came:
            continue
        if any(row[0].start <= d.start < row[-1].end for d in told):
            continue
        goals = tuple(_cell(report, aimed(section, report), task, (), ""))
        done = section if section.kind is not SectionKind.PLAN else replace(section, kind=SectionKind.REVIEW, period=report.period)
        rest = tuple(_cell(report, done, came, goals, task.text))
        for draft in (*goals, *rest):
            draft.in_table, draft.sentence = True, (row[0].start, row[-1].end)
            yield draft


_SUBJECT_HEAD = re.compile("(?:重点|主要|工作)*(?:事项|项目|任务|工作|指标|内容)(?:名称|内容)?|名称")
_AIMED_AT = re.compile(r"(?P<how>[\u3400-\u9fff]{0,8}?)(?:约|达到?|至|到|在|不少于|不低于)*$")
_WORKS = re.compile(
    "(?:再|新|累计|年内|当年|全面|力争|确保)*(?:建成?|完成|处置|兑付|交付|盘活|供应|引进|培育|改造|新增|新建|整治|认定|实施|发放|消化|出让|收储|签约|开工|修建|拆除)"
)


def _aimed_at(report: Report, section: Section, table: Table, aims: int, told: Sequence[Draft]) -> Iterator[Draft]:
    """事项 | 目标, with no outcome beside it: 闲置土地 | 处置300亩 is 处置闲置土地, X二期 | 总投资58亿元 its 总投资."""
    for row in table.grid[max(1, min(table.heads, len(table.grid) - 1)) :]:
        named, cell = row[aims - 1], row[aims]
        if any(row[0].start <= d.start < row[-1].end for d in told) or named == cell:
            continue
        text, who = report.text[cell.start : cell.end], named.text.strip()
        for quantity in find_quantities(text):
            how = _AIMED_AT.search(re.split("[，,；;、]", text[: quantity.outer_start])[-1])
            if how is None or is_no_figure(text, quantity) or quantity.is_rate or quantity.is_points or not quantity.unit:
                continue
            indicator, scope = (who, how["how"]) if not how["how"] or _WORKS.fullmatch(how["how"]) else (how["how"], who)
            draft = Draft(
                indicator, scope, row[0].start, cell.start + quantity.outer_end, section.period, Status.TARGET,
                value=quantity.value, unit=quantity.unit, value_text=quantity.text, qualifier=quantity.qualifier,
            )  # fmt: skip
            draft.in_table, draft.sentence = True, (row[0].start, row[-1].end)
            yield draft


#: 298.6亿元，同比增长7.4%; 21家，年末累计97家; 45.3亿元，同比下降6.4%；其中出口38.7亿元: a cell that goes on behind its number.
_GOES_ON = re.compile(r"^[约超近逾]?[\d.,，]*\d[^，。；（(\d]{0,6}[，；（(][^，；]*[\u3400-\u9fff]")


_ADDED = re.compile("新(?:增|认定|引进|培育|签约)(?=.{2})")


def _rest_of_cells(report: Report, section: Section, table: Table, told: Sequence[Draft]) -> Iterator[Draft]:
    """What a cell tells behind the number that names its row: the growth, given to that number, and further figures."""
    done = section if section.kind is not SectionKind.PLAN else replace(section, kind=SectionKind.REVIEW, period=report.period)
    for row in table.grid:
        for cell in row[1:]:
            text = report.text[cell.start : cell.end]
            if not _GOES_ON.match(text.strip()):
                continue
            own = next((d for d in told if d.end == cell.end and d.value is not None and d.growth is None and d.status is not Status.TARGET), None)
            if own is None:
                continue
            added = _ADDED.match(own.indicator)  # 新认定高新技术企业 | 21家，年末累计97家
            named = replace(own, indicator=own.indicator[added.end() :], scope=added[0]) if added else own
            for draft in _cell(report, done, cell, (named,), named.indicator):
                if (draft.value, draft.unit) == (own.value, own.unit) and draft.kind is own.kind:
                    own.growth, own.growth_unit = draft.growth, draft.growth_unit
                    own.growth_text, own.growth_base = draft.growth_text, draft.growth_base
                    continue
                if draft.period is None or (own.period is not None and draft.period == done.period):
                    draft.period = own.period
                draft.in_table, draft.sentence = True, own.sentence
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
