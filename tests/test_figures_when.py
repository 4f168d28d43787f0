"""When figures hold: dates of events, spans of years, months of tables; and what a table's caption or signs say."""

from __future__ import annotations

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.records import Period, Report, Status, Table
from tests.test_figures import read, table


def whens(text: str) -> list[tuple[str, str, str, str]]:
    return [(f.scope, f.indicator, f.value_text or f.growth_text, f.period.key if f.period else "") for f in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "本人于2016年11月到园区任职，一年来引进项目29个。2016年11月任职以来招商引资到位资金18亿元。",
            [("", "引进项目", "29个", "2018"), ("", "招商引资到位资金", "18亿元", "2018")],
        ),
        (
            "园区2014年8月经国务院批准设立，2016年1月通过国家验收，规划面积3.98平方公里。",
            [("", "规划面积", "3.98平方公里", "2018")],
        ),
        (
            "2017年9月投用的冷链物流中心库容3万吨。2016年引进的荣川铜业，营业收入4.2亿元。",
            [("", "冷链物流中心库容", "3万吨", "2018"), ("荣川铜业", "营业收入", "4.2亿元", "2018")],
        ),
        (
            "五年来，综合实力大幅跃升。规上企业由41户增加到73户，年均增长12%。",
            [
                ("", "规上企业", "41户", "2013"),
                ("", "规上企业", "73户", "2018"),
                ("", "规上企业", "年均增长12%", "2014-2018"),
            ],
        ),
        (
            "地区生产总值由2015年的86亿元增加到2018年的151亿元，占全市的比重由5.1%提高到6.8%。",
            [
                ("", "地区生产总值", "86亿元", "2015"),
                ("", "地区生产总值", "151亿元", "2018"),
                ("地区生产总值", "占全市的比重", "5.1%", "2015"),
                ("地区生产总值", "占全市的比重", "6.8%", "2018"),
            ],
        ),
        (
            "在建项目86个，年度计划投资164亿元，1—6月已完成投资79.2亿元。历史遗留问题11宗，其中2013年以前的7宗。",
            [
                ("", "在建项目", "86个", "2018"),
                ("在建项目", "年度计划投资", "164亿元", "2018"),
                ("在建项目", "完成投资", "79.2亿元", "2018H1"),
                ("", "历史遗留问题", "11宗", "2018"),
                ("2013年以前", "历史遗留问题", "7宗", "2018"),
            ],
        ),
    ],
)
def test_the_date_of_an_event_is_no_period(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert whens(text) == expected


def test_the_value_of_a_year_ago_hands_the_growth_on() -> None:
    now, then = read("实际使用外资4200万美元，去年同期为6500万美元，同比下降35.4%。")
    assert (now.growth_text, then.growth, then.period) == ("同比下降35.4%", None, Period.year(2017))


def test_growths_are_shared_out_without_saying_so() -> None:
    figures = read("规上工业增加值、税收收入同比增长7.5%和9.8%。城镇和农村居民人均可支配收入增长8.1%、9.2%。")
    assert [(f.scope, f.indicator, f.growth_text) for f in figures] == [
        ("", "规上工业增加值", "同比增长7.5%"),
        ("", "税收收入", "同比增长9.8%"),
        ("", "城镇居民人均可支配收入", "增长8.1%"),
        ("", "农村居民人均可支配收入", "增长9.2%"),
    ]


def test_an_exact_share_takes_the_place_of_its_threshold() -> None:
    total, share = read("工业总产值86.4亿元，占到全县工业总量的六成以上，达到62.5%。")
    assert (share.scope, share.value_text, share.unit) == ("工业总产值", "62.5%", "%")
    assert total.value_text == "86.4亿元"


def test_work_before_a_plan_was_done() -> None:
    text = "临江开发区2020年工作汇报\n一、指标完成情况\n税收8亿元。\n二、重点工作\n保税仓库面积扩大到25万平方米。\n三、2021年打算\n税收9亿元。\n"
    whole = Report("r", "r.txt", text, "txt", title="临江开发区2020年工作汇报", zone="临江开发区", period=Period.year(2020))
    figures = extract_figures(whole, outline(whole))
    assert [(f.status.value, f.period.key if f.period else "") for f in figures] == [
        ("完成", "2020"),
        ("完成", "2020"),
        ("目标", "2021"),
    ]


def test_paragraphs_tell_of_the_years_that_the_one_before_them_names() -> None:
    text = (
        "政府工作报告\n一、过去五年工作回顾\n五年来，经济实力跃上新台阶。\n财政收入从11亿元增加到17亿元。\n"
        "刚刚过去的2017年，主要目标任务全面完成。\n城镇新增就业1351人。\n"
        "五年来，我们主要做了以下工作。\n新建机场46个。\n"
    )
    whole = Report("r", "r.txt", text, "txt", title="政府工作报告", zone="", period=Period.year(2017))
    figures = extract_figures(whole, outline(whole))
    assert [(f.value_text, f.period.key if f.period else "") for f in figures] == [
        ("11亿元", "2012"),
        ("17亿元", "2017"),
        ("1351人", "2017"),
        ("46个", "2013-2017"),
    ]


def cells(grid: Table, text: str, period: Period) -> set[tuple[str, str, str, str, str]]:
    return {
        (f.scope, f.indicator, f.value_text or f.growth_text, f.growth_text if f.value_text else "", f.period.key if f.period else "")
        for f in read(text, tables=(grid,), period=period)
    }


def test_a_caption_names_what_its_rows_of_owners_have() -> None:
    text, grid = table(
        "产业 | 本年 | 上年 | 增幅 | 年度目标",
        "新材料 | 341.5 | 345.2 | -1.1% | 340.0",
        "合计 | 341.5 | 345.2 | -1.1% | 340.0",
        caption="表2　2018年主导产业产值完成情况",
        unit="亿元",
    )
    assert cells(grid, text, Period.year(2018)) == {
        (scope, "产值", number, growth, when)
        for scope in ("新材料", "主导产业")  # the sum is of these alone
        for number, growth, when in (("345.2", "", "2017"), ("341.5", "-1.1%", "2018"), ("340.0", "", "2018"))
    }


def test_a_monthly_table_knows_its_month_and_the_goal_of_its_year() -> None:
    text, grid = table(
        "乡镇 | 10月 | 累计 | 上年同期 | 增减额 | 增幅 | 年度目标",
        "双槐乡 | 430 | 4215 | 4508 | -293 | -6.5% | 5200",
        caption="2018年1-10月分乡镇税收入库情况",
        unit="万元",
    )
    assert cells(grid, text, Period.months(2018, 1, 10)) == {
        ("双槐乡", "税收", "430", "", "2018M10"),
        ("双槐乡", "税收", "4508", "", "2017M1-10"),
        ("双槐乡", "税收", "4215", "-6.5%", "2018M1-10"),
        ("双槐乡", "税收", "-293", "", "2018M1-10"),
        ("双槐乡", "税收", "5200", "", "2018"),
    }


def test_a_count_in_a_table_of_money_has_its_own_unit() -> None:
    rows = ("行业 | 企业户数 | 2018年产值", "装备制造 | 12 | 31.6", "食品 | 8 | 9.4")
    text, grid = table(*rows, caption="工业分行业产值（单位：亿元、户）", unit="亿元、户")
    units = {(f.scope, f.indicator): f.unit for f in read(text, tables=(grid,))}
    assert units[("装备制造", "企业户数")] == "户"
    assert units[("装备制造", "产值")] == "亿元"


def test_what_was_striven_for_and_only_so_much_came_is_no_goal() -> None:
    loans, debt = read("融资路子窄，全年争取银行贷款仅5.2亿元，平台公司资产负债率升到68%。")
    assert [f.status for f in (loans, debt)] == [Status.DONE, Status.DONE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "完成268.9亿元的规上工业产值，增长6.8%，其中一至四季度分别为58.7亿元、66.1亿元、69.5亿元和74.6亿元，逐季抬升。",
            [("", "规上工业产值", number, when) for number, when in (
                ("268.9亿元", "2018"), ("58.7亿元", "2018Q1"), ("66.1亿元", "2018Q2"), ("69.5亿元", "2018Q3"), ("74.6亿元", "2018Q4"))],
        ),
        (
            "规上工业增加值一至三季度分别完成12.1亿元、13.4亿元和14.2亿元。",
            [("", "规上工业增加值", number, when) for number, when in (
                ("12.1亿元", "2018Q1"), ("13.4亿元", "2018Q2"), ("14.2亿元", "2018Q3"))],
        ),
        (
            "一般公共预算收入6.2亿元，其中上半年2.9亿元、7月0.6亿元、12月份当月0.8亿元。",
            [("", "一般公共预算收入", number, when) for number, when in (
                ("6.2亿元", "2018"), ("2.9亿元", "2018H1"), ("0.6亿元", "2018M7"), ("0.8亿元", "2018M12"))],
        ),
        (
            "工业总产值居全市第2位，与第1位的差距由上年的48亿元缩小到19亿元。其中12月单月完成41.7亿元；上半年完成208.6亿元。",
            [
                ("全市", "工业总产值", "第2位", "2018"),
                ("", "第1位的差距", "48亿元", "2017"), ("", "第1位的差距", "19亿元", "2018"),
                ("", "工业总产值", "41.7亿元", "2018M12"), ("", "工业总产值", "208.6亿元", "2018H1"),
            ],
        ),
        (
            "全年完成386.5亿元的工业总产值，比上年的331.8亿元净增54.7亿元，增长16.5%。",
            [("", "工业总产值", "386.5亿元", "2018"), ("", "工业总产值", "331.8亿元", "2017"), ("", "工业总产值", "净增54.7亿元", "2018")],
        ),
        (
            "园区规上工业企业实现产值68.3亿元，其中一季度31.2亿元，二季度37.1亿元。",
            [
                ("规上工业企业", "产值", "68.3亿元", "2018"), ("规上工业企业", "产值", "31.2亿元", "2018Q1"),
                ("规上工业企业", "产值", "37.1亿元", "2018Q2"),
            ],
        ),
    ],
)
def test_parts_of_a_year_are_of_what_was_just_told(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert whens(text) == expected


def test_headings_tell_what_was_done_from_what_is_planned() -> None:
    text = (
        "2018年工作总结\n一、重点工作推进情况\n（一）产业发展。规上企业总数为72家。\n"
        "（二）2019年主要目标和安排。新增规上企业12家。\n"
    )
    whole = Report("r", "r.txt", text, "txt", title="2018年工作总结", zone="", period=Period.year(2018))
    figures = extract_figures(whole, outline(whole))
    assert [(f.value_text, f.status.value, f.period.key if f.period else "") for f in figures] == [
        ("72家", "完成", "2018"), ("12家", "目标", "2019"),
    ]
