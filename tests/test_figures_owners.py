"""Whose figures are: owners that a measure is said once for, states of what was counted, values that were restated, odd columns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading.zones import find_zone
from index.records import Period, Report, SectionKind, Status
from tests.test_figures import names, read, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "税收前三名的企业依次是昭远重工1.2亿元、禾峰饲料9000万元、岚桥五金8000万元。",
            [("昭远重工", "税收", "1.2亿元"), ("禾峰饲料", "税收", "9000万元"), ("岚桥五金", "税收", "8000万元")],
        ),
        ("其中产值最高的是昭远重工50.2亿元。", [("昭远重工", "产值", "50.2亿元")]),
        ("规上工业总产值北片区52.9亿元、南片区41亿元。", [("北片区", "规上工业总产值", "52.9亿元"), ("南片区", "规上工业总产值", "41亿元")]),
        (
            "上湾作业区以煤炭、矿建为主，完成吞吐量786万吨；下湾作业区完成641万吨。",
            [("上湾作业区", "吞吐量", "786万吨"), ("下湾作业区", "吞吐量", "641万吨")],
        ),
        (
            "钢材吞吐量512万吨，下降6.1%；矿建材料634万吨；粮食238万吨。",
            [("", "钢材吞吐量", "512万吨"), ("矿建材料", "吞吐量", "634万吨"), ("粮食", "吞吐量", "238万吨")],
        ),
        ("榆湾完成技工贸总收入122.7亿元，北岭79.8亿元。", [("榆湾", "技工贸总收入", "122.7亿元"), ("", "北岭", "79.8亿元")]),
        (
            "榆湾完成技工贸总收入122.7亿元，北岭79.8亿元，麻坪44.4亿元。",
            [("榆湾", "技工贸总收入", "122.7亿元"), ("北岭", "技工贸总收入", "79.8亿元"), ("麻坪", "技工贸总收入", "44.4亿元")],
        ),
        (
            "昭远重工短流程炼钢改造，总投资42.8亿元，当年完成投资11.6亿元；禾峰船舶绿色船坞，总投资34.5亿元，累计完成21.3亿元。",
            [
                ("昭远重工短流程炼钢改造", "总投资", "42.8亿元"), ("昭远重工短流程炼钢改造", "完成投资", "11.6亿元"),
                ("禾峰船舶绿色船坞", "总投资", "34.5亿元"), ("禾峰船舶绿色船坞", "累计完成投资", "21.3亿元"),
            ],
        ),
        ("环保支出则不减反增，安排1.86亿元，较上年多支出4200万元。", [("", "环保支出", "1.86亿元")]),
        ("项目建设成效显著，总投资88亿元。", [("", "总投资", "88亿元")]),
        (
            "榆湾、北岭规上工业总产值目标分别为155亿元、108亿元。",
            [("榆湾", "规上工业总产值", "155亿元"), ("北岭", "规上工业总产值", "108亿元")],
        ),
        ("全港货物吞吐量300万吨，其中外贸货物吞吐量20万吨。", [("", "货物吞吐量", "300万吨"), ("", "外贸货物吞吐量", "20万吨")]),
        ("航道水深由12米浚深至15米。", [("浚深前", "航道水深", "12米"), ("", "航道水深", "15米")]),
        ("昭远重工二期生产线投产，实现产值6.3亿元。", [("昭远重工", "产值", "6.3亿元")]),
        ("昭远重工复产，全区规上工业总产值158亿元。", [("", "规上工业总产值", "158亿元")]),
        ("昭远重工因库存高企减产，主营业务收入下降9.4%。", [("昭远重工", "主营业务收入", "下降9.4%")]),
        ("石湾园基数小、势头好，主营业务收入14.5亿元。", [("石湾园", "主营业务收入", "14.5亿元")]),
        (
            "营业总收入超10亿元的企业17家，超百亿元的企业1家，为昭远微电，达131.6亿元。",
            [("", "营业总收入超10亿元的企业", "17家"), ("", "超百亿元的企业", "1家"), ("昭远微电", "营业总收入", "131.6亿元")],
        ),
        ("专利授权412件，其中发明专利58件。", [("", "专利授权", "412件"), ("授权", "发明专利", "58件")]),
    ],
)
def test_a_measure_said_once_is_that_of_each_owner(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "新认定高新技术企业14家，另有2家未通过复审，总数57家。",
            [("新认定", "高新技术企业", "14家"), ("未通过复审", "高新技术企业", "2家"), ("累计", "高新技术企业", "57家")],
        ),
        ("规上企业达到68家，其中3家停产。", [("", "规上企业", "68家"), ("停产", "规上企业", "3家")]),
        (
            "新增高新技术企业19家，因有效期满减少2家，年末为82家。",
            [("新增", "高新技术企业", "19家"), ("减少", "高新技术企业", "2家"), ("", "高新技术企业", "82家")],
        ),
        (
            "高新技术企业新认定19家、取消5家，总数达到72家。",
            [("新认定", "高新技术企业", "19家"), ("取消", "高新技术企业", "5家"), ("累计", "高新技术企业", "72家")],
        ),
        (
            "下达考核指标45项，完成41项、未完成4项。",
            [("", "下达考核指标", "45项"), ("完成", "下达考核指标", "41项"), ("未完成", "下达考核指标", "4项")],
        ),
        ("科技支行全年放款37笔、5260万元。", [("科技支行", "放款", "37笔"), ("科技支行", "放款", "5260万元")]),
        ("电子信息要有一个大的突破，产值145亿元。", [("电子信息", "产值", "145亿元")]),
        ("全区过10亿元企业还是空白。", []),
        (
            "潮塘LNG接收站总投资46.8亿元，当年完成投资15.2亿元，累计完成投资27.9亿元。",
            [("潮塘LNG接收站", "总投资", "46.8亿元"), ("潮塘LNG接收站", "完成投资", "15.2亿元"), ("潮塘LNG接收站", "累计完成投资", "27.9亿元")],
        ),
        ("其中，沙岬粮油基地项目开工以来累计完成投资8.6亿元。", [("沙岬粮油基地项目", "累计完成投资", "8.6亿元")]),
        ("开发区建设以来累计完成基础设施投资35亿元。", [("", "基础设施投资", "35亿元")]),
    ],
)
def test_a_state_is_told_of_what_was_just_counted(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "规上工业总产值161.3亿元（2017年142.6亿元，经市统计局核定调整为143.5亿元）。",
            [("", "161.3亿元", "2018"), ("", "142.6亿元", "2017"), ("调整后", "143.5亿元", "2017")],
        ),
        ("规上工业总产值178.3亿元，2017年同口径调整数为176.2亿元。", [("", "178.3亿元", "2018"), ("调整后", "176.2亿元", "2017")]),
        (
            "固定资产投资98.5亿元，2017年基数相应由92.5亿元调整为90.2亿元。",
            [("", "98.5亿元", "2018"), ("原公布", "92.5亿元", "2017"), ("调整后", "90.2亿元", "2017")],
        ),
        ("注：1.规上工业总产值2017年数已剔除重复统计部分，原公布数为801.3亿元。", [("原公布", "801.3亿元", "2017")]),
        ("自营出口力争与上年持平，达到8600万美元。", [("", "8600万美元", "2018")]),
    ],
)
def test_a_restated_value_is_of_what_it_restates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.scope, f.value_text, f.period.key if f.period else "") for f in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "新认定高新技术企业14家，另有2家未通过复审，总数57家；完成产值12亿元，增长5%。",
        "新增国家级高新技术企业20家，其中首次申报通过12家；出让土地1,120.93亩，其中工业用地800亩。",
    ],
)
def test_half_width_marks_between_words_are_read_as_full_width_ones(text: str) -> None:
    half = text.replace("，", ",").replace("；", ";")
    assert names(read(half)) == names(read(text))
    assert len(names(read(half))) == 4


def test_the_contest_of_a_year_ranks_under_its_name() -> None:
    (figure,) = read("在2018年度国家高新区评价中综合排名列第61位。")
    assert (figure.indicator, figure.value_text) == ("国家高新区评价", "第61位")


def test_a_column_of_主营业务收入_is_no_column_of_业主() -> None:
    text, grid = table("片区 | 规上工业主营业务收入（亿元） | 业主单位", "北片区 | 431.6 | 昭远重工")
    assert names(read(text, tables=(grid,))) == [("北片区", "规上工业主营业务收入", "431.6")]


def test_a_column_judges_where_every_cell_does_whatever_its_head() -> None:
    text, grid = table(
        "指标 | 单位 | 目标 | 完成 | 结果",
        "财政总收入 | 亿元 | 15.8 | 15.6 | 未完成",
        "到位资金 | 亿元 | 32 | 33.2 | 超额完成",
        "供地 | 亩 | 15 | 14.9 | 基本完成",
    )
    assert [f.value_text for f in read(text, tables=(grid,)) if f.kind.name == "VERDICT"] == ["未完成", "超额完成", "基本完成"]


def test_a_plan_that_opens_with_what_was_done_tells_that_year() -> None:
    body = "2017年完成情况。全年财政总收入16.5亿元，增长5.8%，未能实现增长10%的年初目标。\n2018年总体要求。财政总收入达到17.6亿元。"
    title = "临江开发区2018年工作要点"
    report = Report("r", "r.txt", f"{title}\n{body}", "txt", title=title, zone="临江开发区", period=Period.year(2017))
    told = [(f.value_text, f.status, f.period.key if f.period else "", f.section) for f in extract_figures(report, outline(report)) if f.value_text]
    assert told == [
        ("16.5亿元", Status.DONE, "2017", SectionKind.REVIEW),
        ("17.6亿元", Status.TARGET, "2018", SectionKind.PLAN),
    ]


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("澹港船舶配套区2018年工作总结", "澹港船舶配套区"),
        ("关于鹳岭港口枢纽园管委会2018年工作情况的报告", "鹳岭港口枢纽园"),
        ("临江市2018年政府工作报告", ""),
        ("2018年全区经济运行情况", ""),
    ],
)
def test_a_zone_of_a_kind_that_no_list_has_is_known_by_its_committee_or_year(title: str, zone: str) -> None:
    assert find_zone(title, "", "a.txt", [title]) == zone


def test_a_zone_of_a_kind_that_no_list_has_is_known_by_the_lines_of_a_news_page() -> None:
    lines = ["湖光山色又一年", "——鹿汀湖文化旅游区2018年成绩单", "1月8日，鹿汀湖文化旅游区管委会召开通气会。"]
    assert find_zone(lines[0], "", "a.html", lines) == "鹿汀湖文化旅游区"
    assert find_zone("", "", "a.txt", ["最大的是昭远重工的装备基地2018年投产。"]) == ""


def test_rows_are_of_whom_the_first_column_names_not_of_what_they_make() -> None:
    text, grid = table("企业 | 主要产品 | 产值（亿元）", "昭远重工 | 起重机械 | 38.6", "禾登纺机 | 细纱机 | 21.7")
    assert names(read(text, tables=(grid,))) == [("昭远重工", "产值", "38.6"), ("禾登纺机", "产值", "21.7")]


def test_a_goal_of_what_is_to_be_added_stands_in_a_row_of_how_many_there_are() -> None:
    text, grid = table("指标 | 2018年 | 年初目标", "高新技术企业（家，年末） | 96 | 净增15家")
    told = [(f.scope, f.indicator, f.value, f.unit, f.status) for f in read(text, tables=(grid,))]
    assert told == [
        ("年末", "高新技术企业", Decimal(96), "家", Status.DONE),
        ("净增", "高新技术企业", Decimal(15), "家", Status.TARGET),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "智能门锁产值62.4亿元，增速回落到2.7%；休闲器材31.8亿元，增长9.4%；电缆接头18.5亿元。",
            [("智能门锁", "产值", "62.4亿元"), ("休闲器材", "产值", "31.8亿元"), ("电缆接头", "产值", "18.5亿元")],
        ),
        (
            "规上工业总产值186.3亿元。分片区看，东渚片区96.4亿元，西塘片区89.9亿元。",
            [("", "规上工业总产值", "186.3亿元"), ("东渚片区", "规上工业总产值", "96.4亿元"), ("西塘片区", "规上工业总产值", "89.9亿元")],
        ),
        (
            "三大产业有快有慢。锂电池快，产值83亿元。仪表仪器稳，完成58亿元，增长6%。纺织服装降，只有20亿元。",
            [("锂电池", "产值", "83亿元"), ("仪表仪器", "产值", "58亿元"), ("纺织服装", "产值", "20亿元")],
        ),
        ("产值86亿元，区里一次性支持2,000万元。", [("", "产值", "86亿元")]),
    ],
)
def test_trades_told_one_after_the_other_share_the_measure_said_with_the_first(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [t for t in names(read(text)) if t[2] != "2,000万元" and "%" not in t[2]] == told
    assert all("支持" in t[0] + t[1] for t in names(read(text)) if t[2] == "2,000万元")


def test_a_paragraph_on_the_goals_of_a_year_ahead_plans() -> None:
    figures = read("财政总收入15.6亿元。\n关于2019年目标，管委会初步确定：财政总收入17亿元；新引进企业9家。", heading="2018年情况通报")
    assert [(f.value_text, f.status, f.period.key if f.period else "") for f in figures] == [
        ("15.6亿元", Status.DONE, "2018"), ("17亿元", Status.TARGET, "2019"), ("9家", Status.TARGET, "2019"),
    ]


def test_what_was_done_of_a_years_plan_is_read_without_a_comma() -> None:
    figures = read("禾登纺机扩建项目因征地受阻，年度投资计划4亿元只完成1.6亿元。")
    assert [(f.scope, f.indicator, f.value_text, f.status) for f in figures] == [
        ("禾登纺机扩建项目", "年度投资计划", "4亿元", Status.TARGET), ("禾登纺机扩建项目", "完成投资", "1.6亿元", Status.DONE),
    ]


def test_who_was_recognised_is_counted_whichever_word_stands_first() -> None:
    told = names(read("高新技术企业去年新认定26家，但有3家复审没有通过，年末总数81家。"))
    assert told == [("新认定", "高新技术企业", "26家"), ("复审没有通过", "高新技术企业", "3家"), ("累计", "高新技术企业", "81家")]


def test_a_trade_that_a_clause_says_something_of_owns_the_next() -> None:
    assert names(read("铝材加工仍是体量最大的产业，产值86.3亿元。"))[0] == ("铝材加工", "产值", "86.3亿元")


def test_who_restates_a_value_does_not_own_it() -> None:
    (figure,) = read("省统计局将我区2017年工业总产值调整为420亿元。")
    assert (figure.scope, figure.indicator, figure.value_text) == ("", "工业总产值", "420亿元")


def test_places_that_come_to_the_output_of_a_paragraph_before_have_their_part_of_it() -> None:
    text = (
        "芦岭经济开发区2021年工作总结\n\n一、2021年工作回顾\n\n规上工业总产值612.8亿元，增长16.4%。\n\n"
        "光伏组件168.9亿元，下降4.8%。东坡园、西坞园、南湾园分别完成335.6亿元、182.7亿元、94.5亿元，南湾园增长41.2%。\n"
    )
    told = {(f.scope, f.indicator) for f in read(text) if f.scope.endswith("园")}
    assert told == {("东坡园", "规上工业总产值"), ("西坞园", "规上工业总产值"), ("南湾园", "规上工业总产值")}
