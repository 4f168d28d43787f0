"""What stands behind each part's first number is the part's; projects that a count by size names in brackets; by how much money two differ."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over
from tests.test_figures_of_parts import rows_of

REPORT = """# 棽埠高新区2022年工作总结

进出口总额46.1亿元，其中出口33.4亿元、进口12.7亿元。三个片区中，光谷片8.4平方公里，入驻企业512家；药港片11.6平方公里，入驻企业287家。

全年新引进项目47个，总投资96.5亿元。投资额亿元以上的21个，比年度目标多2个；10亿元以上的2个，分别是棽泽手术机器人产业园（14.5亿元）、坂图工业软件研发基地（11.8亿元）。

# 2023年打算

地区生产总值增长8%；规上工业总产值340亿元；新引进亿元以上项目25个；盘活低效用地350亩。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("alongside"), REPORT, "棽埠2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("text", "rows"), [
    ("建成区面积24平方公里。三个片区中，光谷片8.4平方公里，入驻企业512家；药港片11.6平方公里，入驻企业287家；其余4平方公里为综合片。",
     {("光谷片", "入驻企业", "512家"), ("药港片", "入驻企业", "287家")}),
    ("光谷片产值42亿元，税收3.1亿元；全区企业120家。药港片产值30亿元，企业80家。", {("", "企业", "80家")}),
])  # fmt: skip
def test_what_is_told_behind_each_parts_number_is_the_parts(text: str, rows: set[tuple[str, str, str]]) -> None:
    assert rows <= {row[:3] for row in rows_of(text)}


@pytest.mark.parametrize(("asked", "told"), [
    ("棽埠2022年新引进的10亿元以上项目有哪几个", ("棽泽手术机器人产业园总投资14.5亿元", "坂图工业软件研发基地总投资11.8亿元")),
    ("棽埠2022年出口多还是进口多？差多少钱？", ("33.4 − 12.7 = 20.7",)),
    ("棽埠2022年药港片入驻企业有多少家", ("287家",)),
])
def test_each_is_told(zone: Assistant, asked: str, told: tuple[str, ...]) -> None:
    answer = zone.ask(asked).text
    assert not [t for t in told if t not in answer], answer
    assert "盘活" not in answer
