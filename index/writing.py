"""A generation under construction: ledger, vectors and lexical index of its folder, written together."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Self

from index.embedding import Embedder
from index.embedding.base import Vectors
from index.errors import StoreUnavailable
from index.generations import Generations
from index.ledger import Ledger
from index.lexical import LexicalStore
from index.manifest import Counts, FileEntry, Manifest, program_version
from index.opening import Snapshot, collection_name, makers_now
from index.records import Figure, Passage, Report, Section
from index.settings import IndexSettings
from index.store import VectorStore

__all__ = ["Writer"]


@dataclass(slots=True)
class Writer:
    """The parts of generation ``number``, open for writing; nothing of it is seen before :meth:`finish`."""

    settings: IndexSettings
    generations: Generations
    embedding: Embedder
    number: int
    index_id: str
    ledger: Ledger
    vectors: VectorStore
    lexical: LexicalStore

    @classmethod
    def begin(cls, settings: IndexSettings, generations: Generations, embedding: Embedder,
              base: Manifest | None) -> Self:
        """Start from a copy of generation ``base``, or from nothing.  Raises IndexUnwritable, StoreUnavailable."""
        with _mapped(generations):
            index_id = generations.index_id()
            _tidy_server(settings, index_id, generations.tidy())
            number = generations.begin(base.generation if base else None)
            folder = generations.folder(number)
            try:
                collection = collection_name(settings, index_id, number)
                if base and settings.chroma_url:
                    VectorStore.copy(settings, collection_name(settings, index_id, base.generation), collection)
                return cls(settings, generations, embedding, number, index_id,
                           Ledger.open(folder / "ledger.sqlite", read_only=False),
                           VectorStore.open(settings, folder / "chroma", collection),
                           LexicalStore.open(folder / "lexical"))
            except BaseException:
                generations.discard(number)
                raise

    def remove(self, report_id: str) -> None:
        """Take a report out of all three parts."""
        with _mapped(self.generations):
            self.ledger.remove_report(report_id)
            self.vectors.remove(report_id)
            self.lexical.remove(report_id)

    def add(self, report: Report, sections: Sequence[Section], passages: Sequence[Passage],
            figures: Sequence[Figure], texts: Sequence[str], vectors: Vectors) -> None:
        """Put a report into all three; ``texts`` and the rows of ``vectors`` (n, dimension) belong to ``passages``."""
        with _mapped(self.generations):
            self.ledger.add_report(report, sections, passages, figures)
            self.vectors.add(passages, vectors, {report.id: report})
            self.lexical.add([(passage.id, report.id, text) for passage, text in zip(passages, texts, strict=True)])

    def replace_figures(self, report_id: str, sections: Sequence[Section], figures: Sequence[Figure]) -> None:
        """Put other sections and figures in the place of a report's; nothing is embedded for that."""
        with _mapped(self.generations):
            self.ledger.replace_figures(report_id, sections, figures)

    def finish(self, files: Mapping[str, FileEntry], reading: str) -> Manifest:
        """Close the parts, open them as a reader would to check that they agree, and make the generation current."""
        with _mapped(self.generations):
            self.lexical.commit()
            reports, passages, figures = self.ledger.counts()
            self._close()
            manifest = Manifest(
                generation=self.number, index_id=self.index_id, makers=makers_now(self.settings, self.embedding),
                counts=Counts(reports, passages, figures), version=program_version(), reading=reading,
                files=dict(files), created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"))
            manifest.save(self.generations.folder(self.number) / "manifest.json")
            try:
                Snapshot.open(self.settings, self.generations, self.number, self.embedding).close()
                self.generations.switch(self.number)
            except BaseException:
                self.generations.discard(self.number)
                raise
            with suppress(StoreUnavailable):  # what is left there now goes next time
                _tidy_server(self.settings, self.index_id, self.generations.tidy())
            return manifest

    def abandon(self) -> None:
        """Give up: close the parts and delete the folder as far as the system lets us; the next build does the rest."""
        with suppress(Exception):  # whatever made us give up may have spoiled them, and is being raised already
            self._close()
        self.generations.discard(self.number)

    def _close(self) -> None:
        self.ledger.close()
        self.vectors.close()
        self.lexical.close()


def _tidy_server(settings: IndexSettings, index_id: str, kept: set[int]) -> None:
    """On a Chroma server: delete the collections of generations that were deleted."""
    if settings.chroma_url:
        names = {collection_name(settings, index_id, number) for number in kept}
        for collection in VectorStore.collections(settings, collection_name(settings, index_id, 0)[:-4]):
            if collection not in names:
                VectorStore.drop(settings, collection)


@contextmanager
def _mapped(generations: Generations) -> Iterator[None]:
    """A full disk, a missing permission: whichever library meets it first, one error."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise generations.unwritable(error) from error
