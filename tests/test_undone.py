"""What was done and what wasn't, what is left and what has gone, the usual figure and another basis: none answers for the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """柞垌高新区2022年工作总结

一、2022年工作回顾
全口径地区生产总值198.3亿元，增长7.4%；剔除代管的柳垌镇后为176.5亿元，增长7.9%。年末规上工业企业186家，当年新增21家、退出8家。
全年供应土地960亩，其中工业用地710亩。消化批而未供土地350亩。收集企业诉求263件，办结251件。
新认定高新技术企业17家，4家未通过重新认定，年末高新技术企业93家。商品房销售面积21.5万平方米，年末待售面积9.7万平方米。
新签约项目42个，其中亿元以上项目23个，履约31个，仍有11个签约项目未履约。
科创中心一期建筑面积8.6万平方米，6月投用，二期正在报批。

二、存在问题
尚有3家企业停产。

三、2023年工作打算
规上工业总产值350亿元，供应土地1000亩。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("undone"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2022年退库的规上企业几家", "8家"),
    ("2022年没通过重新认定的高企几家", "4家"),
    ("2022年真正履约的项目几个", "31个"),
    ("2022年没履约的项目几个", "11个"),
    ("2022年停产的企业几家", "3家"),
    ("2022年消化的批而未供土地有多少", "350亩"),
    ("2022年把代管的镇刨掉，地区生产总值多少", "176.5亿元"),
    ("2022年不算柳垌镇GDP是多少", "176.5亿元"),
])  # fmt: skip
def test_what_is_asked_of_is_told_and_not_its_other_side(zone: Assistant, question: str, said: str) -> None:
    assert zone.ask(question).text.startswith(said)


@pytest.mark.parametrize("question", [
    "2022年还有多少亩批而未供的地没消化", "2022年批而未供的土地还剩多少亩", "2022年商业用地供了多少亩", "2022年科创中心二期建筑面积多大",
    "2022年复产的企业几家",
])  # fmt: skip
def test_where_only_the_other_side_is_printed_nothing_is_told(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused
