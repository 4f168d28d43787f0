"""What a question remarks on how its answer may be found: that it isn't printed, and what it is to be worked out from.

Both are ours to know, and neither names what is asked for.  A remark is a clause, or the head of one: 报告没直接写, 表里只给了累计; and
what to work with and how, 拿2018年的数和降幅倒算, 从2016年的报告往回推, 能推出来吗.
"""

from __future__ import annotations

import re

from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.terms import find_terms
from assistant.understanding import Understanding

__all__ = ["unhinted"]

_SOURCE = "(?:报告|材料|总结|讲话|要点|公报|通报|汇报|述职|年报|手头|手里|这?表格?(?=[里中上]))"
_PLACE = f"(?:[这那]一?[份张])?{_SOURCE}(?:里头?|里面|中|上)?(?:也|都|又|并|倒|是|好像|似乎|可)*"
# 没写, 没有直接给出, 未单列; 没 alone is said of other things too (没给钱), 没说 and 没写 are not.
_UNTOLD = (
    "(?:(?<![有都])没有?|未曾?)(?:能|再|去|有)?(?:"
    "(?:直接|明确|单独|另外|具体|专门|明|单)(?:写|说|讲|给|列|提|印|报|公布|披露|交代)|(?:写|说|讲|公布|披露|交代)(?![得过好成服完]))"
    "(?:明白?|清楚?|出来?|过|到|了|死)*"
)
_ONLY = "(?:[只仅光]|(?<!人)才)(?:是|有|肯)?(?:直接)?(?:写|说|讲|给|列|提|印|报|公布|披露|(?<=只)有)(?:明|出|过|了)*"
_NO_NUMBER = "(?:(?:准|确切|具体|明|总)?(?:数字?|数据|数额)(?:值|来)?|百分比|百分数|增速|增幅|占比|比例|绝对数|总量)"
_END = "(?=[，,。；;？?！!）)]|$)"
_EDGE = "(?:^|(?<=[，,。；;？?！!（(]))"
#: 报告没有直接给出甲区2022年的外资, 航空维修业2021年产值没直接写, 上年的收入我手头没有: what stands beside is what is asked for.
#: 要点里没办成的 tells what was not done, not what isn't said.
_UNSAID = re.compile(
    f"(?:{_PLACE})?的?{_UNTOLD}(?:{_NO_NUMBER}{_END})?|{_PLACE}(?:(?<!有)没有?|缺|未)(?!能?(?:[做干办搞抓落兑]|完成|达[到标成]|实现))(?:给|提(?![及到高出])|列|报|有|印)?(?:出|到|过)?(?:{_NO_NUMBER}{_END}|(?=[\\d㐀-鿿]|{_END[3:-1]}))"
    f"|(?<=[㐀-鿿])(?:没有?|未)(?:给|提|列|报)(?:出|过)?(?=(?:19|20)?\\d\\d年)|我?(?:这|手)[里头边]没有{_END}"
)
#: 报告只给了累计: what is given is not what is asked for.
_GIVEN = re.compile(f"{_EDGE}(?P<of>[^，,。；;？?（(]{{0,8}}?)(?:{_PLACE})?的?{_ONLY}(?!多少|几|哪|什么)(?P<what>[^，,。；;？?（(]{{0,16}}?){_END}")
_RATE = re.compile("(?:[和与及、](?:它|其)?的?(?:同比)?)?(?:增速|增幅|增长率|完成率|完成比例|占比|比例|百分比)$")
_WITH = "(?:用|拿|按照?|照着?|根据|依据?|以|由|从|凭|靠|看)"
_BACK = (
    "(?:(?:倒|反|往回|往前|回)(?:着|回|去)*(?:推|算|倒|退)|推算?|推断|测算|还原|折算|倒腾|(?:倒|推|算|折)(?=回[去来]|出来))(?:一?下|一推|一算|回[去来]|出来?|过来)*(?:来?看)?"
)
_FROM = "(?:数[据字额值]?|总[数额量]|完成数|实绩|基数|[率速幅]|占?比重?|比例|份额|程度|口径|报告|材料|总结|讲话|要点|年报?)"
_LEAD = "(?:那么?|就|若是?|如果|要是|请|再|也|只能|只好|可以?|能不能|能否|能|帮我|麻烦|你|给我)*"
_THEN = "(?:大[约概致]|约|应该?|的?话|吧|吗|呢|么|不|会)*"
#: 照2024年的述职里讲的, 从甲区的材料能算出: whose report, and of when.
_SAID_THERE = re.compile(
    f"{_EDGE}(?:{_LEAD}{_WITH}|据)(?P<of>[^，,。；;？?（(]{{0,12}}?)的?{_SOURCE}(?:里头?|里面|中|上)?(?:面)?的?"
    "(?:(?:讲|说|写|列|提到?|给出?)的?(?:口径|说法|情况|数)?(?:来?[看算说])?[，,]|(?:能不能|能否|能|可以?)(?:推|算|倒|看)?(?:算|推)?得?出来?(?=[\\d㐀-鿿]))"
)
#: 拿2018年的数和降幅倒算, 按总数减新认定, 从朔桐的报告推: and with no 拿 or 从, 倒着算, 拆一下, 能推出来吗, 朔桐报告推算.
_WORKED = re.compile(
    f"{_EDGE}{_LEAD}(?:{_WITH}[^，,。；;？?（(]{{1,24}}?{_LEAD}{_BACK}{_THEN}|{_WITH}(?![^，,。；;？?]*各)[^，,。；;？?（(]{{0,16}}{_FROM}(?:来|去|一)*算(?:一?下|出来?)*{_THEN}"
    f"|{_WITH}[^，,。；;？?（(]{{0,12}}(?:增速|增幅|增长率|降幅|完成率|占比|比重|恢复程度)(?={_END[3:-1]})"
    f"|{_WITH}[^，,。；;？?（(]{{0,8}}减(?![少税排速负免值持碳产灾证])(?:去|掉)?[^，,。；;？?（(]{{2,10}}{_THEN}|(?:[^，,。；;？?（(\\d]{{0,6}}{_SOURCE}(?:里|中|上)?)?{_BACK}{_THEN}"
    f"|(?:拆|算)(?:一下|开|一算)+)(?={_END[3:-1]}|(?:是|为|有)?(?:多少|几))"
)
_MOVED = "(?:往[上下])?(?:掉|跌|降|下[降滑]|减少?|缩|压|涨|升|增[长加]?)"
#: 社零2020年往下掉了，没掉的时候，就是2019年，是多少: that it moved is told, and not what is asked for.
_HAS_MOVED = re.compile(f"(?:在|又|也|都|还|就)*{_MOVED}(?:了|下[去来])?(?:不少|一些|一点|一?截|很多|一块)?(?=[，,。；;])")
_NOT_YET = re.compile(f"{_LEAD}(?:还|尚)?没(?:有)?{_MOVED}(?:下[去来])?的?(?:时候|之前|以前|前|那会儿?|那阵)的?(?:[，,]?(?:也就是|就是|即))?[，,]?")
_NOTED = re.compile(
    "(?<=多少[㐀-鿿]{2})[（(]按[^（()）]{2,24}(?:来?算|计算)[）)]|(?<=多少)[（(]按[^（()）]{2,24}(?:来?算|计算)[）)]|"
    "[（(](?:注意|不是|别弄混|请注意|说明|单位(?:不一样|不同|不一致))[^）)]{0,16}[）)]"
    "|[（(][^（()）]{0,10}?(?:别|不要|勿)[^（()）]{0,8}?(?:混|弄错|搞错|当成)[^（()）]{0,6}[）)]"
    # How it is to be worked out and told: （账面直接相减）, 保留一位小数.
    "|[（(][^（()）]{0,20}(?:相[减除加乘]|四舍五入|保留|小数|取整|推算|倒推|反推|倒算|[反自心]己?算)[^（()）]{0,16}[）)]"
    "|[，,；;](?:结果|答案|数值?)?(?:请|要)?(?:四舍五入|保留|精确|取)(?:到|成|至)?(?:小数(?:点后)?)?[一二两三\\d](?:位|个)?(?:小数|有效数字|数)?(?=[，,。？?]|$)"
)
_SAYS_BACK = re.compile("[倒反回]|往前|降幅|完成|目标")
_OPERAND = re.compile(r"\d[\d.]*\s*(?:[%％]|[万亿个家项亩])")
_MARK = "，,。；;？?！! "


def unhinted(text: str, known: Understanding) -> tuple[str, ...]:
    """The readings of a question without such remarks, likeliest first; none where it makes none, or little else is left."""
    left = _NOTED.sub("", re.sub("[（(](复合|平均)[）)](?=增)", r"\1", text))
    left = _SAID_THERE.sub(lambda m: m["of"], left)
    (left, back) = _before_it_moved(left)
    for remark in (_WORKED, _GIVEN, _UNSAID):
        for match in reversed([*remark.finditer(left)]):
            before, after = left[: match.start()], left[match.end() :]
            if remark is _GIVEN:  # 报告只给了增加值和增速，2021年大约是多少: of what, nothing else says
                before += match["of"] + ("" if find_terms(before + match["of"] + after) else _RATE.sub("", match["what"]))
            rest = _joined(before, after)
            if remark is _WORKED and _OPERAND.search(match[0]):
                continue  # 按年初增长12%的目标折算: what to work with, as the asker sets it
            if not _stands(rest, left) or (remark is _GIVEN and re.search("多少|几(?!成几)", match["what"])):
                continue
            back |= remark is _WORKED and _SAYS_BACK.search(match[0]) is not None
            said = known.zones.find(match[0])
            left = (said[0].text if said and not known.zones.find(rest) else "") + rest
    left = re.sub("[吗么][，,](?=(?:是|有)?(?:多少|几))", "，", _joined(left, ""))
    if left == text:
        return ()
    if not (ASKING.search(left) or "几" in left):
        left += "是多少"
    head, stop, tail = left.partition("。")
    left = f"{head}，{tail}" if stop and tail and not ASKING.search(head) else left
    compared = re.search("比(?![重例率])[^，,。？?]*[多少高低涨增降跌]", left)
    return (f"推算{left}", left) if back and not compared else (left,)


def _before_it_moved(text: str) -> tuple[str, bool]:
    """Without that something fell or rose, where it is asked of before that; whether it is."""
    plain, times = _NOT_YET.subn("", text)
    years = sorted({m.start: m for m in find_periods(plain) if m.relative is None}.values(), key=lambda m: m.start)
    moved = _HAS_MOVED.search(plain)
    if moved is None or len(years) != 2:
        return (plain, True) if times else (text, False)
    first, second = years
    one, other = (m.periods[0] if len(m.periods) == 1 else None for m in years)
    set_so = re.search("目标|计划|预计|按|照", plain[: moved.start()]) or "比" in plain[moved.end() : second.start]
    if one is None or other is None or set_so or other != one.shifted(-1) or not first.end <= moved.start() < second.start:
        return (plain, True) if times else (text, False)
    return plain[: first.start] + plain[first.end : moved.start()] + plain[moved.end() :].lstrip(_MARK), True


def _joined(before: str, after: str) -> str:
    """Both sides of what is left out, with one mark between them, and none at either end."""
    before, after = re.sub("[（(]$", "", before), re.sub("^[)）]", "", after)
    if before[-1:] in _MARK and after[:1] in _MARK:
        after = after.lstrip(_MARK)
    return re.sub("[，,；; ]+$", "", (before + after).lstrip(_MARK))


def _stands(rest: str, whole: str) -> bool:
    """Whether what is left still names a thing, and a time where one was named."""
    named = len(re.sub("[^㐀-鿿A-Za-z]|多少|大约|大概|[是为有几的]", "", rest)) >= 5
    timed = not any(m.periods for m in find_periods(whole)) or any(m.periods for m in find_periods(rest))
    known = bool(find_terms(rest)) or not find_terms(whole)
    return named and timed and known
