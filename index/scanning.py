"""A folder of reports → which files must be read, by what was known of them before.

Two gates.  The first is free: size, mtime and ctime of the file and its sidecars, as ``git`` does it; nothing is
opened.  The second hashes the bytes, and is passed only by files whose stamps differ.  The price of the first gate: a
file rewritten in place with its size kept and both times set back goes unnoticed (only ``--rebuild`` sees it).  A file
that changed so shortly before it was hashed that its clock may not show a further change is hashed again next time.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.corrections import corrections_file
from index.errors import DamagedReport, why
from index.manifest import Failure, FileEntry
from index.reading import find_reports
from index.reading.overrides import FOLDER_FILE

__all__ = ["Seen", "scan"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One file now.  ``entry`` is what is known of it; when ``known`` is False, only its stamp and digest are."""

    name: str
    path: Path
    entry: FileEntry
    known: bool


def scan(root: Path, before: Mapping[str, FileEntry], *, valid: Callable[[FileEntry], bool]) -> list[Seen]:
    """Every report file under ``root``, by name.  What is not ``valid`` of ``before`` is read again, changed or not."""
    found = []
    for path in find_reports(root):
        name = path.relative_to(root).as_posix()
        old = before.get(name)
        found.append(_look(name, path, old if old and valid(old) else None))
    return sorted(found, key=lambda seen: seen.name)


def _look(name: str, path: Path, old: FileEntry | None) -> Seen:
    now = time.time_ns()
    files = [path, *_companions(path)]
    try:
        stats = [file.stat() for file in files]
        stamp = tuple(part for stat in stats for part in (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
        if old is not None and old.stamp == stamp:
            return Seen(name, path, old, known=True)
        digest = _digest(files)
    except OSError as error:
        # Without a stamp it is looked at again each time: what mends it may not touch the file.
        failure = DamagedReport(path, f"文件打不开：{why(error)}", mend="检查文件和读权限")
        return Seen(name, path, FileEntry((), "", failure=Failure.of(failure)), known=True)
    kept = () if any(_fresh(stat.st_mtime_ns, now) or _fresh(stat.st_ctime_ns, now) for stat in stats) else stamp
    if old is not None and old.digest == digest:
        return Seen(name, path, replace(old, stamp=kept), known=True)
    return Seen(name, path, FileEntry(kept, digest), known=False)


def _fresh(changed: int, now: int) -> bool:
    """Whether a change just after ``now`` could leave the same time on the file: clocks of file systems tick in
    4 ms (ext4, xfs) to 2 s (FAT, which has whole seconds only)."""
    return changed > now - (2_000_000_000 if changed % 1_000_000_000 == 0 else 20_000_000)


def _companions(path: Path) -> list[Path]:
    """The files that say something of the report: sidecars, corrections and the folder's reports.toml, those there are.

    A change of reports.toml makes every report beside it be read again; only what comes out different is embedded.
    """
    names = (path.with_suffix(".toml").name, f"{path.name}.toml", FOLDER_FILE, corrections_file(path).name)
    return [file for file in map(path.with_name, dict.fromkeys(names)) if file.is_file()]


def _digest(files: list[Path]) -> str:
    """SHA-256 over the names and bytes of the files."""
    whole = hashlib.sha256()
    for file in files:
        with file.open("rb") as content:
            whole.update(file.name.encode("utf-8", "surrogateescape") + hashlib.file_digest(content, "sha256").digest())
    return whole.hexdigest()
