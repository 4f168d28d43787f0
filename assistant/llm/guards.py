"""Limits on the use of a model: a breaker that stops asking a server that is down, and a budget of tokens."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

__all__ = ["Breaker", "Budget"]


class Breaker:
    """Opens after ``failures`` in a row; after ``rest_s`` one call is let through to see.  Thread-safe."""

    def __init__(self, *, failures: int = 3, rest_s: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._rest, self._clock = failures, rest_s, clock
        self._lock = threading.Lock()
        self._count = 0
        self._opened: float | None = None

    def allows(self) -> bool:
        """Whether a call may go out now."""
        with self._lock:
            if self._opened is None:
                return True
            if self._clock() - self._opened < self._rest:
                return False
            self._opened = self._clock()  # this call is the trial; others wait for what becomes of it
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._count, self._opened = 0, None

    def failed(self) -> None:
        with self._lock:
            self._count += 1
            if self._count >= self._most:
                self._opened = self._clock()


class Budget:
    """Tokens that may be spent, prompt and answer together; 0 means no limit.  Thread-safe."""

    def __init__(self, tokens: int) -> None:
        self._tokens = tokens
        self._spent = 0
        self._lock = threading.Lock()

    @property
    def spent(self) -> int:
        return self._spent

    def allows(self, tokens: int) -> bool:
        """Whether ``tokens`` more stay within it."""
        return not self._tokens or self._spent + tokens <= self._tokens

    def spend(self, tokens: int) -> None:
        with self._lock:
            self._spent += tokens
