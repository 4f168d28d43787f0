"""Reports that come in through the page: checked, saved under a safe name, indexed in the background."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import threading
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Protocol

from index.corrections import corrections_file
from index.errors import ReportError, ZoneQAError, why

__all__ = ["Library", "Progress", "Received", "safe_name"]

_MAX_NAME_BYTES = 180  # most file systems stop at 255; leaves room for "-12" and the suffix
_MAX_FILES = 20
_KINDS = (
    "txt", "md", "html", "mht", "docx", "doc", "wps", "rtf", "odt", "pdf", "xlsx", "xls", "et", "ods", "csv",
)  # the other suffixes are spellings of these
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Summary(Protocol):
    """What a build says when it is done; index.building.BuildSummary has it."""

    @property
    def failures(self) -> Sequence[ReportError]: ...
    @property
    def duplicates(self) -> Sequence[tuple[str, str]]: ...


Rebuild = Callable[[Callable[[str, int, int], None]], Summary]
Examine = Callable[[Path, str], tuple[str, str]]  # a file and its name → (why it can't be read, what mends it)


@dataclass(frozen=True, slots=True)
class Received:
    """One uploaded file: saved as ``name``, or refused with a reason and what mends it.  ``was_there`` when the folder
    had that very file already, ``replaced`` when one of its name was put aside for it."""

    name: str
    path: Path | None = None
    trouble: str = ""
    mend: str = ""
    was_there: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the background build stands.  ``done``/``total`` are those of the current stage."""

    running: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    trouble: str = ""
    mend: str = ""
    failures: tuple[ReportError, ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()  # (left out, indexed instead)
    cancelled: bool = False


def safe_name(name: str) -> str:
    """A file name without a path, control characters, leading dots or reserved words; "" when nothing is left."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/")).rsplit("/", 1)[-1]
    cleaned = _FORBIDDEN.sub("", last).strip(" .~$")
    stem, suffix = os.path.splitext(cleaned)
    if not suffix or not stem:
        return ""
    if _RESERVED.fullmatch(stem):
        stem = f"报告-{stem}"
    while len((stem + suffix).encode()) > _MAX_NAME_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .") + suffix.lower()


class _Cancelled(Exception):
    """Raised through the build's progress: the build gives up, and the index is what it was."""


class Library:
    """The folder of reports as the page may change it.  Thread-safe; at most one build runs at a time."""

    def __init__(self, folder: Path, rebuild: Rebuild, *, suffixes: Collection[str], max_bytes: int,
                 examine: Examine | None = None) -> None:
        self.folder = folder
        self.suffixes = frozenset(suffixes)
        self.max_bytes = max_bytes
        self._rebuild = rebuild
        self._examine = examine
        self._lock = threading.Lock()
        self._again = self._cancel = False
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        with self._lock:
            return self._progress

    @property
    def kinds(self) -> str:
        """What can be uploaded, as people call it."""
        images = "，以及扫描件图片" if ".png" in self.suffixes else ""
        return "、".join(kind for kind in _KINDS if f".{kind}" in self.suffixes) + images

    def receive(self, files: Sequence[tuple[Path, str]], *, replacing: bool = False) -> list[Received]:
        """Saves (temporary path, name as sent) pairs; never leaves the folder.  A file that is there under that name
        stays beside the new one, or when ``replacing`` is put aside, as :meth:`remove` does."""
        refused = [self._refusal(path, name, number) for number, (path, name) in enumerate(files)]
        with self._lock:
            return [refusal or self._keep(path, safe_name(name), replacing=replacing)
                    for refusal, (path, name) in zip(refused, files, strict=True)]

    def _refusal(self, path: Path, sent: str, number: int) -> Received | None:
        """Why a file isn't taken; reading it to find out can take long, so no lock is held."""
        name = safe_name(sent)
        shown = name or PurePosixPath(sent.replace("\\", "/")).name[:80] or "（没有名字的文件）"
        if number >= _MAX_FILES:
            return Received(shown, trouble=f"一次最多上传 {_MAX_FILES} 份", mend="分几次上传")
        suffix = Path(name).suffix
        if suffix not in self.suffixes:
            return Received(shown, trouble="不认识这种格式", mend=f"可以上传：{self.kinds}")
        size = path.stat().st_size
        if size == 0:
            return Received(shown, trouble="文件是空的", mend="重新导出后再上传")
        if size > self.max_bytes:
            return Received(shown, trouble=f"超过 {self.max_bytes // 1_000_000} MB 的上限",
                            mend="拆成几份，或调大 ZONEQA_MAX_UPLOAD_MB")
        trouble, mend = self._examine(path, name) if self._examine else ("", "")
        return Received(name, trouble=trouble, mend=mend) if trouble else None

    def _keep(self, path: Path, name: str, *, replacing: bool) -> Received:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            old = self.folder / name
            replaced = replacing and old.is_file() and _digest(old) != _digest(path)
            if replaced:
                self._put_aside(old, with_corrections=False)
            return replace(self._save(path, name), replaced=replaced)
        except OSError as error:
            return Received(name, trouble=f"没能存进报告文件夹：{why(error)}", mend="检查 ZONEQA_REPORTS_DIR 是否可写")

    def _save(self, path: Path, name: str) -> Received:
        stem, suffix = os.path.splitext(name)
        for number in range(1, 1_000):
            target = self.folder / (name if number == 1 else f"{stem}-{number}{suffix}")
            if target.exists():
                if target.is_file() and _digest(target) == _digest(path):
                    return Received(target.name, target, was_there=True)
                continue
            partial = target.with_name(f".{target.name}.part")  # hidden, so a build that runs now passes it over
            shutil.copyfile(path, partial)
            os.replace(partial, target)
            self._fetch_corrections(target)
            return Received(target.name, target)
        return Received(name, trouble="同名的报告太多", mend="改个文件名")

    # --- taking out and back ------------------------------------------------------------------------------------

    def remove(self, name: str) -> bool:
        """Takes a report out of the folder, into a hidden one where it can be fetched back from.  False when it isn't
        there."""
        path = (self.folder / name).resolve()
        inside = path.is_relative_to(self.folder.resolve()) and path.suffix.lower() in self.suffixes
        if not inside or not path.is_file() or path.name.startswith("."):
            return False
        with self._lock:
            self._put_aside(path)
        return True

    def removed(self) -> list[str]:
        """What was taken out and can be put back, the last first."""
        if not self._aside.is_dir():
            return []
        found = [path for path in self._aside.iterdir() if path.suffix.lower() in self.suffixes and path.is_file()]
        return [path.name for path in sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)]

    def restore(self, name: str) -> bool:
        """Puts a report back that was taken out; False when it isn't there or its name is taken."""
        path = self._aside / name
        if name not in self.removed() or (self.folder / name).exists():
            return False
        with self._lock:
            for file in (path, *_beside(path)):
                os.replace(file, self.folder / file.name)
        return True

    def _fetch_corrections(self, path: Path) -> None:
        """A report that was taken out and is uploaded again finds the corrections that went with it."""
        gone = self._aside / path.name
        if gone.is_file() and not _beside(path) and _digest(gone) == _digest(path):
            for file in _beside(gone):
                os.replace(file, self.folder / file.name)
            gone.unlink()

    @property
    def _aside(self) -> Path:
        return self.folder / ".removed"  # hidden, so that no build reads it

    def _put_aside(self, path: Path, *, with_corrections: bool = True) -> None:
        self._aside.mkdir(exist_ok=True)
        self._make_room(path)
        for file in (path, *(_beside(path) if with_corrections else ())):
            os.replace(file, self._aside / file.name)
            os.utime(self._aside / file.name)

    def _make_room(self, path: Path) -> None:
        """What was taken out before under this name stays, under another."""
        old = self._aside / path.name
        if not old.is_file() or _digest(old) == _digest(path):
            return
        other = next(name for number in count(2)
                     if not (name := old.with_name(f"{old.stem}-{number}{old.suffix}")).exists())
        for file in (*_beside(old), old):
            os.replace(file, other.with_name(other.name + file.name.removeprefix(old.name)))

    # --- indexing -----------------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """The build that runs gives up at its next step; the index stays as it is."""
        with self._lock:
            self._cancel = self._progress.running
            self._again = False

    def start_build(self) -> None:
        """Indexes the folder in the background; one already running is followed by another."""
        with self._lock:
            self._again = True
            if self._progress.running:
                return
            self._progress = Progress(running=True, stage="准备")
        threading.Thread(target=self._work, name="zoneqa-build", daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._again:
                    self._progress = replace(self._progress, running=False)
                    return
                self._again = self._cancel = False
            try:
                summary = self._rebuild(self._report)
                outcome = Progress(running=True, failures=tuple(summary.failures),
                                   duplicates=tuple(summary.duplicates))
            except _Cancelled:
                outcome = Progress(running=True, cancelled=True, trouble="已取消，索引还是原来的",
                                   mend="需要时再点“更新索引”")
            except ZoneQAError as error:
                outcome = Progress(running=True, trouble=error.message, mend=error.mend)
            except Exception as error:  # the thread must end with a word to the user, whatever went wrong
                outcome = Progress(running=True, trouble=f"建索引时出错：{type(error).__name__}", mend="查看服务的日志")
            with self._lock:
                self._progress = outcome

    def _report(self, stage: str, done: int, total: int) -> None:
        with self._lock:
            if self._cancel:
                raise _Cancelled
            self._progress = Progress(running=True, stage=stage, done=done, total=total)

    def withdraw(self, received: Sequence[Received], outcome: Progress) -> list[Received]:
        """Takes back the files that could not be read, or are there already: they would fail in every later build.
        After a build that was cancelled, all of them.  What was put aside for one comes back."""
        refusals = {(self.folder / f.path).resolve(): (f.message, f.mend) for f in outcome.failures}
        refusals |= {(self.folder / name).resolve(): (f"内容与已收录的“{kept}”相同", "不用再传")
                     for name, kept in outcome.duplicates}
        out, back = [], False
        for item in received:
            refusal = refusals.get(item.path.resolve()) if item.path else None
            if outcome.cancelled:
                refusal = ("已取消", "需要时再上传")
            if refusal and item.path and not item.was_there:
                back |= self._take_back(item.path, replaced=item.replaced)
                item = Received(item.name, None, *refusal)
            out.append(item)
        if back and not outcome.cancelled:
            self.start_build()  # the one that is there again was left out of the index just built
        return out

    def _take_back(self, path: Path, *, replaced: bool) -> bool:
        """Whether the report that it replaced is there again."""
        with self._lock:
            old = self._aside / path.name
            if replaced and old.is_file():
                os.replace(old, path)
                return True
            if path.is_file() and _beside(path):
                self._put_aside(path)
            else:
                path.unlink(missing_ok=True)
            return False


def _beside(path: Path) -> list[Path]:
    """What is kept beside a report and goes where it goes: its sidecar and its corrections."""
    return [file for file in (path.with_name(f"{path.name}.toml"), corrections_file(path)) if file.is_file()]


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
