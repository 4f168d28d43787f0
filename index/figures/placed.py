"""Figures told under the name of a place: （一）沚湾片区 as a heading, or a paragraph that opens with 沚湾片区, is of that place.

Where a report tells of its parts one after the other, what it counts under each is the part's, though no sentence says so again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from index.figures.carry import ITEM
from index.figures.ellipsis import STATE
from index.figures.naming import ACTIONS
from index.glossary import normalise
from index.records import Figure, Report

__all__ = ["of_places"]

_SUFFIX = "片区|组团|区块|板块|园区|街道|镇|作业区|港区|分园|(?<![公家校花乐果游])园"
_NAME = f"(?P<place>(?![全各本我该两三四五六])[㐀-鿿]{{2,6}}?(?:{_SUFFIX}))"
_HEADING = re.compile(rf"{_NAME}(?:(?:工作|发展|建设)?情况)?[：:。]?")
#: 沚湾片区以汽车零部件为主导。全年完成…, 鹇东园规模最大。完成…: what the paragraph is of stands first, and is no part of a name.
_OPENING = re.compile(rf"\s*{_NAME}(?=[以是围坚作立聚依突全产共现在：:，,。]|规划|面积|实现|完成|累计|规上|[^\d，,。；：:]{{2,10}}。)")
#: What has an owner of its own, or is told of the whole zone or of more than it.
_ANOTHER = re.compile("全[区市县省州国]|我[区市]|项目|工程|企业(?=.)|公司|集团|[两三四五六七八九各]个")
LEAST = 2  # places told of so


def of_places(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those under a place with it in their scope."""
    spans = sorted((*_spans(report), *_bodies(report)))
    if not spans:
        return list(figures)
    starts = [start for start, _, _ in spans]
    told = []
    for f in figures:
        at = bisect_right(starts, f.start) - 1
        place = spans[at][2] if at >= 0 and f.start < spans[at][1] else ""
        told.append(_placed(f, place) if place and not f.in_table else f)
    return told


def _spans(report: Report) -> list[tuple[int, int, str]]:
    """From where to where each place is told of; none where it is one place alone."""
    lines = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\n]+", report.text)]
    spans: list[tuple[int, int, str]] = []
    headed: tuple[str, str] | None = None  # the place that a heading names, and what marks headings like it
    for start, end, line in lines:
        numbered = ITEM.match(line)
        bare = (line[numbered.end() :] if numbered else line).strip(" #*—－-\u3000")
        if (heading := _HEADING.fullmatch(bare)) is not None:
            headed = (heading["place"], _marker(line))
            continue
        if headed is not None and (numbered or line.startswith("#")) and len(line) <= 30 and _marker(line) == headed[1]:
            headed = None  # the next item of the list that is no place
        elif headed is not None and (line.startswith("#") or (numbered and _marker(line) != headed[1])) and len(line) <= 30:
            headed = None
        opening = _OPENING.match(bare)
        place = opening["place"] if opening is not None else headed[0] if headed is not None else ""
        if place:
            spans.append((start, end, place))
    places = {place for _, _, place in spans}
    alike = {re.search(f"(?:{_SUFFIX})$", p)[0] for p in places}  # type: ignore[index]
    return spans if len(places) >= LEAST and len(alike) == 1 else []


#: 2. 开投集团。年末有息债务余额55.7亿元，…: whose accounts an item tells of stands first.
_BODY = re.compile(r"\s*(?P<who>(?!全|我|本|该|各)[㐀-鿿]{2,10}?(?:集团|公司|银行|医院|学院))[。：:]")


def _bodies(report: Report) -> list[tuple[int, int, str]]:
    """From where to where a line tells of a body that its first words name and that has no other line around it."""
    lines = ((m.start(), m.end(), m.group()) for m in re.finditer(r"[^\n]+", report.text))
    told = ((a, b, line, ITEM.match(line)) for a, b, line in lines)
    named = ((a, b, _BODY.match(line, numbered.end() if numbered else 0)) for a, b, line, numbered in told)
    return [(a, b, body["who"]) for a, b, body in named if body is not None and re.search(r"\d", report.text[a:b])]


def _marker(line: str) -> str:
    """（ of （一）, # of ## …: what numbers headings of one rank."""
    return re.sub(r"[一二三四五六七八九十\d]+", "n", line.strip()[:6].split(")")[0].split("）")[0])[:3]


def _placed(figure: Figure, place: str) -> Figure:
    name, short = figure.scope + figure.indicator, re.sub(f"(?:{_SUFFIX})$", "", place)
    if short in name or place in name or _ANOTHER.search(figure.scope):
        return figure
    suffix = re.search(f"(?:{_SUFFIX})$", place)
    if suffix is not None and figure.scope.startswith(suffix[0]):
        return replace(figure, scope=place + figure.scope.removeprefix(suffix[0]))  # 片区龙头骅劼汽配
    acted = re.fullmatch(rf"(?:{ACTIONS}|{STATE.pattern}|累计|其中|当年|全年|新)*", figure.scope) is not None
    if figure.scope and not acted:
        return figure
    return replace(figure, scope=place + figure.scope, name=normalise(figure.indicator))
