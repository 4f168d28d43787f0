"""How often one user may ask, and how many questions are answered at once; what is over it is refused politely."""

from __future__ import annotations

import asyncio
import functools
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assistant.service.errors import Refusal

__all__ = ["BUSY", "Gate", "RateLimit"]

BUSY = "现在提问的人太多，请稍等片刻再试。"
_MOST_KNOWN = 10_000  # users and addresses remembered; the longest silent are forgotten first

_T = TypeVar("_T")


class RateLimit:
    """A bucket for each key: ``per_minute`` tokens, refilled evenly.  Thread-safe."""

    def __init__(self, per_minute: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # key → tokens left, when
        self._lock = threading.Lock()

    def take(self, key: str) -> float:
        """0.0 and a token taken, or the seconds until there is one."""
        with self._lock:
            now = self._clock()
            left, before = self._buckets.pop(key, (self.per_minute, now))
            left = min(self.per_minute, left + (now - before) * self.per_minute / 60)
            taken = left >= 1
            self._buckets[key] = (left - taken, now)
            if len(self._buckets) > _MOST_KNOWN:
                self._buckets.popitem(last=False)
        return 0.0 if taken else (1 - left) * 60 / self.per_minute


class Gate:
    """``workers`` threads that answer and a queue of ``waiting`` at most."""

    def __init__(self, workers: int, waiting: int) -> None:
        self._most = workers + waiting
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="zoneqa-answer")
        self._inside = 0  # changed on the event loop alone

    def submit(self, work: Callable[[], _T]) -> asyncio.Future[_T]:
        """``work()`` in a thread; called on the event loop.  Raises Refusal (429, busy) when the queue is full."""
        if self._inside >= self._most:
            raise Refusal(429, "busy", BUSY, "过几秒再问一次", headers={"Retry-After": "2"})
        self._inside += 1
        future = self._threads.submit(work)
        future.add_done_callback(functools.partial(_on_loop, asyncio.get_running_loop(), self._leave))
        return asyncio.wrap_future(future)

    async def run(self, work: Callable[[], _T]) -> _T:
        """The result of :meth:`submit`."""
        return await self.submit(work)

    def _leave(self) -> None:
        self._inside -= 1

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def _on_loop(loop: asyncio.AbstractEventLoop, action: Callable[[], None], _: object) -> None:
    """A thread that a client no longer waits for still holds its place until it is done."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(action)
