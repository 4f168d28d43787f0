"""Figures in Chinese: the number first, as printed, then what it is of."""

from __future__ import annotations

import re
import unicodedata

from assistant.computing import Computed, plain
from assistant.facts import Facts
from assistant.records import Draft, Statement
from index.numerals import Quantity, find_quantities
from index.records import Figure, Status
from index.units import ANY_UNIT

__all__ = ["amount", "changed", "describe", "growth", "more_or_less", "name_of", "names_the_outermost", "result_of", "said", "unit_asked", "when"]


_UNIT_ASKED = re.compile(f"(?:(?:多少|几)个?|(?:按|用|以)(?=(?:{ANY_UNIT})(?:来|作单位)?(?:算|计|看|说)))(?P<unit>[万亿]?(?:{ANY_UNIT}))")


def unit_asked(text: str) -> str:
    """亩 of 差多少亩, 按亩算; "" where none is said."""
    said = _UNIT_ASKED.search(text)
    return said["unit"] if said else ""


def changed(rate: Computed) -> str:
    """增长12.5%, 下降3%: a growth that was computed."""
    return f"{'增长' if rate.value >= 0 else '下降'}{rate.text.lstrip('-')}"


_OUTERMOST = re.compile("最[高低大小多少快慢]：")


def names_the_outermost(draft: Draft) -> bool:
    """Whether an answer says which is the highest or the lowest (甲园最高：…): the difference it tells is to the other end, which nobody asked of."""
    return any(_OUTERMOST.search(s.text) for s in draft.statements)


def when(figure: Figure) -> str:
    return figure.period.label if figure.period else ""


_OF_A_GOAL = re.compile("(?:年初|年度|全年|当年|原定|预期)*(?:目标|任务|计划|预期)(?:任务|数|值)?")  # said by the status


def name_of(figure: Figure) -> str:
    """Scope and indicator as one readable name, without saying the same word twice."""
    if not figure.scope or figure.scope in figure.indicator or (figure.status is Status.TARGET and _OF_A_GOAL.fullmatch(figure.scope)):
        return figure.indicator
    joint = "" if figure.indicator.startswith("占") or re.search(r"[园区镇业市省国增计认定]$", figure.scope) else "的"
    return f"{figure.scope}{joint}{figure.indicator}" if figure.indicator not in figure.scope else figure.scope


def describe(figure: Figure, *, zone: bool = True) -> str:
    """槐渚经济开发区2018年工业有效投资, with 目标 or 预计 when it is not an achieved figure."""
    status = {Status.TARGET: "目标", Status.EXPECTED: "预计"}.get(figure.status, "")
    tail = f"（{status}）" if status else ""
    return f"{Facts.short(figure.zone) if zone else ''}{when(figure)}{name_of(figure)}{tail}"


#: 三百一十二亿六千万元 is told as 312.6亿元; the quote beside it has it as printed.
_SPELLED_OUT = re.compile("[零〇一二两三四五六七八九十百千]+[亿万点][零〇一二两三四五六七八九十百千]")


def amount(figure: Figure) -> str:
    """The value as printed, half width, with its unit (a table has it in its heads) and qualifier: 突破160亿元, 约460亩."""
    text = unicodedata.normalize("NFKC", figure.value_text)
    if figure.value is not None and _SPELLED_OUT.match(text):
        text = f"{plain(figure.value)}{figure.unit}"
    if text and figure.unit and re.fullmatch(r"[-+\d.,]+", text):
        text += figure.unit
    return _qualified(text, figure)


_CELL = re.compile(r"[-+↑↓▲▼△▽]?(?P<number>[\d.,]*)%?(?P<about>(?:左右|以上|以内|以下|上下)?)")


def growth(figure: Figure) -> str:
    """The growth as printed: 同比增长25.6%; a bare table cell gets its verb from its sign."""
    text = unicodedata.normalize("NFKC", figure.growth_text)
    if figure.growth is not None and (cell := _CELL.fullmatch(text)):
        base, way = figure.growth_base if figure.growth_base in ("环比", "年均", "累计") else "同比", "增长" if figure.growth >= 0 else "下降"
        text = f"{base}{way}{cell['number']}{figure.growth_unit}{cell['about']}"
    text = re.sub(r"(?:增长|增加|上升)[-−](?=\d)", "下降", text)  # 同比增长11.9%、-3.2%, told of two
    return _qualified(text, figure) if text and figure.value is None else text


def _qualified(text: str, figure: Figure) -> str:
    after = ("以上", "左右", "以内", "以下", "上下")
    for word in re.findall("|".join(after), figure.qualifier):
        text = text if not text or word in text else text + word
    before = re.sub("|".join(after), "", figure.qualifier)
    return text if not text or not before or before in text or before in ("多", "余") else before + text


def said(figure: Figure) -> str:
    """The number part of a sentence: 22.53亿元，同比增长25.6%."""
    return "，".join(part for part in (amount(figure), growth(figure)) if part)


def more_or_less(more: bool, unit: str) -> str:
    """By which word one number is said to be above or below another: rates are higher, amounts are more."""
    return ("高" if more else "低") if unit in ("%", "％") else ("多" if more else "少")


def result_of(statement: Statement) -> Quantity | None:
    """What a computed statement tells: the number with a unit that stands behind the last = or ≈ of its formula."""
    result = re.split("[=≈]", statement.formula)[-1].strip()
    told = [q for q in find_quantities(statement.text) if q.unit and result in (q.text, q.text.removesuffix(q.unit))]
    return told[0] if told else None
