"""The dense side: passages and their vectors in Chroma, in a folder or on a server."""

from __future__ import annotations

import logging
import threading
import weakref
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, cast
from urllib.parse import urlsplit

import chromadb
import chromadb.config
import httpx
import numpy as np
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.errors import ChromaError, NotFoundError
from llama_index.core.schema import BaseNode, NodeRelationship, RelatedNodeInfo, TextNode
from llama_index.vector_stores.chroma import ChromaVectorStore

from index.embedding.base import Vector, Vectors
from index.errors import IndexDamaged, SettingsError, StoreUnavailable
from index.records import Passage, Period
from index.settings import IndexSettings

if TYPE_CHECKING:
    from chromadb.api.client import Client

__all__ = ["Source", "VectorStore", "as_node"]

EXACT_REPORTS = 100  # filters up to this many reports are answered from their own rows, exactly
CACHED_ROWS = 50_000  # at 384 dimensions 77 MB
PENDING_ROWS = 1_000  # an add costs Chroma 40-80 ms (a sync) before the first row and 1 ms a row
_PLACE = ["report_id", "start", "end", "page"]  # metadata that says nothing to a model
_log = logging.getLogger(__name__)

Rows = tuple[list[str], Vectors]
"""Passage ids and their vectors, (n,) and (n, dimension)."""


class VectorStore:
    """One collection.  Thread-safe to read; one object at a time may write.

    A search over everything is Chroma's.  Its own filter is slow (25,000 passages, 50 hits: 28 ms for 3 reports,
    49 ms for 333, 1 ms unfiltered), so a filter by few reports is answered from their vectors, read from Chroma once
    and kept (0.05 ms), and one by many by asking for more hits and dropping those of other reports.
    """

    def __init__(self, client: Client, collection: chromadb.Collection, place: str, *, server: bool) -> None:
        self._collection = collection
        self._place, self._server = place, server
        self._batch = client.get_max_batch_size()
        self._kept: OrderedDict[str, Rows] = OrderedDict()
        self._pending: dict[str, BaseNode] = {}
        self._flushing = threading.Lock()
        self._lock = threading.Lock()
        self._llama = ChromaVectorStore(chroma_collection=collection)
        # A store that is only let go of, as that of a generation left behind, gives back its files too (20 a store).
        # On the collection, so that whoever holds nothing but ``llama`` still reads.
        self._closing = weakref.finalize(collection, client.close)
        self._closing.atexit = False

    @classmethod
    def open(cls, settings: IndexSettings, folder: Path, collection: str) -> Self:
        """Open ``collection`` in ``folder``, or on ``settings.chroma_url``; make it when it isn't there.

        ``collection`` is 3–512 characters of ASCII.  Raises StoreUnavailable when the server doesn't answer,
        IndexDamaged when the folder can't be opened, SettingsError when the address isn't one.
        """
        server = bool(settings.chroma_url)
        place = settings.chroma_url or str(folder)
        client = _client(settings, folder)
        try:
            with _mapped(place, server=server):
                found = client.get_or_create_collection(
                    collection, embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
                return cls(client, found, place, server=server)
        except BaseException:
            client.close()
            raise

    @staticmethod
    def copy(settings: IndexSettings, source: str, target: str) -> None:
        """On a server: make ``target`` a copy of ``source``, whatever it was before.  Raises as :meth:`open`."""
        with _on_server(settings) as client:
            _drop(client, target)
            old = client.get_collection(source, embedding_function=None)
            new = client.create_collection(
                target, embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
            step = client.get_max_batch_size()
            for offset in range(0, old.count(), step):
                page = old.get(limit=step, offset=offset, include=["embeddings", "metadatas", "documents"])
                new.add(ids=page["ids"], embeddings=page["embeddings"], metadatas=page["metadatas"],
                        documents=page["documents"])

    @staticmethod
    def drop(settings: IndexSettings, collection: str) -> None:
        """On a server: delete ``collection``; nothing happens when it isn't there.  Raises as :meth:`open`."""
        with _on_server(settings) as client:
            _drop(client, collection)

    @staticmethod
    def collections(settings: IndexSettings, prefix: str) -> list[str]:
        """On a server: the names that begin with ``prefix``, sorted.  Raises as :meth:`open`."""
        with _on_server(settings) as client:
            names: list[str] = []
            while page := client.list_collections(limit=1_000, offset=len(names)):
                names.extend(found.name for found in page)
            return sorted(name for name in names if name.startswith(prefix))

    def add(self, passages: Sequence[Passage], vectors: Vectors, reports: Mapping[str, Source]) -> None:
        """Put in passages with their vectors (n, dimension); ``reports`` by id, of all of them.  Ids are replaced.

        They go to Chroma when PENDING_ROWS are together, or the store is read from or closed; whichever call that is
        raises StoreUnavailable, or OSError when the folder can't be written.
        """
        for passage, vector in zip(passages, vectors, strict=True):
            node = as_node(passage, reports[passage.report_id])
            node.embedding = vector.tolist()
            self._pending[node.id_] = node
        if len(self._pending) >= PENDING_ROWS:
            self._flush()

    def remove(self, report_id: str) -> None:
        """Take out a report's passages; nothing happens when there are none.  Raises as :meth:`add`."""
        self._flush()
        with self._writing({report_id}):
            self._llama.delete(report_id)

    def _flush(self) -> None:
        """Hand what is pending to Chroma, in batches it takes."""
        if not self._pending:
            return
        with self._flushing:  # the first of several threads that read hands over, the others wait
            nodes = list(self._pending.values())
            with self._writing({_report_of(node.id_) for node in nodes}):
                for first in range(0, len(nodes), self._batch):
                    batch = nodes[first:first + self._batch]
                    # Chroma silently keeps what is there under an id.
                    if there := self._collection.get(ids=[node.id_ for node in batch], include=[])["ids"]:
                        self._collection.delete(ids=there)
                    self._llama.add(batch)
            self._pending.clear()

    def query(self, vector: Vector, k: int, report_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        """The ``k`` nearest passages as (passage id, cosine), best first; of ``report_ids`` only, when given.

        Exact for a filter of up to EXACT_REPORTS reports, else as near as HNSW (25,000 passages: 0.9995 of the true
        50).  Raises StoreUnavailable, IndexDamaged.
        """
        if k < 1 or (report_ids is not None and not report_ids):
            return []
        self._flush()
        with _mapped(self._place, server=self._server):
            if report_ids is None:
                return self._nearest(vector, k)
            if len(report_ids) > EXACT_REPORTS:
                found = self._nearest_among(vector, k, set(report_ids))
                if found is not None:
                    return found
            return _exact(self._rows(sorted(report_ids)), vector, k)

    @property
    def llama(self) -> ChromaVectorStore:
        """The same collection as llama-index's store, for ``VectorStoreIndex.from_vector_store``."""
        self._flush()
        return self._llama

    def count(self) -> int:
        """How many passages are in it."""
        self._flush()
        with _mapped(self._place, server=self._server):
            return self._collection.count()

    def close(self) -> None:
        """Let go of the folder; the last of several stores in one folder closes its files.  Raises as :meth:`add`."""
        try:
            self._flush()
        finally:
            self._release()

    def _release(self) -> None:
        try:
            self._closing()
        except (ChromaError, RuntimeError, KeyError) as error:  # closed before, or its server is gone: nothing is lost
            _log.debug("closing Chroma at %s", self._place, exc_info=error)

    def _nearest(self, vector: Vector, k: int) -> list[tuple[str, float]]:
        # Raw, not through llama-index's query: that reads texts and parses nodes nobody asked for (5.4 ms against 1.5).
        found = self._collection.query(query_embeddings=vector, n_results=k, include=["distances"])
        (ids,), (distances,) = found["ids"], cast("list[list[float]]", found["distances"])
        return [(id, 1.0 - float(distance)) for id, distance in zip(ids, distances, strict=True)]

    def _nearest_among(self, vector: Vector, k: int, report_ids: set[str]) -> list[tuple[str, float]] | None:
        """Over-fetch and filter; None when even 64 times ``k`` hold too few, as when filter and words are at odds.

        Measured at 25,000 passages: 200 hits take 2.4 ms, 800 16 ms.
        """
        for more in (4, 16, 64):
            hits = self._nearest(vector, more * k)
            kept = [hit for hit in hits if _report_of(hit[0]) in report_ids]
            if len(kept) >= k or len(hits) < more * k:
                return kept[:k]
        return None

    def _rows(self, report_ids: Sequence[str]) -> list[Rows]:
        """The vectors of these reports, from memory or else from Chroma, in one call."""
        with self._lock:
            kept = {id: self._kept[id] for id in report_ids if id in self._kept}
            missing = [id for id in report_ids if id not in kept]
            if missing:
                kept.update(self._read(missing))
            for id, rows in kept.items():
                self._kept[id] = rows
                self._kept.move_to_end(id)
            total = sum(len(ids) for ids, _ in self._kept.values())
            while total > CACHED_ROWS and len(self._kept) > 1:
                _, (ids, _) = self._kept.popitem(last=False)
                total -= len(ids)
        return [kept[id] for id in report_ids]

    def _read(self, report_ids: list[str]) -> dict[str, Rows]:
        among: Any = {"document_id": {"$in": report_ids}}
        found = self._collection.get(where=among, include=["embeddings"])
        of: dict[str, list[int]] = {id: [] for id in report_ids}
        for row, id in enumerate(found["ids"]):
            of[_report_of(id)].append(row)
        vectors = np.asarray(found["embeddings"], dtype=np.float32)
        return {id: ([found["ids"][row] for row in rows], vectors[rows]) for id, rows in of.items()}

    @contextmanager
    def _writing(self, report_ids: set[str]) -> Iterator[None]:
        with _mapped(self._place, server=self._server, writing=True):
            yield
        with self._lock:
            for id in report_ids:
                self._kept.pop(id, None)


class Source(Protocol):
    """What a node says of its report."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def zone(self) -> str: ...
    @property
    def period(self) -> Period | None: ...


def as_node(passage: Passage, report: Source) -> TextNode:
    """A passage as llama-index has it: its text, and in its metadata where it stands.  Values are flat, never None."""
    metadata: dict[str, Any] = {
        "report_id": report.id, "report": report.name, "zone": report.zone,
        "period": passage.period.key if passage.period else report.period.key if report.period else "",
        "heading": " > ".join(passage.path), "kind": passage.kind.value,
        "start": passage.start, "end": passage.end, "page": passage.page or 0,
    }
    return TextNode(
        id_=passage.id, text=passage.text, metadata=metadata, start_char_idx=passage.start, end_char_idx=passage.end,
        excluded_embed_metadata_keys=_PLACE, excluded_llm_metadata_keys=_PLACE,
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=report.id)})


def _report_of(passage_id: str) -> str:
    return passage_id.rpartition(":")[0]


def _exact(rows: Sequence[Rows], vector: Vector, k: int) -> list[tuple[str, float]]:
    ids = [id for some, _ in rows for id in some]
    if not ids:
        return []
    cosines = np.concatenate([vectors @ vector for some, vectors in rows if some])
    best = np.argsort(-cosines, kind="stable")[:k]
    return [(ids[row], float(cosines[row])) for row in best]


def _client(settings: IndexSettings, folder: Path) -> Client:
    quiet = chromadb.config.Settings(anonymized_telemetry=False)
    if not settings.chroma_url:
        with _mapped(str(folder), server=False):
            folder.mkdir(parents=True, exist_ok=True)
            return _persistent(folder, quiet)
    try:
        url = urlsplit(settings.chroma_url)
        host, port = url.hostname, url.port
    except ValueError:
        host = None
    if not host or url.scheme not in ("http", "https"):
        raise SettingsError(f"Chroma 服务地址不对：{settings.chroma_url}",
                            mend="把 ZONEQA_CHROMA_URL 写成 http://主机:端口")
    with _mapped(settings.chroma_url, server=True):
        https = url.scheme == "https"
        return cast("Client", chromadb.HttpClient(
            host=host, port=port or (443 if https else 8000), ssl=https, settings=quiet))


def _persistent(folder: Path, quiet: chromadb.config.Settings) -> Client:
    try:
        return cast("Client", chromadb.PersistentClient(folder, settings=quiet))
    except Exception as error:
        # What failed to start stays in Chroma's cache, and every later opening of the folder would fail on it.
        if str(folder) not in SharedSystemClient._identifier_to_refcount:
            SharedSystemClient._identifier_to_system.pop(str(folder), None)
        if isinstance(error, AttributeError):  # raised by its clean-up, on top of what went wrong
            raise error.__context__ or error from None
        raise


@contextmanager
def _on_server(settings: IndexSettings) -> Iterator[Client]:
    client = _client(settings, Path())
    try:
        with _mapped(settings.chroma_url, server=True):
            yield client
    finally:
        client.close()


def _drop(client: Client, collection: str) -> None:
    try:
        client.delete_collection(collection)
    except NotFoundError:
        return


@contextmanager
def _mapped(place: str, *, server: bool, writing: bool = False) -> Iterator[None]:
    """Chroma's errors as ours.  (``chromadb.HttpClient`` says ValueError when nobody answers.)"""
    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, RuntimeError) as error:
        if server:
            raise StoreUnavailable(f"Chroma 服务 {place} 没有完成请求：{error}",
                                   mend="检查服务是否在运行，以及 ZONEQA_CHROMA_URL") from error
        if writing:
            raise OSError(f"{place}: {error}") from error
        raise IndexDamaged(f"向量库打不开：{place}（{error}）", mend="运行 zoneqa index --rebuild 重建索引") from error
