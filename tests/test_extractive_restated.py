"""Values told twice and restated, verdicts by their word, parts of the whole zone, what fell most, names of rates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.records import VerdictKind
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

FIRST = """梓川经济开发区2017年工作总结

一、2017年工作回顾
全年完成规上工业总产值142.6亿元，增长11.8%；出口3.2亿美元，下降4.2%。
研发经费投入强度1.62%，比上年提高0.2个百分点。实际利用外资1450万美元，完成年度任务的48.3%。
新增仓储面积9.5万平方米，累计达到68万平方米。出让工业用地7宗、312亩。
发生生产安全事故6起、死亡5人。为企业减负1.9亿元。
入驻企业142家，投产118家。创业服务中心在孵企业86家。

表1 2017年考核指标完成情况
| 指标 | 单位 | 年度目标 | 实际完成 | 结果 |
| --- | --- | --- | --- | --- |
| 财政总收入 | 亿元 | 15.8 | 15.6 | 未完成 |
| 到位资金 | 亿元 | 32 | 33.2 | 超额完成 |
| 供地 | 亩 | 1500 | 1480 | 基本完成 |
| 规上工业增加值增速 | % | 12 | 11.7 | 基本完成 |

表2 2017年分产业情况
| 行业 | 企业数（家） | 产值（亿元） |
| --- | --- | --- |
| 粮油加工 | 31 | 17.6 |
| 果蔬加工 | 42 | 8.5 |
| 合计 | 73 | 26.1 |

从各分园看，城东园实现主营业务收入45.3亿元；栗坪园主营业务收入27.8亿元。
"""
SECOND = """梓川经济开发区2018年工作总结

一、2018年工作回顾
全年完成规上工业总产值161.3亿元（按剔除跨区重复统计后的口径，2017年规上工业总产值核定为143.5亿元），增长12.4%。
骧桥大道工程当年完成投资3亿元，受连续降雨影响，主体12月8日才封顶，比计划推迟一个月。
出让工业用地9宗、425亩。
重点项目进展如下：

| 重点项目 | 总投资（亿元） | 进展 |
| --- | --- | --- |
| 昭远电容三厂 | 52.0 | 主厂房封顶 |
| 岚桥检修基地 | 18.6 | 设备安装 |
| 合计 | 70.6 | |
"""
OTHER = """霜桥高新区2017年工作总结

一、2017年工作回顾
全年出口1.1亿美元，下降5.5%。
二、2018年工作打算
骧桥大道工程主体10月底前封顶。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("restated")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in (("zichuan_2017", FIRST), ("zichuan_2018", SECOND), ("shuangqiao_2017", OTHER)):
        (reports / f"{name}.md").write_text(text, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=folder / "index"))
    with opened(reports, folder / "index") as one:
        yield one


@pytest.mark.parametrize(
    ("question", "told", "first"),
    [
        ("梓川2017年规上工业总产值前后两份报告不一样，分别多少，为什么", ("142.6亿元", "143.5亿元", "重复统计"), ""),
        ("梓川2017年规上工业总产值怎么有两个数", ("142.6亿元", "143.5亿元"), ""),
        ("梓川2017年规上工业总产值调整后是多少", ("142.6亿元",), "143.5亿元"),
        ("2017年规上工业总产值，原报的数不作准了吧？核定之后究竟多少？梓川的", ("142.6亿元",), "143.5亿元"),
        ("梓川2018年的考核材料把上一年规上工业总产值核定成了多少", ("142.6亿元",), "143.5亿元"),
        ("梓川2017年规上工业总产值是多少", ("143.5亿元", "后来调整过"), "142.6亿元"),  # told by itself, a value says that it was restated
    ],
)
def test_a_value_and_what_it_was_restated_to_are_told_apart(zone: Assistant, question: str, told: tuple[str, ...], first: str) -> None:
    answer = zone.ask(question)
    assert not [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]
    assert answer.text.startswith(first)
    assert all(t in answer.text for t in told), answer.text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("梓川2017年研发投入强度是多少", "1.62%"),
        ("梓川2017年规上工业增加值增速是多少", "同比增长11.7%"),
        ("梓川2017年出让工业用地是多少", "7宗、312亩"),
        ("梓川2017年出让工业用地多少亩", "312亩"),
        ("梓川2018年出让工业用地比2017年多了多少亩", "多113亩"),
        ("梓川2017年生产安全事故死亡是多少", "5人"),
        ("梓川2017年为企业减负是多少", "1.9亿元"),
        ("梓川仓储面积总共有多大", "68万平方米"),
        ("梓川2017年粮油加工产值占全区多少", "67.4%"),
        ("梓川2017年入驻企业里已投产的占多大比例", "83.1%"),
        ("2017年底梓川孵化器里有多少家企业", "86家"),
        ("梓川2017年外资任务是多少，用完成率倒算一下", "约3002万美元"),
        ("2017年出口梓川和霜桥哪个降得多", "霜桥高新区降幅最大"),
    ],
)
def test_the_number_asked_for_comes_first(zone: Assistant, question: str, first: str) -> None:
    answer = zone.ask(question)
    assert not [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]
    assert answer.text.startswith(first)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("梓川2017年考核判的是未完成的有哪几项", ("财政总收入",), ("供地", "到位资金")),
        ("梓川2017年考核基本完成的指标有哪些", ("供地",), ("财政总收入", "到位资金")),
        ("梓川2017年粮油、果蔬各做了多少产值", ("17.6亿元", "8.5亿元"), ("31家",)),
        ("梓川2017年三个分园的主营业务收入各是多少", ("45.3亿元", "27.8亿元"), ("17.6亿元",)),
    ],
)
def test_each_of_several_is_told_and_no_other(zone: Assistant, question: str, told: tuple[str, ...], untold: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]
    assert all(t in answer.text for t in told), answer.text
    assert not [t for t in untold if t in answer.text], answer.text


def test_what_two_reports_print_is_set_against_the_printed_growth(zone: Assistant) -> None:
    answer = zone.ask("拿梓川两份报告各自公布的规上工业总产值自己算，2018年增长多少？跟报告里的增速一样吗")
    assert not [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]
    assert all(t in answer.text for t in ("13.1%", "12.4%", "不符", "143.5亿元")), answer.text


def test_the_rows_of_a_table_are_a_list_of_what_they_are_called(zone: Assistant) -> None:
    text = zone.ask("梓川2018年的重点项目有哪几个").text
    assert text.startswith("共2个")
    assert all(t in text for t in ("昭远电容三厂", "岚桥检修基地"))


def test_what_was_done_is_told_before_what_was_foreseen(zone: Assistant) -> None:
    assert "12月8日" in zone.ask("2018年骧桥大道工程主体哪天封顶").text


def test_the_value_of_one_owner_of_several_is_not_that_of_all(zone: Assistant) -> None:
    answer = zone.ask("梓川2017年主营业务收入是多少")
    assert answer.refused
    assert "城东园主营业务收入：45.3亿元" in answer.text  # named with whose it is
