"""A build in a process of its own: the one that answers never parses a file, and answers go on at full speed.

The child says how far it is as lines of JSON.  It ends with its parent, whose end closes its standard input, and when
the build is cancelled; either leaves the old index, as any build that dies does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.service.sandbox import package_root
from assistant.settings import Settings
from index import errors
from index.errors import ReportError, ZoneQAError
from index.settings import IndexSettings
from index.summary import BuildSummary

__all__ = ["main", "rebuild"]

Progress = Callable[[str, int, int], None]
_FIELDS = set(IndexSettings.model_fields)


def rebuild(settings: IndexSettings, progress: Progress, *, cancelled: threading.Event | None = None) -> BuildSummary:
    """As :func:`index.building.build`, of which it raises the errors; also ZoneQAError when the child ended early."""
    child = subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {package_root()!r}); "
                               "from assistant.service.rebuilding import main; main()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert child.stdin
    assert child.stdout
    with child, child.stdin, child.stdout:
        watch = threading.Thread(target=_watch, args=(child, cancelled or threading.Event()), daemon=True)
        watch.start()
        try:
            child.stdin.write(json.dumps(settings.model_dump(mode="json", include=_FIELDS)) + "\n")
            child.stdin.flush()
            for line in child.stdout:
                told: dict[str, Any] = json.loads(line)
                if "progress" in told:
                    progress(*told["progress"])
                elif "error" in told:
                    raise _error(told["error"])
                else:
                    return _summary(told)
        except BaseException:  # progress may raise, to end it
            child.kill()
            raise
    if cancelled and cancelled.is_set():
        raise ZoneQAError("已取消，索引没有变", mend="需要时再建一次")
    raise ZoneQAError(f"建索引的进程中途结束了（{child.wait()}）", mend="查看服务的日志，或运行 zoneqa index")


def _watch(child: subprocess.Popen[str], cancelled: threading.Event) -> None:
    while child.poll() is None:
        if cancelled.wait(0.2):
            child.kill()
            return


def _error(told: dict[str, str]) -> ZoneQAError:
    kind: type[ZoneQAError] = getattr(errors, told["kind"], ZoneQAError)
    if issubclass(kind, ReportError):
        return kind(Path(told["path"]), told["message"], mend=told["mend"])
    return kind(told["message"], mend=told["mend"])


def _told(error: ZoneQAError) -> dict[str, str]:
    path = str(error.path) if isinstance(error, ReportError) else ""
    return {"kind": type(error).__name__, "message": error.message, "mend": error.mend, "path": path}


def _summary(told: dict[str, Any]) -> BuildSummary:
    names = {key: tuple(told[key]) for key in ("added", "changed", "removed", "unchanged")}
    failures = tuple(error for error in map(_error, told["failures"]) if isinstance(error, ReportError))
    duplicates = tuple((left, kept) for left, kept in told["duplicates"])
    return BuildSummary(**names, failures=failures, duplicates=duplicates, generation=told["generation"],
                        seconds=told["seconds"])


# -- in the child ---------------------------------------------------------------------------------------------------


def main() -> None:
    """Settings as a line of JSON from standard input; progress, then what was done, to standard output."""
    settings = Settings.load(**json.loads(sys.stdin.readline()))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from index.building import build

    try:
        summary = build(settings, progress=lambda *step: _say({"progress": step}))
    except ZoneQAError as error:
        _say({"error": _told(error)})
        return
    _say({
        "added": summary.added, "changed": summary.changed, "removed": summary.removed,
        "unchanged": summary.unchanged, "failures": [_told(failure) for failure in summary.failures],
        "duplicates": summary.duplicates, "generation": summary.generation, "seconds": summary.seconds,
    })


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)
