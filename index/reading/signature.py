"""What a file is, by how its bytes begin; the extension only decides between kinds of text."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from index.errors import DamagedReport, EncryptedReport, UnsupportedReport
from index.reading.encoding import decode
from index.reading.webarchive import is_archived_page

__all__ = ["FORMATS", "identify"]

FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".csv": "csv",
    ".doc": "doc",
    ".rtf": "doc",
    ".wps": "doc",
    ".odt": "odt",
    ".xls": "xls",
    ".et": "xls",
    ".ods": "ods",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
    ".bmp": "image",
}
_ALSO = {".wps": "docx", ".et": "xlsx"}  # WPS writes either container under its own extension
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s[^>]*charset|<table[\s>]|<div[\s>]", re.IGNORECASE
)
_OFFICE_XML = re.compile(r"\s*<\?xml[^>]*>\s*(?:<!--.*?-->\s*)*<\?mso-application\s+progid=[\"'](Word|Excel)\.", re.DOTALL)
_OPEN_DOCUMENT = {b"application/vnd.oasis.opendocument.text": "odt", b"application/vnd.oasis.opendocument.spreadsheet": "ods"}
_WORKBOOK_BEGINS = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # the first record of a workbook, 20 bytes long
_LOCKED_WORKBOOK = re.compile(re.escape(_WORKBOOK_BEGINS) + rb".{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_WORD_MAGIC = b"\xec\xa5"
_HEAD_BYTES = 100_000
_SECTOR = 512  # the Word stream of an OLE file begins in the first sector after the header
_NAMES = {
    "txt": "文本",
    "md": "Markdown",
    "html": "网页",
    "docx": "Word（docx）",
    "pdf": "PDF",
    "xlsx": "Excel",
    "csv": "CSV",
    "doc": "Word（doc）",
    "odt": "ODF 文档（odt）",
    "xls": "旧版 Excel（xls）",
    "ods": "ODF 表格（ods）",
    "image": "图片",
}


def identify(data: bytes, path: Path) -> tuple[str, list[str]]:
    """(format, warnings).  Raises EncryptedReport, DamagedReport, UnsupportedReport.

    A file whose content belies its extension is read as what it is, with a warning.
    """
    named = FORMATS.get(path.suffix.lower())
    if named is None:
        raise UnsupportedReport(
            path, f"不支持 {path.suffix or '没有扩展名的'} 文件", mend="支持：" + " ".join(sorted(FORMATS))
        )
    found = _by_bytes(data, path) or _text_kind(data, path, named)
    if found in (named, _ALSO.get(path.suffix.lower())):
        return found, []
    return found, [f"扩展名是 {path.suffix}，内容是{_NAMES[found]}，按内容读取"]


def _by_bytes(data: bytes, path: Path) -> str | None:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data, path)
    if data.startswith(_OLE):
        return _ole_kind(data, path)
    if data.startswith(b"{\\rtf"):
        return "doc"
    if data.startswith(_IMAGES) and (data[:2] != b"BM" or data[6:10] == b"\x00\x00\x00\x00"):
        return "image"
    return None


def _zip_kind(data: bytes, path: Path) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = _head(archive, "mimetype").strip() if "mimetype" in names else b""
            listed = _head(archive, "META-INF/manifest.xml") if kind and "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise DamagedReport(path, "文件不完整或已损坏", mend="请重新下载，或用 Office 打开修复后另存") from error
    if any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if kind in _OPEN_DOCUMENT:
        if b"encryption-data" in listed or "encrypted-package" in names:
            raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
        return _OPEN_DOCUMENT[kind]
    raise UnsupportedReport(path, "是压缩包或别的 Office 文件，不是报告", mend="请解压，或另存为 docx、xlsx、pdf")


def _head(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a member: what is not measured yet may unpack to anything."""
    with archive.open(name) as member:
        return member.read(_HEAD_BYTES)


def _ole_kind(data: bytes, path: Path) -> str:
    """Old office files and encrypted new ones share a container; the directory tells them apart."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
    workbook = holds("Workbook") or holds("Book")
    # Either may stand inside the other as a drawn object; then the extension tells which is the file.
    if holds("WordDocument") and not (workbook and FORMATS.get(path.suffix.lower()) in ("xls", "xlsx")):
        head = data[_SECTOR : _SECTOR + 12]
        if head.startswith(_WORD_MAGIC) and head[11] & 0x01:
            raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
        return "doc"
    if workbook:
        if _LOCKED_WORKBOOK.search(data):
            raise EncryptedReport(path, "文件加了密码", mend="请去掉密码后另存")
        return "xls"
    raise UnsupportedReport(path, "是认不出的旧版 Office 文件", mend="请另存为 docx、xlsx 或 pdf")


def _text_kind(data: bytes, path: Path, named: str) -> str:
    decoded = decode(data)
    if decoded is None:
        if named in ("txt", "md", "csv", "html"):
            raise UnsupportedReport(path, "不是文本文件，或用了认不出的编码", mend="请另存为 UTF-8 编码的文本")
        raise DamagedReport(path, f"不是{_NAMES[named]}文件，或已损坏", mend="请重新下载或另存一次")
    head = decoded[0][:3000]
    if office := _OFFICE_XML.match(head):
        return "doc" if office[1] == "Word" else "xls"
    if (_HTML.search(head) and named != "md") or is_archived_page(data):
        return "html"
    if named in ("xls", "xlsx", "ods"):
        return "csv"  # what systems export as a spreadsheet is often plain text with tabs
    return named if named in ("txt", "md", "csv") else "txt"
