"""Follow-ups in any words: they are taken apart into words of a few classes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀经济开发区2023年工作总结

## 一、2023年工作回顾

一般公共预算收入20亿元，增长4.2%。固定资产投资100亿元，下降3%，其中工业投资62亿元，增长4.8%。
进出口总额80亿元，增长4%，其中出口52亿元，增长6%，进口28亿元，增长0.4%。实际利用外资1.6亿美元，完成目标的80.3%。
全年签约项目58个，协议总投资210亿元，其中亿元以上29个、10亿元以上7个；落地37个，落地率63.8%，开工31个，投产12个。
年末规上工业企业150家，新入库18家、退库6家，净增12家。在全市综合考核中列第5位，比上年上升2位。
澄穗精工轴承产业园项目总投资18.6亿元，当年完成投资4.2亿元，累计完成投资9.8亿元，用地138亩，2022年3月开工，由建设服务局负责。
鎏川电子封测项目总投资12.5亿元，2022年6月开工，原定2023年10月投产，因设备到货推迟改为2024年5月投产。
濬锋重工产值43.1亿元，增长3.6%；浚丰机械产值9.6亿元，增长2.1%。
"""
BESIDE = "# 槐渚高新技术产业开发区2023年工作总结\n\n## 工作回顾\n\n一般公共预算收入15.3亿元，增长10.1%。规上工业总产值255亿元，增长10%。\n"
BEFORE = """# 柳汀经济开发区2022年工作总结

## 工作回顾

一般公共预算收入19.2亿元，增长3%。全年签约项目49个，其中亿元以上22个、10亿元以上4个。
"""
_INVESTED, _SIGNED = "柳汀2023年固定资产投资一共多少？", "柳汀2023年签约多少个项目？"
_PARK, _PLANT = "澄穗精工轴承产业园项目总投资多少？", "鎏川电子封测项目原定什么时候投产？"
_REVENUE, _TRADE, _FOREIGN = "柳汀2023年一般公共预算收入多少？", "柳汀2023年进出口总额是多少？", "柳汀2023年实际利用外资多少？"


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("afterwards"), REPORT, "柳汀2023.md", 槐渚2023=BESIDE, 柳汀2022=BEFORE) as assistant:
        yield assistant


@pytest.mark.parametrize(("turns", "value"), [
    ((_INVESTED, "其中投在工业上的呢？", "后面这个数相当于前面那个总数的百分之多少？"), "62%"),
    ((_INVESTED, "其中工业投资多少？", "这部分的占比呢？"), "62%"),
    ((_REVENUE, "换作槐渚高新区，同年同口径的数字是多少？"), "15.3亿元"), ((_REVENUE, "同一年这个口径，槐渚那边是多少？"), "15.3亿元"),
    ((_REVENUE, "往前倒到22年，是多少？"), "19.2亿元"), ((_REVENUE, "同一个指标，放到2022年是个什么数？"), "19.2亿元"),
    ((_SIGNED, "协议的总盘子有多大？", "已经动工建设的占几个呢？"), "31个"), ((_SIGNED, "动了工的有多少？"), "31个"),
    ((_SIGNED, "那真正落了地的有几个，比例是多少？"), "63.8%"), ((_SIGNED, "里头上亿的几个？", "超过十个亿的呢？"), "7个"),
    ((_SIGNED, "10亿元以上的有几个？", "2022年，这么大个头的又签了几个？"), "4个"),
    ((_TRADE, "买进来那部分，同比增长百分之几？"), "0.4%"), (("柳汀2023年出口多少？", "那买进来的又是多少？"), "28亿元"),
    (("柳汀2023年末规上工业企业多少家？", "同年新纳进来的有几户，要毛数不要净增？"), "18家"),
    ((_PARK, "当年投进去多少钱？", "自打动工起到那年年末，总共投了几亿？"), "9.8亿元"),
    (("澄穗精工轴承产业园项目什么时候开工的？", "它总共要砸多少钱进去？"), "18.6亿元"),
    ((_PARK, "用地面积是多少？"), "138亩"), ((_PARK, "这个该找哪家单位问责？"), "建设服务局"),
    ((_PLANT, "结果拖到什么时候才计划投产？"), "2024年5月"), ((_PLANT, "最后延到了哪年哪月？"), "2024年5月"),
    ((_FOREIGN, "那只做到了当年任务的百分之几？"), "80.3%"), (("柳汀2023年全市综合考核第几？", "名次往前挪了多少？"), "2位"),
    (("柳汀2023年濬锋重工产值多少？", "那浚丰机械做了多大产值？"), "9.6亿元"),
    ((_INVESTED, "其中工业投资呢？", "总的投资额怎么掉下来了？"), "下降3%"),
])
def test_a_follow_up_is_known_by_the_classes_of_its_words(zone: Assistant, turns: tuple[str, ...], value: str) -> None:
    talk = zone.conversation()
    answers = [talk.ask(turn) for turn in turns]
    assert value in answers[-1].text


def test_what_is_narrowed_further_is_no_such_follow_up(zone: Assistant) -> None:
    talk = zone.conversation()
    talk.ask(_INVESTED)
    talk.ask("其中工业投资多少？")
    assert "62%" not in talk.ask("这部分占工业技改投资的百分之几？").text
