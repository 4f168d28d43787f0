"""A known indicator is answered by no other; by how much a value was restated, and why; where a place stood before it fell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

FIRST = """# 岫川经济开发区2020年工作总结

规模工业总产值完成214.6亿元，增长4.2%。土地出让金实收28.3亿元。为什么产值没有再高一些？两家龙头企业停产检修，订单后移。
"""
NEXT = """# 岫川经济开发区2021年工作总结

规模工业总产值完成240.8亿元，增长12.9%，其中2020年规模工业总产值由214.6亿元核定为213.2亿元，剔除了2家企业重复上报的产值。
在国家级经开区综合考评中列第91位，后退3位。珂泊航材7月19日完成全区首单保税维修业务。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("another"), FIRST, "岫川2020.md", 岫川2021=NEXT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2020年规模工业总产值核减了多少", "少1.4亿元"),
    ("2020年工业总产值，两份报告里为什么对不上", "剔除了2家企业重复上报"),
    ("2020年国家级经开区综合考评第几位", "第88位"),
    ("首单保税维修是谁做的", "珂泊航材"),
    ("2020年卖地收了多少钱", "28.3亿元"),
])  # fmt: skip
def test_what_was_restated_and_what_fell(zone: Assistant, question: str, said: str) -> None:
    assert said in zone.ask(question).text


def test_a_part_is_offered_as_what_it_is(zone: Assistant) -> None:
    text = zone.ask("2020年工业总产值是多少").text
    assert "214.6亿元" in text
    assert "规模工业总产值" in text


@pytest.mark.parametrize(("question", "missing"), [
    ("2020年营业总收入是多少", "“营业总收入”"),
    ("2021年规模工业总产值和工业增加值各多少", "“工业增加值”"),
    ("2021年进出口总额和研发投入各多少", "“研发投入”"),
    ("2021年亿元以上企业是多少", "“亿元以上企业”"),
])  # fmt: skip
def test_a_known_indicator_is_answered_by_no_other(zone: Assistant, question: str, missing: str) -> None:
    text = zone.ask(question).text
    assert "报告中没有" in text
    assert missing in text


EXPLAINED = """# 泞川经济开发区2022年工作总结

## 一、2022年工作回顾
（一）工业运行平稳。规上工业总产值312.6亿元，增长6.1%，完成年度目标330亿元的94.7%。没有全面完成目标，主要是两家龙头企业三季度限电停产。
分行业看，电机制造业增长18.4%，茶饮料增长3.7%，家用纺织受海外品牌商转单影响下降7.3%。
（二）消费回暖。门票收入0.86亿元，下降5.2%，主要是景区自4月起票价由90元降至50元。
受一家外资企业增资款跨年到账影响，全年实际利用外资5240万美元，下降8.6%。
（三）财政增收。一般公共预算收入12.4亿元，完成年度目标的104.2%，超收0.5亿元。增收主要靠两头：茶饮料企业增值税多缴，土地契税一次性入库。
入库税金9460万元，没有完成1亿元的任务。短在两处：留抵退税多退了320万元，建材企业缓缴220万元。
- **栎昀智能轴承产业园**：总投资18亿元，当年完成投资5.6亿元。因进口热处理线到货推迟，投产时间由10月调整到12月。
建成人才公寓260套，未达到年初400套的计划，主要是北墅地块遇到淤泥层，桩基返工。高端人才留不住，主要是人才公寓供给不足。
瑾陶特种瓷项目因环评公示延期，开工时间推迟到11月。

## 二、2023年工作安排
规上工业总产值增长8%。
"""


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("explained"), EXPLAINED, "泞川2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("家用纺织是泞川的老底子，2022年却掉了下来，报告把原因归到哪里", "海外品牌商转单"),
    ("游客不少，2022年门票钱反倒少了，材料是怎么解释的", "票价由90元降至50元"),
    ("多数指标都在涨，2022年外资到账反而下滑，总结给出的缘由是什么", "增资款跨年到账"),
    ("2022年实际使用外资不升反降，与去年差距明显，文件对此给出了怎样的解释", "增资款跨年到账"),
    ("2022年工业产值就差一点没达标，怎么回事", "三季度限电停产"),
    ("2022年一般公共预算超收靠什么", "土地契税一次性入库"),
    ("2022年入库税金为什么没完成任务", "建材企业缓缴"),
    ("2022年人才公寓少于年初计划，卡在了哪个环节上", "桩基返工"),
    ("栎昀轴承产业园怎么往后拖投产了", "进口热处理线到货推迟"),
])  # fmt: skip
def test_the_cause_of_what_is_asked_is_told_however_its_fall_is_called(explained: Assistant, question: str, said: str) -> None:
    assert said in explained.ask(question).text


@pytest.mark.parametrize(("question", "unsaid"), [
    ("2022年电机制造业怎么就掉下来了", "海外品牌商转单"),
    ("2022年固定资产投资却掉了下来，报告把原因归到哪里", "影响下降"),
])  # fmt: skip
def test_the_cause_of_something_else_is_not_told(explained: Assistant, question: str, unsaid: str) -> None:
    assert unsaid not in explained.ask(question).text


LED = """# 沅岬经济开发区2022年工作总结

为把年度目标一项一项落到实处，组建三个专班：招商引资专班，由管委会副主任闻渡牵头；重大项目推进专班，由管委会主任祝砚秋牵头；技术改造专班，由管委会副主任郝听澜牵头。
全年投入建设资金4.8亿元，滨湖大道南延、锦帆路、通渠路三条道路建成通车，新增里程9.6公里。新开通两条近洋集装箱航线，航线总数9条。
2023年不铺新摊子，紧紧盯住下表三件事：

| 事项 | 责任单位 | 时限 |
|---|---|---|
| 渠首泵站改造 | 农水局 | 9月底 |
| 澄湾冷链园一期 | 商务局 | 12月底 |
| 穗源烘干线 | 种业办 | 11月底 |

全年三件大事之外，道路养护完成41公里。
"""


@pytest.fixture(scope="module")
def led(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("led"), LED, "沅岬2022.md") as assistant:
        yield assistant


def test_who_leads_each_is_told_of_all_of_them(led: Assistant) -> None:
    each = led.ask("沅岬2022年组了三个专班，各由谁牵头").text
    assert all(name in each for name in ("闻渡", "祝砚秋", "郝听澜"))
    alone = led.ask("沅岬2022年技术改造专班由谁牵头").text
    assert "郝听澜" in alone
    assert "闻渡" not in alone


def test_roads_asked_for_are_those_that_a_sentence_names_as_roads(led: Assistant) -> None:
    text = led.ask("沅岬2022年新通车的路有哪几条").text
    assert all(road in text for road in ("滨湖大道南延", "锦帆路", "通渠路"))


def test_what_a_sentence_says_stands_in_the_table_below_is_told_row_by_row(led: Assistant) -> None:
    text = led.ask("沅岬2023年紧紧盯住的三件事是哪三件").text
    assert all(task in text for task in ("渠首泵站改造", "澄湾冷链园一期", "穗源烘干线"))


LISTED = """# 沚岫经济开发区2023年工作总结

一、2023年工作回顾

全年规上工业总产值150亿元，增长7%。轴承、制衣、罐头三大主导产业分别完成产值60亿元、45亿元、20亿元。

10月，省商务厅授予开发区“省级外贸转型升级基地”称号。园区绿化面积增加2万平方米。12月，国家发展改革委命名开发区为国家级绿色产业示范基地。

对照年初定的任务，有四项没有到数：固定资产投资、出口、实际利用外资、研发投入。这四项欠账，哪家牵头的，散会后交一份说明。

为200名工人追回欠薪300万元。

二、下步打算

规上工业总产值增长8%。固定资产投资增长10%。一般公共预算收入增长5%。

重点抓好三个方面：

- **稳工业。** 支持轴承企业扩产，新增产值8亿元。
- **扩开放。** 组织企业参展12场次，出口增长6%。
- **优环境。** 审批时限再压缩两成。

同时，抓好安全生产。
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("listed"), LISTED, "沚岫2023.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("沚岫2023年有四项欠账，是哪四项", ("固定资产投资、出口、实际利用外资、研发投入",)),
    ("沚岫2023年新拿到哪两块牌子（称号）", ("省级外贸转型升级基地", "国家级绿色产业示范基地", "共2条")),
    ("写材料：沚岫2023年这边拿了哪些荣誉，各是哪个部门给的", ("省商务厅", "国家发展改革委")),
    ("沚岫2024年重点抓好哪三个方面", ("共3条", "稳工业", "扩开放", "优环境")),
    ("面试要背：沚岫对2024年下一步的打算分几块抓", ("共3条", "稳工业", "扩开放", "优环境")),
    ("沚岫靠哪几个产业吃饭？2023年每个产值多少也说一下", ("60亿元", "45亿元", "20亿元")),
    ("沚岫2023年三大主导产业产值各多少？哪个往上走、哪个往下走", ("60亿元", "45亿元", "20亿元")),
    ("沚岫2023年给工人追回多少欠薪", ("300万元",)),
])  # fmt: skip
def test_all_that_is_counted_is_told(listed: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = listed.ask(question).text
    assert all(t in text for t in told), text
