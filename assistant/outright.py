"""A follow-up that names nothing of its own, in full: the name of what was told before put in front (超额完成了吗, 现在怎么样了, 2022年的增幅呢)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.facts import Facts
from assistant.mentioned import called, figures_told, last_told
from assistant.periods import find_periods
from assistant.pointing import Meant
from assistant.question import understand
from assistant.records import Operation
from assistant.referring import PRONOUN, only_function
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.numerals import find_quantities
from index.records import Figure, FigureKind, Period, Status

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["figure_of", "in_its_time", "named_outright", "outright"]

_TALKED_OF = 8  # turns that a group, or another zone, is talked of without being named again
_HOW_IT_STANDS = re.compile(
    "(?:那么?|它|其|[这那]个?(?:项目|工程)|最终|后来|现在|目前|如今|眼下|的)*(?:进展|进度|情况|结果)?(?:又)?(?:怎么?样|如何|咋样|什么情况|啥情况|到哪一?步|到什么程度)[了呢啊]*[?？。]*"
)
_HOW_MUCH = re.compile("(?:那么?|它|具体|到底|究竟|又|是|有|为)*(?:多少|几)(?:个?[百千]?[万亿])?[元家个户件]?[呢啊]?[?？。]*")
_WHICH_ONES = re.compile(
    r"(?:那么?|都|各|又|具体|分别|是|叫|有|这|那)*哪(?P<n>[两二三四五六七八九几些]|\d{1,2})(?P<unit>[个家项件所条座])?(?:项目|企业|公司)?[呢啊]*[?？。]*"
)
_OF_THEIR_OWN = "项目|企业|公司|产业|行业|片区|园|镇|街道|板块|指标|区|月|季|年|部门|单位|局"
_WHICH_OF_THEM = re.compile(f"(?:那么?|其中|这?里面|当中|它们|的)*哪一?[个家条](?=[㐀-鿿]{{2}})(?!{_OF_THEIR_OWN})的?")
_ALL_OF_THEM = re.compile(r"(?:那么?|这|那)*(?P<n>[两二三四五六七八九]|\d)(?P<word>[个家大])(?=(?:加|合|一共|总共|全部|都|之和))")
_OF_SEVERAL = (Operation.EXTREME, Operation.RANKING, Operation.PARTS, Operation.SUM, Operation.LIST)
_A_GROUP = re.compile("(?:主导|支柱|重点|特色|优势|新兴)*(?:产业(?!链)|行业|片区|园区|分园|板块|组团|镇|街道)")
_TWO_ZONES = re.compile("(?:那么?|这|那)*(?:两(?:家|个?区|边|地|个(?:开发区|园区)|者)|二者|双方)(?:之间|相比|比起来|的)?[，,]?(?=(?:相?差|谁|哪))")
_WHY = "(?:那么?|这|它|又|是)*(?:为什么|为啥|为何|怎么|咋)(?:会|就|又|却|是|还|反而)*"
_WHY_SO = re.compile(rf"{_WHY}(?P<only>[只才仅]?)(?:有|剩)?(?P<n>\d[\d,.]*)(?P<unit>[㐀-鿿%]{{0,3}}?)[呢啊了]*[?？。]*$")
_WHY_MOVED = re.compile(f"{_WHY}(?P<how>(?:变|走|往)?(?:提[高升]|下[降滑]|回落|上升|[高低升降涨跌])[㐀-鿿]{{0,4}}?)[呢啊]*[?？。]*")
_MOVED = re.compile(
    "(?:那么?|它)?(?:[比较]|[跟和与同])(?:上|去|前)一?年(?:同期)?(?:相?比)?[，,]?是?(?P<way>提?[高低升降]|提升|上升|下降|回落|增加|减少|[涨跌多少])[了出]?"
    "(?:多少|几)个?(?:百分)?点?[呢啊]?[?？。]*"
)


def outright(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """A follow-up of a few words, of the thing, the group, the two zones or the number talked of; None where it is no such."""
    last, known = turns[-1], facts.understanding()
    figure = figure_of(last)
    if (thing := last.query.focus) and _HOW_IT_STANDS.fullmatch(text):
        return Meant(f"{thing}现在怎么样了", thing)
    share = _share_told(last)
    if share is not None and share.period is not None:
        where = f"{facts.short(share.zone)}{share.period.label}"
        if moved := _MOVED.fullmatch(text):
            return Meant(f"{where}{called(share)}的比重比上年{moved['way']}多少个百分点")
        if how := _WHY_MOVED.fullmatch(text):
            return Meant(f"{where}{share.scope}占比为什么{how['how']}")
    if figure is None or figure.period is None or known.zones.find(text):
        return _of_the_group(text, turns, known)
    place, when = facts.short(figure.zone), figure.period.label
    if last.query.operation is Operation.EXTREME and _HOW_MUCH.fullmatch(text) and figure.scope:
        return Meant(f"{place}{when}{called(figure)}是多少", figure.scope)
    if (one := _WHICH_ONES.fullmatch(text)) and figure.value is not None and one["n"] and figure.unit in ("个", "家", "项", "户", "件"):
        return Meant(f"{place}{when}{called(figure)}是哪{one['n']}{one['unit'] or figure.unit}")
    others = [t.query.zones[0] for t in reversed(turns[-_TALKED_OF:]) if len(t.query.zones) == 1 and t.query.zones[0] != figure.zone]
    if others and (two := _TWO_ZONES.match(text)):
        return Meant(f"{facts.short(others[0])}和{place}{when}{called(figure)}{text[two.end() :]}")
    return _why_so_many(text, turns, facts) or _of_the_group(text, turns, known)


def _share_told(turn: Turn) -> Figure | None:
    shares = list(dict.fromkeys(f for f in turn.answer.figures if f.kind is FigureKind.SHARE))
    return shares[0] if len(shares) == 1 and not turn.answer.refused and shares[0] is turn.answer.figures[0] else None


def _why_so_many(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """68加17不是85吗，为啥只有83: why the number told, or one printed beside it, is what it is."""
    why = _WHY_SO.search(text)
    number = find_quantities(f"{why['n']}{why['unit'] or '家'}") if why is not None else []
    told = [f for t in turns[-_TALKED_OF:] for f in figures_told(t.answer) if f.period is not None and f.value is not None]
    if why is None or not number:
        return None
    alike = [f for f in told if f.value == number[0].value and (not why["unit"] or number[0].unit == f.unit)]
    one = alike[-1] if alike else None
    if one is None or one.period is None:
        return None
    return Meant(f"{facts.short(one.zone)}{one.period.label}{called(one)}为什么{why['only']}有{one.value_text}")


def _of_the_group(text: str, turns: Sequence[Turn], known: Understanding) -> Meant | None:
    """哪个增长最快, 三个加起来多少, behind a talk of the parts of a zone: of these parts, by the measure that was asked for."""
    which, several = _WHICH_OF_THEM.match(text), _ALL_OF_THEM.match(text)
    if (which is None and several is None) or known.zones.find(text):
        return None
    for turn in reversed(turns[-_TALKED_OF:]):
        group, query = _A_GROUP.search(turn.query.text), turn.query
        if group is None and (query.operation is Operation.LIST or query.focus):
            return None
        if group is None or len(query.zones) != 1 or query.operation not in _OF_SEVERAL:
            continue
        own = find_periods(text)
        base = next((t.query.periods[-1] for t in reversed(turns) if t.query.periods), None)
        when, rest = in_its_time(text, base) if own else (base.label if base else "", text)
        rest = (_ALL_OF_THEM if several else _WHICH_OF_THEM).sub("", rest, count=1)
        measure = "".join(p for p in query.indicators[-1:] if find_terms(p)) if not find_terms(rest) else ""
        who = f"{several['n']}{several['word']}{group.group()}" if several else f"哪个{group.group()}"
        return Meant(f"{Facts.short(query.zones[0])}{when}{who}{measure}{rest}")
    return None


_THEN = re.compile("[这那]个?(?:年份|年头|一年|年)的?")
_LEAD = re.compile(f"^(?:那么?|可是?|但是?|而|{PRONOUN.pattern}|的|[，,])+")
_AT_WHICH_STAGE = (Operation.WHEN, Operation.WHERE, Operation.WHO, Operation.HOW)


def named_outright(text: str, turns: Sequence[Turn], facts: Facts) -> list[str]:
    """The question of the thing, and of the number, that the last answer told; none where it names something itself."""
    known = facts.understanding()
    last = turns[-1]
    if known.zones.find(text):
        return []
    query, figure = understand(text, known), figure_of(last)
    base = figure.period if figure is not None else last.query.periods[-1] if last.query.periods else None
    when, rest = in_its_time(_THEN.sub("", text), base)
    rest = _LEAD.sub("", rest)
    if not rest or find_terms(rest):
        return []
    zone = figure.zone if figure is not None else last.query.zones[0] if len(last.query.zones) == 1 else ""
    place = facts.short(zone) if zone else ""
    asked = []
    if (thing := last.query.focus) and (only_function(query) or query.operation in _AT_WHICH_STAGE):
        asked.append(f"{place}{thing}{rest}")
    if only_function(query) and base is not None:
        placed = last.query.scopes or last.query.unknown_zones
        alone = len(last.query.indicators) == 1 and not placed and (last.answer.refused or not last.answer.figures)
        name = called(figure) if figure is not None else last.query.indicators[0] if alone else ""
        aim = "目标" if figure is not None and figure.status is Status.TARGET and "目标" not in rest else ""
        asked += [f"{place}{when}{name}{aim}{rest}"] if name else []
    return asked


def figure_of(turn: Turn) -> Figure | None:
    """The number that an answer told: the only one, or the foremost of those asked for."""
    foremost = turn.query.operation in (Operation.EXTREME, Operation.WHO) and not turn.answer.refused
    return last_told([turn]) or next((f for f in turn.answer.figures if foremost and f.value is not None and f.scope), None)


def in_its_time(text: str, base: Period | None) -> tuple[str, str]:
    """The year that a question is of, which it says itself or takes over, and the question without it."""
    own = find_periods(text)
    if len(own) == 1 and not text[: own[0].start].endswith(("比", "较", "跟", "和", "与", "同")):
        said = own[0].periods[0] if len(own[0].periods) == 1 else base.shifted(own[0].relative) if base and own[0].relative is not None else None
        if said is not None:
            return said.label, text[: own[0].start] + re.sub("^[年底末的里中，,]+", "", text[own[0].end :])
    return (base.label if base is not None else ""), text
