"""Everything that can go wrong, as one tree.  Messages are Chinese: they reach the user as they are.

    ZoneQAError
    ├── SettingsError            a setting is missing, out of bounds, or contradicts another
    ├── ReportError              one report cannot be read; the others can   (carries .path and .mend)
    │   ├── EmptyReport          no text in it
    │   ├── EncryptedReport      a password is needed
    │   ├── DamagedReport        the file is not what its format demands
    │   ├── UnsupportedReport    no reader for this format, or its content belies its extension
    │   ├── TooLargeReport       over a limit that is a setting
    │   └── MissingReader        a reader exists, but an extra or a program it needs is not installed
    ├── IndexError_              the index as a whole
    │   ├── NoIndex              nothing has been built there yet
    │   ├── IndexMismatch        it was made by another embedder, splitter or format
    │   ├── IndexDamaged         its files contradict its manifest
    │   ├── IndexBusy            another process is writing
    │   ├── IndexUnwritable      its folder can't be written: disk full, no permission; the old index is untouched
    │   └── StoreUnavailable     the configured Chroma server does not answer
    ├── EmbeddingError           the embedding model cannot be loaded or run
    ├── PromptError              a prompt file and its declared variables disagree
    ├── ModelError               the configured language model failed  (assistant falls back, labelled)
    └── QuestionError            the question cannot be taken as one (empty, too long)
"""

from __future__ import annotations

import errno
from pathlib import Path

__all__ = [
    "DamagedReport", "EmbeddingError", "EmptyReport", "EncryptedReport", "IndexBusy", "IndexDamaged", "IndexError_",
    "IndexMismatch", "IndexUnwritable", "MissingReader", "ModelError", "NoIndex", "PromptError", "QuestionError",
    "ReportError", "SettingsError", "StoreUnavailable", "TooLargeReport", "UnsupportedReport", "ZoneQAError", "why",
]

_WHY = {errno.ENOSPC: "磁盘满了", errno.EDQUOT: "超过了磁盘配额", errno.EACCES: "没有权限", errno.EPERM: "没有权限",
        errno.EROFS: "磁盘是只读的", errno.ENOENT: "文件或文件夹不存在", errno.EEXIST: "已经存在", errno.EIO: "磁盘读写出错",
        errno.EISDIR: "是文件夹", errno.ENOTDIR: "路径里有一段不是文件夹", errno.ENAMETOOLONG: "名字太长",
        errno.EADDRINUSE: "已被别的程序占用", errno.EADDRNOTAVAIL: "不是本机的地址", errno.EMFILE: "打开的文件太多"}


def why(error: OSError) -> str:
    """What the system says went wrong, in Chinese."""
    return _WHY.get(error.errno or 0, f"系统错误 {error.errno}" if error.errno else type(error).__name__)


class ZoneQAError(Exception):
    """Root of the tree.  ``mend`` says, in Chinese, what the user can do about it."""

    def __init__(self, message: str, *, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.message}（{self.mend}）" if self.mend else self.message


class SettingsError(ZoneQAError):
    """A setting is missing, out of bounds, or contradicts another."""


class ReportError(ZoneQAError):
    """One report cannot be read; the others can."""

    def __init__(self, path: Path | str, message: str, *, mend: str = "") -> None:
        super().__init__(message, mend=mend)
        self.path = Path(path)

    def __str__(self) -> str:
        return f"{self.path.name}：{super().__str__()}"


class EmptyReport(ReportError):
    """No text in it."""


class EncryptedReport(ReportError):
    """A password is needed."""


class DamagedReport(ReportError):
    """The file is not what its format demands."""


class UnsupportedReport(ReportError):
    """No reader for this format, or its content belies its extension."""


class TooLargeReport(ReportError):
    """Over a limit that is a setting."""


class MissingReader(ReportError):
    """A reader exists, but an extra or a program it needs is not installed."""


class IndexError_(ZoneQAError):
    """The index as a whole."""


class NoIndex(IndexError_):
    """Nothing has been built there yet."""


class IndexMismatch(IndexError_):
    """It was made by another embedder, splitter or format."""


class IndexDamaged(IndexError_):
    """Its files contradict its manifest."""


class IndexBusy(IndexError_):
    """Another process is writing."""


class IndexUnwritable(IndexError_):
    """Its folder can't be written."""


class StoreUnavailable(IndexError_):
    """The configured Chroma server does not answer."""


class EmbeddingError(ZoneQAError):
    """The embedding model cannot be loaded or run."""


class PromptError(ZoneQAError):
    """A prompt file and its declared variables disagree."""


class ModelError(ZoneQAError):
    """The configured language model failed."""


class QuestionError(ZoneQAError):
    """The question cannot be taken as one."""
