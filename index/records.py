"""What travels along the line from a file to a search hit.

    Report ─ outline ─▶ Section ─ splitting ─▶ Passage ─ store, lexical ─▶ Hit
                              └── figures ──▶ Figure ── ledger

Every ``start``/``end`` is a half-open span of characters in ``Report.text``, so that
``report.text[start:end]`` is what the record is about and can be marked in the report.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Self

__all__ = [
    "Cell", "Figure", "FigureKind", "Heading", "Hit", "Page", "Passage", "Period", "Report", "Section", "SectionKind",
    "Status", "Table",
]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole months, both ends included: 2018年 is ``Period(2018, 1, 2018, 12)``."""

    first_year: int
    first_month: int
    last_year: int
    last_month: int

    @classmethod
    def year(cls, year: int) -> Self:
        return cls(year, 1, year, 12)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        return cls(year, 1 if half == 1 else 7, year, 6 if half == 1 else 12)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        return cls(year, 3 * quarter - 2, year, 3 * quarter)

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Self:
        return cls(year, first, year, last)

    @classmethod
    def years(cls, first: int, last: int) -> Self:
        return cls(first, 1, last, 12)

    @classmethod
    def parse(cls, key: str) -> Self:
        """The inverse of :attr:`key`.  Raises ValueError on anything else."""
        head, _, tail = key.partition("-") if "M" not in key else (key, "", "")
        if tail:
            return cls.years(int(head), int(tail))
        year = int(key[:4])
        rest = key[4:]
        if not rest:
            return cls.year(year)
        if rest[0] == "H":
            return cls.half(year, int(rest[1:]))
        if rest[0] == "Q":
            return cls.quarter(year, int(rest[1:]))
        if rest[0] == "M":
            first, _, last = rest[1:].partition("-")
            return cls.months(year, int(first), int(last or first))
        raise ValueError(f"not a period: {key!r}")

    @property
    def key(self) -> str:
        """``2018``, ``2019H1``, ``2018Q1``, ``2018M1-11``, ``2016-2020``: short, sortable, the form kept on disk."""
        if self.first_year != self.last_year:
            return f"{self.first_year}-{self.last_year}"
        span = (self.first_month, self.last_month)
        if span == (1, 12):
            return f"{self.first_year}"
        if span in ((1, 6), (7, 12)):
            return f"{self.first_year}H{1 if span[0] == 1 else 2}"
        if span[1] - span[0] == 2 and span[1] % 3 == 0:
            return f"{self.first_year}Q{span[1] // 3}"
        return f"{self.first_year}M{span[0]}-{span[1]}" if span[0] != span[1] else f"{self.first_year}M{span[0]}"

    @property
    def label(self) -> str:
        """As a Chinese reader says it: ``2018年``, ``2019年上半年``, ``2018年一季度``, ``2018年1—11月``, ``2016—2020年``."""
        if self.first_year != self.last_year:
            return f"{self.first_year}—{self.last_year}年"
        span, year = (self.first_month, self.last_month), f"{self.first_year}年"
        if span == (1, 12):
            return year
        if span in ((1, 6), (7, 12)):
            return year + ("上半年" if span[0] == 1 else "下半年")
        if span[1] - span[0] == 2 and span[1] % 3 == 0:
            return f"{year}{'一二三四'[span[1] // 3 - 1]}季度"
        return f"{year}{span[0]}月" if span[0] == span[1] else f"{year}{span[0]}—{span[1]}月"

    @property
    def end(self) -> tuple[int, int]:
        """The year and the month with which it ends, to tell the newest by."""
        return self.last_year, self.last_month

    @property
    def is_year(self) -> bool:
        return self.first_year == self.last_year and (self.first_month, self.last_month) == (1, 12)

    def shifted(self, years: int) -> Period:
        """The same months, ``years`` later (or earlier when negative)."""
        return Period(self.first_year + years, self.first_month, self.last_year + years, self.last_month)

    @property
    def preceding(self) -> Period:
        """The stretch of as many months that ends where this one begins: the quarter before a quarter, the month before a month."""
        first, last = 12 * self.first_year + self.first_month - 1, 12 * self.last_year + self.last_month
        (start, start_month), (end, end_month) = divmod(2 * first - last, 12), divmod(first - 1, 12)
        return Period(start, start_month + 1, end, end_month + 1)


class SectionKind(StrEnum):
    """What a stretch of a report is about; read from its words, not from its numbering alone."""

    REVIEW = "回顾"
    PROBLEMS = "问题"
    PLAN = "计划"
    OTHER = "其他"


class Status(StrEnum):
    """Whether a figure was achieved, is expected, or is aimed at.  They never answer for one another."""

    DONE = "完成"
    EXPECTED = "预计"
    TARGET = "目标"


class FigureKind(StrEnum):
    """What kind of number a figure's value is."""

    VALUE = "数值"  # an amount, a count, an area, a rate of its own (覆盖率85%)
    GROWTH = "增速"  # growth alone, without a value (财政总收入增长9%)
    SHARE = "占比"  # 占全市的12.5%
    COMPLETION = "完成率"  # 完成年度目标的98.7%
    RANK = "位次"  # 列全省第38位
    RANK_CHANGE = "位次变化"  # 前移5位
    GAP = "差距"  # 高于全市平均2.3个百分点
    VERDICT = "完成情况"  # 超额完成年度目标, with no number


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading the file format itself marks (docx style, ``##``, ``<h2>``); level 1 is the outermost."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged format; ``number`` is what a reader sees, from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table's grid.  A merged cell is repeated in every place it covers, always with the same span."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table in ``Report.text``: one line a row, cells joined by " | ".  ``grid`` is rectangular, merged cells resolved.

    ``heads`` counts the leading rows that are column heads.  ``caption`` is the title line above, or "".
    ``unit`` is what a note such as （单位：亿元） says of the whole table, or "".
    """

    start: int
    end: int
    grid: tuple[tuple[Cell, ...], ...]
    heads: int = 1
    caption: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read.  ``id`` is a hash of its content: the same content under two names is one report."""

    id: str
    name: str  # path relative to the folder, with "/" between parts
    text: str
    format: str  # txt md html docx pdf xlsx csv doc odt xls ods image
    title: str = ""
    zone: str = ""  # "" when none was found
    period: Period | None = None  # what the report looks back on
    date: datetime.date | None = None
    source: str = ""  # the issuing body
    metadata: dict[str, str] = field(default_factory=dict)  # 索引号, 文号 … as printed
    headings: tuple[Heading, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page number that holds character ``offset``, or None for an unpaged format."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next section of any level.

    ``path`` holds the headings from the outermost to this one, as printed, without this section's text.
    """

    report_id: str
    start: int
    end: int
    body_start: int  # where the text under the heading begins; equals start when there is no heading
    path: tuple[str, ...]
    level: int  # 0 for text before the first heading
    kind: SectionKind
    period: Period | None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and found.  ``text == report.text[start:end]`` always."""

    id: str
    report_id: str
    start: int
    end: int
    text: str
    path: tuple[str, ...]
    kind: SectionKind
    period: Period | None
    page: int | None = None
    table_heads: str = ""  # column heads of the table these rows belong to; "" for prose


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report with what it is of.  Texts are as printed; ``value`` and ``growth`` are exact decimals.

    ``value`` is in ``unit`` (万 and 亿 belong to the unit: 22.53, 亿元).  ``growth`` is signed and in ``growth_unit``.
    """

    id: str
    report_id: str
    zone: str
    indicator: str  # as printed, without scope
    name: str  # normalised through the glossary: 规上 → 规模以上
    scope: str  # whose or which part: 松坪园, 全市, 累计, 新增; "" is the zone itself
    period: Period | None
    status: Status
    kind: FigureKind
    value: Decimal | None
    unit: str
    value_text: str  # 22.53亿元
    qualifier: str  # 以上 左右 突破 力争 …
    growth: Decimal | None
    growth_unit: str  # % or 个百分点
    growth_text: str  # 同比增长25.6%
    growth_base: str  # 同比 环比 比2015年 …; "" when not said
    path: tuple[str, ...]
    section: SectionKind
    start: int  # from the first character of the name (or value) to the last of the growth
    end: int
    sentence_start: int
    sentence_end: int
    part_of: str = ""  # id of the whole, for members of a 其中 chain
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query, with how it was found.  Scores of one side are None when that side missed it."""

    passage: Passage
    score: float  # fused; comparable within one result list only
    dense: float | None = None  # cosine
    lexical: float | None = None  # BM25
