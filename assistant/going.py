"""How something went over years, asked in clauses that name nothing: 是升是降，变动几个百分点？2021年比2019年差多少？

They are set aside, but for the years they name: whoever tells of the years says the way and the distance as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.periods import THAN_YEAR_BEFORE, PeriodMention, find_periods
from assistant.terms import find_terms

__all__ = ["BACK_TO", "GROWTH_SAID", "WAY", "aims_at_last", "has_turned", "set_aside", "with_year_before", "year_before", "years_between"]

_MARK = "\x03"  # where a period stood
WAY = (
    "(?:上?升|下?降低?|上?涨|下?[跌滑]|掉|增[长加多]?|减少?|提[高升]|扩大|收窄|缩小|加快|放[慢缓]|回[升落]|好转|恶化|变[好差多少大小快慢]|走[高低强弱]"
    "|前[进移]|后[退移]|改[善]|进步?|退步?|持平|[快慢高低多少大小]|[往向朝][上下前后](?:走|升|降|爬|掉|移|滑|去)?|(?:更|越来越|变得?)[猛快慢强弱好差]|[猛强弱好差]起来|[慢降弱掉][下]来)"
)
_ONE = f"(?:是|在)?(?:越[㐀-鿿]{{1,3}}越[㐀-鿿]{{1,2}}|先{WAY}后{WAY}|(?:一[直路]|逐年|连年|持续)(?:在|往)?{WAY}|{WAY})了?"
# 是升是降, 升了降了, 先升后降还是先降后升, 先降后升吗
_SHAPE = re.compile(
    f"(?:是不是|到底|究竟|总体|总的|呈|是|属于)*(?:{_ONE}(?:、|还是|或者?){_ONE}|是{WAY}是{WAY}|{WAY}了{WAY}了|先{WAY}后{WAY}|越[来㐀-鿿]越[㐀-鿿]{{1,2}})(?:了|呢|吗|的)*$"
)
_DISTANCE = re.compile(
    "(?:请|并|再|同时|说明|另外|那么?|其中|从|[比较跟和与同到]|相比|之间|而言|\x03|年|年?[末底]|全年|头尾|首尾|两头|前后|[这前]?[两三四五]年[间里]?|期间|总共|合计|一共|累计|又|增速|增幅)*"
    "(?:相差|差出?|变[动化]|增减|净增加?|增[加长]|减少|改善|提[高升]|回[升落]|[上下]?[升降]|下?[跌滑]|上?涨|掉|扩大|收窄|缩小?|前[移进]|后[移退]|[多少高低]出?)了?(?:多少|几)[㐀-鿿]{0,7}"
)
# 固定资产投资里基础设施的比重2014年比2013年降了几个百分点
_RATE_MOVED = re.compile(
    "(?P<rate>.*(?:比重|比例|份额|占比|[㐀-鿿]率)的?)(?P<years>(?:\\d{2,4}年|[去上前今]年|[比较跟与和同从到]|相比|上半年|[，,、])*)"
    "(?:提[高升]|回[升落]|[上下]?[升降]|下?[跌滑]|上?涨|掉|扩大|缩小?|增加|减少|变[动化])了?(?:多少|几)个?(?:百分)?点?[?？]?$"
)
# 审批时限这两年咋变的，各压到几个工作日了
_LEVELS = re.compile(
    "(?:这?[两三][年期次段](?:间|的)?)?(?:增速|增幅|[涨降跌]幅)?(?:又|都|最后|如今|现在)*(?:各|分别|每年)(?:是|为|[涨跌增降]|(?:[㐀-鿿]{1,2})?[到至成])?了?(?:多少|几)[㐀-鿿]{0,6}"
)
BACK_TO = re.compile("(?:有没有|是否|是不是|能否)?(?:已经?)?(?:回到|恢复到?|回升到)了?(?P<to>\x03|[^，,。？?]{2,9}?)年?的?水平(?:了|吗|没有?)*")
GROWTH_SAID = re.compile("增速|增幅|[涨降跌]幅|[增涨跌降]势(?!头很|喜)|增长率|增长速度|增长(?:势头|态势)|[由从](?:增长?|正|上?[升涨]|下?降|跌|负)转")
#: 由增转降了没有, 跌势止住了吗: of a growth and the one of the year before.
_TURNED = re.compile(
    "(?:有没有|是不是|是否|到底|已经?)*(?:由|从)(?:(?:增长?|上?升|上?涨|正)转(?:向|为|成)?(?:下?降|跌|减|负|亏)|(?:下?降|跌|减|负|亏)转(?:向|为|成)?(?:增长?|上?升|上?涨|正|盈))了?(?:吗|没有?|呢)?"
)
#: 是加快了吗, 回落了没有; 哪个掉得更狠: behind the clause that says of what and when.
_ASKED_WAY = re.compile(
    f"(?:是不是|是否|有没有|到底|究竟|是|又|还|总体|\x03|[比和跟与、])*(?:在|又|还)?{WAY}了?(?:吗|没有?|没|么|不)"
    "|(?:一路|总体|前后|这[些几两三]年)*(?:是)?(?:怎么|如何|咋)(?:走|变)[化动]?(?:过来|下来)?的?"
    "|(?:\x03|[比和跟与、]|这?两[年期头边段])*(?:哪一?(?:个|年|期|头|边|次|段|半年)(?:时期|年份|期)?)的?(?:掉|跌|降|滑|缩|涨|增|升|长|走|提)(?:长|幅)?得?(?:更|最|要|比较)?(?:狠|猛|快|多|厉害|凶|慢|少|缓|大|小|深)(?:一?些|一?点)?"
)
# Chosen among, set against a goal, or computed back: another question.
_OTHERWISE = re.compile("哪一?[个家年里项片些]|谁|目标|计划|任务|预算数|预期|倍|推|测算|为什么|为何|为啥|缘何|原因|一季度|二季度|三季度|四季度")
_CLAUSES = re.compile("([，,。；;？?！!]+)")
_SAID = re.compile("[一二三四五六七八九十两]年")


_LONGEST_NOUN = 8  # characters
_WAY_OF = re.compile(
    f"(?P<head>[^，,。？?]{{6,}})[，,](?P<noun>[㐀-鿿]{{2,{_LONGEST_NOUN}}}?)(?P<way>(?:是)?(?:怎么|如何|咋)(?:走|变化?)的?|的?(?:走势|变化)(?:怎么样|如何)?)[?？。]*"
)
_TWO_YEARS = re.compile("(?:[这近前]|最近)?[两二]年(?:间|来|里)?(?:的)?")
_BACK = re.compile("(?:[这近前]|最近)[两二三四五几]年|(?<![\\d年第])[两二三四五]年(?![级期制])")
#: 2024年目标, of the last of several years.
_AIMED_AT = re.compile("(?<=年)(?:的|全年)?(?:目标|计划|预期|预计)[数值]?")


def has_turned(text: str) -> bool:
    """由增转降了没有: of the growth, whatever is asked of beside."""
    return _TURNED.search(text) is not None


def aims_at_last(text: str) -> bool:
    """2022年、2023年和2024年目标: a goal that is asked of the last year alone."""
    dated, aimed = find_periods(text), [m.start() for m in _AIMED_AT.finditer(text)]
    return len(dated) > 1 and len(aimed) == 1 and aimed[0] >= dated[-1].end - 1


def _noun_first(text: str) -> str:
    """甲产业从2022年到2023年，产值怎么走: 甲产业产值从2022年到2023年怎么走; as it is where the first clause says of what."""
    said = _WAY_OF.fullmatch(text)
    dated = find_periods(said["head"]) if said else []
    if said is None or not _several(dated) or not find_terms(said["noun"]):
        return text
    subject = re.sub("[从由自的]$", "", said["head"][: dated[0].start])
    if find_terms(subject):
        return text
    return subject + said["noun"] + said["head"][len(subject) :].lstrip("的") + said["way"]


def set_aside(text: str) -> str:
    """``text`` without the clauses that ask only for the way or the distance; itself when there is none."""
    text = _noun_first(text)
    dated = find_periods(text)
    otherwise = text
    over = _several(dated) or _BACK.search(text) is not None
    if over:
        otherwise = "，".join("" if i and _ASKED_WAY.fullmatch(_masked(c)[0]) else c for i, c in enumerate(_CLAUSES.split(text)[::2]))
        otherwise = _AIMED_AT.sub("", otherwise) if aims_at_last(text) else otherwise
    if _OTHERWISE.search(otherwise):
        return text
    moved = _RATE_MOVED.fullmatch(text)
    if moved is not None and len(dated) == 2:
        years = "、".join(moved["years"][m.start : m.end] for m in find_periods(moved["years"]))
        return moved["rate"] + ("，" + years if years else "")
    if moved is not None and THAN_YEAR_BEFORE.search(moved["years"]):
        if not dated:
            return f"{moved['rate']}近两年走势"
        if len(dated) == 1 and len(dated[0].periods) == 1 and dated[0].end <= moved.end("rate"):
            return f"{moved['rate']}，{dated[0].periods[0].shifted(-1).label}"
    pieces = _CLAUSES.split(text)
    kept: list[str] = []
    struck = turned = False
    for clause, stop in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        masked, periods = _masked(clause)
        if (turn := re.search(f"(?:{_TURNED.pattern})$", masked)) is not None:
            struck = turned = True
            clause = clause[: len(clause) - len(turn.group())]
            masked = masked[: turn.start()]
            if kept and not re.sub("[\x03年、和与]", "", masked):
                kept += ["，" + clause if clause else "", stop]
                continue
        shape = _SHAPE.search(masked)
        rest = masked[: shape.start()] if shape else masked
        alone = not re.sub("[\x03比较跟和与同从到相、 年]", "", rest)
        said = _DISTANCE.fullmatch(masked) or _LEVELS.fullmatch(clause) or re.fullmatch(f"\x03?{BACK_TO.pattern}", masked)
        of_growth = re.search("增速|增幅", masked) and re.search("多少|几[个成]", "".join(kept))  # 逐年是多少？增速是加快还是放慢: of another thing
        asks_way = _ASKED_WAY.fullmatch(masked) if over and not of_growth else None
        if kept and (said or asks_way or (shape and alone)):
            struck = True
            years = "、".join(clause[m.start : m.end] + ("同期" if clause.startswith("同期", m.end) else "") for m in periods)
            growth = "的增速" if re.search("增速|增幅", masked) and not GROWTH_SAID.search(text.split(clause)[0]) else ""
            kept += [growth, "，" + years if years else "", stop]
            continue
        if shape and (dated or _BACK.search(text)) and len(rest) >= 2:
            struck = True
            clause = clause[: len(clause) - len(shape.group())]
        kept += [clause, stop]
    if not struck:
        return text
    plain = re.sub("[，,。；;？?！!]+(?=[，,。；;？?！!])", "", "".join(kept)).rstrip("，,、。；;")
    return _over_the_turn(plain.rstrip("？?！!")) if turned else re.sub("增长(?:势头|态势)", "增速", plain)


def _several(dated: Sequence[PeriodMention]) -> bool:
    return sum(len(m.periods) or 1 for m in dated) > 1


def _masked(clause: str) -> tuple[str, list[PeriodMention]]:
    """A clause with one mark in the place of each time it names, and these."""
    periods, masked = find_periods(clause), clause
    for mention in reversed(periods):
        masked = masked[: mention.start] + _MARK + masked[mention.end :]
    return masked, periods


def _over_the_turn(plain: str) -> str:
    """出口2023年, which turned from rising to falling: its growth in that year and in the one before; in the last two where none is named."""
    plain = re.sub("的?(?:走向|走势|变化|趋势)$", "", plain)
    plain = plain if GROWTH_SAID.search(plain) else f"{plain}增速"
    dated = find_periods(plain)
    if not dated:
        return _TWO_YEARS.sub("", plain) + "近两年走势"
    years = {p.first_year for m in dated for p in m.periods}
    return f"{plain}，{min(years) - 1}年" if len(years) == 1 and all(p.is_year for m in dated for p in m.periods) else plain


_GREW = re.compile(
    "^(?P<lead>.{4,}?)(?:同比|比上年)?(?:实现)?(?:增长?|上?涨|上升|提高|增加|下?降|跌|减少?|下滑)了?(?:约|近)?\\d[\\d.]*[%％][，,。](?:那么?|则|而|请问|问|求|推算?|算|按此|据此|照此)*"
    "(?P<year>(?:19|20)?\\d\\d年|上年|去年|[前上]一年)(?P<same>同期)?(?:的|全年)?[㐀-鿿]{0,6}?(?:大?约|大概|应该?|该)*(?:是|为|有)?(?:多少|几)[^，,。]{0,6}$"
)


_UNTIL = re.compile(
    r"(?:在)?(?P<year>(?:19|20)\d\d)年(?:以前|之前|前)(?:就|都|已经?|一共|总共|累计|实际|陆续)*(?:投|砸|完成|花)(?:投?资额?|投?入|进去?|下去?|了|的)*(?:是|有|为)?(?=多少|几)"
)


_EARLIER = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?P<what>[^，,。？?\d]{2,24}?)(?:在)?(?:以前年度|往年|前几年|此前年度|以前|之前|此前)"
    r"(?:就|都|已经?|一共|总共|累计|实际|陆续)*(?:投|砸|完成)(?:资|入|进去?|下去?|了)*(?=多少|几)"
)
_BESIDE_LAST = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?P<what>[^，,。？?\d]{2,16}?)(?:和|与|跟|同)(?:它)?(?:上|去|前)一?年(?:的)?(?:各自?|分别)(?:是|为|有)?(?=多少|几)"
)


def year_before(text: str) -> str:
    """19年上半年营收增了24%，那2018年同期约为多少: what it was the year before, to be computed; ``text`` itself else.

    What had been invested before a year is what it had come to at the end of the year before.
    """
    text = _UNTIL.sub(lambda m: f"{int(m['year']) - 1}年底累计完成投资", text)
    text = _EARLIER.sub(lambda m: f"{int(m['year']) - 1}年底{m['what']}累计完成投资", text)
    said = _GREW.match(text)
    named = find_periods(said["lead"]) if said else []
    if said is None or len(named) != 1 or len(named[0].periods) != 1:
        return text
    before = named[0].periods[0].shifted(-1)
    year = [p for m in find_periods(said["year"]) for p in m.periods]
    if (year and year[0].first_year != before.first_year) or not (said["same"] or before.is_year):
        return text
    return f"推算{text[: named[0].start]}{before.label}{said['lead'][named[0].end :]}是多少？"


def with_year_before(text: str) -> str:
    """2023年固投和上年各是多少: of both years by their numbers."""
    return _BESIDE_LAST.sub(lambda m: f"{int(m['year']) - 1}年和{m['year']}年{m['what']}分别是", text)


def years_between(text: str, years: list[int]) -> list[int]:
    """三年 of which only the first and the last are named: those between them too."""
    said = _SAID.search(text)
    span = max(years) - min(years) + 1
    number = "零一二三四五六七八九十".find(said.group()[0].replace("两", "二")) if said else 0
    return list(range(min(years), max(years) + 1)) if span == number else sorted(years)
