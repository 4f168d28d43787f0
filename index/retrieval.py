"""A question → hits: the dense and the lexical side fused, filtered by report and period."""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import fmean, pstdev
from typing import Protocol

import numpy as np
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle

from index.characters import simplified
from index.embedding.base import Vector
from index.records import Hit, Passage, Period
from index.store import Source, as_node

__all__ = ["DEPTH", "Searchable", "ZoneRetriever", "fuse"]

DEPTH = 50  # hits of each side that are fused
_DEEPEST = 3_200  # how far a side is searched for passages of the periods asked for
_CACHED_VECTORS = 256


class Dense(Protocol):
    def query(self, vector: Vector, k: int, report_ids: Collection[str] | None = None) -> list[tuple[str, float]]: ...


class Lexical(Protocol):
    def search(self, text: str, k: int, report_ids: Collection[str] | None = None) -> list[tuple[str, float]]: ...


class Embedding(Protocol):
    def embed_query(self, text: str) -> Vector: ...


class Cards(Protocol):
    def cards(self) -> Sequence[Source]: ...
    def passages(self, ids: Iterable[str]) -> list[Passage]: ...


class Searchable(Protocol):
    """What is searched: an open index, or one snapshot of it."""

    @property
    def ledger(self) -> Cards: ...
    @property
    def vectors(self) -> Dense: ...
    @property
    def lexical(self) -> Lexical: ...
    @property
    def embedding(self) -> Embedding: ...


class ZoneRetriever(BaseRetriever):
    """Finds passages; as a llama-index retriever it gives ``k`` nodes, of ``zones`` and ``periods`` only, when given.

    Thread-safe.  Built on a snapshot it keeps to one generation; built on an index it moves on with it.
    """

    def __init__(self, index: Searchable, *, k: int = 10, zones: Collection[str] | None = None,
                 periods: Collection[Period] | None = None) -> None:
        super().__init__()
        self._index = index
        self._k, self._zones, self._periods = k, zones, periods
        self._vectors: OrderedDict[str, Vector] = OrderedDict()
        self._lock = threading.Lock()
        self._known: tuple[Cards, dict[str, Source]] | None = None

    def hits(self, text: str, *, k: int, report_ids: Collection[str] | None = None,
             periods: Collection[Period] | None = None, vector: Vector | None = None) -> list[Hit]:
        """The ``k`` best passages for ``text``, best first; ``vector`` is that of :meth:`embed`, if the caller has it.

        ``periods`` keeps passages whose period (their own, else their report's) lies within one of them: 2018 takes
        2018H1 as well.  Raises EmbeddingError, StoreUnavailable.
        """
        index = self._index
        if vector is None:
            vector = self.embed(text)
        depth = max(DEPTH, k)
        if periods is None:
            dense = index.vectors.query(vector, depth, report_ids)
            lexical = index.lexical.search(text, depth, report_ids)
            return self._hits(dense, lexical, k)
        found: dict[str, Passage] = {}
        deep = 2 * depth
        while True:
            dense, lexical = index.vectors.query(vector, deep, report_ids), index.lexical.search(text, deep, report_ids)
            self._read(found, dense, lexical)
            kept = {id for id, passage in found.items() if self._within(passage, periods)}
            if len(kept) >= k or deep >= _DEEPEST or (len(dense) < deep and len(lexical) < deep):
                break
            deep *= 4
        return self._hits([hit for hit in dense if hit[0] in kept][:depth],
                          [hit for hit in lexical if hit[0] in kept][:depth], k)

    def embed(self, text: str) -> Vector:
        """The vector of a question, from the last 256 if it is among them."""
        with self._lock:
            if text in self._vectors:
                self._vectors.move_to_end(text)
                return self._vectors[text]
        vector = self._index.embedding.embed_query(simplified(text))  # passages are embedded simplified
        with self._lock:
            self._vectors[text] = vector
            if len(self._vectors) > _CACHED_VECTORS:
                self._vectors.popitem(last=False)
        return vector

    def _hits(self, dense: list[tuple[str, float]], lexical: list[tuple[str, float]], k: int) -> list[Hit]:
        scores = fuse(dense, lexical)
        cosines, bm25 = dict(dense), dict(lexical)
        best = sorted(scores, key=lambda id: (-scores[id], id))[:k]
        return [Hit(passage, scores[passage.id], cosines.get(passage.id), bm25.get(passage.id))
                for passage in self._index.ledger.passages(best)]

    def _read(self, found: dict[str, Passage], *sides: list[tuple[str, float]]) -> None:
        ids = dict.fromkeys(id for side in sides for id, _ in side if id not in found)
        found.update((passage.id, passage) for passage in self._index.ledger.passages(ids))

    def _within(self, passage: Passage, periods: Collection[Period]) -> bool:
        report = self._reports().get(passage.report_id)
        own = passage.period or (report.period if report else None)
        return own is not None and any(_covers(period, own) for period in periods)

    def _reports(self) -> Mapping[str, Source]:
        """Reports by id, read once from each ledger."""
        ledger, known = self._index.ledger, self._known
        if known is None or known[0] is not ledger:
            self._known = known = (ledger, {card.id: card for card in ledger.cards()})
        return known[1]

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        reports = self._reports()
        ids = None if self._zones is None else {card.id for card in reports.values() if card.zone in self._zones}
        given = query_bundle.embedding
        hits = self.hits(query_bundle.query_str, k=self._k, report_ids=ids, periods=self._periods,
                         vector=None if given is None else np.asarray(given, dtype=np.float32))
        return [NodeWithScore(node=as_node(hit.passage, reports[hit.passage.report_id]), score=hit.score)
                for hit in hits if hit.passage.report_id in reports]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


def fuse(*sides: Sequence[tuple[str, float]]) -> dict[str, float]:
    """Each side's scores standardised and added up; a passage missing on one side gets that side's lowest.

    CMRC2018, hit@1 of 500: 0.978, against 0.964 by reciprocal ranks, 0.948 dense alone; raw cosines, which crowd into
    0.75–0.95, can't be added to BM25 at all.
    """
    total: dict[str, float] = dict.fromkeys((id for side in sides for id, _ in side), 0.0)
    for side in sides:
        if not side:
            continue
        values = [score for _, score in side]
        mean, spread = fmean(values), pstdev(values) or 1.0
        standard = {id: (score - mean) / spread for id, score in side}
        lowest = min(standard.values())
        for id in total:
            total[id] += standard.get(id, lowest)
    return total


def _covers(outer: Period, inner: Period) -> bool:
    begins = (outer.first_year, outer.first_month) <= (inner.first_year, inner.first_month)
    return begins and (inner.last_year, inner.last_month) <= (outer.last_year, outer.last_month)
