"""Values told again: 上年基数由63.7亿元调整为61.2亿元, 原报287.3亿元，经核定为283.9亿元 - both are of one time, however late they are told."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from index.figures.carry import ITEM, Around, Carry, same_measure, scope_with
from index.figures.draft import Draft
from index.figures.ellipsis import is_thing, topic_of
from index.figures.grammar import TOLD_FIRST
from index.figures.making import new_draft
from index.figures.naming import Name, name_of
from index.glossary import is_known, normalise
from index.numerals import Quantity, convert
from index.records import FigureKind, Period, Status

__all__ = ["alike", "back_to_now", "goes_on_from", "read_restated", "supposed"]

_FIRST, _LATER = "原公布", "调整后"
#: What the growth is measured against: the value of the time before.
_BASE = re.compile(r"基数|(?:上年|去年|前年|20\d\d年)度?(?:同期)?的?数(?:据|值)?(?=[由从相随，]|$)")
_SURE = r"核定|核实|核减|核增|修订|更正|修正|审定|订正"
_HOW = rf"(?:{_SURE}|核算|调整|调减|调增|剔除|扣除|改)"
_ANEW = rf"(?P<how>{_HOW})(?:以?后|之后)?(?:相应|重新|统一)?(?:调整|修订|修正|更正|确定)?[为到至成]"
_REVISED = re.compile(rf"(?:的)?(?:数)?(?:相应|重新|最终|统一)?{_ANEW}")
#: 2013年生产总值由原来公布的|86.4亿元|核定为: the value before, with what may stand between its name and the number.
_FROM = re.compile(
    r"(?P<what>.*?)(?:相应|随之)?[由从](?P<told>(?:(?:原来|最初|上次|初步|原)?(?:公布|上报|快报|年报|核算|报)?(?:数据?|值)?(?:的)?)?)$"
)
#: 固定资产投资原报|74.3亿元|, 上次总结报的是|186.4亿元|.
_TOLD = re.compile(
    rf"(?P<what>.*?)(?:{TOLD_FIRST}|(?:上次|去年|上年|年初|当时|我们|前年)[^，；\d]{{0,8}}?(?:报|公布|发布)(?:的|过|(?=[是为])))"
    r"的?(?:数据?|值)?(?:是|为)?$"
)
#: 财政总收入曾为|17.9亿元|, 快报数为|267.1亿元|, 总结里写的是|448.9亿元|: told before, where it is told anew beside it.
_ONCE = re.compile(
    r"(?P<what>.*?)(?:曾经?(?:为|是|达到?)?|(?:原|当时)?的?(?:快报|初步核算|初步统计|年报|预计)(?:数据?|值)?(?:为|是)?"
    r"|(?:[^，；：\d]{0,8}[里中上])?(?:报送|上报|公布|发布|通报|写|印|报给[^，；\d]{1,6}|报)的(?:[^，；\d]{0,4}(?:20\d\d年)?的?数据?)?(?:是|为)?)$"
)
_ANEW_BEHIND = re.compile(rf"[^。；]{{0,16}}?[，,（(：:][^。；]{{0,40}}?{_ANEW}$")
#: What is restated, before who did it and why.
_HEAD = re.compile(r"(?P<what>.{2,12}?(?:收入|产值|投资|税收|总额|总量|总值|金额|面积|人数))"
    r"(?=[省市](?!外|内)|国家|统计|经|因|由于|按|换|改|口径|核算)")
#: 2023年规上工业总产值|经统计部门核定后|，由346.3亿元调整为344.8亿元: by whom it was told anew.
_REVIEWED = re.compile(rf"(?:又|再|后来)?经[^，；：\d]{{0,14}}?(?:{_SURE}|核算|复核|普查)(?:以后|之后|后)?$")
_NOW = re.compile(rf"(?:{_HOW}(?:调整)?(?:以后|之后|后)?|(?:剔除|扣除)[^，；\d]{{1,10}}后)的?(?:数据?|值|口径)?(?:是|为|到|至|成)$")
_GOAL = re.compile(r"目标|计划|任务|预算(?!收入|支出)")
#: When it was told, not of when it is.
_TELLING = re.compile(r"(?:去年|上年|前年)(?:这个?时候|此时|这时|[^，；\d]{0,4}?(?:报|公布)的|初|底)|20\d\d年(?:\d{1,2}月)?(?:起|以后|以来)")
_YEAR = re.compile(r"(?:19|20)\d\d年|(?:上|去)年(?:同期)?|(?<![目以之\d一二两三四五])前年(?!度)")
#: 固定资产投资另有一个口径：市统计局…核定为|47.3亿元|.
_OTHERWISE = re.compile(r"(?P<what>.{3,}?)(?:另外?|还)?有(?:另一个|另一种|一个|一种|两个|两种|不同)的?(?:统计|核算)?(?:口径|数)$")


def read_restated(carry: Carry, around: Around, at: int, lead: str = "") -> list[Draft] | None:
    """What a value was before it was revised, or what it is since; None for any other number."""
    quantity, fragment = around.quantity, ITEM.sub("", around.fragment).strip()
    if quantity.is_rate or quantity.rank:
        return None
    if _NOW.search(fragment) and (was := _revised(carry, around)) is not None:
        return [_told(carry, around, at, Name(was.indicator, was.scope.removesuffix(_FIRST)), _LATER, was.period)]
    if _again(carry, around):
        return []
    past = _of_a_year_before(carry, fragment)
    announced = (m := _FROM.fullmatch(fragment)) is not None and re.search("公布|报", m["told"]) is not None
    if quantity.is_count and not (past or announced):
        return None  # 园区由5个调整为3个
    clause = around.context[-1] if around.context else ""
    if _GOAL.search(clause + fragment):
        return None
    if (other := _OTHERWISE.fullmatch(ITEM.sub("", clause).strip())) and re.search("核定|认定|核算|统计", fragment):
        about = name_of(other["what"])
        whose = re.sub(r"(?:重新)?(?:核定|认定|核算|统计)?(?:为|是|数)*$", "", fragment)
        return [new_draft(carry, around, about.indicator, about.scope + whose, at)] if about.indicator else None
    before, told = _FROM.fullmatch(fragment), _TOLD.fullmatch(fragment) or _told_once(carry, around, fragment)
    revised = _REVISED.match(around.follow) if before is not None else None
    if before is not None and revised is not None:
        sure = re.fullmatch(_SURE, revised["how"]) or re.search("公布|报", before["told"])
        sure = sure or _REVIEWED.search(before["what"] or clause)
        if not sure and not past and not _BASE.search(clause + fragment):
            return None
    elif told is None:
        return None
    anew = carry.made[-1] if carry.made and carry.made[-1].scope.endswith(_LATER) else None
    if told is not None and anew is not None and alike(anew, quantity):  # 核定后调整为446.3亿元（总结里写的是|448.9亿元|）
        return [_told(carry, around, at, Name(anew.indicator, anew.scope.removesuffix(_LATER)), _FIRST, anew.period)]
    match = before if revised is not None and before is not None else told
    about_it = _about(carry, around, match["what"] if match is not None else "", clause, lead)
    return None if about_it is None else [_told(carry, around, at, about_it, _FIRST, _when(carry, around))]


def _told_once(carry: Carry, around: Around, fragment: str) -> re.Match[str] | None:
    """How a number was told at first, where it is told anew right behind it, or was right before it."""
    last = carry.made[-1] if carry.made else None
    anew = last is not None and last.scope.endswith(_LATER) and alike(last, around.quantity)
    behind = _ANEW_BEHIND.match(around.follow)
    if behind is not None and _PRELIMINARY.match(around.follow):
        return _VALUED.fullmatch(fragment)
    return _ONCE.fullmatch(fragment) if anew or behind or _WRITTEN.search(fragment) else None


_PRELIMINARY = re.compile("[，,]?(?:系|属|为|是)(?:当时的?)?(?:快报|初步)(?:核算|统计)?的?数")  # 上年报送的|468.3亿元|系快报数
_VALUED = re.compile(r"(?P<what>.*?)(?:(?:报送|上报)的)?(?:为|是|达到?|完成)?")


_WRITTEN = re.compile(r"(?:总结|报告|公报|通报|年鉴|材料|简报)[^，；\d]{0,3}?[里中上]?(?:写|印|报|登)的(?:是|为)?$")  # 前年总结上写的是|585.7亿元|


#: 增速是拿|1258.6亿元|做底子算的: what was just told anew.
_AS_A_BASE = re.compile("(?:来|去)?(?:做|作|当|为|来?计算|来?算|来?比)")


def _again(carry: Carry, around: Around) -> bool:
    """Whether a number is the one told anew, once more, as what a growth is measured against."""
    same = any(d.scope.endswith(_LATER) and (d.value, d.unit) == (around.quantity.value, around.quantity.unit) for d in carry.made)
    return same and _AS_A_BASE.match(around.follow) is not None


_OLD = re.compile(r"(?P<year>20\d\d)年(?:末|底|年末|年底)")


def _of_a_year_before(carry: Carry, fragment: str) -> bool:
    """2021年末规上企业由|186家|调整为: what stood at the end of a year before the one told of changes by being counted anew."""
    year, now = _OLD.match(fragment), carry.section.period
    return year is not None and now is not None and int(year["year"]) < now.last_year


_AFTERWARDS = re.compile(r"(?:后来?|之后|随后|最[后终])?(?:又|再)?(?:经|由|被|按)[^，；\d]{0,14}?(?:核定|核实|审定|修订)")


def _revised(carry: Carry, around: Around) -> Draft | None:
    """The value that was first told, which a number of like size takes the place of."""
    was = next((d for d in reversed(carry.made) if d.scope.endswith(_FIRST) and not d.member), None)
    if was is None and carry.made and _AFTERWARDS.match(around.fragment.strip()):
        was = carry.made[-1]  # 快报数为286.4亿元，后经统计年报核定为|284.7亿元|
    return was if was is not None and alike(was, around.quantity) else None


def alike(told: Draft, quantity: Quantity) -> bool:
    """Whether a number may be the same thing told again: of that measure, and neither twice as much nor half."""
    now = convert(quantity.value, quantity.unit, told.unit)
    if told.kind is not FigureKind.VALUE or told.value is None or now is None:
        return False
    return told.value / 2 < now < told.value * 2


def _about(carry: Carry, around: Around, what: str, clause: str, lead: str) -> Name | None:
    """What is restated: named right before, in a clause of its own, by the last whole figure of that measure, or by what stands over it."""
    what, clause = _TAKES.sub("", _REVIEWED.sub("", what)), _REVIEWED.sub("", clause)
    own = name_of(_BASE.sub("", what))
    if _COST.fullmatch(own.indicator) and not own.scope:
        whose = (carry.project, carry.last.scope if carry.last is not None else "", carry.subject)
        return replace(own, scope=next((w for w in whose if w and is_thing(w)), ""))
    named = len(own.indicator) >= 4 or re.fullmatch("..+[数量额值]", own.indicator) is not None
    if is_known(own.indicator) or (named and not _BASE.search(what) and not re.search("统计|核查|核算|口径|普查", what)):
        return Name(own.indicator, scope_with(re.sub(".*(?:统计局|普查|核查|[把将]|表中?|文中)$", "", own.scope), own.action))
    dated = re.fullmatch(r"(?:.*[：:])?(?:(?:19|20)\d\d|[上去前])年度?的?(?P<what>[^，；：]{3,14})", ITEM.sub("", clause).strip())
    if dated is not None and not _BASE.search(dated["what"]) and (then := name_of(dated["what"])).indicator:
        head = None if is_known(then.indicator) else _HEAD.match(then.indicator)
        return Name(head["what"] if head else then.indicator, then.scope)  # 旅游综合收入省里换了测算办法，由|38.6亿元|核减为
    wholes = (d for d in (*reversed(carry.made), carry.before, *reversed(carry.paragraph)) if d is not None and not d.member and not d.owner)
    of = next((d for d in wholes if alike(d, around.quantity)), None)
    grows = next(_GROWS.finditer(carry.said_up_to(around.quantity.start)), None) if of is None and "基数" in around.fragment else None
    if grows is not None and is_known(grows["what"]):
        return Name(grows["what"])
    if of is None:
        return Name(topic) if is_known(topic := topic_of(lead)) else None  # **固定资产投资。** 2019年原报|118.6亿元|
    return Name(of.indicator, of.scope.removesuffix(_FIRST).removesuffix(_LATER))


#: 注：规上工业总产值增速按同口径计算，…，2018年基数由|388.6亿元|调整为: what the growth is of.
_GROWS = re.compile(r"(?:^|[：:，。；])\s*(?P<what>[^，。；：:\d]{2,16}?)(?:增速|增幅|增长)(?:均|系|是|都)?(?:按|以|用)")
_TAKES = re.compile("^.*[把将](?=[㐀-鿿\\d]{2})")  # 竣工决算将总投资由|3.65亿元|核定为
_COST = re.compile("(?:项目|工程)?(?:总投资|概算|投资额|造价)(?:总?额)?")


def back_to_now(carry: Carry, drafts: list[Draft]) -> None:
    """2022年数核定后调整为|446.3亿元|，增长9.7%；目标485亿元: what comes next is of the year reported on, and of what was told of it."""
    now, anew = carry.section.period or carry.report.period, drafts[-1] if drafts else None
    if anew is None or not anew.scope.endswith(_LATER) or anew.period is None or now is None or carry.outside is not None:
        return
    if anew.period.last_year >= now.first_year or anew.status is not Status.DONE:
        return
    next_year = anew.period.shifted(1)
    carry.segment_period, carry.passing = None, None
    carry.sentence_period = next_year if next_year.last_year == now.last_year else None
    told = [d for d in (*reversed(carry.made), carry.before, *reversed(carry.paragraph)) if d is not None and not (d.member or d.scope)]
    here = next((d for d in told if (d.unit, d.period) == (anew.unit, next_year) and normalise(d.indicator) == normalise(anew.indicator)), None)
    carry.before = here or carry.before
    carry.last = carry.head = here if here in carry.made else _of_now(anew) if here is None else None


def _of_now(anew: Draft) -> Draft:
    """What a value told anew is followed by: the same of the next year, by name and time alone."""
    when = anew.period.shifted(1) if anew.period is not None else None
    return replace(anew, scope=anew.scope.removesuffix(_LATER), period=when, growth=Decimal(0), growth_unit="%")


def goes_on_from(drafts: list[Draft], before: Draft | None) -> Draft | None:
    """What the next sentence goes on from: no value that was only told anew, but what it was told anew for."""
    anew = next((d for d in reversed(drafts) if d.scope.endswith(_LATER)), None)
    if anew is None:
        return next((d for d in drafts if not d.member), before)
    told = (d for d in drafts if d.value is not None and not (d.member or d.scope.endswith((_FIRST, _LATER))))
    if (now := next((d for d in told if normalise(d.indicator) == normalise(anew.indicator)), None)) is not None:
        return now
    if before is not None and normalise(before.indicator) == normalise(anew.indicator):
        return before
    return _of_now(anew)


def _when(carry: Carry, around: Around) -> Period | None:
    """The time that a restated value is of, whenever it was told."""
    for words in (around.fragment, *reversed(around.context)):
        if (year := _YEAR.search(_TELLING.sub("", words))) is None:
            continue
        if year[0].endswith("同期"):
            return carry.section.period.shifted(-1) if carry.section.period is not None else None
        return carry.when(year[0])
    base = "基数" in "".join((*around.context, around.fragment))
    return carry.section.period.shifted(-1) if base and carry.section.period is not None else carry.period


def _told(carry: Carry, around: Around, at: int, name: Name, how: str, when: Period | None) -> Draft:
    draft = new_draft(carry, around, name.indicator, name.scope, at)
    draft.scope += how
    draft.period, draft.status = when, Status.DONE
    if carry.last is None and carry.outside is None:
        carry.last = draft
    return draft


_SUPPOSED = re.compile("(?:若|如果|如|倘若|假如|要是|假设)(?P<that>(?:含|包括|包含|计入|加上|算上|扣除|剔除|去掉|不含|不计|仍?按|用).{2,20})")
#: 若仍按500万元的老标准，则为|58户|; 按全口径统计为|3.6亿美元|: what was just told, on another basis.
_ON_A_BASIS = re.compile(
    "(?:若|如果?|倘若|要是)?(?P<that>(?:(?:仍|还)?按照?|用)?[^，。；]{0,16}?(?:口径|标准)|[^，。；\\d]{0,6}(?:剔除|扣除|除去|不含|不计)[^，。；、\\d]{2,16}?[之以]?后)"
    "(?:核定|核实)?(?:的话)?(?:来?(?:统?计|计?算))?[，,]?(?:则|就|应|实际)?(?:为|是|有|达到?)"
)
_THEN = re.compile("(?:则|就|应|实际)?(?:为|是|有|达到?)")


def supposed(carry: Carry, around: Around, name: Name) -> Name:
    """若含港区代理报关，全年进出口总值为|151.7亿元|: not the value that the report gives for the year, so of what is supposed."""
    that = next((m["that"] for piece in around.context if (m := _SUPPOSED.fullmatch(piece.strip()))), "")
    last, words = carry.last or carry.before, around.fragment.strip()
    said = "".join((*around.context[-1:], words)) if _THEN.fullmatch(words) else words
    basis = _ON_A_BASIS.fullmatch(said)
    if basis is not None and last is not None and last.value is not None and same_measure(last, around.quantity):
        return Name(last.indicator, basis["that"])
    return replace(name, scope=that) if that and name.indicator and not name.scope else name
