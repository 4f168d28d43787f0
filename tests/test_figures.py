"""Promises of the figures: each construction in which reports state numbers, read from one sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.figures import period_asked, score_folder
from index.figures import extract_figures
from index.outline import outline
from index.records import Cell, Figure, FigureKind, Period, Report, SectionKind, Status, Table
from tests.conftest import FIXTURES

D = Decimal
YEAR = Period.year(2018)


def read(
    text: str, *, heading: str = "一、2018年工作回顾", period: Period | None = YEAR, tables: tuple[Table, ...] = ()
) -> list[Figure]:
    whole = f"{heading}\n{text}"
    report = Report("r", "r.txt", whole, "txt", title="", zone="临江开发区", period=period, tables=tables)
    return extract_figures(report, outline(report))


def names(figures: list[Figure]) -> list[tuple[str, str, str]]:
    return [(f.scope, f.indicator, f.value_text or f.growth_text) for f in figures]


def test_parts_of_an_amount_are_of_its_time_though_its_course_is_told_between() -> None:
    figures = read("全年固定资产投资203.6亿元，下降2.3%。累计增速一季度为4.6%，上半年为1.2%。其中工业投资121.4亿元，增长3.7%。")
    assert {f.period for f in figures if f.indicator == "工业投资"} == {YEAR}
    assert Period(2018, 1, 2018, 3) in {f.period for f in figures}


def test_growth_joins_the_value_before_it() -> None:
    (figure,) = read("全年实现税收收入9.84亿元，同比增长10.6%。")
    assert (figure.indicator, figure.value, figure.unit) == ("税收收入", D("9.84"), "亿元")
    assert (figure.growth, figure.growth_unit, figure.growth_base, figure.status) == (
        D("10.6"),
        "%",
        "同比",
        Status.DONE,
    )


def test_a_fall_is_negative() -> None:
    (figure,) = read("实际利用外资1480万美元，同比下降2.6%。")
    assert figure.growth == D("-2.6")


def test_growth_of_a_rate_is_in_points() -> None:
    (figure,) = read("垃圾分类覆盖率达到85%，比上年提高23个百分点。")
    assert (figure.value, figure.unit, figure.growth, figure.growth_unit) == (D(85), "%", D(23), "个百分点")


def test_growth_after_a_name_is_a_figure_of_its_own() -> None:
    (figure,) = read("生产安全事故起数同比下降11.1%。")
    assert (figure.kind, figure.indicator, figure.value, figure.growth) == (
        FigureKind.GROWTH,
        "生产安全事故起数",
        None,
        D("-11.1"),
    )


def test_growth_after_a_share_belongs_to_the_amount() -> None:
    amount, share = read("税收收入8亿元，占全市的12%，增长7%。")
    assert (amount.growth, share.kind, share.growth) == (D(7), FigureKind.SHARE, None)


def test_zipped_subjects_get_their_values() -> None:
    figures = read("医药、建材、食品三大主导产业分别实现产值68.3亿元、32.5亿元、17.2亿元。")
    assert [(f.scope, f.indicator, f.value) for f in figures] == [
        ("医药", "产值", D("68.3")),
        ("建材", "产值", D("32.5")),
        ("食品", "产值", D("17.2")),
    ]


def test_zipped_growths_go_back_to_the_values() -> None:
    figures = read("完成工业总产值105亿元、进出区货物总值107亿美元，分别增长59.9%和35.2%。")
    assert [f.growth for f in figures] == [D("59.9"), D("35.2")]


def test_a_list_over_years_gives_each_its_year() -> None:
    figures = read("2016年至2018年，分别完成税收收入236.3亿元、314.5亿元、365亿元。")
    assert [(f.period, f.value) for f in figures] == [
        (Period.year(2016), D("236.3")),
        (Period.year(2017), D("314.5")),
        (Period.year(2018), D(365)),
    ]


def test_parts_know_their_whole() -> None:
    whole, part, other = read("固定资产投资31.5亿元，其中工业投资18.9亿元、基础设施投资8.4亿元。")
    assert (part.part_of, other.part_of, whole.part_of) == (whole.id, whole.id, "")


def test_an_ellipsis_takes_its_noun_from_before() -> None:
    figures = read("新认定高新技术企业11家，累计达到46家。开工建设标准厂房21万平方米，竣工13.5万平方米。")
    assert [(f.indicator, f.scope, f.value) for f in figures] == [
        ("高新技术企业", "新认定", D(11)),
        ("高新技术企业", "累计", D(46)),
        ("标准厂房", "开工建设", D(21)),
        ("标准厂房", "竣工", D("13.5")),
    ]


def test_completion_yields_the_rate_and_the_printed_goal() -> None:
    value, goal, rate = read("财政总收入9.84亿元，同比增长10.6%，完成年初目标9.62亿元的102.3%。")
    assert (goal.indicator, goal.value, goal.status) == ("财政总收入", D("9.62"), Status.TARGET)
    assert (rate.kind, rate.scope, rate.value, rate.status) == (
        FigureKind.COMPLETION,
        "财政总收入",
        D("102.3"),
        Status.DONE,
    )
    assert value.status is Status.DONE


def test_a_verdict_without_a_number_is_of_the_figure_before_it() -> None:
    value, verdict = read("实际利用外资2.18亿美元，超额完成年度目标任务。")
    assert (verdict.kind, verdict.indicator, verdict.value_text) == (
        FigureKind.VERDICT,
        value.indicator,
        "超额完成年度目标任务",
    )


def test_a_goal_behind_a_comparison_is_a_goal() -> None:
    rate, goal = read("研发投入强度约为3.9%，低于4.3%的年度目标。")
    assert (goal.indicator, goal.value, goal.status, rate.status) == (
        "研发投入强度",
        D("4.3"),
        Status.TARGET,
        Status.DONE,
    )


def test_from_and_to_are_two_figures_of_two_years() -> None:
    before, after = read("亩均税收由上年的24.1万元提高到26.8万元。")
    assert (before.value, before.period, after.value, after.period) == (D("24.1"), Period.year(2017), D("26.8"), YEAR)
    assert before.indicator == after.indicator == "亩均税收"


def test_rank_and_its_change_are_told_apart() -> None:
    rank, change = read("在全省省级开发区综合考评中列第38位，比上年前移5位。")
    assert (rank.kind, rank.value, change.kind, change.value, change.period) == (
        FigureKind.RANK,
        D(38),
        FigureKind.RANK_CHANGE,
        D(5),
        YEAR,
    )


def test_a_place_lost_is_told_as_a_move_back() -> None:
    rank, change = read("亩均税收列全市开发区第6位，比上年退后2位。")
    assert (rank.value, change.kind, change.indicator, change.value) == (D(6), FigureKind.RANK_CHANGE, "亩均税收", D(-2))


def test_a_gap_to_others_is_no_growth() -> None:
    value, gap = read("规上工业增加值15亿元，同比增长9%，高于全市平均2.3个百分点。")
    assert (value.growth, gap.kind, gap.value) == (D(9), FigureKind.GAP, D("2.3"))


def test_size_classes_belong_to_the_name() -> None:
    figures = read("新引进亿元以上项目9个，其中1-5亿元项目6个、10亿元以上项目1个；产值超10亿元的企业仍为两家。")
    assert [(f.indicator, f.value) for f in figures] == [
        ("亿元以上项目", D(9)),
        ("1-5亿元项目", D(6)),
        ("10亿元以上项目", D(1)),
        ("产值超10亿元的企业", D(2)),
    ]


def test_a_noun_behind_the_number_names_it() -> None:
    cost, people = read("总投资12亿元的智能装备项目正式签约，选派十名年轻干部到一线挂职。")
    assert (cost.indicator, cost.scope, people.indicator, people.value) == ("总投资", "智能装备项目", "年轻干部", D(10))


def test_later_figures_of_a_project_keep_their_owner() -> None:
    first, second = read("减速器技改项目总投资1.26亿元，当年完成投资8600万元。")
    assert (first.scope, first.indicator, second.value) == ("减速器技改项目", "总投资", D(8600))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("完成税收收入5亿元。", Status.DONE),
        ("预计全年实现税收收入5亿元。", Status.EXPECTED),
        ("力争税收收入突破5亿元。", Status.TARGET),
        ("项目建成后将实现税收收入5亿元。", Status.EXPECTED),
        ("计划总投资5亿元。", Status.DONE),
    ],
)
def test_status_comes_from_the_clause(text: str, status: Status) -> None:
    assert read(text)[0].status is status


def test_expected_reaches_to_the_end_of_its_list_only() -> None:
    figures = read("推荐申报高新技术企业52家，预计全年可新增35家；有效期内高新技术企业仍为138家。")
    assert [f.status for f in figures] == [Status.DONE, Status.EXPECTED, Status.DONE]


def test_an_opening_确保_aims_at_everything_it_lists() -> None:
    figures = read("要确保税收收入增幅不低于20%；固定资产投资增幅不低于25%，实际利用外资不低于1.5亿美元。")
    assert {f.status for f in figures} == {Status.TARGET}


def test_what_a_plan_says_is_aimed_at_and_belongs_to_the_next_year() -> None:
    (goal,) = read("税收收入增长9%以上。", heading="二、2019年工作思路")
    assert (goal.status, goal.period, goal.section, goal.qualifier) == (
        Status.TARGET,
        Period.year(2019),
        SectionKind.PLAN,
        "以上",
    )


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1—6月，实现税收收入3亿元。", "2018H1"),
        ("一季度税收收入3亿元。", "2018Q1"),
        ("前三季度，税收收入3亿元。", "2018M1-9"),
        ("2017年，税收收入3亿元。", "2017"),
        ("“十三五”期间，税收收入300亿元。", "2016-2020"),
        ("比2015年增长，税收收入3亿元。", "2018"),
    ],
)
def test_the_period_is_the_one_printed(text: str, period: str) -> None:
    figure = read(text)[0]
    assert figure.period is not None
    assert figure.period.key == period


def test_a_printed_month_holds_on_over_its_sentence() -> None:
    assert [f.period.key for f in read("1—9月，税收收入3亿元；出口2亿元。") if f.period] == ["2018M1-9", "2018M1-9"]


@pytest.mark.parametrize(
    "text",
    ["重点抓好五项行动。", "打通“最后3公里”。", "深入学习贯彻中央八项规定精神。", "连续三年获评先进。", "9月1日启用。"],
)
def test_lists_quotes_and_dates_are_no_figures(text: str) -> None:
    assert read(text) == []


def table(*rows: str, heads: int = 1, caption: str = "", unit: str = "", offset: int = 11) -> tuple[str, Table]:
    """A table in the text form of the readers, behind the heading line."""
    text = "\n".join(rows)
    grid, at = [], offset
    for row in rows:
        cells, inner = [], at
        for cell in row.split(" | "):
            cells.append(Cell(cell, inner, inner + len(cell)))
            inner += len(cell) + 3
        grid.append(tuple(cells))
        at += len(row) + 1
    return text, Table(offset, offset + len(text), tuple(grid), heads, caption, unit)


def test_a_table_of_indicators_has_periods_growth_and_goals_in_its_columns() -> None:
    text, grid = table(
        "指标 | 单位 | 2018年 | 同比增长（%） | 年初目标",
        "税收收入 | 亿元 | 86.3 | 9.8 | 增长8%",
        "出口 | 亿美元 | 2.85 | -4.6 | 2.6",
    )
    figures = read(text, tables=(grid,))
    assert [(f.indicator, f.value, f.unit, f.growth, f.status.value) for f in figures] == [
        ("税收收入", D("86.3"), "亿元", D("9.8"), "完成"),
        ("税收收入", None, "", D(8), "目标"),
        ("出口", D("2.85"), "亿美元", D("-4.6"), "完成"),
        ("出口", D("2.6"), "亿美元", None, "目标"),
    ]


def test_a_table_of_places_has_indicators_and_units_in_its_heads() -> None:
    text, grid = table("片区 | 税收收入（亿元） | 供应土地（亩）", "东片区 | 742.6 | 690", "合计 | 1,412.7 | 1740")
    assert [(f.scope, f.indicator, f.value, f.unit) for f in read(text, tables=(grid,))] == [
        ("东片区", "税收收入", D("742.6"), "亿元"),
        ("东片区", "供应土地", D(690), "亩"),
        ("", "税收收入", D("1412.7"), "亿元"),
        ("", "供应土地", D(1740), "亩"),
    ]


def test_a_table_of_years_gives_each_row_its_period() -> None:
    text, grid = table("年份 | 税收收入（亿元）", "2017年 | 3.2", "2018年 | 4.1")
    assert [(f.period, f.indicator, f.value) for f in read(text, tables=(grid,))] == [
        (Period.year(2017), "税收收入", D("3.2")),
        (Period.year(2018), "税收收入", D("4.1")),
    ]


def test_a_unit_beside_the_table_and_two_level_heads_are_read() -> None:
    text, grid = table(
        "指标 | 2018年 | 2018年", "指标 | 总量 | 增速（%）", "税收收入 | 86.3 | 9.8", heads=2, unit="亿元"
    )
    (figure,) = read(text, tables=(grid,))
    assert (figure.value, figure.unit, figure.growth) == (D("86.3"), "亿元", D("9.8"))


def test_parts_in_a_table_know_their_whole() -> None:
    text, grid = table("指标 | 单位 | 2018年", "固定资产投资 | 亿元 | 36.2", "其中：工业投资 | 亿元 | 22.4")
    whole, part = read(text, tables=(grid,))
    assert (part.indicator, part.part_of) == ("工业投资", whole.id)


PIECES = st.lists(
    st.sampled_from(
        [
            "税收收入",
            "新增",
            "其中",
            "企业12家",
            "9.8亿元",
            "同比增长",
            "7.5%",
            "、",
            "，",
            "；",
            "。",
            "分别",
            "占全市的",
            "预计",
            "力争",
            "由",
            "提高到",
            "（",
            "）",
            "“小升规”",
            "列第3位",
            "完成年度目标的",
            "2.3个百分点",
            "工业投资",
            "等",
            "三家",
            "2017年",
            "上半年",
            "\n",
            "的",
            "翻一番",
            "累计",
        ]
    ),
    max_size=30,
)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_spans_hold_on_any_sequence_of_words(pieces: list[str]) -> None:
    text = "一、2018年工作回顾\n" + "".join(pieces)
    report = Report("r", "r.txt", text, "txt", zone="临江开发区", period=YEAR)
    figures = extract_figures(report, outline(report))
    assert len({f.id for f in figures}) == len(figures)
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert (figure.value_text or figure.growth_text) in text[figure.start : figure.end] or figure.growth_text
        assert figure.sentence_start <= figure.sentence_end
        assert figure.indicator
        assert (figure.value is None) is (figure.value_text == "") or figure.kind is FigureKind.VERDICT


def test_the_complete_gold_is_met() -> None:
    scores = score_folder(FIXTURES, {"huaizhu_2017.txt", "jiling_2019h1.txt"})
    for name in ("huaizhu_2017.txt", "jiling_2019h1.txt"):
        score = scores[name]
        assert score.matched / score.figures >= 0.97
        assert min(score.name, score.period, score.status) / score.gold >= 0.95


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("2023", "2023"),
        ("截至2023", "2023"),
        ("2023年末", "2023"),
        ("2023上半年", "2023H1"),
        ("2023-12", "2023M12"),
        ("2021-2023", "2021-2023"),
        ("达产后", ""),
        ("", ""),
    ],
)
def test_a_key_asks_for_calendar_periods_alone(printed: str, asked: str) -> None:
    assert period_asked({"period": printed}) == asked


def test_no_rule_names_what_only_a_fixture_has() -> None:
    index = FIXTURES.parent.parent / "index"
    files = [
        *(index / "figures").iterdir(),
        *(index / f"{n}.py" for n in ("numerals", "outline", "kinds", "numbering", "periods")),
    ]
    rules = "".join(
        path.read_text("utf-8") for path in (*files, index / "glossary.toml", index / "units.toml") if path.is_file()
    )
    assert not [
        word for word in ("槐渚", "霁岭", "鲸浦", "松坪", "砚池", "北礁", "轴承", "嵊州", "浦口") if word in rules
    ]
