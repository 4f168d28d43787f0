"""A counted group asked for as one: what the report prints of all its members comes before what each has."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import last, over

REVIEW = """# 岚溪经济开发区2022年工作总结

全年规上工业总产值512亿元。智能家电、绿色建材、生物制药三大主导产业实现产值408.6亿元，占规上工业总产值的79.8%。

智能家电产业实现产值203.1亿元，增长6.2%。绿色建材产业实现产值120.4亿元，增长3.5%。生物制药产业实现产值85.1亿元，增长9.7%。
"""


def test_the_total_of_a_group_is_told_first(tmp_path: Path) -> None:
    with over(tmp_path, REVIEW, "岚溪2022.md") as assistant:
        text = last(assistant, "岚溪2022年三大主导产业产值是多少")
    assert text.startswith("408.6亿元"), text
    assert "203.1亿元" in text, text
