"""The driver of reading, and what every report it gives keeps to."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from index.reading import find_reports, read_report
from index.records import Report
from index.settings import IndexSettings

FIXTURES = Path(__file__).parent / "fixtures" / "reports"
SETTINGS = IndexSettings()
FACTS = {  # zone, period, date, as a reader of the file would say
    "huaizhu_2017.txt": ("槐渚经济开发区", "2017", "2018-01-19"),
    "huaizhu_2018.html": ("槐渚经济开发区", "2018", "2019-02-26"),
    "huaizhu_2019.docx": ("槐渚经济开发区", "2019", "2020-01-09"),
    "jiling_2017.txt": ("霁岭高新区", "2017", "None"),
    "jiling_2018.txt": ("霁岭高新区", "2018", "2019-01-28"),
    "jiling_2019h1.txt": ("霁岭高新区", "2019H1", "2019-07-15"),
    "jingpu_2017.txt": ("鲸浦经济技术开发区", "2017", "2018-02-08"),
    "jingpu_2018.md": ("鲸浦经济技术开发区", "2018", "2019-01-31"),
    "jingpu_2019.pdf": ("鲸浦经济技术开发区", "2019", "2020-01-16"),
}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {path.name: read_report(path, root=FIXTURES, settings=SETTINGS) for path in find_reports(FIXTURES)}


def read(path: Path, content: str | bytes) -> Report:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_report(path, root=path.parent, settings=SETTINGS)


@pytest.mark.parametrize("name", FACTS)
def test_zone_period_and_date_are_found_in_every_format(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    assert (report.zone, report.period.key if report.period else "", str(report.date)) == FACTS[name]


@pytest.mark.parametrize("name", FACTS)
def test_every_cell_heading_and_page_points_into_the_text(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    for table in report.tables:
        assert len({len(row) for row in table.grid}) == 1
        assert all(report.text[cell.start : cell.end] == cell.text for row in table.grid for cell in row)
        assert all(table.start <= cell.start <= cell.end <= table.end for row in table.grid for cell in row)
    for heading in report.headings:
        assert report.text[heading.start : heading.end] in report.text.split("\n")
    assert [page.end for page in report.pages[:-1]] == [page.start for page in report.pages[1:]]


@pytest.mark.parametrize("name", FACTS)
def test_text_has_one_paragraph_a_line_and_no_blank_line(reports: dict[str, Report], name: str) -> None:
    lines = reports[name].text.split("\n")
    assert all(line.strip() for line in lines)
    assert not any(mark in reports[name].text for mark in ("\r", "\u00a0", "\ufeff"))


@pytest.mark.parametrize(
    "residue", ["浏览次数", "字号", "打印", "上一篇", "下一篇", "当前位置", "网站标识码", "首页", "索引号", "第 1 页"]
)
def test_nothing_of_the_page_around_a_report_is_in_its_text(reports: dict[str, Report], residue: str) -> None:
    assert not [name for name, report in reports.items() if residue in report.text]


def test_full_width_digits_stay_as_printed(reports: dict[str, Report]) -> None:
    assert "规上工业总产值１，２８６．４亿元" in reports["jingpu_2017.txt"].text


def test_header_table_becomes_metadata(reports: dict[str, Report]) -> None:
    assert reports["huaizhu_2018.html"].metadata["索引号"] == "HZK010/2019-00217"
    assert reports["jiling_2018.txt"].metadata["发布机构"] == reports["jiling_2018.txt"].source == "霁岭高新区管委会"


def test_same_content_under_another_name_and_format_has_the_same_id(tmp_path: Path) -> None:
    text = "霞浦经济开发区2018年工作总结\n全年实现财政总收入12.8亿元。"
    first, second = read(tmp_path / "a.txt", text), read(tmp_path / "b.md", text.replace("\n", "\n\n"))
    assert first.id == second.id
    assert len(first.id) == 16
    assert first.id != read(tmp_path / "c.txt", text.replace("12.8", "12.9")).id


def test_folder_is_searched_without_hidden_lock_and_override_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.PDF", ".git/d.txt", "~$e.docx", "reports.toml", "b.toml", "f.zip", "._g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [path.relative_to(tmp_path).as_posix() for path in find_reports(tmp_path)] == ["a/c.PDF", "b.txt"]


def test_name_is_the_path_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "霞浦").mkdir()
    path = tmp_path / "霞浦" / "2018.txt"
    path.write_text("2018年，全年实现财政总收入12.8亿元。", encoding="utf-8")
    assert read_report(path, root=tmp_path, settings=SETTINGS).name == "霞浦/2018.txt"


def test_reading_twice_gives_equal_reports(reports: dict[str, Report]) -> None:
    again = read_report(FIXTURES / "jingpu_2018.md", root=FIXTURES, settings=SETTINGS)
    assert dataclasses.asdict(again) == dataclasses.asdict(reports["jingpu_2018.md"])


def test_text_of_a_txt_report_is_its_own_characters_in_order(reports: dict[str, Report]) -> None:
    source = (FIXTURES / "huaizhu_2017.txt").read_text(encoding="utf-8")
    assert "".join(reports["huaizhu_2017.txt"].text.split()) == "".join(source.split())
