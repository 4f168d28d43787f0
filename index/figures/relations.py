"""Numbers that stand in relation to another: completion rates, goals inside a statement, shares, ranks."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from index.figures.announced import stands_for
from index.figures.carry import ITEM, Around, Carry, same_measure
from index.figures.changes import topic_in
from index.figures.draft import Draft, make_growth, span_a_year
from index.figures.ellipsis import is_thing, owner_in
from index.figures.grammar import GOAL_AFTER, GOAL_LEAD, RANK
from index.figures.making import new_draft
from index.figures.naming import Name, name_of
from index.figures.own import is_self
from index.glossary import is_known
from index.numerals import Quantity, convert
from index.records import FigureKind, Period, SectionKind, Status

_VERDICT = re.compile(
    r"(?:^|(?<=[，,；;、]))(?P<who>[^，,；;。、]{0,20}?)"
    r"(?P<verdict>(?:(?:超额|提前|全面|圆满|顺利|如期|较好)*完成了?|未能?(?:完成|达到|实现)|没有(?:完成|达到|实现))"
    r"(?:年初|年度|全年|考核|预期|既定|预定|上级|[省市县区州]|下达|的|确定)*(?:目标|任务|"
    r"预期)(?:任务)?)(?=[，,；;。]|$)"
)

__all__ = [
    "measured",
    "read_completion",
    "read_goal_behind",
    "read_printed_goal",
    "read_rank",
    "read_rank_move",
    "read_share",
    "read_verdict_of",
    "read_verdicts",
]


def read_completion(carry: Carry, around: Around, match: re.Match[str], at: int) -> list[Draft]:
    about = name_of(match["who"])
    told = carry.head or carry.last or next((d for d in reversed(carry.made[-1:]) if d.status is Status.TARGET), None)
    if told is None and len({d.indicator for d in carry.asked}) == 1:
        told = carry.asked[-1]  # 进出口44亿美元。完成情况：完成目标的|92.3%|
    if told is not None and told.kind is FigureKind.GROWTH and told.indicator.endswith(("增速", "增幅")):
        told = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and not d.member), told)
    owner = about.indicator or (told.indicator if told else "")
    of_it = told is not None and (is_thing(told.scope) or owner_in(told.scope) or (told.scope and told.scope == told.action) or _of_projects(told))
    if told is not None and not about.indicator and of_it:
        owner = told.scope + owner  # X基地完成投资3.4亿元，完成年度计划的136%; 新增城镇就业5870人，完成任务的97.8%
    if carry.last is not None and carry.last.owner and carry.head is not None:
        carry.last = carry.head  # …年度任务2.4亿元的89.2%，下降4.3%: the value falls, not its goal
    draft = new_draft(carry, around, "完成" + match["goal"], owner, at, match.start("phrase"))
    draft.kind, draft.status = FigureKind.COMPLETION, Status.EXPECTED if carry.expected else Status.DONE
    return [draft] if owner or about.scope else []


def _of_projects(told: Draft) -> bool:
    """重点项目38个，完成投资25.4亿元，占年度计划24.5亿元的103.7%: what was spent on those projects, not by all."""
    return told.indicator == "完成投资" and told.scope.endswith(("项目", "工程"))


def read_printed_goal(carry: Carry, around: Around, match: re.Match[str], at: int, rate: Quantity) -> list[Draft]:
    """完成年初目标|9.62亿元|的102.3%: the goal itself, of that whose ``rate`` it comes to."""
    about = name_of(match["who"])
    told = _come_to(carry, around.quantity, rate) or carry.head
    if told is not None and told.value is not None and not same_measure(told, around.quantity):  # 项目35个，到位资金28.6亿元，完成年度目标|40个|
        alike = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and not d.member and same_measure(d, around.quantity))
        told = next(alike, told)
    indicator = about.indicator or (told.indicator if told else "")
    if not indicator:
        return []
    if told is not None and not about.indicator and _of_projects(told):
        indicator = told.scope + indicator
    added = told.scope if told is not None and not about.indicator and told.scope in _NEW else ""
    draft = new_draft(carry, around, indicator, added + match["goal"], at, match.start("phrase"))
    draft.status, draft.owner = Status.TARGET, match["goal"]
    span_a_year(draft, match["goal"])
    carry.last = draft
    if carry.head is None:
        carry.head = draft
    return [draft]


_NEW = ("新增", "净增", "新认定", "新引进")  # 新增城镇就业6850人，为目标|6500人|的105.4%: of those that are new
_ROUNDED = Decimal("0.1")  # percentage points by which a printed rate and that of rounded values lie apart at most


def _come_to(carry: Carry, goal: Quantity, rate: Quantity) -> Draft | None:
    """固投14.85亿元，其中工业投资10.27亿元，完成年度目标22亿元的46.7%: the one of what was told that is so much of the goal."""
    told = [d for d in carry.made if d.kind is FigureKind.VALUE and d.status is Status.DONE and d.value is not None]
    reached = [(d, convert(d.value, d.unit, goal.unit)) for d in told if d.value is not None]
    fit = [d for d, value in reached if value is not None and goal.value and abs(value / goal.value * 100 - rate.value) <= _ROUNDED]
    return fit[0] if len(fit) == 1 else None


def read_goal_behind(carry: Carry, around: Around, at: int) -> list[Draft]:
    """低于|4.3%|的年度目标: a goal inside a statement about what was reached."""
    stripped = GOAL_LEAD.sub("", around.fragment)
    stripped = re.sub(r"^(?:虽然?|尽管|但是?|却)(?=.{2,})|^(?:虽然?|尽管|但是?|却)$", "", stripped)
    stripped = re.sub(r"^(?:超额|提前|顺利|圆满|如期)*(?:完成|达到|实现)了?(?:年初|年度|全年)?", "", stripped)
    giver = r"^(?:为|占|是)?(?:[省市县区州]|上级|比|较|与|距|离)*(?:政府)?(?:下达|下|定|给)?的?$"
    name = name_of(re.sub(giver, "", stripped))
    tail = around.fragment[len(stripped) :]
    falling = re.search(r"下降|降低|压减", tail) is not None
    growing = "增" in tail or falling
    if around.quantity.unit == "%" and (about := carry.last) is not None and not name.indicator:
        growing = growing or (about.growth is not None and about.unit not in ("%", "‰"))
    about = _reached(carry, around)
    set_against = about is None and not name.indicator and not carry.made and _SET_AGAINST.fullmatch(around.fragment.strip())
    if set_against and (before := _set_against(carry, around)) is not None:
        about = before  # 总产值1128.4亿元，占全市4876亿元的23.1%。对照年初|1150亿元|的目标，完成98.1%
    indicator = name.indicator or (about.indicator if about else "")
    if not indicator:
        return []
    draft = new_draft(
        carry,
        around,
        indicator,
        name.scope or (about.scope if about and not about.owner and not name.indicator else ""),
        at,
        name.offset if name.indicator else None,
    )
    draft.status = Status.TARGET
    span_a_year(draft, around.follow[:8])
    if growing:
        verb = re.search("增长|增幅|增速|下降|降低|压减", tail)
        make_growth(draft, around.quantity, -1 if falling else 1, "", (verb[0] if verb else "") + around.quantity.text)
        if carry.last is None and name.indicator:
            carry.last = draft  # 没有完成增长15%的目标，实际增长|9.8%|
    elif around.follow.rstrip().endswith("的"):
        carry.last = draft  # 为市下|115亿元|目标的51.74%
    if set_against:
        carry.last = about  # the share that is done is that of what was done
    return [draft]


def _set_against(carry: Carry, around: Around) -> Draft | None:
    """What the paragraph has told that is no part and comes somewhere near the goal, of the sentence before first."""
    goal = around.quantity.value
    for d in (*carry.previous, *reversed(carry.paragraph)):
        own = d.kind is FigureKind.VALUE and d.status is Status.DONE and not (d.member or d.scope.startswith("全"))
        if own and d.unit == around.quantity.unit and d.value is not None and goal <= 3 * d.value <= 9 * goal:
            return d
    return None


_SET_AGAINST = re.compile(
    "(?:与|和|跟|同|对照|对标|比照|按照?|距离?|离|较|比)(?:年初|全年|年度|当年|原先?|[省市县区](?:里|委|政府)*|(?:制?定|确定|下达|提出|安排|预定|计划)下?的?)*的?"
)


def _reached(carry: Carry, around: Around) -> Draft | None:
    """进出口51.6亿元，其中出口37.9亿元，完成年初|50亿元|的目标: a part has not reached what is more than it, so the whole has."""
    last = carry.last
    if last is None or not last.member or last.value is None or last.whole is None or last.unit != around.quantity.unit:
        return last
    missed = re.search(r"未|没|不|低于|少于|差|距|离", around.fragment)
    return last if missed or around.quantity.value <= last.value else last.whole


def read_share(carry: Carry, around: Around, match: re.Match[str], at: int) -> list[Draft]:
    about = stands_for(carry, name_of(match["who"]))
    if "、" in around.listed and about.indicator and not carry.chain:
        about = (
            name_of(around.listed[: around.listed.rfind(match["phrase"])])
            if match["phrase"] in around.listed
            else about
        )
    who = about.scope + about.indicator
    if not who and around.context:  # 煤化工一家独大，占比接近一半: a member of the list before
        said = around.context[-1].strip()
        listed = (d for d in carry.made if d.kind is FigureKind.VALUE and len(d.scope) >= 2 and said.startswith(d.scope))
        if (member := next(listed, None)) is not None:
            who = member.scope + member.indicator
    if not who and carry.last is not None and carry.last.kind is FigureKind.SHARE:
        who = carry.last.owner
    if not who and carry.last is not None and carry.last.kind in (FigureKind.RANK, FigureKind.RANK_CHANGE):
        ranked = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE), carry.last)
        who = ranked.scope + ranked.indicator  # 排第28位，占全省的41.2%: the value has the share, not its rank
    of, whole = match["of"].strip(), _wider(carry)
    if not who and whole is not None and (of == whole.scope or (not of and _is_ours(match["who"].strip()))):
        who, of = whole.indicator, of or whole.scope + whole.indicator  # 全市进出口总额182亿元，我区占|22.2%|: of ours
    if not who and carry.last is not None:
        who = carry.last.scope + carry.last.indicator if carry.last.scope else carry.last.indicator
        if re.search("合计|合起来|加起来|合在一起|加在一起|合占", match["who"] + match["phrase"]):
            who = "合计"
    who = who or carry.subject
    if not who and around.context and carry.last is None:
        who = topic_in(around.context[-1]).indicator  # 经济总量仍然偏小，仅占全市的11.3%
    if not of and (within := _within(who, around)) is not None:
        of, who = within
    indicator = "占" + of if of else (who + "占比")
    begins = match.start("phrase") if not about.indicator else about.offset
    draft = new_draft(carry, around, indicator, who if of else about.scope, at, begins)
    draft.kind, draft.owner = FigureKind.SHARE, who
    if not of and not who:
        return []
    carry.last = draft
    return [draft]


def _is_ours(who: str) -> bool:
    return is_self(who) or who in ("", "我们", "咱们")


def _wider(carry: Carry) -> Draft | None:
    """The value of a wider place that was told last."""
    last = carry.last
    return last if last is not None and last.kind is FigureKind.VALUE and re.fullmatch("全[国省市县州]", last.scope) else None


#: 实际利用外资中，制造业占|57.4%|: of what, and which part of it.
_IN_IT = re.compile("(?P<of>[㐀-鿿]{3,}?)(?:之中|当中|里面|中|里)的?(?P<part>[㐀-鿿]{2,}|$)")


def _within(who: str, around: Around) -> tuple[str, str] | None:
    """A known whole and the part that a share is of; None where it is told of no whole by its name."""
    said = _IN_IT.fullmatch(who) or (_IN_IT.fullmatch(around.context[-1].strip()) if around.context else None)
    part = (said["part"] or who) if said is not None else ""
    return (said["of"], part) if said is not None and part and is_known(said["of"]) else None


#: 没有进|前60位|, 离|前65位|的目标只差一个位次: the place aimed at by what was just ranked.
_RANK_MISSED = re.compile(r"(?:(?:没有?|未能?|没能)(?:再)?(?:进|进入|挤进|跻身|达到|冲进|实现)|离|距离?|与)(?:进入|进)?(?:[^，]{0,6}?的?)?前?")


_YEAR_BEFORE = re.compile("(?:较|比)(?:上|去)年度?的?(?:排名|位次)?的?第?")  # 列第87位，较上年的第|96位|前移9位
#: 在全省综合考评中的位次从|第21位|前移到第9位.
_ITS_PLACE = re.compile("(?<=考评|考核|评价|评估|评比|测评)(?:结果)?(?:中|里)?的?(?:位次|名次|排名|排位)(?=(?:(?:由|从)(?:20\\d\\d年的?)?第?)?$)")


def read_rank(carry: Carry, around: Around, at: int) -> list[Draft]:
    fragment = _ITS_PLACE.sub("中", _ANNOUNCED.sub("", ITEM.sub("", around.fragment)))
    placed_so = next((d for d in reversed(carry.made) if d.kind is FigureKind.RANK), None)
    missed = _RANK_MISSED.fullmatch(fragment.strip()) if placed_so is not None and around.glue[:1] in "，," else None
    if placed_so is not None and missed and ("没" in missed[0] or "未" in missed[0] or GOAL_AFTER.match(around.follow)):
        goal = new_draft(carry, around, placed_so.indicator, placed_so.scope, at)
        goal.kind, goal.unit, goal.status, goal.period = FigureKind.RANK, "位", Status.TARGET, placed_so.period
        return [goal]
    if placed_so is not None and placed_so.period is not None and _YEAR_BEFORE.fullmatch(fragment.strip()):
        then = new_draft(carry, around, placed_so.indicator, placed_so.scope, at)
        then.kind, then.unit, then.status, then.period = FigureKind.RANK, "位", Status.DONE, placed_so.period.shifted(-1)
        return [then]
    if (
        carry.last is not None
        and carry.last.kind is FigureKind.RANK
        and re.match(r"(?:提升|上升|前移|升|跃升|进位|进|下降|降|后移|退)(?:到|至|为)", fragment)
    ):
        moved = new_draft(carry, around, carry.last.indicator, carry.last.scope, at)
        moved.kind, moved.unit = FigureKind.RANK, "位"
        carry.last = moved
        return [moved]
    fragment = re.sub(r"(?:连续|持续)[^，]{0,6}?(?:年|个月|季度)", "", fragment)
    fragment = re.sub(r"^(?:而)?(?:一年前|现?如今|现在)", "", _OVERTAKEN.sub("", fragment))
    fragment = re.sub(r"(?:退居|[降跌退]至)(?=全)|(?<=[速幅量模额率])(?=全[国省市县州区]$)", "居", fragment)  # 总量退居全市, 增速全市
    fragment = re.sub("(?<=[中里])(?:跃升|上升|提升|前移|升|进)[至到]$", "列", fragment)  # 在综合考评中升至|第11位|
    aspect = of["aspect"] if (of := _ASPECT.match(fragment)) else ""
    fragment = fragment[of.end() :] if of else fragment
    if ranked := _FIELDED.match(fragment):
        return _rank_in_field(carry, around, ranked, aspect, at)
    where = RANK.sub("", re.sub(r"(?:进入|跻身)?(?P<place>[^，]{0,14}?)前\s*$", r"居\g<place>", fragment))
    where = re.sub(
        r"(?:跃居|稳居|位居|居|(?:继续|一直|始终)?(?:保持|稳定在)(?=[全同])|(?:排名|排位)(?![居列进位跃稳保上由从])|排在|位列|名列|列|进入|跻身|迈入|挺进|由|从|排(?![名位]))(?P<w>[^，]{0,14})$",
        r"\0\g<w>",
        where,
    )
    before, _, place = where.rpartition("\0") if "\0" in where else ("", "", where)
    name = name_of(before) if before else Name("")
    placed = name_of(place)
    within = re.search(r"增速|增幅|总量|规模", fragment) or _of_growth(carry)
    aspect = aspect or (within[0] if within is not None else "")
    valued = measured(carry) if of else _own_value(carry)
    indicator, scope = name.indicator or (aspect if of and valued is None else ""), placed.scope + placed.indicator
    if of and not scope and carry.made and carry.made[-1].kind is FigureKind.RANK:
        scope = carry.made[-1].scope  # 总量列全市开发区第2位，增速列|第3位|
    if contest := re.match(
        r"(?:在)?(?P<what>.{2,}?(?:排名|考评|评价|考核|评比|竞争力|测评|评估)(?:结果)?)(?:中|里)", fragment
    ):
        indicator, scope = re.sub(r"20\d\d年度?的?", "", contest["what"]).lstrip("在"), ""
    told = next((m["what"] for c in reversed(around.context) if (m := _CONTEST.search(_ANNOUNCED.sub("在", c.strip())))), "")
    named = _OF_YEAR.match(told)
    told = told[named.end() :] if named else told
    if told and not of and (not name.indicator or re.fullmatch(r"(?:综合)?(?:排名|位次|名次|排位)", name.indicator)):
        indicator, scope = told, _field_told(carry, told)  # 在全省考核中，我区由第73位上升到第51位
    if not indicator and re.search(r"(?:评价|排名|考核|考评|评估|测评|评比|榜|指数)(?:中|里)?$", scope):
        indicator, scope = scope, ""
    if (
        not indicator
        and re.fullmatch(
            r"(?:在)?(?:世界|全球|同类开发区|全[省市国区县州].{0,8}|.{0,6}(?:省|市|国家级?|县|区|开发区|"
            r"高新区)(?:中)?)?",
            scope,
        )
        and carry.last is not None
    ):
        indicator = carry.last.indicator
    elif not indicator:
        indicator, scope = scope, ""
    told = carry.last is not None and carry.last.kind in (FigureKind.SHARE, FigureKind.GAP)
    if (of and not name.indicator and valued is not None) or (told and carry.last is not None and indicator == carry.last.indicator):
        indicator = ""
    if valued is not None and indicator in ("", "增速", "增幅", "总量", "规模", valued.indicator):
        indicator = valued.indicator + aspect
        owned = len(valued.scope) >= 3 and not _NO_OWNER.search(valued.scope) and (not scope or not _FIELD.match(valued.scope))
        scope = valued.scope + scope if owned and name.indicator in ("", valued.indicator) and valued.scope not in scope else scope
    if not indicator:
        return []
    scope = re.sub("^在(.+)[中里]$", r"\1", scope)  # 在园区中仅排|第6|
    draft = new_draft(carry, around, indicator.rstrip("中"), scope, at, placed.offset)
    draft.kind, draft.unit = FigureKind.RANK, "位"
    if named and carry.report.period is not None and carry.section.kind is not SectionKind.PLAN:
        draft.period = carry.report.period  # 在2017年度评估中，…: made known in the year told of
    _date_former(draft, carry, around)
    if GOAL_AFTER.match(around.follow):
        draft.status = Status.TARGET  # 提前实现进入前6位的目标
        return [draft]
    carry.last = draft
    return [draft]


#: 增速列全省第3位, 总量继续居: of which of its aspects what was told is ranked.
_ASPECT = re.compile(r"\s*(?:而|但|其中|其)?(?P<aspect>增速|增幅|总量|规模)(?:则|也|仍|还|却|已|均|继续|稳)*(?=保持|[居列位排在进跃由从名全]|$)")
_NO_OWNER = re.compile("累计|新增|净增|合计|前$")  # how a value is counted says nothing of what is ranked
#: Nor does the field of the place before: 全省68家…列第14位，居全市6家…首位.
_FIELD = re.compile(r"全[国省市区县州]|同类|参评|\d+[家个]")


def _owner_of(valued: Draft) -> str:
    return "" if _NO_OWNER.search(valued.scope) or _FIELD.match(valued.scope) else valued.scope


def _field_told(carry: Carry, contest: str) -> str:
    """在全省|68家|省级经开区综合考评中，A区列第14位: those that the number before the contest counts."""
    told = carry.made[-1] if carry.made else None
    return told.scope + told.value_text if told is not None and told.unit in ("家", "个") and contest.startswith(told.indicator) else ""


def measured(carry: Carry) -> Draft | None:
    """总产值302亿元。增速列第1位，总量列|第4位|: what both places are of, in the sentence before if need be."""
    told = _own_value(carry)
    before = carry.before if carry.before is not None and carry.before.kind in (FigureKind.VALUE, FigureKind.GROWTH) else None
    if told is None or (told.kind is FigureKind.SHARE and told.indicator.startswith("占")):
        return before
    of = re.sub("(?:增速|增幅|总量|规模)$", "", told.indicator) if told.kind is FigureKind.RANK else told.indicator
    return before if not of else told if of == told.indicator else replace(told, indicator=of, scope="")


def _own_value(carry: Carry) -> Draft | None:
    """What was told last that is the zone's own: 完成目标732.1亿元的98.9%，占全市2864.5亿元的25.3%，总量居第2位 is of neither."""
    shared = {d.indicator for d in carry.made if d.kind is FigureKind.SHARE}
    fields = {d.scope for d in carry.made if d.kind is FigureKind.RANK}  # those that are ranked are no value of the zone
    told = (d for d in reversed(carry.made) if d.kind in (FigureKind.VALUE, FigureKind.GROWTH) and d.owner != "elsewhere")
    told = (d for d in told if not fields or d.scope + d.value_text not in fields)
    done = {d.indicator for d in carry.made if d.kind is FigureKind.VALUE and d.status is not Status.TARGET}
    own = (d for d in told if not (d.status is Status.TARGET and (d.owner or d.indicator in done)) and f"占{d.scope}{d.indicator}" not in shared)
    found = next((d for d in own if not d.scope.endswith(("原公布", "调整后"))), carry.last)
    if found is not None and found is carry.last and found.kind is FigureKind.SHARE and found.scope:
        return replace(found, indicator=found.scope, scope="")  # 总产值占全市4123亿元的13.0%，在全市11个开发区中居第2位
    return found


def _of_growth(carry: Carry) -> re.Match[str] | None:
    """增速比全市高1.4个百分点、|居第2位: by its growth, of which the gap just told is."""
    last = carry.made[-1] if carry.made else None
    return re.search("增速$", last.indicator) if last is not None and last.kind is FigureKind.GAP else None


#: 在海关总署公布的2020年度…评估中: who made it known is no part of what it is.
_ANNOUNCED = re.compile(r"^\s*在[^，。；\d]{2,16}?(?:公布|发布|组织|开展|通报|举行)的(?=.{4,})")
_OF_YEAR = re.compile(r"20\d\d年度?的?")
#: 首次超过纺织业|跃居第一.
_OVERTAKEN = re.compile(r"(?:首次|首度|历史性地?|一举|成功|已)*(?:超过|超越|反超|赶超|超)[^，]{1,8}?(?=(?:跃居|跃升|位居|升至|升居|居))")


def _date_former(draft: Draft, carry: Carry, around: Around) -> None:
    """由|第89位|升至第81位: the rank before the change is that of the year before, unless its year is printed."""
    before = re.match(r"(?:而)?(?:一年前|[上去]年(?:同期)?)(?:还|则)?(?:是|为|在)?(?=[排居列位名第]|$)", around.fragment)
    if before and draft.period is not None and draft.period.is_year and carry.section.kind is not SectionKind.PLAN:
        year = carry.section.period or carry.report.period or draft.period
        draft.period = year.shifted(-1)  # 一年前排名第四，如今升至第二
    elif re.search(r"(?:由|从)[^，]{0,6}$", around.fragment):
        told = draft.period or carry.section.period or carry.report.period
        if told is not None and told.is_year:
            former = next((d.period for d in reversed(carry.made) if d.owner == "由" and d.period is not None and d.period < told), None)
            draft.period, draft.status = carry.when(around.fragment) or former or told.shifted(-1), Status.DONE  # 占比由2015年的…，总量由|第3位|


#: 到位资金在全省9个开发区里排, 居全市10个县区: what is ranked, and among whom.
_FIELDED = re.compile(
    r"^(?P<what>[^，在居列排]{0,20}?)(?:位居|位列|名列|排名|居|列|排|在)(?P<field>(?:全|同类|参评|各|(?!20\d\d年)\d)[^，]{2,26}?)(?:中|里|内|当中)?(?:只|仅)?"
    r"(?:排名?|位居|居|位列|列|名列|排位|排在|位次)?(?:(?:由|从)(?:[上去]年|上一年度?|20\d\d年)?度?的?)?$"
)
_CONTEST = re.compile(r"(?:^|在)(?P<what>[^，在]{2,30}?(?:排名|考评|评价|考核|评比|竞争力|测评|评估))(?:结果)?(?:中|里)?$")


_AMONG = re.compile(
    r"(?P<field>(?:全[国省市区县州]|同类)?\d+[家个])(?P<whose>[^，]*?(?:开发区|高新区|经开区|园区|单位|集聚区|县区|保税区|区县))(?P<contest>.{2,})"
)


def _rank_in_field(carry: Carry, around: Around, ranked: re.Match[str], aspect: str, at: int) -> list[Draft]:
    """在综合评估中，A区在134个参评单位中列|第41位|: the contest, or what the sentence just told, is what is ranked."""
    field, what = re.sub("[列居排]$", "", ranked["field"]), name_of(ranked["what"])
    before = carry.made[-1] if carry.made and carry.made[-1].kind is FigureKind.RANK and not what.indicator else None
    valued = measured(carry) if aspect else before or _own_value(carry)  # 总量居全市7个县区第2位，居全省93个县区第19位
    told = next((m["what"] for c in around.context if (m := _CONTEST.search(c.strip()))), "")
    if contest := _CONTEST.search(field):
        told, field = contest["what"], ""
        if among := _AMONG.match(told):
            told, field = among["whose"] + among["contest"], among["field"]
    indicator, scope = what.indicator, what.scope
    zone = carry.report.zone
    itself = zone.endswith(indicator) or is_self(indicator) or (indicator[:2] == zone[:2] and is_self(indicator[2:]))
    if aspect and not indicator and valued is None:
        indicator = aspect
    elif (told and not aspect and (not indicator or itself)) or (
        not indicator and not aspect and re.match(r"\d", field) and told
    ):
        indicator, scope = told, ""
    elif valued is not None and indicator in ("", "增速", "增幅", "总量", "规模", valued.indicator):
        aspect = aspect or ("" if indicator == valued.indicator else indicator)
        growth = _of_growth(carry)
        indicator = valued.indicator + (aspect or (growth[0] if growth else ""))
        scope = _owner_of(valued)
    if not indicator:
        return []
    if not field.startswith("各"):
        scope += field
    draft = new_draft(carry, around, indicator, scope, at, ranked.start("field"))
    draft.kind, draft.unit = FigureKind.RANK, "位"
    _date_former(draft, carry, around)
    if GOAL_AFTER.match(around.follow):
        draft.status = Status.TARGET
        return [draft]
    carry.last = draft
    return [draft]


def read_rank_move(carry: Carry, around: Around, move: re.Match[str], at: int) -> list[Draft]:
    name = name_of(around.fragment[: move.start()])
    indicator = name.indicator or (carry.last.indicator if carry.last else "")
    if not indicator:
        return []
    draft = new_draft(carry, around, indicator, (move["base"] or "") + move["verb"], at, move.start())
    draft.kind, draft.unit = FigureKind.RANK_CHANGE, "位"
    if move["verb"] in ("后移", "下降", "后退", "退后", "退"):
        draft.value = -around.quantity.value
    return [draft]


#: 说明：未完成。: all that a review, goal by goal, says of the one in the heading.
_ALONE = re.compile(
    r"\s*(?:说明|评价|自评|自查|评定|结论|备注|完成情况|自查情况)[：:]\s*"
    r"(?P<verdict>(?:基本|超额|提前|未能?|没有?|尚未)?完成)(?=[。；，（\s]|$)"
)


def read_verdict_of(heading: str, at: int, sentence: str, period: Period | None) -> list[Draft]:
    """What a line says of the goal that is its heading, "" where there is none."""
    match, named = _ALONE.match(sentence), name_of(heading)
    if match is None or not named.indicator:
        return []
    scope = named.action + named.scope
    verdict = Draft(named.indicator, scope, at + match.start("verdict"), at + match.end("verdict"), period, Status.DONE, FigureKind.VERDICT)
    verdict.value_text = match["verdict"]
    verdict.sentence = (at, at + len(sentence.rstrip()))
    return [verdict]


def read_verdicts(at: int, sentence: str, drafts: tuple[Draft, ...], period: Period | None) -> list[Draft]:
    """超额完成年度目标, 未达到预期: what is said of the figure before it, or of an indicator the field knows."""
    found = []
    for match in _VERDICT.finditer(sentence):
        here = at + match.start("verdict")
        named = name_of(match["who"])
        segment = at + max(sentence.rfind(c, 0, match.start("verdict")) for c in "；;")
        told = (d for d in reversed(drafts) if segment < d.start < here and d.kind is not FigureKind.COMPLETION)
        last = None if named.indicator else next(told, None)
        if last is None and not is_known(named.indicator):
            continue
        indicator, scope = (last.indicator, last.scope) if last is not None else (named.indicator, named.scope)
        verdict = Draft(indicator, scope, here, at + match.end("verdict"), period, Status.DONE, FigureKind.VERDICT)
        verdict.value_text = match["verdict"]
        verdict.sentence = (at, at + len(sentence.rstrip()))
        found.append(verdict)
    return found
