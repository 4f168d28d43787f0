"""Counts: which say nothing of their own (上述四个项目, 抓好五项行动), and which say for how many something was done."""

from __future__ import annotations

import re
from dataclasses import replace

from index.figures.carry import Around, Carry
from index.figures.draft import Draft
from index.figures.ellipsis import STATE
from index.figures.making import new_draft
from index.figures.naming import ACTIONS, Name, name_of
from index.figures.nouns import following_noun
from index.glossary import is_known
from index.numbers import ARABIC
from index.numerals import Quantity
from index.units import CLASSIFIERS

__all__ = [
    "counted_as", "counted_noun", "counted_under", "counts_nothing", "is_habit", "list_counted", "rate_of_counted", "read_served", "read_stated",
    "told_again",
]

_ABSTRACT = re.compile(
    r"^.{0,6}?(?:行动|工作|任务|工程|举措|措施|事|目标|攻坚|战役|战|机制|改革|大事|实事|抓手|文章|硬仗|计划|要求|"
    r"做法|制度|建设|提升|转变|能力|关系|方面|部分|规定|规定精神|纪律|坚定|"
    r"带头|清单|指标|重点)$"
)
_COUNTABLE_STOP = re.compile(
    r"^(?:方面|意识|自信|维护|坚持|责任|代表|全面|转变|优先|确保|严格|到位|层面|突出|关键|聚焦|围绕|着力|阶段|环节|"
    r"问题|特点|体系|月|季度|以上|左右|小时|百分点|字|词|层次|维度|原则|一律|"
    r"必须|不|轮子|短板|要素|高地)"
)


#: 巡察反馈的26个问题: so many were found, where 突出三个问题 only announces them.
_FOUND = re.compile("(?:反馈|查摆|排查|发现|交办|收集|指出|梳理|检视|移交|受理)(?:出|到|的|了)*$")


def is_habit(around: Around) -> bool:
    """上述四个项目 and 每季度召开1次 count nothing new."""
    quantity, fragment = around.quantity, around.fragment
    if re.search(r"(?:上述|^(?:其中)?以上|这|该|此|本|前)$", fragment) and quantity.is_count:
        return True  # 上述四个项目, 前三个行业 count nothing new
    # 每季度召开1次 is a habit
    return bool(re.search(r"每(?:个?季度?|月|周|天|半年)", fragment)) and quantity.unit in ("次", "场", "期")


#: What all of several do: 错位布局, 齐头并进.
_TOGETHER = re.compile(
    "(?:片区|板块|组团|园区|行业|产业|区块|乡镇|镇街)(?:错位|齐头|竞相|协同|联动|共同|同步|统筹|一体|互补|(?:里|中|当中|之中)(?:头|面|边)?(?=[㐀-鿿]))"
)


#: 稳定在|5%|左右的较低水平: how high it is, no sort of what comes.
_ITS_LEVEL = re.compile(
    "的(?:较|相对|更|最|历史)*(?:[低高好优]|合理|适度|正常|可控|领先|先进)?(?:的)?(?:水平|区间|范围|水准|[高低]位)(?=[，。；、]|以[上下内]|$)"
)


def counts_nothing(around: Around, noun: str, name: Name) -> bool:
    """Whether a number only announces, groups or names what comes (抓好五项行动, 三个片区各展所长)."""
    quantity, fragment = around.quantity, around.fragment
    found = noun.startswith("问题") and _FOUND.search(fragment) is not None
    sort = quantity.is_rate and around.follow.startswith("的") and _ITS_LEVEL.match(around.follow) is None
    if (noun and _COUNTABLE_STOP.match(noun) and not found) or sort:
        return True
    if (
        quantity.chinese
        and quantity.is_count
        and (
            re.match(r"[^，。；]{0,6}各(?:展|有|具|显)", around.follow)
            or (re.search(r"[与同和]$", fragment) and re.match(r"[^，。；]{2,8}(?:一起|一道|一同)", around.follow))
        )
    ):
        return True  # 与三个分局一起, 三个片区各展所长
    if quantity.chinese and quantity.is_count and not fragment.strip() and re.match(r"[^，。；\d]{0,6}?(?:合计|共计|[加合]起来)", around.follow):
        return True  # …、203.8万人次，三处合计占全区的81.5%
    if quantity.chinese and quantity.is_count and around.touches:
        return True  # 解决三个1亿人问题
    if quantity.chinese and quantity.is_count and _ABSTRACT.match(noun):
        return True  # 抓好五项行动 announces a list
    if quantity.chinese and quantity.is_count and _TOGETHER.match(around.follow):
        return True  # 三个片区错位布局
    listed = re.split("[、和与及]", re.sub("等$", "", around.listed.strip())) if quantity.is_count and not noun else []
    if len(listed) > 1 and len(listed) == quantity.value and all(is_known(name_of(m).indicator) for m in listed):
        return True  # 技改投资、财政收入、进出口总额|三项|没有完成
    # 一个, 一项 … of running text
    return quantity.chinese and quantity.value == 1 and bool(noun or not name.indicator)


#: What is counted can head a line: 规上工业企业：新增|17家|.
_HEADS = re.compile(r".{2,}(?:企业|项目|机构|平台|人才|专利|商标|商户|主体|工程|园区|基地|单位|公司)$")


#: Nouns that say nothing without whose they are: 外资：缺口|2050万美元|.
_OF_ITS = re.compile(r"缺口|余额|总额|总量|均价|占比|存量|增量")


def counted_under(around: Around) -> Name | None:
    """规上工业企业：|退库11家|: of what the heading of the line says, in the state that the words before the number say."""
    heading = name_of(around.context[-1])
    own = name_of(around.fragment)
    state = own.action + own.scope + own.indicator
    if _OF_ITS.fullmatch(own.indicator) and not own.scope + own.action:
        return Name(heading.indicator + own.indicator, heading.scope) if 2 <= len(heading.indicator) <= 8 else None
    if not around.quantity.is_count or heading.action or not _HEADS.fullmatch(heading.indicator) or around.follow[:1] == "的":
        return None
    if not re.fullmatch(rf"(?:{ACTIONS}|{STATE.pattern})+", state):
        return None
    return Name(heading.indicator, heading.scope, state)


_AMONG = re.compile(
    r"(?P<noun>[^，。；：、,;:\s\d（）()“”]{2,14}?)(?:之|当|其)?(?:中(?![心小学等型高外介转试央医药标欧部西期])|里)(?:头|面|边)?[，,]?(?:其中)?(?:已经?|还|仍|有|只|仅|现|共)*[^，。；、\d]{0,6}$"
)


def _counted_whole(around: Around) -> str:
    """48个|市级以上重点项目中，开工43个: what is counted, where the next number tells how many of them."""
    among = _AMONG.match(around.follow) if around.quantity.is_count and not around.quantity.chinese else None
    return among["noun"] if among is not None and not re.search("[是为在列居第]|集$", among["noun"]) else ""


_HEADS_BESIDE = re.compile(rf"[、和]?\s*{ARABIC}[余多]?(?:人|名|口|位)")


def _shared_noun(carry: Carry, around: Around) -> str:
    """|862户|、2794名渔民: whose households they are, the people's behind the next number."""
    if (around.follow.strip() not in ("、", "和") and not around.touches) or around.quantity.unit not in ("户", "家", "对"):
        return ""
    after = carry.text[len(carry.text) - carry.length + around.quantity.outer_end :]
    beside = _HEADS_BESIDE.match(after)
    return following_noun(after[beside.end() :]) if beside else ""


_OF_THOSE = re.compile(r"[^，。；、\d]{0,10}?(?:里头|里面|里边|当中|之中|中|里)(?=[，,]|[^，。；\d]{0,12}\d)")


def told_again(carry: Carry, around: Around) -> Draft | None:
    """签约项目19个…。签下来的|19个|里头，…: the figure that a number repeats to say how many of them."""
    if not around.quantity.is_count or not around.fragment.endswith(("的", "这")) or not _OF_THOSE.match(around.follow):
        return None
    told = (d for d in reversed((*carry.paragraph, *carry.made)) if d.value == around.quantity.value and d.unit == around.quantity.unit)
    return next(told, None)


_BECAME = re.compile(r"[^，。；、\d（）()]{1,3}(?:了|[进入上到](?!级|市|岗))[^，。；、\d（）()]{2,14}(?=[，。；、]|$)")


def _became(carry: Carry, around: Around, name: Name) -> Name:
    """建成项目11个，有|5个|进了省级重点盘子: which of those just counted."""
    last, state = carry.last, _BECAME.match(around.follow)
    if state is None or last is None or last.unit != around.quantity.unit or not re.fullmatch(r"(?:其中)?(?:已)?有", around.fragment.strip()):
        return name
    return Name(last.indicator, state[0].rstrip())


_STATED = re.compile(
    r"(?:因[^，。；、\d]{2,16}?)?(?P<state>(?:未能?|没有?|没能|尚未|还没|正在?|已经?|均已|处于|仍|被|通过|停产|停工|停建|关停|退出|退规|投产|开工|竣工|"
    r"建成|上市|复工|转产|搬迁|整改|(?:资格|证书|有效期|合同)(?:已|均)?(?:到期|期满|过期|失效)|到期|被?(?:摘牌|注销|取消|撤销|清退|淘汰)|迁[出走]|转出|(?:复审|复核|年检|年审|验收|评审|考核|审核|重新认定)(?:时|中)?(?:没有?|未能?|不))[^，。；、\d（）()的]{0,12})(?=[，。；、）)]|$)"
)


_NOT_SO = re.compile(r"未(?!来|成年)|没(?!收)|尚未|还没")  # 处置闲置土地240亩，还有|130亩|未处置


_ENDED = re.compile(r"(?:其中|已|经自查|目前|全年)*(?P<how>(?:未|没有?|超额|提前|全面|基本)?(?:完成|达标|达到))")
_SET = re.compile("(?:指标|任务|目标|要求)$")


def read_stated(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """高新技术企业14家，另有|2家|未通过复审: in which state, of those just counted; None where no state is said behind the number."""
    last, said = carry.last, _STATED.match(around.follow) if around.quantity.is_count or _NOT_SO.match(around.follow) else None
    if said is not None and last is not None and last.unit != around.quantity.unit:  # 21家企业受灾，直接损失3400万元，目前|20家|已经复产
        last = next((d for d in reversed(carry.made) if d.unit == around.quantity.unit and d.value and d.value >= around.quantity.value), last)
    ended = _ENDED.fullmatch(around.fragment.strip())
    if ended is not None and last is not None and last.unit == around.quantity.unit and _SET.search(last.indicator) and last.value is not None:
        return [new_draft(carry, around, last.indicator, ended["how"], at)]  # 考核指标45项，完成41项、未完成4项
    if said is None or last is None or last.unit != around.quantity.unit or last.value is None:
        return None
    words = re.sub(rf"^{re.escape(last.indicator)}(?:之|当)?[中里](?:头|面)?", "", around.fragment.strip())
    names = around.listed.strip()
    named = _NAMED.fullmatch(names) is not None and len(re.split("[、和]", names)) == around.quantity.value  # 甲装备、乙粮油|2家|复核没有通过
    if not named and not re.fullmatch(
        r"(?:其中|另外?|还|但是?|不过|可是?|只是|却|目前|年[末底内]|至今|当年|全年|期间|同期|[上下]半年|先后|又|共)?[，,]?(?:已|还|仍|尚)?有?", words
    ):
        return None
    return [new_draft(carry, around, last.indicator, said["state"].rstrip(), at)]


_NAMED = re.compile(r"[\u3400-\u9fffA-Za-z]{2,10}(?:[、和][\u3400-\u9fffA-Za-z]{2,10})+")


_TRIP = re.compile(r"(?:[今去全]年|先后|共|累计|我们|干部|班子|领导)*(?:出去跑|跑出去|走出去|出门|外出|在外跑|上门跑)(?:了|过)*")


def counted_noun(carry: Carry, around: Around, noun: str) -> str:
    """What is counted: ``noun``, which stands right behind the number, cut where it goes on to tell how many of those."""
    ranked = _RANKED.match(around.follow) if around.quantity.is_count and not around.quantity.chinese else None
    return (ranked["noun"] if ranked is not None else "") or _counted_whole(around) or noun or _shared_noun(carry, around)


#: 在全省|68家|省级经开区综合考评中，A区列第14位: those that are ranked, and in what.
_RANKED = re.compile(
    r"(?P<noun>[^，。；、\d]{0,12}?(?:开发区|高新区|经开区|园区|单位|集聚区|县区|保税区|综保区|区县|县市区|市县区))"
    r"[^，。；、\d]{0,12}?(?:考评|考核|评价|评估|排名|评比|测评)(?:结果)?(?:中|里)?(?=[，,])"
)


_OF_THESE = re.compile(
    r"(?:之|当)?[中里](?:头|面|边)?(?:[，,]?其中)?(?:已经?|还|仍|共|现)*有?(?P<state>(?![仍已还]有$)[\u3400-\u9fff]{2,10}?)(?:的|有|了|共|只|仅|占)*"
)


_ONLY_OF_THESE = re.compile("(?:之|当)?[中里](?:头|面)?(?:仅|只|已|还|仍|目前)*有?")
_BECAME_SO = re.compile(
    "(?P<state>(?:已|未|没有?|尚未|还没)?(?:开工|动工|投产|竣工|落地|签约|履约|建成|达产|注册|供地|入库|停产|停工|关停|亏损|盈利))(?=[，。；、]|$)"
)


def _of_these(carry: Carry, around: Around) -> Name | None:
    """163家规上工业企业中亏损|21家|: how many of those just counted are in a state."""
    last, words = carry.last, around.fragment.strip()
    if last is None or last.unit != around.quantity.unit or not last.indicator or not words.startswith(last.indicator):
        return None
    rest = words[len(last.indicator) :]
    done = _BECAME_SO.match(around.follow) if _ONLY_OF_THESE.fullmatch(rest) else None
    if done is not None:
        return Name(last.indicator, done["state"])  # 128个签约项目中仅|76个|开工
    said = _OF_THESE.fullmatch(rest)
    return Name(last.indicator, said["state"]) if said is not None else None


#: 产值过5亿元的只有禾沛集团、昭麦食品|两家|: companies so large, who they are stands between.
_SO_LARGE = re.compile(
    rf"(?P<which>[^，。；、：\d]{{0,8}}?(?:超过?|过|突破|达到?|上|不足|低于){ARABIC}[万亿]元(?:以上)?)(?:的?(?:企业|项目|公司))?的?(?:也|就|仍|还|依然)*(?:只|仅)?有[^，。；\d]*$"
)
#: 412人|取得资格证书: what they have is what is counted.
_ATTAINED = re.compile(r"(?P<verb>取得|获得|考取|评上|拿到|考上)了?(?P<what>[\u3400-\u9fff“”]{2,14}?)(?=[，。；、]|$)")


def _counted_by_size(carry: Carry, around: Around) -> Name | None:
    said = carry.said_up_to(around.quantity.outer_start)
    large = _SO_LARGE.search(re.split("[，。；;]", said)[-1]) if around.quantity.unit in ("家", "户", "个") else None
    if large is not None:
        return Name(large["which"] + ("项目" if around.quantity.unit == "个" else "企业"))
    attained = _ATTAINED.match(around.follow) if around.quantity.is_count and not around.fragment.strip() else None
    return Name(attained["what"], "", attained["verb"]) if attained is not None else None


_TOURISM = re.compile(r"(?P<field>[\u3400-\u9fff]{0,6}?旅游)?(?:业|区)?(?:共|累计|全年)*接待")


def _beside(carry: Carry, around: Around, name: Name) -> Name:
    """接待游客38.5万人次、实现收入|1.9亿元|: from tourism; 平整土地930亩，…，缺口|70亩|: of the land."""
    last = carry.last
    if last is None or name.scope:
        return name
    visited = _TOURISM.match(last.scope + last.indicator)
    if visited is not None and around.quantity.is_money and re.fullmatch("(?:实现|创)?(?:综合|总|经济)?收入", name.indicator):
        return replace(name, indicator=(visited["field"] or "旅游") + name.indicator.removeprefix("实现").removeprefix("创"))
    if name.indicator in ("缺口", "差额") and last.unit == around.quantity.unit:
        return replace(name, scope=last.indicator)
    return name


_MOVED = re.compile(
    r"(?P<what>[\u3400-\u9fff“”]{2,}(?:企业|项目|机构|平台|人才|主体|单位|公司|商户))"
    r"(?P<how>(?:当年|全年|年内)?(?:新认定|新增|净增|新(?:入[库规统]|升规|上规|进规|纳统)|新通过|新设立?|注销|取消|退出|进来?|退[库规统]))"
)


def counted_as(carry: Carry, around: Around, name: Name) -> Name:
    """全年出去跑了|42批次|: what for, where the paragraph tells it; 有|5个|进了…: which of those just counted."""
    if sized := _counted_by_size(carry, around) or _of_these(carry, around) or _on_holiday(around):
        return sized
    if around.quantity.is_count and (moved := _MOVED.fullmatch(name.indicator)):
        return replace(name, indicator=moved["what"], action=moved["how"])  # 高新技术企业新认定|19家|、取消5家
    if name.action + name.indicator in ("开发", "累计开发") and around.quantity.unit.endswith(("平方公里", "亩", "公顷")):
        return replace(name, indicator="已开发面积", action="")
    fits = around.quantity.unit in ("批次", "趟", "次", "批") and _TRIP.fullmatch(around.fragment.strip())
    return Name("外出招商", times=name.times) if fits and "招商" in carry.text else _beside(carry, around, _became(carry, around, name))


#: “五一”假期迎客|38.6万人次|, 10月3日那天来了|9.7万人次|: how many came.
_HOLIDAY = re.compile(
    r"(?:其中|仅|单是)?(?P<when>(?:[“\"]?(?:五一|十一|国庆|中秋|春节|清明|端午|元旦)[”\"]?节?[、和与]?)+(?:黄金周|小?长假|假期|假日|期间)*(?:[一二三四五六七八九十\d]天)?|"
    r"\d{1,2}月\d{1,2}日(?:那天|当天|当日|单日|一天))(?:内|就|共|累计|全区|景区)*(?:迎客|迎来|接待|来了|涌入|到访)?(?:游客)?了?"
)


def _on_holiday(around: Around) -> Name | None:
    held = _HOLIDAY.fullmatch(around.fragment.strip()) if around.quantity.unit.endswith("人次") else None
    return Name("接待游客", held["when"]) if held is not None else None


_BENEFICIARY = re.compile(
    r"(?P<who>(?:中小微?|小微|规上|规模以上|重点|困难|外贸|民营|相关|辖区|区内|园区|工业|受灾)*"
    r"(?:企业|商户|工商户|市场主体|群众|职工|农户|居民|家庭|学生|单位))(?P<what>[^，。；、\d]{2,14}?)(?:共|约|近|资金达|达)?$"
)


def read_served(carry: Carry, around: Around, at: int) -> list[Draft]:
    """累计为|412家|企业减免房租2380万元: how many had what done for them; the sum is a figure of its own."""
    if not around.quantity.is_count or not re.search(r"(?:[为给向替]|帮助?|协助|支持|组织)\s*$", around.fragment):
        return []
    match = _BENEFICIARY.match(around.follow)
    if match is None:
        return []
    what = name_of(match["what"])
    draft = new_draft(carry, around, match["who"], what.scope + what.action + what.indicator, at)
    return [draft]


def list_counted(carry: Carry, around: Around, name: Name) -> Name:
    """永晟股份、同泰药业|2家|企业: as many as are listed, all of whom are meant."""
    quantity = around.quantity
    if not quantity.is_count or "、" not in around.listed or not name.scope:
        return name
    members = [m for m in re.split(r"[、和与及]", re.sub(r"等$", "", around.listed.strip())) if m]
    if len(members) != quantity.value or name.scope not in members[-1]:
        return name
    members[0] = name_of(members[0]).indicator or members[0]
    carry.pair = (members[0], members[-1]) if len(members) == 2 else None
    return replace(name, scope="、".join(members))


#: The rate of what was just counted, which it doesn't name again.
_BARE_RATE = re.compile(
    "(?:办结|办理|答复|回复|解决|整改|化解|调处|受理|签约|履约|开工|竣工|投产|达产|落地|转化|入驻|出租|交付|成活|毕业|通过|合格)率"
)


_RENTED_RATE = re.compile("(?:入驻|出租|空置|去化|利用|使用)率")  # 标准厂房38.6万平方米，入驻率72.3%


def rate_of_counted(carry: Carry, name: Name, quantity: Quantity) -> Name:
    """受理信访件1146件，办结率99.1%: of the 信访件."""
    last = carry.last
    if name.scope or quantity.unit != "%" or last is None:
        return name
    told = _RENTED_RATE if last.unit.endswith("平方米") else _BARE_RATE if last.unit in CLASSIFIERS else None
    if told is None or not told.fullmatch(name.indicator):
        return name
    return replace(name, scope=last.indicator)
