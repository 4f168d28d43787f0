"""What is left to be done of a year's goal behind a part of the year: 去掉一季度预计数，后三个季度还得完成多少."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.slot import Slot
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.records import Aspect, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_rest_of_year"]

_REST = re.compile(
    "(?:后面?|剩下的?|余下的?|其余|其他)(?:的)?[两二三]个?季度|[二三]到四季度|二三四季度|下半年|(?:后面?|剩下的?|余下的?)(?:几个月|的月份|[一二三四五六七八九]个月)|四季度"
)
_PART = re.compile("(?P<part>一季度|上半年|前[两二三]个?季度)")
_LEFT = re.compile("还(?:得|要|需|差|剩|应)|要(?:完成|做|干|达)|(?:得|需|需要|必须|才能?)(?:完成|做|干|达|够|到)|才(?:够|行|能)")
#: 一季度之外的, 除一季度外: the rest by what it is without.
_BESIDES = re.compile(
    "(?:除了?|除去|扣除|扣掉|刨去|去掉|减去)(?:预计的?)?(?:一季度|上半年|前[两二三]个?季度)"
    "|(?:一季度|上半年|前[两二三]个?季度)(?:的|预计的?)?[^，,。]{0,10}(?:之外|以外)"
)
#: What is behind is of what comes before it: 后三个季度 of a year's first quarter, 下半年 of its first half.
_BEHIND = (
    (re.compile("(?:后面?|剩下的?|余下的?|其[余他])的?三个?季度|[二2]到四季度|二三四季度"
     "|(?:后面?|剩下的?|余下的?)[九9]个月|4月?[到至—~-]12月"), "一季度"),
    (re.compile("下半年|(?:后面?|剩下的?|余下的?)(?:的)?[两二]个?季度|(?:后面?|剩下的?|余下的?)[六6]个月|7(?:月)?[到至—~-]12月"), "上半年"),
    (re.compile("四季度|最后一个季度|(?:后面?|剩下的?|余下的?)(?:三|3)个月|10(?:月)?[到至—~-]12月"), "前三季度"),
)
#: 平均每个月还得完成多少: shared by the months that are left.
_MONTHLY = re.compile("月均|平均每?一?个?月|每一?个?月|一个月")
#: 按半年总结中对全年的预计, …，下半年需完成多少: up to what is expected, not to the goal.
_FORESEEN = re.compile("预计|预判|预测|估计|说全年[^，,。]{0,12}要?(?:做|干|达|完成)到")
_MONTHS = 12
_SPANS = {"一季度": (1, 3), "上半年": (1, 6), "前两季度": (1, 6), "前二季度": (1, 6), "前三季度": (1, 9)}


def answer_rest_of_year(drafting: Drafting, query: Query) -> bool:
    """The goal without what the part of the year brought or is expected to bring; False, with nothing said, where one isn't told."""
    said, besides = _PART.search(query.text), _BESIDES.search(query.text)
    foreseen = _FORESEEN.search(query.text) is not None
    behind = next((part for named, part in _BEHIND if named.search(query.text)), "")
    part = said["part"].replace("个", "") if said else behind
    rest = besides or behind or _REST.search(query.text)
    if not part or not rest or _LEFT.search(query.text) is None or len(query.zones) != 1 or not query.periods:
        return False
    terms = [t for t in find_terms(query.text) if len(t.meanings) == 1]
    year = Period.year(max(p.last_year for p in query.periods))
    if not terms:
        return False
    facts, named = drafting.facts, terms[0].said
    plain = slot_of(replace(query, status=None), named, aspect=Aspect.VALUE, unit="", scopes=())
    first, last = _SPANS[part]
    so_far = Period.months(year.first_year, first, last)
    begun = next((f for s in (Status.DONE, Status.EXPECTED, None) if (f := _told(facts, replace(plain, period=so_far, status=s))) is not None), None)
    wanted = (Status.EXPECTED, Status.TARGET) if foreseen else (Status.TARGET,)
    aims = (resolve(facts, replace(plain, period=year, status=s), abroad=False).figure for s in wanted)
    aim = next((f for f in aims if f is not None and f.value is not None), None)
    grown = resolve(facts, replace(plain, period=year, status=Status.TARGET, aspect=Aspect.GROWTH), abroad=False).figure if aim is None else None
    base = resolve(facts, replace(plain, period=year.shifted(-1), status=Status.DONE), abroad=False).figure if grown is not None else None
    if begun is None or begun.value is None:
        return False
    if aim is not None and aim.value is not None:
        values = computing.common_unit([aim, begun])
        shown, cited = f"{describe(aim)}{amount(aim)}", [aim]
    elif grown is not None and grown.growth is not None and grown.growth_unit == "%" and base is not None and base.value is not None:
        whole = computing.grown(base.value, grown.growth, base.unit)
        values = computing.common_unit([replace(base, value=whole.value, value_text=whole.text), begun])
        shown, cited = f"{describe(grown)}{growth(grown)}，合{whole.text}（{whole.formula}）", [grown, base]
    else:
        return False
    if values is None or values[0][0] <= values[0][1]:
        return False
    (of_year, brought), unit = values
    left = computing.difference(of_year, brought, unit)
    about = "约" if begun.qualifier or aim is None else ""
    told = f"{shown}，{describe(begun)}{amount(begun)}；{left.formula}"
    if _MONTHLY.search(query.text) and last < _MONTHS:
        each = computing.per(left.value, Decimal(_MONTHS - last), unit)
        drafting.say(f"平均每月约{each.text}（{told}；{each.formula}）。", drafting.cite(*cited, begun), each.formula)
        return True
    drafting.say(f"{about}{left.text}（{told}）。", drafting.cite(*cited, begun), left.formula)
    return True


def _told(facts: Facts, slot: Slot) -> Figure | None:
    figure = resolve(facts, slot, abroad=False).figure
    return figure if figure is not None and figure.kind is FigureKind.VALUE else None
