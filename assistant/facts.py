"""A reader's view of one index generation: figures, sentences and reports, with the small caches that a question needs."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.abbreviated import abbreviations, in_full
from assistant.brands import brands_of
from assistant.linking import WEIGHTS, Linker
from assistant.names import Vector
from assistant.papers import papers
from assistant.scopes import short_names
from assistant.speakers import HEAD, speakers
from assistant.terms import is_all_known
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory, core_of
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Report, Section

if TYPE_CHECKING:
    from assistant.extractive.slot import Outcome, Slot
    from assistant.records import Query
    from index.opening import Snapshot

__all__ = ["Facts"]

_OPENING = 4  # characters that a name begins with: 澹星储能 of 澹星储能一期的投资强度
KEPT_VECTORS = 4_096  # about 13 MB of Python floats
PLACE_ENDS = ("片区", "园区", "园", "区块", "镇", "街道", "乡", "村", "新城", "组团", "板块", "港区", "小镇", "基地")
ASKED_WITH = re.compile("目标|计划|任务|增长|增速|增幅|下降|占|比重|同比|超|低于|高于")
JOINT = re.compile("以及|和|与|(?<![普涉惠波])及(?!时|格)")

_GROWTH_NAMED = re.compile("(?<=[㐀-鿿]{2})(?P<how>增速|增幅|增长率?|降幅)$")


def _growing(figure: Figure) -> Figure:
    """规上工业增加值增速 11.7, the row of a table, as the growth of 规上工业增加值, which is what questions ask for."""
    named = _GROWTH_NAMED.search(figure.indicator)
    if named is None or figure.kind is not FigureKind.VALUE or figure.value is None or figure.unit not in ("%", ""):
        return figure
    rate = -figure.value if named["how"] == "降幅" else figure.value
    text = f"下降{figure.value_text}" if named["how"] == "降幅" else figure.value_text
    indicator = figure.indicator[: named.start()]
    grown = replace(figure, kind=FigureKind.GROWTH, growth=rate, growth_unit="%", growth_text=text)
    return replace(grown, indicator=indicator, name=normalise(indicator), value=None, value_text="", unit="")


class Facts:
    """Everything the answering half asks of an index.  Bound to one generation; made anew when the index moves on."""

    presume: Callable[[Outcome], Figure | None] | None = None

    def __init__(self, index: Snapshot, *, weights: Mapping[str, float] = WEIGHTS) -> None:
        self.index = index
        self.ledger = index.ledger
        cards = self.ledger.cards()
        self.zones = ZoneDirectory((c.zone for c in cards), speakers(self.ledger.heads(HEAD)))
        self.cards = {c.id: replace(c, zone=self.zones.identity.get(c.zone, "")) for c in cards}
        self.linker = Linker(index.embedding, self.ledger.names, weights)
        names = self.ledger.scopes()
        self.parts = frozenset(names)  # all that figures are told of: 生物医药, 松坪园
        self.scopes = frozenset(s for s in names if len(s) >= 3 and s.endswith(PLACE_ENDS))
        self.resolved: dict[tuple[Slot, bool], Outcome] = {}  # operands looked for by rule
        self._vectors: dict[str, Vector] = {}
        self._figures = lru_cache(maxsize=256)(self._load)
        self._sections = lru_cache(maxsize=64)(self.ledger.sections)

    def presuming(self, presume: Callable[[Outcome], Figure | None]) -> Facts:
        """The same facts, by which an operand that no rule finds is what ``presume`` takes it for."""
        twin = copy.copy(self)
        twin.presume = presume
        return twin

    @cached_property
    def latest(self) -> Period | None:
        periods = [r.period for r in self.cards.values() if r.period]
        return max(periods, key=lambda p: p.end, default=None)

    def understanding(self) -> Understanding:
        return self._understanding

    @cached_property
    def _understanding(self) -> Understanding:
        def told(words: str) -> Sequence[str]:
            return sorted(self._saying([words]))

        return Understanding(
            self.zones, self.scopes, self.latest, self.words, self.newest, told, self._names, self._joined, self._papers, short=self._short,
            brands=self._brands,
        )

    @cached_property
    def _brands(self) -> frozenset[str]:
        return brands_of(self._names, self.zones.zones, self.scopes)

    def in_full(self, question: str) -> str:
        """The question with a company's full name for the short one that a report gives it, where figures are asked for."""
        return in_full(question, self._abbreviations)

    @cached_property
    def _abbreviations(self) -> dict[str, tuple[str, frozenset[str]]]:
        texts = self.ledger.texts_saying("简称")
        told: dict[str, set[str]] = {}
        for scope, indicator in self.ledger.names() if texts else ():
            told.setdefault(scope, set()).add(indicator)
        return abbreviations(texts, {scope: frozenset(names) for scope, names in told.items() if len(scope) > 3})

    @cached_property
    def _short(self) -> dict[str, str]:
        return short_names(self.scopes, self.ledger.vocabulary())

    @cached_property
    def _papers(self) -> dict[str, frozenset[str]]:
        return papers((c.zone, c.title) for c in self.cards.values())

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Names that an “and” doesn't part: not those of two known indicators that a report tells of together."""
        parted = ((n, JOINT.split(n)) for n in self._names if JOINT.search(n))
        return frozenset(n for n, parts in parted if len(parts) == 2 and all(parts) and not all(map(is_all_known, parts)))

    @cached_property
    def newest(self) -> dict[str, Period]:
        """The period of each zone's newest report."""
        dated = [(r.zone, r.period) for r in self.cards.values() if r.period]
        return dict(sorted(dated, key=lambda d: (d[1].last_year, d[1].last_month)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every two and three characters in a row of a name or a scope, but of names that hold what questions ask with."""
        return frozenset(n[i : i + k] for n in self._names for k in (2, 3) for i in range(len(n) - k + 1))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(n for n in (*self.ledger.vocabulary(), *self.ledger.scopes()) if not ASKED_WITH.search(n))

    def report(self, report_id: str) -> Report:
        report = self.ledger.report(report_id)
        if report is None:
            raise KeyError(report_id)
        return report

    def _load(self, zone: str | None, period: str | None) -> tuple[Figure, ...]:
        names = [n for n, z in self.zones.identity.items() if z == zone] if zone else None
        found = self.ledger.figures(zone=names, period=Period.parse(period) if period else None)
        same = self.zones.identity
        return tuple(_growing(f if same.get(f.zone, f.zone) == f.zone else replace(f, zone=same[f.zone])) for f in found)

    def figures(self, zones: Iterable[str] = (), periods: Iterable[Period] = ()) -> list[Figure]:
        """Figures of the zones (all when empty) and periods (all when empty), in report order."""
        keys: list[str | None] = [p.key for p in periods] or [None]
        places: list[str | None] = [*zones] or [None]
        return [f for z in places for k in keys for f in self._figures(z, k)]

    def placed(self, query: Query) -> tuple[str, ...]:
        """The zones asked for; where none is named, the only one there is, or that tells of a place so named (石塘古镇), or of what is asked."""
        if query.zones or query.unknown_zones or len(self.zones.zones) == 1:
            return query.zones or self.zones.zones
        if len(of := self._saying(query.scopes)) == 1:
            return tuple(of)
        openings = (phrase[:_OPENING] for phrase in (query.topic, *query.indicators) if len(phrase) >= _OPENING)
        alone = set().union(*(of for opening in openings if len(of := self._saying([opening])) == 1))
        return tuple(alone) if len(alone) == 1 else ()

    def _saying(self, words: Iterable[str]) -> set[str]:
        """The zones that have a report with one of these words."""
        return {self.zones.identity.get(z, z) for word in words for z in self.ledger.zones_saying(word)}

    def sentence(self, figure: Figure) -> str:
        return self.report(figure.report_id).text[figure.sentence_start : figure.sentence_end]

    def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """Passage vectors of sentences; the last few thousand are kept, as questions on one report meet the same ones."""
        new = [t for t in dict.fromkeys(texts) if t not in self._vectors]
        self._vectors |= zip(new, self.index.embedding.embed_passages(new) if new else (), strict=True)
        found = [self._vectors[t] for t in texts]
        while len(self._vectors) > KEPT_VECTORS:
            self._vectors.pop(next(iter(self._vectors)), None)
        return found

    def sections(self, report_id: str) -> list[Section]:
        return self._sections(report_id)

    def reports_of(self, zones: Iterable[str] = (), periods: Iterable[Period] = ()) -> list[str]:
        """Ids of the reports of these zones whose own period meets one of ``periods``, oldest first, in a year the one asked for last."""
        wanted, asked = set(zones), set(periods)
        years = {y for p in asked for y in range(p.first_year, p.last_year + 1)}

        def place(period: Period | None) -> tuple[int, ...]:
            return (period.last_year, period in asked, *period.end, -period.first_month) if period else ()

        chosen = [
            r
            for r in self.cards.values()
            if (not wanted or r.zone in wanted) and (not years or (r.period and r.period.last_year in years))
        ]
        return [r.id for r in sorted(chosen, key=lambda r: (r.zone, place(r.period)))]

    def shared_period(self, zones: Sequence[str | None], least: int) -> Period | None:
        """The newest period that the reports of ``least`` of these zones look back on; None where those of so many look back on none."""
        told = Counter(period for zone in zones for period in self.periods_of(zone))
        return max((p for p, many in told.items() if many >= least), key=lambda p: (*p.end, -p.first_month), default=None)

    def in_its_own_report(self, figure: Figure) -> bool:
        """Whether the report tells of its own period: what a later one tells of the same may be restated."""
        card = self.cards.get(figure.report_id)
        return card is not None and card.period == figure.period

    def told_until(self, report_id: str) -> tuple[int, int]:
        """Year and month up to which a report tells; (0, 0) where it names no period.  The greater, the newer."""
        period = self.cards[report_id].period
        return period.end if period is not None else (0, 0)

    def periods_of(self, zone: str | None) -> list[Period]:
        """The periods that the reports of a zone, or all reports, look back on, in order."""
        return self._periods.get(zone, [])

    @cached_property
    def _periods(self) -> dict[str | None, list[Period]]:
        told = [(r.zone, r.period) for r in self.cards.values() if r.period]
        of: dict[str | None, set[Period]] = {None: {period for _, period in told}}
        for zone, period in told:
            of.setdefault(zone, set()).add(period)
        return {zone: sorted(periods) for zone, periods in of.items()}

    @staticmethod
    def short(zone: str) -> str:
        """The zone as said in a sentence: without a bracketed addition."""
        place, kind = core_of(zone)
        return place + kind if kind and place + kind in zone else re.sub(r"[(（][^)）]*[)）]", "", zone)
