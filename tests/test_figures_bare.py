"""Numbers whose words say little: what the clause before names, what goes past a goal, what is told in another unit."""

from __future__ import annotations

import pytest

from index.records import FigureKind, Status
from tests.test_figures import names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("利润喜人，8.3亿元，倒退的只有两家。", ("", "利润", "8.3亿元")),
        ("完成得最好的，当属固定资产投资，57.2亿元，增长14.1%。", ("", "固定资产投资", "57.2亿元")),
        ("像这样的农家乐，全区年末有128家。", ("", "农家乐", "128家")),
    ],
)
def test_the_clause_before_names_a_number_without_words(text: str, expected: tuple[str, str, str]) -> None:
    assert names(read(text))[0] == expected


def test_what_was_added_does_not_take_the_growth_of_the_value() -> None:
    value, added = read("工业投资57.2亿元，较上年净增6.8亿元，增幅13.5%。")
    assert (value.growth_text, added.scope, added.growth) == ("增幅13.5%", "净增", None)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("税收收入9.6亿元，超出9亿元预期目标0.6亿元。", "比目标多"),
        ("税收收入9.6亿元，比责任书要求的9亿元多出0.6亿元。", "比目标多"),
        ("税收收入8.4亿元，低于9亿元年度预算0.6亿元。", "比目标少"),
    ],
)
def test_a_goal_and_how_far_it_was_passed_or_missed(text: str, scope: str) -> None:
    _, goal, gap = read(text)
    assert (goal.indicator, goal.scope, goal.value_text, goal.status) == ("税收收入", "", "9亿元", Status.TARGET)
    assert (gap.indicator, gap.scope, gap.kind, gap.status) == ("税收收入", scope, FigureKind.GAP, Status.DONE)
