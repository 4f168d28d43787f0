"""An uploaded file → whether it can be read, found out in a child process with time and memory limits.

The child reads the file and takes its figures, all that a build does with it before embedding: what crashes, hangs or
swells there costs the upload, never the server.  It sees an empty folder, no network settings and no secrets.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

import index
from index.settings import IndexSettings

__all__ = ["Examined", "Sandbox", "child_environment", "package_root"]

_AT_ONCE = 2  # children; each may take the whole memory limit
_MAX_RESULT_BYTES = 65_536
_NOWHERE = "http://127.0.0.1:9"  # LibreOffice would fetch pictures that a document links to
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "ZONEQA_DEBUG")


class Examined(NamedTuple):
    """``trouble`` is "" when the file can be read; else why not, and what mends it."""

    trouble: str = ""
    mend: str = ""


class Sandbox:
    """Examines files, a few at a time.  Thread-safe."""

    def __init__(self, settings: IndexSettings, *, seconds: int, memory_mb: int) -> None:
        self.settings, self.seconds, self.memory_mb = settings, seconds, memory_mb
        self._slots = threading.BoundedSemaphore(_AT_ONCE)

    def examine(self, path: Path, name: str) -> Examined:
        """Read ``path`` as a report called ``name``, of which only the suffix is used."""
        with self._slots, tempfile.TemporaryDirectory(prefix="zoneqa-upload-") as folder:
            work = Path(folder)
            copy = work / f"report{Path(name).suffix.lower()}"
            shutil.copyfile(path, copy)
            status = self._run(copy, work)
            return _told(work / "result.json", status)

    def _run(self, copy: Path, work: Path) -> int | None:
        """Exit status; None when time was up."""
        order = {
            "path": str(copy), "result": str(work / "result.json"), "seconds": self.seconds,
            "memory_mb": self.memory_mb,
            "settings": self.settings.model_dump(mode="json", include=set(IndexSettings.model_fields)),
        }
        child = subprocess.Popen(
            [sys.executable, "-m", "assistant.service.examining"], cwd=work, env=child_environment(work),
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that LibreOffice, which it may start, ends with it
        )
        try:
            child.communicate(json.dumps(order).encode(), timeout=self.seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(child)
        return child.returncode


def package_root() -> str:
    """The folder that a child imports us from: a checkout, or site-packages."""
    return str(Path(index.__file__).parent.parent)


def child_environment(home: Path) -> dict[str, str]:
    """What a child gets of the environment: enough to run Python, none of the keys that may be in it."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), _NOWHERE)
    return {**kept, **proxies, "PYTHONPATH": package_root(), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(home), "TMPDIR": str(home), "OMP_NUM_THREADS": "1",
            "MALLOC_ARENA_MAX": "2"}  # each arena reserves 64 MB of the address space that the limit counts


def _end(child: subprocess.Popen[bytes]) -> None:
    """Whatever of the child's process group is left ends now."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nothing is left; macOS says it the second way
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()


def _told(result: Path, status: int | None) -> Examined:
    if status is None:
        return Examined("读这份文件用的时间超过上限", "拆成几份，或调大 ZONEQA_UPLOAD_SECONDS")
    try:
        with result.open("rb") as file:
            told = json.loads(file.read(_MAX_RESULT_BYTES))
        return Examined(str(told["trouble"]), str(told["mend"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Examined("读这份文件时，进程因内存、时间超过上限或文件有误而中止",
                        "拆成几份，或另存为 docx、pdf 再上传")
