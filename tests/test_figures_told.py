"""Whose a number is where its sentence says it only once, or in other words: items, firms, counts of a year, goals, growth as adjusted."""

from __future__ import annotations

import datetime

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading.periods import find_period
from index.reading.zones import find_zone
from index.records import Period, Report
from tests.test_figures import read


def told(text: str) -> list[tuple[str, str, str, str]]:
    """(scope, indicator, what is printed, status) of each figure of a text of 2018."""
    return [(f.scope, f.indicator, f.value_text or f.growth_text, f.status.value) for f in read(text)]


def test_the_thing_that_heads_an_item_owns_what_the_item_tells() -> None:
    text = (
        "1.晖芯显示模组项目。总投资21亿元，3月9日开工，当年完成投资4.6亿元。\n2.二期围网。全长4.7公里，已完成3.1公里。\n"
        "3.招引项目。协议投资54亿元。"
    )
    assert told(text) == [
        ("晖芯显示模组项目", "总投资", "21亿元", "完成"),
        ("晖芯显示模组项目", "完成投资", "4.6亿元", "完成"),
        ("二期围网", "全长", "4.7公里", "完成"),
        ("二期围网已完成", "全长", "3.1公里", "完成"),
        ("", "协议投资", "54亿元", "完成"),
    ]


@pytest.mark.parametrize("text", [
    "新认定高企34家，可是有6家复审没有过关，所以年底实有147家，而不是简单相加的数。",
    "新认定高企34家，因到期未重新认定等原因退出6家，年末147家。",
    "新认定高企34家，另有6家资格到期未续，年末实有147家。",
])  # fmt: skip
def test_what_was_lost_and_what_is_left_are_of_what_was_counted(text: str) -> None:
    found = told(text)
    assert [(indicator, value) for _, indicator, value, _ in found] == [("高企", "34家"), ("高企", "6家"), ("高企", "147家")]
    assert found[0][0] == "新认定"
    assert found[-1][0] == ""


@pytest.mark.parametrize(("text", "figures"), [
    ("芮光电子一家进出口61.7亿元，占全区的33.1%。", [("芮光电子", "进出口", "61.7亿元")]),
    ("桐霖氟化收入81.5亿元，税金2.74亿元。", [("桐霖氟化", "收入", "81.5亿元"), ("桐霖氟化", "税金", "2.74亿元")]),
    ("看企业。 产值前三位的是冠桦陶瓷9.6亿元、砺桦建材7.2亿元。冠桦陶瓷同比下降8.8%。",
     [("冠桦陶瓷", "产值", "9.6亿元"), ("砺桦建材", "产值", "7.2亿元"), ("冠桦陶瓷", "产值", "同比下降8.8%")]),
    ("收入前五位企业合计165.5亿元。", [("前五位企业合计", "收入", "165.5亿元")]),
    ("亩均税收（规上工业）鹭沟园31.4万元、汲湾园24.9万元。", [("鹭沟园", "亩均税收", "31.4万元"), ("汲湾园", "亩均税收", "24.9万元")]),
    ("跨境电商进出口22.9亿元。", [("", "跨境电商进出口", "22.9亿元")]),
])  # fmt: skip
def test_firms_and_parts_own_what_stands_behind_their_names(text: str, figures: list[tuple[str, str, str]]) -> None:
    assert [f[:3] for f in told(text)][: len(figures)] == figures


@pytest.mark.parametrize(("text", "goal", "gap"), [
    ("入库税收14.7亿元，比年初大家举手通过的14.5亿元多收了0.2亿元。", "14.5亿元", ("比目标多", "0.2亿元")),
    ("进出口值219.3亿元，比力争的226亿元少6.7亿元。", "226亿元", ("比目标少", "6.7亿元")),
    ("产值16.4亿元，没有做到年初争取的20亿元，产线利用率58%。", "20亿元", None),
    ("考评列第8名，没有进前6位。", "6位", None),
])  # fmt: skip
def test_a_goal_may_be_told_in_any_words_of_setting(text: str, goal: str, gap: tuple[str, str] | None) -> None:
    found = told(text)
    assert [f[2] for f in found if f[3] == "目标"] == [goal]
    assert gap is None or (gap[0], gap[1]) in {(f[0], f[2]) for f in found}


@pytest.mark.parametrize(("text", "adjusted"), [
    ("国内税收2.7亿元，下降4.6%，主要是办理留抵退税0.3亿元，剔除这一因素同口径增长6.3%。", "剔除这一因素同口径增长6.3%"),
    ("入库税收13.9亿元，下降5.2%，扣除留抵退税1.6亿元的影响后增长6.3%。", "增长6.3%"),
    ("税收收入5.4亿元，下降7.9%；若还原留抵退税0.6亿元，税收收入增长3.4%。", "增长3.4%"),
])  # fmt: skip
def test_growth_with_something_left_out_is_of_the_whole_and_says_so(text: str, adjusted: str) -> None:
    found = read(text)
    own = next(f for f in found if f.growth_text == adjusted)
    assert own.indicator == found[0].indicator
    assert own.scope.startswith(("剔除", "扣除", "还原"))
    assert found[0].growth is not None
    assert found[0].growth < 0


def test_growth_belongs_to_the_year_whose_values_agree_with_it() -> None:
    now, before = read("接待游客42万人次，2017年受疫情影响只有35.6万人次，下降7.8%。")
    assert (now.growth, str(before.growth), before.name) == (None, "-7.8", now.name)
    now, before = read("实际利用外资4200万美元，去年同期为6500万美元，下降35.4%。")
    assert (str(now.growth), before.growth) == ("-35.4", None)


def test_what_was_put_in_at_several_times_is_spent_on_one_thing() -> None:
    found = read("禾穗乳业二厂总投资6.8亿元，2017年已投2.1亿元，今年再投3.9亿元。")
    assert [(f.scope, f.indicator, f.value_text, f.period.key if f.period else "") for f in found] == [
        ("禾穗乳业二厂", "总投资", "6.8亿元", "2018"),
        ("禾穗乳业二厂", "完成投资", "2.1亿元", "2017"),
        ("禾穗乳业二厂", "完成投资", "3.9亿元", "2018"),
    ]


SPEECH = """在临江开发区工作会议上的讲话
（2019年1月12日）
去年全区税收收入14.7亿元，比上年增长11.9%。
{turn}税收收入15.6亿元；新认定高企40家；签约项目12个。
规划建设局：污水管网补19.5公里。
招商局：引进项目30个。
我的话讲完了，去年的账同比都有交代。
"""


@pytest.mark.parametrize("turn", ["2019年，我代表班子认领这么几个数：", "今年是开发的头一年，预期目标是，", "最后派活。今年的目标很实在："])
def test_whoever_opens_with_the_year_ahead_tells_what_is_to_be(turn: str) -> None:
    text = SPEECH.format(turn=turn)
    report = Report("r", "r.txt", text, "txt", title="在临江开发区工作会议上的讲话", zone="临江开发区", period=Period.year(2018),
                    date=datetime.date(2019, 1, 12))  # fmt: skip
    found = {f.value_text: (f.period.key if f.period else "", f.status.value) for f in extract_figures(report, outline(report)) if f.value_text}
    assert found["14.7亿元"] == ("2018", "完成")
    assert {found[v] for v in ("15.6亿元", "40家", "12个", "19.5公里", "30个")} == {("2019", "目标")}


def test_a_slogan_is_no_place_and_a_title_may_look_back_on_the_year_before() -> None:
    title = "奋力打开综合保税区高质量发展新局面——在中共墨岚综合保税区工作委员会会议上的报告"
    assert find_zone(title, "", "a.txt", [title]) == "墨岚综合保税区"
    plan = "墨岚高新区2016年工作要点（附上年回顾）"
    assert find_period(plan, "a", [plan], datetime.date(2016, 2, 26)) == Period.year(2015)
    check = ["按照复核细则，我区对2016年度建设管理情况逐条对照，开展自查。", "2015年全年接待游客424.3万人次。"]
    assert find_period("墨岚度假区年度复核自查报告", "a", check, datetime.date(2017, 2, 17)) == Period.year(2016)


def test_what_grew_early_in_the_year_came_to_its_value_at_the_end() -> None:
    text = "规模工业总产值一季度下降17.8%，上半年降幅收窄到5.5%，三季度末由负转正，全年完成214.6亿元，增长4.2%；规模工业增加值增长5.1%。"
    assert [(f.indicator, f.period and f.period.key, f.value_text, f.growth and float(f.growth)) for f in read(text)] == [
        ("规模工业总产值", "2018Q1", "", -17.8),
        ("规模工业总产值", "2018H1", "", -5.5),
        ("规模工业总产值", "2018", "214.6亿元", 4.2),
        ("规模工业增加值", "2018", "", 5.1),
    ]


def test_names_in_brackets_stand_behind_their_own_values() -> None:
    assert told("三个组团营业收入依次为583.6亿元（北岸）、338.2亿元（砧山）、176.7亿元（渔梁）。") == [
        ("北岸", "营业收入", "583.6亿元", "完成"),
        ("砧山", "营业收入", "338.2亿元", "完成"),
        ("渔梁", "营业收入", "176.7亿元", "完成"),
    ]


@pytest.mark.parametrize(("text", "who"), [
    ("保税加工板块里，芯栎封测是最大的一家，全年进出口41.7亿元。", "芯栎封测"),
    ("区内最大的一家是万联仓储，全年进出口41.7亿元。", "万联仓储"),
])  # fmt: skip
def test_the_greatest_one_owns_what_is_told_next(text: str, who: str) -> None:
    assert told(text) == [(who, "进出口", "41.7亿元", "完成")]


def test_parts_are_named_by_their_whole() -> None:
    assert told("全部工业总产值64.8亿元，其中规模以上52.3亿元。")[1][:3] == ("", "规模以上工业总产值", "52.3亿元")
    assert told("固定资产投资9.6亿元。按用途分，仓储物流4.4亿元、基础设施1.3亿元。")[1:] == [
        ("仓储物流", "固定资产投资", "4.4亿元", "完成"),
        ("基础设施", "固定资产投资", "1.3亿元", "完成"),
    ]


@pytest.mark.parametrize(("text", "figure"), [
    ("去年安置房开工5,820套，交付了多少？1,146套，差得远。", ("交付", "安置房", "1,146套", "完成")),
    ("外资到了多少呢？2.3亿美元，下降6%。", ("", "外资", "2.3亿美元", "完成")),
    ("一季度在手订单比较足，预计进出口可以做到52亿元上下。", ("", "进出口", "52亿元", "预计")),
    ("今年进出口有希望达到52亿元。", ("", "进出口", "52亿元", "预计")),
])  # fmt: skip
def test_a_speech_asks_and_tells_and_hopes(text: str, figure: tuple[str, str, str, str]) -> None:
    assert figure in told(text)


def test_a_meeting_told_of_in_the_year_after_tells_of_the_year_it_is_named_by() -> None:
    lines = ["在全区干部大会上的讲话", "先说大账。2019年总产值446亿元，跟2018年比增长8%。", "2018年、2018年的数都核定过。"]
    name = "在湉岭经开区2019年度干部大会上的讲话"
    assert find_period("在全区干部大会上的讲话", name, lines, datetime.date(2020, 1, 9)) == Period.year(2019)
    assert find_period("在全区干部大会上的讲话", name, lines, datetime.date(2019, 1, 9)) == Period.year(2018)
