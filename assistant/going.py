"""How something went over years, asked in clauses that name nothing: 是升是降，变动几个百分点？2021年比2019年差多少？

They are set aside, but for the years they name: whoever tells of the years says the way and the distance as well.
"""

from __future__ import annotations

import re

from assistant.periods import THAN_YEAR_BEFORE, find_periods

__all__ = ["BACK_TO", "GROWTH_SAID", "set_aside", "with_year_before", "year_before", "years_between"]

_MARK = "\x03"  # where a period stood
_WAY = (
    "(?:上?升|下?降低?|上?涨|下?[跌滑]|掉|增[长加多]?|减少?|提[高升]|扩大|收窄|缩小|加快|放[慢缓]|回[升落]|好转|恶化|变[好差多少大小快慢]|走[高低强弱]"
    "|前[进移]|后[退移]|改[善]|进步?|退步?|持平|[快慢高低多少大小]|[往向朝][上下前后](?:走|升|降|爬|掉|移|滑)?|(?:更|越来越|变得?)[猛快慢强弱好差]|[猛强弱好差]起来|[慢降弱掉][下]来)"
)
_ONE = f"(?:是|在)?(?:越[㐀-鿿]{{1,3}}越[㐀-鿿]{{1,2}}|先{_WAY}后{_WAY}|(?:一[直路]|逐年|连年|持续)(?:在|往)?{_WAY}|{_WAY})了?"
# 是升是降, 升了降了, 先升后降还是先降后升, 先降后升吗
_SHAPE = re.compile(
    f"(?:是不是|到底|究竟|总体|总的|呈|是|属于)*(?:{_ONE}(?:、|还是|或者?){_ONE}|是{_WAY}是{_WAY}|{_WAY}了{_WAY}了|先{_WAY}后{_WAY}|越[来㐀-鿿]越[㐀-鿿]{{1,2}})(?:了|呢|吗|的)*$"
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
_LEVELS = re.compile("(?:又|都|最后|如今|现在)*(?:各|分别|每年)(?:是|为|(?:[㐀-鿿]{1,2})?[到至成])了?(?:多少|几)[㐀-鿿]{0,6}")
BACK_TO = re.compile("(?:有没有|是否|是不是|能否)?(?:已经?)?(?:回到|恢复到?|回升到)了?(?P<to>\x03|[^，,。？?]{2,9}?)年?的?水平(?:了|吗|没有?)*")
GROWTH_SAID = re.compile("增速|增幅|涨幅|降幅|增长率|增长速度|增长(?:势头|态势)")
# Chosen among, set against a goal, or computed back: another question.
_OTHERWISE = re.compile("哪一?[个家年里项片些]|谁|目标|计划|任务|预算数|预期|倍|推|测算|为什么|原因|一季度|二季度|三季度|四季度")
_CLAUSES = re.compile("([，,。；;？?！!]+)")
_SAID = re.compile("[一二三四五六七八九十两]年")


def set_aside(text: str) -> str:
    """``text`` without the clauses that ask only for the way or the distance; itself when there is none."""
    if _OTHERWISE.search(text):
        return text
    moved = _RATE_MOVED.fullmatch(text)
    if moved is not None and len(find_periods(text)) == 2:
        years = "、".join(moved["years"][m.start : m.end] for m in find_periods(moved["years"]))
        return moved["rate"] + ("，" + years if years else "")
    if moved is not None and THAN_YEAR_BEFORE.search(moved["years"]):
        dated = find_periods(text)
        if not dated:
            return f"{moved['rate']}近两年走势"
        if len(dated) == 1 and len(dated[0].periods) == 1 and dated[0].end <= moved.end("rate"):
            return f"{moved['rate']}，{dated[0].periods[0].shifted(-1).label}"
    pieces = _CLAUSES.split(text)
    kept: list[str] = []
    struck = False
    for clause, stop in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        masked = clause
        periods = find_periods(clause)
        for mention in reversed(periods):
            masked = masked[: mention.start] + _MARK + masked[mention.end :]
        shape = _SHAPE.search(masked)
        rest = masked[: shape.start()] if shape else masked
        alone = not re.sub("[\x03比较跟和与同从到相、 年]", "", rest)
        said = _DISTANCE.fullmatch(masked) or _LEVELS.fullmatch(clause) or re.fullmatch(f"\x03?{BACK_TO.pattern}", masked)
        if kept and (said or (shape and alone)):
            struck = True
            years = "、".join(clause[m.start : m.end] + ("同期" if clause.startswith("同期", m.end) else "") for m in periods)
            growth = "的增速" if re.search("增速|增幅", masked) and not GROWTH_SAID.search(text.split(clause)[0]) else ""
            kept += [growth, "，" + years if years else "", stop]
            continue
        if shape and find_periods(text) and len(rest) >= 2:
            struck = True
            clause = clause[: len(clause) - len(shape.group())]
        kept += [clause, stop]
    if not struck:
        return text
    plain = re.sub("[，,。；;？?！!]+(?=[，,。；;？?！!])", "", "".join(kept)).rstrip("，,、")
    return re.sub("增长(?:势头|态势)", "增速", plain)


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
