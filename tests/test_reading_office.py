"""Legacy .doc through LibreOffice; the tests make their own."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.errors import MissingReader
from index.reading import read_report
from index.reading.office import soffice
from index.settings import IndexSettings

FIXTURES = Path(__file__).parent / "fixtures" / "reports"
needs_office = pytest.mark.skipif(soffice() is None, reason="没有 LibreOffice，做不出也读不了 .doc")


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doc")
    subprocess.run(
        [str(soffice()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "doc",
         "--outdir", str(folder), str(FIXTURES / "huaizhu_2019.docx")],
        check=True, capture_output=True, timeout=120)  # fmt: skip
    return folder / "huaizhu_2019.doc"


@needs_office
def test_doc_reads_like_the_docx_it_was_made_from_twice_at_once(doc: Path) -> None:
    settings = IndexSettings()
    whole = read_report(FIXTURES / "huaizhu_2019.docx", root=FIXTURES, settings=settings)
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: read_report(doc, root=doc.parent, settings=settings), range(2)))
    assert [(report.id, report.format) for report in made] == [(whole.id, "doc")] * 2
    assert [len(report.headings) for report in made] == [len(whole.headings)] * 2
    assert [[cell.text for cell in row] for row in made[0].tables[0].grid] == [
        [cell.text for cell in row] for row in whole.tables[0].grid
    ]


def test_doc_without_libreoffice_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if soffice() is not None:
        pytest.skip("LibreOffice 装在固定的位置")
    path = tmp_path / "a.doc"
    path.write_bytes(rb"{\rtf1\ansi report}")
    with pytest.raises(MissingReader, match="LibreOffice"):
        read_report(path, root=tmp_path, settings=IndexSettings())
