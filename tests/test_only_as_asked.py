"""What no report tells is not answered by what stands nearest: who built it, whose shares it is, at what price, of which part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.beyond import goal_in_writing
from tests.conftest import last, over

REPORT = """# 檀沅经济开发区2023年工作总结

全年一般公共预算收入8.06亿元，增长4.1%，年初目标是8.2亿元。固定资产投资89.72亿元，增长3.9%。实际利用外资3.4亿美元，完成年度目标3.27亿美元的104.0%。

汐岬片区规上工业总产值81.7亿元，增长3.2%；澔北片区规上工业总产值64.3亿元，增长6.0%。

澔川大道6月30日全线通车，长3.6公里，总投资4.2亿元。沅芯封装项目总投资35亿元，9月29日开工，由招商一局牵头服务。

沄泰轴承11月在北京证券交易所上市，募集资金4.3亿元。

东洼大桥由檀沅城建公司承建，9月合龙。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("unsaid"), REPORT, "a.md") as assistant:
        yield assistant


@pytest.mark.parametrize("question", [
    "澔川大道2023年在檀沅通车，这条路是谁家施工队修的？", "檀沅2023年通车的澔川大道，工程包给了哪家？", "檀沅2023年澔川大道的监理公司叫什么？",
    "沅芯封装2023年在檀沅动工，它的股东都有谁、持股比例怎样？", "沄泰轴承2023年登陆北交所，一股卖多少钱发的？它是檀沅的企业。",
    "檀沅的汐岬片区，单独拎出来看，2023年一般公共预算收入有多少？", "我关心的只有澔北片区，2023年檀沅在那里完成了多少固定资产投资？",
])  # fmt: skip
def test_what_is_not_told_is_said_not_to_be(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


@pytest.mark.parametrize(("question", "told"), [
    ("檀沅2023年的东洼大桥是哪家施工单位承建的？", "城建公司"), ("檀沅2023年汐岬片区规上工业总产值多少？", "81.7"),
    ("沅芯封装2023年在檀沅动工，由谁牵头服务？", "招商一局"), ("檀沅2023年通车的澔川大道全长多少公里？", "3.6"),
])  # fmt: skip
def test_what_is_told_is_answered(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize(("question", "written"), [
    ("檀沅2023年财政收入比年初定的任务还多收了，到底多收了几个亿？", "檀沅2023年财政收入超额完成了年初目标，超出几个亿？"),
    ("檀沅2023年工业产值冲过了年初定的线，多干出来多少亿元？", "檀沅2023年工业产值超额完成了年初目标，超出多少亿元？"),
    ("差多少亿美元才够得着目标？檀沅2023年实到外资不是没达标嘛。", "檀沅2023年实到外资没有完成目标，还差多少亿美元？"),
    ("檀沅2023年财政收入比上年多了多少？", "檀沅2023年财政收入比上年多了多少？"),
])  # fmt: skip
def test_how_far_from_a_goal_in_other_words(question: str, written: str) -> None:
    assert goal_in_writing(question) == written


def test_a_goal_taken_to_be_passed_or_missed_is_put_right(zone: Assistant) -> None:
    assert "未完成" in last(zone, "檀沅2023年一般公共预算收入比年初定的任务还多收了，到底多收了几个亿？")
    assert "未完成" not in last(zone, "差多少亿美元才够得着目标？檀沅2023年实到外资不是没达标嘛。")
