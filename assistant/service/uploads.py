"""Uploads through the API: kept, indexed in the background, followed until each file's fate is known."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

__all__ = ["LibraryLike", "Uploads"]

_POLL_S = 0.2
_REMEMBERED = 200


class ReceivedLike(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def path(self) -> Path | None: ...
    @property
    def trouble(self) -> str: ...
    @property
    def mend(self) -> str: ...


class ProgressLike(Protocol):
    @property
    def running(self) -> bool: ...
    @property
    def stage(self) -> str: ...
    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def trouble(self) -> str: ...
    @property
    def mend(self) -> str: ...


class LibraryLike(Protocol):
    """The folder of reports; assistant.web.library.Library is one."""

    @property
    def progress(self) -> Any: ...
    def receive(self, files: Sequence[tuple[Path, str]], /, *, replacing: bool = False) -> Sequence[Any]: ...
    def remove(self, name: str, /) -> bool: ...
    def start_build(self) -> None: ...
    def cancel(self) -> None: ...
    def withdraw(self, received: Any, outcome: Any, /) -> Sequence[Any]: ...


class Uploads:
    """The last :data:`_REMEMBERED` uploads of this server.  Thread-safe."""

    def __init__(self, library: LibraryLike) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._known: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def take(self, files: Sequence[tuple[Path, str]], *, replacing: bool = False) -> dict[str, Any]:
        """Examine and keep (temporary path, name as sent) pairs, start indexing; returns the state as it then is.

        With ``replacing`` a report of the same name makes way for the new one.
        """
        received = self._library.receive(files, replacing=replacing)
        id = secrets.token_urlsafe(9)
        waiting = any(item.path for item in received)
        state = self._set(id, received, finished=not waiting)
        if waiting:
            self._library.start_build()
            threading.Thread(target=self._follow, args=(id, received), name="zoneqa-upload", daemon=True).start()
        return state

    def _follow(self, id: str, received: Sequence[Any]) -> None:
        while (progress := self._library.progress).running:
            time.sleep(_POLL_S)
        self._set(id, self._library.withdraw(received, progress), finished=True, trouble=progress)

    def _set(self, id: str, received: Sequence[ReceivedLike], *, finished: bool,
             trouble: ProgressLike | None = None) -> dict[str, Any]:
        kept = "indexed" if finished and not (trouble and trouble.trouble) else "indexing" if not finished else "kept"
        state = {
            "upload": id, "finished": finished, "files": [
                {"name": item.name, "state": kept if item.path else "refused", "message": item.trouble,
                 "mend": item.mend} for item in received],
            "trouble": {"message": trouble.trouble, "mend": trouble.mend} if trouble and trouble.trouble else None,
        }
        with self._lock:
            self._known[id] = state
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return state

    def remove(self, names: Sequence[str]) -> list[str]:
        """Take reports out of the folder and index anew; returns those that were there."""
        gone = [name for name in names if self._library.remove(name)]
        self._library.start_build()
        return gone

    def cancel(self, id: str) -> None:
        """The indexing that an upload waits for gives up, and its files are taken back; a finished one is left alone."""
        state = self.state(id)
        if state is not None and not state["finished"]:
            self._library.cancel()

    def state(self, id: str) -> dict[str, Any] | None:
        with self._lock:
            return self._known.get(id)

    def building(self) -> dict[str, Any]:
        """Where the background build stands."""
        progress: ProgressLike = self._library.progress
        return {"running": progress.running, "stage": progress.stage, "done": progress.done, "total": progress.total,
                "message": progress.trouble, "mend": progress.mend}
