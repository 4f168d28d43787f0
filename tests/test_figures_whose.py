"""Promises of the figures: whose they are and when they hold where a clause, a sentence or a heading before says it."""

from __future__ import annotations

import datetime

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading.periods import find_period
from index.records import Period, Report, SectionKind
from tests.test_figures import D, names, read, table

PLAN = "二、2019年工作计划"
Row = tuple[str, str, str, str, str, str]


def told(text: str, heading: str = "一、2018年工作回顾") -> list[Row]:
    """(scope, indicator, what is printed, period, status, growth beside a value) of each figure."""
    return [
        (
            f.scope,
            f.indicator,
            f.value_text or f.growth_text,
            f.period.key if f.period else "",
            f.status.value,
            str(f.growth) if f.growth is not None and f.value_text else "",
        )
        for f in read(text, heading=heading)
    ]


def short(text: str, heading: str = "一、2018年工作回顾") -> list[tuple[str, str, str]]:
    return [row[:3] for row in told(text, heading)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("固定资产投资62亿元，四个季度分别完成5亿元、21亿元、25亿元和11亿元。", ["2018", "2018Q1", "2018Q2", "2018Q3", "2018Q4"]),
        ("一季度进出口62亿元；三、四季度分别完成108亿元和124亿元。", ["2018Q1", "2018Q3", "2018Q4"]),
        (
            "规上工业增加值逐季走高，一季度、上半年、前三季度分别增长2.1%、4.4%、5.7%，全年增长6.3%。税收3亿元。",
            ["2018Q1", "2018H1", "2018M1-9", "2018", "2018"],
        ),
    ],
)
def test_a_list_over_times_is_of_what_was_just_spoken_of(text: str, periods: list[str]) -> None:
    rows = told(text)
    assert [row[3] for row in rows] == periods
    assert len({row[1] for row in rows[:3]}) == 1


def test_growths_of_a_list_go_to_the_values_before_with_or_without_fenbie() -> None:
    rows = told("总产值一季度88亿元，上半年190亿元，累计增速分别为5.1%和6.2%。")
    assert [row[5] for row in rows] == ["5.1", "6.2"]
    rows = told("电子、装备、医药三大产业分别完成产值26亿元、15亿元、6亿元，增长1.2%、2.1%、3.4%。")
    assert [(row[0], row[5]) for row in rows] == [("电子", "1.2"), ("装备", "2.1"), ("医药", "3.4")]
    assert [row[5] for row in told("税收3亿元，增长5%、6%、7%。")] == [""]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "重点培育锂电、光伏、储能三条链。三条链分别实现产值80亿元、40亿元、12亿元。",
            [("锂电", "产值", "80亿元"), ("光伏", "产值", "40亿元"), ("储能", "产值", "12亿元")],
        ),
        (
            "电子、装备、医药三大集群加快壮大，产值依次达到26亿元、15亿元和6亿元。",
            [("电子", "产值", "26亿元"), ("装备", "产值", "15亿元"), ("医药", "产值", "6亿元")],
        ),
        (
            "城东园、白石园齐头并进。从税收看，两个园区分别入库1.9亿元、0.5亿元。",
            [("城东园", "税收", "1.9亿元"), ("白石园", "税收", "0.5亿元")],
        ),
        (
            "航空维修、航空物流、临空制造实现营收52亿元、88亿元、146亿元。",
            [("航空维修", "营收", "52亿元"), ("航空物流", "营收", "88亿元"), ("临空制造", "营收", "146亿元")],
        ),
        (
            "进口、出口整体通关时间分别为32小时和1.4小时。",
            [("进口", "整体通关时间", "32小时"), ("出口", "整体通关时间", "1.4小时")],
        ),
        ("三大产业分别完成产值8亿元、7亿元、4亿元。", []),
    ],
)
def test_members_are_those_named_before_and_nobody_where_none_are(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert short(text) == rows


def test_distances_from_several_others_are_told_apart() -> None:
    rows = short("地区生产总值增长8%，增速分别高于全省、全市0.9和0.4个百分点。")
    assert [row[:2] for row in rows[1:]] == [("高于全省", "地区生产总值增速"), ("高于全市", "地区生产总值增速")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("龙头企业恒川重工产值突破百亿元，达到103亿元。", [("恒川重工", "产值", "103亿元")]),
        (
            "得益于磬石电子二期达产，该公司全年产值21亿元，增长46%，纳税1.1亿元。",
            [("磬石电子", "产值", "21亿元"), ("磬石电子", "纳税", "1.1亿元")],
        ),
        ("汽车电子产业发展迅速，该企业产值5亿元。", [("该企业", "产值", "5亿元")]),
        ("恒川重工以50亿元的产值居全区第一位。", [("恒川重工", "产值", "50亿元"), ("恒川重工", "产值", "第一位")]),
        ("禾穗乳业营业收入31亿元；全年纳税1.3亿元。", [("禾穗乳业", "营业收入", "31亿元"), ("禾穗乳业", "纳税", "1.3亿元")]),
        ("综合保税口岸于7月12日封关运作，当年实现进出口额19亿元。", [("综合保税口岸", "进出口额", "19亿元")]),
        (
            "进港铁路专线全长28公里，完成投资13亿元，累计完成21亿元。",
            [
                ("进港铁路专线", "全长", "28公里"),
                ("进港铁路专线", "完成投资", "13亿元"),
                ("进港铁路专线", "累计完成投资", "21亿元"),
            ],
        ),
        (
            "宏川锂电隔膜项目总投资135亿元，建成后可吸纳就业3000人，达产后年产值200亿元。",
            [
                ("宏川锂电隔膜项目", "总投资", "135亿元"),
                ("宏川锂电隔膜项目", "吸纳就业", "3000人"),
                ("宏川锂电隔膜项目", "年产值", "200亿元"),
            ],
        ),
        ("拿出500万元设立企业扶持资金，投入1.2亿元建设公租房。", [("", "企业扶持资金", "500万元"), ("建设公租房", "投入", "1.2亿元")]),
        ("年取水指标2600万立方米已用去2410万立方米。", [("", "年取水指标", "2600万立方米"), ("已用", "年取水指标", "2410万立方米")]),
        ("新修道路五条、总长8公里。", [("新修", "道路", "五条"), ("新修总长", "道路", "8公里")]),
        ("新开航线4条，总数达到11条。", [("新开", "航线", "4条"), ("累计", "航线", "11条")]),
        ("在谈项目22个，其中过10亿元的4个。", [("", "在谈项目", "22个"), ("过10亿元", "在谈项目", "4个")]),
        ("新开工项目34个，其中亿元以上19个。", [("", "新开工项目", "34个"), ("亿元以上", "新开工项目", "19个")]),
    ],
)
def test_owners_said_before_hold_on(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert short(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("唯一欠账的是到位省外资金，全年119亿元，同比下降5.2%。", [("", "到位省外资金", "119亿元", "2018", "完成", "-5.2")]),
        (
            "税收2.1亿元，仅完成年度任务2.4亿元的89%，同比下降4.3%。",
            [
                ("", "税收", "2.1亿元", "2018", "完成", "-4.3"),
                ("年度任务", "税收", "2.4亿元", "2018", "目标", ""),
                ("税收", "完成年度任务", "89%", "2018", "完成", ""),
            ],
        ),
        (
            "货邮吞吐量3.1万吨，不及上年的3.4万吨。",
            [("", "货邮吞吐量", "3.1万吨", "2018", "完成", ""), ("", "货邮吞吐量", "3.4万吨", "2017", "完成", "")],
        ),
        (
            "旅客吞吐量1286万人次，恢复到2016年的103%。",
            [
                ("", "旅客吞吐量", "1286万人次", "2018", "完成", ""),
                ("旅客吞吐量", "相当于2016年", "103%", "2018", "完成", ""),
            ],
        ),
        (
            "在全省年度考核中，我区由上年的第73位上升到第51位。",
            [("", "全省年度考核", "第73位", "2017", "完成", ""), ("", "全省年度考核", "第51位", "2018", "完成", "")],
        ),
        (
            "1．工业总产值。年度目标85亿元，实际完成87亿元。",
            [("", "工业总产值", "85亿元", "2018", "目标", ""), ("", "工业总产值", "87亿元", "2018", "完成", "")],
        ),
        ("营业总收入1 286.4亿元，增长21%。", [("", "营业总收入", "1 286.4亿元", "2018", "完成", "21")]),
        ("期末从业人员1.6万人，增长4.5%。", [("", "从业人员", "1.6万人", "2018", "完成", "4.5")]),
        (
            "1995年经省政府批准设立，规划面积118平方公里。",
            [("", "规划面积", "118平方公里", "2018", "完成", "")],
        ),
    ],
)
def test_what_is_beside_a_figure_leaves_it_its_own(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_a_blank_inside_a_number_sets_thousands_apart() -> None:
    assert [f.value for f in read("营业总收入1 286.4亿元。")] == [D("1286.4")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("去年处置低效用地1150亩；今年计划盘活低效用地1300亩，新增建设用地不超过900亩。", ["2018完成", "2019目标", "2019目标"]),
        ("2018年，税收收入20亿元，增长5%。固定资产投资60亿元，增长8%。", ["2018完成", "2018完成"]),
        ("预计2020年一季度进出口95亿元；全年力争突破430亿元。", ["2020Q1预计", "2020目标"]),
    ],
)
def test_a_plan_tells_which_year_each_number_is_of(text: str, when: list[str]) -> None:
    assert [row[3] + row[4] for row in told(text, PLAN)] == when


def test_the_months_after_the_reviewed_year_are_done_once_the_report_is_given() -> None:
    text = """关于云滨高新区工作的汇报
一、2020年主要成绩
规上工业总产值735亿元，增长6.4%。
二、今年一季度开局
一季度，因上年基数低，规上工业总产值184亿元，增长31%，比2019年同期增长13.7%。预计上半年规上工业总产值395亿元以上。
三、恳请支持事项
给予专项资金5000万元。
"""
    report = Report("r", "r.txt", text, "txt", title="关于云滨高新区工作的汇报", zone="云滨高新区", period=Period.year(2020))
    spring = Report("r", "r.txt", text, "txt", title=report.title, zone="云滨高新区", period=report.period,
                    date=datetime.date(2021, 4, 22))
    figures = extract_figures(spring, outline(spring))
    assert [(f.period.key if f.period else "", f.status.value) for f in figures[:4]] == [  # the request has no year
        ("2020", "完成"),
        ("2021Q1", "完成"),
        ("2021Q1", "完成"),
        ("2021H1", "预计"),
    ]
    assert [f.growth_base for f in figures[1:3]] == ["", "比2019年同期"]


def test_a_date_in_a_title_line_is_not_the_year_looked_back_on() -> None:
    lines = ["（2024年3月5日，向省调研组汇报）", "2023年工作成效", "全区生产总值完成148亿元。"]
    assert find_period("关于云滨经济区发展情况的汇报", "汇报材料", lines, datetime.date(2024, 3, 5)) == Period.year(2023)


def test_a_plan_looks_back_under_its_own_heading_and_in_its_first_paragraph() -> None:
    text = """云滨高新区2022年工作要点
2021年，全区生产总值612亿元，增长9%；税收20亿元。高新技术企业398家。
2022年主要预期目标是：地区生产总值增长8%。
"""
    plan = Report("r", "r.txt", text, "txt", title="云滨高新区2022年工作要点", zone="云滨高新区", period=Period.year(2021))
    sections = outline(plan)
    assert [s.kind for s in sections] == [SectionKind.PLAN, SectionKind.REVIEW, SectionKind.PLAN]
    assert [(f.period.key if f.period else "", f.status.value) for f in extract_figures(plan, sections)] == [
        ("2021", "完成"),
        ("2021", "完成"),
        ("2021", "完成"),
        ("2022", "目标"),
    ]


def test_a_row_of_growths_belongs_to_the_values_above_it() -> None:
    text, grid = table(
        "指标 | 一季度 | 上半年 | 全年",
        "规上工业总产值（亿元） | 61.2 | 134.8 | 287.5",
        "同比增长（%） | -8.2 | 9.6 | 10.9",
        "固定资产投资（亿元） | 22.4 | 68.1 | 142.7",
        "固定资产投资增速（%） | 3.6 | 5.2 | 12.8",
    )
    figures = read(text, tables=(grid,))
    assert [f.growth for f in figures] == [D("-8.2"), D("9.6"), D("10.9"), D("3.6"), D("5.2"), D("12.8")]


def test_growth_is_of_the_later_of_two_years_side_by_side() -> None:
    text, grid = table("指标 | 单位 | 2018年完成 | 2017年 | 同比增长（%）", "税收收入 | 亿元 | 20.5 | 18.2 | 12.6")
    figures = read(text, tables=(grid,))
    assert [(f.period.key if f.period else "", f.growth) for f in figures] == [("2018", D("12.6")), ("2017", None)]


def test_rows_that_are_parts_of_a_year_have_their_own_and_what_adds_up() -> None:
    text, grid = table(
        "季度 | 税收收入（万元） | 当季增速（%） | 累计（万元） | 累计增速（%）",
        "一季度 | 21360 | -5.2 | 21360 | -5.2",
        "二季度 | 18740 | 12.6 | 40100 | 8.8",
    )
    rows = [(f.indicator, f.value, f.period.key if f.period else "", f.growth) for f in read(text, tables=(grid,))]
    assert rows[2:] == [("税收收入", D(18740), "2018Q2", D("12.6")), ("税收收入", D(40100), "2018H1", D("8.8"))]


def test_quarters_that_add_up_to_a_year_are_of_its_indicator_and_others_of_nobody() -> None:
    year = "固定资产投资62亿元，增长5%。税收8亿元。进度不够均衡，四个季度分别完成5亿元、21亿元、25亿元和"
    assert [row[1] for row in told(year + "11亿元。")] == ["固定资产投资", "税收", *["固定资产投资"] * 4]
    assert [row[1] for row in told(year + "12亿元。")] == ["固定资产投资", "税收"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "抓好总投资210亿元的38个重点项目。总投资86亿元的重大项目集中开工。",
            [("重点项目", "总投资", "210亿元"), ("", "重点项目", "38个"), ("重大项目", "总投资", "86亿元")],
        ),
        ("签约28个项目，项目总投资86亿元。", [("签约", "项目", "28个"), ("签约项目", "总投资", "86亿元")]),
        (
            "云翼航材自2016年落户以来，累计完成投资9.6亿元。中淮锂电项目一期今年6月投产，实现产值12.5亿元，二期总投资18亿元。",
            [
                ("云翼航材", "累计完成投资", "9.6亿元"),
                ("中淮锂电项目一期", "产值", "12.5亿元"),
                ("中淮锂电项目二期", "总投资", "18亿元"),
            ],
        ),
        (
            "泓晟电子等5家龙头企业进出口占全区的72.5%。本人带队外出招商14次。",
            [("泓晟电子", "龙头企业", "5家"), ("龙头企业进出口", "占全区", "72.5%"), ("", "外出招商", "14次")],
        ),
        (
            "319家规上工业企业完成产值428.9亿元；完成增加值97.2亿元。新增高新技术企业6家，力争总数达到31家。",
            [
                ("", "规上工业企业", "319家"),
                ("规上工业企业", "产值", "428.9亿元"),
                ("规上工业企业", "增加值", "97.2亿元"),
                ("新增", "高新技术企业", "6家"),
                ("累计", "高新技术企业", "31家"),
            ],
        ),
    ],
)
def test_numbers_are_of_who_was_just_named(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "规上工业企业：新增17家，退库11家，年末193家。",
            [("新增", "规上工业企业", "17家"), ("退库", "规上工业企业", "11家"), ("", "规上工业企业", "193家")],
        ),
        ("外资：缺口2050万美元。", [("", "外资缺口", "2050万美元")]),
        (
            "全体居民人均可支配收入58726元，增长6.2%，其中城镇居民63180元，农村居民35940元。",
            [("", f"{who}人均可支配收入", number) for who, number in (("全体居民", "58726元"), ("城镇居民", "63180元"), ("农村居民", "35940元"))],
        ),
        (
            "完成171.2亿元的氟硅新材料产值、131.5亿元的锂电材料产值。",
            [("氟硅新材料", "产值", "171.2亿元"), ("锂电材料", "产值", "131.5亿元")],
        ),
        (
            "工业投资、基础设施投资分别达到45.9亿元和6.5亿元，前者增长3.2%，后者受管网收尾影响下降18.8%。",
            [("", "工业投资", "45.9亿元"), ("", "基础设施投资", "6.5亿元")],
        ),
        ("全年生产新能源汽车21.6万辆。", [("", "新能源汽车产量", "21.6万辆")]),
        (
            "村集体经营性收入低于30万元的村由12个减至3个。",
            [("减少前", "村集体经营性收入低于30万元的村", "12个"), ("", "村集体经营性收入低于30万元的村", "3个")],
        ),
        (
            "工业增加值61.5亿元，增速全市第三。",
            [("", "工业增加值", "61.5亿元"), ("全市", "工业增加值增速", "第三")],
        ),
    ],
)
def test_what_a_heading_a_whole_or_a_threshold_says_of_a_number(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [
    (
        "对东盟进出口35.2亿元，增长42.6%；对欧盟28.9亿元，增长19.3%；对企业补助5亿元。",
        [("", "对东盟进出口", "35.2亿元"), ("", "欧盟进出口", "28.9亿元"), ("", "企业补助", "5亿元")],
    ),
    ("受理信访件1146件，办结率99.1%。", [("受理", "信访件", "1146件"), ("信访件", "办结率", "99.1%")]),
    ("若含港区代理报关，全年进出口总值为151.7亿元。", [("含港区代理报关", "进出口总值", "151.7亿元")]),
    ("办公室编制38名，实有31人。", [("", "办公室编制", "38名"), ("办公室", "实有", "31人")]),
    ("我们认账，所以开工安置房3120套、竣工1876套。", [("开工", "安置房", "3120套"), ("竣工", "安置房", "1876套")]),
])
def test_what_is_left_out_is_told_beside_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


@pytest.mark.parametrize(("date", "text", "year"), [
    (datetime.date(2019, 1, 16), "去年企业最缺的是钱，全年续贷21.4亿元。", "2018"),  # given in January: the year under review
    (datetime.date(2019, 1, 16), "今年以来形势向好，去年续贷21.4亿元。", "2017"),
    (datetime.date(2019, 7, 20), "去年续贷21.4亿元。", "2017"),
    (datetime.date(2019, 1, 16), "去年开工的项目完成投资3亿元。", "2018"),
    (datetime.date(2018, 12, 28), "去年续贷21.4亿元。", "2017"),
])
def test_last_year_in_a_report_given_early_in_a_year_is_the_year_it_looks_back_on(date: datetime.date, text: str, year: str) -> None:
    whole = Report("r", "r.txt", f"2018年工作总结\n{text}\n", "txt", title="2018年工作总结", zone="", date=date, period=Period.year(2018))
    figures = extract_figures(whole, outline(whole))
    assert [f.period.key for f in figures if f.period] == [year]


@pytest.mark.parametrize(("text", "expected"), [
    ("规上工业企业增加到71家，完成工业总产值88.6亿元。", [("", "规上工业企业", "71家"), ("", "规上工业总产值", "88.6亿元")]),
    ("选育水稻、油菜新品种11个，其中水稻品种6个。", [("", "选育水稻、油菜新品种", "11个"), ("", "水稻品种", "6个")]),
    ("当年开工、竣工项目12个。", [("", "竣工项目", "12个")]),
    ("兑现资金3120万元，96家企业受益。", [("", "兑现资金", "3120万元"), ("", "受益企业", "96家")]),
    ("二是标准厂房利用率不高，只有46.5%；三是人才不足。", [("", "标准厂房利用率", "46.5%")]),
])
def test_a_number_has_the_name_that_its_measure_goes_by(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


def test_what_last_year_was_put_right_to_is_what_a_growth_is_told_against() -> None:
    now, before = sorted(read("技术改造投资9.6亿元，比上年核定数8.1亿元增长18.5%。"), key=lambda f: f.value_text, reverse=True)
    assert (now.value_text, now.growth_text, now.period and now.period.key) == ("9.6亿元", "增长18.5%", "2018")
    assert (before.value_text, before.growth_text, before.period and before.period.key) == ("8.1亿元", "", "2017")
