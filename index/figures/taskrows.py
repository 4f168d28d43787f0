"""Tables of tasks: 目标任务 | 完成情况, whose cells are sentences (固定资产投资增长11% | 增长9.7%)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.figures.columns import head_unit
from index.figures.draft import Draft
from index.figures.ellipsis import is_thing
from index.figures.prose import read_sentence
from index.figures.tasks import aimed, built_by, given_by, sentences
from index.figures.thresholds import is_no_figure
from index.glossary import is_known
from index.numerals import find_quantities
from index.records import Cell, FigureKind, Report, Section, SectionKind, Status, Table

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
    names = [re.sub(r"\s+", "", cell.text) for cell in table.grid[heads - 1]] if table.grid else []
    rows = table.grid[heads:]
    if report.period is not None:
        yield from _of_things(report, section, names, rows, told)
    aims = next((i for i, name in enumerate(names) if _TASK_HEAD.fullmatch(name)), None)
    outcomes = next((i for i, name in enumerate(names) if _TOLD_HEAD.fullmatch(name)), None)
    goals_at = next((i for i, name in enumerate(names) if i and _TASK_HEAD.fullmatch(name) and _SUBJECT_HEAD.fullmatch(names[i - 1])), None)
    if goals_at is not None and outcomes is None and report.period is not None:
        yield from _aimed_at(report, section if section.kind is SectionKind.PLAN else aimed(section, report), table, goals_at, told)
        return
    if aims is None or outcomes is None or report.period is None:
        return
    named = _beside(names)
    for row in rows:
        task, came = row[aims], row[outcomes]
        if named is not None and _names_a_thing(row[named[0]]):
            continue
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


_AMONG = re.compile("[（(，；](?:其中|含|包括)[^（(，；]*$")
_ADDED = re.compile("新(?:增|认定|引进|培育|签约)(?=.{2})")


def _rest_of_cells(report: Report, section: Section, table: Table, told: Sequence[Draft]) -> Iterator[Draft]:
    """What a cell tells behind the number that names its row: the growth, given to that number, and further figures."""
    done = section if section.kind is not SectionKind.PLAN else replace(section, kind=SectionKind.REVIEW, period=report.period)
    for row in table.grid:
        for cell in row[1:]:
            text = report.text[cell.start : cell.end]
            if not _GOES_ON.match(text.strip()):
                continue
            own = next((d for d in told if d.end == cell.end and d.kind is FigureKind.VALUE and d.growth is None), None)
            if own is None:
                continue
            when = aimed(section, report) if own.status is Status.TARGET else done
            added = _ADDED.match(own.indicator)  # 新认定高新技术企业 | 21家，年末累计97家
            named = replace(own, indicator=own.indicator[added.end() :], scope=added[0]) if added else own
            read = list(_cell(report, when, cell, (named,), named.indicator))
            for draft in (*read, *(d for d in _bare(report, when, cell, own.indicator, read, 1) if d.unit != own.unit)):
                if (draft.value, draft.unit) == (own.value, own.unit) and draft.kind is own.kind:
                    own.growth, own.growth_unit = draft.growth, draft.growth_unit
                    own.growth_text, own.growth_base = draft.growth_text, draft.growth_base
                    continue
                if draft.period is None or (own.period is not None and draft.period == when.period):
                    draft.period = own.period
                among = _AMONG.search(text[: draft.end - cell.start]) if draft.unit == own.unit and not own.scope else None
                if among is not None and len(draft.indicator) <= 4 and not is_known(draft.indicator):  # 16个（含上年顺延3个）
                    draft.scope, draft.indicator, draft.whole = draft.scope + draft.indicator, own.indicator, own
                    draft.period, draft.status = own.period, own.status
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


_THING_HEAD = re.compile("(?:年度|重点|主要|工作|建设|考核)*(?:事项|项目|任务|工作|指标|内容|工程)(?:名称)?|名称")
_CONTENT_HEAD = re.compile("(?:主要|项目|工程)?(?:建设|工程)(?:内容|规模)(?:[及和与](?:内容|规模))?")
_PROGRESS_HEAD = re.compile("(?:工程|建设|项目)?(?:形象)?(?:进度|进展)(?:情况)?")
_WHY_HEAD = re.compile("(?:未|没有?)(?:能|按期)?(?:完成|销号|达标|开工)?(?:的)?(?:主要)?原因(?:说明|分析)?")
_COSTING = re.compile(r"^(?P<who>[^（(]{3,24})[（(](?:[^）)]*\d[^）)]*)[）)]$")
_BEYOND = re.compile(r"[超高低差欠][^，。；\d]{0,6}?[\d.]+个?百分点")  # 超目标0.6个百分点, under 完成率
#: 已投产, 全面建成投用: nothing of what was to be built is left.
_BUILT = re.compile("(?:已|全部|全面|正式|按期|如期)*(?:建成|完工|竣工|投产|投用|投运|通车|运营|验收|交付|使用)+")


def _beside(names: list[str]) -> tuple[int, int] | None:
    """Where the things stand, and where what is aimed at for each: 年度任务 | 年度目标, 任务 | 类型 | 2023年目标."""
    thing = next((i for i, name in enumerate(names) if _THING_HEAD.fullmatch(name)), None)
    if thing is None:
        return None
    goal = next((i for i, name in enumerate(names) if i > thing and _TASK_HEAD.fullmatch(name)), None)
    return (thing, goal) if goal is not None else None


def _names_a_thing(cell: Cell) -> bool:
    """Whether a cell names what the row is of, and states no task itself (固定资产投资增长11%)."""
    return len(cell.text.strip()) <= 32 and not re.search("[。；，]", re.sub("[（(].*", "", cell.text)) and not find_quantities(_named(cell))


def _named(cell: Cell) -> str:
    text = head_unit(re.sub(r"\s+", "", cell.text))[0]
    costing = _COSTING.match(text)
    return costing["who"] if costing is not None else text


def _of_things(report: Report, section: Section, names: list[str], rows: Sequence[tuple[Cell, ...]], told: Sequence[Draft]) -> Iterator[Draft]:
    """What cells of words tell of the thing that names their row: 标准厂房二期 | 建成20万平方米 | 建成21.6万平方米."""
    both = _beside(names)
    things = both[0] if both is not None else next((i for i, name in enumerate(names) if _THING_HEAD.fullmatch(name)), None)
    if things is None:
        return
    done = section if section.kind is not SectionKind.PLAN else replace(section, kind=SectionKind.REVIEW, period=report.period)
    ahead = section if section.kind is SectionKind.PLAN else aimed(section, report)
    progress = next((i for i, name in enumerate(names) if _PROGRESS_HEAD.fullmatch(name)), None)
    for row in rows:
        named, who = row[things], _named(row[things])
        if not _names_a_thing(named) or named == row[-1]:
            continue
        drafts: list[Draft] = []
        if _COSTING.match(named.text.strip()) and is_thing(who):
            drafts += _told_of(report, done, named, named, "")
        for index, name in enumerate(names):
            cell = row[index]
            if index <= things or cell == named or _is_told(told, row, cell):
                continue
            if both is not None and index == both[1]:
                drafts += _told_of(report, ahead, named, cell, who)
            elif (both is not None and (_TOLD_HEAD.fullmatch(name) or _BEYOND.fullmatch(cell.text.strip()))) or index == progress:
                drafts += _told_of(report, done, named, cell, who)
            elif _CONTENT_HEAD.fullmatch(name):
                built = progress is not None and _BUILT.fullmatch(row[progress].text.strip()) is not None
                drafts += _told_of(report, done if built else ahead, named, cell, who)
            elif _WHY_HEAD.fullmatch(name):
                why = _told_of(report, done, named, cell, "")
                drafts += (d for d in why if not d.scope and (d.kind is FigureKind.GROWTH or d.unit.endswith("元")))
        for draft in drafts:
            draft.in_table, draft.sentence = True, (row[0].start, row[-1].end)
        yield from drafts


def _is_told(told: Sequence[Draft], row: tuple[Cell, ...], cell: Cell) -> bool:
    """Whether the table's numbers gave that of a cell; its growth may stand further on."""
    there = (d for d in told if row[0].start <= d.start and cell.end <= d.end <= row[-1].end)
    return any(d.kind in (FigureKind.VALUE, FigureKind.GROWTH) and (d.value_text or d.growth_text) in cell.text for d in there)


def _told_of(report: Report, section: Section, named: Cell, cell: Cell, who: str) -> Iterator[Draft]:
    """The figures of a cell, read as if the thing stood right before it; without one (why a task failed), what has a name of its own."""
    text = report.text[cell.start : cell.end]
    for at, sentence in sentences(text, []):
        begin = cell.start + at - len(who)
        quantities = [q for q in find_quantities(who + sentence) if q.start >= len(who) and not is_no_figure(who + sentence, q)]
        if not quantities:
            continue
        read = read_sentence(report, section, begin, who + sentence, quantities, "", None, None, (), (), "", (), who if is_thing(who) else "")
        for draft in read:
            if draft.start < cell.start + at:
                draft.start = named.start
            if who and draft.indicator.startswith(who) and len(draft.indicator) > len(who) + 1:
                draft.scope, draft.indicator = who + draft.scope, draft.indicator[len(who) :]
            elif who and who not in draft.scope + draft.indicator and not is_known(who):
                draft.scope = who + draft.scope
            if draft.indicator:
                yield draft
        yield from _bare(report, section, cell, who, read, at) if who else ()


_BARE = re.compile(r"(?:^|(?<=[，,、；;]))(?:[共约超近逾]|建成|完成|达到?|实现)*$")


def _bare(report: Report, section: Section, cell: Cell, indicator: str, read: Sequence[Draft], begin: int) -> Iterator[Draft]:
    """9个，|2300户|: a number alone between its commas is of what names the row."""
    text = report.text[cell.start : cell.end]
    for quantity in find_quantities(text):
        told = quantity.outer_start < begin or any(d.end == cell.start + quantity.outer_end for d in read)
        alone = _BARE.search(text[: quantity.outer_start]) and re.match(r"(?:以上|左右)?(?:[，,、；;。]|$)", text[quantity.outer_end :])
        counts = bool(quantity.unit) and not (quantity.is_rate or quantity.is_points or is_no_figure(text, quantity))
        if told or not alone or not counts:
            continue
        yield Draft(
            indicator, "", cell.start, cell.start + quantity.outer_end, section.period,
            Status.TARGET if section.kind is SectionKind.PLAN else Status.DONE,
            value=quantity.value, unit=quantity.unit, value_text=quantity.text, qualifier=quantity.qualifier,
        )  # fmt: skip
