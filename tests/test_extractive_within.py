"""Which of the figures that share words is meant: a part of a whole, what a year spent, a state, a unit said in the question."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """岫川高新区2021年工作总结

一、2021年工作回顾
口岸货运量104.6万吨，增长11.5%，其中出口33.4万吨，增长18.9%。市外到位资金112.6亿元，其中省外61.3亿元。
税收收入13.9亿元，下降5.2%。园区用电10.5亿千瓦时，增长4.2%，其中工业用电8.9亿千瓦时。
入园企业138家，其中投产104家、在建21家、停产13家。关停退出企业9家，腾出土地612亩。
污水处理厂提标改造总投资1.15亿元，当年完成投资0.97亿元。云汀湖片区综合开发总投资12.3亿元。全区重点项目总投资55.6亿元。
鹭沟园入库税收8.9亿元，亩均税收31.4万元；汲湾园入库税收5.0亿元，亩均税收24.9万元。
高端装备产值增长22.6%，新材料产值增长9.6%。产值前三位的企业是冠桦陶瓷9.6亿元、砺桦建材7.2亿元、洁桦卫浴5.3亿元。
高新区综合评价列全省第8名，没有进前6名。实际使用外资5180万美元，完成年度任务5000万美元的103.6%。

二、2022年工作打算
重点盯住下表三件事：
| 事项 | 时限 |
| --- | --- |
| 二期围网 | 6月底 |
| 冷链物流港 | 9月底 |
| 数字农场 | 12月底 |
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("within"), REPORT, "岫川高新区2021年工作总结.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "figure"), [
    ("2021年口岸出口货运量多少", "33.4万吨"),
    ("2021年省外到位资金多少", "61.3亿元"),
    ("2021年整个园子一年耗多少电", "10.5亿千瓦时"),
    ("2021年停产的企业有多少", "13家"),
    ("2021年关停企业腾了多少地", "612亩"),
    ("污水处理厂提标改造，2021年一年花了多少钱", "0.97亿元"),
    ("污水处理厂提标改造总投资多少", "1.15亿元"),
    ("云汀湖那个片区开发，总投资多少", "12.3亿元"),
    ("2021年高端装备的增速领先新材料几个百分点", "13"),
    ("2021年产值最高的企业是哪家", "冠桦陶瓷"),
    ("2021年外资任务最后完成没有", "5180万美元"),
])  # fmt: skip
def test_what_is_meant_is_told(zone: Assistant, question: str, figure: str) -> None:
    assert figure in zone.ask(question).text.split("。")[0]


def test_what_is_for_each_is_set_against_nothing_that_is_for_all(zone: Assistant) -> None:
    assert "31.4" not in zone.ask("鹭沟园一个园交的税，占全区的百分之几？").text


def test_the_rows_of_a_table_are_the_list_that_announces_it(zone: Assistant) -> None:
    text = zone.ask("2022年重点盯住的三件事是哪三件").text
    assert text.startswith("共3个")
    assert all(item in text for item in ("二期围网", "冷链物流港", "数字农场"))


def test_a_growth_that_is_claimed_wrongly_is_corrected_before_whose_it_is(zone: Assistant) -> None:
    assert "并没有增长" in zone.ask("2021年税收增长5.2%，主要贡献来自哪个行业？").text


def test_a_place_that_was_aimed_at_is_a_goal_not_reached(zone: Assistant) -> None:
    assert "第8" in zone.ask("2021年哪几项目标没有完成").text
