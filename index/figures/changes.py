"""Numbers that say how much something changed (同比增长10.6%), or by how much it differs (高于全市平均2.3个百分点)."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace

from index.figures.announced import stands_for, topic_in
from index.figures.carry import Around, Carry, same_measure, scope_with
from index.figures.draft import Draft, growth_value, make_growth
from index.figures.ellipsis import owner_in, topic_of
from index.figures.grammar import AT_LEVEL, LEVEL_BEHIND, Growth
from index.figures.making import new_draft
from index.figures.naming import Name, name_of
from index.figures.subjects import TOLD_OF
from index.figures.tasks import asked
from index.figures.values import read_value
from index.glossary import is_known
from index.numerals import Quantity
from index.records import FigureKind, Period, SectionKind, Status

__all__ = ["give_equal_growths", "give_growth", "read_gap", "read_goal_gap", "read_growth", "read_points", "topic_in"]


def give_growth(target: Draft, around: Around, growth: Growth, at: int, phrase: str = "") -> None:
    quantity = around.quantity
    target.growth, target.growth_unit = growth_value(quantity, growth.sign)
    target.growth_text = (
        (phrase or around.fragment[growth.start :].removeprefix("计算"))  # 按上年数283.9亿元计算增长|6.7%|
        + quantity.qualifier_before()
        + quantity.text
        + quantity.qualifier_after()
    )
    target.growth_base = growth.base
    target.end = max(target.end, at + quantity.outer_end)


def _told_before(carry: Carry, around: Around) -> Name | None:
    """…；固定资产投资止跌回升，增长|5%|: what the clause before speaks of, the first number of its part."""
    name = topic_in(around.context[-1]) if around.context and (not carry.made or carry.last is None) else Name("")
    usable = not name.empty and len(name.indicator) <= 14 and (not carry.made or is_known(name.indicator))
    return name if usable else None


_WITHIN_A_YEAR = re.compile(r"\s*(?:[一二三四]季度|[上下]半年|前[一二三]个?季度|全年(?!.*同期)|(?:1|一)[—–~～至到-]\d{1,2}月)")
_OF_A_YEAR = re.compile(r"\s*(?:20\d\d|[明来])年(?!.*同期)")


def _timed(around: Around) -> bool:
    """上半年还是负的，下降|3.8%|: of what was told before, at another time."""
    return bool(around.context) and bool(topic_in(around.context[-1]).times)


def join_growths(drafts: list[Draft]) -> None:
    """产值依次为186.5亿元、94.2亿元…，磁性材料和永磁电机分别增长21.3%、33.9%: growths told once more by name are of the values."""
    for alone in [d for d in drafts if d.kind is FigureKind.GROWTH and d.value is None and d.growth_unit == "%"]:
        values = [d for d in drafts if d.kind is FigureKind.VALUE and (d.period, d.status) == (alone.period, alone.status)]
        named = (alone.scope, alone.indicator) if alone.scope else (alone.indicator, "")
        same = [d for d in values if d.scope and d.scope == named[0] and named[1] in ("", d.indicator)]
        if len(same) == 1 and same[0].takes_growth and same[0].start < alone.start:
            whole = same[0]
            whole.growth, whole.growth_unit, whole.growth_base = alone.growth, alone.growth_unit, alone.growth_base
            whole.growth_text, whole.end = alone.growth_text, max(whole.end, alone.end)
            drafts.remove(alone)


_EQUAL = re.compile(r"(?:增幅|增速|降幅)(?:与|同|和)(?P<who>[^，。；]{2,16}?)(?:基本|大体)?(?:持平|相同|一致|同步)")


def give_equal_growths(sentence: str, at: int, drafts: list[Draft]) -> None:
    """增幅与规上工业增加值持平: the growth that the sentence gives the other one."""
    for match in _EQUAL.finditer(sentence):
        here = at + match.start()
        mine = next((d for d in reversed(drafts) if d.end <= here and d.takes_growth), None)
        theirs = next((d for d in drafts if d.growth is not None and d is not mine and _is_called(d, match["who"])), None)
        if mine is not None and theirs is not None and here - mine.end <= 2 and theirs.growth_unit == "%":
            mine.growth, mine.growth_unit, mine.growth_base = theirs.growth, theirs.growth_unit, theirs.growth_base
            mine.growth_text, mine.end = theirs.growth_text, at + match.end()


def _is_called(draft: Draft, name: str) -> bool:
    return name in (draft.indicator, draft.scope, draft.scope + draft.indicator) or _alike(name, draft.scope)


def read_points(carry: Carry, around: Around, at: int) -> list[Draft]:
    name = name_of(around.fragment)
    if name.empty or len(name.indicator) < 2:
        return []
    return [new_draft(carry, around, name.indicator, name.scope, at, name.offset)]


_RETOLD = ("调整后", "原公布")
_BY_IT = re.compile("(?:据|按|以|依)此(?:计算|测算|核算|口径)?")
#: 按核定口径|同比增长8.8%|, 以调整后的基数计算|增长7.6%|.
_ON_NEW_BASE = re.compile(
    "(?:仍|再)?(?:按照?|以|用)[^，。；\\d]{0,6}?(?:核定|核实|核减|核增|调整|修订|更正|修正|审定)(?:以?后)?的?(?:上年|去年)?(?:同期)?的?"
    "(?:基数|口径|数据?|值|结果)?(?:来?(?:计算|测算|核算|比较|算))?"
)
_FOR_A_REASON = re.compile(r"(?:[因由][^，。；、\d]{2,20}?)?")


def _adds(last: Draft, around: Around) -> bool:
    """Whether the figure before counts what came in, in the same unit."""
    return last.unit == around.quantity.unit and last.value is not None and re.match("新|净增", last.scope or last.indicator) is not None


def read_growth(carry: Carry, around: Around, growth: Growth, at: int, lead: str) -> list[Draft]:
    quantity = around.quantity
    if (adjusted := _read_adjusted(carry, around, growth, at)) is not None:
        return [adjusted]
    prefix = re.sub(r"(?:转为|转向|变为|转)$", "", around.fragment[: growth.start])
    turned = prefix != around.fragment[: growth.start]
    anew = _ON_NEW_BASE.fullmatch(prefix.strip()) is not None
    prefix = "" if anew else prefix
    if left := re.search(r"(?:由|从|扭转了?|改变了?|一改|摆脱了?)$", prefix):
        return _read_former(carry, around, growth, prefix[: left.start()], at)
    name = stands_for(carry, name_of(prefix))
    last = carry.last
    if last is not None and last.takes_growth and not name.scope and len(name.indicator) > 1 and last.indicator == name.indicator + "总额":
        name = Name("")  # 利润总额21.9亿元，利润同比减少8.6%
    if last is not None and last.unit and name.indicator == f"{last.unit}数":
        name = Name("")  # 生产安全事故4起，起数同比下降33.3%
    if last is not None and quantity.is_count and growth.sign < 0 and not growth.base and _adds(last, around) and _FOR_A_REASON.fullmatch(prefix):
        return [new_draft(carry, around, last.indicator, "减少", at)]  # 新增高新技术企业19家，因有效期满减少2家
    base = next((d for d in reversed(carry.made) if d.scope.endswith(_RETOLD)), None)
    if quantity.is_rate and (_BY_IT.fullmatch(name.scope + name.indicator + name.action) or (anew and base is not None)):
        values = [d for d in carry.made if d.kind is FigureKind.VALUE and d.takes_growth and not d.scope.endswith(_RETOLD)]
        of_it = [d for d in values if base is None or (d.indicator, d.unit) == (base.indicator, base.unit)]
        if (now := of_it[0] if of_it else None) is not None:
            give_growth(now, around, growth, at)  # 2017年基数核定为219.8亿元，据此计算增长10.6%
        elif (now := carry.before if base is None or carry.before is None or carry.before.indicator == base.indicator else base) is not None:
            rate = new_draft(carry, around, now.indicator, now.scope, at)
            make_growth(rate, quantity, growth.sign, growth.base, around.fragment[growth.start :].removeprefix("计算") + quantity.text)
            rate.period = now.period
            if now is base:
                rate.period, rate.scope = base.period.shifted(1) if base.period is not None else None, re.sub("|".join(_RETOLD) + "$", "", rate.scope)
            return [rate]
        return []
    if carry.aside is not None and growth.base in ("上年", "去年") and last is not None and name.empty:
        former = new_draft(carry, around, last.indicator, last.scope, at)  # 增长12%（上年增长10.3%）
        make_growth(former, quantity, growth.sign, "", around.fragment[growth.start :] + quantity.text)
        former.period = last.period.shifted(-1) if last.period is not None else None
        return [former]
    own = re.sub("^除(?=[㐀-鿿]{2})", "", name.scope + name.indicator)  # 除印染后整理下降1.9%外
    if len(own) >= 2 and quantity.is_rate:  # 食品加工下降2.3%: a member of the list before, told once more
        told = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and d.takes_growth)
        named = next((d for d in told if own == d.scope + d.indicator or (d.scope and _alike(own, d.scope))), None)
        if named is not None and _fits(named, quantity) and (last is not named or name.indicator):
            give_growth(named, around, growth, at)
            return []
        earlier = (d for d in reversed(carry.previous) if d.kind is FigureKind.VALUE and d.takes_growth and d.scope)
        before = next((d for d in earlier if _alike(own, d.scope)), None)
        if named is None and before is not None and quantity.unit == "%":  # …冠垚陶瓷9.6亿元。冠垚陶瓷同比下降8.8%
            grown = new_draft(carry, around, before.indicator, before.scope, at)
            make_growth(grown, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
            grown.period = before.period
            return [grown]
    if last is not None and last.kind is FigureKind.SHARE and quantity.unit == "%":
        ours = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and d.owner != "elsewhere")
        last = next(ours, None)  # 占…的59.5%，增长25.6%; 全市完成162亿元，占全市的19.3%，增长2.1%
    joined = around.glue not in ("；", ";")
    if turned and last is not None and last.owner == "由" and last.kind is FigureKind.GROWTH and name.empty:
        now = next((d for d in reversed(carry.made) if d is not last and d.takes_growth), None)
        if now is not None and now.indicator == last.indicator and now.scope == last.scope:
            give_growth(now, around, growth, at)
            return []
        name = Name(last.indicator, last.scope)
    if (
        name.indicator in ("占比", "比重", "份额")
        and not name.scope
        and last is not None
        and last.kind is FigureKind.SHARE
        and last.growth is None
        and quantity.is_points
    ):
        give_growth(last, around, growth, at)
        return []
    if name.empty and not name.scope and around.context and (owner := owner_in(around.context[-1].strip())):
        sibling = carry.last or carry.before  # 产业A产值…增长…；产业B因外需收缩，仅增长2.1%
        if sibling is not None and owner_in(sibling.scope) and owner != sibling.scope and not _AGAINST.search(owner):
            name = Name(sibling.indicator, owner)
    if name.empty and growth.base and not quantity.is_rate and (last is None or not _fits(last, quantity)):
        alike = next((d for d in reversed(carry.made) if d.takes_growth and d.unit == quantity.unit), None)
        if alike is not None:  # 新引进项目18个，协议资金46.2亿元，同比多引进5个
            give_growth(alike, around, growth, at)
            return []
    if name.empty and not name.scope and (not name.action or name.action in ("累计", "合计")):
        now = (_now_beside(carry, last, quantity, growth) or _added_to(carry, last)) if last is not None and joined and quantity.is_rate else None
        if now is not None:
            give_growth(now, around, growth, at)
            return []
        since = _since(carry, last) if last is not None and growth.base in _YEARLY else None
        if last is not None and joined and growth.base in _YEARLY and (since is not None or last.period != carry.period):
            yearly = new_draft(carry, around, last.indicator, last.scope, at)  # 五年来由54增加到82.7，年均增长7.1%
            make_growth(yearly, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
            yearly.period = since or yearly.period
            return [yearly]
        if last is not None and joined and quantity.is_rate and _WITHIN_A_YEAR.match(around.fragment) and carry.period != last.period:
            then = next((d for d in carry.made if d.takes_growth and d.period == carry.period and d.indicator == last.indicator), None)
            if then is not None and _fits(then, quantity):
                give_growth(then, around, growth, at)  # 486亿元，一季度增长10.2%，上半年增长6.1%，全年增长|9.3%|
                return []
            grown = new_draft(carry, around, last.indicator, last.scope, at)  # 规上工业总产值486亿元，一季度增长|10.2%|
            make_growth(grown, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
            carry.last = grown
            return [grown]
        if last is not None and "全年" in name.times and last.period is not None and not last.period.is_year and quantity.is_rate:
            whole = new_draft(carry, around, last.indicator, last.scope, at)  # 下半年产值要完成45.6亿元，全年增长16%
            make_growth(whole, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
            whole.period, whole.status = Period.year(last.period.last_year), last.status
            return [whole]
        if last is not None and joined and quantity.is_rate and _OF_A_YEAR.match(around.fragment) and carry.period != last.period:
            later = new_draft(carry, around, last.indicator, last.scope, at)  # 2023年完成21.4亿元，2024年预期增长|8%|
            make_growth(later, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
            return [later]
        if last is not None and joined and last.takes_growth and _fits(last, quantity):
            give_growth(last, around, growth, at)
            return []
        if last is not None and joined and last.growth is not None and last.growth_base == "环比" and growth.base != "环比" and quantity.is_rate:
            monthly = copy(last)  # 6月当月38.6亿元，环比增长4.9%，同比增长|7.2%|: the growth over the year is the value's
            monthly.kind, monthly.value, monthly.value_text, monthly.unit = FigureKind.GROWTH, None, "", ""
            monthly.start = monthly.end - len(monthly.growth_text)
            give_growth(last, around, growth, at)
            return [monthly]
        if last is not None and last.growth is not None and quantity.unit == "%" and last.growth_unit not in _PER_CENT:
            amount = copy(last)  # 比上年增收0.3亿元，增长6.8%: the rate is the growth, the amount a figure of its own
            amount.kind, amount.value, amount.value_text, amount.unit = FigureKind.GROWTH, None, "", ""
            amount.start = amount.end - len(amount.growth_text)
            give_growth(last, around, growth, at)
            return [amount]
        if last is not None and last.growth is not None and joined and quantity.is_rate:
            pace = "增速" if quantity.is_points and last.unit != "%" else ""  # 比上半年加快5.6个百分点: of its growth
            draft = new_draft(carry, around, last.indicator + pace, last.scope, at)
            make_growth(draft, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
            return [draft]
        goal = asked(carry, name, quantity) if last is None else None
        if goal is not None and not (around.context and is_known(topic_in(around.context[-1]).indicator)):
            name = goal
        elif (spoken := _told_before(carry, around)) is not None:
            name = spoken
        elif last is None and quantity.is_rate and (topic := topic_of(lead)) and not carry.made:
            name = Name(re.sub(r"(?:增速|增幅|增长率)$", "", topic))
        elif last is None and quantity.is_rate and (name.times or _timed(around)) and carry.before is not None:
            name = Name(carry.before.indicator, carry.before.scope)  # …增长14.6%；9月当月增长9.8%
        elif carry.head is not None and quantity.is_rate and joined:
            name = Name(carry.head.indicator, carry.head.scope)
        elif quantity.is_rate:
            return []
        else:
            return read_value(carry, around, at, lead)
    indicator = name.indicator or name.action
    paced = indicator in ("增速", "增幅", "降幅") and quantity.is_points and last is not None and last.value is not None and last.unit != "%"
    if indicator in ("增速", "增幅", "降幅", "占比", "比重", "总量") and last is not None:
        indicator, name = last.indicator + indicator, replace(name, scope=name.scope or last.scope)
    if quantity.is_points and re.match(r"(?:合计|共|直接|共同)*(?:拉低|拉动|拉高|影响|带动)", prefix):
        return [
            new_draft(
                carry,
                around,
                indicator + around.fragment[growth.start :].strip(),
                scope_with(name.scope, name.action),
                at,
                name.offset,
            )
        ]
    scope = scope_with(name.scope, name.action if name.indicator else "")
    if not scope and carry.subject and TOLD_OF.fullmatch(indicator):
        scope = carry.subject  # 霖澈电器因库存高企减产，主营业务收入下降9.4%
    draft = new_draft(carry, around, indicator, scope, at, name.offset)
    if carry.chain is not None:
        if (
            carry.parted
            or around.glue == "、"
            or "其中" in around.fragment
            or any("其中" in c for c in around.context[-1:])
        ):
            draft.whole, draft.member = carry.chain, True
        else:
            carry.chain = None
    make_growth(draft, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
    if paced:  # 总产值413.7亿元，增幅比上年回落2.1个百分点，上半年完成|196.2亿元|: the values after are of what grew
        return [draft]
    carry.last = draft
    if not draft.member or carry.parted:
        carry.head = draft
    return [draft]


#: 剔除这一因素|同口径增长6.3%, 扣除留抵退税1.69亿元|的影响后增长6.3%, 若还原留抵退税6700万元，|税收收入增长3.4%: with what left out.
_TAKEN_OFF = "(?:剔除|扣除|还原|不考虑|撇开)"
_LEFT_OUT = re.compile(rf"(?:若|如果?)?(?P<how>{_TAKEN_OFF}了?(?:这|该|上述|此|以上)[^，。；\d]{{0,6}}?(?:因素|影响|部分)[^，。；\d]{{0,8}})")
_ITS_EFFECT = re.compile(r"的?(?:影响|因素)?(?:之?后|以后)?[，,]?(?P<of>[㐀-鿿]{0,10}?)(?:同口径|可比)?")
_ADJUSTS = re.compile(rf"(?:若|如果?)?(?P<how>{_TAKEN_OFF}.{{2,14}})")


#: 一般公共预算收入剔除营改增因素后，|同口径增长9.7%|.
_WITHOUT = re.compile(rf"(?P<of>[㐀-鿿]{{2,12}}?)(?P<how>{_TAKEN_OFF}[^，。；\d]{{2,14}}?(?:因素|影响))(?:之?后|以后)")


def _read_adjusted(carry: Carry, around: Around, growth: Growth, at: int) -> Draft | None:
    """A growth with something left out or put back, beside the one that is printed with the value; None where it is none."""
    before = re.sub(r"(?:增长|下降|上升|提高|降低|增加|减少|回落)[^，。；]*$", "", around.fragment)
    how, of = _LEFT_OUT.fullmatch(before.strip()), ""
    said = how["how"] if how else ""
    last = carry.made[-1] if carry.made else None
    if not said and last is not None and last.kind is FigureKind.VALUE and around.quantity.is_rate:
        left = _ADJUSTS.fullmatch(last.scope + last.indicator)
        effect = _ITS_EFFECT.fullmatch(before.strip()) if left is not None else None
        if left is not None and effect is not None:
            said, of = left["how"], effect["of"]
    clause = _WITHOUT.fullmatch(around.context[-1].strip()) if not said and around.context else None
    if clause is not None and re.fullmatch("(?:同口径|可比(?:口径)?|仍|实际)?", before.strip()):
        said, of = clause["how"], clause["of"]
    if not said:
        return None
    told = (d for d in (*reversed(carry.made), *reversed(carry.previous)) if d.kind is FigureKind.VALUE and d.growth_unit == "%")
    whose = next((d for d in told if not of or d.indicator.endswith(of)), None)
    if whose is None and not is_known(of):
        return None
    draft = new_draft(carry, around, whose.indicator if whose is not None else of, said, at)
    make_growth(draft, around.quantity, growth.sign, growth.base, around.fragment[growth.start :] + around.quantity.text)
    draft.period = whose.period if whose is not None else draft.period
    return draft


_REVISED = 3  # percentage points that a printed growth may differ by from what both values give: the base was revised


def _now_beside(carry: Carry, last: Draft, quantity: Quantity, growth: Growth) -> Draft | None:
    """完成4200万美元，去年同期为6500万美元，同比|下降35.4%|: what changed is the value of now, where the values agree with it."""
    if last.period is None or last.kind is not FigureKind.VALUE or last.owner:
        return None
    now = next((d for d in reversed(carry.made) if d is not last and not d.member), None)
    if now is None or (now.indicator, now.scope, now.unit) != (last.indicator, last.scope, last.unit) or not now.takes_growth:
        return None
    came = growth_value(quantity, growth.sign)[0] if quantity.unit == "%" and not growth.base else None
    if came is not None and now.value is not None and last.value and abs((now.value / last.value - 1) * 100 - came) > _REVISED:
        return None  # 接待42万人次，2021年只有35.6万人次，下降7.8%: that year's
    return now if now.period is not None and now.period == last.period.shifted(1) else None


def _added_to(carry: Carry, last: Draft) -> Draft | None:
    """营业收入386.2亿元，较上年净增46.8亿元，增幅|13.8%|: what grew is the value, not what was added to it."""
    told = (d for d in reversed(carry.made) if last.scope == "净增" and d is not last and d.indicator == last.indicator)
    now = next(told, None)
    return now if now is not None and now.takes_growth and now.period == last.period and now.unit == last.unit else None


def _since(carry: Carry, last: Draft) -> Period | None:
    """由2015年的98亿元增加到2020年的216亿元，年均增长|17.1%|: the years in which it came to that, None where none are told."""
    former = next((d for d in reversed(carry.made) if d.owner == "由" and d.indicator == last.indicator), None)
    if former is None or former.period is None or last.period is None or last.period.last_year - former.period.last_year < 2:
        return None
    return Period.years(former.period.last_year + 1, last.period.last_year)


_YEARLY = ("年均", "年平均", "平均")
_PER_CENT = ("%", "个百分点")
_AGAINST = re.compile(r"超|比|较|首次|与|对|向|高于|低于")


def _read_former(carry: Carry, around: Around, growth: Growth, prefix: str, at: int) -> list[Draft]:
    """由上年下滑|4.1%|转为增长7.6%: what the change was before, of the year before."""
    name = name_of(prefix)
    last = carry.last
    indicator, scope = name.indicator, name.scope
    if not indicator and last is not None:
        indicator, scope = last.indicator, last.scope
    if not indicator:
        return []
    former = new_draft(carry, around, indicator, scope, at, name.offset if name.indicator else None)
    make_growth(former, around.quantity, growth.sign, "", around.fragment[growth.start :] + around.quantity.text)
    former.owner, former.status = "由", Status.DONE
    if carry.period is not None and re.search(r"上年|去年", around.fragment):
        former.period = carry.period.shifted(-1)
    carry.last = former
    return [former]


def _alike(one: str, other: str) -> bool:
    """食品加工 and 食品加工产业 are one member of a list, 栎滩 and 栎滩片区."""
    return one == other or any(one == other + kind or other == one + kind for kind in ("产业", "业", "行业", "片区", "园区", "园", "镇", "街道"))


def _fits(last: Draft, quantity: Quantity) -> bool:
    """A count grows by % or by its own unit; a rate by points or %."""
    if quantity.is_points and last.kind is not FigureKind.SHARE:
        return last.unit in ("%", "‰")
    if quantity.is_rate:
        return True
    return last.unit[-1:] == quantity.unit[-1:]


def _measured_alike(carry: Carry, what: Draft | None, quantity: Quantity) -> Draft | None:
    """总投资118亿元，其中亿元以上项目24个，比目标少|1个|: what a difference is of, the last number in its own unit."""
    if what is None or quantity.is_rate or quantity.is_points or same_measure(what, quantity):
        return what
    return next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and same_measure(d, quantity)), what)


_PACES = ("增速", "增幅", "降幅", "增长速度", "平均增速")


def read_gap(carry: Carry, around: Around, gap: re.Match[str], at: int) -> list[Draft]:
    about = name_of(gap["who"])
    what = _measured_alike(carry, carry.last or carry.head, around.quantity)
    if what is not None and what.kind is FigureKind.SHARE and about.indicator in _PACES and carry.head is not None:
        what = carry.head  # 445.8亿元，占全市2786.3亿元的16.0%，增速高出全市2.4个百分点: that of the value
    indicator = about.indicator or (what.indicator if what else "")
    if not indicator:
        return []
    level = AT_LEVEL.fullmatch(gap["phrase"].strip() + ("的" if LEVEL_BEHIND.match(around.follow) else ""))
    if level is not None and what is not None and not around.quantity.is_points and same_measure(what, around.quantity):
        return [new_draft(carry, around, indicator, level["where"], at)]
    if what is not None and indicator in _PACES:
        shared = what.kind is FigureKind.SHARE and what.indicator.startswith("占") and what.scope
        indicator = (what.scope if shared else what.indicator) + indicator  # X占全市的14.4%，增速高于全市1.1个百分点
    elif what is not None and not about.indicator and what.kind is FigureKind.SHARE:
        indicator = what.scope + what.indicator
    elif (
        what is not None
        and not about.indicator
        and what.growth is not None
        and around.quantity.is_rate
        and not indicator.endswith(("增速", "增幅"))
    ):
        indicator = what.indicator + "增速"
    draft = new_draft(carry, around, indicator, gap["phrase"], at, gap.start("phrase"))
    draft.kind = FigureKind.GAP
    if draft.status is Status.TARGET and carry.section.kind is not SectionKind.PLAN and not carry.aimed:
        draft.status = Status.DONE  # 虽未达到7.5%的预期目标，但高于全市平均1.2个百分点
    if re.search(r"目标|计划|任务|预期", gap["phrase"]) and draft.status is Status.TARGET:
        draft.status = what.status if what is not None else Status.DONE  # 超目标0.4个百分点 is told of what was reached
    return [draft]


def read_goal_gap(carry: Carry, around: Around, gap: re.Match[str], at: int) -> list[Draft]:
    """比160亿元的半年计划少|8.3亿元|: by how much a goal was missed; the figure itself was achieved."""
    about = name_of(gap["who"])
    what = _measured_alike(carry, carry.head or carry.last, around.quantity)
    indicator = about.indicator or (what.indicator if what else "")
    verb = "差" if gap["verb"] == "有" else gap["verb"]  # 距年度目标仍有|18亿元|缺口
    if not indicator or (gap["verb"] == "有" and not re.match("的?(?:缺口|差距|距离)", around.follow)):
        return []
    scope = about.scope or (what.scope if what and not about.indicator else "")
    scope += gap["passed"] + gap["over"] if gap["passed"] else f"比{gap['of'].lstrip('的')}{verb}"
    draft = new_draft(carry, around, indicator, scope, at, gap.start("phrase"))
    draft.kind, draft.status = FigureKind.GAP, Status.DONE
    return [draft]
