"""Plain forms of asking for printed figures: sums with 加上, claims in any unit, a number asked back, names with 和; invented reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

PARK = """沚桥软件园2019年工作总结

一、2019年工作回顾
全年软件和信息服务业收入86.4亿元，增长14.2%，其中软件业务收入52.3亿元，增长9.6%。移动互联网收入11.7亿元，增长31.5%。
离岸服务外包执行额1.52亿美元，增长8.3%；在岸服务外包执行额7.4亿元。
固定资产投资9.35亿元，下降4.6%。入库税收3.18亿元，增长12.7%，其中增值税1.36亿元、企业所得税0.94亿元、个人所得税0.61亿元。
到位省外资金24.5亿元，增长6.9%。新登记市场主体1,840户，增长15.4%。“三公”经费支出86万元，下降18.2%。
新修道路五条，人才公寓1,760套，建成区面积6.8平方公里。
年末有五星级酒店两家、四星级酒店六家、旅行社14家。
班子成员领办调研课题七个，形成问题清单29条。两家企业被银行抽贷，抽走2,600万元。

二、存在的主要问题
一是龙头企业偏少。二是人才缺口较大。三是配套不足。
"""

OTHER = """桤山高新技术产业开发区2019年工作总结

一、2019年工作回顾
全年固定资产投资61.8亿元，增长8.8%。入库税收12.6亿元，增长5.3%。企业所得税2.7亿元。
"""


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root = tmp_path_factory.mktemp("plain")
    reports = root / "reports"
    reports.mkdir()
    (reports / "沚桥软件园2019年工作总结.txt").write_text(PARK, "utf-8")
    (reports / "桤山高新区2019年工作总结.txt").write_text(OTHER, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=root / "index"))
    with opened(reports, root / "index") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("沚桥2019年固定资产投资加上入库税收一共是多少亿元", ("12.53亿元", "9.35 + 3.18")),
        ("沚桥2019年固定资产投资加上入库税收是多少", ("12.53亿元",)),
        ("沚桥2019年固定资产投资加入库税收等于多少", ("12.53亿元",)),
        ("沚桥2019年固定资产投资加上入库税收等于多少", ("12.53亿元", "9.35 + 3.18")),
        ("沚桥2019年增值税加上企业所得税加上个人所得税合计多少", ("2.91亿元", "1.36 + 0.94 + 0.61")),
        ("沚桥2019年软件和信息服务业收入和移动互联网收入合计多少", ("98.1亿元", "86.4 + 11.7")),
        ("沚桥2019年在岸服务外包执行额和固定资产投资合计多少", ("16.75亿元", "7.4 + 9.35")),
        ("沚桥2019年入库税收占到位省外资金的比重是多少", ("13%", "3.18 ÷ 24.5")),
        ("沚桥2019年旅行社比四星级酒店多多少", ("8家", "14 − 6")),
        ("沚桥2019年固定资产投资和“三公”经费支出哪个降得少", ("固定资产投资", "4.6%", "18.2%")),
        ("沚桥2019年新登记市场主体比上年增加了多少户", ("246户",)),  # 1840 − 1840 ÷ 1.154
    ],
)
def test_sums_and_differences(parks: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = parks.ask(question)
    assert not answer.refused
    for part in told:
        assert part in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("沚桥2019年新修道路是5条吗", "对，报告中是五条"),
        ("沚桥2019年人才公寓是1500套吗", "不对，报告中是1,760套"),
        ("沚桥2019年建成区面积超过5平方公里了吗", "对，报告中是6.8平方公里"),
        ("沚桥2019年入库税收的增速超过10%了吗", "对，报告中是增长12.7%"),
        ("沚桥2019年固定资产投资的增速超过2%了吗", "不对，报告中是下降4.6%"),
        ("沚桥2019年固定资产投资降幅超过4%了吗", "对，报告中是下降4.6%"),
        ("沚桥2019年固定资产投资下降超过5%了吗", "不对，报告中是下降4.6%"),
        ("沚桥2019年人才公寓是不是1,760套", "对，报告中是1,760套"),
        ("沚桥2019年入库税收是不是3.18万元", "不对，报告中是3.18亿元"),
        ("沚桥2019年入库税收破没破3亿元", "对，报告中是3.18亿元"),
        ("沚桥2019年入库税收突破4亿没有", "不对，报告中是3.18亿元"),
        ("沚桥2019年到位省外资金够不够二十亿", "对，报告中是24.5亿元"),
        ("沚桥2019年到位省外资金有没有过百亿", "不对，报告中是24.5亿元"),
        ("沚桥2019年旅行社到15家了没有", "未达到15家，报告中是14家"),
        ("沚桥2019年旅行社有10家以上吗", "对，报告中是14家"),
        ("沚桥2019年旅行社没到15家吗", "对，报告中是14家"),
        ("沚桥2019年旅行社没有超过15家吧", "对，报告中是14家"),
        ("沚桥2019年固定资产投资是不是增长了", "不对，报告中是下降4.6%"),
        ("沚桥2019年固定资产投资下降了没有", "对，报告中是下降4.6%"),
        ("沚桥2019年新登记市场主体增长是不是超过15%", "对，报告中是增长15.4%"),
        ("沚桥2019年增值税占入库税收的比重过没过40%", "对，报告中是42."),
    ],
)
def test_claims_of_any_unit_are_confirmed_or_denied(parks: Assistant, question: str, said: str) -> None:
    assert parks.ask(question).text.startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("沚桥2019年入库税收的上年基数是多少", "约2.82亿元"),  # 3.18 ÷ 1.127
        ("沚桥2019年固定资产投资去年同期基数是多少亿元", "约9.8亿元"),
        ("沚桥2019年“三公”经费支出是多少亿元", "0.0086亿元，即86万元"),
    ],
)
def test_the_base_of_a_growth_is_the_number_of_the_year_before(parks: Assistant, question: str, said: str) -> None:
    assert parks.ask(question).text.startswith(said)


@pytest.mark.parametrize("part", ["农产品加工", "北片区"])
def test_a_number_of_all_is_none_of_a_part_that_no_report_names(parks: Assistant, part: str) -> None:
    answer = parks.ask(f"沚桥2019年{part}固定资产投资是多少")
    assert answer.refused
    assert "固定资产投资：9.35亿元" in answer.text  # told beside, as what it is


def test_a_claim_of_what_no_report_tells_is_neither_confirmed_nor_denied(parks: Assistant) -> None:
    answer = parks.ask("沚桥2019年游戏产业旅行社没到15家吗")
    assert answer.refused
    assert "对，" not in answer.text


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("沚桥2019年的1760套是什么", "人才公寓"),
        ("24.5亿元指的是什么", "到位省外资金"),
        ("沚桥2019年哪个指标增长了31.5%", "移动互联网收入"),
        ("2600万元是什么", "抽走"),
        ("12.6亿元是哪个指标", "桤山高新技术产业开发区2019年入库税收"),
    ],
)
def test_a_printed_number_is_asked_back(parks: Assistant, question: str, named: str) -> None:
    answer = parks.ask(question)
    assert not answer.refused
    assert named in answer.text
    assert answer.citations


def test_a_number_that_is_printed_nowhere_is_refused(parks: Assistant) -> None:
    answer = parks.ask("77.7亿元是什么指标")
    assert answer.refused
    assert answer.text.startswith("报告中没有“77.7亿元”")


def test_a_sum_of_no_zone_named_is_of_one_zone(parks: Assistant) -> None:
    answer = parks.ask("固定资产投资和个人所得税合计多少")
    assert "9.96亿元" in answer.text
    assert "61.8" not in answer.text
    assert "默认按沚桥软件园" in answer.text


def test_a_name_that_ends_in_a_word_for_lists_is_a_name(parks: Assistant) -> None:
    assert parks.ask("沚桥2019年问题清单有多少条").text.startswith("29条")
    assert "共3条" in parks.ask("沚桥2019年存在哪些问题").text


def test_assets_are_no_investment(parks: Assistant) -> None:
    answer = parks.ask("沚桥2019年资产规模是多少")
    assert answer.refused
    assert "9.35" not in answer.text.split("。")[0]


def test_the_year_before_is_offered_to_be_worked_out(parks: Assistant) -> None:
    answer = parks.ask("沚桥2018年入库税收是多少")
    assert answer.refused
    offered = next(s for s in answer.suggestions if "推算" in s)
    assert "约2.82亿元" in parks.ask(offered).text  # 3.18 ÷ 1.127


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("沚桥2019年固定资产投资是多少", "折合多少万元"), "93500万元"),
        (("沚桥2019年固定资产投资是多少", "用万元表示呢"), "93500万元"),
        (("沚桥2019年入库税收是多少", "“三公”经费支出呢", "它的增速呢"), "下降18.2%"),
    ],
)
def test_follow_ups(parks: Assistant, turns: tuple[str, ...], said: str) -> None:
    talk = parks.conversation()
    answers = [talk.ask(turn) for turn in turns]
    assert answers[-1].text.startswith(said)


@pytest.mark.parametrize("again", ["抽贷金额呢", "不对，我问的是抽贷金额"])
def test_what_has_a_measure_of_its_own_is_not_of_the_indicator_before(parks: Assistant, again: str) -> None:
    talk = parks.conversation()
    talk.ask("沚桥2019年入库税收是多少")
    answer = talk.ask(again)
    assert "2,600万元" in answer.text
    assert not any(f.name == "税收收入" for f in answer.figures)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("沚桥2019年固定资产投资离10亿还差多少", ("还差0.65亿元", "10 − 9.35")),
        ("沚桥2019年入库税收比3亿元多多少", ("已超过3亿元，多0.18亿元",)),
        ("沚桥2019年四星级酒店离10家还差几家", ("还差4家",)),
        ("沚桥2019年入库税收的一半是多少", ("1.59亿元", "3.18 × 50%")),
        ("沚桥2019年入库税收的10%是多少万元", ("3180万元",)),
        ("如果沚桥2019年入库税收再增长10%，会是多少", ("3.5亿元", "≈", "假设")),
        ("沚桥2019年入库税收再增加2亿元是多少", ("5.18亿元", "假设")),
    ],
)
def test_a_number_that_the_question_tells_is_set_against_the_printed_one(parks: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = parks.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
    assert answer.citations


def test_what_is_not_printed_is_not_set_against_anything(parks: Assistant) -> None:
    answer = parks.ask("沚桥2019年旅游收入离10亿还差多少")
    assert answer.refused
    assert "还差" not in answer.text


def test_it_is_set_against_a_number_behind_a_question(parks: Assistant) -> None:
    talk = parks.conversation()
    talk.ask("沚桥2019年入库税收是多少")
    assert talk.ask("离5亿还差多少").text.startswith("还差1.82亿元")
    assert talk.ask("再增长10%会到多少").text.startswith("3.5亿元")


def test_growths_are_not_compared_as_amounts(parks: Assistant) -> None:
    answer = parks.ask("沚桥2019年在岸服务外包执行额的增速比入库税收低几个百分点")
    assert answer.refused
    assert "可比的增速" in answer.text


def test_two_names_that_come_upon_one_number_are_not_both_told_it(parks: Assistant) -> None:
    answer = parks.ask("沚桥2019年建成区面积和建成面积合计多少")
    assert "13.6" not in answer.text
    assert "6.8平方公里" in answer.text
    assert "报告中没有沚桥软件园2019年“建成面积”" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("沚桥2019年入库税收由增值税、企业所得税、个人所得税三部分构成，各是多少", ("1.36亿元", "0.94亿元", "0.61亿元")),
        ("沚桥2019年增值税加企业所得税是多少亿", ("2.3亿元",)),
    ],
)
def test_parts_of_a_whole(parks: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = parks.ask(question).text
    assert all(part in text for part in told), text


def test_a_word_for_two_indicators_is_reckoned_with_for_each(sample: Assistant) -> None:
    text = sample.ask("2018年财政收入的三成是多少").text
    assert "12.8 × 30%" in text
    assert "7.46 × 30%" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("离15亿元还差多少", ("还差2.47亿元", "15 − 12.53 = 2.47")),
        ("再增长10%是多少", ("13.78亿元", "不是报告中的数")),
        ("折合多少万元", ("125300万元",)),
        ("换成万元是多少", ("125300万元",)),
    ],
)
def test_a_sum_just_told_is_worked_on_as_a_whole(parks: Assistant, question: str, told: tuple[str, ...]) -> None:
    conversation = parks.conversation()
    assert "12.53亿元" in conversation.ask("沚桥2019年固定资产投资加上入库税收一共是多少亿元").text
    text = conversation.ask(question).text
    assert all(t in text for t in told), text
    if "折合" in question:
        assert "62650万元" in conversation.ask("它的一半是多少").text


def test_of_two_results_neither_is_taken_for_the_one_meant(parks: Assistant) -> None:
    conversation = parks.conversation()
    conversation.ask("沚桥2019年固定资产投资加上入库税收一共是多少？软件业务收入比移动互联网收入多多少？")
    assert "13.78" not in conversation.ask("再增长10%是多少").text
