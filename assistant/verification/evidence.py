"""A cited span → what it holds: the ledger's figures of it, and every other number that is printed there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.changes import starts_change
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Citation
from assistant.verification.claims import statuses_in, without_plain
from assistant.verification.mentions import Mention, MentionKind, find_mentions, folded
from assistant.verification.words import FALL, RISE
from index.glossary import normalise
from index.numerals import convert
from index.periods import parse_period
from index.records import Figure, FigureKind, Period, Report, SectionKind, Status

__all__ = ["Evidence", "Item", "Library", "grams", "squeezed"]

_BREAK = re.compile("[，,。；;：:、（）()|\n]")


@dataclass(frozen=True, slots=True)
class Item:
    """One number that a cited span holds.  ``periods`` and ``statuses`` are those it may be told under."""

    value: Decimal
    unit: str
    name: str  # scope and indicator, or the words around a number that the ledger has no figure for
    citation: int
    periods: frozenset[Period]
    zone: str
    statuses: frozenset[Status]
    growth: bool = False  # signed
    figure: Figure | None = None
    text: str = ""
    qualifier: str = ""
    around: frozenset[str] = frozenset()
    local: str = ""  # the words right before it


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one citation gives.  ``text`` is the quote without white space, ``grams`` its vocabulary."""

    citation: Citation
    items: tuple[Item, ...]
    text: str
    grams: frozenset[str]
    mentions: tuple[Mention, ...]
    periods: frozenset[Period]
    zone: str


@lru_cache(maxsize=32_768)
def grams(text: str) -> frozenset[str]:
    """Bigrams of a name as printed and normalised, without words that name nothing."""
    bare = without_plain(text)
    return frozenset(bigrams(fold(bare)) | bigrams(fold(normalise(bare)))) - {""}


def squeezed(text: str) -> str:
    """Half width without white space: lines of a PDF break inside numbers."""
    return re.sub(r"\s+", "", folded(text)).replace(",", "")


class Library:
    """Evidence of citations, kept while the index stays; thread-safe, as building one twice does no harm."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._figures = lru_cache(maxsize=256)(self._load)
        self._built = lru_cache(maxsize=2_048)(self._build)

    def evidence(self, citation: Citation) -> Evidence:
        return self._built(citation)

    def figures(self, report_id: str) -> tuple[Figure, ...]:
        return self._figures(report_id)

    def _load(self, report_id: str) -> tuple[Figure, ...]:
        return tuple(self.facts.ledger.figures(report_id=report_id))

    def _build(self, citation: Citation) -> Evidence:
        report = self.facts.report(citation.report_id)
        card = self.facts.cards.get(citation.report_id)
        zone = card.zone if card else report.zone
        figures = [f for f in self.figures(report.id) if _within(f, citation)]
        flat = (
            re.sub(r"(?<=\S)[ \t\r\n\u3000]+(?=\S)", "", folded(citation.quote))
            if "|" not in citation.quote
            else folded(citation.quote)
        )
        mentions = find_mentions(flat)
        periods = self._periods(report, citation, flat)
        items = [i for f in figures for i in _of_figure(f, citation.number, zone, flat)]
        items += _plain_items(flat, mentions, items, citation.number, zone, periods)
        places = "".join((*citation.heading, report.title, zone, *(f.scope + f.indicator + f.name for f in figures)))
        vocabulary = bigrams(fold(flat)) | bigrams(fold(places)) | bigrams(fold(normalise(flat)))
        return Evidence(
            citation,
            tuple(items),
            squeezed(citation.quote),
            frozenset(vocabulary),
            mentions,
            periods | {p for i in items for p in i.periods},
            zone,
        )

    def _periods(self, report: Report, citation: Citation, flat: str) -> frozenset[Period]:
        """The periods that this place of a report speaks of: its section's, the report's, and those it names."""
        found = {report.period} if report.period else set()
        year = report.period.last_year if report.period else None
        for section in self.facts.sections(report.id):
            if section.start <= citation.start < section.end or citation.start <= section.start < citation.end:
                if section.period:
                    found.add(section.period)
                    year = section.period.last_year
                if section.kind is SectionKind.PLAN and report.period:
                    found.add(Period.year(report.period.last_year + (1 if report.period.last_month == 12 else 0)))
        for part in _BREAK.split(flat):
            if named := parse_period(part, year=year):
                found.add(named)
        return frozenset(found)


def _within(figure: Figure, citation: Citation) -> bool:
    return (
        figure.start < citation.end
        and figure.end > citation.start
        and (figure.start >= citation.start - 1 or figure.sentence_start >= citation.start)
    )


def _of_figure(figure: Figure, citation: int, zone: str, flat: str) -> list[Item]:
    name = figure.indicator if figure.scope and figure.scope in figure.indicator else figure.scope + figure.indicator
    at = flat.find(folded(figure.value_text or figure.growth_text))
    around = frozenset(bigrams(fold(_clause(flat, at)))) if at >= 0 else frozenset()
    local = _BREAK.split(flat[:at])[-1] if at > 0 else ""
    periods = frozenset({figure.period}) if figure.period else frozenset()
    if figure.period and starts_change(figure.scope, local):  # from 43 to 51 within the year: 43 was the year before's
        periods |= {figure.period.shifted(-1)}
    items = []
    statuses = frozenset({figure.status} if figure.kind is not FigureKind.COMPLETION else Status)
    if figure.value is not None:
        changes = figure.kind in (FigureKind.RANK_CHANGE, FigureKind.GAP)
        items.append(
            Item(
                figure.value,
                figure.unit,
                name,
                citation,
                periods,
                zone,
                statuses,
                figure=figure,
                text=figure.value_text,
                qualifier=figure.qualifier,
                around=around,
                growth=changes and figure.value < 0,
                local=local,
            )
        )
    if figure.growth is not None:
        items.append(
            Item(
                figure.growth,
                figure.growth_unit,
                name,
                citation,
                periods,
                zone,
                statuses,
                growth=True,
                figure=figure,
                text=figure.growth_text,
                around=around,
            )
        )
    return items


def _clause(text: str, at: int) -> str:
    begin = max((m.end() for m in re.finditer("[。；;\n]", text[:at])), default=0)
    return re.split("[。；;\n]", text[begin:], maxsplit=1)[0]


def _plain_items(
    flat: str, mentions: Sequence[Mention], known: Sequence[Item], citation: int, zone: str, periods: frozenset[Period]
) -> list[Item]:
    """Numbers in the quote that no figure covers, named by the words around them."""
    items = []
    last = ""
    numbers = [m for m in mentions if m.kind in (MentionKind.QUANTITY, MentionKind.BARE) and m.value is not None]
    for i, mention in enumerate(numbers):
        begin = numbers[i - 1].end if i else 0
        stop = numbers[i + 1].start if i + 1 < len(numbers) else len(flat)
        before = re.split("[。；;\n|]", flat[begin : mention.start])[-1]
        after = _BREAK.split(flat[mention.end : stop], maxsplit=1)[0]
        name = without_plain(before) + (
            without_plain(after) if not mention.unit or after[:1] == "的" or len(without_plain(before)) < 2 else ""
        )
        name = last = name or ("" if re.search("[。；;\n|]", flat[begin : mention.start]) else last)  # ，比上年翻了一番
        value = mention.value
        known_already = value is None or any(
            abs(k.value) == value
            and (not mention.unit or convert(value, mention.unit, k.unit or mention.unit) == value)
            for k in known
        )
        ends = [v for v in (None if known_already else value, mention.upper) if v is not None]
        if not ends:
            continue
        clause = _clause(flat, mention.start)
        sign = -1 if FALL.search(before) and not RISE.search(before) else 1 if RISE.search(before) else 0
        told = statuses_in(before) or statuses_in(_clause(flat[: mention.start], mention.start)) or frozenset(Status)
        for end in ends:
            items.append(
                Item(
                    end * sign if sign else end,
                    mention.unit,
                    name,
                    citation,
                    periods,
                    zone,
                    told,
                    growth=bool(sign),
                    text=mention.text,
                    qualifier=mention.qualifier,
                    around=frozenset(bigrams(fold(clause))),
                )
            )
    return items
