"""A number beside one that the question tells: 离50亿元还差多少, 的一半是多少, 再增长10%会到多少; the one just told in another unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.question import normalise_question
from index.numerals import find_quantities, parse_number
from index.units import ANY_UNIT

__all__ = ["IN_UNIT", "Reckoning", "Supposed", "supposition"]


class Reckoning(StrEnum):
    """What is done with the printed number."""

    DISTANCE = "差多少"
    PORTION = "取几成"
    GROWN = "再增长"
    ADDED = "再增加"
    CONVERTED = "换算"


@dataclass(frozen=True, slots=True)
class Supposed:
    """``base`` asks for the printed number, "" for the result told before; ``number`` is in ``unit``, or in per cent."""

    base: str
    way: Reckoning
    number: Decimal
    unit: str = "%"
    said: str = ""
    wanted: str = ""  # the unit asked for: 亿元 of 是多少亿元
    of_result: bool = False  # of what was worked out just before


_UNIT = f"(?:{ANY_UNIT})"
_HOW = f"(?:多少|几|多远)(?:个)?(?P<wanted>(?:[百千]?[万亿])?{_UNIT}?)(?:呢|左右)?[?？。]*"
_AMOUNT = rf"(?P<amount>(?:\d[\d,.]*|[一二三四五六七八九])?(?:[十百千]?[万亿])?{_UNIT}?)"
_PART = "(?P<part>一半|\\d[\\d.]*%|百分之[一二三四五六七八九十\\d.]{1,5}|[一二两三四五六七八九]成半?|[二三四五六七八九十]分之[一二三四五六七八九])"
_SO = "(?:的话)?[，,]?(?:那么?|则|就|将|会|能|可以?|应该?|大[约概]|约|总共|一共)*(?:是|达到?|变成|变为|增?到|有|为|等于|合)*"
_IF = "(?:如果|若是?|假如|假设|要是|倘若|按照?)?"
_FORMS = (
    (Reckoning.DISTANCE, re.compile(
        f"(?P<head>.*?)(?:现在|目前|已经?)?(?:[距离]离?|[跟和与同比]|到|够){_AMOUNT}(?:的?(?:大关|关口|门槛|整数关|台阶))?"
        f"(?:还|仍|又|要|得|相|再)*(?:差|缺|欠|少|多|超|高|低)(?:了|出)?{_HOW}")),
    (Reckoning.PORTION, re.compile(f"(?P<head>.*?)的{_PART}(?:大[约概]|约)?(?:是|为|等于|合|有){_HOW}")),
    (Reckoning.GROWN, re.compile(rf"{_IF}(?P<head>.*?)(?:再|继续|接着)(?:继续|同样|也)*(?P<verb>增长|增加|提高|上升|上?涨|下降|下跌|降低|减少)了?"
                            rf"(?P<rate>\d[\d.]*)%{_SO}{_HOW}")),
    (Reckoning.GROWN, re.compile(f"{_IF}(?P<head>.*?)(?:再|要是|能)?(?P<verb>翻)(?:一番|一倍|了?番){_SO}{_HOW}")),
    (Reckoning.ADDED, re.compile(f"{_IF}(?P<head>.*?)(?:再|继续)(?P<verb>增加|新增|增|多|减少|减|少){_AMOUNT}{_SO}{_HOW}")),
)
IN_UNIT = re.compile(
    "(?:那么?|它|[这那]个?数?|也|就|是|请|帮我|能)*(?:(?:折合|折算|换算|换|折|合)(?:成|为|下来)*(?:是|有)?|用|按|以|是)(?:多少|几)?个?"
    "(?P<unit>[亿万]?(?:美)?元|万?平方米|平方公里|公顷|亩|万?吨|万?人)(?:来?(?:表示|算|说|计|看))?(?:是|有)?(?:多少|呢)?[?？。]*"
)
_OTHERWISE = re.compile(
    "目标|任务|计划|预算(?!收入|支出|外|内)|预期|总投资|盘子|占|完成[^投]|上年|去年|基础上|推算|每|平均|[,，。；;？?].*[,，。；;？?].|哪|谁|为什么"
)
_TRAILING = re.compile("(?:目前|现在|已经?|还|又|要|得|的|[，,]|如果|要是|假如|若)+$")
_ALONE = re.compile("(?:那么?|它|[这那]个?数?|再|就|[，,])*")
_ROUND = {"十亿": "10亿元", "百亿": "100亿元", "千亿": "1000亿元", "万亿": "10000亿元"}
_FALLS = ("下降", "下跌", "降低", "减少", "减", "少")


def supposition(text: str, *, behind: bool = False, formula: str = "") -> Supposed | None:
    """None where the question tells no number of its own to set the printed one against; ``behind`` another question it may name nothing.

    ``formula`` is what that one was worked out with: of any result a part is taken, or another unit, but only a sum grows or is short of anything.
    """
    whole = normalise_question(text)
    if formula and (unit := IN_UNIT.fullmatch(whole)):
        return Supposed("", Reckoning.CONVERTED, Decimal(1), wanted=unit["unit"], of_result=True)
    for way, form in _FORMS:
        found = form.fullmatch(whole)
        if found is None:
            continue
        head = _TRAILING.sub("", found["head"])
        if _OTHERWISE.search(head) or _OTHERWISE.search(whole[found.end("head") :]):
            return None
        alone = _ALONE.fullmatch(head) is not None
        if alone and not behind:
            return None
        read = _number(way, found)
        wanted = found["wanted"] if len(found["wanted"]) > 1 else ""
        of_result = alone and (" + " in formula or (way is Reckoning.PORTION and bool(formula)))
        base = "" if of_result else "这个数是多少" if alone else f"{head}是多少"
        return Supposed(base, way, *read, wanted, of_result) if read else None
    return None


def _number(way: Reckoning, found: re.Match[str]) -> tuple[Decimal, str, str] | None:
    """The number told, its unit, and how it is said."""
    if way is Reckoning.PORTION:
        rate = _per_cent(found["part"])
        return (rate, "%", found["part"]) if rate is not None else None
    if way is Reckoning.GROWN:
        rate = Decimal(100) if found["verb"] == "翻" else Decimal(found["rate"])
        return (-rate if found["verb"] in _FALLS else rate), "%", ""
    amount = _ROUND.get(found["amount"].removesuffix("元"), found["amount"])
    amount = f"{amount}元" if re.search("[万亿]$", amount) else amount
    told = find_quantities(amount)
    if len(told) != 1 or not told[0].unit or told[0].is_rate or not re.search(r"[\d百千万亿]", amount):  # 比二期多多少
        return None
    value = -told[0].value if way is Reckoning.ADDED and found["verb"] in _FALLS else told[0].value
    return value, told[0].unit, told[0].text


def _per_cent(part: str) -> Decimal | None:
    if part == "一半":
        return Decimal(50)
    if part.endswith("%"):
        return Decimal(part[:-1])
    if part.startswith("百分之"):
        return parse_number(part[3:])
    if "分之" in part:
        below, above = map(parse_number, part.split("分之"))
        return above / below * 100 if above and below else None
    tenths = parse_number(part[0])
    return tenths * 10 + (5 if part.endswith("半") else 0) if tenths is not None else None
