"""What is asked of each row of a table that the report doesn't print: one column by another, its share, of whom the rows are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import last, over

REVIEW = """# 岚溪经济开发区2022年工作总结

表1 2022年分片区情况

| 片区 | 主导产业 | 建成面积（平方公里） | 规上工业总产值（亿元） | 规上工业企业（户） |
| --- | --- | --- | --- | --- |
| 石桥园 | 纺织 | 8.0 | 96.0 | 40 |
| 柳泉园 | 食品 | 4.0 | 60.0 | 20 |
| 合计 | — | 12.0 | 156.0 | 60 |

## 一、经济运行

三大主导产业平稳运行：纺织产业产值70.2亿元，增长5.1%；食品产业产值52.4亿元，增长9.3%；建材产业产值20.8亿元，下降1.2%。
新签约项目40个，总投资80亿元，其中投资5亿元以上的项目6个。专利授权500件。

## 二、创新

专利授权中发明专利120件，增长8.0%。
"""


@pytest.fixture(scope="module")
def zones(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("rows"), REVIEW, "岚溪2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("岚溪2022年哪个片区单位面积产值最高", ["柳泉园单位面积产值最高：15亿元/平方公里", "96 ÷ 8 ≈ 12"]),
    ("岚溪2022年户均产值最低的片区", ["石桥园", "2.4亿元/户"]),
    ("岚溪2022年各产业产值排序", ["纺织产业70.2亿元", "食品产业52.4亿元", "建材产业20.8亿元"]),
    ("岚溪2022年各片区规上工业总产值占全区的比重", ["石桥园占61.5%", "柳泉园占38.5%"]),
    ("岚溪2022年各产业产值占规上工业总产值的比重", ["纺织产业占45%", "建材产业占13.3%"]),
    ("岚溪2022年5亿元以上项目占比", ["15%", "6 ÷ 40"]),
    ("岚溪2022年发明专利占比", ["24%", "120 ÷ 500"]),
])
def test_rows_are_divided_and_parts_are_shared(zones: Assistant, question: str, said: list[str]) -> None:
    text = last(zones, question)
    assert [word for word in said if word not in text] == [], text


@pytest.mark.parametrize("question", ["岚溪2022年亩均税收最高的产业", "岚溪2022年哪个片区人均产值最高"])
def test_a_total_stands_for_no_quotient(zones: Assistant, question: str) -> None:
    answer = zones.ask(question)
    assert answer.refused, answer.text
    assert "相除" in answer.text
