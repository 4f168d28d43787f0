"""How something has moved, of one year or of none: from the year before, which goes without saying.

固投增速有没有放缓，放缓了几个点; 失业率升了还是降了; 2020年土地报批少了多少亩; 排名往前挪了几位; 2020年技改投资从多少掉到多少.
What an amount grew by in per cent is printed beside it and asked for as such; a rate, a growth, a place, and what is asked for in
the measure of the thing itself, is told by its two numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.series import answer_series, cell_members
from assistant.extractive.sharemoved import worked_out
from assistant.going import GROWTH_SAID, WAY
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from index.records import Period

__all__ = ["answer_since", "placed_as_a_whole"]

_MOVE = f"(?:[往向朝][前后上下]面?)?(?:{WAY}|[挪爬缩缓]|压[缩减]|缩[短减]|减[弱慢轻]|增强)(?:下[来去]|上[来去]|起来|出来?)?(?:了|过)?"
_OR_NOT = "(?:有没有|是不是|是否|到底|究竟|是|又|还|也|在|都|已经?|一直|总体)*"
_EITHER = (
    f"{_OR_NOT}{_MOVE}(?:(?:、|还是|或者?)(?:是)?{_MOVE}|(?:吗|没有?))"
    f"|(?:有没有|是不是|是否)(?:又|还|也|在|都|已经?|一直)*{_MOVE}|是{_MOVE}是{_MOVE}"
)
_FAR = f"(?:又|那|一共|总共|大概|到底|究竟|具体|一下子?)*{_MOVE}(?:大?约)?(?:多少|几)(?P<unit>[^，,。？?；;]{{0,6}})"
_ENDS = "[从由](?:多少|几)[^，,。？?；;]{0,10}?[到至成]了?(?:多少|几)[^，,。？?；;]{0,4}"
_CHANGE = "的?变[化动](?:情况|幅度|大吗|大不大|有?多大|如何|怎么?样|了?多少|了?几个?(?:百分)?点)?"
_BEFORE = "(?:[，,]?(?:同比|[比较跟与和同](?:上年|去年|[上前头]一年)(?:同期)?(?:相?比)?))?"
_ASKED = re.compile(
    f"(?P<of>[^，,。？?；;]{{3,40}}?(?:[，,](?:19|20)?\\d\\d年)?){_BEFORE}(?:(?:{_EITHER})(?:呢)?[，,？?；;]+)?"
    f"(?:(?P<far>{_FAR})|(?P<ends>{_ENDS})|(?P<either>{_EITHER})|(?P<change>{_CHANGE}))[？?。！!]*"
)
#: Set against another than the year before, chosen among, aimed at, or asked of several.
_OTHERWISE = re.compile(
    "[谁哪孰]|目标|计划|任务|预[计期]|预算(?!收入|支出)|为什么|为何|为啥|原因|倍|推|测算|折算|(?<![占同])比(?![重例率]|上年|去年|[上前头]一年)|高于|低于|超|各|分别|[这近前]?[两三四五几]年|年初|净增|以来|累计|和|与|跟|及|、"
)
_RATE = re.compile("(?:率|比[重例]|占比|份额|强度|亏损面|覆盖面|依存度|集中度|满意度)的?$")
_PLACE = re.compile("排名|名次|位次|排位|排行|考[评核]|评[价比]")
_NO_MEASURE = re.compile("(?:排名|名次|位次|排位)?")
_THAN_BEFORE = re.compile("[比较](?:上年|去年|[上前头]一年)")
_COUNTED = re.compile("[家个项户件起人名]")  # how many more there are is told by what is worked out of two numbers
_SHARE_OF_UNITS = re.compile("个?(?:百分)?点|成|倍|[%％]|百分|$")
_YEAR = re.compile("[，,]?(?:19|20)?\\d\\d年(?:度)?的?$")
_MOMENTUM = re.compile("增长的?(?:势头|态势|速度|步伐)|势头")


def answer_since(drafting: Drafting, query: Query) -> bool:
    """Both years and how far it is from one to the other; False, with nothing said, where anything else is asked, or a year isn't told."""
    said = _ASKED.fullmatch(query.text) if len(query.zones) < 2 and len(query.periods) < 2 and not query.years_back else None
    if said is None or _OTHERWISE.search(query.text) or _THAN_BEFORE.search(query.text):
        return False
    if query.periods and _COUNTED.match(said["unit"] or ""):
        return False
    of = _MOMENTUM.sub("增速", said["of"]).removesuffix("的")
    noun = _YEAR.sub("", of)
    aspect = Aspect.GROWTH if GROWTH_SAID.search(noun) else Aspect.RANK if _PLACE.search(noun) else Aspect.VALUE
    in_unit = said["unit"] is not None and _SHARE_OF_UNITS.match(said["unit"]) is None
    itself = aspect is Aspect.VALUE and not _RATE.search(noun)
    if (itself and not (in_unit or said["ends"])) or (aspect is Aspect.GROWTH and in_unit):
        return False
    base = placed_as_a_whole(understand(f"{of}是多少", drafting.facts.understanding()))
    zones = drafting.facts.placed(base)
    if len(zones) != 1 or len(base.periods) > 1 or (len(base.indicators) != 1 and base.aspect not in (Aspect.SHARE, Aspect.RANK)):
        return False
    base = replace(base, zones=zones, operation=Operation.TREND)
    for now in base.periods or reversed(drafting.facts.periods_of(zones[0])):
        if base.aspect is Aspect.SHARE and worked_out(drafting, replace(base, operation=Operation.ONE, periods=(now,))):
            return True
        trend = replace(base, periods=(now.shifted(-1), now), aspect=aspect)
        if _tells_both(drafting, trend):
            return answer_series(drafting, trend)
    return False


def placed_as_a_whole(query: Query) -> Query:
    """全省排名, of no indicator: the place that a zone as a whole is given there."""
    place = query.aspect in (Aspect.RANK, Aspect.RANK_CHANGE) and _NO_MEASURE.fullmatch("".join(query.indicators)) is not None
    return replace(query, indicators=("综合考评",)) if place and not query.topic and any(s.startswith("全") for s in query.scopes) else query


def _tells_both(drafting: Drafting, trend: Query) -> bool:
    """Whether both numbers are printed, or follow exactly from what is."""
    cells: list[tuple[str | None, Period | None]] = [(trend.zones[0], p) for p in trend.periods]
    members = cell_members(drafting.facts, trend, cells, "".join(trend.indicators))
    figures = [m.figure for m in members if m.figure is not None and m.exact]
    if len(figures) < len(cells) or len({f.id for f in figures}) < len(figures):
        return False
    if trend.aspect is Aspect.GROWTH:
        return all(f.growth is not None or (f.unit in ("%", "％") and "增" in f.name) for f in figures)
    return computing.common_unit(figures) is not None
