"""What no sentence prints but the figures determine: earlier years, remainders, groups, pairs; small invented reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant import Answer, Assistant
from assistant.records import VerdictKind
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

EARLIER = """澧阳经济开发区2020年工作总结

一、2020年工作回顾
全年实现地区生产总值88.4亿元，同比增长6.1%；财政总收入12.5亿元，同比增长8.4%，其中税收收入10.2亿元。
固定资产投资40.6亿元，同比增长7.3%，其中工业投资25.1亿元。
外贸进出口总额9.6亿元，其中出口6.8亿元、进口2.8亿元。
电子信息、食品加工、新材料三大主导产业分别实现产值52.4亿元、31.8亿元、20.6亿元。
全年引进项目36个，协议资金120亿元。

二、2021年工作打算
财政总收入达到14亿元；地区生产总值增长7%；招引项目45个。
"""

LATER = """澧阳经济开发区2021年工作总结

一、2021年工作回顾
全年实现地区生产总值96.2亿元，同比增长7.5%；财政总收入13.8亿元，同比增长10.4%，其中税收收入11.4亿元，占财政总收入的82.6%。
固定资产投资45.2亿元，同比增长11.3%，其中工业投资28.9亿元。
规上企业由58家增加到66家；入驻企业210家，比上年净增24家；空气优良天数320天，比上年多6天。
技术合同成交额5.4亿元，同比增长20%。在全省开发区综合考评中列第21位，前移4位。
保障房建成900套、分配入住640套；排查安全隐患530条，整改512条。
电子信息、食品加工、新材料三大主导产业分别实现产值60.1亿元、33.5亿元、24.9亿元。
全年引进项目41个，协议资金150亿元。实际利用外资3200万美元。
雁栖湖大桥项目总投资8.6亿元，累计完成投资5.1亿元，其中当年完成投资2.3亿元。

二、2022年工作打算
地区生产总值突破104亿元；财政总收入15亿元；招引项目50个。
"""

HALF = """沅陵高新区2022年上半年工作总结

一、上半年工作回顾
上半年固定资产投资31.4亿元，同比增长8.1%，完成全年任务的52.3%。二季度规上工业增加值增速达到9.4%，较一季度回落0.7个百分点。
外贸出口4.2亿美元。服务业增加值12.6亿元，占地区生产总值的38.2%。工业总产值48亿元，占全县工业总产值的六成以上，达到64%。
在国家级高新区综合评价中列第61位，上升5位。规上企业132家，低于年初140家的目标。

二、下半年工作打算
全年固定资产投资完成60亿元。
"""

OTHER = """沅陵高新区2021年工作总结

一、2021年工作回顾
全年实现地区生产总值64.3亿元，同比增长8.2%；财政总收入9.4亿元，同比增长5.6%；固定资产投资52.7亿元，同比增长9.9%。
"""


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("derived")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in (("liyang_2020", EARLIER), ("liyang_2021", LATER), ("yuanling_2021", OTHER), ("yuanling_2022", HALF)):
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=folder / "index"))
    with opened(reports, folder / "index") as assistant:
        yield assistant


def said(assistant: Assistant, *turns: str) -> Answer:
    """The answer to the last of several turns; every number of it must be printed or computed."""
    conversation = assistant.conversation()
    answers = [conversation.ask(turn) for turn in turns]
    unsupported = [v.text for v in answers[-1].verdicts if v.kind is VerdictKind.UNSUPPORTED]
    assert not unsupported, (answers[-1].text, unsupported)
    return answers[-1]


@pytest.mark.parametrize(("question", "value"), [
    ("澧阳2020年规上企业有多少家", "58家"),
    ("澧阳2020年入驻企业是多少家", "186家"),
    ("澧阳2020年空气优良天数多少天", "314天"),
    ("由2021年数据推算，澧阳2020年技术合同成交额大约多少", "4.5亿元"),
    ("澧阳2020年在全省开发区综合考评中推算是第几位", "第25位"),
])
def test_the_year_before_follows_from_what_the_later_report_says_of_it(
    three: Assistant, question: str, value: str
) -> None:
    assert value in said(three, question).text


def test_a_year_that_only_a_rounded_growth_leads_to_is_not_stated_unasked(three: Assistant) -> None:
    answer = three.ask("澧阳2020年技术合同成交额是多少")
    assert answer.refused
    assert "4.5亿元" not in answer.text


@pytest.mark.parametrize(("question", "value", "formula"), [
    ("澧阳2021年保障房还有多少套没分配", "260套", "900 − 640 = 260"),
    ("澧阳2021年安全隐患还剩多少条没整改", "18条", "530 − 512 = 18"),
    ("澧阳2021年财政总收入中非税收入是多少", "2.4亿元", "13.8 − 11.4 = 2.4"),
    ("雁栖湖大桥项目还剩多少投资没完成", "3.5亿元", "8.6 − 5.1 = 3.5"),
])
def test_what_is_left_is_the_whole_without_the_part_that_is_done(
    three: Assistant, question: str, value: str, formula: str
) -> None:
    answer = said(three, question)
    assert answer.text.startswith(value)
    assert formula in answer.text


@pytest.mark.parametrize(("question", "value"), [
    ("澧阳2021年三大主导产业产值合计多少", "118.5亿元"),
    ("澧阳2021年三大主导产业一共实现产值多少", "118.5亿元"),
    ("澧阳2021年电子信息和新材料产值加起来多少", "85亿元"),
    ("澧阳2020、2021两年财政总收入加起来多少", "26.3亿元"),
])
def test_a_counted_group_or_named_parts_add_up(three: Assistant, question: str, value: str) -> None:
    assert f"合计{value}" in said(three, question).text


@pytest.mark.parametrize(("question", "value"), [
    ("澧阳2021年电子信息产值比食品加工多多少", "26.6亿元"),
    ("澧阳2020年外贸顺差多少", "4亿元"),
    ("澧阳引进项目数2021年较2020年增加了多少", "5个"),
    ("澧阳2021年GDP离2022年目标还差多少亿", "7.8亿元"),
    ("澧阳2021年财政总收入比沅陵高多少", "4.4亿元"),
    ("澧阳2022年财政总收入目标比上年实绩多收多少", "1.2亿元"),
    ("澧阳财政总收入2022年计划增加几个亿", "1.2亿元"),
    ("澧阳与沅陵2021年固定资产投资之比", "0.86倍"),
])
def test_the_side_that_names_no_indicator_takes_the_other_ones(three: Assistant, question: str, value: str) -> None:
    assert value in said(three, question).text


def test_growths_of_two_places_are_compared_as_growths(three: Assistant) -> None:
    text = said(three, "2021年澧阳和沅陵固定资产投资增速谁更快").text
    assert re.match("澧阳", text)
    assert {"11.3%", "9.9%"} <= set(re.findall(r"\d+\.\d%", text))


@pytest.mark.parametrize(("question", "value"), [
    ("沅陵2021年地区生产总值是澧阳2021年的百分之几", "66.8%"),
    ("澧阳2021年地区生产总值要达到2022年目标需要增长百分之几", "8.1%"),
    ("澧阳2021年税收收入比2020年增长百分之几", "11.8%"),
])
def test_rates_between_two_cells(three: Assistant, question: str, value: str) -> None:
    assert value in three.ask(question).text


@pytest.mark.parametrize("question", [
    "澧阳财政总收入从2020年到2021年有没有好转", "澧阳2020年到2021年财政总收入从多少到多少",
    "澧阳财政总收入2020、2021两年各是多少",
])
def test_a_trend_in_any_wording_gives_both_years(three: Assistant, question: str) -> None:
    text = said(three, question).text
    assert "12.5亿元" in text
    assert "13.8亿元" in text


@pytest.mark.parametrize(("turns", "value"), [
    (("澧阳2021年引进项目多少个", "比2020年多几个"), "5个"),
    (("澧阳2021年引进项目多少个", "跟2020年比呢"), "5个"),
    (("澧阳2020年引进项目多少个", "2021年呢", "增加了多少"), "5个"),
    (("澧阳2021年财政总收入是多少", "增速比2020年高还是低"), "高2个百分点"),
    (("雁栖湖大桥项目总投资多少", "其中当年完成的呢"), "2.3亿元"),
    (("雁栖湖大桥项目总投资多少", "累计完成多少"), "5.1亿元"),
    (("澧阳2021年引进项目多少个", "协议资金多少"), "150亿元"),
])
def test_a_follow_up_is_set_against_what_was_asked_before(
    three: Assistant, turns: tuple[str, ...], value: str
) -> None:
    assert value in said(three, *turns).text


def test_money_is_not_converted_without_a_rate(three: Assistant) -> None:
    answer = three.ask("澧阳2021年实际利用外资折合人民币多少亿元")
    assert answer.refused
    assert "汇率" in answer.text
    assert "3200万美元" in answer.text


def test_a_height_that_was_not_reached_is_corrected(three: Assistant) -> None:
    assert "66家" in three.ask("澧阳2021年规上企业突破100家，主要靠什么").text


def test_a_surplus_is_of_all_exports_and_all_imports(three: Assistant) -> None:
    assert "6.8 − 2.8 = 4" in said(three, "澧阳2020年出口减进口等于多少").text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("澧阳2021年电子信息和新材料，哪个产值高，高多少", ("电子信息", "35.2亿元")),
        ("2021年澧阳食品加工与新材料谁的产值低？差多少", ("新材料", "8.6亿元")),
        ("2021年澧阳财政总收入和固定资产投资哪个增长快，快几个百分点", ("固定资产投资", "0.9个百分点")),
        ("2021年澧阳和沅陵固投哪个高，高多少", ("沅陵", "7.5亿元")),
        ("2021年澧阳和沅陵财政总收入谁增长得快，快几个点", ("澧阳", "4.8个百分点")),
    ],
)
def test_which_of_those_named_is_said_with_the_distance(three: Assistant, question: str, values: tuple[str, ...]) -> None:
    text = said(three, question).text
    assert text.startswith(values[0]) or f"{values[0]}" in text.split("最")[0]
    assert values[1] in text


def test_an_alternative_that_no_report_tells_is_said_to_be_missing(three: Assistant) -> None:
    answer = said(three, "澧阳2021年电子信息和海洋装备，哪个产值高，高多少")
    assert answer.refused
    assert "海洋装备" in answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("沅陵2022年一季度规上工业增加值增速是多少", "10.1%"),
        ("沅陵要完成2022年固投任务，下半年还得再投多少", "28.6亿元"),
        ("按占比推算，沅陵全县2022年上半年工业总产值大概多少", "75亿元"),
        ("沅陵2022年上半年规上企业比年初定的目标少了多少家", "8家"),
        ("沅陵2022年上半年服务业增加值占地区生产总值多少", "38.2%"),
        ("沅陵2022年上半年出口额是多少", "4.2亿美元"),
    ],
)
def test_what_a_half_years_report_determines(three: Assistant, question: str, value: str) -> None:
    answer = said(three, question)
    assert not answer.refused
    assert value in answer.text


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("2021年澧阳出口多少", "2021年澧阳固投多少", "沅陵呢", "哪个高，高多少"), "7.5亿元"),
        (("2021年澧阳财政总收入多少", "税收收入呢", "两者差多少"), "2.4亿元"),
        (("2021年澧阳财政总收入多少", "2022年目标呢", "还差多少"), "1.2亿元"),
        (("2021年澧阳固投多少", "沅陵呢", "加起来多少"), "97.9亿元"),
    ],
)
def test_two_questions_before_are_set_against_each_other(three: Assistant, turns: tuple[str, ...], value: str) -> None:
    assert value in said(three, *turns).text


@pytest.mark.parametrize(("question", "values"), [
    ("澧阳哪年引进项目最多", ("2021年最高", "41个")),
    ("澧阳固定资产投资最低的是哪一年，是多少", ("2020年最低", "40.6亿元")),
    ("澧阳2020、2021两年总共引进项目多少个", ("77个", "36 + 41 = 77")),
    ("2021年两个区固定资产投资总共多少", ("97.9亿元",)),
    ("2021年两个区平均每个区完成固定资产投资多少", ("48.95亿元",)),
    ("2021年论地区生产总值，一个澧阳抵得上几个沅陵", ("1.5倍", "96.2 ÷ 64.3")),
    ("2021年地区生产总值最高的区和最低的区差了多少", ("31.9亿元",)),
    ("税收收入占财政总收入的比重，澧阳2021年比2020年高几个点", ("82.6%", "81.6%", "1个百分点")),
    ("全省开发区综合考评，澧阳排名是怎么一步步往前走的", ("第25位", "第21位", "前移4位")),
    ("新材料产业在澧阳，2021年产值多少", ("24.9亿元",)),
    ("新材料产业在澧阳，从2020到2021年产值累计涨了百分之多少", ("20.9%",)),
    ("澧阳2021年电子信息和新材料产业一共实现产值多少", ("85亿元",)),
    ("沅陵2022年上半年固定资产投资离全年要完成的数还差多少", ("28.6亿元",)),
])
def test_over_years_zones_and_parts(three: Assistant, question: str, values: tuple[str, ...]) -> None:
    answer = three.ask(question)
    assert all(value in answer.text for value in values), answer.text
    assert not answer.refused


@pytest.mark.parametrize(("question", "never"), [
    ("澧阳2020、2021年规上企业一共多少家", "124"),  # what there is at a year's end comes to no sum
    ("航空产业在澧阳，2021年产值多少", "118.5"),  # another's, or the whole's
    ("澧阳2021年电子信息和航空产业一共实现产值多少", "合计"),
    ("澧阳哪年协议资金增长最快", "最高"),  # one year alone is no highest
    ("雁栖湖大桥2021年累计完成投资增速是多少", "11.3%"),  # another's growth
])
def test_what_the_years_do_not_tell_is_not_computed(three: Assistant, question: str, never: str) -> None:
    assert never not in three.ask(question).text


@pytest.mark.parametrize(("turns", "value"), [
    (("澧阳2020年引进项目多少个", "第二年比它多引进了几个"), "多5个"),
    (("澧阳2020年引进项目多少个", "21年又多引进了几个"), "多5个"),
    (("澧阳2021年固定资产投资多少", "沅陵比它多多少亿"), "多7.5亿元"),
    (("澧阳2021年电子信息产值多少", "新材料比它少多少"), "少35.2亿元"),
    (("澧阳2021年电子信息产值多少", "食品加工这一项呢"), "33.5亿元"),
    (("澧阳2020年财政总收入多少", "下一年变成多少了，涨了百分之几"), "10.4%"),
    (("澧阳2020年财政总收入多少", "第二年比它多多少", "次年目标是多少"), "15亿元"),
    (("澧阳2020年引进项目多少个", "次年呢", "一共引进多少"), "77个"),
])
def test_what_a_follow_up_names_is_set_against_what_was_asked_of(three: Assistant, turns: tuple[str, ...], value: str) -> None:
    assert value in said(three, *turns).text
