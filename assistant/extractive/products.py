"""What so many come to at so much each, where both are told in one sentence: 参加边民6,150人，人均增收4,020元 → 一共增收多少."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.computing import plain
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.names import bigrams, fold
from assistant.records import Query
from index.numerals import convert
from index.records import Figure, FigureKind

__all__ = ["answer_product"]

_EACH = re.compile("(?P<unit>[人户亩])均(?P<what>[㐀-鿿]{2,6})")
#: 人数×人均增收, 按人数和人均增收算, 人数乘人均: the one times the other.
_TIMES = re.compile("[×*xX乘]|[和与同](?=[人户亩]均)[^，,。？?]{2,10}?(?:来?算|推算|相乘|估算)")
_ALL_OF_IT = ("亿元", "万元", "元")
_LEAST = {"亿元": Decimal(1), "万元": Decimal(1), "元": Decimal(0)}  # in the unit that an amount is told in


def answer_product(drafting: Drafting, query: Query) -> bool:
    """Say the product with both numbers; False, with nothing said, where the reports don't tell both in one sentence."""
    said = _EACH.search(query.text)
    if said is None or not _TIMES.search(query.text):
        return False
    facts = drafting.facts
    told = [f for f in facts.figures(query.zones, query.periods) if f.kind is FigureKind.VALUE and f.value is not None]
    pairs = [(count, each) for each in told if each.indicator.startswith(said["unit"] + "均") and (count := _count(told, each, said["unit"]))]
    asked = bigrams(fold(query.text))
    ranked = sorted(pairs, key=lambda p: -len(asked & bigrams(fold(f"{p[0].scope}{p[0].indicator}，{p[1].scope}{p[1].indicator}"))))
    if not ranked or not bigrams(fold(said["what"])) & bigrams(fold(ranked[0][1].indicator)):
        return False
    count, each = ranked[0]
    number, price = convert(count.value or Decimal(0), count.unit, said["unit"]), convert(each.value or Decimal(0), each.unit, "元")
    if number is None or price is None:
        return False
    sums = [(unit, worth) for unit in _ALL_OF_IT if (worth := convert(number * price, "元", unit)) is not None]
    wanted = next((s for s in sums if f"（{s[0]}）" in query.text or s[0] in query.unit or f"{s[0]})" in query.text), None)
    unit, worth = wanted or next(s for s in sums if s[1] >= _LEAST[s[0]])
    scale = {"亿元": " ÷ 100000000", "万元": " ÷ 10000", "元": ""}[unit]
    text = plain(worth, 4)
    formula = f"{plain(number)} × {plain(price)}{scale} = {text}"
    operands = f"{describe(count)}{amount(count)}，{describe(each)}{amount(each)}"
    drafting.say(f"{text}{unit}（{operands}；{formula}）。", drafting.cite(count, each), formula)
    return True


def _count(told: list[Figure], each: Figure, unit: str) -> Figure | None:
    """How many there are of what an amount is for each: the last such number before it in its sentence."""
    before = [f for f in told if (f.report_id, f.sentence_start) == (each.report_id, each.sentence_start) and f.start < each.start]
    return next((f for f in reversed(before) if f.unit.removeprefix("万") == unit), None)
