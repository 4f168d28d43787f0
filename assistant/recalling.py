"""What a follow-up calls by its place among what was said: 第二个, 这两样, 还剩的那个."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.against import ACTION
from assistant.newly import CAME_OR_WENT
from assistant.records import Answer, Aspect, Operation, Query
from assistant.terms import find_terms, is_all_known
from index.figures.ellipsis import is_thing
from index.numbers import count_of

__all__ = ["listed", "members_asked", "of_one_owner", "recalled"]

_NAME = "[㐀-鿿A-Za-z0-9]{2,10}"
_MANY = "[两二三四五六七八九]"
_KIND = "(?:产业链?|行业|园区?|片区|企业|公司|项目|指标|板块|区|镇|街道)"
_COUNTED = re.compile(f"(?:这|那)?{_MANY}(?:个|大|家|条|项|类|块)(?:主导|主要|重点)?{_KIND}?的?")
_LIST = re.compile(
    f"(?P<names>{_NAME}?(?:、{_NAME}?)+(?:(?:和|与|及|以及){_NAME}?)?|{_NAME}?(?:和|与|及|以及){_NAME}?)"
    f"(?={_COUNTED.pattern}|的|各|分别)"
)
_PRINTED = re.compile(f"(?P<names>{_NAME}(?:、{_NAME})*(?:、|和|与|及|以及){_NAME})(?=分别|各)")
_JOINT = re.compile("、|以及|和|与|及")
_THEM = re.compile(
    "(?:那么?|到)?(?:(?:19|20)?\\d\\d年(?:[上下]半年)?|[今明去前]年|上一?年|次年)?(?:年?[底末])?呢?[，,]?的?(?:上面|前面|刚才|刚刚)?(?:说|问|提)?(?:的|到的)?(?:这|那)?"
    "(?:俩|(?P<many>[两二三四])(?:样|项|者|种|类|块|个(?:数字?|指标|数据)?))(?:东西|指标|数据?)?(?P<growth>的?(?:同比)?(?:增速|增幅|涨幅|增长率?))?"
    "(?P<sum>(?:加起来|合起来|加在一起|合计|一?共|总共)(?:是|有)?)?(?:各自?|分别|又|都)*(?:是|有|为|完成|达到?)?(?:多少|几|怎么?样|如何|呢)[㐀-鿿]{0,4}[?？。]*"
)
# 霁岭的这两项增速
_OF_ZONE = re.compile("^(?:那么?|换成)?[㐀-鿿]{2,12}?(?:那边|同(?:一?年|期)|的)*(?=(?:这|那|上面|前面)?(?:俩|[两二三四][项样个]))")
_LEFT = re.compile(
    "(?:那么?)?(?:还剩|剩下?|剩余|余下?|另外?|其余)(?:下来)?的?"
    f"(?:那|这)?一?(?:个|家|项|条|块){_KIND}?(?:呢|的?呢|(?:是|有)?多少)?[?？。]*"
)


def listed(query: Query) -> tuple[str, ...]:
    """What a question lists of one kind: 轴承传动、竹木家居、健康食品三个产业的产值."""
    found = _LIST.search(query.bare)
    return tuple(n for n in _JOINT.split(found["names"]) if n) if found else ()


def members_asked(query: Query) -> Query:
    """轴承传动、竹木家居、健康食品三个产业产值: the indicator that is said once, of each that is listed."""
    *others, last = query.indicators or ("",)
    group = _COUNTED.search(last)
    one_of_each = query.operation in (Operation.ONE, Operation.PARTS)
    if not others or group is None or group.start() < 2 or any(find_terms(p) for p in others) or not one_of_each:
        return query
    noun, terms = last[group.end() :], find_terms(last[group.end() :])
    if not terms or terms[-1].end != len(noun):
        return query
    return replace(query, indicators=tuple(name + noun for name in (*others, last[: group.start()])))


def of_one_owner(query: Query) -> Query:
    """甲项目总投资和产值各多少: both of the project that the first names; 新开工和竣工项目: projects both."""
    first, *others = query.indicators or ("",)
    stage = _STAGE.match(others[-1]) if others and all(map(_STAGE.fullmatch, (first, *others[:-1]))) else None
    if stage is not None and len(noun := others[-1][stage.end() :]) > 1:
        return replace(query, indicators=(*(p + noun for p in (first, *others[:-1])), others[-1]))
    if others and (behind := _STAGE_LAST.search(first)) and all(map(_STAGE.fullmatch, others)):  # 重点项目开工和竣工各多少
        return replace(query, indicators=(first, *(first[: behind.start()] + p for p in others)))
    terms = find_terms(first)
    owner = first[: terms[-1].start].removesuffix("的") if terms and terms[-1].end == len(first) else ""
    owns = is_thing(owner) or owner.endswith(("公司", "集团")) or (len(owner) > 2 and _COSTS.fullmatch(first[len(owner) :].removeprefix("的")))
    if not others or not owns or not all(is_all_known(p.removeprefix("年")) for p in others):
        return query
    return replace(query, indicators=(first, *(owner + p for p in others)))


_STAGE = re.compile(f"(?:新|已)?(?:开工|动工|竣工|完工|投产|投用|建成|签约|落地|落户|在建|续建|引进|招引|储备|入库)|{CAME_OR_WENT}")
_STAGE_LAST = re.compile(f"(?<=..)(?:{_STAGE.pattern})$")
_COSTS = re.compile("(?:计划)?总投资额?|(?:累计|当年)?完成投资额?")


def recalled(whole: str, query: Query, before: Sequence[tuple[Query, Answer]]) -> Query | None:
    """The question in full that a follow-up asks of what was asked, or cited, before; None where it recalls nothing."""
    last, answer = before[-1]
    them = _THEM.fullmatch(_OF_ZONE.sub("", whole) if query.zones or query.scopes else whole)
    if them:
        numbers = ((one, told) for one, told in reversed(before) if len(one.indicators) == 1 and one.aspect is not Aspect.SHARE)
        apart = [_as_told(one, told) for one, told in numbers if not told.refused]
        many = count_of(them["many"] or "二")
        pair = (*last.indicators[:-1], _as_told(last, answer)) if last.part_of else last.indicators
        phrases = pair if len(pair) == many else tuple(reversed([*dict.fromkeys(apart)][:many]))
        if len(phrases) == many:
            periods, zones = query.periods or last.periods, query.zones or last.zones
            aspect = Aspect.GROWTH if them["growth"] else Aspect.VALUE
            operation = Operation.SUM if them["sum"] else Operation.ONE
            asked = replace(last, text=whole, indicators=phrases, aspect=aspect, operation=operation, operands=(), shorter=(), near=(), part_of=False)
            return replace(asked, periods=periods, zones=zones, scopes=query.scopes or last.scopes)
    if _LEFT.fullmatch(whole):
        return _left(whole, last, answer, "".join(one.text for one, _ in before))
    return None


def _as_told(asked: Query, answer: Answer) -> str:
    """工业用地, asked for as 给工业的有多少: what the only number told goes by."""
    told = answer.figures[0] if len({(f.scope, f.indicator) for f in answer.figures}) == 1 else None
    if told is None or told.scope or is_all_known(asked.indicators[-1]):
        return _phrase(asked)
    return told.indicator


def _phrase(asked: Query) -> str:
    """竣工保障房, of 竣工的呢 after 保障房开工了多少."""
    phrase, own = asked.indicators[-1], "".join(asked.shorter)
    return own + ACTION.sub("", phrase) if ACTION.fullmatch(own) and own not in phrase else phrase


def _left(whole: str, last: Query, answer: Answer, asked: str) -> Query | None:
    """云岫园, after 松坪园 and 砚池园 of a sentence that lists the three."""
    for citation in answer.citations:
        found = _PRINTED.search(citation.quote)
        names = _JOINT.split(found["names"]) if found else []
        rest = [n for n in names if n not in asked]
        told = [n for n in names if n in last.scopes or any(p.startswith(n) for p in last.indicators)]
        if len(rest) != 1 or not told:
            continue
        moved = tuple(dict.fromkeys(re.sub(f"^(?:{'|'.join(told)})", rest[0], p) for p in last.indicators))
        scopes = (*(s for s in last.scopes if s not in told), rest[0]) if set(told) & {*last.scopes} else last.scopes
        aspect = last.aspect if last.aspect is Aspect.GROWTH else Aspect.VALUE
        return replace(
            last, text=whole, indicators=moved, scopes=scopes, aspect=aspect, operation=Operation.ONE, operands=(), shorter=(), near=(), part_of=False
        )
    return None
