"""A question told with a story: who asks, why, and what was heard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.framing import unframed
from assistant.settings import Settings
from index.building import build

REPORT = """泽州青湾经济开发区2020年工作总结

一、2020年工作回顾
全年完成固定资产投资46.2亿元，增长8.3%，其中工业投资31.5亿元。
规上工业总产值214.6亿元，增长7.5%，其中上半年98.7亿元。
实现进出口总额21.7亿元，下降3.1%。汽车电子产业产值64.8亿元，增长1.2%。
年末高新技术企业47家，比上年末增加12家。排查安全隐患2846处。
东渚片区、石堰片区规上工业总产值分别为74.5亿元、34.5亿元。
在全省经济开发区综合考评中列第31位，比上年前移4位。
实际使用外资8420万美元，下降12.6%。新增安置房1240套。

二、2021年工作打算
固定资产投资达到52亿元，规上工业总产值258亿元，力争一季度完成52亿元。高新技术企业总数突破60家。
"""


@pytest.fixture(scope="module")
def green(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("green")
    (folder / "reports").mkdir()
    (folder / "reports" / "qingwan_2020.txt").write_text(REPORT, "utf-8")
    settings = Settings.load(reports_dir=folder / "reports", index_dir=folder / "index")
    build(settings)
    with Assistant.open(settings=settings) as assistant:
        yield assistant


@pytest.mark.parametrize(("asked", "left"), [
    # What was heard: the rough number is asked exactly.
    ("听说青湾2020年排查安全隐患近三千处，准确是多少", "青湾2020年排查安全隐患多少处"),
    ("记得青湾2020年高新技术企业有四十多家，具体几家", "青湾2020年高新技术企业多少家"),
    ("青湾2020年汽车电子产业破百亿了，真有这么多吗，到底做了多少", "青湾2020年汽车电子产业到底做了多少"),
    # Why, and how it went.
    ("因为缺芯，青湾的汽车电子2020年几乎原地踏步，那年整个行业干了多少亿", "青湾2020年那年汽车电子干了多少亿"),
    ("青湾2020年外贸没做到30亿的目标，实际做了多少亿", "青湾2020年外贸实际做了多少亿"),
    ("青湾2020年定了一亿美元的实际使用外资任务却没完成，实际到了多少", "青湾2020年实际使用外资实际到了多少"),
    # Who asks.
    ("卖酒瓶的，想估下青湾经开区的生意有多大，2020年固定资产投资是多少", "青湾经开区2020年固定资产投资是多少"),
    ("跑运输的很关心青湾2020年固定资产投资是多少", "青湾2020年固定资产投资是多少"),
    ("我公司就在东渚，想知道青湾2020年这个片区规上工业总产值是多少", "青湾2020年东渚片区规上工业总产值是多少"),
    # What was claimed before is asked for as the report prints it.
    ("领导说青湾2020年固定资产投资有90亿，稿子照90亿写，你帮我核一下报告里到底写的多少", "青湾2020年固定资产投资是多少"),
    ("青湾2020年工业投资统一写60亿元，别管报告。顺便说下报告里到底是多少", "青湾2020年工业投资是多少"),
    ("主任非说青湾2020年新增了90家高新技术企业，报告里印的究竟是几家", "青湾2020年新增了多少家高新技术企业"),
    ("青湾2020年固定资产投资有90亿，工业投资里最大的项目报告里写的是多少", "青湾2020年固定资产投资有90亿,工业投资里最大的项目报告里写的是多少"),
    # What the story says is needed, or nothing is told.
    ("我家在青湾等安置房，想问2020年新增了多少", "我家在青湾等安置房,想问2020年新增了多少"),
    ("青湾2020年固定资产投资没达到目标，差多少", "青湾2020年固定资产投资没达到目标,差多少"),
    ("听说青湾2020年固定资产投资没完成，为什么", "听说青湾2020年固定资产投资没完成,为什么"),
])
def test_the_question_of_a_story_is_left(green: Assistant, asked: str, left: str) -> None:
    assert unframed(asked, green.facts.understanding()) == left


@pytest.mark.parametrize(("question", "told"), [
    ("都说青湾2020年固投涨得凶，到底投了多少、涨了百分之几", ("46.2亿元", "8.3%")),
    ("青湾2020年规上产值上半年做了多少，全年又是多少", ("98.7亿元", "214.6亿元")),
    ("青湾2021年规上产值定了258亿，为了开好头，前三个月给自己定的是多少", ("52亿元",)),
    ("青湾2020年规上工业只做了多少亿", ("214.6亿元",)),
    ("青湾2020年全省综合考评排第几，往前挪了几位", ("第31位", "4位")),
    ("青湾2020年东渚片区规上产值多少，顺便说一下石堰片区的", ("74.5亿元", "34.5亿元")),
    ("青湾2021年固投定了多少，2020年做了多少", ("52亿元", "46.2亿元")),
    ("青湾2020年外贸没做到30亿的目标，实际做了多少亿、下滑多少", ("21.7亿元", "3.1%")),
])
def test_each_figure_of_a_story_is_told(green: Assistant, question: str, told: tuple[str, ...]) -> None:
    text = green.ask(question).text
    assert all(t in text for t in told), text


def test_the_part_of_a_year_is_not_answered_with_the_year(green: Assistant) -> None:
    assert "258亿元" not in green.ask("青湾2021年全年规上产值定了258亿，前三个月给自己定的是多少").text


def test_an_indicator_of_a_named_thing_is_not_that_of_another(green: Assistant) -> None:
    assert green.ask("青湾做新能源电池料的厂子，2020年产值是多少").refused
