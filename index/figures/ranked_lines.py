"""The first of several, each on a line of its own below what they are ranked by: 产值前五名： ⏎ 1. 甲电子41.6亿元，增长12.1% ⏎ 2. …."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from index.glossary import is_known, normalise
from index.numbers import parse_number
from index.records import Figure, FigureKind, Report

__all__ = ["of_ranked_lines", "stands_ranked"]

_HEAD = re.compile(
    r"^[^\n，。；：|]{0,12}?(?P<of>(?:规上)?(?:工业)?总?产值|(?:入库|上缴)?税收|纳税额?|营业收入|营收|销售收入|出口额?|利润总?额?|研发投入)"
    r"(?:规模|总量)?(?:排名?|位?居|位?列)*在?前(?P<many>[两二三四五六七八九十]|\d{1,2})(?:位|名|强|家|户)?的?(?:企业|公司)?"
    r"(?:名单|如下|分别|依次|为|是)*[：:][ \t]*$",
    re.MULTILINE,
)
_REACH = 600  # characters above a line in which its list begins
_LINE = re.compile(r"[^\n]+")


def of_ranked_lines(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, the first amount of each such line as what its firm is ranked by."""
    found = list(figures)
    for head in _HEAD.finditer(report.text):
        for line in _below(report.text, head):
            first = next((f for f in found if line.start() <= f.start < line.end()), None)
            amount = first is not None and first.kind is FigureKind.VALUE and first.unit.endswith("元")
            if first is None or not amount or first.scope or is_known(first.name):
                continue
            named = replace(first, indicator=head["of"], name=normalise(head["of"]), scope=first.indicator)
            found = [named if f is first else f for f in found]
    return found


def stands_ranked(text: str, at: int) -> bool:
    """Whether a place is on one of the lines of such a list."""
    return any(line.start() <= at < line.end() for head in _HEAD.finditer(text, max(0, at - _REACH), at) for line in _below(text, head))


def _below(text: str, head: re.Match[str]) -> list[re.Match[str]]:
    return list(islice(_LINE.finditer(text, head.end()), int(parse_number(head["many"]) or 0)))
