"""A cause is asked for in any words and found by what it is a cause of; what did not happen is put right first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.spoken import in_writing
from assistant.whyasked import for_what_cause
from tests.conftest import last, over

REPORT = """# 檀沅经济开发区2023年工作总结

## 一、全年工作

一季度固定资产投资12.1亿元，下降8.3%，主要是春节停工早。

全年固定资产投资下降3.1%：上年有铜箔厂的高基数，年内又有两个地块因文物勘探推迟开工。

进出口总额52.6亿元，增长9.4%。技改投资18.7亿元，下降4.6%。纺织产业产值31.2亿元，下降2.3%，下降有三方面原因：棉价上涨；两条老线停机；外地订单被抢走。

澔川新能源汽车零部件产业园当年投资6.3亿元，因主机厂换代车型调整，投产时间由2023年6月推迟到2024年3月。

标准厂房竣工12万平方米，年度目标20万平方米，完成60.0%，滞后原因是东洼地块土壤修复没有通过验收。

## 二、存在的主要问题

一是外资滑坡。两家企业的增资款被母公司压了下来；新来的项目体量小，接不上。

三是檀北快速路没通。7.8公里，总投资15.3亿元，现在要拖到9月。原因听了三回：管线迁改多，跨铁路那一段许可又批得慢。

沅能储能电芯项目总投资35亿元，本应6月底前开工。企业新一轮融资没有到账，到年底仍未动工。

二是安置房欠账。三期总包单位资金链断裂，前后停工五个月。

## 三、2024年打算

固定资产投资增长6%，实际利用外资1.2亿美元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("why"), REPORT, "a.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "written"), [
    ("我是做配套的，想弄清甲零部件园没法照计划投产是出于什么缘故，按檀沅2023年材料里的说法。", "檀沅2023年，甲零部件园没法照计划投产，为什么？"),
    ("檀沅2023年标准厂房只建成六成，到底被什么事绊住了？", "檀沅2023年标准厂房只建成六成，为什么？"),
    ("签约项目过半未开工，招商部门归纳的原因有哪些？", "签约项目过半未开工，为什么？"),
    ("檀沅2023年的外贸怎么往下走了？给说说原因。", "檀沅2023年的外贸为什么往下走了？"),
    ("恕我冒昧，檀沅2023年投资没有完成任务，究竟是卡在什么环节上了？", "檀沅2023年投资没有完成任务，为什么？"),
    ("甲园2023年没能投用，檀沅那边给了哪些说法？", "檀沅，甲园2023年没能投用，为什么？"),
    ("请归纳檀沅2023年外贸总额下滑的主要因素。", "檀沅2023年外贸总额下滑，为什么？"),
    ("檀沅2023年外资缩水一成多，到底怎么闹的？", "檀沅2023年外资缩水一成多，为什么？"),
    ("檀沅2023年固投怎么就跌了？", "檀沅2023年固投为什么跌了？"),
    ("檀沅2023年外资欠了任务，缘由何在？", "檀沅2023年外资没完成任务，为什么？"),
    ("药企人士问：檀沅2023年医药产业没稳住，公报把账算到了哪些事头上？", "檀沅2023年医药产业没稳住，为什么？"),
    ("技改投资2023年为何延续上年颓势、继续下滑？", "技改投资2023年为何下滑？"),
])  # fmt: skip
def test_who_asks_and_how_is_set_aside(question: str, written: str) -> None:
    assert for_what_cause(question) == written


@pytest.mark.parametrize("question", [
    "2023年税收是多少，下降的原因是什么？", "拖累出口的因素有哪些", "下一年要搞三个工程，分别叫什么",
    "项目推进缓慢，遇到哪些困难？", "企业怎么减少排放？", "怎么应对产值下降？", "2023年产值增长的原因和亮点", "檀沅2023年财政收入是多少？",
])  # fmt: skip
def test_what_asks_more_than_a_cause_is_left_as_it_is(question: str) -> None:
    assert for_what_cause(question) == question
    assert in_writing(question, frozenset())


@pytest.mark.parametrize(("question", "told"), [
    ("檀沅2023年固投不增反降，报告里摆了哪些理由？", "高基数"),
    ("檀沅2023年固定资产投资往下掉，是受什么拖累？", "高基数"),
    ("檀沅2023年实际利用外资大幅下滑，根源在哪？", "母公司"),
    ("外资在檀沅2023年走了下坡路，材料是如何归因的？", "母公司"),
    ("檀沅2023年安置房交付没达标，是被什么绊住的？", "资金链"),
    ("檀沅2023年纺织产业产值走低，主要是哪些因素？", "棉价上涨；两条老线停机；外地订单被抢走"),
    ("檀沅2023年计划的标准厂房只建成六成左右，到底被什么事绊住了？", "土壤修复"),
    ("檀沅2023年檀北快速路怎么没修好通车啊？", "管线迁改"),
    ("总投资35亿元的沅能储能电芯项目，到2023年年末在檀沅仍无动静，拦在前面的是什么？", "融资"),
    ("请概括檀沅2023年固定资产投资下滑的成因。", "高基数"),
    ("我是做配套的，想弄清澔川零部件园没法照原计划投产是出于什么缘故，按檀沅2023年材料里的说法。", "主机厂"),
])  # fmt: skip
def test_a_reason_is_found_by_what_it_is_of(zone: Assistant, question: str, told: str) -> None:
    answer = last(zone, question)
    assert told in answer
    assert "春节" not in answer


@pytest.mark.parametrize(("question", "told"), [
    ("檀沅2023年的外贸怎么往下走了？给说说原因。", "9.4%"),
    ("檀沅2023年技改投资冲得很猛，他们是怎么做到的？", "4.6%"),
    ("檀沅2023年纺织产业产值增长2.3%，功劳最大的是哪户企业？", "下降2.3%"),
])  # fmt: skip
def test_what_did_not_happen_is_put_right(zone: Assistant, question: str, told: str) -> None:
    answer = last(zone, question)
    assert told in answer
    assert "没有" in answer or "不是" in answer
