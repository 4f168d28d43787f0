"""What frames a question and is no part of it: why it is asked, who asks, and an indicator told twice (投在厂房设备上的钱（工业投资））."""

from __future__ import annotations

import re

from assistant.brands import brands_said
from assistant.hearsay import asks_what_is_printed, needs_story, of_a_firm, placed, without_story
from assistant.phrases import ASKING
from assistant.question import normalise_question, understand
from assistant.terms import find_terms, is_all_known
from assistant.understanding import Understanding
from index.units import ANY_UNIT

__all__ = ["unframed"]

_TALK = re.compile(
    "[我咱您你]|想|准备|正在|打算|要(?:写|做|给|向|报)|写(?:一篇|篇|稿)|听|看到|看过|据|问|帮|麻烦|劳驾|汇报|报道|采访|研究|课题|论文|年鉴|介绍|领导|同事|记者|编(?:写|辑)|整理|材料|稿|会上|"
    "核对|核实|考察|来访|调研|查|算一下|同志|老师|网友|市民|居民|学生"
)
_LEAD = re.compile(
    "^(?P<lead>.{2,40}?)(?P<mark>[。！!：:]|(?:(?<=问问)|(?<=打听)|(?<=问一下)|(?<=了解)|(?<=知道)|(?<=请教))[，,]"
    "|[，,](?=(?:那么|请问|想问|问一下|求问|麻烦|先问一[句下]|问[起到]?(?=(?:19|20|二|去年|今年|前年)))))(?P<rest>.{6,})$"
)
# 换成同一个单位（亩），…哪个多？甲那边折合多少亩？: in which unit it is to be told.
_IN_ONE_UNIT = re.compile(
    "(?:都|统一|全部)*(?:换算?|折算?|统一|用|按)(?:成|为|到)?(?:同一个?|同样的?|统一的?|一样的?)(?:计量)?单位"
    f"(?:[（(](?:{ANY_UNIT})[）)])?(?:来?[算看比])?"
)
# 2012年产值，哦不，主营业务收入; 去年，说错了，2017年: what is taken back.
_SLIP = re.compile(
    "(?<=[年的区园月度])[㐀-鿿]{2,8}[，,](?:哦|噢|啊|呃|哎)?(?:不对?|不是|错了|说错了)[，,](?=[㐀-鿿]{2})"
    "|[去今前明]年[，,…。.、—-]*(?:哦|噢|啊|呃|哎)?(?:不对?|不是|错了|说错了|口误)[，,]?(?:应该)?是?(?=(?:19|20)\\d\\d年)"
)
# 各占自家固投百分之几: of what stands there in full.
_OWN = re.compile("(?<=占)(?:了|到)?(?:自家|自己|各自|自身|本区|当地|他们|它们?)的?(?=[㐀-鿿]{2})")
# 占比测算: what is asked for has to be worked out anyway.
_WORKED = re.compile("(?<=[比占率增降倍数均多][重例比幅速少数值率])的?(?:测算|推算|核算|估算|计算)(?:一下)?(?=[?？。]*$)")
# 工业、基础设施、房地产三类投资中: each with the noun that is said once.
_OF_KIND = re.compile(
    "(?P<list>[㐀-鿿]{2,6}(?:、[㐀-鿿]{2,6})+)[两三四五](?:类|项|种|大)(?P<noun>投资|税收|收入|出口|用地)(?=中|里|之中|[，,]|增速)(?:之?中|里头?)?"
)
# 2022年税收占财政收入比重比上年下降几个点: shares are worked out year by year.
_SHARE_SINCE = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?!上半年|前|[一二三四1-4]季|\d)(?P<of>[^，,。；;？?]*占(?![地用])[^，,。；;？?]{2,}?)(?:比|较)(?:上|去|前)一?年(?:同期)?"
    "(?=(?:提高|提升|上升|上涨|下降|下滑|降低|增加|减少|变化|变动|[高低升降涨跌多少])[了出]?(?:多少|几))"
)
# 就2022年完成投资来说，甲比乙多多少: what is compared, said first.
_AS_TO = re.compile(
    "^(?:就|论|单论|要论|光看|只看|单看)(?P<of>[^，,。？?]{2,16}?)(?:来说|来看|来讲|而言|来比|方面|看|的话)?[，,](?P<one>[^，,。？?]{2,14}?)"
    "(?P<than>比(?![重例率])|[和跟与])(?P<rest>[^，,。？?]{2,14}?(?:[多少高低快慢]|相?差|哪|谁).*)$"
)
_DONE_WANTED = re.compile("[（(](?:我?要|问的?|指)(?:的?是)?(?:完成|实际|实绩)数[）)]")
_BY = re.compile("按|根据|依据|照|[由用以]")
_YEARS_AND_PART = re.compile(
    r"(?P<first>(?:20)?\d\d)年?(?:至|到|—+|–|-|~|～)(?P<last>(?:20)?\d\d)年(?P<part>上半年|6月|前三季度|一季度)(?:底|末)?"
)
# 都折成亩，霁岭是多少亩；全折成万美元加总: each is told in its own unit, and in that one.
_INTO = re.compile(
    f"(?:[都全]部?|统一|一律)(?:给我|帮我)?(?:换算?|折算?|折合)(?:成|为|到)(?P<unit>{ANY_UNIT})(?:来?(?:算|看|比)?(?:排一?下|排个?序)?)?"
)
_CONVERTED = re.compile(
    f"(?P<before>.{{8,}}(?:多少|几|哪|谁|吗)[^，,。？?；;]{{0,8}})[，,。？?；;]"
    f"[^，,。？?；;\\d]{{0,8}}?(?:折合|折算|换算|折|合)(?:成|为|下来|起来)*(?:多少|几)(?:个)?(?P<unit>{ANY_UNIT})[？?。]*$"
)
# 四个主导产业，哪个产值最高哪个增得最快: two questions of the same things.
_TWO_EXTREMES = re.compile(
    "(?P<head>.{4,}?)(?P<which>哪一?[个家条块])的?(?P<of>[㐀-鿿]{2,8}?)最(?P<top>[高大多低小少])的?[，,、；;]?(?:而|又|还有)?哪一?[个家条块]的?"
    "(?:(?P=of)|增速|增幅)?(?:增长?|涨|长|升)?得?最(?P<grew>[快猛慢])[?？。]*"
)
_THEN = re.compile(
    "^(?:那么?|先问一[句下]|问(?=(?:19|20|二|去年|今年|前年))|问[起到](?=[㐀-鿿\\d])|请问一?下?|想问一?下?|问一下|求问|麻烦问?一?下?)[，,：:]?"
)
# 存贷比（贷款余额除以存款余额）: how a number is worked out, for its name.
_WORKED_SO = re.compile("[㐀-鿿]{2,3}(?:比|率|差额?|度|值|数)[（(](?P<how>[^）)，,。]{2,20}(?:除以|减去|÷)[^）)，,。]{2,20})[）)]")
_GLOSS = re.compile("(?P<said>[㐀-鿿A-Za-z]{2,20})[（(](?P<name>[㐀-鿿A-Za-z0-9.&]{2,16})[）)]")
_BOUND = re.compile(".*[年月度区园港城里中上，,、：:]")


def unframed(text: str, known: Understanding) -> str:
    """The question without its frame; zones and years that only the frame says go before what is left."""
    whole = _IN_ONE_UNIT.sub("", _named_once(_WORKED_SO.sub(r"\g<how>", _OWN.sub("", _SLIP.sub("", normalise_question(text))))))
    whole = _YEARS_AND_PART.sub(_each_year, whole if _BY.search(whole) else _WORKED.sub("", whole))
    whole = _OF_KIND.sub(lambda m: "、".join(n + m["noun"] for n in m["list"].split("、")), whole)
    whole = _SHARE_SINCE.sub(lambda m: f"{m['year']}年{m['of']}比{int(m['year']) - 1}年", whole)
    whole = _AS_TO.sub(r"\g<one>\g<of>\g<than>\g<rest>", _DONE_WANTED.sub("", whole))
    into = _INTO.search(whole)
    if into and len(whole) - len(into.group()) >= 8:
        whole = f"{whole[: into.start()]}{whole[into.end() :]}（{into['unit']}）"
    two = _TWO_EXTREMES.fullmatch(whole)
    if two:
        grew = f"增速最{'低' if two['grew'] == '慢' else '高'}"
        return f"{two['head']}{two['which']}{two['of']}最{two['top']}？{two['head']}{two['which']}{two['of']}{grew}？"
    converted = _CONVERTED.match(whole)
    whole = f"{converted['before']}？（{converted['unit']}）" if converted else whole
    for brand in brands_said(whole, known.brands):
        whole = whole.replace(f"{brand}的", brand)  # 霂川的光学膜二期
    if told_of := of_a_firm(whole, known):
        return told_of
    for _ in range(2):
        parts = _LEAD.match(whole)
        if parts is None or ASKING.search(parts["lead"]) or not _TALK.search(parts["lead"]):
            break
        rest = _THEN.sub("", parts["rest"].strip())
        asked = understand(rest, known)
        if not ASKING.search(rest) or not (asked.indicators or asked.operands or asked.topic):
            break
        if asks_what_is_printed(rest) or needs_story(rest, [parts["lead"]], known):
            break
        whole = placed(rest, [parts["lead"]], known)
    return without_story(_without_aside(whole, known), known)


# 做片区对比页，淯嵝2023年…; 客商问拿地节奏，…: what it is wanted for.
_ASIDE = re.compile(
    "^(?P<lead>(?:(?:我|我们|咱|老|替|帮|给|为|做|写|排|列|编|填|整|理|出|备|测|定|摸|想|要|等|赶|搞|弄|查|核|对|客商|领导|部门|单位|同事|记者|例会|开会|会上|汇报|台账|材料|稿子)"
    "[^,。?:\\d]{1,16}|[^,。?:\\d]{1,8}(?:催|追问|问|要我|让我|叫我|等着|急着|要(?:列|写|做|查|核|填|算|报|出))"
    "[^,。?:\\d]{0,10}))[,:](?P<rest>.{8,})$"
)
_TOPICAL = re.compile(
    "(?:方面|上|来说|来讲|而言|里|中|看|说|是|的|有|了|这块|那块)$|[那这]一?[条个家块项行类种门]|(?:去|今|前|明|上|本)年|(?<!对)比|从|到|自|是"
)
_TAKES_UP = re.compile("[这那](?!一?年)|[该此]|其(?!他|余|中)|它|他们")  # what stands before: no aside


def _without_aside(text: str, known: Understanding) -> str:
    """The question behind a clause that only says what it is wanted for, where it names its zone and its indicator itself."""
    said = _ASIDE.match(text)
    if said is None or _TOPICAL.search(said["lead"]) or ASKING.search(said["lead"]) or known.zones.find(said["lead"]):
        return text
    if _TAKES_UP.search(said["rest"]):
        return text
    asked = understand(said["rest"], known)
    whole = known.zones.find(said["rest"]) and ASKING.search(said["rest"]) and (asked.indicators or asked.operands or asked.topic)
    return said["rest"] if whole and (asked.periods or not understand(said["lead"], known).periods) else text


def _each_year(span: re.Match[str]) -> str:
    """2017年至2019年上半年: 2017年、2018年、2019年上半年."""
    first, last = (int(y) if len(y) == 4 else 2000 + int(y) for y in (span["first"], span["last"]))
    part = "上半年" if span["part"] == "6月" else span["part"]
    return "、".join([*(f"{y}年" for y in range(first, last)), f"{last}年{part}"]) if 0 < last - first <= 10 else span.group()


def _named_once(text: str) -> str:
    """从国外买进来的那部分（进口）: the known name in brackets stands for the words before it."""
    for match in reversed([*_GLOSS.finditer(text)]):
        if not is_all_known(match["name"]) or len(find_terms(match["name"])[0].meanings) > 1 or ASKING.search(match["said"]):
            continue
        known = [t for t in find_terms(match["said"]) if len(t.meanings) == 1]
        if known:
            if known[-1].end == len(match["said"]):  # 万元GDP能耗（单位国内生产总值能耗）: told twice
                text = text[: match.start() + known[-1].start] + match["name"] + text[match.end() :]
            continue
        bound = _BOUND.match(match["said"])
        start = match.start() + (bound.end() if bound and bound.end() < len(match["said"]) else 0)
        text = text[:start] + match["name"] + text[match.end() :]
    return text
