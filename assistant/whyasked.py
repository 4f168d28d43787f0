"""Questions of a cause in one form: what happened first, then 为什么; whose saying it is and what it is wanted for are set aside.

…没达标，官方给的说法是什么; …被什么事绊住了; …掉头向下，公报把根子归结到什么上; 我写材料用，…是出于什么缘故.
"""

from __future__ import annotations

import re

from assistant.phrases import ASKING
from assistant.ways import WAYS, gone

__all__ = ["for_what_cause"]

_NOUN = "原因|原由|缘由|缘故|理由|根子|根源|症结|病根|病灶|说法|说辞|解释|因素|主因|由头|减收|因由|来由|病因|成因|起因|动因|诱因|来龙去脉"
_WHAT = "谁|如何|怎样|怎么|哪(?:里|儿|些|几|[一二两三四五六])?|什么|啥|何|几|[一二两三四五六](?=[个条项点])"
#: What holds a thing back.
_HELD = (
    "(?:绊|拖|卡|耽误|耽搁|耽|拽|拦|难住|挡|缠|困住|牵制|牵绊|牵扯|阻|堵|影响|拉低|拉下|拖累|牵累|连累|妨碍|制约|掣肘|压低|限制|压住|扯|掉)(?:住|下来?|下去?|倒|了?后腿|了?链子|了?脖子|慢|黄|累|低)*(?:在(?:前[面头]|路上|半道))?"
)
_THING = "事情?|东西|地方|环节?|关口?|坎儿?|问题|麻烦|情况|方面|毛病|变故|考虑|困难|障碍|阻力|难处|梗阻|堵点|状况|岔子|差错|纰漏|块|头|道|层|样|类"
_BY = "被|让|叫|因为?|由于?|出于|碍于|基于|源于|缘于|受|碰[上到]|遇[上到]"
_OWING = "因为?|由于|出于|碍于|基于|源于|缘于|受"  # 叫什么, 由谁, 遇到什么 ask of something else
_ASK_FOR = (
    "请|帮忙?|麻烦|劳驾|能不能|能否|可否|可以|说[说明]|讲讲|谈谈|聊聊|分析|剖析|解释|交代|列[出举]|指出|点明|总结|归纳|概括|一下|清楚|明白|听听"
)
_WHOSE = (
    "据|按照?|从|对此|[它他她]们?|自己|自个儿?|本人|这份|报告|综述|简报|概况|公报|通报|汇报|总结|述职|讲话|材料|官方|文件|主任|书记|管委会|园区|开发区|领导|文中|里头?|里面|里边|[上中]"
    "|[㐀-鿿]{2,3}(?:部门|局)"
    "|我们?|大家|在?会上|就?想问|请问|一共|总共"
    "|[㐀-鿿](?=主任|书记|[区县市局]长)|[谈写]到|主要|究竟|到底|具体|分别|其中|背后|直接|要紧|又|都|也|还|就|是|把|将|账|的|了|过|给出?|[列摆]出?来?|出来|[写讲说点提摆指拿举端]出?|归[结纳咎因]|总结|分析|解释|怪罪?|算|作出?|做出?|有|为|出?[在于到]|成"
)
_HOW_COME = "怎么(?:闹|弄|搞|整|来)的"
_TOKEN = (
    f"{_HOW_COME}|出了|{_WHOSE}|{_NOUN}|{_WHAT}|{_HELD}|{_THING}|{_BY}|{_ASK_FOR}|[个条项点笔处种]|造成|导致|引起|头上?|身上?|呢|吗|啊|呀|吧|给"
)
_TOKENS = re.compile(f"(?:{_TOKEN})+")
_ABOUT_CAUSE = re.compile(
    f"{_NOUN}|{_HOW_COME}|(?:算|记|归)[在到]了?(?:{_WHAT})(?:{_THING})*(?:头上|身上)|(?:毛病|问题|岔子|差错|纰漏|环节)(?:究竟|到底|主要|就|都|是)*出?在了?(?:{_WHAT})"
    f"|出了(?:{_WHAT})(?:{_THING})"
    f"|(?:如何|怎样|怎么)(?:解释|交代|说明|归因)|归[结咎因]|怪罪?[在到]?(?:{_WHAT})|造成|导致|引起|(?:{_OWING})+(?:了|的)?(?:{_WHAT})|{_HELD}(?:在|了|的|是)*(?:{_WHAT})"
    f"|(?:{_WHAT})(?:{_THING}|{_NOUN}|[个些])*(?:把[它他])?(?:给)?{_HELD}"
)
_ASKS = re.compile(f"{_WHAT}|{_ASK_FOR}")
#: Where within a clause what asks may begin: X没投产|是出于什么缘故, 再度延期|的理由有哪些.
_MAY_BEGIN = re.compile(
    f"的(?={_TOKEN})|是|究竟|到底|主要|具体|报告|公报|通报|汇报|官方|书记|主任|分别|各自|说是|把[它其此这账]|归[咎因结]|毛病|问题|怪|{_HOW_COME}"
    f"|被|受|因|由|出于|碍于|卡|堵|拦|{_NOUN}"
)
#: …怎么往下走了？给说说原因: what asks is said before, and once more in a clause of its own.
_INLINE = re.compile("为什么|为何|为啥|何以|怎么会?(?!做|办|样)|怎样会|咋会?(?!做|办|样)|何故|缘何|因何")
#: 怎么就跌了, 咋又没修好通车: nothing between it and how it went but adverbs.
_WHY_SO = re.compile(
    "(?:怎么|咋么?|怎)(?:(?:会|就|又|还|都|也|却|才|倒|反而|反倒|偏偏?|突然|一下子?|老|总|一直|迟迟|这么|那么|变)+|(?=[没未]|[㐀-鿿]{1,3}(?:了|得|这么|那么)))"
    f"(?={'|'.join(f'(?:{w.pattern})' for w in WAYS.values() if w is not WAYS['more'])})"
)
_PARTS = re.compile("[，,。；;：:？?！!]+")
_LONGEST = 30  # characters that ask of nothing but the cause
_TELLS_OF_WHAT = 6  # characters of what happened, at least
_EACH_HOW_MUCH = re.compile(
    "[，,]各[㐀-鿿]{0,4}(?:多少|几何)$|(?<=原因|因素|缘由|理由)[，,、]?(?:以?及|和|与)?(?:[它其]们?)?(?:各自?|分别|每[个条项])的?(?:影响|拉低|拖累|减少|造成|少)[了到]?(?:额|值|量|金额|数额|产值|多少|多大|几何)*$"
)  # told with the causes
_YEAR = re.compile("\\d{2,4}年|[〇零一二三四五六七八九]{2,4}年|[今去前上]年|[\\d一二三四上下]+(?:季度|半年)")
#: Who asks, what for, and by what report.
_WANTED_FOR = re.compile(
    "^(?:那么?|我|咱|本人|老朽|在下|俺|鄙人|小弟|恕|实不相瞒|不瞒|劳驾|请|麻烦|烦请|您|你|领导|会长|老板|客户|同事|写|做|编|备|填|整理|听|想|打算|因此|所以|冒昧|打扰|[^，,]{2,10}(?:人士|记者|网友|居民|市民|同行|老板|读者)?(?:来|想|发|追)*问(?:道|到)?$|[^，,]{0,12}(?:我|咱)(?:们|该|要|应该?)*(?:怎么|如何|咋)(?:回?答|答复|回复|解释|交代|说)|评论|网上|朋友圈|有人|听说|别人|大家|记者|开会|为了|帮|替|给)"
)
_BEFORE = re.compile(
    "^(?:我们?|咱们?|本人|就|只|很|特别|格外|因此|所以|在?会上|打算|希望)*(?:想|要|来|请)(?:请教|问问?|知道|了解|弄清楚?|搞清楚?|弄明白|搞明白|打听|核实|听听|看看|分析|说说|讲讲|总结)(?:一下|下)?(?:关于)?"
    "|^(?:请|帮忙?|麻烦|劳驾|替|给|为|我们?|你|您|再|来|简要|简单|用?[一两三]句话)*(?:归纳|概括|总结|梳理|归拢|分析|剖析|简述|说明|解释|点明|列出|列举|说说|讲讲|谈谈)(?:一下|下|出)?(?=.{6})"
)
_REQUEST = re.compile(f"(?:想|要|请|求|帮|给|替|劳|麻烦|告诉)|{_ASK_FOR}")
_BARE_NOUN = re.compile(f"的?(?:主要|具体|深层|直接|背后|几[个条点]|各种|真正|的)*(?:{_NOUN})(?:和|与|及|、|{_NOUN})*")
_AT = re.compile("^(?P<of>[㐀-鿿]{2,4}?)(?:那边|这边|那里|那头|那儿|方面)")
#: 外资欠了任务, 目标打了折扣.
_OWED = re.compile(
    "[没未](?:有|能)?(?:交[上齐清]?了?[账差卷]|交得?上[账差卷])|掉了?链子|(?:[没未](?:有|能)?够(?:得)?[着上到]|够不[着上到])(?:年初|全年|年度)?的?(?:计划|目标|任务|预期|预算|指标)"
    "|(?:还)?欠(?:了|着|下)?(?:任务|目标|指标|账)(?!款)|(?:任务|目标|指标|账)(?:欠账|落了?空|打了?折扣|[没未]能?(?:交[账差齐]|兑现))"
)
_LEADS_TO = re.compile("^(?:导致|造成|引起|致使)了?")
_BY_REPORT = re.compile(
    "^(?:按照?|据|依据?|根据|参照|对照|查|看|翻|照|以)(?:一下|了)?(?P<of>.{2,}?)的?(?:那|这)?[份篇]?(?:工作)?(?:材料|报告|总结|公报|通报|文件|汇报|讲话|口径|数据)"
    "(?:里|上|中)*(?:的)?(?:说法|口径|表述|内容|为准|来看|来说|看|说|讲|算|答|回答)?$"
)


#: 延续上年颓势、继续下滑, 一路下滑: that it went on so is no part of what went.
_STILL = re.compile(
    "(?:(?:延续|沿袭|承接|保持)了?(?:[上去前]一?年)?的?(?:颓势|跌势|降势|低迷|下[行滑]?(?:态势|势头))[、，,]?|继续|持续|再度|依旧|仍旧?|仍然|接连|一路)+(?=下[滑降跌行]|走低|减少|回落|缩水|萎缩|往下)"
)


#: 板块为什么会缩, 投资为什么又往下垮: said of a measure, that it fell.
_SHRANK = re.compile(
    "(?<=为什么|[^，。？?]为何|[^，。？?]为啥)(?:(?:会|又|反而|反倒|突然)*缩(?:水|小|量)?了?"
    "|(?:会|又|反而|反倒|突然)+[跌降掉垮萎]了?)(?=$|[，。？?])"
)


def for_what_cause(text: str) -> str:
    """The question after a cause in the usual form; see :func:`_in_usual_form`."""
    usual = _in_usual_form(text)
    return _SHRANK.sub("下降", _STILL.sub("", usual)) if _INLINE.search(usual) else usual


def _in_usual_form(text: str) -> str:
    """The question in the usual form; itself where nothing in it asks of a cause so, or no clause tells of what."""
    parts = [p for p in _PARTS.split(_EACH_HOW_MUCH.sub("", re.sub("[？?。]+$", "", text))) if p.strip()]
    told: list[str] = []
    asked, requested = False, _REQUEST.search(text) is not None and _HOW_MANY.search(text) is None
    for part in map(str.strip, parts):
        place = _AT.match(part)
        own = part[place.end() :] if place is not None else part
        at = _asks_at(own, requested=requested)
        if at is None and any(_INLINE.search(t) for t in told) and _ABOUT_CAUSE.search(own) and _TOKENS.fullmatch(own):
            at = 0  # …为什么下降？公报给的理由
        asked |= at is not None
        if place is not None and at == 0:
            told.insert(0, place["of"])  # 翊衡那边给了哪些说法
        told.append(part if at is None else own[:at])
    told = [t for t in told if t]
    inline = next((t for t in told if _INLINE.search(t) and gone(t)), "")
    if not asked and inline and (kept := [_WHY_SO.sub("为什么", t) for t in _without_frame(told)]) != told:
        return text if any(ASKING.search(_WHY_SO.sub("", t)) for t in kept if not _INLINE.search(t)) else "，".join(kept) + "？"
    if not asked or sum(map(len, told)) < _TELLS_OF_WHAT or any(ASKING.search(t.replace("好几", "")) for t in told if t != inline):
        return text
    told = [_OWED.sub("没完成任务", _LEADS_TO.sub("", t)) for t in _without_frame(told)]
    if inline:
        return "，".join(_INLINE.sub("为什么", t, count=1) if gone(t) else t for t in told) + "？"
    return f"{'，'.join(told)}，为什么？"


_HOW_MANY = re.compile("多少|几(?!条|点|个?原因|方面)")


def _asks_at(clause: str, *, requested: bool) -> int | None:
    """Where a clause begins to ask of nothing but the cause; 0 where all of it does, None where it never does.

    A request (请归纳…下滑的成因) need not ask what the cause is.
    """
    starts = [at for at in (0, *(m.start() for m in _MAY_BEGIN.finditer(clause))) if len(clause) - at <= _LONGEST]
    for at in starts:
        rest = clause[at:]
        if _ABOUT_CAUSE.search(rest) and _ASKS.search(rest) and _TOKENS.fullmatch(rest):
            return at
        if requested and at and rest.startswith("的") and _BARE_NOUN.fullmatch(rest) and gone(clause[:at]):
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
