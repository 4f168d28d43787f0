"""Sentences for questions whose answer is words: who, when, where, why, how, which."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.cues import SYNONYMS
from assistant.facts import Facts
from assistant.linking import bigrams, fold
from assistant.records import Operation
from index.glossary import normalise
from index.records import SectionKind

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["Sentence", "rank_sentences", "split_sentences"]

BREAK = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』）)]*|\n")
LONG = 150  # characters: a longer sentence is also tried clause by clause
DATE = re.compile(r"\d{1,2}月(?:\d{1,2}日|份|底|初|中旬|上旬|下旬)?|[上下]半年|[一二三四]季度|年[底末初]|\d{4}年")
CAUSE = re.compile(
    r"因为?|由于|受|主要(?:是|原因)|原因|影响|拖累|拉低|得益于|带动|源于|所致|导致|致使|使得|缘于|系|不足|接续|制约|滞后|周期"
)
EXPECTED = re.compile("预计|有望|预期|力争|将于|可望")
TITLE = re.compile(
    r"[—\-（(]{0,2}.{4,40}(?:工作总结|工作报告|工作要点|汇报|述职报告|简报|公报|会议上|管委会|委员会|办公室)[)）]?"
)
NAMED = re.compile(
    r"[一-鿿A-Za-z]{2,}(?:公司|集团|企业|项目|平台|中心|基地|学校|小学|中学|医院|大学|研究院|局|委|办|村|社区|街道|片区|园|股份|科技|电器|药业|医药|装备|生物|新材|轴承|家居|食品|重工|石化)|“[^”]+”|《[^》]+》"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report with its score for one question."""

    report_id: str
    start: int
    end: int
    text: str
    path: tuple[str, ...]
    score: float
    coverage: float  # share of the asked words (by idf) that stand in it or its headings
    standing: float  # its cosine with the question, standardised over the sentences tried


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of whole sentences of ``text[start:end]``, blanks trimmed; a semicolon does not end one."""
    spans = []
    for match in BREAK.finditer(text, start, len(text) if end is None else end):
        a, b = match.span()
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if b - a >= 2:
            spans.append((a, b))
    return spans


def rank_sentences(
    facts: Facts,
    retriever: ZoneRetriever,
    question: str,
    phrase: str,
    operation: Operation,
    *,
    report_ids: Sequence[str] | None,
    plans_only: frozenset[str] = frozenset(),
    k: int = 12,
    planned: bool = False,
    expected: bool = False,
) -> list[Sentence]:
    """Sentences of the best passages, best first: idf coverage of the asked words, dense similarity, and the answer's shape.

    Of the reports in ``plans_only`` only sections that plan are read.  ``planned`` is whether the question is about
    plans; a sentence of the other kind of section is put back.
    """
    hits = retriever.hits(question, k=k, report_ids=set(report_ids) if report_ids is not None else None)
    if not hits:
        return []
    wanted = bigrams(fold(phrase or question)) | bigrams(fold(normalise(phrase or question)))
    spans: dict[tuple[str, int, int], tuple[tuple[str, ...], float, SectionKind]] = {}
    best = max(h.score for h in hits)
    for hit in hits:
        if hit.passage.report_id in plans_only and hit.passage.kind is not SectionKind.PLAN:
            continue
        report = facts.report(hit.passage.report_id)
        for a, b in split_sentences(report.text, hit.passage.start, hit.passage.end):
            if report.text[a:b] == report.title or TITLE.fullmatch(report.text[a:b]):
                continue
            spans.setdefault((report.id, a, b), (hit.passage.path, hit.score - best, hit.passage.kind))
    keys = list(spans)
    if not keys:
        return []
    texts = [facts.report(r).text[a:b] for r, a, b in keys]
    grams = [bigrams(fold(t)) for t in texts]
    frequency = Counter(g for s in grams for g in s)
    idf = {g: math.log(1 + len(keys) / (0.5 + frequency.get(g, 0))) for g in wanted}
    total = sum(idf.values()) or 1.0
    spoken = [(bigrams(word), group) for group in SYNONYMS for word in group if word in (phrase or question)]
    inside = [
        sum(idf[g] for g in wanted & (s | {g for own, group in spoken if any(w in t for w in group) for g in own}))
        / total
        for t, s in zip(texts, grams, strict=True)
    ]
    above = [sum(idf[g] for g in wanted & bigrams(fold("".join(spans[k][0])))) / total for k in keys]
    scores = np.array(
        [
            2.0 * a
            + 0.5 * b
            + 0.08 * spans[k][1]
            + _shape(t, operation)
            + (0.5 if expected and EXPECTED.search(t) else 0.0)
            - (0.3 if planned != (spans[k][2] is SectionKind.PLAN) else 0.0)
            for k, t, a, b in zip(keys, texts, inside, above, strict=True)
        ]
    )
    top = np.argsort(-scores)[:12]
    query = np.asarray(facts.index.embedding.get_query_embedding(question), dtype=np.float32)
    vectors = np.asarray(
        facts.vectors([texts[i][:200] for i in top]), dtype=np.float32
    )
    cosine = vectors @ query
    standard = (cosine - cosine.mean()) / (float(cosine.std()) or 1.0)
    final = sorted(
        ((float(scores[i] + 0.3 * z), int(i), float(z)) for i, z in zip(top, standard, strict=True)), reverse=True
    )
    return [
        Sentence(*keys[i], texts[i], spans[keys[i]][0], score, max(inside[i], 0.7 * inside[i] + 0.3 * above[i]), z)
        for score, i, z in final
    ]


def _shape(text: str, operation: Operation) -> float:
    if operation is Operation.WHEN:
        return 0.5 if DATE.search(text) else -0.5
    if operation is Operation.WHY:
        return 0.3 if CAUSE.search(text) else -0.1
    if operation in (Operation.LIST, Operation.PARTS):
        return min(0.4, 0.08 * len(re.findall("[、；]", text))) - (0.2 if len(text) < 25 else 0.0)
    if operation is Operation.WHO:
        return 0.2 if NAMED.search(text) else -0.2
    return 0.0
