"""A follow-up that points at something told → the question in full: 产值排第二的那个从业人员多少, 前者的目标, 怎么两处对不上.

What is pointed at is put in by its name, with its zone and year in front, so that the question stands alone; where it
can't be told what is meant, there is no question in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.computing import common_unit
from assistant.facts import Facts
from assistant.goals import asks_all, asks_goals
from assistant.mentioned import Thing, called, last_told, pair_told, things_told
from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.question import understand
from assistant.records import Operation
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.records import Figure, Period, Status

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["REFERRED", "in_full", "otherwise", "plain_follow_up"]

_CHINESE = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_N = r"(?:[一二三四五六七八九十]|\d{1,2})"
_ONE = "(?:个|家|项|条|件|块|座|类|种|名|位|所|处)"
_KIND = "(?:事儿?|工作|项目|产业|行业|企业|公司|园区?|片区|指标|目标|任务|问题|地方|单位|区)?"
_THAT = f"(?:[那这]?一?{_ONE}|[那这]){_KIND}"
_OF = "(?:(?:要?论|按照?)?(?P<of>[一-鿿]{2,8}?))?"
# 产值排第二的那个, 总投资列第三位的项目; 最高的那家, 垫底的那个; 第三个; 最后一项, 末尾那个, 打头的那个.
_RANKED = re.compile(f"{_OF}(?:排名?在?|位?列|位?居|名列)第(?P<n>{_N})[位名]?的?{_THAT}")
_MOST = re.compile(f"{_OF}最(?P<how>[高多大快贵长低少小慢短]|便宜)的[那这]一?{_ONE}?{_KIND}")
_NTH = re.compile(f"(?P<back>倒数)?第(?P<n>{_N}){_ONE}{_KIND}(?!季|月|年|次|产业)")
_LAST = re.compile(f"(?:最后面?|末尾|最末|末了|最靠后|末)的?(?:[那这]一?|一){_ONE}{_KIND}")
_OPENING = re.compile(f"(?:打头|开头|最前面?|排头|头里)的?[那这]一?{_ONE}{_KIND}|头一{_ONE}{_KIND}(?!季|月|年)")
_BESIDE = re.compile(
    f"排?在?(?:它|其|[这那]个)?的?(?P<way>后面|后头|后边|之后|下面|下边|前面|前头|前边|之前|上面)的?[那这]一?{_ONE}{_KIND}"
    f"|再?下一?{_ONE}{_KIND}(?!月|季|年|阶段|步)"
)
_PAIR = re.compile(f"(?P<first>前者|前面?[那这]?一?{_ONE})|(?P<second>后者|后面?[那这]?一?{_ONE})(?!月|季|年|星期)")
#: What may be meant by a thing told before, and never by itself.
REFERRED = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", p.pattern) for p in (_RANKED, _MOST, _NTH, _LAST, _OPENING, _BESIDE, _PAIR)))
_LEAD = re.compile("^(?:那么?|请问|再说说?|再看看?|还有|对了|嗯|哦|好的?|就是|具体|[，,。 ])+")
_EMPTY = re.compile("(?:的)?(?:呢|是?(?:什么|啥|谁|哪一?[个家项]|多少|几)(?:来着)?|叫(?:什么|啥)(?:名字?)?)?[?？。呢吧]*")

_SAID_SO = re.compile(
    "^(?:照你?(?:这么|这样|那么|此)(?:说来?|算来?|看来?)?|(?:这么|这样|那么)(?:说来?|算下?来?|看来?|一?算)|由此(?:看来?|可见)?|看来|也就是说|换句话说)"
    "(?:的话)?[，,]?"
)
_TO = "(?:应该|应当|应|该|本来|其实|得|给我|帮我)*(?:改成|改为|换成|换为|写成|是|为|换|改)"
_MISSED = (
    "(?:(?:我|刚才|上面|前面|这|不好意思|抱歉|对不起|哎呀?|啊|哦|等等|[，,])*(?:看|说|记|写|打|问|搞|弄|输|选|点|填)[串错混岔反漏](?:行|列|年|地方|位置)?了?"
    "|不对|不是|口误|手误|笔误)"
)
_CORRECTED = re.compile(
    f"^(?:{_MISSED}[，,。！! ]*)?(?P<slot>年份|年度|年头|时间|区名|园名|地名|名字|开发区|园区|地方|单位|指标|口径|数据?)?"
    f"{_TO}(?P<to>[^，,。？?]{{2,16}}?)(?:年)?(?:的)?[。！!？?吧呢啊]*$"
)


def plain_follow_up(text: str) -> str:
    """A follow-up without what leads to it; a correction by what it puts in: 看串了，年份改成2020 → 2020年呢."""
    bare = _SAID_SO.sub("", text)
    fixed = _CORRECTED.match(bare)
    if fixed and (fixed["slot"] or re.match(_MISSED, bare)) and not ASKING.search(fixed["to"]):
        year = re.fullmatch(r"(?:19|20)?\d\d", fixed["to"])
        return f"{fixed['to']}{'年' if year else ''}呢"
    return bare if len(bare) >= 3 else text


def in_full(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """The question in full that a follow-up stands for, where it points at what was told; "" where it doesn't, or not clearly."""
    known = facts.understanding()
    bare = _LEAD.sub("", text)
    return (
        _of_two(bare, turns, known) or _of_things(bare, turns, facts) or _goals_left(bare, turns)
        or _told_twice(bare, turns) or _in_that_report(bare, turns)
    )


def _put(thing: str, placed: tuple[str, str], before: str, after: str, known: Understanding) -> str:
    """The question with the name of the thing, its zone and year in front unless it says its own."""
    rest = before + after
    zone, when = placed
    own = [m for m in find_periods(rest) if m.periods]
    if len(own) == 1:
        said = rest[own[0].start : own[0].end]
        when, before, after = own[0].periods[0].label, before.replace(said, "", 1), after.replace(said, "", 1)
    zone = "" if known.zones.find(rest) or thing.startswith(zone) else zone
    when = "" if len(own) > 1 else when
    after = re.sub("^[，,、 的]+", "", after)
    after = re.sub("(?<=[一-鿿]{2})呢[?？]*$", "是多少", after)
    return f"{zone}{when}{before}{thing}{after}"


def _of_two(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """前者的2022年任务数 of the first of the two numbers told."""
    said = _PAIR.search(text)
    pair = pair_told(turns) if said and len(_PAIR.findall(text)) == 1 else None
    if said is None or pair is None:
        return ""
    meant = pair[0] if said["first"] else pair[1]
    after = text[said.end() :]
    after = "是多少" if _EMPTY.fullmatch(after) else after
    when = meant.period.label if meant.period else ""
    return _put(called(meant), (Facts.short(meant.zone), when), text[: said.start()], after, known)


def _of_things(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """水暖阀门从业人员多少, of 产值排第二的那个: the things told, in their order or by their numbers."""
    for pattern in (_RANKED, _MOST, _NTH, _LAST, _OPENING, _BESIDE):
        said = pattern.search(text)
        if said is None:
            continue
        things = things_told(turns, facts)
        thing = _meant(pattern, said, things, turns) if things else None
        if thing is None:
            return ""
        after = text[said.end() :]
        if not _EMPTY.fullmatch(after) and not ASKING.search(after):
            return ""  # 第一个是砺瓷的吧
        if _EMPTY.fullmatch(after):
            if thing.figure is None or re.search("谁|哪|什么|啥", after):
                return ""
            after = f"{thing.measure}是多少"
        of = said.groupdict().get("of") or ""
        before = text[: said.start()]
        name = thing.name + (thing.measure if _GROWTH_ALONE.fullmatch(after) else "")
        return _put(name, (thing.zone, thing.when), "" if before in of else before, after, facts.understanding())
    return ""


_GROWTH_ALONE = re.compile(
    "[，,]?的?(?:同比)?(?:增速|增幅|涨幅|增长率?|[增涨降跌]|下降)了?(?:是|有|呢)?(?:多少|几|百分之几|百分之多少)?(?:个?(?:百分)?点)?[呢?？。]*"
)


def _meant(pattern: re.Pattern[str], said: re.Match[str], things: list[Thing], turns: Sequence[Turn]) -> Thing | None:
    if pattern in (_RANKED, _MOST):
        return _ranked(said, things, of_growth=pattern is _MOST)
    if pattern is _BESIDE:
        at = _asked_last(things, turns[-1].query.text)
        if at is None:
            return None
        at += -1 if re.match("前|上|之前", said["way"] or "") else 1
    elif pattern is _NTH:
        number = int(said["n"]) if said["n"].isdigit() else _CHINESE[said["n"]]
        at = len(things) - number if said["back"] else number - 1
    else:
        at = len(things) - 1 if pattern is _LAST else 0
    return things[at] if 0 <= at < len(things) else None


def _ranked(said: re.Match[str], things: list[Thing], *, of_growth: bool) -> Thing | None:
    """By the numbers that were told, of what was told; None where two are alike at that place."""
    figures = [t.figure for t in things if t.figure is not None]
    of = said["of"] or ""
    grown = bool(re.search("增速|增幅|涨幅|增长", of)) or (of_growth and said["how"] in "快慢")
    if len(figures) != len(things):
        return None
    named = {m for t in find_terms(of) for m in t.meanings}
    if not grown and named and not any(f.name in named or f.indicator in of or of in f.indicator for f in figures):
        return None
    numbers: list[Decimal] = [f.growth for f in figures if f.growth is not None] if grown else (common_unit(figures) or ([], ""))[0]
    if len(numbers) != len(things):
        return None
    low = of_growth and said["how"] in ("低", "少", "小", "慢", "短", "便宜")
    order = sorted(range(len(things)), key=lambda i: numbers[i], reverse=not low)
    place = 1 if of_growth else (int(said["n"]) if said["n"].isdigit() else _CHINESE[said["n"]])
    if not 1 <= place <= len(order) or numbers.count(numbers[order[place - 1]]) > 1:
        return None
    return things[order[place - 1]]


def _asked_last(things: Sequence[Thing], text: str) -> int | None:
    """Which of the things the question before was of: the only one that shares the most of its name with it."""
    held = [max((n for i in range(len(t.name)) for n in range(3, len(t.name) - i + 1) if t.name[i : i + n] in text), default=0) for t in things]
    most = max(held)
    return held.index(most) if most >= 3 and held.count(most) == 1 else None


_GOALS_LEFT = re.compile(
    f"(?:剩下|剩余|其余|余下|另外|还有|[那这])*的?(?:{_N}项)?(?:又|都|还|是)*"
    "(?:(?:没有?|未|不)(?:能|有)?(?:完成|达标|达到|达成|实现|兑现|做到|过关|到位)|掉链子|拖了?后腿|欠账|落空|泡汤|差)?了?的?(?:指标|目标)?"
    f"(?:是|有|又是|分别是|都是)?(?:哪|几|什么)(?:些|几|{_N})?[项个样]?(?:指标|目标|呢)*[?？。]*"
)


def _goals_left(text: str, turns: Sequence[Turn]) -> str:
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


def _told_twice(text: str, turns: Sequence[Turn]) -> str:
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


def _in_that_report(text: str, turns: Sequence[Turn]) -> str:
    """2021年的表里这一栏又是多少, after a number of 2020: the same number in another report."""
    figure = last_told(turns)
    said = _IN_REPORT.fullmatch(text)
    if figure is None or figure.period is None or said is None:
        return ""
    year = f"{said['year'].removesuffix('年')}年" if said["year"] else figure.period.label
    return f"{said['of'].removesuffix('年')}年报告里{Facts.short(figure.zone)}{year}{called(figure)}是多少"


def otherwise(text: str, turns: Sequence[Turn], facts: Facts) -> list[str]:
    """Questions in full that a follow-up may stand for, tried where as it stands nothing answers it; the likeliest first."""
    figure, bare, known = last_told(turns), _LEAD.sub("", text), facts.understanding()
    if figure is None or figure.period is None:
        subject = next((f for f in turns[-1].answer.figures if not f.scope and f.period and not turns[-1].answer.refused), None)
        course = _course(bare, subject, subject.period, known) if subject is not None and subject.period is not None else ""
        return [course] if course else []  # behind what was worked out of it: 全市平均 → 分季度什么走势
    found = (form(bare, figure, figure.period, known) for form in (_of_all, _against_year, _planned, _course))
    return [f for f in found if f]


_ALL = re.compile(
    "(?:整个|全部?|整)?(?P<zone>[一-鿿]{0,12}?)(?:开发区|高新区|经开区|园区|全区|全园|区里|新区|区)(?:的|一共|总共|合计|加起来|整体|总体|全部|又|是|有)*(?:呢|多少[一-鿿]{0,3}|几[一-鿿]{0,3})[?？。]*"
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
    if len(re.sub(r"[^一-鿿]", "", others)) > 3:
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
