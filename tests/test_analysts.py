"""Questions as analysts write them: CAGR, YoY, QoQ, a rate's basis in brackets, and what a quarter brought against the one before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.pipeline import Assistant
from index.records import Period
from tests.conftest import over

ZONE = "棠硁经济技术开发区"
EARLIER = f"{ZONE}2020年工作总结\n2020年，全区营业总收入420.0亿元，比上年的400.0亿元增长5.0%。地区生产总值118.0亿元，按可比价格计算增长4.2%。\n"
LATER = f"""{ZONE}2021年工作总结
2021年，全区营业总收入484.0亿元，增长15.2%。地区生产总值131.2亿元，按可比价格计算增长8.4%。
从季度走势看，规上工业总产值一季度50.0亿元、二季度60.0亿元、三季度66.0亿元、四季度72.6亿元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("analysts"), EARLIER, later=LATER) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("棠硁2019—2021年营业总收入CAGR？", "10%"),
        ("棠硁2019-2021年营业总收入的年均复合增长率是多少", "10%"),
        ("棠硁2021年GDP同比（可比价）？", "8.4%"),
        ("棠硁2021年地区生产总值按可比价格增长多少", "8.4%"),
        ("棠硁2021年营业总收入YoY", "15.2%"),
        ("棠硁2021年四季度规上工业总产值环比", "10%"),
        ("棠硁2021年二季度规上工业总产值QoQ", "20%"),
    ],
)
def test_a_rate_is_told_however_an_analyst_calls_it(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert told in answer.text.replace(".0%", "%")


def test_a_stretch_precedes_another_of_as_many_months() -> None:
    keys = {key: Period.parse(key).preceding.key for key in ("2021Q4", "2021Q1", "2021M1", "2021H1", "2020M3-4")}
    assert keys == {"2021Q4": "2021Q3", "2021Q1": "2020Q4", "2021M1": "2020M12", "2021H1": "2020H2", "2020M3-4": "2020M1-2"}


def test_what_is_paid_to_firms_is_asked_of_by_its_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    report = f"""{ZONE}2022年工作总结
2022年，全年兑现惠企奖补资金7785万元，惠及企业247家，其中技改贴息1865万元，升规奖励210万元。全年新入库规上工业企业15家、退库8家。
一般公共预算收入5.2亿元，完成年初预算的104.0%，同比增长12.3%。
"""
    asked = {
        "棠硁2022年总共给企业兑现了多少奖补": "7785万元",
        "棠硁2022年新入库规上工业企业几家？退库的先不管": "15家",
        "棠硁2022年一般公共预算收入完成年初预算的百分之多少": "104.0%",
        "棠硁2022年一般公共预算收入占年初预算的比例": "104.0%",
    }
    with over(tmp_path_factory.mktemp("paid"), report) as assistant:
        told = {question: assistant.ask(question).text for question in asked}
    assert {question: asked[question] in text.split("（")[0] for question, text in told.items()} == dict.fromkeys(asked, True), told
