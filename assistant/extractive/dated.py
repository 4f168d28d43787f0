"""The day on which a thing came about: of the sentences that name it or go on from there, the one that tells it as done, and by its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.dated import Dated
from assistant.extractive.drafting import Drafting
from assistant.extractive.rescheduled import names_of, of_another_part
from assistant.extractive.sentences import DATES, FORESEEN, Unit, units
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Draft
from index.records import Period, SectionKind

__all__ = ["say_dated"]

NAMED = 0.75  # of the pairs of characters of a name, in a sentence
_NEXT = 3  # sentences behind the one that names a thing, in which it may still be told of
_OTHER = re.compile("[㐀-鿿]{2,}(?:项目|工程|基地|大道|大桥|产业园|厂)")
_UNSURE = re.compile("推迟|推后|延[期后误迟]|顺延|原定|原计划|拟|计划|没能|未能|尚未|目标|力争|确保|预计|要在")
_DAY = re.compile("\\d{1,2}月\\d{1,2}日")


def say_dated(facts: Facts, asked: Dated, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """Of each zone and period; None where no sentence tells the one day of it."""
    for zone, period in cells:
        for name in asked.names:
            told = [t for r in facts.reports_of([zone], [period]) for t in _tellings(facts, r, name, asked.told)]
            days = {re.sub(".*年", "", t[2]) for t in told}
            if len(days) == 1 and all(str(period.last_year) in t[2] or "年" not in t[2] for t in told):
                report_id, unit, date = told[0]
                drafting = Drafting(facts)
                drafting.note("哪天", f"{name}：{date}")
                cited = drafting.cite_span(report_id, *unit.whole, [(unit.start, unit.end)])
                drafting.say(f"{date}：{facts.report(report_id).text[slice(*unit.whole)].strip()}", (cited,))
                return drafting.draft()
    return None


def _tellings(facts: Facts, report_id: str, name: str, event: str) -> Iterator[tuple[str, Unit, str]]:
    """Each day told of the event of what is called so."""
    pairs, text = names_of(name), facts.report(report_id).text
    read = [u for u in units(facts, report_id) if not u.table and u.kind is not SectionKind.PLAN]
    for at, unit in enumerate(read):
        if of_another_part(name, unit.text):
            continue
        if len(pairs) < 2 or name[:2] not in unit.text or len(pairs & bigrams(fold(unit.text))) < NAMED * len(pairs):
            continue
        stop = text.find("\n", unit.start)
        behind = [u for u in read[at : at + 1 + _NEXT] if u.start < (stop if stop >= 0 else len(text))]
        for i, part in enumerate(behind):
            if i and _OTHER.search(part.text) and not pairs & bigrams(fold(part.text)):
                break
            found = next((d for c in re.split("[；;。|]", part.text) if (d := _day(c, event, pairs if not i else frozenset()))), "")
            if found:
                yield report_id, part, found
                break


def _day(clause: str, event: str, pairs: frozenset[str]) -> str:
    """The last day before the event in what is told of the thing; "" where it is only foreseen, or of another."""
    if pairs and not pairs & bigrams(fold(clause)):
        return ""
    told = re.search(event, clause)
    if told is None:
        return ""
    start = max(clause.rfind("、", 0, told.start()), -1) + 1
    before = clause[start : told.end()]
    own = [m for m in DATES.finditer(before) if _DAY.search(m.group())]
    if not own:
        return ""
    near = before[max(0, own[-1].start() - 12) :]
    return "" if _UNSURE.search(near) or FORESEEN.search(near) else own[-1].group()
