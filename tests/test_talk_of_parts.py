"""Talk about parts: of a whole just told, of a project, of a trade that has a number of its own; and papers that stand for their zone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REVIEW = """东陂经济开发区2021年工作总结
一、2021年工作回顾
2021年，完成规上工业总产值312.6亿元，增长8.4%。地区生产总值96亿元，其中第二产业增加值48.2亿元、第三产业增加值44.6亿元，旅游业增加值12.5亿元。
财政总收入30.6亿元，增长11.7%，其中一般公共预算收入16.4亿元，增长10.5%。现有科技企业孵化器14家，其中国家级5家；引进国家级高层次人才7人。
四大产业中，精密机械产值24.8亿元，下降3.7%；光学玻璃产值61.3亿元，增长9.1%。
11月6日，总投资21亿元的晟河锂电隔膜项目签约落户，其中一期投资9.5亿元、规划用地380亩。
汀洲演艺中心当年完成投资2.1亿元，开工以来累计完成投资7.8亿元。
全年过货量183.9万吨，其中进口145.7万吨、出口38.2万吨。进出口总额68.7亿元，其中进口43.8亿元、出口24.9亿元。
二、2022年工作打算
规上工业总产值力争达到340亿元，增长9%。
"""
NEXT = """# 东陂经济开发区管委会主任2022年述职报告

2022年，全区规上工业总产值331.2亿元，增长5.9%。单位工业增加值能耗下降4.1%，没有完成下降4.5%的目标，原因是试生产期间自备锅炉未能停用。
财政总收入33.1亿元，一般公共预算收入17.9亿元。
"""
OTHER = """# 柏滩高新技术产业开发区2022年统计公报

2022年，规上工业总产值128.4亿元，增长7.2%。单位工业增加值能耗下降5.7%，超过年度下降4%的目标。财政总收入12.2亿元，一般公共预算收入6.8亿元。
"""


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parts"), REVIEW, 述职=NEXT, 公报=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(("turns", "told"), [
    (["东陂2021年有几家科技企业孵化器", "里面国家级的呢"], "5家"),
    (["柏滩2022年财政总收入有多少？", "其中一般公共预算收入呢", "同一年东陂的这个数是多少"], "17.9亿元"),
    (["晟河的锂电隔膜项目总投资是多少", "一期投多少呢", "它打算用多少地？"], "380亩"),
    (["东陂2021年进口比出口多多少"], "18.9亿元"),
    (["东陂2021年三产增加值比二产少多少"], "3.6亿元"),
    (["汀洲演艺中心总共花了多少投资"], "7.8亿元"),
    (["东陂2021年总结里给2022年规上工业总产值提的目标，后来做到了没？"], "331.2亿元"),
    (["主任述职里说2022年单位工业增加值能耗没完成目标，是怎么解释的？"], "自备锅炉"),
    (["公报里2022年规上工业总产值多少"], "128.4亿元"),
])
def test_told(toy: Assistant, turns: list[str], told: str) -> None:
    talk = toy.conversation()
    *_, answer = [talk.ask(turn) for turn in turns]
    assert told in answer.text


def test_a_part_with_a_number_of_its_own_is_never_told_the_whole(toy: Assistant) -> None:
    answer = toy.ask("东陂2021年精密机械规上工业总产值增长了多少")
    assert answer.refused or "8.4%" not in answer.text
    assert "精密机械产值24.8亿元，下降3.7%" in answer.text


@pytest.mark.parametrize(("asked", "told", "refused"), [
    ("基础设施投资占固投多少", "15.06 ÷ 37.59", False), ("拆除房屋面积多少", "18万平方米", False),
    ("固投呢", "2019年“固投”的目标", True), ("2019年固投多少", "没有嵊州开发区2019年", True),
])
def test_behind_a_goal_what_is_complete_by_itself_is_of_now(sample: Assistant, asked: str, told: str, *, refused: bool) -> None:
    talk = sample.conversation()
    talk.ask("2019年财政收入想做到多少")
    answer = talk.ask(asked)
    assert told in answer.text
    assert answer.refused is refused
