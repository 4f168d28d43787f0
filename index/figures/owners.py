"""Owners listed each with its number behind one measure: 税收前三名的企业依次是垦野农机2,480万元、铆固五金1,960万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.figures.companies import is_company
from index.figures.draft import Draft
from index.figures.ellipsis import PLACE
from index.glossary import is_known
from index.numerals import base_unit
from index.records import FigureKind

__all__ = ["name_owners"]

#: What introduces the list: a measure, whose are the largest, and a word of being.
_LEAD = re.compile(
    r"(?:^|[，。；：、]|其中)(?P<what>[^，。；：、\d\s（）()]{2,14}?)(?:贡献|最[大多高]|居前|靠前|领先|排?(?:名|在)?前[一二两三四五六七八九十\d]+)+(?:名|位|强|家|的)*"
    r"(?:的?(?:企业|单位|公司|产业|行业|片区|园区|镇|街道|国家|地区)?(?:依次|分别)?(?:是|为|有|：|:)*)(?P<who>[^，。；：、\d\s]{2,12})$"
)
#: 规上工业总产值|城北片区431.6亿元、团山片区287.2亿元.
_JOINED = re.compile(
    rf"(?P<what>[^，。；：、\d\s]{{2,14}}?(?:产值|增加值|收入|投资|税收|税金|资金|外资|出口|进出口|面积|总额))"
    rf"(?P<who>[^，。；：、\d\s]{{1,6}}?{PLACE})$"
)
_LONGEST = 40  # characters before a number in which its list is introduced


def name_owners(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """Give each number of such a list its measure, with its owner as scope."""
    for first, draft in enumerate(made):
        row = [draft, *_beside(sentence, at, made[first:])]
        if draft.scope or draft.kind is not FigureKind.VALUE or not draft.value_text:
            continue
        number = sentence.rfind(draft.value_text, 0, draft.end - at)
        if number < 0:
            continue
        before = sentence[max(0, number - _LONGEST) : number]
        led, joined = _LEAD.search(before), _JOINED.search(before) if len(row) > 1 else None
        told = led or joined
        if told is None or not _measures(told["what"]):
            continue
        names = [told["who"], *(d.indicator for d in row[1:])]
        if any(_measures(n) for n in names) or (len(row) == 1 and not is_company(names[0])):
            continue
        if led is None and not all(re.search(rf"{PLACE}$", n) for n in names):
            continue
        for one, name in zip(row, names, strict=True):
            one.indicator, one.scope = told["what"].removeprefix("其中"), name
        return


def _beside(sentence: str, at: int, made: Sequence[Draft]) -> list[Draft]:
    """The drafts right behind the first, each nothing but a name and a number of the same unit, after 、 or 和."""
    out: list[Draft] = []
    for before, draft in pairwise(made):
        between = sentence[before.end - at : draft.end - at]
        if draft.scope or base_unit(draft.unit)[1] != base_unit(made[0].unit)[1] or draft.kind is not FigureKind.VALUE:
            break
        if re.fullmatch(rf"[、，,和]\s*{re.escape(draft.indicator)}\s*{re.escape(draft.value_text)}.*", between) is None:
            break
        out.append(draft)
    return out


def _measures(what: str) -> bool:
    """Whether the words name something that is measured (税收, 出口额, 规上工业总产值)."""
    return is_known(what) or re.search("(?:产值|增加值|收入|投资|税收|税金|纳税|资金|外资|出口|额|量|面积)$", what) is not None
