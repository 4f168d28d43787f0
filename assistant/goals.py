"""Whether a question is about the goals of a year as a set: 哪几项没完成目标, 年初定的任务都完成了吗."""

from __future__ import annotations

import re

from assistant import cues
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms

__all__ = ["asks_all", "asks_goals", "asks_unmet", "asks_which", "goals_in_writing", "may_ask_goals"]

_GOALS = "(?:目标|任务|指标|计划)"
_ANY_GOAL = re.compile(
    f"(?:{_GOALS}|附?表[\\d一二三]?[里中上]?|年度|全年|年初|主要|经济|社会|发展|各|所有|全部|重点|考核|预期|定下?"
    "|被?[判认评]定?|[定记]为|[为是]|[区市县省]里|基本|超额|提前|未|没有?|完成|的|[几两二三四五六七八九十]*[项个大条]|责任[书状]|清单|自查|下来|说的?|对照|对着|按照?|比照|照着?|里头?|当?中|之中|交[上了]?账|干成|办成|做成|做到|过关|欠账|掉队|落空|[那这些]|了|但是?|却|[就只仅]有?|[设有]了?|初|增速|增幅|增长(?:速度)?|预计|超[过了出]?)*"
)
_DONE = "(?:完成|达成|达标|实现|兑现)"
_TO_BE_DONE = re.compile(f"(?:要|须|需|将|打算|计划|准备|应当?|待)(?:努力|全力|力争)?{_DONE}")
_UNMET = re.compile(f"(?:没有?|未|不)(?:能|全|全部|按时|按期|如期)*(?:{_DONE}|达到|做到|交[上了]?账|干成|办成|做成|过关)|落空|欠账|掉队")
_MET = re.compile(f"{_DONE}|超[过了出]?(?=[^，。]{{0,4}}{_GOALS})|达到|做到|交[上了]?账|干成|办成|做成|过关|落空|欠账|掉队")
_OF_ALL = re.compile(r"都|全部|悉数|吗|没有?[?？。]?$|是否|情况|如何|怎么?样|咋样")
_WHICH = re.compile("哪|什么|啥|有没有|有无|几项|几个")
_SEVERAL = re.compile("哪|几[项个]|都|全部|悉数|各项|主要|所有|有没有(?:没|未)")
_SHORT = re.compile("(?:还|仍)?差(?:了|着)?(?:多少|多远|几|哪|什么|啥)|[离距].{0,6}有多远")
_RATE = re.compile("完成[率度比]")
_AS_A_SET = re.compile(f"哪|{_DONE}得?(?:情况|怎么?样|咋样|如何)")
_WORDS = (Operation.WHY, Operation.HOW, Operation.WHEN, Operation.BACKCAST)


def asks_goals(query: Query) -> bool:
    """Whether the goals of a zone's year are asked about, none of them by name."""
    text = query.text
    if (query.operation in _WORDS and not _AS_A_SET.search(text)) or len(query.zones) > 1 or query.scopes or query.ahead or _TO_BE_DONE.search(text):
        return False
    named = (*query.indicators, *((query.topic,) if query.topic else ()))
    said = re.search(f"{_GOALS}|责任[书状]|几项|哪些项|达标", text) or (not named and query.aspect in (Aspect.MET, Aspect.COMPLETION))
    if not said or not all(_ANY_GOAL.fullmatch(p) for p in named):
        return False
    return bool(_SHORT.search(text) or (_MET.search(text) and (_WHICH.search(text) or _OF_ALL.search(text) or _RATE.search(text))))


def asks_all(text: str) -> bool:
    """哪几项, 都: of the goals as a set even where one indicator was spoken of before; 目标完成了吗 is of that one."""
    return bool(_SEVERAL.search(_SHORT.sub("", text)))


def asks_unmet(text: str) -> bool:
    """没完成, 未达标, 还差多少."""
    return bool(_UNMET.search(text) or _SHORT.search(text))


def asks_which(text: str) -> bool:
    """Some of the goals, rather than how all of them went."""
    return bool(_WHICH.search(text) or _SHORT.search(text))


def may_ask_goals(text: str) -> bool:
    """Whether a question asks for a list of what had been set at all: before its zones and years are looked for."""
    words = cues.GOALS_AS_SET
    return bool(words["listed"].search(text) and ("指标" in text or words["set"].search(text)))


def goals_in_writing(rest: str) -> str:
    """没有完成的年度目标有哪几项, for a question whose ``rest``, without its zones and years, asks so in any words; else nothing.

    A negated verb says that a goal was missed where goals are spoken of (没跑赢的目标, 没兑现的责任状); of 指标 alone only one
    that means coming up to something (没够着的指标, not 没增长的指标).  An indicator, projects, firms or places make it another question.
    """
    words = cues.GOALS_AS_SET
    if not may_ask_goals(rest) or words["of_others"].search(rest) or find_terms(rest.replace("指标", "")):
        return ""
    set_down = words["set"].search(rest) is not None
    what = "年度目标指标" if "指标" in rest else "年度目标"
    if words["short"].search(rest) or (set_down and words["not_so"].search(rest)):
        counted = [m.group() for m in _SO_MANY.finditer(rest)]  # 十二项指标里没完成的六项: the last is asked for
        return f"没有完成的{counted[-1]}{what}是哪{counted[-1]}" if counted else f"没有完成的{what}有哪几项"
    if set_down and words["surpassed"].search(rest):
        return f"超额完成的{what}有哪几项"
    return f"完成了的{what}有哪几项" if set_down and words["came_up"].search(rest) else ""


_SO_MANY = re.compile("(?:[两二三四五六七八九]|十[一二三四五六七八九]?|\\d+)[项个条]")
