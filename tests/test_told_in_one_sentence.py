"""What two numbers of one sentence give together: what was not done, what is left without a part, what was there before, at which rate."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

FIRST = """# 榉汀经济开发区2021年工作总结

规上工业总产值300.0亿元，增长8.4%。供应工业用地500亩。
"""

SECOND = """# 榉汀经济开发区2022年工作总结

规上工业总产值330.0亿元，增长10.0%。一般公共预算收入20.0亿元，占砚陵市全市160.0亿元的12.5%。
审计指出的40个问题已整改到位36个。受理信访件200件，办结率97.0%。
新增屋顶光伏装机12.5兆瓦，累计46兆瓦。新增规上工业企业23家，退规6家，年末总数236家。
溪东污水处理厂二期12月20日投运，新增日处理能力3万吨，全区日处理能力达到8万吨。
引进高层次人才38名，其中博士9名。新签约项目46个，协议总投资217.3亿元，其中10亿元以上项目6个。
政务中心办件2.5万件，网办率80.0%。竣工的320套人才公寓全部交付，入住率90%。交付安置房1200套。供应工业用地560亩。
列入调度的大项目3个：桉川电子功率模块项目20亿元、垚远光学镜片项目13.2亿元、箨风新材模塑项目11亿元。
民生支出9.0亿元，占一般公共预算支出的75.0%。

## 2023年打算

规上工业总产值达到360亿元，增长9%。供应工业用地600亩。预计一季度完成规上工业总产值80.0亿元左右。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("together"), SECOND, "榉汀2022.md", 榉汀2021=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("榉汀2022年审计指出的问题整改完成率是多少", "90%"),
        ("榉汀2022年审计指出的问题还剩几个没整改到位", "4个"),
        ("榉汀2022年信访件没办结的有几件", "6件"),
        ("榉汀2022年屋顶光伏装机，上一年末累计多少兆瓦", "33.5兆瓦"),
        ("榉汀2021年末规上工业企业多少家", "219家"),
        ("溪东污水处理厂二期投运之前，榉汀一天能处理多少污水", "5万吨"),
        ("榉汀2022年除了博士，引进的高层次人才有多少名", "29名"),
        ("榉汀2022年新签约项目里，10亿元以下的有几个", "40个"),
        ("榉汀2022年全市除开发区外的一般公共预算收入是多少", "140亿元"),
        ("榉汀政务中心2022年有多少件是网上办的", "2万件"),
        ("榉汀2022年末人才公寓住进去多少套", "288套"),
        ("榉汀2022年列入调度的三个大项目总投资加起来多少", "44.2亿元"),
        ("榉汀2022年一般公共预算支出倒推是多少", "12亿元"),
        ("榉汀2022年安置房平均每月交付多少套", "100套"),
        ("榉汀2022年规上企业平均一家产值多少亿元", "1.4亿元"),
        ("榉汀2023年后三个季度还得完成多少规上产值才能到360亿元", "280亿元"),
        ("榉汀2023年除一季度外规上工业总产值还要完成多少", "280亿元"),
        ("榉汀2023年要比2022年多供多少亩工业用地", "40亩"),
    ],
)
def test_what_two_printed_numbers_give_together_is_told_and_no_other_number(zone: Assistant, question: str, expected: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused, answer.text
    assert expected in answer.text.split("（")[0], answer.text


def test_a_number_printed_of_the_whole_stays_where_nothing_is_taken_off(zone: Assistant) -> None:
    assert zone.ask("榉汀2022年引进高层次人才多少名").text.startswith("38名")
    assert zone.ask("榉汀2022年末屋顶光伏装机累计多少兆瓦").text.startswith("46兆瓦")
    assert zone.ask("榉汀2022年新签约项目多少个").text.startswith("46个")
