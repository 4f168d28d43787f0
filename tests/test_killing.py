"""A build killed at any moment leaves the old index answering, and the next build mends everything."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from index.building import build
from index.opening import Index
from index.settings import IndexSettings
from tests.toys import ToyEmbedding, report_text, settings_in

SEED = 20_260_301
KILLS = 50


def _build(settings: IndexSettings, started: Connection) -> None:
    started.send("started")
    build(settings, embedding=ToyEmbedding())
    started.send("done")


def _revenue(settings: IndexSettings) -> tuple[int, str]:
    """The generation a reader opens and the figure it answers with; opening compares every part with the manifest."""
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        vector = index.embedding.embed_query("财政总收入")
        ids = [id for id, _ in index.vectors.query(vector, 1_000, None)]
        passages = index.ledger.passages(ids)
        assert len(passages) == index.manifest.counts.passages
        (report,) = [report for report in index.ledger.reports() if report.name == "a.txt"]
        assert {passage.report_id for passage in passages} == {one.id for one in index.ledger.reports()}
        return index.generation, report.text.split("财政总收入")[1].split("亿元")[0]


@pytest.mark.slow
def test_a_build_killed_at_fifty_random_moments_never_harms_the_old_index(tmp_path: Path) -> None:
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    settings = settings_in(tmp_path)
    for name in "abc":
        text = report_text("松岭开发区", 2018, f"{ord(name)}.5")
        (settings.reports_dir / f"{name}.txt").write_text(text, encoding="utf-8")
    build(settings, embedding=ToyEmbedding())
    # Imports are paid once, by the server that the builders are forked from; it has never opened an index.
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(["tests.test_killing"])
    length, outcomes = 0.0, {"before anything": 0, "half-written": 0, "switched": 0, "finished": 0}
    for attempt in range(KILLS + 1):
        before = _revenue(settings)
        fresh = f"{1_000 + attempt}.25"
        (settings.reports_dir / "a.txt").write_text(report_text("松岭开发区", 2018, fresh), encoding="utf-8")
        receiving, sending = forks.Pipe(duplex=False)
        builder = forks.Process(target=_build, args=(settings, sending))
        builder.start()
        assert receiving.recv() == "started"
        begun = time.perf_counter()
        if attempt == 0:  # not killed: it tells how long a build takes
            assert receiving.recv() == "done"
            length = time.perf_counter() - begun
        else:
            time.sleep(rng.uniform(0, 1.2 * length))
            builder.kill()
        builder.join()

        now = _revenue(settings)
        assert now in (before, (before[0] + 1, fresh))
        numbers = [int(folder.name) for folder in (settings.index_dir / "generations").iterdir()]
        outcome = ("finished" if builder.exitcode == 0 else "switched" if now != before
                   else "half-written" if max(numbers) > before[0] else "before anything")
        outcomes[outcome] += 1
        build(settings, embedding=ToyEmbedding())
        assert _revenue(settings) == (before[0] + 1, fresh)
    print(f"a build takes {length:.2f} s; killed: {outcomes}")
    kept = sorted(int(folder.name) for folder in (settings.index_dir / "generations").iterdir())
    assert kept == [KILLS + 1, KILLS + 2]
    assert outcomes["half-written"] >= KILLS // 5
