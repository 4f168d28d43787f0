"""A number beside one that the question tells: 离50亿元还差多少, 的一半是多少, 再增长10%会到多少, 要到50亿元得增长多少.

Or the one just told, in another unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.periods import PeriodMention, find_periods
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
    NEEDED = "要增长多少"
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
#: 2021年想把营业总收入做到1150亿，一年要长百分之几; 2023年外资要冲6500万美元，比2022年实际到位的得增长多少
_AIMED = re.compile(
    f"(?P<head>.*?)(?:(?:做|达|干|冲|完成|增长?|增加|上|涨|提[高升]|发展|扩大?)到|达|冲刺|冲击?|突破|完成|实现){_AMOUNT}"
    "(?:以上|左右|上下|台阶|大关|关口|的?(?:目标|任务))?(?:的话)?[，,]?"
    "(?P<since>[^，,。？?]*?)(?P<verb>增长|增加|涨|长|提高|增幅|增速|增长率)(?:率|幅)?(?:为|是|要|得|需要?|应|该|达到?|上|到|在)*"
    "(?:多少(?:个?百分点|%)?|百分之[多几]少?|几(?:个(?:百分)?点|%|成))(?:才[能够到行成]*|就?够格?|就行)*[?？。]*"
)
_AS_AIM = re.compile("如果|若|要是|假如|假设|真|想|[要得需须]|打算|力争|争取|计划|目标|冲|意味着|相当于|等于|才[能够]")
_WISH = re.compile(
    "明年|来年|下一?年度?|如果|若是?|要是|假如|假设|倘若|真的?能?|想[要在]?|打算|准备|力争|争取|计划|把|将|[能要得需须]|[，,]|目标(?:是|为|定为)?"
)
_THAN = re.compile("[上去前]一?年(?:同期)?|现在|目前|实绩|基础上?|会|还|再|至少")
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
    return _aimed(whole)


def _aimed(whole: str) -> Supposed | None:
    """What has to be grown to reach a number told; the printed one is of the year before, or of the earlier one that is named."""
    found = _AIMED.fullmatch(whole)
    if found is None or not _AS_AIM.search(found["head"] + found["since"]) or re.search("目标|任务|计划", found["since"]):
        return None
    read = _number(Reckoning.NEEDED, {"amount": found["amount"], "verb": ""})
    told = find_periods(whole)
    years = [m for m in told if m.periods]
    aims = [m for m in years if m.end <= found.end("head")]
    if read is None or len(years) > 2 or not all(len(m.periods) == 1 and m.periods[0].is_year for m in years):
        return None
    head = _without(found["head"], 0, told)
    than = re.search("[比较](.*)", found["since"])
    basis = _WISH.sub("", _THAN.sub("", _without(than[1], found.start("since") + than.start(1), told))) if than else ""  # 核定后的
    named = re.sub("的+$", "", _WISH.sub("", head))
    if len(named) < 2:
        return None
    since = min((m.periods[0] for m in years), key=lambda p: p.key) if len(years) == 2 else aims[0].periods[0].shifted(-1) if aims else None
    label = since.label if since else "去年" if any(m.relative == 0 for m in told) else ""
    return Supposed(f"{label}{basis}{named}是多少", Reckoning.NEEDED, *read)


def _without(text: str, start: int, told: Sequence[PeriodMention]) -> str:
    """A piece of the question that begins at ``start``, without the times that it names."""
    for m in reversed(told):
        if start <= m.start and m.end <= start + len(text):
            text = text[: m.start - start] + text[m.end - start :]
    return text


def _number(way: Reckoning, found: re.Match[str] | Mapping[str, str]) -> tuple[Decimal, str, str] | None:
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
