"""How far a zone, or a part of one, is from the first or the last of all: 霁岭2018年固定资产投资比第一名少多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.extremes import ordered_by_size
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.tallied import parts_beside
from assistant.extractive.wording import amount, describe, growth, more_or_less, said
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from index.records import Figure

__all__ = ["answer_against_the_first", "behind_the_first"]

_THE_FIRST = (
    "(?:比|较|[跟和与同]|距离?|离|落后(?:于)?)(?:(?:排名?)?第一名?|最[高多大快]的?|榜首|头名|排?头一?名|(?P<last>垫底的?|最[低少小慢]的?|末位|最后一?名|倒数第一名?))"
    "(?:的)?(?:那?个?(?:开发区|园区|片区|区|园|那?[个家]))?(?:的)?(?:相比)?(?:还|要|就|又|，)?(?:差|少|多|高|低|大|小|落后|领先|相差)(?:了|出)?(?:多少|几)"
)
_ASKED = re.compile(_THE_FIRST)
#: 三个园里最大的比最小的多多少: the one end of a group against the other.
_OF_A_GROUP = re.compile("最|头名|谁|哪|第一|[两三四五六七八九几各](?:个|家|大|条)")
_ALONE = re.compile(f"(?:那么?|它|这)?(?P<where>[㐀-鿿]{{0,10}}?){_THE_FIRST}[㐀-鿿]{{0,5}}[?？。]*")


def behind_the_first(text: str, turns: Sequence[Query]) -> str:
    """比第一名少多少, behind a question on one number of a zone or a ranking: that question in full; "" for any other."""
    asked = _ALONE.fullmatch(text)
    last = next((query for query in reversed(turns) if query.indicators), turns[-1])  # 谁最低 names none
    zone = asked["where"] or _subject(last) if asked is not None else ""
    if asked is None or not zone or len(last.indicators) != 1:
        return ""
    when = last.periods[0].label if len(last.periods) == 1 else ""
    grown = "增速" if last.aspect is Aspect.GROWTH else ""
    return f"{zone}{when}{''.join(last.scopes)}{last.indicators[0]}{grown}{text[asked.end('where') :]}"


def _subject(last: Query) -> str:
    """The zone that a question was of: the first of the two that it set against one another."""
    return last.zones[0] if len(last.zones) == 1 or (last.zones and last.operation is Operation.DIFFERENCE) else ""


def answer_against_the_first(drafting: Drafting, query: Query) -> bool | None:
    """The difference with both numbers; None where nothing of the kind is asked, False where there is nothing to set it against."""
    asked, phrase = _ASKED.search(query.text), "".join(query.indicators)
    if asked is None or len(query.zones) != 1 or not phrase or len(query.periods) > 1 or _OF_A_GROUP.search(query.text[: asked.start()]):
        return None
    facts, grown = drafting.facts, query.aspect is Aspect.GROWTH
    plain = replace(query, operation=Operation.ONE, direction=1, operands=(), compared=())
    own = resolve(facts, slot_of(plain, phrase)).figure
    if own is None:
        return None
    others = parts_beside(facts, own) if own.scope else _of_other_zones(facts, plain, phrase, own)
    ordered = ordered_by_size([own, *others], grown)
    if len(ordered) < 2 or own not in ordered:
        others_are = "部分" if own.scope else "开发区"
        drafting.say(f"{REFUSAL}可以相比的其他{others_are}的“{phrase}”。有的是{describe(own)}：{said(own)}。", drafting.cite(own))
        return False
    end = ordered[-1] if asked["last"] else ordered[0]
    most = f"{'增速' if grown else ''}最{'低' if asked['last'] else '高'}"
    tell = growth if grown else amount
    if end is own:
        listing = "；".join(f"{describe(f)}{tell(f)}" for f in ordered)
        drafting.say(f"它就是{most}的（{listing}）。", drafting.cite(*ordered))
        return True
    rates = [f.growth for f in (own, end) if f.growth is not None]
    pair = (rates, "个百分点") if grown else computing.common_unit([own, end])
    if pair is None:
        return None
    (mine, its), unit = pair
    gap = computing.difference(mine, its, unit)
    word = ("高" if mine > its else "低") if grown else more_or_less(mine > its, unit)
    drafting.say(
        f"{word}{gap.text}（{describe(own)}{tell(own)}；{most}的是{describe(end)}{tell(end)}；{gap.formula}）。", drafting.cite(own, end), gap.formula
    )
    return True


def _of_other_zones(facts: Facts, query: Query, phrase: str, own: Figure) -> list[Figure]:
    """The same number of the same time in each other zone that tells it."""
    found: dict[str, Figure] = {}
    for words in dict.fromkeys((phrase, own.name)):  # 财政收入 of a zone that has 财政总收入 beside 一般公共预算收入
        for zone in (z for z in facts.zones.zones if z != own.zone and z not in found):
            figure = resolve(facts, slot_of(query, words, zone=zone, period=own.period)).figure
            if figure is not None and (figure.period, figure.status, figure.kind, figure.name) == (own.period, own.status, own.kind, own.name):
                found[zone] = figure
    return [*found.values()]
