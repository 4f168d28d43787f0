"""A figure while it is being read: what later words may still add to (growth, period, the whole it is part of)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from index.glossary import normalise
from index.numerals import Quantity
from index.records import Figure, FigureKind, Period, Report, Section, Status

__all__ = ["Draft", "growth_value", "is_distance", "make_growth", "span_a_year"]


@dataclass(slots=True, eq=False)
class Draft:
    """Offsets are in the report; ``base`` is the indicator without the verb that an ellipsis may replace."""

    indicator: str
    scope: str
    start: int
    end: int
    period: Period | None
    status: Status
    kind: FigureKind = FigureKind.VALUE
    value: Decimal | None = None
    unit: str = ""
    value_text: str = ""
    qualifier: str = ""
    growth: Decimal | None = None
    growth_unit: str = ""
    growth_text: str = ""
    growth_base: str = ""
    action: str = ""
    owner: str = ""
    whole: Draft | None = None
    member: bool = False
    in_table: bool = False
    sentence: tuple[int, int] = (0, 0)

    @property
    def takes_growth(self) -> bool:
        return self.growth is None and self.value is not None and self.kind in (FigureKind.VALUE, FigureKind.SHARE)

    @property
    def called(self) -> str:
        """Scope and indicator as one name, without the scope twice: 新能源材料产业产值."""
        return self.indicator if self.indicator.startswith(self.scope) else self.scope + self.indicator

    def identity(self, report: Report) -> str:
        number = self.value_text or self.growth_text or self.kind.value
        return f"{report.id}:{self.start}-{self.end}:{number}:{self.indicator}"

    def figure(self, report: Report, section: Section) -> Figure:
        if self.kind is FigureKind.VALUE and self.growth is None and _SHORT_OF.search(self.indicator):  # 主营业务收入差|1.3亿元
            self.kind, self.indicator = FigureKind.GAP, self.indicator[:-1]
            self.scope = self.scope + "比目标差"
        return Figure(
            id=self.identity(report),
            report_id=report.id,
            zone=report.zone,
            indicator=self.indicator,
            name=normalise(self.indicator),
            scope=self.scope,
            period=self.period,
            status=self.status,
            kind=self.kind,
            value=self.value,
            unit=self.unit,
            value_text=self.value_text,
            qualifier=self.qualifier,
            growth=self.growth,
            growth_unit=self.growth_unit,
            growth_text=re.sub(" {2,}", "", self.growth_text),  # where an aside was blanked
            growth_base=self.growth_base,
            path=section.path,
            section=section.kind,
            start=self.start,
            end=self.end,
            sentence_start=self.sentence[0],
            sentence_end=self.sentence[1],
            part_of=self.whole.identity(report) if self.whole else "",
            in_table=self.in_table,
        )


_SHORT_OF = re.compile(r"[\u3400-\u9fff]{3}(?<![顺逆温价级落时误利偏反位相税高视级比])差$")


def is_distance(indicator: str) -> bool:
    """Whether a name is how far something is from another (与第1位的差距): nothing that a month completes a part of."""
    return indicator.endswith(("差距", "缺口"))


def make_growth(draft: Draft, quantity: Quantity, sign: int, base: str, text: str) -> None:
    """Turn a draft into one whose number is the growth itself."""
    draft.kind = FigureKind.GROWTH
    draft.growth, draft.growth_unit = growth_value(quantity, sign)
    draft.growth_text, draft.growth_base = text, base
    draft.value, draft.unit, draft.value_text = None, "", ""


def growth_value(quantity: Quantity, sign: int) -> tuple[Decimal, str]:
    """Signed amount and unit; 翻一番 is +100 %."""
    if quantity.text.startswith("翻"):
        return (quantity.value - 1) * 100 * sign, "%"
    if quantity.unit == "成":
        return quantity.value * 10 * sign, "%"
    unit = "个百分点" if quantity.is_points else quantity.unit
    return quantity.value * sign, unit


def span_a_year(draft: Draft, goal: str) -> None:
    """全年目标, 年初目标: a goal for the year, whatever part of it the sentence speaks of."""
    yearly = re.search(r"年度|全年|年初|(?<!半)年(?:目标|计划)", goal)
    if yearly and draft.period is not None and not draft.period.is_year:
        draft.period = Period.year(draft.period.last_year)
