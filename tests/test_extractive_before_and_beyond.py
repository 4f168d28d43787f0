"""What there was before a year, what a part gave to a rise, what a goal of growth comes to, the first goal; two reports of one date."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

FIRST = """# 嵂沚高新技术产业开发区2022年工作总结

一、2022年工作回顾
固定资产投资80亿元，其中工业投资50亿元。一般公共预算收入11.27亿元。
重点项目完成投资23.6亿元，占年度投资计划的96.8%。
煜衡储能电芯项目3月16日开工，预计2024年9月底投产。

| 项目 | 投资方 | 总投资（亿元） |
| --- | --- | --- |
| 高端屏蔽泵智造基地 | 沅驰流体 | 18.5 |
"""
SECOND = """# 嵂沚高新技术产业开发区2023年工作总结

一、2023年工作回顾
固定资产投资88亿元，其中工业投资56亿元。
一般公共预算收入13.08亿元；年初目标14亿元，9月经批准调整为13.2亿元，完成调整目标的99.1%。其中税收收入11.27亿元，占一般公共预算收入的86.2%。
沅驰流体高端屏蔽泵智造基地当年完成投资7.6亿元，累计完成投资17.0亿元。
规上工业企业用电量9.84亿千瓦时，增长6.1%。实际到位内资46.8亿元。
新认定高新技术企业23家，其中首次认定14家、重新认定9家。
年初确定的十件民生实事全部完成。
煜衡储能电芯项目厂房主体和公辅工程全部完工，预计2024年8月底投产，比原计划提前一个月。

二、2024年工作打算
2024年主要预期目标是：一般公共预算收入增长5%。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root = tmp_path_factory.mktemp("before")
    with over(root, FIRST, "lvzhi_2022.md", lvzhi_2023=SECOND) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("嵂沚的高端屏蔽泵智造基地在2023年之前已经投了多少钱", ["9.4亿元", "17 − 7.6"]),
        ("沅驰流体屏蔽泵基地到2023年底，离总投资还差多少没投", ["1.5亿元", "18.5 − 17"]),
        ("嵂沚2023年固定资产投资比上年增加的部分，有百分之多少是工业投资拉起来的", ["75%", "6 ÷ 8"]),
        ("嵂沚2023年工业投资对固定资产投资增长的贡献率是多少", ["75%"]),
        ("嵂沚2023年一般公共预算收入要是还按年初定的数考核，完成率是多少", ["93.4%"]),
        ("嵂沚2023年一般公共预算收入完成率是多少", ["99.1%"]),
        ("嵂沚2023年非税收入多少", ["1.81亿元"]),
        ("嵂沚2024年一般公共预算收入如果完成目标能到多少", ["13.73亿元"]),
        ("嵂沚2023年规上工业企业平均每个月用多少电", ["0.82亿千瓦时"]),
        ("嵂沚的重点项目2022年原计划要投多少亿", ["24.4亿元"]),
        ("嵂沚的高端屏蔽泵智造基地是谁掏钱投的", ["沅驰流体"]),
        ("嵂沚2023年内资到账多少", ["46.8亿元"]),
        ("嵂沚2023年头一回评上高企的有几家", ["14家"]),
        ("嵂沚2023年那十件民生实事里，没做完的是哪一件", ["十件民生实事全部完成"]),
        ("煜衡电芯项目投产时间前后两份材料怎么说的，提前了还是拖后了", ["提前了", "9月底", "8月底"]),
    ],
)
def test_worked_out(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = last(assistant, question)
    assert all(part in answer for part in told), answer
