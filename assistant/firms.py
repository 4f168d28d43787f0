"""Firms asked for by what each made, paid or employs: 哪家企业产值最高, 税收过亿的企业有哪些, 产值下降的企业."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.every import Wanted, indicators_asked
from assistant.sized import bound_of
from index.numbers import count_of

__all__ = ["MEASURES", "Firms", "firms_asked"]

#: What is measured of a firm, the first where none is named: as it is asked for, and how the indicator's name ends.
MEASURES = {
    "产值": ("(?:工业|年)*总?产值", "产值"),
    "亩均税收": ("亩均(?:税收?|贡献)|每一?亩(?:地)?(?:产?税收?|[缴交]税)", "亩均税收?"),
    "税收": ("(?:(?:入库|[上实]?缴纳?|贡献)的?)?税(?:收|款|金)?(?:收入|总?额|贡献)?|[纳缴交上]+的?税额?", "税[收金款]?(?:收入|总?额)?|纳税额?"),
    "营业收入": ("(?:主营业务|营业|销售|开票)+收入|营收|销售额", "(?:业务|营业|销售|开票)收入|营收|销售额?"),
    "用工": ("用工(?:总?人?数|规模)?|(?:从业人员|员工|职工)(?:人?数)?", "用工(?:人?数)?|从业人员|员工|职工(?:人?数)?"),
    "进出口": ("(?:外贸)?进出口(?:总?额)?|外贸(?:总?额)?", "进出口(?:总?[额值])?"),
    "出口": ("出口(?:额|交货值)?", "出口(?:总?额|交货值)?"),
    "利润": ("净?利润(?:总?额)?", "利润(?:总?额)?"),
    "研发投入": ("研发(?:经费|费用)?(?:投入|支出)?", "研发(?:经费|费用)?(?:投入|支出)?"),
}


@dataclass(frozen=True, slots=True)
class Firms:
    """Firms by a measure of :data:`MEASURES`; by how it grew where ``grown`` says what of it.

    ``first``: 1 the greatest first, -1 the smallest, 0 as printed; ``many`` of them, 0 for all.  ``above`` and ``below`` bound the
    measure in ``unit``; ``reached``: the bounds themselves count.  ``each``: the measure for each of those that work there.
    ``ends``: the greatest beside the least.  ``then``: what else is asked of the first (产值最高的企业税收多少).
    ``among``: of those alone that another measure bounds (产值过10亿的几家里，亩均税收最低的).
    """

    measure: str
    first: int = 0
    many: int = 0
    above: Decimal | None = None
    below: Decimal | None = None
    unit: str = ""
    reached: bool = False
    grown: Wanted | None = None
    each: bool = False
    among: Firms | None = None
    then: str = ""
    ends: bool = False

    @property
    def ranked(self) -> bool:
        """Whether one end of all is asked for, or an order."""
        return self.first != 0 or (self.grown is not None and self.grown.first != 0)

    def holds(self, value: Decimal) -> bool:
        """Whether a value in ``unit`` lies in the bounds."""
        if self.reached and value in (self.above, self.below):
            return True
        return (self.above is None or value > self.above) and (self.below is None or value < self.below)


_FIRM = re.compile("(?:重点|规上|规模以上|工业|主要|龙头|骨干|大)*(?:企业|公司|厂家|工厂|厂子)|(?<=[税值工口])大户")
_WHICH = re.compile("哪[几一]?[家个些]?|有没有|有无|谁|什么|啥|名单|清单|列|(?:企业|公司)[?？。]*$|排[名行]")
_WHICH_ONES = re.compile("[前头](?:[两二三四五六七八九十]|\\d{1,2})[^，,。？?]{0,4}哪[几些两三四五六七八九十]家")  # 产值排在前三的是哪几家
_COUNTED = re.compile("(?<!哪)(?:几|多少)[家个户](?:企业|公司)?(?!.*(?:分别|哪))")  # the report tells itself how many there are
_MOST, _LEAST = re.compile("最[大高多强猛]|(?<!数)第一(?![家个批])|头一?名|冠军|榜首|头把交椅"), re.compile("最[小低少差]|垫底|倒数第一")
_MANY = re.compile(
    "[前头](?P<before>[两二三四五六七八九十]|\\d{1,2})[位名家个大强]?|(?<=最[大高多小低少]的)(?P<behind>[两二三四五六七八九十])[家个户]"
)
_NUMBER = "(?P<{0}>(?:\\d+(?:\\.\\d+)?)?[十百千]?)(?P<{0}_unit>亿美?元?|万美?元?|人)"
_ABOVE = re.compile(f"(?:不低于|不少于|达到?|在)?{_NUMBER.format('least')}及?以上|(?:超过?了?|高于|大于|多于|突?破|过){_NUMBER.format('above')}")
_BETWEEN = re.compile(f"(?=\\d){_NUMBER.format('least')}?(?:[到至~～—-]|和){_NUMBER.format('most')}之?间?")
_BELOW = re.compile(f"在?{_NUMBER.format('most')}及?以[下内]|(?:低于|小于|不到|不足|少于){_NUMBER.format('below')}")
_ORDERED = re.compile("(?:按照?)?(?:[从由][高大多]到[低小少])*(?:排名|排序|排行|排列|排一?[排下])|[从由][高大多]到[低小少]")
_EACH = re.compile("人均|每(?:个|名)?(?:人|员工|职工)的?")
_GAP = re.compile("(?:中间|两家)?(?:相?差|高出|多出)(?:了)?(?:多少|几)(?:个?亿|万)?元?(?P<of>[㐀-鿿]{2,4})?")
_FUNCTION = re.compile(
    "(?:有?哪些|哪[几一]?[家个户些]?|[几这那]|有没有|有无|之间|介于|谁|什么|啥|叫|名称|名字|名单|清单|(?:按|照)?(?:顺序|次序|先后|名次|座次|位次)|列出?来?|报|发?给我|把|规上|规模以上|一下|请问?|说说|看看|分别|各自?|多少|都|全年|当年|全区|开发区|园区|我区|其中"
    "|里[面头]?|[当之]?中|表[里中]|[两三四五六七八九十]?[家个户]|[和与排]|[的是有在了呢吗么按得,，、。?？!！:：\\s])*"
)
_LONGEST = 40  # characters
#: 产值最高的那家企业，税收是多少
_OF_THE_FIRST = re.compile(
    "^(?P<top>[^，,。？?]{2,10}?最[高大多低少小])的?(?:那?一?[家个户])?的?(?:企业|公司|大户)?[，,]?(?:它|其)?(?:的|一年|全年|又)*(?P<what>[㐀-鿿]{2,8}?)"
    "(?:一共|总共|又)*(?:是|有|了)?(?:多少|几)[㐀-鿿]{0,3}[?？。]*$"
)
#: 产值过10亿的那几家里头，亩均税收垫底的是哪家
_AMONG = re.compile(
    "^(?P<those>[^，,。？?]{4,16}?)的?(?:那?(?:几|些)家|企业|公司)(?:里头?|里面|当?中|之中)[，,]?(?P<rest>[^，,。？?]{4,20}[?？。]*)$"
)


def firms_asked(bare: str) -> Firms | None:
    """The firms that a question without its zones and years asks for; None where it asks for anything else."""
    if (of_it := _OF_THE_FIRST.match(bare)) is not None:
        top = firms_asked(f"{of_it['top']}的企业是哪家")
        then = next((m for m, (said, _) in MEASURES.items() if re.fullmatch(said, of_it["what"])), "")
        if top is not None and top.ranked and top.many == 1 and then not in ("", top.measure):
            return replace(top, then=then)
    if (parted := _AMONG.match(bare)) is not None:
        among, ranked = firms_asked(f"{parted['those']}的企业有哪些"), firms_asked(f"企业{parted['rest']}")
        if among is not None and ranked is not None and not among.ranked and among.unit and among.measure != ranked.measure:
            return replace(ranked, among=among)
    if len(bare) > _LONGEST or not (_FIRM.search(bare) or _WHICH_ONES.search(bare)) or not _WHICH.search(bare) or _COUNTED.search(bare):
        return None
    left = bare
    measure = next((m for m, (said, _) in MEASURES.items() if re.search(said, _FIRM.sub("", bare, count=1))), "")

    def take(pattern: re.Pattern[str]) -> re.Match[str] | None:
        nonlocal left
        found = pattern.search(left)
        left = f"{left[: found.start()]},{left[found.end() :]}" if found else left
        return found

    take(_FIRM)
    each = take(_EACH) is not None
    if measure:
        take(re.compile(MEASURES[measure][0]))
        take(re.compile(f"(?:[和及与]|以及)?(?:各自|分别|每家)的?(?:{MEASURES[measure][0]})"))  # 前三名的企业和各自产值
    grown = indicators_asked(re.sub("哪([几一]?)[家户]", r"哪\1项", f"指标{left}"))
    if grown is not None and grown.growth:
        return None if each else Firms(measure or next(iter(MEASURES)), grown=grown)
    between = take(_BETWEEN)
    above, below = (between, None) if between else (take(_ABOVE), take(_BELOW))
    many, most, least, ordered = take(_MANY), take(_MOST) or re.search("大户", bare), take(_LEAST), take(_ORDERED)
    if most and least:
        take(_GAP)
    bounded = above is not None or below is not None
    if not measure or not (bounded or many or most or least or ordered) or (each and bounded) or not _FUNCTION.fullmatch(left):
        return None
    if most and least and many:
        return None
    number = (many["before"] or many["behind"]) if many else "1" if most or least else ""
    units, bounds = set[str](), dict.fromkeys(("least", "above", "most", "below"))
    for said in (m.groupdict() for m in (above, below) if m is not None):
        bounds |= {name: bound_of(said[name]) for name in bounds if said.get(name) is not None}
        units |= {_unit(unit) for name, unit in said.items() if name.endswith("unit") and unit}
    if len(units) > 1:
        return None
    return Firms(
        measure,
        first=-1 if least else 1 if number or ordered else 0,
        many=count_of(number) if number else 0,
        above=bounds["above"] if bounds["least"] is None else bounds["least"],
        below=bounds["below"] if bounds["most"] is None else bounds["most"],
        unit=next(iter(units), ""),
        reached=bounds["least"] is not None or bounds["most"] is not None,
        each=each,
        ends=bool(most and least),
    )


def _unit(said: str) -> str:
    return said if said.endswith(("元", "人")) else f"{said}元"
