"""A follow-up without its wrapping: what leads to it (照这么说), a correction by what it puts in (看串了，年份改成2020 → 2020年呢)."""

from __future__ import annotations

import re

from assistant import cues
from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.records import Query
from assistant.terms import is_all_known
from assistant.understanding import Understanding
from index.figures.ellipsis import is_thing

__all__ = ["by_name", "by_place", "in_usual_words", "plain_follow_up"]

_SAID_SO = re.compile(
    "^(?:人家(?=[㐀-鿿]{2})|照你?(?:这么|这样|那么|此)(?:说来?|算来?|看来?)?|(?:这么|这样|那么)(?:说来?|算下?来?|看来?|一?算)|由此(?:看来?|可见)?|看来|也就是说|换句话说)"
    "(?:的话)?[，,]?"
)
_TO = "(?:应该|应当|应|该|本来|其实|得|给我|帮我)*(?:改成|改为|换成|换为|写成|是|为|换|改)"
_MISSED = (
    "(?:(?:我|刚才|上面|前面|这|不好意思|抱歉|对不起|哎呀?|啊|哦|等等|[，,])*(?:看|说|记|写|打|问|搞|弄|输|选|点|填)[串错混岔反漏](?:行|列|年份?|地方|位置|区|园区?)?了?"
    "|不对|不是|口误|手误|笔误)"
)
_CORRECTED = re.compile(
    f"^(?:{_MISSED}[，,。！! ]*)?(?P<slot>年份|年度|年头|时间|区名|园名|地名|名字|开发区|园区|地方|单位|指标|口径|数据?)?"
    f"{_TO}(?P<to>[^，,。？?]{{2,16}}?)(?:年)?(?:的)?[。！!？?吧呢啊]*$"
)


_ELSE_ALIKE = re.compile("[，,](?:年份|时间|指标|口径|其[他它]|别的)?(?:都|也|还是)?(?:不变|不动|一样|照旧)[。！!]*$")
_NOT_BUT = re.compile(
    "(?:我(?:要|想)?(?:问|说|查)的)?不是[^，,。]{2,14}[，,](?:我(?:要|想)?(?:问|说|查)的)?(?:而)?是(?P<to>[^，,。？?]{2,20})[。！!吧呢啊]*"
)


# 同样的问题问鹄浍, 鹄浍有没有类似的数: the same, of what is named.
_THE_SAME = "(?:同样|一样|相同|同一个?|[这那]个?)的?(?:问题|指标|口径|数据?|情况|事儿?|年份|年度|时间|时段)?"
_SAME = re.compile(
    f"(?:那么?)?(?:(?:同样|一样|相同|同一个?|这个?)的?(?:这个?)?(?:问题|指标|口径|数据?|情况|事儿?)?(?:[、,，和]{_THE_SAME})*(?:下|上|来看|来说|的话)?[，,]?"
    "(?:再|就)?(?:问一?下?|换成?|查一?下?|看一?下?|放到|改成|放在|到)?"
    "(?P<of>[^，,。]{2,12}?)(?:的|那边)*(?:数字?|数据|情况)?"
    "(?:呢|(?:又)?是多少|多少|怎么样|如何|有没有)?"
    "|(?P<of3>[^，,。]{2,12}?)(?:那边|的|[，,])*(?:同|同一个?|同样的?|按同一个?|用同一个?)(?:口径|指标|项)的?(?:数字?|数据)?(?:呢|(?:又)?(?:是|有)?多少[㐀-鿿]{0,2})?"
    "|(?P<of2>[^，,。]{2,12}?)(?:那边|的)?(?:有没有|有)(?:类似|同样|一样|对应|相应)的?(?:数据?|指标|情况)?(?:吗|呢)?)[?？。]*"
)


def in_usual_words(text: str) -> str:
    """A follow-up in the words that follow-ups are understood by: 再过一年 → 次年, 短收了多少 → 离目标还差多少."""
    for said, usual in cues.FOLLOW_UPS:
        text = said.sub(usual, text, count=1)
    return text


def plain_follow_up(text: str, known: Understanding) -> str:
    """A follow-up without what leads to it; a correction by what it puts in: 看串了，年份改成2020 → 2020年呢."""
    bare = _SAID_SO.sub("", text)
    same = _SAME.fullmatch(bare)
    if same and (of := same["of"] or same["of2"] or same["of3"]) and _place_or_time(of, known):
        return f"{of}呢"
    if instead := _NOT_BUT.fullmatch(bare):
        return f"{instead['to']}呢"
    fixed = _CORRECTED.match(_ELSE_ALIKE.sub("", bare))
    if fixed and (re.match(_MISSED, bare) or (fixed["slot"] and re.search("改|换|应", fixed.group()))) and not ASKING.search(fixed["to"]):
        year = re.fullmatch(r"(?:19|20)?\d\d", fixed["to"])
        return f"{fixed['to']}{'年' if year else ''}呢"
    return bare if len(bare) >= 3 else text


# 另一个区那年底有几家, 这个片区投了多少: where, said by what was asked before.
_OTHER_ZONE = re.compile("(?:另外?一个|另一家)(?:的)?(?:开发区|经开区|高新区|园区|区)(?![㐀-鿿]{0,2}域|块)")
_THIS_PLACE = re.compile("(?<![的剩余下外])(?:[这那]一?[个座]|该)(?P<kind>片区|园区?|镇|街道|组团|板块|港区|社区)")


# 骊拓那个呢, 蘅生的那个项目，总投资: by as much of a name as only one project begins with.
_THAT_ONE = re.compile(
    "^(?P<lead>(?:那么?|换成?|再说|还有)?)(?P<who>(?![这那哪它])[㐀-鿿A-Za-z0-9]{2,8}?)的?[那这]一?[个家条座](?:(?:项目|工程|基地|企业|公司|产线)|(?=呢?[，,？?。]|呢?$))(?P<rest>.*)$"
)


# 那栎屏光电的背光模组项目，总投资: a firm and what it builds, where the report has more between them.
_ITS_PROJECT = re.compile(
    "^(?P<lead>(?:那么?|换成?|再说|还有)?)(?P<who>(?![这那哪它])[㐀-鿿A-Za-z0-9]{2,8}?)"
    "的(?P<what>[㐀-鿿A-Za-z0-9]{2,10}?)(?:项目|工程|基地|产线)(?P<rest>[，,：:].+)$"
)


def by_name(text: str, known: Understanding) -> str:
    """A follow-up with the full name of the one project that it points at by the beginning of its name."""
    built = _ITS_PROJECT.match(text)
    if built is not None:
        ours = {n for n in known.names if n.startswith(built["who"]) and built["what"] in n and is_thing(n)}
        whole = {n for n in ours if not any(n != m and n in m for m in ours)}
        name = "".join(whole)
        rest = re.sub("[，,](?=[^，,]*(?:多少|几))", f"，{name}", built["rest"].lstrip("，,：: "))  # 总投资几个亿，当年完成投资几个亿
        return f"{built['lead']}{name}{rest}" if len(whole) == 1 else text
    said = _THAT_ONE.match(text)
    if said is None or is_all_known(said["who"]) or find_periods(said["who"]):
        return text
    named = {n for n in known.names if n.startswith(said["who"]) and len(n) > len(said["who"]) + 1 and is_thing(n)}
    things = {n for n in named if not any(n != m and n in m for m in named)}
    if len(things) != 1:
        return text
    rest = re.sub("^呢?[，,、 ]+", "", said["rest"])
    return f"{said['lead']}{things.pop()}{rest}"


def by_place(text: str, last: Query, known: Understanding) -> str:
    """A follow-up with the place that it points at by name: the one zone there is beside that of the last question, or its part asked of."""
    others = [z for z in known.zones.zones if z not in last.zones]
    if len(known.zones.zones) == 2 and len(last.zones) == 1 and len(others) == 1:
        text = _OTHER_ZONE.sub(others[0], text, count=1)
    this = _THIS_PLACE.search(text)
    parts = [s for s in last.scopes if this is not None and s.endswith(this["kind"])]
    return text.replace(this.group(), parts[0], 1) if this is not None and len(parts) == 1 else text


def _place_or_time(text: str, known: Understanding) -> bool:
    """Whether a text names a zone or a time and nothing else."""
    spans = [*((m.start, m.end) for m in known.zones.find(text)), *((m.start, m.end) for m in find_periods(text))]
    return bool(spans) and not re.sub("[的那边年]", "", "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in spans)))
