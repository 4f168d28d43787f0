"""The form in which an answer is wanted, which is no part of what is asked: 列个表, 做成表格, 把三个区的固投列出来."""

from __future__ import annotations

import re

from assistant.phrases import ASKING
from assistant.question import understand
from assistant.records import Aspect, Operation
from assistant.terms import is_all_known
from assistant.understanding import Understanding

__all__ = ["PRESENTED", "without_form"]

_WISH = "(?:请|麻烦|帮忙|帮我|给我|替我|能不能|能否|可以|再|都|也|全部?|一起|一并|分别|统一|顺便|最好)*"
_SHEET = "(?:对比|对照|汇总|统计|一览|比较)?表格?(?:的?(?:形式|格式|方式))?"
_MADE = f"(?:(?:列|做|整理|汇总|弄|编|制|画|拉|生成|输出|放|归纳)(?:[成出个为到进]|一[个张下])*|[用以按](?:一?[个张])?){_SHEET}[里中]?"
_SHOWN = "(?:列|写|摆|排|罗列|列举|展示|呈现|显示|输出|整理|归纳|给)(?:一?[下列]|出来?|到一起|在一起)+"
_END = "(?:吧|吗|好吗|行吗|看看|给我|我看看?|对比(?:一下)?|比较(?:一下)?)*"
#: A message that asks for nothing but the form: 列个表, 都列出来.
PRESENTED = f"{_WISH}(?:{_MADE}(?:{_SHOWN})?|{_SHOWN}){_END}"
_TABLE = re.compile(f"[,，。；;?？]?{_WISH}{_MADE}(?:{_SHOWN})?{_END}(?=[。?？!！]*$)|^{_WISH}{_MADE}(?:{_SHOWN})?[:：,，]?(?:把|将)?")
_LISTED = re.compile(f"^{_WISH}{_SHOWN}[:：,，]?|[,，]?{_WISH}{_SHOWN}{_END}(?=[。?？!！]*$)")
_THINGS = re.compile("(?:企业|项目|公司|单位|机构|平台|工程|人才|产品|品牌|园区|院校)$")  # 列出税收上千万的企业: their names
_TAKEN = re.compile(f"^{_WISH}[把将](?=.*{_SHOWN})")


def without_form(text: str, known: Understanding) -> str:
    """A question, normalised, without the form it wants; where things are to be listed (列出六大工程), as it is.

    What is left has to ask for numbers: a known indicator, and nothing that asks in words.
    """
    tabled = _TABLE.sub("", text).strip(",，。:： ")
    plain = _LISTED.sub("", _TAKEN.sub("", tabled)).strip(",，。 ")
    if plain == text or len(plain) < 4:
        return text
    query = understand(plain, known)
    counted = query.operation in (Operation.ONE, Operation.TREND, Operation.PARTS, Operation.RANKING)
    counted = counted and query.aspect in (Aspect.VALUE, Aspect.GROWTH)
    named = bool(query.indicators) and all(is_all_known(p) and not _THINGS.search(p) for p in query.indicators)
    if counted and (named or ASKING.search(plain)):
        return plain
    return tabled if len(tabled) >= 4 else text
