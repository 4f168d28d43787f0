"""A follow-up that sets what it names against what was asked before: 比2015年多几个, 第二年又多引进了几个, 哪个高."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Status
from index.units import ANY_UNIT

__all__ = ["ACTION", "MEASURED", "compared"]

ACTION = re.compile(
    "(?:要|再|又|共)?(?:变成?|变为|变到|成了|升到|涨到|降到|跌到|掉到|增加到|减少?到|剩下?|新增|引进|签约|干到|冲到|搞到|增到|完成|开工|竣工|建成|增加|投入|实现|安排|达到|落户|引来|做到|拿到)+(?:的)?"
)
MEASURED = re.compile(f"(?:多少|几)个?(?:{ANY_UNIT})")
# 比…, 跟…比, 较…, 是…的几倍: set against what was just asked of.
AGAINST = re.compile(
    "(?:那么?|这|它)?(?:个数?字?|数字?|一?项)?(?:增速|增幅|数量|规模)?(?:比(?![重例较率])|较(?![快大好多少高低])|是(?=.+(?:几|多少)倍)|[跟和与同](?=.+(?:比|差)))"
)
CHANGE_ALONE = re.compile(
    "(?:那|这)?(?:两年|一年|前后|二者|两者|两个数?|它们)?(?:之间|下来|里)?(?:一共)?(?:还)?(?:相?差|超[出过额]?|[增减]加?|多|少|提高|下降|增长|变化|净增|高|低)(?:出来?|了)?(?:多少|几)"
)
CHANGE_WORDS = re.compile("(?:一年|增加|减少|提高|下降|增长|变化|相差|相比|高还是低|多还是少|净增|二者|两者|两年|数量|规模|增速|增幅|比)+")
BOTH = re.compile("二者|两者|两个|它们|相?差(?:了)?(?:多少|几)")
# 第二年比它多引进了几个, 18年又多交了多少套: what is named now against what was just asked of.
THAN_IT = re.compile(
    "(?:那么?|到)?[^，,。?？比]{0,14}?(?:又|再|还|就)*"
    "(?P<it>(?:比|较|[跟和与同])(?:它|这|那|此|上面|前面|刚才|之前|前一?年|上一?年|头一?年|第一年|当时|基期)(?:一?年|个数?|时候?|会儿?|边)?的?数?(?:相?比)?[，,]?)?"
    "(?:又|再|还|却|要)*(?:相?差|多|少|高|低|增加|减少|提高|下降|上?涨|下?跌|快|慢|大|小)(?:出来?)?(?P<verb>[㐀-鿿]{0,3}?)了?(?:出来?)?"
    f"(?P<how>百分之(?:几|多少)|(?:几|多少)倍|(?:多少|几)(?:个?[百千]?[万亿])?个?(?:{ANY_UNIT}|点|个点)?)呢?[?？]?"
)
# 哪个高、高多少; 加起来多少: of what the two questions before asked for.
OF_BOTH = re.compile(
    "(?:那|这)?(?:二者|两者|两个数?|它们|两年|两地|两区|两家)?(?:相比|之间|里面?|中)?(?:谁|哪一?[个家年边]|孰|加起来|加一?块儿?|合计|总共|一共|相加)"
    "[^，,。?？]{0,6}(?:[，,。?？].{0,8})?$"
)

IN_ALL = re.compile("(?:那|这)?(?:二者|两者|两个数?|它们|两年|两地|两区|两家)?(?:总共|一共)")


def compared(whole: str, query: Query, turns: Sequence[Query]) -> Query | None:
    """比2015年多几个, 跟椒渡比呢, 增加了多少: what was asked of before against what this question names of it.

    None when the question has both operands itself, or when there is nothing to set it against.
    """
    last = turns[-1]
    later = _than_it(whole, query, last) if last.indicators else None
    if later is not None:
        return later
    if query.operands or not last.indicators:
        return None
    against = AGAINST.match(whole)
    named_after = bool(against) and _names_after(whole)
    if named_after and query.aspect is Aspect.MET:
        return None
    if against and (query.zones or query.periods or query.scopes or _names_part(query)):
        mine = replace(_operand(last), indicators=query.indicators) if named_after else _operand(last)
        phrase = query.indicators if _names_part(query) else last.indicators
        other = replace(
            mine,
            zones=query.zones or mine.zones,
            periods=query.periods[-1:] or mine.periods,
            scopes=query.scopes or (() if _names_part(query) else mine.scopes),
            indicators=phrase,
            status=query.status or (None if query.periods else mine.status),  # 2024年目标 → 比2023年高多少: than what was done then
        )
    elif CHANGE_ALONE.match(whole) and not query.zones and not query.periods and not _names_part(query):
        other_turn = next((t for t in reversed(turns[:-1]) if _differs_in_place(t, last)), None)
        if other_turn is None and BOTH.search(whole) and len(turns) > 1 and _differs_in_name(turns[-2], last):
            other_turn = turns[-2]
        if other_turn is None:
            return None
        if last.aspect is other_turn.aspect is Aspect.SHARE and last.periods != other_turn.periods:
            both = tuple(sorted({*last.periods, *other_turn.periods}))  # by how many points a share changed
            return replace(last, text=query.text, bare=query.bare, periods=both, operation=Operation.TREND)
        mine, other = _operand(last), _operand(other_turn)
    else:
        return _of_both(whole, query, turns)
    growth = query.aspect is Aspect.GROWTH and re.search("增速|增幅|涨幅|降幅|增长率", whole)
    return replace(
        query,
        zones=tuple(dict.fromkeys((*mine.zones, *other.zones))),  # 那财政收入呢 behind it is of both
        periods=mine.periods,
        indicators=mine.indicators,
        scopes=(),
        aspect=Aspect.GROWTH if growth else Aspect.VALUE,
        operation=Operation.RATIO if query.operation is Operation.RATIO else Operation.DIFFERENCE,
        operands=(mine, other),
    )


def _names_after(whole: str) -> bool:
    """跟去年目标比，固定资产投资完成得怎么样: what is compared is named behind 比, so it is not what was asked before."""
    behind = re.split("比(?:较|起来|一比|一下)?[，,]", whole, maxsplit=1)
    return len(behind) > 1 and bool(find_terms(behind[1]))


def _than_it(whole: str, query: Query, last: Query) -> Query | None:
    """第二年比它多引进了几个: of the same indicator in the zone or year that is named now, less what it was before."""
    said = THAN_IT.fullmatch(whole)
    if said is None or find_terms(said["verb"]) or len(query.zones) > 1 or len(query.periods) > 1 or query.scopes:
        return None
    if not said["it"] and query.status in (Status.TARGET, Status.EXPECTED):
        return None  # 2020年打算涨几个点: its own growth
    other = _operand(last)
    beside = said["it"] and query.operands and "年" not in said["it"]  # 财政收入比上年多多少: than its own of then
    part = _part_beside(query, other) if beside else ""
    if (query.operands and not part) or (not part and _names_another(query, last, said["verb"])):
        return None
    mine = replace(
        other,
        zones=query.zones or other.zones,
        periods=query.periods or other.periods,
        indicators=(part,) if part else other.indicators,
        scopes=() if part else other.scopes,
    )
    same = (mine.zones, mine.periods, mine.indicators) == (other.zones, other.periods, other.indicators)
    if same or not (said["it"] or query.periods):
        return None
    if said["it"] and not query.zones and not part and not re.search(r"\d|年|季|月", whole[: said.start("it")]):
        return None  # 比上年多几个: the year that is named is the one set against
    base = replace(query, zones=mine.zones, periods=mine.periods, indicators=mine.indicators, scopes=(), shorter=(), near=(), status=mine.status)
    if said["how"].startswith("百分") and not part:
        periods = tuple(dict.fromkeys((*other.periods, *mine.periods)))
        zones = tuple(dict.fromkeys((*mine.zones, *other.zones)))
        grown = replace(base, zones=zones, periods=periods, scopes=last.scopes, aspect=Aspect.GROWTH)
        return replace(grown, operation=Operation.TREND)
    operation = Operation.RATIO if "倍" in said["how"] else Operation.DIFFERENCE
    return replace(base, aspect=Aspect.VALUE, operands=(mine, other), operation=operation)


def _names_another(query: Query, last: Query, verb: str) -> bool:
    """2021年底高企多少家, 投到工业上的钱比上年多了百分之几: something of its own, with another verb than 多引进."""
    own = (p for p in query.indicators if len(p) >= 2 and p != verb and p not in last.indicators)
    return any(not ACTION.fullmatch(p) and not CHANGE_WORDS.fullmatch(p) for p in own)


def _part_beside(query: Query, other: Query) -> str:
    """高端装备制造比它多多少, after a question about 光电信息产业产值: 高端装备制造产值."""
    said, terms = query.operands[0].indicators, find_terms(other.indicators[0])
    if len(said) != 1 or len(other.indicators) != 1 or not terms:
        return ""
    own = find_terms(said[0])
    return said[0] if own and own[-1].end == len(said[0]) else said[0] + other.indicators[0][terms[-1].start :]


def _of_both(whole: str, query: Query, turns: Sequence[Query]) -> Query | None:
    """哪个高、高多少, 加起来多少: the highest, or the sum, of what the last two questions asked for."""
    together = query.operation is Operation.ONE and IN_ALL.match(whole)
    if len(turns) < 2 or not OF_BOTH.match(whole) or not (together or query.operation in (Operation.EXTREME, Operation.SUM)):
        return None
    if query.zones or query.periods or _names_part(query):
        return None
    before, last = turns[-2], turns[-1]
    if not (_differs_in_place(before, last) or _differs_in_name(before, last)):
        return None
    return replace(
        query,
        operation=Operation.SUM if together else query.operation,
        zones=tuple(dict.fromkeys((*before.zones, *last.zones))),
        periods=tuple(dict.fromkeys((*before.periods, *last.periods))),
        indicators=tuple(dict.fromkeys((*before.indicators, *last.indicators))),
        scopes=last.scopes,
        status=last.status,
    )


def _differs_in_name(one: Query, other: Query) -> bool:
    """Another indicator of the same zone and year."""
    return one.indicators != other.indicators and (one.zones, one.periods) == (other.zones, other.periods)


def _operand(query: Query) -> Query:
    """One question as one side of a comparison."""
    return replace(
        query,
        zones=query.zones[-1:],
        periods=query.periods[-1:],
        operands=(),
        pairs=(),
        operation=Operation.ONE,
        aspect=Aspect.VALUE,
        near=(),
    )


def _names_part(query: Query) -> bool:
    """Whether a follow-up says an indicator or a part, not only function words."""
    return any(len(p) >= 2 and not ACTION.fullmatch(p) and not CHANGE_WORDS.fullmatch(p) for p in query.indicators)


def _differs_in_place(one: Query, other: Query) -> bool:
    """The same indicator of another zone or year, or aimed at rather than reached."""
    same = bool(set(one.indicators) & set(other.indicators))
    return same and bool(one.zones) and (one.zones, one.periods, one.status) != (other.zones, other.periods, other.status)
