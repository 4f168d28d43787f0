"""Files that cannot be read: each is one clear error that names the file and the mend."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from index.errors import (
    DamagedReport,
    EmptyReport,
    EncryptedReport,
    ReportError,
    TooLargeReport,
    UnsupportedReport,
)  # fmt: skip
from index.reading import read_report
from index.settings import IndexSettings

FIXTURES = Path(__file__).parent / "fixtures" / "reports"
PDF = (FIXTURES / "jingpu_2019.pdf").read_bytes()
DOCX = (FIXTURES / "huaizhu_2019.docx").read_bytes()
ODT = b"application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


def ole(name: str, head: bytes = b"") -> bytes:
    return OLE + bytes(504) + head.ljust(600, b"\0") + name.encode("utf-16-le") + bytes(600)


LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Filter/Standard/V 1/R 2/O(" + b"A" * 32
    + b")/U(" + b"B" * 32 + b")/P -44>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF"
)  # fmt: skip

HOSTILE = [
    ("空.txt", b"", EmptyReport),
    ("空白.txt", "\ufeff \r\n\u3000\n".encode(), EmptyReport),
    ("空白.docx", b"  ", EmptyReport),
    ("无正文.html", b"<html><body><script>1</script></body></html>", EmptyReport),
    ("加密.pdf", LOCKED_PDF, EncryptedReport),
    ("加密.docx", ole("EncryptedPackage"), EncryptedReport),
    ("加密.xlsx", ole("EncryptedPackage"), EncryptedReport),
    ("加密.doc", ole("WordDocument", b"\xec\xa5" + bytes(9) + b"\x01"), EncryptedReport),
    ("半截.pdf", PDF[: len(PDF) // 2], DamagedReport),
    ("半截.docx", DOCX[: len(DOCX) // 2], DamagedReport),
    ("坏块.docx", DOCX[:2000] + b"XXXX" * 100 + DOCX[2400:], DamagedReport),
    ("空壳.docx", archive(word__document_xml=b"<x/>"), DamagedReport),
    ("空壳.xlsx", archive(xl__workbook_xml=b"<x/>"), DamagedReport),
    ("坏.png", b"\x89PNG\r\n\x1a\n" + b"0" * 100, DamagedReport),
    ("深.html", b"<div>" * 20_000 + "完成。".encode(), DamagedReport),
    ("二进制.pdf", os.urandom(3_000), DamagedReport),
    ("二进制.txt", bytes(range(256)) * 20, UnsupportedReport),
    ("压缩包.docx", archive(a=b"x"), UnsupportedReport),
    ("加密.xls", ole("Workbook", b"\x09\x08\x10\0\0\x06\x05\0" + bytes(12) + b"\x2f\0"), EncryptedReport),
    ("加密.et", ole("EncryptedPackage"), EncryptedReport),
    ("加密.odt", archive(mimetype=ODT, **{"META-INF__manifest_xml": b"<manifest:encryption-data/>"}), EncryptedReport),
    ("炸弹.odt", archive(mimetype=ODT, content_xml=b" " * 20_000_000), TooLargeReport),
    ("别的.wps", ole("PowerPoint Document"), UnsupportedReport),
    ("别的.ppt", b"x", UnsupportedReport),
    ("炸弹.docx", archive(word__document_xml=b" " * 20_000_000), TooLargeReport),
    ("大.txt", "开发区完成。".encode() * 70_000, TooLargeReport),
    ("长.txt", "开发区完成。".encode() * 300, TooLargeReport),
]


@pytest.mark.parametrize(("name", "data", "error"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_hostile_file_is_one_error_that_names_it_and_the_mend(
    tmp_path: Path, name: str, data: bytes, error: type[ReportError]
) -> None:
    if name == "坏.png":
        pytest.importorskip("rapidocr")
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportError) as raised:
        read_report(path, root=tmp_path, settings=IndexSettings(max_file_mb=1, max_report_chars=1_000))
    assert type(raised.value) is error
    assert name in str(raised.value)
    assert raised.value.mend


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("其实是.docx", PDF, "pdf"),
        ("其实是.txt", DOCX, "docx"),
        ("其实是.pdf", "财政总收入12.8亿元。".encode("gb18030"), "txt"),
    ],
)
def test_wrong_extension_is_read_as_what_it_is_with_a_warning(
    tmp_path: Path, name: str, data: bytes, form: str
) -> None:
    (tmp_path / name).write_bytes(data)
    report = read_report(tmp_path / name, root=tmp_path, settings=IndexSettings())
    assert report.format == form
    assert "扩展名" in report.warnings[0]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="管理员什么都读得了")
def test_file_without_permission_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("完成。", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DamagedReport, match="权限"):
        read_report(path, root=tmp_path, settings=IndexSettings())


def test_missing_file_and_folder_are_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    for name in ("a.txt", "b.txt"):
        with pytest.raises(ReportError):
            read_report(tmp_path / name, root=tmp_path, settings=IndexSettings())
