"""What a question takes a figure to be (是60亿元，对吗), and the unit it wants it in (用万元表示)."""

from __future__ import annotations

import re

from assistant.computing import in_unit_of, plain
from index.numerals import convert, find_quantities
from index.records import Figure

__all__ = ["confirmed", "in_unit"]

_UNIT = re.compile("(?:多少|用|按|以|成|合)(?P<unit>(?:亿|万)(?:美元|元|平方米|人|吨)|平方公里|公顷|亩|平方米)")


def in_unit(text: str, figure: Figure) -> tuple[str, str]:
    """“是多少万元”, “用万元表示”: the printed amount in the asked unit and how it comes about; nothing when it is printed so."""
    asked = _UNIT.search(text)
    if not asked or figure.value is None or asked["unit"] == figure.unit:
        return "", ""
    value = convert(figure.value, figure.unit, asked["unit"])
    if value is None:
        return "", ""
    shown = f"{plain(value)}{asked['unit']}"
    return f"{shown}，即", f"{figure.value_text} = {shown}"


def confirmed(claimed: str, figure: Figure) -> str:
    """What to say first to “是600亿元，对吗”: whether the report prints that; "" when nothing comparable was claimed."""
    found = find_quantities(claimed) or find_quantities(f"{claimed}元")
    rate = bool(found) and found[0].is_rate and "%" not in figure.unit and figure.value is not None  # 增速超过5%
    grown = rate or bool(re.match("[增上提下减涨跌降]", claimed))
    printed = figure.growth if grown else figure.value
    if not found or printed is None:
        return ""
    unit = figure.unit.partition("/")[0] if "均" in figure.indicator and "/" not in found[0].unit else figure.unit  # 亩均税收 of 24万
    value = found[0].value if grown else in_unit_of(found[0].value, found[0].unit, unit)
    if value is None:
        return ""
    if re.match("[下减跌降]", claimed):
        printed = -printed
    if (reached := re.search("超过|突破|高于|大于|达到", claimed)) is not None:
        passed = "突破" in figure.qualifier and not grown  # 首次突破200亿元 is more than that
        true = printed >= value if reached[0] == "达到" or passed else printed > value
        if not true and not grown:  # 有没有达到75亿元
            money = "元" if found[0].text[-1] in "亿万" and unit.endswith("元") else ""
            return f"未达到{found[0].text}{money}，报告中是" if reached[0] == "达到" else "不对，报告中是"
    elif re.search("不足|不到|低于|小于|没", claimed):
        true = printed < value
    else:
        true = printed == value
    return "对，报告中是" if true else "不对，报告中是"
