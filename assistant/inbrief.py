"""How much of a list is wanted, said in a clause of its own, which is no part of what is asked: 点个题, 别展开, 项目名即可, 三个都要."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.phrases import ASKING
from assistant.question import normalise_question, understand
from assistant.records import Operation
from assistant.terms import find_terms
from assistant.understanding import Understanding

__all__ = ["in_brief"]

_WISH = "(?:请|麻烦|你|您|再|先|就|也|都|全部?|只|光|给我|帮我|替我|给咱|我|要|把|简单|简要|简短|大概|大致|粗略|扼要|挨个|逐[个一条项]|依次|分别)*"
_SHEET = "(?:题目?|提纲|大纲|纲要?|梗概|名[字单]?|清单|单子|标题|小标题|要点|目录|条目|名目|题名)"
_ENDING = "(?:给我|给咱|出来|看看|听听|吧|呗|哈|了|就|即|便|可以?|行|好|成|够)*"
_TELL = (
    f"(?=.{{2}}){_WISH}(?:点|列|说|讲|报|念|写|拎|捋|数|开|拟|理|梳理|罗列|列举)"
    f"(?:一?[个下份张遍]|出来?|一[列点报说数]|上来|全|齐|清楚)*{_SHEET}?{_ENDING}"
)
_SHORT = (
    f"{_WISH}(?:(?:别|不用|不要|不必|无需|用不着|不需要?|甭)(?:再)?(?:往下)?(?:展开|细[说讲]|多[说讲]|解释|啰嗦|详细|铺开)(?:[说讲]|了|细节)*"
    "|(?:越)?(?:简单|简要|简短|简明|简略|扼要|精炼)(?:扼要)?(?:些|一?点|越好)?|一句话带过)"
)
_NAMES = (
    "(?:只|光|就)?(?:要|给|列|报|说|写)?(?:个|出)?(?:项目|企业|公司|工程|产品|片区|园区|任务|道路|路|指标|单位|平台|事项)?的?"
    f"(?:{_SHEET}|名称|大项)(?:给我|列出来|报一下)?(?:就|即|便)(?:可以?|行|好|成|够)了?|只?要(?:项目|企业|公司|工程|指标|道路)?的?(?:名[字称]|题目|标题)"
)
_NUMBER = "(?:[两三四五六七八九十几]|\\d{1,2})"
_ALL = (
    f"(?:这|那)?{_NUMBER}(?:个|项|家|样|条|类|块|片|种|件|处|头|边)(?:数|片区|园区)?字?(?:我)?(?:都|全都?)(?:要|给我|报|列)(?:一?下|全|出来|上)*"
    "|(?:都|全都?)要"
    "|(?:每[个家项条样块类][㐀-鿿]{0,4})(?:都|全)要|一[个项家条样]也?都?(?:别|不能|不要|不许|不)[漏落少][了下]?|(?:都)?(?:别|不要)[漏落][了下]?"
)
#: No part of what is asked: the clause goes.
_MANNER = re.compile(f"(?:{_TELL}|{_SHORT}|{_NAMES}|{_ALL})")
_EVERY = re.compile(_ALL)
#: 金额也带上, 附上投资额: told of each with its name.
_SIDE = "(?P<{0}>(?:各自?的?)?[㐀-鿿]{{0,4}}?(?:[额数值量速幅模重比间期点度积资址位名质]|规模|情况|单位|地方|企业|数字|多少钱))"
_BESIDE = re.compile(
    f"(?:连同?|把|将)?{_SIDE.format('of')}(?:也|都|一起|一并|顺便|顺带|要|给我)*(?:带上|附上|标上|写上|列上|加上|注上|注明|标明|写明|报上?来?|列出来|标出来|说一下|带出来)"
    f"|(?:也|都|再|顺便|顺带|请|要)*(?:带上|附上?|注明|标明|写明|连同|附带)(?:它们的?|每[个家项]的?)?{_SIDE.format('of2')}"
)
#: …点名了哪几家？我打算选一两家去看看: what the asker means to do with it.
_PURPOSE = re.compile("(?:我们?|咱们?)(?:正?打算|准备|想|要|好|得|计划|需要|在)(?![知问])[^，,。？?]{2,24}[。.!！]*")
_CLAUSE = re.compile("[，,。；;！!？?：:]")
_SHORTEST = 6  # characters of what is left, that still name a place or a time and a thing


def in_brief(text: str, known: Understanding) -> str:
    """The question, normalised, without such clauses, asking 有哪些 or 分别是多少 where nothing else in it asks; itself where it has none."""
    whole = _of_each(_without_purpose(normalise_question(text)))
    pieces = [*_CLAUSE.finditer(whole)]
    bounds = [0, *(m.end() for m in pieces), len(whole)]
    clauses = [whole[a:b] for a, b in pairwise(bounds) if whole[a:b].strip("，,。；;！!？?：: ")]
    bare = [c.strip("，,。；;！!？?：: ") for c in clauses]
    manner = [_MANNER.fullmatch(c) is not None for c in bare]
    beside = [not m and _BESIDE.fullmatch(c) is not None and ASKING.search(c) is None for c, m in zip(bare, manner, strict=True)]
    left = "".join(c for c, m, b in zip(clauses, manner, beside, strict=True) if not (m or b)).strip("，,。；;：: ")
    if len(left) < _SHORTEST or not (any(manner) or any(beside)):
        return whole
    if not ASKING.search(left):
        gone = [m or b for m, b in zip(manner, beside, strict=True)]
        if not gone[-1] and not gone[0]:  # 到位数，请报一下，写材料用: what stands behind is no more asked for than the form
            return whole
        left = _asked(left, each=any(m and _EVERY.fullmatch(c) for c, m in zip(bare, manner, strict=True)))
    if not left or (any(beside) and understand(left, known).operation not in (Operation.LIST, Operation.PARTS, Operation.WHO)):
        return whole
    return left


_VERB_FIRST = re.compile("^[把将]|(?:列|报|说|写|点|念)(?:一下|出来|全|个?名单)$|名单$|清单$")
_MEASURED = re.compile("(?:[额数值量率速幅]|比重|占比|规模|面积|收入|支出|营收|投资|税收|利润|出口|进口|进出口)$")


_NAMED = re.compile("(?:企业|公司|项目|单位|机构|平台|工程|人才|产品|品牌|园区|院校|道路|小巨人|瞪羚|独角兽|单项冠军)[”\"]?$")
_SEVERAL = re.compile("[两三四五六七八九几各]大?(?:个|家|项|块|类|种|条|主导|支柱|重点)|各|(?<![部积充十区])[分按][㐀-鿿]{2,4}")


def _asked(left: str, *, each: bool) -> str:
    """重点工程 → 重点工程有哪些; 分作业区吞吐量 → 分作业区吞吐量分别是多少; "" for one number, of which nothing is listed."""
    if _VERB_FIRST.search(left):
        return left
    terms = find_terms(left)
    if _NAMED.search(left):
        return f"{left}有哪些"
    if _MEASURED.search(left) is None and not (terms and terms[-1].end == len(left)):
        return f"{left}有哪些"
    return f"{left}分别是多少" if each or _SEVERAL.search(left) else ""


#: 把几个片区的产值都列出来: of each, as many as there are.
_SO_MANY = re.compile(
    "^(?:把|将)?(?P<head>[^，,。？?]*?)几[个种类大](?P<of>[㐀-鿿]{2,5}的[^，,。？?的]{2,10}?)(?:都|全|全部|逐个|给我|帮我)*(?:列|报|说|写|摆|念)(?:一下|出来?|全|上来)(?=[，,。！!]|$)"
)


def _of_each(text: str) -> str:
    """嵎汭2022年各片区的产值分别是多少, for 把…几个片区的产值都列出来; itself where no number is to be listed so."""
    said = _SO_MANY.match(text)
    if said is None or ASKING.search(said["head"]) or not (_MEASURED.search(said["of"]) or find_terms(said["of"])) or _NAMED.search(said["of"]):
        return text
    return f"{said['head']}各{said['of']}分别是多少{text[said.end() :]}"


def _without_purpose(text: str) -> str:
    """The question without the sentence behind it that only says what the asker is going to do."""
    head, mark, rest = text.partition("?")
    return head + mark if mark and rest and _PURPOSE.fullmatch(rest.strip()) and not ASKING.search(rest) else text
