"""What was planned of a thing or a year: told as what is, set against what was spent, or part of what is counted; an invented report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened
from tests.test_figures_told import told

YEAR = """芩峤经济开发区2021年工作总结

一、2021年工作回顾
全年实施重点项目31个，计划投资64亿元，实际完成66.2亿元，为计划的103.4%。
全年签约项目27个，总投资118亿元。固定资产投资93.5亿元，增长8.1%，占年度目标90亿元的103.9%。
盂川隔膜项目总投资12.4亿元，用地160亩，3月开工建设。
岬舟轴承项目计划2023年10月投产，达产后年产值可达14亿元。
地区生产总值142亿元，增长7.0%。研发经费投入强度2.74%，比上年提高0.18个百分点。
表1所列有年度目标的11项指标，完成8项。2个计划内项目未能按期开工。

二、2022年工作安排
固定资产投资增长8%。签约项目30个。
"""


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root = tmp_path_factory.mktemp("planned")
    reports = root / "reports"
    reports.mkdir()
    (reports / "芩峤经开区2021年工作总结.txt").write_text(YEAR, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=root / "index"))
    with opened(reports, root / "index") as assistant:
        yield assistant


@pytest.mark.parametrize(
    "sentence",
    [
        "全年实施重点项目31个，计划投资64亿元，实际完成66.2亿元。",
        "列入盘子的市级项目计划投资64亿元，完成投资66.2亿元。",
        "盂川隔膜项目总投资88.4亿元，年内计划投资64亿元。",
    ],
)
def test_what_was_to_be_spent_in_a_year_is_a_goal(sentence: str) -> None:
    assert [status for _, _, printed, status in told(sentence) if printed == "64亿元"] == ["目标"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("芩峤2021年重点项目年度计划投资是多少", "64亿元"),
        ("芩峤2021年重点项目投资计划是多少", "64亿元"),
        ("芩峤2021年盂川隔膜项目总投资目标是多少", "12.4亿元"),
        ("芩峤2022年盂川隔膜项目总投资目标是多少", "12.4亿元"),
        ("芩峤2021年岬舟轴承项目达产后年产值是多少", "14亿元"),
        ("芩峤2021年重点项目投资占计划的比重是多少", "103.4%"),
        ("芩峤2021年固定资产投资占年度目标是多少", "103.9%"),
        ("芩峤2021年重点项目完成年度计划比例是多少", "103.4%"),
        ("芩峤2021年有年度目标的指标有多少项", "11项"),
        ("芩峤2021年未能按期开工的计划内项目有多少个", "2个"),
    ],
)
def test_a_plan_is_told(park: Assistant, question: str, answer: str) -> None:
    assert park.ask(question).text.startswith(answer)


def test_the_move_of_a_share_is_told_where_the_share_goes_by_a_name_of_its_own(park: Assistant) -> None:
    assert park.ask("芩峤2021年研发经费投入强度比上年提高多少个百分点").text.startswith("比上年提高0.18个百分点")


@pytest.mark.parametrize("question", ["芩峤2022年签约项目总投资目标是多少", "芩峤2022年签约项目总投资是多少", "芩峤2021年签约项目总投资目标是多少"])
def test_what_a_year_s_projects_cost_is_no_goal_and_no_other_year_s(park: Assistant, question: str) -> None:
    assert park.ask(question).text.startswith("报告中没有")
