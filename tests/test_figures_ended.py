"""Tasks counted by how they ended, goals that were set anew, and items whose labels stand in brackets."""

from __future__ import annotations

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.records import Period, Report
from tests.test_figures import read, table
from tests.test_figures_tasks import outcomes


@pytest.mark.parametrize(("text", "expected"), [
    (
        "工作要点共分解为36项任务，年底按期完成27项、基本完成4项，5项没有完成，按期完成率75%。",
        [("按期完成", "任务", "27项"), ("基本完成", "任务", "4项"), ("没有完成", "任务", "5项"), ("任务", "按期完成率", "75%")],
    ),
    ("年初排定重点任务36项，完成30项、未完成2项。", [("完成", "重点任务", "30项"), ("未完成", "重点任务", "2项")]),
    ("市里下达的12项主要指标，9项完成、3项未完成。", [("完成", "主要指标", "9项"), ("未完成", "主要指标", "3项")]),
    ("表中14项主要指标，有年度目标的11项，其中8项达标，进出口、技改投资等3项未达标。", [("达标", "主要指标", "8项"), ("未达标", "主要指标", "3项")]),
    ("列入清单的重点任务共36项。截至12月底，全部完成的30项，进度滞后的4项，未完成的2项。",
     [("全部完成", "清单的重点任务", "30项"), ("进度滞后", "清单的重点任务", "4项"), ("未完成", "清单的重点任务", "2项")]),
])
def test_tasks_are_counted_by_how_they_ended(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [row[:3] for row in outcomes(text)][-len(expected) :] == expected


def test_what_is_counted_beside_the_tasks_ends_by_its_own_name() -> None:
    found = outcomes("代办审批服务事项420件，受理企业诉求263件，办结251件。")
    assert ("办结", "审批服务事项", "251件", "完成") not in found
    assert ("办结", "企业诉求", "251件", "完成") in found


_BOXED = """8．园区招商
【要点】签约项目40个以上，合同总投资200亿元。
【结果】完成。签约46个，合同总投资218.4亿元。
9．外贸
【要点】进出口总额36亿美元。受市场影响，8月12日主任办公会同意调整为33亿美元。
【结果】未完成。完成调整后目标的95.2%。"""


def test_labels_in_brackets_set_the_task_and_what_came_of_it_apart() -> None:
    assert outcomes(_BOXED) == [
        ("", "签约项目", "40个", "目标"), ("签约项目", "合同总投资", "200亿元", "目标"),
        ("签约", "签约项目", "46个", "完成"), ("签约签约项目", "合同总投资", "218.4亿元", "完成"),
        ("", "进出口总额", "36亿美元", "目标"), ("调整后", "进出口总额", "33亿美元", "目标"), ("进出口总额", "完成调整后目标", "95.2%", "完成"),
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("年初定的70亿元产值目标，年中因疫情调整为66亿元。", ("调整后", "产值", "66亿元", "目标")),
    ("外贸进出口目标36亿美元，8月主任办公会同意调整为33亿美元，实际完成31.4亿美元。", ("", "外贸进出口", "31.4亿美元", "完成")),
    ("产值任务55亿元，年中一度想申请调减到50亿元，最后没有报。", None),
])
def test_a_goal_set_anew_is_one_whoever_set_it(text: str, expected: tuple[str, str, str, str] | None) -> None:
    found = outcomes(text)
    assert expected in found if expected else not any(row[0] == "调整后" for row in found)


def test_a_cell_tells_a_goal_set_anew_and_what_is_foreseen() -> None:
    text, grid = table(
        "指标 | 单位 | 年初目标 | 全年完成 | 同比增长", "进出口总额 | 亿美元 | 44（年中调整为42） | 40.6 | 下降1.5%",
        "技工贸总收入 | 亿元 | 1400 | 1412（预计） | 增长11.4%", "研发投入强度 | % | 4.5 | 4.38 | 提高0.26个百分点")
    assert [(f.scope, f.indicator, str(f.value), f.status.value, f.growth_text) for f in read(text, tables=(grid,))] == [
        ("", "进出口总额", "44", "目标", ""), ("调整后", "进出口总额", "42", "目标", ""), ("", "进出口总额", "40.6", "完成", "下降1.5%"),
        ("", "技工贸总收入", "1400", "目标", ""), ("", "技工贸总收入", "1412", "预计", "增长11.4%"),
        ("", "研发投入强度", "4.5", "目标", ""), ("", "研发投入强度", "4.38", "完成", "提高0.26个百分点"),
    ]


def test_a_base_told_anew_is_of_what_its_growth_is_of() -> None:
    note = "一、2018年工作回顾\n注：规上工业总产值增速按同口径计算，因两家企业外迁，2017年基数由388.6亿元调整为381.2亿元。"
    report = Report("r", "r.txt", note, "txt", title="", zone="临江开发区", period=Period.year(2018))
    rows = [(f.scope, f.indicator, f.value_text, f.period and f.period.label) for f in extract_figures(report, outline(report))]
    assert rows[-2:] == [("原公布", "规上工业总产值", "388.6亿元", "2017年"), ("调整后", "规上工业总产值", "381.2亿元", "2017年")]


def test_what_was_done_in_fact_is_of_what_had_been_set() -> None:
    found = outcomes("年初排定重点项目40个，实际推进44个；开工36个，竣工21个。")
    assert ("推进", "重点项目", "44个", "完成") in found
    assert ("竣工", "重点项目", "21个", "完成") in found


@pytest.mark.parametrize(("text", "row"), [
    ("单位工业增加值能耗数据上级部门尚未反馈，预计下降2.6%。", ("", "单位工业增加值能耗", "预计下降2.6%", "预计")),
    ("技工贸总收入尚待省里核定，预计366亿元。", ("", "技工贸总收入", "366亿元", "预计")),
    ("研发经费投入要到下半年才能出来，预计8.7亿元。", ("", "研发经费投入", "8.7亿元", "预计")),
])
def test_a_number_that_is_awaited_is_told_as_expected(text: str, row: tuple[str, str, str, str]) -> None:
    assert outcomes(text) == [row]
