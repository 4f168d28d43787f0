"""What the keeper of a folder says of a report goes before what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingsError
from index.reading import read_report
from index.records import Report
from index.settings import IndexSettings


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "总结.txt"
    path.write_text("霞浦经济开发区2018年工作总结\n全年实现财政总收入12.8亿元。", encoding="utf-8")
    return path


def read(path: Path) -> Report:
    return read_report(path, root=path.parent, settings=IndexSettings())


@pytest.mark.parametrize("name", ["总结.toml", "总结.txt.toml"])
def test_sidecar_overrides_every_fact(report: Path, name: str) -> None:
    report.with_name(name).write_text(
        'zone = "甲区"\nperiod = "2019H1"\ntitle = "乙"\ndate = 2019-07-01\nsource = "丙办"', encoding="utf-8"
    )
    found = read(report)
    assert found.period is not None
    assert (found.zone, found.period.key, found.title, str(found.date), found.source) == (
        "甲区", "2019H1", "乙", "2019-07-01", "丙办",
    )  # fmt: skip


def test_folder_file_speaks_of_one_file_and_the_sidecar_wins(report: Path) -> None:
    report.with_name("reports.toml").write_text(
        '["总结.txt"]\nzone = "甲区"\ntitle = "乙"\n["别的.txt"]\nzone = "丁"', "utf-8"
    )
    report.with_name("总结.toml").write_text('title = "戊"', encoding="utf-8")
    assert (read(report).zone, read(report).title) == ("甲区", "戊")


@pytest.mark.parametrize(
    ("line", "field"),
    [('period = "去年"', "period"), ('date = "明天"', "date"), ("zone = 3", "zone"),
     ('area = "x"', "area"), ('title = ""', "title"),
     ('period = "2018M13"', "period"), ('period = ""', "period")],
)  # fmt: skip
def test_bad_field_is_an_error_that_names_file_and_field(report: Path, line: str, field: str) -> None:
    report.with_name("总结.toml").write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        read(report)
    assert "总结.toml" in str(error.value)
    assert field in str(error.value)


def test_broken_toml_is_an_error_that_names_the_file(report: Path) -> None:
    report.with_name("reports.toml").write_text("[总结", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"reports\.toml"):
        read(report)
