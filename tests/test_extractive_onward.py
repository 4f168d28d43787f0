"""Promises of clauses that lean on figures just told, of supposed growth, of parts named alone and of means over a group."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.onward import onward_clause
from assistant.records import VerdictKind
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

YEAR = """澧阳经济开发区2021年工作总结

一、2021年工作回顾
全年实现财政总收入14亿元，同比增长12%；固定资产投资45.2亿元，同比增长11.3%。
技术合同成交额60亿元，其中输出技术45亿元。
实际利用外资3亿美元，同比增长6.0%，其中制造业占60%。
受理信访件800件，办结率98.5%。开工安置房900套、竣工安置房640套。
年末各项贷款余额480亿元，比年初增加50亿元。
设立基金4支，累计投资项目40个、金额20亿元；与霜桥县共建园区，导入项目5个、投资12亿元。
雁栖湖大桥项目总投资8亿元，累计完成投资5亿元。

表1 2021年分片区主要指标
| 片区 | 规上工业总产值（亿元） | 工业投资（亿元） |
| --- | --- | --- |
| 北礁片区 | 700 | 58.4 |
| 南汊片区 | 430 | 31.6 |
| 西屿片区 | 220 | 18.5 |

二、2022年工作打算
财政总收入达到15.4亿元。
"""
NEXT = """澧阳经济开发区2022年工作总结

一、2022年工作回顾
全年实现财政总收入15亿元，同比增长7.1%；固定资产投资47亿元，同比增长4.0%。
受理信访件700件，办结率99.1%。开工安置房500套、竣工安置房720套。
雁栖湖大桥项目累计完成投资6亿元。全年签约亿元以上项目30个，总投资150亿元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("onward")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in (("liyang_2021", YEAR), ("liyang_2022", NEXT)):
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=folder / "index"))
    with opened(reports, folder / "index") as one:
        yield one


def said(assistant: Assistant, question: str) -> str:
    """The answer; every number of it must be printed or computed."""
    answer = assistant.ask(question)
    assert not [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED], answer.text
    return answer.text


@pytest.mark.parametrize(("question", "told"), [
    ("澧阳2021年技术合同成交额里输出技术占多大比重？剩下的部分又是多少亿元", ("75%", "60 − 45 = 15")),
    ("雁栖湖大桥项目总投资8亿，到2022年底还剩多少没投完，完成了百分之几？", ("8 − 6 = 2", "75%")),
    ("澧阳2022年财政总收入目标比2021年实际高出多少亿元，相当于要增长百分之多少？", ("15.4 − 14 = 1.4", "10%")),
    ("澧阳信访量2022年比2021年少了多少件，办结率又提高了多少", ("800 − 700 = 100", "0.6个百分点")),
    ("澧阳安置房竣工套数2022年比2021年多多少，开工套数是多了还是少了、差几套", ("720 − 640 = 80", "900 − 500 = 400")),
])
def test_a_clause_is_asked_of_what_the_one_before_tells(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = said(assistant, question)
    assert all(t in text for t in told), text


@pytest.mark.parametrize(("question", "told"), [
    ("澧阳2022年财政总收入原定增长10%，照这个算应收多少，实际少收了几个亿？", ("14 × (1 + 10%) = 15.4", "15.4 − 15 = 0.4")),
    ("澧阳2021年固定资产投资基础上，若按5%增幅，2022年应当做到多少亿", ("45.2 × (1 + 5%) = 47.46",)),
    ("澧阳2021年到位的外资里制造业那部分有多少亿美元？", ("3 × 60% ≈ 1.8",)),
    ("澧阳2021年年初的贷款余额是多少", ("480 − 50 = 430",)),
    ("澧阳2021年基金已投的40个项目平均每个投了多少钱", ("5000",)),
    ("平均下来，澧阳三个片区2021年每个片区工业投资多少", ("(58.4 + 31.6 + 18.5) ÷ 3",)),
    ("澧阳2021年南汊规上产值比北礁少多少亿", ("700 − 430 = 270",)),
    ("澧阳2021年南汊、西屿两个片区的规上产值捆在一起，跟北礁还差多少亿？", ("430 + 220 = 650", "700 − 650 = 50")),
    ("雁栖湖大桥项目到2022年底完成了总投资的百分之几", ("6 ÷ 8",)),
])
def test_what_follows_from_two_figures_is_computed(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = said(assistant, question)
    assert all(t in text for t in told), text


def test_a_rate_is_no_count_and_a_list_of_others_no_group(assistant: Assistant) -> None:
    assert "98.5" not in assistant.ask("澧阳2021年信访数量是多少").text
    assert "31.6" not in assistant.ask("澧阳2021年南汊比西屿的实到外资多多少").text
    assert "÷ 3" not in assistant.ask("澧阳2021年北礁、东渚、西屿三个片区平均工业投资多少").text


def test_only_a_clause_that_names_nothing_leans() -> None:
    assert onward_clause("甲2021年技术合同里输出技术占多大比重，剩下的部分是多少") == ("甲2021年技术合同里输出技术占多大比重", "剩下的部分是多少")
    assert onward_clause("甲2021年财政总收入是多少，固定资产投资是多少") is None
    assert onward_clause("甲2021年财政总收入是多少，2022年完成了百分之几") is None


@pytest.mark.parametrize("question", ["2022年财政总收入比上年多多少", "财政总收入比2021年多多少", "财政总收入比去年多多少"])
def test_an_indicator_is_set_against_itself_of_then(assistant: Assistant, question: str) -> None:
    """Asked alone, and after another indicator was asked of."""
    assert "15 − 14 = 1" in said(assistant, question)
    talk = assistant.conversation()
    talk.ask("2022年固定资产投资是多少")
    assert "15 − 14 = 1" in talk.ask(question).text
