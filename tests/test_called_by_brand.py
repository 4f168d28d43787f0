"""Things called by their brand in another clause, what is left of a whole, so many at so much each, the one against the sum of others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

ENGINES = """# 楸埝经济开发区2023年工作总结

一、2023年工作回顾
规上工业总产值468.9亿元，增长13.2%。从节奏看，一季度96.3亿元、增长8.2%；上半年215.6亿元、增长14.4%；前三季度338.4亿元。栎塬、芡浦、硃坪三个片区规上工业总产值分别为231.8亿元、149.6亿元、87.5亿元。
固定资产投资没有达标，我负主要责任。全年104.6亿元，增长8.1%，与11%的预期差2.9个百分点。症结有两处：羿湍二期所需用地报批滞后；楼市转冷，房地产开发投资只有14.7亿元。工业投资63.1亿元，增长16.4%。
一般公共预算收入15.72亿元，增长10.1%；税收收入13.06亿元，增长12.1%。收入不及预期，一方面是全年办理增值税留抵退税减收1.17亿元，另一方面是缓缴税费4200万元。
羿湍航空发动机维修基地是建区以来最大的项目，总投资32亿元，当年完成投资11.7亿元，累计完成投资18.1亿元。泓泰新材聚碳酸酯项目总投资52亿元，3月动工。
羿湍航空产值82.5亿元，增长6.2%。签约亿元以上项目42个，协议总投资193.7亿元，10亿元以上项目4个；当年开工29个，开工率69.0%。
旅客吞吐量745.8万人次，增长93.1%，恢复到2019年的104.3%。民生支出8.46亿元，占一般公共预算支出的72.6%。

关于2024年，会议初步确定：规上工业总产值520亿元，增长11%左右；新认定高新技术企业40家。
"""

BORDER = """# 岽垭边境经济合作区2023年工作总结

一、2023年工作回顾
规上工业总产值57.5亿元，按现价计算增长19.2%，按可比价计算增长6.3%。进出口总额386.5亿元，其中出口241.8亿元，进口144.7亿元。
边民互助合作社68个，参与互市边民1.52万人，人均增收4860元。年末高新技术企业92家。民生支出3.6亿元，占一般公共预算支出的71.6%。
那桠智慧口岸项目总投资9亿元，累计完成投资6.3亿元。6月，自治区商务厅认定我区为自治区级现代服务业集聚区。
医疗器械注册证236张（其中第三类27张）。建成标准厂房34.6万平方米，其中蒿埠片区19.8万平方米。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("brands"), ENGINES, "qiunian_2023.md", dongya_2023=BORDER) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("羿湍那个发动机维修基地，光2023这一年投进去多少？", "11.7亿元"),
    ("都说楸埝离不开羿湍航空，这一家2023年产值多少？", "82.5亿元"),
    ("羿湍维修基地到2023年末离总盘子还差多少投资没投", "13.9亿元"),
    ("羿湍发动机维修基地从动工到23年底总共已经砸进去多少钱", "18.1亿元"),
    ("楸埝2023年四季度规上工业总产值是多少", "130.5亿元"),
    ("楸埝2024年规上产值要干到多少亿", "520亿元"),
    ("楸埝2023年一般公共预算收入里，非税那块是多少", "2.66亿元"),
    ("楸埝2023年留抵退税减收了多少", "1.17亿元"),
    ("楸埝2023年签约亿元以上项目当年开工几个", "29个"),
    ("楸埝2023年固定资产投资中，工业投资和房地产开发投资以外的部分", "26.8亿元"),
    ("楸埝2019年旅客吞吐量大约多少", "715.1万人次"),
    ("2023年岽垭的进出口额顶楸埝几个", "报告中没有"),
    ("岽垭2023年进口是出口的几倍", "0.6倍"),
    ("岽垭参与互市边民2023年增收总额（人数×人均增收，万元）", "7387.2万元"),
    ("岽垭2023年规上工业总产值按可比价增长多少", "6.3%"),
    ("岽垭2023年规上工业总产值按现价增长多少", "19.2%"),
    ("岽垭2023年三类医疗器械证几张", "27张"),
    ("岽垭2023年标准厂房，除了蒿埠还有多少", "14.8万平方米"),
    ("岽垭2023年获得哪些荣誉", "现代服务业集聚区"),
])
def test_what_is_asked_is_told(zones: Assistant, question: str, said: str) -> None:
    assert said in zones.ask(question).text


def test_a_number_of_another_thing_is_no_answer(zones: Assistant) -> None:
    answer = zones.ask("泓泰聚碳酸酯项目2023年底累计完成投资多少")
    assert answer.refused
    assert answer.text.startswith("报告中没有")


def test_a_cause_told_two_sentences_on(zones: Assistant) -> None:
    assert "用地报批滞后" in zones.ask("楸埝2023年固定资产投资为什么没达标").text


def test_one_against_the_sum_of_the_others(zones: Assistant) -> None:
    text = zones.ask("楸埝2023年栎塬的规上产值比芡浦和硃坪加一块还多多少").text
    assert "237.1" in text
    assert "5.3亿元" in text
    assert "栎塬的规上工业总产值比它们之和少" in text


def test_a_zone_left_open_is_said(zones: Assistant) -> None:
    assert "问题没有指明开发区" in zones.ask("民生支出占比").text


@pytest.mark.parametrize(("turns", "said"), [
    ("羿湍航空发动机维修基地总投资多少||泓泰那个呢", "52亿元"),
    ("泓泰新材聚碳酸酯项目总投资多少||羿湍航空发动机维修基地呢", "32亿元"),
    ("楸埝2023年民生支出多少||占一般公共预算支出的比重||据此倒算2023年一般公共预算支出总额", "11.65亿元"),
    ("楸埝2023年签了多少个亿元以上项目||签归签，当年真正开工的有几个", "29个"),
])
def test_behind_other_turns(zones: Assistant, turns: str, said: str) -> None:
    assert said in last(zones, turns)
