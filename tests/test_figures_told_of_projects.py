"""What is said to be of a project, between its name and its numbers, is no owner of these."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.settings import Settings
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.settings import IndexSettings


@pytest.mark.parametrize("said", ["是开发区第一个百亿级项目", "为全市最大的储能项目", "也是全省首个海铁联运基地"])
def test_what_a_project_is_said_to_be_owns_nothing(tmp_path: Path, said: str) -> None:
    report = tmp_path / "淞埠开发区2018年工作总结.txt"
    report.write_text(f"淞埠开发区2018年工作总结\n\n岚澈储能电池项目总投资86亿元，{said}，用地320亩，全部达产后预计年产值120亿元。\n", "utf-8")
    read = read_report(report, root=tmp_path, settings=IndexSettings())
    owners = {f.indicator: f.scope for f in extract_figures(read, outline(read))}
    assert owners["用地"] == owners["年产值"] == "岚澈储能电池项目"


def test_names_that_begin_with_where_stay_whole(tmp_path: Path) -> None:
    report = tmp_path / "淞埠开发区2018年工作总结.txt"
    report.write_text("淞埠开发区2018年工作总结\n\n离岸服务外包执行额1.4亿美元，在岸服务外包执行额6.2亿元，增长5%。\n", "utf-8")
    read = read_report(report, root=tmp_path, settings=IndexSettings())
    assert [f.indicator for f in extract_figures(read, outline(read))] == ["离岸服务外包执行额", "在岸服务外包执行额"]


@pytest.mark.parametrize(
    ("said", "phase"),
    [
        ("淞澈隔膜项目一期于11月18日试产，预计一期达产后年产值18亿元、年税收1.3亿元。", "一期"),
        ("淞澈隔膜项目一期已投产，二期建成达产后，可实现年产值18亿元、年税收1.3亿元。", "二期"),
    ],
)
def test_what_a_phase_will_bring_is_of_the_project_that_is_told_of(tmp_path: Path, said: str, phase: str) -> None:
    report = tmp_path / "淞埠开发区2018年工作总结.txt"
    report.write_text(f"淞埠开发区2018年工作总结\n\n{said}\n", "utf-8")
    read = read_report(report, root=tmp_path, settings=IndexSettings())
    owners = {f.indicator: f.scope for f in extract_figures(read, outline(read))}
    assert owners["年产值"] == owners["年税收"] == "淞澈隔膜项目" + phase


def test_what_one_project_will_pay_is_no_revenue_of_the_zone(tmp_path: Path) -> None:
    report = tmp_path / "淞埠开发区2018年工作总结.txt"
    report.write_text(
        "淞埠开发区2018年工作总结\n\n2018年，地区生产总值120亿元，增长6%。淞澈隔膜项目一期于11月18日试产，预计一期达产后年产值18亿元、年税收1.3亿元。\n",
        "utf-8",
    )
    with Assistant.open(settings=Settings.load(reports_dir=tmp_path, index_dir=tmp_path / ".index")) as zone:
        assert zone.ask("2018年税收多少").refused
        assert "1.3亿元" in zone.ask("淞澈隔膜一期年税收多少").text
