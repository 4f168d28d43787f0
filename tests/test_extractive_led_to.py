"""What a report leads to without printing it: the rest of a revenue, the amount of a share that is spent on something, a stock at first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """桐浦经济开发区2020年工作总结

一、2020年工作回顾
一般公共预算收入7.96亿元，增长3.1%。其中税收收入6.61亿元，增长2.2%。
一般公共预算支出12.5亿元，用于教育的部分占到18.4%。年末各项存款余额83.6亿元，比年初增加5.9亿元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("led_to"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("桐浦2020年非税收入多少", ("1.35亿元", "7.96 − 6.61 = 1.35")),
    ("桐浦2020年教育支出多少", ("约2.3亿元", "12.5 × 18.4%")),
    ("桐浦2020年存款余额年初是多少", ("77.7亿元", "83.6 − 5.9 = 77.7")),
    ("桐浦2020年存款余额是多少", ("83.6亿元",)),
])
def test_what_follows_from_what_is_printed(zone: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(part in answer.text for part in told), answer.text
