"""What adds up to a number told before: 新签约项目73个。按产业分，高端装备26个、电子信息21个、生物医药15个、新材料11个."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from index.figures.draft import Draft
from index.glossary import is_known, normalise
from index.records import Figure, FigureKind

__all__ = ["name_summands", "places_of_sums"]

LEAST = 3  # of fewer parts the sum may be a chance, but for two places
_PLACE = re.compile(r"[㐀-鿿]{1,8}(?:片区|园区|组团|街道|镇|区块|新城|[东南西北]区|园)")
_NAME = re.compile(r"[㐀-鿿A-Za-z]{2,12}")


def name_summands(made: Sequence[Draft], paragraph: Sequence[Draft]) -> None:
    """Give the parts of a count or an amount what they are parts of, where a run of bare names comes to just as much."""
    _name_places(made)
    run: list[Draft] = []
    for draft in [*made, None]:
        if draft is not None and _is_bare(draft) and (not run or draft.unit == run[0].unit):
            run.append(draft)
            continue
        if draft is not None and run and draft.kind is FigureKind.SHARE:
            continue  # 北片区351.2亿元，占了56.3%，南片区272.2亿元
        _name(run, made, paragraph)
        run = [draft] if draft is not None and _is_bare(draft) else []


_OF_ALL = re.compile("(?P<of>[㐀-鿿]{2,})全(?:区|园区?)")


def _name_places(made: Sequence[Draft]) -> None:
    """亩均税收全区22.9万元/亩，东片区26.4万元/亩: a place with a rate of its own is told of what the sentence told before in that unit."""
    told: dict[str, Draft] = {}
    for draft in made:
        of_all = _OF_ALL.fullmatch(draft.indicator)
        if of_all is not None and not draft.scope and is_known(of_all["of"]):
            draft.indicator = of_all["of"]  # 亩均税收全区|22.9万元/亩|
        place = _is_bare(draft) and _PLACE.fullmatch(draft.indicator) is not None
        if place and "/" in draft.unit and (like := told.get(draft.unit)) is not None:
            draft.scope, draft.indicator = draft.indicator, like.indicator
        elif not place and draft.kind is FigureKind.VALUE and is_known(draft.indicator):
            told[draft.unit] = draft


def _is_bare(draft: Draft) -> bool:
    named = _NAME.fullmatch(draft.indicator) is not None and not is_known(draft.indicator)
    alone = draft.whole is None and not (draft.member or draft.owner or draft.scope)  # 其中 tells already what they are parts of
    grown = draft.growth is not None and _PLACE.fullmatch(draft.indicator) is None  # 东园…、西园94.5亿元，西园增长41.2%
    return draft.kind is FigureKind.VALUE and alone and named and draft.value is not None and not grown and not draft.qualifier


def _name(run: Sequence[Draft], made: Sequence[Draft], paragraph: Sequence[Draft]) -> None:
    total = sum((d.value for d in run if d.value is not None), Decimal(0))
    enough = len(run) >= LEAST or (len(run) == LEAST - 1 and all(_PLACE.fullmatch(d.indicator) for d in run))
    before = [d for d in (*paragraph, *made) if d not in run and d.kind is FigureKind.VALUE and d.end <= run[0].start] if enough else []
    whole = next((d for d in reversed(before) if d.value == total and d.unit == run[0].unit and d.status is run[0].status), None)
    for draft in run if whole is not None else ():
        draft.scope, draft.indicator, draft.whole, draft.member = draft.indicator, whole.called if whole is not None else "", whole, True


def places_of_sums(figures: Sequence[Figure]) -> list[Figure]:
    """东园、西园、南园分别完成335.6亿元、…, a paragraph behind the output that they come to: each place's share of it."""
    named: dict[str, Figure] = {}
    for _, told in itertools.groupby(figures, key=lambda f: f.sentence_start):
        places = [f for f in told if f.kind is FigureKind.VALUE and not f.scope and f.value is not None and _PLACE.fullmatch(f.indicator)]
        total = sum((f.value for f in places if f.value is not None), Decimal(0))
        if len(places) < LEAST or len({(f.unit, f.period, f.status) for f in places}) > 1:
            continue
        first = places[0]
        like = (first.unit, first.period, first.status, FigureKind.VALUE, "", total)
        before = (f for f in figures if f.end <= first.start and (f.unit, f.period, f.status, f.kind, f.scope, f.value) == like)
        wholes = {f.indicator for f in before if is_known(f.indicator)}
        if len(wholes) == 1:
            whole = wholes.pop()
            named |= {f.id: replace(f, scope=f.indicator, indicator=whole, name=normalise(whole)) for f in places}
    return [named.get(f.id, f) for f in figures]
