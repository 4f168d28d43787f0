"""An index on disk → something that can be asked, and moves on by itself when a newer generation is there."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import weakref
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self, TypeVar

from index import glossary
from index.embedding import Embedder, load_embedding
from index.errors import IndexDamaged
from index.figures import FIGURES_VERSION
from index.generations import Generations
from index.ledger import Ledger
from index.lexical import LexicalStore
from index.manifest import REBUILD, Makers, Manifest
from index.settings import IndexSettings
from index.splitting import SPLITTER_VERSION
from index.store import VectorStore

__all__ = ["Index", "Snapshot", "collection_name", "makers_now"]

_Store = TypeVar("_Store", VectorStore, LexicalStore)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One generation, open.  Whoever holds it may go on reading it, whatever is built meanwhile."""

    generation: int
    manifest: Manifest
    ledger: Ledger
    vectors: VectorStore
    lexical: LexicalStore
    embedding: Embedder

    @classmethod
    def open(cls, settings: IndexSettings, generations: Generations, number: int, embedding: Embedder) -> Self:
        """Open generation ``number``.  Raises IndexMismatch when another program or setting made it, IndexDamaged when
        its parts don't hold what its manifest says, StoreUnavailable when the Chroma server doesn't answer."""
        folder = generations.folder(number)
        manifest = Manifest.load(folder / "manifest.json")
        manifest.makers.check(generations.index_dir, makers_now(settings, embedding))
        collection = collection_name(settings, manifest.index_id, number)
        with ExitStack() as opened:
            ledger = opened.enter_context(closing(Ledger.open(folder / "ledger.sqlite")))
            vectors = opened.enter_context(closing(_opened(
                lambda place: VectorStore.open(settings, place, collection), folder / "chroma")))
            lexical = opened.enter_context(closing(_opened(LexicalStore.open, folder / "lexical")))
            snapshot = cls(number, manifest, ledger, vectors, lexical, embedding)
            snapshot.check()
            opened.pop_all()  # all is well: they stay open
            return snapshot

    def check(self) -> None:
        """Raise IndexDamaged unless ledger, vectors and lexical index hold as many as the manifest says."""
        said = self.manifest.counts
        found = (*self.ledger.counts(), self.vectors.count(), self.lexical.count())
        if found != (said.reports, said.passages, said.figures, said.passages, said.passages):
            raise IndexDamaged(
                f"索引第 {self.generation} 代不完整：清单记有报告 {said.reports}、段落 {said.passages}、"
                f"数字 {said.figures}；台账里是 {found[0]}、{found[1]}、{found[2]}，"
                f"向量库有段落 {found[3]}，词面索引有 {found[4]}", mend=REBUILD)

    def close(self) -> None:
        """Close the files at once, also for others that hold this snapshot."""
        self.ledger.close()
        self.vectors.close()
        self.lexical.close()


class Index:
    """The newest generation that :meth:`refresh` has seen.  Safe to share between threads.

    The properties read the snapshot of the moment; who needs several of them to agree takes :attr:`snapshot` once and
    reads from it.  A snapshot that was moved away from closes itself when the last question on it is done.
    """

    def __init__(self, settings: IndexSettings, embedding: Embedder) -> None:
        self.settings = settings
        self._generations = Generations(settings.index_dir.absolute())
        self._refreshing = threading.Lock()
        self._mark = self._generations.mark()
        self.snapshot = self._open(embedding)

    @classmethod
    def open(cls, settings: IndexSettings, *, embedding: Embedder | None = None) -> Self:
        """Open what was last built in ``settings.index_dir``; nothing is written there.

        Raises NoIndex, IndexMismatch, IndexDamaged, StoreUnavailable; each says what mends it.
        """
        return cls(settings, embedding or load_embedding(settings))

    @property
    def generation(self) -> int:
        return self.snapshot.generation

    @property
    def manifest(self) -> Manifest:
        return self.snapshot.manifest

    @property
    def ledger(self) -> Ledger:
        return self.snapshot.ledger

    @property
    def vectors(self) -> VectorStore:
        return self.snapshot.vectors

    @property
    def lexical(self) -> LexicalStore:
        return self.snapshot.lexical

    @property
    def embedding(self) -> Embedder:
        return self.snapshot.embedding

    def refresh(self) -> bool:
        """Move to the newest generation; True when there was a newer one.  Costs one stat otherwise.

        Questions under way keep their snapshot.  While one thread moves, others go on with the old generation.
        Raises as :meth:`open` does; the old generation then stays open.
        """
        if self._generations.mark() == self._mark or not self._refreshing.acquire(blocking=False):
            return False
        try:
            mark = self._generations.mark()
            if self._generations.current() == self.generation:
                self._mark = mark
                return False
            self.snapshot = self._open(self.embedding)
            self._mark = mark
            return True
        finally:
            self._refreshing.release()

    def _open(self, embedding: Embedder) -> Snapshot:
        """Open the current generation, or the next one when two builds end, and it is deleted, in the meantime."""
        while True:
            number = self._generations.current()
            try:
                return Snapshot.open(self.settings, self._generations, number, embedding)
            except IndexDamaged:
                if self._generations.current() == number:
                    raise

    def close(self) -> None:
        """Close the files; questions under way fail."""
        self.snapshot.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _opened(opening: Callable[[Path], _Store], folder: Path) -> _Store:
    """Chroma and tantivy write even to read (migrations, a lock file); where they may not, they get a copy of their
    folder, which goes when they go."""
    if not folder.is_dir() or os.access(folder, os.W_OK):
        return opening(folder)
    copy = TemporaryDirectory(prefix="zoneqa-", ignore_cleanup_errors=True)
    shutil.copytree(folder, copy.name, dirs_exist_ok=True)
    store = opening(Path(copy.name))
    weakref.finalize(store, copy.cleanup)
    return store


def collection_name(settings: IndexSettings, index_id: str, number: int) -> str:
    """On a server a generation is a collection of its own; in a folder, which is copied, the name stays."""
    return f"zoneqa-{index_id}-{number:04d}" if settings.chroma_url else "zoneqa"


@cache
def _glossary_digest() -> str:
    """The glossary is data, made to be edited: names in a ledger are normalised by the one of its time."""
    return hashlib.sha256(Path(glossary.__file__).with_suffix(".toml").read_bytes()).hexdigest()[:8]


def makers_now(settings: IndexSettings, embedding: Embedder) -> Makers:
    """What would make an index now."""
    return Makers(
        embedder=embedding.fingerprint, dimension=embedding.dimension,
        splitter=f"{SPLITTER_VERSION} {settings.passage_min_chars}-{settings.passage_max_chars}",
        figures=f"{FIGURES_VERSION} {_glossary_digest()}", store="server" if settings.chroma_url else "embedded")
