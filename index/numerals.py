"""Text → quantities: the one grammar for numbers and units, used by extraction, verification and computing.

    22.53亿元   16万余平方米   １，２００家   三百二十户   1-5亿元   第38位   12.3%   2.3个百分点   翻一番   三成

A quantity keeps the scale word in its unit (22.53, 亿元) because that is how it is printed and quoted.  What is no
quantity stays out: dates, ordinals other than ranks, numbers inside quotation marks (“最后一公里”), parts of names
(110千伏, 5G, 500强) and vague amounts (数百家, 一批).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from index.numbers import ARABIC, CHINESE, DOUBLING, PERCENT_WORDS, SCALE, bare_value, parse_number
from index.units import (
    CLASSIFIERS,
    DIMENSIONS,
    MEASURES,
    MONEY,
    NUMERAL_ENDS,
    NUMERAL_STOPS,
    RATES,
    SCALES,
    UNIT_STOPS,
)

__all__ = ["Quantity", "convert", "find_quantities", "find_round_amounts", "parse_number", "quoted_spans"]

def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))


def _stops(words: tuple[str, ...]) -> str:
    parts = []
    for word in sorted(set(words), key=len, reverse=True):
        stop = UNIT_STOPS.get(word, "")
        parts.append(re.escape(word) + (f"(?!(?!均[为已由系未])[{stop}])" if stop else ""))  # 5宗321亩|均为企业原因; 亩均税收
    return "|".join(parts)


_PER = (
    rf"(?:/|／|"
    rf"每)(?:万)?(?:{_any((*MEASURES, '人', '户', '年', '月', '日', '家', '个', '件', '平方', '公里', '元'))})"
)
_UNIT = rf"(?:{_any(RATES[:5])}|(?:{_stops(MEASURES)}|{_stops(CLASSIFIERS)})(?:{_PER})?|{_stops(RATES[5:])})"
_BEFORE = (
    r"不少于|不低于|不超过|不高于|不足|不到|至少|最多|大约|接近|将近|超过|突破|高达|约为|(?<![签预节合条制违公解履续邀])约|"
    r"(?<![附最临邻])近|(?<![赶反])超|逾|[≥≤＞＜]"
)
_AFTER = r"以上|以下|以内|之内|左右|上下|以外|及以上|有余"
_GAP = r"[ \u3000\xa0]{0,2}"  # 42 亿元: typists put blanks between number and unit
_DASH = r"(?:[-－—–~～]{1,2}|至|到)"

#: 2个亿, 3个多亿: spoken sums; 3个亿元项目 are three projects.
_PIECE = r"亿(?![元美日欧港吨千万级立平株斤度人条])(?!以[上下]的?[㐀-鿿]{0,2}(?:项目|企业|工程|园))"
#: 七八家, 二三十户, 二十七八度: two digits side by side, so nobody says how many.
_FEWER = re.compile("(?:增加|减少|[多少增减降])了?$")  # 同比减少一起 counts; 一起推进 says how
_LOOSE = re.compile("[一二两三四五六七八九]{2}")

_QUANTITY = re.compile(
    rf"""
    (?:(?<![合算])(?<![折算]成)人民币(?=(?:{_BEFORE})*[0-9]))?(?P<before>(?:{_BEFORE})*)
    (?P<first>(?P<sign>(?<=[\u3400-\u9fff%、，：:；（(])[-－−])?(?P<number>{ARABIC}|{CHINESE})
      (?:(?P<range_unit>(?:{SCALE})?(?:{_UNIT})?){_DASH}(?!(?:19|20)\d\d年)(?P<upper>{ARABIC}|{CHINESE}))?
      (?P<more1>[余多几])?(?:{_GAP}(?:(?P<piece>个)(?P<more3>多)?(?={_PIECE}))?(?P<scale>{SCALE}))?(?P<more2>[余多])?(?P<scale2>亿(?=元|美元|千瓦时|斤|度))?
      (?:{_GAP}(?P<unit>{_UNIT})(?:(?<=元)人民币)?)?
    )
    (?P<after>{_AFTER})?
    """,
    re.VERBOSE,
)
#: 三百一十二亿六千万元, 3亿2000万元; 八万七千三百元; 五十五点六亿元: numerals of several parts.
_SEVERAL = re.compile(
    rf"(?P<hundreds>{CHINESE}|{ARABIC})亿零?(?P<tens>{CHINESE}|[0-9]{{1,4}})万(?P<of_hundreds>{_UNIT})"
    rf"|(?P<ten>{CHINESE})万零?(?P<ones>[一二两三四五六七八九][零〇一二两三四五六七八九十百千]+)(?P<of_ten>{_UNIT})"
    rf"|(?P<whole>{CHINESE}|零)点(?P<part>[零〇一二三四五六七八九]+)(?P<scale>{SCALE})?(?P<unit>{_UNIT})"
)
_HEDGE_BEFORE = re.compile(rf"(?:{_BEFORE})\Z")
_HEDGE_AFTER = re.compile(_AFTER)
_SHARED_UNIT = re.compile(
    rf"(?<![0-9０-９.．第A-Za-z\-－—])(?P<numbers>{ARABIC}(?:[、和与及]{ARABIC})*)[、和与及]"
    rf"(?={ARABIC}(?P<scale>{SCALE})?(?P<unit>{_any((*RATES[:7], *MONEY))}))"
)
_SHARED_POINTS = re.compile(
    rf"(?P<numbers>{ARABIC}个(?:[、和与及]{ARABIC}个)*)[、和与及](?={ARABIC}(?P<scale>)(?P<unit>个百分点))"
)
#: 分别较上年下降|0.6|、上升0.7个百分点: the next, which changed the other way, carries the unit of both.
_SHARED_TURNED = re.compile(
    rf"(?<=下降|降低|回落|上升|提高|提升|增长|减少|增加)(?P<numbers>{ARABIC})[、和](?:下降|降低|回落|上升|提高|提升|增长|减少|增加)"
    rf"(?={ARABIC}(?P<scale>)(?P<unit>个百分点|[%％]))"
)
#: 实际利用外资（亿美元）：2.36: the unit of a heading or a line of a list, before its number.
_UNIT_LED = re.compile(
    rf"[（(](?:单位[:：])?(?P<unit>(?:{SCALE})?(?:{_UNIT}))[)）]\s*[:：]?\s*(?:为|达到?|完成|实现)?\s*(?P<number>[-－−]?{ARABIC})"
    rf"(?![\d.．,，]?\d|{_GAP}(?:{SCALE}|{_UNIT}|年|月|日))"
)
_RANK = re.compile(rf"第\s*(?P<number>{ARABIC}|{CHINESE})\s*(?P<unit>位(?!置)|名(?!单))")
_RANK_BARE = re.compile(
    r"(?P<verb>居|列|位居|位列|排名|排位|排在|排|名列|跃居|升至|跃升至|前移至|上升到|上升至|保持|"
    r"稳居|退居|降至|跌至|退至)(?P<where>[^，。；、\s]{0,14}?)"
    r"(?:(?P<first>首位|榜首|头一?[名位](?![\u3400-\u9fff]{1,3}的))|第\s*(?P<number>[一二三四五六七八九十]+|"
    r"[0-9]+)(?![一二三四五六七八九十0-9位名个大产批次期方届轮条季类种号段章]))"
)
#: 增速全市第三: where the clause ends so.
_RANK_WIDE = re.compile(r"(?<=全[国省市县州区])第(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?=[，。；、,;）)\n]|$)")
#: 全市前二, 进入前6位: a rank without 第, told by where it is.
_RANK_TOP = re.compile(
    r"(?P<text>前\s*(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,3})\s*(?P<unit>位(?!置)|名(?!单)|强(?=[，。；、,;）)\s的行]|$))?)"
    r"(?:以?内|左右|行列|的目标)?(?=[，。；、,;）)\s的]|$)"
)
_RANKED = re.compile(
    r"(?:进入|跻身|位居|居|位列|列|排|排名|排位|名列|稳居|保持|保持在|迈入|挺进|冲刺|冲进|全国|全省|全市|全县|全州|全区|全球|世界|[省市县])"
    r"[^，。；、\s]{0,12}$"
)
#: 三分之一, 一半: as a percentage rounded to two places, so never exact.
_FRACTION = re.compile(
    r"(?P<below>[二三四五六七八九十])分之(?P<above>[一二两三四五六七八九])|(?<=[占的达约近超过至到])(?P<half>一半|半数)"
)
_TENTHS = re.compile(
    r"(?:(?<=[占的比达近约超过逾至到为少降增升减长足])|(?<=占全[省市县国区州]))(?P<number>[一二两三四五六七八九])成(?P<half>半)?(?=以上|以下|左右|多|[，。；、,;）)！？!?\s.]|$)"
)
_ROUND = re.compile(
    r"(?P<verb>突破|超过|跨过|跨上|跨越|迈过|迈上|站上|登上|跃上|达到|冲刺|冲击|挺进|迈向|实现|过|超)(?P<unit>[百千]亿(?:元|美元)?)"
    r"(?=以上|大关|台阶|关口|门槛|[，,。；;、）)]|$)"
)
_KEPT = ("突破", "超过", "超")
#: 三条|国际货运航线, 两条|快速路: what 条 counts, so that the numeral is one.
_LAID = re.compile(
    r"[^，。；、：\d]{0,8}?(?:航线|线路|生产线|产线|流水线|道路|[公铁马]路|高速|管线|管网|专线|主干[道路线]|断头路|快速路|跑道|河道|街巷|[造装测染纺铸轧镀验]线)(?!网|口|图)"
)
#: 两个多月, 三个季度: how long.
_LASTING = re.compile("[多半来]?(?:月|星期|礼拜|季度|小时|周[，。；、内以之]|学期)")
_QUOTES = re.compile(r"“[^”\n]{0,60}”|‘[^’\n]{0,40}’|《[^》\n]{0,80}》|「[^」\n]{0,40}」|\"[^\"\n]{1,30}\"")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.  ``text == source[start:end]`` without the qualifiers; ``outer`` spans include them.

    ``value`` is in ``unit``; ``upper`` is the other end of a range.  ``chinese`` marks numerals written 三十二.
    """

    value: Decimal
    unit: str
    text: str
    qualifier: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    upper: Decimal | None = None
    chinese: bool = False
    rank: bool = False
    vague: bool = False  # 余, 多

    def qualifier_before(self) -> str:
        return self.qualifier if self.outer_start < self.start and self.outer_end == self.end else ""

    def qualifier_after(self) -> str:
        return self.qualifier if self.outer_end > self.end and self.outer_start == self.start else ""

    @property
    def is_rate(self) -> bool:
        return self.unit in RATES

    @property
    def is_points(self) -> bool:
        return self.unit in ("个百分点", "百分点", "个点", "个基点")

    @property
    def is_money(self) -> bool:
        return base_unit(self.unit)[1] in MONEY or self.unit in ("亿", "万")

    @property
    def is_count(self) -> bool:
        return base_unit(self.unit)[1] in CLASSIFIERS


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans of “…”, 《…》 and their like, marks included."""
    return [m.span() for m in _QUOTES.finditer(text)]


def base_unit(unit: str) -> tuple[Decimal, str]:
    """万平方米 → (10000, 平方米)."""
    for word, factor in SCALES.items():
        if word and unit.startswith(word) and unit not in ("千米", "千克", "千瓦", "千瓦时"):
            rest = unit[len(word) :]
            return factor, rest
    return Decimal(1), unit


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of ``text``, in order, none overlapping."""
    quoted = quoted_spans(text)
    found: list[Quantity] = []
    for match in _RANK.finditer(text):
        value = bare_value(match["number"])
        if value is not None and not _inside(match.start(), quoted):
            found.append(_simple(match, value, match["unit"], rank=True))
    for match in _RANK_BARE.finditer(text):
        start = match.start("first") if match["first"] else text.rindex("第", match.start(), match.end())
        value = Decimal(1) if match["first"] else bare_value(match["number"])
        if value is not None and not _inside(start, quoted):
            end = match.end()
            found.append(Quantity(value, "位", text[start:end], "", start, end, start, end, rank=True))
    for match in _RANK_WIDE.finditer(text):
        value = bare_value(match["number"])
        if value is not None and not _inside(match.start(), quoted) and all(q.start != match.start() for q in found):
            found.append(Quantity(value, "位", match[0], "", *match.span(), *match.span(), rank=True))
    for match in _RANK_TOP.finditer(text) if "前" in text else ():
        value = bare_value(match["number"])
        if (
            value is not None
            and not _inside(match.start(), quoted)
            and _RANKED.search(text[max(match.start() - 20, 0) : match.start()])
        ):
            start, end = match.span("text")
            found.append(Quantity(value, "位", match["text"], "", start, end, start, end, rank=True))
    for match in _FRACTION.finditer(text) if "分之" in text or "半" in text else ():
        share = Decimal(50)
        if not match["half"]:
            share = (100 * (bare_value(match["above"]) or 0) / (bare_value(match["below"]) or Decimal(1))).quantize(
                Decimal("0.01")
            )
        if not _inside(match.start(), quoted):
            found.append(_simple(match, share, "%", chinese=True))
    for match in _TENTHS.finditer(text) if "成" in text else ():
        value = bare_value(match["number"])
        if value is not None and not _inside(match.start(), quoted):
            found.append(_simple(match, value + (Decimal("0.5") if match["half"] else 0), "成", chinese=True))
    for match in PERCENT_WORDS.finditer(text) if "百分之" in text else ():
        value = bare_value(match["number"])
        if value is not None and not _inside(match.start(), quoted):
            found.append(_simple(match, value, "%", chinese=True))
    for match in DOUBLING.finditer(text) if "番" in text else ():
        times = bare_value(match["number"] or "一")
        if times is not None and not _inside(match.start(), quoted):
            found.append(_simple(match, Decimal(2) ** int(times), "倍", chinese=True))
    for match in _SEVERAL.finditer(text) if re.search("[亿万点]", text) else ():
        several = _several(match)
        if several is not None and not _inside(match.start(), quoted) and not _overlaps(several, [(q.start, q.end) for q in found]):
            found.append(several)
    for match in (*_SHARED_UNIT.finditer(text), *_SHARED_POINTS.finditer(text), *_SHARED_TURNED.finditer(text)):
        found.extend(q for q in _sharing(text, match) if not _inside(q.start, quoted))
    for match in _UNIT_LED.finditer(text):
        value = bare_value(match["number"])
        if value is not None:
            span = match.span("number")
            found.append(Quantity(value, match["unit"].replace("％", "%"), match["number"], "", *span, *span))
    taken = sorted((q.start, q.end) for q in found)
    for match in _QUANTITY.finditer(text):
        quantity = _quantity(text, match)
        if quantity is not None and not _inside(quantity.start, quoted) and not _overlaps(quantity, taken):
            found.append(quantity)
    return sorted(found, key=lambda q: q.start)


def find_round_amounts(text: str) -> list[Quantity]:
    """突破百亿元, 跨过千亿元大关: goals named by their scale alone, one of it.  Not what a thing is called by (百亿园区)."""
    return [
        Quantity(Decimal(1), m["unit"], m["unit"], m["verb"] if m["verb"] in _KEPT else "", *m.span("unit"), m.start(), m.end("unit"), chinese=True)
        for m in _ROUND.finditer(text)
    ]


def _sharing(text: str, match: re.Match[str]) -> list[Quantity]:
    """2.16和1.66个百分点: the numbers in front of the last one, which alone carries the unit."""
    shared = []
    for number in re.finditer(ARABIC, match["numbers"]):
        start = match.start("numbers") + number.start()
        value = bare_value(number[0])
        if value is not None:
            end = start + len(number[0]) + (text[start + len(number[0])] == "个")
            unit = ((match["scale"] or "") + match["unit"]).replace("％", "%")
            shared.append(Quantity(value, unit, text[start:end], "", start, end, start, end))
    return shared


def _several(match: re.Match[str]) -> Quantity | None:
    """A numeral of several parts as one number: 312.6亿元, 87300元, 55.6亿元."""
    if match["hundreds"]:
        high, low = bare_value(match["hundreds"]), bare_value(match["tens"])
        return _simple(match, high + low / 10_000, f"亿{match['of_hundreds']}", chinese=True) if high is not None and low is not None else None
    if match["ten"]:
        high, low = bare_value(match["ten"]), bare_value(match["ones"])
        return _simple(match, high * 10_000 + low, match["of_ten"], chinese=True) if high is not None and low is not None else None
    value = bare_value(f"{match['whole']}点{match['part']}")
    return _simple(match, value, (match["scale"] or "") + match["unit"], chinese=True) if value is not None else None


def _simple(match: re.Match[str], value: Decimal, unit: str, *, rank: bool = False, chinese: bool = False) -> Quantity:
    start, end = match.span()
    if rank:
        return Quantity(value, unit, match[0], "", start, end, start, end, rank=rank, chinese=chinese)
    before = _HEDGE_BEFORE.search(match.string, max(start - 4, 0), start)
    after = _HEDGE_AFTER.match(match.string, end)
    outer_start, outer_end = before.start() if before else start, after.end() if after else end
    qualifier = match.string[outer_start:start] + match.string[end:outer_end]
    return Quantity(value, unit, match[0], qualifier, start, end, outer_start, outer_end, chinese=chinese)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    number, unit, scale = match["number"], match["unit"] or "", (match["scale"] or "") + (match["scale2"] or "")
    start, end = match.span("first")
    chinese = number[0] in "一二两三四五六七八九十"
    previous = text[start - 1] if start else ""
    if (
        start
        and text[start - 1] in "表图件"
        and "." not in number
        and re.search(r"(?:^|[^代仪])[表图]$|附[件表]$", text[max(start - 2, 0) : start])
    ):
        return None  # 表2　分片区情况
    if (previous and previous in "第每〔[０１２３４５６７８９") or (
        previous and previous.isascii()
        and (previous.isalnum() or previous in ".:-_")
        and text[max(start - 3, 0) : start].upper() not in ("GDP", "FDI")  # 上半年GDP48.2亿元
    ):
        return None
    if not unit and scale not in ("万", "亿", "万亿", "千万", "百万", "千亿", "百亿"):
        return None
    follow = text[end : end + 1]
    if chinese:
        if text[start:end] == "一起" and not (_FEWER.search(text[max(start - 4, 0) : start]) and follow in ("", *"，。；、,;）)\n")):
            return None
        if previous and previous in "数几上":  # 数十家
            return None
        if _LOOSE.search(number) or (not unit and not match["piece"]) or (unit in NUMERAL_STOPS and not (scale or len(number) > 2)):
            return None
        laid = unit == "条" and _LAID.match(text, end)
        if unit in NUMERAL_ENDS and not laid and len(number) < 2 and follow not in ("", *"，。；、,;）)\n"):
            return None
    if not unit and (
        (follow and follow in "级强年月日")
        or text[end : end + 2] in ("千瓦", "级企", "级产", "大军", "吨级")
        or (chinese and not match["piece"])
    ):
        return None
    if unit == "个" and _LASTING.match(text, end):
        return None
    if unit and follow == "级" and unit not in RATES:  # 10万吨级码头, 百亿元级产业
        return None
    upper = bare_value(match["upper"]) if match["upper"] else None
    if match["upper"] and upper is None:
        return None
    value = bare_value(number)
    if value is None:
        return None
    if match["sign"]:
        value = -value
    if unit == "％":
        unit = "%"
    unit = unit.replace("／", "/")
    more = (match["more1"] or "") + (match["more3"] or "") + (match["more2"] or "")
    qualifier = (match["before"] or "") + more.replace("几", "余") + (match["after"] or "")
    outer_start = match.start()
    return Quantity(
        value,
        scale + unit,
        text[start:end],
        qualifier,
        start,
        end,
        outer_start,
        match.end(),
        upper=upper,
        chinese=chinese,
        vague=bool(more),
    )


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < position < b for a, b in spans)


def _overlaps(quantity: Quantity, taken: list[tuple[int, int]]) -> bool:
    return any(a < quantity.end and quantity.start < b for a, b in taken)


def convert(value: Decimal, unit: str, to_unit: str) -> Decimal | None:
    """``value`` of ``unit`` expressed in ``to_unit``; None when the two don't measure the same thing."""
    if unit == to_unit:
        return value
    here, there = _measure(unit), _measure(to_unit)
    if here is None or there is None or here[0] != there[0]:
        return None
    exact = Fraction(value) * here[1] / there[1]
    result = Decimal(exact.numerator) / Decimal(exact.denominator)
    return result.quantize(Decimal(1)) if exact.denominator == 1 and abs(exact) < 10**20 else result.normalize()


def _measure(unit: str) -> tuple[str, Fraction] | None:
    """What a unit measures (with its denominator, if any) and its size in that."""
    top, slash, bottom = unit.partition("/")
    scale, base = base_unit(top)
    if not base and scale > 1:
        base = "元"  # 15.6亿: money unless something else is said
    for dimension, units in DIMENSIONS.items():
        if base in units:
            return dimension + slash + bottom, units[base] * Fraction(scale)
    return (base + slash + bottom, Fraction(scale)) if base in CLASSIFIERS or base in MEASURES else None
