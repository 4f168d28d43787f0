"""Computations that a question spells out, and how something went over the years; small invented reports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant import Assistant
from assistant.extractive.shape import shape_of
from assistant.going import set_aside
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

FIRST = """沣源经济开发区2020年工作总结

一、2020年工作回顾
全年实现地区生产总值86.4亿元，同比增长9.2%；固定资产投资52.3亿元，同比下降4.6%。
实际利用外资4200万美元，增长12.0%。空气质量优良天数比例81.5%，提高2.3个百分点。
在全省开发区综合考评中列第34位，比上年前移5位。
一般公共预算收入6.25亿元，其中税收收入5.00亿元。
"""

SECOND = """沣源经济开发区2021年工作总结

一、2021年工作回顾
全年实现地区生产总值92.0亿元，同比增长6.5%；固定资产投资56.1亿元，同比增长7.3%。
实际利用外资3600万美元，下降14.3%。空气质量优良天数比例83.0%，提高1.5个百分点。
在全省开发区综合考评中列第30位。
年末常住人口9.2万人，户籍人口5.1万人。规上工业企业150家，规上工业总产值480亿元。高新技术企业64家。
全年签约项目36个，总投资90亿元。改造老旧小区24个，比上年多改造6个。
一般公共预算收入6.60亿元，其中税收收入5.50亿元。民生支出4.2亿元，占一般公共预算支出的70%。
年末各项贷款余额120亿元，各项存款余额160亿元。
全年进出口总额40亿元，民营企业进出口占61.5%，外商投资企业进出口占28.5%。
污水处理厂日处理规模2.0万吨，实际日处理量1.5万吨。
环湖公路累计完成投资3.1亿元，占总投资的62%。收到企业诉求250件，办结240件。

二、2022年工作打算
签约项目40个，固定资产投资60亿元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root = tmp_path_factory.mktemp("spelled")
    reports = root / "reports"
    reports.mkdir()
    for name, text in (("2020.txt", FIRST), ("2021.txt", SECOND)):
        (reports / name).write_text(text, encoding="utf-8")
    settings = Settings.load(reports_dir=reports, index_dir=root / "index")
    build(settings)
    with opened(reports, root / "index") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("沣源2021年人均GDP是多少万元？用年末常住人口算", ("10万元",)),
        ("2021年沣源平均一家规上工业企业产值多少", ("3.2亿元",)),
        ("沣源2021年签了36个项目，摊下来一个项目总投资有多大", ("2.5亿元",)),
        ("沣源2021年存贷比（贷款余额除以存款余额）是多少", ("75%",)),
        ("已知沣源2021年民生支出及其占比，一般公共预算支出应为多少", ("6亿元",)),
        ("能不能用民生支出和它的占比算出沣源2021年的一般公共预算支出", ("6亿元",)),
        ("除掉民营企业和外商投资企业，沣源2021年剩下的进出口占多少", ("10%", "4亿元")),
        ("沣源污水处理厂2021年实际处理量占设计规模百分之多少", ("75%",)),
        ("沣源2020年改造了多少个老旧小区", ("18个",)),
        ("环湖公路（沣源）总投资约多少亿元？到2021年底还差多少没投", ("5亿元", "1.9亿元")),
        ("企业诉求，沣源2021年办结率是多少，还剩几件没办结", ("96%", "10件")),
        ("2021年沣源固定资产投资的增速，快过地区生产总值增速几个百分点", ("0.8个百分点",)),
        ("沣源实际利用外资2020年增长12.0%、2021年又回落。倒推2019年是多少万美元？2021年比2019年差多少？", ("3750万美元", "150万美元")),
    ],
)
def test_what_a_question_spells_out_is_computed(zone: Assistant, question: str, values: tuple[str, ...]) -> None:
    text = zone.ask(question).text
    assert all(v in text for v in values), text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("沣源固定资产投资2020年到2021年，升了降了？差多少", ("52.3亿元", "56.1亿元", "增加3.8亿元")),
        ("沣源地区生产总值2020至2021年的增速是越来越快还是越来越慢？2021年比2020年相差几个百分点？", ("回落2.7个百分点",)),
        ("沣源在全省开发区综合考评里的名次，2019、2020、2021三年分别排第几，是前进还是后退？", ("第39位", "第34位", "第30位", "前移9位")),
        ("沣源2021年优良天数比例比2019年总共改善了多少个百分点？", ("提高3.8个百分点",)),
        ("沣源实际利用外资这三年（2019到2021）走势怎么样，先升后降还是先降后升？", ("先升后降",)),
        ("沣源税收收入占一般公共预算收入的比重，2021年比2020年是提高还是下降，变化几个百分点", ("80%", "83.3%", "提高3.3个百分点")),
        ("从2020年到2021年，沣源的固定资产投资、地区生产总值各净增了多少", ("3.8亿元", "5.6亿元")),
    ],
)
def test_how_it_went_is_said_in_words_and_by_how_much(zone: Assistant, question: str, values: tuple[str, ...]) -> None:
    text = zone.ask(question).text
    assert all(v in text for v in values), text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("沣源2021年平均每家高新技术企业产值多少", "7.5"),  # the output is that of other firms
        ("沣源2021年人均一般公共预算收入是多少", "亿元"),  # of which persons isn't said
        ("除掉民营企业和国有企业，沣源2021年剩下的进出口占多少", "38.5"),  # one of the parts isn't printed
    ],
)
def test_what_belongs_to_others_is_not_divided(zone: Assistant, question: str, never: str) -> None:
    text = zone.ask(question).text
    assert f"约{never}" not in text
    assert f"剩下的占{never}" not in text


@pytest.mark.parametrize(
    ("values", "shape"),
    [
        ((1, 2, 3), "逐年升"), ((3, 2, 1), "逐年降"), ((1, 3, 2), "先升后降"), ((3, 1, 2), "先降后升"), ((1, 3, 2, 4), "有升有降"),
        ((1, 2), ""), ((1, 1, 2), ""),
    ],
)
def test_the_shape_of_a_row(values: tuple[int, ...], shape: str) -> None:
    assert shape_of([Decimal(v) for v in values], "升", "降") == shape


def test_a_clause_that_asks_for_the_way_alone_is_set_aside_but_for_its_years() -> None:
    assert set_aside("进出口总额，2021年比2019年是升是降，差几个亿") == "进出口总额，2021年、2019年"
    for other in ("2018年税收，甲区与乙区谁收得多？多多少？", "固定资产投资离目标差多少？差几亿？", "2018年财政总收入是多少"):
        assert set_aside(other) == other
