"""Words for several measures (产值、投资), asked of side by side, are of the zone itself, as each of them is alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """柳汀开发区2022年工作总结

一、2022年工作

| 指标 | 单位 | 2022年 | 年度目标 |
| --- | --- | --- | --- |
| 规上工业总产值 | 亿元 | 302.4 | 300 |
| 固定资产投资 | 亿元 | 115.6 | 118 |

规上工业总产值完成302.4亿元，增长8.1%。固定资产投资115.6亿元，增长6.3%，其中工业投资72.8亿元、基础设施投资16.1亿元、房地产开发投资14.9亿元；其他投资11.8亿元。
实际利用外资5120万美元，增长4.4%。装备制造完成产值140.2亿元，食品完成产值61.7亿元，其余行业合计产值20.5亿元。

二、2023年打算

规上工业总产值330亿元，固定资产投资123亿元。青釉项目投产后年新增产值6.5亿元。
"""


@pytest.fixture(scope="module")
def told_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("several"), REPORT, "柳汀开发区2022年工作总结.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "amounts"), [
    ("柳汀2022年产值、投资、外资分别多少", ("302.4亿元", "115.6亿元", "5120万美元")),
    ("柳汀2022年投资和外资各是多少", ("115.6亿元", "5120万美元")),
])
def test_each_of_several_is_the_zones_own(told_of: Assistant, question: str, amounts: tuple[str, ...]) -> None:
    answer = told_of.ask(question)
    assert [answer.text.find(a) for a in amounts] == sorted(answer.text.find(a) for a in amounts if a in answer.text)
    assert not any(other in answer.text for other in ("11.8", "330", "以上按意思"))


@pytest.mark.parametrize("question", ["柳汀2022年产值和投资都完成任务没", "柳汀2022年规上工业总产值、固定资产投资完成目标了吗"])
def test_whether_the_goal_was_met_is_said_of_each(told_of: Assistant, question: str) -> None:
    text = told_of.ask(question).text
    assert "完成了目标：柳汀开发区2022年规上工业总产值" in text
    assert "未完成目标：柳汀开发区2022年固定资产投资" in text


BY_TRADE = """柳汀开发区2022年工作总结

规模以上工业总产值94.2亿元，同比增长9.4%。分行业情况见下表。

| 行业 | 规上企业（家） | 产值（亿元） | 产值增速（%） | 税收（万元） |
| --- | --- | --- | --- | --- |
| 竹木家居 | 17 | 31.6 | 12.1 | 9860 |
| 电子元器件 | 11 | 24.8 | 15.3 | 11240 |
| 农副食品加工 | 14 | 19.5 | 6.6 | 6130 |
| 新型建材 | 7 | 11.9 | -2.5 | 5470 |
| 其他 | 5 | 6.4 | 8.5 | 3100 |
| 合计 | 54 | 94.2 | 9.4 | 35800 |
"""


def test_the_output_of_all_is_none_of_a_trade_that_is_told_nowhere(tmp_path: Path) -> None:
    with over(tmp_path, BY_TRADE, "柳汀开发区2022年工作总结.md") as assistant:
        assert assistant.ask("柳汀2022年养猪的产值多少").refused
        assert assistant.ask("柳汀2022年造船的产值是多少").refused
        assert assistant.ask("柳汀2022年产值多少").text.startswith("94.2")
