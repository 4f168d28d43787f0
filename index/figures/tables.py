"""Tables → drafts.  The words of the heads say what a column holds; what they leave unsaid, the row labels say.

指标 | 单位 | 2017年 | 2018年 | 增长（%） | 年初目标      one indicator a row: columns are periods, growth, goal
片区 | 规上工业总产值（亿元） | 增速（%） | 工业投资（亿元）   one scope a row: columns are indicators
年份 | 财政总收入（亿元）                              one period a row
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.figures.cells import fill, number_in, set_anew_in
from index.figures.columns import (
    EMPTY,
    GOAL_HEAD,
    PLACE,
    WHOLE,
    Column,
    Role,
    head_unit,
    read_columns,
    unit_among,
    unit_of_amounts,
)
from index.figures.draft import Draft
from index.figures.making import without_zone
from index.figures.plan_years import date_columns, summed
from index.figures.rowlabels import (
    GROWING_ROW,
    SO_FAR,
    is_sum,
    label_of,
    labelled_by,
    row_period_of,
    row_says,
    row_shares,
    until,
)
from index.glossary import is_known
from index.periods import parse_period
from index.records import Cell, FigureKind, Period, Report, Section, SectionKind, Status, Table

__all__ = ["read_tables"]


_ACCOUNTED = re.compile("完成|销号|对账|办结|兑现")  # 任务销号汇总表: what came of goals
_SUMMED_UP = re.compile("(?<=项目)(?:合计|总计|小计)$")  # 重点项目合计 is of 重点项目


def read_tables(report: Report, section: Section, table: Table) -> Iterator[Draft]:
    """Drafts of one table, row by row."""
    grid = table.grid
    heads = max(1, min(table.heads, len(grid) - 1))
    if len(grid) < 2 or not grid[0]:
        return
    dated = parse_period(table.caption, year=_year(section, report))
    base = dated or _past(report, section)
    gone_by = dated is not None and section.period is not None and dated.last_year < section.period.first_year
    columns = read_columns(grid, heads, base, table)
    date_columns(columns, table.caption, _past(report, section))
    labels = _labels(columns, grid[heads:])
    areas = {c.index: c.area for c in columns}
    unit_column = next((c.index for c in columns if c.role is Role.UNIT), None)
    by_row = (unit_column is not None and not _heads_measure(columns, grid[heads:], labels)) or _units_in_labels(grid, heads, labels)
    goal_caption = bool(GOAL_HEAD.search(table.caption)) and not _ACCOUNTED.search(table.caption)
    whole: dict[int, Draft] = {}
    in_parts = sum(c.role is Role.VALUE and c.period is not None and not c.period.is_year for c in columns) > 1
    rows: list[Draft] = []  # handed out when the table is read: a row of growths belongs to the values above it
    beside = ""  # the label of the row above, where it is a part
    values: dict[int, Draft] = {}  # of the last row that held any …
    valued = ""  # … and its label
    above: dict[int, Draft] = {}  # what a row of values holds for a row of growths under it
    for row in grid[heads:]:
        if all(cell.text == row[0].text for cell in row):
            continue  # a line across the table: a note, or the title of a block
        label_cells = labelled_by(row, labels)
        label, parent, member = label_of(label_cells)
        label = _SUMMED_UP.sub("", label)
        plain = head_unit(label)[0]
        part = (parent == "" or member) and _names_no_measure(plain) and not any(c.indicator for c in columns if c.role is Role.VALUE)
        goes_on = _stands_beside(beside, plain) or (part and _names_no_measure(beside))
        listed = member or (beside != "" and goes_on)  # 其中：进口, and 出口 in the row below; 其中：白酒, 食品, 建材
        beside = head_unit(label)[0] if listed else ""
        row_period = row_period_of(label, base)
        row_unit = row[unit_column].text.strip() if unit_column is not None else ""
        said = row_says(head_unit(label)[0])
        over_indicators = not by_row and any(c.indicator for c in columns if c.role is Role.VALUE)
        grows = GROWING_ROW.fullmatch(plain) if not over_indicators else None
        of = (grows["of"] or valued) if grows is not None else ""
        if grows is not None and row_period is None and not row_unit.strip("%％—-") and (in_parts or of == valued) and (of or values):
            rows.extend(_growth_row(report, section, row, columns, label_cells, of, values if of == valued else {}, base))
            continue
        made: dict[int, Draft] = {}
        drafts: list[Draft] = []  # handed out when the row is read: growth stands to the right of its value
        for column in columns:
            if column.role in (Role.LABEL, Role.UNIT, Role.SKIP):
                continue
            cell = row[column.index]
            if EMPTY.match(cell.text):
                continue
            indicator, scope, unit = _what(column, label, parent, row_unit, by_row, row_period, table)
            shares = valued and not over_indicators and column.role is Role.VALUE and row_shares(plain)
            if column.growing and by_row:
                indicator += "增速"  # 增速在全市位次
            if shares:
                indicator = valued + plain  # 地区生产总值, and below it 占全区比重
            scope = column.area + (scope and without_zone("", scope, report.zone)[1])
            if said is not None and column.indicator and not by_row:
                indicator, scope = column.indicator, ""
            so_far = row_period is not None and not row_period.is_year and SO_FAR.fullmatch(column.head)
            if so_far and (left := [i for i in made if i < column.index]):
                indicator, scope = made[max(left)].indicator, made[max(left)].scope  # 一季度 | 税收收入 | 累计
            if not indicator and row_period is not None and column.role is Role.GROWTH and made:
                indicator = made[max(made)].indicator  # 年份 | 税收收入 | 增速
            if not indicator or (so_far and indicator == label):
                continue
            anchor = label_cells[-1] if label_cells else None
            span = _span(report.text, anchor, cell)
            draft = Draft(
                indicator=indicator,
                scope=scope + "调整前" if column.former else scope,
                start=span[0],
                end=span[1],
                period=until(row_period) if so_far and row_period else row_period or summed(cell, column.period, label) or column.period or base,
                status=_status(column, section, goal_caption, gone_by=gone_by) if said is None else said.status,
                in_table=True,
                sentence=_line(report.text, cell.start),
            )
            if said is not None and said.role is not Role.VALUE:
                own = replace(column, role=said.role, unit="%" if said.role is Role.GROWTH else column.unit)
                before = {own.index - 1: above[own.index]} if own.index in above else {}
                if not fill(draft, own, cell, unit, before):
                    continue
            elif not fill(draft, column, cell, unit, {i: d for i, d in made.items() if areas[i] == column.area}):
                continue
            draft.kind = FigureKind.SHARE if shares else draft.kind
            if (said is not None or WHOLE.match(label)) and draft.kind is FigureKind.VALUE and draft.status is not Status.TARGET:
                above[column.index] = draft  # the row that 同比增长 below it is of
            if draft.kind is FigureKind.VALUE:
                made[column.index] = draft
                over = whole.get(column.index) if listed else None
                if over is not None and over.unit == draft.unit and (member or (draft.value or 0) <= (over.value or 0)):
                    draft.whole = over
                    if part and (draft.scope, draft.indicator) in (("", plain), (plain, parent)):
                        draft.scope = (over.scope if over.scope == parent else "") + plain
                        draft.indicator = over.indicator  # 综合 | 其中：北片区, of the row above
                elif not member:
                    whole[column.index] = draft
            drafts.append(draft)
            if column.goal and (anew := set_anew_in(draft, cell)) is not None:
                drafts.append(anew)
        rows.extend(drafts)
        if made and said is None:
            values, valued = made, head_unit(label)[0]
    yield from rows


def _growth_row(
    report: Report,
    section: Section,
    row: tuple[Cell, ...],
    columns: list[Column],
    labels: list[Cell],
    of: str,
    values: dict[int, Draft],
    base: Period | None,
) -> list[Draft]:
    """Growths under the values of the row before, or of an indicator that has no row of its own."""
    found: list[Draft] = []
    for column in columns:
        cell = row[column.index]
        number = number_in(cell.text.strip()) if column.role is Role.VALUE and not EMPTY.match(cell.text) else None
        if number is None:
            continue
        unit = "个百分点" if number[3] == "个百分点" else "%"
        told = values.get(column.index)
        if told is not None and told.growth is None and told.kind is FigureKind.VALUE:
            told.growth, told.growth_unit, told.growth_text, told.growth_base = number[0], unit, cell.text.strip(), "同比"
        elif of:
            start, end = _span(report.text, labels[-1] if labels else None, cell)
            status = _status(column, section, False)
            draft = Draft(of, "", start, end, column.period or base, status, FigureKind.GROWTH, in_table=True)
            draft.growth, draft.growth_unit, draft.growth_text, draft.growth_base = number[0], unit, cell.text.strip(), "同比"
            draft.sentence = _line(report.text, cell.start)
            found.append(draft)
    return found


def _year(section: Section, report: Report) -> int | None:
    period = report.period or section.period
    return period.last_year if period else None


def _past(report: Report, section: Section) -> Period | None:
    return section.period or report.period


#: 企业 | 主要产品 | 出口: what a column says of those that the rows are of.
_ATTRIBUTE = re.compile(
    r"(?:主[要营导]|经营|所[属在]|建设)?(?:产品|业务|业态|产业|行业|类型|类别|性质|内容|地点|地址|位置|法人|负责人|投资方|业主|国别|备注)(?:[或及和、].*)?"
    r"|(?:所[属在]|落户|落地|属地|建设|实施|承建|投资|业主|责任|牵头|申报)(?:的)?(?:园区?|片区|区域|组团|板块|镇街?|街道|乡镇|单位|企业|公司|主体|部门)(?:名称)?"
)


def _labels(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]) -> list[int]:
    """The columns that name a row, without those that describe what the first of them names, another in each row.

    A column that says the same of several rows (all of 竹笕园) names none of these.
    """
    labels = [c for c in columns if c.role is Role.LABEL]
    names = [row[labels[0].index].text.strip() for row in rows] if labels else []
    if len(set(names)) < len(names) or not all(names):
        return [c.index for c in labels]

    def describes(column: Column) -> bool:
        said = [text for row in rows if (text := row[column.index].text.strip())]
        return len(set(said)) < len(said) or _ATTRIBUTE.fullmatch(re.sub(r"\s+", "", column.head)) is not None

    return [c.index for n, c in enumerate(labels) if not (n and describes(c))]


def _heads_measure(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], labels: Sequence[int]) -> bool:
    """项目 | 单位 | 总投资 | 完成投资: whether the columns say what is measured, beside a unit, and the rows of what."""
    values = [c.indicator for c in columns if c.role is Role.VALUE]
    named = sum(is_known(head_unit(row[labels[-1]].text)[0]) for row in rows) if labels else len(rows)
    return bool(values) and all(is_known(v) or _MEASURES.search(v) for v in values) and named * 2 < len(rows)


def _units_in_labels(grid: tuple[tuple[Cell, ...], ...], heads: int, labels: list[int]) -> bool:
    if not labels:
        return False
    rows = grid[heads:]
    marked = sum(bool(head_unit(row[labels[-1]].text)[1]) for row in rows)
    return marked * 2 >= len(rows)


#: 税收收入（自然口径）: how it is counted, no part of what it is.
_COUNTED_SO = re.compile(
    r"(?P<what>[^（(）)]{2,}?)[（(](?P<how>[^（(）)]*(?:口径|因素|不含|含|剔除|扣除)[^（(）)]*|(?:[年期]末|年底|(?:[两三四五]年)?累计)(?:实有|总数|数)?|实有数?|总数)[）)]"
)
_COUNTED = re.compile("(?P<unit>[户家个人件项])数$|(?P<noun>企业|公司|商户|项目|从业人员|职工|用工|就业)(?:总?数|人数|数量|总量)$")
_COUNTED_IN = {"企业": "家", "公司": "家", "商户": "户", "项目": "个"}  # all others are persons


def _what(
    column: Column, label: str, parent: str, row_unit: str, by_row: bool, row_period: Period | None, table: Table
) -> tuple[str, str, str]:
    """(indicator, scope, unit) of a cell from its column's head and its row's label."""
    label, label_unit = head_unit(label)
    named = label if by_row or not column.indicator else column.indicator
    whole_unit = unit_among(table.unit or head_unit(table.caption)[1] or unit_of_amounts(table.caption), named)
    unit = ((column.unit if column.owned else "") or row_unit or column.unit or label_unit or whole_unit).replace("元人民币", "元")
    counted = _COUNTED.search(column.indicator)
    if counted and whole_unit.endswith("元") and not (row_unit or column.unit or label_unit):
        unit = counted["unit"] or _COUNTED_IN.get(counted["noun"], "人")
    if column.role in (Role.GROWTH, Role.COMPLETION, Role.SHARE, Role.RANK):
        unit = row_unit or label_unit or whole_unit
    if column.indicator and (not by_row or column.owned):
        whole = is_sum(label)
        scope = _some_of_all(table) if whole else "" if row_period is not None else label
        return (column.whole if whole else column.part if row_period is None else "") or column.indicator, scope, unit
    if row_period is not None:
        return column.indicator, "", unit
    scope = column.indicator if by_row and column.role is Role.VALUE else ""
    if (counted_so := _COUNTED_SO.fullmatch(label)) is not None:
        label, scope = counted_so["what"], scope + counted_so["how"]
    if WHOLE.match(label):
        return parent or label, scope, unit
    if parent and PLACE.search(label) and not PLACE.search(parent):
        return parent, label + scope, unit
    if parent and is_known(parent + label):
        return parent + label, scope, unit  # 第二产业 | 增加值
    if parent and PLACE.search(parent) and is_known(label) and not _SECTOR.fullmatch(parent):
        return label, parent + scope, unit  # 箬港片区 | 规上工业总产值 | 亿元 | 118.6
    if re.fullmatch(r"增速|增幅|同比增长|增长", label):
        return parent, scope, "%"
    return label, scope, unit


_SECTOR = re.compile("第?[一二三]产业?")  # 第二产业 | 建筑业总产值: a kind of rows, nobody who has it


_SOME = re.compile(
    "前(?:[两三四五六七八九十]|\\d{1,3})(?:名|位|强|户|家|大)(?:企业)?|[两三四五六七八九十](?:大|个|条)(?:主导|重点|主要|支柱|优势|特色|新兴)*(?:产业(?:链|集群)?|行业|企业|项目)|(?:主导|支柱|重点|主要)(?:产业|行业|企业|项目|工程)(?:[和及与、][㐀-鿿]{2,8}?项目)?"
)


_OTHERS = re.compile("其[他它余]")


def _some_of_all(table: Table) -> str:
    """三大主导产业 of the table that it heads, whose 合计 is theirs; "" where the rows may be all there are, or 其他 is one of them."""
    match = _SOME.search(table.caption)
    some = match[0] + ("企业" if match[0].startswith("前") and not match[0].endswith("企业") and "企业" in table.caption else "") if match else ""
    return some if not any(_OTHERS.match(cell.text.strip()) for row in table.grid for cell in row[:2]) else ""


_MEASURES = re.compile(
    r"(?:[值量额率数比度税]|收入|投资|资金|[内外]资|[出进]口|面积|企业|项目|人口|人才|人员|专利|支出|[贷存]款|余额|能耗|投入|经费|利润|土地|用地|就业|里程|强度|GDP)(?:[（(].*[）)])?$"
)


def _names_no_measure(label: str) -> bool:
    """Whether a row is called by whose it is alone: 其中：白酒, of the output in the row above."""
    return 2 <= len(label) <= 8 and not is_known(label) and _MEASURES.search(label) is None


_CONTRASTS = ({"进口", "出口"}, {"省外", "境外"}, {"市外", "省外"}, {"内资", "外资"}, {"入境", "出境"}, {"城镇", "农村"})


def _stands_beside(part: str, label: str) -> bool:
    """Whether a row is the other part of what 其中 divides in the row above: 出口 beside 进口, 房地产投资 beside 工业投资."""
    invested = part.endswith("投资") and label.endswith("投资") and not re.search("技术改造|技改|高新技术|民间", label)  # of both
    return invested or any({part[:2], label[:2]} == pair for pair in _CONTRASTS)


_SETTLED = re.compile("^(?:计划|项目)?总投资额?$|^累计完成投资$")
_REACHED = re.compile("完成|实际|实绩|达到|增长|增速|增幅")


def _status(column: Column, section: Section, goal_caption: bool, *, gone_by: bool = False) -> Status:
    """``gone_by``: the table is captioned with a time before that of its part of the report."""
    if column.expected:
        return Status.EXPECTED
    if column.role is Role.VERDICT:
        return Status.DONE
    if column.goal:
        return Status.TARGET
    if _SETTLED.search(column.indicator):
        return Status.DONE  # what a project costs, and what was spent on it so far, is no goal in a plan either
    if goal_caption and section.kind is not SectionKind.PLAN and _REACHED.search(column.head):
        return Status.DONE  # 2014年完成 | 完成计划（%）, under 主要指标计划执行情况
    if section.kind is SectionKind.PLAN or goal_caption:
        past = (gone_by and column.period is None and not goal_caption) or (
            column.period is not None
            and section.period is not None
            and column.period.last_year < section.period.first_year
        )
        return Status.DONE if past else Status.TARGET
    return Status.DONE


def _span(text: str, label: Cell | None, cell: Cell) -> tuple[int, int]:
    if label is not None and label.start < cell.start and "\n" not in text[label.start : cell.start]:
        return label.start, cell.end
    return cell.start, cell.end


def _line(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, end if end >= 0 else len(text)
