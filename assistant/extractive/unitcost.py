"""What one unit of a thing's length or area costs: 快速路一公里要花多少钱, 二期每平方米合多少元, 项目每亩投资强度."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Query
from index.numerals import convert
from index.records import Figure, FigureKind

__all__ = ["answer_unit_cost"]

_UNITS = {"平方米": "平方米", "平米": "平方米", "平方": "平方米", "平": "平方米", "㎡": "平方米", "公里": "公里", "亩": "亩", "亩地": "亩"}
_EACH = f"(?:每|(?<![㐀-鿿\\d十])[一1]|(?<=[㐀-鿿])[一1]|单位)[一1]?个?(?P<unit>{'|'.join(_UNITS)})(?:路|道)?的?"
_SPENT = "(?:烧|花|投(?:资|入)?(?:强度)?|造价|成本|费用|支出|用|砸|耗|摊|改造|建设)"
_ASKED = "(?P<asked>[百千]?[万亿]?元|钱|资金|投资)?"
_COSTS = (
    re.compile(
        f"{_EACH}(?:平均)?(?:要|得|合|折合|大[约概]|约|下来|的)*{_SPENT}*(?:掉|了|去|进去|是|为|约|大约|要|达|到|合|下来)*"
        f"(?:多少|几)(?:个?[百千]?[万亿])?{_ASKED}"
    ),
    re.compile(f"(?:投资强度|造价|成本|单价)[^，,。？?]{{0,4}}[，,]?(?:折合?|合|是|为|换算成)*{_EACH}(?:是|合|约|达|为)*(?:多少|几){_ASKED}"),
)
_COST = re.compile("总?投资(?:额|规模)?$|造价|概算|决算|总?投入|改造费|花费|中标价|合同价")
_BASIS = re.compile("决算|概算|预算")
_NOT_ALL = re.compile("完成|累计|当年|年度|已|引进|新增|协议|签约|固定资产|工业投资|技改|民间")
_SIZE = {"公里": re.compile("长"), "平方米": re.compile("面积|厂房|建筑|改造|用房"), "亩": re.compile("用地|占地|面积|土地|地$")}
_LENGTH_OR_AREA = {"公里": ("公里", "米"), "平方米": ("平方米", "万平方米"), "亩": ("亩", "公顷", "平方公里")}
#: What names no thing of its own.
_GENERAL = re.compile(
    "项目|工程|基地|改造|建设|新建|扩建|[的个条这那]|每|平均|多少|总投资|投资|建筑面积|面积|全长|决算|概算|造价|按|照|算|下来|摊|折合?|合|强度|通车后?|打算|计划|要|花"
)
NAMED = 0.6  # of the pairs of characters of a thing's name, in the question
HELD = 0.6  # of those of the question, in the one sentence that tells both


def answer_unit_cost(drafting: Drafting, query: Query) -> bool:
    """The quotient of a thing's cost and its size; False, with nothing said, where that isn't asked, or not both are told of one thing."""
    text = query.bare or query.text
    asked = _COSTS[1].search(text) or _COSTS[0].search(text)
    if asked is None or len(query.cells) > 1 or (asked["asked"] is None and not re.search(_SPENT, asked.group())):
        return False
    unit = _UNITS[asked["unit"]]
    figures = drafting.facts.figures(query.zones)
    pair = _of_one_thing(figures, query.text, unit) or _of_one_sentence(drafting.facts, figures, query.text, unit)
    if pair is None:
        return False
    cost, size = pair
    count = convert(size.value, size.unit, unit) if size.value is not None else None
    if not count or cost.value is None:
        return False
    average = _per(cost, count, unit, (asked["asked"] or "").removeprefix("百").removeprefix("千"))
    if average is None:
        return False
    operands = f"{describe(cost)}{amount(cost)}，{describe(size)}{amount(size)}"
    drafting.say(f"平均每{unit}约{average.text}（{operands}；{average.formula}）。", drafting.cite(cost, size), average.formula)
    return True


def _of_one_thing(figures: Sequence[Figure], text: str, unit: str) -> tuple[Figure, Figure] | None:
    """What the thing that the question names costs, and how large it is; in whatever reports."""
    said = bigrams(fold(_GENERAL.sub(" ", text)))
    things: dict[tuple[str, str], list[Figure]] = {}
    for f in figures:
        things.setdefault((f.zone, f.scope or f.indicator), []).append(f)
    told = []
    for (zone, name), own in things.items():
        words = bigrams(fold(_GENERAL.sub(" ", name)))
        how = len(words & said) / len(words) if words else 0.0
        if how >= NAMED and all(p in text for p in re.findall("[一二三四]期", name)):
            told.append((how, zone, _costs(own, text), _sizes(own, unit)))
    costs = max((t for t in told if t[2]), key=lambda t: t[0], default=None)
    sizes = max((t for t in told if t[3] and costs and t[1] == costs[1]), key=lambda t: (t[2] == costs[2] if costs else 0, t[0]), default=None)
    return (_meant(costs[2], text), _meant(sizes[3], text)) if costs and sizes else None


def _of_one_sentence(facts: Facts, figures: Sequence[Figure], text: str, unit: str) -> tuple[Figure, Figure] | None:
    """The same of the sentence that holds most of the question's words, where it tells one of each; of a phase, those of that phase."""
    said = bigrams(fold(_GENERAL.sub(" ", _COSTS[0].sub(" ", text))))
    sentences: dict[tuple[str, int], list[Figure]] = {}
    for f in figures:
        sentences.setdefault((f.report_id, f.sentence_start), []).append(f)
    best, found = 0.0, None
    phases = set(re.findall("[一二三四]期", text))
    for own in sentences.values():
        costs, sizes = _costs(own, text), _sizes(own, unit)
        costs = [f for f in costs if set(re.findall("[一二三四]期", f.scope + f.indicator)) == phases] or costs
        how = len(said & bigrams(fold(facts.sentence(own[0])))) / len(said) if said else 0.0
        how = 1.0 if any(f.value_text and f.value_text in text for f in (*costs, *sizes)) else how
        if len(costs) == len(sizes) == 1 and how >= HELD and how > best:
            best, found = how, (costs[0], sizes[0])
    return found


def _costs(figures: Iterable[Figure], text: str) -> list[Figure]:
    """What is told to have been spent on all of it; by the 决算 that the question names, no other."""
    money = (f for f in figures if f.value and f.kind is FigureKind.VALUE and f.unit in ("亿元", "万元", "元"))
    basis = _BASIS.search(text)
    return [f for f in money if _COST.search(f.indicator) and not _NOT_ALL.search(f.indicator) and (basis is None or basis[0] in f.indicator)]


def _sizes(figures: Iterable[Figure], unit: str) -> list[Figure]:
    sizes = (f for f in figures if f.value and f.kind is FigureKind.VALUE and f.unit in _LENGTH_OR_AREA[unit])
    return [f for f in sizes if _SIZE[unit].search(f.scope + f.indicator) or unit == "公里"]


def _meant(figures: list[Figure], text: str) -> Figure:
    """The one that the question names, or says the number of; the newest otherwise."""
    named = [f for f in figures if f.value_text and f.value_text in text] or [f for f in figures if f.indicator in text]
    return (named or figures)[-1]


def _per(cost: Figure, count: Decimal, unit: str, asked: str) -> computing.Computed | None:
    wanted = asked if asked in ("万元", "亿元", "元") else "元" if unit == "平方米" else "万元" if unit == "亩" else cost.unit
    value = convert(cost.value, cost.unit, wanted) if cost.value is not None else None
    return computing.per(value, count, wanted) if value is not None else None
