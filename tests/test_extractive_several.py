"""Promises of questions that ask for several results, of what a follow-up works out of the numbers told, and of whole sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from assistant import Assistant
from assistant.apart import each_alone
from assistant.framing import unframed
from assistant.records import Answer, VerdictKind
from assistant.settings import Settings
from assistant.spread import spread
from index.building import build
from tests.conftest import opened

EAST = """东渡经济开发区2020年工作总结

一、2020年工作回顾
全年实现财政总收入12亿元，同比增长8%；固定资产投资50亿元，同比增长10.0%，其中工业投资30亿元、服务业投资15亿元、基础设施投资5亿元。
年末从业人员4.5万人，比上年末增加五千人。排查安全隐患1,200处，整改率97.5%。供应土地600亩。安置房交付20万平方米。
盘活闲置厂房8万平方米。自营出口6亿美元，同比下降4.0%。国家级开发区考核列第30位，比上年前移5位。
垃圾分类覆盖率80%，比上年提高20个百分点。
滨河大道全长8公里，9月全线通车，总投资16亿元。
标准厂房项目总投资2亿元，完成投资1.5亿元。

二、2021年工作打算
财政总收入13.2亿元，固定资产投资增长12%，自营出口增长5%。
"""
EAST_NEXT = """东渡经济开发区2021年工作总结

一、2021年工作回顾
全年实现财政总收入13亿元，同比增长8.3%；固定资产投资55亿元，同比增长10.0%，其中工业投资33亿元。
安置房交付30万平方米。盘活闲置厂房11万平方米。供应土地500亩。自营出口6.6亿美元，同比增长10.0%。
"""
WEST = """西岭高新区2020年工作总结

一、2020年工作回顾
全年实现财政总收入20亿元，同比增长11%；固定资产投资80亿元，同比增长6.0%，其中工业投资44亿元。
供应土地30公顷。立案审查4件，处分5人。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("several")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in (("dongdu_2020", EAST), ("dongdu_2021", EAST_NEXT), ("xiling_2020", WEST)):
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=folder / "index"))
    with opened(reports, folder / "index") as one:
        yield one


def checked(answer: Answer) -> str:
    """The answer; every number of it must be printed or computed."""
    assert not [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED], answer.text
    return answer.text


def talked(assistant: Assistant, questions: Sequence[str]) -> str:
    talk = assistant.conversation()
    return [checked(talk.ask(question)) for question in questions][-1]


@pytest.mark.parametrize(("question", "told"), [
    ("东渡2020年工业投资和服务业投资各占固投多少", ("60%", "30%")),
    ("东渡2021年比2020年供应土地少了多少亩，缩了百分之几", ("600 − 500 = 100", "16.7%")),
    ("东渡2020年工业、服务业、基础设施三项投资相加是多少，与固定资产投资总额是否一致？", ("30 + 15 + 5 = 50", "一致")),
    ("2020年东渡、西岭两区财政总收入合计数，以及两区增速之差", ("12 + 20 = 32", "3个百分点")),
    ("东渡2020年固定资产投资扣除工业投资和服务业投资后剩余多少", ("50 − 30 − 15 = 5",)),
    ("照2021年定的增速，东渡固投当年得干到多少亿，实际差多少", ("50 × (1 + 12%) = 56", "56 − 55 = 1")),
    ("2020年各区工业投资占自家固定资产投资的比重是多少，哪家最高", ("60%", "55%")),
    ("东渡2020年排查的隐患还有多少处没整改", ("1200 × (1 − 97.5%) ≈ 30",)),
    ("东渡2019年的垃圾分类覆盖率应该是百分之多少？", ("80 − 20 = 60",)),
    ("东渡2020年末从业人员比上年末增长百分之几", ("五千人", "12.5%")),
    ("滨河大道修一公里平均花了多少钱", ("16 ÷ 8",)),
    ("2020年东渡供应土地面积为西岭供应土地面积的多少倍", ("1.33倍",)),
    ("东渡和西岭2020年谁的固投增得快，各是几个点", ("东渡经济开发区增速最高", "6.0%")),
])
def test_every_result_that_is_asked_for_is_told(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = checked(assistant.ask(question))
    assert all(t in text for t in told), text


def test_what_cannot_be_taken_off_is_said_and_no_sum_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("东渡2020年固定资产投资除去工业投资和房地产投资，其他合计多少")
    assert answer.refused
    assert "合计" not in answer.text


@pytest.mark.parametrize(("talk", "told"), [
    (("东渡2020年安置房交付面积", "2021年呢", "两年加起来是多少"), ("20 + 30 = 50",)),
    (("东渡2020年财政总收入", "西岭的呢？两家加一块儿是多少"), ("12 + 20 = 32",)),
    (("东渡2020年供应土地多少亩", "2021年呢", "两年一共合多少公顷"), ("600 + 500 = 1100", "73.33公顷")),
    (("东渡2020年盘活闲置厂房多少", "2021年呢", "增幅帮我算一下"), ("37.5%",)),
    (("东渡2020年财政总收入多少", "西岭呢", "这两家哪家增速最高"), ("西岭高新区2020年财政总收入增速最高", "同比增长11%", "同比增长8%")),
    (("东渡2020年盘活闲置厂房多少", "我说错了，我要2021年的"), ("11万平方米",)),
    (("东渡2021年供应土地多少", "盘活的闲置厂房呢，比前一年多多少"), ("11 − 8 = 3",)),
    (("东渡2021年自营出口情况怎么样", "同比是多少", "跟年初目标比，差几个百分点"), ("5个百分点",)),
])
def test_a_follow_up_works_with_the_numbers_just_told(assistant: Assistant, talk: tuple[str, ...], told: tuple[str, ...]) -> None:
    text = talked(assistant, talk)
    assert all(t in text for t in told), text


def test_numbers_that_were_not_told_are_not_added_up(assistant: Assistant) -> None:
    text = talked(assistant, ("东渡2020年财政总收入", "2021年供应土地多少亩", "三个数加起来是多少"))
    assert "12 +" not in text
    assert "500 +" not in text


def test_a_message_is_taken_apart_into_questions_in_full(assistant: Assistant) -> None:
    known = assistant.facts.understanding()
    assert [alone for _, alone in each_alone("东渡2021年比2020年少供多少亩，缩了百分之几", known)] == [
        "东渡2021年比2020年少供多少亩", "东渡2021年比2020年少供，缩了百分之几"]
    assert [alone for _, alone in each_alone("2020年东渡、西岭立案审查共多少件，处分共多少人", known)][1].endswith("处分共多少人")
    assert not each_alone("东渡2020年财政总收入是多少", known)


@pytest.mark.parametrize(("question", "each"), [
    ("东渡2020年出让土地、新增融资分别超年初计划多少", ["东渡2020年出让土地超年初计划多少", "东渡2020年新增融资超年初计划多少"]),
    ("2020年东渡和西岭的固投各是多少", ["2020年东渡的固投是多少", "2020年西岭的固投是多少"]),
    ("东渡2020年工业投资增长多少", []),
])
def test_each_of_a_list_gets_a_question_of_its_own(assistant: Assistant, question: str, each: list[str]) -> None:
    parts = spread(question, assistant.facts.understanding())
    assert [alone for _, alone in parts.asked] == each if parts is not None else not each


@pytest.mark.parametrize(("said", "left"), [
    ("东渡2020年产值，哦不，财政总收入是多少", "东渡2020年财政总收入是多少"),
    ("东渡2019年至2021年上半年供地各多少", "东渡2019年、2020年、2021年上半年供地各多少"),
    ("2020年东渡工业投资占比测算", "2020年东渡工业投资占比"),
    ("2020年东渡、西岭供地都折成亩，谁多", "2020年东渡、西岭供地,谁多(亩)"),
])
def test_what_is_no_part_of_a_question_is_taken_off(assistant: Assistant, said: str, left: str) -> None:
    assert unframed(said, assistant.facts.understanding()).replace("（", "(").replace("）", ")").replace("，", ",") == left


PARTS = """北洲港口经济区2022年工作总结

2022年，港区货物吞吐量3460万吨，增长7.2%，其中液体化工品1275万吨。专利授权187件，其中发明专利24件。
园区规上工业主营业务收入63.7亿元，比上年增长21.3%。羽绒服装、铸造、粮油食品三块的主营业务收入分别是24.6亿元、19.8亿元、11.3亿元。
建成标准厂房15.8万平方米，入驻率72%。年末从业人员3.12万人，平均年龄28.4岁。排查安全隐患1263处，整改率98.8%。
新通过评估的企业5家，累计38家。修复岸线3.7公里，累计修复11.4公里。新登记市场主体1,152户，注销423户，年末实有6,047户。
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("harbour")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "beizhou_2022.txt").write_text(PARTS, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=folder / "index"))
    with opened(reports, folder / "index") as one:
        yield one


@pytest.mark.parametrize(("question", "told", "neighbour"), [
    ("液体化工品货物吞吐量是多少", "1275万吨", "3460"),
    ("2022年主营业务收入是多少", "63.7亿元", "19.8"),
    ("铸造的主营业务收入是多少", "19.8亿元", "63.7"),
    ("从业人员平均年龄是多少", "28.4岁", "3.12"),
    ("安全隐患整改率是多少", "98.8%", "1263"),
    ("累计通过评估的企业有多少家", "38家", "5家"),
    ("累计修复岸线多少公里", "11.4公里", "3.7"),
    ("年末市场主体多少户", "6,047户", "423"),
])
def test_a_part_its_whole_and_its_rate_are_told_apart(harbour: Assistant, question: str, told: str, neighbour: str) -> None:
    text = checked(harbour.ask(question))
    assert told in text, text
    assert neighbour not in text, text
