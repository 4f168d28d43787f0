"""Projects as they are talked of (dates, money left, 什么时候开工 behind another question), and growth beside the city's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.abreast import areas_asked, beside_area
from assistant.records import VerdictKind
from index.figures import extract_figures
from index.outline import outline
from index.records import Period, Report, Status
from tests.conftest import over
from tests.test_figures_beside import report_of

FIRST = """# 栾汀经济开发区2020年工作总结

## 一、2020年工作回顾

全年规上工业总产值268.4亿元，同比增长11.6%，比全市的7.3%高4.3个百分点。固定资产投资62.5亿元，增长9.8%，其中工业投资45.0亿元，占固定资产投资的72.0%。
税收收入7.9亿元。争取专项债券4.2亿元。年末规上工业企业86家。

榆关产业园完成规上工业总产值112.6亿元，增长9.4%；固定资产投资24.1亿元；年末规上企业32家。

## 二、2021年工作打算

竣工投产亿元以上项目12个，规上工业总产值300亿元。
"""

SECOND = """# 栾汀经济开发区2021年工作总结

## 一、主要经济指标

表1 主要经济指标

| 指标 | 单位 | 2021年目标 | 2021年完成 | 同比增长（%） | 全市同比增长（%） |
|---|---|---|---|---|---|
| 固定资产投资 | 亿元 | 70 | 70.8 | 13.3 | 9.1 |
| 社会消费品零售总额 | 亿元 | — | 21.4 | 1.9 | 2.6 |

全年规上工业总产值298.5亿元，同比增长11.2%，全市增速是8.7%，我们高出2.5个百分点。固定资产投资70.8亿元，增长13.3%，其中工业投资52.4亿元，增长16.4%。
一般公共预算收入9.2亿元，其中税收收入7.1亿元，税收占比77.2%；占全市一般公共预算收入的13.6%。
机械加工、食品制造两大主导产业分别完成产值150.2亿元、103.5亿元，合计253.7亿元，占规上工业总产值的85.0%。两个外资项目增资延期，实际利用外资1.08亿美元。争取专项债券5.6亿元。
上年推迟的外资到账，技改投资扭转上年下滑态势，完成26.5亿元。党工委书记闻若川获评省劳动模范。责任领导：管委会副主任柏屿年。

## 二、项目建设

新签约项目27个，计划总投资102.5亿元。竣工投产亿元以上项目11个。2个10亿元以上项目为：澄麦饮料项目（3月18日签约）、牧禾熟食项目（5月9日签约）。
重点项目进展顺利：一是澄麦饮料项目，总投资15.2亿元，落户榆关产业园，6月28日开工，计划2022年10月投产，达产后年产值25亿元、年税收1.2亿元；
二是牧禾熟食项目，总投资12.8亿元，落户北坪产业园，9月16日开工，计划2023年3月投产；三是麦岑面业项目，总投资11.6亿元，落户榆关产业园，2月25日开工。
麦岑面业项目因设备交付延迟，投产时间由2022年6月推迟至10月，累计完成投资6.4亿元。

## 三、2022年工作打算

（一）聚力产业攀高。机械加工产值突破200亿元。

（二）聚力项目攻坚。新签约亿元以上项目22个。

（三）聚力港口提能。集装箱航线达到4条。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("talked"), SECOND, "栾汀2021.md", 栾汀2020=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(("turns", "said"), [
    (("澄麦饮料总投资多少", "什么时候开工的"), ["6月28日"]),
    (("澄麦饮料落在哪个园", "总投资呢"), ["15.2亿元"]),
    (("澄麦饮料什么时候签约的", "总投资多少"), ["15.2亿元"]),
    (("澄麦饮料项目总投资多少", "达产后年税收多少"), ["1.2亿元"]),
    (("新签约项目几个", "总投资多少"), ["102.5亿元"]),
    (("麦岑面业总投资多少", "还有多少没投"), ["5.2亿元", "6.4亿元"]),
    (("麦岑面业项目还剩多少没投",), ["5.2亿元"]),
    (("麦岑面业项目投资进度",), ["55.2%"]),
    (("2021年签约的10亿以上项目有哪些",), ["澄麦", "牧禾"]),
    (("2021年竣工投产项目完成目标了吗",), ["11个", "12个", "差1个"]),
    (("2022年要签几个亿元以上项目",), ["22个"]),
    (("2022年要“聚力”哪几个方面",), ["产业攀高", "项目攻坚", "港口提能"]),
    (("2021年产值比2020年多多少",), ["30.1亿元"]),
    (("2021年产值多少",), ["298.5亿元"]),
    (("2021年外资多少",), ["1.08亿美元"]),
    (("2021年争取专项债多少",), ["5.6亿元"]),
    (("2021年税收占比多少",), ["77.2%"]),
    (("两年产值分别多少",), ["268.4亿元", "298.5亿元"]),
    (("2020年末规上企业多少家",), ["86家"]),
    (("工业投资占比2021年比2020年高几个百分点",), ["74%", "72.0%", "2个百分点"]),
    (("谁是党工委书记",), ["闻若川"]),
    (("2021年社零增速低于全市多少",), ["0.7个百分点"]),
    (("固投增速和全市比怎么样",), ["4.2个百分点"]),
    (("2020年产值跑赢全市了吗",), ["高4.3个百分点"]),
    (("2021年固投多少", "跑赢全市了吗"), ["4.2个百分点"]),
    (("2021年固投多少", "增长多少", "全市呢"), ["9.1%"]),
    (("哪些指标增速低于全市",), ["社会消费品零售总额", "0.7个百分点"]),
    (("2021年哪些指标跑赢全市",), ["固定资产投资", "规上工业总产值"]),
])  # fmt: skip
def test_what_is_asked_is_said(zone: Assistant, turns: tuple[str, ...], said: list[str]) -> None:
    conversation = zone.conversation()
    for turn in turns:
        answer = conversation.ask(turn)
    assert not answer.refused
    assert [s for s in said if s not in answer.text] == []
    assert [v for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED] == []


@pytest.mark.parametrize(("question", "told"), [
    ("牧禾熟食项目什么时候上市", "9月16日开工"),  # another stage is told, not that one
    ("管委会主任是谁", ""),  # a deputy is none
    ("四个园区税收排名", "7.1亿元"),  # no park's is told, and years are no parks
    ("2021年谁拿了市长质量奖", ""),
    ("北坪产业园的牧禾总部什么时候搬迁", ""),
])
def test_what_is_not_told_is_refused(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert answer.refused
    assert told in answer.text


def test_growth_beside_the_citys_is_read_as_the_citys() -> None:
    rows = report_of("东陂经开区2018年工作总结\n\n全年地区生产总值308.5亿元，同比增长6.2%，比全市的4.8%高1.4个百分点。", 2018)
    assert [row[:2] for row in rows] == [("", "地区生产总值"), ("全市", "地区生产总值"), ("高于全市", "地区生产总值增速")]


def test_a_rest_of_the_year_is_to_come() -> None:
    text = "东陂经开区2018年上半年工作总结\n\n下半年要咬定任务不放松：签约亿元以上项目20个，恒稷二期全年完成投资8.5亿元，竣工标准厂房12万平方米。"
    report = Report("r", "r.txt", text, "txt", title=text.split("\n")[0], zone="东陂经开区", period=Period.half(2018, 1))
    told = [(f.status, f.period) for f in extract_figures(report, outline(report))]
    half, year = Period.half(2018, 2), Period.year(2018)
    assert told == [(Status.TARGET, half), (Status.TARGET, year), (Status.TARGET, half)]


@pytest.mark.parametrize(("asked", "meant"), [
    ("工业投资增速高于全市吗", "工业投资增速比全市高多少个百分点？"),
    ("GDP跑赢全省了没有", "GDP增速比全省高多少个百分点？"),
    ("人均可支配收入高于全市多少", "人均可支配收入高于全市多少"),  # amounts
    ("哪些指标增速低于全市", "哪些指标增速低于全市"),
])
def test_growth_is_set_beside_an_areas(asked: str, meant: str) -> None:
    assert beside_area(asked) == meant


@pytest.mark.parametrize(("asked", "meant"), [
    ("哪些指标增速低于全市", ("全市", -1)), ("哪几项指标跑赢全省", ("全省", 1)), ("有几项指标比全市高", ("全市", 1)), ("固投比全市高吗", None),
])
def test_all_indicators_are_set_beside_an_areas(asked: str, meant: tuple[str, int] | None) -> None:
    assert areas_asked(asked) == meant


def test_a_zone_that_tells_nothing_needs_no_quote(tmp_path: Path) -> None:
    other = "# 柘浦高新区2021年工作总结\n\n全年实际利用外资3200万美元。\n"
    with over(tmp_path, SECOND, "栾汀2021.md", 柘浦2021=other) as both:
        answer = both.ask("2021年两个区的产值排名")
    assert "没有柘浦" in answer.text
    assert [v for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED] == []
