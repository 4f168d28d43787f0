"""The phrases in front of a number that make it a growth, a share, a completion rate, a rank or a gap."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = [
    "AT_LEVEL",
    "COMPLETED",
    "COMPLETION",
    "DELIMITERS",
    "GAP",
    "GOAL_AFTER",
    "GOAL_BESIDE",
    "GOAL_GAP",
    "GOAL_LEAD",
    "GOAL_TOLD",
    "GROWTH",
    "LEVEL_BEHIND",
    "RANK",
    "RANK_MOVE",
    "SHARE",
    "SHORT_OF",
    "SPLITS",
    "THAN",
    "TOLD_FIRST",
    "WAS",
    "Growth",
    "doubling_in",
    "growth_in",
    "rated_in",
]

DELIMITERS = re.compile(r"[，,、；;：:（()）。！？!?\n|]+[ \u3000]*|\u3000{2,}|——")

#: 比上年, 较年初; not 回程比例由上年的.
THAN = r"(?:比(?![例重率])|较)"
#: A clause that divides what was said before it: 分行业看, 分片区来说, 按贸易方式分.
SPLITS = re.compile(
    r"\s*(?:[（(]?[一二三四五六1-6][)）、.])?[^，。]{0,6}?(?:分[^，。]{1,6}(?:看|来[说讲])|(?:构成|结构)(?:[中上]|[上来]看)|按[^，。]{1,10}(?:[分看]|来[说讲])"
    r"|(?:[两三四五六七八九](?:个|大)?)?(?:主导|支柱|优势|重点)?(?:片区|园区?|镇街?|街道|板块|区块|组团|产业|行业)(?:里[头面]?|中|当中|之中)(?:来?看)?)[，,：:]"
)
#: 比核定后的上年数, 较上年核定数.
_RETOLD = (
    r"(?:比|较|与|同)(?:[^，。；：、\d]{0,6}?(?:核定|核实|调整|修订)后?的)?(?:上年|去年|前年)(?:同期)?的?(?:核定|核实|调整|修订)?后?的?(?:基数|数据?(?![量字控])|值)(?:相比)?"
)
_BASE = (
    rf"(?:{_RETOLD}|"
    r"同比|环比|(?:(?<!占)比|较|与|同)[^，。；、：]{0,16}?(?:年度?|期|月份?|初|末|底|季度|平均|前|规划|计划|水平|时限|标准|"
    r"相比|来|年同期|全国|全省|全市|五|五”)(?:相比|末|底|"
    r"初|的|预计数|完成数|实绩|同期|平均|水平)*|"
    r"比(?=增|降)|同期|去年|上年|同口径|可比|(?:扣掉|刨[去掉]|去掉|抛开|抛去)[^，。；]{2,10}?(?=还|仍|也|实际|同口径|[增涨降升])|(?:扣除|剔除|还原)(?:[^，。；]{2,20}?(?:因素|影响)?(?:后|(?<=因素)|(?<=影响))|后)|"
    r"按?(?:自然|可比|同|财政)口径(?:计算)?|年均|月均|(?<![两二三四五六七八九十])年平均|按?(?:可比价|不变价|现价|可比口径|同口径)(?:格)?(?:计算|"
    r"算)?)"
)
_ADVERB = (
    r"(?:(?<![云能缘子网])(?:计算|测算)|实际|名义|复合|累计|两年平均|平均|分别|各自|合计|又|再|也|均|仍|已|将|约|预计|预期|力争|确保|继续|保持|总体|"
    r"净|大幅度?|大幅|可|其中|共|只|仅|而|但|实现|恢复性|补偿性|爆发式|井喷式|高位|逆势|小幅|略有|略|微|激|陡|大(?=[增减降涨跌])|"
    r"由负转正|止跌|企稳|触底|探底|筑底|提速|快速|锐|骤|陡|猛|稳定|稳步|持续|进一步|依次|就|却|(?<![一二三四五六七八九十0-9几半全今去上本当明来])年|自然|加权|最高|率先|并|且|要|"
    r"达到|达)"
)
_UP = r"增长|增加|增幅|增速|提高|上升|提升|递增|扩大|加快|回升|多增|上涨|上浮|增|升|涨|高出|正增长|攀升|↑"
_DOWN = (
    r"下降|倒退|减少|降低|下挫|下行|回落|下滑|缩减|压缩|压减|压降|收窄|放缓|萎缩|少增|负增长|降幅|下跌|减幅|掉|削减|缩短|(?<!起)降|减|跌|下浮|↓"
)
GROWTH = re.compile(
    rf"(?P<base>(?:{_BASE}|{_ADVERB})*)(?P<verb>{_UP}|{_DOWN})(?P<after>(?:率|幅度|速度|幅|速)?\s*(?:了|达到|达|分别为|"
    rf"为|约|超过|高达|近|"
    rf"控制在|保持在|稳定在|目标|分别|是|在|累计)*)$"
)
#: Nouns that end in a growth verb but name a stock or a duty, not a change.
_NOT_GROWTH = re.compile(
    r"(?:新增|净增|倍增|转增|扩增|催增|改造提升|整治提升|品质提升|能级提升|绿化提升|整改提升|改善提升|小升规|下升|"
    r"规升|晋升|直升|专升)$"
)

SHARE = re.compile(
    r"(?P<who>.*?)(?P<phrase>(?:约|共|合计)?占(?!地(?![区方])|用|补|领|压|道|线)(?:到|了|据|全部)?(?P<of>[^，。；]*?)(?:的比重|"
    r"的比例|比重|比例|的份额|份额|总量的?|"
    r"的|比)?(?:(?:由|从)[^，。；]{0,8})?(?:继续|已经?|预计|预期|分别|进一步|仅有?|只有?|不足|不到|仍然?|还|也|均)*(?:(?:提高|提升|上升|下降|降低|回落|压降|压减|压缩|控制|稳定|保持|压|降|升)[到至在]|达到|"
    r"超过|为|达|约|近|是|在)*)$"
)
_LIKENED = (
    r"(?:(?:已)?(?:恢复|回升|回到|达到?|为|(?<=别)是|^是)(?:到|至)?(?P<then>(?:19|20)\d\d年(?:同期|全年|水平)?|"
    r"[上去]年(?:同期|全年|水平)?|疫情前|[一二两三四五六七八九十]{1,2}年前)的|(?:只|仅)?相当于(?P<like>[^，。；]*?)的?|(?:不到|不足|只有|仅有|仅为|只及|仅及)(?P<under>[^，。；\d]{2,}?)的)$"
)
LIKENED = re.compile(_LIKENED)
COMPLETION = re.compile(
    r"(?P<who>.*?)(?P<phrase>(?:超额|提前|仅|只|仅仅)*(?:完成|达到|[干做]到|达|为|占|实现|是|相当于|不到|不足|只有|只及|仅及)(?:了)?(?P<goal>[^，。；]{0,16}?(?:目标任务|"
    r"目标|任务|计划(?!总?投资)|"
    r"预算(?!收入|支出)|预期|指标|进度|要求)(?:数|任务|值|进度|总数)?)(?:的)?)$"
)
#: 税金完成|87.2%|: of its goal, though it isn't named.
COMPLETED = re.compile(r"(?P<who>.{0,20}?)(?P<phrase>(?:仅|只|已|超额)?完成(?:了)?(?P<goal>))$")
GAP = re.compile(
    r"(?P<who>.*?)(?P<phrase>(?:高于|低于|快于|慢于|高出|低出|领先|超出|落后于?|好于|高过|超过|"
    r"超)(?P<of>[^，。；]{1,18}?)(?:的)?(?:约|近|达)?"
    rf"|{THAN}(?P<of2>[^，。；]{{1,18}}?)(?:分别|还要?|又|更|再|略|反而|倒是?)*(?:高出|低出|(?<![提新])高|(?<!降)低|(?<!加)快|(?<!放)慢|(?<!最)早|晚|提前)(?:了|约)?"
    r"|(?:超|快于|超过|滞后|落后|欠|慢于|低于|高于|超出|领先)(?:序时|时间)进度(?:约)?)$"
)
#: 亩均税收27.4万元，高出全市平均的|19.3万元|一大截: what it is in the whole city, no difference (高出全市平均|3.2万元|).
AT_LEVEL = re.compile(r"(?:[高低多少快慢好优]|领先)(?:出|于)(?P<where>全[市省国县州])(?:平均)?(?:水平|数|值)?的")
#: 优良天数比例89.6%，低于全市|92.3%|的水平: of the same measure.
LEVEL_BEHIND = re.compile("的(?:平均)?(?:水平|值|数)")
#: 外资7430万美元，上年为|7732万美元|，完成年度目标8000万美元的…: no time of what comes next.
#: 原报, 曾公布, 此前通报: how a number was told before it was told anew.
TOLD_FIRST = "(?:原(?:来|先)?|曾经?|此前|先前|最初)(?:公布|发布|上报|报告|通报|报)"
WAS = re.compile(r"(?:而|同口径)?(?:上年|去年|前年|(?:19|20)\d\d年)度?(?:同期|末|底)?(?:则|只)?(?:为|是|有|仅为?|达到?)?")
RANK = re.compile(
    r"(?:(?:连续|持续)[^，]{0,6}?(?:月|年|季度|位|次)|分别|继续|稳|均|总量|增速|增幅|综合排名|排名|位次|"
    r"连续[^，]{0,4}年)*(?:位居|居于|居|位列|列|排名|排位|排在|排|名列|"
    r"跃居|升至|跃升至|前移至|升到|保持|稳居|荣获|获得|获|取得|进入|为|在|由|从|"
    r"(?:上升|提升|提高|跃升|前移|前进|攀升|晋升|进位|后移|下滑|下降|滑落|回落|退|跌)[到至为]|至|到|保持在|跻身|降至)*$"
)
RANK_MOVE = re.compile(
    rf"(?P<base>{THAN}[^，。；]{{0,10}}?(?:年|期|月|上次|上轮)?)?(?:再|又|大幅|跃升|排名|位次|分别|均)*(?P<verb>前移|往?前挪|"
    r"上升|提升|前进|跃升|后移|下降|后退|退后|晋升|提高|"
    r"进位|进|退)(?:了)?$"
)
#: 比半年计划少, 与预期目标相比尚差: how far a goal was missed or passed, in the unit of the goal.
GOAL_GAP = re.compile(
    r"(?P<who>[^，]*?)(?P<phrase>(?:(?:比|较|与|距|离|距离|^的?)(?P<of>[^，。；比较]{0,8}?(?:目标|计划|预期|预算|任务|承诺)))(?:任务|数)?"
    r"(?:相比)?(?:尚|仍|还|只|仅|略|相)*(?P<verb>少|多|差|低|高|超出?|缺|短|欠|有|[增减](?=收))收?(?:了)?|"
    r"(?P<passed>超过|超出|超|高于|低于|少于)(?P<over>[^，。；]{0,6}?(?:目标|计划|预期|任务|预算)))$"
)
#: 比上年少5名: an amount more or less than before, where the base must be printed.
MORE = re.compile(
    rf"(?P<base>{_BASE})(?:又|再|还|均|略)*(?P<verb>(?:多|少)(?:引进|签约|开工|竣工|投产|落地|完成|实现|新增|供应|供地|办理|招引|盘活|处置|办结|发放|培训|接待|吸纳|出让|收储|化解|签|建|进|开|用|花|交|拿|卖|来|干|跑|修|铺|产|发|支出|开支|投入|安排|缴|发生)|多收|多出|多|少收|少|增收|减收|增支|减支|增产|减产|增盈|减亏)(?:了)?$"
)
GOAL_AFTER = re.compile(
    r"^(?:左右|以上|以内)?(?:的|(?=(?:年度|全年|年初)?(?:目标|任务|计划|预期|预算)(?:任务|数)?的))(?:年度|全年|年初|半年|上半年|季度|时序|预期|考核|既定|"
    r"确定|预定|本年|当年|市定|年度考核|工作|计划|原定|增长|总|"
    r"五年|规划|约束性)*(?:目标|预期|任务|计划|承诺|预算(?!收入|支出)|(?:要求|安排)(?=[，,。；;）)]))(?!总?投资)"
)
#: 没有完成年初定的|6500万美元|任务: the same without 的, behind words that lead to a goal.
GOAL_BESIDE = re.compile(
    r"^(?:左右|以上|以内)?(?:年度|全年|年初|半年|考核|预期(?=目标|任务))*(?:目标|任务|计划(?!总?投资)|预期|预算(?!收入|支出))(?:任务|数|值)?(?=[，。；、！\s]|$|相[比差]|[还仍尚只]?[差少])"
)
_NOT_YET = r"(?:大大|大幅|可|不过|未能?|没有?能?|尚未|并未|远未|不|也|已|均|只|仅|而|但|超额|提前|顺利|圆满|如期|远|略|稍|明显)"
_REACHES = (
    r"(?:相当于|够[着到上]|(?<=没)到|完成|达到|达成|实现|高于|低于|(?:[快慢]|更?[好优])于(?!计划|目标|任务|预期|预算)|超过|超出|超|高出|少于|多于|不及|(?<!占)比|较|与|距离?|离|对照)了?"
)
_SET = (
    r"(?:年初|全年|年度|考核|当年|原先|原来|原|最初|半年|[省市县区州](?:委|政府|里)*|上级|责任[书状]|"
    r"(?:(?<![认稳签规固核鉴审指选决法评])制?定|(?<=年初)报|(?<=当初)报|确定|设定|下达|提出|安排|预期|预定|明确|计划|预想)下?的?)"
)
#: What may stand between the name of an indicator and the number of its goal: 没有完成年初定的, 没能达到年初提出的突破.
GOAL_LEAD = re.compile(rf"(?:{_NOT_YET}|{_REACHES}|{_SET}|突破|增长|增幅|增速|下降|降低|压减)+$")
#: 规上工业总产值没有达到|86亿元|: what was not reached was aimed at, though it is not called a goal.
SHORT_OF = re.compile(r"(?:(?<=[㐀-鿿]{2})|^)(?:(?:没有?能?|未能?|尚未|并未|远未)(?:达到|达成|够[着到上])|没到)$")
#: 比年初计划的, 离年初定的, 市里下达任务, 原计划: all that stands before the goal of what was just told.
GOAL_TOLD = re.compile(
    rf"(?:{_NOT_YET})*(?:{_REACHES})?(?:(?:{_SET}|去年)*(?:目标|任务|计划|预期|预算)(?:值|数|任务)?(?:为|是)?的?|"
    rf"(?:{_SET}|去年)*(?:定|确定|设定|下达|提出|要求|预想)下?的)|"
    rf"(?:{_NOT_YET})*(?:{_REACHES}|[做干冲够]到)(?:年初|当初|原先|去年)?[^，。；\d]{{0,4}}?(?:力争|争取|期望|举手通过|认领|承诺|答应|许下?|写|约定|设想)下?过?的"
)


@dataclass(frozen=True, slots=True)
class Growth:
    """A change verb right before a number: where it starts in the fragment, its sign and its base as printed."""

    start: int
    sign: int
    base: str


_BEFORE_DOUBLING = re.compile(rf"(?P<base>(?:{_BASE}|{_ADVERB}|[两二三四五]年(?:就|间|内|来)?)*)$")


def doubling_in(fragment: str) -> Growth:
    """What stands before 翻一番: 比2015年, 两年."""
    match = _BEFORE_DOUBLING.search(fragment)
    assert match is not None
    found = re.search(rf"{_BASE}|[两二三四五]年", match["base"])
    return Growth(match.start(), 1, found[0] if found else "")


#: 税收3.48亿元，同比|-4.1%|, 同比+|12.3%|: the sign says which way.
_SIGNED = re.compile(r"(?P<base>同比|环比|(?:较|比)(?:上年|去年|上年同期|去年同期))\s*[+＋]?$")


_RATED = re.compile(r"(?P<base>同口径|可比口径|自然口径)(?:计算)?[是为]$")


def rated_in(fragment: str) -> Growth | None:
    """扣除留抵退税因素，同口径是|6.9%|: what a rate is by itself, though no verb says that it grew."""
    match = _RATED.search(fragment.rstrip())
    return Growth(match.start(), 1, match["base"]) if match else None


_TO_A_LEVEL = re.compile("(?:压减|压缩|缩短|缩减|精简|裁减|(?<![同环])[减降]少?)为$")


def growth_in(fragment: str) -> Growth | None:
    """The growth phrase at the end of ``fragment`` (同比增长, 比上年提高, 降幅为), or None."""
    fragment = fragment.rstrip()
    match = GROWTH.search(fragment)
    if match is not None and _TO_A_LEVEL.search(fragment):
        return None  # 由45个工作日|压减为|28个工作日: what it came to
    if match is None:
        if signed := _SIGNED.search(fragment):
            return Growth(signed.start(), 1, signed["base"])
        more = MORE.search(fragment)
        if more is None or not more["base"].startswith(("比", "较", "同比")):
            return None
        return Growth(more.start(), 1 if more["verb"][0] in "多增" else -1, more["base"])
    verb = match["verb"]
    before = fragment[: match.start("verb")]
    if len(verb) == 1 and verb in "增升涨降减跌" and re.search(r"[新净扩倍转晋直专小下规改高陡审]$", before):
        return None
    if verb == "掉" and re.search(r"[拆扒砍关撤换处停清退卖改甩丢铲灭压销裁并扔毁打办用花去]$", before):
        return None  # 小燃煤锅炉扒掉|14台|: what became of them
    if re.search(r"净增(?:加|长)$", fragment):
        return None  # 比年初净增加19户: how many more there are, a figure of its own
    if _NOT_GROWTH.search(fragment) and not match["base"]:
        return None
    found = re.search(_BASE, match["base"])
    sign = -1 if re.fullmatch(_DOWN, verb) else 1
    if found is None and match["base"].startswith("平均") and re.search("[三四五六七八九十]年$", fragment[: match.start()]):
        return Growth(match.start(), sign, "平均")  # 三年|平均增长6.1%
    return Growth(match.start(), sign, found[0].rstrip("的") if found else "")
