"""What a question takes for granted or asks to have confirmed: 是600亿元，对吗; 是不是超过了40亿元; 说成增长30%.

It is set aside to be checked against the report, and never looked for.
"""

from __future__ import annotations

import re

from assistant.scanner import Scanner
from index.units import ANY_UNIT

__all__ = ["take_claims"]

_CLAIMED = re.compile(
    f"(?:是|为|有|达到?了?|完成了?|实现了?)(?:约|近)?\\d[\\d.,]*(?:亿|万)?(?:{ANY_UNIT})(?=[吗么吧？?，,。]|对|$)|"  # 是5条吗, 是12.6万吨吗
    "(?:(?<=[㐀-鿿\x00])(?:是|为|达到?了?|完成了?|实现了?)|(?<=[入额值资量益润税])|(?<=[:：，,。;；])|^)(?:约|近)?\\d[\\d.,]*"
    "(?:(?:亿|万)(?:美元|元)?|美元|元|家|个|%|亩|人)(?![㐀-鿿]{0,2}(?:以上|以下|项目|企业|的))"
)
_YES_OR_NO = re.compile("是不是|是否|有没有|[吗么]|对不对|没错|吧[?？。]*$|属实|确认|核实|证明|是吧")
_TOLD = re.compile("说|证明|命令|听|为什么|为何|为啥|原因")
_CLAIMED_GROWTH = re.compile("(?:增长|下降|提高|增加|减少|上涨|涨|跌|降)了?(?:约|近)?(?:\\d[\\d.]*%|百分之[㐀-鿿]{1,5})(?!以上|以下|左右|的|目标)")
_FALLING, _FELL = re.compile("降幅|跌幅|(?<!是)(?:下降|减少|下跌|下滑)(?!还是)"), "下降"  # 降幅超过3%了吗
_WHETHER = re.compile(
    "(?:超过|突破|达到|高于|大于|不足|不到|低于|小于|没到|没过)了?"
    f"(?:\\d[\\d.,]*(?:亿|万)?(?:{ANY_UNIT}|%|(?<=[亿万])|(?=了吗)))(?![㐀-鿿]{{0,2}}(?:以上|的))"
)


def take_claims(scan: Scanner, part: str) -> tuple[str, bool]:
    """The last claim of a question, blanked with the others in ``scan``, "" when there is none; whether it is of growth."""
    asks = _YES_OR_NO.search(part)
    claims = scan.take(_CLAIMED) + ([_FELL + c if c.endswith("%") and _FALLING.search(part) else c for c in scan.take(_WHETHER)] if asks else [])
    grown = scan.take(_CLAIMED_GROWTH) if asks or _TOLD.search(part) else []
    return (claims or grown or [""])[-1], bool(grown)
