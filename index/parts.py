"""A file that binds several pieces together → the pieces, each with a title, a date and a time of its own.

Two ways of binding: reports of different times one behind the other (2022年工作总结, and 2023年上半年工作总结), each under a title
that names the zone, the time and the kind of paper; and briefs, each with a line that says its day beside its headline:
    上半年工业运行稳中有进
    第11期（总第194期）　2019年7月15日　经济发展局供稿
What a piece calls 今年, 全年 or 年度目标 is of its own time, so each is outlined and read alone.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from index.numbering import line_spans, marker_of
from index.periods import parse_period
from index.reading.periods import find_period
from index.records import Period, Report, Table

__all__ = ["Part", "parts"]


@dataclass(frozen=True, slots=True)
class Part:
    """One piece; the offsets are those of the report."""

    start: int
    end: int
    title: str
    period: Period | None
    date: datetime.date | None

    def cut(self, report: Report) -> Report:
        """The piece as a report of its own, whose offsets begin at 0."""
        a, b = self.start, self.end
        headings = tuple(replace(h, start=h.start - a, end=h.end - a) for h in report.headings if a <= h.start < b)
        tables = tuple(_moved(t, -a) for t in report.tables if a <= t.start < b)
        return replace(self._told(report), text=report.text[a:b], headings=headings, tables=tables, pages=())

    def alone(self, report: Report) -> Report:
        """The report with nothing but the piece in it, every character where it was."""
        a, b = self.start, self.end
        blank = re.sub(r"[^\n]", " ", report.text)
        tables = tuple(t for t in report.tables if a <= t.start < b)
        return replace(self._told(report), text=blank[:a] + report.text[a:b] + blank[b:], tables=tables)

    def _told(self, report: Report) -> Report:
        return replace(report, title=self.title, period=self.period, date=self.date)


def _moved(table: Table, by: int) -> Table:
    grid = tuple(tuple(replace(cell, start=cell.start + by, end=cell.end + by) for cell in row) for row in table.grid)
    return replace(table, start=table.start + by, end=table.end + by, grid=grid)


def parts(report: Report) -> list[Part]:
    """The pieces in order, which cover the text; one alone where nothing is bound together."""
    lines = line_spans(report.text)
    heads = _briefs(report, lines) or _papers(report, lines)
    whole = Part(0, len(report.text), report.title, report.period, report.date)
    if not heads:
        return [whole]
    ends = [*(head[0] for head in heads[1:]), len(report.text)]
    found = [Part(start, end, title, period, date) for (start, title, period, date), end in zip(heads, ends, strict=True)]
    return [replace(whole, end=heads[0][0]), *found] if heads[0][0] else found


_Head = tuple[int, str, Period | None, datetime.date | None]
_DAY = re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")

#: 堽邑高新区2023年上半年工作总结及下半年工作安排, on a line of its own.
_PAPER = re.compile(
    r"(?=.{0,30}(?:区|园|管委会|街道|[镇乡]))[^。，；：:|\n]{6,50}(?:总结|报告|汇报|情况|公报|通报|要点|讲话|安排|打算|计划|思路|小结|分析)(?:[（(][^（）()]{1,20}[）)])?"
)
_APPENDED = re.compile("附|[（(]")
_LEAST = 200  # characters: a title with less below it stands in a list of contents


def _papers(report: Report, lines: list[tuple[int, int]]) -> list[_Head]:
    named = [(a, b) for a, b in lines if 8 <= b - a <= 60 and _PAPER.fullmatch(report.text, a, b) and "20" in report.text[a:b]]
    if len(named) < 2:
        return []
    ends = [*(a for a, _ in named[1:]), len(report.text)]
    heads: list[_Head] = []
    for (a, b), end in zip(named, ends, strict=True):
        title = report.text[a:b]
        if end - b < _LEAST or marker_of(title) or _APPENDED.match(title) or any(title == told for _, told, _, _ in heads):
            continue
        below = [line for line in report.text[b:end].split("\n") if line.strip()]
        date = next((d for line in (*below[:3], *reversed(below[-3:])) if len(line) <= 40 and (d := _day(line))), None)
        period = find_period(title, "", [], date)
        if period is not None:
            heads.append((a, title, period, date))
    return heads if len({period for _, _, period, _ in heads}) > 1 else []


_ISSUED = re.compile(r"第\s*\d+\s*期|供稿|来稿|撰稿|报送|编发|来源|发布|讯$")
_SHORT = 40


def _briefs(report: Report, lines: list[tuple[int, int]]) -> list[_Head]:
    headings = {h.start for h in report.headings}
    heads: list[_Head] = []
    for number, (a, b) in enumerate(lines[:-1]):
        line = report.text[a:b]
        day = _day(line) if b - a <= _SHORT + 20 and not re.search("[。；，]", line) else None
        if day is None or not number:
            continue
        above, below = lines[number - 1], lines[number + 1]
        given = above[0] in headings
        if not (_ISSUED.search(line) or (given and _DAY.fullmatch(line))):
            continue
        headline = report.text[slice(*above)]
        over = given or (len(headline) <= _SHORT and headline[-1] not in "。！？；" and "|" not in headline and not _DAY.search(headline))
        title = headline if over else report.text[slice(*below)]
        text = lines[number + 1 :] if over else lines[number + 2 :]
        first = report.text[slice(*text[0])] if text else ""
        heads.append((above[0] if over else a, title, _told(title, first, day, report.period), day))
    return heads if len(heads) > 1 and any(title != report.title for _, title, _, _ in heads) else []


#: 上半年，…; 1—9月，…: what opens a brief holds for all of it.
_OPENING = re.compile(
    r"(?:今年|20\d\d年)?(?:前?[一二三两1-3]个?季度|上半年|前(?:\d{1,2}|[一二三四五六七八九十]{1,2})个月|1\s*[-—－–~～至]{1,2}\s*\d{1,2}月份?)"
)


def _told(title: str, first: str, day: datetime.date, whole: Period | None) -> Period | None:
    """The part of the year that the headline or the first words name, over when the brief was given; else the year."""
    for said in (_OPENING.search(title), _OPENING.match(first)):
        period = parse_period(said[0], year=day.year) if said is not None else None
        if period is not None and not period.is_year and period.end < (day.year, day.month):
            return period
    named = re.search(r"(20\d\d)年(?!\d)", title)
    if named is not None:
        return Period.year(int(named[1]))
    late = whole is not None and whole.is_year and day.year == whole.last_year + 1 and day.month <= 4
    return whole if late else Period.year(day.year)


def _day(line: str) -> datetime.date | None:
    day = _DAY.search(line)
    try:
        return datetime.date(int(day["y"]), int(day["m"]), int(day["d"])) if day is not None else None
    except ValueError:  # 2月30日
        return None
