"""The driver of reading: a path in, a report or one clear error out."""

from __future__ import annotations

import hashlib
import re
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from index.characters import half_width
from index.errors import DamagedReport, EmptyReport, TooLargeReport, why
from index.reading.blanks import tightened
from index.reading.cards import gathered
from index.reading.content import Content
from index.reading.layout import Layout, lay_out
from index.reading.listing import without_contents
from index.reading.metadata import find_facts
from index.reading.overrides import is_override, override
from index.reading.signature import FORMATS, identify
from index.records import Report
from index.settings import IndexSettings

__all__ = ["READERS", "SUFFIXES", "find_reports", "read_report"]

SUFFIXES = frozenset(FORMATS)
# Loaded when the first file of a kind is met: pdfplumber alone takes 0.4 s to import.
READERS = {
    "txt": "index.reading.plain",
    "md": "index.reading.markdown",
    "html": "index.reading.web",
    "docx": "index.reading.word",
    "pdf": "index.reading.pdf",
    "xlsx": "index.reading.sheet",
    "csv": "index.reading.csvfile",
    "doc": "index.reading.office",
    "odt": "index.reading.office",
    "xls": "index.reading.office",
    "ods": "index.reading.office",
    "image": "index.reading.scan",
}
_SPACE = re.compile(r"\s+")


class Reader(Protocol):
    """What a module named in ``READERS`` offers as ``read``."""

    def __call__(self, data: bytes, path: Path, settings: IndexSettings) -> Content: ...


def find_reports(root: Path) -> list[Path]:
    """Every report below ``root``, sorted by path; no hidden files, lock files (~$…) or overrides."""
    found = []
    for path in root.rglob("*"):
        hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.relative_to(root).parts)
        if not hidden and path.suffix.lower() in SUFFIXES and not is_override(path) and path.is_file():
            found.append(path)
    return sorted(found)


def read_report(path: Path, *, root: Path, settings: IndexSettings) -> Report:
    """Read one file.  Raises a ReportError, or SettingsError for a bad override beside it."""
    data = _load(path, settings)
    form, warnings = identify(data, path)
    reader = cast(Reader, import_module(READERS[form]).read)
    content = reader(data, path, settings)
    layout = lay_out(tightened(gathered(without_contents(content.blocks))))
    _check_text(layout, path, settings)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    facts = override(find_facts(content, tuple(map(half_width, layout.titles)), half_width(layout.text), name), path)
    return Report(
        id=_content_id(layout.text),
        name=name,
        text=layout.text,
        format=form,
        title=facts.title,
        zone=facts.zone,
        period=facts.period,
        date=facts.date,
        source=facts.source,
        metadata=dict(content.metadata),
        headings=layout.headings,
        tables=layout.tables,
        pages=layout.pages,
        warnings=(*warnings, *content.warnings),
    )


def _load(path: Path, settings: IndexSettings) -> bytes:
    try:
        size = path.stat().st_size
        if size > settings.max_file_mb * 1_000_000:
            raise TooLargeReport(
                path,
                f"有 {size / 1_000_000:,.1f} MB，超过 {settings.max_file_mb} MB",
                mend="请拆成几份，或调大设置 max_file_mb",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise DamagedReport(path, "文件不存在", mend="请检查路径") from error
    except PermissionError as error:
        raise DamagedReport(path, "没有读取权限", mend="请检查文件权限") from error
    except OSError as error:
        raise DamagedReport(path, f"读不了：{why(error)}", mend="请检查磁盘和文件") from error
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise EmptyReport(path, "文件是空的", mend="请换成有内容的文件")
    return data


def _check_text(layout: Layout, path: Path, settings: IndexSettings) -> None:
    if not layout.text.strip():
        raise EmptyReport(path, "里面没有文字", mend="请换成有文字的文件")
    if len(layout.text) > settings.max_report_chars:
        raise TooLargeReport(
            path,
            f"有 {len(layout.text):,} 字，超过 {settings.max_report_chars:,} 字",
            mend="请拆成几份，或调大设置 max_report_chars",
        )


def _content_id(text: str) -> str:
    """16 hex digits of the SHA-256 of the text without white space: nothing of the file's name is in it."""
    return hashlib.sha256(_SPACE.sub("", text).encode()).hexdigest()[:16]
