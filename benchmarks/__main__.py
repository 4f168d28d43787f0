"""``python -m benchmarks [--quick] [--only PART …] [--out FILE]``: print the tables and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import cold, growth, indexing, peer, ranking, warm
from benchmarks.corpus import ROOT
from benchmarks.tables import Table

__all__ = ["FULL", "PARTS", "QUICK", "Sizes", "main"]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything.  Times are repetitions, of which medians are taken."""

    chars: int = 1_000
    reports: int = 100
    times: int = 3
    cold: int = 5
    each: int = 2  # questions of each kind, on either folder
    warm: int = 60
    growth: tuple[int, ...] = (10, 100, 1_000)
    questions: int = 24
    fillings: tuple[int, ...] = (0, 20, 200)
    peer: int = 1_000


FULL = Sizes()
QUICK = Sizes(chars=500, reports=30, times=1, cold=1, each=1, warm=10, growth=(5, 20, 80), questions=12,
              fillings=(0, 5, 50), peer=40)


def _one(table: Table) -> list[Table]:
    return [table]


PARTS: dict[str, Callable[[Path, Sizes], list[Table]]] = {
    "indexing": lambda work, s: _one(indexing.measure(work, reports=s.reports, chars=s.chars, times=s.times)),
    "warm": lambda work, s: warm.measure(work, each=s.each, times=s.times, warm=s.warm),
    "cold": lambda work, s: _one(cold.measure(work, times=s.cold)),
    "growth": lambda work, s: _one(growth.measure(work, sizes=s.growth, chars=s.chars, questions=s.questions)),
    "ranking": lambda work, s: _one(ranking.measure(work, reports=36, chars=s.chars, fillings=s.fillings,
                                                    times=s.times)),
    "peer": lambda work, s: _one(peer.measure(work, most=s.peer)),
}


def main(arguments: list[str] | None = None, *, quick: Sizes = QUICK) -> None:
    """Run the command; ``quick`` are the sizes of ``--quick``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and scale, measured in one run.")
    parser.add_argument("--quick", action="store_true", help="small sizes, under two minutes; written only with --out")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=[], help="these parts; written only with --out")
    parser.add_argument("--out", type=Path, help="where the tables go (docs/benchmarks.md after a whole run)")
    options = parser.parse_args(arguments)
    sizes = quick if options.quick else FULL
    started = perf_counter()
    command = "python -m benchmarks" + (" --quick" if options.quick else "")
    sections = [f"# Benchmarks\n\n{_machine()}, by `{command}`. Ratios are within one run: the machine's speed "
                "falls out of them, times are only of this machine."]
    print(sections[0], flush=True)
    for section in _measured(options.only or PARTS, sizes):
        print("\n" + section, flush=True)
        sections.append(section)
    sections.append(f"Measured in {(perf_counter() - started) / 60:.1f} minutes.")
    print("\n" + sections[-1])
    whole = not (options.quick or options.only)
    out = options.out or (ROOT / "docs" / "benchmarks.md" if whole else None)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text("\n\n".join(sections) + "\n", encoding="utf-8")


def _measured(parts: Iterable[str], sizes: Sizes) -> Iterable[str]:
    for part in parts:
        with TemporaryDirectory(prefix="zoneqa-benchmarks-", ignore_cleanup_errors=True) as work:
            for table in PARTS[part](Path(work), sizes):
                yield table.markdown()


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (f"Measured on {platform.system()} {platform.machine()}, {cores} cores, "
            f"Python {sys.version_info.major}.{sys.version_info.minor}")


if __name__ == "__main__":
    main()
