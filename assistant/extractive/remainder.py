"""A whole without several of its parts: 规上总产值除去化工和装备，其他行业合计多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.cues import TAKEN_OFF
from assistant.extractive.byshare import shares_in
from assistant.extractive.candidates import accepts
from assistant.extractive.drafting import NOT_TAKEN_OFF, REFUSAL, Drafting
from assistant.extractive.groups import Group, group_asked, measured, members_of
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import pair_of
from assistant.extractive.rest import answer_rest
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.letters import in_order
from assistant.records import Aspect, Query
from index.records import Figure, FigureKind

__all__ = ["answer_remainder"]

_TAKEN_OFF = f"(?:{'|'.join(TAKEN_OFF)}|除了?|减去|减掉)"
_KIND = "(?:[这那][两三四二]?(?:大?[块个项条家]|大|部分)?(?:行业|产业|板块|片区|园区?|大头)?|的?部分)?"
_REST = "(?:其他|其它|其余|别的|剩下|余下|剩余|另外)(?:的)?[㐀-鿿]{0,6}?"
_ASKED = re.compile(
    f"(?P<whole>[^，,。？?]{{2,24}}?)(?:里头?|里面|当?中|之中)?[，,]?{_TAKEN_OFF}(?P<parts>[^，,。？?]{{2,30}}?){_KIND}(?:之外|以外|外|之?后|以后)?[，,]?"
    f"(?:{_REST}(?:一?共|合计|总共|总计|加起来)?|还(?=[有剩])|(?<=外)(?:的|一?共|合计|总共|总计)*)(?:还|又|大概)?(?:有|是|剩下?|为)?(?:多少|几)"
)
#: 固定资产投资中，工业投资和房地产开发投资以外的部分
_APART = re.compile(
    "^(?P<whole>[^，,。？?]{2,24}?)(?:里头?|里面|当?中|之中)的?[，,]?(?P<parts>[^，,。？?]{2,30}?)(?:之外|以外)的?"
    "(?:其[余他]的?|剩[余下]的?|那?部分|那?块)+(?:(?:一?共|合计|总共|还|又)*(?:有|是|为)?(?:多少|几).*)?[?？。]*$"
)
# 刨去三大主导产业，规上工业还有多少产值; 三大主导产业以外的规上总产值是多少
_TAKEN_FIRST = re.compile(
    f"^[，,]?{_TAKEN_OFF}(?P<parts>[^，,。？?]{{2,30}}?)(?:之外|以外|外|之?后|以后)?[，,]?(?P<whole>[^，,。？?]{{2,24}}?)"
    "(?:一?共|总共|大概|又)*(?:还(?:有|剩下?)?|剩下?|余下?)(?:的|是|有)?(?:多少|几)(?:个?[百千]?[万亿]?元?)?(?P<noun>[㐀-鿿]{0,4})"
)
# 除了甲集团和乙集团，其他企业产值多少
_OTHERS_OF = re.compile(
    f"^[，,]?{_TAKEN_OFF}(?P<parts>[^，,。？?]{{2,30}}?)(?:之外|以外|外|之?后|以后)?[，,]?(?P<whole>(?:其[他它余]|别的|剩下的)[^，,。？?]{{2,20}}?)"
    "(?:一?共|合计|总共|加起来|还|又|大概)*(?:有|是|为|完成|实现)?(?:多少|几)"
)
_BESIDE = re.compile(
    "^[，,]?(?:除了?(?P<but>[^，,。？?]{2,30}?)(?:之外|以外|外(?![商资贸]))的?[，,]?|(?P<other>[^，,。？?]{2,30}?)(?:之外|以外)的?(?=[㐀-鿿]))"
    "(?P<whole>[^，,。？?]{2,24}?)[，,]?(?:(?:一?共|合计|总共|还|又)*(?:有|是|为|完成)?(?:(?:多少|几).*)?)[?？。]*$"
)
# 除工业投资外，其余投资占固投的比重是多少; 固投里除工业投资外其余占多少
_PORTION = re.compile(
    f"^(?:(?P<whole>[^，,。？?占]{{2,24}}?)(?:里头?|里面|当?中|之中)?的?[，,]?)?{_TAKEN_OFF}(?P<parts>[^，,。？?占]{{2,30}}?){_KIND}(?:之外|以外|外|之?后|以后)"
    "[，,]?的?(?P<rest>[^，,。？?]{0,14}?)(?:一?共|合计|总共|加起来)?[，,]?占(?:了|到|比)?(?:(?!百分|多少|几|比|份)(?P<of>[^，,。？?]{2,16}?)的?(?=比|份|多|几|百))?"
)
_OTHER_TRADES = re.compile(
    "^(?:其[他它余]|别的|剩下的?)(?:的)?(?:产业|行业|板块|(?:规上)?(?:工业)?企业|公司|厂家?|片区|园区|镇街)(?:的)?(?:规上)?(?:工业)?总?产值$"
)
_OTHER_ONES = re.compile("^(?:其[他它余]|别的|剩下的?)的?(?:产业|行业|板块|企业|公司|片区|园区|镇街)?的?(?=[㐀-鿿]{2})")  # 其他行业实到外资
_JOINT = re.compile("、|以及|和|与|跟|及")
GAP = 6  # characters of a name between two that are said
_MEASURE = re.compile("(?:总?产值|营业?收入?|总?投资|税收|收入|支出|面积|出口|外资|贷款|存款)$")


def answer_remainder(drafting: Drafting, query: Query) -> bool | None:
    """None where not several parts are taken off; False where one of the numbers isn't in the same report, which is said."""
    if query.aspect is Aspect.SHARE:
        return _answer_portion(drafting, query)
    if (city := _OF_THE_CITY.search(query.text)) is not None and len(query.cells) == 1 and _without_the_zone(drafting, query, city):
        return True
    others = _OTHERS_OF.search(query.bare)
    taken, beside = None if others else _TAKEN_FIRST.search(query.bare), None if others else _BESIDE.search(query.bare)
    asked = others or taken or beside or _ASKED.search(query.bare) or _APART.search(query.bare)
    if asked is None or query.aspect is not Aspect.VALUE or len(query.cells) > 1 or query.operation.in_words:
        return None  # 除了总量之外，还点出了几条隐忧: nothing is taken off
    whole = _OTHER_TRADES.sub("规上工业总产值", asked["whole"] + (taken["noun"] if taken else ""))
    named = beside["but"] or beside["other"] if asked is beside and beside else asked["parts"]
    parts = [p for p in _JOINT.split(named.removesuffix("的")) if p]
    if others:
        whole = _OTHER_ONES.sub("", whole) or whole
        return _other_than(drafting, query, whole, parts) or _refuse(drafting, parts)
    if len(parts) == 1 and (group := _group(query, parts[0], whole)) is not None:
        if _group_taken_off(drafting, query, whole, group):
            return True
    elif len(parts) < 2:
        if not beside:
            return _taken_off(drafting, query, whole, parts) or None
        if _taken_off(drafting, query, whole, parts) or answer_rest(drafting, query):
            return True
        if not _holds(drafting.facts, query, whole, parts[0]):
            return None  # 除供应土地之外的工业用地: the whole would be a part
    elif _taken_off(drafting, query, whole, parts):
        return True
    return _refuse(drafting, parts)


def _other_than(drafting: Drafting, query: Query, whole: str, parts: Sequence[str]) -> bool:
    """除了甲集团和乙集团，其他企业产值多少: of the zone asked for, or of the only one that tells of all of them."""
    apart = replace(query, scopes=tuple(s for s in query.scopes if "其" not in s))
    places = tuple(s for s in apart.scopes if any(s.startswith(p[:2]) for p in parts))
    for scopes in dict.fromkeys((apart.scopes, tuple(s for s in apart.scopes if s not in places))):
        told = []
        for zone in query.zones or drafting.facts.zones.zones:
            fork = drafting.fork()
            if _taken_off(fork, replace(apart, scopes=scopes, zones=(zone,)), whole, parts):
                told.append(fork)
        if len(told) == 1:
            drafting.join(told[0])
            return True
    return False


#: 全市规上工业总产值扣除本区还剩多少: what the rest of the city made.
_OF_THE_CITY = re.compile(
    f"(?P<where>全[市省县州])的?(?P<of>[^，,。？?]{{2,16}}?)(?:(?:里头?|里面|当?中)?[，,]?{_TAKEN_OFF}(?P<part>[^，,。？?]{{2,12}}?)(?:以后|之后|后)?[，,]?还?(?:剩|余)"
    "|比(?P<than>[^，,。？?]{2,12}?)多(?:多少|几))"
)


def _without_the_zone(drafting: Drafting, query: Query, asked: re.Match[str]) -> bool:
    """False, with nothing said, where it is not the zone itself that is taken off, or one of the numbers is missing."""
    facts, zone = drafting.facts, query.zones[0]
    part = asked["part"] or asked["than"]
    if part[:2] not in zone and part not in ("本区", "我区", "开发区", "高新区", "经开区"):
        return False
    slot = slot_of(query, asked["of"], unit="", status=None, aspect=Aspect.VALUE)
    whole, own = (resolve(facts, replace(slot, scopes=scopes), abroad=False).figure for scopes in ((asked["where"],), ()))
    values = computing.common_unit([whole, own]) if whole is not None and own is not None else None
    if whole is None or own is None or values is None or values[0][0] <= values[0][1] or whole.period != own.period:
        return False
    _say_left(drafting, whole, [own], values, share=False)
    return True


def _answer_portion(drafting: Drafting, query: Query) -> bool | None:
    """What share of a whole is left without some of its parts; None where nothing is taken off."""
    asked = _PORTION.search(query.bare)
    whole = (asked["of"] or asked["whole"] or asked["rest"]) if asked else None
    if asked is None or not whole or len(query.cells) > 1:
        return None
    query = replace(query, aspect=Aspect.VALUE)
    parts = [p for p in _JOINT.split(asked["parts"]) if p]
    group = _group(query, parts[0], whole) if len(parts) == 1 else None
    if group is not None and _group_taken_off(drafting, query, whole, group, share=True):
        return True
    if _taken_off(drafting, query, whole, parts, share=True):
        return True
    return _refuse(drafting, parts)


def _refuse(drafting: Drafting, parts: Sequence[str]) -> bool:
    missing = f"“{parts[0]}”这个数" if len(parts) == 1 else f"{'、'.join(parts)}里的某个数"
    drafting.say(f"{REFUSAL}{missing}，{NOT_TAKEN_OFF}。")
    return False


def _say_left(drafting: Drafting, whole: Figure, taken: Sequence[Figure], values: tuple[list[Decimal], str], *, share: bool) -> None:
    numbers, unit = values
    left = computing.share_left(numbers[0], numbers[1:]) if share else computing.taken_off(numbers[0], numbers[1:], unit)
    shown = "，".join(f"{describe(f)}{amount(f)}" for f in (whole, *taken))
    drafting.say(f"{left.text}（{shown}；{left.formula}）。", drafting.cite(whole, *taken), left.formula)


def _holds(facts: Facts, query: Query, of: str, part: str) -> bool:
    """Whether a part is not found to be more than what it is to be taken off."""
    figures = [resolve(facts, slot_of(query, words, unit=""), abroad=False).figure for words in (of, part)]
    values = computing.common_unit([f for f in figures if f is not None]) if all(figures) else None
    return values is None or values[0][0] > values[0][1]


def _group(query: Query, said: str, whole: str) -> Group | None:
    """三大主导产业, of which the whole's measure is taken off; None where what is taken off is no group."""
    measure = _MEASURE.search(whole)
    group = group_asked(replace(query, text=said, bare=said, indicators=(said + (measure[0] if measure else ""),), topic=""))
    return measured(group) if group is not None and (group.number or group.title) else None


def _group_taken_off(drafting: Drafting, query: Query, of: str, group: Group, *, share: bool = False) -> bool:
    """False, with nothing said, where the members of a group aren't told in the report of the whole, or make more than it."""
    facts = drafting.facts
    whole = resolve(facts, slot_of(query, of.removesuffix("的").lstrip("，,的在 "), unit=""), abroad=False).figure
    if whole is None:
        return False
    members = members_of(facts, replace(query, zones=(whole.zone,), periods=(whole.period,) if whole.period else ()), group)
    members = members or _told_together(facts, whole, group)
    values = computing.common_unit([whole, *members]) if members else None
    if values is None or values[0][0] < sum(values[0][1:]) or any((f.report_id, f.period) != (whole.report_id, whole.period) for f in members):
        return False
    _say_left(drafting, whole, members, values, share=share)
    return True


def _told_together(facts: Facts, whole: Figure, group: Group) -> list[Figure]:
    """精密铸造、电线电缆、绿色食品三大产业产值合计367.2亿元: what the members make together, printed as one number; [] where it isn't."""
    number = ("零", "一", "[二两]", *"三四五六七八九")[group.number] if group.number and group.number < 10 else ""
    called = re.compile(f"{number}[大个][㐀-鿿]{{0,4}}?{re.escape(group.noun)}(?:合计|总计|共计|一共)?$")
    told = facts.figures([whole.zone], [whole.period] if whole.period else ())
    sums = [f for f in told if number and f.report_id == whole.report_id and f.kind is FigureKind.VALUE and f.status is whole.status
            and called.search(f.scope) and whole.indicator.endswith(f.indicator)]
    return sums[:1] if len({f.value for f in sums}) == 1 else []


def _part_called(facts: Facts, whole: Figure, name: str) -> Figure | None:
    """钛材 of 其中钛及钛合金材料131.2亿元: the only part told with the whole whose name has its characters in their order."""
    told = facts.figures([whole.zone], [whole.period] if whole.period else ())
    parts = [f for f in told if f.report_id == whole.report_id and f.unit == whole.unit and f.id != whole.id]
    parts = [f for f in parts if f.part_of == whole.id or f.sentence_start == whole.sentence_start]
    called = [f for f in parts if in_order(name, f.scope + f.indicator, GAP)]
    return called[0] if len({f.id for f in called}) == 1 else None


def _without_its_share(drafting: Drafting, whole: Figure, part: str) -> bool:
    """除了制造业的外资, where only the share of 制造业 in it is printed."""
    pool = drafting.facts.figures([whole.zone], [whole.period] if whole.period else ())
    told = [f for f in pool if part in f.scope + f.indicator and shares_in(f, whole)]
    if len({f.value for f in told}) != 1 or whole.value is None or told[0].value is None or not 0 < told[0].value < computing.HUNDRED:
        return False
    left = computing.of_share(whole.value, computing.HUNDRED - told[0].value, whole.unit)
    formula = f"100 − {computing.plain(told[0].value)} = {computing.plain(computing.HUNDRED - told[0].value)}；{left.formula}"
    shown = f"{describe(whole)}{amount(whole)}，{describe(told[0])}{amount(told[0])}；{formula}"
    drafting.say(f"约{left.text}（{shown}）。", drafting.cite(whole, told[0]), left.formula)
    return True


def _wider(outcome: Outcome, name: str) -> Figure | None:
    """货邮吞吐量26.3万吨, where 国际货邮11.2万吨 was found first: what is told of all, of the same report and measure, and more."""
    part = outcome.figure
    for c in outcome.candidates[:20]:
        values = computing.common_unit([c.figure, part]) if part is not None and c.figure.id != part.id else None
        same = part is not None and (c.figure.report_id, c.figure.period, c.figure.status) == (part.report_id, part.period, part.status)
        more = values is not None and same and values[0][0] > values[0][1]
        if more and name not in c.figure.scope + c.figure.indicator and accepts(c, outcome.slot):
            return c.figure
    return None


def _taken_off(drafting: Drafting, query: Query, of: str, parts: Sequence[str], *, share: bool = False) -> bool:
    """False, with nothing said, where one of the numbers isn't there, or of another report or period."""
    facts, of = drafting.facts, of.removesuffix("的").lstrip("，,的在 ")
    measure = _MEASURE.search(of)
    whole: Figure | None = None
    taken: list[Figure] = []
    for name in parts:
        part = name if measure is None or _MEASURE.search(name) else name + measure.group()
        place = tuple(s for s in query.scopes if s.startswith(name[:2]))  # 标准厂房除蒿埠外: of that place, the whole of none
        whole_of = replace(query, scopes=tuple(s for s in query.scopes if s not in place))
        part_of = slot_of(replace(query, scopes=place), of, unit="", status=None) if place else slot_of(whole_of, part, unit="", status=None)
        one, other = pair_of(facts, slot_of(whole_of, of, unit="", status=None), part_of)
        if one.figure is None or one.how or other.how or (whole is not None and one.figure.id != whole.id):
            return False
        whole = one.figure
        if name in whole.scope + whole.indicator and (wider := _wider(one.outcome, name)) is not None:  # 货邮剔除国际部分
            taken.append(whole)
            whole = wider
            continue
        found = other.figure if other.figure is not None and other.figure.report_id == whole.report_id else _part_called(facts, whole, name)
        if found is None:
            return len(parts) == 1 and not share and _without_its_share(drafting, whole, name)
        taken.append(found)
    if whole is None or len({f.id for f in (whole, *taken)}) <= len(taken):
        return False
    if any((f.report_id, f.period) != (whole.report_id, whole.period) for f in taken):
        return False
    values = computing.common_unit([whole, *taken])
    if values is None or values[0][0] < sum(values[0][1:]):
        return False
    _say_left(drafting, whole, taken, values, share=share)
    return True
