"""What an earlier clause gives a number: its name with a threshold, its name alone, or whose effect it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.figures.carry import ITEM, Around, Carry, same_measure, wholes
from index.figures.draft import Draft
from index.figures.ellipsis import BUILT, is_thing, of_project
from index.figures.naming import ONCE_BUILT, Name, name_of
from index.figures.restating import alike
from index.glossary import is_known
from index.numerals import Quantity
from index.records import FigureKind, Status

__all__ = [
    "COMES_TO",
    "announced",
    "give_owner",
    "in_all_of_them",
    "in_short",
    "led_by",
    "named_one",
    "of_the_next",
    "in_its_parts",
    "over_the_year",
    "once_built",
    "passed",
    "paid_for",
    "put_into",
    "restated",
    "settle_restated",
    "spent_on",
    "spent_so_far",
    "stands_for",
    "limited",
    "set_anew",
    "told_of",
    "topic_in",
]


def give_owner(carry: Carry, told: Draft) -> None:
    """总投资8亿元、占地|120亩|的X中心: the thing behind the last number is that of the one before it, too."""
    before = carry.made[-1] if carry.made else None
    if before is not None and not before.scope and is_thing(told.scope) and BUILT.fullmatch(before.indicator):
        before.scope = told.scope


_MEASURES = re.compile("(?:产值|增加值|收入|投资|税收|利润|[额量率数])$")
_AND_SO_ON = re.compile("等(?:一批|[一二两三四五六七八九十\\d]+个|多个|若干)?(?:重大|重点|龙头|优质|产业|工业|标志性|好|大|新)*(?:项目|工程|企业)?$")


def of_the_next(carry: Carry, around: Around, noun: str) -> Name | None:
    """总投资15亿元的X项目、|12亿元|的Y项目: the same of the next thing in the list; None where it is no such list."""
    before = carry.made[-1] if carry.made else None
    noun = _AND_SO_ON.sub("", noun)
    if before is None or before.unit != around.quantity.unit or not around.follow.startswith("的"):
        return None
    named = "投资" in before.indicator and 2 < len(noun) < 16 and around.glue == "、" and not _MEASURES.search(noun)
    if not (is_thing(before.scope) and is_thing(noun)) and not named:
        return None
    listed = around.glue == "、" and not around.fragment.strip() and before.scope in around.context[-1]
    last = re.fullmatch(f"的?{re.escape(before.scope)}(?:以?及|和|与)", around.fragment.strip()) is not None
    owner = name_of(noun)
    return Name(before.indicator, owner.scope + owner.indicator) if listed or last else None


def once_built(carry: Carry, name: Name, around: Around) -> str:
    """X项目总投资135亿元，建成后可吸纳就业3000人: the thing whose effect a number is, "" when it is nobody's."""
    said = [words for words in (*around.context[-1:], around.fragment) if ONCE_BUILT.search(words)]
    if said:
        phase = _PHASE_BUILT.search(said[-1])
        last = carry.last.scope if carry.last is not None and is_thing(carry.last.scope) else ""
        own = name.scope if is_thing(name.scope) else phase[1] if phase is not None else ""
        carry.once = of_project(carry, own) or last or carry.project or carry.subject
    elif carry.expected and carry.project and name.action in ("新增", "带动", "吸纳", "提供", "创造"):
        carry.once = name.scope or carry.project  # X项目6月投产，预计全年新增产值7亿元
    return carry.once if carry.expected else ""


_PHASE_BUILT = re.compile(rf"([一二三四五首]期)(?:项目|工程)?{ONCE_BUILT.pattern}")


_MOVES = re.compile(
    r"(?:[还仍]在往?[上下走]|实现了?|保持|呈现?|逐[季月年]|走[高低]|向好|抬升|前高后低|前低后高|仍然|依然|偏[小低高少弱]|较[小低少弱]|不[高强足够大]|继续|稳步|快速|持续|大幅|较快|平稳|均|逆势|加快|不断|明显|总体|有所|稳定|稳中|再创|创|"
    r"跃上|突破|取得|止跌|企稳|触底|由[降负减跌]转|增长|下降|回升|提升|(?:还|仍|依然|总算)?(?:是|保持|维持)?[正负](?:的|增长)|(?:由|从)[负正]|转正|回正|转负).*$"
)


def topic_in(clause: str) -> Name:
    """What a clause without numbers speaks of: 全市工业投资实现了大幅增长."""
    return name_of(_MOVES.sub("", clause))


COMES_TO = re.compile("(?:达到?|实现|完成|为)?了?")
_AMOUNT = re.compile("[㐀-鿿]{2,10}(?:吞吐量|成交额|交易额|零售额|(?:[产销货运客箱件单]|加工)量|总量|总额|税收|产值|投资|收入|利润)")
_FORTUNATELY = re.compile("^(?:好在|所幸|不过|但|而|可|只是|其中)*")


def told_of(fragment: str, around: Around) -> Name | None:
    """出口还是正的，|5.43亿美元|; 外贸吞吐量实现突破，达到|438万吨|: the indicator of which the clause before says how it went."""
    of_a_kind = not (fragment.strip() and around.quantity.is_rate)  # 规上工业增加值稳中有升，达到6.2%: no amount of it
    goes_on = around.context and of_a_kind and around.glue[:1] in ("，", ",") and COMES_TO.fullmatch(fragment.strip())
    clause = around.context[-1].strip() if goes_on else ""
    name = topic_in(_FORTUNATELY.sub("", clause)) if _MOVES.search(clause) else name_of("")
    return name if is_known(name.indicator) or (not name.scope and _AMOUNT.fullmatch(name.indicator)) else None


#: 产值突破百亿元，达到|103.8亿元|: a threshold that is no number by itself.
_PASSED = re.compile(
    r"(?P<what>.{2,}?)(?:首次|历史性|成功|一举|再次|双双|率先)*(?:突破|跨上|跨过|跨越|迈上|站上|登上|跃上|超过?|冲破|首破|越过|步入|进入)了?"
    r"[一二两三四五六七八九十百千万]+亿(?:元|美元)?(?:大关|台阶|关口|门槛|级)?(?:以上)?$"
)


#: 自营出口力争与上年持平，达到|8,600万美元|
_LEVEL = re.compile(r"(?P<what>.{2,}?)(?:力争|确保|保持|基本|大体|总体)*(?:与|和|同)(?:上年|去年)(?:同期)?(?:保持|基本|大体)*(?:持平|相当)$")


def passed(fragment: str, around: Around) -> Name | None:
    """The name that the clause before gave together with a threshold, or with what it equals."""
    clause = around.context[-1].strip() if around.context and around.glue[:1] in "，," else ""
    before = _PASSED.match(clause) or _LEVEL.match(clause)
    return name_of(before["what"]) if before and re.fullmatch(r"(?:达到?|实现|完成|为)了?", fragment.strip()) else None


_MEASURED = re.compile(
    r"(?P<what>[\u3400-\u9fff]{2,10}?(?:收入|产值|投资|税收|吞吐量|客流量|销量|产量|总量|总额|面积|人数|增值税|所得税|消费税|土地税|契税|印花税))(?:更|也|仍|依然|依旧|是|成为|还|最|再|又|一路|稳|逆势|持续|继续|保持|创|同样)"
)


def known_head(clause: str, least: int = 3) -> str:
    """The indicator of ``least`` characters that a clause begins with (税收收入稳中有升), "" when it begins with nothing known."""
    core = re.sub(r"^(?:[今去全]年|全区|我区|开发区|但|而|同时|[一二三四五六七八九十]是)*", "", clause)
    told = next((core[:n] for n in range(min(len(core) - 2, 14), least - 1, -1) if is_known(core[:n])), "")
    if not told and (measured := _MEASURED.match(core)):
        return measured["what"]
    return "" if re.match(r"的|[和与及]|占|比|较|目标|任务|计划|增量|增速|增幅|缺口|企业|项目|中|里|来源|结构|质量", core[len(told) :]) else told


def announced(carry: Carry, name: Name, around: Around) -> Name | None:
    """唯一欠账的是到位省外资金，全年|119.8亿元|: the clause before announces the indicator."""
    if not name.empty or name.scope or around.glue[:1] not in "，," or not around.context:
        return None
    if (meant := _THAT_IS.fullmatch(around.context[-1].strip())) and not around.fragment.strip():
        return name_of(meant["what"])
    if alike := _LIKE_THIS.fullmatch(around.context[-1].strip()):
        return replace(name, indicator=alike["what"])
    if not around.fragment.strip() and carry.last is None and not around.quantity.is_count and not around.quantity.is_rate:
        return _bare(around.context[-1].strip())
    if not (name.times or name.action or name.level or re.search(r"完成|达到?|实现|仅|只", around.fragment)):
        return None
    if around.quantity.is_count and name.action != "累计":
        return None
    if carry.last is None and (headed := known_head(around.context[-1].strip())):
        if around.quantity.is_rate and not headed.endswith(("率", "占比", "比重", "强度")):
            return None
        return Name(headed, times=name.times)  # 规上工业总产值保住了正增长，全年|86.7亿元|
    before = re.search(r"(?:的|最\w{1,3}|当)(?:是|属|为|要数|当属)(?P<what>[^，]{2,})$", around.context[-1].strip())
    about = name_of(before["what"]) if before else Name("")
    return replace(about, times=name.times) if is_known(about.indicator) else None


#: 真正住下来的，也就是过夜游客，|112.9万人次|.
_THAT_IS = re.compile("(?:也)?(?:就是|即|就是说)(?P<what>[^，、的]{2,12})")
#: 像这样的民宿，全区有|486家|.
_LIKE_THIS = re.compile("(?:像|类似)?(?:这样|这类|这种|此类|如此)的(?P<what>[^，、的]{2,8})")


def _bare(clause: str) -> Name | None:
    """利润难看，|12.6亿元|; 最好的是营业收入，|386.2亿元|: all that a clause names, in front of a number without words."""
    told = re.search(r"(?:是|属|为|数)(?P<what>[^，是为]{2,14})$", clause)
    if told is not None and is_known(name_of(told["what"]).indicator):
        return name_of(told["what"])
    headed = known_head(clause, 2)
    return Name(headed) if headed else None


#: 恒力重工以|50.2亿元|的产值居首位, 麦香源面业以|9.7亿元|居各企业之首
_LEADS = re.compile(r"(?:的(?P<what>[^，。；]{2,8}?))?(?:位居|位列|列|居|领跑|排|夺|拔得|独占|稳坐|登上|成为)")


_WHO_LEADS = re.compile(r"(?P<who>[^，]{2,16}?)(?:以|凭)(?P<of>(?:总?产值|税收|营收|营业收入|销售收入|出口额?)?)")


def led_by(carry: Carry, around: Around) -> Name | None:
    """Who leads with a value, and of what: printed behind it, or what was just spoken of."""
    who, leads = _WHO_LEADS.fullmatch(around.fragment.strip()), _LEADS.match(around.follow)
    told = carry.last or carry.before
    if told is not None and told.kind is FigureKind.RANK:  # 甲以|52.8亿元|的产值居第一位，乙以|41.6亿元|列第二位
        told = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE), told)
    if who is None or leads is None or not around.quantity.is_money:
        return None
    if who["of"]:
        return Name(who["of"], who["who"])
    if leads["what"]:
        return Name(name_of(leads["what"]).indicator or leads["what"], who["who"])
    if told is None:
        return None
    of = re.sub(r"(?:超|过).*$", "", told.indicator) if told.unit in ("家", "户") else told.indicator
    of = re.sub(r"^(?:规上|规模以上)?(?:工业)?企业(?=.{2,})", "", of)
    return Name(of, who["who"]) if of and (told.unit in ("家", "户") or told.unit[-1:] == "元") else None


_NAMED_ONE = re.compile(r"(?:只有|仅有|仅|就是|即|为|是)(?P<who>[\u3400-\u9fffA-Za-z]{2,10})$")
_SO_MUCH = re.compile(r"(?P<of>[^，。；\d]{2,12}?)(?:超过?|过|突破|达到?)[\d.一二三四五六七八九十百]+[千百]?[万亿]元")


def named_one(carry: Carry, around: Around) -> Name | None:
    """营业总收入超10亿元的企业17家，超百亿元的企业1家，为珞宸微电，达|131.6亿元|: the one, with what those were counted by."""
    last, clause = carry.last, around.context[-1].strip() if around.context else ""
    one = _NAMED_ONE.fullmatch(clause) or (_NAMED_ONE.search(clause) if "，" not in clause else None)
    if one is None or last is None or last.unit not in ("家", "户", "个") or not around.quantity.is_money:
        return None
    if not re.fullmatch(r"(?:达到?|为|实现|完成|高达)?", around.fragment.strip()):
        return None
    counted = next((m for d in reversed(carry.made) if (m := _SO_MUCH.match(d.indicator))), None)
    return Name(counted["of"], one["who"]) if counted is not None else None


_SPENDING = re.compile(r"(?:[^，]{0,10}?)(?P<verb>拿出|安排|投入|筹措|筹集|筹资|出资|列支|斥资|投资|整合资金|统筹)(?:了|约|近)?")
_PURPOSE = re.compile(
    r"(?:左右)?(?:资金)?(?P<verb>设立|建立|组建|用于|支持|建设|实施|建成|改造|修建|新建|购置|完善|打造|开展|奖励|扶持|补助|升级|治理|推进)了?(?!的)(?P<what>[^，。；、\d]{2,16})"
)


#: 拿出|600万元|民宿贴息资金.
_FUND = re.compile(r"(?:的)?(?P<what>[\u3400-\u9fff]{2,10}(?:资金|补助|补贴|奖金|贴息))(?=[，。；、]|$)")


_BY_FIRM = re.compile(r"[㐀-鿿A-Za-z]{2,8}(?:公司|集团|股份)(?:计划|总)?投资")


def spent_on(around: Around) -> Name | None:
    """拿出|500万元|设立出口企业扶持资金, 投入|1.2亿元|建设公租房: what money was given for."""
    spending, purpose = _SPENDING.fullmatch(around.fragment.strip()), _PURPOSE.match(around.follow)
    fund = _FUND.match(around.follow) if around.quantity.is_money and purpose is None else None
    if spending is not None and fund is not None:
        return Name(fund["what"])
    if spending is None or purpose is None or not around.quantity.is_money:
        return None
    if re.search(r"(?:基金|资金|专项)$", purpose["what"]):
        return Name(purpose["what"], "", "")
    if _BY_FIRM.fullmatch(around.fragment.strip()) and is_thing(purpose["what"]):
        return Name("总投资", purpose["what"])  # 沃岑公司投资|5.5亿元|建设阀门项目: what it costs
    verb = "投入" if spending["verb"] in ("拿出", "斥资", "投资", "出资", "投入") else spending["verb"] + "资金"
    return Name(verb, ("" if purpose["verb"] == "用于" else purpose["verb"]) + purpose["what"])


#: 铉枢电驱去年一年投了|11.2亿元|.
_PUT_INTO = re.compile(
    r"(?P<who>(?!我们|全区|园区|累计|共|[去今上当前]年|全年|上半年|年内)[^，。；：、\d\s]{3,14}?)(?:[去今上当前]年|全年|上半年|年内)*(?:这?一年)?(?:又|还|一?共|实际|已经?)*(?<!累计)投(?:了|进去?了?|下去?了?)"
)


def put_into(around: Around) -> Name | None:
    """What was spent in a time on a thing that is named with the verb alone."""
    said = _PUT_INTO.fullmatch(around.fragment.strip()) if around.quantity.is_money else None
    return Name("完成投资", said["who"]) if said is not None and is_thing(said["who"] + "项目") else None


_HOW_SPENT = {"": "完成投资", "当年": "完成投资", "累计": "累计完成投资", "年度计划": "年度计划投资", "计划": "计划投资"}


def paid_for(carry: Carry, indicator: str, scope: str) -> tuple[str, str]:
    """(完成投资, X项目) of 当年投入|4.3亿元|, said of what is being built; anything else as it is."""
    if indicator != "投入":
        return indicator, scope
    told = carry.last.scope if carry.last is not None and is_thing(carry.last.scope) else carry.project
    thing, how = (told, _HOW_SPENT.get(scope)) if scope in _HOW_SPENT else (scope, _HOW_SPENT[""])
    return (how, thing) if how is not None and is_thing(thing) else (indicator, scope)


#: 政府债务余额58.2亿元，低于|61.5亿元|的核定限额: what there may be of it.
_BELOW_LIMIT = re.compile(r"\s*(?:均|远|仍|始终)?(?:低于|控制在|严格控制在|未超过?|不超过?|没有超过?|未突破|未超出)")
_LIMIT = re.compile(r"\s*的(?:[省市县区]里?|上级|核定|批准|下达|法定|政府债务|债务)*(?P<what>限额|上限|红线)")


def limited(carry: Carry, around: Around, name: Name) -> Name:
    """The limit of what was just told; anything else as it is."""
    limit, last = _LIMIT.match(around.follow), carry.last
    if limit is None or last is None or last.value is None or not _BELOW_LIMIT.fullmatch(around.fragment):
        return name
    return Name(re.sub("(?:余额|规模|总额)$", "", last.indicator) + "限额", last.scope)


#: 年初目标14亿元，9月经批准调整为|13.2亿元|, 6月20日管委会会议同意调整为|…|: the goal as it was set anew, whoever did it.
_SET_ANEW = re.compile(
    r"\s*(?:\d{1,2}月(?:份|底|初|\d{1,2}日)?)?(?P<who>[^，。；：:\d]{0,20}?)(?:调整|调减|调增|下调|上调|调低|调高|压减|核减|修订)(?:后)?(?:为|到|至)"
)
#: 年中一度想申请调减到50亿元: never done; 将18项指标调整为20项: of what there is, no goal.
_UNSETTLED = re.compile("想|拟|打算|建议|申请|请求|一度|没有?|未")
_OF_A_THING = re.compile(r"[将把由从][^，。；、\d]*\d[^，。；、\d]*$")


def set_anew(carry: Carry, around: Around, name: Name) -> Name:
    """The goal just told, once more, in its sentence or right before it; anything else as it is."""
    last = carry.made[-1] if carry.made else carry.last or carry.before
    if last is None or last.status is not Status.TARGET or not alike(last, around.quantity) or "调整前" in last.scope:
        return name
    anew = _SET_ANEW.fullmatch(around.fragment)
    if anew is not None and (_UNSETTLED.search(anew["who"]) or _OF_A_THING.search(carry.said_up_to(around.quantity.outer_start))):
        return name
    what = re.sub("(?:目标|任务|计划)[值数]?$", "", anew["who"]) if anew is not None else "由"
    other = re.search("[由从]", what) or any(is_known(what[at:]) for at in range(len(what)))  # 税收目标调整为, beside that of another
    return name if other and what != last.indicator else Name(last.indicator, last.scope + "调整后")


_HOW = r"(?:核定|核实|核算|核减|调整|调减|修订|更正|修正|审定|剔除)"
#: 经市统计局核定为|143.5亿元|, 2017年同口径调整数为|176.2亿元|, 年报|63.7亿元|: a value that was told before, once more.
_RESTATED = re.compile(
    rf"(?:(?:同期|上年|基)*数据?(?=经|年报|决算))?(?:(?:统计)?年报|决算|经[^，。；\d]{{0,10}}?)?(?:同口径|可比口径|最终|重新|相应|上年|基数|数据?)*(?:{_HOW}|基数)(?:后|数据?|值|相应|的|为)*|数据?经"
)
_AS_FIRST_TOLD = re.compile(r"(?:上年|当年|去年)?(?:原(?:来|先)?(?:公布|上报|报告)?|初步核算|年报|快报|公布|上报)(?:数据?|值|的)*")
_NAMED = re.compile(rf"(?P<what>.{{3,}}?)(?:同口径|可比口径|最终|重新|经[^，。；\d]{{1,10}}?)*{_HOW}+(?:后|数|值|的)*")


def restated(carry: Carry, name: Name, quantity: Quantity, context: str) -> Name:
    """What a number restates, where its words say only that it does; with whether it is the later value or the first."""
    named = _NAMED.fullmatch(name.indicator)
    if named is not None and is_known(named["what"]) and not quantity.is_count:
        whose = "" if re.search("将|统计|普查|我[区市县]", name.scope) else name.scope  # 省统计局将我区…核定为
        return replace(name, indicator=named["what"], scope=whose + "调整后")
    said = name.scope + name.indicator
    if name.again and re.search("(?:把|将)$", said):
        said = "核定"  # 统计部门按普查口径把2017年的基数核定为|219.8亿元|
    how = "调整后" if _RESTATED.fullmatch(said) else "原公布" if _AS_FIRST_TOLD.fullmatch(said) else ""
    told = (d for d in (*reversed(carry.made), carry.before) if d is not None and d.value is not None and same_measure(d, quantity))
    last = next(told, None) if how and not quantity.is_rate else None
    if last is None:
        clause = ITEM.sub("", re.sub(r"^\s*注[：:]", "", context)) if how and not carry.made else ""
        headed = known_head(clause)
        return replace(name, indicator=headed, scope=how) if headed else name
    of = "" if "统计局" in last.scope else last.scope.removesuffix("原公布").removesuffix("调整后")
    return replace(name, indicator=last.indicator, scope=of + how)


def settle_restated(made: Sequence[Draft]) -> None:
    """基数由98.5亿元调整为95.2亿元: both are of the same time, and the first is what had been told."""
    for before, now in pairwise(made):
        if (before.indicator, before.scope, before.unit) == (now.indicator, now.scope, now.unit) and now.scope.endswith("调整后"):
            before.scope = before.scope.removesuffix("调整后") + "原公布"
            now.period = before.period


_BACK = re.compile(r"(?:前者|后者)(?:[受因由][^，]{2,16}?(?:影响|拖累|带动|拉动)|由于?[^，]{2,16})?(?P<rest>.*)")


def stands_for(carry: Carry, name: Name) -> Name:
    """前者 and 后者 are the last two values; anything else stands for itself."""
    match = _BACK.fullmatch(name.scope + name.indicator)
    if match is not None and carry.pair is not None:
        one = carry.pair[0] if match[0].startswith("前") else carry.pair[1]
        return replace(name, indicator=match["rest"], scope=one)
    pair = [d for d in carry.made if d.kind is FigureKind.VALUE][-2:]
    if match is None or len(pair) < 2:
        return name
    meant = pair[0] if match[0].startswith("前") else pair[1]
    if match["rest"]:
        return replace(name, indicator=match["rest"], scope=meant.scope or meant.indicator)
    return replace(name, indicator=meant.indicator, scope=meant.scope)


_OF_A_PART = re.compile("^(?:单季|当季|季度|当期|累计)的?")
_SHORT_NAMES = re.compile("产值|增加值|收入|投资额?|税收|出口|进口")


def in_short(carry: Carry, name: Name, around: Around) -> Name:
    """一季度规上工业总产值84.6亿元。…上半年产值|172.3亿元|: what the paragraph told of another part of the year, by its last word."""
    short = _OF_A_PART.sub("", name.indicator)
    alone = not short and name.indicator != ""  # 二季度明显回落，单季只完成|46.8亿元|
    if not (alone or _SHORT_NAMES.fullmatch(short)) or carry.period is None or carry.period.is_year:
        return name
    before = carry.before if carry.before is not None and same_measure(carry.before, around.quantity) else None
    whose = (w for w in (name.scope, carry.subject, before.scope if before else "") if w != "累计" and carry.when(w) is None)
    if any(whose) or name.action not in ("", "累计") or carry.project:
        return name
    drafts = (*carry.paragraph, *(carry.made if alone else ()))
    told = next((d for d in reversed(drafts) if same_measure(d, around.quantity) and d.period and d.scope in ("", "累计")), None)
    if told is None or not told.indicator.endswith(short):
        return name
    carry.subject = ""  # 三季度受高温影响，单季产值|63.5亿元|
    return replace(name, indicator=told.indicator, scope="")


_COURSE = re.compile("走得|跑得|走势|态势|节奏|时段看|季度看|分[季阶]|[前先][高低抑扬]|“V”|V[字形]|逐[季月]")


def in_its_parts(carry: Carry, around: Around) -> Name | None:
    """年产值346.2亿元。离目标差3.8亿元，完成率98.9%。从节奏看，一季度|75.8亿元|: the year's number, where what was told last is no amount."""
    part = carry.when(around.fragment)
    if part is None or part.is_year:
        return None
    if carry.last is not None and not same_measure(carry.last, around.quantity):  # 一季度58.2亿元；4月静默管理11天，上半年|124.6亿元|
        parts = (d for d in reversed(carry.made) if same_measure(d, around.quantity) and d.period is not None and not d.period.is_year)
        return next((Name(d.indicator, d.scope) for d in parts if d.kind is FigureKind.VALUE), None)
    if carry.last is not None or (carry.before is not None and same_measure(carry.before, around.quantity)):
        return None
    told = (d for d in wholes(carry, around.quantity) if d.period is not None and d.period.is_year and d.period.last_year == part.last_year)
    return next((Name(d.indicator) for d in told), None)


def over_the_year(carry: Carry, around: Around) -> Name | None:
    """年内走势前高后稳：一季度完成|91.2亿元|: of the year's number that the paragraph has told; None where the clause names one."""
    if not around.context or not _COURSE.search(around.context[-1]) or is_known(name_of(around.context[-1]).indicator):
        return None
    yearly = [d for d in wholes(carry, around.quantity) if d.period is not None and d.period.is_year]
    told = next((d for d in reversed(yearly) if not re.search("投资|收入|税", d.indicator)), None)  # the first, of output or trade
    return Name(told.indicator) if told is not None else None


_RECOGNISED = re.compile(
    r"[^，。；\d]{2,30}?(?:获评|入选|跻身|获批|晋升为|成为|(?:被|获)?(?:认定|评定|评)为)(?P<kind>[^，。；\d]{3,24}?(?:企业|平台|中心|基地|园区|冠军|工厂|车间|工作站|实验室))"
)


def in_all_of_them(carry: Carry, name: Name, around: Around) -> Name:
    """甲、乙获评国家级“小巨人”企业，总数增至|7家|: all that go by what they were recognised as; 扣除15家到期的，总数|188家|: of those before,
    to which ``carry`` goes back."""
    if not (name.empty and name.action == "累计" and around.quantity.is_count and around.context):
        return name
    kind = _RECOGNISED.fullmatch(around.context[-1].strip())
    if kind is None and carry.last is not None and carry.last.scope.startswith(_TAKEN_OFF):
        before = (d for d in reversed(carry.made) if d.unit == around.quantity.unit and not d.scope.startswith(_TAKEN_OFF))
        carry.last = next(before, carry.last)
        return name
    return replace(name, indicator=kind["kind"]) if kind is not None else name


_TAKEN_OFF = ("扣除", "剔除", "减去", "除去")


def spent_so_far(carry: Carry, name: Name) -> Name:
    """X项目一期正式投产，当年投入4.1亿元，开工以来累计投入|7.7亿元|: of the same thing."""
    if name.indicator == "项目总投资" and not name.scope and carry.project:
        return replace(name, indicator="总投资")
    last = carry.last
    more = name.action == "累计" and name.indicator in ("投入", "投资") and not name.scope
    if not more or last is None or last.indicator not in ("投入", "投资", "完成投资") or not is_thing(last.scope):
        return name
    return replace(name, indicator=f"累计{name.indicator}", scope=last.scope, action="")
