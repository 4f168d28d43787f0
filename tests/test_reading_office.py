"""Legacy .doc and other office formats through LibreOffice; the tests make their own."""

from __future__ import annotations

import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest

from index.errors import MissingReader
from index.reading import read_report
from index.reading.office import has_calc, soffice
from index.records import Report
from index.settings import IndexSettings

FIXTURES = Path(__file__).parent / "fixtures" / "reports"
needs_office = pytest.mark.skipif(soffice() is None, reason="没有 LibreOffice，做不出也读不了 .doc")
needs_calc = pytest.mark.skipif(not has_calc(), reason="没有 LibreOffice 的 Calc，做不出也读不了 .xls")


def converted(source: Path, form: str, folder: Path) -> Path:
    """``source`` as LibreOffice writes it; ``form`` is an extension, or one and the name of a filter."""
    subprocess.run(
        [str(soffice()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", form,
         "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=120)  # fmt: skip
    return folder / f"{source.stem}.{form.partition(':')[0]}"


def called(path: Path, name: str) -> Path:
    """The same bytes under another name."""
    other = path.with_name(name)
    other.write_bytes(path.read_bytes())
    return other


def read(path: Path) -> Report:
    return read_report(path, root=path.parent, settings=IndexSettings())


def grids(report: Report) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.grid] for table in report.tables]


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(FIXTURES / "huaizhu_2019.docx", "doc", tmp_path_factory.mktemp("doc"))


@needs_office
def test_doc_reads_like_the_docx_it_was_made_from_twice_at_once(doc: Path) -> None:
    settings = IndexSettings()
    whole = read_report(FIXTURES / "huaizhu_2019.docx", root=FIXTURES, settings=settings)
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: read_report(doc, root=doc.parent, settings=settings), range(2)))
    assert [(report.id, report.format) for report in made] == [(whole.id, "doc")] * 2
    assert [len(report.headings) for report in made] == [len(whole.headings)] * 2
    assert grids(made[0])[0] == grids(whole)[0]


@needs_office
@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("doc", "a.wps", "doc"),
        ("docx", "b.wps", "docx"),
        ("rtf", "c.rtf", "doc"),
        ("odt", "d.odt", "odt"),
        ("docm:MS Word 2007 XML VBA", "e.docm", "docx"),
        ("xml:MS Word 2003 XML", "f.doc", "doc"),
    ],
)
def test_a_text_document_reads_like_the_docx_it_was_made_from(tmp_path: Path, form: str, name: str, kind: str) -> None:
    source = FIXTURES / "huaizhu_2019.docx"
    made = read(called(converted(source, form, tmp_path), name))
    whole = read(source)
    assert (made.format, made.warnings) == (kind, ())
    assert made.id == whole.id
    assert grids(made)[0] == grids(whole)[0]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = openpyxl.Workbook()
    first, second = book.worksheets[0], book.create_sheet("招商")
    first.title = "主要指标"
    for row in (("2018年主要经济指标完成情况",), ("指标", "单位", "完成数", "增速"), ("财政总收入", "亿元", 12.8, 0.091),
                ("工业有效投资", "亿元", 22.53, 0.256)):  # fmt: skip
        first.append(row)
    first.merge_cells("A1:D1")
    first["D3"].number_format = first["D4"].number_format = "0.0%"
    second.append(("项目", "总投资（亿元）"))
    second.append(("新材料产业园", 15.5))
    path = tmp_path_factory.mktemp("xlsx") / "book.xlsx"
    book.save(path)
    return path


@needs_calc
@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("xls", "a.xls", "xls"),
        ("xls", "b.et", "xls"),
        ("ods", "c.ods", "ods"),
    ],
)
def test_a_spreadsheet_reads_like_the_xlsx_it_was_made_from(
    workbook: Path, tmp_path: Path, form: str, name: str, kind: str
) -> None:
    made, whole = read(called(converted(workbook, form, tmp_path), name)), read(workbook)
    assert (made.format, made.warnings) == (kind, ())
    assert made.text == whole.text
    assert "财政总收入" in made.text
    assert "9.1%" in made.text
    assert grids(made) == grids(whole)


@needs_calc
def test_a_workbook_of_office_2003_in_xml_is_read(tmp_path: Path) -> None:
    rows = (("指标", "单位", "2018年"), ("财政总收入", "亿元", "12.8"), ("工业有效投资", "亿元", "22.53"))
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in rows
    )
    (tmp_path / "a.xls").write_text(
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:'
        'office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表1"><Table>'
        f"{cells}</Table></Worksheet></Workbook>", "utf-8")  # fmt: skip
    made = read(tmp_path / "a.xls")
    assert (made.format, grids(made)) == ("xls", [[list(row) for row in rows]])


def test_an_et_that_is_a_new_workbook_needs_no_libreoffice(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    made = read(called(workbook, "a.et"))
    assert (made.format, made.warnings, made.text) == ("xlsx", (), read(workbook).text)


def test_text_with_tabs_under_a_spreadsheet_name_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    path.write_bytes("指标\t单位\t2018年\n财政总收入\t亿元\t12.8\n工业有效投资\t亿元\t22.53\n".encode("gb18030"))
    made = read(path)
    assert made.format == "csv"
    assert grids(made) == [[["指标", "单位", "2018年"], ["财政总收入", "亿元", "12.8"], ["工业有效投资", "亿元", "22.53"]]]


def _open_document(kind: str, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<x/>")


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.rtf", "a.odt", "a.xls", "a.et", "a.ods"])
def test_without_libreoffice_it_says_what_to_install_or_to_save_as(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if soffice() is not None:
        pytest.skip("LibreOffice 装在固定的位置")
    path = tmp_path / name
    table = name.endswith(("xls", "et", "ods"))
    if name.endswith(("odt", "ods")):
        _open_document("spreadsheet" if table else "text", path)
    elif table:
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + "Workbook".encode("utf-16-le"))
    else:
        path.write_bytes(rb"{\rtf1\ansi report}")
    with pytest.raises(MissingReader, match="LibreOffice") as raised:
        read_report(path, root=tmp_path, settings=IndexSettings())
    assert str(raised.value).startswith(f"{name}：读 {path.suffix} 需要 LibreOffice")
    assert ("calc" if table else "writer") in raised.value.mend
    assert ("另存为 xlsx" if table else "另存为 docx") in raised.value.mend


def test_a_spreadsheet_where_libreoffice_has_no_calc_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "office" / "program" / "soffice"
    (tmp_path / "office" / "share" / "registry").mkdir(parents=True)
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    _open_document("spreadsheet", tmp_path / "a.ods")
    with pytest.raises(MissingReader, match="Calc"):
        read_report(tmp_path / "a.ods", root=tmp_path, settings=IndexSettings())
