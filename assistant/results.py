"""Which results a comparing question asks for (哪个更大，相差多少，是几倍，合计几户), and what is left of it: the names compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from index.units import CLASSIFIERS, MEASURES

__all__ = ["AGAINST_SUM", "A_PART", "BEYOND_IN_PERCENT", "Asking", "Result", "SUM_AGAINST", "TOGETHER", "results_asked"]

TOGETHER = "(?:之和|加起来|合起来|[加合并凑]在?一(?:起|块儿?)|合计|总和|相加)"
#: 超目标百分之几, 比目标高了百分之多少: by how much of the goal.
BEYOND_IN_PERCENT = re.compile("(?:超|高|多|低|差|欠|少)[^，,。？?]{0,8}?(?:百分之(?:几|多少)|几成|百分比)")
# 甲比乙和丙之和多多少: one against what the others come to together; 甲和乙合计比丙少多少, the other way round.
AGAINST_SUM = re.compile(f"(?:比|[是为](?=.*倍))[^，,。？?]{{2,40}}?{TOGETHER}的?(?:还|都|要)*(?:多|少|高|低|大|小|几倍|多少倍)")
SUM_AGAINST = re.compile(
    f"[和与、][^，,。？?]{{2,30}}?{TOGETHER}[^，,。？?]{{0,6}}?(?:比[^，,。？?]{{2,20}}?[多少高低大小]|是[^，,。？?]{{2,20}}?倍)"
)


#: 淙东片区…、樗坪和栘林: of those that are called by their names alone.
A_PART = re.compile("(?<=[㐀-鿿]{2})(?<![东西南北中][部区侧片方边])(?<!核心|起步|示范|先行|启动)片区")


class Result(StrEnum):
    """One thing asked of the same operands."""

    WHICH = "哪个"
    GAP = "差额"
    TIMES = "倍数"
    PERCENT = "幅度"
    SUM = "合计"
    ORDER = "排序"
    RATE = "完成率"
    POINTS = "增速差"


@dataclass(frozen=True, slots=True)
class Asking:
    """``head`` is the question that names the operands, in plain words; ``reworded`` where a comparing verb was replaced."""

    head: str
    wants: frozenset[Result]
    reworded: bool = False
    ends: bool = False  # the first and the last of several are set against each other
    backwards: bool = False  # 后者是前者的几倍


_SPOKEN_UNITS = {"亿", "万", "点", "个点", "百分点", "个百分点", "个亿", "块钱", "元钱"}
_UNITS = "|".join(map(re.escape, sorted({*MEASURES, *CLASSIFIERS, *_SPOKEN_UNITS}, key=len, reverse=True)))
_HOW = rf"(?:多少|几)个?(?:[百千]?[万亿])?个?(?:{_UNITS})?(?:一亩|每亩|左右|呢)?"
_BARE_SIZE = "[多少大小高低快慢强弱]"
_SIZE = f"(?<![提最至达较升降]){_BARE_SIZE}"
_ASIDE = "(?:那么?|则|又|并且?|以及|要|还|也|大约|大概|约|大致|分别|各自?|各是|究竟|到底|请|指出|说明|给出|算出|求|是|为|有|达)*"
_ALL = "(?:二者|两者|两家|两地|两区|两边|两个|双方|三者|三家|三地|三区|三个|四[者家地区个]|几家|它们?|彼此|首尾|头尾|一头一尾|前后)?(?:之间|一共)?的?"
_SIDES = (
    "(?:后者|前者|它|对方|最?[多大高强快]的(?:那个)?|最?[少小低弱慢]的(?:那个)?|[强弱]者|第[一二]名?|头名|首位|末位|后两者|最[高多大快](?:者)?|最[低少小慢](?:者)?)"
)
_SUBJECT = "(?:绝对额|绝对[值数量]|金额|数额|额度|实际数|差额|规模)?(?:上|方面)?"
# 到头来实绩超出多少: what was done beside the goal that a clause before names.
_IN_THE_END = re.compile("[，,](?:到头来|到了?年底|最后|结果|最终|年底|实际上?|实绩|真正|完成数?|实现|做到|了|的)+[，,]*$")
_OF_THE_YEAR = "年初|年度|全年|当年"
_GOALS = "(?:目标|任务|计划|预期)"
_ONE_OF = "(?:哪一?(?:个?季度|个?园区|个?片区|个?产业|[个家边方块项地区年条者头])?|谁家?|孰|何者)"
_BIT = "(?:一些|一点|些|点)?"
_VERB = "(?:[涨增收做完跑投招引干][长得成]{0,2})?"
_CHANGE = "(?:增幅|涨幅|降幅|跌幅|幅度|变化率|增长率?|下降|上升|增加|减少|[高低多少]出?)"
_APART = "(?:相差|差距|差额|差值|差|之差)(?:到底|究竟)?(?:了|是|有|为|约|大约|出去?)*"
_IN_ALL = "(?:合计|(?:加在一起|加起来)?(?:总共|一共|总计|共计|共有?)|加在一起|加起来|加总|总和|之和|总数)(?:起来)?"
_END = r"(?=$|[，,。？?！!；;、：:（()）])"
_HIGH, _LOW = "最[高多大快强好]", "最[低少小慢弱差]"

_RESULTS: tuple[tuple[Result, re.Pattern[str]], ...] = tuple(
    (result, re.compile(pattern + _END))
    for result, pattern in (
        (Result.TIMES, f"{_ASIDE}(?:{_SIDES}{_ASIDE}(?:相当于)?)?{_SIDES}?的?(?:相差|差)?(?:多少|几)倍(?:左右)?"),
        (Result.TIMES, f"{_ALL}倍数(?:关系)?(?:是|为)?(?:多少|几)?"),
        (Result.PERCENT, f"{_ASIDE}{_CHANGE}了?{_ASIDE}(?:百分之(?:几|多少)|几成|多大|多少个?百分比)"),
        (Result.PERCENT, f"{_ASIDE}(?:增幅|涨幅|降幅|跌幅|变化率){_ASIDE}多少"),
        (Result.RATE, f"{_ASIDE}只?(?:完成|实现|达到)了?(?:全年|年度|年初)?(?:目标|任务|计划)?(?:数|值)?的?(?:百分之(?:几|多少)|几成|多少百分比)"),
        (Result.RATE, f"{_ASIDE}(?:相当于|等于|占|是|为)?了?(?:原定|既定|{_OF_THE_YEAR})?{_GOALS}(?:数|值)?的?(?:百分之(?:几|多少)|几成|多少百分比)"),
        (Result.RATE, f"(?:目标|任务)?完成率{_ASIDE}(?:百分之)?(?:多少|几)"),
        (Result.POINTS, f"{_ASIDE}(?:增速|增幅|涨幅|增长率)(?:之间)?{_ASIDE}(?:相差|差距|差)了?(?:是|有|为)?(?:{_HOW}|多大)"),
        (Result.GAP, f"{_ASIDE}(?:超额?|多|高)[出过]?了?(?:还是|或者?|、)(?:差|欠|短|缺|少|低)[了出]?{_HOW}"),
        (Result.GAP, f"{_ASIDE}{_SIDES}?[比与和]{_SIDES}{_SUBJECT}{_SIZE}出?来?了?{_HOW}"),
        (Result.GAP, f"{_ASIDE}{_ALL}{_SUBJECT}{_ASIDE}(?:{_SIDES}[、和与]?{_SIDES}之?间?)?{_APART}(?:{_HOW}|多[大远]|几何|几许)"),
        (Result.GAP, f"{_ALL}(?:的?差距|之差|差额)(?:有多[大远]|几何|多大)?"),
        (Result.GAP, f"{_ASIDE}{_ALL}(?:每[亩家户人个])?{_SUBJECT}{_ASIDE}{_SIZE}(?:出来?|收|做|引|招|完成|实现|投|赚|产)?了?{_HOW}"),
        (Result.GAP, f"{_ASIDE}(?:实际)?(?:超额|超出|超过?|欠|短缺?|缺口)(?:了|是|有|为|出)*{_HOW}"),
        (Result.GAP, f"{_ASIDE}(?<!新)(?:净?增加?|减少|多增|提高|下降|上升)了?{_HOW}"),
        (Result.SUM, f"{_ASIDE}{_ALL}{_IN_ALL}{_ASIDE}{_VERB}了?(?:{_HOW})?"),
        (Result.ORDER, f"{_ASIDE}[由从按]{_SIZE}到{_SIZE}的?(?:顺序)?(?:怎么|如何|依次)?(?:排[列序名队]?|排个队|列出?)?(?:一下|一排|出来|个序)?"),
        (Result.ORDER, "(?:怎么|如何)排(?:序|名|队|列)?|排(?:个|一?下)(?:队|序|名)?|排序|(?:先后)?(?:顺序|次序|名次)(?:如何|怎样|是什么)?"),
        (Result.WHICH, f"{_ONE_OF}?{_HIGH}的?(?:、|和|与|及|，)?(?:{_ONE_OF})?{_LOW}的?{_ASIDE}{_ONE_OF}"),
        (Result.WHICH, f"(?:{_HIGH}|{_LOW})的?(?:各|分别)?是{_ONE_OF}"),
        (Result.WHICH, f"{_ASIDE}{_ONE_OF}{_SIZE}{_ONE_OF}{_SIZE}|孰[大高多强]孰[小低少弱]"),
        (Result.WHICH, f"{_ASIDE}{_ALL}{_ONE_OF}的?{_VERB}(?:更|要|最|较|比较|就)?为?(?:{_BARE_SIZE}|领先|占先|靠前|居前|胜出|占优|好){_BIT}"),
        (Result.WHICH, f"{_ASIDE}(?:[多高超][出过额]?了?)(?:还?是|或者?|、)(?:[少低欠短差缺]了?)"),
    )
)
_MARK = "\x03"
# 成交额大幅超目标。超了多少: said of the goal before it is asked.
_REACHED = re.compile(
    f"(?:大幅|远远?|明显|略|小幅|超额|提前|顺利|圆满|如期|没有?|未能?|并)*(?:超[出过额]?|高于|低于|多于|少于|完成|达到|实现|不及|落后于?|突破)(?:完成)?了?"
    f"(?:既定|原定|预定|{_OF_THE_YEAR}|定下?|的)*{_GOALS}了?[，,]*$"
)
_NOT_WHOSE = f"{_SIZE}|季度|[园片]区|产业[更最]|[年月个家边方块条更最]|项|企业"  # 哪个项目…: not named, to be found
_WHOSE = re.compile(rf"{_ONE_OF}的?(?!{_NOT_WHOSE})([^，,。？?！!；;哪谁]{{2,14}}?)[更最较要]?{_BARE_SIZE}{_BIT}{_END}")
_SPEECH = re.compile("^[^，,。：:\\d]{0,10}(?:核实|求证|请问|想问|了解|确认|想知道|查证|请教|一下)[:：]")
_AGAINST = re.compile(rf"(?:跟|和|与|同)([^，,。？?；;和与跟同]{{2,20}}?)(?:相|作|做)?比(?:较|起来)?(?={_MARK}|$|[，,])")
_OTHER_TIME = re.compile("目标|任务|计划|年|季|月|实际|预期|预算")  # set against another time or a goal; else two things side by side
_BESIDE = re.compile(rf"[两三几四](?:个|家|地|组)?(?:数|者)?(?:相|作|做)?比(?:较|一比|一下)?(?={_MARK}|$|[，,])")
_EITHER = re.compile(r"是?([^，,。？?是]{2,12}?)更?([多大高快强])还是([^，,。？?]{2,10}?)更?\2")
_MORE_THAN = re.compile(
    r"(?:落后于?|逊于|低于|少于|小于|不及|领先于?|超过|超出|高出|高于|多于|大于|大出|多出)(?!了|百分|目标|任务|计划|上年|去年|全[省市国])"
    rf"([^，,。？?；;\d多少几]{{2,14}}?)(?=(?:{_HOW}){_END})"
)
_IS_TIMES = re.compile(rf"(?:是|相当于)(?!它|后者|前者|对方|最|[强弱多少大小]的)([^，,。？?；;是]{{2,20}}?)的?(?:多少|几)倍(?:左右)?{_END}")
_COMPARED = re.compile(r"(?<![请试对相作占])比(?!较|重|例|率)(?=[^，,。]{2})|(?<!比)较(?![快大好为多少高低强长])(?=[^，,。]{2})")
_ENDS = re.compile(f"首尾|头尾|一头一尾|{_HIGH}.*{_LOW}|{_LOW}.*{_HIGH}|[强多大高]的.*[弱少小低]的")
_STILL_ASKS = re.compile("多少|几[家个户项亿]|哪|谁|什么|如何|怎么|是否|吗")
_MOST = 160  # of characters: a longer text is a story with a question in it


def results_asked(text: str) -> Asking | None:
    """The results that are asked of what the rest of the question names; None when it asks for none, or names nothing."""
    if len(text) > _MOST:
        return None
    if AGAINST_SUM.search(text) or SUM_AGAINST.search(text):  # all that are named stand side by side
        text = re.sub(f"{TOGETHER}的?(?:还|都|要)*", "", re.sub("(?<![占对相])比(?![重例率])|是(?=[^，,。]*倍)", "、", text))
    plain = re.sub(r"\s*(?:[vV][sS]\.?|PK|pk)\s*", "和", _SPEECH.sub("", text))
    plain = re.sub("(?:比起|相比于?|相较于?|对比)([^，,。？?；;]{2,20}?)来?(?:说|讲)?(?=[，,是])", r"比\1，", plain)
    said = _EITHER.sub(r"\1和\3哪个\2", plain)
    said = _IS_TIMES.sub(r"比\1，几倍", _MORE_THAN.sub(r"比\1多", said))
    reworded = said != _SPEECH.sub("", text)
    wants: set[Result] = set()
    if _WHOSE.search(said):
        wants.add(Result.WHICH)
        said = _WHOSE.sub(rf"\1{_MARK}", said)
    for result, pattern in _RESULTS:
        found = pattern.sub(_MARK, said)
        if found != said:
            wants.add(result)
            said = found
    if not wants:
        return None
    head = _BESIDE.sub("", _AGAINST.sub(lambda m: f"{'比' if _OTHER_TIME.search(m[1]) else '和'}{m[1]}", said))
    head = re.sub(rf"[？?！!。；;]|(?<={_MARK})[，,、]+", "，", head.replace(_MARK + "、", _MARK)).replace(_MARK, "，")
    head = re.sub("^[，,、]+|[，,、：:]+$", "", re.sub(r"[，,、]*，[，,、：:]*", "，", head))
    if len(re.sub(r"\W", "", head)) < 4:
        return None
    if wants & {Result.GAP, Result.RATE} and _REACHED.search(head):
        head = _REACHED.sub("完成目标了吗？", head)
    elif wants & {Result.GAP, Result.RATE} and re.search(_GOALS, head):
        head = _IN_THE_END.sub("，完成目标了吗？", head)
    if not _STILL_ASKS.search(re.split("[，,]", head)[-1]):
        head += "多多少？" if _COMPARED.search(head) else "谁高？"
    return Asking(
        head,
        frozenset(wants),
        reworded,
        ends=bool(_ENDS.search(text)),
        backwards=bool(re.search("后者[^，,。]{0,4}前者", text)),
    )
