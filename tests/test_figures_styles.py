"""Promises of the figures on reports in other skeletons: a bulletin without headings, a list of tasks, half a year."""

from __future__ import annotations

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.records import Figure, FigureKind, Period, Report
from tests.test_figures import read, table

BULLETIN = """临江经济开发区经济运行简报
第12期
1—11月，全区规上工业总产值完成212.6亿元，同比增长9.4%；预计全年达到235亿元，增长9%左右。分行业看，装备制造业86.3亿元，\
增长12.1%；新材料产业64.8亿元，增长8.7%；纺织服装业35.2亿元，下降1.6%，前三个行业合计占规上工业总产值的87.6%。
云帆智造产业园项目完成投资5.6亿元，累计完成投资14.2亿元；海纳新能源二期10月投产，11月实现产值0.8亿元。
一季度、二季度、三季度税收收入分别为3.2亿元、4.1亿元和3.6亿元，四季度预计3.9亿元。
实际利用外资6200万美元，与上年同期持平，完成全年任务的77.5%。
2020年，全区规上工业总产值预期增长8.5%，固定资产投资预期55亿元，力争综合考评进入全省前20位。
"""
TASKS = """临江经济开发区2020年工作要点
2019年回眸
全年税收收入15.2亿元，增长6.1%。
主要目标
规上工业总产值增长8.5%，达到255亿元；税收收入17亿元；净增高新技术企业12家，总数达到58家。
重点任务
加快云帆智造产业园建设，总投资20亿元，2020年完成投资6亿元。
"""

Row = tuple[str, str, str, str, str, str]


def rows(figures: list[Figure]) -> list[Row]:
    return [
        (
            f.scope,
            f.indicator,
            f.value_text or f.growth_text,
            f.period.key if f.period else "",
            f.status.value,
            f.growth_text if f.value_text else "",
        )
        for f in figures
    ]


def report(text: str, title: str, period: Period) -> list[Row]:
    whole = Report("r", "r.txt", text, "txt", title=title, zone="临江经济开发区", period=period)
    return rows(extract_figures(whole, outline(whole)))


def test_a_bulletin_turns_to_its_goals_without_a_heading() -> None:
    assert report(BULLETIN, "临江经济开发区经济运行简报", Period.year(2019)) == [
        ("", "规上工业总产值", "212.6亿元", "2019M1-11", "完成", "同比增长9.4%"),
        ("", "规上工业总产值", "235亿元", "2019", "预计", "增长9%左右"),
        ("装备制造业", "规上工业总产值", "86.3亿元", "2019M1-11", "完成", "增长12.1%"),
        ("新材料产业", "规上工业总产值", "64.8亿元", "2019M1-11", "完成", "增长8.7%"),
        ("纺织服装业", "规上工业总产值", "35.2亿元", "2019M1-11", "完成", "下降1.6%"),
        ("行业", "占规上工业总产值", "87.6%", "2019M1-11", "完成", ""),
        ("云帆智造产业园项目", "完成投资", "5.6亿元", "2019", "完成", ""),
        ("云帆智造产业园项目", "累计完成投资", "14.2亿元", "2019", "完成", ""),
        ("海纳新能源二期", "产值", "0.8亿元", "2019", "完成", ""),
        ("", "税收收入", "3.2亿元", "2019Q1", "完成", ""),
        ("", "税收收入", "4.1亿元", "2019Q2", "完成", ""),
        ("", "税收收入", "3.6亿元", "2019Q3", "完成", ""),
        ("", "税收收入", "3.9亿元", "2019Q4", "预计", ""),
        ("", "实际利用外资", "6200万美元", "2019", "完成", "与上年同期持平"),
        ("实际利用外资", "完成全年任务", "77.5%", "2019", "完成", ""),
        ("", "规上工业总产值", "预期增长8.5%", "2020", "目标", ""),
        ("", "固定资产投资", "55亿元", "2020", "目标", ""),
        ("全省", "综合考评", "前20位", "2020", "目标", ""),
    ]


def test_a_list_of_tasks_looks_back_where_it_says_so() -> None:
    assert report(TASKS, "临江经济开发区2020年工作要点", Period.year(2019)) == [
        ("", "税收收入", "15.2亿元", "2019", "完成", "增长6.1%"),
        ("", "规上工业总产值", "255亿元", "2020", "目标", "增长8.5%"),
        ("", "税收收入", "17亿元", "2020", "目标", ""),
        ("净增", "高新技术企业", "12家", "2020", "目标", ""),
        ("累计", "高新技术企业", "58家", "2020", "目标", ""),
        ("云帆智造产业园", "总投资", "20亿元", "2020", "完成", ""),
        ("云帆智造产业园", "完成投资", "6亿元", "2020", "目标", ""),
    ]


def test_half_a_year_knows_its_goal_its_quarters_and_the_year_before() -> None:
    figures = read(
        "上半年，进出口总额86亿元，完成全年目标180亿元的47.8%，比90亿元的半年计划少4亿元；去年同期为81.8亿元。\n"
        "分季看，一季度40亿元，增长5%；二季度46亿元。",
        heading="一、2018年上半年工作回顾",
        period=Period.half(2018, 1),
    )
    assert [(f.scope, f.value_text, f.period.key if f.period else "", f.status.value) for f in figures] == [
        ("", "86亿元", "2018H1", "完成"),
        ("全年目标", "180亿元", "2018", "目标"),
        ("进出口总额", "47.8%", "2018H1", "完成"),
        ("", "90亿元", "2018H1", "目标"),
        ("比半年计划少", "4亿元", "2018H1", "完成"),
        ("", "81.8亿元", "2017H1", "完成"),
        ("", "40亿元", "2018Q1", "完成"),
        ("", "46亿元", "2018Q2", "完成"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "税收收入目标由5亿元调整为4.6亿元，实际完成4.72亿元。",
            [("调整前", "5亿元", "目标"), ("", "4.6亿元", "目标"), ("", "4.72亿元", "完成")],
        ),
        (
            "东、西、北三个片区产值分别为7亿元、5亿元和3亿元。",
            [("东", "7亿元", "完成"), ("西", "5亿元", "完成"), ("北", "3亿元", "完成")],
        ),
        ("两个片区产值分别为：东片区7亿元、西片区5亿元。", [("东片区", "7亿元", "完成"), ("西片区", "5亿元", "完成")]),
        ("东片区产值7亿元，增长8%；西片区5亿元。", [("东片区", "7亿元", "完成"), ("西片区", "5亿元", "完成")]),
        (
            "省级工程中心2家、市级9家，新签约项目52个，其中超10亿元6个。",
            [("", "2家", "完成"), ("市级", "9家", "完成"), ("", "52个", "完成"), ("超10亿元", "6个", "完成")],
        ),
    ],
)
def test_what_a_second_number_leaves_out_is_completed(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.scope, f.value_text, f.status.value) for f in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "growths"),
    [
        ("产值分别为52亿元、28亿元和15亿元的医药、建材、食品三大产业。", []),
        ("医药、建材、食品三大产业分别实现产值52亿元、28亿元和15亿元，前两者增长13%和6%，食品下降2%。", [13, 6, -2]),
        ("工业投资58亿元，技改投资21亿元，后者增长32%。", [None, 32]),
        ("利润总额19亿元，扭转了上年下滑4%的局面，转为增长7%。", [7, -4]),
        ("成交额12亿元，比上年翻了一番。", [100]),
    ],
)
def test_growths_find_the_figure_they_are_of(text: str, growths: list[int | None]) -> None:
    found = [None if f.growth is None else int(f.growth) for f in read(text)]
    assert not growths or found == growths


def test_a_change_of_direction_dates_what_was_before() -> None:
    before, after = read("工业投资由上年下滑4.1%转为增长7.6%。")
    assert (before.period, after.period, before.indicator, after.indicator) == (
        Period.year(2017),
        Period.year(2018),
        "工业投资",
        "工业投资",
    )


def test_shares_in_words_are_percentages_or_tenths() -> None:
    figures = read("出口4亿元，占全市的三分之一；进口3亿元，占全市的六成以上。")
    shares = [(f.value_text, f.unit, f.qualifier) for f in figures if f.kind is FigureKind.SHARE]
    assert shares == [("三分之一", "%", ""), ("六成", "成", "以上")]


def test_ranks_among_the_first_keep_their_words() -> None:
    first, second = read("综合考评进入全省前6位。绩效排名居全市前二，名列全省第一方阵。")
    assert (first.kind, first.value_text, first.indicator, second.value_text) == (
        FigureKind.RANK,
        "前6位",
        "综合考评",
        "前二",
    )


def test_a_table_of_projects_keeps_their_measures_apart() -> None:
    text, grid = table(
        "项目 | 总投资（亿元） | 年度计划投资（亿元） | 2018年完成投资（亿元） | 累计完成投资（亿元）",
        "东园项目 | 12 | 3.5 | 3.4 | 8.9",
    )
    assert [(f.scope, f.indicator, str(f.value), f.status.value) for f in read(text, tables=(grid,))] == [
        ("东园项目", "总投资", "12", "完成"),
        ("东园项目", "年度计划投资", "3.5", "目标"),
        ("东园项目", "完成投资", "3.4", "完成"),
        ("东园项目", "累计完成投资", "8.9", "完成"),
    ]


def test_a_table_with_a_revised_goal_has_one_in_force() -> None:
    text, grid = table("指标 | 全年目标 | 调整后目标 | 完成数", "税收收入（亿元） | 5 | 4.6 | 4.72")
    assert [(f.scope, str(f.value), f.status.value) for f in read(text, tables=(grid,))] == [
        ("调整前", "5", "目标"),
        ("", "4.6", "目标"),
        ("", "4.72", "完成"),
    ]
