"""Reckonings in whatever order and words: what is left of revenue without taxes, what a goal asks for, how far from it, how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀经济开发区2023年工作总结

## 一、2023年工作回顾

规上工业总产值410亿元，增长6.5%，年度目标420亿元。进出口总额80亿元，增长4%，年度目标78亿元。固定资产投资100亿元，增长3%。
上半年规上工业增加值41亿元，增长4%；全年规上工业增加值96亿元，增长6%。
一般公共预算收入20亿元，其中税收收入17.5亿元。年初批而未供土地900亩，消化620亩。
年末规上工业企业150家，新入库18家、退库6家，净增12家。东片区规上工业企业90家、西片区规上工业企业60家。

## 二、2024年目标

进出口总额88亿元；规上工业总产值目标440亿元左右，固定资产投资止跌回升、增长5%，财政总收入28亿元。
"""
AHEAD = """# 槐渚经济开发区2024年工作要点

2023年，全区规上工业总产值达到255亿元，增长10%。规上工业增加值65亿元，增长8%；年末规上工业企业76家。

2024年工作按下列目标推进。

## 一、目标

1. 规上工业总产值280亿元；规上工业增加值增长9%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("skeleton"), REPORT, "柳汀2023.md", 槐渚2024=AHEAD) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "value"), [
    ("我们懂点财政的讲，柳汀2023年一般公共预算收入里把税收拿走，还余多少亿元？", "2.5亿元"),
    ("2023年柳汀一般公共预算收入减掉税收收入，非税有几个亿？", "2.5亿元"),
    ("要完成2024年目标，柳汀进出口总额得在2023年实际基础上再增长百分之多少？", "10%"),
    ("假如柳汀2024年进出口总额刚好达到目标，同比增速会是多少？", "10%"),
    ("柳汀2024年固定资产投资如果实现预期增速，总量会达到多少亿元？", "105亿元"),
    ("柳汀23年固定资产投资若在24年如愿按目标增速增长，能做到几个亿？帮忙推算。", "105亿元"),
    ("没够着年初定的线——2023年柳汀规上工业总产值的缺口有多大，算成亿元。", "10亿元"),
    ("柳汀2023年进出口总额实绩减去年度目标，得几个亿？", "2亿元"),
    ("柳汀年初那些批而未供土地，2023年没消化完的还有多少亩？", "280亩"),
    ("柳汀2023年末规上工业企业共计多少家？", "150家"),
    ("柳汀2023年底纳入规模以上统计的工业企业，共计几家？", "150家"),
    ("2023年初堆着的批而未供土地，柳汀当年消化一批后还压着几亩？", "280亩"),
    ("柳汀23年开年存着的批而未供土地，当年消化的比例是多少？", "68.9%"),
    ("一般公共预算收入中，除税收外的部分，柳汀2023年合多少亿元？", "2.5亿元"),
    ("柳汀2023年规上工业总产值短了多少亿才够上年度目标？", "10亿元"),
    ("要完成2024年定的进出口总额，柳汀得在上一年实绩的基础上增长多少？给百分数。", "10%"),
    ("税收收入除以一般公共预算收入，柳汀2023年这个比例核出来是多少？", "87.5%"),
    ("柳汀2023年一般公共预算收入有几成来自税收收入？", "87.5%"),
    ("已知柳汀2023年全年和上半年的规上工业增加值，两个一减，后六个月是多少亿？", "55亿元"),
    ("柳汀2023年规上工业增加值，下半截做了几个亿？", "55亿元"),
])
def test_a_reckoning_is_known_by_its_parts_in_whatever_order(zone: Assistant, question: str, value: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert value in answer.text


@pytest.mark.parametrize(("question", "other"), [
    ("柳汀东片区2023年末规上工业企业共计多少家？", "150家"),  # of a part
    ("柳汀2024年进出口总额目标比2023年增加多少亿元？", "88亿元（"),  # by how much, no level
])
def test_what_narrows_a_question_is_not_left_out(zone: Assistant, question: str, other: str) -> None:
    assert not zone.ask(question).text.startswith(other)


@pytest.mark.parametrize(("question", "value"), [
    ("槐渚2023年规上工业增加值多少", "65亿元"), ("槐渚2023年末规上工业企业多少家", "76家"), ("槐渚2024年规上工业总产值目标多少", "280亿元"),
    ("柳汀2024年规上工业总产值目标多少", "440亿元"),
])
def test_a_plan_that_first_accounts_for_the_year_before_tells_of_that_year(zone: Assistant, question: str, value: str) -> None:
    assert value in zone.ask(question).text
    assert "增长5%" not in zone.ask(question).text


@pytest.mark.parametrize(("question", "value"), [
    ("二〇二四年规上工业总产值的目标额，柳汀经开区是怎么定的？", "440亿元左右"), ("2024年伊始，进出口总额要奔到多少亿，柳汀是怎么定的？", "88亿元"),
    ("2024年的外贸盘子怎么定的，柳汀进出口总额预期做到几亿？", "88亿元"), ("柳汀2024年进出口总额瞄着多少亿去？", "88亿元"),
    ("2024年进出口总额奔着多少亿去？柳汀23年的汇报里有写。", "88亿元"), ("柳汀给2024年进出口总额定在什么数？", "88亿元"),
    ("规上工业总产值这一项，柳汀2023年定了多少，年底又做成了百分之几？", "97.6%"), ("柳汀2023年进出口总额，任务数多少、完成百分之几？", "102.6%"),
])
def test_what_was_aimed_at_is_known_by_its_parts(zone: Assistant, question: str, value: str) -> None:
    assert value in zone.ask(question).text


def test_what_is_not_final_yet_is_foreseen(tmp_path: Path) -> None:
    told = "研发投入尚未出终值，预计4.6亿元，增长9%。钧砺特种铝箔项目预计2025年达产，达产后年产值40亿元左右。"
    report = f"# 澧沅经济开发区2023年工作总结\n\n## 工作回顾\n\n{told}\n"
    with over(tmp_path, report, "澧沅2023.md") as assistant:
        for question in ("澧沅2023年研发投入初步估算是多少亿元？正式数还没有。", "澧沅对2023年研发投入心里有个数，是几个亿？"):
            assert "4.6亿元" in assistant.ask(question).text
        assert "40亿元左右" in assistant.ask("澧沅钧砺特种铝箔项目满负荷开起来一年值几个亿？").text
