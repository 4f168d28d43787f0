"""The other end of a group after the one was told, who runs in front, whom 这个人 is of, and the university that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

PARKS = """# 鹄汀高新技术产业开发区2021年工作总结

一、2021年工作回顾
全年实现营业总收入806.3亿元，同比增长15.4%，其中月塘园、芦汊园、栗坡园分别为341.7亿元、276.2亿元、188.4亿元，分别增长12.8%、21.3%和12.1%。
晗曜光电工会主席闵若溪4月荣获全国五一劳动奖章。会同银行开展“金融进园区”活动，为136家企业新增授信21.5亿元。
5月27日，鹄汀生物医药创新研究院挂牌，该院由管委会与嶷山医科大学联合组建，五年计划投入3亿元。研究院专利转化率18.5%。

二、存在问题
创新成果转化不畅，研究院人才引进偏慢。
"""


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parks"), PARKS, "鹄汀2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "first"), [
    ("鹄汀2021年哪个园区营业总收入增速最高||谁最低", "栗坡园增速最低"),
    ("鹄汀2021年哪个园区营业总收入增速最高||谁最低||哪个最多", "月塘园最高"),
    ("鹄汀2021年哪个园区营业总收入最高||谁最低||哪个增速最高", "芦汊园增速最高"),
    ("鹄汀三个园区2021年营业总收入各是多少||论涨幅谁跑在最前头", "芦汊园增速最高"),
])
def test_the_other_end_is_looked_for_among_all_of_them(parks: Assistant, talk: str, first: str) -> None:
    assert last(parks, talk).startswith(first)


def test_that_person_is_the_one_just_named(parks: Assistant) -> None:
    told = last(parks, "鹄汀2021年谁拿了全国五一劳动奖章||这个人在哪家企业、担任什么职务")
    assert "闵若溪" in told
    assert "136家" not in told


@pytest.mark.parametrize("question", ["跟鹄汀管委会一块儿办研究院的是哪所大学呀？", "鹄汀管委会和哪所高校共建了研究院"])
def test_a_university_is_answered_by_a_sentence_that_names_one(parks: Assistant, question: str) -> None:
    assert "嶷山医科大学" in parks.ask(question).text
