"""A share of each of several zones or years: 研发经费相当于规上产值的比例，甲比乙高几个点."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.records import Aspect, Operation, Query

__all__ = ["as_share", "each_share", "share_said"]

_SAID = re.compile(
    "(?P<part>[^，,。；;?？]{2,24}?)(?:占|相当于)(?:了|到)?(?P<whole>[^，,。；;?？]{2,20}?)的?(?:比重|比例|份额|百分比)(?!目标|计划)"
)
_APART = (Operation.DIFFERENCE, Operation.EXTREME, Operation.WHO, Operation.RANKING, Operation.ONE)
_POINTS = re.compile("[高低多少大小差快慢][出了]?(?:多少|几)|相差|差距|谁|哪|孰")


_TAX_SHARE = re.compile("税(?:收(?:收入)?)?(?:的)?占比|税收比重")
_ADDED = re.compile("(?:规模以上|规上)?(?:工业)?增加值率")
#: Rates that statisticians define as one printed number in another, by the names that questions have for them.
_DEFINED = (
    (re.compile("(?:外贸|对外贸易|进出口)依存度"), "进出口总额占地区生产总值的比重"),
    (re.compile("出口依存度"), "出口总额占地区生产总值的比重"),
    (re.compile("进口依存度"), "进口总额占地区生产总值的比重"),
    (re.compile("(?<!工业)(?<!外资)投资率"), "固定资产投资占地区生产总值的比重"),
    (re.compile("财政自给率"), "一般公共预算收入占一般公共预算支出的比重"),
    (re.compile("(?:宏观)?税负(?:率|水平)?"), "税收收入占地区生产总值的比重"),
)
_NAMED_SO = re.compile("(?P<said>[㐀-鿿]{2,14}(?:占|相当于)[㐀-鿿]{2,14}?)(?:的)?(?P<noun>比重|比例)")
_WHOSE = re.compile(
    "(?:谁|哪家|哪个(?:区|园区|开发区))(?:家)?的?(?P<share>[㐀-鿿]{2,14}(?:占|相当于)[㐀-鿿]{2,14}?的(?:比重|比例))(?:更|最|比较)?(?P<how>[高低大小])"
)


def as_share(text: str) -> str:
    """What is called by one name (税收占比, 税收收入占一般公共预算收入比重) asked for as a part of a whole, where none prints it so."""
    said = _TAX_SHARE.sub("税收收入占一般公共预算收入的比重", text)
    said = _ADDED.sub("规上工业增加值占规上工业总产值的比重", said)
    for called, as_part in _DEFINED:
        said = called.sub(as_part, said)
    said = _NAMED_SO.sub(lambda m: f"{m['said']}的{m['noun']}", said)
    return _WHOSE.sub(lambda m: f"{m['share']}哪个{m['how']}", said)


def share_said(text: str) -> str:
    """The question after one share that a comparing one holds; "" when it holds none, or compares nothing."""
    said = _SAID.search(text)
    return f"{said.group()}是多少？" if said and _POINTS.search(text[said.end() :]) else ""


def each_share(query: Query, one: Query) -> Query | None:
    """That share of every zone and year of the comparison; None where it compares other things."""
    if one.aspect is not Aspect.SHARE or len(one.operands) != 2 or len(query.cells) < 2 or query.operation not in _APART:
        return None
    return replace(
        query, aspect=Aspect.SHARE, operation=Operation.TREND, indicators=one.indicators, operands=one.operands,
        scopes=one.scopes, topic="", unit="", compared=(), asking=None,
    )
