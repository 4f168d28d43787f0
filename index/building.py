"""A folder of reports → the next generation of its index.  The driver of this half.

    scanning ─▶ reading ─▶ outline ─▶ splitting, figures ─▶ embedding ─▶ writing ─▶ switch

Files are taken in the order of their names, so that of several with one content the first is indexed, and an index
grown step by step equals one built at once.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from index.corrections import correct_figures, correct_report, corrections_key
from index.embedding import Embedder, load_embedding
from index.embedding.base import Vectors
from index.errors import IndexError_, MissingReader, NoIndex, ReportError, SettingsError
from index.figures import extract_figures
from index.generations import Generations
from index.manifest import Failure, FileEntry, Manifest, program_version
from index.opening import makers_now
from index.outline import outline
from index.reading import READING_VERSION, read_report
from index.reading.zones import mentioned
from index.records import Figure, Passage, Report, Section
from index.rows import REPORT
from index.scanning import Seen, scan
from index.settings import IndexSettings
from index.splitting import embed_text, split
from index.summary import BuildSummary
from index.writing import Writer

__all__ = ["Progress", "build"]

Progress = Callable[[str, int, int], None]
"""Called with a stage (读取报告, 计算向量), how much of it is done, and how much there is, as far as is known yet;
always from the thread that called :func:`build`."""

_Record = TypeVar("_Record", Passage, Figure)
_log = logging.getLogger(__name__)
_WINDOW = 128  # passages put in order of length and embedded together, while the next reports are being read
_CHUNK = 64  # of them at a time, between two calls of progress


@dataclass(frozen=True, slots=True)
class _Work:
    """One report, ready to be embedded and written."""

    report: Report
    sections: list[Section]
    passages: list[Passage]
    figures: list[Figure]
    texts: list[str]  # what is embedded, one for each passage


@dataclass(frozen=True, slots=True)
class _Flight:
    """A window whose passages are being embedded: rows of the window's vectors, and the vectors to come."""

    window: list[_Work]
    chunks: list[tuple[list[int], Future[Vectors]]]


def build(settings: IndexSettings, *, force: bool = False, progress: Progress | None = None,
          embedding: Embedder | None = None) -> BuildSummary:
    """Make the index in ``settings.index_dir`` show what ``settings.reports_dir`` holds now.

    Nothing is written when nothing changed.  Readers see the old generation until the new one is whole and checked;
    whatever ends this call early leaves the old one.  ``force`` builds everything anew, whatever is there.  When only
    the rules for figures or the glossary changed, figures are taken anew from the texts, without that.

    Files that can't be read are listed in the summary; the others are indexed.  Raises SettingsError (no such folder,
    a bad sidecar), IndexBusy (another writer), IndexMismatch and IndexDamaged (what is there can't be continued;
    ``force`` mends both), IndexUnwritable, EmbeddingError, StoreUnavailable.
    """
    started = time.perf_counter()
    if not settings.reports_dir.is_dir():
        raise SettingsError(f"报告文件夹不存在：{settings.reports_dir}", mend="检查 ZONEQA_REPORTS_DIR")
    embedding = embedding or load_embedding(settings)
    generations = Generations(settings.index_dir.absolute())
    with generations.writing():
        generations.tidy(force=force)
        before = None if force else _before(settings, generations, embedding)
        manifest = _Build(settings, generations, embedding, before, progress or (lambda *_: None)).run()
    old = before.files if before else {}
    return BuildSummary.of(old, manifest, settings.reports_dir, time.perf_counter() - started)


def _before(settings: IndexSettings, generations: Generations, embedding: Embedder) -> Manifest | None:
    try:
        number = generations.current()
    except NoIndex:
        return None
    manifest = Manifest.load(generations.folder(number) / "manifest.json")
    now = makers_now(settings, embedding)
    manifest.makers.check(settings.index_dir, replace(now, figures=manifest.makers.figures))
    return manifest


class _Build:
    """One run: decides file by file, holds reports until a window is full, opens a writer at the first change.

    A thread embeds one window while this one reads the next and writes the last (CPU time of the rest: 8 % of all).
    """

    def __init__(self, settings: IndexSettings, generations: Generations, embedding: Embedder,
                 before: Manifest | None, progress: Progress) -> None:
        self._settings, self._generations, self._embedding = settings, generations, embedding
        self._before, self._progress = before, progress
        old = before.files if before else {}
        self._indexed = {entry.report_id: (name, entry.record) for name, entry in old.items() if entry.indexed}
        self._files: dict[str, FileEntry] = {}
        self._names: dict[str, str] = {}  # report id → the name it is indexed under
        self._window: list[_Work] = []
        self._flight: _Flight | None = None
        self._embedder = ThreadPoolExecutor(1, thread_name_prefix="embedding")
        self._writer: Writer | None = None
        self._embedded = self._passages = 0

    def run(self) -> Manifest:
        """Returns the manifest of the generation that is current afterwards."""
        try:
            if self._before and self._before.makers != makers_now(self._settings, self._embedding):
                self._extract_again()
            self._take_all()
            self._launch()
            self._land()
            gone = self._indexed.keys() - self._names.keys()
            if gone or self._before is None:
                for report_id in gone:
                    self._writing().remove(report_id)
                self._writing()
        except BaseException:
            if self._writer:
                self._writer.abandon()
            raise
        finally:
            self._embedder.shutdown(cancel_futures=True)
        reading = reading_key(self._settings)
        if self._writer:
            return self._writer.finish(self._files, reading)
        assert self._before is not None
        manifest = replace(self._before, files=self._files, reading=reading, version=program_version())
        if manifest != self._before:
            manifest.save(self._generations.folder(manifest.generation) / "manifest.json")
        return manifest

    def _extract_again(self) -> None:
        """Other rules for figures, or another glossary: take them anew from every text there is, embedding nothing."""
        writer = self._writing()
        cards = writer.ledger.cards()
        for done, card in enumerate(cards, start=1):
            report = writer.ledger.report(card.id)
            assert report is not None
            try:
                sections = outline(report)
                writer.replace_figures(report.id, sections, self._figures(report, sections))
            except IndexError_:
                raise
            except Exception:  # it is made to fail again, and listed, when its file is taken
                self._indexed[report.id] = (report.name, "")
            self._progress("抽取数字", done, len(cards))

    def _take_all(self) -> None:
        old = self._before.files if self._before else {}
        seen = scan(self._settings.reports_dir, old, valid=self._valid)
        unread = sum(not one.known for one in seen)
        read = 0
        nameless: list[tuple[Seen, FileEntry, Report]] = []
        for one in seen:
            entry, report = (one.entry, None) if one.known else self._read(one)
            if report is not None and not report.zone:
                nameless.append((one, entry, report))
            else:
                self._take(one, entry, report)
            if not one.known:
                read += 1
                self._progress("读取报告", read, unread)
        zones = sorted({entry.zone for entry in self._files.values()} - {""})
        for one, entry, report in nameless:
            report = replace(report, zone=mentioned(report.text, zones))
            self._take(one, replace(entry, record=_record(report, one.path)), report)

    def _valid(self, entry: FileEntry) -> bool:
        """Whether reading the same bytes again would give the same.

        Another version of the program may read anything otherwise; only what then comes out different is embedded.
        What mends a missing reader, a setting or a mistake of ours doesn't touch the file.
        """
        if self._before is None or self._before.version != program_version() or not self._before.reading.startswith(f"{READING_VERSION} "):
            return False
        if entry.failure is None:
            return bool(entry.zone)  # whose report it is depends on what other zones there are
        passing = entry.failure.kind in (MissingReader.__name__, ReportError.__name__)
        return not passing and self._before.reading == reading_key(self._settings)

    def _take(self, seen: Seen, entry: FileEntry, report: Report | None) -> None:
        """Settle what becomes of one file: failed, a duplicate, as it was, or to be embedded and written.

        ``report`` is None when it failed, or was known and isn't read again.
        """
        while not entry.failure:
            if kept := self._names.get(entry.report_id):
                entry = replace(entry, duplicate_of=kept)
                break
            if self._indexed.get(entry.report_id) == (seen.name, entry.record):
                self._names[entry.report_id] = seen.name
                entry = replace(entry, duplicate_of="")
                break
            if report is None:  # it was a duplicate, and the other is gone
                entry, report = self._read(seen)
                continue
            try:
                work = self._prepare(report)
            except Exception as error:
                entry = FileEntry(entry.stamp, entry.digest, failure=Failure.of(_unforeseen(seen.path, error)))
                break
            self._names[report.id] = seen.name
            self._window.append(work)
            self._passages += len(work.passages)
            if sum(len(one.passages) for one in self._window) >= _WINDOW:
                self._launch()
            break
        self._files[seen.name] = entry

    def _read(self, seen: Seen) -> tuple[FileEntry, Report | None]:
        bare = FileEntry(seen.entry.stamp, seen.entry.digest)
        try:
            report = read_report(seen.path, root=self._settings.reports_dir, settings=self._settings)
            report = correct_report(report, seen.path)
            return replace(bare, report_id=report.id, record=_record(report, seen.path), zone=report.zone), report
        except ReportError as error:
            return replace(bare, failure=Failure.of(error)), None
        except SettingsError:
            raise  # one slip in reports.toml must not take every report out of the index
        except Exception as error:
            return replace(bare, failure=Failure.of(_unforeseen(seen.path, error))), None

    def _prepare(self, report: Report) -> _Work:
        sections = outline(report)
        passages = split(report, sections, min_chars=self._settings.passage_min_chars,
                         max_chars=self._settings.passage_max_chars)
        figures = self._figures(report, sections)
        _distinct(passages)
        return _Work(report, sections, passages, figures, [embed_text(passage, report) for passage in passages])

    def _figures(self, report: Report, sections: list[Section]) -> list[Figure]:
        path = self._settings.reports_dir / report.name
        return _distinct(correct_figures(extract_figures(report, sections), report, path))

    def _launch(self) -> None:
        """Have the window embedded, shortest passages first, so that texts run together are about as long; meanwhile
        write the window before it."""
        if not self._window:
            return
        texts = [text for work in self._window for text in work.texts]
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        chunks = [order[first:first + _CHUNK] for first in range(0, len(order), _CHUNK)]
        launched = _Flight(self._window, [
            (chunk, self._embedder.submit(self._embedding.embed_passages, [texts[row] for row in chunk]))
            for chunk in chunks])
        self._window = []
        self._land()
        self._flight = launched

    def _land(self) -> None:
        """Wait for the vectors of the window under way, and write it."""
        flight, self._flight = self._flight, None
        if flight is None:
            return
        vectors = np.empty((sum(len(rows) for rows, _ in flight.chunks), self._embedding.dimension), dtype=np.float32)
        for rows, embedded in flight.chunks:
            vectors[rows] = embedded.result()
            self._embedded += len(rows)
            self._progress("计算向量", self._embedded, self._passages)
        writer = self._writing()
        for work in flight.window:
            if work.report.id in self._indexed:
                writer.remove(work.report.id)
        start = 0
        for work in flight.window:
            end = start + len(work.passages)
            writer.add(work.report, work.sections, work.passages, work.figures, work.texts, vectors[start:end])
            start = end

    def _writing(self) -> Writer:
        if self._writer is None:
            self._writer = Writer.begin(self._settings, self._generations, self._embedding, self._before)
        return self._writer


def _distinct(records: list[_Record]) -> list[_Record]:
    """The same list.  Raises ValueError when two have one id: found here it costs one report, in a store the build."""
    if len({record.id for record in records}) < len(records):
        raise ValueError("two records with one id")
    return records


def _record(report: Report, path: Path) -> str:
    """A hash of what reading made of a file, and of what is corrected in it."""
    return hashlib.sha256((repr(REPORT.write(report)) + corrections_key(path)).encode()).hexdigest()[:16]


def reading_key(settings: IndexSettings) -> str:
    """How files are read, and the settings that may turn a failed file into a readable one."""
    return f"{READING_VERSION} {settings.max_file_mb} {settings.max_report_chars} {settings.ocr} {settings.office_timeout_s}"


def _unforeseen(path: Path, error: Exception) -> ReportError:
    """A mistake of ours on one file must not keep the others out; it is listed, and logged with its trace."""
    _log.error("%s", path, exc_info=error)
    return ReportError(path, f"程序没能处理这份报告（{type(error).__name__}）", mend="另存为 docx 或 pdf 再放进来；还不行请把文件报给维护者")
