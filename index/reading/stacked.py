"""A table copied cell by cell, one cell a line → lines of cells between tabs.

指标名称 / 单位 / 2016年 / 2017年 / 规上工业总产值 / 亿元 / 298.7 / 326.8 / … : what heads the columns holds no figure, and
after it every k lines have words and figures in the same places.  Where that fails, the lines stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.characters import half_width
from index.reading.grids import is_number
from index.reading.joining import CAPTION
from index.reading.pagebreaks import TURN

__all__ = ["unstacked"]

_WIDEST, _NARROWEST = 14, 2
_MAX_CELL = 26
_PAGES = 60  # of one table
_CONTINUED = re.compile(r"[（(]?(?:续上?表|接上表|续)[一二三四五六七八九十\d]*[)）]?[:：]?$")
_PROSE = re.compile(r"[。；！？|｜\t]|，(?!\d{3}(?!\d))|[:：]$|^(?:注|备注|说明|资料来源|数据来源|附件?|(?:计量)?单位)\s*[:：]")
_HEADING = re.compile(r"第[一二三四五六七八九十百\d]+[章节条部篇]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|[■●◆▲★•]")
_BLANK_CELL = re.compile(r"[—–―\-－/／…·*＊]{1,3}|无|持平|待定")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d\s*[年./\-－—].*|\d{1,2}月.*")
_SIGNED = re.compile(r"(?:同比|比上年|较上年)?(?:增长|下降|提高|增加|减少|上升|回落|[+\-－＋±↑↓])?\s*(?:约|近|超)?\s*\d[\d,.]*\D{0,4}")
_OF_A_HEAD = re.compile(
    r"年|月|[增降]幅|增[长速]|同比|环比|目标|计划|预[计期]|实际|完成|单位|数[量值额]?$|[率额比量值位]$"
    r"|(?:投资|时间|责任|内容|进度|进展|备注|情况)|[（(][^（）()]*[%％元个家亩人][)）]$"
)
_OF_FIGURES = re.compile(r"^(?:(?:19|20)\d\d|[上去本今当]年?)年?(?:实绩|实际|目标|计划|预计)?$|^(?:同比|增[长速幅])|[（(]\S*[%元个家亩人吨][)）]$")
_OF_WORDS = re.compile("名称$|^(?:计量)?单位$|^(?:主要)?指标$|^(?:责任|牵头|建设|所属|所在)|时间$|性质$")
_UNIT = re.compile("(?:计量)?单位")
_HEADS_FIRST = re.compile(r"\S{0,4}(?:名称|指标|序号|编号|项目|单位|类别|任务|科目|片区|园区|产业|行业|企业|年份|月份|内容)")


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of cells (places of their lines), the head first, and how many lines they take."""

    rows: tuple[tuple[int, ...], ...]
    end: int
    whole: bool  # nothing that could be a cell is left over
    headed: bool  # the first head is a word that heads a first column


class _Copied:
    """Lines of a text, and which of them that follow each other could be cells; looked at once each."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        filled = sum(bool(line.strip()) for line in lines)
        spread = len(lines) - filled > 0.6 * filled  # a blank line after each
        self.kinds = [_kind(line) if _could_be_cell(line) else "" for line in lines]
        self._runs: list[list[int]] = [[]]
        self._places: dict[int, tuple[int, int]] = {}
        for at, kind in enumerate(self.kinds):
            if kind:
                self._places[at] = (len(self._runs) - 1, len(self._runs[-1]))
                self._runs[-1].append(at)
            elif lines[at].strip() or not (spread or lines[at] == TURN):
                self._runs.append([])

    def run(self, start: int) -> tuple[list[int], int]:
        """Lines that could be cells, and which of them is the one asked for; none where it could not be one."""
        if start not in self._places:
            return [], 0
        run, offset = self._places[start]
        return self._runs[run], offset

    def filled(self, at: int) -> int:
        """The first line from there on with something in it."""
        return next((i for i in range(at, len(self.lines)) if self.lines[i].strip()), len(self.lines))

    def plain(self, at: int) -> str:
        return re.sub(r"\s", "", self.lines[at])


def unstacked(lines: list[str]) -> list[str]:
    """The lines with every stacked table written a row a line; the others as they are."""
    text = _Copied(lines)
    written: list[str] = []
    index = 0
    while index < len(lines):
        found = _table_at(text, index)
        if found is None:
            written.append(lines[index])
            index += 1
            continue
        written += ["\t".join(lines[at].strip() for at in row) for row in found.rows]
        index = found.end
    return written


def _table_at(text: _Copied, start: int) -> _Found | None:
    """The table that begins on a line, unless the one beginning on the next line is the better."""
    found = _best(text, start)
    if found is not None and not (found.whole and found.headed):
        after = _best(text, start + 1)
        if after is not None and (after.headed, after.whole) > (found.headed, found.whole):
            return None
    return found


def _best(text: _Copied, start: int) -> _Found | None:
    run, at = text.run(start)
    first = next((n for n, line in enumerate(run[at : at + _WIDEST + 1]) if text.kinds[line] in "nu"), 0)
    if first < _NARROWEST:
        return None
    if start and _UNIT.fullmatch(text.plain(start)) and text.lines[start - 1].strip():
        return None  # what heads the first column stands before it
    tried = [_read(text, run, at, width) for width in range(_NARROWEST, first + 1)]
    return max((one for one in tried if one is not None), key=lambda one: (one.headed, one.whole, len(one.rows)), default=None)


def _could_be_cell(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) <= _MAX_CELL and not _PROSE.search(line) and not any(ends.match(line) for ends in (_CONTINUED, _HEADING, CAPTION))


def _kind(line: str) -> str:
    """n a figure, t words, u a figure with its unit, y a year or nothing, which may stand among either."""
    text = half_width(line.strip())
    if _BLANK_CELL.fullmatch(text) or _YEAR.fullmatch(text):
        return "y"
    if is_number(text):
        return "n"
    return "u" if _SIGNED.fullmatch(text) and not _DATE.fullmatch(text) else "t"


def _read(text: _Copied, run: list[int], start: int, width: int) -> _Found | None:
    """A head of so many cells and the rows under it, over the page where it goes on."""
    head = run[start : start + width]
    heads = [text.plain(at) for at in head]
    named = all(text.kinds[at] == "t" or _YEAR.fullmatch(half_width(text.plain(at))) for at in head)
    if not named or len(set(heads)) < width:
        return None
    columns: list[str] = ["y"] * width
    rows, used = _rows(text, run, start + width, columns)
    headed = bool(_HEADS_FIRST.fullmatch(heads[0])) and any(_OF_A_HEAD.search(head) for head in heads[1:])
    if not rows or any(map(_belies, heads, columns)):
        return None
    for _ in range(_PAGES):
        if (more := _goes_on(text, run[used] if used < len(run) else run[-1] + 1, heads, columns)) is None:
            break
        added, run, used = more
        rows += added
    left, end = run[used : used + width], run[used] if used < len(run) else run[-1] + 1
    if any(text.kinds[at] in "nu" for at in left) or not {"n", "u"} & set(columns):
        return None
    if len(rows) < (1 if headed and not left and width > 2 else 2) or (width == _NARROWEST and not headed):
        return None
    if not headed and (left or "t" not in columns or sum(bool(_OF_A_HEAD.search(head)) for head in heads[1:]) < 0.5 * (width - 1)):
        return None
    return _Found((tuple(head), *rows), end, not left, headed)


def _belies(head: str, column: str) -> bool:
    """Whether what stands in a column cannot be what its head says: words under 2017年, figures under 单位 or 项目名称."""
    text = half_width(head)
    return (column == "t" and bool(_OF_FIGURES.search(text))) or (column in "nu" and bool(_OF_WORDS.search(text)))


def _rows(text: _Copied, run: list[int], at: int, columns: list[str]) -> tuple[list[tuple[int, ...]], int]:
    """Whole rows whose cells are of the kinds of their columns, which the first rows tell; and where in the run they end."""
    rows: list[tuple[int, ...]] = []
    while at + len(columns) <= len(run):
        row = tuple(run[at : at + len(columns)])
        joined = [_joined(column, text.kinds[line]) for column, line in zip(columns, row, strict=True)]
        if "" in joined:
            break
        columns[:] = joined
        rows.append(row)
        at += len(row)
    return rows, at


def _joined(column: str, kind: str) -> str:
    """The kind of a column with one more cell; nothing where words and figures meet."""
    if column == kind or kind == "y":
        return column
    if column == "y":
        return kind
    return "" if "t" in (column, kind) and "n" in (column, kind) else "n" if "n" in (column, kind) else "t" if "t" in (column, kind) else "u"


def _goes_on(text: _Copied, at: int, heads: list[str], columns: list[str]) -> tuple[list[tuple[int, ...]], list[int], int] | None:
    """The rows of the next page, after （续表）, the head printed again, or both; the run they stand in and where in it they end."""
    at = text.filled(at)
    told = at < len(text.lines) and bool(_CONTINUED.match(text.lines[at].strip()))
    run, start = text.run(text.filled(at + 1) if told else at)
    again = [text.plain(i) for i in run[start : start + len(heads)]] == heads
    if not told and not again:
        return None
    rows, used = _rows(text, run, start + len(heads) if again else start, columns)
    return (rows, run, used) if rows else None
