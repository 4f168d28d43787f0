"""What one operand must be, and what it led to: the slot that :func:`operand.resolve` fills."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.linking import Candidate
from assistant.records import Aspect, Operation, Query, Trace
from index.records import Figure, Period, Status

__all__ = ["SPENT_IN_A_YEAR", "Outcome", "Slot", "slot_of"]


@dataclass(frozen=True, slots=True)
class Slot:
    """What one operand must be.  ``zone`` or ``period`` None means any."""

    phrase: str
    zone: str | None = None
    period: Period | None = None
    status: Status | None = None
    aspect: Aspect = Aspect.VALUE
    scopes: tuple[str, ...] = ()
    unit: str = ""
    stock: bool = False
    near: tuple[tuple[str, int, int], ...] = ()  # places cited just before, where a short follow-up looks first
    ahead: bool = False  # 建成后: of any status, but what is foreseen first
    report_periods: tuple[Period, ...] = ()  # only figures of these periods' reports
    revised: bool = False  # 后来调成多少: the goal in force, not the one first set
    prose: bool = False  # 正文里的: of the text, not of a table
    spent: bool = False  # 一年花了多少: what was spent, not what all of it costs
    apart: bool = False  # 产值各多少: of the parts, of which a whole is none
    monthly: bool = False  # 环比: over the month or the quarter before
    yearly: bool = False  # 光这一年, 不要历年累计: what years have come to is none
    cumulative: bool = False  # 累计, 五年来: what several years have come to goes before one year's


@dataclass(frozen=True, slots=True)
class Outcome:
    """``figure`` is what was meant, or None with a ``reason``; ``nearest`` are figures close to it, best first."""

    slot: Slot
    figure: Figure | None = None
    reason: str = ""  # period, status, scope, indicator
    nearest: tuple[Figure, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=(), repr=False)

    @property
    def trace(self) -> Trace:
        chosen = (
            f"{self.figure.scope}{self.figure.indicator} = {self.figure.value_text or self.figure.growth_text}"
            if self.figure
            else f"无（{self.reason}）"
        )
        rows = tuple(
            {
                "figure": f"{c.figure.zone} {c.figure.period.key if c.figure.period else '?'} {c.figure.status} "
                f"{c.figure.scope}|{c.figure.indicator}={c.figure.value_text}{c.figure.growth_text}",
                "score": round(c.score, 3),
                **{k: round(v, 2) for k, v in c.features.items()},
            }
            for c in self.candidates[:6]
        )
        return Trace("定位", f"{self.slot.phrase} → {chosen}", rows)


def slot_of(query: Query, phrase: str, **changes: object) -> Slot:
    """The slot for one phrase of a query, with its first zone and period unless changed."""
    slot = Slot(
        phrase=phrase,
        zone=query.zones[0] if query.zones else None,
        period=query.periods[0] if query.periods else None,
        status=query.status,
        aspect=query.aspect,
        scopes=query.scopes,
        unit=query.unit,
        stock=query.stock,
        near=query.near,
        ahead=query.ahead and (query.status is None or not _GOAL.search(query.text)),
        revised=query.status is Status.TARGET and bool(_REVISED.search(query.text)),
        prose="正文" in query.text,
        spent=bool(SPENT_IN_A_YEAR.search(query.text)) and "总投资" not in phrase,
        apart=query.operation is Operation.PARTS and len(query.indicators) < 2,  # 产值、外资分别多少: of the zone, each
        cumulative=bool(_CUMULATIVE.search(query.text)) and not of_its_year(query.text),
        yearly=of_its_year(query.text),
        monthly=bool(_MONTHLY.search(query.text)),
        report_periods=query.report_periods if query.report_periods != query.periods else (),
    )
    return replace(slot, **changes)  # type: ignore[arg-type]


_OTHER_YEARS = "(?:累计|历年|以[前往]年[份度]?|往年|前些年|加总)"
_OF_ITS_YEAR = re.compile(
    f"(?:不要|不用|别|甭|不含|不算|不包括)[^，,。？?]{{0,6}}{_OTHER_YEARS}|{_OTHER_YEARS}[^，,。？?]{{0,8}}(?:不要|不用|别|甭|不算|不含|除外)"
    "|(?:单论|单看|单说|光是?|只看|只算|仅)[^，,。？?\\d]{0,2}(?:(?:19|20)?\\d\\d|二[〇零一二三四五六七八九]+)年(?:当年|[这那]一?个?年头?|一年)|年当年(?=放|投|发|拨|贷)"
)


def of_its_year(text: str) -> bool:
    """科创贷光2024年这一年放出去多少, 不要历年累计: what that year brought alone is asked for."""
    return _OF_ITS_YEAR.search(text) is not None


_GOAL = re.compile("目标|任务|计划|预算")
_REVISED = re.compile("后来|(?<!不)[调改修](?:整|减|增|低|高)?(?:成|到|为|后|过|了)|下调|上调|修订")
#: 2017年一年花了多少钱, 当年投了多少, 不是问总盘子.
SPENT_IN_A_YEAR = re.compile(
    "(?:一整?年|当年|[这那]一?年|年内|全年|本年)(?:里|内|中|就|实际|共|一共|又|到底|究竟|往里|往[这那]里|才|已经?)*(?:完成投资|完成了?|花|投|砸)(?![产用运入]|资促进)|不是[问说要]?总"
)
#: 环比, 与5月相比, 比上个月: over the month or the quarter before.
_MONTHLY = re.compile(
    r"环比|(?<!同)[比较与和跟](?:上|前)一?个?[月季]|(?<!同)[比较与和跟](?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:相比|比|[变增多少高低])"
)
_CUMULATIVE = re.compile("累计|[三四五]年(?:来|间|一?共|总共)|(?:总共|一共|拢共|开工(?:以来|至今|到现在))(?:已经?|又|都)*(?:花|投|砸|完成)")
