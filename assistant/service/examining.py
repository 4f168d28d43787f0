"""The child process of sandbox.py: limits itself, reads one file, says in a small JSON file how it went."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["main"]

_MAX_FILE_BYTES = 500_000_000  # what LibreOffice and decoders may write, each file
_MAX_TOLD = 300


def main() -> None:
    """Reads an order as JSON from standard input; see :meth:`assistant.service.sandbox.Sandbox._run`."""
    order: dict[str, Any] = json.load(sys.stdin)
    _limit(order["seconds"], order["memory_mb"])
    try:
        trouble, mend = _examine(Path(order["path"]), order["settings"])
    except MemoryError:
        trouble, mend = "读这份文件用的内存超过上限", "拆成几份，或调大 ZONEQA_UPLOAD_MEMORY_MB"
    except RecursionError:
        trouble, mend = "文件的层次太深", "另存为 docx 或 txt 再上传"
    told = {"trouble": trouble[:_MAX_TOLD], "mend": mend[:_MAX_TOLD]}
    Path(order["result"]).write_text(json.dumps(told), encoding="utf-8")


def _limit(seconds: int, memory_mb: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit alone
        return
    limits = {
        resource.RLIMIT_AS: memory_mb * 1_000_000, resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: _MAX_FILE_BYTES, resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        with contextlib.suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS
            resource.setrlimit(kind, (most, most))


def _examine(path: Path, values: dict[str, Any]) -> tuple[str, str]:
    """(trouble, mend); the same steps that a build takes before it embeds."""
    from index.errors import ZoneQAError
    from index.figures import extract_figures
    from index.outline import outline
    from index.reading import read_report
    from index.settings import IndexSettings
    from index.splitting import split

    settings = IndexSettings(**values)
    try:
        report = read_report(path, root=path.parent, settings=settings)
        sections = outline(report)
        split(report, sections, min_chars=settings.passage_min_chars, max_chars=settings.passage_max_chars)
        extract_figures(report, sections)
    except ZoneQAError as error:
        return error.message, error.mend
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        return f"程序没能处理这份文件：{type(error).__name__}", "另存为 docx 或 pdf 再上传"
    return "", ""


if __name__ == "__main__":
    main()
