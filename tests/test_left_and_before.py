"""Behind a number: what is left of it, what it was before, by how much it fell short; never the same number once more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

NOW = """# 淙埠经济开发区2022年工作总结

全年处置闲置土地162亩，年末闲置土地97亩。消化批而未供土地305亩，年末余量由上年的741亩降至588亩。
全年脱贫214户703人，其中岭头镇318人、坝下镇385人，年末尚有61户192人。交付人才公寓310套，城镇新增就业2750人。
出口27.5亿元，下降4.4%，完成年初目标31亿元（年中调整为28亿元）的88.7%。技改投资16.2亿元，增长6.6%。
交付安置房560套，完成年度目标600套的93.3%。
"""

BEFORE = """# 淙埠经济开发区2021年工作总结

全年出口28.77亿元，增长6.1%。技改投资15.2亿元，增长4.1%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("left"), NOW, "淙埠2022.md", 淙埠2021=BEFORE) as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told"), [
    ("淙埠2022年处置闲置土地多少||还剩多少", "97亩"),
    ("淙埠2022年消化批而未供土地多少||还剩多少亩", "588亩"),
    ("淙埠2022年脱贫多少户||还剩多少", "年末尚有61户192人"),
    ("淙埠2022年技改投资多少||原来是多少", "15.2亿元"),
    ("淙埠2022年出口目标多少||后来调成多少了||2021年是多少", "28.77亿元"),
    ("淙埠2022年技改投资多少||安置房的目标和完成呢", "未完成目标"),
    ("淙埠2022年安置房交付了多少套||任务呢||少交了多少套", "40套"),
])  # fmt: skip
def test_what_is_left_or_was_before_is_told(zone: Assistant, talk: str, told: str) -> None:
    assert told in last(zone, talk).split("来源")[0]


def test_what_it_was_before_is_an_aside_and_may_be_told_nowhere(zone: Assistant) -> None:
    assert "16.2亿元" in last(zone, "淙埠2022年出口多少||原来多少||技改投资多少")
    assert last(zone, "淙埠2022年交付人才公寓多少套||原来多少").startswith("报告中没有")


def test_a_verdict_on_the_number_just_told_is_no_repetition(zone: Assistant) -> None:
    assert last(zone, "淙埠2022年坝下镇脱贫多少人||有没有到400人").startswith("未达到400人，报告中是385人")


def test_what_is_left_is_not_what_was_told(zone: Assistant) -> None:
    answer = last(zone, "淙埠2022年交付人才公寓多少套||空着几套")
    assert answer.startswith("报告中没有写还剩多少")


WHY = """# 坻岚高新区2022年工作总结

技改投资11.8亿元，上年12.87亿元，下降8.3%。外资分两头说：合同外资2.6亿美元，增长4.0%；实际利用外资1.9亿美元，下降2.6%，年度目标2.2亿美元只完成86.4%，短缺0.3亿美元。短缺的直接原因，一是一家日资企业的增资因外汇登记没有办结，推迟到一季度到账；二是一家港资企业取消增资。

存在问题：
第一，出口掉了。客户受汇率影响，把约800万美元的订单推到了下年；我们手里又没有后备的客户顶上去。
第二，技改投资下滑。中小企业订单不稳，不敢更换设备；补助兑现又慢，平均要等6个月。
"""


@pytest.fixture(scope="module")
def fallen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("fallen"), WHY, "坻岚2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told"), [
    ("坻岚2022年技改投资多少||原因呢", "中小企业订单不稳"),
    ("坻岚2022年技改投资多少||怎么掉下来了", "中小企业订单不稳"),
    ("坻岚2022年实际利用外资多少||完成目标没有||什么原因", "外汇登记"),
    ("坻岚2022年实际利用外资多少||为什么没完成目标", "外汇登记"),
])  # fmt: skip
def test_the_reason_is_of_what_was_told(fallen: Assistant, talk: str, told: str) -> None:
    assert told in last(fallen, talk)
