"""Figures by whose reckoning, of which class of firms, on what line passed; what a review says of its own goals."""

from __future__ import annotations

import pytest

from index.records import FigureKind, Period
from tests.test_figures import names, read


@pytest.mark.parametrize(("text", "found"), [
    ("亩均税收18.6万元，其中A类企业（前20%）亩均税收达到41.3万元。", ("A类企业", "亩均税收", "41.3万元")),
    ("新增规上工业企业17家、退库6家，年末在库137家。", ("在库", "规上工业企业", "137家")),
    ("全口径地区生产总值286.4亿元；扣除托管两镇，区本级为231.7亿元。", ("区本级", "地区生产总值", "231.7亿元")),
    ("进出口总值286.7亿元，其中围网内214.5亿元，围网外72.2亿元。", ("围网外", "进出口总值", "72.2亿元")),
    ("外贸头一回站上50亿元的台阶，52.3亿元，占全市的三成。", ("", "外贸", "52.3亿元")),
    ("由降转增，得益于澹荷食品打开市场，当年出口410万美元。", ("澹荷食品当年", "出口", "410万美元")),
    ("受理入区申请74宗，因亩均强度不足退回13宗。", ("退回", "入区申请", "13宗")),
    ("38个签约项目当年只开工17个，卡在指标上。", ("开工", "签约项目", "17个")),
    ("38个签约项目已开工17个。", ("开工", "签约项目", "17个")),
    ("实际利用外资1.21亿美元，对照1.5亿美元的目标仅完成80.7%。", ("实际利用外资", "完成年度目标", "80.7%")),
    ("总产值518.4亿元，增长7.6%。年初定的目标是535亿元，实际完成96.9%。", ("总产值", "完成年度目标", "96.9%")),
    ("工业投资57.3亿元。2017年该指标曾公布为45亿元，核定后调整为46亿元。", ("调整后", "工业投资", "46亿元")),
    ("11月9日签约的璟岱储能项目总投资50亿元，拟选址东片区，规划用地430亩。", ("璟岱储能项目", "用地", "430亩")),
    ("13个亿元以上项目中当年开工的只有7个。", ("当年开工", "亿元以上项目", "7个")),
    ("农民日子好过，全村人均可支配收入2.94万元。", ("全村", "人均可支配收入", "2.94万元")),
])  # fmt: skip
def test_whose_and_which(text: str, found: tuple[str, str, str]) -> None:
    assert found in names(read(text))


@pytest.mark.parametrize(("text", "number"), [
    ("外贸头一回站上50亿元的台阶，52.3亿元。", "50亿元"),
    ("蔻云软件营业收入12.7亿元，是头一家过10亿元的软件企业。", "10亿元"),
    ("完成11项，基本完成（完成率95%以上）2项，未完成3项。", "95%"),
])  # fmt: skip
def test_a_line_that_was_passed_is_no_figure(text: str, number: str) -> None:
    assert number not in [f.value_text for f in read(text)]


def test_a_rate_by_a_reckoning_is_a_growth_and_an_amount_is_none() -> None:
    rate = read("一般公共预算收入11.02亿元，按自然口径增长2.6%，扣除留抵退税因素，同口径是6.9%。")[-1]
    assert (rate.indicator, rate.kind, rate.growth_text) == ("一般公共预算收入", FigureKind.GROWTH, "同口径是6.9%")
    assert all(f.growth is None for f in read("税收12亿元，同口径为13亿元。"))


def test_a_ranking_is_of_no_month_in_which_it_was_published() -> None:
    assert read("国家级经开区的考核，11月份出的榜，咱们列全国第91位。")[0].period == Period.year(2018)


def test_departments_that_differ_tell_a_gap() -> None:
    assert read("两个部门报上来的货运量相差6.8万吨。")[-1].kind is FigureKind.GAP


def test_a_review_judges_each_goal_under_its_heading() -> None:
    text = (
        "（一）规模以上工业总产值\n　　目标：44亿元。\n　　完成：43.17亿元。\n　　说明：基本完成。\n"
        "（二）净增规模以上企业\n　　目标：6户。\n　　说明：未完成。"
    )
    verdicts = [(f.scope, f.indicator, f.value_text) for f in read(text) if f.kind is FigureKind.VERDICT]
    assert verdicts == [("", "规模以上工业总产值", "基本完成"), ("净增", "规模以上企业", "未完成")]
