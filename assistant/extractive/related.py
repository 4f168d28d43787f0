"""What a refusal quotes: the sentences that the cross-encoder, beside the whole question, takes for the nearest.

Whoever asks in words that no report uses often finds what he meant there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.extractive.crossing import answering
from assistant.extractive.drafting import NO_RATE, Drafting
from assistant.extractive.inwords import passage, read_beside
from assistant.extractive.refusing import refuse_with_sentence
from assistant.extractive.textual import scoped
from assistant.facts import Facts
from assistant.records import Draft, Query, Statement
from assistant.several import joined

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["with_related"]

READ, PASSAGES = 4, 1  # sentences nearest by their words, and passages nearest in meaning, whose sentences are read as well
LEAST = (-5.0, -4.0)  # logits of the first and the second: below, a sentence has mostly nothing to do with the question
_ENDS = "。；;！!？?…：:"
#: 【已完成】, （根据录音整理）, 三是空间还不足。: alone it tells nobody anything, and short texts are taken for near to any question.
_ASIDE = re.compile("[【（(][^】）)]*[】）)][。；]?|[\\W_]*(?:\\w[\\W_]*){1,7}")
#: 2019年，在市委、市政府的坚强领导下，以…为指导: how every report opens.
_OPENING = re.compile(
    "坚强领导|全区上下|面对[^。]{0,30}(?:压力|挑战|考验|冲击)|总体呈现|(?:正确|关心|有力)领导下|为指导|深入(?:学习)?贯彻|习近平|(?:指示|会议|全会|讲话)精神|以[^，。]{2,12}为(?:统领|引领|目标|抓手)"
)
_QUOTED = re.compile("相关的(?:原文是|还有)：")


def with_related(facts: Facts, query: Query, retriever: ZoneRetriever, draft: Draft) -> Draft:
    """``draft``, a refusal, with the nearest sentences of the reports it speaks of in the place of those found by words alone."""
    if query.unknown_zones or not query.bare or any(NO_RATE in s.text for s in draft.statements):
        return draft
    quoting = Drafting(facts)
    ids = scoped(quoting, query, retriever)
    read = [s for s in read_beside(quoting, query, retriever, ids, READ, PASSAGES) if not _tells_nobody(s.text)] if ids else []
    if not read:
        return draft
    logits = answering(query.bare, [passage(s.text, s.path) for s in read])
    quoted = [s for s in draft.statements if _QUOTED.match(s.text)]
    told = "".join(s.text for s in draft.statements)
    likeliest = [read[i] for i, least in zip(np.argsort(-logits), LEAST, strict=False) if logits[i] >= least]
    nearest = [s for s in likeliest if s.text not in told]
    if not nearest:
        return draft
    for sentence in nearest:
        start, end = sentence.whole
        number = quoting.cite_span(sentence.report_id, start, end, [(sentence.start, sentence.end)])
        text = sentence.text if sentence.text[-1:] in _ENDS else f"{sentence.text}。"
        if quoting.statements:
            quoting.say(f"相关的还有：{text}", (number,))
        else:
            refuse_with_sentence(quoting, text, number)
    drafts = [_without(draft, quoted), quoting.draft(refused=draft.refused)]
    if quoted:  # the nearest by words comes last
        by_words = _without(draft, [s for s in draft.statements if s is not quoted[0]])
        said = replace(quoted[0], text=_QUOTED.sub("相关的还有：", quoted[0].text, count=1), citations=by_words.statements[0].citations)
        drafts.append(replace(by_words, statements=(said,)))
    return joined(drafts)


def _tells_nobody(text: str) -> bool:
    """Whether a sentence is no answer to anything: an aside, the words that reports open with, though numbers of years are among them."""
    return _ASIDE.fullmatch(text) is not None or (_OPENING.search(text) is not None and not re.search(r"\d(?![\d年]|\d*年)", text))


def _without(draft: Draft, struck: Sequence[Statement]) -> Draft:
    """A draft without these statements, and without the citations that nothing else rests on."""
    statements = [s for s in draft.statements if s not in struck]
    used = {n for s in statements for n in s.citations}
    citations = [c for c in draft.citations if c.number in used]
    number = {c.number: i for i, c in enumerate(citations, 1)}
    return replace(
        draft,
        statements=tuple(replace(s, citations=tuple(number[n] for n in s.citations)) for s in statements),
        citations=tuple(replace(c, number=number[c.number]) for c in citations),
    )
