"""Which firm is the greatest, which are above a bound, which fell; growths that were aimed at, in a table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.firms import firms_asked
from tests.conftest import last, over
from tests.test_figures_told import told

ROWS = """# 槲汭经济开发区2022年工作总结

全年完成规上工业总产值330.0亿元，增长10.0%。税收收入18.6亿元。精密铸锻、智能仪表两大主导产业分别实现产值142.8亿元、96.3亿元。
产值超10亿元企业达到5家。

| 指标 | 2021年 | 2022年 | 同比（%） | 年初目标增速（%） |
| --- | --- | --- | --- | --- |
| 规上工业总产值（亿元） | 300.0 | 330.0 | 10.0 | 9.0 |
| 固定资产投资（亿元） | 86.7 | 90.2 | 4.0 | 8.0 |

| 企业名称 | 所属产业 | 产值（亿元） | 同比（%） | 入库税收（万元） | 年末用工（人） |
| --- | --- | --- | --- | --- | --- |
| 砻岳铸业 | 精密铸锻 | 46.8 | 11.3 | 18,650 | 2,140 |
| 翎瑞仪表 | 智能仪表 | 38.2 | 19.6 | 15,280 | 1,865 |
| 珩晖玻纤 | 特种玻纤 | 17.5 | -6.1 | 6,920 | 1,320 |
"""

TOLD = """# 畈垭高新区2022年工作总结

规上工业总产值298.4亿元，增长12.7%。税收收入15.1亿元。
产值超10亿元的企业增至3家，其中澜晟药业31.4亿元、启沐生物41.7亿元、衡屿医疗18.5亿元。
"""

MILLED = """# 穗畹农产品加工园2022年工作总结

产值过5亿元的企业3家：穗畹米业12.4亿元、牧坡食品9.8亿元、粟塬粮油7.1亿元。
进出口前三位企业依次是：牧坡食品3.6亿元、粟塬粮油2.2亿元、穗畹米业0.9亿元。按贸易方式分，保税物流进出口5.5亿元。

| 行业 | 产值（亿元） | 同比（%） |
| --- | --- | --- |
| 基础食品 | 26.8 | 5.2 |
| 包装 | 13.5 | 2.4 |
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("firms"), ROWS, "槲汭2022.md", 畈垭2022=TOLD, 穗畹2022=MILLED) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "expected", "absent"),
    [
        ("槲汭2022年哪家企业产值最高", ["砻岳铸业最高", "46.8亿元"], ["智能仪表", "330.0"]),
        ("槲汭2022年用工最少的是哪家企业", ["珩晖玻纤最低", "1,320人"], []),
        ("槲汭2022年税收过亿的企业有哪些", ["砻岳铸业18,650万元", "翎瑞仪表15,280万元"], ["珩晖"]),
        ("槲汭2022年产值低于20亿元的企业有哪些", ["珩晖玻纤17.5亿元"], ["砻岳", "翎瑞"]),
        ("槲汭2022年产值前两名的企业", ["砻岳铸业46.8亿元", "翎瑞仪表38.2亿元"], ["珩晖"]),
        ("槲汭2022年产值超过50亿元的企业有哪些", ["没有符合的", "砻岳铸业"], []),
        ("槲汭2022年哪家企业产值增长最快", ["翎瑞仪表", "19.6%"], []),
        ("槲汭2022年产值下降的企业有哪些", ["珩晖玻纤", "6.1%"], ["砻岳", "翎瑞"]),
        ("槲汭2022年产值超过10亿元的企业有几家", ["5家"], []),
        ("槲汭2022年产值在20亿到40亿之间的企业有哪些", ["翎瑞仪表38.2亿元"], ["砻岳", "珩晖"]),
        ("槲汭2022年产值超过10亿元的企业有哪些", ["砻岳铸业", "珩晖玻纤", "产值超10亿元企业5家"], []),
        ("槲汭2022年产值前三名企业里，珩晖玻纤的产值同比变动多少", ["6.1%"], ["砻岳", "翎瑞"]),
        ("槲汭2022年前三名企业中，翎瑞仪表产值是多少", ["38.2亿元"], ["砻岳", "珩晖"]),
        ("槲汭2022年产值冠军是哪家企业", ["砻岳铸业最高"], []),
        ("槲汭2022年纳税大户是谁", ["砻岳铸业最高"], []),
        ("槲汭2022年人均产值最高的企业是哪家", ["砻岳铸业最高", "468000 ÷ 2140 ≈ 218.69"], []),
        ("槲汭2022年哪家企业产值最高||它的税收呢", ["18,650万元"], []),
        ("畈垭2022年哪家企业产值最高", ["启沐生物", "41.7亿元"], ["298.4"]),
        ("哪家企业产值最高", ["砻岳铸业最高"], ["330.0", "298.4"]),
        ("穗畹2022年哪家企业产值最高", ["穗畹米业", "12.4亿元"], ["基础食品最高"]),
        ("穗畹2022年外贸做得最大的是哪家企业", ["牧坡食品最高", "3.6亿元"], ["保税物流"]),
        ("槲汭2022年规上工业总产值的增速目标是多少", ["9.0%"], []),
        ("槲汭2022年哪些指标没达到年初的增速目标", ["固定资产投资", "8.0%"], ["规上工业总产值"]),
        ("槲汭2022年哪些指标增速超过了年初目标", ["规上工业总产值", "9.0%"], ["固定资产投资"]),
        ("槲汭2022年固定资产投资增长多少", ["4.0%"], ["8.0%"]),
    ],
)
def test_firms(zones: Assistant, question: str, expected: list[str], absent: list[str]) -> None:
    text = last(zones, question)
    assert all(word in text for word in expected), text
    assert not any(word in text for word in absent), text


def test_no_zone_is_a_firm(zones: Assistant) -> None:
    assert last(zones, "畈垭2022年哪家企业税收最多").startswith("报告中没有")


@pytest.mark.parametrize("bare", ["规上工业企业有多少家", "企业税收是多少", "哪个片区产值最高", "产值超过10亿元的企业有几家"])
def test_other_questions_ask_for_no_firms(bare: str) -> None:
    assert firms_asked(bare) is None


def test_a_name_that_ends_in_a_gauge_is_no_number_of_a_table() -> None:
    text = "纳税超亿元企业2家，其中砻岳铸业1.86亿元，翎瑞仪表1.53亿元。"
    assert told(text)[1:] == [("砻岳铸业", "纳税", "1.86亿元", "完成"), ("翎瑞仪表", "纳税", "1.53亿元", "完成")]


_LOSING = """# 硗坨工业园区2024年运行情况通报

全区规上企业105家，规上工业总产值320亿元，增长5.1%。105家规上企业中亏损23家，亏损面21.9%，亏损额合计5.9亿元。
"""


@pytest.fixture(scope="module")
def losing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("losing"), _LOSING, "report.md") as assistant:
        yield assistant


@pytest.mark.parametrize("asked", ["规上企业里有几户是亏的？", "规上企业里亏损的有几家", "规上企业里面亏着的有多少家"])
def test_how_many_of_the_firms_are_in_a_state(losing: Assistant, asked: str) -> None:
    assert losing.ask(asked).text.startswith("23家")
