"""Questions over time and between zones, asked in many ways: whatever they are dressed in, their bones are the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.bones import bones_of
from assistant.question import normalise_question
from tests.conftest import over

NEW = """# 沅砀经济开发区2023年工作总结

全年规上工业总产值318.4亿元，增长7.9%。分季度累计增速看，一季度增长0.8%，上半年增长3.6%，前三季度增长5.9%，全年增长7.9%。
分片区看，东渡片区规上工业总产值172.3亿元，增长6.2%；西屏片区规上工业总产值146.1亿元，增长10.1%。
一般公共预算收入15.2亿元，增长4.4%。年末高新技术企业86家。签约项目41个。
"""
OLD = """# 沅砀经济开发区2022年工作总结

一般公共预算收入14.6亿元，增长5.1%，上年为13.9亿元。年末高新技术企业71家。签约项目48个。
"""
OTHER = """# 椑川高新区2023年工作总结

一般公共预算收入21.7亿元，增长2.3%。年末高新技术企业133家。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("bones"), NEW, "沅砀2023.md", 沅砀2022=OLD, 椑川2023=OTHER) as assistant:
        yield assistant


COURSE, YEARS, ZONES = ("0.8%", "3.6%", "5.9%", "7.9%"), ("13.9亿元", "14.6亿元", "15.2亿元"), ("15.2亿元", "21.7亿元")


@pytest.mark.parametrize(("question", "told"), [
    ("请把沅砀23年规上工业总产值的累计增幅，从一季度到年底依次报来", COURSE),
    ("老同学托我打听：2023年沅砀的规上工业产值，三个月、半年、九个月、一年到头，累计分别涨了百分之几", COURSE),
    ("增速曲线怎么画？沅砀，2023，规上产值，按季累计", COURSE),
    ("规上工业总产值的增势，沅砀在2023年从开年到年尾怎么一步步变的", COURSE),
    ("财政家底三年对照：二〇二一到二〇二三，把沅砀一般公共预算收入一年年的数列出来，再说说是涨是跌", YEARS),
    ("沅砀财政是不是一年好过一年？21到23年的一般公共预算收入请逐年列", YEARS),
    ("把沅砀2021年以来的一般公共预算收入按年份排开，截到2023年", YEARS),
    ("想知道沅砀、椑川两地23年一般公共预算收入谁更厚实，差距有多大", (*ZONES, "6.5亿元")),
    ("高企家数摆一摆，时点是23年末：沅砀几家、椑川几家，领先的是谁", ("86家", "133家")),
    ("沅砀的签约项目对一对：22年几个，23年几个，哪年更多", ("48个", "41个", "2022年最高")),
    ("赛马：二〇二三年沅砀哪一片工业产值跑得最快", ("西屏片区", "10.1%")),
    ("是不是开年慢、后头快？沅砀2023年规上产值截至3月、6月、9月和12月的累计同比各是多少", COURSE),
    ("沅砀规上工业总产值这条线，二〇二三年越跑越快还是越跑越慢，请研判，并给出四个累计节点的升降幅度", COURSE),
    ("谁更会聚财？23年沅砀与椑川的一般公共预算收入都给我，比一比高低", ZONES),
    ("财政的擂台上，2023年沅砀、椑川一般公共预算收入各拿多少，胜者是谁", ZONES),
    ("一般公共预算收入，2023年椑川甩开沅砀几个亿", ("6.5亿元",)),
    ("沅砀下面就俩片区，2023年工业产值的增速，冠军和末位各是谁", ("西屏片区", "东渡片区", "10.1%", "6.2%")),
    ("一般公共预算收入，沅砀二一、二二、二三这三个年头各是多少", YEARS),
])  # fmt: skip
def test_one_question_in_many_dresses(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = zone.ask(question).text
    assert all(number in text for number in told), text


@pytest.mark.parametrize("question", [
    "沅砀2022年和2023年一般公共预算收入平均一年是多少",  # an average
    "沅砀2023年一般公共预算收入完成目标了吗，2022年呢",  # a goal
    "沅砀的椴岭重机，2022年和2023年产值分别是多少",  # of a firm
    "沅砀2022年和椑川2023年的一般公共预算收入谁高",  # each in its own year
    "沅砀2022年、2023年签下的项目，到年底没动工的各有几个",  # of some of them
    "2023年沅砀和椑川的一般公共预算收入合在一块是多少",  # a sum
])  # fmt: skip
def test_what_says_more_is_another_question(zone: Assistant, question: str) -> None:
    assert bones_of(normalise_question(question), zone.facts.understanding()) is None


def test_what_is_lacking_is_not_left_unsaid(zone: Assistant) -> None:
    assert "13.9" not in zone.ask("椑川21到23年的一般公共预算收入请逐年列").text


def test_points_between_two_rates_are_of_the_rates(zone: Assistant) -> None:
    bones = bones_of("2023年沅砀和椑川的研发投入强度差几个百分点", zone.facts.understanding())
    assert bones is not None
    assert "增速" not in bones.plain


PARTS = """# 檀沅经济开发区2019年工作总结

2019年规上工业总产值362.41亿元，增长11.3%。1—6月为171.9亿元，增长10.7%。其中檀东片区231.74亿元，檀西片区130.67亿元。
批而未供土地由年初的1512亩降到年末的1078亩。区内化工企业由13家减少到10家。空气优良天数301天，优良率82.5%，全市平均优良率为80.1%。
"""
BEFORE = """# 檀沅经济开发区2018年工作总结

2018年规上工业总产值325.62亿元。批而未供土地由年初的2346亩压减到年末的1512亩。区内化工企业由19家减少到13家。
"""
ELSEWHERE = """# 砡濋高新区2019年工作总结

2019年空气优良天数312天，优良率85.5%。
"""


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parted"), PARTS, "檀沅2019.md", 檀沅2018=BEFORE, 砡濋2019=ELSEWHERE) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("檀沅经开区两个片区2019年规上工业总产值，差距有多大？", ("101.07亿元",)),
    ("檀沅2019年两个片区的规上产值相差多少亿？", ("101.07亿元",)),
    ("檀沅经开区批而未供土地从2018年初到2019年末的走势如何？给我三个时点的数。", ("2346亩", "1512亩", "1078亩")),
    ("檀沅经开区化工企业数量，从2018年压减前到2019年末，一路是怎么下来的？", ("19家", "13家", "10家")),
    ("2019年空气优良率，檀沅经开区与砡濋高新区哪家更好？各是多少？", ("85.5%", "82.5%")),
    ("檀沅2019年规上工业总产值比上一年多了百分之几", ("11.3%",)),
    ("檀沅经开区檀东片区2019年贡献了多少规上产值？", ("231.74亿元",)),
])  # fmt: skip
def test_parts_points_and_rates(parted: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = parted.ask(question).text
    assert all(number in text for number in told), text
    assert "171.9" not in text
    assert "80.1" not in text
