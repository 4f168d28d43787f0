"""Computed answers: shares, differences, sums, ranks, goals met; the formula shown, a missing member said."""

from __future__ import annotations

import re

import pytest

from assistant import Answer, Assistant
from assistant.extractive.drafting import REFUSAL
from tests.citing import figures_in


def quoted(answer: Answer, *figures: str) -> bool:
    quotes = " ".join(citation.quote for citation in answer.citations).replace(",", "")
    return all(figure in quotes for figure in figures)


@pytest.mark.parametrize(("question", "said", "formula"), [
    ("工业有效投资占固定资产投资的比重", "59.9%", "22.53 ÷ 37.59 × 100% = 59.94%"),
    ("固定资产投资中基础设施投资占多少", "40.1%", "15.06 ÷ 37.59 × 100% = 40.06%"),
    ("固定资产投资比一般公共预算收入多多少", "30.13亿元", "37.59 − 7.46 = 30.13"),
    ("合同外资是实到外资的几倍", "2.3倍", "1881.68 ÷ 817.77 = 2.3"),
])
def test_two_figures_of_a_report_are_computed_with_and_the_formula_is_shown(
    sample: Assistant, question: str, said: str, formula: str
) -> None:
    answer = sample.ask(question)
    assert said in answer.text
    assert formula in answer.text
    assert quoted(answer, *re.findall(r"\d+\.\d+", formula.split("=")[0]))


def test_a_printed_share_is_quoted_rather_than_computed(nine: Assistant) -> None:
    answer = nine.ask("霁岭2018年民间投资占固定资产投资的比重是多少")
    assert "59.4%" in answer.text
    assert "÷" not in answer.text


@pytest.mark.parametrize(("question", "said", "formula"), [
    ("槐渚2018年财政总收入比2017年多多少", "0.94亿元", "10.78 − 9.84 = 0.94"),
    ("槐渚2018年和霁岭2018年规上工业总产值相差多少", "101.1亿元", "262.4 − 161.3 = 101.1"),
    ("鲸浦2018年财政总收入比槐渚多多少", "75.52亿元", "86.3 − 10.78 = 75.52"),
    ("鲸浦2018年固定资产投资是霁岭的几倍", "3.1倍", "181.2 ÷ 58.4 = 3.1"),
    ("三个区2018年固定资产投资合计多少", "275.8亿元", "36.2 + 58.4 + 181.2 = 275.8"),
    ("槐渚2017、2018、2019年财政总收入合计", "32.14亿元", "9.84 + 10.78 + 11.52 = 32.14"),
    ("槐渚2017到2019年固定资产投资平均每年多少", "35.6亿元", "(31.5 + 36.2 + 39.1) ÷ 3 = 35.6"),
    ("霁岭2017年营业总收入中松坪园占多少", "48.1%", "198.6 ÷ 412.5 × 100% = 48.15%"),
    ("槐渚2018年全市规上工业总产值增速是多少", "10.1%", "12.4 − 2.3 = 10.1"),
])
def test_figures_of_several_reports_are_computed_with(
    nine: Assistant, question: str, said: str, formula: str
) -> None:
    answer = nine.ask(question)
    assert said in answer.text
    assert formula in answer.text


def test_a_difference_says_which_side_is_more(nine: Assistant) -> None:
    assert "少101.1亿元" in nine.ask("槐渚2018年规上工业总产值比霁岭多多少").text
    assert "多101.1亿元" in nine.ask("霁岭2018年规上工业总产值比槐渚多多少").text


def test_the_highest_and_the_lowest_are_named_first_and_the_rest_follows(nine: Assistant) -> None:
    highest = nine.ask("2018年三个区谁的一般公共预算收入最高").text
    assert re.match(r"鲸浦[^。]*最高", highest)
    assert {"42.1", "14.27", "6.35"} <= set(figures_in(highest))
    assert re.match(r"槐渚[^。]*最低", nine.ask("2018年各区实际利用外资谁最低").text)  # 亿美元 beside 万美元


def test_a_ranking_is_in_the_order_asked_for(nine: Assistant) -> None:
    down = nine.ask("2018年三个区规上工业总产值从高到低排一下").text
    up = nine.ask("2018年三个区规上工业总产值从低到高排一下").text
    assert [*map(down.index, ("鲸浦", "霁岭", "槐渚"))] == sorted(map(down.index, ("鲸浦", "霁岭", "槐渚")))
    assert [*map(up.index, ("槐渚", "霁岭", "鲸浦"))] == sorted(map(up.index, ("槐渚", "霁岭", "鲸浦")))


def test_a_member_that_is_missing_is_said_not_skipped(nine: Assistant) -> None:
    text = nine.ask("2018年三个区谁的财政总收入最高").text
    assert re.match("鲸浦", text)
    assert re.search("没有霁岭", text)


def test_a_trend_has_every_year_with_its_own_citation(nine: Assistant) -> None:
    answer = nine.ask("鲸浦2017到2019年规上工业总产值走势")
    for year, value in (("2017", "1,286.4"), ("2018", "1,412.7"), ("2019", "1463.5")):
        assert re.search(rf"{year}年[^；。]*{value}", answer.text)
    assert {c.report for c in answer.citations} == {"jingpu_2017.txt", "jingpu_2018.md", "jingpu_2019.pdf"}


# -- goals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "verdict", "figures"), [
    ("槐渚2019年财政总收入完成目标了吗", "未完成", ("6.9%", "7.5%")),
    ("槐渚2019年工业技改投资完成目标了吗", "未完成", ("14.6%", "15%")),
    ("槐渚2018年固定资产投资目标完成了吗", "完成了", ("14.9%", "13%")),
    ("鲸浦2018年实到外资超额完成目标多少", "完成了", ("2.85亿美元", "0.25亿美元")),
])
def test_a_goal_is_held_against_the_result_and_both_are_said(
    nine: Assistant, question: str, verdict: str, figures: tuple[str, ...]
) -> None:
    answer = nine.ask(question)
    assert answer.text.startswith(verdict)
    assert all(figure in answer.text for figure in figures)



def test_reaching_a_goal_is_meeting_it(nine: Assistant) -> None:
    text = nine.ask("鲸浦2019年海铁联运达到目标了吗").text
    assert {"7.3", "8"} <= set(figures_in(text.replace("标箱", "")))


def test_a_goal_that_no_report_gives_is_said_and_the_result_with_it(sample: Assistant) -> None:
    answer = sample.ask("财政总收入完成目标了吗")
    assert answer.text.startswith(REFUSAL)
    assert "12.8亿元" in answer.text


# -- false premises -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "correction", "figure"), [
    ("槐渚2018年财政总收入为什么下降", "没有下降", "增长9.6%"),
    ("槐渚2019年规上工业总产值为什么增长", "没有增长", "下降1.5%"),
    ("鲸浦2019年固定资产投资为什么增长了", "没有增长", "下降4.9%"),
])
def test_a_false_premise_is_corrected_with_the_quote(
    nine: Assistant, question: str, correction: str, figure: str
) -> None:
    answer = nine.ask(question)
    assert correction in answer.text
    assert figure in answer.text
    assert figure in answer.citations[0].quote or figure.strip("增长下降") in answer.citations[0].quote


def test_a_true_premise_is_not_denied(nine: Assistant) -> None:
    text = nine.ask("槐渚2017年为什么实际利用外资下降").text
    assert "没有下降" not in text
    assert "跨年到账" in text


# -- promised and not kept yet --------------------------------------------------------------------------------------


def test_three_years_of_a_zone_add_up(nine: Assistant) -> None:
    assert "32.14亿元" in nine.ask("槐渚三年财政总收入合计多少").text


def test_growths_are_compared_as_growths(sample: Assistant) -> None:
    assert "3.93个百分点" in sample.ask("财政总收入的增速比一般公共预算收入的增速低多少").text


def test_growth_a_year_over_several_years_is_compound(nine: Assistant) -> None:
    assert "8.2%" in nine.ask("槐渚2017—2019年财政总收入年均增长率是多少").text  # √(11.52 ÷ 9.84) − 1


def test_a_side_is_never_what_the_other_side_names(sample: Assistant) -> None:
    answer = sample.ask("出让的地里盖厂的比商住的多出多少亩")  # 出让商住土地341.073亩 is no land for works
    assert "0.007" not in answer.text
    assert not answer.text.startswith("341.073")
    assert "438.77亩" in sample.ask("工业用地比商住用地多出多少亩").text
