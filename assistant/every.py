"""What is asked of all the indicators of a report at once: which fell, which grew fastest, what the main ones are.

    主要经济指标完成情况 · 各项指标增速          → all of them
    2018年和2017年比 · 近几年怎么样              → the main ones of several years
    哪些指标下降了 · 增长超过20%的指标有几项     → those that moved so
    哪项指标增长最快 · 降幅最大的三项指标        → those at one end
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from index.numbers import count_of
from index.records import Figure

__all__ = ["Wanted", "indicators_asked", "other_end", "pace_asked", "years_asked"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which indicators are asked for, by their growth in %; all that are known where ``growth`` is False.

    ``direction``: 1 those that grew, -1 those that fell, 0 both.  ``first``: 1 the highest growth first, -1 the lowest, 0 as printed;
    ``many`` of them, 0 for all.  ``above`` and ``below`` bound the growth, or the fall where those that fell are asked for.
    """

    growth: bool = True
    direction: int = 0
    first: int = 0
    many: int = 0
    above: Decimal | None = None
    below: Decimal | None = None
    reached: bool = False  # the bounds themselves count (10%以上)

    def holds(self, figure: Figure) -> bool:
        """Whether an indicator moved as it is asked."""
        if figure.growth is None:
            return False
        if (self.first or self.above is not None or self.below is not None) and figure.growth_unit != "%":
            return False
        moved = figure.growth * (self.direction or 1)
        if self.direction and moved <= 0:
            return False
        if self.reached and moved in (self.above, self.below):
            return True
        return (self.above is None or moved > self.above) and (self.below is None or moved < self.below)


_NOUN = re.compile("(?:主要|重点|核心|关键|各项?|全部|所有|各类|这些|经济|社会|发展|运行|统计|的)*(?:指标|数据)")
_MAIN = re.compile("主要|重点|核心|关键|各|全部|所有|经济|[哪什啥]")
_AGAINST = re.compile("[比较与和跟同](?:去年|上一?年|前一年|往年)(?:同期)?(?:相?比(?:较)?(?:起来)?)?|同比")
_FELL = re.compile("负增长|增长为负|(?:呈|出现)?下[降滑跌行]|减少|降低|走低|缩减|倒退|萎缩|[降跌]幅|[降跌][得了的]")
_GREW = re.compile("正?增长率?|上[升涨扬]|提[高升]|增加|增速|[增涨]幅|[涨增][得了的]")
_MOST = re.compile("最(?:[快高大多猛好]|厉害|明显)|领跑|(?<!数)第一|打头")
_LEAST = re.compile("最[慢低小少差]|垫底|倒数第?一")
_ORDERED = re.compile("(?:[从由][高大快]到[低小慢]|高低|大小)*(?:排名|排序|排行|排列|排一?[排下]|顺序)|[从由][高大快]到[低小慢]")
_MANY = re.compile(r"[前头]?(?P<many>[一两二三四五六七八九十]|\d{1,2})[大项个名位]")
_NUMBER = r"(?P<{0}>\d+(?:\.\d+)?)(?:%|个?百分点|个点)"
_ABOVE = re.compile(
    f"(?:在|达到?)*{_NUMBER.format('least')}及?(?:以上)|(?:不低于|不少于|达到?){_NUMBER.format('reached')}"
    f"|(?:超过?了?|高于|大于|多于|突破){_NUMBER.format('above')}|(?P<tens>两位数)(?:以上)?"
)
_BELOW = re.compile(f"在?{_NUMBER.format('most')}及?以[下内]|(?:低于|小于|不到|不足|少于){_NUMBER.format('below')}|(?P<ones>个位数)")
_WHICH = re.compile("有?哪些|哪[几一]?[项个样]|什么|啥|谁|有没有|有无|(?:多少|几)[项个]|的$")
_FUNCTION = re.compile(
    "(?:有?哪些|哪[几一]?[项个样]?|什么|啥|谁|有没有|有无|(?:多少|几)[项个]?|请问?|帮我?|给我|列出?来?|一下|说说|看看|查一?下?|告诉我|想知道|我|你"
    "|全区|我区|本区|开发区|园区|完成情况|取得|实现|保持|情况|状况|所有|各|怎么?样|如何|咋样|一览|清单|汇总|分别|各自|具体|里[面头]?|[当之]?中"
    "|[的是有了都呢吗么啊吧在按最后,，、。?？!！:：\\s])*"
)
_LONGEST = 40  # characters
_END_ALONE = re.compile(
    "(?:那么?)?(?:哪一?[项个]|什么|啥)?(?:指标)?(?:是)?(?:增长|增速|增幅|[增涨降跌升长])?得?最(?P<how>[快高慢低差猛])的?(?:是)?(?:哪一?[项个]|什么|啥)?(?:指标)?呢?[?？。]*"
)


def other_end(text: str, before: str) -> str:
    """哪项指标增长最慢, of 哪项最慢 behind a question ``before`` that asked which of all grew most; "" where it asked of no indicators at all."""
    said, wanted = _END_ALONE.fullmatch(text), indicators_asked(before)
    if said is None or wanted is None or not wanted.first:
        return ""
    return "哪项指标增长最" + ("快" if said["how"] in "快高猛" else "慢")


def indicators_asked(bare: str, *, alone: bool = True) -> Wanted | None:
    """What a question without its zones and years asks of all indicators; None where it names anything else.

    Not ``alone``, behind other turns, the word 指标 has to be said: 增长最快的是哪个 is of what was just told.
    """
    text = _AGAINST.sub("", bare)
    if len(text) > _LONGEST:
        return None
    left = text

    def take(pattern: re.Pattern[str]) -> re.Match[str] | None:
        nonlocal left
        found = pattern.search(left)
        left = f"{left[: found.start()]},{left[found.end() :]}" if found else left
        return found

    noun, above, below = take(_NOUN), take(_ABOVE), take(_BELOW)
    which = _WHICH.search(text) is not None
    if noun is None and not (alone and which):
        return None
    most, least, ordered = take(_MOST), take(_LEAST), take(_ORDERED)
    fell, grew = take(_FELL), take(_GREW)
    many = take(_MANY) if most or least else None
    if not _FUNCTION.fullmatch(left) or (noun is None and re.search("[园区]", left)):
        return None
    if fell is None and grew is None:
        plain = noun is not None and not (above or below or most or least or ordered)
        return Wanted(growth=False) if plain and _MAIN.search(text) else None
    falling = fell is not None or re.search("都.*吗", text) is not None  # 指标都增长了吗: whether any fell
    bounded = above is not None or below is not None
    if most or least or ordered:
        number = many["many"] if many else "1"
        top = (least is None) != falling
        return Wanted(
            direction=-1 if falling else 0,
            first=1 if top else -1,
            many=0 if ordered and not (most or least) else count_of(number),
        )
    one_way = falling or (which and not bounded and grew is not None and not re.search("[速幅率]", grew.group()))
    return Wanted(
        direction=(-1 if falling else 1) if one_way else 0,
        above=_bound(above),
        below=_bound(below),
        reached=bool((above and (above["least"] or above["reached"] or above["tens"])) or (below and below["most"])),
    )


def _bound(said: re.Match[str] | None) -> Decimal | None:
    """The bound of a growth: 两位数 is 10% and more."""
    if said is None:
        return None
    number = next((v for k, v in said.groupdict().items() if v and v[0].isdigit()), "10")
    return Decimal(number)


_PACE = re.compile(
    "(?:有|是)?(?:哪些|哪几[项个]|什么)?(?:主要|重点|经济|的)*(?:指标|数据)的?(?:增速|增幅|增长)?(?:有)?(?:比|较)(?:去年|上一?年|前一年)(?:同期)?(?:的)?(?:要|更|还|有所)*"
    "(?:(?P<up>快|高|加快|提高|回升|提速|上升)|(?P<down>慢|低|放缓|回落|下降|减慢|降低|下滑))(?:了|的|一些)*(?:有哪些|是哪些)?[?？。]*"
    "|(?:有|是)?(?:哪些|哪几[项个]|什么)?(?:主要|重点|经济|的)*(?:指标|数据)的?(?:增速|增长|增幅)(?:有)?(?:(?P<up2>加快|提高|回升|提速)|(?P<down2>放缓|回落|减慢|下滑))(?:了|的)*[?？。]*"
)
_YEARS = re.compile(
    "(?:[这近前]|最近|过去|往前|连续)*(?P<many>[几两二三四五]年|历年|[和与跟同比较]+(?:上|去|前)一?年)?(?:的|[和与跟同比较]|相比|主要|重点|经济|社会|全区|整体|总体|指标|数据|情况|工作"
    "|发展|成绩|干|做|过|有|得|哪些|什么|啥|变化|变动|怎么?变|怎么?样|如何|好|对比|走势|趋势|态势|进步|一下|分别|之间|间|以?来|了|吗|呢|啊|,)*[?？。]*"
)
_SET_BESIDE = re.compile("变|比|走势|趋势|指标|数据|怎么?样|如何|情况|发展|进步")


def pace_asked(bare: str) -> int:
    """哪些指标增速比上年快: 1 those whose growth rose, -1 those whose growth fell, 0 where something else is asked."""
    said = _PACE.fullmatch(bare)
    return 0 if said is None else 1 if said["up"] or said["up2"] else -1


def years_asked(bare: str, named: int, back: int, *, alone: bool) -> int:
    """2022年和2021年比, 近几年怎么样, 和上年比: how many years are set beside each other with nothing said of what; 0 in another question.

    ``named``: years that the question names; ``back``: over how many it looks back.  Not ``alone``, behind other turns, 指标 has to be said.
    """
    said = _YEARS.fullmatch(bare)
    if said is None or not _SET_BESIDE.search(bare) or not (alone or _NOUN.search(bare)):
        return 0
    if named > 1:
        return named
    return 2 if said["many"] and said["many"][0] in "两二和与跟同比较" else back if said["many"] else 0
