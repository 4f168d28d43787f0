"""The form in which an answer is wanted, which is no part of what is asked: 列个表, 做成表格, 把三个区的固投列出来."""

from __future__ import annotations

import re

from assistant.phrases import ASKING
from assistant.question import understand
from assistant.records import Aspect, Operation
from assistant.terms import find_terms, is_all_known
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
_NAMES = "(?:项目|企业|公司|产业|行业|园区|片区|工程|平台|单位|机构|品牌|院校)"
# 重点项目进展表里列了哪些项目, 把重点项目按表里的顺序念一遍: where they stand, and that they are told, is the form.
_SHEET_OF = re.compile(
    f"(?P<of>.*?{_NAMES})[㐀-鿿]{{0,4}}?(?:表格?|清单|名单|名录|一览表?)(?:里头?|里面|中|上)?(?:都|一共|总共)*(?:列|写|登|收|有|是|包括)(?:了|着|出|有)*"
    f"(?:哪些|什么|哪几个|啥){_NAMES}?[?？。]*"
)
_READ_OUT = re.compile(
    "(?:把|将)?(?P<of>.{2,}?)(?P<order>(?:按照?|照着?|依)(?:表格?|报告|清单|名单|原文)?(?:里头?|里面|中|上)?的?(?:原有?)?(?:顺序|次序|先后))?的?(?:都|全|逐个|逐一|挨个|一个个|依次|给我)*"
    "(?:念|读|报|说|讲|数)(?:一遍|一下|出来|一个遍|给我听)+[吧。!！]*"
)
_SEVERAL = re.compile("[两二三四五六七八九几各]大?(?:个|家|项|块|类|主导|支柱|重点)")
_TAKEN = re.compile(f"^{_WISH}[把将](?=.*{_SHOWN})")


def _read_out(text: str) -> str:
    """三个主导产业产值都报一下: of each; 把重点项目按顺序念一遍: which they are; the text itself where neither is asked."""
    if sheet := _SHEET_OF.fullmatch(text):
        return f"{sheet['of']}有哪些"
    out = _READ_OUT.fullmatch(text) if not ASKING.search(text) else None
    if out is None:
        return text
    if re.search(f"{_NAMES}$", out["of"]) and out["order"]:
        return f"{out['of']}有哪些"
    return f"{out['of']}各是多少" if _SEVERAL.search(out["of"]) and not _THINGS.search(out["of"]) and find_terms(out["of"]) else text


def without_form(text: str, known: Understanding) -> str:
    """A question, normalised, without the form it wants; where things are to be listed (列出六大工程), as it is.

    What is left has to ask for numbers: a known indicator, and nothing that asks in words.
    """
    if (told := _read_out(text)) != text:
        return told
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
