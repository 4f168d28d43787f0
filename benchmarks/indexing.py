"""Building an index against the one thing in it that can't be done faster: embedding the passages."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.corpus import SOURCES, change, make_corpus
from benchmarks.measuring import interleaved, timed
from benchmarks.tables import Table, bar
from index.building import build
from index.embedding import BundledEmbedding
from index.outline import outline
from index.reading import find_reports, read_report
from index.settings import IndexSettings
from index.splitting import embed_text, split

__all__ = ["measure"]


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder of reports as the index sees it: its characters and the texts of its passages."""

    settings: IndexSettings
    chars: int
    texts: list[str]

    @classmethod
    def at(cls, reports: Path, index: Path) -> _Folder:
        settings = IndexSettings(reports_dir=reports, index_dir=index)
        chars, texts = 0, []
        for path in find_reports(reports):
            report = read_report(path, root=reports, settings=settings)
            passages = split(report, outline(report), min_chars=settings.passage_min_chars,
                             max_chars=settings.passage_max_chars)
            chars += len(report.text)
            texts += [embed_text(passage, report) for passage in passages]
        return cls(settings, chars, texts)


def measure(work: Path, *, reports: int, chars: int, times: int) -> Table:
    """The table, from ``reports`` generated reports and from the sample with the fixtures, whose formats are mixed."""
    embedding = BundledEmbedding()
    embedding.embed_passages(["热身"])
    mixed = work / "mixed"
    mixed.mkdir()
    for path in [path for root in SOURCES for path in find_reports(root)]:
        shutil.copy(path, mixed)
    corpus = make_corpus(work / "corpus", reports, chars=chars)
    rows = []
    first = 0.0
    for label, folder in ((f"{reports} reports, txt", work / "corpus"), ("the sample and the fixtures", mixed)):
        one = _Folder.at(folder, work / f"{folder.name}-index")
        actions = (partial(build, one.settings, force=True, embedding=embedding),
                   partial(embedding.embed_passages, one.texts))
        built, alone = map(min, interleaved(times, *actions))
        rows.append((f"index {label} (embedding alone ÷ all)", _speed(one, built), _speed(one, alone),
                     *bar(alone / built, least=0.8)))
        built_cpu, alone_cpu = map(min, interleaved(1, *actions, clock=process_time))
        rows.append(("… the same in seconds of processor time", f"{built_cpu:.1f} s", f"{alone_cpu:.1f} s",
                     f"{alone_cpu / built_cpu:.2f}", ""))
        first = first or built
    settings = IndexSettings(reports_dir=work / "corpus", index_dir=work / "corpus-index")
    unchanged = median(timed(build, settings, embedding=embedding) for _ in range(5))
    rows.append(("run again, nothing changed (÷ the first run)", f"{unchanged * 1000:.0f} ms", f"{first:.1f} s",
                 *bar(unchanged / first, most=0.01, percent=True)))
    changed = []
    for made in corpus[:3]:
        change(work / "corpus", made)
        changed.append(timed(build, settings, embedding=embedding))
    rows.append((f"run again, one of {reports} changed (÷ the first run)", f"{median(changed) * 1000:.0f} ms",
                 f"{first:.1f} s", *bar(median(changed) / first, most=0.05, percent=True)))
    return Table("Indexing", ("", "ours", "against", "ratio", "bar"), rows,
                 f"A generated report has about {chars:,} characters. One process; imports excluded. "
                 "Long runs are the fastest of several, in turn: other programs only ever make one slower.")


def _speed(folder: _Folder, seconds: float) -> str:
    return f"{folder.chars / seconds:,.0f} chars/s"
