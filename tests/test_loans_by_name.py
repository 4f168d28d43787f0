"""A loan or an insurance that is called by its own name owns the figures told behind it."""

from __future__ import annotations

import pytest

from tests.test_figures_wording import told


@pytest.mark.parametrize(
    ("sentence", "number", "scope", "indicator"),
    [
        ("推出“棠企贷”产品，全年向96家企业发放贷款3.2亿元，平均年化利率4.75%。", "4.75%", "棠企贷", "平均年化利率"),
        ("兑现惠企资金1.9亿元，“硁科贷”放款8.9亿元，支持企业187户。", "8.9亿元", "硁科贷", "放款"),
        ("兑现惠企资金1.9亿元，“硁科贷”放款8.9亿元，支持企业187户。", "187户", "硁科贷", "支持企业"),
        ("兑现惠企资金1.9亿元，“硁科贷”放款8.9亿元，支持企业187户。", "1.9亿元", "兑现", "惠企资金"),
        ("推出“棠企贷”“硁科贷”等产品，发放贷款3亿元。", "3亿元", "发放", "贷款"),
        ("固定资产投资扭转了上年负增长的局面，完成133.8亿元。", "133.8亿元", "", "固定资产投资"),
    ],
)
def test_figures_are_of_the_loan_that_is_named(sentence: str, number: str, scope: str, indicator: str) -> None:
    assert (scope, indicator) in [(s, i) for s, i, value, *_ in told(sentence) if value == number]
