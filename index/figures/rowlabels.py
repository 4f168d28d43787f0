"""What the label of a row says of its cells: which part of a year, that they are growths, goals or sums."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.figures.columns import EMPTY, MEMBER, ORDER, WHOLE, Role
from index.periods import parse_period
from index.records import Cell, Period, Status

__all__ = ["GROWING_ROW", "SO_FAR", "is_sum", "label_of", "labelled_by", "row_period_of", "row_says", "row_shares", "until"]


#: 规上工业总产值同比增长（%）, 同比增长: a row of growths where the columns are times.
GROWING_ROW = re.compile(
    r"(?P<of>.*?)[：:，,]?(?:累计|当季|当月|其中)?(?:(?:同比|比上年|较上年|比去年)(?:增长率?|增速|增幅|增减|[±＋+])?|增速|增幅|增长率|(?<=.)增长|增长)"
)


#: 一季度, 1—3月: a row is one part of the year.
_PART_ROW = re.compile(
    r"(?:(?:19|20)\d\d年?)?(?:第?[一二三四1-4]季度|前[一二三]季度|[上下]半年|全年|\d{1,2}月份?|1[-－—–~～至]\d{1,2}月份?)(?:份|累计)?"
)
SO_FAR = re.compile(r"(?:本年|年初|全年|当年)?累计(?:完成|数|值|额)*")


def until(period: Period) -> Period:
    """From January to the end of a part of the year."""
    return Period.months(period.last_year, 1, period.last_month) if period.last_month < 12 else Period.year(period.last_year)


_YEAR_ROW = re.compile(r"(?:19|20)\d\d\s*(?:年?(?:度|上半年|[一二三四1-4]季度)?(?:合计|总计)?)?")
#: 上年合计, 去年同期: the sums of the rows above, a year before.
_YEAR_BEFORE = re.compile("(?:上年度?|去年)(?:同期)?(?:全区)?(?:合计|总计|小计|总数|数|值|累计|实绩|完成数?)?")


def row_period_of(label: str, base: Period | None) -> Period | None:
    """The time that a row is of by its label, None where that is no time."""
    if _YEAR_ROW.fullmatch(label.strip()):
        return Period.year(int(label.strip())) if re.fullmatch(r"\d{4}", label.strip()) else parse_period(label)
    if base is not None and _YEAR_BEFORE.fullmatch(label):
        return base.shifted(-1)
    return parse_period(label, year=base.last_year) if base is not None and _PART_ROW.fullmatch(label) else None


def is_sum(label: str) -> bool:
    """Whether a row holds the sums of the rows above it, of now or of a year before (上年合计)."""
    return WHOLE.match(label) is not None or re.fullmatch(r"(?:上年|去年|(?:19|20)\d\d年?)(?:同期)?(?:合计|总计)", label) is not None


def labelled_by(row: tuple[Cell, ...], labels: list[int]) -> list[Cell]:
    """The cells that name a row; 合计 may stand under 序号, beside a name left out."""
    cells = [row[i] for i in labels]
    if cells and all(EMPTY.match(cell.text) for cell in cells):
        return [cell for cell in row[: labels[0]] if WHOLE.match(re.sub(r"\s+", "", cell.text))] or cells
    return cells


_SHARING_ROW = re.compile("(?:所?占(?P<of>[㐀-鿿]{1,10}?)的?)?(?:比[重例]|占比)")


def row_shares(label: str) -> bool:
    """占全区比重: a row of the shares that the values above it have."""
    return _SHARING_ROW.fullmatch(label) is not None


@dataclass(frozen=True, slots=True)
class Said:
    """What the label of a row says of all its cells, where the columns are the indicators."""

    status: Status
    role: Role


def row_says(label: str) -> Said | None:
    if re.fullmatch(r"(?:年度|全年|年初|20\d\d年)?(?:计划|目标|任务|预算)(?:数|值|任务)?", label):
        return Said(Status.TARGET, Role.VALUE)
    if re.fullmatch(r"(?:20\d\d年|全年|年度)?(?:实际)?(?:完成|实绩|实际|实现)(?:数|值|情况|额)?", label):
        return Said(Status.DONE, Role.VALUE)
    if re.fullmatch(r"(?:占|为)?(?:年度|全年)?(?:计划|目标|任务)?完成(?:率|比例|进度)|占(?:年度|全年)?(?:计划|目标|任务)(?:比重|%)?", label):
        return Said(Status.DONE, Role.COMPLETION)
    if re.fullmatch(r"(?:同比|比上年|较上年)?(?:增长率?|增速|增幅|增减)?", label) and label:
        return Said(Status.DONE, Role.GROWTH)
    return None


#: 甲电池项目（总投资18.6亿元）: what is said of the thing, and no part of its name.
_COSTING = re.compile(r"(?<=.{3})[（(](?:计划|项目|概算|规划)*(?:总?投资|全长|总长|长|占地|用地|总?建筑面积|规模)[^）)]*\d[^）)]*[）)]$")


#: 财政总收入③: the mark of a note below the table, and no part of the name.
_NOTE_MARK = re.compile("(?<=[㐀-鿿）)])[①-⑳]+$")


def label_of(cells: list[Cell]) -> tuple[str, str, bool]:
    """(the row's own label, the label above it, whether 其中 makes it a part)."""
    texts = [_NOTE_MARK.sub("", re.sub(r"\s+", "", c.text)) for c in cells]
    texts = [t for t in texts if t and not EMPTY.match(t)]
    if not texts:
        return "", "", False
    member = bool(MEMBER.match(texts[-1]))
    own = _COSTING.sub("", ORDER.sub("", MEMBER.sub("", ORDER.sub("", texts[-1]))))
    parent = texts[-2] if len(texts) > 1 and texts[-2] != texts[-1] else ""
    return own, ORDER.sub("", parent), member
