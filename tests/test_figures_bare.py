"""Numbers whose words say little: what the clause before names, what goes past a goal, what is told in another unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from index.records import FigureKind, Period, Status
from tests.test_figures import names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("利润喜人，8.3亿元，倒退的只有两家。", ("", "利润", "8.3亿元")),
        ("完成得最好的，当属固定资产投资，57.2亿元，增长14.1%。", ("", "固定资产投资", "57.2亿元")),
        ("像这样的农家乐，全区年末有128家。", ("", "农家乐", "128家")),
    ],
)
def test_the_clause_before_names_a_number_without_words(text: str, expected: tuple[str, str, str]) -> None:
    assert names(read(text))[0] == expected


def test_what_was_added_does_not_take_the_growth_of_the_value() -> None:
    value, added = read("工业投资57.2亿元，较上年净增6.8亿元，增幅13.5%。")
    assert (value.growth_text, added.scope, added.growth) == ("增幅13.5%", "净增", None)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("税收收入9.6亿元，超出9亿元预期目标0.6亿元。", "比目标多"),
        ("税收收入9.6亿元，比责任书要求的9亿元多出0.6亿元。", "比目标多"),
        ("税收收入8.4亿元，低于9亿元年度预算0.6亿元。", "比目标少"),
    ],
)
def test_a_goal_and_how_far_it_was_passed_or_missed(text: str, scope: str) -> None:
    _, goal, gap = read(text)
    assert (goal.indicator, goal.scope, goal.value_text, goal.status) == ("税收收入", "", "9亿元", Status.TARGET)
    assert (gap.indicator, gap.scope, gap.kind, gap.status) == ("税收收入", scope, FigureKind.GAP, Status.DONE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规划面积52平方公里，核心区13.6平方公里。", [("", "规划面积", "52平方公里"), ("核心区", "规划面积", "13.6平方公里")]),
        (
            "净水厂全年供水640万吨，折合每天1.75万吨。",
            [("净水厂", "供水", "640万吨"), ("净水厂折合每天", "供水", "1.75万吨")],
        ),
        ("到机场的车程从2小时缩短到45分钟。", [("缩短前", "机场的车程", "2小时"), ("", "机场的车程", "45分钟")]),
        (
            "春节假期迎客12.4万人次，国庆七天26.3万人次，10月2日当天5.1万人次。",
            [("春节假期", "接待游客", "12.4万人次"), ("国庆七天", "接待游客", "26.3万人次"), ("10月2日当天", "接待游客", "5.1万人次")],
        ),
        (
            "7月暴雨，最大小时降雨量92毫米，14家企业停电受损，直接损失860万元，目前12家已经恢复生产。",
            [
                ("", "最大小时降雨量", "92毫米"), ("", "企业停电受损", "14家"), ("", "直接损失", "860万元"),
                ("已经恢复生产", "企业停电受损", "12家"),
            ],
        ),
        (
            "全区接待游客310万人次，相当于2017年的118.2%，年初定下的290万人次10月就到手了。",
            [("接待", "游客", "310万人次"), ("游客", "相当于2017年", "118.2%"), ("接待", "游客", "290万人次")],
        ),
    ],
)
def test_what_a_number_shares_with_the_one_before_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


def test_a_rate_higher_than_the_year_before_grew_by_points() -> None:
    rate, lower = read("平均入住率48.6%，比上年高出5.2个百分点。不良率0.9%，较上年低0.3个百分点。")
    assert [(f.growth, f.growth_unit) for f in (rate, lower)] == [(Decimal("5.2"), "个百分点"), (Decimal("-0.3"), "个百分点")]


def test_the_yearly_growth_between_two_years_is_of_the_years_between() -> None:
    before, now, yearly = read("税收收入由2013年的6.2亿元增加到2018年的11.4亿元，年均增长13%。")
    assert (before.period, now.period, now.growth) == (Period.year(2013), Period.year(2018), None)
    assert (yearly.indicator, yearly.growth, yearly.period) == ("税收收入", Decimal(13), Period.years(2014, 2018))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规上服务业企业达到58家，实现营业收入71.3亿元。", ("规上服务业企业", "营业收入", "71.3亿元")),
        ("平台公司债务余额31.4亿元，2019年到期的有8.6亿元。", ("2019年到期", "债务余额", "8.6亿元")),
        ("区里拿出320万元技改补助资金，带动贷款1.1亿元。", ("", "技改补助资金", "320万元")),
        ("母基金累计投出14个项目、2.36亿元。", ("母基金累计投出", "投资额", "2.36亿元")),
    ],
)
def test_whose_a_sum_is_or_what_it_was_for(text: str, expected: tuple[str, str, str]) -> None:
    figures = read(text)
    assert expected in names(figures)
    assert {(f.period, f.status) for f in figures} == {(Period.year(2018), Status.DONE)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "税收占比81.2%，低于全市85%的平均水平3.8个百分点。",
            [("", "税收占比", "81.2%"), ("全市平均", "税收占比", "85%"), ("低于全市平均", "税收占比", "3.8个百分点")],
        ),
        ("床位使用率离全省46%的平均水平还差7.1个百分点。", [("全省平均", "床位使用率", "46%"), ("低于全省平均", "床位使用率", "7.1个百分点")]),
        ("亩均税收18.6万元，高于全市15.4万元的平均水平。", [("", "亩均税收", "18.6万元"), ("全市平均", "亩均税收", "15.4万元")]),
    ],
)
def test_the_average_of_all_and_how_far_from_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(read(text)) == expected


def test_two_printed_years_are_no_range() -> None:
    figures = read("规上企业从2013年的50家到2018年的73家。")
    assert [(f.indicator, f.value_text, f.period) for f in figures] == [
        ("规上企业", "50家", Period.year(2013)), ("规上企业", "73家", Period.year(2018)),
    ]


@pytest.mark.parametrize(
    ("apart", "scope"),
    [
        ("比全市6.1%的平均水平高2.7个百分点", "高于全市"),
        ("比全市6.1%的增速快2.7个百分点", "高于全市"),
        ("比全市11.5%的平均增幅低2.7个百分点", "低于全市"),
        ("比全市平均水平（6.1%）高2.7个百分点", "高于全市"),
        ("快于全市平均水平（6.1%）2.7个百分点", "高于全市"),
    ],
)
def test_the_number_of_the_base_within_a_difference_leaves_it_one(apart: str, scope: str) -> None:
    grown, elsewhere, gap, rank = read(f"规上工业增加值增长8.8%，{apart}，列全市第3位。")
    assert (elsewhere.scope, elsewhere.indicator, elsewhere.kind) == ("全市", grown.indicator, FigureKind.GROWTH)
    assert (gap.scope, gap.indicator, gap.kind) == (scope, "规上工业增加值增速", FigureKind.GAP)
    assert (rank.scope, rank.indicator) == ("全市", "规上工业增加值增速")


def test_a_level_set_beside_the_average_in_a_bracket() -> None:
    told = read("企业满意率96.4%，高于全市平均水平（94.1%）2.3个百分点。亩均税收27.4万元，比全省平均水平（19.3万元）高8.1万元。")
    assert [(d.scope, d.indicator, d.value_text, d.kind is FigureKind.GAP) for d in told] == [
        ("", "企业满意率", "96.4%", False), ("全市平均", "企业满意率", "94.1%", False), ("高于全市平均", "企业满意率", "2.3个百分点", True),
        ("", "亩均税收", "27.4万元", False), ("全省平均", "亩均税收", "19.3万元", False), ("高于全省平均", "亩均税收", "8.1万元", True),
    ]


@pytest.mark.parametrize(
    ("text", "size", "pace"),
    [
        ("进出口总额36.4亿元，净增5.2亿元，增长5.0%，总量继续列全市开发区第2位，增速列第3位。", "进出口总额总量", "进出口总额增速"),
        ("进出口总额36.4亿元，增长5.0%。总量在全市开发区中排第2位，增速排第3位。", "进出口总额总量", "进出口总额增速"),
        ("进出口总额36.4亿元，增长5.0%，总量、增速分别列全市开发区第2位、第3位。", "进出口总额总量", "进出口总额增速"),
    ],
)
def test_a_place_by_size_and_one_by_growth_are_told_apart(text: str, size: str, pace: str) -> None:
    ranks = [d for d in read(text) if d.kind is FigureKind.RANK]
    assert [(d.scope, d.indicator, d.value_text) for d in ranks] == [("全市开发区", size, "第2位"), ("全市开发区", pace, "第3位")]


@pytest.mark.parametrize(
    ("text", "wide", "near"),
    [
        ("在全省68家省级开发区综合考评中列第14位，比上年前移3位，居全市6家开发区首位。", ("全省68家", "第14位"), ("全市6家开发区", "首位")),
        ("在全省68家省级开发区综合考评中，我区列第14位，在全市6家开发区中列首位。", ("全省68家", "第14位"), ("全市6家开发区", "首位")),
        ("在全省开发区综合考评中列第14位，在全市列首位。", ("", "第14位"), ("全市", "首位")),
    ],
)
def test_a_place_in_a_second_field_is_of_that_field_alone(text: str, wide: tuple[str, str], near: tuple[str, str]) -> None:
    told = [d for d in read(text) if d.kind is FigureKind.RANK]
    assert [(d.scope, d.value_text) for d in told] == [wide, near]
    assert told[0].indicator == told[1].indicator
    assert told[0].indicator.endswith("综合考评")


def test_how_many_are_ranked_is_not_called_by_what_they_are_ranked_in() -> None:
    counted, rank = read("在全省68家省级开发区综合考评中，我区列第14位。")
    assert (counted.scope, counted.indicator, counted.value_text, rank.indicator) == ("全省", "省级开发区", "68家", "省级开发区综合考评")


@pytest.mark.parametrize("goal", ["", "责任书上定的是80亿元，"])
def test_how_far_a_goal_was_reached_is_of_the_value_and_so_is_what_comes_behind_it(goal: str) -> None:
    told = read(f"规上工业增加值完成83.5亿元，{goal}自评完成率104.4%，增速10.7%，在园区中仅排第6。")
    value, rate, rank = told[0], told[-2], told[-1]
    assert (value.indicator, value.growth_text) == ("规上工业增加值", "增速10.7%")
    assert (rate.kind, rate.scope) == (FigureKind.COMPLETION, "规上工业增加值")
    assert (rank.kind, rank.scope, rank.indicator) == (FigureKind.RANK, "园区", "规上工业增加值")


@pytest.mark.parametrize("changed", ["下降0.6个百分点、上升0.7个百分点", "下降0.6、上升0.7个百分点"])
def test_two_shares_that_changed_either_way_have_a_change_each(changed: str) -> None:
    told = read(f"第二、第三产业占比分别为61.5%、31.8%，分别较上年{changed}。")
    assert [(d.scope, d.value_text, d.growth) for d in told] == [
        ("第二产业", "61.5%", Decimal("-0.6")), ("第三产业", "31.8%", Decimal("0.7"))
    ]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("全市进出口总额182亿元，我区占22.2%，列全市第2位。", "占全市进出口总额"),
        ("进出口总额40.4亿元，高于全市2.1个百分点；全市进出口总额182亿元，我区占全市的22.2%。", "占全市"),
    ],
)
def test_the_share_that_the_zone_has_of_the_wider_places_value_is_of_its_own(text: str, of: str) -> None:
    share = next(d for d in read(text) if d.kind is FigureKind.SHARE)
    assert (share.scope, share.indicator, share.value_text) == ("进出口总额", of, "22.2%")


def test_the_growth_behind_a_share_is_of_what_has_the_share() -> None:
    gap = next(d for d in read("地区生产总值占全市2756亿元的14.4%，增速高于全市1.1个百分点。") if d.kind is FigureKind.GAP)
    assert (gap.scope, gap.indicator) == ("高于全市", "地区生产总值增速")
