"""The cell of a table → what its draft holds: the number as printed, and whose growth it is."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from index.figures.columns import VERDICT, Column, Role
from index.figures.draft import Draft
from index.figures.plan_years import unmarked
from index.figures.worded import give_worded_cell
from index.numerals import find_quantities, parse_number
from index.records import Cell, FigureKind, Period, Status

__all__ = ["fill", "number_in", "set_anew_in"]


def fill(draft: Draft, column: Column, cell: Cell, unit: str, made: dict[int, Draft]) -> bool:
    """Put the cell's number into the draft; False when it holds none or went to another figure."""
    text = unmarked(cell.text.strip())
    if column.role is Role.VERDICT:
        if not VERDICT.match(text):
            return False
        draft.kind, draft.value_text = FigureKind.VERDICT, text
        return True
    added = _ADDED.match(text) if column.role is Role.VALUE else None
    number = number_in(text[added.end() :] if added else text)
    if added and number is not None:
        draft.scope = added[0] + re.sub("(?:[年期]末|年底|累计)(?:实有|总数|数)?$", "", draft.scope)
    if number is None:
        if column.role is Role.GROWTH and (owner := _owner(column, made, Decimal(0))) is not None:
            give_worded_cell(owner, text)
        return False
    value, printed, qualifier, own_unit, growing = number
    draft.value, draft.value_text, draft.qualifier = value, printed, qualifier
    if qualifier.startswith(("≥", "≤", "不低于", "不少于", "不高于", "不超过", "力争")):
        draft.status = Status.TARGET
    if _FORESEEN.search(text) and draft.status is Status.DONE:
        draft.status = Status.EXPECTED
    if column.role is Role.GROWTH or growing:
        unit = (
            unit
            if not own_unit and re.search(r"(?:增减|增加|增长|净增)(?:额|量|数)$", column.head)
            else "个百分点"
            if column.points or own_unit == "个百分点" or (column.average and unit == "%" and text != cell.text.strip())
            else own_unit or ("%" if column.unit in ("", "%", "±%") else column.unit)
        )
        aimed = column.average or (column.goal and not any(m.status is Status.TARGET for m in made.values()))  # 2022年 | 同比 | 年初目标增速
        owner = _owner(column, made, value) if (column.role is Role.GROWTH or not growing) and not aimed else None
        if "环比" in column.head and "同比" not in column.head:  # 6月当月 | 环比 | 同比: a growth beside the one over the year
            draft.period = owner.period if owner is not None else draft.period
            draft.kind, draft.growth, draft.growth_unit, draft.growth_text = FigureKind.GROWTH, value, unit, text
            draft.value, draft.value_text, draft.growth_base = None, "", "环比"
            return True
        if owner is not None and owner.growth is None:
            owner.growth, owner.growth_unit, owner.growth_text, owner.growth_base = value, unit, text, "同比"
            owner.end = max(owner.end, cell.end) if owner.sentence[1] >= cell.end else owner.end
            return False
        if owner is not None and owner.growth is not None and unit == "%" and owner.growth_unit not in ("%", "个百分点"):
            amount = (owner.growth, owner.growth_unit, owner.growth_text)  # 增减额 | 增幅: the rate is the growth
            owner.growth, owner.growth_unit, owner.growth_text = value, unit, text
            value, unit, text = amount
        draft.kind, draft.growth, draft.growth_unit, draft.growth_text = FigureKind.GROWTH, value, unit, text
        draft.value, draft.value_text = None, ""
        draft.growth_base = "" if growing else "同比" if not column.average else "年均" if text == cell.text.strip() else "累计"
        return True
    kinds = {Role.COMPLETION: FigureKind.COMPLETION, Role.SHARE: FigureKind.SHARE, Role.RANK: FigureKind.RANK}
    draft.kind = kinds.get(column.role, FigureKind.VALUE)
    draft.unit = own_unit or {Role.COMPLETION: "%", Role.SHARE: "%", Role.RANK: "位"}.get(
        column.role, unit.replace("％", "%")
    )
    if draft.kind is FigureKind.COMPLETION:
        draft.scope, draft.indicator = draft.scope + draft.indicator, "完成年度目标"
    return True


def _owner(column: Column, made: dict[int, Draft], growth: Decimal) -> Draft | None:
    """The value a growth column speaks of: the nearest one to its left that is no goal.

    A goal for a later time than what stands beside it is what grows: 2023年实绩 | 2024年目标 | 增幅.
    """
    if column.dated and any((p := d.period) is not None and p.is_year for d in made.values()):
        made = {i: d for i, d in made.items() if d.period == column.period}  # 2018年完成 | 2019年实际增长: of another year
    goals = [i for i in made if i < column.index and made[i].status is Status.TARGET]
    if goals and ("目标" in column.parent + column.indicator or _from_reached(made[max(goals)], made, growth)):
        return made[max(goals)]
    left = [i for i in made if i < column.index and made[i].status is not Status.TARGET]
    years = [p.last_year for i in left if (p := made[i].period) is not None]
    if years:  # 2022年完成 | 2021年 | 同比增长: of the later year, whichever stands nearer
        left = [i for i in left if (p := made[i].period) is None or p.last_year == max(years)]
    if left:
        return made[max(left)]
    return made[max(made)] if made else None


def _from_reached(goal: Draft, made: dict[int, Draft], growth: Decimal) -> bool:
    """Whether ``growth`` leads from the last value reached to a goal of a later time, within what rounding leaves."""
    reached = [d for d in made.values() if d.status is not Status.TARGET and d.period is not None]
    if not reached or goal.period is None or goal.value is None:
        return False
    last = max(reached, key=lambda d: d.period or Period.year(1900))
    if not last.value or last.period is None or last.period.last_year >= goal.period.last_year:
        return False
    return abs((goal.value / last.value - 1) * 100 - growth) <= Decimal("1.5")


def number_in(text: str) -> tuple[Decimal, str, str, str, bool] | None:
    """(value, as printed, qualifier, unit if the cell has one, whether it is a growth)."""
    growing = re.match(r"^(?:同比)?(?P<verb>增长|增加|提高|提升|上升|下降|降低|回落|增|降|减少)\s*", text)
    rest = text[growing.end() :] if growing else text
    sign = -1 if growing and growing["verb"] in ("下降", "降低", "回落", "降", "减少") else 1
    if fallen := _FALLEN.match(rest):  # -6.5%, ↓4.6个百分点, （-3.2）
        rest, sign = rest[fallen.end() :].rstrip("）)"), -sign
    mark = fallen[0].strip("（( ") if fallen else ""
    found = find_quantities(rest)
    if found and re.sub(r"[\s+＋±≥≤＞＜><]", "", rest[: found[0].outer_start]) == "":
        quantity = found[0]
        return (
            quantity.value * sign,
            mark + quantity.text,
            quantity.qualifier,
            "个百分点" if quantity.is_points else quantity.unit,
            growing is not None,
        )
    match = re.match(
        r"^(?P<before>突破|超过?|达到|约|力争|不低于|不少于|≥|＞|>|"
        r"≤)?\s*(?P<number>[+＋]?[0-9０-９][0-9０-９,，.．]*)\s*(?P<after>以上|左右|以内|以下)?",
        rest,
    )
    if match is None:
        return None
    tail = rest[match.end() :].strip()
    if (tail and not tail.startswith(("（", "(", "、", "，"))) or re.match(r"^\d{4}(?:年|[./-]\d{1,2}[./-])", rest):
        return None
    value_text = match["number"]
    parsed = parse_number(value_text.lstrip("+＋"))
    if parsed is None:
        return None
    return parsed * sign, mark + value_text, (match["before"] or "") + (match["after"] or ""), "", growing is not None


_SET_ANEW = re.compile(
    r"[（(](?P<who>[^（()）\d，]{0,12}|\d{1,2}月[^（()）\d，]{0,12})(?:调整|调减|调增|下调|上调|调低|调高|修订)(?:后)?(?:为|到|至)(?P<to>[\d.,]+)[^（()）\d]{0,4}[）)]$"
)


def set_anew_in(goal: Draft, cell: Cell) -> Draft | None:
    """年初目标 | 44（年中调整为42）: the second goal of a cell, beside the first; None where it holds one."""
    anew = _SET_ANEW.search(cell.text.strip()) if goal.status is Status.TARGET and goal.kind is FigureKind.VALUE else None
    value = parse_number(anew["to"]) if anew is not None else None
    if anew is None or value is None:
        return None
    return replace(goal, scope=goal.scope + "调整后", value=value, value_text=anew["to"], qualifier="")


#: 高新技术企业（家） | 213 | 净增20家: a goal of what is to be added, in a row of how many there are.
_ADDED = re.compile("净增|新增|新认定|新引进|新培育")
#: 1412（预计）, among what is counted.
_FORESEEN = re.compile(r"\d[^（(]{0,4}[（(](?:为|系)?(?:预计|预测|估计)数?[）)]$")
_FALLEN = re.compile(r"[（(]?\s*(?:[-－−–↓▼]|负)\s*(?=[\d０-９])")
