"""Scans and pictures; the tests make theirs from a rendered page."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
import pytest

from index.errors import EmptyReport, MissingReader
from index.reading import read_report, scan
from index.settings import IndexSettings

PDF = Path(__file__).parent / "fixtures" / "reports" / "jingpu_2019.pdf"
needs_ocr = pytest.mark.skipif(find_spec("rapidocr") is None, reason="没有装 ocr 附加包")


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Page 2 as a picture and as a pdf without a text layer."""
    folder = tmp_path_factory.mktemp("scans")
    page = pypdfium2.PdfDocument(PDF)[1].render(scale=150 / 72).to_pil().convert("RGB")
    page.save(folder / "page.png")
    page.save(folder / "scan.pdf", resolution=150)
    return folder


@needs_ocr
@pytest.mark.slow
@pytest.mark.parametrize(("name", "form"), [("scan.pdf", "pdf"), ("page.png", "image")])
def test_scan_reads_as_paragraphs_and_a_table(scans: Path, name: str, form: str) -> None:
    report = read_report(scans / name, root=scans, settings=IndexSettings())
    assert report.format == form
    assert "实际利用外资3.02亿美元，同比增长6.0%" in report.text
    assert [cell.text for cell in report.tables[0].grid[-1]] == ["合计", "1463.5", "101.3", "1740"]
    assert "第 2 页" not in report.text
    assert any("文字识别" in warning for warning in report.warnings)
    assert [page.number for page in report.pages] == [1]


@pytest.mark.parametrize("name", ["scan.pdf", "page.png"])
def test_scan_with_recognition_switched_off_says_so(scans: Path, name: str) -> None:
    with pytest.raises(EmptyReport, match="文字识别已关闭"):
        read_report(scans / name, root=scans, settings=IndexSettings(ocr=False))


def test_scan_without_the_extra_says_what_to_install(scans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)  # what an import finds where the extra is not installed
    scan._load.cache_clear()
    with pytest.raises(MissingReader, match="ocr"):
        read_report(scans / "scan.pdf", root=scans, settings=IndexSettings())
