"""A failed question → the stage that failed, decided from the answer's query and trace, the ledger and the gold key.

The stages are asked in the order of the line: was it understood, were its figures extracted, did they pass the hard
filters, was the right one chosen, was it held near enough, was it computed and said right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.wording import said
from assistant.facts import Facts
from assistant.judging import Item, contains, normal_form, supports
from assistant.records import Answer, Query
from benchmarks.quality_asking import Told
from index.records import Figure, Report, Status

__all__ = ["Stage", "failed_stage"]

WORDS = ("entity", "list", "datetime", "why_summary")
AIMED = {"target": Status.TARGET, "expected": Status.EXPECTED}
_MOST_SLOTS = 24  # a question on all zones and years has more; the first ones tell


class Stage(StrEnum):
    UNDERSTANDING = "理解 understanding"
    EXTRACTION = "抽取 extraction"
    FILTER = "筛选 hard filters"
    CHOICE = "定位 choice"
    REFUSAL = "拒答 refusal"
    PREMISE = "前提 premise"
    SENTENCE = "句子 sentence"
    COMPUTING = "计算 computing"
    WORDING = "措辞 wording"


def failed_stage(told: Told, facts: Facts, places: Sequence[str]) -> tuple[Stage, str]:
    """The stage and why; ``places`` are the names of the reports that hold the answer."""
    item, answer = told.item, told.answer
    if item.must_refuse:
        return Stage.REFUSAL, "refused, with a number of no report" if answer.refused else "should have been refused"
    if item.unanswerable:
        return Stage.PREMISE, "a false premise was not corrected"
    reports = [report for card in facts.cards.values() if card.name in places
               if (report := facts.report(card.id)) is not None]
    zones = {facts.cards[report.id].zone for report in reports}
    if answer.query.unknown_zones:
        return Stage.UNDERSTANDING, f"took {answer.query.unknown_zones[0]} for a zone that isn't there"
    if answer.query.zones and zones and not zones & set(answer.query.zones):
        return Stage.UNDERSTANDING, "another zone"
    groups = _numbers_in_evidence(item)
    if item.kind in WORDS or (not groups and not _evidence_figures(item, reports, facts)[0]):
        return _of_words(item, answer)
    if groups:
        return _of_figures(item, answer, facts, reports, groups)
    return _of_computed(item, answer, facts, reports)


def _of_words(item: Item, answer: Answer) -> tuple[Stage, str]:
    if answer.refused:
        return Stage.REFUSAL, "nothing was held near enough"
    if supports(item, [c.quote for c in answer.citations]):
        return Stage.WORDING, "the quote holds the answer, what was said does not"
    stages = {trace.stage for trace in answer.trace}
    if item.kind in WORDS and "定位" in stages and "句子" not in stages:
        return Stage.UNDERSTANDING, f"taken as a question for a figure ({answer.query.operation})"
    return Stage.SENTENCE, "another sentence was taken"


def _of_figures(item: Item, answer: Answer, facts: Facts, reports: Sequence[Report],
                groups: Sequence[Sequence[str]]) -> tuple[Stage, str]:
    """The keys stand in a report: each must be a figure, pass the filters, and be chosen."""
    figures = [f for report in reports for f in facts.figures() if f.report_id == report.id]
    keyed = [[f for f in figures if any(contains(normal_form(said(f)), key) for key in group)] for group in groups]
    for group, found in zip(groups, keyed, strict=True):
        if not found:
            return Stage.EXTRACTION, f"no figure of the ledger holds {group[0]}"
    aimed = AIMED.get(item.kind)
    statuses = {f.status for found in keyed for f in found}
    if aimed and aimed not in statuses:
        return Stage.EXTRACTION, f"filed as {'、'.join(statuses)}"
    if aimed and answer.query.status is not aimed and not answer.query.operands:
        return Stage.UNDERSTANDING, f"asked for {answer.query.status or Status.DONE}"
    outcomes = _outcomes(facts, answer.query)
    within = {c.figure.id for o in outcomes for c in o.candidates}
    chosen = {o.figure.id for o in outcomes if o.figure}
    for group, found in zip(groups, keyed, strict=True):
        ids = {f.id for f in found}
        if not ids & within:
            where = "、".join(sorted({f"{f.period.key if f.period else '—'} {f.status} {f.kind}" for f in found})[:3])
            return Stage.FILTER, f"{group[0]} is filed as {where} and never was a candidate"
        if answer.refused and not ids & chosen:
            return Stage.REFUSAL, f"{group[0]} was a candidate, held too far off"
        if not ids & chosen:
            return Stage.CHOICE, f"{group[0]} was a candidate, another was chosen"
    return (Stage.COMPUTING, "the figures were found") if _computes(item) else (Stage.WORDING, "the figure was found")


def _of_computed(item: Item, answer: Answer, facts: Facts, reports: Sequence[Report]) -> tuple[Stage, str]:
    """The key is computed: the figures of each piece of evidence must be there and be used."""
    found, missing = _evidence_figures(item, reports, facts)
    if missing:
        return Stage.EXTRACTION, f"no figure in {missing[0][:30]}"
    if answer.refused:
        return Stage.REFUSAL, "an operand was held not to be there"
    cited = [(c.report_id, c.start, c.end) for c in answer.citations]
    unused = [f for f in found if not any(r == f.report_id and a <= f.start < b for r, a, b in cited)]
    if len(unused) == len(found):
        return Stage.CHOICE, "other operands"
    return Stage.COMPUTING, f"the sentences of {'some of ' if unused else ''}the operands were used"


def _computes(item: Item) -> bool:
    return item.kind in ("compare", "derived", "trend", "cross_zone")


def _numbers_in_evidence(item: Item) -> list[list[str]]:
    """Each key with a number that the evidence prints, in normal form, with its alternatives."""
    evidence = normal_form(" ; ".join((item.evidence, *item.evidence_extra)))
    groups = [[normal_form(key)] for key in item.answer_contains]
    groups += [[normal_form(key) for key in group] for group in item.any_of]
    return [group for group in groups if any(re.search(r"\d", key) and contains(evidence, key) for key in group)]


def _outcomes(facts: Facts, query: Query) -> list[Outcome]:
    slots = [slot_of(part, phrase, zone=zone, period=period)
             for part in (query, *query.operands)
             for phrase in part.indicators or ("",)
             for zone, period in part.cells]
    return [resolve(facts, slot) for slot in slots[:_MOST_SLOTS]]


def _evidence_figures(item: Item, reports: Iterable[Report], facts: Facts) -> tuple[list[Figure], list[str]]:
    """(figures inside the pieces of evidence, the pieces that no figure lies in)."""
    found: list[Figure] = []
    missing = []
    reports = list(reports)
    for piece in filter(None, (item.evidence, *item.evidence_extra)):
        inside = [f for report in reports for start, end in _spans(report.text, piece)
                  for f in facts.ledger.figures(report_id=report.id) if start <= f.start < end]
        found += inside
        if not inside:
            missing.append(piece)
    return found, missing


def _spans(text: str, piece: str) -> list[tuple[int, int]]:
    """Where a verbatim quote stands; blanks and the bars of table rows don't count."""
    places = [i for i, c in enumerate(text) if not c.isspace() and c != "|"]
    plain = "".join(text[i] for i in places)
    wanted = re.escape(re.sub(r"[\s|]", "", piece))
    return [(places[m.start()], places[m.end() - 1] + 1) for m in re.finditer(wanted, plain) if m.group()]
