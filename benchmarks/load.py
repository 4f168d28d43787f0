"""Users asking at once over HTTP, against the bare embedder: ``python -m benchmarks.load``.

The server is a process of its own, as ``zoneqa serve`` has it, on loopback.  Each user has a connection and asks the
next question as soon as the last is answered, for a fixed time; who is told “busy” waits as long as the answer says.
What clients cost counts as well: they share the cores with the server.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.measuring import percentile
from benchmarks.questions import FIXTURES, load
from benchmarks.tables import Table, ms
from index.building import build
from index.embedding import BundledEmbedding
from index.opening import Index

__all__ = ["measure"]

USERS = (1, 10, 50)
CORES = 2


@dataclass(slots=True)
class _Run:
    """What some users at once lived through.  Seconds of each answer; ``busy`` and ``errors`` are counts."""

    users: int
    seconds: float
    answers: list[float] = field(default_factory=list)
    busy: int = 0
    errors: int = 0

    @property
    def per_second(self) -> float:
        return len(self.answers) / self.seconds


def measure(work: Path, *, users: Sequence[int] = USERS, seconds: float = 20.0) -> list[Table]:
    """One table: users at once, and the embedder alone."""
    settings = Settings.load(reports_dir=FIXTURES.reports, index_dir=work / "index", data_dir=work / "data")
    build(settings)
    asked = _questions(settings)
    questions, embedder = iter(asked), _embedder(iter(asked), seconds / 2)
    with _server(settings) as address:
        asyncio.run(_ask(address, questions, 1, seconds / 2))  # what the first questions load stays loaded
        runs = [asyncio.run(_ask(address, questions, count, seconds)) for count in users]
    return [_table(runs, embedder)]


def _questions(settings: Settings) -> list[str]:
    """Those that tests ask, and every indicator asked of every report: each once, as an assistant keeps their vectors."""
    asked = [question.text for question in load(FIXTURES.questions) if not question.turns]
    with Index.open(settings) as index:
        places = [(card.zone, card.period.label) for card in index.ledger.cards() if card.period]
        names = [name for name in index.ledger.vocabulary() if 2 < len(name) < 12]
    ends = ("是多少", "同比增长多少", "的目标是多少", "完成了多少", "比上年增加多少", "达到多少")
    made = [f"{zone}{when}{name}{end}" for zone, when in places for name in names for end in ends]
    questions = list(dict.fromkeys([*asked, *made]))
    random.Random(1).shuffle(questions)
    return questions


def _embedder(questions: Iterator[str], seconds: float) -> float:
    """Questions a second that the embedder alone takes, one after another."""
    embedder = BundledEmbedding()
    embedder.embed_query("热身")
    started = time.perf_counter()
    for done, question in enumerate(questions, start=1):
        embedder.embed_query(question)
        if (took := time.perf_counter() - started) > seconds:
            return done / took
    raise AssertionError


@contextmanager
def _server(settings: Settings) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "ZONEQA_REPORTS_DIR": str(settings.reports_dir), "ZONEQA_PORT": str(port),
                   "ZONEQA_INDEX_DIR": str(settings.index_dir), "ZONEQA_DATA_DIR": str(settings.data_dir),
                   "ZONEQA_REQUESTS_PER_MINUTE": "100000", "ZONEQA_LOG": "off"}
    server = subprocess.Popen([sys.executable, "-c", "from assistant.cli import main; main()", "serve"],
                              cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(1_200):
            try:
                httpx.get(f"{address}/health", timeout=5)
                break
            except httpx.TransportError:
                if server.poll() is not None:
                    raise RuntimeError("the server did not start") from None
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(30)


async def _ask(address: str, questions: Iterator[str], users: int, seconds: float) -> _Run:
    run = _Run(users, seconds)
    end = time.perf_counter() + seconds
    limits = httpx.Limits(max_connections=users)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=120) as client:
        await asyncio.gather(*(_user(client, run, questions, end) for _ in range(users)))
    run.seconds += time.perf_counter() - end  # the last answers come after the bell
    return run


async def _user(client: httpx.AsyncClient, run: _Run, questions: Iterator[str], end: float) -> None:
    for question in questions:
        started = time.perf_counter()
        if started >= end:
            return
        try:
            answer = await client.post("/api/v1/ask", json={"question": question})
        except httpx.HTTPError:
            run.errors += 1
            continue
        if answer.status_code == 200 and "answer" in answer.json():
            run.answers.append(time.perf_counter() - started)
        elif answer.status_code == 429:
            run.busy += 1
            await asyncio.sleep(float(answer.headers["retry-after"]))
        else:
            run.errors += 1


def _table(runs: list[_Run], embedder: float) -> Table:
    one = runs[0]
    p50, p95 = percentile(one.answers, 0.5), percentile(one.answers, 0.95)
    rows = []
    for run in runs:
        middle, high = percentile(run.answers, 0.5), percentile(run.answers, 0.95)
        rows.append((str(run.users), str(len(run.answers)), str(run.busy), str(run.errors), ms(middle), ms(high),
                     f"{middle / p50:.1f}", f"{high / p95:.1f}", f"{run.per_second:.1f}",
                     f"{run.per_second / one.per_second:.2f}", f"{run.per_second / embedder:.2f}"))
    return Table(
        "Users at once", ("users", "answers", "busy", "errors", "p50, ms", "p95, ms", "p50 ÷ one's", "p95 ÷ one's",
                          "answers/s", "÷ one's", "÷ embedder"), rows,
        f"Nine reports, {one.seconds:.0f} s each, server and clients on {CORES} cores, every user asking without a pause, "
        "no question twice. "
        f"“Busy” is the polite refusal of a full queue. The embedder alone takes {embedder:.1f} questions a second.")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20.0, help="how long each number of users asks")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    with TemporaryDirectory(prefix="zoneqa-load-", ignore_cleanup_errors=True) as work:
        for table in measure(Path(work), seconds=options.seconds):
            print(table.markdown())


if __name__ == "__main__":
    main()
