"""What is computed from several figures as one question: large projects summed, completion set apart, what a 亿元 brings, rises, surpluses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

FIRST = """# 槲汭经济开发区2021年工作总结

规上工业总产值300.0亿元，增长8.4%。年末规上工业企业150家。出口20.0亿元，进口8.0亿元。
组织银企对接会10场，落实贷款30.0亿元。规上工业企业平均用工4.0万人。
澜砺泵业精密泵项目总投资8.0亿元，3月开工，预计2022年9月投产。
"""

SECOND = """# 槲汭经济开发区2022年工作总结

规上工业总产值330.0亿元，增长10.0%。年末规上工业企业160家。税收收入16.5亿元，占一般公共预算收入的82.5%。
精密铸锻产业产值143.0亿元，增长10.0%；智能仪表产业产值96.0亿元，增长20.0%；特种玻纤产业产值50.0亿元，下降5.0%，三大主导产业合计占规上工业总产值的87.6%。
规上工业企业平均用工4.1万人。建成区面积30平方公里。出口25.0亿元，进口9.0亿元。组织银企对接会12场，落实贷款48.0亿元。
新认定高新技术企业27家，资格到期未通过重新认定5家，年末总数113家。实际利用外资6000万美元，其中，制造业占70.0%。
民生支出14.0亿元，占一般公共预算支出的70.0%。对新兴市场出口占比41.5%。进出口总额34.0亿元。年末政府债务余额58.2亿元，低于61.5亿元的核定限额。
新签约亿元以上项目30个，协议总投资150.0亿元，其中10亿元以上项目3个，分别是璟流装备项目（总投资22亿元）、珧光背板项目（总投资13亿元）、漪源水务项目（总投资10.5亿元）。
澜砺泵业精密泵项目当年完成投资4.2亿元，累计完成投资7.4亿元。

| 指标 | 年度目标 | 完成结果 | 兑现情况 |
| --- | --- | --- | --- |
| 固定资产投资 | 80亿元 | 84.0亿元，同比增长12.0% | 兑现 |
| 技术改造投资 | 20亿元 | 19.0亿元，同比增长3.0% | 未兑现 |
| 城镇新增就业 | 3000人 | 3300人，其中高校毕业生900人 | 兑现 |

## 2023年打算

规上工业总产值增长10%。预计一季度完成规上工业总产值80.0亿元左右。要打好三场硬仗。要打好产业升级硬仗，建设智能工厂；要打好招商突围硬仗，引进外资；要打好民生补短硬仗，办好实事。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("apart"), SECOND, "槲汭2022.md", 槲汭2021=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "expected", "absent"),
    [
        ("槲汭2022年三个10亿元以上项目总投资合计多少", ["45.5亿元"], []),
        ("槲汭2022年10亿元以上项目加起来占协议总投资的百分之几", ["30.3%"], []),
        ("槲汭2022年10亿元以上项目里总投资最大的比最小的多多少", ["璟流装备", "11.5亿元"], []),
        ("槲汭2022年签约的亿元以上项目，把10亿元以上项目拿掉，还剩多少协议总投资", ["104.5亿元"], []),
        ("槲汭2022年完成率最高和最低的指标分别是哪项，差几个百分点", ["城镇新增就业", "110%", "技术改造投资", "95%", "15个百分点"], []),
        ("槲汭2022年固定资产投资增长多少", ["12.0%"], []),
        ("槲汭2022年每亿元规上工业总产值带来多少税收", ["500万元"], []),
        ("槲汭2022年每平方公里规上工业总产值多少", ["11亿元"], []),
        ("槲汭2022年规上工业人均产值多少万元", ["80.49"], []),
        ("槲汭2022年智能仪表增加的产值是精密铸锻增加额的几倍", ["16亿元", "13亿元", "1.23倍"], []),
        ("槲汭外贸顺差2022年比2021年扩大了多少", ["16亿元", "12亿元", "扩大4亿元"], []),
        ("槲汭2022年高新技术企业净增几家", ["22家"], []),
        ("槲汭2022年制造业实际利用外资多少", ["4200万美元"], []),
        ("槲汭2022年一般公共预算支出是多少", ["20亿元"], []),
        ("槲汭2022年出口占进出口比重", ["73.5%"], ["41.5%"]),
        ("槲汭2022年政府债务余额离限额还差多少", ["3.3亿元"], []),
        ("槲汭2022年三大主导产业谁的产值是往下走的", ["特种玻纤"], ["精密铸锻", "智能仪表"]),
        ("槲汭平均每场银企对接会落实的贷款，2022年比2021年多了还是少了，差多少", ["3亿元", "4亿元", "提高1亿元"], []),
        ("2023年槲汭规上工业总产值按目标算，去掉一季度预计数，后三个季度还要完成多少", ["283亿元"], []),
        ("槲汭2023年要打好的三场硬仗分别是什么", ["产业升级", "招商突围", "民生补短"], []),
        ("槲汭2022年全年的报告只写了智能仪表产业产值和增速，能推出2021年是多少吗", ["80亿元"], []),
    ],
)
def test_several_figures_are_put_together(zone: Assistant, question: str, expected: list[str], absent: list[str]) -> None:
    answer = zone.ask(question)
    assert not answer.refused, answer.text
    assert all(part in answer.text for part in expected), answer.text
    assert not any(part in answer.text for part in absent), answer.text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["槲汭澜砺泵业精密泵项目2022年当年完成投资多少", "累计投入占总盘子多少"], "92.5%"),
        (["槲汭2022年规上工业总产值多少", "高新技术企业呢，新认定了几家"], "27家"),
    ],
)
def test_what_is_asked_of_the_same_thing(zone: Assistant, turns: list[str], expected: str) -> None:
    talk = zone.conversation()
    for turn in turns[:-1]:
        talk.ask(turn)
    assert expected in talk.ask(turns[-1]).text


@pytest.mark.parametrize("question", ["槲汭2022年100亿元以上项目总投资合计多少", "槲汭2022年技术服务业实际利用外资多少"])
def test_what_the_report_does_not_tell_is_not_worked_out(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


PARTS = """# 珩汜经济技术开发区2022年各片区工作情况汇总

全年实际到位内资126.2亿元。新签约亿元以上项目24个。

（一）沚湾片区

实际到位内资31.5亿元。新签约亿元以上项目11个，其中开工7个。高新技术企业34家，其中新认定8家。

（二）岫坪片区

实际到位内资35.1亿元。新签约亿元以上项目13个，其中开工8个。高新技术企业43家，其中新认定10家。
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parts"), PARTS, "珩汜2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "expected", "absent"),
    [
        ("珩汜2022年实际到位内资是多少", ["126.2亿元"], ["35.1", "31.5"]),
        ("珩汜2022年岫坪片区实际到位内资是多少", ["35.1亿元"], ["126.2"]),
        ("珩汜2022年哪个片区高新技术企业最多", ["岫坪片区最高", "43家", "34家"], ["10家"]),
        ("珩汜2022年各片区签了几个亿元以上项目，分别报一下", ["11个", "13个"], ["7个", "8个"]),
    ],
)
def test_parts_are_told_apart_from_the_whole(parts: Assistant, question: str, expected: list[str], absent: list[str]) -> None:
    text = parts.ask(question).text
    assert all(part in text for part in expected), text
    assert not any(part in text for part in absent), text
