"""Projects asked for by how great they are: 总投资超20亿的项目有哪些, 10亿以上签约项目, 签约的最大项目, 投资额前三的项目."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.names import bigrams, fold
from index.numbers import count_of

__all__ = ["CAPACITY_ASKED", "LEAST_SAID", "LEFT_TO_SPEND", "MAKES", "NO_NAME", "SPENT_SHARE", "STATES", "SizedProjects", "bound_of", "calls",
           "said_of", "sized_projects", "tells_of"]


@dataclass(frozen=True, slots=True)
class SizedProjects:
    """Projects by their total investment, the greatest first: ``many`` of them (0: all) that are above and below a bound (亿元).

    ``state``: what their sentences have to tell of them (签约), a regular expression; "" for any.  ``added``: what they come to is asked as well.
    """

    many: int = 0
    above: Decimal | None = None
    below: Decimal | None = None
    reached: bool = False
    state: str = ""
    added: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether a total investment in 亿元 lies in the bounds."""
        if self.reached and value in (self.above, self.below):
            return True
        return (self.above is None or value > self.above) and (self.below is None or value < self.below)


#: What a project went through, as it is asked for and as it is told.
STATES = (
    "新签|签约|签下|签订|签(?=[了的])|引进|招引|落户|落地|摘牌|拿地",
    "开工|动工|奠基|破土|打桩",
    "竣工|完工|建成|交付",
    "投产|投用|投入使用|投运|试产|试生产|试运[营行]|点火|通水|并网|运营|开业",
    "在建|续建|建设中|推进|完成投资|封顶|安装",
)
LEAST_SAID = 3  # characters of a project's name, from its beginning, that say which one is meant


def said_of(name: str, text: str) -> str:
    """As much of a name, from its beginning, as stands in a text: 钧岳电子 of 钧岳电子功率半导体基地."""
    return next((name[:n] for n in range(len(name), 0, -1) if name[:n] in text), "")


def tells_of(thing: str, text: str) -> bool:
    """Whether a text says two pairs of characters of what a project is called, or its only one."""
    name, said = bigrams(fold(re.sub("(?:项目|工程)$", "", thing))), bigrams(fold(text))
    return len(name & said) >= min(2, len(name)) or NO_NAME.fullmatch(thing) is not None


#: 新签约项目, 10亿元以上项目: of many, none by name.
NO_NAME = re.compile(
    "(?:重点|重大|主要|产业|工业|招商|外资|内资|技改|民生|基建|[省市县国区]级?|[\\d十百]*亿元?(?:以上)?|新|签约|开工|在建|引进|[这那]一?[个批些]?|该|首[个批]|第?[一二三]批|所有|各|大|好)*(?:项目|工程)?"
)


_NAMES = re.compile("[㐀-鿿A-Za-z0-9]{4,20}?(?=项目|工程|[，,]|总投资|的)")
_NAMES_KIND = re.compile("[㐀-鿿A-Za-z0-9]{2,16}?(?:基地|项目|工程|产业园|中心|二期|三期|一期|厂)")


def calls(text: str, thing: str) -> bool:
    """鲸澜石化轻烃项目 calls 鲸澜石化120万吨轻烃综合利用: by its beginning, and in the order of its own words."""
    said_so = re.sub("[那这]个|(?<![㐀-鿿])该", "", text)
    for match in (*_NAMES.finditer(said_so), *_NAMES_KIND.finditer(said_so)):
        said, rest = match.group(), iter(thing)
        begins = 2 if said.endswith("期") or said[-2:] == thing[-2:] else 3  # 晗璟二期 calls 晗璟新材光伏玻璃二期项目
        if (len(said) >= 5 and said in thing) or (said[:begins] == thing[:begins] and all(c in rest for c in said)):
            return True
    return False


#: How much of a project's investment is left, or which part of it has been made: 还剩多少没投, 投资进度.
LEFT_TO_SPEND = re.compile(
    "(?:还|尚|仍)?(?:剩下?|差|有|要|需|得)[^，,。?？]{0,4}(?:多少|几)[^，,。?？]{0,6}?(?:[没未要需待](?:有)?(?:投|花|完成)|投资?$|投资?[?？]$)|(?:剩余|未完成|没完成的?)的?投资"
    "|(?:还|尚|仍)(?:要|需|得|差|剩)(?:再|往里)?[投砸花掏补]?(?:入|资|钱|进去)?(?:资金|投资)?(?:多少|几)"
    "|(?:还|尚|仍)(?:有|剩下?|差|欠)?(?:多少|几)[^，,。?？]{0,6}?[没未](?:投|付|花|拨)"
)
SPENT_SHARE = re.compile(
    "投资(?:的)?(?:完成)?(?:进度|进展|率)|完成(?:了)?(?:投资|总投资)?的?(?:百分之几|百分之多少|几成|多少比例)"
    "|投资完成(?:率|比例)|完成了?总?投资的?(?:百分之|几成)|完成了?总投资的?多少"
    "|(?:投|砸|花)(?:了|进去|下去|到|完)+(?:几成|百分之[几多])"
)
#: What a project makes or takes in in a year or a day: 一年能处理多少, 日处理能力, 产能多大.
MAKES = "产|生产|加工|制造|处理|处置|供[水热汽气电]|封测|储运|周转|屠宰|压榨|酿"
CAPACITY_ASKED = re.compile(
    f"(?:(?:一|每|全)?[年日天]|每天)(?:能|可以?|得)?(?:{MAKES})(?:出|得)?[^，,。？?值]{{0,4}}?(?:多少|几)"
    f"|(?:设计|生产|加工|处理)?(?:年|日)?(?:产能|{MAKES})(?:能力|规模|量)?(?:是|有|为)?(?:多少|几|多大)|[年日](?:{MAKES})能力[呢?？]*$"
)
_NUMBER = r"(?P<{0}>(?:\d+(?:\.\d+)?)?[十百千]?)亿元?"  # 亿元以上, 百亿级
_ABOVE = re.compile(
    f"(?:不低于|不少于|达到?|在)?{_NUMBER.format('least')}及?以上|(?:超过?了?|高于|大于|突破|过){_NUMBER.format('above')}|{_NUMBER.format('class')}级"
)
_BELOW = re.compile(f"在?{_NUMBER.format('most')}及?以[下内]|(?:低于|小于|不到|不足|少于){_NUMBER.format('below')}")
_MOST = re.compile(
    r"最[大高多]的?(?:(?P<after>[两二三四五六七八九十]|\d{1,2})[个项家])?|[前头](?P<many>[两二三四五六七八九十]|\d{1,2})[大个项名位]?"
)
_PROJECT = re.compile("(?:大|好|重点|重大|产业|工业|招商)?(?:项目|工程)")
_WHICH = re.compile("哪|什么|啥|谁|名单|清单|列|的?(?:项目|工程)$")
_MEASURE = re.compile("(?:计划|协议|合同)?总?投资(?:额|规模|总额)?|规模|体量|单体|[砸花投掏]的?钱")
_STATE = re.compile(f"新?(?:{'|'.join(STATES)})(?:了|的)*")
_FUNCTION = re.compile(
    "(?:有?哪些|哪[几一两二三四五六七八九十]?[项个家]?|几[项个家]|什么|啥|谁|叫|名称|名字|名单|清单|列出?来?|一下|请问?|说说|看看|分别|各自?|投资?了?多少钱?|都|全年|当年|年内|新|全区|开发区|我区|其中|里[面头]?|[当之]?中|[下进过]?来的"
    "|[的是有在了呢吗么个,，、。?？!！:：\\s])*"
)
_HOW_MANY, _NAMED = re.compile("几[项个家]"), re.compile("哪|什么|啥|谁|名|清单|列")
_LONGEST = 40  # characters


#: 最大的三个项目总投资加起来多少.
_ADDED_UP = re.compile(
    "(?:计划|协议|合同)?(?:总?投资额?)?(?:一共|总共|加起来|合起来|合计|共计|之和)(?:是|有|为|达)*(?:多少|几)(?:个?亿)?元?(?:的?(?:总?投资))?[?？。]*$"
)


_SPENT = re.compile("(?:完成|当年|年度|年内|实际|累计)(?:完成|已)?投资")  # 完成投资最多的项目: no size of it


def sized_projects(bare: str) -> SizedProjects | None:
    """The projects that a question without its zones and years asks for by size; None where it asks for anything else."""
    added = _ADDED_UP.search(bare)
    bare = bare[: added.start()] + bare[added.end() :] if added else bare
    asks = added is not None or _WHICH.search(bare.rstrip("?？。")) is not None
    if _SPENT.search(bare) or len(bare) > _LONGEST or not asks or (_HOW_MANY.search(bare) and not _NAMED.search(bare)):
        return None
    left, taken = bare, []
    for pattern in (_ABOVE, _BELOW, _MOST, _STATE, _PROJECT, _MEASURE):
        found = pattern.search(left)
        taken.append(found)
        left = f"{left[: found.start()]},{left[found.end() :]}" if found else left
    above, below, most, state, project, _ = taken
    if project is None or not (above or below or most) or not _FUNCTION.fullmatch(left):
        return None
    many = (most["many"] or most["after"] or "1") if most else "0"
    if added and most and count_of(many) < 2:
        return None
    said = next((s for s in STATES if state and re.search(s, state.group())), "")
    return SizedProjects(
        many=count_of(many),
        above=_bound(above),
        below=_bound(below),
        reached=bool((above and above["above"] is None) or (below and below["most"] is not None)),
        state=said,
        added=added is not None,
    )


def _bound(said: re.Match[str] | None) -> Decimal | None:
    """The bound in 亿元: 百亿级 is 100."""
    if said is None:
        return None
    return bound_of(next(v for v in said.groupdict().values() if v is not None))


def bound_of(number: str) -> Decimal:
    """A bound as it is said: 百 is 100, 5百 is 500, nothing (亿元以上) is 1."""
    digits = number.rstrip("十百千")
    return Decimal(digits or 1) * {"十": 10, "百": 100, "千": 1000}.get(number[len(digits) :], 1)
