"""A follow-up that takes up the last two numbers told, in full: 占多少, 这两个合计占…多少, 人均呢, 两年加起来."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.computing import common_unit
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.mentioned import called, last_told
from assistant.records import Operation
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.records import Figure

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["TWO_YEARS", "of_both_years", "of_last_two", "of_the_foremost", "of_two_years"]

_MANY = "的?(?:比重?|比例)?(?:是|有)?(?:多少|多大|几成|百分之几|几个点)"
_SHARE = re.compile(f"(?:那么?|它)?(?P<of>[㐀-鿿]{{0,8}}?)占(?:了|到|全部|总数?)?{_MANY}(?:比[重例])?[?？。]*|占比(?:是?多少|呢)?[?？。]*")
_SUM_SHARE = re.compile(
    "(?:这|那)?(?:两|2)(?:个|者|家|项|块)?(?:合计|合起来|加起来|一共|总共|共)占(?:了|到)?(?P<of>[㐀-鿿]{2,12}?)" + _MANY + "[?？。]*"
)
_EACH = re.compile(
    "(?:那么?|合|摊下来|平均下来)?(?:(?P<head>[人户])均|(?:平均|摊到?)(?:每|[一1])?(?P<unit>[人户家个件项亩名]))"
    "(?:是|有|大概|大约)*(?:呢|多少|几[万亿])?[㐀-鿿]{0,2}[?？。]*"
)
_MEASURE_EACH = re.compile(
    "(?:那么?)?平均(?:下来)?(?:每|[一1])(?P<unit>[家户个])(?:企业|项目)?的?(?P<what>产值|税收|利润|营收|收入|投资|总投资|用工|研发投入)(?:是|有|为)?(?:呢|多少|几[万亿])[㐀-鿿]{0,2}[?？。]*"
)
_COUNTED = re.compile("(?:项目|企业)$")
_SHARED_BY = ("人名", "户家", "个项件家", "亩")
TWO_YEARS = re.compile("(?:这|前后)?(?:两|2)个?(?:年度?|者|个数)")


def of_last_two(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """The question in full of the numbers that the last two turns told, both of one zone and period; "" where it is another."""
    each, last = _EACH.fullmatch(text), last_told(turns)
    counted = each is not None and each["unit"] in ("个", "家") and last is not None and _COUNTED.search(last.scope)
    if each is not None and last is not None and counted and dimension(last.unit) in ("元", "外币"):
        where = f"{Facts.short(last.zone)}{last.period.label if last.period else ''}"
        return f"{where}平均每{each['unit']}{last.scope}的{last.indicator}多少"  # 新签约项目的协议总投资 → 平均每个多少
    measured = _MEASURE_EACH.fullmatch(text)
    if measured is not None and last is not None and last.unit == measured["unit"] and last.period is not None:
        where = f"{Facts.short(last.zone)}{last.period.label}"
        return f"{where}平均每{last.unit}{called(last)}的{measured['what']}多少"  # 规上企业呢 → 平均每家产值多少
    told = [f for t in turns[-2:] if (f := last_told([t])) is not None and f.period is not None]
    if len(told) < 2 or (told[0].zone, told[0].period) != (told[1].zone, told[1].period):
        return ""
    where = f"{Facts.short(told[0].zone)}{told[0].period.label if told[0].period else ''}"
    if (said := _SUM_SHARE.fullmatch(text)) and common_unit(told) is not None:
        return f"{where}{called(told[0])}和{called(told[1])}合计占{said['of']}的比重是多少"
    if said := _SHARE.fullmatch(text):
        within = turns[-1].query.part_of and told[1].unit == told[0].unit  # 固投多少 → 其中工业投资 → 占比
        return _share(where, said["of"] or "", told[0], told[1], within=within)
    said = _EACH.fullmatch(text)
    return _each(where, said["head"] or said["unit"], told) if said else ""


_OF_THE_FIRST = re.compile(
    f"(?:那么?|它|其)?(?:又|大约|约)?占(?:了|到)?(?:全区|全园|全部|整个)?的?(?P<of>[㐀-鿿]{{0,10}}?){_MANY}(?:比[重例])?[?？。]*"
    "|占比(?:是|有|为)?(?:多少|多大|呢)[?？。]*"
)


def of_the_foremost(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """占全区多少, after 哪个片区产值最高: the share of the one that was found."""
    last, said = turns[-1], _OF_THE_FIRST.fullmatch(text)
    if said is None or last.query.operation is not Operation.EXTREME or last.answer.refused or not last.answer.figures:
        return ""
    if any(" + " in s.formula for s in last.answer.statements):
        return ""  # 前四家合计多少: of their sum
    first = last.answer.figures[0]
    if not first.scope or first.period is None or first.scope in last.query.text:
        return ""
    of = said["of"] or f"全区{first.indicator}"
    return f"{Facts.short(first.zone)}{first.period.label}{called(first)}占{of}的比重是多少"


def _share(where: str, of: str, first: Figure, last: Figure, *, within: bool = False) -> str:
    """占多少, after 辕北有几家 and 全区呢; 出口占多少, after 进出口 and 出口呢."""
    values = common_unit((first, last))
    if values is None or values[0][0] == values[0][1]:
        return ""
    part, whole = (first, last) if values[0][0] < values[0][1] else (last, first)
    if part is first:
        divides = whole.name == part.name and not whole.scope
    elif of:
        divides = of in called(part) and (part.part_of == whole.id or part.indicator in whole.indicator)
    else:
        divides = within or (part.scope != "" and not whole.scope and part.name in whole.name)
    return f"{where}{called(part)}占{'全区' * (not whole.scope)}{called(whole)}的比重是多少" if divides else ""


def _each(where: str, unit: str, told: Sequence[Figure]) -> str:
    """人均呢, 平均一家多少, after an amount and how many share it: the one by the other."""
    alike = "".join(group for group in _SHARED_BY if unit in group)
    counts = [f for f in told if f.unit.removeprefix("万") in [*alike]]
    money = [f for f in told if dimension(f.unit) in ("元", "外币")]
    if len(counts) != 1 or len(money) != 1:
        return ""
    if unit in "人名":
        return f"{where}按{called(counts[0])}算人均{called(money[0])}多少"
    return f"{where}{called(money[0])}按{called(counts[0])}算平均每{unit}多少"


def of_both_years(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """两年加起来, after 22年固投多少 … 那23年固投呢; what the last two turns told has rules of its own."""
    both, figure, before = TWO_YEARS.match(text), last_told(turns), last_told(turns[-2:-1])
    if both is None or figure is None or find_terms(text) or known.zones.find(text):
        return ""
    adjacent = before is not None and before.name == figure.name and before.period != figure.period
    return "" if adjacent else of_two_years(figure, text[both.end() :], turns)


def of_two_years(figure: Figure, rest: str, turns: Sequence[Turn]) -> str:
    """两年差多少, of what was told of just two years; "" where it was of another number of them."""
    told = (f for t in turns if (f := last_told([t])) is not None and (f.name, f.scope, f.zone) == (figure.name, figure.scope, figure.zone))
    years = sorted({f.period.label for f in told if f.period is not None})
    rest = re.sub("呢[?？]*$", "是多少", rest)
    return f"{Facts.short(figure.zone)}{years[0]}和{years[1]}{called(figure)}{rest}" if len(years) == 2 else ""
