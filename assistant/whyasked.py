"""Questions of a cause in one form: what happened first, then 为什么; whose saying it is and what it is wanted for are set aside.

…没达标，官方给的说法是什么; …被什么事绊住了; …掉头向下，公报把根子归结到什么上; 我写材料用，…是出于什么缘故.
"""

from __future__ import annotations

import re

from assistant.phrases import ASKING
from assistant.ways import gone

__all__ = ["for_what_cause"]

_NOUN = "原因|原由|缘由|缘故|理由|根子|根源|症结|病根|病灶|说法|说辞|解释|因素|主因|由头|减收|因由|来由|成因|起因|动因|诱因|来龙去脉"
_WHAT = "谁|如何|怎样|怎么|哪(?:里|儿|些|几|[一二两三四五六])?|什么|啥|何|几|[一二两三四五六](?=[个条项点])"
#: What holds a thing back.
_HELD = (
    "(?:绊|拖|卡|耽误|耽搁|耽|拽|拦|难住|挡|缠|困住|牵制|牵绊|牵扯|阻|堵|影响|拉低|拉下|拖累|牵累|连累|妨碍|制约|掣肘|压低|限制|压住|扯)(?:住|下来?|下去?|倒|了?后腿|慢|黄|累|低)*"
)
_THING = "事情?|东西|地方|环节?|关口?|坎儿?|问题|麻烦|情况|方面|毛病|变故|考虑|困难|障碍|阻力|难处|梗阻|堵点|样|类"
_BY = "被|让|叫|因为?|由于?|出于|碍于|基于|源于|缘于|受|碰[上到]|遇[上到]"
_OWING = "因为?|由于|出于|碍于|基于|源于|缘于|受"  # 叫什么, 由谁, 遇到什么 ask of something else
_ASK_FOR = (
    "请|帮忙?|麻烦|劳驾|能不能|能否|可否|可以|说[说明]|讲讲|谈谈|聊聊|分析|剖析|解释|交代|列[出举]|指出|点明|总结|归纳|概括|一下|清楚|明白|听听"
)
_WHOSE = (
    "据|按照?|从|对此|[它他她]们?|自己|自个儿?|本人|这份|报告|公报|通报|汇报|总结|述职|讲话|材料|官方|文件|主任|书记|管委会|园区|开发区|领导|文中|里头?|里面|里边|[上中]"
    "|[㐀-鿿]{2,3}(?:部门|局)"
    "|我们?|大家|在?会上|就?想问|请问|一共|总共"
    "|主要|究竟|到底|具体|分别|其中|背后|直接|要紧|又|都|也|还|就|是|把|将|账|的|了|过|给出?|列出?|[写讲说点提摆指拿举端]出?|归[结纳咎因]|总结|分析|解释|怪罪?|算|作出?|做出?|有|为|出?[在于到]|成"
)
_TOKEN = f"{_WHOSE}|{_NOUN}|{_WHAT}|{_HELD}|{_THING}|{_BY}|{_ASK_FOR}|[个条项点笔处种]|造成|导致|引起|头上?|身上?|呢|吗|啊|呀|吧|给"
_TOKENS = re.compile(f"(?:{_TOKEN})+")
_ABOUT_CAUSE = re.compile(
    f"{_NOUN}|(?:如何|怎样|怎么)(?:解释|交代|说明|归因)|归[结咎因]|造成|导致|引起|(?:{_OWING})+(?:了|的)?(?:{_WHAT})|{_HELD}(?:在|了)*(?:{_WHAT})"
    f"|(?:{_WHAT})(?:{_THING}|{_NOUN}|[个些])*(?:把[它他])?(?:给)?{_HELD}"
)
_ASKS = re.compile(f"{_WHAT}|{_ASK_FOR}")
#: Where within a clause what asks may begin: X没投产|是出于什么缘故, 再度延期|的理由有哪些.
_MAY_BEGIN = re.compile(f"的(?={_TOKEN})|是|究竟|到底|主要|具体|报告|公报|通报|汇报|官方|书记|主任|被|受|因|由|出于|碍于|卡|堵|{_NOUN}")
#: …怎么往下走了？给说说原因: what asks is said before, and once more in a clause of its own.
_INLINE = re.compile("为什么|为何|为啥|何以|怎么会?(?!做|办|样)|怎样会|咋会?(?!做|办|样)|何故|缘何|因何")
_PARTS = re.compile("[，,。；;：:？?！!]+")
_LONGEST = 30  # characters that ask of nothing but the cause
_TELLS_OF_WHAT = 6  # characters of what happened, at least
_EACH_HOW_MUCH = re.compile("[，,]各[㐀-鿿]{0,4}(?:多少|几何)$")  # told with the causes
_YEAR = re.compile("\\d{2,4}年|[〇零一二三四五六七八九]{2,4}年|[今去前上]年|[\\d一二三四上下]+(?:季度|半年)")
#: Who asks, what for, and by what report.
_WANTED_FOR = re.compile(
    "^(?:那么?|我|咱|本人|老朽|在下|俺|鄙人|小弟|恕|实不相瞒|不瞒|劳驾|请|麻烦|烦请|您|你|领导|会长|老板|客户|同事|写|做|编|备|填|整理|听|想|打算|因此|所以|冒昧|打扰|评论|网上|朋友圈|有人|听说|别人|大家|记者|开会|为了|帮|替|给)"
)
_BEFORE = re.compile(
    "^(?:我们?|咱们?|本人|就|只|很|特别|格外|因此|所以|在?会上|打算|希望)*(?:想|要|来|请)(?:请教|问问?|知道|了解|弄清楚?|搞清楚?|弄明白|搞明白|打听|核实|听听|看看|分析|说说|讲讲|总结)(?:一下|下)?(?:关于)?"
)
_AT = re.compile("^(?P<of>[㐀-鿿]{2,4}?)(?:那边|这边|那里|那头)")
_LEADS_TO = re.compile("^(?:导致|造成|引起|致使)了?")
_BY_REPORT = re.compile(
    "^(?:按照?|据|依据?|根据|参照|对照|查|看|翻|照|以)(?:一下|了)?(?P<of>.{2,}?)的?(?:那|这)?[份篇]?(?:工作)?(?:材料|报告|总结|公报|通报|文件|汇报|讲话|口径|数据)"
    "(?:里|上|中)*(?:的)?(?:说法|口径|表述|内容|为准|来看|来说|看|说|讲|算|答|回答)?$"
)


def for_what_cause(text: str) -> str:
    """The question in the usual form; itself where nothing in it asks of a cause so, or no clause tells of what."""
    parts = [p for p in _PARTS.split(_EACH_HOW_MUCH.sub("", re.sub("[？?。]+$", "", text))) if p.strip()]
    told: list[str] = []
    asked = False
    for part in map(str.strip, parts):
        place = _AT.match(part)
        own = part[place.end() :] if place is not None else part
        at = _asks_at(own)
        asked |= at is not None
        if place is not None and at == 0:
            told.insert(0, place["of"])  # 翊衡那边给了哪些说法
        told.append(part if at is None else own[:at])
    told = [t for t in told if t]
    inline = next((t for t in told if _INLINE.search(t) and gone(t)), "")
    if not asked and inline and (kept := _without_frame(told)) != told and not any(ASKING.search(t) for t in kept if t != inline):
        return "，".join(kept) + "？"
    if not asked or sum(map(len, told)) < _TELLS_OF_WHAT or any(ASKING.search(t.replace("好几", "")) for t in told if t != inline):
        return text
    told = [_LEADS_TO.sub("", t) for t in _without_frame(told)]
    if inline:
        return "，".join(_INLINE.sub("为什么", t, count=1) if gone(t) else t for t in told) + "？"
    return f"{'，'.join(told)}，为什么？"


def _asks_at(clause: str) -> int | None:
    """Where a clause begins to ask of nothing but the cause; 0 where all of it does, None where it never does."""
    starts = [at for at in (0, *(m.start() for m in _MAY_BEGIN.finditer(clause))) if len(clause) - at <= _LONGEST]
    for at in starts:
        rest = clause[at:]
        if _ABOUT_CAUSE.search(rest) and _ASKS.search(rest) and _TOKENS.fullmatch(rest):
            return at
    return None


def _without_frame(told: list[str]) -> list[str]:
    """Clauses that say what happened, and of whom and when; where none says so, all of them."""
    if not any(gone(t) for t in told):
        return told
    kept: list[str] = []
    for clause in told:
        by = _BY_REPORT.match(clause)
        if by is not None and not gone(clause):
            kept.insert(0, by["of"])
        elif gone(clause) or _YEAR.search(clause) or not _WANTED_FOR.match(clause):
            kept.append(_BEFORE.sub("", clause))
    return [k for k in kept if k] or told
