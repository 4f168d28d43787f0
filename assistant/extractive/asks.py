"""The numbers that a question asks for, one to three, each with its unit and sort, and which numbers of a report can be them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from assistant.extractive.wording import amount, growth
from assistant.linking import dimension, implied_unit, unit_fit
from index.records import Figure, FigureKind
from index.units import ANY_UNIT, CLASSIFIERS

__all__ = ["Ask", "Sort", "Told", "asks_of", "fits", "numbers_of"]

_NUMBER = (
    f"百分之(?:多少|几)|几成几?|第几|老几|(?:名次|位次|排名|排第)(?:是)?(?:怎么?样|如何)|多[大高长宽重远]|"
    f"(?:多少|(?<![十好这那哪近前数头])几(?![乎年月号日届层倍]))(?:[百千]?[万亿])?个?(?P<unit>{ANY_UNIT}|百分点|点)?"
)
_ASK = re.compile(_NUMBER)
_CLAUSE = re.compile("[，,、。；;？?！!]")
_IN_WORDS = re.compile("谁|哪|什么|啥|为何|怎么(?!样)|吗|是否|有没有|何时|是不是")
_RANK = re.compile("第几|老几|名次|位次|排名|排第|排[在多几老]")
# 增值税, 增资, 升规企业, 减税 tell of no change.
_CHANGE = re.compile(
    "(?:增(?!加?值|资)|升(?![上规限])|减(?![税排负])|降(?![费本水])"
    "|[涨跌滑缩]|扩(?![区建园城])|(?<![关卖拆花用停])掉|同比|幅|[比较][^，,]{0,8}?[多少高低快慢])[^，,。；]{0,7}$"
)
_AMOUNT = re.compile("额[^，,。；]{0,3}$")
_MONEY = re.compile("[^，,。；]{0,2}(?:钱|资金)")
_MONEY_MOVED = re.compile("[放贷拨筹募捐付收融借还欠](?:[给出到来上]|了)*$")  # 贷了多少款 counts no kinds
_EARNED = re.compile("[挣赚](?:[到得]|了)*$")
_EXTENT = re.compile("多[大高长宽]")
_MONEY_SIZED = re.compile("额|值|量|投资|规模|基金|盘子|资金|收入|财政|外贸|口|支出|贷款|债|成本|税|缺口")
_RATE = re.compile("百分之|几成|占(?![地着用据道线])|比[重例]|率")
_POINTS = re.compile("点|[高低快慢超]")
_LINK = re.compile("(?:大概|一共|总共|共计?|实际|到底)*[是为有达到了占]{0,3}$")
_EACH = re.compile("(?:分别|各自?)[是为有达到了占完成]{0,4}$")
_AND = re.compile("以及|[、和与及跟]")
_NOUN = re.compile(
    "(?:(?P<GROWTH>[增涨降跌]幅|增速|增长(?:速度|率|幅度)|变动幅度)|(?P<RATE>率|占比|比[重例])|(?P<RANK>名次|位次|排名)|"
    "额|造价|经费|资金|花费|贷款|税收|收入|数目?|[数总产销容流存用]?量|[总产价]值|面积|规模|里程|长度|[个家户件人台套宗]次?数|投资|产能|能力|税|补贴|次数|强度|水平|工资|价格?|成本|余额|指标)"
    "(?P<aim>的?(?:目标|计划|预期|任务)[数值]?)?[。．.]?$"
)
_OF_RATE = re.compile("的?(?:比[重例]|占比)")


class Sort(Enum):
    """What kind of number an asked thing is."""

    NUMBER = 1
    RATE = 2
    GROWTH = 3
    RANK = 4


@dataclass(frozen=True, slots=True)
class Ask:
    """One number asked for: ``text`` is the clause up to it, and what stands between it and the one before."""

    text: str
    sort: Sort
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a figure: its value, or with ``grew`` its growth."""

    figure: Figure
    grew: bool = False

    @property
    def text(self) -> str:
        return growth(self.figure) if self.grew else amount(self.figure)


def asks_of(text: str) -> tuple[Ask, ...]:
    """The numbers that a question asks for, in order, three at most; none where it asks for something else as well."""
    out: list[Ask] = []
    start = 0
    for match in _ASK.finditer(text):
        end = _end_of_noun(text, match.end())
        for part in _each(text[start : match.start()]):
            out.append(_asked(part, match, text, end))
        start = end
    if _IN_WORDS.search(_ASK.sub("", text)) or len(out) > 3:
        return ()
    return tuple(out) or _named(text)


def _asked(before: str, match: re.Match[str], text: str, end: int) -> Ask:
    """The number that stands behind ``before``; the clause ends at ``end``."""
    unit = match["unit"] or next((u for u in "亿万" if match.group().endswith(u)), "")
    moved = unit == "款" and _MONEY_MOVED.search(before) is not None
    if moved or (not unit and (_AMOUNT.search(before) or _EARNED.search(before) or _MONEY.match(text[match.end() :]))):
        unit = "元"
    near = _CLAUSE.split(before)[-1] + match.group() + ("比重" if _OF_RATE.match(text, match.end()) else "")
    if _RANK.search(match.group()) or _RANK.search(before[-8:]):
        sort = Sort.RANK
    elif _CHANGE.search(before):
        sort = Sort.GROWTH
    elif _RATE.search(near) or unit in ("%", "点", "百分点"):
        sort = Sort.RATE
    else:
        sort = Sort.NUMBER
        unit = unit or implied_unit(text[match.start() : end]) or implied_unit(_LINK.sub("", before))
    return Ask(before + text[match.start() : end], sort, "%" if sort is Sort.RATE else unit)


def _each(before: str) -> list[str]:
    """What stands before a number asked for, taken apart where each of several things is asked: 出口和进口各."""
    listed = _EACH.search(before)
    parts = [p for p in _AND.split(before[: listed.start()].rstrip("，,")) if p] if listed else []
    return parts if 2 <= len(parts) <= 3 and not any(_CLAUSE.search(p) for p in parts[1:]) else [before]


def _named(text: str) -> tuple[Ask, ...]:
    """The number that a question names and no more: 标准厂房交付面积."""
    noun = _NOUN.search(text)
    if noun is None:
        return ()
    sort = next((sort for sort in (Sort.GROWTH, Sort.RATE, Sort.RANK) if noun[sort.name]), Sort.NUMBER)
    name = text[: noun.start("aim")] if noun["aim"] else text[: noun.end()].rstrip("。．.")
    unit = "%" if sort is Sort.RATE else "元" if name.endswith("额") else implied_unit(name)
    return (Ask(text, sort, unit),)


def numbers_of(figure: Figure) -> Iterator[Told]:
    """Its value, its growth."""
    if figure.value is not None:
        yield Told(figure)
    if figure.growth is not None and figure.growth_text:
        yield Told(figure, grew=True)


def _end_of_noun(text: str, start: int) -> int:
    """Where the clause or the next number asked for ends what stands behind one: 几套安置房."""
    clause, next_ask = _CLAUSE.search(text, start), _ASK.search(text, start)
    return min(m.start() if m else len(text) for m in (clause, next_ask))


def fits(told: Told, ask: Ask) -> bool:
    """Whether a number can be the asked one, by its sort and unit alone."""
    f = told.figure
    if ask.sort is Sort.RANK:
        return not told.grew and f.kind is FigureKind.RANK
    if told.grew:
        percent = f.growth_unit in ("%", "个百分点", "")
        return ask.sort is Sort.GROWTH and (percent if ask.unit in ("", "%", "点", "百分点") else dimension(f.growth_unit) == dimension(ask.unit))
    if f.kind is FigureKind.RANK:
        return False
    rate = dimension(f.unit) == "%"
    said = ask.unit in ask.text and ask.unit not in ("亿", "万")
    if {dimension(ask.unit), dimension(f.unit)} == {"元", "外币"} and said:  # 出口额 may be in dollars
        return False
    sized = _EXTENT.search(ask.text)
    if sized and (dimension(f.unit) in ("个", "人") or (dimension(f.unit) in ("元", "外币") and not _MONEY_SIZED.search(ask.text))):
        return False  # 多大库容 is no 186台, 综保区有多大 no 63.5亿元
    if ask.sort is Sort.RATE:  # 占全市比重 is no 高于全市1.1个百分点
        return rate and (f.kind is not FigureKind.GAP or _POINTS.search(ask.text) is not None)
    if ask.sort is Sort.GROWTH:
        moved = f.kind in (FigureKind.GAP, FigureKind.GROWTH) and ask.unit not in CLASSIFIERS
        return moved or (not rate and bool(ask.unit) and unit_fit(f, ask.unit) > 0)
    if rate and ask.unit != "%" and not _RATE.search(ask.text):
        return False
    return f.kind in (FigureKind.VALUE, FigureKind.GROWTH) and unit_fit(f, ask.unit) >= 0
