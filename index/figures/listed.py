"""A quantity whose name a list gives (分别, 依次): values, growths, shares, years, parts of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from index.figures.announced import stands_for
from index.figures.carry import Around, Carry, same_kind, same_measure, scope_with, told_before
from index.figures.changes import give_growth, topic_in
from index.figures.draft import Draft, make_growth
from index.figures.ellipsis import STATE, topic_of
from index.figures.grammar import COMPLETION, LIKENED, SHARE, Growth
from index.figures.making import new_draft
from index.figures.naming import Name, name_of
from index.figures.relations import measured
from index.figures.runs import Zip
from index.glossary import is_known
from index.periods import TIME_WORDS
from index.records import FigureKind, Period, Status

__all__ = ["from_list"]


def from_list(carry: Carry, around: Around, planned: Zip, at: int) -> list[Draft]:
    """A quantity whose name a 分别 gives."""
    quantity = around.quantity
    if planned.skip:
        return []
    if planned.gap:
        about = carry.last or carry.before
        own = name_of(planned.subject).indicator
        if about is None or (len(own) > 2 and own.endswith(("增速", "增幅"))):
            gap = new_draft(carry, around, own, planned.scope, at)
            gap.kind = FigureKind.GAP
            return [gap] if own else []
        pace = "增速" if own in ("增速", "增幅", "") and about.growth is not None else ""
        gap = new_draft(carry, around, about.indicator + pace if not own or pace else own, planned.scope, at)
        gap.kind = FigureKind.GAP
        return [gap]
    if planned.again:
        return _once_more(carry, around, planned, at)
    if planned.share and planned.give_back:
        owners = [d for d in carry.made if d.kind is FigureKind.VALUE][-planned.count :]
        match = SHARE.match(planned.noun)
        done = COMPLETION.match(planned.noun)
        if done is not None and len(owners) == planned.count:
            owner = owners[planned.position]
            stage = owner.scope if STATE.fullmatch(owner.scope) else ""  # 竣工13个: not of all that is called 项目
            rate = new_draft(carry, around, "完成" + done["goal"], stage + owner.indicator, at)
            rate.kind, rate.status = FigureKind.COMPLETION, Status.DONE
            return [rate]
        if len(owners) == planned.count and (like := LIKENED.search(planned.noun)) is not None:
            owner = owners[planned.position]  # 接待游客…、旅游收入…，分别恢复到2019年的92%和88%
            against = new_draft(carry, around, "相当于" + (like["then"] or like["like"] or like["under"] or ""), owner.indicator, at)
            against.kind, against.period = FigureKind.SHARE, owner.period
            return [against]
        if planned.noun == "占比" and len(owners) == planned.count:
            owner = owners[planned.position]  # 制造业项目86个、协议资金512亿元，占比分别为67.2%和74.6%
            part = new_draft(carry, around, owner.indicator + "占比", owner.scope, at)
            part.kind = FigureKind.SHARE
            return [part]
        if match is None or len(owners) != planned.count:
            return []
        owner = owners[planned.position]
        share = new_draft(carry, around, "占" + match["of"], owner.scope + owner.indicator, at)
        share.kind = FigureKind.SHARE
        return [share]
    if planned.when:
        return _at_times(carry, around, planned, at)
    if planned.year:
        name = name_of(planned.noun)
        yearly = new_draft(carry, around, name.indicator or name.action, name.scope, at)
        yearly.period = Period.year(planned.year)
        carry.last = carry.head = yearly
        return [yearly] if yearly.indicator else []
    if planned.give_back:
        targets = [d for d in carry.made if d.kind is FigureKind.VALUE and d.value is not None]
        if planned.added:
            targets = [d for d in targets if d.scope != planned.added]
        if planned.rest and targets:
            targets = [d for d in targets if same_kind(d, targets[-1]) and d.growth is None]
            targets = targets if len(targets) == planned.count - planned.position else []
            planned = replace(planned, position=0, count=len(targets))  # each in its turn: those before it have theirs
        if planned.first and targets:
            targets = [d for d in targets if same_kind(d, targets[-1])][: planned.count]
        targets = targets[-planned.count :]
        if planned.added:
            whose = targets[planned.position] if len(targets) == planned.count else None
            if whose is None or not same_measure(whose, quantity):
                return []
            return [new_draft(carry, around, whose.indicator, planned.added, at)]
        if not targets and len(carry.asked) == planned.count:
            return _of_goals(carry, around, planned, at)
        if planned.position < len(targets) and len(targets) == planned.count:
            target = targets[planned.position]
            if target.growth is None:
                give_growth(target, around, Growth(0, planned.sign, planned.base), at, planned.phrase)
                return []
        return []
    share_of = SHARE.match(planned.noun) if planned.share and not planned.noun.endswith("占比") else None
    if share_of is not None and "占" in planned.noun:
        about = carry.head or carry.before
        of = share_of["of"].strip() or (about.indicator if about else "")
        share = new_draft(carry, around, "占" + of, planned.scope + planned.subject, at)
        share.kind = FigureKind.SHARE
        carry.last = share
        return [share] if of else []
    if done := COMPLETION.match(planned.noun):
        rate = new_draft(carry, around, "完成" + done["goal"], planned.subject, at)
        rate.kind, rate.status = FigureKind.COMPLETION, Status.DONE
        return [rate]
    if quantity.unit in ("倍", "%") and (like := LIKENED.search(planned.noun)) is not None:  # 三项指标分别是五年前的1.9倍、2.3倍和1.8倍
        against = new_draft(carry, around, "相当于" + (like["then"] or like["like"] or like["under"] or ""), planned.scope or planned.subject, at)
        against.kind = FigureKind.SHARE
        return [against]
    name = name_of(_PLACED.sub("", planned.noun) if quantity.rank else planned.noun)
    indicator, scope = planned.subject, planned.scope
    if quantity.rank and (name.scope or name.indicator):  # 地区生产总值总量、增速分别居全市第3位、第1位
        name, indicator, scope = Name(""), scope + indicator, name.scope + name.indicator
        if indicator in ("增速", "增幅", "总量", "规模") and (of := measured(carry)) is not None:
            indicator = of.indicator + indicator  # 规上工业增加值增长8.8%，增速、总量分别列全市第3位、第4位
    if name.indicator:
        indicator, scope = name.indicator, planned.subject
        if planned.scope:
            scope = planned.scope + scope
    itself = name.indicator or planned.scope or is_known(planned.subject) or _MEASURED.search(planned.subject)
    whole = _split_whole(carry, around) if not itself else None
    if whole is not None:
        indicator, scope = whole.indicator, planned.subject
    if scope in ("城镇", "农村", "全体") and is_known(scope + indicator):
        indicator, scope = scope + indicator, ""  # 城镇、农村|居民人均可支配收入分别为…
    draft = new_draft(carry, around, indicator, scope_with(scope, name.action), at)
    draft.start = min(draft.start, at + planned.start) if planned.position == 0 else draft.start
    if whole is not None:
        draft.whole, draft.member = whole, True
    if planned.sign:
        make_growth(draft, quantity, planned.sign, planned.base, planned.phrase + quantity.text)
    elif quantity.unit == "%" and planned.share:
        draft.kind = FigureKind.SHARE
    elif quantity.rank:
        draft.kind = FigureKind.RANK
    carry.last = draft
    carry.head = draft
    return [draft]


_PLACED = re.compile("^(?:位?居|位?列|排名?|名列|跃居|升至)(?:在)?")
_MEASURED = re.compile("(?:投资|产值|收入|税收|出口|进口|利润|[额量率数])$")  # 其中工业投资、商贸业投资分别为…: names of their own


_SPLIT = re.compile(
    "(?:其中|[、和与][^，。；]{1,10}[两二三四五六七八九](?:个|大)?(?:片区|园区?|区块|组团|板块|镇街?|街道)(?:则|也|已|均)*(?:分别|依次))[^；。]*$"
)


def _split_whole(carry: Carry, around: Around) -> Draft | None:
    """营业总收入628.5亿元，其中北园、南园分别为|283.2亿元|…; 开发17.8平方公里，北堰、南埠两个片区分别为…: what is split."""
    if _SPLIT.search(carry.said_up_to(around.fragment_start) + around.fragment) is None:
        return None
    alike = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and not d.member and same_measure(d, around.quantity))
    if (whole := next(alike, None)) is not None or not around.quantity.is_money:
        return whole
    return told_before(carry, around.quantity)  # 规上工业总产值284.7亿元。…。三个片区分别是|126.3亿元|、95.8亿元


def _of_goals(carry: Carry, around: Around, planned: Zip, at: int) -> list[Draft]:
    """增加值增长10%、投资增长12%。完成情况：分别增长8.1%和13.5%: of the goals of the task, one after another."""
    goal = carry.asked[planned.position]
    came = new_draft(carry, around, goal.indicator, goal.scope, at)
    make_growth(came, around.quantity, planned.sign, planned.base, planned.phrase + around.quantity.text)
    return [came]


def _at_times(carry: Carry, around: Around, planned: Zip, at: int) -> list[Draft]:
    """四个季度分别完成5.1亿元、…: of what the list names, else of what was just spoken of."""
    name = name_of(planned.noun)
    told = carry.last or carry.before
    spoken = (*carry.paragraph, *carry.made)
    whole = next((d for d in reversed(spoken) if d.value == planned.total and same_measure(d, around.quantity)), None)
    ahead = carry.said_up_to(planned.start).rstrip("，,、：: ")
    clauses = [c for c in re.split("[，；：、,;:]", ahead) if c.strip() and not TIME_WORDS.fullmatch(c.strip())]
    topic = clauses[-1] if clauses and not carry.made else ""
    if name.empty and not planned.position and (about := topic_in(topic)).indicator and topic_of(about.indicator):
        name = about
    elif whole is not None and (name.empty or (not name.scope and whole.indicator.endswith(name.indicator))):
        name = Name(whole.indicator, whole.scope)  # four quarters that add up to what was told of the year
    elif name.empty and topic and not carry.made:
        return []  # 投资进度不够均衡，四个季度分别完成…: of what, is not said
    elif name.empty and told is not None and (planned.sign or same_measure(told, around.quantity)):
        name = Name(told.indicator, told.scope)
    elif name.empty and told is not None and told.kind is FigureKind.SHARE and is_known(told.owner) and not around.quantity.is_rate:
        name = Name(told.owner)  # 规上工业总产值占全县的71.3%。一至四季度依次完成19.8亿元、…
    if name.empty:
        return []
    dated = new_draft(carry, around, name.indicator, name.scope, at)
    dated.period = carry.when(planned.when) or dated.period
    if planned.sign:
        make_growth(dated, around.quantity, planned.sign, planned.base, planned.phrase + around.quantity.text)
    carry.last = carry.head = dated
    return [dated]


def _once_more(carry: Carry, around: Around, planned: Zip, at: int) -> list[Draft]:
    """（2017年分别为36.5小时和1.4小时）: the last figures again, at another time."""
    targets = [d for d in carry.made if d.kind is FigureKind.VALUE and d.owner != "again"][-planned.count :]
    if len(targets) != planned.count or targets[planned.position].unit != around.quantity.unit:
        return []
    target = targets[planned.position]
    if planned.base and target.period is not None:
        carry.segment_period = target.period.shifted(-1)
    scope = stands_for(carry, Name("", planned.scope)).scope if planned.scope else target.scope
    again = new_draft(carry, around, target.indicator, scope, at)
    again.owner = "again"
    return [again]
