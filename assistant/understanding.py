"""What an index offers to the understanding of questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.zones import ZoneDirectory
from index.records import Period

if TYPE_CHECKING:
    from assistant.records import Query

__all__ = ["Understanding"]


@dataclass(frozen=True)
class Understanding:
    """Zones, names and periods of the loaded reports."""

    zones: ZoneDirectory
    scopes: frozenset[str] = frozenset()  # places and parts that figures are of: 松坪园, 东渚片区
    latest: Period | None = None  # of the newest report: what 今年 means when nothing else says
    words: frozenset[str] = frozenset()  # every two and three characters in a row of a printed name
    latest_of: Mapping[str, Period] = field(default_factory=dict)  # of each zone's newest report
    told: Callable[[str], Sequence[str]] = field(default=lambda words: ())  # the zones that have a report with these words
    names: frozenset[str] = frozenset()  # printed names, but for those that hold what questions ask with
    joined: frozenset[str] = frozenset()  # of these, one thing's with an “and” in them: 软件和信息服务业收入
    papers: Mapping[str, frozenset[str]] = field(default_factory=dict)  # what reports are called (述职) → the zones with such a one
    talked_of: bool = False  # whether ``latest`` is the year that was just talked of: 去年 is the one before it
    short: Mapping[str, str] = field(default_factory=dict)  # 辕北 → 辕北产业园: how places among ``scopes`` are called
    brands: frozenset[str] = frozenset()  # what firms are called by: 羿湍 of 羿湍航空
    understood: dict[str, Query] = field(default_factory=dict, init=False, repr=False, compare=False)  # questions already parsed by this
