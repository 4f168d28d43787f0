"""A follow-up taken apart into words of a few classes, and put in the words that follow-ups are understood by.

What it points at by no name of its own (同年同口径, 这部分, 它), how far (已经, 真正, 只) and how it is asked (是几个, 报一下) comes in any order and
number; where nothing is left beside these and the words of one class, the class says what is asked: of another zone or year, at a stage
or of a size, a share, what was spent, who answers for it, to when it was put off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.mentioned import called
from assistant.outright import figure_of
from assistant.periods import find_periods
from assistant.records import Aspect
from assistant.referring import thing_asked
from assistant.understanding import Understanding
from index.numbers import count_of
from index.records import FigureKind, Status

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["in_few_words"]

_LONGEST = 40  # characters: more is no few words
_TALKED_OF = 3  # turns that something is talked of without being named again
_MANY = "(?:多少|几)"
_MONEY = f"{_MANY}(?:个?[百千]?[万亿])?(?:元|块)?(?:钱|资金|真金白银)?"
_POINTING = "(?:[这那](?!年)|其|它|该|此|上面|前面|前头|刚才|同一?|一样|同样|相同|对应)"
_ADVERB = "(?:真正|真的|实际上?|已经?|又|还|也|再|都|就|只|仅|才|到底|究竟|大概|约|一共|总共|结果|后来|最[后终]|实打实|算|且|而|不过|可)"
_END = "[呢啊呀吧嘛了的?？。！]*"
_LEAD = f"(?:那么?|哎|诶|嗯|好|好的|然后|接着|请问|想问|问一下|{_POINTING}|{_ADVERB}|[，,、 ])*"
_WITHIN = "(?:(?:其中|当中|之中|里[头面边]|中间|里)(?:的)?[，,]?)"
#: The same number of another zone or year.
_SAME = re.compile(
    f"(?:{_POINTING}|{_ADVERB}|那么?|换[成作做到为个]?|改[成作问看]|轮到|转到|到了?|回到|放[到在]|搁[到在]|拿|把|对照|比照|看看?|瞧瞧?|说说?|报|问问?|查查?|一下|给我|一年|年度?|年份|期|时期|口径|指标"
    "|数(?:字|据|值|额)?|取值|值|结果|情况|项|个|家|边|区|开发区|的|是|有|为|呢|啊|呀|多少|几何|怎么?样|如何|往[前后回]|向[前后回]|倒|推|翻|退|挪|走|去|来|在|于|里"
    "|上|按|照|用|[百千]?[万亿]?美?元|[，,、？?。 ])*"
)
_TURNS_TO = re.compile("^(?:那么?|[，, ]|换[成作做到为个]|改[成作问看]|轮到|转到|放到|再看|同样)+")
_PLAIN = re.compile("的?(?:呢|又?是?(?:多少|几何))?[?？。]*")
_COUNTED = re.compile(f"{_MANY}(?:个?[百千]?[万亿])?(?:美?元|[家户个项])")
_STAGES = {
    "落地": "落(?:了)?[地户]", "开工": "开(?:了)?工|动(?:了)?[工土]|破(?:了)?土(?:动工)?|开建|上马|打(?:了)?桩", "投产": "投(?:了)?产|出(?:了)?产品",
    "竣工": "竣(?:了)?工|完(?:了)?工", "建成": "建成|建好",
}
_STAGED = re.compile(
    f"{_LEAD}{_WITHIN}?{_LEAD}(?P<stage>{'|'.join(_STAGES.values())})(?:建设|动手)?[了的]*(?:有|是|占|共)*(?:{_MANY}[个家项宗]?|呢)"
    f"(?:[，,、]{_LEAD}(?:[落开投竣][地工产])?(?:比例|比率|率|占比|比重)(?:又|是|有|为|占)*(?:{_MANY}|多[大高]|怎么?样|如何|百分之几|几成)?)?{_END}"
)
_PLAIN_STAGE = re.compile("[㐀-鿿]{2}的(?:呢|有[几多]少?[个家项])[?？。]*")
_RATE = re.compile("(?:比例|比率|率|占比|比重)")
_SIZE = "(?P<n>\\d+|[一二三五十百]+|上|过)个?亿元?(?:及?以上|往上|朝上|开外)?"
_SIZED = re.compile(
    f"{_LEAD}{_WITHIN}?{_LEAD}(?:总?投资|体量|规模|盘子)?(?:额)?(?:超过?|过|达到?|突破|大于|在)?{_SIZE}(?:的)?(?:大?项目)?(?:又|有|是|占|共|签|引)*了?(?:{_MANY}[个家项]|呢){_END}"
)
_AS_BIG = re.compile("(?:这么|那么|同样|一样|如此|这样|那样)大(?:个头|块头|体量|规模|盘子)?的(?:大?项目)?")
_A_SIZE = re.compile("(?:\\d+|[一二三五十百]*)个?亿元?(?:及?以上)")
_SHARED = re.compile(
    f"(?:{_POINTING}|{_ADVERB}|那么?|[前后]面?|[前后]者|部分|个?数|总数|块|项|大盘|盘子|总的?|整体|全部|折[成合算]|算成|换成|占|占比|比重|份额|比例|百分比|在|{_WITHIN}|的|是|有|为|个|一|相当于|能|呢|啊"
    f"|百分之(?:几|多少)|几成|多[大少高]|{_MANY}|[，,、？?。 ])*"
)
_SHARE_SAID = re.compile("占|比重|份额|比例|百分|几成")
_PUT_IN = f"(?:投|砸|花|掏|扔|填|烧|用)(?:入|进去?|下去?|出去?|掉|了|到)*{_MONEY}(?:进去|下去|出去)?了?"
_SINCE = "(?:自打|[从自打])?(?:项目)?(?:开工|动工|破土|开建|启动|动土)(?:那[天年]|之?日|以来|以后|算?起|开始)*"
_TILL = "(?:(?:一直)?[到至](?:了)?)?(?:[那当这]?年[底末终]|[那当]年年[底末终]|现在|目前|如今|今)(?:为止)?"
_SPENT = re.compile(
    f"{_LEAD}(?=.*(?:动工|开工|破土|开建|启动|动土|年[底末终]|现在|目前|如今|至今|历年|累计|前后|加起来|[一总拢]共.*了))(?:{_SINCE}|{_TILL}|历年|累计|前前?后后?|加(?:起来|一块)|拢共|合计|项目|[，,的]|{_ADVERB})*{_PUT_IN}{_END}"
)
_TO_SPEND = re.compile(
    f"{_LEAD}(?:项目|工程)?(?:前前?后后?|整个|全部|拢共|{_ADVERB})*(?:要|得|需要?|打算|计划|预备|准备|须)(?:{_ADVERB}|往里头?)*{_PUT_IN}{_END}"
)
_AREA = re.compile(f"{_LEAD}(?:项目)?(?:用|占)(?:了)?地(?:的)?面积(?:又|是|有|为|达)*(?:{_MANY}亩?|多大|呢){_END}")
_MET = re.compile(
    f"{_LEAD}(?:做|完成|兑现|达|干|实现|够|占|相当|及|顶)(?:到|了|于|上|得)*(?:当年|年度|全年|年初)?(?:定|下达)?的?(?:目标|任务|计划|盘子)(?:数|额)?的?(?:百分之(?:几|多少)|几成|多少){_END}"
)
_MOVED = re.compile(
    f"{_LEAD}(?P<name>(?:全[省市国])?(?:名次|位次|排名|座次|排位))?(?:比?(?:上|前|去)一?年)?(?:[往向朝]?[前上]|(?P<down>[往向朝]?[后下]))?(?:面)?(?:挪|移|进|升|爬|蹿|窜|提升?|跳|赶|(?P<fell>退|降|掉|跌|落))(?:动|位|了)*{_MANY}(?P<unit>个?位次|[位名]|个名次)?{_END}"
)
_DUTY = re.compile(
    f"{_LEAD}(?:[个件]?事情?儿?|项目|责任|板子|[个件桩])*(?:该|应该?|得|要|是|具体)*(?:由|归|找|算|问|打|追)*(?:到|在)?(?:哪一?[家个]|谁|什么)(?:单位|部门|局)?(?:家|头上|身上|来|去)*(?:问责|负责|担责|追责|管|算账|牵头|扛|兜底|背)?{_END}"
)
_PLAIN_DUTY = re.compile("[归由是]?(?:谁|哪一?[个家](?:单位|部门))(?:来)?(?:牵头|负责)的?[呢?？。]*")
_PUT_OFF = re.compile(
    f"{_LEAD}(?:拖|推|延|挪|顺延|调整?)(?:迟|后|期|延)?(?:到|至|成|在)了?(?:什么时候|啥时候|哪年哪月|哪[年月天]|何时|几月|何年何月)(?:才|能|可以|计划|打算|预计|会|要)*(?:通车?水?|建成|投[用产]|完工|交付|开)?{_END}"
)
_NEWLY = re.compile(
    f"{_LEAD}(?P<year>(?:20)?\\d\\d年)?(?:[那当本]?一?年|年内)?(?:里)?新?(?:纳|进|入|吸收|跨|迈|升|收)(?:进来?|入|到?库|规|来)*(?:统计|笼子|库)?[了的]*(?:有|是)?(?P<many>{_MANY}[家户])"
    f"(?:企业)?(?:[，,、](?:我?要|只要|按|不|别|扣|算|除|减|退|出|规|库|的|毛|总|净|增|数|掉|管|看)*)?{_END}"
)
_IN_STATISTICS = re.compile("规上|规模以上|四上|限上")
_ALIKE_MEASURE = re.compile(
    f"{_LEAD}(?:换成?)?(?P<who>[㐀-鿿A-Za-z0-9]{{2,12}}?)(?:呢[，,])?{_ADVERB}*(?:做|干|搞|完成|实现|创造)(?:了|到|出|成)*(?:多大|多少)(?:个?亿)?的?(?P<what>产值|营收|营业收入|税收|利润){_END}"
)
_BOUGHT = re.compile("(?:从?(?:[国海境]外|外头|外面))?买(?:进|回|入)来?的?(?:[那这]?一?(?:部分|块|头|边))?")
_SOLD = re.compile("(?:往|向)?(?:[国海境]外|外头|外面)?卖(?:出去?|(?:[到往])?(?:[国海境]外|外头))的?(?:[那这]?一?(?:部分|块|头|边))?")
#: 总的投资额怎么掉下来了, behind a part of it.
_WHOLE_FELL = re.compile(
    f"{_LEAD}(?:总的?|整个|整体|全部|大)(?:的|盘子?|投资|数|量|额|规模)*(?:为何|为什么|为啥|怎么|咋|会|又|却|就|是|往下|[，,])*"
    "(?:掉|下滑|缩水|下降|跌|滑|收缩|回落|萎缩|降|负增长|变少)(?:下来|下去|了|的|得)*[^。？?]{0,16}[?？。]*"
)
_WHY = re.compile("为何|为什么|为啥|怎么|咋|原因|缘由|根子|什么(?:造成|导致|拖)")
_WHY_ALONE = re.compile(
    f"{_LEAD}(?:(?:是|这|主要|具体|背后)*(?:什么|啥)?的?(?:原因|缘故|为什么|为何|为啥|怎么回事|咋回事)"
    f"|(?:为什么|为何|为啥|怎么|咋)(?:会|又|就|反而|反倒|倒|还)*(?:往?下|[掉跌降滑缩减少])+(?:了|来|去|的)*){_END}"
)
#: 少交了多少套, behind the goal.
_FELL_SHORT = re.compile(f"{_LEAD}(?:一共|总共|到底|究竟|还|就)*(?:少|欠|差|短)(?!了)[㐀-鿿]{{1,3}}?了?(?:多少|几)[百千]?[万亿]?[㐀-鿿]{{0,2}}{_END}")
_BOTH_AGAIN = re.compile(
    f"{_LEAD}(?P<year>(?:上|前|去|次|下)一?年度?|(?:20)?\\d\\d年)(?:的|[，,]|{_POINTING})*[两2]个?(?:口径|数(?:字|据)?|指标|项目?)(?:[，,呢]|数字?|数据|给我|帮我|一下|对照|列|报|说|{_ADVERB}|各|分别|是|{_MANY})*{_END}"
)
_YEAR_FIRST = re.compile("(?P<year>(?:那么?)?(?:第二年|次年|[上下]一?年|来年|(?:20)?\\d\\d年))(?:年?底)?呢[，,](?P<rest>[这那它该].{3,})")


def in_few_words(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """The follow-up in the words for what it asks; itself where it is no such one."""
    if len(text) > _LONGEST:
        return text
    if (dated := _YEAR_FIRST.fullmatch(text)) is not None:
        text = f"{dated['year']}{dated['rest']}"  # 那第二年呢，这家产值多少
    text = _of_trade(text, turns)
    for form in (_of_the_same, _at_a_stage, _of_a_size, _of_a_thing, _of_its_measure, _of_a_share, _of_one_class):
        if plain := form(text, turns, known):
            return plain
    return text


def _of_the_same(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """换作X，同年同口径的数字是多少, 往前倒到2015年，是多少: the number just told, of X or that year."""
    text = re.sub("同一?年度?", "同期", _TURNS_TO.sub("", text))
    zones, times = known.zones.find(text), find_periods(text)
    years = [m for m in times if len(m.periods) == 1 and m.relative is None]
    if len(years) != len(times) or len(years) > 1 or len(zones) > 1 or not (zones or years):
        return ""
    spans = sorted([*((m.start, m.end) for m in zones), *((m.start, m.end) for m in years)])
    rest = text
    for start, end in reversed(spans):
        rest = rest[:start] + rest[end:]
    if not _SAME.fullmatch(rest) or _PLAIN.fullmatch(rest) or _COUNTED.search(rest):
        return ""
    return "".join(text[a:b] for a, b in spans) + ("是多少？" if "多少" in rest else "呢？")


def _at_a_stage(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """里头真正破土动工的有几个, behind so many projects."""
    said = _STAGED.fullmatch(text)
    of_projects = any("项目" in "".join((t.query.text, *t.query.indicators)) for t in turns[-_TALKED_OF:])
    if said is None or _PLAIN_STAGE.fullmatch(text) or not of_projects:
        return ""
    stage = next(name for name, words in _STAGES.items() if re.fullmatch(words, said["stage"]))
    return f"其中{stage}的有几个？" + (f"{stage}率是多少？" if _RATE.search(text) else "")


def _of_a_size(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """超过十个亿的呢, 这么大个头的又签了几个: behind so many projects."""
    before = " ".join(t.query.text for t in turns[-_TALKED_OF:])
    if "项目" not in before:
        return ""
    if _AS_BIG.search(text) and (sizes := _A_SIZE.findall(before)):
        return _AS_BIG.sub(f"{sizes[-1]}的", text, count=1)
    said = _SIZED.fullmatch(text)
    if said is None or re.search("[亿元]以上的|总投资|[超过]\\d+亿元?的有", text):
        return ""
    n = said["n"]
    number = "" if n in "上过一" else n if n.isdigit() else str(count_of(n))
    return f"{number}亿元以上的有几个？"


def _of_a_thing(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """What was, or is to be, spent on the project that is talked of, and the ground that it takes."""
    spent, whole, area = (p.fullmatch(text) for p in (_SPENT, _TO_SPEND, _AREA))
    if not (spent or whole or area) or not any(thing_asked(t, known) for t in turns[-_TALKED_OF:]):
        return ""
    return "占了多少亩地？" if area else "总投资多少？" if whole else "到年底累计完成投资多少？"


def _of_its_measure(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """那X做了多大产值, behind the same of another firm."""
    said, asked = _ALIKE_MEASURE.fullmatch(text), "".join(turns[-1].query.indicators) + turns[-1].query.text
    of_another = said is not None and said["what"] in asked and said["who"] not in asked and any(said["who"] in n for n in known.names)
    return f"换成{said['who']}呢？" if said is not None and of_another else ""


def _of_a_share(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """后面这个数相当于前面那个总数的百分之多少: of the two that were told last, where one may be a part of the other."""
    if not _SHARE_SAID.search(text) or not _SHARED.fullmatch(text) or len(turns) < 2:
        return ""
    whole, part = figure_of(turns[-2]), next(iter(turns[-1].answer.figures[-1:]), None)
    if whole is None or part is None or whole.period is None or whole.zone != part.zone or whole.period != part.period:
        return ""
    alike = whole.kind is part.kind is FigureKind.VALUE and whole.unit == part.unit and whole.value is not None and part.value is not None
    if not alike or whole.value is None or part.value is None or part.value >= whole.value or called(whole) == called(part):
        return ""
    return f"{part.zone}{whole.period.label}{called(part)}占{called(whole)}的百分之几？"


def _of_trade(text: str, turns: Sequence[Turn]) -> str:
    """买进来的又是多少, behind 出口: 进口."""
    if not re.search("出口|进口|外贸", "".join((*turns[-1].query.indicators, turns[-1].query.text))):
        return text
    return _SOLD.sub("出口", _BOUGHT.sub("进口", text, count=1), count=1)


def _why_it_went_so(turn: Turn) -> str:
    """原因呢, behind a goal that was missed or a number that fell: of that."""
    figure = figure_of(turn)
    if turn.query.aspect in (Aspect.MET, Aspect.COMPLETION) and turn.answer.text.startswith("未完成目标"):
        return "为什么没完成目标？"
    return "为什么下降？" if figure is not None and figure.growth is not None and figure.growth < 0 and not turn.answer.refused else ""


def _of_one_class(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """What one class of words alone asks for."""
    if _MET.fullmatch(text):
        return "完成率是多少？"
    if (moved := _MOVED.fullmatch(text)) is not None and (moved["name"] or moved["unit"]):
        return f"比上一年{'下降' if moved['down'] or moved['fell'] else '上升'}了几位？"
    if _DUTY.fullmatch(text) and not _PLAIN_DUTY.fullmatch(text) and re.search("责|管|算账|牵头|扛|兜底|背|头上|身上", text):
        return "责任单位是谁？"
    last = turns[-1].query
    if last.part_of and len(last.indicators) == 2 and last.zones and _WHOLE_FELL.fullmatch(text) and _WHY.search(text):
        return f"{last.zones[0]}{''.join(p.label for p in last.periods[:1])}{last.indicators[0]}为什么下降？"
    if _FELL_SHORT.fullmatch(text) and (last.status is Status.TARGET or last.aspect in (Aspect.MET, Aspect.COMPLETION)):
        return "离目标还差多少？"
    if _WHY_ALONE.fullmatch(text) and not last.operation.in_words:
        return _why_it_went_so(turns[-1])
    if _PUT_OFF.fullmatch(text):
        return "后来改到什么时候？"
    if (again := _BOTH_AGAIN.fullmatch(text)) is not None:
        return f"{again['year'].removesuffix('度')}这两个数分别是多少？"
    newly = _NEWLY.fullmatch(text) if _IN_STATISTICS.search(last.text + "".join(last.indicators)) else None
    return f"{newly['year'] or '那一年'}新入库的有{newly['many']}？" if newly is not None else ""
