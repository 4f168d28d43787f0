"""A follow-up that points at something told → the question in full: 产值排第二的那个从业人员多少, 前者的目标, 怎么两处对不上.

What is pointed at is put in by its name, with its zone and year in front, so that the question stands alone; where it
can't be told what is meant, there is no question in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant import cues
from assistant.abreast import area_alone
from assistant.anotherpart import of_another_part
from assistant.extractive.roster import roster_asked
from assistant.facts import Facts
from assistant.goals import asks_all, asks_goals
from assistant.itscost import of_its_cost
from assistant.mentioned import called, last_told
from assistant.outright import outright
from assistant.pairing import TWO_YEARS, of_both_years, of_last_two, of_the_foremost, of_two_years
from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.pointing import Meant, of_things, of_two, put
from assistant.question import understand
from assistant.records import Answer, Aspect, Operation, Query
from assistant.referring import only_function
from assistant.terms import find_terms, is_all_known
from assistant.understanding import Understanding
from index.records import Figure, FigureKind, Period, Status

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["in_full", "otherwise"]

_ONE_TO_TEN = r"(?:[一二三四五六七八九十]|\d{1,2})"
_LEAD = re.compile(
    "^(?:那么?|请问|再说说?|再看看?|还有|对了|嗯|哦|好的?|就是|具体|(?:搞|弄|看)?错了(?=[，,])|不对(?=[，,])"
    "|我(?:要|问的是|说的是|是问|想问)(?!求)|[，,。 ])+"
)


def in_full(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """The question in full that a follow-up stands for, where it points at what was told; None where it doesn't, or not clearly."""
    known = facts.understanding()
    bare = _LEAD.sub("", text)
    asked = {z for m in known.zones.find(bare) for z in m.zones}
    if asked - {*turns[-1].query.zones}:
        return None  # of another zone: a question of its own
    for form in (
        _one_of_the_sum,
        _backward, _back_to, _goals_left, _told_twice, _in_that_report, of_the_foremost, _whole_of_share, _amount_of_share, _same_share,
        of_last_two, _how_many, _of_each, _beside_the_area, _also_beside, _of_both, of_both_years, of_its_cost, _short_of_goal,
    ):
        if question := form(bare, turns, known):
            return Meant(question)
    if question := of_two(bare, turns, known):
        return Meant(question)
    if question := _the_other(bare, turns, facts) or _counted_beside(bare, turns, facts) or _in_the_quote(bare, turns, facts):
        return Meant(question)
    if (another := of_another_part(bare, turns, facts)) is not None:
        return another
    told = outright(bare, turns, facts) or of_things(bare, turns, facts) or _of_whom(bare, turns, facts)
    return told or _of_it(bare, turns, known) or _of_part_alone(bare, turns, facts)


_SHORT = re.compile("(?:那么?|具体|一共|总共|还|离目标|距目标|跟目标|和目标)*相?差(?:了|的)?(?:是|有)?(?:多少|几)[㐀-鿿]{0,3}?[呢啊?？。]*")
_NOT_DONE = re.compile("(?:没有?|未)(?:能|有)?(?:完成|达到|达标|做到|实现|到)")


def _short_of_goal(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """差多少, after 完成目标了吗 and 为什么没完成: of what was aimed at."""
    last, answer = turns[-1].query, turns[-1].answer
    missed = last.aspect is Aspect.MET or (last.operation is Operation.WHY and _NOT_DONE.search(last.text))
    if _SHORT.fullmatch(text) is None or not missed or len(last.indicators) != 1 or answer.refused:
        return ""
    when = next((f.period.label for f in answer.figures if f.period is not None), "")
    return f"{_where(last)}{'' if last.periods else when}{last.indicators[0]}离目标还差多少"


_THIS_ONE = re.compile("(?:那么?|其中的?)?(?P<of>[^，,。？?]{2,12}?)(?:又|是|有)*(?:呢|多少)[?？。]*")


def _one_of_the_sum(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """智能农机呢, after 三大产业合计多少: the number of that one."""
    said, last = _THIS_ONE.fullmatch(text), turns[-1].answer
    if said is None or not any(" + " in s.formula for s in last.statements):
        return ""
    own = [f for f in last.figures if f.period is not None and (f.scope or f.indicator).removesuffix("产业") == said["of"].removesuffix("产业")]
    if len(own) != 1 or own[0].period is None:
        return ""
    return f"{Facts.short(own[0].zone)}{own[0].period.label}{called(own[0])}是多少"


_WHO_GOT = re.compile(
    "(?:一共|总共|共|都)?有?(?:多少|几)(?P<unit>[家户人个名])(?:企业|单位|公司|群众|居民|农户|职工|学生)?(?:能|都|已经?)?"
    "(?:拿到|得到|获得|受益|享受|参加|参与|惠及|用上|贷到|贷上|领到|分到|入驻|拿)了?[?？。]*"
)


def _counted_beside(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """多少家企业拿到了, after 贷了多少钱: how many the sentence that was quoted counts of them."""
    said, cited = _WHO_GOT.fullmatch(text), turns[-1].answer.citations[:1]
    if said is None or not cited or turns[-1].answer.refused:
        return ""
    quote = cited[0]
    unit = {"名": "人"}.get(said["unit"], said["unit"])
    beside = [
        f for f in facts.figures() if f.report_id == quote.report_id and quote.start <= f.start < quote.end and f.unit.removeprefix("万") == unit
    ]
    if len(beside) != 1 or beside[0].period is None:
        return ""
    return f"{facts.short(beside[0].zone)}{beside[0].period.label}{called(beside[0])}是多少"


_ITS_MEASURE = re.compile(
    "(?:那么?|它|其)?的?(?P<what>(?:计划|建设)?(?:规模|总投资|投资额?|面积|产能|年?产值|金额|人数|全长|长度|床位|学位))"
    "(?:又|是|有|为|达|大概)*(?:多大|多长|多少[㐀-鿿]{0,3}|几[㐀-鿿]{0,3}|呢|(?<=总投资)|(?<=投资额))[?？。]*"
)


_ITS_GROWTH = re.compile("(?:那么?|它|其)?的?(?:同比)?(?:增速|增幅|增长|涨|升)(?:得|了|又|是|有|为|达)*(?:多[少快大]|呢|几[㐀-鿿]{0,3})[?？。]*")
_ITS_SHARE = re.compile(
    "(?:那么?|它|其)?的?(?:在(?:所属|所在|整个|全部?|本)?(?:行业|产业|全区|园区|区|链条)?(?:的?[㐀-鿿]{2,4})?(?:里头?|里面|当?中|之中)?)?"
    "(?:占比|比重|份额|占(?!地))(?:又|是|有|为|达|了)*(?:多少|多大|呢|几[㐀-鿿]{0,3})(?:的?(?:份额|比重|比例|份儿))?[?？。]*"
)


def _in_the_quote(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """规模多大, after 设了什么基金 and a sentence for an answer: what the sentence tells by this word, how it grew or its share, if once."""
    answer = turns[-1].answer
    if answer.refused or answer.figures or len(answer.citations) != 1 or len(answer.statements) != 1:
        return ""
    said, grown = _ITS_MEASURE.fullmatch(text), _ITS_GROWTH.fullmatch(text) is not None
    if said is None and not grown and _ITS_SHARE.fullmatch(text) is None:
        return ""
    own = _in_marks(answer, facts)
    if said is not None:
        own = [f for f in own if said["what"] in called(f)]
    else:
        own = [f for f in own if f.growth_text] if grown else [f for f in own if f.kind is FigureKind.SHARE]
    if len(own) != 1 or own[0].period is None:
        return ""
    return f"{facts.short(own[0].zone)}{own[0].period.label}{called(own[0])}{'增速' if grown else ''}是多少"


def _in_marks(answer: Answer, facts: Facts) -> list[Figure]:
    """The numbers of what an answer has quoted."""
    quote = answer.citations[0]
    spans = quote.marks or ((quote.start, quote.end),)
    return [f for f in facts.figures() if f.report_id == quote.report_id and any(a <= f.start < b for a, b in spans)]


def _of_whom(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """它的税收呢, after 产值超50亿元的是哪家 and a sentence for an answer: of the one that its numbers are of."""
    said, last, known = _IT.fullmatch(text), turns[-1], facts.understanding()
    asked_who = last.query.operation in (Operation.WHO, Operation.EXTREME) or re.search("哪一?[家个位所座]|谁", last.query.text)
    quoted = asked_who and not (last.answer.refused or last.answer.figures) and len(last.answer.citations) == 1
    if said is None or not quoted or find_periods(said["rest"]) or known.zones.find(said["rest"]):
        return None
    bare = re.sub("(?:又|是|有|为)*(?:呢|多少[㐀-鿿]{0,3}|几[㐀-鿿]{1,2})?[?？]*$", "", said["rest"])
    own = [f for f in _in_marks(last.answer, facts) if f.scope]
    whose = min((f.scope for f in own), key=len, default="")
    if not is_all_known(bare) or not all(f.scope.startswith(whose) for f in own) or not own or own[0].period is None:
        return None
    return Meant(put(whose, (facts.short(own[0].zone), own[0].period.label), "", said["rest"], known), whose)


_EACH = re.compile("(?:它们?|他们|这些)?(?:(?:各自|分别|各|每个?)的?|(?:其中|里面)?(?P<which>哪一?个)的?)(?P<rest>[^，,。]{2,})")


def _of_each(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """各自产值多少, after 有几个园区: of each of those."""
    said, last = _EACH.fullmatch(text), turns[-1].query
    group = roster_asked(understand(last.text, known).bare) if said is not None else None
    if said is None or group is None or find_periods(text):
        return ""
    title = "园区" if group.title == "园" else group.title
    return f"{_where(last)}{'哪个' if said['which'] else '各'}{title}{said['rest']}"


_BACK = re.compile(
    "(?:再|还是|回头)?(?:说回|回到|说说|再说|先说|讲回|聊回|(?<=回头)(?:说|看|问)|(?<=还是)(?:说|看|问))(?:到)?(?:刚才|前面|之前|最开始|上面|刚刚)?(?:说|问|提)?(?:的|那个)?"
    "(?P<topic>[^，,。？?]{2,14}?)(?:的事|的话|这项|这块|那个数?)?[，,](?P<rest>.{2,})"
)


_POINTS_APART = re.compile(
    "(?:那么?)?(?:(?:比|和|跟|与)全[市省县国](?:相?比)?)?(?:要|又|到底|一共)?(?:[快高慢低]|相?差)[了出]?(?:多少|几)(?:个?(?:百?分)?点)?[?？。]*"
)


def _beside_the_area(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """快几个点, after GDP增速 and 全市呢, and 跑赢全市了吗, after GDP多少: the zone's growth beside the city's."""
    last = turns[-1].query
    apart = last.aspect is Aspect.GROWTH and _POINTS_APART.fullmatch(text) is not None
    area = area_alone(text) or (_area_of(last) if apart else "")
    if not area or len(last.indicators) != 1 or not is_all_known(last.indicators[0]):
        return ""
    return f"{_where(last)}{last.indicators[0]}增速比{area}高多少个百分点"


def _area_of(query: Query) -> str:
    """The city, province or country that a question is of or sets the zone beside; "" where it names none."""
    return next((s for q in (query, *query.operands) for s in q.scopes if re.fullmatch("全[市省国县州]", s)), "")


def _where(query: Query) -> str:
    """The zone and the year of a question, as they are put in front of another."""
    return "".join((*map(Facts.short, query.zones[:1]), *(p.label for p in query.periods[:1])))


_ALSO = re.compile("(?:那么?)?(?P<what>[㐀-鿿A-Za-z]{2,12}?)(?:的?增速)?呢[?？]*")


def _also_beside(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """固投呢, after GDP增速跑赢全市了吗: that, too, beside the city's."""
    last, said = turns[-1].query, _ALSO.fullmatch(text)
    area = _area_of(last)
    apart = last.operation is Operation.DIFFERENCE and last.aspect is Aspect.GROWTH
    if said is None or not area or not apart or not is_all_known(said["what"]):
        return ""
    return f"{_where(last)}{said['what']}增速比{area}高多少个百分点"


_BOTH = re.compile(
    "(?P<what>[^，,。？?]{2,14}?)呢?[，,]?(?:两(?:边|家|区|地|个区)(?:都|各|分别)?(?:要|说|列|报|是多少|多少)(?:一下|出来)?|(?:各自?|分别)(?:是|有)?(?:多少|几[个家项]))[?？。]*"
)


def _of_both(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """计划总投资各多少, after 蔺坞签了几个项目 and 鹭笕呢: of both zones."""
    said, pair = _BOTH.fullmatch(text), [t.query for t in turns[-2:]]
    apart = len(pair) == 2 and len(pair[0].zones) == len(pair[1].zones) == 1 and pair[0].zones != pair[1].zones
    if said is None or not apart or find_periods(text) or known.zones.find(text):
        return ""
    one, other = (Facts.short(q.zones[0]) for q in pair)
    of = "" if is_all_known(said["what"]) and not said["what"].endswith("投资") else "".join(pair[1].indicators)
    return f"{one}和{other}{''.join(p.label for p in pair[1].periods[:1])}{of}{said['what']}各多少"


def _back_to(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """说回GDP，2020年是多少: what was asked of some turns before."""
    said = _BACK.fullmatch(text)
    if said is None or not ASKING.search(said["rest"]) or not only_function(understand(said["rest"], known)):
        return ""  # 说回固投，高新技术产业那部分增速多少: of a part
    named = {m for t in find_terms(said["topic"]) for m in t.meanings}
    figures = (last_told([t]) for t in reversed(turns))
    figure = next((f for f in figures if f is not None and (f.name in named or said["topic"] in called(f))), None)
    if figure is None or figure.period is None:
        return ""
    rest = re.sub("^它?的?", "", said["rest"])
    if (both := TWO_YEARS.match(rest)) is not None:
        return of_two_years(figure, rest[both.end() :], turns)
    if re.match("[比较跟和与](?!重|例)", rest):
        return f"{Facts.short(figure.zone)}{figure.period.label}{called(figure)}{rest}"  # 比21年多多少
    if any(m.relative is not None for m in find_periods(rest)):
        return f"{Facts.short(figure.zone)}{called(figure)}{rest}"  # 去年前移了几位
    return put(called(figure), (Facts.short(figure.zone), figure.period.label), "", rest, known)


_GOALS_LEFT = re.compile(
    f"(?:剩下|剩余|其余|余下|另外|还有|[那这])*的?(?:{_ONE_TO_TEN}项)?(?:又|都|还|是)*"
    "(?:(?:没有?|未|不)(?:能|有)?(?:完成|达标|达到|达成|实现|兑现|做到|过关|到位)|掉链子|拖了?后腿|欠账|落空|泡汤|差)?了?的?(?:指标|目标)?"
    f"(?:是|有|又是|分别是|都是)?(?:哪|几|什么)(?:些|几|{_ONE_TO_TEN})?[项个样]?(?:指标|目标|呢)*[?？。]*"
)


def _goals_left(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """剩下掉链子的是哪几项, after how many of a year's goals were met."""
    query = turns[-1].query
    said = _GOALS_LEFT.fullmatch(text)
    asked = asks_all(query.text) and (asks_goals(query) or "目标" in query.text) and re.search("完成|达标|达到|实现", query.text)
    if said is None or not asked or not re.search("剩|余|另外|没|未|不|链|后腿|欠|落空|泡汤", text) or len(query.zones) != 1:
        return ""
    year = query.periods[-1].label if query.periods else ""
    return f"{Facts.short(query.zones[0])}{year}没有完成的预期目标有哪些"


_TOLD_TWICE = re.compile(
    "(?:那|这|可)?(?:怎么|为什么|为何|咋|怎么会|凭什么)?(?:这|那|前后|上下)?两(?:处|个数?|边|份|次|张表|头|地方)(?:的?数据?|报告|说法|口径|写的)?"
    "(?:怎么|为什么|为何|咋|会|还)*(?:对不上号?|不一样|不一致|不同|不符|有出入|打架|矛盾|有差别|有差异)(?:是?(?:为什么|为何|怎么回事|什么原因|咋回事))?[?？了呢啊]*"
)


def _told_twice(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """怎么两处对不上, after a number was asked for in two reports: why they differ."""
    figure = last_told(turns)
    if figure is None or figure.period is None or not _TOLD_TWICE.fullmatch(text) or not re.search("怎么|为|咋|原因", text):
        return ""
    return f"{Facts.short(figure.zone)}{figure.period.label}{called(figure)}为什么两份报告不一致"


_IN_REPORT = re.compile(
    r"(?P<of>(?:19|20)?\d\d年?)的?[那这]?一?[份张]?(?:报告|表格?|公报|材料|总结|要点)(?:里头?|里面|中|上)?(?:[，,](?P<year>(?:19|20)?\d\d年?)(?:的)?)?"
    "(?:[这那]?一?(?:栏|列|格|行|项|个?数(?:字|据)?)|给的数?|写的数?|它)"
    "(?:又|写的?|给的?|填的?|报的?|列的?|说的?|是|成)*(?:多少|几|什么数?)[?？。呢]*"
)


def _in_that_report(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """2021年的表里这一栏又是多少, after a number of 2020: the same number in another report."""
    figure = last_told(turns)
    said = _IN_REPORT.fullmatch(text)
    if figure is None or figure.period is None or said is None:
        return ""
    year = f"{said['year'].removesuffix('年')}年" if said["year"] else figure.period.label
    return f"{said['of'].removesuffix('年')}年报告里{Facts.short(figure.zone)}{year}{called(figure)}是多少"


_BACKWARD = re.compile(
    r"(?:(?:照|按照?|用|根据)(?:这个?|该|上面的?)?(?:增速|增幅|增长率|涨幅)(?:来)?(?:倒推|反推|推算|倒算|算|推)(?:一下|回去|出来?)*[，,]?)?"
    r"(?P<year>[上前头]一?年|(?:19|20)?\d\d年)(?:的)?(?P<about>大概|大约|约莫?|应该|估计)?(?:是|有|为)*多少[㐀-鿿]{0,2}[?？。]*"
)


def _backward(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """照这个增速倒推上一年是多少, behind a number: that of the year before, not its growth."""
    said, figure = _BACKWARD.fullmatch(text), last_told(turns)
    if said is None or figure is None or figure.period is None or not (said["about"] or said.start("year")):
        return ""
    year = _year_meant(said["year"], figure.period)
    return f"{Facts.short(figure.zone)}{year.label}{called(figure)}是多少" if year is not None and year.end < figure.period.end else ""


_RATIO = re.compile(
    "(?P<where>[^，,。？?]{0,16}?)(?:的|，)?[这那该]个?(?:比例|比重|占比|份额)(?:呢|(?:又|是|有|为)*(?:多少|多大|几[㐀-鿿]{0,3}))[?？。]*"
)


_OTHER_SHARE = re.compile("(?:那么?)?(?P<of>(?![这那该它其])[㐀-鿿]{2,10}?)的?(?:占比|比重|份额)(?:呢|(?:又|是|有|为)*多少)[?？。]*")


def _same_share(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """鹄浍2021年的这个比例呢, after a share: the same of another zone or year; 汽车电子的占比呢, of another part in the same whole."""
    last = next((t.answer for t in reversed(turns) if not t.answer.refused), None)
    figures = last.figures if last is not None else ()
    printed = next((f for f in figures if f.kind is FigureKind.SHARE and f.scope and f.indicator.startswith("占")), None)
    other = _OTHER_SHARE.fullmatch(text)
    if other is not None and printed is not None and printed.period is not None and not is_all_known(other["of"]):
        return f"{Facts.short(printed.zone)}{printed.period.label}{other['of']}{printed.indicator}的比重是多少"
    part = _THIS_ONE.fullmatch(text)
    if printed is not None and printed.period is not None and part is not None and (question := _of_another_part(part["of"], printed)):
        return question
    worked = last is not None and len(figures) == 2 and any("× 100%" in s.formula for s in last.statements)
    if part is not None and worked and figures[0].scope and figures[0].period and not (is_all_known(part["of"]) or find_periods(part["of"])):
        ends = zip(*(f.indicator[::-1] for f in figures), strict=False)
        noun = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], ends))[::-1]  # 产值 of 规上工业总产值, 用地 of 工业用地 and 建设用地
        if len(noun) > 1:
            return f"{Facts.short(figures[0].zone)}{figures[0].period.label}{part['of'].removesuffix(noun)}{noun}占{called(figures[1])}的比重是多少"
    said = _RATIO.fullmatch(text)
    if said is None or find_terms(said["where"]):
        return ""
    if printed is not None:
        first, name = printed, printed.scope + printed.indicator
    elif worked:
        first, name = figures[0], f"{called(figures[0])}占{called(figures[1])}"
    else:
        return ""
    own = [p for m in find_periods(said["where"]) for p in m.periods]
    when = own[0].label if len(own) == 1 else first.period.label if first.period and not own else ""
    zones = known.zones.find(said["where"])
    return f"{zones[0].text if zones else Facts.short(first.zone)}{when}{name}的比重是多少" if when else ""


_MEASURED = re.compile("(?:总?产值|增加值|营业?收入|税收|利润|投资|出口|进口)$")


def _of_another_part(said: str, printed: Figure) -> str:
    """智能装备呢, after 精密光学产业产值占规上工业总产值38.0%: the share of that trade; "" where it isn't told by a measure."""
    measure = _MEASURED.search(printed.scope)
    if measure is None or is_all_known(said) or find_periods(said) or len(said) > _LONGEST_PART:
        return ""
    noun = "" if said.endswith(measure.group()) else measure.group()
    return f"{Facts.short(printed.zone)}{printed.period.label if printed.period else ''}{said}{noun}{printed.indicator}的比重是多少"


_LONGEST_PART = 8
_ITS_AMOUNT = re.compile(
    "(?:那么?|这|它)?(?:就|也|大[概约]|折合|折算|算下来|合|相当于)*(?:是|有|合|为)?(?:多少(?:钱|美元|[万亿]元?|个亿)|几个亿)(?:美?元|钱)?[呢啊]?[?？。]*"
)


_ITS_WHOLE = re.compile(
    "(?:那么?)?(?:它的)?(?:总(?P<noun>支出|收入|投资|产值|额|量)|全部|总共|总的|一共)(?:又|是|有|为|的)*(?:多少|几)[㐀-鿿]{0,3}[?？。]*"
)


def _whole_of_share(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """那总支出是多少, after 民生支出占一般公共预算支出的72.3%: of what the share was."""
    said, last = _ITS_WHOLE.fullmatch(text), turns[-1].answer
    share = next((f for f in last.figures if f.kind is FigureKind.SHARE), None) if said is not None and not last.refused else None
    whole = share.indicator.removeprefix("占") if share is not None and share.indicator.startswith("占") else ""
    if said is None or share is None or share.period is None or not is_all_known(whole) or not whole.endswith(said["noun"] or ""):
        return ""
    return f"{Facts.short(share.zone)}{share.period.label}{whole}是多少"


_THE_OTHER = re.compile("(?:那么?)?另外?一?(?:个|家)?(?P<kind>园区?|片区|区|产业|板块|镇|厂)?呢[?？。]*")


def _the_other(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """另一个园呢, after one of two that a sentence tells alike: the same of the other."""
    told = last_told(turns) if _THE_OTHER.fullmatch(text) else None
    if told is None or told.period is None or turns[-1].answer.refused:
        return ""
    name = called(told)
    beside = [
        f for f in facts.figures([told.zone], [told.period])
        if (f.report_id, f.sentence_start, f.unit, f.kind, f.status) == (told.report_id, told.sentence_start, told.unit, told.kind, told.status)
        and f.id != told.id and called(f)[-2:] == name[-2:] and called(f) != name
    ]  # fmt: skip
    return f"{Facts.short(told.zone)}{told.period.label}{called(beside[0])}是多少" if len(beside) == 1 else ""


def _amount_of_share(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """那是多少钱, after 制造业占57.4%: the amount that the share comes to; "" where the last answer told no share alone."""
    figures = [f for f in turns[-1].answer.figures if not turns[-1].answer.refused]
    share = figures[0] if len(figures) == 1 and figures[0].kind is FigureKind.SHARE and _ITS_AMOUNT.fullmatch(text) else None
    whole = share.indicator.removeprefix("占") if share is not None and share.indicator.startswith("占") else ""
    if share is None or not share.scope or not is_all_known(whole) or share.period is None:
        return ""
    return f"{Facts.short(share.zone)}{share.period.label}{whole}里{share.scope}是多少"


_HOW_MANY = re.compile("(?:那|一共|总共|共)*有?(?:多少|几)[家户]?个?(?:企业|公司)?呢?[?？。]*")
_OF_FIRMS = re.compile(
    "(?P<who>[㐀-鿿“”]{0,10}(?:企业|公司))的?(?:总?产值|营业收入|营收|主营业务收入|收入|利润总?额?|税收|纳税额?|进出口|出口|研发投入|增加值)(?:总额)?"
)


def _how_many(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """有几家企业, after 规上物流企业营收: those firms."""
    last = turns[-1].query
    firms = _OF_FIRMS.fullmatch(last.indicators[0]) if len(last.indicators) == 1 and re.search("[家户企业公司]", text) else None
    return f"{_where(last)}{firms['who']}有几家" if firms is not None and _HOW_MANY.fullmatch(text) else ""


# What has a name of its own and numbers of its own: a part of the zone, a project, a trade.
_ENTITY = re.compile(
    "(?:片区|园区?|区块|镇|街道|乡|村|新城|组团|板块|项目|产业|行业|企业|公司|集团|工程|中心|基地|平台|大桥|大道|学校|医院|厂|[一二三]期|生产线)$"
)
_IT = re.compile("(?P<it>(?:它|该(?:园区?|片区|项目|产业|企业|公司)|[这那]个?(?:园区?|片区|项目|产业|企业|公司))的?)?(?P<rest>(?!们)[^，,。]{2,})")


def _of_it(text: str, turns: Sequence[Turn], known: Understanding) -> Meant | None:
    """它的工业投资呢, after a number of one part of the zone: of that part."""
    said, figure = _IT.fullmatch(text), last_told(turns)
    if said is None or figure is None or figure.period is None or turns[-1].query.focus:
        return None
    if not _ENTITY.search(figure.scope) or not find_terms(said["rest"]) or find_periods(said["rest"]) or known.zones.find(said["rest"]):
        return None
    if re.search("排|占|比|倍|目标|计划|谁|哪|全区|整个|其中|增速|同比", said["rest"]) or figure.scope in said["rest"]:
        return None
    bare = re.sub("(?:又|是|有|为)*(?:呢|多少[㐀-鿿]{0,3}|几[㐀-鿿]{1,2})?[?？]*$", "", said["rest"])
    if not said["it"] and not (re.fullmatch("(?:那么?)?[^多少几什么怎]{2,10}呢[?？]*", said["rest"]) or is_all_known(bare)):
        return None
    question = put(figure.scope, (Facts.short(figure.zone), figure.period.label), "", said["rest"], known)
    return Meant(question, figure.scope, its_own=True)


def _of_part_alone(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """产值呢, after 生物医药 or 介绍一下北滩园, of which no number was asked: of that part."""
    last, known = turns[-1].query, facts.understanding()
    named = [name for name in (*last.scopes, *last.indicators) if name not in ("介绍", "说说", "概况")]
    said = _IT.fullmatch(text)
    if said is None or len(named) != 1 or find_terms(named[0]) or named[0] not in facts.parts or len(last.zones) > 1:
        return None
    bare = re.sub("(?:又|是|有|为)*(?:呢|多少[㐀-鿿]{0,3}|几[㐀-鿿]{1,2})?[?？]*$", "", said["rest"])
    if not is_all_known(bare) or find_periods(bare) or known.zones.find(bare) or named[0] in bare:
        return None
    zone = Facts.short(last.zones[0]) if last.zones else ""
    return Meant(put(named[0], (zone, last.periods[-1].label if last.periods else ""), "", said["rest"], known), named[0], its_own=True)


def otherwise(text: str, turns: Sequence[Turn], facts: Facts) -> list[str]:
    """Questions in full that a follow-up may stand for, tried where as it stands nothing answers it; the likeliest first."""
    figure, bare, known = last_told(turns), _LEAD.sub("", text), facts.understanding()
    if cues.YEARS_BACK.search(bare):
        return []  # 两年GDP分别多少 leans on nothing
    if figure is None and (named := _named(turns)) and (asked := _of_subject(bare, named, known)):
        zones = turns[-1].query.zones
        return [Facts.short(zones[0]) + asked if len(zones) == 1 and not known.zones.find(asked) else asked]
    if figure is None or figure.period is None:
        subject = next((f for f in turns[-1].answer.figures if not f.scope and f.period and not turns[-1].answer.refused), None)
        course = _course(bare, subject, subject.period, known) if subject is not None and subject.period is not None else ""
        return [course] if course else []  # behind what was worked out of it: 全市平均 → 分季度什么走势
    forms = (_among_it, _of_all, _against_year, _planned, _course, _of_the_same)
    found = [*(form(bare, figure, figure.period, known) for form in forms), _next_to(bare, figure, facts)]
    return [f for f in found if f]


_ANOTHER = re.compile("(?:那么?)?(?P<of>[㐀-鿿]{1,4}?)(?:呢|(?:有|是)?(?:多少|几)[㐀-鿿]{0,2})[?？。]*")


def _next_to(text: str, told: Figure, facts: Facts) -> str:
    """船呢, after 新增租赁飞机12架、船舶5艘: the one number of the same sentence that goes by that word."""
    said = _ANOTHER.fullmatch(text)
    if said is None or told.period is None:
        return ""
    beside = facts.figures([told.zone], [told.period])
    near = [f for f in beside if (f.report_id, f.sentence_start) == (told.report_id, told.sentence_start) and said["of"] in called(f)]
    return f"{Facts.short(told.zone)}{told.period.label}{called(near[0])}是多少" if len(near) == 1 and near[0] is not told else ""


_AMONG = re.compile("(?:那么?)?(?:其中|里面|当中|这里面)的?(?P<of>[^，,。？?其]{2,10}?)(?:又|是|有)*(?:呢|多少[㐀-鿿]{0,2}|几[㐀-鿿]{0,2})[?？。]*")


def _among_it(text: str, figure: Figure, period: Period, known: Understanding) -> str:
    """其中进口呢, after 进出口总额: by its own name, printed or worked out."""
    said = _AMONG.fullmatch(text)
    return f"{Facts.short(figure.zone)}{period.label}{said['of']}是多少" if said is not None and is_all_known(said["of"]) else ""


_ALL = re.compile(
    "(?:整个|全部?|整)?(?P<zone>[㐀-鿿]{0,12}?)(?:开发区|高新区|经开区|园区|全区|全园|区里|新区|区)(?:的|一共|总共|合计|加起来|整体|总体|全部|又|是|有)*(?:呢|多少[㐀-鿿]{0,3}|几[㐀-鿿]{0,3})[?？。]*"
)


def _of_all(text: str, told: Figure, when: Period, known: Understanding) -> str:
    """那整个开发区呢, after a part of it: the same of the zone itself."""
    zones = {z for m in known.zones.find(text) for z in m.zones}
    if not told.scope or not _ALL.fullmatch(text) or not re.search("整|全", text) or (zones and zones != {told.zone}):
        return ""
    return f"{Facts.short(told.zone)}{when.label}{told.indicator}是多少"


_YEAR = r"(?P<year>(?:上|前|去|头|第二|下|次|明|来|后|往后)一?年|(?:19|20)?\d\d年?)"
_AGAINST = re.compile(
    f"(?:[跟与和同比较]|相?比){_YEAR}度?的?(?P<status>实际|实绩|完成|目标|计划|任务|预期|预计)?的?(?:完成)?(?:数字?|值|情况|水平)?(?:相?比|来?比|比起来|来说|来看|相较)?[，,]?"
    "(?P<how>[^，,。]{0,10}(?:[多少高低快慢大小贵]|增|减|涨|跌|升|降|差)[^。]{0,16})"
)
_LATER = ("第二", "下", "次", "明", "来", "后", "往后")


def _year_meant(said: str, when: Period) -> Period | None:
    digits = re.sub(r"\D", "", said)
    if digits:
        return Period.year(int(digits) if len(digits) == 4 else 2000 + int(digits))
    word = re.sub("一?年$", "", said)
    return when.shifted(1 if word in _LATER else -1)


def _against_year(text: str, told: Figure, when: Period, known: Understanding) -> str:
    """跟第二年比，是多了还是少了, 比2021年的实际数多出几家: the number told, set against the same of another year."""
    said = _AGAINST.fullmatch(text)
    if said is None or find_terms(said["how"]) or known.zones.find(text) or not when.is_year:
        return ""
    other = _year_meant(said["year"], when)
    if other is None or other == when:
        return ""
    mine = {Status.TARGET: "目标", Status.EXPECTED: "预计"}.get(told.status, "")
    beside = said["status"] or ("实际" if mine else "")
    way = "是多少倍" if "倍" in said["how"] else "多多少"
    return f"{Facts.short(told.zone)}{when.label}{called(told)}{mine}比{other.label}{beside}{way}"


_AIM = re.compile(
    "排(?!名|在|第)|安排|打算|计划|想|要|准备|力争|争取|指望|奔着|瞄准|预备|定的?|目标|任务|预期|恢复|回到|冲|希望|期望|盼|瞄着|能到|达到"
)
_OF_MEASURE = re.compile("投资额?|金额|数额|数量|规模|产值|收入|水平|数字?|总量|面积")


def _planned(text: str, told: Figure, when: Period, known: Understanding) -> str:
    """下一年排的投资额是多少, 想让它回到什么水平: what is aimed at, of what was told."""
    own = find_periods(text)
    years = [p for m in own for p in m.periods] or [when.shifted(m.relative) for m in own if m.relative]
    if len(years) != 1 or years[0].end <= when.end or not _AIM.search(text) or not ASKING.search(text) or known.zones.find(text):
        return ""
    if any(not _OF_MEASURE.fullmatch(t.said) or t.said[:2] not in told.indicator for t in find_terms(text)):
        return ""
    others = re.sub(r"[\d年一下次明来第二那么的它其让把是有多少几什么个家想]|水平|程度|投资额?|金额|数额|规模|数量|" + _AIM.pattern, "", text)
    if len(re.sub(r"[^㐀-鿿]", "", others)) > 3:
        return ""
    return f"{Facts.short(told.zone)}{years[0].label}{called(told)}目标是多少"


_COURSE = re.compile("走势|走向|分季度?|逐季|各季度?|分月|逐月|逐年|历年|变化趋势|起伏|怎么走")


def _course(text: str, told: Figure, when: Period, known: Understanding) -> str:
    """分季度是什么走势, after a number of the whole year."""
    if not _COURSE.search(text) or find_terms(text) or understand(text, known).operation not in (Operation.TREND, Operation.PARTS, Operation.ONE):
        return ""
    for mention in reversed(known.zones.find(text)):
        if told.zone not in mention.zones:
            return ""
        text = text[: mention.start] + text[mention.end :]
    own = "" if find_periods(text) else when.label
    rest = re.sub("^(?:再|给|看看|说说|讲讲|列列?|一下|那|我|请|帮)+", "", text)
    return f"{Facts.short(told.zone)}{own}{told.indicator}{rest}"


_NAMED = re.compile("[㐀-鿿A-Za-z0-9]{2,12}?(?:项目|公司|集团|产业园|研究院|基地|平台|中心|学校|医院|大桥|工程|生产线|厂)")
_OF_AN_EVENT = re.compile("推迟|提前|延期|投|开工|竣工|投产|建成|募|占地|用地|总投资|面积|比计划|花|耗资|产能|年产|长|造价|业主|谁")


def _named(turns: Sequence[Turn]) -> str:
    """The project or firm that the last question named; "" where it named none."""
    for turn in turns[:-4:-1]:
        found = _NAMED.search(turn.query.bare)
        if found and ASKING.search(found.group()):
            return ""  # 引进了多少项目 names none
        if found:
            return re.sub("^(?:[那这要]个?|引进的|新?开工的|的|年)+", "", found.group())
        if not only_function(turn.query):
            return ""
    return ""


def _of_subject(text: str, name: str, known: Understanding) -> str:
    """投了多少, behind when 关节减速器项目 was begun: of the same."""
    own = known.zones.find(text) or find_periods(text) or name in text
    return "" if own or not _OF_AN_EVENT.search(text) or not ("几" in text or ASKING.search(text)) else f"{name}{text}"


def _of_the_same(text: str, told: Figure, when: Period, known: Understanding) -> str:
    """用地多少, after the investment of one project: of the same."""
    terms = find_terms(text)
    measure = (terms and terms[0].start <= 2) or re.match("(?:占地|用地|面积|员工|人数|业主|进展|工期)", text)
    if not _ENTITY.search(told.scope) or not measure or not ASKING.search(text) or find_periods(text) or known.zones.find(text):
        return ""
    if told.scope in text or re.search("全区|整个|占(?!地)|比(?!重|例)|其中|合计|一共|总共|哪", text):
        return ""
    return put(told.scope, (Facts.short(told.zone), when.label), "", text, known)
