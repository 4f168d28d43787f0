"""The ledger → sentences that are right, the same sentences made wrong in one way each, and right ones in other words.

Every sentence cites [1] the place of its figures, and has [2] another place of the same report and [3] one of another
report beside it, so that a wrong number often does stand somewhere in the context.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, growth, name_of
from assistant.facts import Facts
from assistant.records import Citation, Query, Statement
from index.numerals import convert
from index.records import Figure, FigureKind, Status

__all__ = ["ALTERATIONS", "PARAPHRASES", "Case", "make_altered", "make_correct"]

_INVENTED = ("宏远智造", "金鼎控股", "瑞驰电控", "盛唐置业", "恒信重机", "新寰能源")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with all its citations; ``query`` is what was asked."""

    kind: str
    statement: Statement
    citations: tuple[Citation, ...]
    query: Query


@dataclass(frozen=True, slots=True)
class _Said:
    """The parts that a sentence is made of, so that one of them can be changed."""

    figure: Figure
    zone: str
    period: str
    name: str
    value: str
    growth: str
    status: Status
    citations: tuple[int, ...] = (1,)
    form: int = 0

    def text(self) -> str:
        rate = f"，{self.growth}" if self.growth else ""
        goal = {Status.TARGET: "目标", Status.EXPECTED: "预计"}.get(self.status, "")
        match self.status, self.form % 5:
            case Status.DONE, 0:
                return f"{self.zone}{self.period}{self.name}{self.value}{rate}。"
            case Status.DONE, 1:
                return f"{self.period}，{self.zone}的{self.name}达到{self.value}{rate}。"
            case Status.DONE, 2:
                return f"{self.value}{rate}（{self.zone}{self.period}{self.name}）。"
            case Status.DONE, 3:
                return f"根据报告，{self.period}{self.zone}完成{self.name}{self.value}{rate}。"
            case Status.DONE, _:
                return f"{self.zone}在{self.period}的{self.name}为{self.value}{rate}。"
            case _, 0:
                return f"{self.zone}{self.period}{self.name}的{goal}是{self.value}{rate}。"
            case _, 1:
                return f"{self.value}{rate}（{self.zone}{self.period}{self.name}（{goal}））。"
            case Status.TARGET, _:
                return f"{self.zone}提出，{self.period}{self.name}力争达到{self.value}{rate}。"
            case _:
                return f"{self.zone}预计{self.period}{self.name}为{self.value}{rate}。"


class _Maker:
    def __init__(self, facts: Facts, seed: int) -> None:
        self.facts = facts
        self.random = random.Random(seed)
        figures = facts.figures()
        self.figures = [
            f
            for f in figures
            if f.value is not None
            and f.kind is FigureKind.VALUE
            and f.period
            and f.zone
            and len(f.indicator) >= 2
            and not re.search(r"\d", f.indicator + f.scope)
            and f.value_text[:1] != "-"
        ]
        self.known = {(f.zone, f.period, f.name, f.value) for f in figures}
        self.random.shuffle(self.figures)

    def said(self, figure: Figure) -> _Said:
        return _Said(
            figure,
            self.facts.short(figure.zone),
            figure.period.label if figure.period else "",
            name_of(figure),
            amount(figure),
            growth(figure),
            figure.status,
            form=self.random.randrange(5),
        )

    def cited(self, figure: Figure, *others: Figure) -> tuple[Citation, ...]:
        drafting = Drafting(self.facts)
        drafting.cite(figure, *others)
        own = [f for f in self.figures if f.report_id == figure.report_id and f.sentence_start != figure.sentence_start]
        far = [f for f in self.figures if f.zone != figure.zone]
        for pool in (own, far):
            if pool:
                drafting.cite(self.random.choice(pool))
        return tuple(drafting.citations)

    def case(self, kind: str, said: _Said, citations: tuple[Citation, ...]) -> Case:
        f = said.figure
        query = Query(
            f"{f.zone}{f.period.label if f.period else ''}{f.indicator}是多少",
            zones=(f.zone,),
            periods=(f.period,) if f.period else (),
            indicators=(f.indicator,),
        )
        return Case(kind, Statement(said.text(), said.citations), citations, query)


# -- wrong in one way -------------------------------------------------------------------------------------------------


def _digit(maker: _Maker, said: _Said) -> _Said | None:
    places = [m.start() for m in re.finditer(r"\d", said.value)]
    if not places:
        return None
    at = maker.random.choice(places)
    other = maker.random.choice([d for d in "123456789" if d != said.value[at]])
    return replace(said, value=said.value[:at] + other + said.value[at + 1 :])


def _neighbour(maker: _Maker, said: _Said) -> _Said | None:
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


def _year(maker: _Maker, said: _Said) -> _Said | None:
    f = said.figure
    if f.period is None:
        return None
    other = f.period.shifted(maker.random.choice((-1, 1)))
    if any(z == f.zone and p == other and v == f.value for z, p, _, v in maker.known):
        return None
    return replace(said, period=other.label)


def _zone(maker: _Maker, said: _Said) -> _Said | None:
    others = [z for z in maker.facts.zones.zones if z != said.figure.zone]
    return replace(said, zone=maker.facts.short(maker.random.choice(others))) if others else None


def _times(said: _Said, factor: int) -> _Said | None:
    number = re.search(r"\d[\d,]*(?:\.\d+)?", said.value)
    if not number:
        return None
    value = Decimal(number.group().replace(",", "")) * factor
    return replace(said, value=said.value.replace(number.group(), computing.plain(value), 1))


def _ten(maker: _Maker, said: _Said) -> _Said | None:
    return _times(said, 10)


def _unit(maker: _Maker, said: _Said) -> _Said | None:
    """The same digits under 万 for 亿 and the other way round."""
    if "亿" in said.value:
        return replace(said, value=said.value.replace("亿", "万"))
    if "万" in said.value:
        return replace(said, value=said.value.replace("万", "亿"))
    unit = said.figure.unit
    return replace(said, value=said.value.replace(unit, "万" + unit)) if unit and unit in said.value else None


def _status(maker: _Maker, said: _Said) -> _Said | None:
    other = Status.DONE if said.status is not Status.DONE else maker.random.choice((Status.TARGET, Status.EXPECTED))
    same = [
        f
        for f in maker.facts.figures((said.figure.zone,))
        if f.status is other and f.value == said.figure.value and f.name == said.figure.name
    ]
    if same or (other is Status.DONE and re.search("力争|预计|确保|争取|目标", said.value + said.growth)):
        return None
    return replace(said, status=other)


def _sign(maker: _Maker, said: _Said) -> _Said | None:
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


def _other_growth(maker: _Maker, said: _Said) -> _Said | None:
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


def _entity(maker: _Maker, said: _Said) -> _Said | None:
    invented = maker.random.choice(_INVENTED)
    if said.figure.scope and said.figure.scope in said.name:
        return replace(said, name=said.name.replace(said.figure.scope, invented))
    return replace(said, name=f"{invented}{maker.random.choice(('', '公司', '项目'))}的{said.name}")


def _moved(maker: _Maker, said: _Said) -> _Said | None:
    return replace(said, citations=(maker.random.choice((2, 3)),))


ALTERATIONS: dict[str, Callable[[_Maker, _Said], _Said | None]] = {
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
    maker = _Maker(facts, seed)
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


def _still_right(changed: _Said, said: _Said, citations: Sequence[Citation]) -> bool:
    """A moved citation that happens to hold the number as well."""
    if changed.citations == (1,):
        return False
    quote = citations[changed.citations[0] - 1].quote if changed.citations[0] <= len(citations) else ""
    return not quote or said.figure.value_text in quote


# -- right in other words -----------------------------------------------------------------------------------------------


def _plain(maker: _Maker, figure: Figure) -> _Said | None:
    return maker.said(figure)


def _rounded(maker: _Maker, figure: Figure) -> _Said | None:
    value = figure.value
    if value is None or int(value.as_tuple().exponent) >= 0 or value < 10:
        return None
    places = -int(value.as_tuple().exponent) - 1
    shown = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    exact = shown == value
    lead = "" if exact else maker.random.choice(("约", "", "近" if shown > value else "超"))
    return replace(maker.said(figure), value=f"{lead}{shown}{figure.unit}", growth="")


def _converted(maker: _Maker, figure: Figure) -> _Said | None:
    to = {
        "亿元": "万元",
        "万元": "亿元",
        "亿美元": "万美元",
        "万美元": "亿美元",
        "公顷": "亩",
        "平方公里": "公顷",
        "万平方米": "平方米",
        "万标箱": "标箱",
        "万吨": "吨",
        "万千瓦时": "亿千瓦时",
    }.get(figure.unit)
    value = convert(figure.value, figure.unit, to) if to and figure.value is not None else None
    if value is None:
        return None
    return replace(maker.said(figure), value=f"{computing.plain(value)}{to}", growth="")


def _numerals(maker: _Maker, figure: Figure) -> _Said | None:
    value = figure.value
    if (
        value is None
        or value != value.to_integral()
        or not 1 <= value <= 9
        or figure.unit not in ("家", "个", "件", "项", "套", "座")
    ):
        return None
    return replace(maker.said(figure), value=f"{_DIGITS[int(value)]}{figure.unit}")


def _wide(maker: _Maker, figure: Figure) -> _Said | None:
    said = maker.said(figure)
    table = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
    return replace(said, value=said.value.translate(table), growth=said.growth.translate(table))


def _full_name(maker: _Maker, figure: Figure) -> _Said | None:
    return (
        replace(maker.said(figure), name=name_of(replace(figure, indicator=figure.name)))
        if figure.name != figure.indicator
        else None
    )


PARAPHRASES: dict[str, Callable[[_Maker, Figure], _Said | None]] = {
    "照抄": _plain,
    "四舍五入": _rounded,
    "换算单位": _converted,
    "汉字数字": _numerals,
    "全角": _wide,
    "指标的另一名称": _full_name,
}


def make_correct(facts: Facts, *, each: int, seed: int = 11) -> Iterator[Case]:
    """``each`` right sentences of every kind, and of those computed from two figures."""
    maker = _Maker(facts, seed)
    for kind, phrase in PARAPHRASES.items():
        made = 0
        for figure in maker.figures:
            said = phrase(maker, figure)
            if said is not None and made < each:
                made += 1
                yield maker.case(kind, said, maker.cited(figure))
    yield from _computed(maker, each)
    yield from _reordered(maker, each)


def _computed(maker: _Maker, each: int) -> Iterator[Case]:
    done = [f for f in maker.figures if f.status is Status.DONE]
    pairs = [
        (a, b)
        for a in done
        for b in done
        if a.zone == b.zone
        and a.unit == b.unit
        and a.value
        and b.value
        and a.value < b.value
        and (a.period == b.period or a.name == b.name)
        and (a.report_id, a.name, a.scope) != (b.report_id, b.name, b.scope)
    ]
    maker.random.shuffle(pairs)
    for a, b in pairs[:each]:
        if a.value is None or b.value is None:
            continue
        x, y = maker.said(a), maker.said(b)
        first, second = f"{x.zone}{x.period}{x.name}{x.value}", f"{y.period}{y.name}{y.value}"
        share, gap, times = (
            computing.share(a.value, b.value),
            computing.difference(b.value, a.value, a.unit),
            computing.ratio(b.value, a.value),
        )
        total = computing.total((a.value, b.value), a.unit)
        tail = maker.random.choice(
            (
                f"前者占后者的{share.text}",
                f"相差{gap.text}",
                f"后者是前者的{times.text}",
                f"两项合计{total.text}",
                f"比例为{share.text}",
                f"后者多{gap.text}",
            )
        )
        citations = maker.cited(a, b)
        cited = (1,) if (a.report_id, a.sentence_start) == (b.report_id, b.sentence_start) else (1, 2)
        case = maker.case("计算", x, citations)
        yield replace(case, statement=Statement(f"{first}，{second}，{tail}。", cited))


def _reordered(maker: _Maker, each: int) -> Iterator[Case]:
    """Two figures of one sentence: told apart, the other way round, or with 分别."""
    done = [f for f in maker.figures if f.status is Status.DONE and not f.in_table]
    pairs = [
        (a, b)
        for a in done
        for b in done
        if a.id != b.id
        and a.report_id == b.report_id
        and a.sentence_start == b.sentence_start
        and a.period == b.period
        and a.name != b.name
    ]
    maker.random.shuffle(pairs)
    for a, b in pairs[:each]:
        x, y = maker.said(a), maker.said(b)
        text = maker.random.choice(
            (
                f"{x.zone}{x.period}，{y.name}{y.value}；{x.name}{x.value}。",
                f"{x.zone}{x.period}{x.name}、{y.name}分别为{x.value}和{y.value}。",
                f"{x.period}{x.zone}{x.name}为{x.value}，{y.name}为{y.value}。",
            )
        )
        yield replace(maker.case("换次序", x, maker.cited(a)), statement=Statement(text, (1,)))
