"""A question that is answered in words compared as a whole with the sentences of the reports: for what no rule answers.

Rules look for the words of a question in sentences; where it says them otherwise (根子在哪 for 原因) they find nothing.  Here
the cross-encoder reads the likeliest sentences beside the whole question, those by words and those of the nearest
passages; each has a share of likelihood beside “none of these”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.extractive.asks import asks_of
from assistant.extractive.crossing import answering
from assistant.extractive.drafting import Drafting
from assistant.extractive.likelihood import likelihoods
from assistant.extractive.listing import requests_asked
from assistant.extractive.scoping import asks_plan
from assistant.extractive.sentences import DATE, Sentence, units
from assistant.extractive.shapes import can_answer
from assistant.extractive.textual import ranked_sentences, say_best, scoped
from assistant.extractive.wholly import SAID
from assistant.facts import Facts
from assistant.records import Draft, Operation, Query

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["LEAST", "answer_in_words", "in_words", "passage", "read_beside"]

LEAST = 0.6  # likelihood of what is told
READ, PASSAGES = 12, 3  # sentences nearest by their words, and passages nearest in meaning, whose sentences are read as well …
IN_ALL = 24  # … so many at most
#: 图个啥, 有啥招, 来年要干的大事列一下: asked for in words, by none that rules know.
_BACK = re.compile("[上去前]年|同期|以来|[两三四五]年|五年|期间")  # a sentence that looks back behind its report's year
_PAST = re.compile("(?<!为)了(?![解结])|过(?![程度去来])|已经")  # 哪家产值过了10亿: no aim
#: PM2.5平均浓度29微克，优良天数比例88.2%。: how much of what, which gives no reason of anything
_ONLY_MEASURES = re.compile("(?:[^，。；因受由]{0,20}?\\d[^，。；因受由]{0,12}[，；。])+")
_ASKING = re.compile("谁|哪|什么|啥|为何|怎|咋|干嘛|凭|图个|列|有何")


def in_words(query: Query) -> bool:
    """Whether a question is to be answered in words."""
    asked = query.operation.in_words or (query.operation is Operation.ONE and _ASKING.search(query.bare) is not None)
    return asked and not asks_of(query.bare)


def passage(text: str, path: Sequence[str]) -> str:
    """What is read of a sentence: it, and the heading above."""
    return f"原文 | {text} | {path[-1] if path else ''}".replace("\n", " ")


def answer_in_words(facts: Facts, query: Query, retriever: ZoneRetriever) -> Draft | None:
    """The likeliest sentence; None where none is likely enough."""
    drafting = Drafting(facts)
    ids = scoped(drafting, query, retriever)
    if not ids or query.unknown_zones or requests_asked(query):
        return None
    read = [s for s in read_beside(drafting, query, retriever, ids, READ, PASSAGES) if can_answer(facts, query, s) and _of_its_time(facts, query, s)]
    if _PAST.search(query.bare) and not asks_plan(query):
        read = [s for s in read if not s.planned]
    if query.operation is Operation.WHY:
        read = [s for s in read if not (s.table or _ONLY_MEASURES.fullmatch(s.text))]
    if query.operation is Operation.WHEN:
        read = [s for s in read if DATE.search(s.text)]
    if not read:
        return None
    logits = answering(query.bare, [passage(s.text, s.path) for s in read])
    shares = likelihoods(np.append(logits, 0.0)[:, np.newaxis], np.ones(1))
    likeliest = int(np.argmax(logits))
    best = read[likeliest]
    if shares[likeliest] < LEAST:
        return None
    drafting.note("通句", f"{best.text[:40]}（{float(shares[likeliest]):.2f}）")
    say_best(drafting, query, replace(best, coverage=1.0), [best])  # found by no words: few of them say nothing against it
    drafting.say(SAID, ())
    drafting.presumed = True
    return drafting.draft()


def _of_its_time(facts: Facts, query: Query, sentence: Sentence) -> bool:
    """Whether a sentence may tell of the years asked: one of a later report has to say that it looks back."""
    own = facts.cards[sentence.report_id].period
    if own is None or not query.periods or any(p.last_year >= own.first_year for p in query.periods):
        return True
    around = facts.report(sentence.report_id).text[slice(*sentence.whole)] + "".join(sentence.path)
    return _BACK.search(around) is not None or any(str(p.last_year) in around for p in query.periods)


def read_beside(
    drafting: Drafting, query: Query, retriever: ZoneRetriever, ids: Sequence[str], ranked: int, passages: int
) -> list[Sentence]:
    """So many sentences nearest by their words, in whatever order, and those of the passages nearest in meaning."""
    found = {(s.report_id, s.start): s for s in ranked_sentences(drafting, query, retriever, ids, settled=False)[:ranked]}
    hits = [h for h in retriever.hits(query.bare or query.text, k=20, report_ids=set(ids)) if h.dense is not None]
    for hit in sorted(hits, key=lambda h: -(h.dense or 0.0))[:passages]:
        place = hit.passage
        for u in units(drafting.facts, place.report_id):
            if place.start <= u.start < place.end and not u.table:
                found.setdefault((place.report_id, u.start), Sentence.of(place.report_id, u))
    return list(found.values())[:IN_ALL]
