"""What has been added up since a year, as a report prints it: 2021年以来累计竣工标准厂房多少, 从2021年算起到2023年底一共引进多少项目."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import describe, said
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from index.glossary import normalise
from index.records import Figure, FigureKind, Status

__all__ = ["answer_added_up"]

_SINCE = re.compile(
    r"(?P<year>(?:19|20)\d\d)年以来|[从自](?P<from>(?:19|20)\d\d)年(?:初|开始|起|算起|以来)*[，,]?(?:到|至)?[^，,。？?]{0,10}?[，,]?(?=.*(?:一共|总共|累计|合计|拢共))"
)
_HELD = 0.6  # of the pairs of characters of what is asked for, in the name of what was added up


def answer_added_up(drafting: Drafting, query: Query) -> bool:
    """Say it as it is printed; False, with nothing said, where no report adds up since that very year."""
    since = _SINCE.search(query.text)
    if since is None or query.operation not in (Operation.ONE, Operation.SUM, Operation.TREND) or not query.indicators or len(query.zones) > 1:
        return False
    year = since["year"] or since["from"]
    phrase = re.sub("累计|一共|总共|合计|建成(?=竣工|交付)|完成|实现|面积$|数量$|总数$", "", "".join(query.indicators))
    asked = [bigrams(fold(name)) for name in {phrase, normalise(phrase)} if len(name) > 1]
    if not asked:
        return False
    found = [(_near(f, asked), f) for f in drafting.facts.figures(query.zones) if _added_up(drafting, f, year)]
    held, figure = max(found, key=lambda p: (p[0], p[1].period.key if p[1].period else ""), default=(0.0, None))
    if figure is None or held < _HELD:
        return False
    drafting.say(f"{said(figure)}（{describe(figure)}，{year}年以来累计）。", drafting.cite(figure))
    return True


def _added_up(drafting: Drafting, figure: Figure, year: str) -> bool:
    if figure.kind is not FigureKind.VALUE or figure.status is not Status.DONE or "累计" not in figure.scope + figure.indicator:
        return False
    text = drafting.facts.report(figure.report_id).text
    return f"{year}年以来" in text[max(figure.start - 40, 0) : figure.end]


def _near(figure: Figure, asked: list[frozenset[str]]) -> float:
    own = bigrams(fold(figure.scope + figure.indicator)) | bigrams(fold(figure.name))
    return max(len(words & own) / len(words) for words in asked if words)
