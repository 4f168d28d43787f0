"""Two or more that a question calls by name, side by side; what a question is wanted for; parts of a year told as 产值 alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.framing import unframed
from tests.conftest import over

REPORT = """# 沅砀高新区2022年工作总结

一、全年工作

全年规上工业总产值318.4亿元，增长7.9%，其中东渡片区172.3亿元、增长9.1%，西屏片区98.6亿元、增长6.4%，沅砀科技城47.5亿元、增长7.2%。1—6月产值149.6亿元。

分产业看，光电信息产值121.7亿元，增长12.8%；精细化工产值66.2亿元，下降3.5%；装备制造产值88.4亿元，增长4.1%。

规上工业亩均税收19.2万元/亩，其中东渡、西屏两个片区分别为22.4万元/亩、15.1万元/亩。

榉合显示模组项目总投资46亿元，当年完成投资12.4亿元。泷岩高端铸件项目总投资18.5亿元，当年完成投资6.3亿元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("named"), REPORT, "沅砀2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2022年东渡片区、西屏片区哪个规上工业总产值跑得快，各是几个点？", ("东渡片区规上工业总产值增速更高", "9.1%", "6.4%", "2.7个百分点")),
        ("2022年光电信息和装备制造谁的产值增长更快？增速各多少？", ("光电信息的产值增速更高", "12.8%", "4.1%", "8.7个百分点")),
        ("光电信息跟精细化工比，2022年谁的产值高，高多少？", ("光电信息的产值更高", "55.5亿元")),
        ("2022年东渡片区和沅砀科技城两处规上工业总产值加一块儿是多少？", ("219.8亿元", "172.3 + 47.5 = 219.8")),
        ("榉合显示模组项目加上泷岩高端铸件项目，总投资合计多少？", ("64.5亿元",)),
        ("2022年东渡片区的规上工业亩均税收跟西屏片区比，谁多？多多少？", ("东渡片区规上工业亩均税收更高", "7.3万元")),
        ("比一比2022年西屏片区与东渡片区的规上工业总产值增速", ("6.4%", "9.1%")),
        ("哪个产业长得更猛，光电信息还是精细化工？沅砀22年的，增幅都带上", ("光电信息的产值增速更高", "12.8%", "3.5%")),
        ("把装备制造和光电信息摆在一个跑道上，2022年谁的产值增幅在前，两家成绩分别是几", ("光电信息的产值增速更高", "4.1%")),
        ("东渡和西屏两片，2022年规模以上工业产值相差多少亿", ("73.7亿元",)),
        ("精细化工对2022年规上产值的贡献占比多大？", ("20.8%", "66.2 ÷ 318.4")),
    ],
)
def test_those_that_are_named_are_set_side_by_side(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = zone.ask(question).text
    assert all(words in answer for words in told), answer


def test_one_against_the_sum_of_others_is_no_sum_of_all(zone: Assistant) -> None:
    answer = zone.ask("2022年东渡片区的规上工业总产值，比西屏片区、沅砀科技城加起来还多多少？").text
    assert "26.2亿元" in answer
    assert "318.4 " not in answer


def test_a_measure_that_one_of_them_lacks_is_made_up_for_neither(zone: Assistant) -> None:
    answer = zone.ask("2022年东渡片区和沅砀科技城谁的固定资产投资高？高多少？")
    assert answer.refused, answer.text


def test_half_a_year_told_as_output_alone_is_taken_off_the_year(zone: Assistant) -> None:
    assert "168.8亿元" in zone.ask("2022年下半年规上工业总产值是多少？没直接写就算一下").text


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("做片区对比页，沅砀高新区2022年东渡片区的规上产值是多少？", "沅砀高新区2022年东渡片区的规上产值是多少?"),
        ("客商问拿地节奏，沅砀高新区2022年规上工业总产值是多少？", "沅砀高新区2022年规上工业总产值是多少?"),
    ],
)
def test_what_it_is_wanted_for_is_no_part_of_a_question(zone: Assistant, question: str, left: str) -> None:
    assert unframed(question, zone.facts.understanding()) == left


def test_what_the_question_takes_up_stays(zone: Assistant) -> None:
    assert "172.3亿元" in zone.ask("我联系的是东渡片区，沅砀高新区2022年这个片区的规上产值是多少？").text


def test_what_was_worked_out_for_one_clause_is_not_told_again_for_the_next(zone: Assistant) -> None:
    answer = zone.ask("2022年规上工业总产值增速和光电信息产值增速谁更快，差几个点？").text
    assert answer.count("12.8 − 7.9") == 1, answer
