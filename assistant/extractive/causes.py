"""Why, where rules told what happened and no reason of it: the sentences that give reasons, read beside the whole question.

Only where a fall is told: of other questions the likeliest sentence spoilt more answers than it mended.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.extractive.crossing import answering
from assistant.extractive.drafting import Drafting
from assistant.extractive.inwords import passage
from assistant.extractive.sentences import CAUSE, HINT, Sentence, Unit, units
from assistant.extractive.textual import say_best, scoped
from assistant.facts import Facts
from assistant.records import Draft, Operation, Query
from index.records import SectionKind

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["answer_cause"]

LEAST = 0.5  # sum of the logits of a sentence alone and behind the one before it
BEFORE = 45  # characters of the sentence before it
READ = 80  # sentences at most
#: What is told is only how it went; nothing asked aloud, and nothing that corrects the question.
_FELL = re.compile("^(?!.*(?:没有|未完成|完成了|达到了|为[什啥何])).*(?:下降|减少|回落|下滑|负增长|[只仅](?:完成|有|为|及))")


def answer_cause(facts: Facts, query: Query, retriever: ZoneRetriever, draft: Draft) -> Draft | None:
    """The likeliest reason with what was told; None where the draft gives one, corrects the question, or none is likely."""
    told = "".join(s.text for s in draft.statements)
    if query.operation is not Operation.WHY or draft.refused or CAUSE.search(told) or HINT.search(told) or not _FELL.search(told):
        return None
    drafting = Drafting(facts)
    read = [c for i in scoped(drafting, query, retriever) for c in _candidates(facts, i)][:READ]
    if not read:
        return None
    question = query.bare or query.text
    if not any(p in question for p in query.indicators):
        question = "".join((*query.scopes, *query.indicators)) + question  # 为什么掉了, behind another question
    alone = answering(question, [passage(unit.text, unit.path) for _, unit, _ in read])
    behind = answering(question, [passage(before + unit.text, unit.path) for _, unit, before in read])
    scores = alone + behind
    likeliest = int(scores.argmax())
    report_id, unit, _ = read[likeliest]
    if scores[likeliest] < LEAST or unit.text in told:
        return None
    drafting.note("原因", f"{unit.text[:40]}（{scores[likeliest]:.1f}）")
    best = replace(Sentence.of(report_id, unit), coverage=1.0)
    say_best(drafting, query, best, [best])
    return drafting.draft()


def _candidates(facts: Facts, report_id: str) -> list[tuple[str, Unit, str]]:
    """What may give a reason, each with the end of the sentence just before it."""
    found: list[tuple[str, Unit, str]] = []
    last: Unit | None = None
    for unit in units(facts, report_id):
        if CAUSE.search(unit.text) and not unit.table and unit.kind is not SectionKind.PLAN:
            near = last is not None and unit.start - last.end < 3
            found.append((report_id, unit, last.text[-BEFORE:] if near and last is not None else ""))
        last = unit
    return found
