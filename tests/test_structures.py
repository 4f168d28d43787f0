"""Status and period of figures in reports that are built otherwise than most."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.structures import FOLDER, judge
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure
from index.settings import IndexSettings


def figures_of(folder: Path, text: str, name: str = "r.txt") -> dict[str, Figure]:
    (folder / name).write_text(text, "utf-8")
    report = read_report(folder / name, root=folder, settings=IndexSettings())
    return {f.value_text or f.growth_text: f for f in extract_figures(report, outline(report))}


def kinds(figures: dict[str, Figure]) -> dict[str, str]:
    return {text: f"{f.status.value} {f.period.key if f.period else ''}" for text, f in figures.items()}


@pytest.mark.parametrize(("batch", "status", "period"), [("abc", 0.7, 0.62), ("ef", 0.55, 0.42), ("ghij", 0.55, 0.42)])
def test_most_numbers_of_unusual_reports_have_the_right_status_and_period(batch: str, status: float, period: float) -> None:
    judged = [j for j in judge() if not j.aside and j.expected["report"][0] in batch]
    assert sum(j.status for j in judged) >= status * len(judged)
    assert sum(j.period for j in judged) >= period * len(judged)


def test_expected_numbers_name_reports_that_are_there() -> None:
    named = {j.expected["report"] for j in judge()}
    assert named == {path.name for path in (FOLDER / "reports").iterdir()}


def test_a_goal_that_heads_what_came_of_it_is_a_goal(tmp_path: Path) -> None:
    told = kinds(figures_of(tmp_path, """# 澄浦经济开发区2022年工作要点完成情况

## 第一类 稳增长

**要点1：规模以上工业总产值达到320亿元以上。**
完成情况：未完成。全年实现规模以上工业总产值314.5亿元，增长9.8%。
""", "r.md"))
    assert told["320亿元"] == "目标 2022"
    assert told["314.5亿元"] == "完成 2022"


def test_the_work_of_half_a_year_before_a_plan_is_done(tmp_path: Path) -> None:
    told = kinds(figures_of(tmp_path, """澄浦高新区2023年上半年工作情况汇报

一、上半年重点工作
上半年签约项目37个，新登记市场主体1748户。

二、下半年打算
下半年新签约项目35个。
"""))
    assert told["37个"] == told["1748户"] == "完成 2023H1"
    assert told["35个"] == "目标 2023H2"


def test_a_speech_turns_to_the_goals_of_the_year_it_is_held_in(tmp_path: Path) -> None:
    told = kinds(figures_of(tmp_path, """在澄浦经济开发区全区经济工作大会上的讲话
（2023年2月7日）

第一个方面，去年这一年，我们是怎么走过来的
去年全区规上工业总产值502.9亿元，增长8.1%。

第二个方面，今年这一年，我们要干成什么样
今年是全面贯彻二十大精神的开局之年。经研究，今年的主要目标是：规上工业总产值达到560亿元；固定资产投资115亿元。
"""))
    assert told["502.9亿元"] == "完成 2022"
    assert told["560亿元"] == told["115亿元"] == "目标 2023"


def test_a_part_of_a_year_that_a_report_of_the_year_before_aims_at_is_to_come(tmp_path: Path) -> None:
    told = kinds(figures_of(tmp_path, """澄浦经济开发区2021年工作总结

一、2021年工作回顾
全年开工项目35个。其中上半年开工12个。

重点项目安排38个，一季度力争开工9个。
"""))
    assert told["12个"] == "完成 2021H1"
    assert told["9个"] == "目标 2022Q1"


@pytest.mark.parametrize(("sentence", "number", "period"), [
    ("产值35.6亿元，全年任务80亿元。", "80亿元", "2021"),
    ("产值35.6亿元，上年同期31.2亿元。", "31.2亿元", "2020H1"),
    ("产值35.6亿元，去年这个时候是31.2亿元。", "31.2亿元", "2020H1"),
    ("头三个月产值15.1亿元。", "15.1亿元", "2021Q1"),
])  # fmt: skip
def test_a_time_is_told_in_many_words(tmp_path: Path, sentence: str, number: str, period: str) -> None:
    figure = figures_of(tmp_path, f"澄浦经济开发区2021年上半年工作总结\n\n一、上半年工作回顾\n{sentence}\n")[number]
    assert figure.period is not None
    assert figure.period.key == period


@pytest.mark.parametrize(("sentence", "number", "told"), [
    ("固定资产投资完成81亿元，年初定的是90亿元。", "81亿元", "完成"),
    ("“三公”经费预算46万元，实际支出39万元。", "46万元", "目标"),
    ("原计划出让工业用地600亩。", "600亩", "目标"),
    ("县里下达的新增就业指标是1000人。", "1000人", "目标"),
    ("供应建设用地61公顷。", "61公顷", "完成"),
    ("全年实际利用外资8500万美元。", "8500万美元", "完成"),
])  # fmt: skip
def test_words_right_before_a_number_say_whether_it_was_set_or_reached(tmp_path: Path, sentence: str, number: str, told: str) -> None:
    figures = figures_of(tmp_path, f"澄浦经济开发区2021年工作总结\n\n一、2021年工作回顾\n{sentence}\n")
    assert figures[number].status.value == told


@pytest.mark.parametrize(("text", "period"), [
    ("在澄浦经济开发区干部大会上的讲话\n（2021年2月18日）\n\n同志们：\n去年的账先算一算。固定资产投资92亿元。\n", "2020"),
    ("决战四季度——澄浦临空经济区前三季度情况汇报\n\n前三季度完成投资92亿元。\n\n澄浦临空经济区\n2021年10月21日\n", "2021M1-9"),
    ("在澄浦经济开发区党员代表大会上的报告\n（2022年3月26日）\n\n2016年启动的二期已投产。固定资产投资92亿元，增长8%。\n", "2021"),
])  # fmt: skip
def test_the_date_a_report_was_given_tells_what_it_looks_back_on(tmp_path: Path, text: str, period: str) -> None:
    (tmp_path / "r.txt").write_text(text, "utf-8")
    report = read_report(tmp_path / "r.txt", root=tmp_path, settings=IndexSettings())
    assert report.period is not None
    assert report.period.key == period
