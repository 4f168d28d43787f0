"""Tables → drafts.  The words of the heads say what a column holds; what they leave unsaid, the row labels say.

指标 | 单位 | 2017年 | 2018年 | 增长（%） | 年初目标      one indicator a row: columns are periods, growth, goal
片区 | 规上工业总产值（亿元） | 增速（%） | 工业投资（亿元）   one scope a row: columns are indicators
年份 | 财政总收入（亿元）                              one period a row
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from index.figures.draft import Draft
from index.numerals import base_unit, find_quantities, parse_number
from index.periods import TIME_WORDS, parse_period
from index.records import Cell, FigureKind, Period, Report, Section, Status, Table
from index.units import CLASSIFIERS, MEASURES, RATES

__all__ = ["read_tables"]


class Role(Enum):
    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    GROWTH = "growth"
    COMPLETION = "completion"
    SHARE = "share"
    RANK = "rank"
    VERDICT = "verdict"
    SKIP = "skip"


_UNIT_HEAD = re.compile(r"^(?:计量|计算)?单位$")
_SKIP_HEAD = re.compile(
    r"序号|备注|说明|责任|联系|电话|建设内容|建设规模|进展|工作内容|牵头|时限|措施|得分|分值|权重|评分|编号|地址|地点|起止|建设年限|性质"
)
_VERDICT_HEAD = re.compile(r"是否完成|完成与否|完成情况$|是否达标|达标情况|评价")
_VERDICT = re.compile(r"^(?:超额|提前|基本|未能?|已|全面|圆满)?(?:完成|达标|达到目标|不达标)$|^[是否√×✓]$")
_RANK_HEAD = re.compile(r"排名|位次|名次|排位")
_COMPLETION_HEAD = re.compile(
    r"完成(?:率|比例|进度|年度|全年|目标|计划|百分比|占)|占(?:年度|全年|计划|目标|年初)|进度|[为占完].{0,4}(?:目标|"
    r"计划|任务)的?.{0,3}[%％]|目标完成"
)
_SHARE_HEAD = re.compile(r"占比|比重|所占|占.{1,8}[%％]|构成")
_GROWTH_HEAD = re.compile(r"同比|增长|增速|增幅|增减|[±＋+]\s*[%％]|比上年|较上年|升降|涨幅|环比|比去年|较去年")
_GOAL_HEAD = re.compile(
    r"目标|考核要求|考核值|考核标准|指标要求|(?:年度|本年|今年|当年|20\d\d年)计划(?:完成)?投资|"
    r"计划(?!投资|总投资)|任务|预期|预算(?!收入|支出)|力争"
)
_EXPECTED_HEAD = re.compile(r"预计|预测|估计")
_PLAIN_HEAD = re.compile(
    r"实绩|实际|完成(?:数|额|值|情况|量)?|绝对[额值数量]|总量|数值|数额|累计|本期|本月|止|本年|当年|全年|年度|指标值|"
    r"值|数据|合计|年初|确定|预期|目标|计划(?!投资|总投资)|任务|预计|"
    r"预算(?!收入|支出)|上年|去年|同期|数|量|额|值"
)
_LABEL_HEAD = re.compile(
    r"指标|项目|名称|类别|片区|园区|企业|镇|街道|地区|单位名称|区域|产业|行业|年份|年度|月份|分类|内容|事项|主体|"
    r"板块|部门|区块|科目"
)
_WHOLE = re.compile(r"^(?:合计|总计|小计|总量|总额|全区|全部|总数|全区合计|开发区|本区|高新区|全区总计|累计)$")
_MEMBER = re.compile(r"^[\s\u3000]*(?:其中|＃|#)[：:，,]?\s*")
_ORDER = re.compile(
    r"^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|"
    r"[①-⑳●◆■—-])\s*"
)
_PLACE = re.compile(r"(?:片区|园区|园|镇|乡|街道|村|区块|新区|组团|板块|产业|行业|公司|集团|企业)$")
_BRACKETS = re.compile(r"[（(\[【]\s*([^（()）\]】]*)\s*[）)\]】]")
_NUMBER = re.compile(r"^[-－−+＋]?[0-9０-９][0-9０-９,，.．]*$")
_EMPTY = re.compile(r"^[\s—–\-－/／…*]*$")
_UNITS = frozenset((*CLASSIFIERS, *MEASURES, *RATES, "％", "分", "倍"))


_EDGES = " 的、，率及和()（）%％:：±"
_GOAL_WORDS = re.compile(
    r"^(?:年度|全年|年初|本年|当年)?(?:预期|考核)?(?:目标|任务|要求|预计|预测|力争)(?:值|数)?|(?:目标|任务|预计)(?:值|数)?$"
)


@dataclass(slots=True)
class Column:
    index: int
    role: Role
    indicator: str = ""
    unit: str = ""
    period: Period | None = None
    goal: bool = False
    expected: bool = False
    parent: str = ""
    points: bool = False
    former: bool = False  # a goal that was revised later
    other: str = ""  # a scope said in the head (全市)


def read_tables(report: Report, section: Section, table: Table) -> Iterator[Draft]:
    """Drafts of one table, row by row."""
    grid = table.grid
    heads = max(1, min(table.heads, len(grid) - 1))
    if len(grid) < 2 or not grid[0]:
        return
    base = parse_period(table.caption, year=_year(section, report)) or _past(report, section)
    columns = _columns(grid, heads, base, table)
    labels = [c.index for c in columns if c.role is Role.LABEL]
    unit_column = next((c.index for c in columns if c.role is Role.UNIT), None)
    by_row = unit_column is not None or _units_in_labels(grid, heads, labels)
    goal_caption = bool(_GOAL_HEAD.search(table.caption)) and not re.search(r"完成", table.caption)
    whole: dict[int, Draft] = {}
    for row in grid[heads:]:
        if all(cell.text == row[0].text for cell in row):
            continue  # a line across the table: a note, or the title of a block
        label_cells = [row[i] for i in labels]
        label, parent, member = _label(label_cells)
        row_period = (
            parse_period(label)
            if re.fullmatch(r"\s*(?:19|20)\d\d\s*年?(?:度|上半年|[一二三四1-4]季度)?", label)
            else None
        )
        if row_period is None and re.fullmatch(r"(?:19|20)\d\d", label.strip()):
            row_period = Period.year(int(label.strip()))
        row_unit = row[unit_column].text.strip() if unit_column is not None else ""
        made: dict[int, Draft] = {}
        drafts: list[Draft] = []  # handed out when the row is read: growth stands to the right of its value
        for column in columns:
            if column.role in (Role.LABEL, Role.UNIT, Role.SKIP):
                continue
            cell = row[column.index]
            if _EMPTY.match(cell.text):
                continue
            indicator, scope, unit = _what(column, label, parent, row_unit, by_row, row_period, table)
            if not indicator:
                continue
            anchor = label_cells[-1] if label_cells else None
            span = _span(report.text, anchor, cell)
            draft = Draft(
                indicator=indicator,
                scope=scope + "调整前" if column.former else scope,
                start=span[0],
                end=span[1],
                period=row_period or column.period or base,
                status=_status(column, section, goal_caption),
                in_table=True,
                sentence=_line(report.text, cell.start),
            )
            if not _fill(draft, column, cell, unit, made):
                continue
            if draft.kind is FigureKind.VALUE:
                made[column.index] = draft
                if member and column.index in whole and whole[column.index].unit == draft.unit:
                    draft.whole = whole[column.index]
                elif not member:
                    whole[column.index] = draft
            drafts.append(draft)
        yield from drafts


def _year(section: Section, report: Report) -> int | None:
    period = report.period or section.period
    return period.last_year if period else None


def _past(report: Report, section: Section) -> Period | None:
    return section.period or report.period


def _columns(grid: tuple[tuple[Cell, ...], ...], heads: int, base: Period | None, table: Table) -> list[Column]:
    columns: list[Column] = []
    year = base.last_year if base else None
    for index in range(len(grid[0])):
        levels = list(dict.fromkeys(re.sub(r"\s+", "", grid[r][index].text) for r in range(heads)))
        head = "".join(levels)
        body = [grid[r][index].text.strip() for r in range(heads, len(grid))]
        numeric = sum(
            bool(find_quantities(t) or _NUMBER.match(t) or re.search(r"\d", t)) for t in body if not _EMPTY.match(t)
        )
        filled = sum(not _EMPTY.match(t) for t in body)
        column = Column(index, Role.VALUE, parent="".join(levels[:-1]))
        columns.append(column)
        plain, unit = _head_unit(head)
        column.unit = unit
        if _UNIT_HEAD.match(plain):
            column.role = Role.UNIT
        elif re.search(r"序号|编号", plain):
            column.role = Role.SKIP
        elif _VERDICT_HEAD.search(plain) and filled and numeric * 2 < filled and any(_VERDICT.match(t) for t in body):
            column.role = Role.VERDICT
        elif index == 0 or (
            all(c.role in (Role.LABEL, Role.SKIP) for c in columns[:-1])
            and (numeric * 2 < filled or plain == re.sub(r"\s+", "", grid[0][index - 1].text))
        ):
            column.role = Role.LABEL
        elif _SKIP_HEAD.search(plain) or (filled and numeric * 3 < filled):
            column.role = Role.SKIP
        elif _RANK_HEAD.search(plain):
            column.role = Role.RANK
        elif (
            _COMPLETION_HEAD.search(plain + (unit if "%" in unit else ""))
            and not re.search(r"完成(?:数|额|值)$", plain)
            and (unit == "%" or re.search(r"率|占|比|进度|[%％]", head) or any("%" in t for t in body))
        ):
            column.role = Role.COMPLETION
        elif _GROWTH_HEAD.search(head):
            column.role = Role.GROWTH
        elif _SHARE_HEAD.search(head):
            column.role = Role.SHARE
        column.goal = column.role is Role.VALUE and bool(_GOAL_HEAD.search(plain)) and "完成" not in plain
        column.expected = bool(_EXPECTED_HEAD.search(plain))
        column.points = "百分点" in head
        period = parse_period(plain, year=year)
        if period is None and re.search(r"上年|去年", plain) and base is not None:
            period = base.shifted(-1)
        column.period = period
        shown = plain if column.role is Role.VALUE else _COMPLETION_HEAD.sub("", _RANK_HEAD.sub("", plain))
        shown = TIME_WORDS.sub("", shown)
        if column.role is not Role.VALUE:
            shown = _GROWTH_HEAD.sub("", _SHARE_HEAD.sub("", shown))
        core = _PLAIN_HEAD.sub("", shown).strip(_EDGES)
        if column.role is not Role.LABEL and core:
            said = shown if column.role is Role.VALUE else core
            column.indicator = _GOAL_WORDS.sub("", said).strip(_EDGES) if column.goal or column.expected else said
            if period is None and column.role is Role.VALUE and not column.goal and not column.expected:
                column.indicator = plain
    revised = [c for c in columns if c.goal and "调整后" in grid[heads - 1][c.index].text]
    for column in columns if revised else ():  # the goal in force is the later one
        if column in revised:
            column.indicator = ""
        elif column.goal and not column.indicator:
            column.former = True
    return columns


def _head_unit(head: str) -> tuple[str, str]:
    unit = ""
    for match in _BRACKETS.finditer(head):
        inner = match[1].replace("单位：", "").replace("单位:", "").replace("％", "%")
        if _is_unit(inner):
            unit = inner
            head = head.replace(match[0], "")
    return head.strip(), unit


def _is_unit(text: str) -> bool:
    top = text.partition("/")[0]
    return bool(top) and (base_unit(top)[1] in _UNITS or top in _UNITS or base_unit(top)[1] == "" or top in ("%", "±%"))


def _units_in_labels(grid: tuple[tuple[Cell, ...], ...], heads: int, labels: list[int]) -> bool:
    if not labels:
        return False
    rows = grid[heads:]
    marked = sum(bool(_head_unit(row[labels[-1]].text)[1]) for row in rows)
    return marked * 2 >= len(rows)


def _label(cells: list[Cell]) -> tuple[str, str, bool]:
    """(the row's own label, the label above it, whether 其中 makes it a part)."""
    texts = [re.sub(r"\s+", "", c.text) for c in cells]
    texts = [t for t in texts if t]
    if not texts:
        return "", "", False
    member = bool(_MEMBER.match(texts[-1]))
    own = _ORDER.sub("", _MEMBER.sub("", _ORDER.sub("", texts[-1])))
    parent = texts[-2] if len(texts) > 1 and texts[-2] != texts[-1] else ""
    return own, _ORDER.sub("", parent), member


def _what(
    column: Column,
    label: str,
    parent: str,
    row_unit: str,
    by_row: bool,
    row_period: Period | None,
    table: Table,
) -> tuple[str, str, str]:
    """(indicator, scope, unit) of a cell from its column's head and its row's label."""
    label, label_unit = _head_unit(label)
    unit = row_unit or column.unit or label_unit or table.unit
    if column.role in (Role.GROWTH, Role.COMPLETION, Role.SHARE, Role.RANK):
        unit = row_unit or label_unit or table.unit
    if column.indicator and not by_row:
        scope = "" if row_period is not None or _WHOLE.match(label) else label
        return column.indicator, scope, unit
    if row_period is not None:
        return column.indicator, "", unit
    scope = column.indicator if by_row and column.role is Role.VALUE else ""
    if _WHOLE.match(label):
        return parent or label, scope, unit
    if parent and _PLACE.search(label) and not _PLACE.search(parent):
        return parent, label + scope, unit
    if re.fullmatch(r"增速|增幅|同比增长|增长", label):
        return parent, scope, "%"
    return label, scope, unit


def _status(column: Column, section: Section, goal_caption: bool) -> Status:
    if column.expected:
        return Status.EXPECTED
    if column.goal:
        return Status.TARGET
    if section.kind.value == "计划" or goal_caption:
        past = (
            column.period is not None
            and section.period is not None
            and column.period.last_year < section.period.first_year
        )
        return Status.DONE if past else Status.TARGET
    return Status.DONE


def _fill(draft: Draft, column: Column, cell: Cell, unit: str, made: dict[int, Draft]) -> bool:
    """Put the cell's number into the draft; False when it holds none or went to another figure."""
    text = cell.text.strip()
    if column.role is Role.VERDICT:
        if not _VERDICT.match(text):
            return False
        draft.kind, draft.value_text = FigureKind.VERDICT, text
        return True
    number = _number(text)
    if number is None:
        return False
    value, printed, qualifier, own_unit, growing = number
    draft.value, draft.value_text, draft.qualifier = value, printed, qualifier
    if column.role is Role.GROWTH or growing:
        unit = (
            "个百分点"
            if column.points or own_unit == "个百分点"
            else own_unit or ("%" if column.unit in ("", "%", "±%") else column.unit)
        )
        owner = _owner(column, made) if not growing else None
        if owner is not None and owner.growth is None:
            owner.growth, owner.growth_unit, owner.growth_text, owner.growth_base = value, unit, text, "同比"
            owner.end = max(owner.end, cell.end) if owner.sentence[1] >= cell.end else owner.end
            return False
        draft.kind, draft.growth, draft.growth_unit, draft.growth_text = FigureKind.GROWTH, value, unit, text
        draft.value, draft.value_text = None, ""
        draft.growth_base = "" if growing else "同比"
        return True
    kinds = {Role.COMPLETION: FigureKind.COMPLETION, Role.SHARE: FigureKind.SHARE, Role.RANK: FigureKind.RANK}
    draft.kind = kinds.get(column.role, FigureKind.VALUE)
    draft.unit = own_unit or {Role.COMPLETION: "%", Role.SHARE: "%", Role.RANK: "位"}.get(
        column.role, unit.replace("％", "%")
    )
    if draft.kind is FigureKind.COMPLETION:
        draft.scope, draft.indicator = draft.scope + draft.indicator, "完成年度目标"
    return True


def _owner(column: Column, made: dict[int, Draft]) -> Draft | None:
    """The value a growth column speaks of: the nearest one to its left that is no goal."""
    left = [i for i in made if i < column.index and made[i].status is not Status.TARGET]
    if left:
        return made[max(left)]
    return made[max(made)] if made else None


def _number(text: str) -> tuple[Decimal, str, str, str, bool] | None:
    """(value, as printed, qualifier, unit if the cell has one, whether it is a growth)."""
    growing = re.match(r"^(?:同比)?(?P<verb>增长|下降|增|降|减少)\s*", text)
    rest = text[growing.end() :] if growing else text
    sign = -1 if growing and growing["verb"] in ("下降", "降", "减少") else 1
    found = find_quantities(rest)
    if found and re.sub(r"[\s+＋±≥≤＞＜><]", "", rest[: found[0].outer_start]) == "":
        quantity = found[0]
        value = (
            -quantity.value
            if rest[: quantity.start].strip().startswith(("-", "－", "−")) and quantity.value > 0
            else quantity.value
        )
        return (
            value * sign,
            quantity.text,
            quantity.qualifier,
            "个百分点" if quantity.is_points else quantity.unit,
            growing is not None,
        )
    match = re.match(
        r"^(?P<before>突破|超过?|达到|约|力争|不低于|不少于|≥|＞|>|"
        r"≤)?\s*(?P<number>[-－−+＋]?[0-9０-９][0-9０-９,，.．]*)\s*(?P<after>以上|左右|以内|以下)?",
        rest,
    )
    if match is None:
        return None
    tail = rest[match.end() :].strip()
    if (tail and not tail.startswith(("（", "(", "、", "，"))) or re.match(r"^\d{4}(?:年|[./-]\d{1,2}[./-])", rest):
        return None
    value_text = match["number"]
    sign = -sign if value_text[0] in "-－−" else sign
    parsed = parse_number(value_text.lstrip("+＋-－−"))
    if parsed is None:
        return None
    return parsed * sign, value_text, (match["before"] or "") + (match["after"] or ""), "", growing is not None


def _span(text: str, label: Cell | None, cell: Cell) -> tuple[int, int]:
    if label is not None and label.start < cell.start and "\n" not in text[label.start : cell.start]:
        return label.start, cell.end
    return cell.start, cell.end


def _line(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, end if end >= 0 else len(text)
