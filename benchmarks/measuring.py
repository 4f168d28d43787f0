"""Seconds, percentiles, exponents, memory and disk."""

from __future__ import annotations

import math
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import ParamSpec

__all__ = ["disk_mb", "exponent", "interleaved", "percentile", "resident_mb", "timed"]

_P = ParamSpec("_P")


def timed(action: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> float:
    """Seconds of one call, wall clock."""
    started = perf_counter()
    action(*args, **kwargs)
    return perf_counter() - started


def interleaved(times: int, *actions: Callable[[], object],
                clock: Callable[[], float] = perf_counter) -> list[list[float]]:
    """Seconds of ``times`` calls of each action, (actions, times), in turn: a busy minute hits all alike."""
    seconds: list[list[float]] = [[] for _ in actions]
    for _ in range(times):
        for action, column in zip(actions, seconds, strict=True):
            started = clock()
            action()
            column.append(clock() - started)
    return seconds


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` of the values don't exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """b of the least-squares fit value = a · size^b; 0 is constant, 1 is linear."""
    xs, ys = [math.log(size) for size in sizes], [math.log(value) for value in values]
    x, y = fmean(xs), fmean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def resident_mb() -> float:
    """The most memory this process has held, MB.

    On Linux from the process's own memory map: ``ru_maxrss`` there begins at what its parent held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def disk_mb(folder: Path) -> float:
    """What the files in a folder hold, MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
