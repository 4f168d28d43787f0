"""What is asked of a report as a whole: all its indicators, its projects by size, what it plans, achieved and won; places in an order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant import Assistant
from assistant.every import Wanted, indicators_asked
from assistant.records import VerdictKind
from assistant.sized import SizedProjects, sized_projects
from tests.conftest import over

FIRST = """# 榉湾经济开发区2018年工作总结

## 一、2018年工作回顾

### （一）经济运行稳中有进

全年固定资产投资88.2亿元，增长8.7%。规上工业总产值310亿元，增长7.2%。

### （二）坚持招大引强，招商引资再上台阶

全年新签约项目24个。总投资9亿元的桦清环保项目落户南塘园。外出招商20批次。

产值超10亿元企业3家，其中榆川农机产值18.5亿元，居全区首位。

## 二、2019年工作打算

一是抓产业集群，支持榆川农机扩产。二是抓招商引资，外出招商不少于30批次。三是抓民生实事，交付安置房500套。
"""

SECOND = """# 榉湾经济开发区2019年工作总结

## 一、主要经济指标

全年固定资产投资95.4亿元，增长8.2%。规上工业总产值342.6亿元，同比增长10.5%；这个数离年初定的350亿元目标还差7.4亿元。
技术合同成交额3.4亿元，增长61.9%。实际利用外资860万美元，同比下降28.3%。税收收入18.2亿元，下降1.8%。
三大主导产业完成产值263.8亿元，占规上工业总产值的77%。其中，碳纤维124.8亿元，增长12%；医疗影像86.3亿元，增长9.5%；减速器52.7亿元，下降2.1%。食用菌产业完成产值8.9亿元，增长31.2%。

表1 分园区主要指标

| 园区 | 规上工业总产值（亿元） | 同比增长（%） | 税收收入（亿元） |
|---|---|---|---|
| 南塘产业园 | 148.6 | 7.4 | 6.12 |
| 北岭产业园 | 116.3 | 13.7 | 7.35 |
| 西坪产业园 | 77.7 | -2.6 | 4.73 |

## 二、一年来的主要工作

### （一）聚力招大引强，后劲持续积蓄

全年新签约项目30个。10亿元以上项目分别是：总投资32亿元的澜拓基板项目，落户北岭产业园；总投资18.5亿元的稷野装备项目，落户南塘产业园。
先后引进了昀芯、皓膜、汀宠等3个配套项目，累计总投资6.6亿元。外出招商58批次，举办推介会5场。招商方式不断创新。基金招商到位2.1亿元。

### （二）聚力产业提质，根基更牢

产值超10亿元企业3家，前三位是榆川农机29.3亿元、桐讯电子22.7亿元、柏膜新材16.4亿元。桐讯电子获省科技进步二等奖。管委会主任辛述白获评省劳动模范。
竣工标准厂房38.6万平方米，已出租27.9万平方米，入驻率72.3%。融资租赁新增飞机12架、船舶5艘。货邮吞吐量38.4万吨，其中国际及地区货邮16.7万吨；承运货邮9.6万吨。
澜拓基板项目10月20日签约，计划2020年3月开工、2021年底投产。

表2 重点项目

| 序号 | 项目名称 | 总投资（亿元） | 开工时间 | 当年完成投资（亿元） | 进展 |
|---|---|---|---|---|---|
| 1 | 桦清环保产业园项目 | 9 | 2018年9月 | 2.36 | 2019年6月18日投产 |
| 2 | 楸原储能电池项目 | 12.5 | 2019年5月26日 | 5.42 | 厂房封顶 |

## 三、2020年工作安排

重点抓好三个方面：一是抓集群培育，力争碳纤维产值突破140亿元。二是抓招商突破，外出招商不少于65批次。三是抓环境优化，建设人才公寓600套。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("whole"), SECOND, "榉湾2019.md", 榉湾2018=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("bare", "wanted"),
    [
        ("哪项指标增长最快", Wanted(first=1, many=1)),
        ("增长最快的三项指标", Wanted(first=1, many=3)),
        ("降幅最大的是哪个指标", Wanted(direction=-1, first=-1, many=1)),
        ("哪些指标下降了", Wanted(direction=-1)),
        ("指标都增长了吗", Wanted(direction=-1)),
        ("哪些指标增长超过20%", Wanted(above=Decimal(20))),
        ("两位数增长的指标有几项", Wanted(above=Decimal(10), reached=True)),
        ("增速低于5%的指标", Wanted(below=Decimal(5))),
        ("各项指标增速", Wanted()),
        ("主要经济指标完成情况", Wanted(growth=False)),
        ("土地指标多少", None),
        ("哪些指标没完成", None),
        ("哪个产业增长最快", None),
        ("哪个园区增长最快", None),
        ("指标", None),
    ],
)
def test_what_is_asked_of_all_indicators(bare: str, wanted: Wanted | None) -> None:
    assert indicators_asked(bare) == wanted


def test_behind_other_turns_the_word_indicator_has_to_be_said() -> None:
    assert indicators_asked("增长最快的是哪个") is not None
    assert indicators_asked("增长最快的是哪个", alone=False) is None


@pytest.mark.parametrize(
    ("bare", "wanted"),
    [
        ("总投资超20亿的项目", SizedProjects(above=Decimal(20))),
        ("10亿元以上项目有哪些", SizedProjects(above=Decimal(10), reached=True)),
        ("百亿级项目有哪些", SizedProjects(above=Decimal(100), reached=True)),
        ("亿元以上的项目有哪些", SizedProjects(above=Decimal(1), reached=True)),
        ("总投资不到5亿的项目有哪些", SizedProjects(below=Decimal(5))),
        ("投资额前三的项目", SizedProjects(many=3)),
        ("最大的项目是哪个", SizedProjects(many=1)),
        ("10亿元以上项目有几个", None),
        ("重点项目有哪些", None),
        ("总投资最大的碳纤维项目", None),
    ],
)
def test_projects_asked_for_by_size(bare: str, wanted: SizedProjects | None) -> None:
    assert sized_projects(bare) == wanted


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2019年哪项指标增长最快", ["技术合同成交额增长最快", "61.9%"]),
        ("2019年哪些指标下降了", ["下降的共2项", "860万美元", "18.2亿元"]),
        ("2018年哪些指标下降了", ["没有下降的", "7.2%"]),
        ("2019年哪些指标两位数增长", ["符合的共2项", "342.6亿元", "3.4亿元"]),
        ("2019年降幅最大的指标", ["实际利用外资降幅最大", "28.3%"]),
        ("主要经济指标有哪些", ["2019年", "95.4亿元", "342.6亿元"]),
        ("2019年总投资超10亿的项目有哪些", ["3个", "32亿元", "18.5亿元", "12.5亿元"]),
        ("2019年10亿以上签约项目有哪些", ["2个", "澜拓基板项目", "稷野装备项目"]),
        ("2019年签约的最大项目", ["澜拓基板项目最大", "32亿元"]),
        ("2019年产值第二的园区", ["紧排在南塘产业园规上工业总产值（148.6亿元）之后的是北岭产业园规上工业总产值116.3亿元"]),
        ("2019年税收前两位的园区", ["排在前面的依次是北岭产业园税收收入7.35亿元；南塘产业园税收收入6.12亿元"]),
        ("2019年哪个园区增长最快", ["北岭产业园增速最高", "13.7%"]),
        ("2019年增速最低的两个园区", ["西坪产业园", "南塘产业园"]),
        ("2019年主导产业哪个增长最快", ["碳纤维增速最高", "12%"]),
        ("2019年主导产业有哪些", ["有3个：碳纤维、医疗影像、减速器"]),
        ("有几个园区", ["有3个：南塘产业园、北岭产业园、西坪产业园"]),
        ("2019年哪个主导产业产值下降了", ["下降的只有：减速器"]),
        ("2019年增长超过10%的园区", ["符合的只有：北岭产业园"]),
        ("2019年北岭产业园产值占全区多少", ["33.9%"]),
        ("这两年规上工业总产值各多少", ["310亿元", "342.6亿元"]),
        ("两年主要指标对比", ["2018年固定资产投资88.2亿元", "2019年固定资产投资95.4亿元"]),
        ("2019年和2018年相比有哪些变化", ["310亿元", "342.6亿元"]),
        ("2019年哪些指标增速比上年快", ["只有：", "规上工业总产值", "提高3.3个百分点（10.5 − 7.2 = 3.3）"]),
        ("2019年哪些指标增速回落", ["只有：", "固定资产投资", "回落0.5个百分点（8.7 − 8.2 = 0.5）"]),
        ("2019年产值第二的企业", ["是桐讯电子", "22.7亿元"]),
        ("2019年产值最高的企业", ["榆川农机", "29.3亿元"]),
        ("2018年产值最高的企业", ["榆川农机", "18.5亿元"]),
        ("2019年获得了哪些荣誉", ["共2条", "二等奖", "省劳动模范"]),
        ("下一步工作打算", ["抓集群培育", "人才公寓600套"]),
        ("2020年重点抓什么", ["抓集群培育", "人才公寓600套"]),
        ("2019年重点抓什么", ["抓产业集群", "安置房500套"]),
        ("2019年取得了哪些成绩", ["95.4亿元", "342.6亿元"]),
        ("招商引资有哪些亮点", ["58批次"]),
        ("楸原储能电池项目什么时候开工", ["2019年5月26日（楸原储能电池项目，开工时间）"]),
        ("桦清环保项目哪天投产", ["2019年6月18日"]),
        ("楸原储能电池项目2019年完成投资比桦清环保产业园多多少", ["3.06亿元"]),
        ("就2019年完成投资来说，楸原储能电池比桦清环保产业园多多少", ["3.06亿元"]),
        ("2019年规上工业总产值的目标是多少", ["350亿元"]),
        ("2019年标准厂房租出去多少", ["27.9万平方米"]),
        ("2019年货邮多少", ["38.4万吨"]),
        ("2019年标准厂房入驻率", ["72.3%"]),
    ],
)
def test_what_a_report_tells_as_a_whole(zone: Assistant, question: str, told: list[str]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert [t for t in told if t not in answer.text] == []
    assert answer.citations
    assert [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED] == []


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("2017年哪些指标下降了", "28.3"),
        ("2019年总投资超50亿的项目有哪些", "的有"),
        ("2018年获得了哪些荣誉", "农机"),
        ("昀芯项目总投资多少", "6.6"),
    ],
)
def test_what_no_report_tells(zone: Assistant, question: str, untold: str) -> None:
    answer = zone.ask(question)
    assert answer.refused
    assert untold not in answer.text.split("相关的原文")[0]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["2019年产值最高的园区", "第二呢"], "北岭产业园"),
        (["2019年产值最高的园区", "第二呢", "它的税收多少"], "7.35亿元"),
        (["2019年产值最高的园区", "它的税收多少"], "6.12亿元"),
        (["2019年哪些指标下降了", "2018年呢"], "没有下降的"),
        (["2019年签约的最大项目是哪个", "落在哪个园区"], "北岭产业园"),
        (["2019年签约的最大项目是哪个", "落在哪个园区", "什么时候投产"], "2021年底"),
        (["2019年有几个园区", "各自产值多少"], "116.3亿元"),
        (["2019年主导产业有哪些", "哪个产值最高"], "碳纤维"),
        (["下一步怎么打算", "获得了哪些荣誉"], "二等奖"),
        (["明年有啥打算", "固定资产投资和规上工业总产值哪个涨得快"], "10.5%"),
        (["2019年融资租赁新增飞机几架", "船呢"], "5艘"),
    ],
)
def test_what_follows_is_of_what_was_named(zone: Assistant, turns: list[str], told: str) -> None:
    talk = zone.conversation()
    for question in turns[:-1]:
        talk.ask(question)
    assert told in talk.ask(turns[-1]).text
