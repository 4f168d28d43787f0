"""Generations on disk: which one is current, who writes, and how one is made from another.

    index_dir/
      CURRENT                 the number of the generation that readers open; replaced by rename
      ID                      names this index among others on a Chroma server
      write.lock, writer.json one writer at a time, and who it is
      generations/0007/       closed: nothing in it changes any more, but for manifest.json, replaced by rename
        manifest.json  ledger.sqlite  lexical/  chroma/

A folder numbered above CURRENT is a build that died (or is under way); it is deleted, never resumed.  The one below
CURRENT is kept, as readers may still be on it; older ones are deleted.  What cannot be deleted now (another system
holds its files) is left to the next build.
"""

from __future__ import annotations

import datetime
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexBusy, IndexDamaged, IndexUnwritable, NoIndex, why
from index.manifest import REBUILD, write_atomically

__all__ = ["Generations"]


@dataclass(frozen=True, slots=True)
class Generations:
    """The generations under one ``index_dir``."""

    index_dir: Path

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def pointer(self) -> Path:
        return self.index_dir / "CURRENT"

    def folder(self, number: int) -> Path:
        return self.index_dir / "generations" / f"{number:04d}"

    def mark(self) -> tuple[int, int]:
        """Changes whenever CURRENT is replaced; costs one stat (2 µs).  Raises NoIndex."""
        try:
            found = self.pointer.stat()
        except OSError as error:
            raise self._none() from error
        return found.st_mtime_ns, found.st_ino

    def current(self) -> int:
        """The generation that readers open.  Raises NoIndex, and IndexDamaged when CURRENT holds no number."""
        try:
            return int(self.pointer.read_text(encoding="ascii"))
        except FileNotFoundError as error:
            raise self._none() from error
        except (OSError, ValueError) as error:
            raise IndexDamaged(f"索引的指针读不出来：{self.pointer}（{error}）", mend=REBUILD) from error

    def _none(self) -> NoIndex:
        return NoIndex(f"{self.index_dir} 里还没有索引", mend="运行 zoneqa index 建立索引")

    def unwritable(self, error: Exception) -> IndexUnwritable:
        """What is raised instead of a system's error while writing."""
        reason = why(error) if isinstance(error, OSError) else type(error).__name__
        return IndexUnwritable(f"写不进索引文件夹 {self.index_dir}：{reason}",
                               mend="检查磁盘空间和写权限后再试；原来的索引没有动")

    # -- writing: everything below asks for the lock ---------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer.  Raises IndexBusy when another one is at work, IndexUnwritable when the folder can't be
        written.  The lock is the system's, so it ends with the process that holds it, however that ends."""
        writer = self.index_dir / "writer.json"
        lock = FileLock(self.index_dir / "write.lock", timeout=0)
        try:
            self.folder(0).parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise IndexBusy(f"{_who(writer)}正在写索引 {self.index_dir}", mend="等它结束后再试") from error
        except OSError as error:
            raise self.unwritable(error) from error
        try:
            now = datetime.datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
            with suppress(OSError):  # only for the message above; a full disk is met, and told, later
                write_atomically(writer, json.dumps({"pid": os.getpid(), "since": now}))
            yield
        finally:
            with suppress(OSError):
                writer.unlink()
            lock.release()

    def index_id(self) -> str:
        """Eight hex digits that name this index on a Chroma server; made when first asked for."""
        path = self.index_dir / "ID"
        if not path.exists():
            write_atomically(path, secrets.token_hex(4))
        return path.read_text(encoding="ascii")

    def begin(self, base: int | None) -> int:
        """Make the folder of a new generation, a copy of generation ``base`` if given; return its number."""
        number = max([base or 0, *self._numbers()]) + 1
        folder = self.folder(number)
        if base is None:
            folder.mkdir()
        else:
            shutil.copytree(self.folder(base), folder, copy_function=_copy)
        return number

    def switch(self, number: int) -> None:
        """Make ``number`` the current generation, once all its files are on disk."""
        _sync(self.folder(number))
        write_atomically(self.pointer, f"{number}\n")
        _sync_folder(self.index_dir)

    def tidy(self, *, force: bool = False) -> set[int]:
        """Delete what no reader needs: half-written generations, and those older than the one before the current.

        Returns the numbers that are kept.  With ``force`` a pointer that can't be read keeps nothing: all is built anew.
        """
        try:
            current = self.current()
        except NoIndex:
            current = 0  # the first build died: all there is is half-written
        except IndexDamaged:
            if not force:
                raise
            self.pointer.unlink()
            current = 0
        numbers = self._numbers()
        kept = {max((number for number in numbers if number < current), default=current), current}
        for number in numbers:
            if number not in kept:
                self.discard(number)
        for partial in self.index_dir.glob(".*.part"):
            with suppress(OSError):
                partial.unlink()
        return kept

    def discard(self, number: int) -> None:
        """Delete a generation's folder as far as the system lets us."""
        shutil.rmtree(self.folder(number), ignore_errors=True)

    def _numbers(self) -> list[int]:
        return [int(entry.name) for entry in self.folder(0).parent.iterdir() if entry.name.isdecimal()]


def _who(writer: Path) -> str:
    try:
        found = json.loads(writer.read_text(encoding="utf-8"))
        return f"另一个进程（进程号 {found['pid']}，自 {found['since']} 起）"
    except (OSError, ValueError, KeyError):  # it has just begun, or just ended
        return "另一个进程"


def _copy(source: str, target: str) -> None:
    """Copy a file's bytes; on file systems that can, copies share their blocks until one is written (reflink).

    Hard links wouldn't do: SQLite and Chroma write into their files.
    """
    if hasattr(os, "copy_file_range"):
        with suppress(OSError), open(source, "rb") as reading, open(target, "wb") as writing:
            left = os.fstat(reading.fileno()).st_size
            while left > 0:
                copied = os.copy_file_range(reading.fileno(), writing.fileno(), left)
                if not copied:
                    break
                left -= copied
            if not left:
                return
    shutil.copyfile(source, target)


def _sync(folder: Path) -> None:
    for parent, _, names in os.walk(folder):
        for name in names:
            with (Path(parent) / name).open("rb+") as file:
                os.fsync(file.fileno())
        _sync_folder(Path(parent))


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder can't be opened, and renames are on disk with their journal
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
