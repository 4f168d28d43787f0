"""Follow-ups of two or three words: another part of a share, what is short of a goal, the year's end; and dates of what no report tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

NOW = """# 汧渚经济开发区2023年工作总结

## 一、2023年工作情况

全年规上工业总产值240亿元，增长8.1%。其中泵阀产业产值96亿元，增长11.2%；家电产业产值60亿元，下降2.5%；新材料产业产值48亿元，增长20.4%。
一般公共预算收入16亿元，增长6.2%，其中税收收入13.6亿元，占一般公共预算收入的85%。出口31亿元，增长4.4%；进口9亿元，下降3.1%。
实际到位市外内资58.5亿元，完成年度目标60亿元的97.5%。年内新增规上工业企业26家，退库11家，年末总数254家。
建成人才公寓320套，未达到年初450套的计划，主要是地基返工。供应建设用地900亩，其中工业用地540亩、商住用地180亩。
新签约亿元以上项目25个，其中10亿元以上项目3个，即蓁芯新材总投资24亿元的尼龙项目、澹能电池总投资16亿元的壳体项目、岚重智能总投资12亿元的铸造项目。
沣芯功率芯片二期总投资42亿元，3月21日开工，当年完成投资8.3亿元，预计2025年3月投产。汧渚第二初级中学8月16日动工，总投资2.3亿元，预计2025年9月投入使用。
细颗粒物（PM2.5）年均浓度27微克/立方米。过去五年，地区生产总值由148亿元增加到286亿元，年均增长14.1%。

表1 分园区主要指标

| 园区 | 规上工业总产值（亿元） | 同比增长（%） |
|---|---|---|
| 南塬产业园 | 112.6 | 7.4 |
| 北滩产业园 | 81.4 | 13.7 |
| 西畈产业园 | 46.0 | -2.6 |

## 二、2024年工作安排

实际到位市外内资64亿元，建成人才公寓400套。
"""

BEFORE = """# 汧渚经济开发区2022年工作总结

全年规上工业总产值222亿元，增长7.3%。一般公共预算收入15.1亿元，其中税收收入12.9亿元，占一般公共预算收入的85.4%。出口29.7亿元，进口9.3亿元。
实际到位市外内资52.3亿元。建成人才公寓380套。细颗粒物（PM2.5）年均浓度29微克/立方米。
"""

OTHER = """# 澧坞高新区2023年工作总结

全年地区生产总值318亿元，增长7.2%。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("short"), NOW, "汧渚2023.md", 汧渚2022=BEFORE, 澧坞2023=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told"), [
    ("汧渚2023年泵阀占规上产值多少||新材料呢", "20%"),
    ("汧渚2023年供地多少||工业用地呢||占比||商住呢", "20%"),
    ("汧渚2023年税收占财政收入多少||2022年财政收入", "15.1亿元"),
    ("汧渚2023年规上企业净增几家||退库的呢", "11家"),
    ("汧渚2023年规上企业净增几家||退库的呢||年末一共多少", "254家"),
    ("汧渚人才公寓呢||为什么没完成||差多少套", "差130套"),
    ("汧渚市外内资完成目标了吗||差多少", "差1.5亿元"),
    ("汧渚出口多少||进口呢||合计", "合计40亿元"),
    ("汧渚2023年10亿以上的签约项目有哪些||投资最大的是哪个", "蓁芯新材尼龙项目的总投资最大，24亿元"),
    ("汧渚功率芯片二期什么时候开工||投产呢||总投资", "42亿元"),
    ("汧渚二中什么时候能用", "2025年9月"),
    ("汧渚2023年PM2.5多少", "27微克/立方米"),
    ("汧渚GDP多少||和澧坞比呢", "少32亿元"),
    ("汧渚2023年增速最低的两个园区", "西畈产业园规上工业总产值46.0亿元，同比下降2.6%；南塬产业园"),
    ("汧渚2023年增速最低的前两个园区", "西畈产业园规上工业总产值46.0亿元，同比下降2.6%；南塬产业园"),
])  # fmt: skip
def test_a_short_question_is_asked_of_what_was_told(zones: Assistant, talk: str, told: str) -> None:
    assert told in last(zones, talk)


@pytest.mark.parametrize("talk", [
    "汧渚2023年税收多少||其中增值税", "汧渚邮轮码头什么时候投入使用", "汧渚人才公寓什么时候投入使用",
])  # fmt: skip
def test_what_is_not_told_is_refused(zones: Assistant, talk: str) -> None:
    conversation = zones.conversation()
    assert [conversation.ask(question) for question in talk.split("||")][-1].refused
