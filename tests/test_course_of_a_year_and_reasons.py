"""The course of a year in one sentence, reasons read beside the whole question, shares of the year before, and ways of asking."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant import Assistant
from assistant.spoken import in_writing
from index.records import Period
from tests.conftest import last, over
from tests.test_places_years_and_lists import figures_of

REPORT = """# 沅砀经济开发区2022年工作总结

一、全年工作

全年规上工业总产值318.4亿元，增长7.9%。走到这一步不容易：一季度只增长0.8%，1—6月完成149.6亿元、增长3.6%，前三季度增速抬到5.9%，年底才收在7.9%。

进出口总额91.3亿元，增长5.2%，占全市416.2亿元的21.9%；出口69.8亿元，增长8.7%。一般公共预算收入15.2亿元，增长4.4%，其中税收收入12.9亿元，占比84.9%，上年为82.6%。

实际利用外资则是全年最难看的一个数：1.32亿美元，比上年的1.71亿美元下降22.8%。根子在两家日资股东收紧海外开支，原定年内到资的0.4亿美元推到了下一年，手里又没有替补项目。

东渡片区规上工业总产值172.3亿元，西屏片区146.1亿元。三个片区里南坞垫底。

榉合显示模组项目总投资46亿元，2021年3月开工，当年完成投资12.4亿元；原定2022年12月点亮，因光罩交货推迟，改为2023年5月。
"""

TITLE = "# 沅砀经济开发区2022年总结\n\n"


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("course"), REPORT, "沅砀2022.md") as assistant:
        yield assistant


def test_the_growths_of_a_course_are_those_of_what_grew_so_by_the_end() -> None:
    course = {f.period: f.growth for f in figures_of(REPORT) if f.name == "规模以上工业总产值" and not f.scope}
    assert course == {
        Period.months(2022, 1, 3): Decimal("0.8"), Period.months(2022, 1, 6): Decimal("3.6"),
        Period.months(2022, 1, 9): Decimal("5.9"), Period.year(2022): Decimal("7.9"),
    }  # fmt: skip


def test_a_course_told_without_verbs_has_its_signs() -> None:
    text = f"{TITLE}固定资产投资84.1亿元，增长2.2%。分季度累计增速看，一季度为-6.3%，上半年回升至-1.1%，1—9月为1.4%，全年2.2%。\n"
    assert sorted(f.growth for f in figures_of(text) if f.growth is not None) == [Decimal(n) for n in ("-6.3", "-1.1", "1.4", "2.2")]


def test_quarters_by_themselves_are_no_course() -> None:
    text = f"{TITLE}工业投资40.2亿元，增长6.0%。增速一季度为9.1%，二季度为7.2%，三季度为3.3%，全年6.0%。\n"
    assert not [f for f in figures_of(text) if f.period == Period.months(2022, 1, 9)]


def test_percentages_of_a_goal_over_the_year_are_no_growths() -> None:
    text = f"{TITLE}财政总收入20亿元，增长5.0%。一季度完成目标的21.3%，上半年完成目标的47.0%，全年完成目标的102.4%，增长5.0%。\n"
    assert {f.growth for f in figures_of(text) if f.growth is not None} == {Decimal("5.0")}


def test_a_share_of_the_year_before_is_read() -> None:
    shares = {f.period: f.value for f in figures_of(REPORT) if f.indicator == "税收收入占比"}
    assert shares == {Period.year(2022): Decimal("84.9"), Period.year(2021): Decimal("82.6")}


def test_how_a_number_stands_beside_the_others_is_no_part_of_its_name() -> None:
    values = {f.period: f.value for f in figures_of(REPORT) if f.indicator == "实际利用外资"}
    assert values == {Period.year(2022): Decimal("1.32"), Period.year(2021): Decimal("1.71")}


@pytest.mark.parametrize(("question", "told"), [
    ("沅砀2022年头半年规上工业总产值增长多少", "3.6%"),
    ("沅砀2022年规上工业总产值逐季累计增速的走势，各节点都报出来", "5.9%"),
    ("沅砀2022年外资到账滑坡，病根在哪", "两家日资股东"),
    ("沅砀2022年出口怎么就跌了8.7%？是不是订单没了？", "并没有下降"),
    ("沅砀的榉合显示模组项目点亮改到什么时候了", "2023年5月"),
    ("沅砀2022年ybggyssr是多少", "15.2亿元"),
])  # fmt: skip
def test_asked_in_other_words(zone: Assistant, question: str, told: str) -> None:
    assert told in zone.ask(question).text


def test_a_share_of_the_citys_is_no_part_of_the_whole(zone: Assistant) -> None:
    told = last(zone, "沅砀2022年进出口总额多少||里头卖到国外去的有多少亿")
    assert "69.8亿元" in told
    assert "×" not in told


@pytest.mark.parametrize(("spoken", "written"), [
    ("请用两句话概括一下", "用两句话概括"),
    ("没跑赢年度目标的有哪些", "没有完成年度目标的有哪些"),
    ("东渡和西屏两个片区谁快", "东渡片区和西屏片区谁快"),
])  # fmt: skip
def test_spoken_so(spoken: str, written: str) -> None:
    assert in_writing(spoken, frozenset()) == written
