"""The forms in which an indicator, its growth and its goal are asked for every day: each is answered with the printed number."""

from __future__ import annotations

import pytest

from assistant import Assistant

CHANGES = (
    "{}比上年增加了多少", "{}同比增长了多少", "{}涨了多少", "{}增速", "{}增幅多大", "{}变化情况", "{}增长百分之几",
    "{}是涨了还是跌了", "{}比去年怎么样", "{}较上年变化", "{}增减多少",
)
VALUES = (
    "{}有多少", "{}达到了多少", "{}做到多少了", "{}", "{}的数据", "请问{}多少啊", "{}实际是多少", "{}水平如何", "{}规模多大",
)
GOALS = ("{}目标是多少", "{}计划多少", "{}定了多少", "{}要达到多少", "{}奋斗目标")


@pytest.mark.parametrize(("asked", "forms", "number"), [
    ("槐渚2018年一般公共预算收入", CHANGES, "11.0%"),
    ("鲸浦2018年集装箱吞吐量", CHANGES, "13.8%"),
    ("鲸浦2017年限额以上批发零售业销售额", CHANGES, "7.3%"),
    ("槐渚2018年一般公共预算收入", VALUES, "6.35亿元"),
    ("霁岭2018年在孵企业", VALUES, "572家"),
    ("鲸浦2017年限额以上批发零售业销售额", VALUES, "54.6亿元"),
    ("鲸浦2019年高新技术企业", GOALS, "20家"),
])  # fmt: skip
def test_everyday_forms(nine: Assistant, asked: str, forms: tuple[str, ...], number: str) -> None:
    wrong = {form: said for form in forms if number not in (said := nine.ask(form.format(asked)).text)}
    assert not wrong


def test_the_year_before_divides_nothing(nine: Assistant) -> None:
    assert "÷" not in nine.ask("鲸浦2017年一般公共预算收入比上年增加了多少").text
    assert "÷" in nine.ask("槐渚2018年一般公共预算收入除以财政总收入等于多少").text


@pytest.mark.parametrize("form", [
    "2018年工业投资多少", "2018年工业投资", "2018年工业投资是多少", "工业投资占固投几成", "2018年工业投资比上年增加了多少",
])  # fmt: skip
def test_a_look_alike_answers_in_no_form(sample: Assistant, form: str) -> None:
    assert sample.ask(form).refused


def test_the_look_alike_is_told_as_what_it_is(sample: Assistant) -> None:
    assert "相近指标是嵊州开发区2018年工业有效投资：22.53亿元" in sample.ask("2018年工业投资多少").text
