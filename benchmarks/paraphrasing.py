"""Right sentences in other words: rounded, converted, in Chinese numerals, under another name, computed, reordered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant import computing
from assistant.extractive.wording import name_of
from assistant.facts import Facts
from assistant.records import Statement
from benchmarks.saying import Case, Maker, Said
from index.numerals import convert
from index.records import Figure, Status

__all__ = ["PARAPHRASES", "make_correct"]

_DIGITS = "零一二三四五六七八九"


def _plain(maker: Maker, figure: Figure) -> Said | None:
    return maker.said(figure)


def _rounded(maker: Maker, figure: Figure) -> Said | None:
    value = figure.value
    if value is None or int(value.as_tuple().exponent) >= 0 or value < 10:
        return None
    places = -int(value.as_tuple().exponent) - 1
    shown = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    exact = shown == value
    lead = "" if exact else maker.random.choice(("约", "", "近" if shown > value else "超"))
    return replace(maker.said(figure), value=f"{lead}{shown}{figure.unit}", growth="")


def _converted(maker: Maker, figure: Figure) -> Said | None:
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


def _numerals(maker: Maker, figure: Figure) -> Said | None:
    value = figure.value
    if (
        value is None
        or value != value.to_integral()
        or not 1 <= value <= 9
        or figure.unit not in ("家", "个", "件", "项", "套", "座")
    ):
        return None
    return replace(maker.said(figure), value=f"{_DIGITS[int(value)]}{figure.unit}")


def _wide(maker: Maker, figure: Figure) -> Said | None:
    said = maker.said(figure)
    table = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
    return replace(said, value=said.value.translate(table), growth=said.growth.translate(table))


def _full_name(maker: Maker, figure: Figure) -> Said | None:
    return (
        replace(maker.said(figure), name=name_of(replace(figure, indicator=figure.name)))
        if figure.name != figure.indicator
        else None
    )


PARAPHRASES: dict[str, Callable[[Maker, Figure], Said | None]] = {
    "照抄": _plain,
    "四舍五入": _rounded,
    "换算单位": _converted,
    "汉字数字": _numerals,
    "全角": _wide,
    "指标的另一名称": _full_name,
}


def make_correct(facts: Facts, *, each: int, seed: int = 11) -> Iterator[Case]:
    """``each`` right sentences of every kind, and of those computed from two figures."""
    maker = Maker(facts, seed)
    for kind, phrase in PARAPHRASES.items():
        made = 0
        for figure in maker.figures:
            said = phrase(maker, figure)
            if said is not None and made < each:
                made += 1
                yield maker.case(kind, said, maker.cited(figure))
    yield from _computed(maker, each)
    yield from _reordered(maker, each)


def _computed(maker: Maker, each: int) -> Iterator[Case]:
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


def _reordered(maker: Maker, each: int) -> Iterator[Case]:
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
