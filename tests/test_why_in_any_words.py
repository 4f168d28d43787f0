"""A cause is asked for in any words and found by what it is a cause of; what did not happen is put right first."""

from __future__ import annotations

import pytest

from assistant.spoken import in_writing
from assistant.whyasked import for_what_cause

@pytest.mark.parametrize(("question", "written"), [
    ("我是做配套的，想弄清甲零部件园没法照计划投产是出于什么缘故，按檀沅2023年材料里的说法。", "檀沅2023年，甲零部件园没法照计划投产，为什么？"),
    ("檀沅2023年标准厂房只建成六成，到底被什么事绊住了？", "檀沅2023年标准厂房只建成六成，为什么？"),
    ("签约项目过半未开工，招商部门归纳的原因有哪些？", "签约项目过半未开工，为什么？"),
    ("檀沅2023年的外贸怎么往下走了？给说说原因。", "檀沅2023年的外贸为什么往下走了？"),
    ("恕我冒昧，檀沅2023年投资没有完成任务，究竟是卡在什么环节上了？", "檀沅2023年投资没有完成任务，为什么？"),
    ("甲园2023年没能投用，檀沅那边给了哪些说法？", "檀沅，甲园2023年没能投用，为什么？"),
])  # fmt: skip
def test_who_asks_and_how_is_set_aside(question: str, written: str) -> None:
    assert for_what_cause(question) == written


@pytest.mark.parametrize("question", ["2023年税收是多少，下降的原因是什么？", "拖累出口的因素有哪些", "檀沅2023年财政收入是多少？"])
def test_what_asks_more_than_a_cause_is_left_as_it_is(question: str) -> None:
    assert for_what_cause(question) == question
    assert in_writing(question, frozenset())
