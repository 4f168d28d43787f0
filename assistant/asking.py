"""What is asked of an indicator: operation, aspect, status, direction and premise, from the cues of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant import cues
from assistant.records import Aspect, Operation
from assistant.scanner import Scanner
from index.numbers import count_of
from index.records import Status
from index.units import CLASSIFIERS, MEASURES

__all__ = ["COMPARED", "OUT_OF", "PACE", "SHARED", "WHOLE_FIRST", "Asked", "Place", "asked", "place_asked"]

_UNITS = sorted({*MEASURES, *CLASSIFIERS, "点", "百分点", "倍", "成", "元"}, key=len, reverse=True)
_UNIT = "|".join(map(re.escape, _UNITS))
_HOW_MANY = f"(?:多少|几)个?(?:[百千]?[万亿])?个?(?:{_UNIT})?"
_AMOUNT = f"(?:多少|几)个?(?:[百千]?[万亿])?个?(?:{'|'.join(re.escape(u) for u in _UNITS if u[-1] not in '点倍成分%％‰')})(?!点|百分)"  # 多少户
BARE_DIFFERENCE = re.compile(
    f"(?<![至最])[多少高低大小快慢](?:出|收|增|完成|实现|引进?|招|投|供|做|干|签|建|产|销|卖|交|缴|跑|拿|挣|赚|盖|开|花|用|减|派|培|捐|亏|拆|还)?了?{_HOW_MANY}"
)
CHANGED = re.compile(
    f"(?:增加|减少|净增|多增|增收|(?<![退缓减免]税)(?<!降费)减收|提高|下降|上升|缩短|压缩|扩大)了?{_HOW_MANY}"
)
# 较一季度, 较2017年实绩: set against; 较快, 较上年 are something else.
COMPARED = re.compile(
    "(?<![占对相])比(?![重例较率])|(?<![相计])(?<!(?<!占)比)较(?![快大好为多少高低强长上去前同年])|相比(?=[㐀-鿿\\d])|减去|(?<=[\x01入出额值资量数])减(?![少排税负产支]|收了?(?:多少|几|$))|扣除"
    "|[快慢高低多少]过(?=.*(?:多少|几))|[跟和与同](?=.*(?:差|比))|[离距](?=.*差)"
)
# 一直在降, 逐年下降: how it went over the years that are named.
_GOING = re.compile(
    "(?:一直|一路|连年|年年|逐年|持续|连续)(?:都?在|都)?(?:往[上下]走?|走[高低]|[上下]?[降涨升跌滑]|增[长加]?|减少?)(?:了|着)?(?:吗|没有?)?"
)
_CHANGES = re.compile("(?:有|是)?(?:什么|啥|如何|何|怎样的?|怎么)?(?:变化|变动)(?:情况|轨迹)?(?:如何|怎样|怎么样|多大)?(?=$|[?？，,。])")
# What is said beside several years, or of how to answer: 两年, 分季度, 近两次, 报下数.
_BESIDE = re.compile(
    "(?:这|那|近|前后)?[两二三四五]年(?:来|间|里|内)?(?![级制期])|[这近前][两二三几]次|(?:按|分|各|逐)(?:个)?(?:季度?|年度?|月份?)|"
    "(?:报|给|列)(?:一下|下|个|出)?(?:具体|准确|实际)?的?数(?:字|据|值)?(?=$|[?？，,。!！])"
)
# 谁的固投大: a size said after what it is of.
_OF_WHICH = re.compile(
    "(?:(?<=\x01)|(?<=增[长速幅量加])|(?<=[涨跌降]幅)|(?<=[额值量数度产本率比重])|(?<=\x00\x00))的?\x00*(?:得|比较)?(?:更|要)?[大多高快强低小少慢猛](?:一?些|一?点)?"
    "(?=$|[?？，,。])"
)
_WHICH_ONE = re.compile("谁|孰|哪一?[个家项块]")
# 哪年最多, 最高的是哪一年: which of the years, not when something happened.
_WHICH_YEAR = re.compile(
    "(?:是|在)?哪一?(?:个?年份?|年度)的?(?:是|又)?(?=[^，,。?？]{0,16}(?:最[高多大低少小快慢强差好]|[高多大低少小快慢强差好](?:一?[些点])?(?:$|[?？，,。])))"
    "|(?<=最[高多大低少小快慢强差好])(?:值|的)*(?:是|出现在|在)?哪一?(?:个?年份?|年度)"
)
_FALLEN = re.compile("[降跌]幅|(?:跌|下?降|下?滑|减少?|掉)(?:(?:得|了)?最|得(?:更|比较)?)(?:[多大快猛狠凶少小慢轻]|厉害)")
_LEAST_FALLEN = re.compile("(?:跌|下?降|下?滑|减|掉)得(?:更|比较)?[少小慢轻](?:一?些|一?点)?")
_WHICH_FELL = re.compile("谁|哪|还是|最|更")
_DEEPER = re.compile("得?(?:更|最|比较)?(?:[猛狠凶]|厉害)(?=的|$|[?？，,是])")
_BY_HOW_MUCH = re.compile(
    f"(?:增[长加]?|减少?|下?降低?|上?涨|下?跌|上升|提高|扩大|缩减|精简|压减|压缩|缩短|核减|裁减)了?(?:大?[约概致])?(?:多少|几)个?[百千]?[亿万]个?(?:{_UNIT})?"
)
# 任务完成了没有？缺口多少万美元: how far a goal was missed or passed.
_MISSED_BY = re.compile(f"还?(?:缺口|差额|差距|还差|仍差|欠|短缺?|缺|超出?|差)(?:是|有|为|了)?{_HOW_MANY}")
_MORE_THAN_BEFORE = re.compile(
    f"[比较](?:上|前|去)一?年(?:同期)?[多少](?:出|收|完成|引进?|签约?)?了?{_HOW_MANY}(?<!点)(?!个?(?:百分)?点|百分)"
    f"|[比较](?:上|前|去)一?年(?:同期)?(?:净?增[加长]?|减少?|提高|下降|降低|上升|上?涨|扩大)了?{_AMOUNT}"
)
PACE = "(?:[高低快慢]|提高|提升|加快|上升|回升|回落|放[缓慢]|下降|减慢|下滑|扩大|收窄)"
_FASTER_THAN_BEFORE = re.compile(
    "(?:增长率|增速|增幅|涨幅|增长速度|增长得?|涨得)[的是又\\x00]*[比较](?:上|前|去)一?年(?:同期)?(?:是|又|还|更|要|有没有|有所|得)*"
    f"{PACE}[出了些]*(?:(?:多少|几)个?(?:百分)?点?|还是{PACE}了?|[吗么没](?:有)?|(?=[?？]|$))"
)
# 四个专项叫什么, 五场硬仗分别是啥
_COUNTED_NAMES = re.compile(
    "[两二三四五六七八九十](?:个|大|项|条|件|场|类|批|支)[㐀-鿿\x01]{1,8}?(?:(?:都|分别|各)?[叫是为][做作]?(?:什么|啥|哪)|[，,]?(?:的?名称|名字)(?:分别|各|都)?[叫是为])"
)
TIMES = re.compile("是(?=.*倍)|相当于|(?<!占)比(?![重例较率])(?=.*倍)")
SHARED = re.compile("是(?=[^，,]{2,14}的(?:百分|几成))|占(?!比)|相当于|贡献了?|在(?=[^，,]*[里中内]的?(?:占|所占|比[重例]|份额))")
WHOLE_FIRST = re.compile("(?:里头|里面|当中|之中|其中|里|中)的?(?=[㐀-鿿\x01\x00])")


_MEMBER = re.compile("园区?|片区|组团|板块|[乡镇]|街道|[产行]业|企业|公司|项目|开发区|高新区|经开区|哪[个家项]")
_BEHIND = "的?(?=[?？。,，是有\x00\x01]|$|哪|园|片|乡|镇|街|产业|行业|企|公|项|开发|高新|经开)"
_PLACED = re.compile(
    rf"(?:排名?在?|[居列位]名?在?)?(?P<back>倒数)?第(?P<n>[一二三四五六七八九十]|[1-9]\d?(?!\d))(?:名|位)?(?P<how>[高多大快好低少小慢差])?{_BEHIND}"
    rf"|(?:排名?在?|[居列位]名?在?)?(?P<end>[前后])(?P<many>[两二三四五六七八九十]|\d)(?:名|位|强|大|个|家)?{_BEHIND}"
    r"|最(?P<best>[高多大快好低少小慢差])的(?P<few>[两二三四五])[个家项]"
)
#: 产值前五名企业里，甲公司的产值: out of whom one is named, and no place is asked for.
OUT_OF = re.compile(
    "(?:[㐀-鿿]{2,6}(?:排名?在?|[居列位]名?在?)?)?(?<!第)前(?:[两二三四五六七八九十]|\\d{1,2})(?:名|位|强|户|家)的?(?:企业|公司|项目|片区|园区)?(?:里头?|里面|当中|之中|其中|中)[，,]"
    "(?=[^，,]{2,}$)(?!.*(?:谁|哪|几[个家户项]|[最各共]|分别|合计|总共|都|其[他余]|平均|相差|第[一二三四五六七八九十\\d]))"
)
_BUT = re.compile("反而|反倒|倒是|[却但]|可是")  # 产值往上走、缴税反倒少了: of each its own
_OF_CITY = re.compile("全[市省国县区]|同类|考[评核]|综合")  # 全市第二: a rank that is printed


@dataclass(frozen=True, slots=True)
class Place:
    """Which of several in order: the ``place``-th, or the ``first`` so many, from the top (``direction`` 1) or from the bottom."""

    direction: int
    place: int = 1
    first: int = 0


def place_asked(view: Scanner, part: str) -> Place | None:
    """产值排第二的园区, 前三的企业, 倒数第一: blanked where members of something are asked for by their place."""
    found = _PLACED.search(view.left)
    if found is None or not _MEMBER.search(part) or _OF_CITY.search(part):
        return None
    view.take(_PLACED)
    n = count_of(found["n"] or found["many"] or found["few"])
    low = bool(found["back"]) or found["end"] == "后" or (found["how"] or found["best"] or "") in tuple("低少小慢差")
    low = low or (found["end"] == "前" and re.search("最[低少小慢差]", view.left[: found.start()]) is not None)  # 增速最低的前两个
    return Place(-1 if low else 1, n if found["n"] else 1, 0 if found["n"] else n)


@dataclass(frozen=True, slots=True)
class Asked:
    """``direction`` is +1 for the highest, -1 for the lowest; ``premise`` +1 when said to have grown, -1 to have fallen."""

    operation: Operation
    direction: int
    aspect: Aspect
    status: Status | None
    premise: int

    @property
    def joint(self) -> tuple[re.Pattern[str], ...]:
        """Where the two operands of a comparison part, the likelier pattern first; empty when there is one operand."""
        if self.operation is Operation.DIFFERENCE:
            return (COMPARED,)
        if self.operation is Operation.RATIO:
            return (TIMES, COMPARED)
        if self.aspect is Aspect.SHARE:
            return (SHARED, WHOLE_FIRST)
        return ()


def asked(view: Scanner, periods: int) -> Asked:
    """Operation, direction (+1 highest, -1 lowest), aspect, status and premise (+1 said to have grown, -1 to have fallen)."""
    premise = 1 if cues.UP.search(view.left) else 0
    premise = (0 if _BUT.search(view.left) else -1) if cues.DOWN.search(view.left) else premise
    operation, direction = Operation.ONE, 0
    high, low, fallen = cues.EXTREME.search(view.left), cues.EXTREME_LOW.search(view.left), _FALLEN.search(view.left)
    low = low or (_LEAST_FALLEN.search(view.left) if _WHICH_ONE.search(view.left) else None)
    aspect = Aspect.VALUE
    for candidate, pattern in cues.ASPECTS:
        if pattern.search(view.left):
            aspect = candidate
            break
    if aspect is Aspect.VALUE and high and re.search("[涨增升长]得?[最更]?[快多猛高]", high.group()):
        aspect = Aspect.GROWTH  # 哪个增得最多
    if aspect is Aspect.VALUE and low and re.search("[涨增升长跑]得?[最更要]?慢", low.group()):
        aspect = Aspect.GROWTH  # 谁增得慢
    set_against_goal = aspect is Aspect.MET  # 比目标少多少: the goal is one side of it
    if (
        re.search("目标|计划|任务", view.left)
        and re.search("实际(?!利用|到位|使用|到账|外资|\x01)|实绩|完成情况|兑现", view.left)
        and aspect in (Aspect.VALUE, Aspect.GROWTH)
        and not (periods > 1 and (BARE_DIFFERENCE.search(view.left) or re.search("[比较].*(?:增|涨|降|减)", view.left)))
    ):
        aspect = Aspect.MET
    if aspect is Aspect.RANK_CHANGE and not re.search("[位名排]", view.left):
        aspect = Aspect.GROWTH  # 产值升了还是降了多少
    if aspect is Aspect.RANK_CHANGE and periods > 1:
        aspect = Aspect.RANK  # how the rank went over the years
    status: Status | None = None
    for state, pattern in cues.STATUSES:
        if pattern.search(view.left):
            status = state
            break
    if cues.DONE.search(view.left) and status is None:
        status = Status.DONE
    for found, pattern in cues.OPERATIONS:
        if pattern.search(view.left):
            operation = found
            break
    if operation is Operation.WHO and _COUNTED_NAMES.search(view.left):
        operation = Operation.LIST
    if operation is Operation.TREND and aspect is Aspect.RANK_CHANGE:
        aspect = Aspect.RANK  # 名次怎么变的: the places themselves, of every year
    if periods > 1 or operation is Operation.TREND:
        if operation is Operation.ONE and (_GOING.search(view.left) or (aspect is Aspect.VALUE and _CHANGES.search(view.left))):
            operation = Operation.TREND
            aspect = Aspect.VALUE if aspect is Aspect.GROWTH else aspect
        if operation is Operation.TREND:
            view.take(_GOING)
            view.take(_CHANGES)
        view.take(_BESIDE)
    if (
        operation is Operation.LIST
        and re.search(r"各(?:自)?[㐀-鿿]{0,2}了?(?:多少|几)", view.left)
        and not re.search("是什么|叫|哪", view.left)
    ):
        operation = Operation.PARTS
    if operation is Operation.WHEN and _WHICH_YEAR.search(view.left):  # 哪年最多: of the years, not when it happened
        operation = Operation.EXTREME
        view.take(_WHICH_YEAR)
    deepest = fallen and not low and aspect is Aspect.GROWTH and bool(_WHICH_FELL.search(view.left))
    if (high or low or deepest) and operation in (
        Operation.ONE,
        Operation.EXTREME,
        Operation.WHO,
        Operation.LIST,
        Operation.DIFFERENCE,
        Operation.WHERE,
    ):
        operation, direction = Operation.EXTREME, -1 if low and not high else 1
        view.take(_DEEPER)
        view.take(_LEAST_FALLEN)
        if aspect is Aspect.GROWTH and fallen:  # 跌得最多, 降幅最大, 降得厉害: the lowest growth
            direction = -direction
    elif operation is Operation.RANKING:
        direction = -1 if re.search("从[低小少]|由[低小少]", view.left) else 1
    compared = "比" in view.left or periods > 1
    plain = aspect in (Aspect.GROWTH, Aspect.VALUE) and status in (None, Status.DONE)
    if operation is Operation.ONE and plain and periods == 1 and _BY_HOW_MUCH.search(view.left):
        operation, aspect = Operation.DIFFERENCE, Aspect.VALUE  # 降了多少亿: no per cent
        view.take(re.compile(f"(?:[比较](?:上|前|去)一?年)?{_BY_HOW_MUCH.pattern}"))
    elif operation in (Operation.ONE, Operation.DIFFERENCE) and plain and _MORE_THAN_BEFORE.search(view.left):
        operation, aspect = Operation.DIFFERENCE, Aspect.VALUE  # 比上年多了几个亿: no per cent either
        view.take(_MORE_THAN_BEFORE)
    elif operation in (Operation.ONE, Operation.DIFFERENCE) and plain and _FASTER_THAN_BEFORE.search(view.left):
        operation, aspect = Operation.DIFFERENCE, Aspect.GROWTH  # 增速比上年高几个点: of two growths
        view.take(_FASTER_THAN_BEFORE)
    elif aspect is Aspect.GROWTH and re.search("[比较](?:上|前|去)一?年", view.left):
        operation = Operation.ONE if operation is Operation.DIFFERENCE else operation
    elif operation is Operation.ONE and compared and not set_against_goal and BARE_DIFFERENCE.search(view.left):
        operation = Operation.DIFFERENCE
        of_a_rate = re.search("增速|增幅|涨幅|增长率", view.left) or (aspect is Aspect.SHARE and periods > 1)
        aspect = aspect if of_a_rate else Aspect.VALUE
    elif (
        operation is Operation.ONE
        and aspect is Aspect.VALUE
        and CHANGED.search(view.left)
        and (COMPARED.search(view.left) or periods > 1 or status is Status.TARGET)
    ):
        operation = Operation.DIFFERENCE
        view.take(CHANGED)
    if operation is Operation.DIFFERENCE:
        view.take(BARE_DIFFERENCE)
    if operation is Operation.DIFFERENCE and aspect is Aspect.SHARE and periods > 1 and status is None:
        operation = Operation.TREND  # 工业投资占比比2020年高多少: of one share in two years
    if operation is Operation.DIFFERENCE and _WHICH_ONE.search(view.left):  # 谁的产值高？差多少
        operation = Operation.EXTREME
    which = _OF_WHICH.search(view.left) if operation in (Operation.WHO, Operation.EXTREME) else None
    if which:
        direction = direction or (-1 if re.search("[低小少慢]", which.group()) else 1)
        view.take(_OF_WHICH)
    if operation is Operation.EXTREME:  # 谁大 before 谁
        view.take(cues.EXTREME)
        view.take(cues.EXTREME_LOW)
    if aspect in (Aspect.RANK, Aspect.RANK_CHANGE):  # 考评中排第几
        view.take(re.compile("(?<=[价评估核比榜])(?:结果)?(?:当中|之中|里面?|中)"))
    if set_against_goal:  # 比原定的任务少了多少, whole, before its 少了多少 is taken off
        view.take(dict(cues.ASPECTS)[Aspect.MET])
        view.take(_MISSED_BY)
    for _, pattern in cues.OPERATIONS:
        view.take(pattern)
    if operation is Operation.ONE and aspect in (Aspect.VALUE, Aspect.GROWTH):
        view.split(cues.PARTS_OF)
    view.take(BARE_DIFFERENCE)
    if operation is Operation.DIFFERENCE:
        view.split(COMPARED)
    if aspect is Aspect.SHARE:
        view.split(SHARED)
    view.take(re.compile("相比(?:较|而言|起来)?"))
    view.take(cues.EXTREME)
    view.take(cues.EXTREME_LOW)
    for _, pattern in cues.ASPECTS:
        view.take(pattern)
    for _, pattern in cues.STATUSES:
        view.take(pattern)
    view.take(cues.DONE)
    return Asked(operation, direction, aspect, status, premise)
