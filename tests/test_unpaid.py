"""Money not paid out, what of a project is not yet invested, and numbers asked for by other words than the reports have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀高新技术产业开发区2023年工作总结

## 一、2023年工作回顾

年末规上工业企业214家，比上年末的201家净增13家，其中新入规21家、退库8家。规上工业总产值451.38亿元，为年初目标455亿元的99.2%。
全年应兑现扶持资金1.81亿元，已兑现1.58亿元，惠及企业176家；未兑现0.23亿元，涉及企业21家，财政局承诺2024年3月底前付清。

### （一）重点项目

1.旸谷轴承检测基地。位于东片区，总投资52.0亿元，用地460亩。当年投资18.6亿元，开工以来累计31.4亿元。
2.澜沧轴承总装厂。位于西片区，总投资11.5亿元。当年投资2.1亿元，开工以来累计4.5亿元。

## 二、2024年目标

亩均税收提高到22.5万元/亩，单位能耗降到0.35吨标准煤/万元。
"""
OTHER = """# 槐渚经济开发区2023年工作总结

2023年，规上工业总产值255亿元。应兑现奖补资金2.77亿元，已拨付2.36亿元，惠及企业87家；余下0.41亿元没有拨付，涉及企业19家，主要是审计没有做完。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("unpaid"), REPORT, "柳汀2023.md", 槐渚2023=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("柳汀2023年还有多少扶持资金没兑现？", ["0.23亿元"]),
        ("柳汀2023年扶持资金还没拿到手的企业有多少家？", ["21家"]),
        ("2023年槐渚没领到奖补资金的企业有几户？", ["19家"]),
        ("2023年柳汀和槐渚各还有多少政策资金没兑现？哪家欠得多？", ["0.23亿元", "0.41亿元", "槐渚经济开发区更多"]),
        ("柳汀2023年兑现了多少扶持资金？", ["1.58亿元"]),
    ],
)
def test_what_is_unpaid_is_told_as_such(zone: Assistant, question: str, answers: list[str]) -> None:
    text = zone.ask(question).text
    assert all(a in text for a in answers)


def test_a_heading_names_the_project_of_what_is_left(zone: Assistant) -> None:
    assert zone.ask("柳汀高新区旸谷轴承检测基地，到2023年底离总投资还剩多少没投？").text.startswith("20.6亿元")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("柳汀高新区2024年亩均税收要提到什么水平？", "22.5万元/亩"),
        ("柳汀2024年单位能耗要降到什么水平？", "0.35吨标准煤/万元"),
        ("请问柳汀2023年当年新进入规模以上统计的工业企业有多少家（不是净增）？", "21家"),
        ("柳汀2023年有几家工业企业新跨进规上行列？", "21家"),
        ("柳汀高新区2023年规上工业总产值原定的盘子是多大？兑现到百分之几？", "99.2%"),
    ],
)
def test_other_words_for_a_goal_and_for_what_came_in(zone: Assistant, question: str, answer: str) -> None:
    assert answer in zone.ask(question).text
