"""Right sentences made wrong in one way each: a digit, a year, a zone, a unit, a status, a name, a citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.wording import amount, growth
from assistant.facts import Facts
from assistant.records import Citation
from benchmarks.saying import Case, Maker, Said
from index.numerals import convert
from index.records import Status

__all__ = ["ALTERATIONS", "make_altered"]

_INVENTED = ("宏远智造", "金鼎控股", "瑞驰电控", "盛唐置业", "恒信重机", "新寰能源")


def _digit(maker: Maker, said: Said) -> Said | None:
    places = [m.start() for m in re.finditer(r"\d", said.value)]
    if not places:
        return None
    at = maker.random.choice(places)
    other = maker.random.choice([d for d in "123456789" if d != said.value[at]])
    return replace(said, value=said.value[:at] + other + said.value[at + 1 :])


def _neighbour(maker: Maker, said: Said) -> Said | None:
    f = said.figure
    near = [
        o
        for o in maker.figures
        if o.report_id == f.report_id
        and o.sentence_start == f.sentence_start
        and o.value != f.value
        and o.value is not None
        and f.value is not None
        and convert(o.value, o.unit, f.unit) not in (None, f.value)
        and o.status is f.status
        and (o.name, o.scope) != (f.name, f.scope)
    ]
    return replace(said, value=amount(maker.random.choice(near))) if near else None


def _year(maker: Maker, said: Said) -> Said | None:
    f = said.figure
    if f.period is None:
        return None
    other = f.period.shifted(maker.random.choice((-1, 1)))
    if any(z == f.zone and p == other and v == f.value for z, p, _, v in maker.known):
        return None
    return replace(said, period=other.label)


def _zone(maker: Maker, said: Said) -> Said | None:
    others = [z for z in maker.facts.zones.zones if z != said.figure.zone]
    return replace(said, zone=maker.facts.short(maker.random.choice(others))) if others else None


def _times(said: Said, factor: int) -> Said | None:
    number = re.search(r"\d[\d,]*(?:\.\d+)?", said.value)
    if not number:
        return None
    value = Decimal(number.group().replace(",", "")) * factor
    return replace(said, value=said.value.replace(number.group(), computing.plain(value), 1))


def _ten(maker: Maker, said: Said) -> Said | None:
    return _times(said, 10)


def _unit(maker: Maker, said: Said) -> Said | None:
    """The same digits under 万 for 亿 and the other way round."""
    if "亿" in said.value:
        return replace(said, value=said.value.replace("亿", "万"))
    if "万" in said.value:
        return replace(said, value=said.value.replace("万", "亿"))
    unit = said.figure.unit
    return replace(said, value=said.value.replace(unit, "万" + unit)) if unit and unit in said.value else None


def _status(maker: Maker, said: Said) -> Said | None:
    other = Status.DONE if said.status is not Status.DONE else maker.random.choice((Status.TARGET, Status.EXPECTED))
    same = [
        f
        for f in maker.facts.figures((said.figure.zone,))
        if f.status is other and f.value == said.figure.value and f.name == said.figure.name
    ]
    if same or (other is Status.DONE and re.search("力争|预计|确保|争取|目标", said.value + said.growth)):
        return None
    return replace(said, status=other)


def _sign(maker: Maker, said: Said) -> Said | None:
    for here, there in (
        ("增长", "下降"),
        ("下降", "增长"),
        ("提高", "降低"),
        ("减少", "增加"),
        ("增加", "减少"),
        ("上升", "下降"),
    ):
        if here in said.growth:
            return replace(said, growth=said.growth.replace(here, there))
    return None


def _other_growth(maker: Maker, said: Said) -> Said | None:
    f = said.figure
    near = [
        o
        for o in maker.figures
        if o.report_id == f.report_id
        and abs(o.sentence_start - f.sentence_start) < 400
        and o.growth is not None
        and o.growth != f.growth
        and o.growth_unit == f.growth_unit
        and o.name != f.name
    ]
    return replace(said, growth=growth(maker.random.choice(near))) if near and said.growth else None


def _entity(maker: Maker, said: Said) -> Said | None:
    invented = maker.random.choice(_INVENTED)
    if said.figure.scope and said.figure.scope in said.name:
        return replace(said, name=said.name.replace(said.figure.scope, invented))
    return replace(said, name=f"{invented}{maker.random.choice(('', '公司', '项目'))}的{said.name}")


def _moved(maker: Maker, said: Said) -> Said | None:
    return replace(said, citations=(maker.random.choice((2, 3)),))


ALTERATIONS: dict[str, Callable[[Maker, Said], Said | None]] = {
    "改一位数字": _digit,
    "换成相邻的数": _neighbour,
    "换年份": _year,
    "换开发区": _zone,
    "大十倍": _ten,
    "单位换万、亿": _unit,
    "目标与完成互换": _status,
    "增减反号": _sign,
    "别的指标的增速": _other_growth,
    "编造的名称": _entity,
    "引文挪位": _moved,
}


def make_altered(facts: Facts, *, each: int, seed: int = 7) -> Iterator[Case]:
    """``each`` wrong sentences of every class, as far as the ledger has enough figures for it."""
    maker = Maker(facts, seed)
    for kind, alter in ALTERATIONS.items():
        made = 0
        for figure in maker.figures * 2:
            if made >= each:
                break
            said = maker.said(figure)
            changed = alter(maker, said)
            citations = maker.cited(figure)
            if changed is None or changed == said or _still_right(changed, said, citations):
                continue
            made += 1
            yield maker.case(kind, changed, citations)


def _still_right(changed: Said, said: Said, citations: Sequence[Citation]) -> bool:
    """A moved citation that happens to hold the number as well."""
    if changed.citations == (1,):
        return False
    quote = citations[changed.citations[0] - 1].quote if changed.citations[0] <= len(citations) else ""
    return not quote or said.figure.value_text in quote
