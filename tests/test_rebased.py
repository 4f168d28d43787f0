"""A growth against the value of the year before as it was before, or after, it was restated."""

from __future__ import annotations

from pathlib import Path

from assistant import Assistant
from tests.conftest import over

REPORT = """# 柳汀高新技术产业开发区2023年工作汇报

全年完成规上工业总产值220.00亿元。市统计局对上年规上工业总产值作了核减，2022年数由204.50亿元核定后调整为200.00亿元，同比增长以核定数为基数，增长10.0%。
"""
BEFORE = """# 柳汀高新技术产业开发区2022年工作总结

2022年，全区规上工业总产值204.50亿元，增长9.4%。
"""


def test_a_growth_against_either_value_of_the_year_before(tmp_path: Path) -> None:
    with over(tmp_path, REPORT, "柳汀2023.md", 柳汀2022=BEFORE) as assistant:
        assert _tells(assistant, "柳汀高新区2023年规上产值若仍以核定前的2022年数作分母，增速会是多少？", "7.6%")
        assert _tells(assistant, "柳汀2023年规上工业总产值按调整前的上年数作基数，增幅是多少？", "7.6%")
        assert _tells(assistant, "柳汀高新区2023年规上产值以核定后的2022年数作分母，增速是多少？", "10")


def _tells(assistant: Assistant, question: str, answer: str) -> bool:
    return answer in assistant.ask(question).text
