"""What lost a standing, dropped out or fell through: the number of those, and never of all there are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀高新技术产业开发区2023年工作总结

## 一、2023年工作回顾

年末规上工业企业214家，比上年末的201家净增13家，其中新入规21家、退库8家。高新技术企业由71家增至87家，其中新认定19家，因研发费用归集不合规被摘牌3家。
新认定省级专精特新企业8家，2家因复核不合格被摘牌，年末累计29家。
新签约项目46个，协议投资137.2亿元。与此同时，2022年签约的38个项目中有6个在2023年解约，主要是环评未获批复。
"""
OTHER = """# 槐渚经济开发区2023年工作总结

2023年，规上工业总产值255亿元。年末高新技术企业66家，新认定9家。专精特新小巨人企业5家，1家复核未通过被取消资格。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("lost"), REPORT, "柳汀2023.md", 槐渚2023=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("柳汀高新区2023年有几家企业丢了高新技术企业资格？", "3家"),
        ("2023年柳汀高新区被摘牌的高新技术企业有多少家？", "3家"),
        ("柳汀2023年高企里头没通过复审的有多少家？", "3家"),
        ("柳汀2023年几户省级专精特新没保住牌子？", "2家"),
        ("柳汀高新区2023年有几家规上企业掉出去了？要退出的总数，不是净增。", "8家"),
        ("规模以上工业的花名册，柳汀2023年划掉了几户？", "8家"),
        ("柳汀2023年从规上企业名录里移出的有多少户？", "8家"),
        ("柳汀2023年有几家工业企业不再纳入规上统计？", "8家"),
        ("柳汀高新区2022年签下的项目，后来在2023年黄了几个？", "6个"),
        ("2022年柳汀签约的38个项目，到2023年解约了几个？", "6个"),
        ("槐渚2023年小巨人被取消资格的有几家？", "1家"),
        ("柳汀高新区2023年高新技术企业有多少家？", "87家"),
    ],
)
def test_what_left_is_counted(zone: Assistant, question: str, answer: str) -> None:
    assert zone.ask(question).text.startswith(answer)


@pytest.mark.parametrize("question", ["槐渚2023年有几家企业丢了高新技术企业资格？", "槐渚2023年签下的项目黄了几个？"])
def test_what_is_there_is_no_number_of_what_left(zone: Assistant, question: str) -> None:
    assert zone.ask(question).text.startswith("报告中没有")
