"""Whether a number is what a question takes it for, or beyond it: 是不是45亿元, 破没破百亿, 到50亿元了没有, 有没有过300家.

Whichever way it is put, the number itself is asked for, and what is printed is set against the one that the question tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question import normalise_question
from index.units import ANY_UNIT, CLASSIFIERS

__all__ = ["Claim", "claim_of"]


@dataclass(frozen=True, slots=True)
class Claim:
    """``base`` asks for the number; ``number`` is how the question tells one, set against it as ``relation`` says (=, >, ≥, <, ≤).

    ``fallen``, it is by how much something fell.
    """

    base: str
    relation: str
    number: str
    fallen: bool = False


_ROUND = "[一二两三四五六七八九]?[十百千]?[万亿]{1,2}(?=元|美|以上|大关|[了没吗吧?？]|$)|[一二两三四五六七八九][十百千](?=[亩家个户])"
_NUMBER = f"(?:大?约|差不多)?(?P<number>(?:\\d[\\d,.]*(?:[百千]?[万亿])?|{_ROUND})(?:(?:{ANY_UNIT})(?:/(?:{ANY_UNIT}))?|%)?)"
#: What sets one number against another, the longest first; a single character only where it is no end of another word (通过, 收到).
_VERBS = {
    ">": "超过|突破|超出|高于|大于|多于|跨过|迈过|越过|冲破|站上|突?破|(?<![通经])过|(?<![赶])超",
    "≥": "达到|完成|实现|做到|达(?![产标])|(?<![拿得签直引招接])(?<!(?<!营)收)到|(?<![能足])够|(?<!圆)满",
    "<": "不到|不足|不满|低于|小于|少于|(?<!有)没(?:有|能)?(?:达到|到|满|够)|未(?:能)?(?:达到?|到|满)",
    "≤": "(?<!有)没(?:有|能)?(?:超过?|突破|过|破)|未(?:能)?(?:超过?|突破)|不(?:超过|高于|多于)",
    "=": "是|为|等于",
}
_RELATIONS = dict(zip(("over", "least", "below", "most", "equal"), _VERBS, strict=True))
_VERB = "|".join(f"(?P<{name}>{_VERBS[relation]})" for name, relation in _RELATIONS.items())
_SAID = "(?:到底|究竟|现在|目前|最终|最后|总共|一共|合计|已经?|真的?|能|会|就|也|应该|大概|当年|全年|当时|[，,])*"
_AHEAD = "(?P<ahead>是不是|是否|有没有|有无|能不能|能否|算不算|会不会)"
_TWICE = "(?P<twice>突破|超过|达到|[破过够到超达满有是])(?:没有?|不)(?P=twice)(?P<more>[过到破]?)"  # 破没破, 超没超过, 达没达到
_BOUND = "(?P<bound>以上|以下|以内)?(?:大关|关口|的?(?:关|台阶|门槛))?"
_BEHIND = "(?:了|呢|啊|呀)*(?:没有?|吗|么|吧|嘛|不)[呢啊呀]?"
_RIGHT = "[，,]?(?:对不对|对吗|对吧|是吗|是吧|是不是|没错吧|属实吗|准不准|准确吗|真的吗|有这事吗)"
_FORMS = (
    f"{_AHEAD}{_SAID}(?:(?:{_VERB})了?)?{_NUMBER}{_BOUND}(?:了|{_BEHIND})?",
    f"{_TWICE}了?{_NUMBER}{_BOUND}了?",
    f"(?:{_VERB}|(?P<has>(?<![没拥享国所现])有))了?{_NUMBER}{_BOUND}(?:了)?(?:{_BEHIND}|{_RIGHT})",
)
_WHOLE = [re.compile(f"(?P<head>.+?){_SAID}{form}[?？。]*") for form in _FORMS]
#: 是不是下降了, 涨了没有: by what a number is said to have moved; not 增速有没有下降, which is of how fast it grew.
_MOVE = "(?P<up>增长|增加|上升|上涨|涨|正增长)|(?P<down>下降|下滑|下跌|减少|降|跌|负增长)"
_MOVED = [
    re.compile(f"(?P<head>.+?)(?<!增速)(?<![幅率位重比名]){_SAID}{form}[?？。]*")
    for form in (f"{_AHEAD}(?:又|还|也|在|同比|出现)*(?:{_MOVE})了?(?:{_BEHIND})?", f"(?:同比)?(?:{_MOVE})了(?:{_BEHIND}|{_RIGHT})")
]
#: What asks for something else, or of several.
_OTHERWISE = re.compile(
    "多少|几|哪|谁|什么|啥|为何|怎么|咋|如何|原因|如果|若是|假如|要是|[距离差]|[^对占]比(?![重例率值])|分别|各[自是有]|[都均]$|说|听|(?<!预)算|[，,。；;？?].*[，,。；;？?]"
    "|下降.|减少.|占(?!比)"
)
_PART = re.compile("占(?=[^，,]*(?:比重|比例|份额)$)")
_FELL = re.compile("(?:降幅|跌幅|下降|下跌|下滑|降低|减少)了?$")
_TAIL = re.compile("(?:的|完成|达到|实现|增长|增加|提高|上升|[，,])+$")
_GROWN = re.compile("(?:增长|增加|提高|上升|上涨)了?$")
_OF_GOAL = re.compile("(?:完成|占|为|达到?|实现)[^，,]{0,6}(?:目标|计划|任务|预算)$")
_HEARD = re.compile("^(?:听说|据说|听人说|我记得|记得|印象中|有人说|都说)[，,]?")


def claim_of(text: str) -> Claim | None:
    """None where no number that the question tells is to be confirmed, or where it asks for something else beside."""
    whole = _HEARD.sub("", normalise_question(text))
    moved_so = next((m for form in _MOVED if (m := form.fullmatch(whole))), None)
    if moved_so is not None:
        head = _TAIL.sub("", moved_so["head"])
        asks_else = len(head) < 2 or _OTHERWISE.search(head) or _FELL.search(head)
        return None if asks_else else Claim(f"{head}增长多少", ">" if moved_so["up"] else "<", "0%")
    for form in _WHOLE:
        found = form.fullmatch(whole)
        if found is not None and not _OTHERWISE.search(_PART.sub("", found["head"]) if found["number"].endswith("%") else found["head"]):
            break
    else:
        return None
    head = _TAIL.sub("", found["head"])
    if len(head) < 2:
        return None
    number = _in_full(found["number"])
    rate = number.endswith("%")
    fallen = _FELL.search(head) is not None
    if fallen and not rate:
        return None
    moved = "增长" if rate and _GROWN.search(found["head"]) else "" if fallen and not head.endswith("幅") else None
    asked = f"{moved}多少" if moved is not None else "的百分之几" if rate and _OF_GOAL.search(head) else _asked(number)
    return Claim(head + asked, _relation(found.groupdict()), number, fallen)


def _relation(said: dict[str, str | None]) -> str:
    bound = said.get("bound") or ""
    if bound:
        return "≥" if bound == "以上" else "≤"
    twice = said.get("twice")
    if twice:
        return next((r for r in (">", "≥", "=") if re.fullmatch(_VERBS[r], twice + (said.get("more") or ""))), "≥")
    bare = "=" if said.get("has") or (said.get("ahead") or "是").startswith(("是", "算")) else "≥"  # 有没有50亿元, 是不是50亿元
    return next((relation for name, relation in _RELATIONS.items() if said.get(name)), bare)


def _asked(number: str) -> str:
    """How many of what is counted, or how much money abroad; an amount is told as it is printed."""
    unit = re.sub("^[\\d.,]+", "", number)
    if unit in CLASSIFIERS:
        return f"有多少{unit}"
    return "是多少美元" if unit.endswith("美元") else "是多少"


def _in_full(number: str) -> str:
    """百亿 is 100亿元."""
    number = {"十": "10", "百": "100", "千": "1000"}.get(number[0], "1" if number[0] in "万亿" else "") + number.lstrip("十百千")
    return f"{number}元" if number[-1] in "万亿" else number
