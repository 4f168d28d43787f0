"""What made a generation and what it was made of: ``manifest.json`` in its folder."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Self

from index import errors
from index.errors import IndexDamaged, IndexMismatch, ReportError

__all__ = ["FORMAT", "REBUILD", "Counts", "Failure", "FileEntry", "Makers", "Manifest", "program_version",
           "write_atomically"]

FORMAT = 1
"""Raised whenever a generation's folder is laid out differently."""
REBUILD = "运行 zoneqa index --rebuild 重建索引"
UPDATE = "运行 zoneqa index 更新索引"


@dataclass(frozen=True, slots=True)
class Makers:
    """Everything a generation's content depends on beside the reports.  Two that are equal make the same index."""

    embedder: str
    dimension: int
    splitter: str
    figures: str  # the only one that a build mends by itself: figures are taken anew from the texts in the ledger
    store: str  # embedded | server
    format: int = FORMAT

    def check(self, index_dir: Path, now: Makers) -> None:
        """Raise IndexMismatch, naming what differs and the command that mends it, unless ``now`` equals this."""
        said = {"format": "索引格式", "embedder": "句向量模型", "dimension": "向量维数", "splitter": "切分规则",
                "figures": "数字抽取规则", "store": "向量库的位置"}
        differs = [f"{name}：索引用的是 {getattr(self, key)}，现在是 {getattr(now, key)}"
                   for key, name in said.items() if getattr(self, key) != getattr(now, key)]
        if differs:
            mend = UPDATE if self == replace(now, figures=self.figures) else REBUILD
            raise IndexMismatch(f"索引 {index_dir} 与现在的程序或设置不一致：{'；'.join(differs)}", mend=mend)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be read, as kept on disk."""

    kind: str  # the name of a ReportError class
    message: str
    mend: str

    @classmethod
    def of(cls, error: ReportError) -> Self:
        return cls(type(error).__name__, error.message, error.mend)

    def error(self, path: Path) -> ReportError:
        """The error again, as reading raised it."""
        kind = getattr(errors, self.kind, ReportError)
        found: ReportError = kind(path, self.message, mend=self.mend)
        return found


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the reports folder as it was when last looked at.

    ``stamp`` is (size, mtime, ctime, …) of the file and its sidecars, empty when it must be hashed again all the same;
    ``digest`` is the hash of their bytes.  Exactly one of ``report_id`` and ``failure`` is set.
    """

    stamp: tuple[int, ...]
    digest: str
    report_id: str = ""
    record: str = ""  # hash of the Report record: what reading made of the bytes
    zone: str = ""  # named by the file itself
    duplicate_of: str = ""  # the name under which the same content is indexed
    failure: Failure | None = None

    @property
    def indexed(self) -> bool:
        return bool(self.report_id) and not self.duplicate_of


@dataclass(frozen=True, slots=True)
class Counts:
    """What must be there: Chroma, the lexical index and the ledger each hold ``passages`` passages."""

    reports: int
    passages: int
    figures: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of ``manifest.json``.  ``files`` is by name (path within the reports folder, parts joined by "/")."""

    generation: int
    index_id: str
    makers: Makers
    counts: Counts
    created: str  # ISO 8601, UTC
    version: str  # of zoneqa; another one reads every file again
    reading: str  # the settings that reading depends on; other ones make failed files be tried again
    files: Mapping[str, FileEntry] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read it.  Raises IndexDamaged when it is missing or isn't one, IndexMismatch when its format is another."""
        try:
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            form = found["makers"]["format"]
            if form != FORMAT:
                raise IndexMismatch(f"索引 {path.parent} 的格式是第{form}版，本程序用第{FORMAT}版", mend=REBUILD)
            files = {name: _entry(entry) for name, entry in found.pop("files").items()}
            return cls(makers=Makers(**found.pop("makers")), counts=Counts(**found.pop("counts")), files=files, **found)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"索引清单读不出来：{path}（{error}）", mend=REBUILD) from error

    def save(self, path: Path) -> None:
        """Write it in one step: a reader finds the old one or the new one, whole."""
        write_atomically(path, json.dumps(asdict(self), ensure_ascii=False, indent=1))

    def failures(self, reports_dir: Path) -> tuple[ReportError, ...]:
        """Why files are left out, by name."""
        return tuple(entry.failure.error(reports_dir / name) for name, entry in sorted(self.files.items())
                     if entry.failure)

    def duplicates(self) -> tuple[tuple[str, str], ...]:
        """(left out, indexed instead) for files with the same content, by name."""
        return tuple((name, entry.duplicate_of) for name, entry in sorted(self.files.items()) if entry.duplicate_of)


@cache  # read from a file
def program_version() -> str:
    """The version of zoneqa; "0" in a checkout that isn't installed."""
    try:
        return version("zoneqa")
    except PackageNotFoundError:
        return "0"


def _entry(found: dict[str, Any]) -> FileEntry:
    failure = found.pop("failure")
    return FileEntry(stamp=tuple(found.pop("stamp")), failure=Failure(**failure) if failure else None, **found)


def write_atomically(path: Path, text: str) -> None:
    """Replace a small file by rename, on disk before it is seen.  The mark in the name keeps two writers apart."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    with partial.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
